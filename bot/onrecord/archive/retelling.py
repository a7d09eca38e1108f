"""Keeping stories: put together from the documents that tell them, with people, quotes, events and lookup in step."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Iterable, Mapping, Sequence

import aiosqlite

from onrecord.archive.gathering import Bundle, New, gather, telling_of
from onrecord.archive.index import IndexWriter
from onrecord.archive.linking import EventWriter
from onrecord.archive.people import PeopleWriter
from onrecord.archive.rows import StoryRows, story_rows
from onrecord.archive.sameness import Telling, gathered
from onrecord.archive.schema import PASSAGES
from onrecord.archive.telling import one_story
from onrecord.stories import Story


class StoryWriter:
    """`finish` before the transaction ends."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self._index = IndexWriter(db)
        self._people = PeopleWriter(db, self._index)
        self._events = EventWriter(db, self._index)
        self.has_changed = False

    async def tell(self, new: Sequence[New], known: Mapping[str, set[str]], touched: Iterable[str]) -> None:
        """The stories of documents that are there by now with their tellings, each of one of its own or with others.

        `known`: as `known` gave it before; `touched`: stories that lost a document.
        """
        bundles = await gather(self._db, new, known, touched)
        for bundle in bundles:
            await self.retell(bundle)
        together = {document for bundle in bundles for document in bundle.documents}
        await self._add([(each.document, each.story) for each in new if each.document not in together])

    async def known(self, own: Collection[str]) -> dict[str, set[str]]:
        """By a document's own id, the stories that such documents tell."""
        found: dict[str, set[str]] = {}
        for id, story in await self._db.execute_fetchall(
            "SELECT DISTINCT d.own, d.story FROM json_each(?) e CROSS JOIN documents d ON d.own = e.value"
            " WHERE d.story IS NOT NULL",
            (json.dumps(list(own)),),
        ):
            found.setdefault(id, set()).add(story)
        return found

    async def retell(self, bundle: Bundle) -> None:
        """Put the stories of a bundle in order again from the documents that tell them now."""
        rows = await self._tellings(bundle)
        known = await self.known({row[1] for row in rows})
        stories = bundle.stories.union(*known.values())
        if stories != bundle.stories:  # one of them may want its id, or leave it
            await self.retell(Bundle(stories, bundle.documents))
            return
        for id in sorted(bundle.stories):
            await self._remove(id)
        versions = {row[0]: row[2] for row in rows}
        bodies = {row[0]: row[3] for row in rows}
        before = {row[0]: row[4] for row in rows}
        taken: set[str] = set()
        now: dict[str, str] = {}
        tellings: list[Telling] = []
        for document, own, _, body, _ in rows:
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
            for document in documents:
                now.setdefault(before[document] or story.id, story.id)
            await self._db.executemany(
                "UPDATE documents SET story = ? WHERE id = ?", [(story.id, document) for document in documents]
            )
            await self._add([(documents[0], story_rows(story))])
        await self._rename({id: now.get(id) for id in bundle.stories - taken})

    async def _rename(self, ids: Mapping[str, str | None]) -> None:
        """Let a story be found by the ids that it had before; null for one that is gone."""
        for id, now in ids.items():
            if now is None:
                await self._db.execute_fetchall("DELETE FROM aliases WHERE story = ?", (id,))
            else:
                await self._db.execute_fetchall("UPDATE aliases SET story = ? WHERE story = ?", (now, id))
                await self._db.execute_fetchall("REPLACE INTO aliases (id, story) VALUES (?, ?)", (id, now))

    async def _tellings(self, bundle: Bundle) -> list[tuple[int, str, int, str, str | None]]:
        """(document, its own id, version, story as JSON, id of that so far) of all that tell these stories, the
        fullest first."""
        rows = await self._db.execute_fetchall(
            "SELECT d.id, d.own, d.version, t.body, d.story FROM documents d JOIN tellings t ON t.document = d.id"
            " WHERE d.story IN (SELECT e.value FROM json_each(?1) e) OR d.id IN (SELECT e.value FROM json_each(?2) e)"
            " ORDER BY d.size DESC, d.id",
            (json.dumps(sorted(bundle.stories)), json.dumps(sorted(bundle.documents))),
        )
        return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]

    async def _remove(self, id: str) -> None:
        rows = list(await self._db.execute_fetchall("SELECT n FROM stories WHERE id = ?", (id,)))
        if not rows:
            return
        self.has_changed = True
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
        self.has_changed = True
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
