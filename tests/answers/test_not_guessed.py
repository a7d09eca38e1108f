"""What stands near the words of a question, and is said of somebody or something else."""

from __future__ import annotations

from typing import Any

import pytest
from invented import Telling, person, story

from onrecord.answers.extracts import after_dateline

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}


def told_of(*passages: str, people: tuple[dict[str, Any], ...] = (), title: str = "An evening by the quay") -> object:
    return story(list(passages), [], list(people), title=title, **HEAD)


LUND, RAY = person("Ada Lund"), person("Bo Ray")


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("Former mayor", "Former mayor Ada Lund rowed home. The mayor sent flowers."),
        ("Deputy mayor", "Deputy mayor Ada Lund rowed home."),
        ("Interim mayor", "Interim mayor Ada Lund rowed home."),
        ("Club mayor", "Club mayor Ada Lund rowed home. A mayor of the harbour waved."),
        ("Club mayor", "Club mayor Ada Lund rowed home. The harbour mayor waved."),
        ("Club mayor", "Club mayor Ada Lund rowed home. The mayor of Orm waved."),
    ],
)
async def test_a_role_is_not_taken_for_another_one(told: Telling, role: str, line: str) -> None:
    say = await told([told_of(line, people=(person("Ada Lund", role),))])
    for asked in ("/quotes speaker:the mayor", "/who name:the mayor", "/ask question:what did the mayor say"):
        assert not (await say(asked)).found, asked


@pytest.mark.parametrize("typed", ["the mayor", "the former mayor"])
async def test_a_role_that_was_typed_is_found(told: Telling, typed: str) -> None:
    role = typed.removeprefix("the ")
    line = f"{role.capitalize()} Ada Lund rowed home. The mayor sent flowers. “No,” said the mayor."
    say = await told([told_of(line, people=(person("Ada Lund", role.capitalize()),))])
    assert (await say(f"/who name:{typed}")).heading == "Ada Lund"


async def test_what_somebody_was_besides_is_no_other_office(told: Telling) -> None:
    line = "Ada Lund, mayor and former rower, sent flowers."
    say = await told([told_of(line, people=(person("Ada Lund", "mayor and former rower"),))])
    assert (await say("/who name:the mayor")).heading == "Ada Lund"


@pytest.mark.parametrize("country", ["U.S.", "u.s.", "US"])
async def test_a_country_is_not_taken_for_us(told: Telling, country: str) -> None:
    tarvia = told_of("Tarvia signed the Elm treaty in May, the ministry said.", title="Tarvia and the Elm treaty")
    asked = f"/ask question:Did the {country} sign the Elm treaty?"
    assert not (await (await told([tarvia]))(asked)).found


async def test_a_country_with_dots_is_found(told: Telling) -> None:
    say = await told([told_of("The U.S. signed the Elm treaty in May, the ministry said.", title="The Elm treaty")])
    assert (await say("/ask question:Did the U.S. sign the Elm treaty?")).found


async def test_letters_with_dots_are_a_word_whichever_they_are(told: Telling) -> None:
    say = await told([told_of("The A.I. rules of Vell will start in May, the council said.", title="Rules")])
    assert (await say("/ask question:When will the A.I. rules of Vell start?")).found


async def test_it_is_not_said_of_a_person(told: Telling) -> None:
    line = "Mayor Ada Lund opened the Elm Bridge on Monday. It was built in 1902 of stone from Orm."
    say = await told([told_of(line, people=(person("Ada Lund", "Mayor"),), title="The Elm Bridge")])
    answer = await say("/ask question:When was the Elm Bridge built?")
    assert "It was built in 1902" in answer.entries[0].text


