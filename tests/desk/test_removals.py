"""Removing stories, sources and hosts at the moderators’ desk, taking that back, and purging."""

from __future__ import annotations

import json

import pytest
from articles import article, feed
from town import Town


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
