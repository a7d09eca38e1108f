"""What a moderator can do at one community's desk. Knows neither Discord nor a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from typing import Literal, TypeVar

from onrecord.archive import Archive, Attempt, Coverage, KeptSource, Loading, LogEntry, Removal, Status, Target
from onrecord.cleaning.links import canonical_link, host_of
from onrecord.errors import OnRecordError, SourceError
from onrecord.language import say
from onrecord.refresh import (
    AnySource,
    Cancelled,
    Refresher,
    Report,
    Running,
    SourceReport,
    Tell,
    Upload,
    key_of,
    name_of,
)
from onrecord.refresh.preparing import reader_version
from onrecord.settings import SHARED, FeedSource, FolderSource, PageSource
from onrecord.stories import Document, Story, StoryHead

Done = TypeVar("Done")

LARGEST_FILE = 10_000_000
"""Bytes of a file that is handed in."""
MOST_SOURCES = 200
"""Of one desk, so that one community cannot keep the bot busy for all others."""
_MOST_LOG = 500
"""Entries that `undo` looks back over."""


class Refusal(OnRecordError):
    """It was not done, and why."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that was handed in."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Added:
    kind: Literal["page", "feed", "file"]
    name: str
    link: str | None
    report: SourceReport
    feeds: tuple[str, ...] = ()
    """Feeds that a page offers of itself."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a link would become; nothing of it is kept."""

    kind: Literal["page", "feed"]
    link: str
    covered: str | None
    """How it is covered already."""
    story: Story | None = None
    title: str = ""
    items: tuple[tuple[str, str | None], ...] = ()
    """Of a feed: titles and links, the newest first."""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    key: str
    name: str
    kind: str
    own: bool
    """A moderator of this desk added it; else it is configured for everybody."""
    added_by: str | None
    attempt: Attempt | None

    @property
    def place(self) -> str:
        """The link of what has one."""
        return self.key.partition(":")[2] if self.kind in ("page", "feed") else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a desk stands."""

    desk: str
    own: Status | None
    shared: Status
    seen: int
    """Stories that this community sees."""
    sources: int
    running: Running | None
    every: timedelta | None
    reader: str


@dataclass(frozen=True, slots=True)
class Undone:
    about: str
    stories: int
    taken_back: bool
    """What was undone is an addition, which is removed now."""


class Desk:
    """One community's desk, for as long as one command of one moderator takes."""

    def __init__(
        self,
        refresher: Refresher,
        name: str,
        by: str,
        *,
        opens: Callable[[str], Awaitable[Handed]] | None = None,
        tell: Tell | None = None,
    ) -> None:
        """`by`: who is at the desk, for the log; `opens` gives the file that an option names."""
        self.name = name
        self.by = by
        self._refresher = refresher
        self._opens = opens
        self._tell = tell

    @property
    def _key(self) -> str | None:
        return None if self.name == SHARED else self.name

    async def view(self) -> Coverage:
        return await self._refresher.desks.view(self._key)

    async def _archive(self) -> Archive:
        return await self._refresher.archive_of(self.name)

    async def _exists(self) -> bool:
        return self.name == SHARED or self.name in await self._refresher.desks.known()

    async def add_link(self, typed: str) -> Added:
        """Raises `Refusal` for what is covered, `SourceError` with the rule or trouble that says no."""
        from onrecord.sources.page import discover  # noqa: PLC0415  it loads the HTTP client

        link = _link(typed)
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
                "{by} removed this on {day} ({reason}). /coverage undo brings it back.",
                by=removal.by,
                day=removal.at.date().isoformat(),
                reason=removal.reason,
            )
            raise Refusal(says)
        if how := await self.covered(link):
            raise Refusal(how)

    async def _removed(self, link: str) -> Removal | None:
        """The removal that keeps this very source out."""
        if not await self._exists():
            return None
        keys = {f"{kind}:{link}" for kind in ("page", "feed")}
        removals = await (await self._archive()).removals()
        return next((one for one in removals if one.active and one.target.value in keys), None)

    async def refresh(self) -> Report:
        """Raises `Busy`, `Cancelled`, and `Refusal` when there is nothing to refresh."""
        sources = await self._refresher.sources(self.name)
        if not sources:
            raise Refusal(say("This desk has no sources of its own yet."))
        shared = self.name == SHARED
        try:
            report = await self._refresher.refresh(
                self.name, self.by, list(sources.values()), self._tell, only=not shared
            )
        except Cancelled:
            await self._note("cancel", "refresh")
            raise
        about = f"{report.new} new, {report.changed} changed, {report.gone} gone, {len(report.errors)} in trouble"
        await self._note("refresh", about)
        return report

    def cancel(self) -> Running | None:
        return self._refresher.cancel(self.name, self.by)

    async def _note(self, action: str, about: str) -> None:
        await (await self._archive()).note(self.by, self._refresher.now(), action, about)

    async def remove(self, target: Target, reason: str) -> Removal:
        return await self._refresher.desks.remove(self._key, target, reason, self.by, self._refresher.now())

    async def removals(self) -> list[Removal]:
        return await (await self._archive()).removals() if await self._exists() else []

    async def undo(self, entry: int | None = None) -> Undone:
        """The newest that can be undone, or the one with that number in the log."""
        if not await self._exists():
            raise Refusal(say("There is nothing to undo."))
        archive = await self._archive()
        for one in await archive.log(_MOST_LOG):
            if entry is not None and one.id != entry:
                continue
            if (removal := await self._undoable_removal(archive, one)) is not None:
                await self._refresher.desks.undo(self._key, removal.id, self.by, self._refresher.now())
                return Undone(", ".join(removal.titles) or one.about, removal.stories, taken_back=False)
            if (source := await self._undoable_addition(one)) is not None:
                reason = say("added by mistake")
                removal = await self.remove(Target(kind="source", value=source.key), reason)
                return Undone(source.name or one.about, removal.stories, taken_back=True)
            if entry is not None:
                raise Refusal(say("Entry {n} of the log is nothing that can be undone.", n=entry))
        if entry is not None:
            raise Refusal(say("There is no entry {n} in the log.", n=entry))
        raise Refusal(say("There is nothing to undo."))

    async def _undoable_removal(self, archive: Archive, one: LogEntry) -> Removal | None:
        if one.action != "remove" or one.removal is None:
            return None
        removal = await archive.removal(one.removal)
        return removal if removal and removal.active and removal.purged_at is None else None

    async def _undoable_addition(self, one: LogEntry) -> KeptSource | None:
        if one.action != "add":
            return None
        return next((kept for kept in await self._refresher.kept(self.name) if kept.added_at == one.at), None)

    async def purgeable(self, entry: int | None = None) -> list[Removal]:
        """Removals whose text is still kept, for an undo; of one entry of the log, or all of them."""
        if not await self._exists():
            return []
        archive = await self._archive()
        found = await archive.purgeable()
        if entry is None:
            return found
        numbers = {one.removal for one in await archive.log(_MOST_LOG) if one.id == entry}
        return [one for one in found if one.id in numbers]

    async def purge(self, removals: Collection[Removal]) -> None:
        ids = [one.id for one in removals]
        await self._refresher.desks.purge(self._key, ids, self.by, self._refresher.now())

    async def sources(self) -> list[SourceHealth]:
        """The desk's own first, then those that everybody has."""
        found: list[SourceHealth] = []
        for desk in dict.fromkeys([self.name, SHARED]):
            kept = {source.key: source for source in await self._refresher.kept(desk)}
            attempts: Mapping[str, Attempt] = await self._refresher.attempts(desk)
            for key, source in (await self._refresher.sources(desk)).items():
                added = kept.get(key) if desk == self.name else None
                name = (added.name if added else None) or _shown_name(source)
                by = added.added_by if added else None
                found.append(SourceHealth(key, name, source.kind, added is not None, by, attempts.get(key)))
        return found

    async def source_named(self, typed: str) -> SourceHealth | list[SourceHealth]:
        """The one meant by a key, link or name, or those it may be."""
        sources = await self.sources()
        wanted = canonical_link(_with_scheme(typed))
        for one in sources:
            if typed in {one.key, one.name, one.place} or (one.place and wanted == canonical_link(one.place)):
                return one
        near = [one for one in sources if typed.casefold() in f"{one.name} {one.place}".casefold()]
        return near[0] if len(near) == 1 else near

    async def standing(self) -> Standing:
        desks = self._refresher.desks
        own = await (await self._archive()).status() if self.name != SHARED and await self._exists() else None
        return Standing(
            desk=self.name,
            own=own,
            shared=await desks.shared.status(),
            seen=(await (await self.view()).counts()).stories,
            sources=len(await self.sources()),
            running=self._refresher.running(self.name),
            every=self._refresher.settings.refresh.period,
            reader=reader_version(),
        )

    async def log(self, before: int | None = None, limit: int = 10) -> list[LogEntry]:
        """What was removed by its titles, for as long as they are kept."""
        if not await self._exists():
            return []
        archive = await self._archive()
        titles = {one.id: ", ".join(one.titles) for one in await archive.removals() if one.titles}
        return [
            one.model_copy(update={"about": titles[one.removal]}) if one.removal in titles else one
            for one in await archive.log(limit, before)
        ]

    async def exported(self) -> tuple[list[Story], list[StoryHead]]:
        """The desk's own stories whole; of the others that its community sees, where they are to be found."""
        own = [story async for story in (await self._archive()).export()] if await self._exists() else []
        known = {story.id for story in own}
        view = await self.view()
        heads: list[StoryHead] = []
        after: str | None = None
        while events := await view.stories(200, after):
            heads += [head for event in events for head in event.stories if head.id not in known]
            after = events[-1].stories[-1].id
        return own, heads

    async def aside(self, work: Callable[[], Done]) -> Done:
        """Off the event loop, which answers others meanwhile."""
        return await asyncio.to_thread(work)

    async def preview(self, typed: str) -> Preview:
        """Fetched by the same rules as for `add_link`."""
        from onrecord.sources.fetch import NotModified  # noqa: PLC0415  it loads the HTTP client
        from onrecord.sources.items import read_items  # noqa: PLC0415

        link = _link(typed)
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


def _shown_name(source: AnySource) -> str:
    """Where folders lie is the bot owner's business."""
    return source.path.name if isinstance(source, FolderSource) else name_of(source)


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


def _link(typed: str) -> str:
    link = _with_scheme(typed.strip().strip("<>"))
    if len(link.split()) != 1 or not link.startswith(("http://", "https://")):
        raise SourceError(say("Only links that start with https:// or http:// are read."))
    return link


def _with_scheme(typed: str) -> str:
    """As a browser would: "example.org/news" is a link too."""
    host = typed.partition("/")[0].partition("?")[0]
    return typed if ":" in host or "." not in host or " " in typed else f"https://{typed}"


def host_named(typed: str) -> str | None:
    """The host that somebody means by a host or any link to it."""
    return host_of(_with_scheme(typed.strip().strip("<>")))


def too_large(name: str, size: int) -> str:
    return say(
        "{name} is too large: {size} MB, of at most {most} MB.",
        name=name,
        size=round(size / 1e6),
        most=LARGEST_FILE // 1_000_000,
    )
