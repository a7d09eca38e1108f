"""How well a sentence of the coverage bears the answer to a question. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.answers.clauses import acts, happened, holds, is_of_another, owned_in, subject_and_verb
from onrecord.answers.extracts import sentences
from onrecord.answers.kinds import implied_words, is_needed, shows_kind
from onrecord.answers.question import Question
from onrecord.answers.words import FUNCTION_WORDS, LIGHT, SAME_MEANING, SAME_WORD, Bag, has, is_past, slips, stem
from onrecord.archive.records import PersonHead, StoryText
from onrecord.stories import Passage
from onrecord.text import fold, words

ENOUGH = 0.66
"""The share of a question's weight that a sentence and what stands around it must bear."""
SAID = 0.5
"""The share of what is asked about the people and things named that must be borne, too: who they are is not enough."""
_FEWEST = 3
_HAPPENS = frozenset(["time", "place"])
"""Questions that end in what happened: "When did the bridge close?" """
_UNKNOWN = 2.5
_START = 3
"""Letters by which forms and most typos of a word agree."""
_WITHIN, _TITLE, _BESIDE, _AROUND, _NAMED = 1.0, 0.9, 0.8, 0.65, 0.4
"""What a word counts for in the sentence, in the title (each sentence is about that), in its passage, in the section
heading and the passages next to it, in the names of the story."""
_OTHER_WORD = 0.6
"""How much less a word of like meaning is than the very word of what was done."""
_OPENING = 2
"""Passages that say what the title says, if in other words."""
_UNSAID = 0.6
"""How much of the sentence's own a word is that the title has said already."""


class Borne(NamedTuple):
    """A sentence, and how well it bears the answer."""

    score: float
    story: StoryText
    passage: int
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.story.passages[self.passage].text[self.start : self.end]


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
        self.named = named
        self._last = {word: one.last for one in named for word in one.words}
        # A word that some passage has as typed is no slip of the finger.
        self._slips = slips(question.words, known)
        self._unknown = {word for word in question.placed if not self.has(known, word)}

    def weight(self, word: str) -> float:
        """A place or a person of whom no candidate has heard weighs as much as a name, small letters or not."""
        return _UNKNOWN if word in self._unknown else self.question.weight(word)

    def has(self, bag: Bag, word: str) -> float:
        found = has(bag, word, typos=word in self._slips, meanings=word not in self.question.proper)
        if not found and self._last.get(word) and self._last[word] <= bag.words:
            return 1.0
        return found


