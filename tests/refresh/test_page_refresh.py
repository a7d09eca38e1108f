"""Pages and feeds all the way into the archive, from the configuration on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web as server
from articles import LINES, article, feed
from web_of_troubles import HOME, Reply, Sites, redirect

from onrecord.archive import Archive
from onrecord.console import load
from onrecord.refresh import Progress, Refresher, Report, refresh, transaction
from onrecord.settings import FeedSource, PageSource, Source, load_settings


@pytest.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    async with await Archive.open(tmp_path / "archive.db") as opened:
        yield opened


class Desk:
    def __init__(self, sites: Sites, archive: Archive) -> None:
        self.sites = sites
        self.archive = archive

    def page(self, place: str) -> PageSource:
        return PageSource(link=self.sites.link(place))

    def feed(self, place: str = "news.test/feed", limit: int = 100) -> FeedSource:
        return FeedSource(link=self.sites.link(place), limit=limit)

    async def refresh(self, *sources: Source) -> Report:
        return await refresh(self.archive, sources, web=self.sites.web())

    async def titles(self) -> set[str]:
        return {story.title.split()[3] for event in await self.archive.stories(100) for story in event.stories}


@pytest.fixture
def desk(sites: Sites, archive: Archive) -> Desk:
    return Desk(sites, archive)


def counted(report: Report) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.gone


async def test_a_page_becomes_a_story_with_its_own_link_and_publisher(desk: Desk) -> None:
    desk.sites.pages["short.test/k"] = redirect(desk.sites.link("news.test/kiln"))
    desk.sites.pages["news.test/kiln"] = article("kiln")
    assert counted(await desk.refresh(desk.page("short.test/k"))) == (1, 0, 0, 0)
    [event] = await desk.archive.stories(5)
    [head] = event.stories
    assert head.title == "News of the kiln in brief words"
    assert head.publisher == "Hollin Courier"
    assert head.document == desk.sites.link("news.test/kiln")
    [quote] = await desk.archive.quotes()
    assert quote.quote.speaker == "Ione Prager"


async def test_an_unchanged_page_keeps_its_story_and_costs_one_small_answer(desk: Desk) -> None:
    desk.sites.pages["news.test/kiln"] = [article("kiln", etag='"1"'), Reply(status=304)]
    await desk.refresh(desk.page("news.test/kiln"))
    report = await desk.refresh(desk.page("news.test/kiln"))
    assert counted(report) == (0, 0, 1, 0)
    assert desk.sites.requests[-1].headers["If-None-Match"] == '"1"'
    assert await desk.titles() == {"kiln"}


async def test_a_page_whose_markup_alone_differs_is_unchanged(desk: Desk) -> None:
    desk.sites.pages["news.test/kiln"] = [article("kiln"), article("kiln", head="<script>let token = 2</script>")]
    await desk.refresh(desk.page("news.test/kiln"))
    assert counted(await desk.refresh(desk.page("news.test/kiln"))) == (0, 0, 1, 0)


async def test_a_page_with_new_words_is_changed(desk: Desk) -> None:
    again = "The kiln of Ostrava Bend cracked on its first firing, and the repairs begin once more on Monday."
    desk.sites.pages["news.test/kiln"] = [article("kiln", etag='"1"'), article("kiln", again, etag='"2"')]
    await desk.refresh(desk.page("news.test/kiln"))
    assert counted(await desk.refresh(desk.page("news.test/kiln"))) == (0, 1, 0, 0)
    assert (await desk.archive.find_passages("cracked"))[0].passage.text == again


async def test_a_page_with_another_title_is_the_same_story_under_its_new_title(desk: Desk) -> None:
    again = article("kiln")
    again.body = str(again.body).replace("News of the kiln in brief words", "Word from the kiln at last")
    desk.sites.pages["news.test/kiln"] = [article("kiln"), again]
    await desk.refresh(desk.page("news.test/kiln"))
    [before] = (await desk.archive.stories(5))[0].stories
    assert counted(await desk.refresh(desk.page("news.test/kiln"))) == (0, 1, 0, 0)
    [event] = await desk.archive.stories(5)
    [after] = event.stories
    assert after.title == "Word from the kiln at last"
    assert (after.id, after.version) == (before.id, before.version)


async def test_a_page_that_moves_is_the_same_story_and_is_followed(desk: Desk) -> None:
    desk.sites.pages["news.test/kiln"] = [article("kiln"), redirect(desk.sites.link("news.test/2026/kiln"), 301)]
    desk.sites.pages["news.test/2026/kiln"] = article("kiln")
    desk.sites.pages["news.test/feed"] = [feed("/kiln"), feed("/kiln"), feed("/2026/kiln")]
    await desk.refresh(desk.feed())
    for _ in range(2):
        report = await desk.refresh(desk.feed())
        assert not report.errors
        assert not report.skipped
        [event] = await desk.archive.stories(5)
        assert len(event.stories) == 1
    assert (await desk.archive.counts()).stories == 1


@pytest.mark.parametrize("status", [403, 429, 500, 503])
async def test_a_server_in_trouble_takes_no_story_away(desk: Desk, status: int) -> None:
    desk.sites.pages["news.test/kiln"] = [article("kiln"), Reply(status=status)]
    await desk.refresh(desk.page("news.test/kiln"))
    report = await desk.refresh(desk.page("news.test/kiln"))
    assert counted(report) == (0, 0, 0, 0)
    [trouble] = report.errors
    assert trouble.source == desk.sites.link("news.test/kiln")
    assert f"({status})" in trouble.reason
    assert await desk.titles() == {"kiln"}


async def test_a_page_that_opts_out_later_is_not_read_again_and_the_rule_is_said(desk: Desk) -> None:
    new = article("kiln", "Entirely new words that were never meant for machines to read, the editors say.")
    new.headers = {"tdm-reservation": "1"}
    desk.sites.pages["news.test/kiln"] = [article("kiln"), new]
    await desk.refresh(desk.page("news.test/kiln"))
    [trouble] = (await desk.refresh(desk.page("news.test/kiln"))).errors
    assert "tdm-reservation header" in trouble.reason
    assert not await desk.archive.find_passages("editors")


@pytest.mark.parametrize("status", [404, 410])
async def test_a_page_is_gone_when_its_server_says_so(desk: Desk, status: int) -> None:
    desk.sites.pages["news.test/kiln"] = [article("kiln", etag="x"), Reply(status=status)]
    await desk.refresh(desk.page("news.test/kiln"))
    assert counted(await desk.refresh(desk.page("news.test/kiln"))) == (0, 0, 0, 1)
    assert await desk.titles() == set()
    [trouble] = (await desk.refresh(desk.page("news.test/kiln"))).errors
    assert str(status) in trouble.reason
    assert "If-None-Match" not in desk.sites.requests[-1].headers


async def test_a_page_that_was_emptied_keeps_its_story_and_is_asked_for_again(desk: Desk) -> None:
    desk.sites.pages["news.test/kiln"] = [
        article("kiln", etag='"1"'),
        Reply("<html><body></body></html>", headers={"ETag": '"2"'}),
    ]
    await desk.refresh(desk.page("news.test/kiln"))
    for _ in range(2):
        report = await desk.refresh(desk.page("news.test/kiln"))
        [skipped] = report.skipped
        assert "What it told before stays" in skipped.reason
        assert await desk.titles() == {"kiln"}
    asked = [request.headers.get("If-None-Match") for request in desk.sites.requests if request.path == "/kiln"]
    assert asked == [None, '"1"', None]


async def test_a_feed_s_pages_come_in_and_stay_when_it_lists_others(desk: Desk) -> None:
    for name in LINES:
        desk.sites.pages[f"news.test/{name}"] = article(name)
    desk.sites.pages["news.test/feed"] = [feed("/kiln", "/tram"), feed("/tram", "/owls")]
    assert counted(await desk.refresh(desk.feed())) == (2, 0, 0, 0)
    assert counted(await desk.refresh(desk.feed())) == (1, 0, 1, 0)
    assert await desk.titles() == {"kiln", "tram", "owls"}


async def test_an_unchanged_feed_costs_one_request_and_is_reported_whole(desk: Desk) -> None:
    desk.sites.pages["news.test/kiln"], desk.sites.pages["news.test/tram"] = article("kiln"), article("tram")
    desk.sites.pages["news.test/feed"] = [feed("/kiln", "/tram", etag='"f"'), Reply(status=304)]
    await desk.refresh(desk.feed())
    desk.sites.asked.clear()
    assert counted(await desk.refresh(desk.feed())) == (0, 0, 2, 0)
    assert desk.sites.asked == ["news.test/robots.txt", "news.test/feed"]


async def test_one_bad_item_and_one_bad_source_leave_the_others_be(desk: Desk) -> None:
    desk.sites.pages["news.test/kiln"], desk.sites.pages["other.test/owls"] = article("kiln"), article("owls")
    desk.sites.pages["news.test/feed"] = feed("/kiln", "/nothing", "http://192.168.0.1/")
    report = await desk.refresh(desk.feed(), desk.feed("other.test/feed"), desk.page("other.test/owls"))
    assert counted(report) == (2, 0, 0, 0)
    assert {skipped.location for skipped in report.skipped} == {
        desk.sites.link("news.test/nothing"),
        "http://192.168.0.1/",
    }
    assert [trouble.source for trouble in report.errors] == [desk.sites.link("other.test/feed")]
    assert await desk.titles() == {"kiln", "owls"}


async def test_a_source_taken_out_and_put_back_is_read_anew(desk: Desk) -> None:
    desk.sites.pages["news.test/kiln"] = article("kiln", etag='"1"')
    desk.sites.pages["news.test/feed"] = feed("/kiln", etag='"f"')
    await desk.refresh(desk.feed())
    assert counted(await desk.refresh()) == (0, 0, 0, 1)
    assert await desk.titles() == set()
    desk.sites.requests.clear()
    assert counted(await desk.refresh(desk.feed())) == (1, 0, 0, 0)
    assert not any("If-None-Match" in request.headers for request in desk.sites.requests)


async def test_better_readers_read_every_page_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.sites.pages["news.test/kiln"] = article("kiln", etag='"1"')
    desk.sites.pages["news.test/feed"] = feed("/kiln", etag='"f"')
    await desk.refresh(desk.feed())
    monkeypatch.setattr(transaction, "reader_version", lambda: "better")
    desk.sites.requests.clear()
    assert counted(await desk.refresh(desk.feed())) == (0, 1, 0, 0)
    assert not any("If-None-Match" in request.headers for request in desk.sites.requests)


async def test_the_archive_is_free_while_pages_are_fetched(desk: Desk) -> None:
    asked, answer = asyncio.Event(), asyncio.Event()

    async def slow(_: server.Request) -> server.StreamResponse:
        asked.set()
        await answer.wait()
        return server.Response(text=str(article("kiln").body), content_type="text/html")

    desk.sites.pages["news.test/kiln"] = slow
    task = asyncio.create_task(desk.refresh(desk.page("news.test/kiln")))
    await asked.wait()
    async with desk.archive.writing("somebody else"):
        assert await desk.archive.document_sources() == []
    answer.set()
    assert counted(await task) == (1, 0, 0, 0)


async def test_a_cancelled_refresh_changes_nothing_and_stops_fetching(desk: Desk) -> None:
    asked = asyncio.Event()

    async def silent(_: server.Request) -> server.StreamResponse:
        asked.set()
        await desk.sites.over.wait()
        return server.Response()

    desk.sites.pages["news.test/kiln"], desk.sites.pages["news.test/silent"] = article("kiln"), silent
    desk.sites.pages["news.test/feed"] = feed("/kiln", "/silent", "/tram")
    task = asyncio.create_task(desk.refresh(desk.feed()))
    await asked.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await desk.titles() == set()
    assert "news.test/tram" not in desk.sites.asked


async def test_a_source_that_takes_too_long_keeps_what_it_gave_and_goes_on_next_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadlines: list[asyncio.Timeout] = []
    real_timeout = asyncio.timeout

    def timeout(_: float) -> asyncio.Timeout:
        deadlines.append(real_timeout(None))
        return deadlines[-1]

    def tell(progress: Progress) -> None:
        if not progress.done:
            deadlines[0].reschedule(0)

    async def silent(_: server.Request) -> server.StreamResponse:
        await desk.sites.over.wait()
        return server.Response()

    async def kiln(request: server.Request) -> server.StreamResponse:
        if "If-None-Match" in request.headers:
            return server.Response(status=304)
        return server.Response(text=str(article("kiln").body), content_type="text/html", headers={"ETag": '"k"'})

    desk.sites.pages |= {"news.test/kiln": kiln, "other.test/tram": silent}
    desk.sites.pages["news.test/feed"] = feed("/kiln", desk.sites.link("other.test/tram"), etag='"f"')
    with monkeypatch.context() as patched:
        patched.setattr(asyncio, "timeout", timeout)
        late = await refresh(desk.archive, [desk.feed()], tell, desk.sites.web())
    [trouble] = late.errors
    assert "the rest waits for the next refresh" in trouble.reason
    desk.sites.pages["other.test/tram"] = article("tram")
    await desk.refresh(desk.feed())
    assert await desk.titles() == {"kiln", "tram"}


async def test_progress_names_the_source(desk: Desk) -> None:
    for name in LINES:
        desk.sites.pages[f"news.test/{name}"] = article(name)
    desk.sites.pages["news.test/feed"] = feed(*(f"/{name}" for name in LINES))
    told: list[Progress] = []
    await refresh(desk.archive, [desk.feed()], told.append, desk.sites.web())
    assert {progress.source for progress in told} == {desk.sites.link("news.test/feed")}
    assert sorted({progress.seen for progress in told}) == [1, 2, 3]
    assert (told[-1].done, told[-1].sources) == (1, 1)


async def test_from_the_configuration_to_answers(sites: Sites, tmp_path: Path) -> None:
    sites.pages[f"{HOME}/kiln"], sites.pages[f"{HOME}/tram"] = article("kiln"), article("tram")
    sites.pages[f"{HOME}/feed"] = feed("/tram")
    config = tmp_path / "config.toml"
    config.write_text(
        f"[[sources]]\nkind = 'page'\nlink = 'http://{HOME}:{sites.port}/kiln'\n"
        f"[[sources]]\nkind = 'feed'\nlink = 'http://{HOME}:{sites.port}/feed'\n"
        f"[[sources]]\nkind = 'page'\nlink = 'http://{HOME}:{sites.port + 1}/private'\n"
        f"[web]\nopen = ['{HOME}:{sites.port}']\n"
    )
    settings = load_settings(config)
    async with Refresher.open(settings) as refresher:
        report = await load(refresher)
        assert (await refresher.desks.shared.counts()).stories == 2
    assert counted(report) == (2, 0, 0, 0)
    [trouble] = report.errors
    assert "Only the web's usual ports are read" in trouble.reason


async def test_a_page_that_a_feed_and_a_page_source_name_is_skipped_once(desk: Desk) -> None:
    desk.sites.pages["news.test/feed"] = feed(desk.sites.link("news.test/kiln"))
    desk.sites.pages["news.test/kiln"] = Reply("<html><body></body></html>")
    [skipped] = (await desk.refresh(desk.feed(), desk.page("news.test/kiln"))).skipped
    assert skipped.location == desk.sites.link("news.test/kiln")
