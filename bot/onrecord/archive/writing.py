"""Changing the archive: documents in, stories, people, quotes, events and lookup entries kept in step."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import aiosqlite

from onrecord.archive.index import IndexWriter
from onrecord.archive.linking import EventWriter
from onrecord.archive.people import PeopleWriter
from onrecord.archive.rows import StoryRows, story_rows
from onrecord.stories import Story, Validators

PASSAGES = 1 << 20
"""An entry of the passage index is a story's number times this, plus the passage's."""
BATCH = 100
BATCH_PASSAGES = 400
"""Documents and passages at a time, so that the event loop is not held up meanwhile."""


class Stored(NamedTuple):
    """What the archive remembers of a document."""

    digest: str
    reader: str
    reason: str | None


class Arrival(NamedTuple):
    """A document that was read: its story, or the reason why it has none."""

    location: str
    digest: str
    story: StoryRows | None
    reason: str | None = None


class Writer:
    """One transaction's changes. Readers see none of them until it is committed."""

    def __init__(self, db: aiosqlite.Connection, reader: str) -> None:
        self._db = db
        self._reader = reader
        self._index = IndexWriter(db)
        self._people = PeopleWriter(db, self._index)
        self._events = EventWriter(db, self._index)

    async def sources(self) -> list[str]:
        """Those that documents came from."""
        rows = await self._db.execute_fetchall(
            "WITH RECURSIVE s(source) AS (SELECT min(source) FROM documents UNION ALL"
            " SELECT (SELECT min(source) FROM documents WHERE source > s.source) FROM s WHERE s.source IS NOT NULL)"
            " SELECT source FROM s WHERE source IS NOT NULL"
        )
        return [row[0] for row in rows]

    async def stored(self, source: str) -> dict[str, Stored]:
        """By location."""
        stored: dict[str, Stored] = {}
        last = ""
        while rows := list(
            await self._db.execute_fetchall(
                "SELECT location, digest, reader, reason FROM documents WHERE source = ? AND location > ?"
                " ORDER BY location LIMIT 1000",
                (source, last),
            )
        ):
            stored.update((row[0], Stored(*row[1:])) for row in rows)
            last = rows[-1][0]
        return stored

    async def put(self, source: str, arrivals: Sequence[Arrival]) -> None:
        """Documents that are new or have changed."""
        for batch in _batches(arrivals):
            await self._put(source, batch)

    async def _put(self, source: str, arrivals: Sequence[Arrival]) -> None:
        touched = await self._forget_documents(source, [a.location for a in arrivals])
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM documents")
        numbered = list(enumerate(arrivals, start=last + 1))
        await self._db.executemany(
            "INSERT INTO documents (id, source, location, digest, reader, reason, story, size)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    n,
                    source,
                    a.location,
                    a.digest,
                    self._reader,
                    a.reason,
                    a.story and a.story.id,
                    a.story.size if a.story else 0,
                )
                for n, a in numbered
            ],
        )
        told = [(n, a.story) for n, a in numbered if a.story]
        await self._db.executemany(
            "INSERT INTO tellings (document, body) VALUES (?, ?)", [(n, story.body) for n, story in told]
        )
        ids = [story.id for _, story in told]
        known = await self._db.execute_fetchall(
            "SELECT s.id FROM json_each(?) e CROSS JOIN stories s ON s.id = e.value", (json.dumps(ids),)
        )
        again = touched | {row[0] for row in known} | {id for id, n in Counter(ids).items() if n > 1}
        await self._retell(again)
        await self._add([(n, story) for n, story in told if story.id not in again])

    async def remember(self, source: str, validators: Mapping[str, Validators | None]) -> None:
        """What the next refresh may ask a source's servers with, by link; null for what is gone."""
        await self._db.executemany(
            "DELETE FROM validators WHERE source = ? AND link = ?", [(source, link) for link in validators]
        )
        await self._db.executemany(
            "INSERT INTO validators (source, link, reader, etag, last_modified) VALUES (?, ?, ?, ?, ?)",
            [
                (source, link, self._reader, given.etag, given.last_modified)
                for link, given in validators.items()
                if given and (given.etag or given.last_modified)
            ],
        )

    async def forget_sources_but(self, sources: Collection[str]) -> None:
        """A source that comes back later is asked for everything."""
        await self._db.execute_fetchall(
            "DELETE FROM validators WHERE source NOT IN (SELECT value FROM json_each(?))", (json.dumps(list(sources)),)
        )

    async def drop(self, source: str, locations: Sequence[str]) -> None:
        """Documents that are gone."""
        for i in range(0, len(locations), BATCH):
            await self._retell(await self._forget_documents(source, locations[i : i + BATCH]))

    async def _forget_documents(self, source: str, locations: Sequence[str]) -> set[str]:
        """Returns the stories that they told."""
        rows = list(
            await self._db.execute_fetchall(
                "SELECT d.id, d.story FROM json_each(?) e"
                " CROSS JOIN documents d ON d.source = ? AND d.location = e.value",
                (json.dumps(list(locations)), source),
            )
        )
        await self._db.executemany("DELETE FROM tellings WHERE document = ?", [(row[0],) for row in rows])
        await self._db.executemany("DELETE FROM documents WHERE id = ?", [(row[0],) for row in rows])
        return {row[1] for row in rows if row[1]}

    async def _retell(self, ids: Iterable[str]) -> None:
        """Put each story in order again from the documents that tell it now."""
        for id in sorted(ids):
            await self._remove(id)
            rows = await self._db.execute_fetchall(
                "SELECT d.id, t.body FROM documents d JOIN tellings t ON t.document = d.id WHERE d.story = ?"
                " ORDER BY d.size DESC, d.id",
                (id,),
            )
            tellings = [(row[0], Story.model_validate_json(row[1])) for row in rows]
            if tellings:
                await self._add([(tellings[0][0], story_rows(one_story([story for _, story in tellings])))])

    async def _remove(self, id: str) -> None:
        rows = list(await self._db.execute_fetchall("SELECT n FROM stories WHERE id = ?", (id,)))
        if not rows:
            return
        n: int = rows[0][0]
        await self._index.remove("title", n, n)
        await self._index.remove("about", n, n)
        await self._index.remove("passage", n * PASSAGES, (n + 1) * PASSAGES - 1)
        await self._people.remove(n)
        quotes = await self._db.execute_fetchall("SELECT id FROM quotes WHERE story = ?", (n,))
        for row in quotes:
            await self._index.remove("quote", row[0], row[0])
        await self._events.leave(n)
        await self._db.execute_fetchall("DELETE FROM quotes WHERE story = ?", (n,))
        await self._db.execute_fetchall("DELETE FROM stories WHERE n = ?", (n,))

    async def _add(self, told: Sequence[tuple[int, StoryRows]]) -> None:
        if not told:
            return
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(n), 0) FROM stories")
        [[last_quote]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM quotes")
        stories = [(last + i, document, story) for i, (document, story) in enumerate(told, start=1)]
        events = await self._events.start([(n, s.published) for n, _, s in stories])
        await self._db.executemany(
            "INSERT INTO stories (n, id, document, head, published, link, title, event)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (n, s.id, document, s.head, s.published, s.link, s.title, event)
                for (n, document, s), event in zip(stories, events, strict=True)
            ],
        )
        people = await self._people.add([(n, s.published, s.people) for n, _, s in stories])
        quotes = [(n, s.published, quote) for n, _, s in stories for quote in s.quotes]
        numbered = list(enumerate(quotes, start=last_quote + 1))
        await self._db.executemany(
            "INSERT INTO quotes (id, story, person, published, section, body) VALUES (?, ?, ?, ?, ?, ?)",
            [(i, n, people.get(q.speaker or ""), published, q.section, q.body) for i, (n, published, q) in numbered],
        )
        await self._index.add("title", [(n, s.title) for n, _, s in stories])
        await self._index.add("about", [(n, s.about) for n, _, s in stories])
        await self._index.add("quote", [(i, q.words) for i, (_, _, q) in numbered])
        await self._index.add(
            "passage", [(n * PASSAGES + i, words) for n, _, s in stories for i, words in enumerate(s.passages)]
        )

    async def finish(self) -> None:
        await self._people.finish()
        await self._index.flush()
        await self._events.finish()


def _batches(arrivals: Sequence[Arrival]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    passages = 0
    for arrival in arrivals:
        batch.append(arrival)
        passages += len(arrival.story.passages) if arrival.story else 0
        if len(batch) >= BATCH or passages >= BATCH_PASSAGES:
            yield batch
            batch, passages = [], 0
    if batch:
        yield batch


def one_story(tellings: Sequence[Story]) -> Story:
    """The first, which is the fullest, with what only the others know of where it came from."""
    first, *others = tellings
    reposters = dict.fromkeys(name for story in tellings for name in story.reposted_by if name != first.publisher)
    update: dict[str, object] = {"reposted_by": tuple(reposters)}
    for field in ("url", "publisher", "published", "authors"):
        if not getattr(first, field):
            update[field] = next((value for s in others if (value := getattr(s, field))), getattr(first, field))
    update["ai_generated"] = first.ai_generated
    return first.model_copy(update=update)
