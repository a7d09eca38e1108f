from __future__ import annotations

import invented
import pytest
from invented import Say

from onrecord.answers.compose import quotation


def _stands(text: str) -> bool:
    return any(text in passage["text"] for story in invented.STORIES for passage in invented.story(**story)["passages"])


async def test_a_split_quote_shows_each_run_in_its_own_marks(say: Say) -> None:
    answer = await say("/quotes speaker:brandt")
    assert answer.found
    assert "“Lumenfold taught machines to land softly” “We will teach them to carry.” [1]" in answer.text
    assert answer.entries[0].lead == "Odalys Brandt, chief executive"


async def test_each_piece_between_marks_stands_in_the_story(say: Say) -> None:
    for name in ("Idris Fenwick", "Odalys Brandt", "Signe Maro", "Benno Karst"):
        for entry in (await say(f"/quotes speaker:{name}")).entries:
            if entry.style == "quote":
                assert all(_stands(piece) for piece in entry.text.split("\n")), entry
                assert quotation(entry).startswith("“")


async def test_a_fragment_is_shown_in_the_sentence_that_holds_it(say: Say) -> None:
    [entry] = (await say("/quotes speaker:Maren Holt")).entries
    assert entry.style == "plain"
    assert entry.text.startswith("Mayor Maren Holt called the walkout “a blow")
    assert entry.lead == "Maren Holt, mayor (quoted in part)"


async def test_reported_words_are_never_put_in_quotation_marks(say: Say) -> None:
    answer = await say("/quotes speaker:Sorrel Lines")
    [entry] = answer.entries
    assert entry.style == "plain"
    assert entry.lead
    assert entry.lead.endswith("(reported, not quoted)")
    assert "offered a raise of 6 percent" in entry.text
    assert "“" not in answer.text.split("Sources")[0].replace(answer.heading, "")


async def test_the_same_words_from_two_outlets_are_shown_once(say: Say) -> None:
    answer = await say("/quotes speaker:fenwick about:sleep")
    [entry] = answer.entries
    assert entry.note == "in part also in North Post [2]"
    assert [citation.publisher for citation in answer.citations] == ["Bay Courier", "North Post"]


@pytest.mark.parametrize("typed", ["Tove Aldous", "tove aldus", "aldous tove"])
async def test_somebody_who_is_not_quoted_is_named_and_lends_nobody_elses_words(say: Say, typed: str) -> None:
    answer = await say(f"/quotes speaker:{typed}")
    assert not answer.found
    assert "Tove Aldous is in the coverage" in answer.heading
    assert "director" in answer.text
    assert "too good to refuse" not in answer.text


async def test_two_people_of_one_surname_are_both_suggested(say: Say) -> None:
    answer = await say("/quotes speaker:Aldous")
    assert not answer.found
    assert set(answer.suggestions) == {"/quotes speaker:Tove Aldous", "/quotes speaker:Pell Aldous"}


async def test_the_story_tells_two_people_of_one_surname_apart(say: Say) -> None:
    answer = await say("/quotes speaker:Aldous story:quillmark buys lumenfold")
    assert answer.found
    assert "Pell Aldous" in answer.heading


@pytest.mark.parametrize(
    "asked", ["/quotes speaker:Aldous about:offer", "/ask question:what did aldous say about the offer"]
)
async def test_a_topic_tells_two_people_of_one_surname_apart(say: Say, asked: str) -> None:
    answer = await say(asked)
    assert "Pell Aldous" in answer.text
    assert "too good to refuse" in answer.text


async def test_a_topic_of_which_neither_spoke_tells_nobody_apart(say: Say) -> None:
    answer = await say("/quotes speaker:Aldous about:owls")
    assert not answer.found
    assert set(answer.suggestions) == {"/quotes speaker:Tove Aldous", "/quotes speaker:Pell Aldous"}


async def test_a_topic_finds_who_spoke(say: Say) -> None:
    answer = await say("/quotes about:grandfathers trees")
    assert answer.found
    assert [entry.lead for entry in answer.entries] == ["Signe Maro, grower"]


async def test_a_topic_nobody_spoke_about(say: Say) -> None:
    answer = await say("/quotes speaker:Signe Maro about:ferries")
    assert not answer.found
    assert answer.suggestions == ("/quotes speaker:Signe Maro",)
    assert not (await say("/quotes about:zeppelins")).found


async def test_an_unnamed_speaker_is_not_guessed(say: Say) -> None:
    answer = await say("/quotes story:night watchman about:miracle")
    [entry] = answer.entries
    assert entry.lead == "“a note”, not named"


async def test_without_any_option(say: Say) -> None:
    answer = await say("/quotes")
    assert not answer.found
    assert answer.suggestions


async def test_an_unknown_speaker(say: Say) -> None:
    answer = await say("/quotes speaker:Marie Curie")
    assert not answer.found
    assert "Marie Curie" in answer.heading


async def test_what_somebody_said_in_a_story_about_the_topic_is_about_it(say: Say) -> None:
    answer = await say("/quotes speaker:Ruben Tasch about:late frost")
    assert answer.found
    assert "Weather is not a crime" in answer.text
