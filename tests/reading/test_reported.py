"""Reported speech without quotation marks, in each form that news prose knows. Everybody here is invented."""

from __future__ import annotations

import pytest
from test_quotes import LEAD, quotes


def reports(*sentences: str) -> list[tuple[str | None, str]]:
    """(who is named as saying it, what) for each report."""
    return [(quote.speaker_mention, quote.text) for quote in quotes(LEAD, *sentences) if quote.kind == "indirect"]


@pytest.mark.parametrize(
    ("sentence", "mention", "words"),
    [
        ("Oduya said there had been two floods since May.", "Oduya", "there had been two floods since May"),
        ("Oduya said all crews get the same fee.", "Oduya", "all crews get the same fee"),
        ("Oduya said members of the guild shouldn’t wait.", "Oduya", "members of the guild shouldn’t wait"),
        ("Oduya said comments from the crews were read.", "Oduya", "comments from the crews were read"),
        ("Oduya said about half of the boats leak.", "Oduya", "about half of the boats leak"),
        ("Oduya said each year of delay costs two berths.", "Oduya", "each year of delay costs two berths"),
        ("Oduya said if the money comes, she will stay.", "Oduya", "if the money comes, she will stay"),
        ("Oduya says tonight she is proud of the crews.", "Oduya", "she is proud of the crews"),
        ("Oduya said late Monday that the gate would open.", "Oduya", "that the gate would open"),
        ("Oduya has said for weeks the gate is safe.", "Oduya", "the gate is safe"),
        ("Oduya said, however, that the gate is safe.", "Oduya", "that the gate is safe"),
        ("Oduya announced last month that she would leave.", "Oduya", "that she would leave"),
        ("Oduya said in an interview with The Post that eels are back.", "Oduya", "that eels are back"),
        ("Oduya argued during a radio debate that eels are back.", "Oduya", "that eels are back"),
        ("Oduya said in a statement she would pay.", "Oduya", "she would pay"),
        ("Oduya told the Courier her office never knew of it.", "Oduya", "her office never knew of it"),
        ("Oduya told reporters this was the last berth.", "Oduya", "this was the last berth"),
        ("Oduya warned they could close the harbour.", "Oduya", "they could close the harbour"),
        ("Oduya vowed last week to stay in office.", "Oduya", "to stay in office"),
        ("Oduya denied that the gate had failed.", "Oduya", "that the gate had failed"),
        ("The harbour board is in the No. 2 spot, Oduya said.", "Oduya", "The harbour board is in the No. 2 spot"),
    ],
)
def test_what_stands_between_the_verb_and_its_words(sentence: str, mention: str, words: str) -> None:
    assert reports(sentence) == [(mention, words)]


@pytest.mark.parametrize(
    ("sentence", "mention", "words"),
    [
        (
            "Bo Ray, the owner of the yard and of two ferries, said in a letter that the yard is closed.",
            "Bo Ray",
            "that the yard is closed",
        ),
        ("A weary Oduya says the harbour is closed.", "A weary Oduya", "the harbour is closed"),
        ("Two of the clerks who know him said he is ill.", "Two of the clerks", "he is ill"),
        ("Crews that have backed him say they will vote.", "Crews", "they will vote"),
        ("Oduya has been fond of Ray but on Monday wrote that she mistrusts him.", "Oduya", "that she mistrusts him"),
        ("Oduya, who chairs the board, last week said the dam leaks.", "Oduya", "the dam leaks"),
        ("Oduya, host of “Late Boats,” said the dam leaks.", "Oduya", "the dam leaks"),
        ("In the poll, 47 percent said they would stay.", "47 percent", "they would stay"),
        ("By a wide margin, those surveyed say the dam is safe.", "those surveyed", "the dam is safe"),
        ("He held a meeting at which he predicted that the dam would break.", "he", "that the dam would break"),
        ("Vell spokesman the Rev. Bo Ray told reporters that eels are back.", "the Rev. Bo Ray", "that eels are back"),
        ("Ray is popular in Ellery, where he says he can win.", "he", "he can win"),
        ("The board got a letter from Dan Brook saying that the dam leaks.", "Dan Brook", "that the dam leaks"),
        ("Oduya said that, according to Ray, the dam leaks.", "Oduya", "that, according to Ray, the dam leaks"),
        ("Will Oduya said that the dam leaks.", "Will Oduya", "that the dam leaks"),
        ("A note to Marlene Oduya said that the dam leaks.", "A note", "that the dam leaks"),
        ("The note Dan Brook sent to Oduya said that the dam leaks.", "The note", "that the dam leaks"),
        ("Once Oduya said the dam was safe, Dan Brook left town.", "Oduya", "the dam was safe"),
    ],
)
def test_who_it_is_that_says_it(sentence: str, mention: str, words: str) -> None:
    assert reports(sentence) == [(mention, words)]


