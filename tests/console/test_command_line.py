"""The program as its user meets it: arguments in; answers, one line of complaint, and an exit code out."""

from __future__ import annotations

import asyncio
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from onrecord.__main__ import main
from onrecord.console import DESK, printable, prompt, session
from onrecord.console.completion import choices
from onrecord.console.output import render
from onrecord.settings import load_settings
from onrecord.stories import Answer, Entry

STORY = """Lantern keepers of Brakeby ask for warmer towers

Lantern keepers in the port of Brakeby want their towers heated before the winter, their guild said on Thursday.

“I have not felt my toes since Tuesday,” said Osla Brandvold, a keeper for thirty years.

The council will decide in November.
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "lanterns.txt").write_text(STORY, "utf-8")
    file = tmp_path / "config.toml"
    file.write_text('[archive]\npath = "a.db"\n[[sources]]\nkind = "folder"\npath = "stories"\n', "utf-8")
    return file


def test_one_command_loads_an_empty_archive_first(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--config", str(config), "try", "/quotes speaker:brandvold"]) == 0
    assert "I have not felt my toes since Tuesday" in capsys.readouterr().out


def test_json_is_one_line_an_answer(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--config", str(config), "try", "--json", "/stories"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    answer = json.loads(line)
    assert answer["command"] == "stories"
    assert answer["found"] is True
    assert answer["citations"][0]["title"] == "Lantern keepers of Brakeby ask for warmer towers"
    assert {"text", "suggestions", "private"} <= answer.keys()


def test_help_is_an_answer_and_any_answer_may_be_in_spanish(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--config", str(config), "try", "/help"]) == 0
    said = capsys.readouterr().out
    assert "/quotes [speaker:…]" in said
    assert "/coverage" not in said
    assert main(["--config", str(config), "try", "--language", "es", "/summary story:zebras"]) == 0
    assert "Ninguna de las noticias" in capsys.readouterr().out


def test_help_is_in_the_reader_s_language_with_the_names_that_are_typed(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in ("/help", "/summary story:" + "x" * 400, "/coverage remove story:lantern reason:x", "/coverage undo"):
        assert main(["--config", str(config), "try", "--language", "es", "--as", "moderator", line]) == 0
    said = capsys.readouterr().out
    for english in ("What can be asked", "Who said what", "Ctrl-D leaves", "Who did what", "/citas", "/cobertura"):
        assert english not in said
    assert "/quotes [speaker:…] [about:…] [story:…]\nQuién dijo qué" in said
    assert "/coverage log [before:…]\nQuién hizo qué" in said
    assert "Es demasiado largo para «story»" in said


def test_a_line_in_is_an_answer_out(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ["/stories", "", "/nonsense", "/who name:\x00\x1b[2J", "/ask question:" + "x" * 4000, "/quotes speaker:osla"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(said) + "\n"))
    assert main(["--config", str(config), "try", "--json", "-"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["found"] for answer in answers] == [True, False, False, False, False, True]


async def test_each_answer_comes_before_the_next_question(config: Path) -> None:
    program = [sys.executable, "-m", "onrecord", "--config", str(config), "try", "--json", "-"]
    running = await asyncio.create_subprocess_exec(*program, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert running.stdin
    assert running.stdout
    try:
        for line, found in (("/stories", True), ("/summary story:zebras", False)):
            running.stdin.write(f"{line}\n".encode())
            async with asyncio.timeout(30):
                answered = await running.stdout.readline()
            assert json.loads(answered)["found"] is found
        running.stdin.close()
        async with asyncio.timeout(30):
            assert await running.wait() == 0
    finally:
        if running.returncode is None:
            running.kill()
            await running.wait()


def test_load_says_what_it_did(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (config.parent / "stories" / "empty.txt").write_text("")
    assert main(["--config", str(config), "load"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("1 new, 0 changed, 0 unchanged, 0 gone.")
    assert "empty.txt" in said
    assert main(["--config", str(config), "load"]) == 0
    assert "0 new, 0 changed, 1 unchanged" in capsys.readouterr().out
    (config.parent / "stories" / "lanterns.txt").rename(config.parent / "stories" / "moved.txt")
    assert main(["--config", str(config), "load"]) == 0
    assert "no more" not in capsys.readouterr().out
    (config.parent / "stories" / "moved.txt").unlink()
    assert main(["--config", str(config), "load"]) == 0
    says = "1 gone.\n1 story is told no more:\n  Lantern keepers of Brakeby ask for warmer towers\n"
    assert says in capsys.readouterr().out


def test_read_prints_a_story_a_line(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--json", str(config.parent / "stories")]) == 0
    [line] = capsys.readouterr().out.splitlines()
    story = json.loads(line)
    wanted = (
        "document id title url publisher reposted_by published authors ai_generated key_points passages quotes people"
    )
    assert {*wanted.split(), "related", "dropped"} <= story.keys()
    [quote] = [quote for quote in story["quotes"] if quote["kind"] == "direct"]
    [span] = quote["spans"]
    passage = story["passages"][span["passage"]]["text"]
    assert passage[span["start"] : span["end"]] == "I have not felt my toes since Tuesday,"


def test_read_for_people(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(config.parent / "stories" / "lanterns.txt")]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Lantern keepers of Brakeby ask for warmer towers\n")
    assert 'Osla Brandvold (direct; rule: "said she")' in said
    assert "\n2 quotes\n" in said


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([], 2, "COMMAND"),
        (["fly"], 2, "fly"),
        (["--config", "{0}/none.toml", "load"], 2, "none.toml"),
        (["try", "--as", "queen"], 2, "queen"),
        (["read"], 2, "PATH"),
        (["read", "{0}/nowhere"], 1, "nowhere"),
    ],
)
def test_a_fault_is_one_line(
    arguments: list[str], code: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([argument.format(tmp_path) for argument in arguments]) == code
    [line] = capsys.readouterr().err.splitlines()
    assert says in line


def test_an_archive_that_is_none(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (config.parent / "a.db").write_text("a shopping list, and not a short one either")
    assert main(["--config", str(config), "try", "/stories"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert "not an onrecord archive" in line


def test_a_reader_that_has_read_enough(config: Path) -> None:
    program = [sys.executable, "-m", "onrecord", "--config", str(config), "try", "/stories"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(program, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert done.stderr == ""


def test_answers_load_neither_discord_nor_the_html_reader(config: Path) -> None:
    main(["--config", str(config), "load"])
    script = (
        "import sys; from onrecord.__main__ import main; "
        f"main(['--config', {str(config)!r}, 'try', '/stories']); "
        "print(sorted({'discord', 'trafilatura', 'aiohttp', 'prompt_toolkit'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


async def test_completion_at_the_prompt(config: Path) -> None:
    async with session(load_settings(config), DESK, moderator=False) as asked:
        assert [text for text, _, _ in await choices(asked, "/st")] == ["/stories "]
        assert {text for text, _, _ in await choices(asked, "/quotes ")} == {"speaker:", "about:", "story:"}
        assert [text for text, _, _ in await choices(asked, "/quotes speaker:osla ab")][-1] == "about:"
        [(name, back, _)] = await choices(asked, "/who name:brandv")
        assert (name, back) == ("Osla Brandvold", len("brandv"))
        assert await choices(asked, "/cov") == []


async def test_a_moderator_is_offered_the_moderators_commands(config: Path) -> None:
    async with session(load_settings(config), DESK, moderator=True) as asked:
        assert "/coverage add " in [text for text, _, _ in await choices(asked, "/coverage a")]
        assert [text for text, _, _ in await choices(asked, "/coverage add li")] == ["link:"]
        [(title, _, _)] = await choices(asked, "/coverage remove story:lantern")
        assert title.startswith("Lantern keepers")


def test_nothing_in_a_story_commands_the_terminal() -> None:
    ugly = Answer(command="who", found=True, heading="[red]x\x1b]0;pwned\x07", entries=(Entry(text="\x9b2J"),), text="")
    assert "\x1b" not in render(ugly).plain
    assert "[red]x" in render(ugly).plain
    assert printable("a\x1bb\nc\u202ed") == "ab\ncd"


def test_one_quote_is_no_plural(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "lanterns.txt"
    story.write_text(STORY.replace(", their guild said on Thursday", ""), "utf-8")
    assert main(["read", str(story)]) == 0
    assert "\n1 quote\n" in capsys.readouterr().out


async def test_help_and_leaving_are_understood_with_and_without_a_slash(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await asyncio.to_thread(main, ["--config", str(config), "load"])
    settings = load_settings(config)
    for leave in ("quit", "/EXIT", "exit ", "/quit"):
        for ask in ("help", "/?"):
            with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
                keys.send_text(f"{ask}\r{leave}\r/stories\r")
                async with asyncio.timeout(30):
                    await prompt(settings, moderator=False)
            said = capsys.readouterr().out
            assert "/quotes [speaker:…]" in said
            assert "/quit" in said
            assert "There is no command" not in said
            assert "Lantern keepers" not in said


async def test_options_may_be_typed_in_any_case(config: Path) -> None:
    async with session(load_settings(config), DESK, moderator=False) as asked:
        assert (await asked.say("QUOTES SPEAKER:osla")).found
        assert [text for text, _, _ in await choices(asked, "/Quotes SP")] == ["speaker:"]


TIDES = """Tide tables of Brakeby are a day late again

