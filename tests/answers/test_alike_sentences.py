"""Hurried questions whose answers stand beside sentences that only look like them."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
KEEPER = story(
    [
        "Rasmus Holt has hired for the Tarn lighthouse for the second time in two months.",
        "Ylva Strand, who kept the books, will become the lighthouse manager of Mr. Holt and his brother.",
        "Mirre Lorch is 5-foot-3, but on Wednesday she walked from the keeper's room to the pump in two strides.",
        "Lorch said, “The keeper knew it when she left, and took the lamp with her.”",
        "Holt said that he used to keep two boats, but in fact Holt used only one boat for the lamp.",
        "Those at the Jan. 7 feast of Mirre Lorch in Orm heard a song. Gulls fell quiet on the pier in January.",
        "Strand was spurred to file a complaint to show that the lamp was out.",
        "They met on Monday at Holt's Gannet Rock hut.",
        "Lorch praised the gulls but blamed Strand for pursuing charges with a lawyer in Orm.",
        "Ylva Strand, 42, came by herself on Friday. Hours before, the manager was charged with theft.",
    ],
    [
        ("direct", "Mirre Lorch", "Lorch", ["The keeper knew it when she left, and took the lamp with her."]),
        ("indirect", "Rasmus Holt", "Holt", ["he used to keep two boats"]),
    ],
    [
        person("Rasmus Holt", aliases=("Holt",)),
        person("Ylva Strand", aliases=("Strand",)),
        person("Mirre Lorch", aliases=("Lorch",)),
    ],
    title="A new start at Tarn",
    **HEAD,
)
OTHER = story(
    ["Rasmus Holt's new lighthouse lamp has no manager who would light it, and no oil."],
    [],
    [person("Rasmus Holt")],
    title="The lamp of Rasmus Holt",
    **HEAD,
)


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([KEEPER, OTHER])


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("who is rasmus holts new lighthouse manager", "Ylva Strand"),
        ("how tall is mirre lorch", "5-foot-3"),
        ("did holt use two boats", "only one boat"),
        ("where was the feast of mirre lorch in january", "in Orm"),
        ("why did strand file a complaint", "to show that the lamp was out"),
        ("who owns gannet rock", "Holt's Gannet Rock"),
        ("what was strand charged with", "charged with theft"),
    ],
)
async def test_the_first_sentence_has_the_answer(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found, answer.text
    assert wanted in answer.entries[0].text


@pytest.mark.parametrize("asked", ["why did lorch resign", "when did lorch become keeper"])
async def test_what_is_said_of_somebody_else_is_no_answer(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text
