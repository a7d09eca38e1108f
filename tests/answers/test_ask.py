from __future__ import annotations

import pytest
from invented import Say

ANSWERED = [
    ("Who is the chairman of the Harbour Pilots' League?", "Idris Fenwick"),
    ("Who leads the Harbour Pilots' League?", "Idris Fenwick"),
    ("who is the mayor of varrow bay", "Maren Holt"),
    ("How many pilots are in the league?", "340"),
    ("How many commuters were stranded?", "12,000"),
    ("how many comuters were straned", "12,000"),
    ("Since when has the bridge been closed?", "2019"),
    ("When did the bridge to Sorrel close?", "2019"),
    ("Why did the ferry pilots stop work?", "after talks about night shifts failed"),
    ("What did Sorrel Lines offer?", "6 percent"),
    ("What did Maren Holt say about the walkout?", "a blow to every family on Sorrel"),
    ("What did Fenwick say about sleep?", "four hours of sleep"),
    ("what has fenwik said about the winters?", "three winters"),
    ("Who declined to comment?", "Tove Aldous"),
    ("Who runs the boats?", "Sorrel Lines"),
    ("Which company bought Lumenfold?", "Quillmark Robotics"),
    ("Who acquired Lumenfold?", "Quillmark Robotics"),
    ("How much did Quillmark pay for Lumenfold?", "40 million"),
    ("How many employees does Lumenfold have in Carrow?", "212"),
    ("Who founded Lumenfold?", "Pell Aldous"),
    ("When was Lumenfold founded?", "2014"),
    ("Where was Lumenfold founded?", "Carrow"),
    ("How old is Pell Aldous?", "61"),
    ("Who is the chief executive of Quillmark?", "Odalys Brandt"),
    ("Who is Quillmark's chief executive?", "Odalys Brandt"),
    ("Does the deal need approval?", "competition office"),
    ("Why has the competition office blocked takeovers?", "worries about prices"),
    ("How many takeovers did the competition office block this year?", "two"),
    ("Who stopped the thieves?", "watchman"),
    ("Where was the astrolabe found?", "laundry bag"),
    ("How much is the astrolabe worth?", "900,000"),
    ("When was the astrolabe made?", "1702"),
    ("What was stolen from the Museum of Tides?", "astrolabe"),
    ("Who is Signe Maro?", "grower"),
    ("How far did temperatures fall in the Halden valley?", "minus 7"),
    ("How much of the apple harvest was destroyed?", "third"),
    ("What was Pell Aldous offered?", "the offer was too good to refuse"),
    ("How much will the government pay growers?", "15 million"),
    ("What do growers get paid?", "15 million"),
    ("How much money do growers get from the government?", "15 million"),
    ("How much did Lumenfold cost?", "40 million"),
    ("What percentage did Sorrel Lines offer?", "6 percent"),
    ("wat did fenwick say about sleep", "four hours of sleep"),
    ("Who is the agriculture minister?", "Ruben Tasch"),
    ("What does Tasch want for orchards?", "cheaper insurance"),
    ("Who said weather is not a crime?", "Ruben Tasch"),
    ("Who is the CEO of Quillmark?", "Odalys Brandt"),
    ("Who leads Quillmark?", "Odalys Brandt"),
    ("who acquired the drone maker lumenfold", "Quillmark Robotics"),
    ("did quillmark acquire lumenfold", "Quillmark Robotics"),
    ("What share of the apple harvest was destroyed?", "third"),
    ("Who said nobody should steer a full ferry on four hours of sleep?", "Idris Fenwick"),
]
REFUSED = [
    "Who is the CEO of Quillmark's competition office?",
    "Who is the president of the Harbour Pilots' League?",
    "Who is the CEO of Sorrel Lines?",
    "who won the 2019 harvest",
    "did signe maro get insurance",
    "did odalys brandt leave carrow",
    "How much did Maren Holt offer?",
    "How much did Signe Maro pay?",
    "What share of Benno Karst's harvest was destroyed?",
    "What percentage of the commuters own an astrolabe?",
    "Who returned to the table?",
    "how much money did growers get from zembla",
    "who wrote the note",
    "Who punished the weather?",
    "fenwick*",
    "ferry",
    "What is the capital of Mongolia?",
    "Who is the mayor of Carrow?",
    "Who is the lawyer of Quillmark?",
    "did maren holt resign",
    "Who won the apple pie contest?",
    "How many pilots drowned?",
    "How much does Idris Fenwick earn?",
    "How much does a ferry ticket cost?",
    "How much did the pilots of Sorrel Lines pay for the bridge?",
    "How much does Odalys Brandt earn?",
    "How much money did the Harbour Pilots' League get?",
    "How much did the Quillmark League pay for Lumenfold?",
    "Who said the bridge is made of gold?",
    "When is the harvest?",
    "Where was the deal signed?",
    "When was Idris Fenwick born?",
    "Where does Signe Maro live?",
    "Who bought the Museum of Tides?",
    "What did Benno Karst say about the ferry?",
    "What did Odalys Brandt say about the astrolabe?",
    "How do I bake sourdough bread?",
    "What is the boiling point of mercury?",
    "Who won the world cup in 1998?",
    "How many moons does Jupiter have?",
    "Why is the sky blue?",
    "What is the price of bitcoin?",
    "When did Lumenfold go bankrupt?",
    "How many employees keep their jobs at Zenlith in Carrow?",
    "When will the Harbour Pilots' League dissolve?",
    "Who assassinated the minister?",
    "Did Maren Holt resign?",
    "Which university did Ruben Tasch attend?",
    "What colour is the ferry?",
    "tell me a joke",
    "what?",
]


