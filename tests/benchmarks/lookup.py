"""How fast and how forgiving lookup is: `python tests/benchmarks/lookup.py --stories 1000 100000`.

Fills an archive with made-up coverage (`remembered.py`), types pieces of it with mistakes, and prints for each kind of
query: how often the wanted one comes first, among five, among twenty-five; median and 99th percentile in milliseconds
through `Archive`, all layers in; with `--peers` the same queries, interleaved, put to others (see `peers.py`). Then the
false hits for what is not there, the time to fill, the size on disk, the memory, and the time to open and answer once.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import gzip
import json
import pickle
import resource
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from multiprocessing.queues import Queue
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeAlias

from peers import Peer, peers
from remembered import Query, Told, World, queries

from onrecord.archive import SURE, Archive, Arrival, Packed
from onrecord.archive.rows import story_rows
from onrecord.archive.terms import terms
from onrecord.cleaning import clean
from onrecord.processes import give_way
from onrecord.reading import read
from onrecord.reading.names import name_key
from onrecord.stories import Document, Story
from onrecord.text import fold

PORTION = 20
"""Stories that are made and written at a time, as a refresh does."""
AHEAD = 50
"""Portions that are made while others are written."""
Made: TypeAlias = tuple[Packed, bytes]
"""Stories as a refresh has them, and as `Told`: pickled, for to unpickle them would hold up everything else."""


def packed(stories: Iterator[Story]) -> Iterator[Made]:
    """As a refresh has its documents read; prints how fast."""
    count, busy = 0, 0.0
    while portion := list(islice(stories, PORTION)):
        begun = process_time()
        arrivals = Packed.of([Arrival(story.document, story.id, story_rows(story)) for story in portion])
        busy += process_time() - begun
        count += len(portion)
        yield arrivals, pickle.dumps(list(map(Told.by, portion)))
    print(f"{count / busy:,.0f} stories made into rows a second of processor time")


def make(size: int, first: int, count: int, out: Queue[Made | None]) -> None:
    """Of a world of that size some of the stories, in a process of its own."""
    give_way()
    gc.set_threshold(200_000)  # as the processes of a refresh
    for portion in packed(islice(World(size).stories(size), first, first + count)):
        out.put(portion)
    out.put(None)


@contextmanager
def making(size: int, first: int, count: int) -> Generator[Iterator[Made], None, None]:
    context = get_context("spawn")
    queue: Queue[Made | None] = context.Queue(AHEAD)
    maker = context.Process(target=make, args=(size, first, count, queue))
    maker.start()
    yield iter(queue.get, None)
    maker.join()


async def load(archive: Archive, source: str, portions: Iterator[Made]) -> list[bytes]:
    """As a refresh loads them: another process writes."""
    told: list[bytes] = []
    count = 0
    waited = 0.0
    start, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    async with archive.loading("benchmark") as loading:
        while True:
            asked = perf_counter()
            portion = await asyncio.to_thread(next, portions, None)
            waited += perf_counter() - asked
            if portion is None:
                break
            await loading.put(source, portion[0], range(len(portion[0].heads)))
            told.append(portion[1])
            count += len(portion[0].heads)
            if not count % 50_000:
                print(f"  {count:,} in {perf_counter() - start:.0f} s", flush=True)
    seconds, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{count:,} loaded in {seconds:.0f} s, of which {waited:.0f} s until they were made up and read:"
        f" {count / (seconds - waited):,.0f} a second by the clock without that, {count / busy:,.0f} a second of the"
        f" processor time of who wrote;"
        f" {archive.connections.size() / 1e6:,.0f} MB"
    )
    return told


async def fill(path: Path, portions: Iterator[Made]) -> list[Told]:
    async with await Archive.open(path) as archive:
        told = await load(archive, "made up", portions)
        print(await archive.counts())
    return [story for portion in told for story in pickle.loads(portion)]


async def ask(archive: Archive, query: Query, limit: int = 25) -> tuple[list[str], float]:
    """What was found as it is shown, best first, and the score of the first."""
    if query.method == "stories":
        hits = await archive.find_stories(query.text, limit)
    elif query.method == "people":
        hits = await archive.find_people(query.text, limit)
    else:
        found = await archive.find_quotes(query.text, limit)
        return [one.quote.text for one, _ in found], max((score for _, score in found), default=0.0)
    return [hit.label for hit in hits], max((hit.score for hit in hits), default=0.0)


def place(query: Query, found: list[str]) -> int:
    """Where the wanted one stands, or one that the same words were bound to find as well; 99 when nowhere."""
    return next((n for n, label in enumerate(found) if query.wanted and as_good(query, label)), 99)


def as_good(query: Query, label: str) -> bool:
    if query.kind == "title, beginning":
        return fold(label).startswith(fold(query.text).strip())
    if query.kind == "name, surname":
        return fold(query.text) in fold(label)
    if query.method == "people":
        initial = query.kind == "name, initial"
        return name_key(label) == name_key(query.wanted) or (initial and told_by_initial(query, label))
    if query.meant:
        return set(fold(query.meant).split()) <= set(fold(label).split())
    return label == query.wanted


def told_by_initial(query: Query, label: str) -> bool:
    letter, _, surname = fold(query.text).partition(". ")
    return fold(label).startswith(letter) and fold(label).endswith(surname)


def articles(path: Path) -> Iterator[Story]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for n, line in enumerate(file):
            yield read(clean(Document(location=str(n), format="text", text=json.loads(line)["text"])))


class Tally:
    def __init__(self) -> None:
        self.ms: list[float] = []
        self.busy: list[float] = []
        self.places: list[int] = []
        self.sure = 0

    def line(self) -> str:
        times = [f"{statistics.median(ms):8.2f} {percentile(ms, 99):8.2f}" for ms in (self.ms, self.busy)]
        return (
            "  ".join(times)
            + "   "
            + " ".join(f"{sum(place < limit for place in self.places) / len(self.places):6.3f}" for limit in (1, 5, 25))
        )


def percentile(values: list[float], share: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


async def measure(
    path: Path, asked: list[Query], others: Mapping[str, list[Peer]], options: argparse.Namespace
) -> None:
    start = perf_counter()
    async with await Archive.open(path) as archive:
        await ask(archive, asked[0])
        print(f"open and answer once: {(perf_counter() - start) * 1e3:.0f} ms, {process_time():.1f} s since the start")
        for query in asked[:200]:
            await ask(archive, query)
        gc.collect()
        gc.freeze()  # as the bot does, or the texts of the peers are looked through for cycles meanwhile
        tallies: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
        shown = 0
        for query in asked:
            begun, busy = perf_counter(), process_time()
            found, best = await ask(archive, query)
            tally = tallies[query.kind, "onrecord"]
            tally.ms.append((perf_counter() - begun) * 1e3)
            tally.busy.append((process_time() - busy) * 1e3)
            tally.sure += best >= SURE
            tally.places.append(place(query, found))
            if query.wanted and tally.places[-1] and shown < options.misses:
                shown += 1
                print(f"  missed ({tally.places[-1]}, {best}): {query}\n     found {found[:2]}")
            for peer in others.get(query.method, []):
                put_to(peer, query, tallies[query.kind, peer.name])
    print(
        f"{'':40} {'median':>8} {'p99 ms':>8}  {'of it on':>8} {'the CPU':>8}   {'@1':>6} {'@5':>6} {'@25':>6}    sure"
    )
    for (kind, name), tally in sorted(tallies.items(), key=lambda item: (item[0][0], item[0][1] != "onrecord")):
        own = tallies[kind, "onrecord"].ms
        against = "" if name == "onrecord" else f"  x{statistics.median(tally.ms) / statistics.median(own):.1f}"
        print(f"{kind:24}{name:>16} {tally.line()}   {tally.sure / len(tally.ms):5.3f}{against}")


def put_to(peer: Peer, query: Query, tally: Tally) -> None:
    begun, busy = perf_counter(), process_time()
    found = peer.find(query.text, 25)
    tally.ms.append((perf_counter() - begun) * 1e3)
    tally.busy.append((process_time() - busy) * 1e3)
    texts = TEXTS[query.method]
    tally.places.append(place(query, [texts[n] for n in found]))


TEXTS: dict[str, list[str]] = {}
"""What the peers know, by method."""


def gathered(told: Sequence[Told], named: Sequence[str]) -> Mapping[str, list[Peer]]:
    TEXTS["stories"] = [story.title for story in told]
    people = {name for story in told for name in (*(speaker for speaker, _ in story.quotes), *story.organisations)}
    TEXTS["people"] = sorted(people - {""})
    TEXTS["quotes"] = [said for story in told for _, said in story.quotes]
    built: dict[str, list[Peer]] = {}
    for method, texts in TEXTS.items():
        start = perf_counter()
        built[method] = list(peers(texts, named))
        print(f"peers built over {len(texts):,} of {method} in {perf_counter() - start:.0f} s")
    return built


def answer(path: Path, asked: list[Query], others: Mapping[str, list[Peer]], options: argparse.Namespace) -> None:
    asyncio.run(measure(path, asked, others, options))
    status = Path("/proc/self/status")  # what `resource` tells is, of a new process, what its parent held
    if status.exists():
        most = int(status.read_text().partition("VmHWM:")[2].split()[0])
        print(f"resident at most {most / 1e3:,.0f} MB")


def report(path: Path, told: Sequence[Told], words: Sequence[str], options: argparse.Namespace) -> None:
    asked = list(queries(told, words, options.queries))
    if options.peers is not None:
        answer(path, asked, gathered(told, options.peers), options)
    else:  # in a process that holds nothing but what it answers from
        process = get_context("spawn").Process(target=answer, args=(path, asked, {}, options))
        process.start()
        process.join()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, nargs="+", default=[])
    parser.add_argument("--queries", type=int, default=200, help="of each kind")
    parser.add_argument("--misses", type=int, default=0, help="how many misses to show")
    parser.add_argument("--articles", type=Path, help="JSON Lines, gzipped, of real articles (`text`), besides")
    parser.add_argument("--peers", nargs="*", help="put the same queries to others too: to all, or to those named")
    parser.add_argument("--keep", type=Path, help="a folder where archives stay for the next run")
    options = parser.parse_args()
    if options.articles:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "articles.db"
            stories = list(articles(options.articles))
            print(f"\n{len(stories):,} articles")
            told = asyncio.run(fill(path, packed(iter(stories))))
            words = sorted({word for story in stories for word in terms(story.title)})
            report(path, told, words, options)
    for count in options.stories:
        with tempfile.TemporaryDirectory() as scratch:
            folder: Path = options.keep or Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{count}.db"
            print(f"\n{count:,} stories")
            world = World(count)
            if path.exists():
                told = list(map(Told.by, world.stories(count)))
            else:
                with making(count, 0, count) as portions:
                    told = asyncio.run(fill(path, portions))
            report(path, told, world.words, options)


if __name__ == "__main__":
    main()
