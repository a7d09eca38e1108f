"""When two stories report one event. Pure.

Reports of one event by different hands share few words, but the names, the figures and the day; stories about another
quarter, poll, festival or hearing share names and words, but neither figures nor day. Measured on the labelled families
of `tests/families`, of which the rules saw one half, and on 840 articles of one election year, most of which name the
same few people.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple, Self

from onrecord.archive.traces import share

ALL = 1 << 32
UNDATED = 0
DAYS = 3
"""Reports that were published further apart are about what happened since."""
FIGURE = 1.5
"""What a figure weighs beside a word of a name: names come back with the next event, figures do not."""
FACTS = 3
"""Weight of the facts that both must state."""
CONTRARY = 2, 0.5
"""Two reports with so many figures contradict each other if they share fewer than this."""
LACKING = 3.0, 0.2
"""Weight of the facts that the one with fewer of them may have for itself, or share of all; for two that name a day
in common."""
LACKING_DAY, FIGURES_HELD = 1.5, 0.75
"""The same where one of them names no day, and the share of figures that it then takes, as does a rewrite."""
RELATED = 0.15
"""Share of words (Dice) without which shared facts are chance."""
PLENTY, CLOSE = 5.0, 0.3
"""Weight of facts, and the share of words that it takes where there are fewer."""
UNCOUNTED = 0.35
"""The same where one of them has no figures."""
MANY, MOST_NAMES, WORDS = 6, 0.5, 0.22
"""Long reports share many names but tell much besides: so many words of names that few stories have, this share of
them, and of words, make one event if both are dated."""
MOST_FIGURES = 2 / 3
"""The same where one is undated, if they name a day in common and share so many of the figures."""
ALIKE, TRACES = 0.6, 10
"""Share of words, and their number, from which on it is a rewrite with most of the names and figures, if any."""


class Traits(NamedTuple):
    day: int
    """When it was published, or `UNDATED`."""
    words: AbstractSet[str]
    """What stands for the story: title, opening, recurring words; no function words."""
    names: AbstractSet[int]
    """Sums of the words of names, and below of figures, that only few stories have; of many, the smallest."""
    figures: AbstractSet[int]
    days: AbstractSet[str]
    """Weekdays and months that it names."""
    english: bool
    last: tuple[int, int] = (ALL, ALL)
    """The largest sum of names, and of figures, up to which all are there."""

    @property
    def marks(self) -> AbstractSet[int]:
        return self.names | self.figures

    def without(self, marks: AbstractSet[int]) -> Self:
        return self._replace(names=self.names - marks, figures=self.figures - marks)


def comparable(one: Traits, other: Traits) -> tuple[Traits, Traits]:
    """Without the names and figures that one of them has beyond what is known of the other."""
    names, figures = (min(ends) for ends in zip(one.last, other.last, strict=True))
    if (names, figures) == (ALL, ALL):
        return one, other
    first, second = (
        traits._replace(
            names={value for value in traits.names if value <= names},
            figures={value for value in traits.figures if value <= figures},
        )
        for traits in (one, other)
    )
    return first, second


def is_likely(one: Traits, other: Traits) -> bool:
    """Whether they report the same event if their words are alike; to know this takes far longer."""
    return _is_same(one, other, TRACES, 1.0)


def is_same_event(one: Traits, other: Traits) -> bool:
    shared = len(one.words & other.words)
    return _is_same(one, other, shared, 2 * shared / max(1, len(one.words) + len(other.words)))


def _is_same(one: Traits, other: Traits, shared: int, alike: float) -> bool:
    """`shared`: words in common; `alike`: their share (Dice)."""
    if is_later(one, other):
        return False
    one, other = comparable(one, other)
    if _is_contrary(one, other):
        return False
    names, figures = len(one.names & other.names), len(one.figures & other.figures)
    fewest_names, fewest = min(len(one.names), len(other.names)), min(len(one.figures), len(other.figures))
    if names < MOST_NAMES * fewest_names and fewest_names - names > LACKING[0]:
        return False
    lacking = fewest_names - names + FIGURE * (fewest - figures)
    facts = names + FIGURE * figures
    may_be_rewritten = _may_be_rewritten(one, other)
    if facts < FACTS and not may_be_rewritten:
        return False
    if one.english != other.english:
        return facts >= FACTS + FIGURE and lacking <= LACKING_DAY and names >= FACTS
    if alike >= ALIKE and shared >= TRACES and may_be_rewritten:
        return True
    if facts < FACTS or alike < (RELATED if facts >= PLENTY else CLOSE):
        return False
    same_day = bool(one.days & other.days)
    if one.days and other.days and not same_day:
        return lacking == 0 and figures >= FACTS
    if (
        (UNDATED not in (one.day, other.day) or (same_day and figures >= max(FACTS, MOST_FIGURES * fewest)))
        and names >= MANY
        and share(one.names, other.names) >= MOST_NAMES
        and alike >= WORDS
    ):
        return True
    if fewest == 0:
        return same_day and lacking <= 1 and alike >= UNCOUNTED
    if same_day:
        return lacking <= max(LACKING[0], LACKING[1] * (facts + lacking))
    return lacking <= LACKING_DAY and figures >= FIGURES_HELD * fewest


def is_later(one: Traits, other: Traits) -> bool:
    """Whether too many days lie between them, whichever was first."""
    return UNDATED not in (one.day, other.day) and abs(one.day - other.day) > DAYS


def day_of(published: str) -> int:
    """The number of a day (1 January of the year 1 is 1). `published`: ISO date or time; empty when unknown."""
    return date.fromisoformat(published[:10]).toordinal() if published else UNDATED


def _is_contrary(one: Traits, other: Traits) -> bool:
    fewest = min(len(one.figures), len(other.figures))
    return fewest >= CONTRARY[0] and len(one.figures & other.figures) < CONTRARY[1] * fewest


def _may_be_rewritten(one: Traits, other: Traits) -> bool:
    """Whether either has most of the other's names and figures, and no other days."""
    figures = len(one.figures & other.figures) >= FIGURES_HELD * min(len(one.figures), len(other.figures))
    other_days = one.days and other.days and not one.days & other.days
    return figures and not other_days and share(one.names, other.names) >= MOST_NAMES
