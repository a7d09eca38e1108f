"""The moderators' desk over a small web: what they add, what becomes of it, and what they are told."""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from aiohttp import web as server
from articles import LINES, article, feed
from web_of_troubles import Reply, Sites, redirect

from onrecord.answers import answer
from onrecord.answers.moderation import MODERATION, choices, moderate, refused
from onrecord.answers.moderation.files import as_csv, as_json_lines
from onrecord.archive import Desks
from onrecord.desk import LARGEST_FILE, Desk, UploadedFile
from onrecord.errors import OnRecordError
from onrecord.refresh import Progress, Refresher, Schedule, refresh_due
from onrecord.settings import ArchiveSettings, FolderSource, PageSource, Settings, Source
from onrecord.stories import Answer, StoryHead


class Town:
    """a refresher over a small web, in which time passes when a test says so."""

    def __init__(self, sites: Sites, desks: Desks, sources: tuple[Source, ...] = ()) -> None:
        self.sites = sites
        self.time = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
        self.files: dict[str, bytes] = {}
        settings = Settings(archive=ArchiveSettings(path=desks.shared.path), sources=sources)
        self.refresher = Refresher(desks, settings, web=sites.web(), now=lambda: self.time, random=Random(1))
        self.told: list[Progress] = []

    async def opens(self, name: str) -> UploadedFile:
        return UploadedFile(name, self.files[name])

    def at(self, desk: str = "100", by: str = "ada") -> Desk:
        return Desk(self.refresher, desk, by, opens=self.opens, tell=self.told.append)

    async def do(self, command: str, desk: str = "100", by: str = "ada", **options: str) -> Answer:
        self.time += timedelta(seconds=1)
        return await moderate(self.at(desk, by), f"coverage {command}", options)

    def link(self, place: str) -> str:
        return self.sites.link(place)

    def lay(self, *names: str) -> None:
        for name in names:
            self.sites.pages[f"news.test/{name}"] = article(name)

    async def titles(self, desk: str | None = "100") -> set[str]:
        view = await self.refresher.desks.view(desk)
        return {head.title.split()[3] for event in await view.stories(100) for head in event.stories}


@pytest.fixture
async def desks(tmp_path: Path) -> AsyncIterator[Desks]:
    async with await Desks.open(tmp_path / "archive.db") as opened:
        yield opened


@pytest.fixture
async def town(sites: Sites, desks: Desks) -> AsyncIterator[Town]:
    town = Town(sites, desks)
    async with town.refresher:
        yield town


async def test_a_page_is_told_from_a_feed_by_looking(town: Town) -> None:
    town.lay(*LINES)
    town.sites.pages["news.test/feed"] = feed("/kiln", "/tram", "/nothing", "http://10.0.0.1/")
    page = await town.do("add", link=town.link("news.test/owls"))
    assert page.heading == "Added the page “News of the owls in brief words”."
    assert "1 new" in page.text
    listed = await town.do("add", link=town.link("news.test/feed"))
    assert listed.heading == "Added the feed “Courier”."
    assert "2 new, 0 changed, 0 unchanged, 0 gone, 2 skipped" in listed.text
    assert "not there (404)" in listed.text
    assert "a private network" in listed.text
    assert page.private
    assert listed.private
    assert await town.titles() == set(LINES)
    assert {town.sites.count(f"news.test/{place}") for place in ("owls", "feed", "kiln", "tram")} == {1}


async def test_a_page_that_names_its_feed_is_a_page(town: Town) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    town.sites.pages["news.test/kiln"] = article("kiln", head=head)
    added = await town.do("add", link=town.link("news.test/kiln"))
    assert added.heading.startswith("Added the page")
    assert f"/coverage add link:{town.link('news.test/feed')}" in added.suggestions


