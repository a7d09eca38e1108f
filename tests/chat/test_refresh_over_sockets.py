"""A long /coverage refresh over real HTTP and a real gateway: it ends in its report, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from loopback import BROKEN, COMMAND, COMPONENT, ON_A_SERVER, Discord, message_of
from test_over_sockets import GATEWAY_LOST, WHO, at_once, online, replied
from within import buttons, shown

from onrecord.archive import Desks, KeptSource
from onrecord.chat import coverage, replies
from onrecord.refresh import Progress, Report

REFRESH = {"name": "coverage", "options": [{"name": "refresh", "type": 1}]}
PRIVATE = 64
Limit = tuple[int, dict[str, str], Any]


def limited(*, again_after: float = 0.01) -> Limit:
    """One route has been used too often, as Discord says it of a webhook."""
    headers = {
        "Via": "1.1 google",
        "Retry-After": "1",
        "X-RateLimit-Bucket": "0123456789abcdef",
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset-After": str(again_after),
        "X-RateLimit-Scope": "shared",
    }
    return 429, headers, {"message": "You are being rate limited.", "retry_after": again_after, "global": False}


def used_up() -> Limit:
    """What is taken, as the last of its bucket for now."""
    _, headers, _ = limited()
    return (
        200,
        {name: value for name, value in headers.items() if name not in ("Retry-After", "X-RateLimit-Scope")},
        None,
    )


@dataclass
class Refreshing:
    discord: Discord
    token: str
    seen: int = 0
    tell: Any = None

    def __post_init__(self) -> None:
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()

    async def __call__(self, archive: Any, sources: Any, tell: Any, *_: Any, **__: Any) -> Report:
        self.tell = tell
        self.begun.set()
        await self.may_end.wait()
        return Report(new=7)

    @property
    def requests(self) -> int:
        return len(self.discord.of(self.token))

    async def goes_on(self, requests: int = 1) -> None:
        """Another document was read; the progress bar moves, in so many requests."""
        self.seen += 1
        before = self.requests
        self.tell(Progress(source="https://a.test/feed", seen=self.seen, read=0, done=0, sources=3))
        await self.discord.until(lambda: self.requests >= before + requests)
        assert f"{self.seen} documents" in shown(self.discord.of(self.token)[-1].body["components"])

    async def reports(self, requests: int = 1) -> None:
        """It ends: its report takes the place of the bar, in so many requests, and nothing comes after it."""
        before = self.requests
        self.may_end.set()
        last = await replied(self.discord, self.token, before + requests)
        assert last.path.endswith("/messages/@original")
        assert shown(last.body["components"]).startswith("### 7 new")
        assert not [one for one in buttons(last.body["components"]) if one["label"] == "Stop"]


@asynccontextmanager
async def refreshing(archive: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Refreshing]:
    """A moderator has started it, and was told that it takes a while."""
    async with await Desks.open(archive) as desks, (await desks.own(ON_A_SERVER["guild_id"])).writing("") as writer:
        link = "https://a.test/feed"
        await writer.keep(KeptSource(key=link, kind="feed", link=link, added_by="ada", added_at=datetime.now(UTC)))
    monkeypatch.setattr(replies, "PATIENCE", 0.01)
    monkeypatch.setattr(coverage, "BETWEEN_EDITS", 0.001)
    monkeypatch.setattr("discord.webhook.async_.asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": at_once}))
    async with online(archive, monkeypatch) as discord:
        refresh = Refreshing(discord, "token1")
        monkeypatch.setattr("onrecord.refresh.refresher.refresh", refresh)
        assert await discord.interact(COMMAND, REFRESH, **ON_A_SERVER) == refresh.token
        await discord.until(lambda: refresh.requests == 1)
        await refresh.begun.wait()
        yield refresh


@pytest.fixture
def archive(sample_archive: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_archive, tmp_path / "archive.db"))


def complaints(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [one for one in caplog.records if one.exc_info and one.levelno >= logging.WARNING]


@GATEWAY_LOST
async def test_it_outlives_the_gateway(
    archive: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    told: int | None,
    resumable: bool | None,
    again: str,
) -> None:
    async with refreshing(archive, monkeypatch) as refresh:
        discord = refresh.discord
        await refresh.goes_on()
        await (discord.drop() if told is None else discord.tell(told, resumable))
        await refresh.goes_on()
        await discord.until(lambda: discord.sessions == ["identify", again])
        await discord.repeat(refresh.token)
        await refresh.goes_on()
        await refresh.reports()
    assert not complaints(caplog)


async def test_the_bar_and_the_report_wait_where_a_route_is_used_too_often(
    archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with refreshing(archive, monkeypatch) as refresh:
        refresh.discord.answers += [used_up(), limited(), limited(), used_up()]
        await refresh.goes_on()
        await refresh.goes_on(requests=3)
        refresh.discord.answers += [limited(), limited()]
        await refresh.reports(requests=3)
    assert not complaints(caplog)


@pytest.mark.parametrize("status", [404, 500, BROKEN])
async def test_a_look_that_fails_stops_neither_the_bar_nor_the_refresh(
    archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    async with refreshing(archive, monkeypatch) as refresh:
        tries = 5 if status == 500 else 1
        refresh.discord.answers += [(status, {}, {"code": 0, "message": "no"})] * tries
        await refresh.goes_on(requests=tries)
        await refresh.goes_on()
        await refresh.reports()
    assert not complaints(caplog)


async def test_the_report_is_sent_again_when_the_connection_breaks(
    archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with refreshing(archive, monkeypatch) as refresh:
        await refresh.goes_on()
        refresh.discord.answers.append((BROKEN, {}, None))
        await refresh.reports(requests=2)
    assert not complaints(caplog)


@pytest.mark.parametrize("answers", [[limited()], [limited(), used_up()], [limited()] * 4])
async def test_a_reply_comes_once_its_route_is_free(
    archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, answers: list[Limit]
) -> None:
    monkeypatch.setattr("discord.webhook.async_.asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": at_once}))
    async with online(archive, monkeypatch) as discord:
        discord.answers += answers
        refused = sum(status == 429 for status, _, _ in answers)
        reply = await replied(discord, await discord.interact(COMMAND, WHO), refused + 1)
        assert "Zofia Hallward" in shown(reply.components)
    assert not complaints(caplog)


async def test_what_is_shared_follows_once_its_route_is_free(
    archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("discord.webhook.async_.asyncio", SimpleNamespace(**{**vars(asyncio), "sleep": at_once}))
    async with online(archive, monkeypatch, private=["who"]) as discord:
        reply = await replied(discord, await discord.interact(COMMAND, WHO))
        share = next(one for one in buttons(reply.components) if one["label"] == "Share")
        message = message_of(reply)
        message["flags"] |= PRIVATE
        discord.answers += [used_up(), limited(), limited()]
        data = {"component_type": 2, "custom_id": share["custom_id"]}
        shared = await replied(discord, await discord.interact(COMPONENT, data, message=message), 4)
        assert shared.method == "POST"
        assert "shared by Ada" in shown(shared.body["components"])
        assert not shared.body.get("flags", 0) & PRIVATE
    assert not complaints(caplog)
