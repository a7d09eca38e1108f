"""Whether lookups stay quick while a refresh loads: `python tests/benchmarks/crowd.py --stories 20000 --loaded 20000`.

Fifty tasks ask together, so many times a second, of an archive with made-up coverage (`remembered.py`) into which more
is loaded meanwhile by another task. Prints for the time before and during the load: lookups answered, median, 99th
percentile and longest, by the clock from when each was due; and by how much the event loop ran late, also without what
other programs on the machine held up.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from random import Random
from time import perf_counter

from lookup import Made, ask, fill, load, making, percentile
from remembered import Query, World, queries

from onrecord.archive import Archive

TASKS = 50
TICK = 0.002
"""Seconds for which the event loop is asked to wait, to see how late it is."""


class Seen:
    def __init__(self) -> None:
        self.ms: list[float] = []
        self.late: list[float] = []
        self.held: list[float] = []

    def show(self, name: str, seconds: float) -> None:
        ms, late, held = sorted(self.ms), sorted(self.late), sorted(self.held)
        print(
            f"{name:<12} {len(ms) / seconds:6.0f} lookups a second: median {percentile(ms, 50):.1f} ms,"
            f" p99 {percentile(ms, 99):.1f} ms, longest {ms[-1]:.0f} ms;"
            f" loop late: p99 {percentile(late, 99):.1f} ms, longest {late[-1]:.1f} ms;"
            f" but for waits for a processor: p99 {percentile(held, 99):.1f} ms, longest {held[-1]:.1f} ms"
        )


async def member(archive: Archive, asked: Iterator[Query], every: float, first: float, seen: list[Seen]) -> None:
    due = perf_counter() + first
    for query in asked:
        await asyncio.sleep(max(0.0, due - perf_counter()))
        await ask(archive, query)
        seen[-1].ms.append((perf_counter() - due) * 1e3)
        due = max(due + every, perf_counter())


async def watch(seen: list[Seen]) -> None:
    waits = processor_waits()
    while True:
        waited = waits()  # not within what is measured: to read a file, a thread gives up its turn
        start = perf_counter()
        await asyncio.sleep(TICK)
        late = (perf_counter() - start - TICK) * 1e3
        seen[-1].late.append(late)
        seen[-1].held.append(late - waits() + waited)


def processor_waits() -> Callable[[], float]:
    """Tells for how many milliseconds this thread could have run but for want of a processor, where Linux counts."""
    try:
        counted = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
    except OSError:
        return lambda: 0.0
    return lambda: int(os.pread(counted, 100, 0).split()[1]) / 1e6


async def crowd(path: Path, asked: list[Query], rate: float, calm: float, portions: Iterator[Made]) -> None:
    async with await Archive.open(path) as archive:
        for query in asked[:300]:
            await ask(archive, query)
        seen = [Seen()]
        rng = Random(3)
        every = TASKS / rate
        members = [
            asyncio.create_task(member(archive, cycle(rng.sample(asked, len(asked))), every, every * i / TASKS, seen))
            for i in range(TASKS)
        ]
        others = [asyncio.create_task(watch(seen)), *members]
        await asyncio.sleep(calm)
        seen.append(Seen())
        start = perf_counter()
        await load(archive, "made up later", portions)
        seconds = perf_counter() - start
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
    for name, one, took in zip(("before", "meanwhile"), seen, (calm, seconds), strict=True):
        one.show(name, took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=20_000, help="in the archive")
    parser.add_argument("--loaded", type=int, default=20_000, help="while members ask")
    parser.add_argument("--rate", type=float, default=500, help="lookups a second")
    parser.add_argument("--calm", type=float, default=5, help="seconds before the load")
    options = parser.parse_args()
    size = options.stories + options.loaded
    world = World(size)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "crowd.db"
        with making(size, 0, options.stories) as portions:
            told = asyncio.run(fill(path, portions))
        asked = list(queries(told, world.words, 20))
        with making(size, options.stories, options.loaded) as portions:
            gc.collect()
            gc.freeze()  # this and the next as the bot does
            sys.setswitchinterval(0.0003)
            asyncio.run(crowd(path, asked, options.rate, options.calm, portions))


if __name__ == "__main__":
    main()
