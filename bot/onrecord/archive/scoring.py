"""How well what a member typed fits what the archive holds: one scale for every kind of thing. Pure.

A score is 100 times the share of the typed words that the thing accounts for, each word weighted by how much it says
(how few things hold it), less what a typo or another form costs. A word that nothing holds weighs most of all: so what
is not in the coverage stays below `NEAR` by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from onrecord.archive.rows import FIRST
from onrecord.archive.terms import COMMON, stem

SURE = 75.0
"""From here on it is what was meant: answer with it."""
NEAR = 50.0
"""From here on it may be what was meant: suggest it. Below, it is not found."""
BEGUN = 0.92
"""Likeness of a word to one that it begins."""


class Group(NamedTuple):
    """One typed word, and the terms of the archive that it may stand for."""

    word: str
    likeness: Mapping[str, float]
    """By term, 0 to 1, best first."""
    told: int
    """How many things hold one of them."""
    weight: float
    begun: bool = False
    """It may be the beginning of a longer word."""

    @property
    def known(self) -> bool:
        return bool(self.likeness) or self.begun

    def match(self, held: Collection[str]) -> float:
        for term, like in self.likeness.items():
            if term in held:
                return like
        return BEGUN if self.begun and any(term.startswith(self.word) for term in held) else 0.0


def weigh(word: str, told: int, total: int) -> float:
    """Inverse document frequency; a function word counts a fifth, however rare it is in a small archive."""
    return log(2 + 2 * total / (1 + told)) * plain_weight(word)


def plain_weight(word: str) -> float:
    return 0.2 if word in COMMON else 1.0


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


def coverage(
    groups: Sequence[Group], held: Collection[str], also: Collection[str] = (), discount: float = 0.0
) -> float:
    """Share, 0 to 1, of the typed words' weight that `held` accounts for; words only in `also` count less."""
    whole = got = 0.0
    for group in groups:
        whole += group.weight
        if like := group.match(held):
            got += group.weight * like
        elif also and (like := group.match(also)):
            got += group.weight * like * (1 - discount)
    return got / whole if whole else 0.0


def story_score(groups: Sequence[Group], typed: str, title: str, about: str = "") -> float:
    """`typed`, `title`, `about`: terms joined by spaces."""
    title, _, _ = title.partition(f" {FIRST}")
    if typed == title:
        return 100.0
    if title.startswith(typed) and len(typed) > 2:
        return 99.0
    share = coverage(groups, set(title.split()), set(about.split()), 0.12)
    if all(group.word in COMMON for group in groups):
        share *= 0.4
    return 100 * share * (0.95 + 0.05 * fuzz.ratio(typed, title) / 100)


def quote_score(groups: Sequence[Group], plain: Sequence[Group], typed: str, words: str) -> float:
    """A fragment of a quote, or the whole with some words changed: most of its words, much in their order.

    `plain`: the groups weighed alike, as a changed word is often one that nothing holds.
    """
    if len(typed) < 3:
        return 0.0
    held = set(words.split())
    share = (coverage(groups, held) + coverage(plain, held)) / 2
    order = (fuzz.ratio(typed, words) if len(typed) > len(words) else fuzz.partial_ratio(typed, words)) / 100
    if not share or (len(groups) < 3 and all(group.word in COMMON for group in groups)):
        return 0.0
    return 100 - 80 * (1 - 0.55 * share - 0.45 * order)


def name_score(groups: Sequence[Group], initials: Sequence[str], typed: str, names: Collection[str]) -> float:
    """`initials`: single letters beside the words; `names`: each as its terms joined by spaces."""
    return max((_one_name(groups, initials, typed, name) for name in names), default=0.0)


def _one_name(groups: Sequence[Group], initials: Sequence[str], typed: str, name: str) -> float:
    if typed == name:
        return 100.0
    parts = name.split()
    share = coverage(groups, set(parts))
    matched = [part for part in parts if any(group.match((part,)) for group in groups)]
    letters = [part[0] for part in parts if part not in matched]
    for letter in initials:
        if letter in letters:
            letters.remove(letter)
        else:
            share *= 0.6
    if len(matched) + len(initials) >= len(parts):
        whole = 98.0
    elif parts and parts[-1] in matched:
        whole = 93.0
    else:
        whole = 72.0
    squeezed = fuzz.ratio(typed.replace(" ", ""), name.replace(" ", ""), score_cutoff=82)
    return max(share * whole, squeezed * 0.96)
