"""Changing the archive: documents in, stories, people, quotes, events and lookup entries kept in step."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import aiosqlite

from onrecord.archive.desks import journal
from onrecord.archive.desks.gatekeeper import Gatekeeper, KeptOut
from onrecord.archive.desks.removing import NOWHERE, Elsewhere, RemovalWriter, Restored
from onrecord.archive.duplicates.same_story import is_remnant, is_revision
from onrecord.archive.duplicates.story_candidates import Arrival, Bundle, New, telling_of, terms_in, title_of
from onrecord.archive.duplicates.story_writer import StoryWriter
from onrecord.archive.queries import stories
from onrecord.archive.records import KeptSource, Target
from onrecord.stories import Validators

BATCH = 100
BATCH_PASSAGES = 400
"""Documents and passages at a time, so that the event loop is not held up meanwhile."""


_REMNANT = "Hardly anything is left of the article, so the story stays as it was; remove it if it is to go."


class Earlier(NamedTuple):
    """A document before it changed."""

    id: int
    story: str | None
    own: str | None
    version: int
    size: int
    """Characters of its story."""
    body: str | None
    """Its story as JSON; null when the document is the same and only read anew."""


class Writer:
    """One transaction's changes. Readers see none of them until it is committed."""

    def __init__(self, db: aiosqlite.Connection, reader: str) -> None:
        self._db = db
        self._reader = reader
        self._stories = StoryWriter(db)
        self._gatekeeper = Gatekeeper(db)
        self._removals = RemovalWriter(db, self._stories, self._gatekeeper)
        self._source = ""
        self._waiting: dict[str, Arrival] = {}
        """Documents of that source by location, until they are enough to be worth writing."""
        self._kept_out: dict[str, KeptOut] = {}
        """Those of them that may not come in."""
        self._earlier: dict[str, Earlier] = {}
        """What they were before."""

    async def put(self, source: str, arrivals: Sequence[Arrival]) -> dict[str, str]:
        """Documents that are new or have changed; returns by location why some of them are not taken in."""
        sentences: dict[str, str] = {}
        for batch in _batches(arrivals):
            if source != self._source or any(arrival.location in self._waiting for arrival in batch):
                await self._settle()
                self._source = source
            earlier = await self._stored(source, [(arrival.location, arrival.digest) for arrival in batch])
            remnants = {a.location for a in batch if a.location in earlier and _is_left(earlier[a.location], a)}
            sentences.update(dict.fromkeys(remnants, _REMNANT))
            kept_out = await self._gatekeeper.judge(source, batch)
            sentences.update((location, out.sentence) for location, out in kept_out.items())
            self._kept_out |= kept_out
            self._earlier |= earlier
            self._waiting.update((a.location, a) for a in batch if a.location not in remnants)
            if _is_enough(len(self._waiting), sum(map(_passages, self._waiting.values()))):
                await self._settle()
        return sentences

    async def _settle(self) -> None:
        """Write what waits."""
        waiting, self._waiting = list(self._waiting.values()), {}
        kept_out, self._kept_out = self._kept_out, {}
        earlier, self._earlier = self._earlier, {}
        if waiting:
            await self._put(self._source, waiting, earlier, kept_out)

    async def attempted(
        self, source: str, at: datetime, trouble: str | None = None, next_run: datetime | None = None
    ) -> None:
        """How reading a source went."""
        await journal.attempted(self._db, source, at, trouble, next_run)

    async def keep(self, source: KeptSource, raw: bytes | None = None) -> None:
        """One with the same key gives way. `raw`: an uploaded file, to be read again by a later reader."""
        await journal.keep_source(self._db, source, raw)

    async def _put(
        self,
        source: str,
        arrivals: Sequence[Arrival],
        earlier: Mapping[str, Earlier],
        kept_out: Mapping[str, KeptOut],
    ) -> None:
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM documents")
        new: list[New] = []
        rows: list[tuple[object, ...]] = []
        bodies: list[tuple[int, str]] = []
        for n, a in enumerate(arrivals, start=last + 1):
            own, version = self._succeeds(earlier.get(a.location), a)
            size = a.story.size if a.story else 0
            out = kept_out.get(a.location)
            reason, story = (out.sentence, None) if out else (a.reason, own)
            removal = out.id if out else None
            rows.append((n, source, a.location, a.digest, self._reader, reason, story, own, version, size, removal))
            if a.story and own and not (out and out.is_purged):
                bodies.append((n, a.story.body))
            if a.story and own and not out:
                new.append(New(n, own, a.story))
        known = await self._stories.known({each.own for each in new})
        touched = await self._forget([earlier[a.location] for a in arrivals if a.location in earlier])
        await self._db.executemany(
            "INSERT INTO documents (id, source, location, digest, reader, reason, story, own, version, size, removal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        await self._db.executemany("INSERT INTO tellings (document, body) VALUES (?, ?)", bodies)
        await self._stories.tell(new, known, touched)

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

    async def drop(self, source: str, locations: Sequence[str]) -> list[tuple[str, str]]:
        """Documents that are gone; returns the id and title of the stories that they told."""
        await self._settle()
        told: list[tuple[str, str]] = []
        for i in range(0, len(locations), BATCH):
            gone = await self._stored(source, [(location, "") for location in locations[i : i + BATCH]])
            told += [(one.story, title_of(one.body)) for one in gone.values() if one.story and one.body]
            for id in sorted(await self._forget(gone.values())):
                await self._stories.retell(Bundle({id}, set()))
        return told

    async def still_told(self, ids: Collection[str]) -> set[str]:
        """Those of the stories that documents tell."""
        await self._settle()
        return {id for id in ids if await stories.number(self._db, id) or await stories.renamed(self._db, id)}

    async def _stored(self, source: str, locations: Sequence[tuple[str, str]]) -> dict[str, Earlier]:
        """What is stored for each of the locations; `locations`: with the digest of what is there now."""
        rows = await self._db.execute_fetchall(
            "SELECT d.location, d.id, d.story, d.own, d.version, d.size, t.body FROM json_each(?) e"
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

    async def remove(
        self,
        target: Target,
        reason: str,
        by: str,
        at: datetime,
        elsewhere: Elsewhere = NOWHERE,
        action: str = "remove",
    ) -> int:
        """Returns the number of the removal. `elsewhere`: what it is to keep out of another file's coverage."""
        await self._settle()
        return await self._removals.remove(target, reason, by, at, elsewhere, action)

    async def undo(self, removal: int, by: str, at: datetime) -> Restored:
        """What it kept out is told again, unless another removal keeps it out."""
        await self._settle()
        return await self._removals.undo(removal, by, at)

    async def purge(self, removals: Collection[int], by: str, at: datetime) -> None:
        """Forget the words of what they keep out."""
        await self._settle()
        await self._removals.purge(removals, by, at)

    async def finish(self) -> None:
        await self._settle()
        await self._stories.finish()
        if self._stories.has_changed:
            await journal.raise_generation(self._db)


def _is_left(before: Earlier, arrival: Arrival) -> bool:
    if arrival.story is None or before.body is None or arrival.story.size > before.size / 2:
        return False
    # What is left may be the title alone.
    return is_remnant(terms_in(before.body, titled=True), terms_in(arrival.story.body))


def _batches(arrivals: Sequence[Arrival]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    passages = 0
    for arrival in arrivals:
        batch.append(arrival)
        passages += _passages(arrival)
        if _is_enough(len(batch), passages):
            yield batch
            batch, passages = [], 0
    if batch:
        yield batch


def _passages(arrival: Arrival) -> int:
    return len(arrival.story.passages) if arrival.story else 0


def _is_enough(documents: int, passages: int) -> bool:
    return documents >= BATCH or passages >= BATCH_PASSAGES
