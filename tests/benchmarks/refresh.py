"""Answers while a refresh runs: `python tests/benchmarks/refresh.py --stories 20000`.

Fills an archive from a file of made-up stories (`remembered.py`); then loads as many others into copies of it: each
station alone (reading by as many processes as a refresh has, then writing what they gave), all of it together, and all
of it while fifty tasks look things up, 500 times a second in all. Prints how long these took, by the clock; how long a
lookup and the longest hold-ups of the event loop, before and during the last; and at last a refresh with nothing
changed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from heapq import nlargest
from pathlib import Path
from random import Random
from time import perf_counter

from remembered import Told, World, queries

from onrecord.archive import Archive, Packed
from onrecord.refresh import refresh
from onrecord.refresh.source_loader import BATCH
from onrecord.refresh.worker_pool import WorkerPool
from onrecord.settings import FolderSource
from onrecord.sources.folder import read_folder
from onrecord.stories import Document, Story

TASKS = 50
A_SECOND = 500
CALM = 4.0
"""Seconds of lookups before the load."""


def write(folder: Path, name: str, stories: Iterable[Story]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w", encoding="utf-8") as file:
        file.writelines(f"{story.model_dump_json(exclude={'document'})}\n" for story in stories)


async def hold_ups(longest: list[float]) -> None:
    while True:
        start = perf_counter()
        await asyncio.sleep(0.001)
        longest.append((perf_counter() - start - 0.001) * 1e3)


async def look_up(archive: Archive, texts: list[str], took: list[float], rng: Random) -> None:
    while True:
        await asyncio.sleep(rng.uniform(0, 2 * TASKS / A_SECOND))
        start = perf_counter()
        await archive.find_stories(rng.choice(texts))
        took.append((perf_counter() - start) * 1e3)


async def read_alone(folder: Path) -> tuple[list[Packed], float]:
    documents = [each for each in read_folder(folder) if isinstance(each, Document)]
    start = perf_counter()
    async with WorkerPool() as readers:
        batches = (readers.run(documents[i : i + BATCH]) for i in range(0, len(documents), BATCH))
        read = await asyncio.gather(*batches)
    return list(read), perf_counter() - start


async def write_alone(path: Path, read: Iterable[Packed]) -> float:
    start = perf_counter()
    async with await Archive.open(path) as archive, archive.loading("alone") as loading:
        for packed in read:
            await loading.put("alone", packed, range(len(packed.heads)))
    return perf_counter() - start


async def timed(name: str, archive: Archive, source: FolderSource) -> float:
    start = perf_counter()
    report = await refresh(archive, [source], only=True)
    seconds = perf_counter() - start
    print(f"{name}: {report.new} new, {report.unchanged} unchanged, {len(report.skipped)} skipped in {seconds:.1f} s")
    return seconds


def summed(name: str, ms: list[float]) -> None:
    ordered = sorted(ms)
    print(
        f"  {name}: median {statistics.median(ms):.1f} ms, p99 {ordered[len(ms) * 99 // 100]:.1f} ms,"
        f" longest {', '.join(f'{one:.0f}' for one in nlargest(5, ms))} ms, {len(ms)} of them"
    )


async def busy(archive: Archive, source: FolderSource, texts: list[str]) -> float:
    took: list[float] = []
    stalls: list[float] = []
    tasks = [asyncio.create_task(look_up(archive, texts, took, Random(n))) for n in range(TASKS)]
    tasks.append(asyncio.create_task(hold_ups(stalls)))
    await asyncio.sleep(CALM)
    summed("lookups before", took)
    summed("the event loop was held up", stalls)
    took.clear()
    stalls.clear()
    seconds = await timed("the whole, with lookups", archive, source)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    summed("lookups meanwhile", took)
    summed("the event loop was held up", stalls)
    return seconds


async def run(folder: Path, count: int) -> None:
    world = World(2 * count)
    made = list(world.stories(2 * count))
    write(folder / "first", "first.jsonl", made[:count])
    write(folder / "second", "second.jsonl", made[count:])
    first, second = (FolderSource(path=folder / name) for name in ("first", "second"))
    texts = [q.text for q in queries([Told.by(s) for s in made[:count]], world.words, 100) if q.method == "stories"]
    made.clear()
    gc.collect()
    gc.freeze()  # this and the next as the bot does
    sys.setswitchinterval(0.0003)
    path = folder / "archive.db"
    async with await Archive.open(path) as archive:
        await timed("first load", archive, first)
    alone, quiet = (Path(shutil.copy(path, folder / f"{name}.db")) for name in ("alone", "quiet"))
    read, reading = await read_alone(folder / "second")
    writing = await write_alone(alone, read)
    read.clear()
    stations = reading + writing
    print(f"reading alone {reading:.1f} s, writing alone {writing:.1f} s: {count / stations:,.0f} stories/s")
    async with await Archive.open(quiet) as archive:
        seconds = await timed("the whole", archive, second)
        print(f"  {count / seconds:,.0f} stories/s: {stations / seconds:.0%} of what the stations do alone")
    async with await Archive.open(path) as archive:
        seconds = await busy(archive, second, texts)
        print(f"  {count / seconds:,.0f} stories/s: {stations / seconds:.0%} of what the stations do alone")
        again = await timed("nothing changed", archive, second)
        print(f"  {seconds / again:.0f} times faster")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(run(Path(scratch), options.stories))


if __name__ == "__main__":
    main()
