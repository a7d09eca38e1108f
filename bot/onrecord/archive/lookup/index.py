"""The lookup index: for each kind of thing a full-text table that proposes, and one dictionary that forgives typos.

A term is reached by its keys (`terms.keys`), so that one query finds the known terms near each word that a member
typed, with how many things of the kind hold each; the rarest of them choose the candidates. Kept in step by the
transaction that changes the stories.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import Literal, TypeAlias, get_args

import aiosqlite

from onrecord.archive.lookup.terms import keys

Kind: TypeAlias = Literal["title", "about", "name", "quote", "passage"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FLUSH = 150_000
"""Terms whose counts are held back until they are written."""
SLICE = 1_000
"""Rows at a time: the event loop must not be held up meanwhile."""


class IndexWriter:
    """Adds and removes entries; `flush` before anything is looked up in the same transaction."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self._told = _nothing()
        self._totals: Counter[str] = Counter()

    async def add(self, kind: Kind, entries: Sequence[tuple[int, str]]) -> None:
        if not entries:
            return
        await self._db.executemany(f"INSERT INTO lookup_{kind} (rowid, words) VALUES (?, ?)", entries)
        self._told[kind].update(chain.from_iterable(map(set, [words.split() for _, words in entries])))
        self._totals[kind] += len(entries)
        if sum(map(len, self._told.values())) > FLUSH:
            await self.flush()

    async def remove(self, kind: Kind, first: int, last: int) -> None:
        """Every entry from `first` to `last`, both included."""
        rows = list(
            await self._db.execute_fetchall(
                f"SELECT rowid, words FROM lookup_{kind} WHERE rowid BETWEEN ? AND ?", (first, last)
            )
        )
        for _, words in rows:
            self._told[kind].subtract(set(words.split()))
        await self._db.executemany(f"DELETE FROM lookup_{kind} WHERE rowid = ?", [(row[0],) for row in rows])
        self._totals[kind] -= len(rows)

    async def flush(self) -> None:
        held, self._told = self._told, _nothing()
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM terms")
        known = sorted(set[str]().union(*held.values()))
        counts = zip(known, *(map(held[kind].get, known, repeat(0)) for kind in KINDS), strict=True)
        changes = [row for row in counts if any(row[1:])]  # a new term that came and went is held by nothing
        for i in range(0, len(changes), SLICE):
            await self._db.executemany(
                "INSERT INTO terms (term, title, about, name, quote, passage) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (term) DO UPDATE SET title = title + excluded.title, about = about + excluded.about,"
                " name = name + excluded.name, quote = quote + excluded.quote, passage = passage + excluded.passage",
                changes[i : i + SLICE],
            )
        new = list(await self._db.execute_fetchall("SELECT id, term FROM terms WHERE id > ?", (last,)))
        numbers: list[int] = []
        for i in range(0, len(new), SLICE):
            numbers += [n << 32 | key for n, term in new[i : i + SLICE] for key in keys(term)]
            await asyncio.sleep(0)
        # In the order of the table, near one another, they are written several times faster.
        await self._db.execute_fetchall(
            "INSERT INTO term_keys (key, term) SELECT value & 4294967295, value >> 32 FROM json_each(?) ORDER BY 1, 2",
            (json.dumps(numbers),),
        )
        await self._forget([term for term, *more in changes if min(more) < 0])
        await self.add_totals(self._totals.items())
        self._totals.clear()

    async def _forget(self, lost: Sequence[str]) -> None:
        """Terms that nothing holds any more."""
        rows = await self._db.execute_fetchall(
            "SELECT t.id, t.term FROM json_each(?) e CROSS JOIN terms t ON t.term = e.value"
            " WHERE title <= 0 AND about <= 0 AND name <= 0 AND quote <= 0 AND passage <= 0",
            (json.dumps(lost),),
        )
        gone = [(row[0], row[1]) for row in rows]
        for i in range(0, len(gone), SLICE):
            await self._db.executemany(
                "DELETE FROM term_keys WHERE key = ? AND term = ?",
                [(key, n) for n, term in gone[i : i + SLICE] for key in keys(term)],
            )
        await self._db.executemany("DELETE FROM terms WHERE id = ?", [(n,) for n, _ in gone])

    async def merge(self) -> None:
        """Make each table's segments one, which halves the time of a lookup: worth it when most of it is new."""
        for kind in KINDS:
            await self._db.execute_fetchall(f"INSERT INTO lookup_{kind} (lookup_{kind}) VALUES ('optimize')")

    async def add_totals(self, changes: Iterable[tuple[str, int]]) -> None:
        await self._db.executemany(
            "INSERT INTO totals (kind, n) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET n = n + excluded.n",
            list(changes),
        )


def _nothing() -> dict[Kind, Counter[str]]:
    return {kind: Counter() for kind in KINDS}
