"""Finding which stories report one event: within one file, or in one file what is in another."""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from heapq import nlargest
from itertools import chain

import aiosqlite
from pydantic_core import from_json

from onrecord.archive.duplicates.same_event import (
    ALL,
    DAYS,
    UNDATED,
    Traits,
    is_later,
    is_likely,
    is_same_event,
)
from onrecord.archive.terms import COMMON, stem
from onrecord.archive.traces import FIGURES, NAMES, Traces

BATCH = 40
"""Stories at a time: the event loop must not be held up meanwhile."""
FEWEST_MARKS = 3
"""Traces that few stories have without which a story's like are sought by its words instead."""
RAREST, FEWEST_SHARED = 6, 2
"""Terms of a story by which its like are sought; a candidate holds at least half of them, and two."""
OFTEN = (25, 40, 100)
"""A term or a name is no trace of one event when one story in 40 has it; 25 stories always may, more than 100 never."""
CANDIDATES = 8
REMEMBERED = 20_000
"""Stories that a long load keeps at hand."""
REMEMBERED_TRACES = 200_000
"""The same of words, names and figures."""
_DAY_BITS = 20
_ANY_DAY = (1 << _DAY_BITS) - 1


def often(stories: int) -> int:
    """In how many of so many stories a trace of one event may be."""
    fewest, part, most = OFTEN
    return max(fewest, min(most, stories // part))


class Reports:
    """What the stories of one file are compared by, kept at hand as long as these do not change."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self.traits: dict[int, Traits] = {}
        self.told: dict[int, int] = {}
        """By name or figure, how many stories have it, but not many more than can be one event's."""
        self._words: dict[str, int] = {}
        """How many stories hold a word."""
        self._holders: dict[str, array[int]] = {}
        """By word, the stories that hold it."""

    def trim(self) -> None:
        if len(self.traits) > REMEMBERED:
            self.traits.clear()
        for traces in (self.told, self._words, self._holders):
            if len(traces) > REMEMBERED_TRACES:
                traces.clear()

    async def know(self, stories: Iterable[int]) -> set[int]:
        """See to it that the traits of those that are still there are at hand; returns their names and figures."""
        listed = list(stories)
        unknown = [n for n in listed if n not in self.traits]
        for i in range(0, len(unknown), BATCH):
            self.traits |= await self._read(unknown[i : i + BATCH])
        return {trace for n in listed if n in self.traits for trace in self.traits[n].marks}

    async def count(self, marks: Iterable[int], most: int) -> None:
        """See to it that it is known how many stories have each of these names and figures, if not more than `most`."""
        unknown = sorted(mark for mark in marks if mark not in self.told)
        rows = await self._db.execute_fetchall(
            "SELECT e.value, (SELECT count(*) FROM (SELECT 1 FROM marks WHERE mark = e.value LIMIT ?2))"
            " FROM json_each(?1) e",
            (json.dumps(unknown), most + 1),
        )
        self.told.update((row[0], row[1]) for row in rows)

    async def near(self, asked: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        """`asked`: names or figures, each with a day; gives (place in `asked`, story) for each story that has it, but
        for those of which it is known that they were published on another day."""
        # One number for both: to take a list apart takes SQLite several times longer.
        packed = [mark << _DAY_BITS | day for mark, day in asked]
        return [
            (row[0], row[1])
            for row in await self._db.execute_fetchall(
                f"SELECT e.key, m.story FROM json_each(?1) e CROSS JOIN marks m ON m.mark = e.value >> {_DAY_BITS}"
                f" AND m.day BETWEEN (e.value & {_ANY_DAY}) - {DAYS} AND (e.value & {_ANY_DAY}) + {DAYS}"
                f" WHERE e.value & {_ANY_DAY} <> {UNDATED} UNION ALL"
                f" SELECT e.key, m.story FROM json_each(?1) e CROSS JOIN marks m ON m.mark = e.value >> {_DAY_BITS}"
                f" AND m.day <= iif(e.value & {_ANY_DAY}, {UNDATED}, {_ANY_DAY})",
                (json.dumps(packed),),
            )
        ]

    async def _read(self, stories: Collection[int]) -> dict[int, Traits]:
        """Of those that are still there, but for their words."""
        rows = await self._db.execute_fetchall(
            "SELECT t.story, t.day, t.body FROM json_each(?) e CROSS JOIN traits t ON t.story = e.value",
            (json.dumps(list(stories)),),
        )
        found: dict[int, Traits] = {}
        for n, day, body in rows:
            traces = Traces(*from_json(body))
            found[n] = Traits(
                day=day,
                words=frozenset(),
                names=frozenset(traces.names),
                figures=frozenset(traces.figures),
                days=frozenset(traces.days),
                english=traces.english,
                last=(_last(traces.names, NAMES), _last(traces.figures, FIGURES)),
            )
        return found

    async def links(self, stories: Collection[int]) -> list[tuple[int, str]]:
        rows = await self._db.execute_fetchall(
            "SELECT s.n, s.link FROM json_each(?) e CROSS JOIN stories s ON s.n = e.value WHERE s.link IS NOT NULL",
            (json.dumps(list(stories)),),
        )
        return [(row[0], row[1]) for row in rows]

    async def with_links(self, links: Sequence[tuple[int, str]]) -> list[tuple[int, int]]:
        """(number as asked, story here) for each that has the same link."""
        rows = await self._db.execute_fetchall(
            "SELECT e.key, b.n FROM json_each(?) e CROSS JOIN stories b ON b.link = e.value",
            (json.dumps([link for _, link in links]),),
        )
        return [(links[row[0]][0], row[1]) for row in rows]

    async def listed_words(self, stories: Collection[int]) -> dict[int, list[str]]:
        rows = await self._db.execute_fetchall(
            "SELECT a.id, a.c0 FROM json_each(?) e CROSS JOIN lookup_about_content a ON a.id = e.value",
            (json.dumps(list(stories)),),
        )
        return {row[0]: [word for word in row[1].split() if word not in COMMON] for row in rows}

    async def words(self, stories: Collection[int]) -> dict[int, set[str]]:
        return {n: set(map(stem, words)) for n, words in (await self.listed_words(stories)).items()}

    async def of_same_words(self, words: Mapping[int, Sequence[str]], fewest: int, most: int) -> list[tuple[int, int]]:
        """(number as asked, story here) for each that has half of the rarest words that `fewest` to `most` have."""
        await self._count_words({word for listed in words.values() for word in listed})
        told = self._words
        rarest = {
            n: sorted((word for word in listed if fewest <= told[word] <= most), key=told.__getitem__)[:RAREST]
            for n, listed in words.items()
        }
        await self._hold({word for listed in rarest.values() for word in listed})
        found: list[tuple[int, int]] = []
        for n, listed in rarest.items():
            shared = Counter(chain.from_iterable(self._holders[word] for word in listed))
            enough = max(FEWEST_SHARED, len(listed) // 2)
            likely = [other for other, times in shared.items() if times >= enough]
            found += [(n, other) for other in nlargest(CANDIDATES + 1, likely, key=shared.__getitem__)]
        return found

    async def _count_words(self, words: Iterable[str]) -> None:
        unknown = [word for word in words if word not in self._words]
        self._words.update(dict.fromkeys(unknown, 0))
        rows = await self._db.execute_fetchall(
            "SELECT t.term, t.about FROM json_each(?) e CROSS JOIN terms t ON t.term = e.value",
            (json.dumps(sorted(unknown)),),
        )
        self._words.update((row[0], row[1]) for row in rows)

    async def _hold(self, words: Iterable[str]) -> None:
        """See to it that it is known who holds each of these words."""
        unknown = sorted(word for word in words if word not in self._holders)
        rows = await self._db.execute_fetchall(
            "SELECT e.key, (SELECT json_group_array(n) FROM"
            " (SELECT rowid AS n FROM lookup_about WHERE lookup_about MATCH e.value)) FROM json_each(?) e",
            (json.dumps([f'"{word}"' for word in unknown]),),
        )
        for place, held in rows:
            self._holders[unknown[place]] = array("Q", from_json(held))


async def same_events(here: Reports, stories: Sequence[int], there: Reports, most: int) -> list[tuple[int, int]]:
    """(story here, story there) for each of these stories, a few, and those that report the same event.

    `most`: see `often`. Within one file both are the same `Reports`.
    """
    here.trim()
    there.trim()
    linked = await _linked(here, stories, there)
    pairs = list(dict.fromkeys([*linked, *await _likes(here, stories, there, most)]))
    await here.know({n for n, _ in pairs})
    await there.know({other for _, other in pairs})
    pairs = [
        (n, other)
        for n, other in pairs
        if n in here.traits and other in there.traits and not is_later(here.traits[n], there.traits[other])
    ]
    unlinked = await _alike(here, [pair for pair in pairs if pair not in linked], there, most)
    return [*filter(linked.__contains__, pairs), *unlinked]


async def _linked(here: Reports, stories: Sequence[int], there: Reports) -> set[tuple[int, int]]:
    """Those that name the same original, or are read there."""
    return set(_few(await there.with_links(await here.links(stories)), here is there))


async def _likes(here: Reports, stories: Sequence[int], there: Reports, most: int) -> list[tuple[int, int]]:
    """Those that share rare names and figures, or rare words where a story has few of these."""
    one_file = here is there
    often = await _common(here, await here.know(stories), there, most)
    known = [n for n in stories if n in here.traits]
    rare = {n: sorted(here.traits[n].marks - often) for n in known}
    itself = 1 if one_file else 0
    near = await _nearest(
        there, [(n, mark, here.traits[n].day) for n in known for mark in rare[n] if there.told[mark] > itself]
    )
    words = await here.listed_words([n for n in known if len(rare[n]) < FEWEST_MARKS])
    return [
        *(_ordered(pair, one_file) for pair in near if pair[0] != pair[1] or not one_file),
        *_few(await there.of_same_words(words, 2 if one_file else 1, most), one_file),
    ]


async def _alike(here: Reports, pairs: Sequence[tuple[int, int]], there: Reports, most: int) -> list[tuple[int, int]]:
    """Those of the pairs that report the same event by what they say."""
    compared = [*{n: here.traits[n] for n, _ in pairs}.values(), *{n: there.traits[n] for _, n in pairs}.values()]
    often = await _common(here, {mark for traits in compared for mark in traits.marks}, there, most)
    ones = {n: here.traits[n].without(often) for n, _ in pairs}
    others = {n: there.traits[n].without(often) for _, n in pairs}
    likely = [(n, other) for n, other in pairs if is_likely(ones[n], others[other])]
    ones_words = await here.words({n for n, _ in likely})
    others_words = await there.words({other for _, other in likely})
    return [
        (n, other)
        for n, other in likely
        if is_same_event(ones[n]._replace(words=ones_words[n]), others[other]._replace(words=others_words[other]))
    ]


async def _common(here: Reports, marks: AbstractSet[int], there: Reports, most: int) -> set[int]:
    """Those that too many stories have."""
    await here.count(marks, most)
    if here is there:
        return {mark for mark in marks if here.told[mark] > most}
    await there.count(marks, most)
    return {mark for mark in marks if here.told[mark] + there.told[mark] > most}


async def _nearest(there: Reports, asked: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """(number as asked, story there) for those that share most traces, those weighing more that fewer have.

    `asked`: number, name or figure, day.
    """
    weights: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for place, other in await there.near([(mark, day) for _, mark, day in asked]):
        n, mark, _ = asked[place]
        weights[n][other] += 1 / there.told[mark]
    return [
        (n, other)
        for n, shared in weights.items()
        for other in nlargest(CANDIDATES + 1, shared, key=shared.__getitem__)
    ]


def _last(kept: Sequence[int], most: int) -> int:
    return kept[-1] if len(kept) == most else ALL


def _few(pairs: Iterable[tuple[int, int]], one_file: bool) -> list[tuple[int, int]]:
    """Of each story's not more than are worth comparing."""
    kept: Counter[int] = Counter()
    few: list[tuple[int, int]] = []
    for n, other in pairs:
        if (n != other or not one_file) and kept[n] < CANDIDATES:
            kept[n] += 1
            few.append(_ordered((n, other), one_file))
    return few


def _ordered(pair: tuple[int, int], one_file: bool) -> tuple[int, int]:
    return (min(pair), max(pair)) if one_file else pair
