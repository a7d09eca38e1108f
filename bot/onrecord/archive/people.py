"""Keeping people and organisations: who appears in which story, and by which names they are found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence

import aiosqlite

from onrecord.archive.lookup.index import IndexWriter
from onrecord.archive.rows import PersonRow, name_words
from onrecord.reading.names import parse

SLICE = 100
"""People at a time, so that the event loop is not held up meanwhile."""


class PeopleWriter:
    def __init__(self, db: aiosqlite.Connection, index: IndexWriter) -> None:
        self._db = db
        self._index = index
        self._touched: set[int] = set()

    async def add(self, stories: Sequence[tuple[int, str, Sequence[PersonRow]]]) -> dict[str, int]:
        """Takes (story, published, its people); gives the number of each person by key."""
        named = [(n, published, person) for n, published, people in stories for person in people]
        if not named:
            return {}
        told = Counter(person.key for _, _, person in named)
        ids = await self._numbers(told)
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM people")
        first = {person.key: person for _, _, person in reversed(named)}
        new = [
            (last + i, key, first[key].name, first[key].kind)
            for i, key in enumerate((k for k in told if k not in ids), 1)
        ]
        await self._db.executemany("INSERT INTO people (id, key, name, kind, told) VALUES (?, ?, ?, ?, 0)", new)
        ids.update((key, id) for id, key, _, _ in new)
        await self._db.executemany(
            "UPDATE people SET told = told + ? WHERE id = ?", [(n, ids[key]) for key, n in told.items()]
        )
        await self._db.executemany(
            "INSERT INTO appearances (story, person, published, body) VALUES (?, ?, ?, ?)",
            [(n, ids[person.key], published, person.body) for n, published, person in named],
        )
        names = Counter(
            name for _, _, person in named for name in names_of(ids[person.key], person.name, person.aliases)
        )
        await self._db.executemany(
            "INSERT INTO names (person, name, alias, told) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (person, name, alias) DO UPDATE SET told = told + excluded.told",
            [(*name, n) for name, n in names.items()],
        )
        self._touched.update(ids.values())
        return ids

    async def remove(self, story: int) -> None:
        rows = list(await self._db.execute_fetchall("SELECT person, body FROM appearances WHERE story = ?", (story,)))
        names: list[tuple[int, str, int]] = []
        for id, body in rows:
            person = json.loads(body)
            names += names_of(id, person["name"], person.get("aliases", ()))
        ids = [(row[0],) for row in rows]
        await self._db.executemany(
            "UPDATE names SET told = told - 1 WHERE person = ? AND name = ? AND alias = ?", names
        )
        await self._db.executemany("DELETE FROM names WHERE person = ? AND told <= 0", ids)
        await self._db.executemany("UPDATE people SET told = told - 1 WHERE id = ?", ids)
        await self._db.execute_fetchall("DELETE FROM appearances WHERE story = ?", (story,))
        self._touched.update(row[0] for row in rows)

    async def finish(self) -> None:
        """Settle under which name each person whose stories changed is known and found."""
        touched, self._touched = sorted(self._touched), set()
        for i in range(0, len(touched), SLICE):
            await self._reindex(touched[i : i + SLICE])
            await self._db.executemany(
                "DELETE FROM people WHERE id = ? AND told <= 0", [(id,) for id in touched[i : i + SLICE]]
            )

    async def _numbers(self, keys: Collection[str]) -> dict[str, int]:
        rows = await self._db.execute_fetchall(
            "SELECT p.key, p.id FROM json_each(?) e CROSS JOIN people p ON p.key = e.value", (json.dumps(list(keys)),)
        )
        return {row[0]: row[1] for row in rows}

    async def _reindex(self, ids: Collection[int]) -> None:
        """Of several names the one told most often stands for the person; all of them find it."""
        listed = json.dumps(list(ids))
        names: dict[int, list[tuple[int, int, str]]] = {id: [] for id in ids}
        for id, name, alias, told in await self._db.execute_fetchall(
            "SELECT n.person, n.name, n.alias, n.told FROM json_each(?) e CROSS JOIN names n ON n.person = e.value",
            (listed,),
        ):
            names[id].append((alias, -told, name))
        best = {id: min(found, key=preference)[2] for id, found in names.items() if found}
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
