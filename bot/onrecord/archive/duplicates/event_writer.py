"""Keeping events: new stories join the event that a stored story reports, or are one of their own."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence

import aiosqlite

from onrecord.archive.duplicates.event_candidates import BATCH, Reports, often, same_events
from onrecord.archive.duplicates.traces import Traces
from onrecord.archive.lookup.index import IndexWriter
from onrecord.archive.rows import StoryRows

HELD = 2_000_000
"""Names and figures of new stories that are held back until they are written."""
SLICE = 2_000
"""Of them at a time: the event loop must not be held up meanwhile."""


class EventWriter:
    def __init__(self, db: aiosqlite.Connection, index: IndexWriter) -> None:
        self._db = db
        self._index = index
        self._new: list[int] = []
        self._reports = Reports(db)
        self._often = 0
        self._marks = array("Q")
        """Names and figures of new stories, each as trace and story in one: in order they are written much faster."""

    async def start(self, stories: Sequence[tuple[int, StoryRows]]) -> list[int]:
        """Gives an event for each, which is its own until `finish`."""
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM events")
        events = list(range(last + 1, last + 1 + len(stories)))
        await self._db.executemany(
            "INSERT INTO events (id, newest, told) VALUES (?, ?, 1)",
            [(event, story.published) for event, (_, story) in zip(events, stories, strict=True)],
        )
        await self._index.add_totals([("event", len(stories))])
        await self._write([trace << 32 | n for n, story in stories for trace in story.traces.prints])
        for n, story in stories:
            self._marks.extend([trace << 32 | n for trace in story.traces.names])
            self._marks.extend([trace << 32 | n for trace in story.traces.figures])
        if len(self._marks) > HELD:
            await self._write_marks()
        await self._db.executemany(
            "INSERT INTO traits (story, body) VALUES (?, ?)", [(n, story.traits) for n, story in stories]
        )
        self._new += [n for n, _ in stories]
        self._reports.dated((n, story.published) for n, story in stories)
        return events

    async def _write_marks(self) -> None:
        marks, self._marks = self._marks, array("Q")
        await self._write(marks)

    async def _write(self, traces: Sequence[int]) -> None:
        """Each with its story in the lower half. A name or figure may have the sum of a run."""
        ordered = sorted(traces)
        for i in range(0, len(ordered), SLICE):
            await self._db.executemany(
                "INSERT OR IGNORE INTO traces (trace, story) VALUES (?, ?)",
                [(each >> 32, each & 0xFFFFFFFF) for each in ordered[i : i + SLICE]],
            )

    async def leave(self, story: int) -> None:
        await self._write_marks()
        [[event]] = await self._db.execute_fetchall("SELECT event FROM stories WHERE n = ?", (story,))
        await self._db.execute_fetchall("UPDATE stories SET event = 0 WHERE n = ?", (story,))
        await self._count(event)
        for row in await self._db.execute_fetchall("SELECT body FROM traits WHERE story = ?", (story,)):
            traces = Traces(*json.loads(row[0]))
            await self._db.executemany(
                "DELETE FROM traces WHERE trace = ? AND story = ?", [(trace, story) for trace in set(_all(traces))]
            )
        await self._db.execute_fetchall("DELETE FROM traits WHERE story = ?", (story,))

    async def finish(self) -> None:
        """Look for each new story's like, once the index knows all of them."""
        await self._write_marks()
        new, self._new = self._new, []
        [[stories]] = await self._db.execute_fetchall("SELECT coalesce(max(n), 0) FROM totals WHERE kind = 'title'")
        self._often = often(stories)
        for i in range(0, len(new), BATCH):
            await self._link(new[i : i + BATCH])
        self._reports.forget()
        self._reports.days.clear()

    async def _link(self, stories: Sequence[int]) -> None:
        for n, other in await same_events(self._reports, stories, self._reports, self._often):
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


def _all(traces: Traces) -> list[int]:
    return [*traces.prints, *traces.names, *traces.figures]
