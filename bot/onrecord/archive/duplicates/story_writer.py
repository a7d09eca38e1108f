"""Keeping stories: put together from the documents that tell them, with people, quotes, events and lookup in step."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import aiosqlite

from onrecord.archive.database.schema import PASSAGES
from onrecord.archive.duplicates.event_writer import EventWriter
from onrecord.archive.duplicates.merging import one_story, shown_first
from onrecord.archive.duplicates.same_story import Telling, gathered
from onrecord.archive.duplicates.story_candidates import COMPARED, Bundle, New, gather, telling_of
from onrecord.archive.lookup.index import IndexWriter
from onrecord.archive.people_writer import PeopleWriter
from onrecord.archive.queries import stories
from onrecord.archive.rows import StoryRows, story_rows
from onrecord.stories import Story, StoryHead

SLICE = 50
"""Tellings that are read at a time."""
_HEAD = (
    "json_patch('{}', json_object("
    + ", ".join(f"'{field}', t.body -> '{field}'" for field in StoryHead.model_fields)
    + "))"
)


class _Teller(NamedTuple):
    """A document that tells a story."""

    document: int
    own: str
    """The id that it gives its story."""
    version: int
    before: str | None
    """The story that it told so far."""
    size: int
    """Characters."""
    head: str
    """That of its story, as JSON."""


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
        lost = set(touched)
        bundles = await gather(self._db, new, known, lost)
        for bundle in bundles:
            await self.retell(bundle, joined=not bundle.stories & lost)
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

    async def retell(self, bundle: Bundle, *, joined: bool = False) -> None:
        """Put the stories of a bundle in order again from the documents that tell them now.

        `joined`: documents came, and none was lost.
        """
        rows = await self._tellers(bundle)
        known = await self.known({row.own for row in rows})
        stories = bundle.stories.union(*known.values())
        if stories != bundle.stories:  # one of them may want its id, or leave it
            await self.retell(Bundle(stories, bundle.documents), joined=joined)
            return
        groups = [rows] if joined and await self._is_one(bundle, rows) else await self._grouped(rows)
        for id in sorted(bundle.stories):
            await self._remove(id)
        taken: set[str] = set()
        now: dict[str, str] = {}
        for group in groups:
            shown, story = await self._told(group, taken)
            taken.add(story.id)
            for row in group:
                now.setdefault(row.before or story.id, story.id)
            await self._db.executemany(
                "UPDATE documents SET story = ? WHERE id = ?", [(story.id, row.document) for row in group]
            )
            await self._add([(shown.document, story_rows(story))])
        await self._rename({id: now.get(id) for id in bundle.stories - taken})

    async def _is_one(self, bundle: Bundle, rows: Sequence[_Teller]) -> bool:
        """Whether what came tells the one story that the others tell, without looking at each of these, which may be
        hundreds."""
        if len(await stories.heads(self._db, bundle.stories)) != 1:
            return False
        come = [row for row in rows if row.document in bundle.documents]
        owns = {row.own for row in come}
        there = [row for row in rows if row.document not in bundle.documents]
        looked_at = [*there[:1], *[row for row in there[1:] if row.own in owns][:COMPARED], *come]
        return len(await self._grouped(looked_at)) == 1

    async def _grouped(self, rows: Sequence[_Teller]) -> list[list[_Teller]]:
        """Those that tell one story, in their order."""
        by_document = {row.document: row for row in rows}
        tellings: list[Telling] = []
        for i in range(0, len(rows), SLICE):
            bodies = await self._bodies([row.document for row in rows[i : i + SLICE]])
            for document, body in bodies.items():
                tellings.append(telling_of(document, by_document[document].own, body))
                await asyncio.sleep(0)  # a story may have many, and the event loop must not be held up
        return [[by_document[telling.document] for telling in group] for group in gathered(tellings)]

    async def _told(self, group: Sequence[_Teller], taken: Collection[str]) -> tuple[_Teller, Story]:
        """The telling that is shown, and it as a story with what all know of where it came from."""
        heads = [
            StoryHead.model_validate_json(row.head).model_copy(update={"id": row.own, "version": row.version})
            for row in group
        ]
        at = shown_first([(row.size, head) for row, head in zip(group, heads, strict=True)])
        shown = group[at]
        [body] = (await self._bodies([shown.document])).values()
        story = Story.model_validate_json(body).model_copy(update={"id": shown.own, "version": shown.version})
        others = [*heads[:at], *heads[at + 1 :]]
        return shown, one_story(story, others, taken)

    async def _rename(self, ids: Mapping[str, str | None]) -> None:
        """Let a story be found by the ids that it had before; null for one that is gone."""
        for id, now in ids.items():
            if now is None:
                await self._db.execute_fetchall("DELETE FROM aliases WHERE story = ?", (id,))
            else:
                await self._db.execute_fetchall("UPDATE aliases SET story = ? WHERE story = ?", (now, id))
                await self._db.execute_fetchall("REPLACE INTO aliases (id, story) VALUES (?, ?)", (id, now))

    async def _tellers(self, bundle: Bundle) -> list[_Teller]:
        """All documents that tell these stories, the fullest first."""
        rows = await self._db.execute_fetchall(
            f"SELECT d.id, d.own, d.version, d.story, d.size, {_HEAD}"
            " FROM documents d JOIN tellings t ON t.document = d.id"
            " WHERE d.story IN (SELECT e.value FROM json_each(?1) e) OR d.id IN (SELECT e.value FROM json_each(?2) e)"
            " ORDER BY d.size DESC, d.id",
            (json.dumps(sorted(bundle.stories)), json.dumps(sorted(bundle.documents))),
        )
        return [_Teller(*row) for row in rows]

    async def _bodies(self, documents: Sequence[int]) -> dict[int, str]:
        """Stories as JSON, in the order of the documents."""
        rows = await self._db.execute_fetchall(
            "SELECT t.document, t.body FROM json_each(?) e CROSS JOIN tellings t ON t.document = e.value"
            " ORDER BY e.key",
            (json.dumps(list(documents)),),
        )
        return {row[0]: row[1] for row in rows}

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
