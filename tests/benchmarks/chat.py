"""From an interaction to its reply, through discord.py in a simulated Discord: `python tests/benchmarks/chat.py`.

Three ways, each with median and 99th percentile in milliseconds beside what the project promises at 10,000 stories:

- one at a time;
- fifty members typing at once, as people type: each presses a key about every 200 ms for as long as the measurement
  takes, at moments of their own, and each key asks for completion; in between one of them after the other sends a
  command, ten a second in all;
- a burst, the worst case: fifty in the same instant, so that the last one waits for all the others.

The simulation's own work (it makes and checks each payload in the same thread) is part of the figures.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, NamedTuple

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
PROMISED = {COMMAND: ("commands", "p99 <= 50 ms"), AUTOCOMPLETE: ("completion", "p99 <= 20 ms")}
KEY = 0.2
"""Seconds from one key to the next."""
LONGEST = 14
"""Letters after which most have chosen from the list."""
COMMAND_EVERY = 5.0
"""Seconds from a member's command to their next."""


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


def fuzzy(report: Report, rng: Random) -> tuple[str, str, str]:
    """Command, option, and what is typed into it in the end."""
    return rng.choice([("summary", "story", report.title), ("quotes", "speaker", report.quotes[0][1])])


class Sent(NamedTuple):
    """An interaction, and when it comes in, in seconds from the start."""

    at: float
    kind: int
    data: dict[str, Any]
    member: int


async def times(env: simcord.Env, channel: int, all_sent: Sequence[Sent]) -> list[tuple[int, float]]:
    """The kind of each, and the milliseconds until it has its reply."""
    made: list[tuple[Any, Any, Sent]] = []
    for sent in sorted(all_sent, key=lambda sent: sent.at):
        record, payload = base_payload(
            env.backend, type=sent.kind, channel_id=channel, guild_id=env.guild.id, user_id=sent.member,
            data={"id": "1", "type": 1, **sent.data},
        )  # fmt: skip
        made.append((record, payload, sent))
    taken: list[tuple[int, float]] = []
    waiting: list[tuple[Any, Sent]] = []
    start = perf_counter()
    while made or waiting:
        while made and made[0][2].at <= perf_counter() - start:
            record, payload, sent = made.pop(0)
            waiting.append((record, sent))
            env.backend.emit("INTERACTION_CREATE", payload)
        await asyncio.sleep(0.001)  # not a busy loop: SQLite answers from threads of its own
        now = perf_counter() - start
        taken += [(sent.kind, 1000 * (now - sent.at)) for record, sent in waiting if record.responded]
        waiting = [(record, sent) for record, sent in waiting if not record.responded]
    await env.settle()
    return taken


def typing(made: Sequence[Report], members: Sequence[int], seconds: float, rng: Random) -> Iterator[Sent]:
    """Each member writes one title or name after the other, a key about every 200 ms, and a command every 5 s."""
    for member in members:
        at, n, text = rng.random() * KEY, 0, ""
        name = option = ""
        while at < seconds:
            if n >= min(len(text), LONGEST):
                name, option, text = fuzzy(rng.choice(made), rng)
                n = 0
            n += 1
            value: dict[str, Any] = {"name": option, "type": 3, "value": text[:n], "focused": True}
            yield Sent(at, AUTOCOMPLETE, {"name": name, "options": [value]}, member)
            at += KEY * rng.uniform(0.5, 1.5)
        at = rng.random() * COMMAND_EVERY
        while at < seconds:
            yield Sent(at, COMMAND, asked(rng.choice(made), rng.randrange(7)), member)
            at += COMMAND_EVERY


def show(name: str, taken: Sequence[tuple[int, float]]) -> None:
    for kind, (what, promised) in PROMISED.items():
        mine = [ms for each, ms in taken if each == kind]
        if len(mine) > 1:
            p99 = statistics.quantiles(mine, n=100)[98]
            figures = f"median {statistics.median(mine):7.1f} ms   p99 {p99:7.1f} ms   of {len(mine):5}"
            print(f"{what + ', ' + name:<36} {figures}   promised: {promised}", flush=True)


async def run(stories: int, rounds: int, seconds: float) -> None:
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
            channel = guild.create_text_channel("news").id
            rng = Random(0)
            for name, at_once in (("one at a time", 1), ("fifty in an instant", MEMBERS)):
                for kind, make in ((COMMAND, asked), (AUTOCOMPLETE, typed)):
                    taken: list[tuple[int, float]] = []
                    for turn in range(rounds * MEMBERS // at_once):
                        sent = [Sent(0, kind, make(rng.choice(made), turn + n), members[n]) for n in range(at_once)]
                        taken += await times(env, channel, sent)
                    show(name, taken)
            show("fifty typing", await times(env, channel, list(typing(made, members, seconds, rng))))
            await bot.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=10, help="of fifty questions each")
    parser.add_argument("--seconds", type=float, default=20, help="that fifty members type")
    given = parser.parse_args()
    asyncio.run(run(given.stories, given.rounds, given.seconds))
