"""Who runs, heads or leads what; and sentences that speak of such somebody, and do not say who it is."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
TOWN = [
    "Mira Sand heads the dye works. She called the boilers old but safe.",
    "The print shop next door is run by Jan Ott, a former sailor.",
    "“We pay for voices,” said Bo Kern, who runs the Orm radio station.",
    "Per Holm leads the strike committee at the Vell shipyard. Lena Frost leads in the polls for mayor of Vell.",
    "Ada Lund, who chairs the Weavers' Guild, is running for treasurer of the library.",
    "Bo Kern drove the mayor of Grebe home. The owner of the Orm kiosk, Jan Ott, waved.",
]
PEOPLE = [person(name) for name in ("Mira Sand", "Jan Ott", "Bo Kern", "Per Holm", "Lena Frost", "Ada Lund")]


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([story(TOWN, [], PEOPLE, title="A week in five towns", **HEAD)])


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("who heads the dye works", "Mira Sand"),
        ("Who leads the dye works?", "Mira Sand"),
        ("who is in charge of the dye works", "Mira Sand"),
        ("who runs the print shop", "Jan Ott"),
        ("who runs the orm radio station", "Bo Kern"),
        ("Who is the head of the strike committee?", "Per Holm"),
        ("who leads the polls in vell", "Lena Frost"),
        ("who leads the weavers guild", "Ada Lund"),
        ("who is the owner of the orm kiosk", "Jan Ott"),
    ],
)
async def test_what_somebody_leads_need_not_be_an_office(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found
    assert [wanted in entry.text for entry in answer.entries] == [True]


@pytest.mark.parametrize(
    "asked",
    [
        "who runs the library",
        "who heads the shipyard",
        "who is the mayor of grebe",
    ],
)
async def test_who_leads_something_else_does_not_lead_it(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text
