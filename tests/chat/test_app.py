"""The bot of its own: its token, its commands on Discord, its end."""

import signal
import subprocess
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from pydantic import SecretStr
from test_members import reply
from within import shown

import onrecord
from onrecord import app
from onrecord.app import OnRecordBot
from onrecord.chat.doctor import look_at_archive, look_at_discord, look_at_sources
from onrecord.chat.sync import is_known, sync_if_changed
from onrecord.errors import SettingsError
from onrecord.settings import ArchiveSettings, DiscordSettings, FolderSource, Settings


@pytest.fixture
def settings(sample_archive: Path) -> Settings:
    return Settings(archive=ArchiveSettings(path=sample_archive), discord=DiscordSettings(token=SecretStr("a.b.c")))


@asynccontextmanager
async def online(bot: OnRecordBot) -> AsyncGenerator[simcord.Env]:
    async with simcord.run(bot, shard_count=1) as env:
        yield env
        await bot.close()


def registrations(env: simcord.Env) -> int:
    return sum(request.method == "PUT" and request.path.endswith("/commands") for request in env.http_requests)


async def test_the_bot_answers_without_any_intent(settings: Settings) -> None:
    bot = OnRecordBot(settings)
    assert bot.intents == discord.Intents.none()
    async with online(bot) as env:
        guild = env.create_guild()
        ada = guild.add_member(env.create_user("ada"))
        message = reply(await ada.slash(guild.create_text_channel("news"), "who", name="hallward"))
        assert "Hallward" in shown(message.components)


async def test_commands_are_registered_once_and_when_they_change(settings: Settings) -> None:
    bot = OnRecordBot(settings)
    async with online(bot) as env:
        assert registrations(env) == 1
        assert await is_known(bot, bot.tree)
        assert not await sync_if_changed(bot, bot.tree)
        command = bot.tree.get_command("who")
        assert isinstance(command, discord.app_commands.Command)
        command.description = "Somebody"
        assert not await is_known(bot, bot.tree)
        assert await sync_if_changed(bot, bot.tree)
        assert registrations(env) == 2
        bot.tree.remove_command("who")
        assert await sync_if_changed(bot, bot.tree)
        await bot.close()
        await env.restart_bot(OnRecordBot(settings))
        assert registrations(env) == 4, "one was missing"
        await env.bot.close()
        await env.restart_bot(OnRecordBot(settings))
        assert registrations(env) == 4
        await env.bot.close()


async def test_commands_can_be_registered_on_one_server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int | None, list[dict[str, Any]]]] = []

    async def login(self: OnRecordBot, token: str) -> None:
        await self.setup_hook()

    async def sync(self: discord.app_commands.CommandTree[Any], guild: discord.Object | None = None) -> list[Any]:
        commands = [one.to_dict(self) for one in self.get_commands(guild=guild)]
        told.append((guild and guild.id, commands))
        return commands

    monkeypatch.setattr(OnRecordBot, "login", login)
    monkeypatch.setattr(discord.app_commands.CommandTree, "sync", sync)
    assert await app.sync(settings, 3) == "10 commands registered on server 3."
    assert await app.sync(settings) == "10 commands registered everywhere."
    (here, few), (everywhere, many) = told
    assert (here, everywhere) == (3, None)
    assert not any(command["contexts"] or command["integration_types"] for command in few)
    assert all(command["contexts"] and command["integration_types"] for command in many)


async def test_a_discord_that_takes_no_commands_does_not_stop_the_bot(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    bot = OnRecordBot(settings)
    env = simcord.Env(bot, shard_count=1, strict_sync=False)
    env.inject_error("*", "/applications/*/commands", status=500, times=None)
    await env.start()
    assert "onrecord sync" in caplog.text
    await bot.close()
    await env.shutdown()


async def test_a_command_that_discord_knows_differently_is_told_of(settings: Settings) -> None:
    bot = OnRecordBot(settings)
    async with online(bot) as env:
        guild = env.create_guild()
        ada = guild.add_member(env.create_user("ada"))
        channel = guild.create_text_channel("news")
        bot.tree.remove_command("who")
        message = reply(await ada.slash(channel, "who", name="hallward"))
        assert message.ephemeral
        assert "try again" in shown(message.components)
        assert await ada.autocomplete(channel, "who", "name", "h") == []
        assert len(env.errors) == 2


async def test_the_doctor_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    sources = (FolderSource(path=tmp_path / "empty"), FolderSource(path=tmp_path / "gone"))
    sick = Settings(archive=ArchiveSettings(path=tmp_path / "a.db"), sources=sources)
    findings = [(finding.subject, finding.fine, finding.says) for finding in await app.doctor(sick)]
    assert [(subject, fine) for subject, fine, _ in findings] == [
        ("archive", False),
        ("source", False),
        ("source", False),
        ("discord", False),
    ]
    for (_, _, says), what in zip(findings, ["onrecord load", "is empty", "no folder", "DISCORD_TOKEN"], strict=True):
        assert what in says


async def test_the_doctor_looks_at_discord(settings: Settings) -> None:
    bot = OnRecordBot(settings)
    async with online(bot):
        fine = {finding.subject: finding.fine for finding in await look_at_discord(bot, bot.tree)}
        assert fine["token"]
        assert fine["commands"]
        bot.tree.remove_command("who")
        findings = {finding.subject: finding for finding in await look_at_discord(bot, bot.tree)}
        assert "onrecord sync" in findings["commands"].says
        assert "https://discord.com/oauth2/authorize" in findings["permissions"].says
    assert all(finding.fine for finding in look_at_sources(settings.sources))
    assert (await look_at_archive(settings)).fine


def test_without_a_token_one_line_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN: is not set") as error:
        app.run(settings.model_copy(update={"discord": DiscordSettings()}))
    assert "\n" not in str(error.value)


Run = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def run(settings: Settings, tmp_path: Path) -> Run:
    """Code in a process of its own, with a token in its environment and Discord at a port where nobody listens."""

    def run(code: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", f"from discord.http import Route\nRoute.BASE = 'http://127.0.0.1:1'\n{code}"],
            cwd=tmp_path,
            env={
                "DISCORD_TOKEN": "a.b.c",
                "ONRECORD_ARCHIVE__PATH": str(settings.archive.path),
                "PYTHONPATH": str(Path(onrecord.__file__).parents[1]),
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_a_discord_out_of_reach_is_one_line(run: Run) -> None:
    done = run("import sys; from onrecord.__main__ import main; sys.exit(main(['run']))")
    assert done.returncode == 1
    assert "Discord cannot be reached" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_bot_in_order(run: Run, number: signal.Signals) -> None:
    done = run(f"""
import asyncio, os
from onrecord import app
from onrecord.settings import load_settings
async def start(self, token, **_):
    await self.setup_hook()
    os.kill(os.getpid(), {int(number)})
    await asyncio.sleep(60)
async def unchanged(bot, tree):
    return False
app.sync_if_changed = unchanged
app.OnRecordBot.start = start
app.run(load_settings())
print("in order")
""")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "in order\n"
    assert "Stopping" in done.stderr
