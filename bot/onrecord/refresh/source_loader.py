"""One source, from its documents to the archive."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import PurePath

from onrecord.archive import FEW_DOCUMENTS, Head, Loading, Packed, Stored
from onrecord.errors import SourceError
from onrecord.refresh.fetching import Visits
from onrecord.refresh.report import Tally
from onrecord.refresh.sources import AnySource, Upload
from onrecord.refresh.worker_pool import WorkerPool
from onrecord.settings import FolderSource
from onrecord.stories import Document, Skipped, Validators

BATCH = 20
"""Documents that are handed on together."""


class SourceLoader:
    def __init__(
        self, loading: Loading, readers: WorkerPool, key: str, stored: Mapping[str, Stored], tally: Tally
    ) -> None:
        """`stored`: the documents that the archive has of it."""
        self._loading = loading
        self._readers = readers
        self._key = key
        self._stored = stored
        self._tally = tally
        self._count = tally.of(key)
        self._seen: set[str] = set()
        self._read = 0

    async def take_in(self, source: AnySource, visits: Visits | None) -> None:
        from onrecord.sources.folder import read_folder, read_upload  # noqa: PLC0415  it loads the encoding detector

        try:
            if visits is not None:
                await self._put_visits(visits)
            elif isinstance(source, FolderSource):
                await self._put_documents(read_folder(source.path))
            elif isinstance(source, Upload):
                read_by_others = any(each.reader != self._loading.reader for each in self._stored.values())
                raw = await source.raw() if read_by_others or not self._stored else None
                if raw is not None:
                    await self._put_documents(read_upload(source.name, raw))
                else:
                    for location in self._stored:
                        self._count_as_it_was(location)
        except SourceError as error:
            self._count.trouble = str(error)
        if visits is None:
            self._tell(done=True)

    async def _put_documents(self, found: Iterator[Document | Skipped]) -> None:
        """All that the source holds: what is not among them is gone, unless it lies in what could not be read."""
        pending: list[Document] = []
        unread: set[str] = set()
        under_way: deque[asyncio.Task[Packed]] = deque()
        try:
            while batch := await asyncio.to_thread(_take, found):
                for item, digest in batch:
                    if isinstance(item, Skipped):
                        unread.add(item.location)
                        self._seen.add(item.location)
                        self._count.skipped.append(item)
                    elif self._is_news(item.location, digest):
                        pending.append(item)
                if len(pending) > FEW_DOCUMENTS:
                    self._readers.many = True
                while len(pending) >= BATCH and self._readers.many:
                    under_way.append(asyncio.create_task(self._readers.run(pending[:BATCH])))
                    del pending[:BATCH]
                if self._readers.many:
                    await self._loading.hand_over()
                while len(under_way) > 2 * self._readers.size:
                    await self._put_all(await under_way.popleft())
                self._tell()
            for i in range(0, len(pending), BATCH):
                under_way.append(asyncio.create_task(self._readers.run(pending[i : i + BATCH])))
            while under_way:
                await self._put_all(await under_way.popleft())
                self._tell()
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
        gone: list[str] = []
        staying: set[str] = set()
        for location in self._stored:
            if location in self._seen and location not in unread:
                continue
            holding = unread.intersection([location, *_what_holds(location)])
            if not holding:
                gone.append(location)
            elif self._had_story(location):
                staying |= holding
        self._count.skipped[:] = [
            each.model_copy(update={"reason": _and_stays(each.reason)}) if each.location in staying else each
            for each in self._count.skipped
        ]
        self._tally.lost.update(await self._loading.drop(self._key, gone))
        self._count.gone += len(gone)

    async def _put_visits(self, visits: Visits) -> None:
        """What was fetched. Only a server's own word that a page is gone makes it gone."""
        link = visits.source.link
        remembered: dict[str, Validators | None] = dict.fromkeys(visits.gone)
        remembered |= visits.validators
        for packed in visits.read():
            news = [n for n, head in enumerate(packed.heads) if self._is_news(head.location, head.digest)]
            for head in await self._put(packed, news):  # one that could not be used is asked for again
                remembered[head.location] = None
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
        gone = [location for location in visits.gone if location in self._stored]
        self._tally.lost.update(await self._loading.drop(self._key, gone))
        await self._loading.remember(self._key, remembered)
        self._count.trouble = visits.trouble or self._count.trouble

    def _is_news(self, location: str, digest: str) -> bool:
        if location in self._seen:
            return False
        self._seen.add(location)
        stored = self._stored.get(location)
        if stored is None or (stored.digest, stored.reader) != (digest, self._loading.reader):
            return True
        self._count_as_it_was(location)
        return False

    def _count_as_it_was(self, location: str) -> None:
        stored = self._stored.get(location)
        if stored is None or stored.reason is None:
            self._count.unchanged += 1
        else:
            self._count.skipped.append(Skipped(location=location, reason=stored.reason))

    async def _put_all(self, packed: Packed) -> None:
        await self._put(packed, range(len(packed.heads)))

    async def _put(self, packed: Packed, places: Sequence[int]) -> list[Head]:
        """Those of the arrivals that are in these places; returns what could not be used."""
        unusable: list[Head] = []
        usable: list[int] = []
        for place in places:
            head = packed.heads[place]
            if not head.has_story and self._had_story(head.location):
                self._skip(head.location, _and_stays(head.reason or ""))
                unusable.append(head)
            else:
                usable.append(place)
        kept_out = await self._loading.put(self._key, packed, usable)
        for head in map(packed.heads.__getitem__, usable):
            if not head.has_story or head.location in kept_out:
                self._skip(head.location, kept_out.get(head.location, head.reason))
            elif self._had_story(head.location):
                self._count.changed += 1
            else:
                self._count.new += 1
        self._read += len(places)
        return unusable

    def _had_story(self, location: str) -> bool:
        stored = self._stored.get(location)
        return stored is not None and stored.reason is None

    def _skip(self, location: str, reason: str | None) -> None:
        self._count.skipped.append(Skipped(location=location, reason=reason or ""))

    def _tell(self, *, done: bool = False) -> None:
        self._tally.tell(self._key, len(self._seen), self._read, done=done)


def _and_stays(reason: str) -> str:
    """A file may be half saved, a page half made."""
    return f"{reason} What it told before stays, in case this is a mishap; delete or remove it if that is to go."


def _take(found: Iterator[Document | Skipped]) -> list[tuple[Document | Skipped, str]]:
    """The next few, each with its digest."""
    return [(item, item.digest if isinstance(item, Document) else "") for item in islice(found, BATCH)]


def _what_holds(location: str) -> Iterator[str]:
    """The file of several stories, and the folders, that a document lies in."""
    yield location.rpartition(":")[0]
    yield from map(str, PurePath(location).parents)
