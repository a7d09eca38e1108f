"""Which stories report one event: a pure decision, and the rows that keep it."""

from __future__ import annotations

from collections.abc import Sequence

import aiosqlite


class EventWriter:
    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db

    async def join(self, stories: Sequence[tuple[int, str, str, Sequence[str]]]) -> None:
        """Takes (story, published, its words, keys of its people): each an event of its own until `finish`."""
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM events")
        numbered = list(enumerate(stories, start=last + 1))
        await self._db.executemany(
            "INSERT INTO events (id, newest, told) VALUES (?, ?, 1)",
            [(i, published) for i, (_, published, _, _) in numbered],
        )
        await self._db.executemany("UPDATE stories SET event = ? WHERE n = ?", [(i, n) for i, (n, _, _, _) in numbered])

    async def leave(self, story: int) -> None:
        [[event]] = await self._db.execute_fetchall("SELECT event FROM stories WHERE n = ?", (story,))
        await self._db.execute_fetchall("UPDATE stories SET event = 0 WHERE n = ?", (story,))
        await self._count(event)

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

    async def finish(self) -> None:
        pass
