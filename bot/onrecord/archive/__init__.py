"""The archive: what the coverage says, kept in SQLite, and found again by what people remember of it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.archive import coverage, lookup
from onrecord.archive.connections import Connections
from onrecord.archive.records import Counts, Event, Hit, PassageOnRecord, PersonOnRecord, QuoteOnRecord, RoleOnRecord
from onrecord.archive.scoring import NEAR, SURE
from onrecord.archive.writing import PASSAGES, Arrival, Stored, Writer
from onrecord.stories import Story, Validators

__all__ = [
    "NEAR",
    "SURE",
    "Archive",
    "Arrival",
    "Counts",
    "Event",
    "Hit",
    "PassageOnRecord",
    "PersonOnRecord",
    "QuoteOnRecord",
    "RoleOnRecord",
    "Stored",
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
            if speaker is not None and (person := await coverage.person_number(db, _speakable(speaker))) is None:
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
            return await coverage.passages(db, await lookup.find_passages(db, _speakable(text), limit, within))

    async def story(self, id: str) -> Story | None:
        async with self._connections.reading() as db:
            return await coverage.story(db, _speakable(id))

    async def stories(self, limit: int, after: str | None = None) -> list[Event]:
        """Newest first; `after`: the id of a story of the last event that was shown."""
        async with self._connections.reading() as db:
            return await coverage.events(db, limit, _speakable(after) if after is not None else None)

    async def event(self, story_id: str) -> Event:
        """All that tell what this story tells, itself included; without stories when the id is unknown."""
        async with self._connections.reading() as db:
            return await coverage.event(db, _speakable(story_id))

    async def person(self, name: str) -> PersonOnRecord | None:
        """By a canonical name, as lookup gives it, or a spelling that means the same one."""
        async with self._connections.reading() as db:
            return await coverage.person(db, _speakable(name))

    async def quotes(
        self, speaker: str | None = None, story: str | None = None, limit: int = 200
    ) -> list[QuoteOnRecord]:
        """Newest story first, within a story in its order; without speaker and story the last that were added.

        `speaker`: a canonical name; `story`: an id.
        """
        async with self._connections.reading() as db:
            person = await coverage.person_number(db, _speakable(speaker)) if speaker is not None else None
            n = await coverage.number(db, _speakable(story)) if story is not None else None
            if (speaker is not None and person is None) or (story is not None and n is None):
                return []
            return await coverage.quotes(db, person, n, limit)

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
