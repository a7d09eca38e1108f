"""Changing the archive: documents in, stories, people, quotes, events and lookup entries kept in step."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import aiosqlite

from onrecord.archive import journal
from onrecord.archive.gathering import Bundle, New, gather, telling_of
from onrecord.archive.index import IndexWriter
from onrecord.archive.kept import KeptSource
from onrecord.archive.linking import EventWriter
from onrecord.archive.people import PeopleWriter
from onrecord.archive.rows import StoryRows, story_rows
from onrecord.archive.sameness import Telling, gathered, is_revision
from onrecord.archive.schema import PASSAGES
from onrecord.archive.telling import one_story
from onrecord.stories import Story, Validators

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


class Earlier(NamedTuple):
    """A document before it changed."""

    id: int
    story: str | None
    own: str | None
    version: int
    body: str | None
    """Its story as JSON; null when the document is the same and only read anew."""


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

    async def put(self, source: str, arrivals: Sequence[Arrival]) -> dict[str, str]:
        """Documents that are new or have changed; returns by location why a removal keeps some of them out."""
        for batch in _batches(arrivals):
            await self._put(source, batch)
        return {}

    async def attempted(
        self, source: str, at: datetime, trouble: str | None = None, next_run: datetime | None = None
    ) -> None:
        """How reading a source went."""
        await journal.attempted(self._db, source, at, trouble, next_run)

    async def keep(self, source: KeptSource, raw: bytes | None = None) -> None:
        """As `Archive.keep_source`, so that a source and its stories come in together or not at all."""
        await journal.keep_source(self._db, source, raw)
        about = source.name or source.link or source.key
        await journal.note(self._db, source.added_by, source.added_at, "add", about)

    async def _put(self, source: str, arrivals: Sequence[Arrival]) -> None:
        earlier = await self._earlier(source, [(a.location, a.digest) for a in arrivals])
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM documents")
        new: list[New] = []
        rows: list[tuple[object, ...]] = []
        for n, a in enumerate(arrivals, start=last + 1):
            own, version = self._succeeds(earlier.get(a.location), a)
            size = a.story.size if a.story else 0
            rows.append((n, source, a.location, a.digest, self._reader, a.reason, own, own, version, size))
            if a.story and own:
                new.append(New(n, own, a.story))
        known = await self._telling({each.own for each in new})
        touched = await self._forget(earlier.values())
        await self._db.executemany(
            "INSERT INTO documents (id, source, location, digest, reader, reason, story, own, version, size)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        await self._db.executemany(
            "INSERT INTO tellings (document, body) VALUES (?, ?)", [(each.document, each.story.body) for each in new]
        )
        bundles = await gather(self._db, new, known, touched)
        for bundle in bundles:
            await self._retell(bundle)
        together = {document for bundle in bundles for document in bundle.documents}
        await self._add([(each.document, each.story) for each in new if each.document not in together])

    def _succeeds(self, before: Earlier | None, arrival: Arrival) -> tuple[str | None, int]:
        """The id that the document gives its story, and in which version: a changed article keeps its id."""
        if arrival.story is None:
            return None, 1
        if before is None or before.own is None:
            return arrival.story.id, 1
        if before.body is None:
            return arrival.story.id if arrival.story.link else before.own, before.version
        old, new = (telling_of(0, "", body).text for body in (before.body, arrival.story.body))
        if arrival.story.id == before.own:
            return before.own, before.version + (old.runs != new.runs)
        if arrival.story.link is None and is_revision(old, new):
            return before.own, before.version + (old.runs != new.runs)
        return arrival.story.id, 1

    async def _telling(self, own: Collection[str]) -> dict[str, set[str]]:
        """By a document's own id, the stories that such documents tell."""
        found: dict[str, set[str]] = {}
        for id, story in await self._db.execute_fetchall(
            "SELECT DISTINCT d.own, d.story FROM json_each(?) e CROSS JOIN documents d ON d.own = e.value",
            (json.dumps(list(own)),),
        ):
            found.setdefault(id, set()).add(story)
        return found

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
            gone = await self._earlier(source, [(location, "") for location in locations[i : i + BATCH]])
            for id in sorted(await self._forget(gone.values())):
                await self._retell(Bundle({id}, set()))

    async def _earlier(self, source: str, locations: Sequence[tuple[str, str]]) -> dict[str, Earlier]:
        """What is stored for each of the locations; `locations`: with the digest of what is there now."""
        rows = await self._db.execute_fetchall(
            "SELECT d.location, d.id, d.story, d.own, d.version, t.body FROM json_each(?) e"
            " CROSS JOIN documents d ON d.source = ? AND d.location = e.value ->> 0"
            " LEFT JOIN tellings t ON t.document = d.id AND d.digest <> e.value ->> 1",
            (json.dumps(list(locations)), source),
        )
        return {row[0]: Earlier(*row[1:]) for row in rows}

    async def _forget(self, documents: Collection[Earlier]) -> set[str]:
        """Returns the stories that they told."""
        ids = [(document.id,) for document in documents]
        await self._db.executemany("DELETE FROM tellings WHERE document = ?", ids)
        await self._db.executemany("DELETE FROM documents WHERE id = ?", ids)
        return {document.story for document in documents if document.story}

    async def _retell(self, bundle: Bundle) -> None:
        """Put the stories of a bundle in order again from the documents that tell them now."""
        rows = await self._tellings(bundle)
        known = await self._telling({row[1] for row in rows})
        stories = bundle.stories.union(*known.values())
        if stories != bundle.stories:  # one of them may want its id, or leave it
            await self._retell(Bundle(stories, bundle.documents))
            return
        for id in sorted(bundle.stories):
            await self._remove(id)
        versions = {row[0]: row[2] for row in rows}
        bodies = {row[0]: row[3] for row in rows}
        taken: set[str] = set()
        tellings: list[Telling] = []
        for document, own, _, body in rows:
            tellings.append(telling_of(document, own, body))
            await asyncio.sleep(0)  # a story may have many, and the event loop must not be held up
        for group in gathered(tellings):
            documents = [telling.document for telling in group]
            told: list[Story] = []
            for telling in group:
                story = Story.model_validate_json(bodies[telling.document])
                told.append(story.model_copy(update={"id": telling.own}))
                await asyncio.sleep(0)
            story = one_story(told, max(versions[document] for document in documents), taken)
            taken.add(story.id)
            await self._db.executemany(
                "UPDATE documents SET story = ? WHERE id = ?", [(story.id, document) for document in documents]
            )
            await self._add([(documents[0], story_rows(story))])

    async def _tellings(self, bundle: Bundle) -> list[tuple[int, str, int, str]]:
        """(document, its own id, version, story as JSON) of all that tell these stories, the fullest first."""
        rows = await self._db.execute_fetchall(
            "SELECT d.id, d.own, d.version, t.body FROM documents d JOIN tellings t ON t.document = d.id"
            " WHERE d.story IN (SELECT e.value FROM json_each(?1) e) OR d.id IN (SELECT e.value FROM json_each(?2) e)"
            " ORDER BY d.size DESC, d.id",
            (json.dumps(sorted(bundle.stories)), json.dumps(sorted(bundle.documents))),
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]

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
        [[last]] = await self._db.execute_fetchall("SELECT n FROM totals WHERE kind = 'last story'")
        await self._index.add_totals([("last story", len(told))])
        [[last_quote]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM quotes")
        stories = [(last + i, document, story) for i, (document, story) in enumerate(told, start=1)]
        events = await self._events.start([(n, s) for n, _, s in stories])
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
