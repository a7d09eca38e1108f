"""Whatever a text holds: no exception but `SourceError`, and each of its words is somewhere in the story."""

from __future__ import annotations

import re

import pytest
from cleaned import read
from furniture_kinds import FURNITURE, STORY
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.cleaning.lines import tidy
from onrecord.errors import SourceError
from onrecord.stories import Story

LINES = [
    *STORY.splitlines(),
    *(line for lines in FURNITURE.values() for line in lines.splitlines()),
    "• One of several points.",
    "Key takeaways",
    "What happened - It rained. - It snowed.",
    "Harbor Votes for Night Buses | The Post",
    "The post Night Buses Come appeared first on The Harbor Post. The council of Harbor",
    "PierDaily2025/11/02 10:50",
]
WORD = re.compile(r"\w+")


def told(story: Story) -> set[str]:
    parts = [story.title, story.url or "", story.publisher or "", *story.authors, *story.reposted_by]
    parts += [f"{passage.section} {passage.text}" for passage in story.passages]
    parts += [dropped.text for dropped in story.dropped]
    parts += [f"{link.title} {link.url} {link.publisher}" for link in story.related]
    return set(WORD.findall("\n".join(parts)))


def nothing_lost(text: str) -> None:
    try:
        story = read(text)
    except SourceError as error:
        assert str(error).endswith(".")
        return
    assert set(WORD.findall(tidy(text))) <= told(story)


@given(st.lists(st.sampled_from(LINES), max_size=25), st.sampled_from(["\n", "\n\n", "\r\n", " "]))
@settings(max_examples=300, deadline=None)
def test_no_word_of_a_page_is_lost(lines: list[str], between: str) -> None:
    nothing_lost(between.join(lines))


@given(st.text(max_size=2000))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    nothing_lost(text)


@given(st.text(alphabet="<>/=\"' ahrefdivpli&;\n", max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_markup_is_read_or_refused(text: str) -> None:
    for location in ("page.html", "page.md"):
        try:
            read(text, location)
        except SourceError as error:
            assert str(error).endswith(".")


UGLY = [
    *(char * 500_000 for char in 'a\n[("“# •-.'),
    *(("The post " * 60_000), "a. " * 160_000, "Why - " * 100_000, "By Ada Penn " * 40_000, "1/1/" * 120_000),
    *("http://" * 70_000, "Source: " * 60_000, "A " * 250_000, "x\n" * 10_000, "Read more:\n" * 5_000),
    *("Ada Penn 2025-12-17 14:30\n" * 2_000, "# a\n" * 10_000, "<p>" * 20_000),
]


@pytest.mark.parametrize("text", UGLY, ids=[text[:10].encode("unicode_escape").decode() for text in UGLY])
def test_ugly_text_takes_its_share_and_no_more(text: str) -> None:
    # A pattern that backtracks would not end; nothing here needs more than a few seconds on a slow machine.
    nothing_lost(text)
