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
