"""Reading the archive: stories, events, people and quotes as models."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

import aiosqlite

from onrecord.archive.records import Counts, Event, PassageOnRecord, QuoteOnRecord, StoryText, cite
from onrecord.archive.writing import PASSAGES
from onrecord.stories import Passage, Quote, Story, StoryHead, Validators


@lru_cache(maxsize=2_000)
def read_head(head: str) -> StoryHead:
    """The same few stories are cited again and again."""
    return StoryHead.model_validate_json(head)


async def story(db: aiosqlite.Connection, id: str) -> Story | None:
    rows = await db.execute_fetchall(
        "SELECT json_patch(t.body, s.head) FROM stories s JOIN tellings t ON t.document = s.document WHERE s.id = ?",
        (id,),
    )
    return next((Story.model_validate_json(row[0]) for row in rows), None)


async def head(db: aiosqlite.Connection, id: str) -> StoryHead | None:
    rows = await db.execute_fetchall("SELECT head FROM stories WHERE id = ?", (id,))
    return next((read_head(row[0]) for row in rows), None)


async def texts(db: aiosqlite.Connection, ids: Collection[str]) -> list[StoryText]:
    rows = await db.execute_fetchall(
        "SELECT json_patch(json_object('passages', t.body -> 'passages', 'people',"
        " coalesce(t.body -> 'people', json('[]'))), s.head) FROM json_each(?) e"
        " CROSS JOIN stories s ON s.id = e.value CROSS JOIN tellings t ON t.document = s.document"
        " ORDER BY e.key",
        (json.dumps(list(ids)),),
    )
    return [StoryText.model_validate_json(row[0]) for row in rows]


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
        told[id].append(read_head(head))
    return [Event(stories=tuple(heads)) for heads in told.values()]


async def events_of(db: aiosqlite.Connection, story_ids: Collection[str]) -> list[Event]:
    rows = await db.execute_fetchall(
        "SELECT s.event FROM json_each(?) e CROSS JOIN stories s ON s.id = e.value ORDER BY e.key",
        (json.dumps(list(story_ids)),),
    )
    return await _tell(db, list(dict.fromkeys(row[0] for row in rows)))


_QUOTE = "SELECT q.id, q.body, q.section, s.head FROM {} JOIN stories s ON s.n = q.story"


def _on_record(row: Any) -> QuoteOnRecord:
    quote = Quote.model_validate_json(row[1])
    return QuoteOnRecord(quote=quote, citation=cite(read_head(row[3]), quote.spans[0].passage), section=row[2])


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


async def quotes_of(db: aiosqlite.Connection, stories: Collection[str], limit: int) -> list[QuoteOnRecord]:
    rows = await db.execute_fetchall(
        "SELECT q.id, q.body, q.section, s.head FROM json_each(?) e CROSS JOIN stories s ON s.id = e.value"
        " CROSS JOIN quotes q ON q.story = s.n ORDER BY e.key, q.id LIMIT ?",
        (json.dumps(list(stories)), limit),
    )
    return [_on_record(row) for row in rows]


async def quotes_by_number(db: aiosqlite.Connection, ids: Iterable[int]) -> dict[int, QuoteOnRecord]:
    rows = await db.execute_fetchall(
        _QUOTE.format("json_each(?) e CROSS JOIN quotes q ON q.id = e.value"), (json.dumps(list(ids)),)
    )
    return {row[0]: _on_record(row) for row in rows}


async def passages(db: aiosqlite.Connection, places: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Passage]:
    rows = await db.execute_fetchall(
        "SELECT s.id, e.value ->> 1, t.body -> ('$.passages[' || (e.value ->> 1) || ']') FROM json_each(?) e"
        " CROSS JOIN stories s ON s.id = e.value ->> 0 CROSS JOIN tellings t ON t.document = s.document",
        (json.dumps(sorted(set(places))),),
    )
    return {(row[0], row[1]): Passage.model_validate_json(row[2]) for row in rows if row[2]}


async def passages_by_entry(db: aiosqlite.Connection, found: Sequence[tuple[float, int]]) -> list[PassageOnRecord]:
    rows = await db.execute_fetchall(
        "SELECT e.value, t.body ->> ('$.passages[' || (e.value % ?2) || ']'), s.head FROM json_each(?1) e"
        " CROSS JOIN stories s ON s.n = e.value / ?2 JOIN tellings t ON t.document = s.document",
        (json.dumps([n for _, n in found]), PASSAGES),
    )
    known = {row[0]: row for row in rows}
    return [
        PassageOnRecord(
            passage=(passage := Passage.model_validate_json(known[n][1])),
            citation=cite(read_head(known[n][2]), passage.n),
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
