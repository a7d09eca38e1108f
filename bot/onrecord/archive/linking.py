"""Keeping events: new stories join the event that a stored story reports, or are one of their own."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

import aiosqlite

from onrecord.archive.events import DAYS, Traits, is_same_event
from onrecord.archive.index import IndexWriter
from onrecord.archive.terms import COMMON

BATCH = 100
RAREST = 4
"""Terms of a story by which its like are sought; a candidate holds at least two of them."""
OFTEN = (25, 40, 100)
"""A term or a name is no trace of one event when one story in 40 has it; 25 stories always may, more than 100 never."""
CANDIDATES = 20


class EventWriter:
    def __init__(self, db: aiosqlite.Connection, index: IndexWriter) -> None:
        self._db = db
        self._index = index
        self._new: list[int] = []
        self._often = OFTEN[0]

    async def start(self, stories: Sequence[tuple[int, str]]) -> list[int]:
        """Takes (story, published), gives an event for each, which is its own until `finish`."""
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM events")
        events = list(range(last + 1, last + 1 + len(stories)))
        await self._db.executemany(
            "INSERT INTO events (id, newest, told) VALUES (?, ?, 1)",
            [(event, published) for event, (_, published) in zip(events, stories, strict=True)],
        )
        await self._index.add_totals([("event", len(stories))])
        self._new += [n for n, _ in stories]
        return events

    async def leave(self, story: int) -> None:
        [[event]] = await self._db.execute_fetchall("SELECT event FROM stories WHERE n = ?", (story,))
        await self._db.execute_fetchall("UPDATE stories SET event = 0 WHERE n = ?", (story,))
        await self._count(event)

    async def finish(self) -> None:
        """Look for each new story's like, once the index knows all of them."""
        new, self._new = self._new, []
        [[stories]] = await self._db.execute_fetchall("SELECT coalesce(max(n), 0) FROM totals WHERE kind = 'title'")
        fewest, share, most = OFTEN
        self._often = max(fewest, min(most, stories // share))
        for i in range(0, len(new), BATCH):
            candidates = await self._candidates(new[i : i + BATCH])
            traits = await self._traits({n for pair in candidates for n in pair})
            for n, other in candidates:
                if n in traits and other in traits and is_same_event(traits[n], traits[other]):
                    await self._join(n, other)

    async def _candidates(self, stories: Sequence[int]) -> list[tuple[int, int]]:
        """(new story, another that may report the same event)."""
        told: defaultdict[int, list[int]] = defaultdict(list)
        for n, often in await self._db.execute_fetchall(
            "SELECT a.story, p.told FROM json_each(?) e CROSS JOIN appearances a ON a.story = e.value"
            " CROSS JOIN people p ON p.id = a.person",
            (json.dumps(stories),),
        ):
            told[n].append(often)
        by_people = [n for n in stories if sum(often <= self._often for often in told[n]) > 1]
        rows = [*await self._of_same_people(by_people)]
        rows += await self._of_same_words(sorted(set(stories) - set(by_people)))
        kept: Counter[int] = Counter()
        pairs: list[tuple[int, int]] = []
        for n, other in rows:
            if n != other and kept[n] < CANDIDATES:
                kept[n] += 1
                pairs.append((n, other))
        return pairs

    async def _of_same_people(self, stories: Sequence[int]) -> list[tuple[int, int]]:
        """Those that share two people whom few stories name, most of them first."""
        rows = await self._db.execute_fetchall(
            "SELECT a.story, b.story, count(*) AS shared FROM json_each(?1) e"
            " CROSS JOIN appearances a ON a.story = e.value CROSS JOIN people p ON p.id = a.person"
            " CROSS JOIN appearances b ON b.person = a.person"
            " WHERE p.told BETWEEN 2 AND ?2 AND b.story <> a.story AND (a.published = '' OR b.published = ''"
            " OR abs(julianday(substr(a.published, 1, 10)) - julianday(substr(b.published, 1, 10))) <= ?3)"
            " GROUP BY 1, 2 HAVING shared > 1 ORDER BY shared DESC",
            (json.dumps(stories), self._often, DAYS),
        )
        return [(row[0], row[1]) for row in rows]

    async def _of_same_words(self, stories: Sequence[int]) -> list[tuple[int, int]]:
        """Those that share two of the rarest words, for a story that names hardly anybody, or only whom all name."""
        rows = await self._db.execute_fetchall(
            "SELECT a.rowid, a.words FROM json_each(?) e CROSS JOIN lookup_about a ON a.rowid = e.value",
            (json.dumps(stories),),
        )
        words = {row[0]: [word for word in row[1].split() if word not in COMMON] for row in rows}
        told = {
            row[0]: row[1]
            for row in await self._db.execute_fetchall(
                "SELECT t.term, t.about FROM json_each(?) e CROSS JOIN terms t ON t.term = e.value"
                " WHERE t.about BETWEEN 2 AND ?",
                (json.dumps(list(dict.fromkeys(word for listed in words.values() for word in listed))), self._often),
            )
        }
        asked: list[tuple[int, str]] = []
        for n, listed in words.items():
            rarest = sorted((word for word in listed if word in told), key=lambda word: told[word])[:RAREST]
            if len(rarest) > 1:
                asked.append((n, " OR ".join(f'("{a}" AND "{b}")' for a, b in combinations(rarest, 2))))
        rows = await self._db.execute_fetchall(
            "SELECT e.value ->> 0, a.rowid FROM json_each(?) e CROSS JOIN lookup_about a"
            " WHERE a.lookup_about MATCH e.value ->> 1",
            (json.dumps(asked),),
        )
        return [(row[0], row[1]) for row in rows]

    async def _traits(self, stories: set[int]) -> dict[int, Traits]:
        listed = json.dumps(list(stories))
        people: defaultdict[int, set[str]] = defaultdict(set)
        for n, key in await self._db.execute_fetchall(
            "SELECT a.story, p.key FROM json_each(?) e CROSS JOIN appearances a ON a.story = e.value"
            " CROSS JOIN people p ON p.id = a.person WHERE p.told <= ?",
            (listed, self._often),
        ):
            people[n].add(key)
        rows = await self._db.execute_fetchall(
            "SELECT s.n, s.published, a.words FROM json_each(?) e CROSS JOIN stories s ON s.n = e.value"
            " CROSS JOIN lookup_about a ON a.rowid = s.n",
            (listed,),
        )
        return {n: Traits(published, set(words.split()) - COMMON, people[n]) for n, published, words in rows}

    async def _join(self, story: int, other: int) -> None:
        """What either's event holds is from now on one, the earlier."""
        rows = await self._db.execute_fetchall("SELECT event FROM stories WHERE n IN (?, ?)", (story, other))
        kept, *lost = sorted({row[0] for row in rows})
        for event in lost:
            await self._db.execute_fetchall("UPDATE stories SET event = ? WHERE event = ?", (kept, event))
            await self._count(event)
            await self._count(kept)

    async def _count(self, event: int) -> None:
        [[told, newest]] = await self._db.execute_fetchall(
            "SELECT count(*), max(published) FROM stories WHERE event = ?", (event,)
        )
        if told:
            await self._db.execute_fetchall(
                "UPDATE events SET newest = ?, told = ? WHERE id = ?", (newest, told, event)
            )
        else:
            await self._db.execute_fetchall("DELETE FROM events WHERE id = ?", (event,))
            await self._index.add_totals([("event", -1)])
