"""Reading the archive: what was removed, by whom, and whether that was undone."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

import aiosqlite

from onrecord.archive.records import Removal, Target

TITLES = 3
_REMOVAL = (
    "SELECT r.id, r.kind, r.value, r.reason, r.by, r.at, (SELECT count(*) FROM documents d WHERE d.removal = r.id),"
    " r.stories, (SELECT json_group_array(title) FROM (SELECT t.body ->> 'title' AS title FROM documents d"
    f" CROSS JOIN tellings t ON t.document = d.id WHERE d.removal = r.id LIMIT {TITLES})),"
    " coalesce(r.title, (SELECT t.body ->> 'title' FROM documents d CROSS JOIN tellings t"
    " ON t.document = d.id WHERE r.kind = 'story' AND r.purged_at IS NULL AND d.own = r.value LIMIT 1)),"
    " r.undone_by, r.undone_at, r.purged_by, r.purged_at,"
    " (SELECT k.name FROM kept_sources k WHERE r.kind = 'source' AND k.key = r.value) FROM removals r"
)


async def removal(db: aiosqlite.Connection, id: int) -> Removal | None:
    rows = await db.execute_fetchall(f"{_REMOVAL} WHERE r.id = ?", (id,))
    return next((_removal(row) for row in rows), None)


async def of_target(db: aiosqlite.Connection, target: Target) -> Removal | None:
    rows = await db.execute_fetchall(
        f"{_REMOVAL} WHERE r.kind = ? AND r.value = ? AND r.undone_at IS NULL ORDER BY r.id DESC LIMIT 1",
        (target.kind, target.value),
    )
    return next((_removal(row) for row in rows), None)


async def of_sources(db: aiosqlite.Connection, sources: Collection[str]) -> dict[str, Removal]:
    rows = await db.execute_fetchall(
        f"{_REMOVAL} WHERE r.kind = 'source' AND r.undone_at IS NULL AND r.value IN (SELECT value FROM json_each(?))"
        " ORDER BY r.id",
        (json.dumps(list(sources)),),
    )
    return {found.target.value: found for found in map(_removal, rows)}


async def emptying(db: aiosqlite.Connection, source: str) -> Removal | None:
    rows = await db.execute_fetchall(
        f"{_REMOVAL} WHERE r.id = (SELECT max(removal) FROM documents WHERE source = ?1) AND NOT EXISTS"
        " (SELECT 1 FROM documents WHERE source = ?1 AND story IS NOT NULL)",
        (source,),
    )
    return next((_removal(row) for row in rows), None)


async def entry(db: aiosqlite.Connection, removal: int) -> int | None:
    [[found]] = await db.execute_fetchall("SELECT min(id) FROM log WHERE removal = ?", (removal,))
    return found


async def purgeable(db: aiosqlite.Connection) -> list[Removal]:
    rows = await db.execute_fetchall(f"{_REMOVAL} WHERE r.undone_at IS NULL AND r.purged_at IS NULL ORDER BY r.id DESC")
    return [_removal(row) for row in rows]


async def hidden(db: aiosqlite.Connection, ids: Collection[int]) -> int:
    rows = await db.execute_fetchall(
        "SELECT DISTINCT h.story FROM json_each(?) e CROSS JOIN hidden h ON h.removal = e.value",
        (json.dumps(list(ids)),),
    )
    return len(list(rows))


def _removal(row: Any) -> Removal:
    id, kind, value, reason, by, at, documents, stories, titles, title, *since, name = row
    undone_by, undone_at, purged_by, purged_at = since
    return Removal(
        id=id,
        target=Target(kind=kind, value=value),
        reason=reason,
        by=by,
        at=datetime.fromisoformat(at),
        documents=documents,
        stories=stories,
        name=name,
        titles=tuple(dict.fromkeys([*([title] if title else []), *json.loads(titles)])),
        undone_by=undone_by,
        undone_at=datetime.fromisoformat(undone_at) if undone_at else None,
        purged_by=purged_by,
        purged_at=datetime.fromisoformat(purged_at) if purged_at else None,
    )
