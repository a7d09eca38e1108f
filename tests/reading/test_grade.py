"""Grades of claimed quotations. The speeches are invented."""

from __future__ import annotations

import pytest

from onrecord.reading.grade import best, grade

SPEECH = (
    "We will keep the ferry running, but not if the council cuts our fuel.",
    "Nobody on this island asked for a bridge. Nobody will use it!",
)


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        (SPEECH[1], "verbatim"),
        ("Nobody on this island asked for a bridge", "verbatim"),
        ("“Nobody will use it”", "verbatim"),
        (" ".join(SPEECH), "verbatim"),
        ("We will keep the ferry running", "cut"),
        ("on this island asked for a bridge", "cut"),
        ("We will keep the ferry running … Nobody will use it", "cut"),
        ("We shall keep the ferry running, but never if the council cuts our fuel", "altered"),
        ("Everybody on this island asked for a bridge", "altered"),
        ("The council promised us new fuel tanks by the spring", "unrelated"),
        ("", "unrelated"),
        ("…", "unrelated"),
    ],
)
def test_grades(claim: str, kind: str) -> None:
    assert grade(claim, SPEECH).kind == kind


def test_a_cut_shows_the_rest() -> None:
    given = grade("We will keep the ferry running", SPEECH)
    assert (given.before, given.after) == ("", "but not if the council cuts our fuel")


def test_an_altered_claim_shows_both_wordings() -> None:
    given = grade("Everybody on the island asked for a bridge", SPEECH)
    assert [(d.claimed, d.said) for d in given.differences if d.kind == "changed"] == [
        ("Everybody", "Nobody"),
        ("the", "this"),
    ]


def test_the_nearest_utterance_is_graded() -> None:
    at, given = best("Nobody will use it", [["The pier needs paint."], SPEECH])
    assert (at, given.kind) == (1, "verbatim")
    assert best("Anything else", [])[0] == -1


def test_a_long_claim_is_compared_with_the_part_of_a_longer_speech_that_it_is_like() -> None:
    words = ["the" if i % 3 == 0 else f"{'bdfgklmn'[i % 8]}{'aeiou'[i % 5]}{i}" for i in range(900)]
    claim = words[301:601]
    claim[49::50] = ["otherwise"] * 6
    given = grade(" ".join(claim), [" ".join(words) + "."])
    assert given.kind == "altered"
    parted = [d for d in given.differences if d.kind != "same"]
    assert [(d.claimed, d.said) for d in parted] == [("otherwise", word) for word in words[350:601:50]]
