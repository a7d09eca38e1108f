"""Questions that suppose what the coverage does not say."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
GUILD = story(
    [
        "The guild approved a ten-year lease of the old mill on Tuesday because its roof is sound.",
        "Prices of wool fell by a third in May, after a wet spring.",
        "Nils Orre, 61, told the guild on Monday that he had sold the looms. A Vell heckler stopped Nils Orre twice.",
        "Ada Lund asked Nils Orre for a gift of $70 to her choir. The contribution to the fair that Nils Orre made was"
        " $45.",
        "Ada Lund praised Bo Kern on the stairs, saying that Nils Orre was late again, after all that was promised.",
    ],
    [],
    [person("Nils Orre"), person("Ada Lund"), person("Bo Kern")],
    title="Regatta winner Orre hears the guild",
    **HEAD,
)
BOARD = story(
    ["The harbour board voted against a toll on boats at night, which its members found unfair."],
    [],
    [],
    title="Harbour board rejects the toll",
    **HEAD,
)


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([GUILD, BOARD])


@pytest.mark.parametrize(
    "asked",
    [
        "why did the guild reject the lease",
        "When did the guild reject the lease?",
        "why did the board approve the toll",
        "how much did wool prices rise",
        "when did orre win the regatta",
        "who heckled nils orre",
        "how much did ada lund give to the choir",
        "why did the guild auction the lease",
        "why did ada lund praise nils orre",
    ],
)
async def test_the_contrary_is_no_answer(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("why did the guild approve the lease", "its roof is sound"),
        ("when did the guild approve the lease", "on Tuesday"),
        ("how much did wool prices fall", "by a third"),
        ("why did ada lund praise bo kern", "on the stairs"),
        ("how much did nils orre give to the fair", "$45"),
    ],
)
async def test_what_was_done_is(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found
    assert wanted in answer.entries[0].text


@pytest.mark.parametrize(
    ("asked", "wanted"), [("did the guild reject the lease", "approved"), ("did the board approve the toll", "against")]
)
async def test_the_contrary_answers_whether_it_was_done(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found
    assert wanted in answer.entries[0].text
