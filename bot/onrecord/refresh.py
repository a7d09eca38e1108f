"""Bringing the archive in step with its sources: what is new or changed is read, what is gone is removed, at once."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.archive import Archive, Arrival, Stored, Writer
from onrecord.errors import SourceError
from onrecord.preparing import LENGTH, pack, prepare, reader_version
from onrecord.settings import FolderSource, Source
from onrecord.stories import Document, Noun, Skipped, Validators
from onrecord.visiting import Visits, WebSource, visit_all

if TYPE_CHECKING:
    from onrecord.sources.web import Web

BATCH = 20
"""Documents that are handed on together: few enough that unpacking the result does not hold up the event loop."""
FEW = 3
"""Batches that are read in a thread before it is worth starting processes (which takes about a second)."""
_WORKER = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from onrecord.preparing import serve; serve()"


class Progress(Noun):
    source: str
    seen: int
    """Documents of this source so far."""
    read: int
    """Of them, those that were new or changed and are in."""


class SourceTrouble(Noun):
    source: str
    reason: str


class Report(Noun):
    new: int = 0
    """Documents, as the next three."""
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: tuple[Skipped, ...] = ()
    errors: tuple[SourceTrouble, ...] = ()
    """Sources that could not be read; what the archive had from them stays."""


async def refresh(
    archive: Archive,
    sources: Sequence[Source],
    progress: Callable[[Progress], None] | None = None,
    web: Web | None = None,
) -> Report:
    """Afterwards the archive holds what these sources hold, and nothing from others.

    One transaction: until it ends, answers come from the coverage as it was, and a refresh that fails or is killed has
    changed nothing. A source that cannot be read, and a document that can no longer be, keep the stories they had.
    Pages and feeds are fetched before it begins, through `web`; a page that its feed no longer lists is kept.
    """
    named = {_key(source): source for source in sources}
    tally = _Tally()
    async with Readers() as readers, _Fetched(archive, readers, progress) as fetched:
        await fetched.fetch({key: s for key, s in named.items() if not isinstance(s, FolderSource)}, web)
        await _write(archive, readers, named, fetched.visits, tally, progress)
    return tally.report()


class _Fetched:
    """What pages and feeds gave, for as long as it is needed."""

    def __init__(self, archive: Archive, readers: Readers, progress: Callable[[Progress], None] | None) -> None:
        self._archive = archive
        self._readers = readers
        self._progress = progress
        self.visits: dict[str, Visits] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for visits in self.visits.values():
            visits.close()

    async def fetch(self, sources: Mapping[str, WebSource], web: Web | None) -> None:
        if not sources:
            return
        if web is None:
            from onrecord.sources.web import Web  # noqa: PLC0415  it loads the HTTP client

            web = Web()
        known = [(s, await self._archive.validators(key, reader_version())) for key, s in sources.items()]
        found = await visit_all(web, known, self._readers.run, self._tell)
        self.visits = dict(zip(sources, found, strict=True))

    def _tell(self, visits: Visits) -> None:
        if self._progress is not None:
            self._progress(Progress(source=visits.source.link, seen=visits.seen, read=len(visits.validators)))


async def _write(
    archive: Archive,
    readers: Readers,
    named: Mapping[str, Source],
    visits: Mapping[str, Visits],
    tally: _Tally,
    progress: Callable[[Progress], None] | None,
) -> None:
    async with archive.writing(reader_version()) as writer:
        for key in await writer.sources():
            if key not in named:
                stored = await writer.stored(key)
                await writer.drop(key, list(stored))
                tally.gone += len(stored)
        await writer.forget_sources_but(named)
        for key, source in named.items():
            each = _Pass(writer, readers, key, tally, progress)
            if not isinstance(source, FolderSource):
                await each.put_visits(visits[key])
                continue
            try:
                await each.run(source)
            except SourceError as error:
                tally.errors.append(SourceTrouble(source=str(source.path), reason=str(error)))


def _key(source: Source) -> str:
    return f"{source.kind}:{source.path.resolve() if isinstance(source, FolderSource) else source.link}"


class _Tally:
    def __init__(self) -> None:
        self.new = self.changed = self.unchanged = self.gone = 0
        self.skipped: list[Skipped] = []
        self.errors: list[SourceTrouble] = []

    def report(self) -> Report:
        return Report(
            new=self.new,
            changed=self.changed,
            unchanged=self.unchanged,
            gone=self.gone,
            skipped=tuple(dict.fromkeys(self.skipped)),  # a feed and a page source may name one page
            errors=tuple(self.errors),
        )


class _Pass:
    """One source, from its documents to the archive."""

    def __init__(
        self, writer: Writer, readers: Readers, key: str, tally: _Tally, progress: Callable[[Progress], None] | None
    ) -> None:
        self._writer = writer
        self._readers = readers
        self._key = key
        self._tally = tally
        self._progress = progress
        self._stored: dict[str, Stored] = {}
        self._seen: set[str] = set()
        self._read = 0

    async def run(self, source: FolderSource) -> None:
        from onrecord.sources.folder import read_folder  # noqa: PLC0415  it loads the encoding detector

        self._stored = await self._writer.stored(self._key)
        found = iter(read_folder(source.path))
        pending: list[Document] = []
        under_way: deque[asyncio.Task[list[Arrival]]] = deque()
        try:
            while batch := await asyncio.to_thread(_take, found):
                for item, digest in batch:
                    if isinstance(item, Skipped):
                        self._seen.add(item.location)
                        self._tally.skipped.append(item)
                    elif self._is_news(item.location, digest):
                        pending.append(item)
                while len(pending) >= BATCH:
                    under_way.append(asyncio.create_task(self._readers.run(pending[:BATCH])))
                    del pending[:BATCH]
                while len(under_way) > 2 * self._readers.size:
                    await self._put(await under_way.popleft())
                self._tell(source)
            if pending:
                under_way.append(asyncio.create_task(self._readers.run(pending)))
            while under_way:
                await self._put(await under_way.popleft())
                self._tell(source)
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
        gone = [location for location in self._stored if location not in self._seen]
        await self._writer.drop(self._key, gone)
        self._tally.gone += len(gone)

    async def put_visits(self, visits: Visits) -> None:
        """What was fetched. Only a server's own word that a page is gone makes it gone."""
        link = visits.source.link
        self._stored = await self._writer.stored(self._key)
        remembered: dict[str, Validators | None] = dict.fromkeys(visits.gone)
        remembered |= visits.validators
        for arrivals in visits.arrivals():
            news = [arrival for arrival in arrivals if self._is_news(arrival.location, arrival.digest)]
            usable = {arrival.location for arrival in await self._put(news)}
            for arrival in news:  # one that could not be used is asked for again
                if arrival.location not in usable:
                    remembered[arrival.location] = None
        for location in self._stored if link in visits.unchanged else visits.unchanged:
            self._count_as_it_was(location)
        self._tally.skipped += visits.skipped
        for location, reason in visits.gone.items():
            if location in self._stored:
                self._tally.gone += 1
            elif location == link:
                self._tally.errors.append(SourceTrouble(source=link, reason=reason))
            else:
                self._tally.skipped.append(Skipped(location=location, reason=reason))
        await self._writer.drop(self._key, [location for location in visits.gone if location in self._stored])
        await self._writer.remember(self._key, remembered)
        if visits.trouble:
            self._tally.errors.append(SourceTrouble(source=link, reason=visits.trouble))

    def _is_news(self, location: str, digest: str) -> bool:
        if location in self._seen:
            return False
        self._seen.add(location)
        stored = self._stored.get(location)
        if stored is None or (stored.digest, stored.reader) != (digest, reader_version()):
            return True
        self._count_as_it_was(location)
        return False

    def _count_as_it_was(self, location: str) -> None:
        stored = self._stored.get(location)
        if stored is None or stored.reason is None:
            self._tally.unchanged += 1
        else:
            self._tally.skipped.append(Skipped(location=location, reason=stored.reason))

    async def _put(self, arrivals: Sequence[Arrival]) -> list[Arrival]:
        """Returns those that are in."""
        usable: list[Arrival] = []
        for arrival in arrivals:
            stored = self._stored.get(arrival.location)
            had_story = stored is not None and stored.reason is None
            if arrival.story is None:
                self._tally.skipped.append(Skipped(location=arrival.location, reason=arrival.reason or ""))
                if had_story:
                    continue
            elif had_story:
                self._tally.changed += 1
            else:
                self._tally.new += 1
            usable.append(arrival)
        await self._writer.put(self._key, usable)
        self._read += len(arrivals)
        return usable

    def _tell(self, source: FolderSource) -> None:
        if self._progress is not None:
            self._progress(Progress(source=str(source.path), seen=len(self._seen), read=self._read))


