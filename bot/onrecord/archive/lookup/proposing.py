"""What may be meant: the entries that hold the telling ones among the words that were understood."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import TypeAlias

from pydantic_core import from_json

from onrecord.archive.lookup.gathering import gathered, listed
from onrecord.archive.lookup.index import Kind
from onrecord.archive.lookup.scoring import Group, Typed
from onrecord.archive.terms import COMMON

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


def propose(
    db: sqlite3.Connection, kind: Kind, typed: Typed, within: Within = EVERYTHING, most: int = CANDIDATES
) -> list[tuple[int, str]]:
    """(entry, its words): the newest with every known word, `most` of them, else those with the rarest."""
    known = sorted((g for g in typed.groups if g.sought or g.begins), key=lambda g: g.told)
    known = [g for g in known if g.word not in COMMON] or known
    if not known:
        return []
    telling = _telling(known, typed.total)
    found = _with_all(db, kind, telling, within, most)
    if len(found) == most and len(telling) < len(known):  # words of one name, say, which are not held by chance
        found = _with_all(db, kind, known, within, most) or found
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


def _with_all(
    db: sqlite3.Connection, kind: Kind, groups: Sequence[Group], within: Within, most: int
) -> list[tuple[int, str]]:
    if groups[0].told <= FEW and _takes_longer(groups):
        found = _newest(db, kind, groups[:1], within, FEW)
        for group in groups[1:]:
            found = [entry for entry in found if group.stands_in(entry[1])]
        return found[:most]
    return _newest(db, kind, groups, within, most)


def _takes_longer(groups: Sequence[Group]) -> bool:
    """Whether for FTS5 to intersect them takes longer than to read what holds the first."""
    return groups[0].told < sum(group.told / (BEGUN_PASSED if group.begins else PASSED) for group in groups[1:])


def _newest(
    db: sqlite3.Connection, kind: Kind, groups: Sequence[Group], within: Within, limit: int
) -> list[tuple[int, str]]:
    # FTS5 takes longer to answer in an order, and between two numbers.
    order = "ORDER BY rowid DESC" if groups[0].told > limit else ""
    bounds, values = ("AND rowid BETWEEN ? AND ?", within) if within != EVERYTHING else ("", ())
    found = _held(
        db,
        kind,
        f"(SELECT rowid AS value FROM lookup_{kind} WHERE lookup_{kind} MATCH ? {bounds} {order} LIMIT ?) found",
        " AND ".join(map(_any, groups)),
        *values,
        limit,
    )
    return found if order else found[::-1]


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
        for n in from_json(entries):
            held[n] |= bits
