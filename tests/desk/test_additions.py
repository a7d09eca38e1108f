"""Adding pages, feeds and files at the moderators’ desk, and looking at what they would become."""

from __future__ import annotations

import json

import pytest
from articles import LINES, article, feed
from town import Town
from web_of_troubles import Reply, redirect

from onrecord.desk import LARGEST_FILE


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


async def test_what_came_of_a_file_is_named_and_what_it_only_tells_again(town: Town) -> None:
    said = "News of the {0} in brief words\n\n{1}\n\nThe council of Ostrava Bend talks of it in the autumn.\n"
    for name in ("kiln", "tram", "owls"):
        town.files[f"{name}.txt"] = said.format(name, LINES[name]).encode()
    town.files["copy.txt"] = town.files["kiln.txt"]
    await town.do("add", desk="shared", file="tram.txt")
    assert "New\n• News of the kiln in brief words" in (await town.do("add", file="kiln.txt")).text
    again = "Told before, and now by this too\n• News of the {} in brief words"
    assert again.format("kiln") in (await town.do("add", file="copy.txt")).text
    assert again.format("tram") in (await town.do("add", file="tram.txt")).text
    assert again.format("owls") not in (await town.do("add", file="owls.txt")).text
    assert await town.titles() == {"kiln", "tram", "owls"}


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("owls.exe", b"MZ", "does not end in"),
        ("owls.txt", b"", "empty"),
        ("owls.json", b"[1, 2]", "not one"),
        ("owls.txt", b"x" * (LARGEST_FILE + 1), "too large: 10.1 MB, of at most 10 MB"),
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
    assert "Line 4 is not JSON, from column 2 on." in added.text
    assert "… and 4 more, in the file" in added.text
    [details] = added.files
    assert len(details.text.splitlines()) == 12
    assert all(str(n) in details.text for n in range(4, 13))


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


async def test_a_desk_can_be_full(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.desk.additions.MOST_SOURCES", 1)
    town.lay("kiln", "tram")
    assert (await town.do("add", link=town.link("news.test/kiln"))).found
    full = await town.do("add", link=town.link("news.test/tram"))
    assert full.heading == "This desk has 1 sources, and may have no more."
    assert (await town.do("add", desk="200", link=town.link("news.test/tram"))).found


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
