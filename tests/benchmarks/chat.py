"""From an interaction to its reply, through discord.py in a simulated Discord: `python tests/benchmarks/chat.py`.

The clock of an interaction starts at the moment for which it is planned, as if its bytes arrived then: that it waits
until the event loop has time for it counts. It stops when discord.py hands the reply to its HTTP client. Three ways,
each with median and 99th percentile in milliseconds beside what the project promises at 10,000 stories:

- one at a time;
- fifty members typing at once, none of whom ever rests: each writes one title or name after the other, at a pace of
  their own (on average 0.24 s from key to key, as was measured of 168,000 people: Dhakal et al., Observations on Typing
  from 136 Million Keystrokes, CHI 2018) and no two keys alike; the empty option and each key ask for completion, though
  Discord's own apps leave keys out that follow quickly; after fourteen letters they have found it, and send a command
  two keys later; of all that there is, each time something else;
- a burst, the worst case: fifty in the same instant, so that the last one waits for all the others.

The simulation works in the same thread: it copies and checks each payload, and keeps account of each callback. Beside
each figure of onrecord stands that of commands which do nothing, but have a list and an answer ready to send, and so
show what the simulation and discord.py need by themselves. `each`: processor time of all threads for one interaction.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import statistics
import tempfile
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any, NamedTuple

import discord
import simcord
from coverage import Report, reports, write_folder
from discord.ext import commands
from discord.webhook.async_ import async_context
from simcord.interactions import base_payload

import onrecord
from onrecord.answers import answer
from onrecord.answers.completion import newest
from onrecord.answers.notation import Request
from onrecord.archive import Archive
from onrecord.chat.commands import slash_commands
from onrecord.chat.layouts import Layouts
from onrecord.refresh import refresh
from onrecord.settings import ArchiveSettings, DiscordSettings, FolderSource, Settings

MEMBERS = 50
COMMAND, AUTOCOMPLETE = 2, 4
PROMISED = {COMMAND: ("commands", "p99 <= 50 ms"), AUTOCOMPLETE: ("completion", "p99 <= 20 ms")}
KEY = 0.24
"""Seconds from one key to the next, on average."""
PACES = (0.6, 1.4)
"""Of the fastest and the slowest member, times `KEY`."""
UNEVEN = (0.5, 1.5)
"""Shortest and longest wait for a key, times the member's own pace."""
LETTERS = 14
"""After which most have chosen from the list."""
READY = 2
"""Keys' time from the last letter to the command."""


class Sent(NamedTuple):
    """An interaction, and when it comes in, in seconds from the start."""

    at: float
    kind: int
    data: dict[str, Any]
    member: int


class Stage(NamedTuple):
    env: simcord.Env
    channel: int
    members: list[int]
    handed: dict[int, float]
    """When each reply was handed to HTTP, by interaction."""


class Taken(NamedTuple):
    ms: list[tuple[int, float]]
    """The kind of each, and until its reply was handed over."""
    busy: float
    """Milliseconds of processor time, in all."""


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


def typed(report: Report, n: int, letters: int) -> dict[str, Any]:
    name, option, value = [("summary", "story", report.title), ("quotes", "speaker", report.quotes[0][1])][n % 2]
    return {"name": name, "options": [{"name": option, "type": 3, "value": value[:letters], "focused": True}]}


def typing(made: Sequence[Report], members: Sequence[int], seconds: float, rng: Random) -> Iterator[Sent]:
    for member in members:
        pace = KEY * rng.uniform(*PACES)
        at = rng.random() * pace
        while at < seconds:
            report, n = rng.choice(made), rng.randrange(14)
            for letters in range(LETTERS + 1):
                yield Sent(at, AUTOCOMPLETE, typed(report, n, letters), member)
                at += pace * rng.uniform(*UNEVEN)
            at += pace * (READY - 1)
            yield Sent(at, COMMAND, asked(report, n), member)
            at += pace * rng.uniform(*UNEVEN)


async def times(stage: Stage, planned: Sequence[Sent]) -> Taken:
    made: list[tuple[int, Any, Sent]] = []
    for sent in sorted(planned, key=lambda sent: sent.at):
        record, payload = base_payload(
            stage.env.backend, type=sent.kind, channel_id=stage.channel, guild_id=stage.env.guild.id,
            user_id=sent.member, data={"id": "1", "type": 1, **sent.data},
        )  # fmt: skip
        made.append((record.id, payload, sent))
    gc.collect()
    gc.freeze()  # what is planned is nothing that a bot would hold, and its collector look through
    busy, start = process_time(), perf_counter()
    for _, payload, sent in made:
        if (wait := sent.at - (perf_counter() - start)) > 0:
            await asyncio.sleep(wait)
        stage.env.backend.emit("INTERACTION_CREATE", payload)
    while not all(id in stage.handed for id, _, _ in made[-MEMBERS:]):
        await asyncio.sleep(0.001)  # not a busy loop: SQLite answers from threads of its own
    busy = process_time() - busy
    await stage.env.settle()
    return Taken([(sent.kind, 1000 * (stage.handed[id] - start - sent.at)) for id, _, sent in made], 1000 * busy)


