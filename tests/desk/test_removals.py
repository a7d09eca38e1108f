"""Removing stories, sources and hosts at the moderators’ desk, taking that back, and purging."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from articles import LINES, article, feed
from town import Town
from web_of_troubles import Sites

from onrecord.archive import Desks
from onrecord.archive.desks.journal import note
from onrecord.settings import FolderSource


async def test_what_was_removed_is_not_brought_back_by_a_refresh(town: Town) -> None:
    town.lay("kiln", "tram")
    town.sites.pages["news.test/feed"] = feed("/kiln", "/tram")
    await town.do("add", link=town.link("news.test/feed"))
    removed = await town.do("remove", story="news of the kiln", reason="wrong town")
    assert removed.heading == "Removed “News of the kiln in brief words”: one story."
    assert await town.titles() == {"tram"}
    await town.do("refresh")
    assert await town.titles() == {"tram"}
    assert (await town.do("undo")).heading == "Brought back: “News of the kiln in brief words”."
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
        "story": "“News of the kiln in brief words”",
        "source": town.link("news.test/kiln"),
        "host": "news.test",
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
    assert again.heading == "ada removed this on 2 Mar 2026 (by mistake). /coverage undo entry:4 brings it back."
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
    assert (await town.do("undo", entry="3")).heading.startswith("Brought back")
    assert await town.titles() == {"kiln", "tram"}


async def test_undo_goes_back_act_by_act_and_never_undoes_an_undo_unasked(town: Town) -> None:
    town.lay("kiln", "tram")
    await town.do("add", link=town.link("news.test/kiln"))
    await town.do("add", link=town.link("news.test/tram"))
    await town.do("remove", story="news of the kiln", reason="wrong town")
    seen: list[set[str]] = []
    for _ in range(3):
        await town.do("undo")
        seen.append(await town.titles())
    assert seen == [{"kiln", "tram"}, {"kiln"}, set()]
    undone = await town.do("undo")
    assert (undone.found, undone.heading) == (False, "There is nothing to undo.")
    log = (await town.do("log")).text
    assert "#3 removed: “News of the kiln in brief words”\n(ada, 2 Mar 2026, 08:00 UTC · reason: wrong town)" in log
    assert "taken back: News of the tram in brief words\n(ada, 2 Mar 2026, 08:00 UTC · reason: added by mistake)" in log
    assert (await town.do("undo", entry="6")).heading == "Brought back: News of the kiln in brief words."
    again = await town.do("undo", entry="4")
    assert again.heading == "Removed “News of the kiln in brief words”: one story."
    assert not (await town.do("undo", entry="4")).found
    assert (await town.do("undo")).found
    assert await town.titles() == {"kiln"}


async def test_undo_does_not_reach_behind_a_purge_unasked(town: Town) -> None:
    town.lay("kiln", "tram")
    await town.do("add", link=town.link("news.test/kiln"))
    await town.do("add", link=town.link("news.test/tram"))
    await town.do("remove", story="news of the kiln", reason="wrong town")
    await town.do("purge", sure="yes")
    undone = await town.do("undo")
    assert undone.heading.startswith("Nothing since the last purge is left to undo.")
    assert await town.titles() == {"tram"}
    log = (await town.do("log")).text
    assert "#3 removed: a story\n(ada, 2 Mar 2026, 08:00 UTC · reason: wrong town)" in log
    assert (await town.do("undo", entry="2")).found
    assert await town.titles() == set()


async def test_an_act_of_long_ago_can_be_undone_and_purged_by_its_number_and_without(town: Town) -> None:
    town.lay("kiln", "tram")
    await town.do("add", link=town.link("news.test/kiln"))
    await town.do("remove", story="news of the kiln", reason="wrong town")
    await town.do("add", link=town.link("news.test/tram"))
    async with (await town.at().archive()).connections.writing() as db:
        for _ in range(600):
            await note(db, "ada", town.time, "refresh", "0 new, 0 changed, 0 gone, 0 skipped, 0 in trouble")
    assert (await town.do("undo", entry="1000")).heading == "There is no entry 1000 in the log."
    assert (await town.do("purge", entry="1000")).heading == "There is nothing to purge."
    assert (await town.do("purge", entry="2")).heading == "Delete one removal’s text for good?"
    assert (await town.do("undo", entry="2")).heading == "Brought back: “News of the kiln in brief words”."
    assert (await town.do("undo")).heading.startswith("Taken back: News of the tram")


@pytest.mark.parametrize("what", ["story", "source", "host"])
async def test_what_was_purged_stays_out_whichever_act_before_it_is_undone(town: Town, what: str) -> None:
    town.lay("kiln")
    town.sites.pages["other.test/kiln"] = article("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    named = {"story": "news of the kiln", "source": town.link("news.test/kiln"), "host": "news.test"}[what]
    for command in ("remove", "undo", "remove"):
        assert (await town.do(command, **({what: named, "reason": "wrong town"} if command == "remove" else {}))).found
    asks = await town.do("purge")
    assert "Nobody can undo that: what was removed stays out for good." in asks.text
    await town.do("purge", sure="yes")
    purged = "ada removed this on 2 Mar 2026 (wrong town). It was purged since, and stays out."
    said = {n: (await town.do("undo", entry=str(n))).heading for n in (2, 3, 4, 5)}
    assert said == {2: "What entry 2 of the log did does not stand any more.", 3: purged, 4: purged, 5: purged}
    assert (await town.do("undo")).heading.startswith("Nothing since the last purge")
    assert (await town.do("purge")).heading == "There is nothing to purge."
    assert not (await town.do("add", link=town.link("news.test/kiln"))).found
    elsewhere = await town.do("add", link=town.link("other.test/kiln"))
    # Of a source only its own documents go.
    assert elsewhere.found == (what == "source")
    assert await town.titles() == ({"kiln"} if what == "source" else set())


async def test_an_undo_is_not_undone_when_the_same_was_removed_again(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", link=town.link("news.test/kiln"))
    for command in ("remove", "undo", "remove"):
        await town.do(command, **({"story": "news of the kiln", "reason": "wrong town"} if command == "remove" else {}))
    again = await town.do("undo", entry="3")
    assert again.heading == "ada removed this on 2 Mar 2026 (wrong town). /coverage undo entry:4 brings it back."
    assert (await town.do("undo", entry="4")).found
    assert (await town.do("undo", entry="3")).heading.startswith("Removed")
    assert await town.titles() == set()


async def test_undo_says_what_is_not_back_for_another_removal_keeps_it_out(town: Town) -> None:
    town.lay("kiln", "tram")
    town.sites.pages["other.test/owls"] = article("owls")
    town.sites.pages["news.test/feed"] = feed("/kiln", "/tram", town.link("other.test/owls"))
    await town.do("add", link=town.link("news.test/feed"))
    await town.do("remove", source=town.link("news.test/feed"), reason="not for us")
    await town.do("add", link=town.link("other.test/owls"))
    await town.do("remove", host="other.test", reason="they asked")
    partly = await town.do("undo", entry="2")
    assert partly.heading == "Brought back: Courier."
    assert "Not all of it is back: another removal keeps out the rest." in partly.text
    assert await town.titles() == {"kiln", "tram"}
    await town.do("remove", story="news of the kiln", reason="wrong town")
    await town.do("remove", host="news.test", reason="they asked")
    nothing = await town.do("undo", entry="6")
    assert nothing.heading.startswith("This was undone, and yet nothing is back: “News of the kiln in brief words”")
    assert await town.titles() == set()
    whole = await town.do("undo", entry="7")
    assert whole.text.startswith("Brought back: news.test.\n\nTry")
    assert await town.titles() == {"kiln", "tram"}


@pytest.fixture
async def folder_town(sites: Sites, desks: Desks, tmp_path: Path) -> AsyncIterator[Town]:
    folder = tmp_path / "hidden" / "ledger"
    folder.mkdir(parents=True)
    for name in ("kiln", "tram"):
        (folder / f"{name}.txt").write_text(f"News of the {name} in brief words\n\n{LINES[name]}\n", "utf-8")
    town = Town(sites, desks, (FolderSource(path=folder),))
    async with town.refresher:
        await town.do("refresh", desk="shared")
        yield town


async def test_a_shared_folder_goes_by_its_name_and_is_nobody_s_to_purge(folder_town: Town) -> None:
    town = folder_town
    said = [await town.do("remove", source="ledger", reason="not for us"), await town.do("sources")]
    assert "shared with everybody · removed here on 2 Mar 2026: not for us" in said[-1].text
    assert "next on" not in said[-1].text
    said.append(await town.do("remove", source="ledger", reason="again"))
    assert said[-1].heading == "ada removed this on 2 Mar 2026 (not for us). /coverage undo entry:1 brings it back."
    said.append(await town.do("undo"))
    assert said[-1].heading == "Brought back: ledger."
    said += [await town.do("undo", entry="2"), await town.do("purge"), await town.do("purge", sure="yes")]
    assert said[-1].heading == "Purged one removal."
    stays = "2 stories are of the shared coverage: they stay hidden here for good, and their text stays there for"
    assert stays in said[-1].text
    assert stays in said[-2].text
    said += [await town.do("log"), await town.do("log", desk="shared")]
    assert "hidden/ledger" not in " ".join(one.text for one in said)
    assert "folder:" not in " ".join(one.text for one in said)
    assert (await town.titles("100"), await town.titles("200")) == (set(), {"kiln", "tram"})


async def test_a_site_is_removed_once_however_it_is_written(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", desk="shared", link=town.link("news.test/kiln"))
    assert (await town.do("remove", host="ｎｅｗｓ.test", reason="not for us")).found
    assert await town.titles("100") == set()
    again = await town.do("remove", host="NEWS.test/kiln", reason="again")
    assert again.heading == "ada removed this on 2 Mar 2026 (not for us). /coverage undo entry:1 brings it back."
    assert (await town.do("undo", entry="1")).found
    assert await town.titles("100") == {"kiln"}


async def test_a_story_that_two_removals_keep_out_is_counted_once(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", desk="shared", link=town.link("news.test/kiln"))
    await town.do("remove", source=town.link("news.test/kiln"), reason="not for us")
    await town.do("remove", host="news.test", reason="nor this site")
    assert "One story is of the shared coverage" in (await town.do("purge")).text


async def test_a_removal_that_finds_nothing_left_names_no_id(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", desk="shared", link=town.link("news.test/kiln"))
    await town.do("remove", story="news of the kiln", reason="wrong town")
    await town.do("undo")
    await town.do("remove", host="news.test", reason="not for us")
    assert (await town.do("undo", entry="2")).heading == "There is nothing of this story to remove."


async def test_folders_of_one_name_are_told_apart(sites: Sites, desks: Desks, tmp_path: Path) -> None:
    folders = [tmp_path / place / "news" for place in ("a", "b")]
    for folder, name in zip(folders, ("kiln", "tram"), strict=True):
        folder.mkdir(parents=True)
        (folder / f"{name}.txt").write_text(f"News of the {name} in brief words\n\n{LINES[name]}\n", "utf-8")
    town = Town(sites, desks, tuple(FolderSource(path=folder) for folder in folders))
    async with town.refresher:
        await town.do("refresh", desk="shared")
        assert "news (2) (folder)" in (await town.do("sources")).text
        await town.do("remove", source="news (2)", reason="not for us")
        assert await town.titles() == {"kiln"}


async def test_of_feeds_of_one_name_none_is_removed_unasked(town: Town) -> None:
    town.lay("kiln", "tram")
    for place in ("one", "two"):
        town.sites.pages[f"news.test/{place}"] = feed("/kiln" if place == "one" else "/tram")
        await town.do("add", link=town.link(f"news.test/{place}"))
    asks = await town.do("remove", source="Courier", reason="not for us")
    assert (asks.found, asks.heading) == (False, "“Courier” could be more than one source. Which do you mean?")
    assert any(town.link("news.test/two") in one for one in asks.suggestions)
    assert await town.titles() == {"kiln", "tram"}
    await town.do("remove", source=town.link("news.test/two"), reason="not for us")
    assert await town.titles() == {"kiln"}


async def test_a_source_that_was_removed_takes_nothing_with_it_that_another_tells(folder_town: Town) -> None:
    town = folder_town
    await town.do("remove", source="ledger", reason="not for us")
    town.files["kiln.txt"] = f"News of the kiln in brief words\n\n{LINES['kiln']}\n".encode()
    assert "New\n• News of the kiln" in (await town.do("add", file="kiln.txt")).text
    assert (await town.titles("100"), await town.titles("200")) == ({"kiln"}, {"kiln", "tram"})
    await town.do("undo", entry="1")
    view = await town.refresher.desks.view("100")
    assert [len(event.stories) for event in await view.stories(9)] == [1, 1]
    await town.do("remove", story="news of the kiln", reason="wrong town")
    assert await town.titles("100") == {"tram"}


async def test_what_is_to_be_purged_of_a_file_goes_by_the_file_s_name(town: Town) -> None:
    for name in ("one.txt", "two.txt"):
        town.files[name] = f"News of the kiln in brief words\n\n{LINES['kiln']}\n".encode()
        await town.do("add", file=name)
    await town.do("undo")
    assert await town.titles() == {"kiln"}
    assert (await town.do("purge")).entries[0].text == "two.txt (added by mistake, ada)"
    assert (await town.do("undo", entry="3")).heading == "Brought back: two.txt."
    assert "next on" not in (await town.do("sources")).text


async def test_a_file_whose_story_was_removed_says_so(town: Town) -> None:
    town.files["kiln.txt"] = f"News of the kiln in brief words\n\n{LINES['kiln']}\n".encode()
    await town.do("add", file="kiln.txt")
    await town.do("remove", story="news of the kiln", reason="wrong town")
    again = await town.do("add", file="kiln.txt")
    assert again.heading == "ada removed this on 2 Mar 2026 (wrong town). /coverage undo entry:2 brings it back."
    await town.do("purge", sure="yes")
    again = await town.do("add", file="kiln.txt")
    assert again.heading == "ada removed this on 2 Mar 2026 (wrong town). It was purged since, and stays out."


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
        {"source": "k", "reason": "x"},
        {"source": "iln", "reason": "x"},
        {"source": "http", "reason": "x"},
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
