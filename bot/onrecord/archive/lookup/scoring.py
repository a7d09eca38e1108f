"""How well what a member typed fits what the archive holds: one scale for every kind of thing. Pure.

A score is 100 times the share of the typed words that the thing accounts for, each word weighted by how much it says
(how few things hold it), less what a typo or another form costs. A word that nothing holds weighs most of all: so what
is not in the coverage stays below `NEAR` by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log
from operator import mul
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, LCSseq

from onrecord.archive.terms import COMMON, stem

SURE = 75.0
"""From here on it is what was meant: answer with it."""
NEAR = 50.0
"""From here on it may be what was meant: suggest it. Below, it is not found."""
BEGUN = 0.92
"""Likeness of a word to one that it begins."""
ELSEWHERE = 0.88
"""What a word counts that a story has, but not in its title."""

OTHER_INITIAL, NO_INITIAL = 0.6, 0.88
"""What a name counts that begins otherwise than was typed, and one that has nothing but a surname."""
LETTERS = 100
"""Letters up to which a fragment is compared letter by letter, which takes the cube of their number: 6 ms for 700."""


class Group(NamedTuple):
    """One typed word, and the terms of the archive that it may stand for."""

    word: str
    likeness: Mapping[str, float]
    """By term, 0 to 1, best first."""
    told: int
    """How many things hold one of those that are sought."""
    weight: float
    sought: tuple[str, ...]
    """Terms that candidates hold: a word that is known as it stands is sought as it stands."""
    begun: bool = False
    """It may be the beginning of a longer word."""
    begins: bool = False
    """Any longer one is sought too."""

    def stands_in(self, held: str) -> bool:
        """`held`: terms joined by spaces."""
        spaced = f" {held} "
        for term in self.sought:
            if f" {term} " in spaced:
                return True
        return self.begins and f" {self.word}" in spaced


class Typed:
    """What a member typed, as the archive understands it."""

    def __init__(self, words: Sequence[str], groups: Sequence[Group], total: int = 0) -> None:
        """`total`: how many things there are."""
        self.total = total
        self.words = words
        self.text = " ".join(words)
        self.groups = groups
        self._weights = [group.weight for group in groups]
        self._weight = sum(self._weights) or 1
        self._plain = [plain_weight(group.word) for group in groups]
        self.only_common = max(self._plain, default=0.0) < 1
        self._begun: int | None = None
        self._start = ""
        self._near: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for i, group in enumerate(groups):
            if group.begun:
                self._begun, self._start = i, group.word
            for term, like in group.likeness.items():
                self._near[term].append((i, like))

    def likes(self, held: Iterable[str]) -> list[float]:
        """For each typed word how like it the likest of these words is."""
        likes = [0.0] * len(self.groups)
        begun = self._begun
        for term in held:
            if term in self._near:
                for i, like in self._near[term]:
                    likes[i] = max(likes[i], like)
            if begun is not None and term.startswith(self._start):
                likes[begun] = max(likes[begun], BEGUN)
        return likes

    def takes(self, term: str) -> bool:
        """Whether it is like any of the typed words."""
        return term in self._near or (self._begun is not None and term.startswith(self._start))

    def likeliest(self, entries: Iterable[tuple[int, str]]) -> list[tuple[float, int, str]]:
        """(share of the typed words' weight, entry, its words), best first, among equals the newest."""
        return sorted(((self.weighed(self.likes(held.split())), n, held) for n, held in entries), reverse=True)

    def in_order(self, held: Sequence[str]) -> float:
        """The share, 0 to 1, of the typed words, or of these if they are fewer, that both have in one order."""
        like = {term: max(near, key=lambda one: one[1])[0] for term in held if (near := self._near.get(term))}
        meant = [self.groups[like[term]].word if term in like else term for term in held]
        return LCSseq.similarity(self.words, meant) / min(len(self.words), len(held))

    def weighed(self, likes: Sequence[float]) -> float:
        """The share, 0 to 1, of the typed words' weight."""
        return sumprod(self._weights, likes) / self._weight

    def counted(self, likes: Sequence[float]) -> float:
        """The share, 0 to 1, of the typed words, all alike but function words."""
        return sumprod(self._plain, likes) / (sum(self._plain) or 1)


def sumprod(weights: Sequence[float], likes: Sequence[float]) -> float:
    return sum(map(mul, weights, likes))


def plain_weight(word: str) -> float:
    return 0.2 if word in COMMON else 1.0


def weigh(word: str, told: int, total: int) -> float:
    """Inverse document frequency; a function word counts a fifth, however rare it is in a small archive."""
    return log(2 + 2 * total / (1 + told)) * plain_weight(word)


def likeness(typed: str, term: str) -> float:
    """1 the same, less for another form or one typo (two in long words); 0 for another word."""
    if typed == term:
        return 1.0
    if typed.isdecimal() and term.isdecimal():
        return 0.0
    if stem(typed) == stem(term):
        return 0.95
    allowed = 0 if min(len(typed), len(term)) < 3 else 1 if len(typed) < 8 else 2
    distance = OSA.distance(typed, term, score_cutoff=allowed)
    return 0.0 if distance > allowed else 1 - distance / max(len(typed), len(term))


def beginning_score(text: str, title: str) -> float:
    """Of a title that begins as typed; 0 of any other. Both as terms joined by spaces."""
    if not title.startswith(text):
        return 0.0
    return 100.0 if title == text else 99.0 if len(text) > 2 else 0.0


def story_score(typed: Typed, title: str, about: str = "") -> float:
    """`title`, `about`: as indexed, terms joined by spaces."""
    if begun := beginning_score(typed.text, title):
        return begun
    likes = typed.likes(title.split())
    if about:
        likes = [max(pair) for pair in zip(likes, (ELSEWHERE * a for a in typed.likes(about.split())), strict=True)]
    share = typed.weighed(likes) * (0.4 if typed.only_common else 1)
    return 100 * share * (0.95 + 0.05 * fuzz.ratio(typed.text, title) / 100)


def quote_score(typed: Typed, words: str) -> float:
    """A fragment of a quote, or the whole with some words changed: most of its words, much in their order.

    Half by weight and half by number, as a word that was changed is often one that nothing holds.
    """
    if len(typed.text) < 3 or (typed.only_common and len(typed.groups) < 3):
        return 0.0
    held = words.split()
    likes = typed.likes(held)
    share = (typed.weighed(likes) + typed.counted(likes)) / 2
    if not share:
        return 0.0
    if len(typed.text) > len(words):
        same = fuzz.ratio(typed.text, words) / 100
    elif len(typed.text) > LETTERS:
        same = typed.in_order(held)
    else:
        # Below this likeness of the letters the score is below `NEAR`, and the comparison may be given up.
        least = 100 * (1 - (100 - NEAR) / 80 - 0.55 * share) / 0.45 - 0.1
        same = fuzz.partial_ratio(typed.text, words, score_cutoff=max(least, 0.0)) / 100
    return 100 - 80 * (1 - 0.55 * share - 0.45 * same)


def name_score(typed: Typed, initials: Sequence[str], names: Collection[str]) -> float:
    """`initials`: single letters beside the words; `names`: each as its terms joined by spaces."""
    if initials:  # a surname alone says nothing of them where the name is known in full
        names = [name for name in names if " " in name] or names
    return max((_one_name(typed, initials, name) for name in names), default=0.0)


def _one_name(typed: Typed, initials: Sequence[str], name: str) -> float:
    if typed.text == name and not initials:
        return 100.0
    parts = name.split()
    share = typed.weighed(typed.likes(parts))
    matched = [part for part in parts if typed.takes(part)]
    letters = [part[0] for part in parts if part not in matched]
    fits = 1.0
    for letter in initials:
        if letter in letters:
            letters.remove(letter)
        else:
            fits *= OTHER_INITIAL if len(parts) > 1 else NO_INITIAL
    if len(matched) + len(initials) >= len(parts):
        whole = 98.0
    elif parts and parts[-1] in matched:
        whole = 93.0
    else:
        whole = 72.0
    squeezed = fuzz.ratio(typed.text.replace(" ", ""), name.replace(" ", ""), score_cutoff=82)
    return fits * max(share * whole, squeezed * 0.96)
