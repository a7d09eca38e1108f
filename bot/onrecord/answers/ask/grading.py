"""How well one sentence bears the answer to a question: whether it is about it, how much of it it tells. Pure."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.answers.ask.answer_kinds import TALLY, implied_words, is_needed
from onrecord.answers.ask.antecedents import is_of_somebody
from onrecord.answers.ask.asked import Asked
from onrecord.answers.ask.ground import Ground
from onrecord.answers.ask.happenings import is_contrary_denied, told_of
from onrecord.answers.ask.naming import calls
from onrecord.answers.ask.offices import names_no_holder
from onrecord.answers.ask.others import says_contrary
from onrecord.answers.ask.question import Question
from onrecord.answers.ask.references import points_to
from onrecord.answers.ask.whom import OWN, done, fits, is_about_whom
from onrecord.answers.meanings import LEADING
from onrecord.answers.stemming import is_past, stem
from onrecord.answers.words import (
    FUNCTION_WORDS,
    LIGHT,
    SAME_MEANING,
    SAME_WORD,
    Bag,
    content,
    said_in,
)
from onrecord.text import fold

_ENOUGH = 0.66
"""The share of a question's weight that a sentence and what stands around it must bear."""
_SAID = 0.51
"""The share of what is asked about the people and things named that must be borne, too: who they are is not enough."""
_FEWEST = 3
_TELLING = 2
"""Words of its own from which on a sentence may tell why."""
_HAPPENS = frozenset(["time", "place"])
"""Questions that end in what happened: "When did the bridge close?" """
_ONE_OF_SEVERAL = frozenset("next last first previous latest".split())
_WITHIN, _TITLE, _BESIDE, _AROUND, _NAMED = 1.0, 0.9, 0.8, 0.65, 0.4
"""What a word counts for in the sentence, in the title (each sentence is about that), in its passage, in the section
heading and the passages next to it, in the names of the story."""
_OTHER_WORD = 0.6
"""How much less a word of like meaning is than the very word of what was done."""
_UNOWNED = 0.3
_CALLED = 0.4
"""How much better a sentence is that says what the thing is called which is asked for."""
_TOLD_APART = frozenset(["person", "reason", "place"])
"""Kinds of answer that most sentences about something do not hold."""
_UNSAID = 0.6
"""How much of the sentence's own a word is that the title has said already."""


def grade(
    ground: Ground, asked: Asked, sentence: str, within: Bag, whom: Bag, beside: Bag, further: Bag, before: str
) -> float:
    """0 when the sentence does not bear an answer, else higher the better it does. `before`: the sentence before it."""
    question = asked.question
    if whom.words:
        within |= whom
    if question.kind in _HAPPENS and _goes_on(asked, sentence, before, question.last):
        there = Bag.of(before)
        within |= Bag.of(*(word for word in question.words if asked.has(there, word)))
    if question.key and not asked.has(within, question.key):
        return 0.0
    how = done(ground, asked, sentence, within, before)
    if not how or not _is_about_it(ground, asked, sentence, within, beside, how):
        return 0.0
    told = _told(ground, asked, sentence, within, beside, further)
    if told is None:
        return 0.0
    fit = fits(ground, asked, sentence, within)
    if not _is_answer(ground, asked, sentence, within, how, fit):
        return 0.0
    length = min(len(sentence), 600) / 600
    # What is asked says more than whom it is asked about: a story names its people in every other sentence.
    core = told.outright / told.about if told.about else told.inside / told.total
    rest = (0.5 if question.kind in _TOLD_APART else 0.25) * fit + 0.2 * _alike(question, sentence) - 0.1 * length
    if question.called and calls(sentence, question.called):
        rest += _CALLED
    if question.asks_vote and TALLY.search(sentence):
        rest += _CALLED
    if len(within.words) < len(question.words) + _FEWEST:
        rest -= 0.5  # it repeats the question and says nothing
    if how == SAME_MEANING:
        rest -= _OTHER_WORD
    elif how < SAME_MEANING and question.office:
        rest -= _UNOWNED
    return told.borne / told.total + 0.3 * told.inside / told.total + 0.4 * core + rest


def _is_about_it(ground: Ground, asked: Asked, sentence: str, within: Bag, beside: Bag, how: float) -> bool:
    """Is the sentence about whom and what the question is? `how`: how surely what is asked was done in it."""
    question = asked.question
    if not is_about_whom(ground, asked, sentence, within, beside):
        return False
    if question.office and how < SAME_MEANING:
        there = within | beside | ground.title | ground.bag(0)
        whole = question.words if stem(question.office) in LEADING else asked.proper | question.placed
        if not all(asked.has(there, word) for word in whole if word != question.office):
            return False  # a president, and somebody else spoke of the country
    last = question.last
    if question.kind in _HAPPENS and not (asked.has(beside, last) or _is_headline(ground, asked, last)):
        return False
    if question.kind == "place" and not asked.has(within, last):
        return False
    deed = question.dated_deed or question.what_deed
    if deed and not (asked.has(within, deed) or _is_headline(ground, asked, deed)):
        return False
    return question.kind != "count" or _is_there(ground, asked, beside, question.counted)


class _Told(NamedTuple):
    """How much of a question a sentence and what stands around it tell, each word by its weight."""

    total: float
    """Of all words."""
    borne: float
    """Of those that stand anywhere, less for those farther away."""
    inside: float
    """Of those that stand in the sentence."""
    about: float
    """Of those that carry the subject, names aside; and of them, those borne and those inside."""
    said: float
    outright: float


