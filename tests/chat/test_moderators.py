"""/coverage in a simulated Discord: who may, what they are told, and a refresh that takes its time."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import shutil
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import discord
import pytest
from simcord.actors import MemberActor
from simcord.builders import GuildHandle
from staging import Host, Stage, Staged
from test_in_spanish import in_spanish
from test_members import labelled, press, reply
from within import FILE, buttons, shown, walk

from onrecord.answers.moderation import MODERATION
from onrecord.archive import Desks
from onrecord.chat import coverage, replies
from onrecord.refresh import Progress, Report
from onrecord.settings import ArchiveSettings, DiscordSettings, Settings
from onrecord.stories import Skipped

TIDES = """Tide tables of Brakeby are a day late again

The harbour office of Brakeby printed its tide tables for Tuesday on Wednesday, for the third week in a row.

“We have a new printer, and the old sea,” said Runa Fagerlid, who has kept the tables since spring.
"""
FILE_OF_TIDES = ("tides.txt", TIDES.encode())


@dataclass
class Desk(Stage):
    mod: MemberActor
    guild: GuildHandle
    path: Path

    async def asks(self, command: str, /, by: MemberActor | None = None, **options: Any) -> Any:
        return reply(await (by or self.mod).slash(self.channel, f"coverage {command}", **options))


Desked: TypeAlias = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture
def desked(staged: Staged, sample_archive: Path, tmp_path: Path) -> Desked:
    """A server with a moderator, over an archive of its own."""

    @asynccontextmanager
    async def stage(**chat: Any) -> AsyncGenerator[Desk]:
        path = tmp_path / "archive.db"
        shutil.copy(sample_archive, path)

        async def prepare(bot: Host, _: Settings) -> None:
            settings = Settings(
                archive=ArchiveSettings(path=path), discord=DiscordSettings.model_validate({"cooldown": 0, **chat})
            )
            await bot.install(settings)

        async with staged(prepare=prepare) as stage:
            guild = stage.channel.guild
            assert guild
            role = guild.create_role("moderators", permissions=discord.Permissions(manage_guild=True))
            mod = guild.add_member(stage.env.create_user("mod"), roles=[role])
            yield Desk(stage.env, stage.bot, stage.channel, stage.ada, stage.bob, mod, guild, path)

    return stage


def registered(stage: Stage, name: str = "coverage") -> dict[str, Any]:
    return next(one for one in stage.env.backend.commands[None].values() if one["name"] == name)


async def test_what_discord_is_told_of_it(desked: Desked) -> None:
    async with desked() as desk:
        group = registered(desk)
    assert int(group["default_member_permissions"]) == discord.Permissions(manage_guild=True).value
    assert (group["contexts"], group["integration_types"]) == ([0], [0])
    assert {f"coverage {one['name']}" for one in group["options"]} == set(MODERATION)
    add = next(one for one in group["options"] if one["name"] == "add")
    assert {one["name"]: one["type"] for one in add["options"]} == {"link": 3, "file": 11}
    assert group["name_localizations"]["es-ES"] == "cobertura"
    assert add["name_localizations"]["es-419"] == "añadir"


async def test_a_file_is_handed_in_seen_by_this_server_alone_removed_and_brought_back(desked: Desked) -> None:
    async with desked() as desk:
        added = await desk.asks("add", file=FILE_OF_TIDES)
        assert added.ephemeral
        assert shown(added.components).startswith("### Added the file “tides.txt”.\n")
        asked = {"speaker": "fagerlid"}
        assert "the old sea" in shown(reply(await desk.bob.slash(desk.channel, "quotes", **asked)).components)
        assert [one["name"] for one in await desk.bob.autocomplete(desk.channel, "quotes", "speaker", "fagerl")]
        elsewhere = desk.env.create_guild()
        stranger = elsewhere.add_member(desk.env.create_user("eve"))
        hall = elsewhere.create_text_channel("hall")
        assert "Nobody" in shown(reply(await stranger.slash(hall, "quotes", **asked)).components)
        assert "Nobody" in shown(reply(await desk.bob.user.slash("quotes", **asked)).components)
        assert not await stranger.autocomplete(hall, "quotes", "speaker", "fagerl")
        removed = await desk.asks("remove", story="tide tables of brakeby", reason="by mistake")
        assert "Nobody" in shown(reply(await desk.bob.slash(desk.channel, "quotes", **asked)).components)
        undone = reply(await press(desk.mod, removed, "Coverage undo"))
        assert "Brought back: “Tide tables of Brakeby" in shown(undone.components)
        assert "the old sea" in shown(reply(await desk.bob.slash(desk.channel, "quotes", **asked)).components)
        log = shown((await desk.asks("log")).components)
        assert f"mod ({desk.mod.id})" in log
        assert "<@" not in log


@pytest.mark.parametrize("command", [name.removeprefix("coverage ") for name in MODERATION])
async def test_every_command_answers_in_private(desked: Desked, command: str) -> None:
    options: dict[str, Any] = {
        "preview": {"link": "http://10.0.0.1/"},
        "add": {"link": "http://169.254.169.254/"},
    }
    async with desked() as desk:
        message = await desk.asks(command, **options.get(command, {}))
        assert message.ephemeral
        assert not labelled(message, "Share")


async def test_who_may_not_is_refused_although_discord_let_them_through(desked: Desked) -> None:
    async with desked() as desk:
        registered(desk)["default_member_permissions"] = None
        for command in ("log", "export", "sources"):
            message = await desk.asks(command, by=desk.bob)
            assert message.ephemeral
            assert "is for moderators" in shown(message.components)
            assert not message.attachments
        await desk.asks("add", by=desk.bob, file=FILE_OF_TIDES)
        assert not await desk.bob.autocomplete(desk.channel, "coverage remove", "story", "pellworth")
        assert await desk.mod.autocomplete(desk.channel, "coverage remove", "story", "pellworth")
        async with await Desks.open(desk.path) as desks:
            assert await desks.known() == []


async def test_whom_the_server_s_settings_allow_may(desked: Desked) -> None:
    async with desked() as desk:
        editors = desk.guild.create_role("editors")
        cyd = desk.guild.add_member(desk.env.create_user("cyd"), roles=[editors])
        desk.guild.set_command_permissions(int(registered(desk)["id"]), {editors: True})
        message = await desk.asks("add", by=cyd, file=FILE_OF_TIDES)
        assert "Added the file" in shown(message.components)
        assert "Taken back" in shown(reply(await press(cyd, message, "Coverage undo")).components)


async def test_a_button_is_no_way_around(desked: Desked) -> None:
    async with desked() as desk:
        message = await desk.asks("add", file=FILE_OF_TIDES)
        desk.env.backend.get_guild(desk.guild.id).members[desk.mod.id].role_ids.clear()
        refused = reply(await press(desk.mod, message, "Coverage undo"))
        assert "is for moderators" in shown(refused.components)


async def test_within_a_group_it_is_part_of_the_group_and_for_those_who_manage_the_server(desked: Desked) -> None:
    async with desked(group="news") as desk:
        added = reply(await desk.mod.slash(desk.channel, "news coverage add", file=FILE_OF_TIDES))
        assert "Added the file" in shown(added.components)
        refused = reply(await desk.bob.slash(desk.channel, "news coverage log"))
        assert refused.ephemeral
        assert "/news coverage log is for moderators" in shown(refused.components)
        nothing = reply(await desk.mod.slash(desk.channel, "news coverage add"))
        assert "/news coverage add link:…" in shown(nothing.components)
        direct = reply(await desk.mod.user.slash("news coverage log"))
        assert "is for moderators" in shown(direct.components)


async def test_export_comes_as_files(desked: Desked) -> None:
    async with desked() as desk:
        await desk.asks("add", file=FILE_OF_TIDES)
        message = await desk.asks("export")
        files = {file.filename: await file.read() for file in message.attachments}
        assert files.keys() == {"coverage.jsonl", "coverage.csv"}
        stories = [json.loads(line) for line in files["coverage.jsonl"].decode().splitlines()]
        assert {one["title"] for one in stories if one["desk"] == "own"} == {TIDES.splitlines()[0]}
        assert len(stories) == 14
        assert len([one for one in walk(message.components) if one["type"] == FILE]) == 2


async def test_a_large_file_is_packed_and_one_too_large_is_left_out(
    desked: Desked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.chat.coverage._LARGE", 1000)
    async with desked() as desk:
        message = await desk.asks("export")
        packed = {file.filename: await file.read() for file in message.attachments}
        assert len(gzip.decompress(packed["coverage.jsonl.gz"]).splitlines()) == 13

        small = property(lambda _: 100, lambda _, __: None)
        monkeypatch.setattr(discord.Interaction, "filesize_limit", small)
        message = await desk.asks("export")
        assert not message.attachments
        assert "larger than Discord takes" in shown(message.components)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("x.txt", b"x" * 10_000_001, "too large"),
        ("x.exe", b"MZ", "does not end in"),
        ("x.txt", bytes(range(256)) * 40, "binary"),
    ],
)
async def test_a_file_that_cannot_be_used_is_refused(desked: Desked, name: str, data: bytes, says: str) -> None:
    async with desked() as desk:
        assert says in shown((await desk.asks("add", file=(name, data))).components)


LOOKS = 20.0
"""Seconds between two looks of the progress bar: what is due within five, the simulation waits for in earnest."""


class Slow:
    """A refresh of five minutes that tells of each ten seconds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(replies, "PATIENCE", 0.01)
        monkeypatch.setattr(coverage, "BETWEEN_EDITS", LOOKS)
        monkeypatch.setattr("onrecord.refresh.refresher.refresh", self)
        self.ended = ""

    async def __call__(self, archive: Any, sources: Any, tell: Any, *_: Any, **__: Any) -> Report:
        try:
            for second in range(0, 300, 10):
                tell(Progress(source="https://a.test/feed", seen=second, read=0, done=second // 100, sources=3))
                await asyncio.sleep(10)
        except asyncio.CancelledError:
            self.ended = "cancelled"
            raise
        self.ended = "done"
        return Report(new=7, skipped=tuple(Skipped(location=f"https://a.test/{n}", reason="Gone.") for n in range(40)))


class Endless:
    """A refresh that tells how far it is once, and goes on until it is stopped."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(replies, "PATIENCE", 0.01)
        monkeypatch.setattr(coverage, "BETWEEN_EDITS", LOOKS)
        monkeypatch.setattr("onrecord.refresh.refresher.refresh", self)
        self.stopped = False

    async def __call__(self, archive: Any, sources: Any, tell: Any, *_: Any, **__: Any) -> Report:
        tell(Progress(source="https://a.test/feed", seen=1, read=0, done=0, sources=3))
        try:
            await asyncio.sleep(100_000)  # the simulation takes a task that sleeps for one at rest
        except asyncio.CancelledError:
            self.stopped = True
            raise
        raise AssertionError


def edits(desk: Desk) -> list[Any]:
    return [one for one in desk.env.http_requests if one.method == "PATCH" and one.path.endswith("@original")]


async def test_a_long_refresh_shows_how_far_it_is_and_ends_in_its_report(
    desked: Desked, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desked() as desk:
        await desk.asks("add", file=FILE_OF_TIDES)
        slow = Slow(monkeypatch)
        result = await desk.mod.slash(desk.channel, "coverage refresh")
        await desk.env.advance_time(90)
        message = reply(result)
        assert re.search("[01] of 3 sources", shown(message.components))
        seconds = re.search(r"feed: (\d+) documents", shown(message.components))
        assert seconds
        assert 1 <= len(edits(desk)) <= int(seconds[1]) / LOOKS + 1, "at most one for each look"
        assert labelled(message, "Stop")
        await desk.env.advance_time(400)
        assert slow.ended == "done"
        message = reply(result)
        assert shown(message.components).startswith("### 7 new")
        assert not labelled(message, "Stop")
        [details] = message.attachments
        assert len((await details.read()).splitlines()) == 40
        count = len(edits(desk))
        await desk.env.advance_time(600)
        assert len(edits(desk)) == count


async def test_a_second_refresh_is_told_and_a_button_stops_the_first(
    desked: Desked, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desked() as desk:
        await desk.asks("add", file=FILE_OF_TIDES)
        endless = Endless(monkeypatch)
        first = await desk.mod.slash(desk.channel, "coverage refresh")
        await desk.env.advance_time(2 * LOOKS)
        second = await desk.asks("refresh")
        assert f"under way already, started by mod ({desk.mod.id})" in shown(second.components)
        stopped = reply(await press(desk.mod, reply(first), "Stop"))
        assert "is being stopped" in shown(stopped.components)
        assert endless.stopped
        assert "nothing has changed" in shown(reply(first).components)


async def test_unloading_stops_a_refresh(desked: Desked, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desked() as desk:
        await desk.asks("add", file=FILE_OF_TIDES)
        endless = Endless(monkeypatch)
        result = await desk.mod.slash(desk.channel, "coverage refresh")
        await desk.bot.remove_cog("OnRecord")
        assert endless.stopped
        assert "stopped by the bot" in shown(reply(result).components)
        assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("onrecord")]


async def test_a_long_list_is_paged_where_it_stands(desked: Desked) -> None:
    async with desked() as desk:
        async with await Desks.open(desk.path) as desks:
            own = await desks.own(str(desk.guild.id))
            for n in range(50):
                await own.note("ada", datetime(2026, 3, 2, tzinfo=UTC), "refresh", f"{n} new")
        message = await desk.asks("log")
        first = shown(message.components)
        turned = reply(await press(desk.mod, message, "▶"))
        assert turned.id == message.id
        assert "page 1 of" in first
        assert "page 2 of" in shown(turned.components)


async def test_purging_takes_a_second_press(desked: Desked) -> None:
    async with desked() as desk:
        await desk.asks("add", file=FILE_OF_TIDES)
        await desk.asks("remove", story="tide tables of brakeby", reason="wrong")
        asks = await desk.asks("purge")
        assert "for good?" in shown(asks.components)
        done = reply(await press(desk.mod, asks, "Coverage purge"))
        assert "its text is gone" in shown(done.components)
        assert "nothing to purge" in shown((await desk.asks("purge")).components)


async def test_it_speaks_the_moderator_s_language(desked: Desked) -> None:
    async with desked() as desk:
        in_spanish(desk)
        message = await desk.asks("add", file=FILE_OF_TIDES)
        assert "Se ha añadido el archivo «tides.txt»." in shown(message.components)
        assert "Nuevas: 1, cambiadas: 0" in shown(message.components)
        assert "Ha vuelto" not in shown(message.components)
        await desk.asks("refresh")
        assert "Se ha retirado" in shown(reply(await press(desk.mod, message, "Cobertura deshacer")).components)
        log = shown((await desk.asks("log")).components)
        assert "se actualizó: nuevas: 0, cambiadas: 0, desaparecidas: 0, omitidas: 0, con problemas: 0" in log
        asks = await desk.asks("purge")
        assert [one["label"] for one in buttons(asks.components)] == ["Cobertura purgar"]
