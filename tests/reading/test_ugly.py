"""Ugly text: never an exception, spans always inside their passage, each quote the exact slice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading import read
from onrecord.reading.grade import grade
from onrecord.reading.quotation_marks import quoted_runs
from onrecord.stories import Passage, Story

_MARKS = "“ ” \" '' ‘ ’ « » ( ) [ ] — - , . ? : ; … ' `` \u202e \x00 \x01 é ß İ".split()
_WORDS = "said she who and of told U.S. Mr. A including Yes 1,000 @lee LEE: ’s adding signed according to".split()
_REPORTING = (
    "says that if there about half as by reported told Courier her which while after in on Monday last week but they "
    "had been vowed to wrote noted saying percent 47 those surveyed No. most one all may % denied think would is "
    "heard recalled note Mr. Mrs. nor Neither Did Had"
).split()
_PHRASES = ["Ann Lee", "Lee’s", "according to", "the mayor", "“Yes”", " ", "\n"]
_PIECES = st.sampled_from([*_MARKS, *_WORDS, *_PHRASES])
_REPORT = st.lists(st.sampled_from([*_WORDS, *_REPORTING, ",", ".", "—"]), max_size=40).map(" ".join)
_TEXT = st.one_of(
    st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES, max_size=60).map("".join), _REPORT, st.text()
)


def story(texts: list[str]) -> Story:
    passages = tuple(Passage(n=n, text=text) for n, text in enumerate(texts))
    return Story(document="ugly", id="0" * 12, title="Ugly", passages=passages)


@settings(max_examples=300, deadline=None)
@given(st.lists(_TEXT, max_size=6))
def test_whatever_stands_in_a_story_is_read(texts: list[str]) -> None:
    made = read(story(texts))
    Story.model_validate(made.model_dump())
    for quote in made.quotes:
        for span in quote.spans:
            assert 0 <= span.start < span.end <= len(made.passages[span.passage].text)


@settings(max_examples=300, deadline=None)
@given(_TEXT)
def test_quoted_runs_keep_their_order_and_their_place(text: str) -> None:
    end = 0
    for run in quoted_runs(text):
        assert end <= run.outer_start < run.start < run.end <= run.outer_end <= len(text)
        end = run.outer_end


@settings(max_examples=200, deadline=None)
@given(_TEXT, st.lists(_TEXT, max_size=3))
def test_any_claim_gets_a_grade(claim: str, runs: list[str]) -> None:
    assert grade(claim, runs).kind in ("verbatim", "cut", "altered", "unrelated")


@pytest.mark.parametrize(
    "text", ["By whom it is as noted", "No. She vowed last Monday", "As she said", "She told", "“Yes,” said Mr."]
)
def test_a_sentence_that_ends_where_a_report_would_begin_is_read(text: str) -> None:
    read(story([text]))


@pytest.mark.parametrize(
    "unit", ['"', "“", "” ", "“x” ", "(", "A", "A ", "said ", "Ann Lee said ", "’s ", 'A said "b" ']
)
def test_a_long_passage_of_nothing_else_is_read(unit: str) -> None:
    read(story([unit * (30_000 // len(unit))]))


def test_marks_around_nothing_are_nobodys_words() -> None:
    assert read(story(["“”" * 50, '"', "( — )", "* * *", "'' ''", "“ ”"])).quotes == ()
