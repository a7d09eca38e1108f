"""From an interaction to its reply, through discord.py in a simulated Discord: `python tests/benchmarks/chat.py`.

Fifty members ask, or type, at once; then the next fifty. Prints median and 99th percentile in milliseconds of both,
each beside what the project promises at 10,000 stories. The simulation's own work is part of the figures.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import discord
import simcord
from coverage import Report, reports, write_folder
from discord.ext import commands
from simcord.interactions import base_payload

import onrecord
from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import ArchiveSettings, DiscordSettings, FolderSource, Settings

MEMBERS = 50
COMMAND, AUTOCOMPLETE = 2, 4


def asked(report: Report, n: int) -> dict[str, Any]:
    _, speaker, words = report.quotes[0]
    name, option, value = [
        ("summary", "story", report.title),
        ("quotes", "speaker", speaker),
        ("check", "quote", words),
        ("who", "name", speaker.split()[-1]),
        ("related", "story", report.title),
        ("stories", "search", report.title),
        ("ask", "question", f"What did {speaker} say about the {report.title.split()[-1]}?"),
    ][n % 7]
    return {"name": name, "options": [{"name": option, "type": 3, "value": value}]}


def typed(report: Report, n: int) -> dict[str, Any]:
    name, option, value = [("summary", "story", report.title), ("quotes", "speaker", report.quotes[0][1])][n % 2]
    return {"name": name, "options": [{"name": option, "type": 3, "value": value[: 2 + n % 12], "focused": True}]}


async def times(env: simcord.Env, kind: int, data: Sequence[dict[str, Any]], members: Sequence[int]) -> list[float]:
    """Milliseconds until each of these, which come in at once, has its reply."""
    channel = env.guild.create_text_channel("news")
    made = [
        base_payload(
            env.backend, type=kind, channel_id=channel.id, guild_id=env.guild.id, user_id=member,
            data={"id": "1", "type": 1, **one},
        )
        for one, member in zip(data, members, strict=True)
    ]  # fmt: skip
    start = perf_counter()
    for _, payload in made:
        env.backend.emit("INTERACTION_CREATE", payload)
    waiting = [record for record, _ in made]
    taken: list[float] = []
    while waiting:
        await asyncio.sleep(0.001)  # not a busy loop: SQLite answers from threads of its own
        now = perf_counter()
        taken += [1000 * (now - start) for record in waiting if record.responded]
        waiting = [record for record in waiting if not record.responded]
    await env.settle()
    return taken


def show(name: str, taken: list[float], promised: str) -> None:
    p99 = statistics.quantiles(taken, n=100)[98]
    print(
        f"{name:<28} median {statistics.median(taken):7.1f} ms   p99 {p99:7.1f} ms   promised: {promised}", flush=True
    )


async def run(stories: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        made = list(reports(stories))
        folder, path = Path(place) / "coverage", Path(place) / "archive.db"
        write_folder(folder, stories)
        async with await Archive.open(path) as archive:
            await refresh(archive, [FolderSource(path=folder)])
        bot = commands.Bot(command_prefix=commands.when_mentioned, intents=discord.Intents.none())
        settings = Settings(archive=ArchiveSettings(path=path), discord=DiscordSettings(cooldown=0))
        async with simcord.run(bot, settle_timeout=60) as env:
            await onrecord.install(bot, settings)
            await bot.tree.sync()
            guild = env.create_guild()
            members = [guild.add_member(env.create_user(f"member{n}")).id for n in range(MEMBERS)]
            rng = Random(0)
            for at_once in (1, MEMBERS):
                for name, kind, make, promised in [
                    ("commands", COMMAND, asked, "p99 <= 50 ms"),
                    ("completion", AUTOCOMPLETE, typed, "p99 <= 20 ms"),
                ]:
                    taken: list[float] = []
                    for turn in range(rounds * MEMBERS // at_once):
                        data = [make(rng.choice(made), turn + n) for n in range(at_once)]
                        taken += await times(env, kind, data, members[:at_once])
                    show(f"{name}, {at_once} at once", taken, promised)
            await bot.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=10, help="of fifty questions each")
    given = parser.parse_args()
    asyncio.run(run(given.stories, given.rounds))
