"""Refreshing a desk by hand, one at a time, and stopping that."""

from __future__ import annotations

import asyncio

from aiohttp import web as server
from articles import LINES, article, feed
from town import Town
from web_of_troubles import Reply, Sites

from onrecord.archive import Desks


async def test_a_refresh_reports_and_names_every_source_in_trouble(town: Town) -> None:
    town.lay(*LINES)
    for name in LINES:
        await town.do("add", link=town.link(f"news.test/{name}"))
    town.sites.pages["news.test/kiln"] = article("kiln", "The kiln cracked on its first firing, and work begins again.")
    town.sites.pages["news.test/tram"] = Reply(status=404)
    town.sites.pages["news.test/owls"] = Reply(status=403)
    answered = await town.do("refresh")
    assert answered.heading == "0 new, 1 changed, 0 unchanged, 1 gone, 0 skipped."
    assert "Gone\n• News of the tram in brief words\n" in answered.text + "\n"
    assert "1 gone, 0 skipped, 1 in trouble (gone: News of the tram in brief words)" in (await town.do("log")).text
    assert f"{town.link('news.test/owls')}: The server does not show the page to everybody (403)." in answered.text
    assert [step.sources for step in town.told[-3:]] == [3, 3, 3]
    assert town.told[-1].done == 3
    health = await town.do("sources")
    assert "Trouble: The server does not show the page to everybody (403)." in health.text
    assert "last read on 2 Mar 2026, 08:00 UTC" in health.text
    assert "next on 2 Mar 2026" in health.text


async def test_a_story_that_something_else_tells_is_not_called_gone(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    town.files["kiln.html"] = str(article("kiln").body).encode()
    await town.do("add", file="kiln.html")
    town.sites.pages["news.test/kiln"] = Reply(status=410)
    answered = await town.do("refresh")
    assert "1 gone" in answered.heading
    assert "• News of the kiln in brief words (something else tells it still)" in answered.text
    assert "(gone:" not in (await town.do("log")).text
    assert await town.titles() == {"kiln"}


async def test_a_long_report_comes_as_a_file(town: Town) -> None:
    town.sites.pages["news.test/feed"] = feed("/kiln", *(f"/missing-{n}" for n in range(30)))
    town.lay("kiln")
    added = await town.do("add", link=town.link("news.test/feed"))
    assert len(added.text) < 2500
    [details] = added.files
    assert all(f"/missing-{n}: " in details.text for n in range(30))


def silent(town: Town, asked: asyncio.Event) -> object:
    async def page(_: server.Request) -> server.StreamResponse:
        asked.set()
        await town.sites.over.wait()
        return server.Response()

    return page


async def test_one_refresh_at_a_time_for_each_desk(town: Town) -> None:
    town.lay("kiln")
    town.sites.pages["other.test/tram"] = article("tram")
    asked = asyncio.Event()
    await town.do("add", link=town.link("news.test/kiln"))
    await town.do("add", desk="200", link=town.link("other.test/tram"))
    town.sites.pages["news.test/kiln"] = silent(town, asked)  # pyright: ignore[reportArgumentType]
    first = asyncio.create_task(town.do("refresh", by="ada"))
    await asked.wait()
    second = await town.do("refresh", by="bob")
    assert second.heading == "A refresh of this desk is under way already, started by ada."
    assert "started by ada" in (await town.do("status")).text
    assert (await town.do("refresh", desk="200")).found
    assert not (await town.do("cancel", desk="200")).found
    stopping = await town.do("cancel", by="bob")
    assert stopping.heading == "The refresh that ada started is being stopped."
    assert (await first).heading == "The refresh was stopped by bob; nothing has changed."
    assert await town.titles() == {"kiln"}
    assert (await town.do("cancel")).heading == "No refresh is under way."
    assert "stopped: refresh" in (await town.do("log")).text
    town.lay("kiln")
    assert (await town.do("refresh")).found


async def test_a_refresher_that_closes_stops_what_is_under_way(sites: Sites, desks: Desks) -> None:
    town = Town(sites, desks)
    town.lay("kiln")
    asked = asyncio.Event()
    async with town.refresher:
        await town.do("add", link=town.link("news.test/kiln"))
        town.sites.pages["news.test/kiln"] = silent(town, asked)  # pyright: ignore[reportArgumentType]
        task = asyncio.create_task(town.do("refresh"))
        await asked.wait()
    assert "stopped by the bot, which is closing" in (await task).text


async def test_a_source_whose_link_is_still_looked_at_when_the_refresher_closes_is_not_added(
    sites: Sites, desks: Desks
) -> None:
    town = Town(sites, desks)
    asked, may_answer = asyncio.Event(), asyncio.Event()

    async def page(_: server.Request) -> server.Response:
        asked.set()
        await may_answer.wait()
        return server.Response(text=str(article("kiln").body), content_type="text/html")

    town.sites.pages["news.test/kiln"] = page
    async with town.refresher:
        task = asyncio.create_task(town.do("add", link=town.link("news.test/kiln")))
        await asked.wait()
    may_answer.set()
    assert "stopped by the bot, which is closing" in (await task).text
    assert await town.titles() == set()
