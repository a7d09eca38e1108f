"""Reading and writing what a desk keeps beside its stories: sources, how reading them went, the log, figures."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import aiosqlite

from onrecord.archive.database.schema import VERSION
from onrecord.archive.queries.stories import counts
from onrecord.archive.records import Attempt, KeptSource, LogEntry, Status

_ENTRY = "SELECT l.id, l.at, l.by, l.action, l.about, l.removal FROM log l"
_ATTEMPT = "a.at, a.success, a.trouble, a.failures, a.next_run"


async def note(
    db: aiosqlite.Connection, by: str, at: datetime, action: str, about: str, removal: int | None = None
) -> int:
    """Returns the number of the entry."""
    [[entry]] = await db.execute_fetchall(
        "INSERT INTO log (at, by, action, about, removal) VALUES (?, ?, ?, ?, ?) RETURNING id",
        (at.isoformat(), by, action, about, removal),
    )
    return entry


async def log(db: aiosqlite.Connection, limit: int, before: int | None) -> list[LogEntry]:
    rows = await db.execute_fetchall(
        f"{_ENTRY} WHERE l.id < ? ORDER BY l.id DESC LIMIT ?", (before if before is not None else 1 << 62, limit)
    )
    return [_entry(row) for row in rows]


async def entry(db: aiosqlite.Connection, n: int) -> LogEntry | None:
    rows = await db.execute_fetchall(f"{_ENTRY} WHERE l.id = ?", (n,))
    return next((_entry(row) for row in rows), None)


async def last_standing(db: aiosqlite.Connection) -> LogEntry | None:
    """The newest addition or removal that nothing has undone, or a purge if that is newer."""
    rows = await db.execute_fetchall(
        f"{_ENTRY} WHERE l.action = 'purge'"
        " OR (l.action = 'add' AND EXISTS (SELECT 1 FROM kept_sources k WHERE k.entry = l.id AND k.removal IS NULL))"
        " OR (l.action = 'remove' AND EXISTS (SELECT 1 FROM removals r WHERE r.id = l.removal AND r.undone_at IS NULL))"
        " ORDER BY l.id DESC LIMIT 1"
    )
    return next((_entry(row) for row in rows), None)


def _entry(row: Any) -> LogEntry:
    n, at, by, action, about, removal = row
    return LogEntry(id=n, at=datetime.fromisoformat(at), by=by, action=action, about=about, removal=removal)


async def kept_sources(db: aiosqlite.Connection) -> list[KeptSource]:
    rows = await db.execute_fetchall(
        f"SELECT k.key, k.kind, k.link, k.name, k.most, k.added_by, k.added_at, k.entry, {_ATTEMPT} FROM kept_sources k"
        " LEFT JOIN attempts a ON a.key = k.key WHERE k.removal IS NULL ORDER BY k.added_at, k.key"
    )
    return [
        KeptSource(
            key=row[0],
            kind=row[1],
            link=row[2],
            name=row[3],
            limit=row[4],
            added_by=row[5],
            added_at=datetime.fromisoformat(row[6]),
            entry=row[7],
            attempt=_attempt(row[8:]) if row[8] else None,
        )
        for row in rows
    ]


async def keep_source(db: aiosqlite.Connection, source: KeptSource, raw: bytes | None) -> None:
    about = source.link or source.name or source.key
    entry = await note(db, source.added_by, source.added_at, "add", about)
    await db.execute_fetchall("DELETE FROM kept_sources WHERE key = ?", (source.key,))
    await db.execute_fetchall(
        "INSERT INTO kept_sources (key, kind, link, name, most, added_by, added_at, entry, raw)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source.key,
            source.kind,
            source.link,
            source.name,
            source.limit,
            source.added_by,
            source.added_at.isoformat(),
            entry,
            raw,
        ),
    )


async def raw(db: aiosqlite.Connection, key: str) -> bytes | None:
    rows = await db.execute_fetchall("SELECT raw FROM kept_sources WHERE key = ? AND removal IS NULL", (key,))
    return next((row[0] for row in rows), None)


async def attempted(
    db: aiosqlite.Connection, key: str, at: datetime, trouble: str | None, next_run: datetime | None
) -> None:
    await db.execute_fetchall(
        "INSERT INTO attempts (key, at, success, trouble, failures, next_run) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (key) DO UPDATE SET at = ?2, success = coalesce(?3, success), trouble = ?4,"
        " failures = iif(?5, failures + 1, 0), next_run = ?6",
        (
            key,
            at.isoformat(),
            None if trouble else at.isoformat(),
            trouble,
            int(trouble is not None),
            next_run.isoformat() if next_run else None,
        ),
    )


async def attempts(db: aiosqlite.Connection) -> dict[str, Attempt]:
    rows = await db.execute_fetchall(f"SELECT a.key, {_ATTEMPT} FROM attempts a")
    return {row[0]: _attempt(row[1:]) for row in rows}


def _attempt(row: Any) -> Attempt:
    at, success, trouble, failures, next_run = row
    return Attempt(
        at=datetime.fromisoformat(at),
        success=datetime.fromisoformat(success) if success else None,
        trouble=trouble,
        failures=failures,
        next_run=datetime.fromisoformat(next_run) if next_run else None,
    )


async def status(db: aiosqlite.Connection, size: int) -> Status:
    [[documents, unused, removed, reader]] = await db.execute_fetchall(
        "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM documents WHERE reason IS NOT NULL),"
        " (SELECT count(*) FROM documents WHERE removal IS NOT NULL),"
        " (SELECT reader FROM documents ORDER BY id DESC LIMIT 1)"
    )
    return Status(
        counts=await counts(db),
        documents=documents,
        skipped=unused - removed,
        removed=removed,
        bytes=size,
        schema_version=VERSION,
        reader=reader,
    )


async def raise_generation(db: aiosqlite.Connection) -> None:
    await db.execute_fetchall(
        "INSERT INTO totals (kind, n) VALUES ('generation', 1) ON CONFLICT (kind) DO UPDATE SET n = n + 1"
    )


GENERATION = "SELECT coalesce((SELECT n FROM totals WHERE kind = 'generation'), 0)"


async def generation(db: aiosqlite.Connection) -> int:
    """Another number after each change of the coverage."""
    [[n]] = await db.execute_fetchall(GENERATION)
    return n
