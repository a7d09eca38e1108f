"""Refreshing on schedule: what is due, each page once, less often what is in trouble."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from articles import LINES, feed
from town import Town
from web_of_troubles import Reply, Sites

from onrecord.archive import Desks
from onrecord.errors import OnRecordError
from onrecord.refresh import Schedule, refresh_due
from onrecord.settings import FolderSource, PageSource


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


async def test_where_a_shared_folder_in_trouble_lies_is_told_to_nobody(
    sites: Sites, desks: Desks, tmp_path: Path
) -> None:
    town = Town(sites, desks, (FolderSource(path=tmp_path / "hidden" / "news"),))
    async with town.refresher:
        await refresh_due(town.refresher)
        for desk in ("100", "shared"):
            told = (await town.do("sources", desk=desk)).text
            assert "news (folder)" in told
            assert "Trouble: The folder cannot be read." in told
            assert "hidden" not in told


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