def _take(found: Iterator[Document | Skipped]) -> list[tuple[Document | Skipped, str]]:
    """The next few, each with its digest."""
    return [(item, item.digest if isinstance(item, Document) else "") for item in islice(found, BATCH)]


class Readers:
    """Cleans and reads documents off the event loop: a few in a thread, many in processes of their own.

    Not `multiprocessing`: its children import the main module again, and a host's `bot.py` may start the bot.
    """

    def __init__(self) -> None:
        self.size = os.cpu_count() or 1
        self._batches = 0
        self._idle: asyncio.LifoQueue[asyncio.subprocess.Process | None] = asyncio.LifoQueue()
        self._processes: list[asyncio.subprocess.Process] = []
        for _ in range(self.size):
            self._idle.put_nowait(None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            if process.stdin:
                process.stdin.close()
            if process.returncode is None and kind is not None:
                process.kill()
        for process in self._processes:
            await process.wait()

    async def run(self, documents: Sequence[Document]) -> list[Arrival]:
        self._batches += 1
        if self._batches <= FEW:
            return await asyncio.to_thread(prepare, documents)
        process = await self._idle.get()
        try:
            process = process or await self._start()
            return await _ask(process, documents)
        except (OSError, EOFError):  # it could not be started, or died
            process = None
            return await asyncio.to_thread(prepare, documents)
        except BaseException:
            if process is not None:
                process.kill()
            process = None
            raise
        finally:
            self._idle.put_nowait(process)

    async def _start(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _WORKER,
            json.dumps(sys.path),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        self._processes.append(process)
        return process


async def _ask(process: asyncio.subprocess.Process, documents: Sequence[Document]) -> list[Arrival]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(pack(list(documents)))
    await process.stdin.drain()
    length = await process.stdout.readexactly(LENGTH)
    return pickle.loads(await process.stdout.readexactly(int.from_bytes(length, "big")))
