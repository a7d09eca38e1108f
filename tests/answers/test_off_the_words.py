"""Hurried questions whose answer stands a little off their words."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
PIER = story(
    [
        "For 39 hours, seven members of the council kept up a debate over the pier of Skerry Point.",
        "In the end Ferro Lind ignored the harbour master's advice and refused to sign the lease.",
        "In 2007, Lind and two partners set up a dock fund and asked Oda Brink to join.",
        "Oda Brink agreed to pay a fee to Lind, and she put 40,000 crowns into the dock fund, which bought two cranes "
        "before a quarrel parted Lind from Oda Brink.",
        "When Orla Venn is matched up against Bo Hale, most people say that they would vote for the pilot.",
        "But Mio Tarr was not given a berth under the law of 2000 because he was 17 at the time.",
        "“The population, which is poor, has been drinking rainwater,” said Bo Hale of Skerry Point.",
        "Ines Marrow, who is 44, rowed for the navy. “I was tired,” said Marrow.",
        "But after serving a term in jail, she was banished to Hald, where nobody rows.",
        "“The pier should close by winter,” said Orla Venn.",
        "Lind had asked for a new name, the Skerry Bloc. “You become a sign of being against,” said Tove Pike.",
    ],
    [
        ("direct", "Bo Hale", "Bo Hale", ["The population, which is poor, has been drinking rainwater,"]),
        ("direct", "Ines Marrow", "Marrow", ["I was tired,"]),
        ("direct", "Orla Venn", "Orla Venn", ["The pier should close by winter,"]),
        ("direct", "Tove Pike", "Tove Pike", ["You become a sign of being against,"]),
    ],
    [
        person("Ferro Lind", aliases=("Lind",)),
        person("Oda Brink"),
        person("Orla Venn"),
        person("Bo Hale"),
        person("Mio Tarr"),
        person("Ines Marrow", aliases=("Marrow",)),
        person("Tove Pike"),
    ],
    title="A long night over the pier",
    **HEAD,
)


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([PIER])


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("did ferro lind sign the lease", "refused to sign"),
        ("how much did brink put into the dock fund", "40,000 crowns"),
        ("how long did the debate last", "39 hours"),
        ("why couldnt mio tarr get a berth under the 2000 law", "because he was 17"),
        ("why was marrow banished", "serving a term in jail"),
        ("where was marrow banished", "to Hald"),
    ],
)
async def test_the_first_sentence_has_the_answer(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found, answer.text
    assert wanted in answer.entries[0].text


@pytest.mark.parametrize(
    "asked", ["did venn endorse hale", "what is the population of skerry point", "why was lind banished"]
)
async def test_what_only_sounds_alike_is_no_answer(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text


@pytest.mark.parametrize(
    ("quote", "heading"),
    [
        ("Venn said the pier should close by winter", "Verbatim: Orla Venn"),
        ("orla venn said that the pier should close by winter", "Verbatim: Orla Venn"),
        ("Tove Pike said the pier should close by winter", "Verbatim, but not by Tove Pike: Orla Venn"),
    ],
)
async def test_who_is_said_to_have_said_it_is_no_part_of_the_words(say: Say, quote: str, heading: str) -> None:
    assert (await say(f"/check quote:{quote}")).heading.startswith(heading)


async def test_the_sentence_before_a_quote_tells_what_it_is_about(say: Say) -> None:
    answer = await say("/quotes speaker:pike about:skerry bloc")
    assert answer.found
    assert "a sign of being against" in answer.text
