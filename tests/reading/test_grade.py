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


@pytest.mark.parametrize("mark", ["ﾞ", "ﾟ", "\u3099", "\u0301", "ﾞﾟ"])
def test_a_mark_without_its_letter_is_no_word(mark: str) -> None:
    assert grade(f"Nobody {mark} on this island asked for a bridge {mark}", SPEECH).kind == "verbatim"
    assert grade(SPEECH[0], (SPEECH[0].replace("ferry", f"ferry {mark}"),)).kind == "verbatim"
    assert grade(mark, SPEECH).kind == "unrelated"


def test_a_cut_shows_the_rest() -> None:
    given = grade("We will keep the ferry running", SPEECH)
    assert (given.before, given.after) == ("", "but not if the council cuts our fuel")


def test_an_altered_claim_shows_both_wordings() -> None:
    given = grade("Everybody on the island asked for a bridge", SPEECH)
    assert [(d.claimed, d.said) for d in given.differences if d.kind == "changed"] == [
        ("Everybody", "Nobody"),
        ("the", "this"),
    ]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("dont sell the pilots boats its ours", "Don’t sell the pilots’ boats. It’s ours."),
        ("were closing the centre, cancelled or not", "We’re closing the center, canceled or not."),
        ("we realise the labour of organizing neighbours", "We realize the labor of organising neighbors."),
        ("wether you recieve a licence or not", "Whether you receive a license or not"),
        ("we sold 38 crates", "We sold thirty-eight crates."),
        ("it cost us $5 million", "It cost us five million dollars."),
        ("a hundred and twelve of 2,000 boats", "112 of two thousand boats"),
        ("6% is not enough for us", "Six per cent is not enough for us"),
    ],
)
def test_spelling_and_the_writing_of_numbers_change_nothing(claim: str, said: str) -> None:
    assert grade(claim, [said]).kind == "verbatim"


@pytest.mark.parametrize(
    ("claim", "said", "changed"),
    [
        ("we sold forty crates of plums", "We sold thirty-eight crates of plums.", ("forty", "thirty-eight")),
        (
            "we sold twenty-eight crates of plums",
            "We sold thirty-eight crates of plums.",
            ("twenty-eight", "thirty-eight"),
        ),
        ("we took $40 for the plums", "We took thirty-eight dollars for the plums.", ("$40", "thirty-eight dollars")),
        ("we took $1,500 for the plums", "We took $1,600 for the plums.", ("$1,500", "$1,600")),
        ("we can sell the plums in May", "We can’t sell the plums in May.", ("can", "can’t")),
        ("we will sell the goats in June", "We will sell the boats in June.", ("goats", "boats")),
        ("our north-facing orchard is lost", "Our south-facing orchard is lost.", ("north-facing", "south-facing")),
        ("our well known orchard is lost", "Our well-kept orchard is lost.", ("well known", "well-kept")),
    ],
)
def test_what_is_shown_as_changed_is_whole_words(claim: str, said: str, changed: tuple[str, str]) -> None:
    given = grade(claim, [said])
    assert given.kind == "altered"
    assert [(d.claimed, d.said) for d in given.differences if d.kind != "same"] == [changed]


def test_a_sentence_goes_on_behind_the_attribution() -> None:
    runs = ["The bridge will open,", "and nobody will cross it."]
    assert grade("The bridge will open", runs).after == "and nobody will cross it"
    assert grade("The bridge will open", ["The bridge will open,", "We hope so."]).kind == "verbatim"


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
