"""Reading the archive: stories, events, people and quotes as models."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import aiosqlite

from onrecord.archive.records import Counts, Event, PassageOnRecord, PersonOnRecord, QuoteOnRecord, RoleOnRecord, cite
from onrecord.archive.rows import key_of
from onrecord.archive.writing import PASSAGES
from onrecord.stories import Passage, Person, Quote, Story, StoryHead, Validators

MOST_STORIES = 50
"""Stories and roles that one person is shown with."""


async def story(db: aiosqlite.Connection, id: str) -> Story | None:
    rows = await db.execute_fetchall(
        "SELECT t.body, s.head FROM stories s JOIN tellings t ON t.document = s.document WHERE s.id = ?", (id,)
    )
    for body, head in rows:
        return Story.model_validate_json(json.dumps({**json.loads(body), **json.loads(head)}))
    return None


async def number(db: aiosqlite.Connection, id: str) -> int | None:
    rows = await db.execute_fetchall("SELECT n FROM stories WHERE id = ?", (id,))
    return next((row[0] for row in rows), None)


async def events(db: aiosqlite.Connection, limit: int, after: str | None) -> list[Event]:
    """The page after the event of the story `after`."""
    start: Sequence[Any] = ("\U0010ffff", 0)
    if after is not None:
        rows = await db.execute_fetchall(
            "SELECT v.newest, v.id FROM stories s JOIN events v ON v.id = s.event WHERE s.id = ?", (after,)
        )
        start = next(((row[0], row[1]) for row in rows), ("", 0))
    page = await db.execute_fetchall(
        "SELECT id FROM events WHERE (newest, id) < (?, ?) ORDER BY newest DESC, id DESC LIMIT ?", (*start, limit)
    )
    return await _tell(db, [row[0] for row in page])


async def _tell(db: aiosqlite.Connection, ids: Sequence[int]) -> list[Event]:
    told: dict[int, list[StoryHead]] = {id: [] for id in ids}
    for id, head in await db.execute_fetchall(
        "SELECT s.event, s.head FROM json_each(?) e CROSS JOIN stories s ON s.event = e.value"
        " ORDER BY s.event, s.published DESC, s.n DESC",
        (json.dumps(list(ids)),),
    ):
        told[id].append(StoryHead.model_validate_json(head))
    return [Event(stories=tuple(heads)) for heads in told.values()]


async def event(db: aiosqlite.Connection, story_id: str) -> Event:
    rows = await db.execute_fetchall("SELECT event FROM stories WHERE id = ?", (story_id,))
    found = await _tell(db, [row[0] for row in rows])
    return found[0] if found else Event(stories=())


async def person_number(db: aiosqlite.Connection, name: str) -> int | None:
    rows = await db.execute_fetchall("SELECT id FROM people WHERE key = ?", (key_of(name[:200]),))
    return next((row[0] for row in rows), None)


async def person(db: aiosqlite.Connection, name: str) -> PersonOnRecord | None:
    id = await person_number(db, name)
    if id is None:
        return None
    [[canonical, told]] = await db.execute_fetchall("SELECT name, told FROM people WHERE id = ?", (id,))
    names = await db.execute_fetchall("SELECT name, told FROM names WHERE person = ?", (id,))
    [[quotes]] = await db.execute_fetchall("SELECT count(*) FROM quotes WHERE person = ?", (id,))
    rows = await db.execute_fetchall(
        "SELECT a.body, s.head FROM appearances a JOIN stories s ON s.n = a.story WHERE a.person = ?"
        " ORDER BY a.published DESC, a.story DESC LIMIT ?",
        (id, MOST_STORIES),
    )
    told_by = [(Person.model_validate_json(body), StoryHead.model_validate_json(head)) for body, head in rows]
    return PersonOnRecord(
        name=canonical,
        kind=told_by[0][0].kind if told_by else "person",
        roles=tuple(
            RoleOnRecord(role=role, citation=cite(head, passage))
            for known, head in told_by
            for role, passage in zip(known.roles, known.passages, strict=True)
        ),
        stories=tuple(head for _, head in told_by),
        aliases=tuple(
            dict.fromkeys(row[0] for row in sorted(names, key=lambda row: (-row[1], row[0])) if row[0] != canonical)
        ),
        told_in=told,
        quotes=quotes,
    )


_QUOTE = "SELECT q.id, q.body, q.section, s.head FROM {} JOIN stories s ON s.n = q.story"


def _on_record(row: Any) -> QuoteOnRecord:
    quote = Quote.model_validate_json(row[1])
    head = StoryHead.model_validate_json(row[3])
    return QuoteOnRecord(quote=quote, citation=cite(head, quote.spans[0].passage), section=row[2])


async def quotes(db: aiosqlite.Connection, person: int | None, story: int | None, limit: int) -> list[QuoteOnRecord]:
    """Newest story first, within a story in its order; without person and story the last that were added."""
    if story is not None:
        rows = await db.execute_fetchall(
            _QUOTE.format("quotes q") + " WHERE q.story = ?1 AND (?2 IS NULL OR q.person = ?2) ORDER BY q.id LIMIT ?3",
            (story, person, limit),
        )
    elif person is not None:
        rows = await db.execute_fetchall(
            _QUOTE.format("quotes q") + " WHERE q.person = ? ORDER BY q.published DESC, q.story DESC, q.id LIMIT ?",
            (person, limit),
        )
    else:
        rows = await db.execute_fetchall(
            _QUOTE.format("quotes q") + " ORDER BY q.id DESC LIMIT ?",
            (limit,),
        )
    return [_on_record(row) for row in rows]


async def quotes_by_number(db: aiosqlite.Connection, ids: Iterable[int]) -> dict[int, QuoteOnRecord]:
    rows = await db.execute_fetchall(
        _QUOTE.format("json_each(?) e CROSS JOIN quotes q ON q.id = e.value"), (json.dumps(list(ids)),)
    )
    return {row[0]: _on_record(row) for row in rows}


async def passages(db: aiosqlite.Connection, found: Sequence[tuple[float, int]]) -> list[PassageOnRecord]:
    rows = await db.execute_fetchall(
        "SELECT e.value, t.body ->> ('$.passages[' || (e.value % ?2) || ']'), s.head FROM json_each(?1) e"
        " CROSS JOIN stories s ON s.n = e.value / ?2 JOIN tellings t ON t.document = s.document",
        (json.dumps([n for _, n in found]), PASSAGES),
    )
    known = {row[0]: row for row in rows}
    return [
        PassageOnRecord(
            passage=(passage := Passage.model_validate_json(known[n][1])),
            citation=cite(StoryHead.model_validate_json(known[n][2]), passage.n),
            score=score,
        )
        for score, n in found
        if n in known
    ]


async def counts(db: aiosqlite.Connection) -> Counts:
    totals: dict[str, int] = {row[0]: row[1] for row in await db.execute_fetchall("SELECT kind, n FROM totals")}
    return Counts(
        stories=totals.get("title", 0),
        events=totals.get("event", 0),
        people=totals.get("name", 0),
        quotes=totals.get("quote", 0),
    )


async def validators(db: aiosqlite.Connection, source: str, reader: str) -> dict[str, Validators]:
    rows = await db.execute_fetchall(
        "SELECT link, etag, last_modified FROM validators WHERE source = ? AND reader = ?", (source, reader)
    )
    return {row[0]: Validators(etag=row[1], last_modified=row[2]) for row in rows}
