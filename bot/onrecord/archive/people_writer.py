"""Keeping people and organisations: who appears in which story, and by which names they are found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import aiosqlite

from onrecord.archive.lookup.index import IndexWriter
from onrecord.archive.rows import PersonRow, name_words
from onrecord.reading.names import parse

SLICE = 100
"""People at a time, so that the event loop is not held up meanwhile."""
WRITTEN = 1_000
"""The same of what is only written."""
HELD = 50_000
"""Names whose counts are held back until they are written, and people whose numbers are kept at hand."""


class PeopleWriter:
    def __init__(self, db: aiosqlite.Connection, index: IndexWriter) -> None:
        self._db = db
        self._index = index
        self._touched: set[int] = set()
        self._ids: dict[str, int] = {}
        """By key, of those that a long load keeps at hand."""
        self._told: Counter[int] = Counter()
        """In how many more stories each appears than the table says."""
        self._names: Counter[tuple[int, str, int]] = Counter()
        """The same of their names: person, name, whether it is an alias."""

    async def add(self, stories: Sequence[tuple[int, str, Sequence[PersonRow]]]) -> dict[str, int]:
        """Takes (story, published, its people); gives the number of each person by key."""
        named = [(n, published, person) for n, published, people in stories for person in people]
        if not named:
            return {}
        first = {person.key: person for _, _, person in reversed(named)}
        ids = await self._numbers([person.key for _, _, person in named], first)
        await self._db.executemany(
            "INSERT INTO appearances (story, person, published, body) VALUES (?, ?, ?, ?)",
            [(n, ids[person.key], published, person.body) for n, published, person in named],
        )
        for _, _, person in named:
            id = ids[person.key]
            self._told[id] += 1
            self._names.update(names_of(id, person.name, person.aliases))
        await self._count(HELD)
        return ids

    async def remove(self, story: int) -> None:
        rows = list(await self._db.execute_fetchall("SELECT person, body FROM appearances WHERE story = ?", (story,)))
        for id, body in rows:
            person = json.loads(body)
            self._told[id] -= 1
            self._names.subtract(names_of(id, person["name"], person.get("aliases", ())))
        await self._db.execute_fetchall("DELETE FROM appearances WHERE story = ?", (story,))
        await self._count(HELD)

    async def finish(self) -> None:
        """Settle under which name each person whose stories changed is known and found."""
        await self._count(0)
        self._ids.clear()
        touched, self._touched = sorted(self._touched), set()
        for i in range(0, len(touched), SLICE):
            await self._reindex(touched[i : i + SLICE])
            await self._db.executemany(
                "DELETE FROM people WHERE id = ? AND told <= 0", [(id,) for id in touched[i : i + SLICE]]
            )

    async def _count(self, most: int) -> None:
        """Write what is held back when it is more than so many."""
        if len(self._names) <= most:
            return
        told, self._told = self._told, Counter()
        names, self._names = self._names, Counter()
        self._touched.update(told)
        await self._change("UPDATE people SET told = told + ?2 WHERE id = ?1", [(id, n) for id, n in told.items() if n])
        await self._change(
            "INSERT INTO names (person, name, alias, told) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (person, name, alias) DO UPDATE SET told = told + excluded.told",
            [(*name, n) for name, n in names.items() if n],
        )
        await self._change(
            "DELETE FROM names WHERE person = ? AND told <= 0", [(name[0],) for name, n in names.items() if n < 0]
        )

    async def _change(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        rows.sort()
        for i in range(0, len(rows), WRITTEN):
            await self._db.executemany(statement, rows[i : i + WRITTEN])

    async def _numbers(self, keys: Collection[str], people: Mapping[str, PersonRow]) -> dict[str, int]:
        """By key, those that are new made now."""
        if len(self._ids) > HELD:
            self._ids.clear()
        unknown = [key for key in dict.fromkeys(keys) if key not in self._ids]
        rows = await self._db.execute_fetchall(
            "SELECT p.key, p.id FROM json_each(?) e CROSS JOIN people p ON p.key = e.value", (json.dumps(unknown),)
        )
        self._ids.update((row[0], row[1]) for row in rows)
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM people")
        new = [
            (last + i, key, people[key].name, people[key].kind)
            for i, key in enumerate((k for k in unknown if k not in self._ids), 1)
        ]
        await self._db.executemany("INSERT INTO people (id, key, name, kind, told) VALUES (?, ?, ?, ?, 0)", new)
        self._ids.update((key, id) for id, key, _, _ in new)
        return {key: self._ids[key] for key in people}

    async def _reindex(self, ids: Collection[int]) -> None:
        """Of several names the one told most often stands for the person; all of them find it."""
        listed = json.dumps(list(ids))
        names: dict[int, list[tuple[int, int, str]]] = {id: [] for id in ids}
        for id, name, alias, told in await self._db.execute_fetchall(
            "SELECT n.person, n.name, n.alias, n.told FROM json_each(?) e CROSS JOIN names n ON n.person = e.value",
            (listed,),
        ):
            names[id].append((alias, -told, name))
        best = {id: (min(found, key=preference) if found[1:] else found[0])[2] for id, found in names.items() if found}
        rows = await self._db.execute_fetchall(
            "SELECT l.rowid, l.words, p.name FROM json_each(?) e"
            " CROSS JOIN lookup_name l ON l.rowid = e.value CROSS JOIN people p ON p.id = e.value",
            (listed,),
        )
        indexed = {row[0]: row for row in rows}
        entries: list[tuple[int, str]] = []
        for id in ids:
            words = name_words(sorted(name for _, _, name in names[id]))
            if id not in indexed or indexed[id][1] != words:
                if id in indexed:
                    await self._index.remove("name", id, id)
                if words:
                    entries.append((id, words))
        await self._index.add("name", entries)
        await self._db.executemany(
            "UPDATE people SET name = ?1 WHERE id = ?2 AND name <> ?1", [(name, id) for id, name in best.items()]
        )


def preference(told: tuple[int, int, str]) -> tuple[int, int, int, int, str]:
    """Among names told equally often the fullest, but without titles."""
    alias, often, name = told
    return alias, often, -len(parse(name).given), len(name), name


def names_of(person: int, name: str, aliases: Collection[str]) -> list[tuple[int, str, int]]:
    return [(person, name, 0), *((person, alias, 1) for alias in aliases if alias != name)]
