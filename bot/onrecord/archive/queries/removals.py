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
    " r.title, r.undone_by, r.undone_at, r.purged_by, r.purged_at FROM removals r"
)


async def removal(db: aiosqlite.Connection, id: int) -> Removal | None:
    rows = await db.execute_fetchall(f"{_REMOVAL} WHERE r.id = ?", (id,))
    return next((_removal(row) for row in rows), None)


async def removal_of(db: aiosqlite.Connection, sources: Collection[str]) -> Removal | None:
    rows = await db.execute_fetchall(
        f"{_REMOVAL} WHERE r.kind = 'source' AND r.undone_at IS NULL AND r.value IN (SELECT value FROM json_each(?))"
        " ORDER BY r.id DESC LIMIT 1",
        (json.dumps(list(sources)),),
    )
    return next((_removal(row) for row in rows), None)


async def purgeable(db: aiosqlite.Connection) -> list[Removal]:
    rows = await db.execute_fetchall(f"{_REMOVAL} WHERE r.undone_at IS NULL AND r.purged_at IS NULL ORDER BY r.id DESC")
    return [_removal(row) for row in rows]


def _removal(row: Any) -> Removal:
    id, kind, value, reason, by, at, documents, stories, titles, title, undone_by, undone_at, purged_by, purged_at = row
    return Removal(
        id=id,
        target=Target(kind=kind, value=value),
        reason=reason,
        by=by,
        at=datetime.fromisoformat(at),
        documents=documents,
        stories=stories,
        titles=tuple(dict.fromkeys([*([title] if title else []), *json.loads(titles)])),
        undone_by=undone_by,
        undone_at=datetime.fromisoformat(undone_at) if undone_at else None,
        purged_by=purged_by,
        purged_at=datetime.fromisoformat(purged_at) if purged_at else None,
    )