@pytest.mark.parametrize(
    ("place", "reply", "says"),
    [
        ("news.test/kiln", Reply("<p>x</p>", headers={"tdm-reservation": "1"}), "tdm-reservation header"),
        ("news.test/robots.txt", Reply("User-agent: *\nDisallow: /", type="text/plain"), "robots.txt of news.test"),
        ("news.test/kiln", Reply("<html><body></body></html>"), "no main text"),
        ("news.test/kiln", Reply("%PDF-1.7", type="application/pdf"), "application/pdf"),
        ("news.test/kiln", redirect("http://169.254.169.254/latest/meta-data/"), "where clouds keep their keys"),
        ("news.test/kiln", Reply(status=410), "gone for good"),
        ("news.test/kiln", feed("/one", "/two"), "not there (404)"),
    ],
)
async def test_what_cannot_be_added_says_which_rule_said_no_and_leaves_nothing(
    town: Town, place: str, reply: Reply, says: str
) -> None:
    town.sites.pages["news.test/kiln"] = article("kiln")
    town.sites.pages[place] = reply
    answered = await town.do("add", link=town.link("news.test/kiln"))
    assert not answered.found
    assert says in answered.text
    assert (await town.do("sources")).heading == "There are no sources yet."
    assert not (await town.do("log")).found
    assert await town.titles() == set()


@pytest.mark.parametrize(
    "typed",
    ["", " ", "x", "ftp://news.test/", "file:///etc/passwd", "http://127.0.0.1/", "http://0x7f.1/", "localhost",
     "http://a b/", "javascript:alert(1)", "http://[::1]/", "<http://10.0.0.1>", "http://a:b@news.test/", "x" * 3000],
)  # fmt: skip
async def test_whatever_is_typed_as_a_link_gets_a_sentence(town: Town, typed: str) -> None:
    for command in ("add", "preview"):
        answered = await town.do(command, link=typed)
        assert not answered.found
        assert answered.heading.endswith((".", "?"))
    assert town.sites.asked == []


async def test_what_is_covered_already_is_not_added_twice(town: Town) -> None:
    town.lay("kiln", "tram")
    town.sites.pages["news.test/feed"] = feed("/tram")
    town.sites.pages["short.test/k"] = redirect(town.link("news.test/kiln"))
    await town.do("add", link=town.link("news.test/kiln"))
    await town.do("add", link=town.link("news.test/feed"))
    asked = len(town.sites.asked)
    again = await town.do("add", link=town.link("www.news.test/kiln/?utm_source=x#top"))
    assert (again.found, again.heading) == (False, "It is a source of this desk already.")
    story = await town.do("add", link=town.link("news.test/tram"))
    assert story.heading == "Its story is in the coverage already: “News of the tram in brief words”."
    assert len(town.sites.asked) == asked
    short = await town.do("add", link=town.link("short.test/k"))
    assert short.heading == "It is a source of this desk already."


async def test_a_file_is_read_and_kept_so_that_better_readers_can_read_it_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.files["owls.txt"] = f"Owls go free at Hollin Mill\n\n{LINES['owls']}\n".encode("cp1252")
    added = await town.do("add", file="owls.txt")
    assert added.heading == "Added the file “owls.txt”."
    assert (await town.do("add", file="owls.txt")).heading == "This file is covered already: owls.txt."
    assert "1 unchanged" in (await town.do("refresh")).text
    town.files.clear()
    monkeypatch.setattr("onrecord.refresh.transaction.reader_version", lambda: "better")
    assert "1 changed" in (await town.do("refresh")).text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("owls.exe", b"MZ", "does not end in"),
        ("owls.txt", b"", "empty"),
        ("owls.json", b"[1, 2]", "not one"),
        ("owls.txt", b"x" * (LARGEST_FILE + 1), "too large"),
        ("owls.html", b"<html><body></body></html>", "no main text"),
    ],
)
async def test_a_file_that_cannot_be_used_says_why_and_leaves_nothing(
    town: Town, name: str, data: bytes, says: str
) -> None:
    town.files[name] = data
    answered = await town.do("add", file=name)
    assert not answered.found
    assert says in answered.text
    assert not (await town.do("log")).found


