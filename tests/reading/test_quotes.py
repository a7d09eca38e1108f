"""Who said what, in each form that news prose knows. Every name and sentence here is invented."""

from __future__ import annotations

import pytest

from onrecord.reading import read
from onrecord.stories import Passage, Quote, Story


def story(*paragraphs: str, title: str = "A story") -> Story:
    passages = tuple(Passage(n=n, text=text) for n, text in enumerate(paragraphs))
    return Story(document="test", id="0" * 12, title=title, passages=passages)


def quotes(*paragraphs: str) -> list[Quote]:
    made = read(story(*paragraphs))
    Story.model_validate(made.model_dump())  # spans, key points and roles stand on the passages
    return list(made.quotes)


def who(*paragraphs: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.kind) for quote in quotes(*paragraphs)]


LEAD = "Marlene Oduya, the mayor of Port Ellery, met the dock workers on Monday."


@pytest.mark.parametrize(
    "sentence",
    [
        "“The harbour stays open,” Oduya said.",
        "“The harbour stays open,” said Oduya.",
        "“The harbour stays open,” she said.",
        '"The harbour stays open," Oduya told reporters.',
        "''The harbour stays open,'' said Ms. Oduya.",
        "“The harbour stays open!” Oduya shouted.",
        "Oduya said, “The harbour stays open.”",
        "Oduya said: “The harbour stays open.”",
        "“The harbour stays open,” according to Oduya.",
        "“The harbour stays open,” Oduya, who grew up near the docks, said.",
        "“The harbour stays open,” Oduya later told the crowd.",
        "Speaking from a crate, Oduya said, “The harbour stays open.”",
    ],
)
def test_one_plain_attribution(sentence: str) -> None:
    assert who(LEAD, sentence) == [("Marlene Oduya", "direct")]


def test_a_split_quote_is_one_quote_with_two_spans() -> None:
    (quote,) = quotes(LEAD, "“The harbour stays open,” she said. “Nobody loses a berth.”")
    assert quote.speaker == "Marlene Oduya"
    assert quote.speaker_mention == "she"
    assert quote.cue == "said"
    assert quote.text == "The harbour stays open, Nobody loses a berth."
    assert len(quote.spans) == 2


def test_a_fragment_inside_a_clause_is_a_mixed_quote() -> None:
    assert who(LEAD, "Oduya said the plan was “a gift to the whole coast” and cheap.") == [("Marlene Oduya", "mixed")]


def test_an_organisation_reports_without_marks() -> None:
    (quote,) = quotes("The Ellery Harbour Trust said it planned to widen the northern quay by spring.")
    assert quote.kind == "indirect"
    assert quote.speaker == "Ellery Harbour Trust"
    assert quote.text == "it planned to widen the northern quay by spring"
