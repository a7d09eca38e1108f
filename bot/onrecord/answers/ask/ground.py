"""One story as the ground that sentences stand on: what it is about, and whom it names. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from onrecord.answers.ask.asked import Asked
from onrecord.answers.ask.references import opening_name
from onrecord.answers.ask.turns import Turn, turns_in
from onrecord.answers.extracts import after_dateline, sentences
from onrecord.answers.phrasal import in_one_word
from onrecord.answers.words import Bag, union
from onrecord.archive import PersonHead, StoryText
from onrecord.text import fold, words


class Ground:
    """One story as the ground that sentences stand on."""

    def __init__(self, story: StoryText) -> None:
        self.story = story
        self._bags: dict[int, Bag] = {}
        self._sentences: dict[int, list[str]] = {}
        self._sentence_bags: dict[int, list[Bag]] = {}

    @cached_property
    def title(self) -> Bag:
        """What each sentence is about: the title, and the name of a thing or a body with which the story begins."""
        found = Bag.of(in_one_word(self.story.title))
        first = self.story.passages[0].text if self.story.passages else ""
        opens = opening_name(first[after_dateline(first) :], [one.text for one in self.story.passages]) - self.persons
        return found | Bag.of(*opens) if opens else found

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
    def name_sets(self) -> frozenset[frozenset[str]]:
        return frozenset(map(frozenset, self.full_names))

    @cached_property
    def people(self) -> frozenset[str]:
        """The last name of everybody in it."""
        return frozenset(
            words(person.name)[-1] for person in self.story.people if person.kind == "person" and words(person.name)
        )

    @cached_property
    def turns(self) -> dict[int, Turn]:
        """Of an interview, by the numbers of their passages."""
        return turns_in(self.story.passages)

    def has_small(self, word: str) -> bool:
        return any(f" {word}" in passage.text for passage in self.story.passages)

    def tells(self, phrase: Sequence[str]) -> bool:
        """Does it have these words, one behind the other?"""
        return " ".join(phrase) in self._folded

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

    def sentences(self, n: int) -> list[str]:
        """Of one passage, each with its verbs in one word."""
        if not 0 <= n < len(self.story.passages):
            return []
        if n not in self._sentences:
            text = self.story.passages[n].text
            self._sentences[n] = [in_one_word(text[start:end]) for start, end in sentences(text)]
        return self._sentences[n]

    def sentence_bag(self, n: int, k: int) -> Bag:
        return self._bags_of(n)[k]

    def bag(self, n: int) -> Bag:
        if n not in self._bags:
            self._bags[n] = union(self._bags_of(n))
        return self._bags[n]

    def _bags_of(self, n: int) -> list[Bag]:
        if n not in self._sentence_bags:
            self._sentence_bags[n] = [Bag.of(one) for one in self.sentences(n)]
        return self._sentence_bags[n]
