"""The lookup index: for each kind of thing a full-text table that proposes, and a dictionary that forgives typos.

A term is reached by its keys (`terms.keys`), so that one query finds the known terms near each word that a member
typed, with how often each occurs; the rarest of them choose the candidates. Kept in step by the transaction that
changes the stories.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import aiosqlite

from onrecord.archive.terms import keys

Kind: TypeAlias = Literal["title", "about", "name", "quote", "passage"]
FLUSH = 4096
"""Terms whose counts are held back until they are written."""


class IndexWriter:
    """Adds and removes entries; `flush` before anything is looked up in the same transaction."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self._terms: Counter[tuple[Kind, str]] = Counter()
        self._totals: Counter[str] = Counter()

    async def add(self, kind: Kind, entries: Sequence[tuple[int, str]]) -> None:
        if not entries:
            return
        await self._db.executemany(f"INSERT INTO lookup_{kind} (rowid, words) VALUES (?, ?)", entries)
        for _, words in entries:
            self._terms.update((kind, word) for word in set(words.split()))
        self._totals[kind] += len(entries)
        if len(self._terms) > FLUSH:
            await self.flush()

    async def remove(self, kind: Kind, first: int, last: int) -> None:
        """Every entry from `first` to `last`, both included."""
        rows = await self._db.execute_fetchall(
            f"SELECT rowid, words FROM lookup_{kind} WHERE rowid BETWEEN ? AND ?", (first, last)
        )
        for _, words in rows:
            self._terms.subtract((kind, word) for word in set(words.split()))
        await self._db.executemany(f"DELETE FROM lookup_{kind} WHERE rowid = ?", [(row[0],) for row in rows])
        self._totals[kind] -= len(list(rows))

    async def flush(self) -> None:
        changed = [(kind, term, n) for (kind, term), n in sorted(self._terms.items()) if n]
        self._terms.clear()
        for i in range(0, len(changed), 512):
            await self._count(changed[i : i + 512])
        await self.add_totals(self._totals.items())
        self._totals.clear()

    async def _count(self, changed: Sequence[tuple[str, str, int]]) -> None:
        rows = await self._db.execute_fetchall(
            "SELECT e.value ->> 0, e.value ->> 1 FROM json_each(?) e"
            " JOIN terms t ON t.kind = e.value ->> 0 AND t.term = e.value ->> 1",
            (json.dumps([change[:2] for change in changed]),),
        )
        known = {(row[0], row[1]) for row in rows}
        new = [(kind, term, n) for kind, term, n in changed if (kind, term) not in known]
        await self._db.executemany(
            "UPDATE terms SET told = told + ? WHERE kind = ? AND term = ?",
            [(n, kind, term) for kind, term, n in changed if (kind, term) in known],
        )
        await self._db.executemany("INSERT INTO terms (kind, term, told) VALUES (?, ?, ?)", new)
        await self._db.executemany(
            "INSERT OR IGNORE INTO term_keys (key, term) SELECT ?, id FROM terms WHERE kind = ? AND term = ?",
            sorted((key, kind, term) for kind, term, _ in new for key in keys(term)),
        )
        lost = [(kind, term) for kind, term, n in changed if n < 0]
        if lost:
            await self._forget(lost)

    async def _forget(self, lost: Sequence[tuple[str, str]]) -> None:
        rows = await self._db.execute_fetchall(
            "SELECT t.id, t.term FROM json_each(?) e"
            " JOIN terms t ON t.kind = e.value ->> 0 AND t.term = e.value ->> 1 WHERE t.told <= 0",
            (json.dumps(lost),),
        )
        gone = list(rows)
        await self._db.executemany(
            "DELETE FROM term_keys WHERE key = ? AND term = ?", [(key, id) for id, term in gone for key in keys(term)]
        )
        await self._db.executemany("DELETE FROM terms WHERE id = ?", [(id,) for id, _ in gone])

    async def add_totals(self, changes: Iterable[tuple[str, int]]) -> None:
        await self._db.executemany(
            "INSERT INTO totals (kind, n) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET n = n + excluded.n",
            list(changes),
        )
