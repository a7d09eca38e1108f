"""Large changes of the archive: made by a process of their own, for else every answer would share its interpreter with
the one who writes.

The first few documents are written here, for a process takes about a second to start; when there are more, what was
done is undone and done again there.
"""

from __future__ import annotations

import asyncio
import pickle
import traceback
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import NamedTuple, Self, TypeAlias

from onrecord.archive.database.connection import Connection, to_the_end
from onrecord.archive.database.connections import Connections
from onrecord.archive.database.faults import LOCKED
from onrecord.archive.duplicates.story_candidates import Arrival
from onrecord.archive.records import KeptSource
from onrecord.archive.writing import Writer
from onrecord.errors import ArchiveError, OnRecordError
from onrecord.processes import Child, messages
from onrecord.stories import Validators

FEW_DOCUMENTS = 60
"""Documents that are written here."""
_FAILED = "The archive {} could not be written: {}."
_DIED = "The process that wrote the archive {} ended before it was done; refresh again."

_Step: TypeAlias = tuple[str, tuple[object, ...]]
"""A method of `Writer`, and what it is given."""


class Head(NamedTuple):
    """An arrival without its story."""

    location: str
    digest: str
    has_story: bool
    reason: str | None


class Packed(NamedTuple):
    """Arrivals on their way from the process that reads to the process that writes; to unpack them takes long."""

    heads: tuple[Head, ...]
    content: bytes

    @classmethod
    def of(cls, arrivals: Sequence[Arrival]) -> Self:
        heads = tuple(Head(a.location, a.digest, a.story is not None, a.reason) for a in arrivals)
        return cls(heads, pickle.dumps(list(arrivals), pickle.HIGHEST_PROTOCOL))


class _Died(ArchiveError):
    """The process that writes has ended."""


class Loading:
    """One transaction's changes, as those of `Writer`."""

    def __init__(self, connections: Connections, db: Connection, reader: str) -> None:
        """`db`: within a transaction, which ends early when another process takes over."""
        self._connections = connections
        self._db = db
        self.reader = reader
        self._writer = Writer(db, reader)
        self._alone = False
        """No process can be started."""
        self._documents = 0
        self._done: list[_Step] = []
        self._child: Child | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._child:
            if kind:
                self._child.kill()
            await self._child.end()

    async def put(self, source: str, packed: Packed, places: Collection[int]) -> dict[str, str]:
        """As `Writer.put`, of the arrivals in these places."""
        await self._count(len(places))
        return await self._do("put", source, packed.content, tuple(places))  # pyright: ignore[reportReturnType]

    async def drop(self, source: str, locations: Sequence[str]) -> list[tuple[str, str]]:
        await self._count(len(locations))
        return await self._do("drop", source, locations)  # pyright: ignore[reportReturnType]

    async def still_told(self, ids: Collection[str]) -> set[str]:
        return await self._do("still_told", ids)  # pyright: ignore[reportReturnType]

    async def remember(self, source: str, validators: Mapping[str, Validators | None]) -> None:
        await self._do("remember", source, validators)

    async def forget_sources_but(self, sources: Collection[str]) -> None:
        await self._do("forget_sources_but", sources)

    async def attempted(self, source: str, at: datetime, trouble: str | None, next_run: datetime | None) -> None:
        await self._do("attempted", source, at, trouble, next_run)

    async def keep(self, source: KeptSource, raw: bytes | None = None) -> None:
        await self._do("keep", source, raw)

    async def finish(self) -> None:
        """What a process has written is in; else it is when the transaction ends."""
        if self._child:
            await self._ask(None)
            await to_the_end(self._ask(None))
        else:
            await self._writer.finish()

    async def _count(self, more: int) -> None:
        self._documents += more
        if self._documents > FEW_DOCUMENTS:
            await self.hand_over()

    async def _do(self, method: str, *given: object) -> object:
        if self._child:
            return await self._ask((method, given))
        if not self._alone:
            self._done.append((method, given))
        return await _do(self._writer, method, given)

    async def hand_over(self) -> None:
        """To a process, for there will be more than a few documents; twice is harmless."""
        if self._child or self._alone:
            return
        try:
            child = await Child.start(__name__)
        except OSError:
            self._alone = True
            self._done.clear()
            return
        self._child = child
        try:
            await self._ask((self._connections.path, self.reader))
        except _Died:  # it could not get ready, and nothing of this transaction is lost yet
            await child.end()
            self._child, self._alone = None, True
            self._done.clear()
            return
        before = await self._version()
        self._db.gave_way = True
        await self._db.rollback()
        await self._ask(None)
        if await self._version() != before:  # another program was quicker
            raise ArchiveError(LOCKED.format(self._connections.path))
        for step in self._done:
            await self._ask(step)
        self._done.clear()

    async def _version(self) -> object:
        [[version]] = await self._db.execute_fetchall("PRAGMA data_version")
        return version

    async def _ask(self, message: object) -> object:
        assert self._child is not None
        try:
            answer = pickle.loads(await self._child.ask(pickle.dumps(message, pickle.HIGHEST_PROTOCOL)))
        except (OSError, EOFError) as error:
            raise _Died(_DIED.format(self._connections.path)) from error
        if isinstance(answer, OnRecordError):
            raise answer
        return answer


async def _do(writer: Writer, method: str, given: tuple[object, ...]) -> object:
    if method == "put":
        source, content, places = given
        arrivals: list[Arrival] = await asyncio.to_thread(pickle.loads, content)  # pyright: ignore[reportArgumentType]
        given = (source, [arrivals[place] for place in places])  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType]
    return await getattr(writer, method)(*given)


def serve() -> None:
    """The process that writes."""
    asyncio.run(_serve())


async def _serve() -> None:
    incoming, answer = messages()

    def reply(message: object) -> None:
        answer(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))

    path, reader = pickle.loads(next(incoming))
    connections = Connections(path, readers=1, alone=True)
    try:
        await connections.open()
        try:
            reply(None)
            next(incoming)  # no other transaction is under way now
            async with connections.writing() as db:
                writer = Writer(db, reader)
                reply(None)
                while step := pickle.loads(next(incoming)):
                    reply(await _do(writer, *step))
                await writer.finish()
                reply(None)
                next(incoming)  # from here on nothing stops it
        finally:
            await connections.close()
        reply(None)
    except OnRecordError as error:
        reply(error)
    except Exception as error:
        traceback.print_exc()
        reply(ArchiveError(_FAILED.format(path, f"{type(error).__name__}: {str(error)[:200]}")))
    next(incoming)
