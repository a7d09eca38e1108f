from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from invented import Say, person, story

from onrecord.answers import COMMANDS, answer
from onrecord.answers.notation import parse
from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource
from onrecord.stories import Answer

LONG = "Lighthouse " + "keeper counts gulls " * 500
STORIES = [
    story(
        [
            "Actor and keeper Mattis Orrel has looked after the lighthouse of Skarn since 1998.",
            "“The lamp outlives us,” Orrel said.",
            "The Skarn Lamp Trust said it would pay for a new lens. The Skarn Lamp Trust owns the tower.",
            "The lens was cut in Dremmen.",
            "“Nobody has ever dropped one,” Orrel added.",
            "“I pay for it gladly,” said Gov. Harl Dunmore.",
        ],
        [
            ("direct", "Mattis Orrel", "Orrel", ["The lamp outlives us,"]),
            ("indirect", "Skarn Lamp Trust", "The Skarn Lamp Trust", ["it would pay for a new lens"]),
            ("direct", "Mattis Orrel", "Orrel", ["Nobody has ever dropped one,"]),
            ("direct", "Harl Dunmore", "Harl Dunmore", ["I pay for it gladly,"]),
        ],
        [
            person("Mattis Orrel", "Actor and keeper", aliases=("Orrel",)),
            person("Harl Dunmore", "Gov."),
            person("Skarn Lamp Trust", kind="organisation"),
        ],
        title="A new lens for Skarn",
        url="https://coastwise.example/lens",
        publisher="Coastwise",
        published="2025-02-03",
    ),
    story(
        [
            "Mattis Orrel, keeper, and Ylva Orrel, glazier, met the minister in Dremmen.",
            "The keeper Mattis Orrel left early.",
        ],
        [],
        [person("Mattis Orrel", "keeper"), person("Ylva Orrel", "glazier")],
        title="Glaziers meet the minister",
        url="https://dremmen.example/glaziers",
        publisher="Dremmen Bee",
        published="2025-02-09",
    ),
    story(
        ["The keeper counts gulls at the lighthouse of Skarn."],
        [],
        [],
        title=LONG,
        url="https://coastwise.example/gulls",
        publisher="Coastwise",
        published="2025-02-01",
    ),
]


@pytest.fixture
async def coast(tmp_path: Path) -> AsyncIterator[Say]:
    (tmp_path / "news").mkdir()
    lines = [json.dumps(one, ensure_ascii=False) for one in STORIES]
    (tmp_path / "news" / "coast.jsonl").write_text("\n".join(lines), "utf-8")
    options = {name: [option.name for option in command.options] for name, command in COMMANDS.items()}
    async with await Archive.open(tmp_path / "archive.db") as archive:
        assert (await refresh(archive, [FolderSource(path=tmp_path / "news")])).new == len(STORIES)

        async def say(line: str) -> Answer:
            request = parse(line, options)
            return await answer(archive, request.command, request.options)

        yield say


async def test_an_organisation_is_called_as_the_story_calls_it(coast: Say) -> None:
    assert (await coast("/quotes speaker:skarn lamp trust")).heading == "What the Skarn Lamp Trust said"
    checked = await coast("/check quote:it would pay for a new lens")
    assert checked.heading.endswith("what the Skarn Lamp Trust said.")
    assert (await coast("/quotes speaker:mattis orrel")).heading == "What Mattis Orrel said"


async def test_a_calling_has_no_capital_after_a_name(coast: Say) -> None:
    assert (await coast("/quotes speaker:mattis orrel")).entries[0].lead == "Mattis Orrel, actor and keeper"


async def test_a_title_cut_short_stands_before_the_name(coast: Say) -> None:
    assert (await coast("/quotes speaker:harl dunmore")).entries[0].lead == "Gov. Harl Dunmore"


async def test_a_role_that_another_one_holds_is_not_said_twice(coast: Say) -> None:
    found = await coast("/who name:mattis orrel")
    listed = [entry for entry in found.entries if entry.style == "bullet"]
    assert [entry.text for entry in listed] == ["Actor and keeper"]
    assert all(entry.citation is not None for entry in listed)
    assert "Named in 2 stories by 2 outlets; on record twice." in found.text


async def test_who_says_that_others_have_the_name(coast: Say) -> None:
    found = await coast("/who name:orrel")
    assert found.heading == "Mattis Orrel"
    assert "Not the only one of that name here: Ylva Orrel." in found.text
    assert "Not the only one" not in (await coast("/who name:mattis orrel")).text


async def test_a_topic_reaches_the_passage_before_a_quote(coast: Say) -> None:
    found = await coast("/quotes about:Dremmen")
    assert [entry.text for entry in found.entries] == ["Nobody has ever dropped one"]


async def test_the_closest_to_a_topic_comes_first_and_the_far_are_left_out(coast: Say) -> None:
    found = await coast("/quotes about:lens")
    assert [entry.lead for entry in found.entries] == ["Skarn Lamp Trust (reported, not quoted)"]


@pytest.mark.parametrize(
    "line", ["/stories", "/summary story:keeper counts gulls", "/related story:keeper counts gulls"]
)
async def test_what_was_taken_for_a_title_is_not_shown_whole(coast: Say, line: str) -> None:
    found = await coast(line)
    assert found.found
    assert "keeper counts gulls" in found.text
    assert len(found.text) < 3000
    assert all(len(citation.title) < 200 for citation in found.citations)
