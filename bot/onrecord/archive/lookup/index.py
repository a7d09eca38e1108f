"""The lookup index: for each kind of thing a full-text table that proposes, and one dictionary that forgives typos.

A term is reached by its keys (`terms.keys`), so that one query finds the known terms near each word that a member
typed, with how many things of the kind hold each; the rarest of them choose the candidates. Kept in step by the
transaction that changes the stories.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Literal, TypeAlias, get_args

import aiosqlite

from onrecord.archive.lookup.terms import keys

Kind: TypeAlias = Literal["title", "about", "name", "quote", "passage"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FLUSH = 150_000
"""Terms whose counts are held back until they are written."""
SLICE = 128
"""Of them at a time: the event loop must not be held up meanwhile."""
REMEMBERED = 200_000
"""Terms whose numbers a long load keeps at hand."""


class IndexWriter:
    """Adds and removes entries; `flush` before anything is looked up in the same transaction."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self._told = _nothing()
        self._totals: Counter[str] = Counter()
        self._numbers: dict[str, int] = {}

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
        for kind in KINDS:
            while told := held[kind]:
                taken = sorted(told.popitem() for _ in range(min(SLICE, len(told))))
                await self._count(
                    {term: [n if each is kind else held[each].pop(term, 0) for each in KINDS] for term, n in taken}
                )
        await self.add_totals(self._totals.items())
        self._totals.clear()

    async def _count(self, changes: Mapping[str, Sequence[int]]) -> None:
        """`changes`: by term, for each kind how many more hold it."""
        await self._number(list(changes))
        await self._db.executemany(
            "UPDATE terms SET title = title + ?, about = about + ?, name = name + ?, quote = quote + ?,"
            " passage = passage + ? WHERE id = ?",
            [(*more, self._numbers[term]) for term, more in changes.items()],
        )
        lost = [term for term, more in changes.items() if min(more) < 0]
        if lost:
            await self._forget(lost)

    async def _number(self, changed: Sequence[str]) -> None:
        """See to it that each term has its row and keys."""
        if len(self._numbers) > REMEMBERED:
            self._numbers.clear()
        unknown = [term for term in changed if term not in self._numbers]
        if not unknown:
            return
        rows = await self._db.execute_fetchall(
            "SELECT t.term, t.id FROM json_each(?) e CROSS JOIN terms t ON t.term = e.value", (json.dumps(unknown),)
        )
        self._numbers.update((row[0], row[1]) for row in rows)
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM terms")
        new = [(n, term) for n, term in enumerate((t for t in unknown if t not in self._numbers), start=last + 1)]
        await self._db.executemany("INSERT INTO terms (id, term) VALUES (?, ?)", new)
        await self._db.executemany(
            "INSERT INTO term_keys (key, term) VALUES (?, ?)",
            sorted((key, n) for n, term in new for key in keys(term)),
        )
        self._numbers.update((term, n) for n, term in new)

    async def _forget(self, lost: Sequence[str]) -> None:
        """Terms that nothing holds any more."""
        rows = await self._db.execute_fetchall(
            "SELECT t.id, t.term FROM json_each(?) e CROSS JOIN terms t ON t.term = e.value"
            " WHERE title <= 0 AND about <= 0 AND name <= 0 AND quote <= 0 AND passage <= 0",
            (json.dumps(lost),),
        )
        gone = [(row[0], row[1]) for row in rows]
        await self._db.executemany(
            "DELETE FROM term_keys WHERE key = ? AND term = ?", [(key, n) for n, term in gone for key in keys(term)]
        )
        await self._db.executemany("DELETE FROM terms WHERE id = ?", [(n,) for n, _ in gone])
        for _, term in gone:
            del self._numbers[term]

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
