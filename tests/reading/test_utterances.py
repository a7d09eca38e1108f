"""One utterance from several outlets. The speeches are invented."""

from __future__ import annotations

from onrecord.reading.utterances import Spoken, group

FULL = "We will keep the ferry running through the winter storms, whatever the council decides about fuel."


def members(*spoken: Spoken) -> list[tuple[int, ...]]:
    return [utterance.members for utterance in group(spoken)]


def test_trimmed_wordings_are_one_utterance() -> None:
    trimmed = "We will keep the ferry running through the winter storms"
    found = group([Spoken("Ida Marsh", trimmed, "a"), Spoken("Ms. Ida Marsh", FULL, "b"), Spoken(None, FULL, "c")])
    assert [(one.members, one.differs) for one in found] == [((1, 0, 2), False)]


def test_retouched_wordings_are_one_utterance_that_differs() -> None:
    retouched = "We'll keep the ferry running through winter storms, whatever the council decides on the fuel."
    found = group([Spoken("Ida Marsh", FULL, "a"), Spoken("Ida Marsh", retouched, "b")])
    assert [(one.members, one.differs) for one in found] == [((0, 1), True)]


def test_two_speakers_never_share_one() -> None:
    assert members(Spoken("Ida Marsh", FULL, "a"), Spoken("Dan Brook", FULL, "b")) == [(0,), (1,)]


def test_different_words_stay_apart() -> None:
    other = "We will sell the ferry before the winter storms, and the council has decided about fuel."
    assert members(Spoken("Ida Marsh", FULL, "a"), Spoken("Ida Marsh", other, "b")) == [(0,), (1,)]
    assert members(Spoken("Ida Marsh", "Yes.", "a"), Spoken("Dan Brook", "Yes.", "b")) == [(0,), (1,)]


def test_two_quotes_of_one_story_are_two_utterances() -> None:
    again = "We'll keep the ferry running through winter storms, whatever the council decides on the fuel."
    assert members(Spoken("Ida Marsh", FULL, "a"), Spoken("Ida Marsh", again, "a")) == [(0,), (1,)]
