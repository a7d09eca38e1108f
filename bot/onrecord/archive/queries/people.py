"""Reading the archive: people and organisations as models."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

import aiosqlite

from onrecord.archive.people_writer import names_of, preference
from onrecord.archive.queries.stories import read_head
from onrecord.archive.records import Introduction, PersonHead, PersonOnRecord, RoleOnRecord, SharedStory, cite
from onrecord.archive.rows import key_of
from onrecord.stories import Person, StoryHead

MOST_STORIES = 50
"""Of each person the newest so many are looked at."""
_NEWEST = "(SELECT story FROM appearances WHERE person = p.id ORDER BY published DESC, story DESC LIMIT {})"
_SHOWN = "s.id NOT IN (SELECT k.value FROM json_each(?) k)"
_KIND = (
    "(SELECT json_array(a.published, a.body ->> 'kind') FROM appearances a JOIN stories s ON s.n = a.story"
    " WHERE a.person = p.id {} ORDER BY a.published DESC, a.story DESC LIMIT 1)"
)
_LONGEST = 200
"""Characters; more is no name."""


async def number(db: aiosqlite.Connection, name: str) -> int | None:
    rows = await db.execute_fetchall("SELECT id FROM people WHERE key = ?", (key_of(name[:_LONGEST]),))
    return next((row[0] for row in rows), None)


class Known(NamedTuple):
    """What one file knows of somebody, without the stories that are not to be seen."""

    name: str | None
    """As it is stored; null when it has to be settled anew."""
    names: Mapping[tuple[int, str], int]
    """How often each name is told; the first part is 1 for an alias."""
    told: int
    quotes: int
    newest: str
    """When the newest story was published."""
    kind: Literal["person", "organisation"]


async def known(db: aiosqlite.Connection, names: Collection[str], without: Collection[str] = ()) -> dict[str, Known]:
    """By name as asked. `without`: ids of stories that are not to be seen."""
    hidden = json.dumps(list(without))
    rows = await db.execute_fetchall(
        "SELECT e.key, p.name, p.told, (SELECT count(*) FROM quotes q WHERE q.person = p.id),"
        f" {_KIND.format('')}, (SELECT json_group_array(json_array(n.alias, n.name, n.told)) FROM names n"
        " WHERE n.person = p.id), p.id FROM json_each(?) e CROSS JOIN people p ON p.key = e.value",
        (_keys(names),),
    )
    asked = list(names)
    found: dict[str, Known] = {}
    for i, name, told, quotes, newest, listed, id in rows:
        published, kind = json.loads(newest)
        all_names = {(alias, each): n for alias, each, n in json.loads(listed)}
        one = Known(name, all_names, told, quotes, published, kind or "person")
        if hidden != "[]":
            one = await _less(db, id, one, hidden)
        if one.told > 0:
            found[asked[i]] = one
    return found


async def _less(db: aiosqlite.Connection, person: int, one: Known, hidden: str) -> Known:
    rows = list(
        await db.execute_fetchall(
            "SELECT a.body, (SELECT count(*) FROM quotes q WHERE q.story = s.n AND q.person = a.person)"
            " FROM json_each(?) k CROSS JOIN stories s ON s.id = k.value"
            " CROSS JOIN appearances a ON a.story = s.n AND a.person = ?",
            (hidden, person),
        )
    )
    if not rows:
        return one
    names = Counter(one.names)
    for body, _ in rows:
        told = json.loads(body)
        names.subtract((alias, name) for _, name, alias in names_of(0, told["name"], told.get("aliases", ())))
    [[newest]] = await db.execute_fetchall(
        f"SELECT {_KIND.format('AND ' + _SHOWN)} FROM people p WHERE p.id = ?", (hidden, person)
    )
    published, kind = json.loads(newest or '["", null]')
    left = {each: n for each, n in names.items() if n > 0}
    return Known(
        None, left, one.told - len(rows), one.quotes - sum(row[1] for row in rows), published, kind or "person"
    )


def head_of(files: Sequence[Known]) -> PersonHead:
    """Who somebody is whom one or more files know."""
    names: Counter[tuple[int, str]] = Counter()
    for each in files:
        names.update(each.names)
    name = files[0].name if len(files) == 1 else None
    if name is None:
        name = min((preference((alias, -told, each)) for (alias, each), told in names.items()))[-1]
    often = sorted(((told, each) for (_, each), told in names.items()), key=lambda pair: (-pair[0], pair[1]))
    return PersonHead(
        name=name,
        kind=max(files, key=lambda each: each.newest).kind,
        aliases=tuple(dict.fromkeys(each for _, each in often if each != name)),
        told_in=sum(each.told for each in files),
        quotes=sum(each.quotes for each in files),
    )


async def appearances(
    db: aiosqlite.Connection, name: str, without: Collection[str] = ()
) -> list[tuple[Person, StoryHead]]:
    """Somebody in the newest stories, the newest first."""
    rows = await db.execute_fetchall(
        "SELECT a.body, s.head FROM people p CROSS JOIN appearances a ON a.person = p.id"
        f" CROSS JOIN stories s ON s.n = a.story WHERE p.key = ? AND {_SHOWN}"
        " ORDER BY a.published DESC, a.story DESC LIMIT ?",
        (key_of(name[:_LONGEST]), json.dumps(list(without)), MOST_STORIES),
    )
    return [(Person.model_validate_json(body), read_head(head)) for body, head in rows]


def person_of(head: PersonHead, told_by: Sequence[tuple[Person, StoryHead]]) -> PersonOnRecord:
    return PersonOnRecord(
        **dict(head),
        roles=tuple(
            RoleOnRecord(role=role, citation=cite(story, passage))
            for one, story in told_by
            for role, passage in zip(one.roles, one.passages, strict=True)
        ),
        stories=tuple(story for _, story in told_by),
    )


async def introductions(
    db: aiosqlite.Connection, names: Collection[str], without: Collection[str] = ()
) -> list[tuple[str, str, tuple[Introduction, ...]]]:
    """(name as asked, date, roles) for each story that gives this one a role, the newest first."""
    rows = await db.execute_fetchall(
        "SELECT e.key, a.published, a.body -> 'roles', s.id FROM json_each(?1) e CROSS JOIN people p ON p.key = e.value"
        f" CROSS JOIN appearances a ON a.story IN {_NEWEST.format('?2')} AND a.person = p.id"
        " CROSS JOIN stories s ON s.n = a.story WHERE a.body -> 'roles' IS NOT NULL"
        " AND s.id NOT IN (SELECT k.value FROM json_each(?3) k) ORDER BY e.key, a.published DESC, a.story DESC",
        (_keys(names), MOST_STORIES, json.dumps(list(without))),
    )
    asked = list(names)
    return [
        (asked[i], published, tuple(Introduction(role=role, story=story) for role in json.loads(roles)))
        for i, published, roles, story in rows
    ]


async def shared_stories(
    db: aiosqlite.Connection, names: Collection[str], limit: int, without: Collection[str] = ()
) -> list[SharedStory]:
    rows = await db.execute_fetchall(
        "SELECT s.head, json_group_array(e.key) FROM json_each(?1) e CROSS JOIN people p ON p.key = e.value"
        f" CROSS JOIN appearances a ON a.story IN {_NEWEST.format('?2')} AND a.person = p.id"
        " CROSS JOIN stories s ON s.n = a.story WHERE s.id NOT IN (SELECT k.value FROM json_each(?4) k)"
        " GROUP BY s.n ORDER BY count(*) DESC, s.published DESC, s.n DESC LIMIT ?3",
        (_keys(names), MOST_STORIES, limit, json.dumps(list(without))),
    )
    asked = list(names)
    found: list[SharedStory] = []
    for head, who in rows:
        numbers: list[int] = json.loads(who)
        found.append(SharedStory(story=read_head(head), names=tuple(asked[i] for i in sorted(numbers))))
    return found


async def lost(db: aiosqlite.Connection, without: Collection[str]) -> set[str]:
    """Keys of those whom no story names but these."""
    rows = await db.execute_fetchall(
        "SELECT p.key FROM json_each(?) k CROSS JOIN stories s ON s.id = k.value"
        " CROSS JOIN appearances a ON a.story = s.n CROSS JOIN people p ON p.id = a.person"
        " GROUP BY p.id HAVING count(*) = p.told",
        (json.dumps(list(without)),),
    )
    return {row[0] for row in rows}


async def keys_after(db: aiosqlite.Connection, last: str, limit: int) -> list[str]:
    """The next keys of people in their order."""
    rows = await db.execute_fetchall("SELECT key FROM people WHERE key > ? ORDER BY key LIMIT ?", (last, limit))
    return [row[0] for row in rows]


async def named(db: aiosqlite.Connection, keys: Collection[str]) -> set[str]:
    """Those of the keys that somebody has."""
    rows = await db.execute_fetchall(
        "SELECT p.key FROM json_each(?) e CROSS JOIN people p ON p.key = e.value", (json.dumps(list(keys)),)
    )
    return {row[0] for row in rows}


def _keys(names: Collection[str]) -> str:
    return json.dumps([key_of(name[:_LONGEST]) for name in names])
