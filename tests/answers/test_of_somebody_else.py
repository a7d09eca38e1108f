"""What a story tells of one is no answer about another whom it names."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
QUAY = story(
    [
        "Ada Rook, who paid for the feast, walked the two dozen steps from her room to the quay on Wednesday.",
        "Bo Hale attacked Mirre Sand without pause, and asked about her papers because Sand was born in Orm.",
        "Kai Moberg, who endorsed Ylva Storm in spring, is a supporter of the pier. The harbour was refitted in May.",
        "Lena Quist was elected mayor in 2011. It was six years after the election of Ada Rook as harbour master.",
        "Ida Fenn, the 30-year-old daughter of the keeper Tove Lund, spoke of the school at Hald at last, and "
        "what she said there was told in the camp of Bo Hale.",
        "Lena Quist was a pilot, but she resigned after a storm. The isles spend 15 crowns a day on oil.",
    ],
    [],
    [
        person("Ada Rook"),
        person("Bo Hale"),
        person("Mirre Sand", aliases=("Sand",)),
        person("Kai Moberg"),
        person("Ylva Storm"),
        person("Lena Quist"),
        person("Ida Fenn"),
        person("Tove Lund", "keeper"),
    ],
    title="Bo Hale and the quay",
    **HEAD,
)


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([QUAY])


@pytest.mark.parametrize(
    "asked",
    [
        "where was bo hale born",
        "who endorsed moberg",
        "how old is bo hale",
        "why did ada rook resign",
        "did ada rook resign",
        "why did bo hale resign",
        "when was bo hale elected",
    ],
)
async def test_it_is_not_told_of_who_was_asked_about(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("where was sand born", "born in Orm"),
        ("who endorsed ylva storm", "Kai Moberg"),
        ("how old is ida fenn", "30-year-old"),
        ("why did lena quist resign", "after a storm"),
        ("when was lena quist elected", "2011"),
    ],
)
async def test_it_is_told_of_who_was_asked_about(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found, answer.text
    assert wanted in answer.entries[0].text


async def test_what_a_title_says_was_turned_down_is_nobody_s_dismissal(told: Telling) -> None:
    """Both words may mean "rejected"."""
    mill = story(
        ["Orla Penn, the mill keeper, said that the sum would have paid for a new wheel, which she has no use for."],
        [],
        [person("Orla Penn", "mill keeper")],
        title="Tarn mill turns down an offer for its stones",
        **HEAD,
    )
    say = await told([mill])
    answer = await say("/ask question:Why was Orla Penn dismissed?")
    assert not answer.found, answer.text
