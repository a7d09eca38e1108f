"""Is it an answer to this question, or only a sentence with its words?"""

from __future__ import annotations

import pytest
from invented import Say, Telling, person, story

from onrecord.answers.ask.sayings import speech_in

MAYORS = [
    story(
        [
            "“The dam will hold,” said Rolf Amberg, mayor of Orm, on Monday.",
            "Nobody in the hall had brought a lamp.",
            "“Our bakers sleep too little,” said Lise Tarn, mayor of Orm Valley.",
            "The visit of Jonas Prell was short. “He counted every duck,” Lise Tarn said.",
            "Gerda Zorn, 71, will be asked about the missing oars.",
            "“We lit the stoves ourselves,” the Orm Rowing Society wrote in a statement about the cold.",
        ],
        [
            ("direct", "Rolf Amberg", "Rolf Amberg", ["The dam will hold,"]),
            ("direct", "Lise Tarn", "Lise Tarn", ["Our bakers sleep too little,"]),
            ("direct", "Lise Tarn", "Lise Tarn", ["He counted every duck,"]),
            ("direct", "Orm Rowing Society", "the Orm Rowing Society", ["We lit the stoves ourselves,"]),
        ],
        [
            person("Rolf Amberg", "mayor of Orm"),
            person("Lise Tarn", "mayor of Orm Valley"),
            person("Jonas Prell"),
            person("Orm Rowing Society", kind="organisation"),
        ],
        title="Jonas Prell comes to Orm",
        url="https://vell.example/prell",
        publisher="Vell Echo",
        published="2025-06-09",
    ),
]

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
            "The former Lund pilot Enno Falk, who died in 1993, kept the key. Ada Lund, the skipper who died at 94,"
            " kept bees.",
            "The plans were mailed at 6:40 p.m. EST by Jonas Prell. Kern trounced Prell at chess.",
            "The survey asked 2031 retired climbers about the depot. The judge of the contest slept.",
            "“Look what Zorn has done to the bell,” Ilka Venn said of the sexton's plan.",
            "Prell's narrow victory in the Grebe regatta surprised few.",
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
            person("Enno Falk"),
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
        ("who won the grebe regatta", "Prell's narrow victory"),
        ("who mailed the plans", "Jonas Prell"),
        ("who beat prell at chess", "Kern trounced"),
        ("how many climbers were in the survey", "2031"),
        ("how old was ada lund when she died", "94"),
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
        "when did ada lund die",  # when somebody else did, the sentence says
        "who is the judge of the contest",
        "why is enno falk wanted",
        "what did zorn say about the bell",
    ],
)
async def test_a_sentence_with_the_words_is_no_answer(hohlen: Say, question: str) -> None:
    answer = await hohlen(f"/ask question:{question}")
    assert not answer.found, answer.text


@pytest.fixture
async def orm(told: Telling) -> Say:
    return await told(MAYORS)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("/ask question:what did the mayor say about the dam", "The dam will hold"),
        ("/ask question:what did the mayor of orm say", "The dam will hold"),
        ("/quotes speaker:the mayor of Orm", "The dam will hold"),
        ("/quotes speaker:the rowing society", "We lit the stoves ourselves"),
        ("/ask question:what did the mayor of orm valley tell reporters", "Our bakers sleep too little"),
    ],
)
async def test_whoever_has_the_office_is_told_from_others_with_such_an_office(orm: Say, line: str, wanted: str) -> None:
    answer = await orm(line)
    assert answer.found, answer.text
    assert wanted in answer.entries[0].text


async def test_an_office_of_which_each_spoke_is_asked_back(orm: Say) -> None:
    assert not (await orm("/ask question:what did the mayor say about orm")).found


@pytest.mark.parametrize("line", ["/ask question:what did lise tarn say about prell", "/quotes about:prell"])
async def test_a_name_in_a_title_is_not_whom_every_quote_is_about(orm: Say, line: str) -> None:
    answer = await orm(line)
    assert answer.found
    assert [entry.text for entry in answer.entries] == ["He counted every duck"]


async def test_what_somebody_told_one_person_is_not_what_they_ever_said(orm: Say) -> None:
    assert not (await orm("/ask question:what did lise tarn tell gerda zorn")).found


@pytest.mark.parametrize("line", ["/who name:gerda zorn", "/ask question:who is gerda zorn"])
async def test_of_whom_nothing_is_told_the_sentence_that_names_them_is_shown(orm: Say, line: str) -> None:
    answer = await orm(line)
    assert answer.found
    assert answer.citations
    assert answer.entries[0].text == "Gerda Zorn, 71, will be asked about the missing oars."


async def test_words_that_name_nobody_are_nobody(orm: Say) -> None:
    assert not (await orm("/who name:missing oars")).found


@pytest.mark.parametrize(
    ("line", "name", "found"),
    [
        ("Rowers such as Gerda Zorn, Bo Falk and J. R. O’Dell lost oars.", "Zorn Bo", False),
        ("Rowers such as Gerda Zorn, Bo Falk and J. R. O’Dell lost oars.", "j r o'dell", True),
        ("The Vell Oar Museum lost oars.", "Vell Oar", False),
        ("We asked Doctor Gerda Zorn about oars.", "Gerda Zorn", True),
        ("Yesterday Gerda Zorn’s oars were lost.", "Gerda Zorn", True),
        ("They were lost by class B. He was sorry.", "B He", False),
        ("EAST ORM, May 3 (AP) — Nobody found the oars.", "East Orm", False),
    ],
)
async def test_a_name_is_whole_where_it_stands(told: Telling, line: str, name: str, found: bool) -> None:
    say = await told([story([line], [], [], title="Oars", url=None, publisher=None, published=None)])
    assert (await say(f"/who name:{name}")).found == found


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("What did İpek İnan say about the lamps?", "the lamps"),
        ("What did Ada Lund say about  the Straße in İznik ?", "the Straße in İznik"),
        ("what did Bo Kern’s firm say about Émile’s boat?", "Émile’s boat"),
    ],
)
def test_what_words_are_about_is_given_as_it_was_typed(asked: str, about: str) -> None:
    speech = speech_in(asked)
    assert speech is not None
    assert speech.about == about
