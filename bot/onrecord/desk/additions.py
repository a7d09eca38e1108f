"""Adding sources: pages and feeds by their link, and files."""

from __future__ import annotations

import asyncio
from hashlib import blake2b
from math import ceil

from onrecord.archive import KeptSource, Loading
from onrecord.cleaning.links import canonical_link
from onrecord.desk.desk import Desk
from onrecord.desk.links import link_of
from onrecord.desk.models import Added, Refusal
from onrecord.desk.removals import is_removed
from onrecord.errors import SourceError
from onrecord.language import say
from onrecord.refresh import AnySource, Report, SourceReport, Upload, key_of, name_of
from onrecord.settings import SHARED, FeedSource, PageSource

LARGEST_FILE = 10_000_000
"""Bytes of a file that is handed in."""
_NAMED = 100
"""Stories of an addition that are named."""
MOST_SOURCES = 200
"""Of one desk, so that one community cannot keep the bot busy for all others."""


async def add_link(desk: Desk, typed: str) -> Added:
    """Raises `Refusal` for what is covered, `SourceError` with the rule or trouble that says no."""
    from onrecord.sources.page import discover  # noqa: PLC0415  it loads the HTTP client

    link = link_of(typed)
    await _refuse_covered(desk, link)
    async with desk.refresher.web as web:
        found = await discover(web, link)
        if canonical_link(found.link) != canonical_link(link):
            await _refuse_covered(desk, found.link)
        source = PageSource(link=link) if found.kind == "page" else FeedSource(link=link)
        report = await _take_in(desk, source, found.title or None)
    return Added(found.kind, found.title or link, link, report, *await _came_of(desk, report.key), found.feeds)


async def add_file(desk: Desk, named: str) -> Added:
    """Raises `SourceError` when nothing in the file can be used."""
    from onrecord.sources.folder import read_upload  # noqa: PLC0415  it loads the encoding detector

    if desk.opens is None:
        raise Refusal(say("No file came with the command."))
    handed = await desk.opens(named)
    if len(handed.data) > LARGEST_FILE:
        raise SourceError(too_large(handed.name, len(handed.data)))
    first = await asyncio.to_thread(lambda: next(read_upload(handed.name, handed.data), None))
    name = _file_of(first.location) if first else handed.name
    key = f"file:{name}#{blake2b(handed.data, digest_size=6).hexdigest()}"
    await _refuse_removed(desk, key)
    if any(source.key == key for source in await desk.refresher.kept(desk.name)):
        if removal := await (await desk.archive()).emptying(key):
            raise await is_removed(desk, removal)
        raise Refusal(say("This file is covered already: {name}.", name=name))

    async def raw() -> bytes:
        return handed.data

    report = await _take_in(desk, Upload(key, name, raw), name, handed.data)
    return Added("file", name, None, report, *await _came_of(desk, key))


async def _take_in(desk: Desk, source: AnySource, name: str | None, raw: bytes | None = None) -> SourceReport:
    """Read a new source, and keep it if it gave anything."""
    now = desk.refresher.now()
    if desk.name != SHARED and len(await desk.refresher.kept(desk.name)) >= MOST_SOURCES:
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
            added_by=desk.by,
            added_at=now,
        )
        await loading.keep(kept, raw)

    report = await desk.refresher.refresh(desk.name, desk.by, [source], desk.tell, settle=keep)
    return report.by_source[0]


async def _came_of(desk: Desk, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles of new stories, and of those that were there."""
    new: list[str] = []
    again: list[str] = []
    view = await desk.view()
    for head, others in await (await desk.archive()).told_from(key, _NAMED):
        (again if others or view.told_by_both(head.id) else new).append((await view.head(head.id) or head).title)
    return tuple(new), tuple(again)


async def how_covered(desk: Desk, link: str) -> str | None:
    """How a link is covered already, as a sentence."""
    wanted = canonical_link(link)
    for name in dict.fromkeys([desk.name, SHARED]):
        for source in (await desk.refresher.sources(name)).values():
            if canonical_link(name_of(source)) == wanted:
                if name == SHARED and name != desk.name:
                    return say("It is a source of the shared coverage already.")
                return say("It is a source of this desk already.")
    view = await desk.view()
    for hit in await view.find_stories(link, 1):
        head = await view.head(hit.id) if hit.score >= 100 else None
        if head and canonical_link(head.url or head.document) == wanted:
            return say("Its story is in the coverage already: “{title}”.", title=head.title)
    return None


async def _refuse_covered(desk: Desk, link: str) -> None:
    await _refuse_removed(desk, f"page:{link}", f"feed:{link}")
    if how := await how_covered(desk, link):
        raise Refusal(how)


async def _refuse_removed(desk: Desk, *keys: str) -> None:
    """Of the very source."""
    found = await (await desk.archive()).removals_of(keys) if await desk.exists() else {}
    for removal in found.values():
        raise await is_removed(desk, removal)


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
        size=f"{ceil(size / 1e5) / 10:g}",
        most=LARGEST_FILE // 1_000_000,
    )
