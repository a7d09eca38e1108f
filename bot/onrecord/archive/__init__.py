"""The archive: what the coverage says, kept in SQLite, and found again by what people remember of it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.archive import coverage, lookup, persons
from onrecord.archive.connections import Connections
from onrecord.archive.records import (
    Counts,
    Event,
    Hit,
    Introduction,
    PassageOnRecord,
    PersonHead,
    PersonOnRecord,
    QuoteOnRecord,
    RoleOnRecord,
    SharedStory,
    StoryText,
)
from onrecord.archive.scoring import NEAR, SURE
from onrecord.archive.writing import PASSAGES, Arrival, Stored, Writer
from onrecord.stories import Passage, Story, StoryHead, Validators

__all__ = [
    "NEAR",
    "SURE",
    "Archive",
    "Arrival",
    "Counts",
    "Event",
    "Hit",
    "Introduction",
    "PassageOnRecord",
    "PersonHead",
    "PersonOnRecord",
    "QuoteOnRecord",
    "RoleOnRecord",
    "SharedStory",
    "Stored",
    "StoryText",
    "Writer",
]


class Archive:
    """One file. Every method may raise `ArchiveError`; lookups take any text and give [] when nothing fits."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Make the archive if there is none. Raises `ArchiveError`, and leaves the file as it is, when it is locked,
        damaged, from a newer version or something else; a read-only one can be read."""
        connections = Connections(path)
        await connections.open()
        return cls(connections)

    async def close(self) -> None:
        """Twice is harmless."""
        await self._connections.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def path(self) -> Path:
        return self._connections.path

    async def find_stories(self, text: str, limit: int = 5) -> list[Hit]:
        """By words of the title or the opening, in any order and mistyped, by a beginning, a link, or an id."""
        async with self._connections.reading() as db:
            return await lookup.find_stories(db, _speakable(text), limit)

    async def find_people(self, text: str, limit: int = 5) -> list[Hit]:
        """People and organisations, by any part of a name, initials, an acronym or a handle."""
        async with self._connections.reading() as db:
            return await lookup.find_people(db, _speakable(text), limit)

    async def find_quotes(
        self, text: str, limit: int = 5, speaker: str | None = None
    ) -> list[tuple[QuoteOnRecord, float]]:
        """By a fragment, or by the whole with some of its words wrong. `speaker`: a canonical name."""
        async with self._connections.reading() as db:
            person = None
            if speaker is not None and (person := await persons.number(db, _speakable(speaker))) is None:
                return []
            found = await lookup.find_quotes(db, _speakable(text), limit, person)
            known = await coverage.quotes_by_number(db, [n for _, n in found])
            return [(known[n], score) for score, n in found if n in known]

    async def find_passages(self, text: str, limit: int = 20, story: str | None = None) -> list[PassageOnRecord]:
        """Passages that hold the typed words, in any order and form; the score is the share of the words' weight."""
        async with self._connections.reading() as db:
            within = None
            if story is not None:
                n = await coverage.number(db, _speakable(story))
                if n is None:
                    return []
                within = (n * PASSAGES, (n + 1) * PASSAGES - 1)
            return await coverage.passages_by_entry(db, await lookup.find_passages(db, _speakable(text), limit, within))

    async def story(self, id: str) -> Story | None:
        async with self._connections.reading() as db:
            return await coverage.story(db, _speakable(id))

    async def head(self, id: str) -> StoryHead | None:
        """A story without what it says."""
        async with self._connections.reading() as db:
            return await coverage.head(db, _speakable(id))

    async def texts(self, ids: Collection[str]) -> list[StoryText]:
        """Of these stories in this order, those that there are."""
        async with self._connections.reading() as db:
            return await coverage.texts(db, ids)

    async def passages(self, places: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Passage]:
        """By story and number, those that there are."""
        async with self._connections.reading() as db:
            return await coverage.passages(db, places)

    async def stories(self, limit: int, after: str | None = None) -> list[Event]:
        """Newest first; `after`: the id of a story of the last event that was shown."""
        async with self._connections.reading() as db:
            return await coverage.events(db, limit, _speakable(after) if after is not None else None)

    async def event(self, story_id: str) -> Event:
        """All that tell what this story tells, itself included; without stories when the id is unknown."""
        async with self._connections.reading() as db:
            found = await coverage.events_of(db, [_speakable(story_id)])
        return found[0] if found else Event(stories=())

    async def events_of(self, story_ids: Collection[str]) -> list[Event]:
        """The events that these stories tell, each once, in the order of the stories."""
        async with self._connections.reading() as db:
            return await coverage.events_of(db, story_ids)

    async def person(self, name: str) -> PersonOnRecord | None:
        """By a canonical name, as lookup gives it, or a spelling that means the same one."""
        async with self._connections.reading() as db:
            return await persons.person(db, _speakable(name))

    async def people(self, names: Collection[str]) -> dict[str, PersonHead]:
        """By name as asked, those who are known."""
        async with self._connections.reading() as db:
            return await persons.heads(db, [_speakable(name) for name in names])

    async def introductions(self, names: Collection[str]) -> dict[str, tuple[Introduction, ...]]:
        """The roles that stories give these people, by name as asked, the newest story's first."""
        async with self._connections.reading() as db:
            return await persons.introductions(db, [_speakable(name) for name in names])

    async def shared_stories(self, names: Collection[str], limit: int) -> list[SharedStory]:
        """Stories that name these people, those with the most of them first, then the newer."""
        async with self._connections.reading() as db:
            return await persons.shared_stories(db, [_speakable(name) for name in names], limit)

    async def quotes(
        self, speaker: str | None = None, story: str | None = None, limit: int = 200
    ) -> list[QuoteOnRecord]:
        """Newest story first, within a story in its order; without speaker and story the last that were added.

        `speaker`: a canonical name; `story`: an id.
        """
        async with self._connections.reading() as db:
            person = await persons.number(db, _speakable(speaker)) if speaker is not None else None
            n = await coverage.number(db, _speakable(story)) if story is not None else None
            if (speaker is not None and person is None) or (story is not None and n is None):
                return []
            return await coverage.quotes(db, person, n, limit)

    async def quotes_of(self, stories: Collection[str], limit: int = 300) -> list[QuoteOnRecord]:
        """All that these stories quote, in the order of the stories."""
        async with self._connections.reading() as db:
            return await coverage.quotes_of(db, stories, limit)

    async def counts(self) -> Counts:
        async with self._connections.reading() as db:
            return await coverage.counts(db)

    async def validators(self, source: str, reader: str) -> dict[str, Validators]:
        """By link, those of what this version of the reader has read from `source`."""
        async with self._connections.reading() as db:
            return await coverage.validators(db, source, reader)

    @asynccontextmanager
    async def writing(self, reader: str) -> AsyncGenerator[Writer, None]:
        """All changes of the block at once, or none of them; answers meanwhile come from what was there before.

        `reader`: the version of the code that read the documents.
        """
        async with self._connections.writing() as db:
            writer = Writer(db, reader)
            yield writer
            await writer.finish()


def _speakable(text: str) -> str:
    """Without the halves of characters that no encoding can carry."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
