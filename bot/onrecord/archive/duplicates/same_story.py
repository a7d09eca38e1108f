"""When two documents tell one story. Pure.

They do when they name the same original link, or when their texts are one: reposted, trimmed, retitled, retouched.
Measured on the labelled families of `tests/families`, of which the rules saw one half: one text shares 85 % and more
of the shorter one's runs of four words, stories made after one pattern (weather, polls, quarters) at most half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from onrecord.archive.terms import terms
from onrecord.archive.traces import figures, is_english, runs, share

HELD = 0.72
"""Share of the shorter text's runs that the longer must hold."""
HELD_MARKED = 0.9
"""The same where only one of the pages says that a machine wrote it: a rewrite is a story of its own."""
ALIKE = 0.3
"""The same for what stands where the other stood: the article was changed."""
REMNANT = 1 / 3
"""Share of an article's terms below which what is left of it is no revision, unless it says something new."""
FEWEST = 12
"""Runs of a text that can be compared at all."""
LONGER = 1.25
"""From here on the shorter is not the same text retouched but a part, which has to begin as the longer does: else the
longer may be a digest of several stories, or a report that quotes a statement in full."""
OPENING = 24
"""Runs of the longer's opening."""
OPENING_HELD = 1 / 3
FIGURES, FIGURES_HELD = 3, 0.5
"""Texts with as many figures are not one if they share fewer: a pattern filled in anew."""


class Text(NamedTuple):
    runs: AbstractSet[int]
    opening: AbstractSet[int]
    figures: AbstractSet[str]
    english: bool


class Telling(NamedTuple):
    """One document's account of a story."""

    document: int
    own: str
    """The id that the document itself gives its story."""
    machine: bool
    """The page says that a machine wrote it."""
    text: Text


def text_of(passages: Sequence[str]) -> Text:
    words = [term for passage in passages for term in terms(passage)]
    found = runs(words)
    return Text(frozenset(found), frozenset(found[:OPENING]), figures(passages, words), is_english(Counter(words)))


def phrases(words: Sequence[str]) -> frozenset[int]:
    """The same runs of four words as a `Text` has, many times faster made: numbers that hold in this process alone."""
    return frozenset(map(hash, zip(words, words[1:], words[2:], words[3:], strict=False)))


def may_be_same(one: AbstractSet[int], other: AbstractSet[int]) -> bool:
    """Whether texts with such `phrases` share as many as `is_same_text` wants at least."""
    return len(one & other) >= HELD * min(len(one), len(other))


def is_same_text(one: Text, other: Text, held: float = HELD) -> bool:
    shorter, longer = sorted((one, other), key=lambda text: len(text.runs))
    if len(shorter.runs) < FEWEST:
        return bool(shorter.runs) and shorter.runs == longer.runs
    if share(shorter.runs, longer.runs) < held:
        return False
    fewer = min(len(one.figures), len(other.figures))
    if fewer >= FIGURES and share(one.figures, other.figures) < FIGURES_HELD:
        return False
    if len(longer.runs) < LONGER * len(shorter.runs):
        return True
    return len(longer.opening & shorter.runs) >= OPENING_HELD * len(longer.opening)


def is_revision(before: Text, after: Text) -> bool:
    """Whether what stands at an address now is the article that stood there before, changed."""
    return share(before.runs, after.runs) >= ALIKE


def is_remnant(before: AbstractSet[str], after: AbstractSet[str]) -> bool:
    """Whether hardly any of an article's terms are left and none are new: its page asks for payment now, say."""
    return len(after) < REMNANT * len(before) and share(after, before) >= HELD_MARKED


def is_same_story(one: Telling, other: Telling) -> bool:
    if one.own == other.own and one.text.english == other.text.english:
        return True
    return is_same_text(one.text, other.text, HELD if one.machine == other.machine else HELD_MARKED)


def gathered(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of each story, in their order."""
    found: list[list[Telling]] = []
    for telling in tellings:
        same = [group for group in found if any(is_same_story(telling, other) for other in group)]
        others = [group for group in found if group not in same]
        found = [*others, [*(one for group in same for one in group), telling]]
    place = {telling.document: i for i, telling in enumerate(tellings)}
    ordered = [sorted(group, key=lambda telling: place[telling.document]) for group in found]
    return sorted(ordered, key=lambda group: place[group[0].document])
