"""Questions as they are typed on the way to the bus: no capitals, slips, pronouns, and wrong ideas of what happened."""

from __future__ import annotations

import pytest
from invented import Say, Telling, person, story

STORIES = [
    story(
        [
            "Oda Marsh, who ran the Lantern Museum of Vell for thirty years, died on Sunday. She was 88.",
            "Her brother Ivo Marsh, 71, a clockmaker, will keep the keys. His dog Biscuit sleeps in the hall.",
            "Ivo Marsh and his wife, an Ormish baker, have never sold a ticket.",
            "The museum holds $4 million in debt, and the roof leaks.",
            "“The bank is patient,” said Lise Tarn, the president and chairwoman of the Vell Savings Bank.",
            "That bank was founded by President Rolf Amberg in 1893, and it has vans.",
            "The F.V.A. had no direct evidence of a leak, said Ansel Pike, who teaches water law at Orm College.",
            "The museum turned down an offer of forty new lamps. The museum opens on Tuesdays.",
            "Tarvia sent flowers, and people still talk about Gerda Zorn.",
            "The card says that Ormish Prime Minister Vela Kurz waved to Tarvia.",
        ],
        [("direct", "Lise Tarn", "Lise Tarn", ["The bank is patient,"])],
        [
            person("Oda Marsh"),
            person("Ivo Marsh", "clockmaker"),
            person("Lise Tarn", "president and chairwoman of the Vell Savings Bank"),
            person("Rolf Amberg"),
            person("Ansel Pike"),
        ],
        title="The lamps of Vell go out",
        url="https://vell.example/lamps",
        publisher="Vell Echo",
        published="2025-06-02",
    ),
    story(
        [
            "Bruno Keel lost the debate on Monday, and three listeners lost their coats. The auction was put off.",
            "Rower Ines Holm was honored with the Silver Oar Award. She is 34. Keel clapped.",
            "In the flood of 1962, 31 people died in Orm, and 1,900 houses went with it.",
        ],
        [],
        [person("Bruno Keel"), person("Ines Holm", "Rower")],
        title="An evening in Orm",
        url="https://vell.example/orm",
        publisher="Vell Echo",
        published="2025-06-05",
    ),
]


@pytest.fixture
async def vell(told: Telling) -> Say:
    return await told(STORIES)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("how old was oda marsh", "She was 88."),
        ("how old is ivo marsh", "Ivo Marsh, 71"),
        ("how old is ines holm", "She is 34."),
        ("how much debt does the museum have", "$4 million in debt"),
        ("whos the president of the vell savings bank", "Lise Tarn"),
        ("how many people died in orm", "31 people"),
        ("did the FVA have evidence of a leak", "no direct evidence"),
        ("what does ansel pike teach", "water law"),
        ("who recieved the silver oar award", "Ines Holm"),
        ("who lost the debate", "Bruno Keel"),
        ("what is the name of the dog", "Biscuit"),
        ("what did lise tarn say yesterday", "The bank is patient"),
    ],
)
async def test_haste_is_understood(vell: Say, question: str, wanted: str) -> None:
    answer = await vell(f"/ask question:{question}")
    assert answer.found, answer.text
    assert wanted in f"{answer.entries[0].lead} {answer.entries[0].text}"


@pytest.mark.parametrize(
    "question",
    [
        "how old is lise tarn",
        "how old is bruno keel",
        "how many people voted in orm",
        "how many people died in vell in 1962",
        "whos the president of the bank of zembla",
        "what is the name of ivo marshs wife",
        "what did he say",
        "why did lise tarn call for a ticket boycott",
        "what did lise tarn tell ines holm about the oar",
        "what did gerda zorn say about the museum",
        "what did gerda zorn say about the debt",
        "who is the prime minister of tarvia",
        "how many vans has the bank",
        "who lost the auction",
        "what did vela kurz say about tarvia",
        "who won the debate",
        "what is lise tarns shoe size",
        "what did ivo marsh's daughter inherit",
    ],
)
async def test_what_is_not_there_is_refused_however_near_its_words_are(vell: Say, question: str) -> None:
    answer = await vell(f"/ask question:{question}")
    assert not answer.found, answer.text


async def test_she_is_named_before_what_is_said_of_her(vell: Say) -> None:
    [entry] = (await vell("/ask question:how old was oda marsh")).entries
    assert entry.text == STORIES[0]["passages"][0]["text"]


@pytest.mark.parametrize("question", ["who lost the debate", "What did the museum turn down?"])
async def test_a_sentence_with_less_of_the_question_is_not_added(vell: Say, question: str) -> None:
    assert len((await vell(f"/ask question:{question}")).entries) == 1


async def test_a_pronoun_alone_is_asked_back(vell: Say) -> None:
    assert (await vell("/ask question:what did he say about it")).heading == "Whom do you mean? Give a name."
