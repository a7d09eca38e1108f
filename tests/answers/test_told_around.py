"""What only the sentences around the best one tell, or do not."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
SAILS = story(
    [
        "The sail loft of Orm lost its oldest loom on Friday.",
        "Shares of the sail loft fell sharply at noon. Orders are fewer than ever because of a calm spring.",
        "“A patient hand mends torn sails, and greed tears them,” said Ada Lund of the loft's rival, Hald.",
        "“The people of Orm are tired of calm weather,” said Bo Kern.",
        "Visitors came from Tarn by boat.",
        "“Nobody asked the chairman,” said Chairman Bo Kern.",
        "Bo Kern gave two interviews to a radio host.",
    ],
    [
        ("direct", "Ada Lund", "Ada Lund", ["A patient hand mends torn sails, and greed tears them,"]),
        ("direct", "Bo Kern", "Bo Kern", ["The people of Orm are tired of calm weather,"]),
    ],
    [person("Ada Lund"), person("Bo Kern")],
    title="A calm week",
    **HEAD,
)


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([SAILS])


async def test_the_reason_may_stand_behind_what_happened(say: Say) -> None:
    answer = await say("/ask question:why did shares of the sail loft fall")
    assert answer.entries[0].text.startswith("Shares of the sail loft fell sharply")
    assert answer.entries[0].text.endswith("because of a calm spring.")


@pytest.mark.parametrize(
    ("saying", "who"),
    [
        ("that torn sails are mended by a patient hand", "Ada Lund"),
        ("hald tears sails out of greed", "Ada Lund"),
        ("orm is tired of the calm weather", "Bo Kern"),
    ],
)
async def test_whose_words_some_are_is_told_in_other_words(say: Say, saying: str, who: str) -> None:
    answer = await say(f"/ask question:who said {saying}")
    assert [entry.lead for entry in answer.entries] == [who]


@pytest.mark.parametrize(
    "asked",
    [
        "who said the people of hald are tired of greed",
        "who said orm is calm",
        "who is the chairman of tarn",
        "who gave interviews for the gazette",
    ],
)
async def test_what_stands_near_by_is_no_answer(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text
