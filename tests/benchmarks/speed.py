"""How fast the whole way is, from documents to answers: `python tests/benchmarks/speed.py`.

Prints four figures over made-up coverage, each beside what the project promises:

- stories cleaned and read in a second, on one core;
- from starting the program to the first answer, with a filled archive: the median of five starts;
- a refresh with nothing changed against the first one, as a ratio;
- the time a handler takes for an answer, by the clock and in processor time (which other programs on the machine hardly
  change): median and 99th percentile for each command, and over all of them.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from coverage import SHAPES, Report, reports, write_folder

from onrecord.answers import answer
from onrecord.archive import Archive
from onrecord.cleaning import clean
from onrecord.reading import read
from onrecord.refresh import refresh
from onrecord.settings import FolderSource
from onrecord.stories import Document

STARTS = 5


def show(name: str, measured: str, promised: str) -> None:
    print(f"{name:<44} {measured:>22}   promised: {promised}", flush=True)


def stories_a_second(count: int) -> None:
    """In processor time, so that other programs on the machine do not count."""
    total = 0.0
    for suffix, shape in SHAPES:
        documents = [
            Document(location=f"{n}{suffix}", format="html" if suffix == ".html" else "text", text=shape(report))
            for n, report in enumerate(reports(count // len(SHAPES)))
        ]
        read(clean(documents[0]))  # the first loads the libraries
        start = process_time()
        stories = [clean(document) for document in documents]
        cleaned = process_time()
        for story in stories:
            read(story)
        done = process_time()
        total += done - start
        rates = (f"{len(documents) / seconds:.0f}/s" for seconds in (cleaned - start, done - cleaned))
        print("  {}: cleaned {}, read {}".format(shape.__name__.removeprefix("as_"), *rates))
    show("cleaned and read, one core", f"{count / total:.0f} stories/s", ">= 200 stories/s")


def questions(made: Sequence[Report], count: int, rng: Random) -> Iterator[tuple[str, dict[str, str]]]:
    """What members ask, half of it with a typo, every twentieth about something that is not there."""
    for n in range(count):
        report = rng.choice(made)
        _, speaker, words = rng.choice(report.quotes)
        thing = "quarterly zebra earnings" if n % 20 == 19 else report.title
        asked = [
            ("summary", {"story": thing}),
            ("quotes", {"speaker": speaker}),
            ("quotes", {"about": " ".join(report.title.split()[-2:])}),
            ("check", {"quote": words}),
            ("who", {"name": speaker.split()[-1]}),
            ("related", {"story": thing}),
            ("stories", {"search": thing}),
            ("ask", {"question": f"What did {speaker} say about the {report.title.split()[-1]}?"}),
        ]
        command, options = asked[n % len(asked)]
        yield command, {name: typo(value, rng) if n % 2 else value for name, value in options.items()}


def typo(text: str, rng: Random) -> str:
    at = rng.randrange(1, len(text) - 1)
    return text[:at] + text[at + 1 :]


async def handlers(path: Path, made: Sequence[Report], count: int) -> None:
    took: dict[str, list[tuple[float, float]]] = {}
    gc.freeze()  # the made-up reports are none of the handlers' garbage
    async with await Archive.open(path) as archive:
        for command, options in questions(made, count + 80, Random(2)):
            start, busy = perf_counter(), process_time()
            await answer(archive, command, options)
            name = f"/{command} {next(iter(options))}:"
            took.setdefault(name, []).append((perf_counter() - start, process_time() - busy))
    for name, times in took.items():
        del times[:10]  # they warm the caches
        print(f"  {name:<20} {in_ms(times)}")
    every = [pair for times in took.values() for pair in times]
    show("a handler's answer, over all commands", in_ms(every), "p99 <= 20 ms")


def in_ms(times: Sequence[tuple[float, float]]) -> str:
    clock, busy = ([1000 * seconds for seconds in column] for column in zip(*times, strict=True))
    return (
        f"median {statistics.median(clock):.1f} ms, p99 {percentile(clock):.1f} ms;"
        f" processor: median {statistics.median(busy):.1f} ms, p99 {percentile(busy):.1f} ms"
    )


def percentile(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


async def refreshes(path: Path, folder: Path) -> None:
    seconds: list[float] = []
    async with await Archive.open(path) as archive:
        for _ in range(2):
            start = perf_counter()
            report = await refresh(archive, [FolderSource(path=folder)])
            seconds.append(perf_counter() - start)
            print(
                f"  {report.new} new, {report.unchanged} unchanged, {len(report.skipped)} skipped: {seconds[-1]:.1f} s"
            )
    first, again = seconds
    show("a refresh with nothing changed", f"{first / again:.0f} times faster", ">= 20 times faster")


def first_answer(folder: Path, made: Sequence[Report]) -> None:
    config = folder / "config.toml"
    config.write_text(f"[archive]\npath = {json.dumps(str(folder / 'archive.db'))}\n", "utf-8")
    seconds: list[float] = []
    for report in made[:STARTS]:
        command = [sys.executable, "-m", "onrecord", "--config", str(config), "try", f"/summary story:{report.title}"]
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        seconds.append(perf_counter() - start)
    show("start to first answer", f"{statistics.median(seconds):.2f} s", "<= 1 s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000, help="in the archive (default: 10,000)")
    options = parser.parse_args()
    stories_a_second(min(1_000, options.stories))
    made = list(reports(options.stories))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_folder(folder / "news", options.stories)
        asyncio.run(refreshes(folder / "archive.db", folder / "news"))
        first_answer(folder, made)
        asyncio.run(handlers(folder / "archive.db", made, 2_000))


if __name__ == "__main__":
    main()
