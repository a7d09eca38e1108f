"""Reading the archive: stories, events, people and quotes as models."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

import aiosqlite

from onrecord.archive.database.schema import PASSAGES
from onrecord.archive.records import Counts, Event, PassageOnRecord, QuoteOnRecord, StoryText, cite
from onrecord.stories import Passage, Quote, Story, StoryHead


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


async def heads(db: aiosqlite.Connection, ids: Collection[str]) -> list[StoryHead]:
    rows = await db.execute_fetchall(
        "SELECT s.head FROM json_each(?) e CROSS JOIN stories s ON s.id = e.value", (json.dumps(sorted(ids)),)
    )
    return [read_head(row[0]) for row in rows]


async def texts(db: aiosqlite.Connection, ids: Collection[str]) -> list[StoryText]:
    rows = await db.execute_fetchall(
        "SELECT json_patch(json_object('passages', t.body -> 'passages', 'people',"
        " coalesce(t.body -> 'people', json('[]'))), s.head) FROM json_each(?) e"
        " CROSS JOIN stories s ON s.id = e.value CROSS JOIN tellings t ON t.document = s.document"
        " ORDER BY e.key",
        (json.dumps(list(ids)),),
    )
    return [StoryText.model_validate_json(row[0]) for row in rows]


EXPORTED = 50
"""Stories that are read at a time."""


async def export(db: aiosqlite.Connection, last: int) -> list[tuple[int, Story]]:
    """The next stories after the number `last`, with their numbers."""
    rows = await db.execute_fetchall(
        "SELECT s.n, json_patch(t.body, s.head) FROM stories s CROSS JOIN tellings t ON t.document = s.document"
        " WHERE s.n > ? ORDER BY s.n LIMIT ?",
        (last, EXPORTED),
    )
    return [(row[0], Story.model_validate_json(row[1])) for row in rows]


async def number(db: aiosqlite.Connection, id: str) -> int | None:
    rows = await db.execute_fetchall("SELECT n FROM stories WHERE id = ?", (id,))
    return next((row[0] for row in rows), None)


async def renamed(db: aiosqlite.Connection, id: str) -> str | None:
    """What a story is called now that was called `id`, or that a document tells which calls it so."""
    rows = await db.execute_fetchall(
        "SELECT story FROM aliases WHERE id = ?1 UNION ALL"
        " SELECT story FROM documents WHERE own = ?1 AND story IS NOT NULL LIMIT 1",
        (id,),
    )
    return next((row[0] for row in rows), None)


async def place(db: aiosqlite.Connection, story: str) -> tuple[str, int] | None:
    """Where the event of this story stands among all events."""
    rows = await db.execute_fetchall(
        "SELECT v.newest, v.id FROM stories s JOIN events v ON v.id = s.event WHERE s.id = ?", (story,)
    )
    return next(((row[0], row[1]) for row in rows), None)


async def events(
    db: aiosqlite.Connection, limit: int, below: tuple[str, int], without: Collection[int] = ()
) -> list[tuple[str, int]]:
    """(newest date, number) of the next events below a place, the newest first."""
    page = await db.execute_fetchall(
        "SELECT newest, id FROM events WHERE (newest, id) < (?, ?) AND id NOT IN (SELECT k.value FROM json_each(?) k)"
        " ORDER BY newest DESC, id DESC LIMIT ?",
        (*below, json.dumps(list(without)), limit),
    )
    return [(row[0], row[1]) for row in page]


async def tell(db: aiosqlite.Connection, ids: Collection[int]) -> dict[int, Event]:
    """By number."""
    told: dict[int, list[StoryHead]] = {id: [] for id in ids}
    for id, head in await db.execute_fetchall(
        "SELECT s.event, s.head FROM json_each(?) e CROSS JOIN stories s ON s.event = e.value"
        " ORDER BY s.event, s.published DESC, s.n DESC",
        (json.dumps(list(ids)),),
    ):
        told[id].append(read_head(head))
    return {id: Event(stories=tuple(heads)) for id, heads in told.items()}


async def event_numbers(db: aiosqlite.Connection, story_ids: Collection[str]) -> dict[str, int]:
    """By story, those that there are."""
    rows = await db.execute_fetchall(
        "SELECT s.id, s.event FROM json_each(?) e CROSS JOIN stories s ON s.id = e.value",
        (json.dumps(list(story_ids)),),
    )
    return {row[0]: row[1] for row in rows}


_SHOWN = "s.id NOT IN (SELECT k.value FROM json_each(?) k)"
_QUOTE = "SELECT q.id, q.body, q.section, s.head FROM {} JOIN stories s ON s.n = q.story"


def _on_record(row: Any) -> QuoteOnRecord:
    quote = Quote.model_validate_json(row[1])
    return QuoteOnRecord(quote=quote, citation=cite(read_head(row[3]), quote.spans[0].passage), section=row[2])


async def quotes(
    db: aiosqlite.Connection, person: int | None, story: int | None, limit: int, without: Collection[str] = ()
) -> list[QuoteOnRecord]:
    """Newest story first, within a story in its order; without person and story the last that were added."""
    hidden = json.dumps(list(without))
    if story is not None:
        rows = await db.execute_fetchall(
            _QUOTE.format("quotes q") + " WHERE q.story = ?1 AND (?2 IS NULL OR q.person = ?2) ORDER BY q.id LIMIT ?3",
            (story, person, limit),
        )
    elif person is not None:
        rows = await db.execute_fetchall(
            _QUOTE.format("quotes q") + f" WHERE q.person = ? AND {_SHOWN}"
            " ORDER BY q.published DESC, q.story DESC, q.id LIMIT ?",
            (person, hidden, limit),
        )
    else:
        rows = await db.execute_fetchall(
            _QUOTE.format("quotes q") + f" WHERE {_SHOWN} ORDER BY q.id DESC LIMIT ?",
            (hidden, limit),
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


async def quoted(db: aiosqlite.Connection, stories: Collection[str]) -> int:
    """How many quotes these stories hold."""
    [[n]] = await db.execute_fetchall(
        "SELECT count(*) FROM json_each(?) k CROSS JOIN stories s ON s.id = k.value CROSS JOIN quotes q"
        " ON q.story = s.n",
        (json.dumps(list(stories)),),
    )
    return n


async def counts(db: aiosqlite.Connection) -> Counts:
    totals: dict[str, int] = {row[0]: row[1] for row in await db.execute_fetchall("SELECT kind, n FROM totals")}
    return Counts(
        stories=totals.get("title", 0),
        events=totals.get("event", 0),
        people=totals.get("name", 0),
        quotes=totals.get("quote", 0),
    )
