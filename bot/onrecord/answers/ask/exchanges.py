"""Answers that an interview gives: what was asked, and the turn that answers it. Pure."""

from __future__ import annotations

from onrecord.answers.ask.answer_kinds import is_needed, shows_kind
from onrecord.answers.ask.asked import Asked
from onrecord.answers.ask.ground import Ground
from onrecord.answers.ask.kinds import kind_of
from onrecord.answers.ask.scoring import Borne
from onrecord.answers.extracts import LONGEST, sentences
from onrecord.answers.stemming import stem
from onrecord.answers.words import LIGHT
from onrecord.text import fold, words

_FEWEST = 2
"""Words by which a question is told from another one."""


def exchanges(ground: Ground, asked: Asked) -> list[Borne]:
    """The turns that answer what is asked here, where the interviewer asked just that, or supposed a number."""
    return [
        found
        for n, turn in ground.turns.items()
        if turn.asks and n + 1 in ground.turns and not ground.turns[n + 1].asks and (found := _answer(ground, asked, n))
    ]


def _answer(ground: Ground, asked: Asked, n: int) -> Borne | None:
    question = asked.question
    turn = ground.turns[n + 1]
    own = set(words(turn.who))
    wanted = [word for word in question.words if word not in own and stem(word) not in LIGHT]
    if question.kind == "person" or len(wanted) < _FEWEST:
        return None
    put = ground.story.passages[n].text[ground.turns[n].start :]
    within = ground.bag(n)
    if not all(asked.has(within, word) for word in wanted):
        return None
    text = ground.story.passages[n + 1].text
    answer, *more = [(first, last) for first, last in sentences(text) if last > turn.start]
    said = text[max(turn.start, answer[0]) : answer[1]]
    if put.endswith("?"):
        if kind_of(fold(put)) != question.kind:
            return None
    elif not is_needed(question):
        return None  # what was put to somebody is true only if they say so
    if is_needed(question) and not shows_kind(question, said):
        return None
    end = next((last for _, last in more if last <= LONGEST), answer[1])
    return Borne(1.0, ground.story, n + 1, 0, end, len(wanted), put=n)
