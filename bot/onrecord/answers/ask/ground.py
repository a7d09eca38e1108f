"""One story as the ground that sentences stand on: what it is about, and whom it names. Pure."""

from __future__ import annotations

from functools import cached_property

from onrecord.answers.ask.asked import Asked
from onrecord.answers.extracts import sentences
from onrecord.answers.words import Bag
from onrecord.archive import PersonHead, StoryText
from onrecord.text import fold, words


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
    def name_sets(self) -> frozenset[frozenset[str]]:
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

    def sentences(self, n: int) -> list[str]:
        if not 0 <= n < len(self.story.passages):
            return []
        text = self.story.passages[n].text
        return [text[start:end] for start, end in sentences(text)]

    def bag(self, n: int) -> Bag:
        if n not in self._bags:
            passages = self.story.passages
            self._bags[n] = Bag.of(passages[n].text) if 0 <= n < len(passages) else Bag.of()
        return self._bags[n]
