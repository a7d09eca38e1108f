"""Hurried questions in other words than the story's, or of somebody whom it names a sentence away."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
SUIT = story(
    [
        "Ada Rook and Bo Hale, who kept the two boats that sank off Hald in spring, have filed a lawsuit against "
        "Judge Ylva Storm.",
        "The paper also alleges that the judge was asleep. It was filed in Orm.",
        "Ylva Storm has the backing of the whole pier. On Tuesday, Mayor Tove Lund endorsed her, citing patience.",
        "Mirre Sand, 44, known along the quay as the Gull, was sent home in spring to the isles of the north and "
        "pleaded guilty in May to theft.",
        "Sand admitted to robbing about 100 huts. Kai Moberg, who took the lives of 12 rowers, is at sea.",
        "The hall waived its fee of 23 crowns for the feast. The hall of Hald opened its doors to some 40 events.",
    ],
    [],
    [
        person("Ada Rook"),
        person("Bo Hale"),
        person("Ylva Storm", "Judge"),
        person("Tove Lund", "Mayor"),
        person("Mirre Sand", aliases=("Sand",)),
        person("Kai Moberg"),
    ],
    title="Parents take it to court",
    **HEAD,
)
OTHERS = [
    story(
        [f"Ylva Storm came to the {place} by boat, and Ylva Storm left it on foot."],
        [],
        [person("Ylva Storm")],
        title=f"Ylva Storm at the {place} of Tarn",
        **HEAD,
    )
    for place in ("mill", "weir", "pond", "kiln", "barn", "ford", "yard")
]
OFF = story(
    ["The ferry firm sent home 200 hands.", "The pier is empty."],
    [],
    [],
    title="Tarn Ferries lays off more than 200 deckhands",
    **HEAD,
)


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([SUIT, *OTHERS, OFF])


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("who is suing ylva storm", "Ada Rook and Bo Hale"),
        ("who endorsed ylva storm", "Tove Lund"),
        ("when did sand plead guilty", "in May"),
        ("how many huts did sand rob", "about 100"),
        ("how many people did moberg kill", "12 rowers"),
        ("how much is the fee of the hall", "23 crowns"),
    ],
)
async def test_the_first_sentence_has_the_answer(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found, answer.text
    assert wanted in answer.entries[0].text


async def test_what_it_costs_is_no_other_number(say: Say) -> None:
    assert not (await say("/ask question:how much is a boat to hald")).found


async def test_the_layoffs_are_those_who_were_laid_off(say: Say) -> None:
    answer = await say("/summary story:tarn layoffs")
    assert answer.found, answer.text
    assert answer.heading.startswith("Tarn Ferries lays off")
