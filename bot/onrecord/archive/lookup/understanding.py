"""What typed words may mean: the known terms near each, and the longer ones that it begins."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pydantic_core import from_json

from onrecord.archive.lookup.gathering import listed
from onrecord.archive.lookup.index import Kind
from onrecord.archive.lookup.scoring import Group, Typed, likeness, weigh
from onrecord.archive.terms import exact_keys, keys

MOST_WORDS = 40
MOST_LIKE = 10
"""Terms that one typed word may stand for, those aside that it begins."""
SAME = 0.95
"""Likeness from which on two words are forms of one."""
FEW_WORDS = 3
"""So few words each matter too much to be taken as they stand, though the coverage knows them so."""
BROAD = 3000
"""Things that hold the typed beginning of a word, up to which they are sought."""
BEGINNING = 3
"""Letters from which on a last word may be the beginning of another."""
_END = "\U0010ffff"


class Near(NamedTuple):
    """The distinct typed words, each with the known terms near it."""

    words: Sequence[str]
    distinct: Sequence[str]
    terms: Sequence[dict[str, tuple[float, Sequence[int]]]]
    """For each, by term: likeness, and how many things of each kind hold it."""
    begun: str
    """The word that may be the beginning of longer ones, or nothing."""
    longer: Sequence[int]
    """How many things of each kind hold such a longer one."""
    totals: Sequence[int]

    def typed(self, kind: int = 0) -> Typed:
        """As understood among things of one of the kinds."""
        total = self.totals[kind]
        longer = self.longer[kind]
        groups: list[Group] = []
        for word, found in zip(self.distinct, self.terms, strict=True):
            held = [(like, told[kind], term) for term, (like, told) in found.items() if told[kind]]
            held.sort(reverse=True)
            best = held[:MOST_LIKE]
            exact = best[0][1] if best and best[0][2] == word else 0
            sought = [one for one in best if one[0] >= SAME] if exact else best
            told = sum(one[1] for one in sought)
            begun = word == self.begun and longer > 0
            begins = begun and longer + exact <= BROAD
            if begins:
                told += longer
            like = {term: like for like, _, term in best}
            terms = tuple(term for _, _, term in sought)
            groups.append(Group(word, like, told, weigh(word, told, total), terms, begun, begins))
        return Typed(self.words, groups, total)


def understand(
    db: sqlite3.Connection,
    kinds: tuple[Kind, ...],
    words: Sequence[str],
    *,
    unfinished: bool = False,
    mistyped: bool = True,
) -> Near:
    """`kinds`: of which the last holds every term of the others; `unfinished`: the last word may be a beginning;
    `mistyped`: they may hold typos."""
    distinct = list(dict.fromkeys(words))[:MOST_WORDS]
    if unfinished and len(distinct) > 1 and len(distinct[-1]) < BEGINNING:
        distinct.pop()
    begun = distinct[-1] if unfinished and distinct and len(distinct[-1]) >= BEGINNING else ""
    near: list[dict[str, tuple[float, Sequence[int]]]] = [{} for _ in distinct]
    as_they_stand = len(distinct) > FEW_WORDS or not mistyped
    sought = _sought(distinct, near, exact_keys if as_they_stand else keys)
    [[rows, *numbers]] = db.execute(
        _near_and_counts(kinds), (listed(sought), *kinds, begun, begun and begun + _END)
    ).fetchall()
    _add_near(rows, distinct, near, sought)
    if as_they_stand and mistyped and (sought := _sought(distinct, near, keys)):
        [[rows]] = db.execute(_near(kinds), (listed(sought),)).fetchall()
        _add_near(rows, distinct, near, sought)
    return Near(words, distinct, near, begun, numbers[len(kinds) :], [n or 0 for n in numbers[: len(kinds)]])


def _sought(
    words: Sequence[str], near: Sequence[Mapping[str, object]], keys: Callable[[str], Iterable[int]]
) -> dict[int, list[int]]:
    """For each key the places of the words that have it and of which nothing is known yet."""
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        if word not in near[i]:
            for key in keys(word):
                by_key[key].append(i)
    return by_key


@cache
def _near(kinds: tuple[Kind, ...]) -> str:
    """Asks for the terms that have some keys."""
    told = ", ".join(f"t.{kind}" for kind in kinds)
    return (
        f"SELECT json_group_array(json_array(k.value, t.term, {told})) FROM json_each(?) k"
        f" CROSS JOIN term_keys x ON x.key = k.value CROSS JOIN terms t ON t.id = x.term WHERE t.{kinds[-1]} > 0"
    )


@cache
def _near_and_counts(kinds: tuple[Kind, ...]) -> str:
    """Asks besides how many things of each kind there are, and how many hold a term between two."""
    totals = ", ".join("(SELECT n FROM totals WHERE kind = ?)" for _ in kinds)
    longer = ", ".join(f"coalesce(sum({kind}), 0)" for kind in kinds)
    between = "(SELECT * FROM terms WHERE term > ? AND term < ? LIMIT 2000)"
    return f"SELECT ({_near(kinds)}), {totals}, {longer} FROM {between}"


def _add_near(
    rows: str,
    words: Sequence[str],
    near: Sequence[dict[str, tuple[float, Sequence[int]]]],
    sought: Mapping[int, Sequence[int]],
) -> None:
    for key, term, *told in from_json(rows):
        for i in sought[key]:
            if term not in near[i] and (like := likeness(words[i], term)):
                near[i][term] = (like, told)
