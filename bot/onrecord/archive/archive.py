"""One file of coverage: opening it, changing it, and what is kept in it beside the stories."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Collection, Hashable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from onrecord.archive.cache import Cache, Made
from onrecord.archive.coverage import Coverage
from onrecord.archive.database.connections import READERS, Connections
from onrecord.archive.desks import journal
from onrecord.archive.desks.removing import NOWHERE, Elsewhere, Restored, compared
from onrecord.archive.loading import Loading
from onrecord.archive.lookup.index import KINDS
from onrecord.archive.queries import documents, removals
from onrecord.archive.queries.documents import Stored
from onrecord.archive.records import Attempt, KeptSource, LogEntry, Removal, Status, Target
from onrecord.archive.writing import Writer
from onrecord.stories import StoryHead, Validators


class Archive(Coverage):
    """One file, to be read and changed."""

    def __init__(self, connections: Connections) -> None:
        super().__init__([connections])
        self.connections = connections
        self._cache = Cache()

    @classmethod
    async def open(cls, path: Path, readers: int = READERS, *, alone: bool = False) -> Self:
        """Make the archive if there is none. Raises `ArchiveError`, and leaves the file as it is, when it is locked,
        damaged, from a newer version or something else; a read-only one can be read. `readers`: at the same time;
        `alone`: the program does nothing but wait for the archive, and no event loop minds being held up."""
        connections = Connections(path, readers, alone=alone)
        await connections.open()
        return cls(connections)

    async def close(self) -> None:
        """Twice is harmless."""
        await self.connections.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def cached(self, key: Hashable, make: Callable[[], Awaitable[Made]]) -> Made:
        return await self._cache.of((await self.generation(), key), make)

    @property
    def path(self) -> Path:
        return self.connections.path

    async def validators(self, source: str, reader: str) -> dict[str, Validators]:
        """By link, those of what this version of the reader has read from `source`."""
        async with self.connections.reading() as db:
            return await documents.validators(db, source, reader)

    async def document_sources(self) -> list[str]:
        """Those that documents came from, those aside that a removal keeps."""
        async with self.connections.reading() as db:
            return await documents.sources(db)

    async def stored(self, source: str) -> dict[str, Stored]:
        """The documents of a source by location."""
        async with self.connections.reading() as db:
            return await documents.stored(db, source)

    async def told_from(self, source: str, limit: int) -> list[tuple[StoryHead, bool]]:
        """The first stories that come of a source, and whether another one tells them too."""
        async with self.connections.reading() as db:
            return await documents.told_from(db, source, limit)

    @asynccontextmanager
    async def writing(self, reader: str) -> AsyncGenerator[Writer, None]:
        """All changes of the block at once, or none of them; answers meanwhile come from what was there before.

        `reader`: the version of the code that read the documents.
        """
        async with self.connections.writing() as db:
            writer = Writer(db, reader)
            yield writer
            await writer.finish()

    @asynccontextmanager
    async def loading(self, reader: str) -> AsyncGenerator[Loading, None]:
        """As `writing`, for changes that may be many: answers wait for none of them."""
        async with self.connections.writing() as db, Loading(self.connections, db, reader) as loading:
            yield loading
            await loading.finish()

    async def kept_sources(self) -> list[KeptSource]:
        """Those that moderators added, the earliest first."""
        async with self.connections.reading() as db:
            return await journal.kept_sources(db)

    async def raw(self, key: str) -> bytes | None:
        """The file that was kept with a source."""
        async with self.connections.reading() as db:
            return await journal.raw(db, key)

    async def attempts(self) -> dict[str, Attempt]:
        """By source."""
        async with self.connections.reading() as db:
            return await journal.attempts(db)

    async def note(self, by: str, at: datetime, action: str, about: str) -> None:
        async with self.connections.writing() as db:
            await journal.note(db, by, at, action, about)

    async def log(self, limit: int, before: int | None = None) -> list[LogEntry]:
        """The newest first; `before`: the id of the last entry that was shown."""
        async with self.connections.reading() as db:
            return await journal.log(db, limit, before)

    async def entry(self, n: int) -> LogEntry | None:
        """Of the log."""
        async with self.connections.reading() as db:
            return await journal.entry(db, n)

    async def last_standing(self) -> LogEntry | None:
        """Of the log, the newest addition or removal that nothing has undone, or a purge if that is newer."""
        async with self.connections.reading() as db:
            return await journal.last_standing(db)

    async def remove(
        self,
        target: Target,
        reason: str,
        by: str,
        at: datetime,
        elsewhere: Elsewhere = NOWHERE,
        action: str = "remove",
    ) -> Removal:
        """Gone from every answer at once, and kept out of what comes. Raises `ArchiveError` when nothing is meant.

        A story goes with all that tell it; so does one whose original is on the host. Of a source's documents, and of
        reposts on the host, only these go. `elsewhere`: what is to be kept out of another file's coverage; `action`:
        what the log calls it.
        """
        async with self.writing("") as writer:
            id = await writer.remove(target, reason, by, at, elsewhere, action)
        return await self._removal(id)

    async def undo(self, removal: int, by: str, at: datetime) -> Restored:
        """What it kept out is told again, unless another removal keeps it out."""
        async with self.writing("") as writer:
            restored = await writer.undo(removal, by, at)
        if restored.purged:
            await self._compact()
        return restored

    async def purge(self, removals: Collection[int], by: str, at: datetime) -> None:
        """Leave no words in the file of what these removals keep out. It is written anew, however many they are.

        One that was purged may be so again, should something else have held the file the first time.
        """
        async with self.writing("") as writer:
            await writer.purge(removals, by, at)
        await self._compact()

    async def _compact(self) -> None:
        await self.connections.compact(
            [f"INSERT INTO lookup_{kind} (lookup_{kind}) VALUES ('optimize')" for kind in KINDS]
        )

    async def purgeable(self) -> list[Removal]:
        """All whose text is still kept, for an undo; the newest first."""
        async with self.connections.reading() as db:
            return await removals.purgeable(db)

    async def hidden(self, ids: Collection[int]) -> int:
        """How many stories of the shared coverage these removals keep out of a desk's view."""
        async with self.connections.reading() as db:
            return await removals.hidden(db, ids)

    async def removal(self, id: int) -> Removal | None:
        async with self.connections.reading() as db:
            return await removals.removal(db, id)

    async def removals_of(self, sources: Collection[str]) -> dict[str, Removal]:
        """By source, the newest that keeps out all of it."""
        async with self.connections.reading() as db:
            return await removals.of_sources(db, sources)

    async def removal_of(self, target: Target) -> Removal | None:
        """The newest of the very target that is not undone."""
        async with self.connections.reading() as db:
            return await removals.of_target(db, compared(target))

    async def emptying(self, source: str) -> Removal | None:
        """The newest that keeps out documents of a source of which nothing is told."""
        async with self.connections.reading() as db:
            return await removals.emptying(db, source)

    async def entry_of(self, removal: int) -> int | None:
        """Of the log, that it was made with."""
        async with self.connections.reading() as db:
            return await removals.entry(db, removal)

    async def _removal(self, id: int) -> Removal:
        found = await self.removal(id)
        assert found is not None
        return found

    async def generation(self) -> int:
        """Another number after each change of what is told."""
        if (known := self.connections.peek(journal.GENERATION)) is not None:
            return known
        async with self.connections.reading() as db:
            return await journal.generation(db)

    async def status(self) -> Status:
        async with self.connections.reading() as db:
            return await journal.status(db, self.connections.size())