async def test_a_file_of_many_stories_says_what_was_skipped(town: Town) -> None:
    good = [{"title": f"Notice {n}", "passages": [{"n": 0, "text": f"Gate {n} opens at {n}."}]} for n in range(3)]
    lines = [json.dumps(story) for story in good] + ["{oops"] * 9
    town.files["notices.jsonl"] = "\n".join(lines).encode()
    added = await town.do("add", file="notices.jsonl")
    assert "3 new" in added.text
    assert "9 skipped" in added.text
    assert "… and 4 more, in the file" in added.text
    [details] = added.files
    assert len(details.text.splitlines()) == 9
    assert all(str(n) in details.text for n in range(4, 13))


async def test_what_is_purged_of_a_file_takes_nothing_else_with_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"gate": "The gate of Orm opens at nine.", "lamp": "A lamp burns at Skerry.", "eels": "Eels sell in Vell."}
    lines = [json.dumps({"title": f"Notice of {n}", "passages": [{"n": 0, "text": t}]}) for n, t in texts.items()]
    town.files["notices.jsonl"] = "\n".join(lines).encode()
    await town.do("add", file="notices.jsonl")
    await town.do("remove", story="notice of lamp", reason="asked to")
    await town.do("purge", sure="yes")
    monkeypatch.setattr("onrecord.refresh.transaction.reader_version", lambda: "better")
    await town.do("refresh")
    view = await town.refresher.desks.view("100")
    assert {head.title for event in await view.stories(9) for head in event.stories} == {
        "Notice of gate",
        "Notice of eels",
    }


