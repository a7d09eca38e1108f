"""What somebody tries first: short questions, hurried ones, and ones that a wrong sentence stands close to."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
INTERVIEW = story(
    [
        "Odile Vane has kept the mill at Sarn for nine years. We asked her about flour.",
        "The Sarn Post: How did you find it?",
        "Odile Vane: By the smell. The door had been open since spring.",
        "The Sarn Post: What lies in the loft?",
        "Odile Vane: Pigeons, mostly, and sacks. Somebody left a piano there.",
        "The Sarn Post: You have sold two wheels to museums.",
        "Odile Vane: Three. They all came by boat, and none of them has been paid for.",
        "The Sarn Post: Which year was the hardest?",
        "Odile Vane: The drought of 1994. We ground nothing until the autumn rain.",
    ],
    [],
    [person("Odile Vane"), person("The Sarn Post", kind="organisation")],
    title="The miller who stayed",
    **HEAD,
)
WEIR = story(
    [
        "The village bakery of Weir Head has turned down a loan of 900 crowns from the Tolk Bank.",
        "A clerk, Pia Holm, wrote in a letter that 12 other bakeries had accepted similar loans.",
        "Ruben Sayle voted against the bridge and left. The Weir Head Council approved the bridge by 9 votes to 4.",
        "Greta Moll, the ferryman’s widow, has rowed since she was ten. “It’s late,” she said. “Go home.” "
        "She called the toll “a slow way of drowning everybody.”",
        "The second Marsh Light film opens on May 4, the studio said. The bakery opened a shop on Friday.",
        "Tolk Ferries, which shares nothing with Tolk Bank but a street, said that it had no oven.",
        "The old mill was sold for 4,000 crowns in June. The night boat will soon leave from the quay.",
    ],
    [
        ("direct", "Greta Moll", "she", ["It’s late,", "Go home."]),
        ("mixed", "Greta Moll", "She", ["a slow way of drowning everybody."]),
    ],
    [
        person("Pia Holm", "clerk"),
        person("Ruben Sayle"),
        person("Greta Moll"),
        person("Tolk Bank", kind="organisation"),
        person("Tolk Ferries", kind="organisation"),
    ],
    title="Weir Head bakery turns down a loan",
    authors=["Nils Arden"],
    **HEAD,
)
LETTER = {
    "title": "A letter about the marsh",
    "passages": [
        {"n": 0, "section": "Who signed", "text": "Ida Ferrin, Karl Moss and Lena Quist are on the page."},
        {"n": 1, "section": "Who signed", "text": "Olaf Brandt is not among them."},
    ],
}


@pytest.fixture
async def say(told: Telling) -> Say:
    return await told([INTERVIEW, WEIR, LETTER])


@pytest.mark.parametrize(
    "asked",
    [
        "whats a pigeon",
        "what happened in the drought",
        "who sold two wheels",
        "did odile vane sell two wheels to museums",
        "who wrote the story about the letter",
        "why did they leave the price",
        "why did he leave",
        "did olaf brandt sign",
        "are tolk ferries and the sarn post the same company",
        "when was ruben sayle released",
    ],
)
async def test_what_is_not_said_is_refused(say: Say, asked: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert not answer.found, answer.text


@pytest.mark.parametrize("asked", ["how many wheels were sold", "how many wheels did odile vane sell"])
async def test_an_answer_of_a_word_stands_behind_what_was_asked(say: Say, asked: str) -> None:
    put, answered = (await say(f"/ask question:{asked}")).entries
    assert put.text == "The Sarn Post: You have sold two wheels to museums."
    assert answered.text.startswith("Odile Vane: Three.")


async def test_a_sentence_that_goes_on_from_a_fragment_is_shown_with_it(say: Say) -> None:
    (only,) = (await say("/ask question:what was ground in the drought of 1994")).entries
    assert only.text.startswith("Odile Vane: The drought of 1994. We ground nothing")


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("did the bakery accept the loan", "has turned down a loan of 900 crowns"),
        ("who voted for the bridge", "by 9 votes to 4"),
        ("who voted against the bridge", "Ruben Sayle"),
        ("who called the toll a slow way of drowning everybody", "Greta Moll"),
        ("who said its late", "Greta Moll"),
        ("who wrote the story about the bakery", "By Nils Arden"),
        ("when does marsh light film come out??", "May 4"),
        ("when is the marsh light film released", "May 4"),
        ("did karl moss sign", "Karl Moss"),
        ("@everyone who said its late", "Greta Moll"),
        ("<@123456> how much was the mill sold for", "4,000 crowns"),
        ("for how much was the mill sold", "4,000 crowns"),
        ("are tolk ferries and tolk bank the same company", "shares nothing"),
        ("Is Tolk Bank the same as Tolk Ferries?", "shares nothing"),
    ],
)
async def test_what_is_said_is_found(say: Say, asked: str, wanted: str) -> None:
    answer = await say(f"/ask question:{asked}")
    assert answer.found
    assert wanted in "\n".join(f"{one.lead or ''} {one.text}" for one in answer.entries[:1])
