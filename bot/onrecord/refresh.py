"""Bringing the archive in step with its sources: what is new or changed is read, what is gone is removed, at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

from onrecord.archive import Archive, Arrival, Stored, Writer
from onrecord.errors import SourceError
from onrecord.preparing import reader_version
from onrecord.readers import Readers
from onrecord.settings import FeedSource, FolderSource, PageSource, Source
from onrecord.stories import Document, Noun, Skipped, Validators
from onrecord.visiting import Visits, WebSource, visit_all

if TYPE_CHECKING:
    from onrecord.sources.web import Web

BATCH = 20
"""Documents that are handed on together: few enough that unpacking the result does not hold up the event loop."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a moderator handed in; under one key its content never changes."""

    key: str
    name: str
    raw: Callable[[], Awaitable[bytes | None]]
    """Null when it was taken out meanwhile."""
    kind: Literal["file"] = "file"


AnySource: TypeAlias = Source | Upload


class Progress(Noun):
    source: str
    seen: int
    """Documents of this source so far."""
    read: int
    """Of them, those that were new or changed and are in."""
    done: int = 0
    """Sources that are finished with, of `sources`."""
    sources: int = 1


class SourceTrouble(Noun):
    source: str
    reason: str


class SourceReport(Noun):
    """What one source gave."""

    key: str
    source: str
    """As it is written in the configuration, or its file's name."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: tuple[Skipped, ...] = ()
    trouble: str | None = None


class Report(Noun):
    new: int = 0
    """Documents, as the next three."""
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: tuple[Skipped, ...] = ()
    errors: tuple[SourceTrouble, ...] = ()
    """Sources that could not be read; what the archive had from them stays."""
    by_source: tuple[SourceReport, ...] = ()


async def refresh(
    archive: Archive,
    sources: Sequence[AnySource],
    progress: Callable[[Progress], None] | None = None,
    web: Web | None = None,
    *,
    only: bool = False,
    settle: Callable[[Writer, Report], Awaitable[None]] | None = None,
) -> Report:
    """Afterwards the archive holds what these sources hold; with `only` nothing else of it has changed, without it
    what came from sources that are neither named nor kept by a moderator is gone. `settle` comes last within the
    transaction; what it raises undoes all of it.

    One transaction: until it ends, answers come from the coverage as it was, and a refresh that fails or is killed has
    changed nothing. A source that cannot be read, and a document that can no longer be, keep the stories they had.
    Pages and feeds are fetched before it begins, through `web`; a page that its feed no longer lists is kept.
    """
    named = {key_of(source): source for source in sources}
    tally = _Tally(named, progress)
    async with Readers() as readers, _Fetched(archive, readers, tally) as fetched:
        await fetched.fetch({k: s for k, s in named.items() if isinstance(s, PageSource | FeedSource)}, web)
        async with archive.writing(reader_version()) as writer:
            if not only:
                stay = {*named, *(kept.key for kept in await archive.kept_sources())}
                await _drop_others(writer, stay, tally)
            for key, source in named.items():
                await _Pass(writer, readers, key, tally).run(source, fetched.visits.get(key))
            report = tally.report()
            if settle:
                await settle(writer, report)
    return report


async def _drop_others(writer: Writer, stay: Collection[str], tally: _Tally) -> None:
    for key in await writer.sources():
        if key not in stay:
            stored = await writer.stored(key)
            await writer.drop(key, list(stored))
            tally.gone += len(stored)
    await writer.forget_sources_but(stay)


def key_of(source: AnySource) -> str:
    """What a source's documents are remembered under."""
    match source:
        case Upload():
            return source.key
        case FolderSource():
            return f"folder:{source.path.resolve()}"
        case _:
            return f"{source.kind}:{source.link}"


def name_of(source: AnySource) -> str:
    """What people know a source by."""
    match source:
        case Upload():
            return source.name
        case FolderSource():
            return str(source.path)
        case _:
            return source.link


class _Fetched:
    """What pages and feeds gave, for as long as it is needed."""

    def __init__(self, archive: Archive, readers: Readers, tally: _Tally) -> None:
        self._archive = archive
        self._readers = readers
        self._tally = tally
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
        self._tally.tell(key_of(visits.source), visits.seen, len(visits.validators), done=visits.done)