@pytest.mark.parametrize(
    ("lines", "asked", "found"),
    [
        (["Ada Lund lost to Bo Ray in Vell. She is 34."], "Ada Lund", False),
        (["Ada Lund lost to Bo Ray in Vell. She is 34."], "bo ray", False),
        (["Ada Lund lost to Bo Ray in Vell.", "She is 34."], "Bo Ray", False),
        (["Ada Lund lost in Vell. She rowed. She is 34.", "Bo Ray won."], "ada lund", True),
        (["Ada Lund lost in Vell.", "She is 34. Bo Ray won."], "Bo Ray", False),
        (["Ada Lund lost in Vell when she was 34.", "Bo Ray won."], "Ada Lund", True),
        (["Ada Lund's lead in the poll was 12.", "Bo Ray won."], "Ada Lund", False),
        (["The tallest crane in Vell, which Ada Lund sold, is 34.", "Bo Ray won."], "Ada Lund", False),
        (["Ada Lund met Bo Ray, and Ray said that she was 44."], "Bo Ray", False),
        (["The mother of Ada Lund is 88.", "Bo Ray won."], "Ada Lund", False),
        (["In Vell they say that Ada Lund is 88.", "Bo Ray won."], "Ada Lund", True),
    ],
)
async def test_an_age_is_told_of_the_right_one_alone(told: Telling, lines: list[str], asked: str, found: bool) -> None:
    say = await told([told_of(*lines, people=(LUND, RAY))])
    answer = await say(f"/ask question:How old is {asked}?")
    assert answer.found == found, answer.text


async def test_why_somebody_unnamed_spoke_is_looked_for(told: Telling) -> None:
    line = "The ferry pilots call for a strike in Vell because the nights are long."
    say = await told([told_of(line, title="Pilots call for a strike in Vell")])
    assert (await say("/ask question:why did they call for a strike in Vell?")).found
    assert "Whom do you mean" in (await say("/ask question:waht did they say about the strike?")).heading


def spokesman_of(club: str, mention: str, words: str) -> object:
    text = f"The {club} club met late. “{words},” said {mention}."
    return story([text], [("direct", None, mention, [f"{words},"])], [], title=f"The {club} club meets", **HEAD)


@pytest.mark.parametrize("typed", ["the", "a", "she", "the spokesman"])
async def test_unnamed_speakers_are_not_taken_for_one(told: Telling, typed: str) -> None:
    say = await told(
        [
            spokesman_of("Rowing", "the spokesman", "Wet and cold"),
            spokesman_of("Chess", "the spokesman", "Dry and warm"),
        ]
    )
    assert not (await say(f"/quotes speaker:{typed}")).found


@pytest.mark.parametrize(("mention", "typed"), [("she", "she"), ("", "the"), ("the", "a")])
async def test_a_pronoun_is_no_speaker_in_a_story(told: Telling, mention: str, typed: str) -> None:
    say = await told([spokesman_of("Rowing", mention, "Wet and cold")])
    assert not (await say(f"/quotes speaker:{typed} story:The Rowing club meets")).found


async def test_what_somebody_unnamed_did_not_speak_of_is_refused_for_them_alone(told: Telling) -> None:
    say = await told([spokesman_of("Rowing", "the harbour spokesman", "Wet and cold")])
    assert (await say("/quotes speaker:The harbour spokesman")).found
    refused = await say("/quotes speaker:the harbour spokesman about:money")
    assert not refused.found
    assert "harbour spokesman” is quoted in the coverage, but not about “money”" in refused.heading


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("ADA LUND – We will rebuild the quay.", "ADA LUND – We"),
        ("ADA LUND, MAYOR – We will rebuild the quay.", "ADA LUND, MAYOR – We"),
        ("PORT ELLERY, May 3 – We will rebuild the quay.", "We"),
        ("PORT ELLERY (BW) – We will rebuild the quay.", "We"),
        ("ORM — We will rebuild the quay.", "We"),
    ],
)
def test_a_speaker_is_no_dateline(line: str, shown: str) -> None:
    assert line[after_dateline(line) :].startswith(shown)


@pytest.mark.parametrize(
    ("line", "found"),
    [("About 1600 people marched in Vell.", True), ("In 1600 people marched in Vell.", False)],
)
async def test_a_number_of_people_is_no_year(told: Telling, line: str, found: bool) -> None:
    say = await told([told_of(line, title="A march in Vell")])
    assert (await say("/ask question:how many people marched in Vell?")).found == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The club sold the boat Monday.", False),
        ("The club sold the boat. Ada Lund cried for hours.", False),
        ("On Monday, the boat was sold by the club.", False),
        ("The club sold the boat 'Grey Owl' to a baker.", True),
        ("The club sold Grey Owl, its boat, to a baker.", True),
    ],
)
async def test_a_day_is_no_name(told: Telling, line: str, found: bool) -> None:
    say = await told([told_of(line, title="The boat")])
    assert (await say("/ask question:What is the name of the boat?")).found == found


