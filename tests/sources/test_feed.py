"""What a feed lists is read page by page, and nothing is lost without a word."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import web as server
from web_of_troubles import Reply, Sites, page

from onrecord.errors import SourceError
from onrecord.sources.feed import FeedRead, read_feed
from onrecord.sources.fetch import NotModified, NotThere
from onrecord.sources.page import Gone, Outcome, PageRead
from onrecord.stories import Skipped, Validators

FEED = "news.test/feed"


def rss(*items: str) -> Reply:
    return Reply(
        f"<rss version='2.0'><channel><title>News</title>{''.join(items)}</channel></rss>",
        headers={"ETag": "feed1"},
        type="application/rss+xml",
    )


def item(link: str, title: str = "Title") -> str:
    return f"<item><title>{title}</title><link>{link}</link></item>"


async def outcomes(
    sites: Sites, known: Mapping[str, Validators] | None = None, limit: int = 100
) -> list[Outcome | FeedRead]:
    async with sites.web() as web:
        return [outcome async for outcome in read_feed(web, sites.link(FEED), known, limit)]


async def test_each_item_s_page_is_read_in_the_feed_s_order(sites: Sites) -> None:
    sites.pages[FEED] = rss(item("/1"), item(sites.link("other.test/2")), item("3?a=1&amp;b=2"))
    for place in ("news.test/1", "other.test/2", "news.test/3?a=1&b=2"):
        sites.pages[place] = page(place)
    *pages, read = await outcomes(sites)
    assert [got.link for got in pages if isinstance(got, PageRead)] == [
        sites.link("news.test/1"),
        sites.link("other.test/2"),
        sites.link("news.test/3?a=1&b=2"),
    ]
    assert read == FeedRead(link=sites.link(FEED), validators=Validators(etag="feed1"))


async def test_each_item_that_cannot_be_read_says_why_and_the_others_go_on(sites: Sites) -> None:
    sites.pages[FEED] = rss(
        item("/1"), item("/gone"), item("/noai"), item("mailto:a@b.test"), item("http://10.0.0.1/"),
        "<item><title>No &lt;b&gt;link&lt;/b&gt;</title><guid isPermaLink='false'>77</guid></item>",
        "<item><description>nothing else</description></item>", item("/busy"), item("/2"),
    )  # fmt: skip
    sites.pages["news.test/1"] = sites.pages["news.test/2"] = page("Story")
    sites.pages["news.test/noai"] = page("Story", "<p>words", "<meta name=robots content=noai>")
    sites.pages["news.test/busy"] = Reply(status=503)
    got = await outcomes(sites)
    assert [type(outcome) for outcome in got] == [PageRead, Gone, *[Skipped] * 6, PageRead]
    reasons = [outcome.reason for outcome in got if isinstance(outcome, Skipped)]
    for says, reason in zip(
        ["noai", "https://", "private network", "item “No link” has no link", "without a title", "503"],
        reasons,
        strict=True,
    ):
        assert says in reason


async def test_a_feed_is_asked_for_again_while_one_of_its_pages_is_in_trouble(sites: Sites) -> None:
    """Else the feed would be unchanged next time, and that page never read."""
    sites.pages[FEED] = rss(item("/1"), item("/2"))
    sites.pages["news.test/1"] = page("Story")
    sites.pages["news.test/2"] = Reply(status=503)
    assert not any(isinstance(got, FeedRead) for got in await outcomes(sites))
    sites.pages["news.test/2"] = Reply(status=410)
    assert isinstance((await outcomes(sites))[-1], FeedRead)


async def test_an_unchanged_feed_costs_one_request(sites: Sites) -> None:
    sites.pages[FEED] = Reply(status=304)
    assert await outcomes(sites, {sites.link(FEED): Validators(etag="feed1")}) == [
        NotModified(location=sites.link(FEED))
    ]
    assert sites.asked == ["news.test/robots.txt", FEED]


async def test_unchanged_pages_of_a_changed_feed_are_not_read_again(sites: Sites) -> None:
    sites.pages[FEED] = rss(item("/new"), item("/old"))
    sites.pages["news.test/new"] = page("New")
    sites.pages["news.test/old"] = Reply(status=304)
    known = {sites.link("news.test/old"): Validators(etag="x"), sites.link(FEED): Validators(etag="feed0")}
    got = await outcomes(sites, known)
    assert [type(outcome) for outcome in got] == [PageRead, NotModified, FeedRead]


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (page("A page", head="<link rel=alternate type=application/rss+xml href=/rss>"), "its feed is http"),
        (page("A page"), "It is a page, not a feed."),
        (Reply(status=503), "busy"),
        (Reply("no markup"), "neither a page nor a feed"),
        (Reply(""), "empty"),
    ],
)
async def test_a_feed_that_cannot_be_read_is_the_source_s_trouble(sites: Sites, reply: Reply, says: str) -> None:
    sites.pages[FEED] = reply
    with pytest.raises(SourceError, match=says):
        await outcomes(sites)


async def test_a_feed_that_is_gone_takes_no_page_with_it(sites: Sites) -> None:
    with pytest.raises(NotThere):
        await outcomes(sites)


async def test_an_empty_feed_says_so(sites: Sites) -> None:
    sites.pages[FEED] = rss()
    [said, _] = await outcomes(sites)
    assert said == Skipped(location=sites.link(FEED), reason="The feed lists nothing.")


async def test_of_ten_thousand_items_the_newest_are_read_and_the_rest_is_said(sites: Sites) -> None:
    start = datetime(2026, 11, 20, tzinfo=UTC)
    dated = [
        f"<item><link>/{n}</link><pubDate>{format_datetime(start + timedelta(seconds=n))}</pubDate></item>"
        for n in range(10_000)
    ]
    sites.pages[FEED] = rss(*dated)
    for n in range(9_990, 10_000):
        sites.pages[f"news.test/{n}"] = page("Story")
    said, *pages, _ = await outcomes(sites, limit=10)
    assert isinstance(said, Skipped)
    assert said.reason == "9,990 of its 10,000 items are left aside (limit = 10)."
    assert [got.link for got in pages if isinstance(got, PageRead)] == [
        sites.link(f"news.test/{n}") for n in range(9_999, 9_989, -1)
    ]


async def test_an_item_listed_twice_is_read_once(sites: Sites) -> None:
    sites.pages[FEED] = rss(item("/1"), item("/1", "Again"))
    sites.pages["news.test/1"] = page("Story")
    assert [type(got) for got in await outcomes(sites)] == [PageRead, FeedRead]
    assert sites.count("news.test/1") == 1


async def test_leaving_a_feed_half_way_leaves_nothing_running(sites: Sites) -> None:
    async def silent(_: server.Request) -> server.StreamResponse:
        await sites.over.wait()
        return server.Response()

    sites.pages[FEED] = rss(*(item(sites.link(f"{n}.test/")) for n in range(9)))
    sites.pages["0.test/"] = page("Story")
    for n in range(1, 9):
        sites.pages[f"{n}.test/"] = silent
    before = asyncio.all_tasks()
    async with sites.web() as web:
        reading = read_feed(web, sites.link(FEED))
        assert isinstance(await anext(reading), PageRead)
        await reading.aclose()
        assert not [task for task in asyncio.all_tasks() - before if "_read_item" in repr(task)]
