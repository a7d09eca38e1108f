"""Whether lookups stay quick while a refresh loads: `python tests/benchmarks/crowd.py --stories 20000 --loaded 20000`.

Fifty tasks ask together, so many times a second, of an archive with made-up coverage (`remembered.py`) into which more
is loaded meanwhile by another task. Prints for the time before and during the load: lookups answered, median, 99th
percentile and longest, by the clock from when each was due; and by how much the event loop ran late.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from multiprocessing import get_context
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from lookup import ask, fill, percentile
from remembered import Query, World, queries

from onrecord.archive import Archive, Arrival, Packed
from onrecord.archive.rows import story_rows

TASKS = 50
PORTION = 200
TICK = 0.002
"""Seconds for which the event loop is asked to wait, to see how late it is."""


class Seen:
    def __init__(self) -> None:
        self.ms: list[float] = []
        self.late: list[float] = []

    def show(self, name: str, seconds: float) -> None:
        ms, late = sorted(self.ms), sorted(self.late)
        print(
            f"{name:<12} {len(ms) / seconds:6.0f} lookups a second: median {percentile(ms, 50):.1f} ms,"
            f" p99 {percentile(ms, 99):.1f} ms, longest {ms[-1]:.0f} ms;"
            f" loop late: p99 {percentile(late, 99):.1f} ms, longest {late[-1]:.1f} ms"
        )


async def member(archive: Archive, asked: Sequence[Query], every: float, first: float, seen: list[Seen]) -> None:
    due = perf_counter() + first
    for query in asked:
        await asyncio.sleep(max(0.0, due - perf_counter()))
        await ask(archive, query)
        seen[-1].ms.append((perf_counter() - due) * 1e3)
        due = max(due + every, perf_counter())


async def watch(seen: list[Seen]) -> None:
    while True:
        start = perf_counter()
        await asyncio.sleep(TICK)
        seen[-1].late.append((perf_counter() - start - TICK) * 1e3)


def make(stories: int, loaded: int, out: SimpleQueue[Packed | None]) -> None:
    """In another process, as a refresh has its documents read."""
    os.nice(10)
    made = World(stories + loaded).stories(stories + loaded)
    for _ in islice(made, stories):
        pass
    while portion := [Arrival(s.document, s.id, story_rows(s)) for s in islice(made, PORTION)]:
        out.put(Packed.of(portion))
    out.put(None)


async def load(archive: Archive, made: SimpleQueue[Packed | None]) -> None:
    count, start, busy = 0, perf_counter(), process_time()
    async with archive.loading("benchmark") as loading:
        while portion := await asyncio.to_thread(made.get):
            await loading.put("made up later", portion, range(len(portion.heads)))
            count += len(portion.heads)
    print(f"{count:,} loaded in {perf_counter() - start:.0f} s, {process_time() - busy:.0f} s of processor time in all")


async def crowd(path: Path, asked: list[Query], rate: float, calm: float, made: SimpleQueue[Packed | None]) -> None:
    async with await Archive.open(path) as archive:
        for query in asked[:300]:
            await ask(archive, query)
        seen = [Seen()]
        rng = Random(3)
        every = TASKS / rate
        members = [
            asyncio.create_task(member(archive, rng.sample(asked, len(asked)) * 1000, every, every * i / TASKS, seen))
            for i in range(TASKS)
        ]
        others = [asyncio.create_task(watch(seen)), *members]
        await asyncio.sleep(calm)
        seen[-1].show("before", calm)
        seen.append(Seen())
        start = perf_counter()
        await load(archive, made)
        seen[-1].show("meanwhile", perf_counter() - start)
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=20_000, help="in the archive")
    parser.add_argument("--loaded", type=int, default=20_000, help="while members ask")
    parser.add_argument("--rate", type=float, default=500, help="lookups a second")
    parser.add_argument("--calm", type=float, default=5, help="seconds before the load")
    options = parser.parse_args()
    world = World(options.stories + options.loaded)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "crowd.db"
        told = asyncio.run(fill(path, islice(world.stories(options.stories), options.stories)))
        asked = list(queries(told, world.words, 20))
        context = get_context("spawn")
        made: SimpleQueue[Packed | None] = context.SimpleQueue()
        maker = context.Process(target=make, args=(options.stories, options.loaded, made))
        maker.start()
        gc.collect()
        gc.freeze()  # this and the next as the bot does
        sys.setswitchinterval(0.001)
        asyncio.run(crowd(path, asked, options.rate, options.calm, made))
        maker.join()


if __name__ == "__main__":
    main()