def show(how: str, what: str, taken: Sequence[Taken]) -> None:
    each = sum(one.busy for one in taken) / sum(len(one.ms) for one in taken)
    for kind, (name, promised) in PROMISED.items():
        ms = [ms for one in taken for each, ms in one.ms if each == kind]
        if len(ms) > 1:
            p99 = statistics.quantiles(ms, n=100)[98]
            figures = f"median {statistics.median(ms):6.1f} ms  p99 {p99:6.1f} ms  of {len(ms):5}"
            print(f"{how:<19} {name:<10} {what:<8} {figures}  each {each:4.1f} ms  promised: {promised}", flush=True)


@asynccontextmanager
async def staged(prepare: Callable[[commands.Bot], Any]) -> AsyncGenerator[Stage]:
    bot = commands.Bot(command_prefix=commands.when_mentioned, intents=discord.Intents.none())
    async with simcord.run(bot, settle_timeout=60) as env:
        await prepare(bot)
        await bot.tree.sync()
        guild = env.create_guild()
        members = [guild.add_member(env.create_user(f"member{n}")).id for n in range(MEMBERS)]
        handed: dict[int, float] = {}
        http: Any = async_context.get()
        request = http.request

        async def hand(route: Any, *args: Any, **kwargs: Any) -> Any:
            handed.setdefault(int(route.webhook_id), perf_counter())
            return await request(route, *args, **kwargs)

        http.request = hand
        yield Stage(env, guild.create_text_channel("news").id, members, handed)
        await bot.close()


async def measure(
    what: str, prepare: Callable[[commands.Bot], Any], made: Sequence[Report], rounds: int, seconds: float
) -> None:
    async with staged(prepare) as stage:
        rng = Random(0)
        for how, at_once in (("one at a time", 1), ("fifty in an instant", MEMBERS)):
            for kind in (COMMAND, AUTOCOMPLETE):
                taken: list[Taken] = []
                for turn in range(rounds * MEMBERS // at_once):
                    data = [
                        asked(rng.choice(made), turn + n) if kind == COMMAND
                        else typed(rng.choice(made), turn + n, 2 + (turn + n) % 12)
                        for n in range(at_once)
                    ]  # fmt: skip
                    sent = [Sent(0, kind, data, stage.members[n]) for n, data in enumerate(data)]
                    taken.append(await times(stage, sent))
                show(how, what, taken)
        show("fifty typing", what, [await times(stage, list(typing(made, stage.members, seconds, rng)))])


async def run(path: Path, made: Sequence[Report], rounds: int, seconds: float) -> None:
    settings = Settings(archive=ArchiveSettings(path=path), discord=DiscordSettings(cooldown=0))
    async with await Archive.open(path) as archive:
        ready = await answer(archive, "quotes", {"speaker": made[0].quotes[0][1]})
        values = await newest(archive)
    view = Layouts(ready, Request("quotes", {}), 1).page(0)

    async def reply(interaction: discord.Interaction[Any], request: Request) -> None:
        await interaction.response.send_message(view=view, allowed_mentions=discord.AllowedMentions.none())

    async def choose(interaction: discord.Interaction[Any], command: str, option: str, typed: str) -> list[str]:
        return values

    async def nothing(bot: commands.Bot) -> None:
        for command in slash_commands(reply, choose):
            bot.tree.add_command(command)

    await measure("nothing", nothing, made, rounds, seconds)
    await measure("onrecord", lambda bot: onrecord.install(bot, settings), made, rounds, seconds)


async def fill(path: Path, folder: Path, stories: int) -> None:
    write_folder(folder, stories)
    async with await Archive.open(path) as archive:
        await refresh(archive, [FolderSource(path=folder)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=10, help="of fifty questions each")
    parser.add_argument("--seconds", type=float, default=20, help="that fifty members type")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "archive.db"
        asyncio.run(fill(path, Path(place) / "coverage", given.stories))
        asyncio.run(run(path, list(reports(given.stories)), given.rounds, given.seconds))


if __name__ == "__main__":
    main()
