"""Is it an answer to this question, or only a sentence with its words?"""

from __future__ import annotations

import pytest
from invented import Say, Telling, person, story

STORIES = [
    story(
        [
            "HOHLEN, March 3 (UPI) — The cable car of Hohlen is almost repaired, engineer Pia Rausch said.",
            "A gala for the workers takes place on April 9 in the old depot.",
            "Rausch wrote two dozen letters before the council met, and mentioned that an office is nearly there.",
            "The coroner named the hiker killed on the ridge as Tom Brask, 32, of Orm.",
            "The sudden death on Sunday of Tom Brask shook the valley.",
            "The gala is chaired by former Grindel Works CEO Ilka Venn, and Venn has no plans to leave the valley.",
            "Grindel Works did not return a phone message from this paper. Venn will be there for years, she added.",
            "Similar cabins normally sell for around $200.",
            "The council set the bidding for the bell to start at $5,000.",
            "The council chose Ada Lund as skipper of the year.",
            "Three climbers were held after a fall of stones in the quarry of Morn.",
            "Bo Kern backed Jonas Prell in the spring and has since supported Ada Lund.",
            "The Lund Prize went to a baker. Kern's preferred baker won a show of strength over Prell.",
            "Brask left a sister. “Tom sang in the cabin,” said Dora Flint, the senior conductor.",
        ],
        [("direct", "Dora Flint", "Dora Flint", ["Tom sang in the cabin,"])],
        [
            person("Pia Rausch", "engineer"),
            person("Tom Brask"),
            person("Ilka Venn"),
            person("Ada Lund"),
            person("Bo Kern"),
            person("Jonas Prell"),
            person("Dora Flint", "senior conductor"),
        ],
        title="The cable car of Hohlen",
        url="https://vell.example/hohlen",
        publisher="Vell Echo",
        published="2025-06-02",
    ),
]


@pytest.fixture
async def hohlen(told: Telling) -> Say:
    return await told(STORIES)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("when is the cable car gala", "April 9"),
        ("when did tom brask die", "Sunday"),
        ("what was the starting bid for the bell", "$5,000"),
        ("who did the council pick as skipper of the year", "Ada Lund"),
        ("where did the fall of stones happen", "quarry of Morn"),
        ("who did bo kern support", "Jonas Prell"),
        ("what does dora flint do", "senior conductor"),
        ("how many letters did pia rausch write", "two dozen letters"),
    ],
)
async def test_the_answer_is_told_from_its_neighbours(hohlen: Say, question: str, wanted: str) -> None:
    answer = await hohlen(f"/ask question:{question}")
    assert answer.found, answer.text
    assert wanted in answer.entries[0].text


@pytest.mark.parametrize(
    "question",
    [
        "when was the cable car repaired",  # the day in front of it is the paper's
        "how many people were killed in hohlen",  # an age is no number of people
        "how many offices has pia rausch opened",
        "Who is Grindel Works's CEO?",
        "why did ilka venn leave the valley",
        "what is ilka venn's phone number",
        "how much did the cabin sell for",
        "who did ada lund support",
        "what prize did Ida Lund win",
        "what show does bo kern like",
        "which baker did bo kern marry",
    ],
)
async def test_a_sentence_with_the_words_is_no_answer(hohlen: Say, question: str) -> None:
    answer = await hohlen(f"/ask question:{question}")
    assert not answer.found, answer.text
