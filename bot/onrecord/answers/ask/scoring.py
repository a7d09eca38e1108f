"""Which sentences of a story bear the answer to a question. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.answers.ask.answer_kinds import shows_kind
from onrecord.answers.ask.antecedents import begins_with_somebody, is_of_somebody, named_before
from onrecord.answers.ask.asked import Asked
from onrecord.answers.ask.grading import grade
from onrecord.answers.ask.ground import Ground
from onrecord.answers.ask.offices import NAMELESS
from onrecord.answers.ask.references import goes_on_why, heads_list
from onrecord.answers.ask.turns import is_fragment
from onrecord.answers.extracts import sentences
from onrecord.answers.stemming import stem
from onrecord.answers.words import (
    LIGHT,
    Bag,
    like,
    said_in,
)
from onrecord.archive import StoryText
from onrecord.stories import Passage
from onrecord.text import words

_SAYS_WHY = 0.4
"""How much better a sentence is that says why what the one before it told was done."""
_START = 3
"""Letters by which forms and most typos of a word agree."""
_OPENING = 2
"""Passages that say what the title says, if in other words."""
_NOBODY = Bag.of()
_WHOSE = frozenset(["its", "their", "his", "her"])


class Borne(NamedTuple):
    """A sentence, and how well it bears the answer."""

    score: float
    story: StoryText
    passage: int
    start: int
    end: int
    held: int = 0
    """How many words of the question stand in it, names aside."""
    put: int | None = None
    """The passage of an interview that asked for it, and is shown before it."""

    @property
    def text(self) -> str:
        return self.story.passages[self.passage].text[self.start : self.end]


def bears(ground: Ground, asked: Asked, passages: Iterable[Passage]) -> list[Borne]:
    found: list[Borne] = []
    starts = [word[:_START] for word in asked.question.words]
    subject = asked.question.words
    opening = all(asked.has(ground.title, word) for word in subject if stem(word) not in LIGHT) * _OPENING
    for passage in passages:
        n, text = passage.n, passage.text
        if n in ground.turns and ground.turns[n].asks:
            continue  # whoever asks asserts nothing
        folded = text.casefold()
        if n >= opening and not any(start in folded for start in starts):
            continue  # told apart cheaply: most passages of a long story
        beside = ground.bag(n)
        if n >= opening and not any(asked.has(beside, word) for word in asked.question.words):
            continue
        further = Bag.of(passage.section or "") | ground.bag(n - 1) | ground.bag(n + 1)
        parts = ground.sentences(n)
        # A paragraph may be one sentence long, and go on about whom the one before it names.
        goes_on = asked.question.office is not None or any(
            is_of_somebody(part) or begins_with_somebody(part) for part in parts
        )
        above = ground.sentences(n - 1) if goes_on else []
        named = named_before([*above, *parts], ground.name_sets)[len(above) :] if goes_on else []
        begins: int | None = None  # where a fragment does that the next sentence goes on from
        for k, (start, end) in enumerate(sentences(text)):
            whom = _antecedent(ground, asked, parts[k], named[k]) if goes_on else _NOBODY
            if n in ground.turns and is_fragment(text[max(start, ground.turns[n].start) : end]):
                begins = start if begins is None else begins
                continue
            first, begins = start if begins is None else begins, None
            before = parts[k - 1 : k] if k else above[-1:]
            if whom is None or not _is_office_there(ground, asked, [*before, parts[k]]):
                continue
            within = ground.sentence_bag(n, k)
            listed = heads_list(asked.question, passage.section, parts[k]) if passage.section else None
            told = within | Bag.of(listed) if listed else within
            score = grade(ground, asked, parts[k], told, whom, beside, further, "".join(before))
            if score:
                held = sum(asked.has(within, word) > 0 for word in subject if word not in asked.proper)
                found.append(Borne(score, ground.story, n, first, end, held))
                if asked.question.kind == "reason" and end == len(text.rstrip()):
                    found += _follow_up(ground, asked, found[-1])
    return found


def _follow_up(ground: Ground, asked: Asked, told: Borne) -> list[Borne]:
    """The first sentence of the next paragraph, where that says why, and only that."""
    following = ground.sentences(told.passage + 1)[:1]
    if not following or not goes_on_why(following[0]) or shows_kind(asked.question, told.text):
        return []
    if not shows_kind(asked.question, following[0]):
        return []
    start, end = sentences(ground.story.passages[told.passage + 1].text)[0]
    return [Borne(told.score + _SAYS_WHY, ground.story, told.passage + 1, start, end, told.held)]


def _antecedent(ground: Ground, asked: Asked, sentence: str, named: Collection[frozenset[str]]) -> Bag | None:
    """ "She was 92" is said of the one who was named last: the names asked about; `None` of somebody else.

    Of two it may be either, and is taken for nobody's.
    """
    about = asked.proper | ground.people.intersection(asked.question.words)
    outright = is_of_somebody(sentence)
    if not (outright or begins_with_somebody(sentence)) or not about or not about.isdisjoint(said_in(sentence)):
        return _NOBODY
    if len(named) != 1:
        return None if outright and not about.isdisjoint(ground.persons) else _NOBODY
    (name,) = named
    known = Bag.of(*name)
    if (about & ground.persons) - name or not any(asked.has(known, word) for word in about):
        return None if outright else _NOBODY
    return Bag.of(*name.intersection(asked.question.words))


def _is_office_there(ground: Ground, asked: Asked, parts: Sequence[str]) -> bool:
    """ "Its chairman" is the one who is asked about only where this sentence, or the one before it, names that."""
    office = asked.question.office
    said = words(parts[-1]) if office else []
    if not office or not any(like(word, office) and one in _WHOSE for one, word in pairwise(said)):
        return True
    there = Bag.of(*parts)
    if not NAMELESS.isdisjoint(said_in(parts[0])):
        there |= ground.title  # "the company", and "its chairman"
    return all(asked.has(there, word) for word in (asked.proper | asked.question.placed) - {office})
