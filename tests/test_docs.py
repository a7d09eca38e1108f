"""The README and its neighbours hold what they say: each command in them is run or checked here."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from onrecord.__main__ import main
from onrecord.answers import COMMANDS
from onrecord.answers.moderation import MODERATION
from onrecord.answers.notation import parse
from onrecord.archive import Archive
from onrecord.console import asked

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINS = (ROOT / "constraints.txt").read_text("utf-8")

SHELL = [line for block in re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S) for line in block.splitlines()]
SLASHED = re.findall(r"`(/[a-z]+[^`]*)`", README)
FILES = re.findall(r"`((?:[\w.-]+/)*[\w-]+/|(?:[\w.-]+/)*[\w.-]+\.(?:py|toml|txt)|\.ci/run)`", README)


def test_the_two_set_up_commands_are_what_is_checked_on_every_change() -> None:
    script = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    set_up = [line for line in SHELL if line.startswith("python3 -m venv")]
    assert len(set_up) == 2
    assert set(set_up) <= set(script)


@pytest.mark.parametrize("line", [line for line in SLASHED if line.startswith("/coverage ")])
def test_every_moderators_command_shown_is_one(line: str) -> None:
    request = parse(line, {name: [option.name for option in one.options] for name, one in MODERATION.items()})
    assert request.command in MODERATION
    assert request.options.keys() <= {option.name for option in MODERATION[request.command].options}


def test_every_moderators_command_is_shown() -> None:
    assert {" ".join(line[1:].split()[:2]) for line in SLASHED} >= set(MODERATION)


MEMBERS = [line for line in SLASHED if " " in line and not line.startswith(("/coverage", "/news"))]


@pytest.mark.parametrize("line", [*MEMBERS, "/stories"])
async def test_every_slash_command_shown_is_answered(sample_archive: Path, line: str) -> None:
    async with await Archive.open(sample_archive) as opened:
        reply = await asked(opened, line)
    assert reply.found, reply.text


def test_every_slash_command_is_shown() -> None:
    assert {line[1:].split()[0] for line in SLASHED} >= set(COMMANDS)


async def test_the_first_command_ends_in_answers(sample_archive: Path) -> None:
    line = shlex.split(SHELL[0])[-1]
    async with await Archive.open(sample_archive) as opened:
        reply = await asked(opened, line)
    assert reply.found
    assert len(reply.citations) >= 2


async def test_the_answer_shown_is_the_answer_given(sample_archive: Path) -> None:
    shown = re.findall(r"^```console\n\$ \.venv/bin/onrecord try '(.+)'\n(.*?)^```", README, re.M | re.S)
    assert shown
    async with await Archive.open(sample_archive) as archive:
        for line, text in shown:
            assert (await asked(archive, line)).text == text.strip()


def test_every_use_of_the_program_is_one_that_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    used = {words.split()[0] for words in re.findall(r"onrecord ([a-z]+\b(?! :))", "\n".join(SHELL))}
    used |= set(re.findall(r"`onrecord ([a-z]+)[^`]*`", README))
    assert used >= {"run", "load", "try", "read"}
    for command in used:
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0
        assert f"onrecord {command}" in capsys.readouterr().out


def test_every_file_named_is_there() -> None:
    assert len(FILES) > 8
    for name in FILES:
        assert (
            name in {"config.toml", "robots.txt", "onrecord.desks/"}
            or (ROOT / name).exists()
            or (ROOT / "bot/onrecord" / name).exists()
        ), name


def test_every_runtime_dependency_is_justified_and_pinned_by_hash() -> None:
    required = {re.split(r"[^\w.-]", dependency)[0] for dependency in PROJECT["dependencies"]}
    installed = README.partition("What is installed with it")[2].partition("\n## ")[0]
    justified = [name for row in re.findall(r"^\| ([\w., -]+) \| \w", installed, re.M) for name in row.split(", ")]
    assert set(justified) == required
    for name in required:
        pin = re.search(rf"^{name.replace('.', '-')}==\S+ (?:; .* )?\\\n    --hash=sha256:", PINS, re.M)
        assert pin, name


def test_the_pins_name_no_host_and_no_folder() -> None:
    assert not re.search(r"^\s*-(?!-hash=)|://|@ |/", PINS, re.M)


def test_the_changelog_knows_the_version() -> None:
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
