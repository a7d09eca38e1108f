"""What the index proposes for typed words: the known terms near each, and the entries that hold the telling ones."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from heapq import nlargest
from typing import Any, NamedTuple, TypeAlias

from onrecord.archive.lookup.index import Kind
from onrecord.archive.lookup.scoring import Group, Typed, likeness, weigh
from onrecord.archive.terms import COMMON, exact_keys, keys

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
CANDIDATES = 60
LIKELY = 20
"""Of those that hold some of the rarest words."""
CHANCE = 0.01
"""As soon as fewer things than this are expected to hold some words by chance, no more of them are asked for."""
FEW = 100
"""Entries with the rarest word that are read and looked through for the other words, if FTS5 would take longer."""
PASSED, BEGUN_PASSED = 100, 12
"""Entries with a word, or with any that begins so, that FTS5 passes over while one entry is read."""
POSTINGS = 600
"""Entries that are looked through for those that hold most of the rarest words."""
ALONE = 3
"""Rare words that are enough to tell apart the entries that hold some of them."""
PAIRED = 4
"""Of the words that more entries hold, the rarest so many are sought two at a time."""
PAIRS = 100
"""Entries that are expected to hold two words by chance, up to which they are sought."""
MOST = 2000
"""Entries with two words that are looked through."""
Within: TypeAlias = tuple[int, int]
"""First and last entry."""
EVERYTHING: Within = (0, 1 << 62)
_END = "\U0010ffff"
_decode = json.JSONDecoder().raw_decode


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


def gathered(db: sqlite3.Connection, columns: str, rest: str, *values: object) -> list[list[Any]]:
    """The rows of a statement as one: a thread that fetches them one by one may lose its turn at each."""
    [[rows]] = db.execute(f"SELECT json_group_array(json_array({columns})) FROM {rest}", values).fetchall()
    return _decoded(rows)


def listed(numbers: Iterable[int]) -> str:
    """As JSON, which writes numbers as Python does: several times as fast as by `json.dumps`."""
    return str(list(numbers))


def _decoded(rows: str) -> list[Any]:
    """What SQLite wrote: `json.loads` looks for spaces around it, which takes longer than to read a short one."""
    return _decode(rows)[0]


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
    for key, term, *told in _decoded(rows):
        for i in sought[key]:
            if term not in near[i] and (like := likeness(words[i], term)):
                near[i][term] = (like, told)


def propose(db: sqlite3.Connection, kind: Kind, typed: Typed, within: Within = EVERYTHING) -> list[tuple[int, str]]:
    """(entry, its words): the newest with every known word, else those with the rarest."""
    known = sorted((g for g in typed.groups if g.sought or g.begins), key=lambda g: g.told)
    known = [g for g in known if g.word not in COMMON] or known
    if not known:
        return []
    telling = _telling(known, typed.total)
    found = _with_all(db, kind, telling, within)
    if len(found) == CANDIDATES and len(telling) < len(known):  # words of one name, say, which are not held by chance
        found = _with_all(db, kind, known, within) or found
    return found if found or len(known) < 2 else _with_rarest(db, kind, known, typed.total, within)


def _telling(known: Sequence[Group], total: int) -> Sequence[Group]:
    """As many of the rarest words as single out what holds them."""
    expected = float(total)
    for i, group in enumerate(known):
        expected *= group.told / (total or 1)
        if i and expected < CHANCE:
            return known[: i + 1]
    return known


def _any(group: Group) -> str:
    # Terms hold letters, digits and single symbols only, and stand in quotation marks: no syntax gets through.
    asked = [f'"{term}"' for term in group.sought]
    if group.begins:
        asked.append(f'"{group.word}" *')
    return "(" + " OR ".join(asked) + ")"


def _with_all(db: sqlite3.Connection, kind: Kind, groups: Sequence[Group], within: Within) -> list[tuple[int, str]]:
    if groups[0].told <= FEW and _takes_longer(groups):
        found = _newest(db, kind, groups[:1], within, FEW)
        for group in groups[1:]:
            found = [entry for entry in found if group.stands_in(entry[1])]
        return found[:CANDIDATES]
    return _newest(db, kind, groups, within, CANDIDATES)


def _takes_longer(groups: Sequence[Group]) -> bool:
    """Whether for FTS5 to intersect them takes longer than to read what holds the first."""
    return groups[0].told < sum(group.told / (BEGUN_PASSED if group.begins else PASSED) for group in groups[1:])


def _newest(
    db: sqlite3.Connection, kind: Kind, groups: Sequence[Group], within: Within, limit: int
) -> list[tuple[int, str]]:
    return _held(
        db,
        kind,
        f"(SELECT rowid AS value FROM lookup_{kind} WHERE lookup_{kind} MATCH ? AND rowid BETWEEN ? AND ?"
        " ORDER BY rowid DESC LIMIT ?) found",
        " AND ".join(map(_any, groups)),
        *within,
        limit,
    )


def _held(db: sqlite3.Connection, kind: Kind, entries: str, *values: object) -> list[tuple[int, str]]:
    """The words of each of the `entries`, a table named `found`.

    FTS5's own table of them is several times faster to read by number than FTS5.
    """
    rows = gathered(db, "c.id, c.c0", f"{entries} CROSS JOIN lookup_{kind}_content c ON c.id = found.value", *values)
    return [(n, words) for n, words in rows]


def _with_rarest(
    db: sqlite3.Connection, kind: Kind, known: Sequence[Group], total: int, within: Within
) -> list[tuple[int, str]]:
    """The entries that hold most of the weight of the rarest words; of words that many hold, only pairs are sought."""
    rare = 0
    budget = POSTINGS
    for group in known:
        if group.told > budget:
            break
        budget -= group.told
        rare += 1
    held: defaultdict[int, int] = defaultdict(int)
    _mark(db, kind, {_any(group): 1 << i for i, group in enumerate(known[:rare])}, within, held)
    if max(map(int.bit_count, held.values()), default=0) < ALONE:
        _mark(db, kind, _pairs(known, rare, total), within, held)
    weights = {bits: sum(g.weight for i, g in enumerate(known) if bits >> i & 1) for bits in set(held.values())}
    best = nlargest(LIKELY, held, key=lambda n: (weights[held[n]], n))
    return _held(db, kind, "json_each(?) found", listed(best))


def _pairs(known: Sequence[Group], rare: int, total: int) -> dict[str, int]:
    """What seeks two words at a time, with the bits of the words. `rare`: how many have been sought one by one."""
    asked: dict[str, int] = {}
    for i, group in enumerate(known[rare : rare + PAIRED], start=rare):
        if rare:
            asked[f"{_either(known[:rare])} AND {_any(group)}"] = 1 << i
        for k, rarer in enumerate(known[rare:i], start=rare):
            if rarer.told * group.told <= PAIRS * total:
                asked[f"{_any(rarer)} AND {_any(group)}"] = 1 << k | 1 << i
    return asked


def _either(groups: Sequence[Group]) -> str:
    return "(" + " OR ".join(map(_any, groups)) + ")"


def _mark(
    db: sqlite3.Connection, kind: Kind, asked: Mapping[str, int], within: Within, held: defaultdict[int, int]
) -> None:
    """Set for each entry the bits of the expressions that it fulfils."""
    rows = db.execute(
        f"SELECT e.value, (SELECT json_group_array(found.n) FROM (SELECT rowid AS n FROM lookup_{kind}"
        f" WHERE lookup_{kind} MATCH e.key AND rowid BETWEEN ?2 AND ?3 LIMIT ?4) found) FROM json_each(?1) e",
        (json.dumps(asked), *within, MOST),
    ).fetchall()
    for bits, entries in rows:
        for n in _decoded(entries):
            held[n] |= bits