def _told(ground: Ground, asked: Asked, sentence: str, within: Bag, beside: Bag, further: Bag) -> _Told | None:
    """`None` when that is too little."""
    question = asked.question
    heavy = any(
        not question.is_light(word) and word not in asked.proper and word not in ground.persons
        for word in question.words
    )

    def light(word: str) -> bool:
        """Such words are asked about only where there are no others."""
        return heavy and question.is_light(word)

    total = borne = inside = about = said = outright = 0.0
    implied = implied_words(question, sentence)
    if question.act and stem(question.act) == OWN:
        implied |= {question.act}  # "Lund's boat" is one that Lund owns
    only_named = implied and question.proper and question.proper | implied >= set(question.words)
    if only_named and not any(asked.has(within, word) for word in question.proper):
        return None  # of a story's sums only the name tells which is meant
    referred = _referred(ground, asked, sentence, within)
    for word in question.words:
        weight = asked.weight(word)
        here = 1.0 if word in implied else asked.has(within, word)
        if question.polar and not here and says_contrary(within, sentence, word):
            here = SAME_MEANING  # "approved" answers whether it was rejected
        if not here and is_contrary_denied(sentence, word):
            here = SAME_MEANING
        above = asked.has(ground.title, word)
        share = max(here * _WITHIN, above * _TITLE) or asked.has(beside, word) * _BESIDE
        if question.kind != "reason" or word not in asked.proper:
            share = share or asked.has(further, word) * _AROUND
        share = max(share, _BESIDE * (word in referred))
        here = max(here, above * _UNSAID, _UNSAID * (word in referred))
        if not share and word in asked.proper and question.kind != "reason":
            share = asked.has(ground.names, word) * _NAMED
        if not share and (word in asked.proper or word in question.placed or word.isdigit()):
            return None  # a name or a number that is not there is what the question is about
        total += weight
        borne += weight * share
        inside += weight * here
        if word not in asked.proper and word not in ground.persons and word not in question.speaker and not light(word):
            about += weight
            said += weight * share
            outright += weight * here
    if question.kind == "any" and not question.asks_same and asked.proper.issuperset(question.words):
        return None  # nothing but names: what of them is asked, words say that are in every other question
    if not inside or borne / total < _ENOUGH or (about and said / about < _SAID):
        return None
    return _Told(total, borne, inside, about, said, outright)


def _is_answer(ground: Ground, asked: Asked, sentence: str, within: Bag, how: float, fit: float) -> bool:
    """Does the sentence hold what is asked for, and not only what it is asked about? `fit`: how surely its kind."""
    question = asked.question
    if not fit and is_needed(question):
        return False
    if question.office and fit < 1 and how < SAME_MEANING and not is_of_somebody(sentence):
        return False  # "the judge", and no name
    if (
        question.act
        and is_past(question.act)
        and fit < 1
        and not asked.has(told_of(within, question.act), question.act)
    ):
        return False  # "a heckler", and no name
    office = question.key if question.kind == "person" else None
    if office and not is_past(office) and names_no_holder(sentence, office, question.words, ground.persons):
        return False
    if question.kind == "reason" and not fit and _says_no_more(ground, question, sentence):
        return False
    if question.named and not calls(sentence, question.named):
        return False
    return question.kind != "reason" or len(within.words) >= len(question.words) + _FEWEST


def _is_headline(ground: Ground, asked: Asked, deed: str) -> bool:
    """Does the title tell of the deed, in its own word, or in another one along with what it was done to?"""
    told = asked.has(ground.title, deed)
    others = (word for word in asked.question.words if word != deed)
    return told == SAME_WORD or (told > 0 and any(asked.has(ground.title, word) for word in others))


def _goes_on(asked: Asked, sentence: str, before: str, thing: str) -> bool:
    """ "The next fair opens on May 3. It will be held in Orm": the next, and not the last."""
    if not sentence.startswith(("It ", "They ")) or not asked.has(Bag.of(before), thing):
        return False
    return _ONE_OF_SEVERAL.intersection(asked.question.words).issubset(said_in(before))


def _referred(ground: Ground, asked: Asked, sentence: str, within: Bag) -> frozenset[str]:
    """Words of the question that the sentence says by "the final"."""
    return frozenset(
        word
        for phrase in asked.phrases
        if points_to(sentence, within.stems, phrase) and ground.tells(phrase)
        for word in phrase[:-1]
    )


def _says_no_more(ground: Ground, question: Question, sentence: str) -> bool:
    """Does it repeat the question, and tell but when it happened, or to whom besides?"""
    known = {stem(word) for word in question.words} | {stem(word) for word in ground.persons}
    told = {stem(word) for word in content(sentence)} - known - LIGHT
    return len({word for word in told if not word.isdigit()}) < _TELLING


def _is_there(ground: Ground, asked: Asked, beside: Bag, counted: str | None) -> bool:
    """Has its paragraph, or the title, anything of what is asked but for the things that are counted?"""
    others = [word for word in asked.question.words if word != counted and not asked.question.is_light(word)]
    return not others or any(asked.has(beside, word) or asked.has(ground.title, word) for word in others)


def _alike(question: Question, sentence: str) -> float:
    """0–1: how near to each other the question's words stand in the sentence."""
    held = " ".join(word for word in said_in(sentence) if word not in FUNCTION_WORDS)
    return fuzz.partial_token_sort_ratio(" ".join(question.words), held or fold(sentence)) / 100
