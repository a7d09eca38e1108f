"""Adding sources, and looking at one before it is added."""

from __future__ import annotations

import asyncio
from hashlib import blake2b

from onrecord.archive import KeptSource, Loading, Removal
from onrecord.cleaning.links import canonical_link
from onrecord.desk.links import link_of
from onrecord.desk.models import Added, Preview, Refusal
from onrecord.desk.seat import Seat
from onrecord.errors import SourceError
from onrecord.language import say, slash
from onrecord.refresh import (
    AnySource,
    Report,
    SourceReport,
    Upload,
    key_of,
    name_of,
)
from onrecord.settings import SHARED, FeedSource, PageSource
from onrecord.stories import Document, Story

LARGEST_FILE = 10_000_000
"""Bytes of a file that is handed in."""
MOST_SOURCES = 200
"""Of one desk, so that one community cannot keep the bot busy for all others."""


class Adding(Seat):
    async def add_link(self, typed: str) -> Added:
        """Raises `Refusal` for what is covered, `SourceError` with the rule or trouble that says no."""
        from onrecord.sources.page import discover  # noqa: PLC0415  it loads the HTTP client

        link = link_of(typed)
        await self._refuse_covered(link)
        async with self._refresher.web as web:
            found = await discover(web, link)
            if canonical_link(found.link) != canonical_link(link):
                await self._refuse_covered(found.link)
            source = PageSource(link=link) if found.kind == "page" else FeedSource(link=link)
            report = await self._take_in(source, found.title or None)
        return Added(found.kind, found.title or link, link, report, found.feeds)

    async def add_file(self, named: str) -> Added:
        """Raises `SourceError` when nothing in the file can be used."""
        from onrecord.sources.folder import read_upload  # noqa: PLC0415  it loads the encoding detector

        if self._opens is None:
            raise Refusal(say("No file came with the command."))
        handed = await self._opens(named)
        if len(handed.data) > LARGEST_FILE:
            raise SourceError(too_large(handed.name, len(handed.data)))
        first = await asyncio.to_thread(lambda: next(read_upload(handed.name, handed.data), None))
        name = _file_of(first.location) if first else handed.name
        key = f"file:{name}#{blake2b(handed.data, digest_size=6).hexdigest()}"
        if any(source.key == key for source in await self._refresher.kept(self.name)):
            raise Refusal(say("This file is covered already: {name}.", name=name))

        async def raw() -> bytes:
            return handed.data

        report = await self._take_in(Upload(key, name, raw), name, handed.data)
        return Added("file", name, None, report)

    async def _take_in(self, source: AnySource, name: str | None, raw: bytes | None = None) -> SourceReport:
        """Read a new source, and keep it if it gave anything."""
        now = self._refresher.now()
        if self.name != SHARED and len(await self._refresher.kept(self.name)) >= MOST_SOURCES:
            raise Refusal(say("This desk has {n} sources, and may have no more.", n=MOST_SOURCES))

        async def keep(loading: Loading, report: Report) -> None:
            [one] = report.by_source
            if one.trouble:
                raise SourceError(one.trouble)
            if not (one.new or one.changed or one.unchanged) and (one.skipped or not isinstance(source, FeedSource)):
                reasons = [skipped.reason for skipped in one.skipped if skipped.location != name_of(source)]
                raise SourceError(next(iter([*reasons, *(skipped.reason for skipped in one.skipped)]), _nothing()))
            link = None if isinstance(source, Upload) else name_of(source)
            limit = source.limit if isinstance(source, FeedSource) else None
            kept = KeptSource(
                key=key_of(source),
                kind=source.kind,
                link=link,
                name=name,
                limit=limit,
                added_by=self.by,
                added_at=now,
            )
            await loading.keep(kept, raw)

        report = await self._refresher.refresh(self.name, self.by, [source], self._tell, settle=keep)
        return report.by_source[0]

    async def covered(self, link: str) -> str | None:
        """How a link is covered already, as a sentence."""
        wanted = canonical_link(link)
        for desk in dict.fromkeys([self.name, SHARED]):
            for source in (await self._refresher.sources(desk)).values():
                if canonical_link(name_of(source)) == wanted:
                    if desk == SHARED and desk != self.name:
                        return say("It is a source of the shared coverage already.")
                    return say("It is a source of this desk already.")
        view = await self.view()
        for hit in await view.find_stories(link, 1):
            head = await view.head(hit.id) if hit.score >= 100 else None
            if head and canonical_link(head.url or head.document) == wanted:
                return say("Its story is in the coverage already: “{title}”.", title=head.title)
        return None

    async def _refuse_covered(self, link: str) -> None:
        if removal := await self._removed(link):
            says = say(
                "{by} removed this on {day} ({reason}). {command} brings it back.",
                by=removal.by,
                day=removal.at.date().isoformat(),
                reason=removal.reason,
                command=slash("coverage undo"),
            )
            raise Refusal(says)
        if how := await self.covered(link):
            raise Refusal(how)

    async def _removed(self, link: str) -> Removal | None:
        """The removal that keeps this very source out."""
        if not await self._exists():
            return None
        return await (await self._archive()).removal_of([f"{kind}:{link}" for kind in ("page", "feed")])

    async def preview(self, typed: str) -> Preview:
        """Fetched by the same rules as for `add_link`."""
        from onrecord.sources.fetch import NotModified  # noqa: PLC0415  it loads the HTTP client
        from onrecord.sources.items import read_items  # noqa: PLC0415

        link = link_of(typed)
        async with self._refresher.web as web:
            visit = await web.visit(link)
        if isinstance(visit, NotModified):
            raise SourceError(say("The server did not send the page."))
        covered = await self.covered(link)
        if visit.kind == "feed":
            feed = await asyncio.to_thread(read_items, visit.text, visit.url)
            items = tuple((item.title or item.link or "", item.link) for item in feed.newest(100))
            return Preview("feed", visit.url, covered, title=feed.title, items=items)
        document = Document(location=visit.url, format="html", text=visit.text)
        return Preview("page", visit.url, covered, story=await asyncio.to_thread(_read, document))


def _read(document: Document) -> Story:
    # Here and not above: these load the HTML tools.
    from onrecord.cleaning import clean  # noqa: PLC0415
    from onrecord.reading import read  # noqa: PLC0415

    return read(clean(document))


def _file_of(location: str) -> str:
    """Without the number of the line."""
    name, colon, line = location.rpartition(":")
    return name if colon and line.isdecimal() else location


def _nothing() -> str:
    return say("There is no story in it.")


def too_large(name: str, size: int) -> str:
    return say(
        "{name} is too large: {size} MB, of at most {most} MB.",
        name=name,
        size=round(size / 1e6),
        most=LARGEST_FILE // 1_000_000,
    )