@pytest.mark.parametrize(("bank", "found"), [("Vell", False), ("Orm", True)])
async def test_a_chairman_of_another_bank_is_not_named(told: Telling, bank: str, found: bool) -> None:
    lines = ("The Orm bank has a new roof.", f"Later the {bank} bank grew. Its chairman, Bo Ray, sold the quay.")
    say = await told([told_of(*lines, people=(person("Bo Ray", "chairman"),), title="Two banks")])
    assert (await say("/ask question:who is the chairman of the Orm bank?")).found == found


FERRIES = [
    "The fifth and last Orm ferry opens on October 9, the Elm Yard announced on Wednesday.",
    "The trumpeter was heard to cry, and the tower was painted on Monday.",
    "The Elm Yard is open to all. It holds 6,300 hours of rowing on tape.",
    "“We have eleven hundred copies of the same cookbook,” she said of the sale at the Elm Yard.",
    "The town of Orm turned down $240,000 for the bakeries in it.",
    "It was offered two million for a book by thousands of readers.",
    "Ada Lund left the stage in 2019.",
    "Ada Lund and Bo Ray signed the letter. So did members of the Orm Club.",
    "In 2020 both the Orm Club and the Vell Club walked out.",
    "Bo Ray thanked Ada Lund for getting the race started in Vell.",
    "The film of the rowers has subtitles in eleven languages. The rowers voted by 291 to 64 for it.",
    "The Orm opera runs for three hours, and its singers meet twice a year.",
    "The Guild of Weavers was founded to bring the trades to a table, said the Union on Looms.",
    "The boats of the Elm Club lie in Vell. Bo Ray, head of the Elm Museum, comes from the world of the Orm poets.",
]


@pytest.mark.parametrize(
    "asked",
    [
        "When was the sixth Orm ferry announced?",
        "When was the 4th Orm ferry announced?",
        "How many hours did the trumpeter cry?",
        "How much does the cookbook cost?",
        "How many bakeries does Orm have?",
        "When did Ada Lund join the Orm Club?",
        "What did Bo Ray win?",
        "Where is the Elm Museum?",
        "Where was the guild founded?",
        "How long is the film of the rowers?",
        "Where was the tower painted?",
        "Why did Ada Lund leave the stage?",
        "Why did Ada Lund sign the letter?",
    ],
)
async def test_a_sentence_of_another_one_of_its_kind_is_no_answer(told: Telling, asked: str) -> None:
    answer = await (await told([told_of(*FERRIES, people=(LUND, RAY))]))(f"/ask question:{asked}")
    assert not answer.found, answer.text


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("When was the fifth Orm ferry announced?", "on Wednesday"),
        ("When was the 5th Orm ferry announced?", "on Wednesday"),
        ("How many hours does the Elm Yard hold?", "6,300 hours"),
        ("How many copies of the cookbook are there?", "eleven hundred"),
        ("How much money was offered for a book?", "two million"),
        ("How long is the Orm opera?", "three hours"),
        ("How often do the singers meet?", "twice a year"),
        ("Where is the Elm Club?", "lie in Vell"),
        ("When did Ada Lund leave the stage?", "2019"),
    ],
)
async def test_its_own_sentence_is(told: Telling, asked: str, wanted: str) -> None:
    answer = await (await told([told_of(*FERRIES, people=(LUND, RAY))]))(f"/ask question:{asked}")
    assert answer.found
    assert wanted in answer.entries[0].text


@pytest.mark.parametrize(
    ("office", "asked", "found"),
    [
        ("deputy mayor", "the mayor of Vell", False),
        ("deputy mayor", "the deputy mayor of Vell", True),
        ("vice-president", "the president of Vell", False),
        ("vice president", "the vice president of Vell", True),
        ("mayor", "the mayor of Vell", True),
    ],
)
async def test_a_deputy_does_not_hold_the_office(told: Telling, office: str, asked: str, found: bool) -> None:
    line = f"“We rowed all night,” said Bo Ray, {office} of Vell, who came late."
    say = await told([told_of(line, people=(person("Bo Ray", f"{office} of Vell"),))])
    assert (await say(f"/ask question:Who is {asked}?")).found == found
