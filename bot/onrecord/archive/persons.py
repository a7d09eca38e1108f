"""Reading the archive: people and organisations as models."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection

import aiosqlite

from onrecord.archive.coverage import read_head
from onrecord.archive.records import Introduction, PersonHead, PersonOnRecord, RoleOnRecord, SharedStory, cite
from onrecord.archive.rows import key_of
from onrecord.stories import Person

MOST_STORIES = 50
"""Of each person the newest so many are looked at."""
_NEWEST = "(SELECT story FROM appearances WHERE person = p.id ORDER BY published DESC, story DESC LIMIT {})"
_LONGEST = 200
"""Characters; more is no name."""


async def number(db: aiosqlite.Connection, name: str) -> int | None:
    rows = await db.execute_fetchall("SELECT id FROM people WHERE key = ?", (key_of(name[:_LONGEST]),))
    return next((row[0] for row in rows), None)


async def heads(db: aiosqlite.Connection, names: Collection[str]) -> dict[str, PersonHead]:
    rows = await db.execute_fetchall(
        "SELECT e.key, p.name, p.told, (SELECT count(*) FROM quotes q WHERE q.person = p.id),"
        " (SELECT a.body ->> 'kind' FROM appearances a WHERE a.person = p.id ORDER BY a.published DESC, a.story DESC"
        " LIMIT 1), (SELECT json_group_array(json_array(n.told, n.name)) FROM names n WHERE n.person = p.id)"
        " FROM json_each(?) e CROSS JOIN people p ON p.key = e.value",
        (_keys(names),),
    )
    asked = list(names)
    return {
        asked[i]: PersonHead(
            name=name, kind=kind or "person", aliases=_aliases(name, listed), told_in=told, quotes=quotes
        )
        for i, name, told, quotes, kind, listed in rows
    }


async def person(db: aiosqlite.Connection, name: str) -> PersonOnRecord | None:
    known = (await heads(db, [name])).get(name)
    if known is None:
        return None
    rows = await db.execute_fetchall(
        "SELECT a.body, s.head FROM people p CROSS JOIN appearances a ON a.person = p.id"
        " CROSS JOIN stories s ON s.n = a.story WHERE p.key = ? ORDER BY a.published DESC, a.story DESC LIMIT ?",
        (key_of(name[:_LONGEST]), MOST_STORIES),
    )
    told_by = [(Person.model_validate_json(body), read_head(head)) for body, head in rows]
    return PersonOnRecord(
        **dict(known),
        roles=tuple(
            RoleOnRecord(role=role, citation=cite(head, passage))
            for one, head in told_by
            for role, passage in zip(one.roles, one.passages, strict=True)
        ),
        stories=tuple(head for _, head in told_by),
    )


async def introductions(db: aiosqlite.Connection, names: Collection[str]) -> dict[str, tuple[Introduction, ...]]:
    rows = await db.execute_fetchall(
        "SELECT e.key, a.body -> 'roles', s.id FROM json_each(?1) e CROSS JOIN people p ON p.key = e.value"
        f" CROSS JOIN appearances a ON a.story IN {_NEWEST.format('?2')} AND a.person = p.id"
        " CROSS JOIN stories s ON s.n = a.story WHERE a.body -> 'roles' IS NOT NULL"
        " ORDER BY e.key, a.published DESC, a.story DESC",
        (_keys(names), MOST_STORIES),
    )
    asked = list(names)
    found: defaultdict[str, list[Introduction]] = defaultdict(list)
    for i, roles, story in rows:
        found[asked[i]] += [Introduction(role=role, story=story) for role in json.loads(roles)]
    return {name: tuple(roles) for name, roles in found.items()}


async def shared_stories(db: aiosqlite.Connection, names: Collection[str], limit: int) -> list[SharedStory]:
    rows = await db.execute_fetchall(
        "SELECT s.head, json_group_array(e.key) FROM json_each(?1) e CROSS JOIN people p ON p.key = e.value"
        f" CROSS JOIN appearances a ON a.story IN {_NEWEST.format('?2')} AND a.person = p.id"
        " CROSS JOIN stories s ON s.n = a.story"
        " GROUP BY s.n ORDER BY count(*) DESC, s.published DESC, s.n DESC LIMIT ?3",
        (_keys(names), MOST_STORIES, limit),
    )
    asked = list(names)
    found: list[SharedStory] = []
    for head, who in rows:
        numbers: list[int] = json.loads(who)
        found.append(SharedStory(story=read_head(head), names=tuple(asked[i] for i in sorted(numbers))))
    return found


def _keys(names: Collection[str]) -> str:
    return json.dumps([key_of(name[:_LONGEST]) for name in names])


def _aliases(canonical: str, listed: str) -> tuple[str, ...]:
    """Told most often first."""
    names = sorted(json.loads(listed), key=lambda pair: (-pair[0], pair[1]))
    return tuple(dict.fromkeys(name for _, name in names if name != canonical))
