"""The forms in which a question and its answer put the same."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
WEEK = story(
    [
        "“The Owl Boat”, a drama written by Nadia Holt, opens on July 9 at the Lantern cinema.",
        "Holt, 44, lives in Grebe with her husband, the painter Hugo Vale.",
        "Clara Munk, who ran against Mayor Lena Frost last year, called the week too loud.",
        "“I'm not going because of the noise,” said Clara Munk, who is not leaving the choir because it sings well.",
        "Bo Ray, 31, and his 26-year-old cousin Jan Ott rowed.",
        "Jan Ott rowed to Tarn in the week in which the plans leaked. The seating list was stolen, Bo Ray said.",
        "The plans were drawn by Lena Frost.",
    ],
    [("mixed", None, "a drama", ["The Owl Boat"])],
    [person(name) for name in ("Nadia Holt", "Hugo Vale", "Clara Munk", "Lena Frost", "Bo Ray", "Jan Ott")],
    title="A film week",
    **HEAD,
)


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([WEEK])


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("who wrote the owl boat", "Nadia Holt"),
        ("where does nadia holt live", "Grebe"),
        ("how old is nadia holt", "Holt, 44"),
        ("how old is jan ott", "26-year-old cousin Jan Ott"),
        ("who ran against lena frost", "Clara Munk"),
        ("who drew the plans", "Lena Frost"),
        ("why is clara munk not leaving the choir", "because it sings well"),
    ],
)
async def test_it_is_found(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found
    assert [wanted in entry.text for entry in answer.entries] == [True]


@pytest.mark.parametrize(
    "asked",
    [
        "how old is hugo vale",
        "who ran against nadia holt",
        "why is clara munk leaving the choir",
        "who leaked the plans",
        "who stole the seating list",
    ],
)
async def test_it_is_not_somebody_elses(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text
