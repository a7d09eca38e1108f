"""When two stories report one event. Pure.

Measured on four hundred articles of one election year, most of which name the same few people: rewrites of one report
share more than 70 % of the words that stand for a story (Dice), reports of one event by different hands 40 % and more
together with most of the people that they name; stories about different events with the same people and vocabulary
stay below one or the other.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

TRACES = 10
"""Words that two reports must share at least: two short ones share their few by chance."""
ALIKE = 0.6
"""Share of words from which on a few shared people are enough."""
RELATED = 0.5
"""Share of words, plus `SHARED` for each shared person, from which on it is one event if most people are shared."""
SHARED = 0.02
FEWEST, MOST = 3, 10
"""Shared people that are needed for that, and that are counted."""
DAYS = 3
"""Reports further apart are about what happened since."""


class Traits(NamedTuple):
    published: str
    """ISO date or time; empty when unknown."""
    words: AbstractSet[str]
    """What stands for the story: title, opening, people, recurring words; no function words."""
    people: AbstractSet[str]
    """Keys of the names that not everybody names."""


def is_same_event(one: Traits, other: Traits) -> bool:
    if one.published and other.published:
        apart = date.fromisoformat(one.published[:10]) - date.fromisoformat(other.published[:10])
        if abs(apart.days) > DAYS:
            return False
    shared = len(one.words & other.words)
    if shared < TRACES:
        return False
    share = 2 * shared / (len(one.words) + len(other.words))
    both = len(one.people & other.people)
    fewer = min(len(one.people), len(other.people))
    if share >= ALIKE and both >= fewer / 2:
        return True
    return both >= max(FEWEST, 0.7 * fewer) and share + SHARED * min(both, MOST) >= RELATED
