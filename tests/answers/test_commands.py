"""What holds for every command, and the four that show stories and people."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import Say, Telling, story

from onrecord.answers import COMMANDS, answer, complete
from onrecord.archive import Archive
from onrecord.language import speaking

UGLY = [
    "",
    " ",
    "'",
    '"',
    '" OR 1=1 --',
    "NEAR(a b, 3)",
    "title:* AND NOT (x",
    "%_\\",
    "x'); DROP TABLE stories;--",
    "🦭🦭🦭",
    "👩‍👩‍👧 family",
    "\u202eevil\u202c",
    "\u200f\u200e",
    "\x00\x07\x1b[31mred",
    "\ud800",
    "a" * 4000,
    "word " * 800,
    "((((" * 900,
    "“" * 300,
    "٣٤٥",
    "文字",
    "@everyone",
]


@pytest.mark.parametrize("value", UGLY)
@pytest.mark.parametrize("command", COMMANDS)
async def test_any_value_gets_a_sentence(archive: Archive, command: str, value: str) -> None:
    for option in COMMANDS[command].options:
        found = await answer(archive, command, {option.name: value})
        assert found.heading
        assert found.text
        assert "\x1b" not in found.text
        assert await complete(archive, command, option.name, value) is not None


@given(
    st.dictionaries(st.sampled_from(["story", "quote", "speaker", "about", "name", "question", "search"]), st.text())
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_value_breaks_anything(archive: Archive, values: dict[str, str]) -> None:
    for command, known in COMMANDS.items():
        own = {option.name: values[option.name] for option in known.options if option.name in values}
        found = await answer(archive, command, own)
        assert found.text.encode()


@pytest.mark.parametrize("line", ["/summary", "/check", "/who", "/related", "/ask", "/quotes"])
async def test_a_missing_option_is_asked_for(say: Say, line: str) -> None:
    found = await say(line)
    assert not found.found
    assert found.heading
    assert found.suggestions


async def test_suggestions_are_commands_that_are_answered(say: Say) -> None:
    for line in ("/stories", "/summary story:ferry", "/who name:Holt", "/related story:frost", "/quotes", "/who"):
        for suggestion in (await say(line)).suggestions:
            assert (await say(suggestion)).found, suggestion


async def test_an_unknown_command_suggests_near_ones(say: Say) -> None:
    found = await say("/sumary story:ferry")
    assert not found.found
    assert found.suggestions[0].startswith("/summary")


async def test_an_unknown_option_is_named(say: Say) -> None:
    found = await say("/quotes speakr:Fenwick")
    assert not found.found
    assert "speakr" in found.heading
    assert "/quotes speaker:Fenwick" in found.suggestions


async def test_a_value_without_its_option(say: Say) -> None:
    found = await say("/who Idris Fenwick")
    assert not found.found
    assert found.suggestions == ("/who name:Idris Fenwick",)


async def test_too_long_a_value(say: Say) -> None:
    found = await say("/summary story:" + "ferry " * 100)
    assert not found.found
    assert "too long" in found.heading


@pytest.mark.parametrize(("locale", "sentence"), [("en-GB", "cannot be read just now"), ("es-ES", "no se pueden leer")])
async def test_what_is_wrong_with_the_archive_is_for_the_log(
    filled: Path, caplog: pytest.LogCaptureFixture, locale: str, sentence: str
) -> None:
    async with await Archive.open(filled) as archive:
        pass
    with speaking(locale):
        found = await answer(archive, "stories", {})
    assert not found.found
    assert sentence in found.heading
    assert str(filled) not in found.text
    assert str(filled) in caplog.text


# summary


async def test_summary_gives_key_points_and_the_other_outlet(say: Say) -> None:
    found = await say("/summary story:ferry pilots walk out")
    assert found.heading == "Ferry pilots walk out in Varrow Bay"
    assert [entry.style for entry in found.entries[:2]] == ["bullet", "bullet"]
    assert found.citations[found.entries[0].citation or 0].passage == 0
    assert "North Post" in found.text
    assert "Bay Courier, 4 Mar 2025, https://bay" in found.text
    assert "reposted by Harbour Digest" in found.text


async def test_what_a_page_does_not_state_is_said(say: Say) -> None:
    found = await say("/summary story:watchman museum tides")
    assert "publisher and date not stated, the page says it is AI-generated" in found.text


async def test_a_link_is_as_good_as_a_title(say: Say) -> None:
    found = await say("/summary story:https://fieldnotes.example/halden-frost?utm_source=x")
    assert found.heading.startswith("Late frost")


async def test_no_such_story(say: Say) -> None:
    found = await say("/summary story:zebra quarterly earnings")
    assert not found.found
    assert not found.citations


# who


async def test_who_gives_roles_and_counts(say: Say) -> None:
    found = await say("/who name:idris fenwik")
    assert found.heading == "Idris Fenwick"
    assert found.entries[0].text == "chairman of the Harbour Pilots' League"
    assert "Named in 2 stories" in found.text


async def test_who_for_an_organisation(say: Say) -> None:
    found = await say("/who name:quillmark")
    assert found.heading == "Quillmark Robotics (an organisation)"


# related


async def test_related_shows_the_original_and_the_other_report(say: Say) -> None:
    found = await say("/related story:ferry pilots walk out")
    assert "Bay Courier: https://baycourier.example/ferry-pilots-walk-out" in found.text
    assert "The same event, told by another outlet\n• Varrow Bay ferries stand still" in found.text


async def test_related_without_an_original(say: Say) -> None:
    found = await say("/related story:watchman museum")
    assert found.found
    assert "does not say where it was first published" in found.text


# stories


async def test_stories_newest_first_and_events_once(say: Say) -> None:
    found = await say("/stories")
    titles = [entry.lead for entry in found.entries if entry.lead]
    assert titles[0] == "Quillmark Robotics buys Lumenfold for 40 million crowns"
    assert len(titles) == 4
    assert len(found.citations) == 5
    assert titles[-1].startswith("Night watchman")


async def test_search_narrows(say: Say) -> None:
    found = await say("/stories search:astrolabe")
    assert [entry.lead for entry in found.entries] == ["Night watchman foils theft at the Museum of Tides"]
    assert not (await say("/stories search:xylophone quasar")).found


# completion


async def test_completion_offers_titles_and_names(archive: Archive) -> None:
    assert (await complete(archive, "summary", "story", "ferr"))[0].startswith(("Ferry", "Varrow"))
    assert "Idris Fenwick" in await complete(archive, "quotes", "speaker", "fen")
    assert "Odalys Brandt" in await complete(archive, "quotes", "speaker", "")
    assert len(await complete(archive, "related", "story", "")) == 5
    assert await complete(archive, "quotes", "about", "fer") == []
    assert await complete(archive, "nonsense", "x", "y") == []


@pytest.mark.parametrize(("count", "more"), [(10, False), (11, True)])
@pytest.mark.parametrize("asked", ["/stories", "/stories search:lighthouse"])
async def test_stories_say_when_there_are_more(told: Telling, asked: str, count: int, more: bool) -> None:
    towns = "Arl Brenn Corvel Dusk Elmet Fenn Garr Hollin Ister Jory Kessel".split()
    say = await told(
        [story([f"A lighthouse opened at {town}."], [], [], title=f"{town} news") for town in towns[:count]]
    )
    found = await say(asked)
    assert len(found.citations) == 10
    assert ("There are more" in found.text) is more
