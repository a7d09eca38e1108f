"""What answers are made from: the stories of one file, or of two as if they were one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Coroutine, Hashable, Iterable, Sequence
from contextlib import AsyncExitStack
from contextvars import copy_context
from typing import Any, TypeVar

from onrecord.archive.database.connection import Connection
from onrecord.archive.database.schema import PASSAGES
from onrecord.archive.database.threads import LentReader, drive, in_thread_of
from onrecord.archive.lookup import finding
from onrecord.archive.people_view import PeopleView
from onrecord.archive.queries import people, stories
from onrecord.archive.records import (
    Counts,
    Event,
    Hit,
    PassageOnRecord,
    QuoteOnRecord,
    StoryText,
    sort_key,
)
from onrecord.archive.view import File, speakable
from onrecord.stories import Passage, Story, StoryHead

Found = TypeVar("Found")
_TOP = ("\U0010ffff", 1 << 31, 0)
"""Above every event."""


class Coverage(PeopleView):
    """Every method may raise `ArchiveError`; lookups take any text and give [] when nothing fits."""

    async def cached(self, key: Hashable, make: Callable[[], Awaitable[Found]]) -> Found:
        """`make()`, or what it made for this key before, where that is known to hold still."""
        return await make()

    async def in_thread(self, work: Callable[[Coverage], Coroutine[Any, Any, Found]]) -> Found:
        """Do the whole of some work in another thread. It may wait for nothing but the coverage that it is given."""
        async with AsyncExitStack() as lent:
            readers = [await lent.enter_async_context(file.reading()) for file in self._files]
            held, context = _Held(self, readers), copy_context()
            return await in_thread_of(readers[0], lambda: context.run(lambda: drive(readers, work(held))))

    async def find_stories(self, text: str, limit: int = 5) -> list[Hit]:
        """By words of the title or the opening, in any order and mistyped, by a beginning, a link, or an id."""
        text = speakable(text)
        if (id := self._overlay.aliases.get(text.strip().casefold())) and (head := await self.head(id)):
            return [Hit(id=id, label=head.title, score=100.0)]
        found: dict[str, Hit] = {}
        for file in self._files:

            def show(hit: Hit, file: File = file) -> Hit | None:
                return self._hit(hit, file)

            for hit in await self._sought(file, lambda db, n: db.run(finding.find_stories, text, n), show, limit):
                if hit.id not in found or found[hit.id].score < hit.score:
                    found[hit.id] = hit
        if not found and finding.ID.fullmatch(id := text.strip().casefold()):
            return await self._renamed(id)
        if len(self._files) > 1 and len({hit.score for hit in found.values()}) < len(found):
            # Among equals the one that more outlets tell, then the newer.
            events = await self.events_of(found)
            told = {head.id: (len(one.stories), sort_key(head.published)) for one in events for head in one.stories}
            ranked = sorted(found.values(), key=lambda hit: (hit.score, *told.get(hit.id, (0, ""))), reverse=True)
        else:
            ranked = sorted(found.values(), key=lambda hit: -hit.score)
        return ranked[:limit]

    async def find_quotes(
        self, text: str, limit: int = 5, speaker: str | None = None
    ) -> list[tuple[QuoteOnRecord, float]]:
        """By a fragment, or by the whole with some of its words wrong. `speaker`: a canonical name."""
        text = speakable(text)
        found: list[tuple[QuoteOnRecord, float]] = []
        for file in self._files:

            async def ask(db: Connection, n: int) -> list[tuple[QuoteOnRecord, float]]:
                person = None
                if speaker is not None and (person := await people.number(db, speakable(speaker))) is None:
                    return []
                hits = await db.run(finding.find_quotes, text, n, person)
                known = await stories.quotes_by_number(db, [id for _, id in hits])
                return [(known[id], score) for score, id in hits if id in known]

            def show(hit: tuple[QuoteOnRecord, float], file: File = file) -> tuple[QuoteOnRecord, float] | None:
                return None if hit[0].citation.story in file.without else (self._quote(hit[0]), hit[1])

            found += await self._sought(file, ask, show, limit)
        return sorted(found, key=lambda hit: -hit[1])[:limit]

    async def find_passages(self, text: str, limit: int = 20, story: str | None = None) -> list[PassageOnRecord]:
        """Passages that hold the typed words, in any order and form; the score is the share of the words' weight."""
        text = speakable(text)
        found: list[PassageOnRecord] = []
        for file in self._files:

            async def ask(db: Connection, n: int) -> list[PassageOnRecord]:
                within = None
                if story is not None:
                    number = await stories.number(db, self._resolved(story))
                    if number is None:
                        return []
                    within = (number * PASSAGES, (number + 1) * PASSAGES - 1)
                return await stories.passages_by_entry(db, await db.run(finding.find_passages, text, n, within))

            def show(hit: PassageOnRecord, file: File = file) -> PassageOnRecord | None:
                if hit.citation.story in file.without:
                    return None
                return hit.model_copy(update={"citation": self._cited(hit.citation)})

            found += await self._sought(file, ask, show, limit)
        return sorted(found, key=lambda hit: -hit.score)[:limit]

    async def story(self, id: str) -> Story | None:
        id = self._resolved(id)
        for file in self._files:
            if id not in file.without:
                async with file.reading() as db:
                    if found := await stories.story(db, id):
                        return self._headed(found)
        return None

    async def head(self, id: str) -> StoryHead | None:
        """A story without what it says."""
        id = self._resolved(id)
        for file in self._files:
            if id not in file.without:
                async with file.reading() as db:
                    if found := await stories.head(db, id):
                        return self._shown(found)
        return None

    async def ids_of(self, story: str) -> set[str]:
        """All ids by which a story is known, if it is."""
        head = await self.head(story)
        found = head.id if head else next((hit.id for hit in await self._renamed(story)), None)
        return {found, *(id for id, now in self._overlay.aliases.items() if now == found)} if found else set()

    async def texts(self, ids: Collection[str]) -> list[StoryText]:
        """Of these stories in this order, those that there are."""
        ids = [self._resolved(id) for id in ids]
        found: dict[str, StoryText] = {}
        for file in self._files:
            async with file.reading() as db:
                for text in await stories.texts(db, file.shown(ids)):
                    found[text.id] = self._headed(text)
        return [found[id] for id in dict.fromkeys(ids) if id in found]

    async def passages(self, places: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Passage]:
        """By story and number, those that there are."""
        places = list(places)
        found: dict[tuple[str, int], Passage] = {}
        for file in self._files:
            async with file.reading() as db:
                found |= await stories.passages(db, [place for place in places if place[0] not in file.without])
        return found

    async def stories(self, limit: int, after: str | None = None) -> list[Event]:
        """Newest first; `after`: the id of a story of the last event that was shown."""
        below = _TOP if after is None else await self._place(self._resolved(after))
        rows: list[tuple[str, int, int]] = []
        for file in self._files:
            async with file.reading() as db:
                at = below[2] if below[1] == file.n else 1 << 62 if below[1] > file.n else 0
                page = await stories.events(db, limit, (below[0], at), self._overlay.apart[file.n])
            rows += [(newest, file.n, id) for newest, id in page]
        here = len(self._files)
        own = ((one.newest, here, i) for i, one in enumerate(self._overlay.joined))
        rows = sorted([*rows, *(place for place in own if place < below)], reverse=True)[:limit]
        return await self._tell([(n, id) for _, n, id in rows])

    async def event(self, story_id: str) -> Event:
        """All that tell what this story tells, itself included; without stories when the id is unknown."""
        found = await self.events_of([story_id])
        return found[0] if found else Event(stories=())

    async def events_of(self, story_ids: Collection[str]) -> list[Event]:
        """The events that these stories tell, each once, in the order of the stories."""
        ids = [self._resolved(id) for id in story_ids]
        events = {id: (len(self._files), i) for id in ids if (i := self._joined.get(id)) is not None}
        for file in self._files:
            async with file.reading() as db:
                numbers = await stories.event_numbers(db, [id for id in file.shown(ids) if id not in events])
            events |= {id: (file.n, number) for id, number in numbers.items()}
        return await self._tell(list(dict.fromkeys(events[id] for id in ids if id in events)))

    async def quotes(
        self, speaker: str | None = None, story: str | None = None, limit: int = 200
    ) -> list[QuoteOnRecord]:
        """Newest story first, within a story in its order; without speaker and story the last that were added.

        `speaker`: a canonical name; `story`: an id.
        """
        id = self._resolved(story) if story is not None else None
        found: list[QuoteOnRecord] = []
        for file in self._files:
            if id in file.without:
                continue
            async with file.reading() as db:
                person = await people.number(db, speakable(speaker)) if speaker is not None else None
                n = await stories.number(db, id) if id is not None else None
                if (speaker is None or person is not None) and (id is None or n is not None):
                    found += map(self._quote, await stories.quotes(db, person, n, limit, file.without))
        if len(self._files) > 1:
            found.sort(key=lambda one: sort_key(one.citation.published), reverse=True)
        return found[:limit]

    async def quotes_of(self, story_ids: Collection[str], limit: int = 300) -> list[QuoteOnRecord]:
        """All that these stories quote, in the order of the stories."""
        ids = list(dict.fromkeys(self._resolved(id) for id in story_ids))
        found: list[QuoteOnRecord] = []
        for file in self._files:
            async with file.reading() as db:
                found += map(self._quote, await stories.quotes_of(db, file.shown(ids), limit))
        if len(self._files) > 1:
            place = {id: i for i, id in enumerate(ids)}
            found.sort(key=lambda one: place[one.citation.story])
        return found[:limit]

    async def counts(self) -> Counts:
        counted = [await self._read(file, lambda db, _: stories.counts(db)) for file in self._files]
        overlay = self._overlay
        quotes = [await self._read(file, lambda db, file: stories.quoted(db, file.without)) for file in self._files]
        return Counts(
            stories=sum(one.stories for one in counted) - sum(len(file.without) for file in self._files),
            events=sum(one.events for one in counted) - sum(map(len, overlay.apart)) + len(overlay.joined),
            people=sum(one.people for one in counted) - await self._uncounted_people(),
            quotes=sum(one.quotes for one in counted) - sum(quotes),
        )

    async def export(self) -> AsyncIterator[Story]:
        """Every story, a few at a time in the order in which they came."""
        for file in self._files:
            last = 0
            while page := await self._read(file, lambda db, _, last=last: stories.export(db, last)):
                last = page[-1][0]
                for _, story in page:
                    if story.id not in file.without:
                        yield self._headed(story)

    async def _renamed(self, id: str) -> list[Hit]:
        """By an id that a story had before, or that one of the documents gives it that tell it."""
        for file in self._files:
            async with file.reading() as db:
                now = await stories.renamed(db, id)
            if now and (head := await self.head(now)):
                return [Hit(id=head.id, label=head.title, score=100.0)]
        return []

    async def _place(self, story: str) -> tuple[str, int, int]:
        """Where the event of this story stands among all events: date, file, number."""
        if story in self._joined:
            i = self._joined[story]
            return self._overlay.joined[i].newest, len(self._files), i
        for file in self._files:
            if story not in file.without:
                async with file.reading() as db:
                    if place := await stories.place(db, story):
                        return place[0], file.n, place[1]
        return "", 0, 0

    async def _tell(self, events: Sequence[tuple[int, int]]) -> list[Event]:
        """By file and number, or place among those that are joined."""
        told: dict[tuple[int, int], Event] = {}
        for file in self._files:
            if numbers := [id for n, id in events if n == file.n]:
                for id, event in (await self._read(file, lambda db, _, ids=numbers: stories.tell(db, ids))).items():
                    told[file.n, id] = Event(stories=tuple(map(self._shown, event.stories)))
        here = len(self._files)
        return [self._overlay.joined[id].event if n == here else told[n, id] for n, id in events]


class _Held(Coverage):
    """What is read in the thread that it is held by."""

    def __init__(self, whole: Coverage, readers: Sequence[Connection]) -> None:
        self._files = tuple(
            file._replace(connections=LentReader(file.connections.path, reader))
            for file, reader in zip(whole._files, readers, strict=True)
        )
        self._overlay = whole._overlay
        self._joined = whole._joined

    async def in_thread(self, work: Callable[[Coverage], Coroutine[Any, Any, Found]]) -> Found:
        return await work(self)
