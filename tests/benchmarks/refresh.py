"""Answers while a refresh runs: `python tests/benchmarks/refresh.py --stories 20000`.

Fills an archive from a file of made-up stories; then loads as many others while fifty tasks look things up, 500 times a
second in all, and prints how long a lookup and the longest hold-up of the event loop took; then refreshes once more
with nothing changed.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import statistics
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from time import perf_counter

from remembered import Told, World, queries

from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource
from onrecord.stories import Story

TASKS = 50
A_SECOND = 500


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


async def timed(name: str, archive: Archive, source: FolderSource) -> float:
    start = perf_counter()
    report = await refresh(archive, [source])
    seconds = perf_counter() - start
    print(f"{name}: {report.new} new, {report.unchanged} unchanged, {len(report.skipped)} skipped in {seconds:.1f} s")
    return seconds


def summed(name: str, ms: list[float]) -> None:
    ordered = sorted(ms)
    print(
        f"{name}: median {statistics.median(ms):.1f} ms, p99 {ordered[len(ms) * 99 // 100]:.1f} ms,"
        f" longest {ordered[-1]:.1f} ms, {len(ms)} of them"
    )


async def busy(archive: Archive, source: FolderSource, texts: list[str]) -> float:
    took: list[float] = []
    stalls: list[float] = []
    tasks = [asyncio.create_task(look_up(archive, texts, took, Random(n))) for n in range(TASKS)]
    tasks.append(asyncio.create_task(hold_ups(stalls)))
    seconds = await timed("second load, with lookups", archive, source)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    summed("lookups meanwhile", took)
    summed("the event loop was held up", stalls)
    return seconds


async def run(folder: Path, count: int) -> None:
    world = World(2 * count)
    made = list(world.stories(2 * count))
    write(folder / "news", "first.jsonl", made[:count])
    source = FolderSource(path=folder / "news")
    texts = [q.text for q in queries([Told.by(s) for s in made[:count]], world.words, 100) if q.method == "stories"]
    write(folder / "later", "second.jsonl", made[count:])
    made.clear()
    gc.collect()  # a program that only answers does not hold these
    async with await Archive.open(folder / "archive.db") as archive:
        await timed("first load", archive, source)
        (folder / "later" / "second.jsonl").rename(folder / "news" / "second.jsonl")
        second = await busy(archive, source, texts)
        again = await timed("nothing changed", archive, source)
        print(f"{count / second:,.0f} stories/s with lookups; nothing changed: {2 * second / again:.0f} times faster")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(run(Path(scratch), options.stories))


if __name__ == "__main__":
    main()
