"""Keeping events: new stories join the event that a stored story reports, or are one of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

import aiosqlite
from pydantic_core import from_json

from onrecord.archive.duplicates.event_candidates import BATCH, Reports, often, same_events
from onrecord.archive.duplicates.same_event import day_of
from onrecord.archive.lookup.index import IndexWriter
from onrecord.archive.rows import StoryRows
from onrecord.archive.traces import Traces

HELD = 500_000
"""Names and figures of new stories that are held back until they are written: in order they are written much faster."""
SLICE = 2_000
"""Of them at a time: the event loop must not be held up meanwhile."""


class EventWriter:
    def __init__(self, db: aiosqlite.Connection, index: IndexWriter) -> None:
        self._db = db
        self._index = index
        self._new: list[int] = []
        self._marks: defaultdict[int, list[int]] = defaultdict(list)
        """By name or figure, the new stories that have it, each with its day in the upper half."""
        self._held = 0

    async def start(self, stories: Sequence[tuple[int, StoryRows]]) -> list[int]:
        """Gives an event for each, which is its own until `finish`."""
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM events")
        events = list(range(last + 1, last + 1 + len(stories)))
        await self._db.executemany(
            "INSERT INTO events (id, newest, told) VALUES (?, ?, 1)",
            [(event, story.published) for event, (_, story) in zip(events, stories, strict=True)],
        )
        await self._index.add_totals([("event", len(stories))])
        prints = [(each, n) for n, story in stories for each in story.traces.prints]
        await self._db.executemany("INSERT INTO prints (print, story) VALUES (?, ?)", prints)
        days = [day_of(story.published) for _, story in stories]
        for (n, story), day in zip(stories, days, strict=True):
            reported = day << 32 | n
            marks = {*story.traces.names, *story.traces.figures}
            for mark in marks:
                self._marks[mark].append(reported)
            self._held += len(marks)
        if self._held > HELD:
            await self._write_marks()
        await self._db.executemany(
            "INSERT INTO traits (story, day, body) VALUES (?, ?, ?)",
            [(n, day, story.traits) for (n, story), day in zip(stories, days, strict=True)],
        )
        self._new += [n for n, _ in stories]
        return events

    async def _write_marks(self) -> None:
        held, self._marks, self._held = self._marks, defaultdict(list), 0
        rows = (
            (mark, reported >> 32, reported & 0xFFFFFFFF) for mark in sorted(held) for reported in sorted(held[mark])
        )
        while some := list(islice(rows, SLICE)):
            await self._db.executemany("INSERT INTO marks (mark, day, story) VALUES (?, ?, ?)", some)

    async def leave(self, story: int) -> None:
        await self._write_marks()
        [[event]] = await self._db.execute_fetchall("SELECT event FROM stories WHERE n = ?", (story,))
        await self._db.execute_fetchall("UPDATE stories SET event = 0 WHERE n = ?", (story,))
        await self._count(event)
        for row in await self._db.execute_fetchall("SELECT day, body FROM traits WHERE story = ?", (story,)):
            day, traces = row[0], Traces(*from_json(row[1]))
            await self._db.executemany(
                "DELETE FROM prints WHERE print = ? AND story = ?", [(each, story) for each in traces.prints]
            )
            await self._db.executemany(
                "DELETE FROM marks WHERE mark = ? AND day = ? AND story = ?",
                [(mark, day, story) for mark in (*traces.names, *traces.figures)],
            )
        await self._db.execute_fetchall("DELETE FROM traits WHERE story = ?", (story,))

    async def finish(self) -> None:
        """Look for each new story's like, once the index knows all of them."""
        await self._write_marks()
        new, self._new = self._new, []
        [[stories]] = await self._db.execute_fetchall("SELECT coalesce(max(n), 0) FROM totals WHERE kind = 'title'")
        reports = Reports(self._db)
        for i in range(0, len(new), BATCH):
            for n, other in await same_events(reports, new[i : i + BATCH], reports, often(stories)):
                await self._join(n, other)

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