The harbour office of Brakeby printed its tide tables for Tuesday on Wednesday, for the third week in a row.

“We have a new printer, and the old sea,” said Runa Fagerlid, who has kept the tables since spring.
"""


class Console:
    def __init__(self, config: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.config = config
        self.capsys = capsys

    def ask(self, line: str, *options: str) -> dict[str, Any]:
        assert main(["--config", str(self.config), "try", "--json", *options, line]) == 0
        return json.loads(self.capsys.readouterr().out)

    def moderate(self, line: str, *options: str) -> dict[str, Any]:
        return self.ask(line, "--as", "moderator", *options)


@pytest.fixture
def console(config: Path, capsys: pytest.CaptureFixture[str]) -> Console:
    (config.parent / "tides.md").write_text(TIDES, "utf-8")
    return Console(config, capsys)


def test_a_moderator_s_desk_without_discord(console: Console) -> None:
    path = console.config.parent / "tides.md"
    added = console.moderate(f"/coverage add file:{path}")
    assert (added["found"], added["private"]) == (True, True)
    assert added["text"].startswith("Added the file “tides.md”.")
    assert "the old sea" in console.ask("/quotes speaker:fagerlid")["text"]
    assert not console.ask("/quotes speaker:fagerlid", "--desk", "another")["found"]
    assert not console.ask("/quotes speaker:fagerlid", "--desk", "shared")["found"]
    assert "tides.md" in console.moderate("/coverage sources")["text"]
    assert console.moderate("/coverage remove story:tide tables reason:wrong")["found"]
    assert not console.ask("/quotes speaker:fagerlid")["found"]
    assert console.moderate("/coverage undo")["found"]
    assert console.ask("/quotes speaker:fagerlid")["found"]


def test_the_shared_desk_is_everybody_s_and_a_load_keeps_what_it_was_given(
    console: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    path = console.config.parent / "tides.md"
    assert console.moderate(f"/coverage add file:{path}", "--desk", "shared")["found"]
    path.unlink()
    assert main(["--config", str(console.config), "load"]) == 0
    assert "0 new, 0 changed, 2 unchanged, 0 gone" in capsys.readouterr().out
    assert console.ask("/quotes speaker:fagerlid", "--desk", "another")["found"]


@pytest.mark.parametrize(
    "line", ["/coverage add link:https://example.org", "/coverage", "/Coverage Export", "coverage log"]
)
def test_a_member_is_told_whose_command_it_is(console: Console, line: str) -> None:
    answered = console.ask(line)
    assert (answered["found"], answered["private"]) == (False, True)
    assert "is for moderators" in answered["text"]
    assert not (console.config.parent / "a.desks").exists()


def test_a_file_that_is_not_there_and_a_desk_without_a_name(console: Console) -> None:
    assert "nowhere.txt is no file" in console.moderate("/coverage add file:nowhere.txt")["text"]
    assert "is no file" in console.moderate(f"/coverage add file:{console.config.parent}")["text"]
    assert not console.moderate("/coverage add file:~nobody-at-all/x.txt")["found"]
    assert main(["--config", str(console.config), "try", "--desk", "../x", "/stories"]) == 2
    assert "--desk" in console.capsys.readouterr().err


def test_what_is_exported_lies_in_the_working_folder(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert main(["--config", str(console.config), "try", "--as", "moderator", "/coverage export"]) == 0
    assert "Written: coverage-2.csv" in capsys.readouterr().out
    assert Path("coverage.csv").read_bytes() == Path("coverage-2.csv").read_bytes()
    assert "Lantern keepers" in Path("coverage.jsonl").read_text("utf-8")
