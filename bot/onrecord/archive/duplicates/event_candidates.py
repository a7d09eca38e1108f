"""Finding which stories report one event: within one file, or in one file what is in another."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from heapq import nlargest
from itertools import combinations

import aiosqlite

from onrecord.archive.duplicates.same_event import ALL, DAYS, Traits, is_later, is_likely, is_same_event
from onrecord.archive.duplicates.traces import FIGURES, NAMES, Traces
from onrecord.archive.lookup.terms import COMMON, stem

BATCH = 40
SLICE = 500
"""Traces that are looked up at a time: the event loop must not be held up meanwhile."""
FEWEST_MARKS = 3
"""Traces that few stories have without which a story's like are sought by its words instead."""
RAREST = 4
"""Terms of a story by which its like are sought; a candidate holds at least two of them."""
OFTEN = (25, 40, 100)
"""A term or a name is no trace of one event when one story in 40 has it; 25 stories always may, more than 100 never."""
CANDIDATES = 8
REMEMBERED = 20_000
"""Stories, and names and figures, that a long load keeps at hand."""


def often(stories: int) -> int:
    """In how many of so many stories a trace of one event may be."""
    fewest, part, most = OFTEN
    return max(fewest, min(most, stories // part))


class Reports:
    """What the stories of one file are compared by, kept at hand until `forget`."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self.traits: dict[int, Traits] = {}
        self.holders: dict[int, list[int]] = {}
        """By name or figure, the stories that have it, but not many more than can be one event's."""
        self.days: dict[int, int] = {}
        """When stories were published, of those of which it is known, as ordinals."""
        self._by_day: dict[int, _ByDay] = {}
        """The same as `holders`, of those that `near` was asked for."""
        self._told: dict[str, int] = {}
        """How many stories hold a word, of those that were asked for."""

    def dated(self, stories: Iterable[tuple[int, str]]) -> None:
        """`stories`: their numbers, and when they were published."""
        self.days.update((n, date.fromisoformat(published[:10]).toordinal()) for n, published in stories if published)

    def forget(self, more_than: int = 0) -> None:
        if len(self.holders) > more_than or len(self.traits) > more_than:
            self.holders.clear()
            self._by_day.clear()
            self.traits.clear()
        if len(self._told) > more_than:
            self._told.clear()

    async def know(self, stories: Iterable[int]) -> set[int]:
        """See to it that the traits of those that are still there are at hand; returns their names and figures."""
        listed = list(stories)
        unknown = [n for n in listed if n not in self.traits]
        for i in range(0, len(unknown), BATCH):
            self.traits |= await self._read(unknown[i : i + BATCH])
        return {trace for n in listed if n in self.traits for trace in self.traits[n].marks}

    async def hold(self, marks: Iterable[int], most: int) -> None:
        """See to it that `most` of those who have each of these names and figures, and one more, are at hand."""
        unknown = sorted(mark for mark in marks if mark not in self.holders)
        for i in range(0, len(unknown), SLICE):
            for trace, held in await self._db.execute_fetchall(
                "SELECT e.value, (SELECT json_group_array(story) FROM"
                " (SELECT story FROM traces WHERE trace = e.value LIMIT ?2)) FROM json_each(?1) e",
                (json.dumps(unknown[i : i + SLICE]), most + 1),
            ):
                self.holders[trace] = json.loads(held)

    def near(self, mark: int, day: int | None) -> Sequence[int]:
        """Who has a name or figure that `hold` knows, without those that were published on another day."""
        if day is None:
            return self.holders[mark]
        if mark not in self._by_day:
            self._by_day[mark] = _ByDay(self.holders[mark], self.days)
        return self._by_day[mark].near(day)

    async def _read(self, stories: Collection[int]) -> dict[int, Traits]:
        """Of those that are still there, but for their words."""
        rows = await self._db.execute_fetchall(
            "SELECT s.n, s.published, s.link, t.body FROM json_each(?) e CROSS JOIN stories s ON s.n = e.value"
            " CROSS JOIN traits t ON t.story = s.n",
            (json.dumps(list(stories)),),
        )
        found: dict[int, Traits] = {}
        for n, published, link, body in rows:
            traces = Traces(*json.loads(body))
            self.dated([(n, published)])
            found[n] = Traits(
                published=published,
                link=link,
                words=frozenset(),
                names=frozenset(traces.names),
                figures=frozenset(traces.figures),
                days=frozenset(traces.days),
                english=traces.english,
                last=(_last(traces.names, NAMES), _last(traces.figures, FIGURES)),
            )
        return found

    async def with_links(self, links: Mapping[int, str | None]) -> list[tuple[int, int]]:
        """(number as asked, story here) for each that has the same link."""
        rows = await self._db.execute_fetchall(
            "SELECT e.value ->> 0, b.n FROM json_each(?) e CROSS JOIN stories b ON b.link = e.value ->> 1",
            (json.dumps([(n, link) for n, link in links.items() if link]),),
        )
        return [(row[0], row[1]) for row in rows]

    async def listed_words(self, stories: Collection[int]) -> dict[int, list[str]]:
        rows = await self._db.execute_fetchall(
            "SELECT a.id, a.c0 FROM json_each(?) e CROSS JOIN lookup_about_content a ON a.id = e.value",
            (json.dumps(list(stories)),),
        )
        return {row[0]: [word for word in row[1].split() if word not in COMMON] for row in rows}

    async def words(self, stories: Collection[int]) -> dict[int, set[str]]:
        return {n: set(map(stem, words)) for n, words in (await self.listed_words(stories)).items()}

    async def of_same_words(self, words: Mapping[int, Sequence[str]], fewest: int, most: int) -> list[tuple[int, int]]:
        """(number as asked, story here) for each that has two of the rarest words, that `fewest` to `most` have."""
        await self._count(list({word for listed in words.values() for word in listed if word not in self._told}))
        told = self._told
        asked: list[tuple[int, str]] = []
        for n, listed in words.items():
            rarest = sorted((word for word in listed if fewest <= told[word] <= most), key=told.__getitem__)[:RAREST]
            if len(rarest) > 1:
                asked.append((n, " OR ".join(f'("{a}" AND "{b}")' for a, b in combinations(rarest, 2))))
        rows = await self._db.execute_fetchall(
            "SELECT e.value ->> 0, (SELECT json_group_array(n) FROM (SELECT rowid AS n FROM lookup_about"
            " WHERE lookup_about MATCH e.value ->> 1 LIMIT ?2)) FROM json_each(?1) e",
            (json.dumps(asked), CANDIDATES + 1),
        )
        return [(n, other) for n, found in rows for other in json.loads(found)]

    async def _count(self, words: Sequence[str]) -> None:
        self._told.update(dict.fromkeys(words, 0))
        rows = await self._db.execute_fetchall(
            "SELECT t.term, t.about FROM json_each(?) e CROSS JOIN terms t ON t.term = e.value", (json.dumps(words),)
        )
        self._told.update((row[0], row[1]) for row in rows)


class _ByDay:
    """Stories in the order of their days, and those of which the day is not known so far."""

    def __init__(self, stories: Sequence[int], days: Mapping[int, int]) -> None:
        self._all_days = days
        self._stories = sorted((n for n in stories if n in days), key=days.__getitem__)
        self._days = [days[n] for n in self._stories]
        self._undated = [n for n in stories if n not in days]

    def near(self, day: int) -> list[int]:
        """In the order of their numbers."""
        first, last = day - DAYS, day + DAYS
        found = self._stories[bisect_left(self._days, first) : bisect_right(self._days, last)]
        found += [n for n in self._undated if first <= self._all_days.get(n, first) <= last]
        return sorted(found)


async def same_events(here: Reports, stories: Sequence[int], there: Reports, most: int) -> list[tuple[int, int]]:
    """(story here, story there) for each of these stories, a few, and those that report the same event.

    `most`: see `often`. Within one file both are the same `Reports`.
    """
    one_file = here is there
    files = (here,) if one_file else (here, there)
    for file in files:
        file.forget(REMEMBERED)

    async def common(marks: AbstractSet[int]) -> set[int]:
        """Those that too many stories have."""
        for each in files:
            await each.hold(marks, most)
        if one_file:
            return {mark for mark in marks if len(there.holders[mark]) > most}
        return {mark for mark in marks if len(there.holders[mark]) + len(here.holders[mark]) > most}

    often = await common(await here.know(stories))
    known = [n for n in stories if n in here.traits]
    pairs: list[tuple[int, int]] = []
    lone: list[int] = []
    for n in known:
        marks = here.traits[n].marks - often
        day = here.days.get(n)
        near = _nearest([(there.near(mark, day), len(there.holders[mark])) for mark in marks])
        pairs += [(n, other) for other in near if n != other or not one_file]
        if len(marks) < FEWEST_MARKS:
            lone.append(n)
    words = await here.listed_words(lone)
    like = await there.of_same_words(words, 2 if one_file else 1, most)
    pairs += [*_few(await there.with_links({n: here.traits[n].link for n in known}), one_file), *_few(like, one_file)]
    pairs = [(n, other) for n, other in pairs if not _are_far(here.days.get(n), there.days.get(other))]
    pairs = list(dict.fromkeys(map(_ordered, pairs) if one_file else pairs))
    await here.know({n for n, _ in pairs})
    await there.know({other for _, other in pairs})
    pairs = [
        (n, other)
        for n, other in pairs
        if n in here.traits and other in there.traits and not is_later(here.traits[n], there.traits[other])
    ]
    compared = [*{n: here.traits[n] for n, _ in pairs}.values(), *{n: there.traits[n] for _, n in pairs}.values()]
    often = await common({mark for traits in compared for mark in traits.marks})
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


def _nearest(held: Iterable[tuple[Sequence[int], int]]) -> list[int]:
    """The stories that share most traces, those weighing more that fewer have.

    `held`: by trace, those who have it that come into question, and how many have it.
    """
    weights: defaultdict[int, float] = defaultdict(float)
    for some, told in held:
        for n in some:
            weights[n] += 1 / told
    return nlargest(CANDIDATES + 1, weights, key=weights.__getitem__)


def _are_far(one: int | None, other: int | None) -> bool:
    """The same as `is_later`, of days as far as they are known."""
    return one is not None and other is not None and abs(one - other) > DAYS


def _last(kept: Sequence[int], most: int) -> int:
    return kept[-1] if len(kept) == most else ALL


def _few(pairs: Iterable[tuple[int, int]], one_file: bool) -> list[tuple[int, int]]:
    """Of each story's not more than are worth comparing."""
    kept: Counter[int] = Counter()
    few: list[tuple[int, int]] = []
    for n, other in pairs:
        if (n != other or not one_file) and kept[n] < CANDIDATES:
            kept[n] += 1
            few.append((n, other))
    return few


def _ordered(pair: tuple[int, int]) -> tuple[int, int]:
    return min(pair), max(pair)
