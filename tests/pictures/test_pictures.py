"""The pictures show every kind of reply. Drawing them takes a browser; what is drawn does not."""

import re
import shutil
from pathlib import Path

import pytest
from drawing import drawn, markdown
from make import HERE, SHEETS, at_desk, message

from onrecord.answers import COMMANDS

README = (HERE.parents[1] / "README.md").read_text("utf-8")
REPLIES = [reply for sheet in SHEETS for column in sheet.columns for reply in column]


def test_every_command_is_drawn() -> None:
    assert {reply.request.command for reply in REPLIES} >= set(COMMANDS)


async def test_every_kind_of_reply_is_drawn(sample_archive: Path, tmp_path: Path) -> None:
    async with at_desk(Path(shutil.copy(sample_archive, tmp_path))) as desk:
        messages = [await message(desk, reply) for reply in REPLIES]
    page = "\n".join(messages)
    for sign in ("2 of 3 sources", ">Stop<", "Added the file “tides.txt”", ">Coverage undo<"):
        assert sign in page
    for sign in ("Verbatim: ", "Altered: ", "<blockquote>“It will cost us money”", ">Share<", "▶", " ephemeral>"):
        assert sign in page
    assert all('<div class="container"' in one for one in messages)
    buttons = [one for reply, one in zip(REPLIES, messages, strict=True) if reply.request.command != "coverage log"]
    assert all('<span class="button' in one for one in buttons)


def test_markdown_looks_as_in_discord() -> None:
    assert markdown("### A \\*b\\*\n-# **c** < d") == "<h3>A *b*</h3><small><strong>c</strong> &lt; d</small>"
    assert markdown("> one\n> two\n\n- three") == "<blockquote>one<br>two</blockquote><p></p><li>three</li>"


def test_a_component_that_cannot_be_drawn_is_an_error() -> None:
    with pytest.raises(KeyError):
        drawn([{"type": 12, "items": []}])


def test_the_readme_shows_each_picture_and_says_what_is_on_it() -> None:
    shown = dict(re.findall(r"!\[([^\]]{40,})\]\(tests/pictures/(\w+)\.png\)", README))
    assert sorted(shown.values()) == sorted(sheet.name for sheet in SHEETS)
    for name in shown.values():
        assert (HERE / f"{name}.png").stat().st_size < 150_000
