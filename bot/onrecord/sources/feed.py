"""A feed as a source: what it lists is read page by page."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing

from onrecord.errors import SourceError
from onrecord.sources.feed_items import Feed, Item, read_items
from onrecord.sources.fetch import NotModified, Unavailable
from onrecord.sources.page import Outcome, as_page, failed
from onrecord.sources.web import Web
from onrecord.stories import Noun, Skipped, Validators

DEFAULT_LIMIT = 100


class FeedRead(Noun):
    """Comes last, when every page of the feed was read or will never be: the feed need not be read until it changes."""

    link: str
    validators: Validators


async def read_feed(
    web: Web, link: str, known: Mapping[str, Validators] | None = None, limit: int = DEFAULT_LIMIT
) -> AsyncGenerator[Outcome | FeedRead, None]:
    """The pages of the newest `limit` items, a few at a time, in the feed's order.

    `known` holds the validators of the feed and of its pages, by link. An unchanged feed is `NotModified` alone: a
    feed is a window on its site, so a page that it does not list is not gone. Raises `SourceError` when the feed itself
    cannot be read.
    """
    known = known or {}
    visit = await web.visit(link, known.get(link))
    if isinstance(visit, NotModified):
        yield visit
        return
    if visit.kind == "page":
        feeds = " or ".join(visit.markup.feeds[:3])
        raise SourceError(f"It is a page, not a feed; its feed is {feeds}." if feeds else "It is a page, not a feed.")
    feed = await asyncio.to_thread(read_items, visit.text, visit.url)
    validators, complete = visit.validators, True
    del visit
    items = feed.newest(limit)
    if left := _left_aside(link, feed, items):
        yield left
    async with aclosing(_read_items(web, link, items, known)) as outcomes:
        async for outcome, final in outcomes:
            complete = complete and final
            yield outcome
    if complete:
        yield FeedRead(link=link, validators=validators)


def _left_aside(link: str, feed: Feed, items: list[Item]) -> Skipped | None:
    if not feed.items:
        return Skipped(location=link, reason="The feed lists nothing.")
    count = len({item.link or n for n, item in enumerate(feed.items)})
    if count == len(items):
        return None
    return Skipped(
        location=link, reason=f"{count - len(items):,} of its {count:,} items are left aside (limit = {len(items)})."
    )


async def _read_items(
    web: Web, link: str, items: list[Item], known: Mapping[str, Validators]
) -> AsyncGenerator[tuple[Outcome, bool], None]:
    """Each item's outcome, and whether another try could change it."""
    reading: deque[asyncio.Task[tuple[Outcome, bool]]] = deque()
    try:
        for item in items:
            reading.append(asyncio.create_task(_read_item(web, link, item, known)))
            if len(reading) >= web.fetcher.limits.at_once:
                yield await reading.popleft()
        while reading:
            yield await reading.popleft()
    finally:
        for task in reading:
            task.cancel()
        await asyncio.gather(*reading, return_exceptions=True)


async def _read_item(web: Web, link: str, item: Item, known: Mapping[str, Validators]) -> tuple[Outcome, bool]:
    if not item.link:
        return Skipped(
            location=link, reason=f"Its item “{item.title or 'without a title'}” has no link to a page."
        ), True
    try:
        return as_page(item.link, await web.visit(item.link, known.get(item.link))), True
    except SourceError as error:
        return failed(item.link, error), not isinstance(error, Unavailable)
