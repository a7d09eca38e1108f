"""What a moderator sees of a desk: its log and its export; and whatever is typed there gets an answer."""

from __future__ import annotations

import csv
import json

import pytest
from articles import LINES
from town import Town

from onrecord.answers import answer
from onrecord.answers.moderation import MODERATION, choices, moderate, refused
from onrecord.answers.moderation.files import as_csv, as_json_lines
from onrecord.stories import StoryHead


async def test_everything_is_logged_with_who_and_when(town: Town) -> None:
    town.lay("kiln")
    await town.do("add", by="ada", link=town.link("news.test/kiln"))
    await town.do("refresh", by="bob")
    await town.do("remove", by="cyd", story="news of the kiln", reason="x")
    await town.do("undo", by="dee")
    log = (await town.do("log")).text
    for line in (
        f"#1 added: {town.link('news.test/kiln')}\n(ada, 2 Mar 2026, 08:00 UTC)",
        "#2 refreshed: 0 new, 0 changed, 0 gone, 0 skipped, 0 in trouble\n(bob,",
        "removed: ",
        "(cyd,",
        "brought back: ",
        "(dee,",
    ):
        assert line in log
    older = (await town.do("log", before="2")).text
    assert "#1" in older
    assert "#2" not in older
    assert (await town.do("log", before="1")).heading == "The log has nothing older."
    assert (await town.do("log", desk="200", before="1")).heading == "The log has nothing older."


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
