"""The bot as it runs, over real HTTP and a real gateway: one reply to each interaction, whatever Discord does."""

from __future__ import annotations

import asyncio
import logging
import shutil
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import AsyncMock

import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route
from loopback import (
    COMMAND,
    COMPLETION,
    COMPONENT,
    INVALID,
    ON_A_SERVER,
    RECONNECT,
    Discord,
    Sent,
    discord_on_loopback,
    message_of,
)
from pydantic import SecretStr
from within import buttons, check, shown
from yarl import URL

import onrecord
from onrecord.app import OnRecordBot
from onrecord.settings import ArchiveSettings, DiscordSettings, Settings

GATEWAY_LOST = pytest.mark.parametrize(
    ("told", "resumable", "again"),
    [(None, None, "resume"), (RECONNECT, None, "resume"), (INVALID, True, "resume"), (INVALID, False, "identify")],
    ids=["lost", "asked to reconnect", "invalid for now", "invalid"],
)
"""What Discord tells of the connection, null if it just breaks off; and how the bot takes it up again."""
WHO = {"name": "who", "options": [{"name": "name", "type": 3, "value": "hallward"}]}
CALLBACK = "callback"


@asynccontextmanager
async def online(archive: Path, monkeypatch: pytest.MonkeyPatch, **chat: Any) -> AsyncGenerator[Discord]:
    """`chat`: keys of `discord` in the settings."""
    settings = Settings(
        archive=ArchiveSettings(path=archive), discord=DiscordSettings(token=SecretStr("a.b.c"), cooldown=0, **chat)
    )
    async with discord_on_loopback() as discord:
        monkeypatch.setattr(Route, "BASE", discord.base)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", URL(discord.gateway))
        # Of itself it waits five seconds before it identifies a second time.
        monkeypatch.setattr(OnRecordBot, "before_identify_hook", AsyncMock())
        async with OnRecordBot(settings) as bot:
            running = asyncio.create_task(bot.start("a.b.c"))
            await discord.until(lambda: discord.sessions == ["identify"])
            yield discord
            await bot.close()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def replied(discord: Discord, token: str, requests: int = 1) -> Sent:
    """The last of so many requests for this interaction; nothing follows it, once another one has been answered."""
    await discord.until(lambda: len(discord.of(token)) >= requests)
    other = await discord.interact(COMPLETION, completion("h"))
    await discord.until(lambda: len(discord.of(other)) == 1)
    assert len(discord.of(token)) == requests
    return discord.of(token)[-1]


def completion(value: str) -> dict[str, object]:
    return {"name": "who", "options": [{"name": "name", "type": 3, "value": value, "focused": True}]}


async def test_commands_buttons_and_completion_are_answered(
    sample_archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with online(sample_archive, monkeypatch) as discord:
        assert {"who", "quotes"} <= {one["name"] for one in discord.commands}
        reply = await replied(discord, await discord.interact(COMMAND, WHO))
        check(reply.components)
        assert "Zofia Hallward" in shown(reply.components)
        assert reply.body["data"]["allowed_mentions"] == {"parse": []}
        button = next(one for one in buttons(reply.components) if one["label"] == "Quotes")
        data = {"component_type": 2, "custom_id": button["custom_id"]}
        turned = await replied(discord, await discord.interact(COMPONENT, data, message=message_of(reply)))
        assert turned.body["type"] == 7, "it changes the message"
        assert "What Zofia Hallward said" in shown(turned.components)
        chosen = await replied(discord, await discord.interact(COMPLETION, completion("hallw")))
        assert chosen.body["data"]["choices"][0]["value"] == "Zofia Hallward"


async def at_once(seconds: float) -> None:
    await asyncio.sleep(0)


TOO_MANY = (429, 0)
ANSWERED_ALREADY = (400, 40060)


@pytest.mark.parametrize(
    ("refusals", "requests"),
    [
        ([TOO_MANY], 2),
        ([TOO_MANY, TOO_MANY, TOO_MANY], 4),
        ([(500, 0)], 2),
        ([(502, 0), (504, 0)], 3),
        ([(500, 0), ANSWERED_ALREADY], 2),
        ([(503, 0)] * 5, 5),
        ([ANSWERED_ALREADY], 1),
        ([(404, 10062)], 1),
        ([(401, 50027)], 1),
        ([(403, 50001)], 1),
    ],
)
async def test_a_reply_is_sent_again_until_it_arrives_or_is_not_wanted_any_more(
    sample_archive: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    refusals: list[tuple[int, int]],
    requests: int,
) -> None:
    # discord.py waits for seconds after each error of the server.
    monkeypatch.setattr("discord.webhook.async_.asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": at_once}))
    async with online(sample_archive, monkeypatch) as discord:
        for status, code in refusals:
            wait = {"Retry-After": "0.01", "X-RateLimit-Global": "true"} if status == 429 else {}
            refusal = {"code": code, "message": "no", "retry_after": 0.01, "global": status == 429}
            discord.answers.append((status, wait, refusal))
        await replied(discord, await discord.interact(COMMAND, WHO), requests)
        assert "Zofia Hallward" in shown((await replied(discord, await discord.interact(COMMAND, WHO))).components)
        assert not [record for record in caplog.records if record.exc_info and record.levelno >= logging.WARNING]


