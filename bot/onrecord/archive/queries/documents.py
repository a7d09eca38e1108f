"""What the archive remembers of the documents that its stories came from."""

from __future__ import annotations

from typing import NamedTuple

import aiosqlite

from onrecord.archive.queries.stories import read_head
from onrecord.stories import StoryHead, Validators


class Stored(NamedTuple):
    """What the archive remembers of a document."""

    digest: str
    reader: str
    reason: str | None


async def sources(db: aiosqlite.Connection) -> list[str]:
    rows = await db.execute_fetchall(
        "WITH RECURSIVE s(source) AS (SELECT min(source) FROM documents UNION ALL"
        " SELECT (SELECT min(source) FROM documents WHERE source > s.source) FROM s WHERE s.source IS NOT NULL)"
        " SELECT source FROM s WHERE source IS NOT NULL"
        " AND source NOT IN (SELECT value FROM removals WHERE kind = 'source' AND undone_at IS NULL)"
    )
    return [row[0] for row in rows]


async def stored(db: aiosqlite.Connection, source: str) -> dict[str, Stored]:
    found: dict[str, Stored] = {}
    last = ""
    while rows := list(
        await db.execute_fetchall(
            "SELECT location, digest, reader, reason FROM documents WHERE source = ? AND location > ?"
            " ORDER BY location LIMIT 1000",
            (source, last),
        )
    ):
        found.update((row[0], Stored(*row[1:])) for row in rows)
        last = rows[-1][0]
    return found


async def told_from(db: aiosqlite.Connection, source: str, limit: int) -> list[tuple[StoryHead, bool]]:
    rows = await db.execute_fetchall(
        "SELECT s.head, EXISTS (SELECT 1 FROM documents o WHERE o.story = d.story AND o.source <> ?1)"
        " FROM (SELECT story, min(id) AS first FROM documents WHERE source = ?1 AND story IS NOT NULL"
        " GROUP BY story ORDER BY first LIMIT ?2) d CROSS JOIN stories s ON s.id = d.story ORDER BY d.first",
        (source, limit),
    )
    return [(read_head(row[0]), bool(row[1])) for row in rows]


async def validators(db: aiosqlite.Connection, source: str, reader: str) -> dict[str, Validators]:
    rows = await db.execute_fetchall(
        "SELECT link, etag, last_modified FROM validators WHERE source = ? AND reader = ?", (source, reader)
    )
    return {row[0]: Validators(etag=row[1], last_modified=row[2]) for row in rows}
