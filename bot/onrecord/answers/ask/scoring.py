"""How well a sentence of the coverage bears the answer to a question. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.answers.ask.answer_kinds import implied_words, is_needed, shows_kind
from onrecord.answers.ask.antecedents import is_of_somebody, named_before
from onrecord.answers.ask.asked import Asked
from onrecord.answers.ask.clauses import (
    LIKE,
    acts,
    calls,
    happened,
    holds,
    is_another_one,
    is_done_to,
    is_of_another,
    likes,
    owned_in,
    speaks,
    subject_and_verb,
)
from onrecord.answers.ask.question import Question
from onrecord.answers.extracts import sentences
from onrecord.answers.stemming import is_past, stem
from onrecord.answers.words import FUNCTION_WORDS, LIGHT, SAME_MEANING, SAME_WORD, Bag, content, like
from onrecord.archive import PersonHead, StoryText
from onrecord.stories import Passage
from onrecord.text import fold, words

ENOUGH = 0.66
"""The share of a question's weight that a sentence and what stands around it must bear."""
SAID = 0.51
"""The share of what is asked about the people and things named that must be borne, too: who they are is not enough."""
_FEWEST = 3
_TELLING = 2
"""Words of its own from which on a sentence may tell why."""
_HAPPENS = frozenset(["time", "place"])
"""Questions that end in what happened: "When did the bridge close?" """
_VALUES = frozenset("count money amount percent time place age".split())
_OWN = frozenset(stem(word) for word in "leave move run begin start become work come lead".split())
"""Of the words that mostly say little, verbs that say what was done."""
_TOLD = frozenset(["place", "reason"])
"""Questions whose answer says what is asked about, and does not only stand beside it."""
_START = 3
"""Letters by which forms and most typos of a word agree."""
_WITHIN, _TITLE, _BESIDE, _AROUND, _NAMED = 1.0, 0.9, 0.8, 0.65, 0.4
"""What a word counts for in the sentence, in the title (each sentence is about that), in its passage, in the section
heading and the passages next to it, in the names of the story."""
_OTHER_WORD = 0.6
"""How much less a word of like meaning is than the very word of what was done."""
_UNOWNED = 0.3
_CALLED = 0.4
"""How much better a sentence is that says what the thing is called which is asked for."""
_OPENING = 2
"""Passages that say what the title says, if in other words."""
_UNSAID = 0.6
"""How much of the sentence's own a word is that the title has said already."""


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

    @property
    def text(self) -> str:
        return self.story.passages[self.passage].text[self.start : self.end]


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
    def full_names(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(words(one.name)) for one in self.story.people if one.kind == "person")

    @cached_property
    def _name_sets(self) -> frozenset[frozenset[str]]:
        return frozenset(map(frozenset, self.full_names))

    @cached_property
    def people(self) -> frozenset[str]:
        """The last name of everybody in it."""
        return frozenset(
            words(person.name)[-1] for person in self.story.people if person.kind == "person" and words(person.name)
        )

    def has_small(self, word: str) -> bool:
        return any(f" {word}" in passage.text for passage in self.story.passages)

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
        subject = asked.question.words
        opening = all(asked.has(self.title, word) for word in subject if stem(word) not in LIGHT) * _OPENING
        for passage in passages:
            n, text = passage.n, passage.text
            folded = text.casefold()
            if n >= opening and not any(start in folded for start in starts):
                continue  # told apart cheaply: most passages of a long story
            beside = self._bag(n)
            if n >= opening and not any(asked.has(beside, word) for word in asked.question.words):
                continue
            further = Bag.of(passage.section or "") | self._bag(n - 1) | self._bag(n + 1)
            parts = [text[start:end] for start, end in sentences(text)]
            # A paragraph may be one sentence long, and go on about whom the one before it names.
            goes_on = asked.question.office is not None or any(map(is_of_somebody, parts))
            above = self._sentences(n - 1) if goes_on else []
            named = named_before([*above, *parts], self._name_sets)[len(above) :] if goes_on else []
            for k, (start, end) in enumerate(sentences(text)):
                whom = self._antecedent(asked, parts[k], named[k]) if goes_on else _NOBODY
                before = parts[k - 1 : k] if k else above[-1:]
                if whom is None or not self._is_office_there(asked, [*before, parts[k]]):
                    continue
                score = self._grade(asked, parts[k], whom, beside, further)
                if score:
                    within = Bag.of(text[start:end])
                    held = sum(asked.has(within, word) > 0 for word in subject if word not in asked.proper)
                    found.append(Borne(score, self.story, n, start, end, held))
        return found

    def _antecedent(self, asked: Asked, sentence: str, named: Collection[frozenset[str]]) -> Bag | None:
        """ "She was 92" is said of the one who was named last: the names asked about; `None` of somebody else.

        Of two it may be either, and is taken for nobody's.
        """
        about = asked.proper | self.people.intersection(asked.question.words)
        if not is_of_somebody(sentence) or not about or not about.isdisjoint(words(sentence)):
            return _NOBODY
        if len(named) != 1:
            return None if not about.isdisjoint(self.persons) else _NOBODY
        (name,) = named
        known = Bag.of(*name)
        if (about & self.persons) - name or not any(asked.has(known, word) for word in about):
            return None
        return Bag.of(*name.intersection(asked.question.words))

    def _is_office_there(self, asked: Asked, parts: Sequence[str]) -> bool:
        """ "Its chairman" is the one who is asked about only where this sentence, or the one before it, names that."""
        office = asked.question.office
        said = words(parts[-1]) if office else []
        if not office or not any(like(word, office) and one in _WHOSE for one, word in pairwise(said)):
            return True
        there = Bag.of(*parts)
        return all(asked.has(there, word) for word in (asked.proper | asked.question.placed) - {office})

    def _sentences(self, n: int) -> list[str]:
        if not 0 <= n < len(self.story.passages):
            return []
        text = self.story.passages[n].text
        return [text[start:end] for start, end in sentences(text)]

    def _bag(self, n: int) -> Bag:
        if n not in self._bags:
            passages = self.story.passages
            self._bags[n] = Bag.of(passages[n].text) if 0 <= n < len(passages) else Bag.of()
        return self._bags[n]

    def _grade(self, asked: Asked, sentence: str, whom: Bag, beside: Bag, further: Bag) -> float:
        """0 when the sentence does not bear an answer, else higher the better it does."""
        question = asked.question
        within = Bag.of(sentence)
        if whom.words:
            within |= whom
        if question.key and not asked.has(within, question.key):
            return 0.0
        done = self._done(asked, sentence, within)
        if not done or not self._is_about_whom(asked, sentence, within, beside):
            return 0.0
        last = question.last
        if question.kind in _HAPPENS and not (asked.has(beside, last) or asked.has(self.title, last)):
            return 0.0
        if question.kind == "place" and not asked.has(within, last):
            return 0.0
        if question.kind == "count" and not self._is_there(asked, beside, question.counted):
            return 0.0
        heavy = any(
            not question.is_light(word) and word not in asked.proper and word not in self.persons
            for word in question.words
        )

        def light(word: str) -> bool:
            """Such words are asked about only where there are no others."""
            return heavy and question.is_light(word)

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
            if question.kind != "reason" or word not in asked.proper:
                share = share or asked.has(further, word) * _AROUND
            here = max(here, above * _UNSAID)
            if not share and word in asked.proper and question.kind != "reason":
                share = asked.has(self.names, word) * _NAMED
            if not share and (word in asked.proper or word in question.placed or word.isdigit()):
                return 0.0  # a name or a number that is not there is what the question is about
            total += weight
            borne += weight * share
            inside += weight * here
            if (
                word not in asked.proper
                and word not in self.persons
                and word not in question.speaker
                and not light(word)
            ):
                about += weight
                said += weight * share
                outright += weight * here
        if question.kind == "any" and asked.proper.issuperset(question.words):
            return 0.0  # nothing but names: what of them is asked, words say that are in every other question
        if not inside or borne / total < ENOUGH or (about and said / about < SAID):
            return 0.0
        fits = self._fits(asked, sentence, within)
        if not fits and is_needed(question):
            return 0.0
        if question.office and fits < 1 and done < SAME_MEANING and not is_of_somebody(sentence):
            return 0.0  # "the judge", and no name
        if question.kind == "reason" and not fits and self._says_no_more(question, sentence):
            return 0.0
        if question.named and not calls(sentence, question.named):
            return 0.0
        length = min(len(sentence), 600) / 600
        # What is asked says more than whom it is asked about: a story names its people in every other sentence.
        core = outright / about if about else inside / total
        rest = (0.5 if question.kind == "person" else 0.25) * fits + 0.2 * _alike(question, sentence) - 0.1 * length
        if question.called and calls(sentence, question.called):
            rest += _CALLED
        if len(within.words) < len(question.words) + _FEWEST:
            if question.kind == "reason":
                return 0.0
            rest -= 0.5  # it repeats the question and says nothing
        if done == SAME_MEANING:
            rest -= _OTHER_WORD
        elif done < SAME_MEANING and question.office:
            rest -= _UNOWNED
        return borne / total + 0.3 * inside / total + 0.4 * core + rest

    def _says_no_more(self, question: Question, sentence: str) -> bool:
        """Does it repeat the question, and tell but when it happened, or to whom besides?"""
        known = {stem(word) for word in question.words} | {stem(word) for word in self.persons}
        told = {stem(word) for word in content(sentence)} - known - LIGHT
        return len({word for word in told if not word.isdigit()}) < _TELLING

    def _is_there(self, asked: Asked, beside: Bag, counted: str | None) -> bool:
        """Has its paragraph, or the title, anything of what is asked but for the things that are counted?"""
        others = [word for word in asked.question.words if word != counted and not asked.question.is_light(word)]
        return not others or any(asked.has(beside, word) or asked.has(self.title, word) for word in others)

    def _done(self, asked: Asked, sentence: str, within: Bag) -> float:
        """Does it say that what somebody is asked for was done? 1 where it is nothing of the kind that is asked."""
        act = asked.question.act
        office = asked.question.office
        held = holds(sentence, office, asked.question.words, now=asked.question.is_of_now) if office else SAME_WORD
        if not held or not act:
            return held
        done = asked.has(Bag.of(*happened(sentence)) if is_past(act) else within, act)
        thing = asked.question.thing
        if not done or not thing or (asked.has(within, thing) and is_done_to(sentence, act, thing)):
            return done
        # The whole story may be about it.
        return done if done == SAME_WORD and asked.has(self.title, thing) and not asked.has(within, thing) else 0.0

    def _is_about_whom(self, asked: Asked, sentence: str, within: Bag, beside: Bag) -> bool:
        """Yes or no needs all of the question; whoever does something, or has it, must be the one asked about."""
        question = asked.question
        if question.polar:
            needed = [question.words[-1], *(word for word in question.words if word in self.people)]
            if not all(asked.has(within, word) for word in needed):
                return False
        names = self.persons | question.proper
        doing = subject_and_verb(question.text, names)
        if doing:
            if not acts(sentence, *doing, self.people) or (question.polar and not asked.has(within, doing[1])):
                return False
            if not self._is_what_they_did(asked, sentence, within, beside, *doing):
                return False
            told = question.words[-1] if stem(doing[1]) in LIGHT else doing[1]
            if question.kind in _TOLD and not (asked.has(within, told) or asked.has(self.title, told)):
                return False
        if question.speaker and not (
            all(asked.has(within, word) for word in question.speaker) and speaks(sentence, question.speaker)
        ):
            return False
        if is_another_one(question.text, sentence):
            return False
        if question.kind == "age" and self._is_of_namesake(question, within):
            return False
        owned = owned_in(question.text, names)
        if (
            owned
            and f"{owned[0]}'s" in words(question.text)
            and question.kind == "any"
            and (stem(owned[1]) not in LIGHT or owned[1] == question.words[-1])
            and not asked.has(within, owned[1])
        ):
            return False
        return not owned or not is_of_another(sentence, *owned, names=self.people)

    def _is_what_they_did(
        self, asked: Asked, sentence: str, within: Bag, beside: Bag, somebody: str, verb: str
    ) -> bool:
        question = asked.question
        if verb == LIKE:
            return likes(sentence, somebody) and bool(asked.has(within, somebody))
        if (
            question.kind in _TOLD
            and stem(verb) in _OWN
            and not (asked.has(beside, verb) or asked.has(self.title, verb))
        ):
            return False
        if (
            "did" in words(question.text)
            and asked.has(within, verb)
            and not asked.has(Bag.of(*happened(sentence)), verb)
        ):
            return False
        if (
            question.kind in ("any", "person")
            and not question.speaker
            and stem(verb) not in LIGHT
            and not asked.has(within, verb)
        ):
            return False
        if somebody not in self.persons or asked.has(within, somebody):
            return True
        is_told = asked.has(beside, verb) or asked.has(self.title, verb)
        if question.kind == "time" and stem(verb) not in LIGHT and not is_told:
            return False  # it has neither who did it nor what was done
        # What a sentence about somebody else has is theirs.
        others = (self.people & within.words).difference(question.words)
        return question.kind != "person" and not (question.kind in _VALUES and others)

    def _is_of_namesake(self, question: Question, within: Bag) -> bool:
        """Does the sentence name another one of the family, and not whom the question names in full?"""
        named = [words(person.name) for person in self.story.people if person.kind == "person"]
        for name in named:
            if len(name) > 1 and set(name) <= set(question.words) and name[0] not in within.words:
                return any(one[-1] == name[-1] and one != name and one[0] in within.words for one in named)
        return False

    def _fits(self, asked: Asked, sentence: str, within: Bag) -> float:
        if asked.question.kind == "person":
            others = {word.removesuffix("'s") for word in within.words} & self.people - set(asked.question.words)
            if any(not asked.has(Bag.of(*asked.question.words), name) for name in others):
                return 1.0
        others = self.people.difference(asked.question.words) if asked.question.kind == "age" else frozenset[str]()
        alone = others.isdisjoint(word.removesuffix("'s") for word in words(sentence)) if others else True
        return shows_kind(asked.question, sentence, alone=alone)


def _alike(question: Question, sentence: str) -> float:
    """0–1: how near to each other the question's words stand in the sentence."""
    held = " ".join(word for word in words(sentence) if word not in FUNCTION_WORDS)
    return fuzz.partial_token_sort_ratio(" ".join(question.words), held or fold(sentence)) / 100
