"""Hurried questions that a number, a word or a name close by would answer wrongly."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
TOWN = story(
    [
        "The seven members of the Okoro family have lived in Vell for three months.",
        "Vell has a 35-year history of taking in refugees, as Mayor Tove Strand put it.",
        "Strand said she was very close to the harbour office.",
        "It was a long Tuesday for the pastor. Kai Moberg spoke in Hald and slept.",
        "Kai Moberg, a pastor, has been in the news since the spring. In May 2021, he served as chief organizer "
        "of the Vell Harvest Fair, which Bo Hale opened.",
    ],
    [("indirect", "Tove Strand", "Strand", ["she was very close to the harbour office"])],
    [person("Tove Strand", "Mayor", aliases=("Strand",)), person("Kai Moberg", "pastor"), person("Bo Hale")],
    title="A department at Vell",
    **HEAD,
)


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([TOWN])


@pytest.mark.parametrize(
    "asked",
    [
        "how many people live in vell",
        "how many refugees does vell take in",
        "why did strand resign",
    ],
)
async def test_what_only_looks_like_an_answer_is_none(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text


async def test_the_day_may_stand_in_the_sentence_before(say: Say) -> None:
    answer = await say("/ask question:where did moberg speak on tuesday")
    assert answer.entries and "in Hald" in answer.entries[0].text


async def test_whom_the_sentence_before_names_is_shown_along(say: Say) -> None:
    answer = await say("/ask question:who was the chief organizer of the vell harvest fair")
    assert "Kai Moberg" in answer.entries[0].text
    assert "chief organizer of the Vell Harvest Fair" in answer.entries[0].text