@dataclass(slots=True)
class _Count:
    """What happens to the documents of one source; see `SourceReport`."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    trouble: str | None = None


class _Tally:
    """What happens to each source, and how far all of it is."""

    def __init__(self, named: Mapping[str, AnySource], progress: Callable[[Progress], None] | None) -> None:
        self.gone = 0
        """Of sources that are not named."""
        self._names = {key: name_of(source) for key, source in named.items()}
        self._counts = {key: _Count() for key in named}
        self._done: set[str] = set()
        self._progress = progress

    def of(self, key: str) -> _Count:
        return self._counts[key]

    def tell(self, key: str, seen: int, read: int, *, done: bool) -> None:
        if done:
            self._done.add(key)
        if self._progress is not None:
            name, sources = self._names[key], len(self._names)
            self._progress(Progress(source=name, seen=seen, read=read, done=len(self._done), sources=sources))

    def report(self) -> Report:
        counts = list(self._counts.values())
        by_source = [
            SourceReport(key=key, source=self._names[key], **asdict(count)) for key, count in self._counts.items()
        ]
        return Report(
            new=sum(count.new for count in counts),
            changed=sum(count.changed for count in counts),
            unchanged=sum(count.unchanged for count in counts),
            gone=self.gone + sum(count.gone for count in counts),
            # A feed and a page source may name one page.
            skipped=tuple(dict.fromkeys(skipped for count in counts for skipped in count.skipped)),
            errors=tuple(SourceTrouble(source=one.source, reason=one.trouble) for one in by_source if one.trouble),
            by_source=tuple(by_source),
        )


class _Pass:
    """One source, from its documents to the archive."""

    def __init__(self, writer: Writer, readers: Readers, key: str, tally: _Tally) -> None:
        self._writer = writer
        self._readers = readers
        self._key = key
        self._tally = tally
        self._count = tally.of(key)
        self._stored: dict[str, Stored] = {}
        self._seen: set[str] = set()
        self._read = 0

    async def run(self, source: AnySource, visits: Visits | None) -> None:
        from onrecord.sources.folder import read_folder, read_upload  # noqa: PLC0415  it loads the encoding detector

        self._stored = await self._writer.stored(self._key)
        try:
            if visits is not None:
                await self._put_visits(visits)
            elif isinstance(source, FolderSource):
                await self._put_documents(read_folder(source.path))
            elif isinstance(source, Upload):
                if not self._stored or any(each.reader != reader_version() for each in self._stored.values()):
                    raw = await source.raw()
                    await self._put_documents(read_upload(source.name, raw) if raw is not None else iter(()))
                else:
                    for location in self._stored:
                        self._count_as_it_was(location)
        except SourceError as error:
            self._count.trouble = str(error)
        if visits is None:
            self._tell(done=True)

    async def _put_documents(self, found: Iterator[Document | Skipped]) -> None:
        """All that the source holds: what is not among them is gone."""
        pending: list[Document] = []
        under_way: deque[asyncio.Task[list[Arrival]]] = deque()
        try:
            while batch := await asyncio.to_thread(_take, found):
                for item, digest in batch:
                    if isinstance(item, Skipped):
                        self._seen.add(item.location)
                        self._count.skipped.append(item)
                    elif self._is_news(item.location, digest):
                        pending.append(item)
                while len(pending) >= BATCH:
                    under_way.append(asyncio.create_task(self._readers.run(pending[:BATCH])))
                    del pending[:BATCH]
                while len(under_way) > 2 * self._readers.size:
                    await self._put(await under_way.popleft())
                self._tell()
            if pending:
                under_way.append(asyncio.create_task(self._readers.run(pending)))
            while under_way:
                await self._put(await under_way.popleft())
                self._tell()
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
        gone = [location for location in self._stored if location not in self._seen]
        await self._writer.drop(self._key, gone)
        self._count.gone += len(gone)

    async def _put_visits(self, visits: Visits) -> None:
        """What was fetched. Only a server's own word that a page is gone makes it gone."""
        link = visits.source.link
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
        self._count.skipped += visits.skipped
        for location, reason in visits.gone.items():
            if location in self._stored:
                self._count.gone += 1
            elif location == link:
                self._count.trouble = reason
            else:
                self._count.skipped.append(Skipped(location=location, reason=reason))
        await self._writer.drop(self._key, [location for location in visits.gone if location in self._stored])
        await self._writer.remember(self._key, remembered)
        self._count.trouble = visits.trouble or self._count.trouble

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
            self._count.unchanged += 1
        else:
            self._count.skipped.append(Skipped(location=location, reason=stored.reason))

    async def _put(self, arrivals: Sequence[Arrival]) -> list[Arrival]:
        """Returns those that need not be asked for again."""
        usable: list[Arrival] = []
        for arrival in arrivals:
            if arrival.story is None and self._had_story(arrival.location):
                self._skip(arrival.location, arrival.reason)
            else:
                usable.append(arrival)
        kept_out = await self._writer.put(self._key, usable)
        for arrival in usable:
            if arrival.story is None or arrival.location in kept_out:
                self._skip(arrival.location, kept_out.get(arrival.location, arrival.reason))
            elif self._had_story(arrival.location):
                self._count.changed += 1
            else:
                self._count.new += 1
        self._read += len(arrivals)
        return usable

    def _had_story(self, location: str) -> bool:
        stored = self._stored.get(location)
        return stored is not None and stored.reason is None

    def _skip(self, location: str, reason: str | None) -> None:
        self._count.skipped.append(Skipped(location=location, reason=reason or ""))

    def _tell(self, *, done: bool = False) -> None:
        self._tally.tell(self._key, len(self._seen), self._read, done=done)


def _take(found: Iterator[Document | Skipped]) -> list[tuple[Document | Skipped, str]]:
    """The next few, each with its digest."""
    return [(item, item.digest if isinstance(item, Document) else "") for item in islice(found, BATCH)]