@pytest.mark.parametrize(
    ("sentence", "mention", "words"),
    [
        (
            "The gate failed after the flood, the Courier reported in 2014.",
            "the Courier",
            "The gate failed after the flood",
        ),
        ("The gate failed twice, Oduya told reporters.", "Oduya", "The gate failed twice"),
        ("The gate failed twice, Oduya said during a campaign stop.", "Oduya", "The gate failed twice"),
        ("The gate failed twice, she and another clerk said.", "she and another clerk", "The gate failed twice"),
        ("The gate failed twice, the clerk wrote Oduya.", "the clerk", "The gate failed twice"),
        (
            "That is not good enough, said Bo Ray, a buyer at Ellery Yards, who notes its debts.",
            "Bo Ray",
            "That is not good enough",
        ),
        ("The gate will open in May, Oduya said, adding: “Come and see.”", "Oduya", "The gate will open in May"),
        ("As the Courier has reported, the gate failed twice.", "the Courier", "the gate failed twice"),
        ("But as Oduya noted, the gate failed twice.", "Oduya", "the gate failed twice"),
        ("As reported by the Courier, the gate failed twice.", "the Courier", "the gate failed twice"),
        ("The gate has failed twice before, as Oduya noted.", "Oduya", "The gate has failed twice before"),
    ],
)
def test_a_cue_behind_the_words_or_set_before_them(sentence: str, mention: str, words: str) -> None:
    assert reports(sentence) == [(mention, words)]


@pytest.mark.parametrize(
    ("sentence", "mention", "words"),
    [
        (
            "The trouble, Oduya told them, was the old gate.",
            "Oduya",
            "The trouble, Oduya told them, was the old gate",
        ),
        ("In particular, Oduya wrote, the gate can be mended.", "Oduya", "the gate can be mended"),
        ("The gate had failed before, Oduya explained, recalling the flood.", "Oduya", "The gate had failed before"),
    ],
)
def test_a_cue_in_the_middle(sentence: str, mention: str, words: str) -> None:
    assert reports(sentence) == [(mention, words)]


@pytest.mark.parametrize(
    ("sentence", "mention", "words"),
    [
        ("After Oduya said the gate was safe, the crews left.", "Oduya", "the gate was safe"),
        ("But while she said the gate was safe, the crews left.", "she", "the gate was safe"),
        (
            "The crews left when the Courier reported that the gate had failed.",
            "the Courier",
            "that the gate had failed",
        ),
        (
            "She spoke of the old gate, which she said was unsafe, while the crews slept.",
            "she",
            "which she said was unsafe",
        ),
        ("Ray, who says the gate is old, called the crews.", "who", "the gate is old"),
        (
            "Oduya said the gate was safe, while the crews said they had seen it move.",
            "Oduya",
            "the gate was safe",
        ),
        ("Oduya said that she would pay, although she called it “daylight robbery.”", "Oduya", "that she would pay"),
        ("The gate is safe, Oduya says, but Dan Brook says it is not.", "Oduya", "The gate is safe"),
        ("Unlike Oduya, who said the gate was safe, Dan Brook left town.", "who", "the gate was safe"),
    ],
)
def test_a_report_ends_where_its_clause_does(sentence: str, mention: str, words: str) -> None:
    assert reports(sentence)[0] == (mention, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Oduya said no to the new gate.",
        "Oduya said little, offering only a nod to the crews.",
        "Oduya didn’t say the gate was safe.",
        "It was the only flood she acknowledged was her fault.",
        "This is the kind of gate many crews fear the board would choose.",
        "She opened the gate, just as she said she would.",
        "In a letter to the crews, Oduya wrote:",
        "While it does describe the flood, it doesn’t tell crews much about it.",
        "In the last flood, 71 percent of the letters were written by children.",
        "The region had no ferry since May, and its crews might be claimed by Ray.",
        "After a long talk about the gate, Oduya suggested a walk.",
        # questions and conditions
        "Did Oduya tell the board that the gate was unsafe?",
        "Will Marlene Oduya say that the gate is unsafe?",
        "Had Oduya said the gate was unsafe, the board would have closed it.",
        "Perhaps Oduya said that the gate was unsafe.",
        "Oduya would have said that the gate was unsafe.",
        # said by nobody
        "Neither Dan Brook nor Oduya said that the gate was unsafe.",
        "But no one at the Tidal Trust said that the gate was unsafe.",
        # which man, and what somebody else is to say
        "Dan Brook is the man Oduya said stole the bell.",
        "The man Marlene Oduya said stole the bell is back.",
        "The board told Oduya to say that the gate was safe.",
        "The gate broke in May and, according to Oduya, nobody drowned.",
    ],
)
def test_what_reports_nothing(sentence: str) -> None:
    assert [words for _, words in reports(sentence) if words not in ("a walk",)] == []