@pytest.mark.parametrize(("question", "wanted"), ANSWERED)
async def test_answers_from_the_coverage(say: Say, question: str, wanted: str) -> None:
    answer = await say(f"/ask question:{question}")
    assert answer.found, answer.text
    assert any(wanted in f"{entry.lead or ''} {entry.text}" for entry in answer.entries), answer.text
    assert 1 <= len(answer.entries) <= 3
    assert all(entry.citation is not None for entry in answer.entries)


@pytest.mark.parametrize("question", REFUSED)
async def test_refuses_what_the_coverage_does_not_hold(say: Say, question: str) -> None:
    answer = await say(f"/ask question:{question}")
    assert not answer.found, answer.text
    assert not answer.citations
    assert answer.private


async def test_the_best_sentence_comes_first(say: Say) -> None:
    answer = await say("/ask question:When was Lumenfold founded?")
    assert "2014" in answer.entries[0].text


async def test_an_ambiguous_surname_is_not_guessed(say: Say) -> None:
    answer = await say("/ask question:What did Aldous say?")
    assert not answer.found
    assert {"/quotes speaker:Pell Aldous", "/quotes speaker:Tove Aldous"} <= set(answer.suggestions)


async def test_a_topic_in_place_of_a_question_leads_to_the_commands_that_take_one(say: Say) -> None:
    answer = await say("/ask question:ferry*")
    assert {"/stories search:ferry", "/quotes about:ferry"} <= set(answer.suggestions)
    assert any(suggestion.startswith("/summary story:") for suggestion in answer.suggestions)


async def test_a_word_that_stands_in_the_title_alone_finds_the_story(say: Say) -> None:
    answer = await say("/ask question:What happened in the theft?")
    assert answer.found
    assert "Museum of Tides" in answer.text


async def test_who_did_it_is_told_by_the_sentence_that_has_the_verb(say: Say) -> None:
    answer = await say("/ask question:who stopped the thieves of the museum of tides")
    assert [entry.text for entry in answer.entries] == [
        "A night watchman stopped two thieves at the Museum of Tides in Oster."
    ]


async def test_a_bare_link_leads_to_its_story(say: Say) -> None:
    answer = await say("/ask question:baycourier.example/ferry-pilots-walk-out")
    assert answer.suggestions[0].startswith("/summary story:")