class Ground:
    """One story as the ground that sentences stand on."""

    def __init__(self, story: StoryText) -> None:
        self.story = story
        self._bags: dict[int, Bag] = {}

    @cached_property
    def title(self) -> Bag:
        return Bag.of(self.story.title)

    @cached_property
    def names(self) -> Bag:
        return Bag.of(*(name for person in self.story.people for name in (person.name, *person.aliases)))

    @cached_property
    def persons(self) -> frozenset[str]:
        return frozenset(
            word
            for person in self.story.people
            if person.kind == "person"
            for name in (person.name, *person.aliases)
            for word in words(name)
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """The last name of everybody in it."""
        return frozenset(
            words(person.name)[-1] for person in self.story.people if person.kind == "person" and words(person.name)
        )

    def names_all(self, asked: Asked) -> bool:
        """Is everybody in it who is asked about? Words of one organisation's name stand in others' names, too."""
        return all(
            self._has(one.person) for one in asked.named if one.person.kind == "organisation" and len(one.words) > 1
        )

    def _has(self, person: PersonHead) -> bool:
        names = {fold(name) for name in (person.name, *person.aliases)}
        return any(name in self._folded for name in names)

    @cached_property
    def _folded(self) -> str:
        return fold(" ".join([self.story.title, *(passage.text for passage in self.story.passages)]))

    def bears(self, asked: Asked, passages: Iterable[Passage]) -> list[Borne]:
        found: list[Borne] = []
        starts = [word[:_START] for word in asked.question.words]
        subject = [word for word in asked.question.words if stem(word) not in LIGHT]
        opening = _OPENING if all(asked.has(self.title, word) for word in subject) else 0
        for passage in passages:
            n, text = passage.n, passage.text
            folded = text.casefold()
            if n >= opening and not any(start in folded for start in starts):
                continue  # told apart cheaply: most passages of a long story
            beside = self._bag(n)
            if n >= opening and not any(asked.has(beside, word) for word in asked.question.words):
                continue
            further = Bag.of(passage.section or "") | self._bag(n - 1) | self._bag(n + 1)
            for start, end in sentences(text):
                score = self._grade(asked, text[start:end], beside, further)
                if score:
                    found.append(Borne(score, self.story, n, start, end))
        return found

    def _bag(self, n: int) -> Bag:
        if n not in self._bags:
            passages = self.story.passages
            self._bags[n] = Bag.of(passages[n].text) if 0 <= n < len(passages) else Bag.of()
        return self._bags[n]

    def _grade(self, asked: Asked, sentence: str, beside: Bag, further: Bag) -> float:
        """0 when the sentence does not bear an answer, else higher the better it does."""
        question = asked.question
        within = Bag.of(sentence)
        if question.key and not asked.has(within, question.key):
            return 0.0
        done = self._done(asked, sentence, within)
        if not done or not self._is_about_whom(asked, sentence, within):
            return 0.0
        last = question.words[-1]
        if question.kind in _HAPPENS and not (asked.has(beside, last) or asked.has(self.title, last)):
            return 0.0
        if question.kind == "place" and not asked.has(within, last):
            return 0.0
        total = borne = inside = about = said = outright = 0.0
        implied = implied_words(question, sentence)
        only_named = implied and question.proper and question.proper | implied >= set(question.words)
        if only_named and not any(asked.has(within, word) for word in question.proper):
            return 0.0  # of a story's sums only the name tells which is meant
        for word in question.words:
            weight = asked.weight(word)
            here = 1.0 if word in implied else asked.has(within, word)
            above = asked.has(self.title, word)
            share = max(here * _WITHIN, above * _TITLE) or asked.has(beside, word) * _BESIDE
            share = share or asked.has(further, word) * _AROUND
            here = max(here, above * _UNSAID)
            if not share and word in question.proper:
                share = asked.has(self.names, word) * _NAMED
            if not share and (word in question.proper or word.isdigit()):
                return 0.0  # a name or a number that is not there is what the question is about
            total += weight
            borne += weight * share
            inside += weight * here
            if word not in question.proper and word not in self.persons and stem(word) not in LIGHT:
                about += weight
                said += weight * share
                outright += weight * here
        if not inside or borne / total < ENOUGH or (about and said / about < SAID):
            return 0.0
        fits = self._fits(asked, sentence, within)
        if not fits and is_needed(question):
            return 0.0
        length = min(len(sentence), 600) / 600
        # What is asked says more than whom it is asked about: a story names its people in every other sentence.
        core = outright / about if about else inside / total
        rest = (0.5 if question.kind == "person" else 0.25) * fits + 0.2 * _alike(question, sentence) - 0.1 * length
        if len(within.words) < len(question.words) + _FEWEST:
            rest -= 0.5  # it repeats the question and says nothing
        if done == SAME_MEANING:
            rest -= _OTHER_WORD
        return borne / total + 0.3 * inside / total + 0.4 * core + rest

    def _done(self, asked: Asked, sentence: str, within: Bag) -> float:
        """Does it say that what somebody is asked for was done? 1 where it is nothing of the kind that is asked."""
        act = asked.question.act
        office = asked.question.office
        if office and not holds(sentence, office, asked.question.words):
            return 0.0
        if not act:
            return SAME_WORD
        return asked.has(Bag.of(*happened(sentence)) if is_past(act) else within, act)

    def _is_about_whom(self, asked: Asked, sentence: str, within: Bag) -> bool:
        """Yes or no needs all of the question; whoever does something, or has it, must be the one asked about."""
        question = asked.question
        if question.polar:
            needed = [question.words[-1], *(word for word in question.words if word in self.people)]
            if not all(asked.has(within, word) for word in needed):
                return False
        names = self.persons | question.proper
        doing = subject_and_verb(question.text, names)
        if doing and not (acts(sentence, *doing) and (asked.has(within, doing[1]) or not question.polar)):
            return False
        owned = owned_in(question.text, names)
        return not owned or not is_of_another(sentence, *owned, names=self.people)

    def _fits(self, asked: Asked, sentence: str, within: Bag) -> float:
        if asked.question.kind == "person":
            others = (self.people & within.words) - set(asked.question.words)
            if any(not asked.has(Bag.of(*asked.question.words), name) for name in others):
                return 1.0
        return shows_kind(asked.question, sentence)


def _alike(question: Question, sentence: str) -> float:
    """0–1: how near to each other the question's words stand in the sentence."""
    held = " ".join(word for word in words(sentence) if word not in FUNCTION_WORDS)
    return fuzz.partial_token_sort_ratio(" ".join(question.words), held or fold(sentence)) / 100
