"""The lookup index: for each kind of thing a full-text table that proposes, and one dictionary that forgives typos.

A term is reached by its keys (`terms.keys`), so that one query finds the known terms near each word that a member
typed, with how many things of the kind hold each; the rarest of them choose the candidates. Kept in step by the
transaction that changes the stories.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import Literal, TypeAlias, get_args

import aiosqlite

from onrecord.archive.terms import keys

Kind: TypeAlias = Literal["title", "about", "name", "quote", "passage"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FLUSH = 150_000
"""Terms whose counts are held back until they are written."""
MANY = 5_000
"""Stories from which on, if they are most of all, every term is counted anew and indices are made at the end."""
_FOR_READERS = ("stories_by_title", "appearances_by_person", "quotes_by_person", "events_by_date")
"""Indices that no change needs."""
SLICE = 1_000
"""Rows at a time: the event loop must not be held up meanwhile."""


class IndexWriter:
    """Adds and removes entries; `flush` before anything is looked up in the same transaction."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self._told = _nothing()
        self._totals: Counter[str] = Counter()
        self._new = 0
        """Stories that were added."""
        self._anew = False
        """Nothing is counted or kept in order now, as everything will be: faster by far where most of it is new."""
        self._dropped: list[str] = []
        """What makes the indices again."""

    async def add(self, kind: Kind, entries: Sequence[tuple[int, str]]) -> None:
        if not entries:
            return
        await self._db.executemany(f"INSERT INTO lookup_{kind} (rowid, words) VALUES (?, ?)", entries)
        self._totals[kind] += len(entries)
        if kind == "title" and not self._anew:
            self._new += len(entries)
            self._anew = self._new > MANY and await self._is_most_new()
            if self._anew:
                await self._drop_indices()
        if self._anew:
            return
        self._told[kind].update(chain.from_iterable(map(set, [words.split() for _, words in entries])))
        if sum(map(len, self._told.values())) > FLUSH:
            await self.flush()

    async def _is_most_new(self) -> bool:
        [[stored]] = await self._db.execute_fetchall("SELECT coalesce(max(n), 0) FROM totals WHERE kind = 'title'")
        return self._new > (stored + self._totals["title"]) / 2

    async def _drop_indices(self) -> None:
        for name, sql in await self._db.execute_fetchall(
            "SELECT name, sql FROM sqlite_schema WHERE name IN (SELECT value FROM json_each(?))",
            (json.dumps(_FOR_READERS),),
        ):
            await self._db.execute_fetchall(f"DROP INDEX {name}")
            self._dropped.append(sql)

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
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM terms")
        held, self._told = self._told, _nothing()
        await self._forget(await (self._count_anew() if self._anew else self._add_counts(held)))
        self._anew = False
        for index in self._dropped:
            await self._db.execute_fetchall(index)
        self._dropped.clear()
        await self._add_keys(last)
        await self.add_totals(self._totals.items())
        self._totals.clear()

    async def _count_anew(self) -> list[str]:
        """From the tables, which are put in order first: that halves the time of a lookup. Returns as `_add_counts`."""
        for kind in KINDS:
            for statement in (
                f"INSERT INTO lookup_{kind} (lookup_{kind}) VALUES ('optimize')",
                f"CREATE VIRTUAL TABLE temp.told USING fts5vocab (main, lookup_{kind}, row)",
                f"UPDATE terms SET {kind} = 0",
                f"INSERT INTO terms (term, {kind}) SELECT term, doc FROM temp.told WHERE true"
                f" ON CONFLICT (term) DO UPDATE SET {kind} = excluded.{kind}",
                "DROP TABLE temp.told",
            ):
                await self._db.execute_fetchall(statement)
        rows = await self._db.execute_fetchall(
            "SELECT term FROM terms WHERE title = 0 AND about = 0 AND name = 0 AND quote = 0 AND passage = 0"
        )
        return [row[0] for row in rows]

    async def _add_counts(self, held: Mapping[Kind, Counter[str]]) -> list[str]:
        """Returns terms that may be held by nothing any more."""
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
        return [term for term, *more in changes if min(more) < 0]

    async def _add_keys(self, last: int) -> None:
        """Of the terms that came after the last one."""
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

    async def _forget(self, lost: Sequence[str]) -> None:
        """Those of the terms that nothing holds any more."""
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

    async def add_totals(self, changes: Iterable[tuple[str, int]]) -> None:
        await self._db.executemany(
            "INSERT INTO totals (kind, n) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET n = n + excluded.n",
            list(changes),
        )


def _nothing() -> dict[Kind, Counter[str]]:
    return {kind: Counter() for kind in KINDS}