async def test_one_community_s_additions_are_its_own(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    assert await town.titles("100") == {"kiln"}
    assert await town.titles("200") == await town.titles(None) == set()
    assert (await town.do("sources", desk="200")).heading == "There are no sources yet."
    assert not (await town.do("log", desk="200")).found
    assert "200" not in await town.refresher.desks.known()
    assert not (await town.do("undo", desk="200")).found


async def test_shared_coverage_is_everybody_s(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", desk="shared", link=town.link("news.test/kiln"))
    assert await town.titles("100") == await town.titles(None) == {"kiln"}
    again = await town.do("add", link=town.link("news.test/kiln"))
    assert again.heading == "It is a source of the shared coverage already."


async def test_a_refresh_reports_and_names_every_source_in_trouble(town: Town) -> None:
    town.lay(*LINES)
    for name in LINES:
        await town.do("add", link=town.link(f"news.test/{name}"))
    town.sites.pages["news.test/kiln"] = article("kiln", "The kiln cracked on its first firing, and work begins again.")
    town.sites.pages["news.test/tram"] = Reply(status=404)
    town.sites.pages["news.test/owls"] = Reply(status=403)
    answered = await town.do("refresh")
    assert answered.heading == "0 new, 1 changed, 0 unchanged, 1 gone, 0 skipped."
    assert f"{town.link('news.test/owls')}: The server does not show the page to everybody (403)." in answered.text
    assert [step.sources for step in town.told[-3:]] == [3, 3, 3]
    assert town.told[-1].done == 3
    health = await town.do("sources")
    assert "Trouble: The server does not show the page to everybody (403)." in health.text
    assert "last read on 2 Mar 2026, 08:00 UTC" in health.text
    assert "next on 2 Mar 2026" in health.text


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


async def test_what_was_removed_is_not_brought_back_by_a_refresh(town: Town) -> None:
    town.lay("kiln", "tram")
    town.sites.pages["news.test/feed"] = feed("/kiln", "/tram")
    await town.do("add", link=town.link("news.test/feed"))
    removed = await town.do("remove", story="news of the kiln", reason="wrong town")
    assert removed.heading == "Removed “News of the kiln in brief words”: one story."
    assert await town.titles() == {"tram"}
    await town.do("refresh")
    assert await town.titles() == {"tram"}
    assert (await town.do("undo")).heading == "Brought back: News of the kiln in brief words."
    assert await town.titles() == {"kiln", "tram"}


async def test_what_a_removal_keeps_out_is_named_in_the_report(town: Town) -> None:
    town.lay("kiln", "tram")
    town.sites.pages["news.test/feed"] = [feed("/kiln"), feed("/tram", "/kiln")]
    await town.do("add", link=town.link("news.test/feed"))
    await town.do("remove", story="news of the kiln", reason="wrong town")
    town.sites.pages["news.test/kiln"] = article(
        "kiln", "The kiln of Ostrava Bend is still lit, and will be all winter."
    )
    report = await town.do("refresh")
    assert report.heading == "1 new, 0 changed, 0 unchanged, 0 gone, 1 skipped."
    assert f"{town.link('news.test/kiln')}: " in report.text
    assert await town.titles() == {"tram"}
    again = await town.do("add", link=town.link("news.test/kiln"))
    assert not again.found
    assert await town.titles() == {"tram"}


@pytest.mark.parametrize("what", ["story", "source", "host"])
async def test_what_is_shared_is_removed_for_one_community_alone(town: Town, what: str) -> None:
    town.lay("kiln")
    await town.do("add", desk="shared", link=town.link("news.test/kiln"))
    named = {"story": "news of the kiln", "source": town.link("news.test/kiln"), "host": "news.test"}[what]
    removed = await town.do("remove", reason="not for us", **{what: named})
    assert removed.found, removed.text
    assert (await town.titles("100"), await town.titles("200")) == (set(), {"kiln"})
    await town.do("refresh", desk="shared")
    assert (await town.titles("100"), await town.titles("200")) == (set(), {"kiln"})
    shown = {
        "story": "News of the kiln in brief words",
        "source": town.link("news.test/kiln"),
        "host": "host news.test",
    }
    assert (await town.do("purge")).entries[0].text == f"{shown[what]} (not for us, ada)"
    assert (await town.do("undo")).found
    assert await town.titles("100") == {"kiln"}


async def test_a_desk_can_be_full(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.desk.additions.MOST_SOURCES", 1)
    town.lay("kiln", "tram")
    assert (await town.do("add", link=town.link("news.test/kiln"))).found
    full = await town.do("add", link=town.link("news.test/tram"))
    assert full.heading == "This desk has 1 sources, and may have no more."
    assert (await town.do("add", desk="200", link=town.link("news.test/tram"))).found


async def test_a_source_and_a_host_are_removed_and_come_back(town: Town) -> None:
    town.lay("kiln", "tram")
    town.sites.pages["other.test/owls"] = article("owls")
    for place in ("news.test/kiln", "news.test/tram", "other.test/owls"):
        await town.do("add", link=town.link(place))
    gone = await town.do("remove", source=town.link("news.test/kiln"), reason="by mistake")
    assert "one story" in gone.heading
    again = await town.do("add", link=town.link("news.test/kiln"))
    assert again.heading == "ada removed this on 2026-03-02 (by mistake). /coverage undo brings it back."
    await town.do("remove", host="http://news.test/anything", reason="they asked us to")
    assert await town.titles() == {"owls"}
    assert (await town.do("undo")).found
    assert (await town.do("undo")).found
    assert await town.titles() == {"kiln", "tram", "owls"}


async def test_the_last_addition_can_be_taken_back(town: Town) -> None:
    town.lay("kiln", "tram")
    await town.do("add", link=town.link("news.test/kiln"))
    await town.do("add", link=town.link("news.test/tram"))
    undone = await town.do("undo", entry="1")
    assert undone.heading == "Taken back: News of the kiln in brief words, with one story."
    assert await town.titles() == {"tram"}
    assert not (await town.do("undo", entry="77")).found
    assert not (await town.do("undo", entry="seven")).found
    assert (await town.do("undo")).heading.startswith("Brought back")


@pytest.mark.parametrize(("entry", "left"), [("1", "tram"), ("2", "kiln")])
async def test_of_two_additions_at_one_moment_the_one_that_is_named_is_taken_back(
    town: Town, entry: str, left: str
) -> None:
    town.lay("kiln", "tram")
    for name in ("kiln", "tram"):
        await town.do("add", link=town.link(f"news.test/{name}"))
    assert (await town.do("undo", entry=entry)).heading.startswith("Taken back")
    assert await town.titles() == {left}


async def test_purging_asks_first(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    assert (await town.do("purge", sure="yes")).heading == "There is nothing to purge."
    await town.do("remove", story="news of the kiln", reason="wrong")
    asks = await town.do("purge")
    assert asks.suggestions == ("/coverage purge sure:yes",)
    assert (await town.do("purge")).heading == asks.heading
    assert (await town.do("purge", sure="yes")).heading == "Purged one removal: its text is gone."
    assert (await town.do("purge", sure="yes")).heading == "There is nothing to purge."
    assert "News of the kiln" not in (await town.do("log")).text


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"reason": "x"},
        {"story": "kiln", "source": "x", "reason": "x"},
        {"story": "news of the kiln"},
        {"story": "zzzz qqqq", "reason": "x"},
        {"source": "zzzz", "reason": "x"},
        {"host": "!!", "reason": "x"},
        {"host": "unknown.test", "reason": "x"},
    ],
)
async def test_nothing_is_removed_that_was_not_named_for_sure(town: Town, options: dict[str, str]) -> None:
    town.lay("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    answered = await town.do("remove", **options)
    assert not answered.found
    assert answered.heading.endswith((".", "?"))
    assert await town.titles() == {"kiln"}


async def test_everything_is_logged_with_who_and_when(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", by="ada", link=town.link("news.test/kiln"))
    await town.do("refresh", by="bob")
    await town.do("remove", by="cyd", story="news of the kiln", reason="x")
    await town.do("undo", by="dee")
    log = (await town.do("log")).text
    for line in (
        f"#1 added: {town.link('news.test/kiln')}\n(ada, 2 Mar 2026, 08:00 UTC)",
        "#2 refreshed: 0 new, 0 changed, 0 gone, 0 in trouble\n(bob,",
        "removed: ",
        "(cyd,",
        "brought back: ",
        "(dee,",
    ):
        assert line in log
    older = (await town.do("log", before="2")).text
    assert "#1" in older
    assert "#2" not in older


async def test_a_preview_shows_what_a_page_would_become_and_keeps_nothing(town: Town) -> None:
    town.lay("kiln")
    town.sites.pages["news.test/feed"] = feed(*(f"/{n}" for n in range(12)))
    shown = await town.do("preview", link=town.link("news.test/kiln"))
    assert shown.heading == "News of the kiln in brief words"
    assert "Hollin Courier" in shown.text
    assert LINES["kiln"] in shown.text
    assert "Ione Prager\n“It took longer than we hoped" in shown.text
    assert "Would be dropped" in shown.text
    assert shown.suggestions == (f"/coverage add link:{town.link('news.test/kiln')}",)
    listed = await town.do("preview", link=town.link("news.test/feed"))
    assert listed.heading == "A feed with 12 items: “Courier”"
    assert "… and 2 more" in listed.text
    assert await town.refresher.desks.known() == []
    await town.do("add", link=town.link("news.test/kiln"))
    assert "a source of this desk already" in (await town.do("preview", link=town.link("news.test/kiln"))).text


async def test_export_holds_the_desk_s_stories_whole_and_of_the_others_where_they_are(town: Town) -> None:
    town.lay("kiln", "tram")
    await town.do("add", desk="shared", link=town.link("news.test/kiln"))
    await town.do("add", link=town.link("news.test/tram"))
    answered = await town.do("export")
    lines, table = (file.text for file in answered.files)
    stories = {(one := json.loads(line))["desk"]: one for line in lines.splitlines()}
    assert stories["own"]["passages"][0]["text"] == LINES["tram"]
    assert stories["shared"]["title"] == "News of the kiln in brief words"
    assert LINES["kiln"] not in lines + table
    rows = list(csv.DictReader(table.removeprefix("\ufeff").splitlines()))
    assert {(row["desk"], row["title"], row["publisher"]) for row in rows} == {
        ("own", "News of the tram in brief words", "Hollin Courier"),
        ("shared", "News of the kiln in brief words", "Hollin Courier"),
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝", "\n+"])
def test_no_cell_of_the_table_is_a_formula(start: str) -> None:
    head = StoryHead(
        document="d", id="1", title=f'{start}HYPERLINK("x")', publisher=f"{start}1", authors=(f"{start}2",)
    )
    [row] = csv.DictReader(as_csv([], [head]).removeprefix("\ufeff").splitlines())
    assert all(not cell.lstrip("\t\r\n ").startswith(("=", "+", "-", "@", "＝")) for cell in row.values())


def test_a_story_is_one_line_whatever_it_holds() -> None:
    head = StoryHead(document="d", id="1", title="a\u2028b\u2029c\x85d\ne\\u2028")
    [line] = as_json_lines([], [head]).splitlines()
    assert json.loads(line)["title"] == head.title


async def test_values_are_offered_while_a_moderator_types(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    desk = town.at()
    assert await choices(desk, "coverage remove", "source", "KILN") == [town.link("news.test/kiln")]
    assert await choices(desk, "coverage remove", "story", "news of the k") == ["News of the kiln in brief words"]
    assert await choices(desk, "coverage remove", "reason", "x") == []
    assert await choices(desk, "coverage", "story", "x") == []
    assert await choices(town.at("200"), "coverage remove", "source", "") == []


@pytest.mark.parametrize("command", MODERATION)
async def test_any_text_is_answered(town: Town, command: str) -> None:
    names = [option.name for option in MODERATION[command].options if option.name != "file"]
    for typed in ("\x00", "\ud800", "' OR 1=1 --", "NEAR(", "x" * 5000, "٣", "#0", "99999999999999999999", "**"):
        answered = await moderate(town.at(), command, dict.fromkeys(names, typed))
        assert answered.heading
        assert answered.private
    wrong = await moderate(town.at(), command, {"nonsense": "x"})
    assert not wrong.found
    assert wrong.private
    member = refused(command)
    assert (member.found, member.private) == (False, True)
    assert "moderators" in member.heading
    assert not (await answer(town.refresher.desks.shared, command, {})).found


# The schedule


async def due(town: Town) -> dict[str, int]:
    """Who was refreshed in a round, and how many pages were fetched for it."""
    town.sites.asked.clear()
    return dict.fromkeys(await refresh_due(town.refresher), len(town.sites.asked))


async def test_what_is_due_is_refreshed_and_what_is_not_is_left(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    assert await due(town) == {}
    town.time += timedelta(hours=5)
    assert await due(town) == {}
    town.time += timedelta(hours=2)
    assert set(await due(town)) == {"100"}
    assert await due(town) == {}


async def test_a_round_fetches_a_page_once_for_all_desks(town: Town) -> None:
    town.lay("kiln", "tram")
    town.sites.pages["news.test/feed"] = feed("/kiln", "/tram")
    for desk in ("100", "200", "300"):
        await town.do("add", desk=desk, link=town.link("news.test/feed"))
    town.time += timedelta(days=1)
    town.sites.asked.clear()
    assert set(await refresh_due(town.refresher)) == {"100", "200", "300"}
    assert {place: town.sites.count(place) for place in town.sites.asked} == {
        "news.test/robots.txt": 1,
        "news.test/.well-known/tdmrep.json": 1,
        "news.test/feed": 1,
        "news.test/kiln": 1,
        "news.test/tram": 1,
    }


async def test_a_source_in_trouble_is_asked_less_and_less_often(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    town.sites.pages["news.test/kiln"] = Reply(status=403)
    waits: list[float] = []
    for _ in range(5):
        before, hours = town.time, 0
        while not await due(town):
            hours += 1
            town.time = before + timedelta(hours=hours)
        waits.append(hours)
    assert all(later > 1.5 * sooner for sooner, later in pairwise(waits))
    assert await town.titles() == {"kiln"}


async def test_the_schedule_survives_a_restart(sites: Sites, desks: Desks) -> None:
    town = Town(sites, desks)
    town.lay("kiln")
    async with town.refresher:
        await town.do("add", link=town.link("news.test/kiln"))
    again = Town(sites, desks)
    async with again.refresher:
        again.time = town.time + timedelta(hours=1)
        assert await due(again) == {}
        again.time += timedelta(hours=6)
        assert set(await due(again)) == {"100"}


async def test_configured_sources_are_refreshed_too_and_added_ones_stay(
    sites: Sites, desks: Desks, tmp_path: Path
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "owls.txt").write_text(f"News of the owls in brief words\n\n{LINES['owls']}\n")
    town = Town(sites, desks, (FolderSource(path=folder), PageSource(link=sites.link("news.test/tram"))))
    town.lay("kiln", "tram")
    async with town.refresher:
        assert set(await due(town)) == {"shared"}
        await town.do("add", desk="shared", link=town.link("news.test/kiln"))
        report = await town.do("refresh", desk="shared")
        assert report.heading == "0 new, 0 changed, 3 unchanged, 0 gone, 0 skipped."
        assert await town.titles() == {"owls", "tram", "kiln"}
        shown = (await town.do("sources")).text
        assert str(tmp_path) not in shown
        assert "news (folder)\nshared with everybody" in shown


async def test_one_desk_that_fails_holds_no_other_up(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    town.lay("kiln", "tram")
    await town.do("add", desk="100", link=town.link("news.test/kiln"))
    await town.do("add", desk="200", link=town.link("news.test/tram"))
    town.time += timedelta(days=1)
    own = Desks.own

    async def broken(self: Desks, desk: str) -> object:
        if desk == "100":
            raise OnRecordError("The file of this desk is damaged.")
        return await own(self, desk)

    monkeypatch.setattr(Desks, "own", broken)
    assert set(await refresh_due(town.refresher)) == {"200"}
    assert "The file of this desk is damaged." in caplog.text


async def test_the_schedule_runs_by_itself_and_ends_with_the_office(sites: Sites, desks: Desks) -> None:
    town = Town(sites, desks, (PageSource(link=sites.link("news.test/kiln")),))
    town.lay("kiln")
    waited: list[float] = []
    first_round = asyncio.Event()

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) > 1:
            first_round.set()
            await asyncio.Event().wait()

    schedule = Schedule(town.refresher, sleep)
    async with town.refresher:
        schedule.start()
        await first_round.wait()
        assert await town.titles() == {"kiln"}
        assert waited[0] >= 60
        await schedule.close()
    assert not [task for task in asyncio.all_tasks() if task.get_name() == "onrecord-schedule"]


async def test_without_a_schedule_nothing_is_due(sites: Sites, desks: Desks) -> None:
    town = Town(sites, desks)
    every = town.refresher.settings.refresh.model_copy(update={"every": "never"})
    town.refresher.settings = town.refresher.settings.model_copy(update={"refresh": every})
    town.lay("kiln")
    async with town.refresher:
        Schedule(town.refresher).start()
        await town.do("add", link=town.link("news.test/kiln"))
        assert "next on" not in (await town.do("sources")).text
        assert "No refresh on schedule" in (await town.do("status")).text
        assert not [task for task in asyncio.all_tasks() if task.get_name() == "onrecord-schedule"]
