"""A question, and what the coverage knows of its words. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from onrecord.answers.ask.clauses import subject_of
from onrecord.answers.ask.question import Question
from onrecord.answers.ask.references import phrases
from onrecord.answers.stemming import stem
from onrecord.answers.words import LIGHT, Bag, has, slips
from onrecord.archive import PersonHead
from onrecord.reading.similarity import find
from onrecord.text import words

_UNKNOWN = 2.5
_LONGEST_NO_NAME = 3
"""Letters up to which a word is too common to be taken for a surname."""


class Named(NamedTuple):
    """A name in a question, and who that is."""

    words: frozenset[str]
    person: PersonHead

    @property
    def last(self) -> frozenset[str]:
        """A word that stands for the whole name: "JGL" → "levitt"."""
        return frozenset(words(self.person.name)[-1:])


class Asked:
    """A question, and what the coverage knows of its words."""

    def __init__(self, question: Question, known: Bag, named: Sequence[Named]) -> None:
        """`known`: the words of the candidates."""
        self.question = question
        self.proper = question.proper
        self.named = named
        self.phrases = phrases(question.text, question.words)
        self._last = {word: one.last for one in named for word in one.words}
        # A word that some passage has as typed is no slip of the finger.
        self._slips = slips(question.words, known)
        subject = subject_of(question.text)
        about = {subject} if subject in question.words and stem(subject) not in LIGHT else set[str]()
        unheard = {word for word in question.words if not self.has(known, word)}
        self._unknown = unheard & (question.placed | about)
        self.has_unheard = not unheard.isdisjoint(word for word in question.words if not question.is_light(word))

    def know_names(self, full: Collection[tuple[str, ...]], is_small: Callable[[str], bool]) -> None:
        """Whoever types in a hurry gives names no capital: a surname that no story has in small letters is one.

        `full`: the words of everybody's name.
        """
        asked = words(self.question.text)
        for name in full:
            if len(name) > 1 and find(name, asked) >= 0:
                self.proper |= set(name)
                for word in name:
                    self._last.setdefault(word, frozenset(name[-1:]))
        surnames = {word for name in full for word in name[-1:]}
        for word in self.question.words:
            named = len(word) > _LONGEST_NO_NAME and (word in surnames or word.removesuffix("s") in surnames)
            if named and not is_small(word):
                self.proper |= {word}

    def weight(self, word: str) -> float:
        """A place or a person of whom no candidate has heard weighs as much as a name, small letters or not."""
        return _UNKNOWN if word in self._unknown or word in self.proper else self.question.weight(word)

    def has(self, bag: Bag, word: str) -> float:
        found = has(bag, word, typos=word in self._slips, meanings=word not in self.proper)
        if not found and self._last.get(word) and self._last[word] <= bag.words:
            return 1.0
        return found