async def test_files_come_with_their_reply(
    sample_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shutil.copy(sample_archive, tmp_path / "archive.db")
    async with online(Path(path), monkeypatch) as discord:
        export = {"name": "coverage", "options": [{"name": "export", "type": 1}]}
        reply = await replied(discord, await discord.interact(COMMAND, export, **ON_A_SERVER))
        assert reply.files == ("coverage.jsonl", "coverage.csv")
        told = reply.body["data"]["attachments"]
        assert [(one["id"], one["filename"]) for one in told] == [("0", "coverage.jsonl"), ("1", "coverage.csv")]


async def test_what_is_delivered_twice_is_answered_once(sample_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with online(sample_archive, monkeypatch) as discord:
        await replied(discord, await discord.interact(COMMAND, WHO, times=3))


@GATEWAY_LOST
async def test_a_lost_session_is_taken_up_again(
    sample_archive: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    told: int | None,
    resumable: bool | None,
    again: str,
) -> None:
    async with online(sample_archive, monkeypatch) as discord:
        before = await discord.interact(COMMAND, WHO)
        await (discord.drop() if told is None else discord.tell(told, resumable))
        await discord.until(lambda: discord.sessions == ["identify", again])
        await discord.repeat(before)
        await replied(discord, before)
        await replied(discord, await discord.interact(COMMAND, WHO))
        assert sum(one["name"] == "who" for one in discord.commands) == 1
        assert not [record for record in caplog.records if record.exc_info and record.levelno >= logging.WARNING]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_reply_in_flight_is_finished_when_the_bot_is_stopped(
    sample_archive: Path, tmp_path: Path, number: signal.Signals
) -> None:
    async with discord_on_loopback() as discord:
        code = (
            f"import sys; from discord.http import Route; Route.BASE = {discord.base!r}; "
            "from onrecord.__main__ import main; sys.exit(main(['run']))"
        )
        bot = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, cwd=tmp_path, stderr=asyncio.subprocess.PIPE,
            env={
                "DISCORD_TOKEN": "a.b.c",
                "ONRECORD_ARCHIVE__PATH": str(sample_archive),
                "PYTHONPATH": str(Path(onrecord.__file__).parents[1]),
            },
        )  # fmt: skip
        await discord.until(lambda: discord.sessions == ["identify"])
        # Discord has the reply, and the bot does not know yet.
        discord.on_reply = lambda: bot.send_signal(number) if bot.returncode is None else None
        token = await discord.interact(COMMAND, WHO)
        _, log = await asyncio.wait_for(bot.communicate(), 30)
        assert bot.returncode == 0
        assert len(discord.of(token)) == 1
        assert b"Stopping" in log
        assert b"Traceback" not in log, log.decode()
