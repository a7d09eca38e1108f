"""Keeping events: new stories join the event that a stored story reports, or are one of their own."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from heapq import nlargest
from itertools import combinations

import aiosqlite

from onrecord.archive.events import ALL, Traits, is_likely, is_same_event
from onrecord.archive.index import IndexWriter
from onrecord.archive.rows import StoryRows
from onrecord.archive.terms import COMMON, stem
from onrecord.archive.traces import FIGURES, NAMES, Traces

BATCH = 40
SLICE = 500
"""Traces that are looked up at a time: the event loop must not be held up meanwhile."""
FEW = 3
"""Traces that few stories have without which a story's like are sought by its words instead."""
RAREST = 4
"""Terms of a story by which its like are sought; a candidate holds at least two of them."""
OFTEN = (25, 40, 100)
"""A term or a name is no trace of one event when one story in 40 has it; 25 stories always may, more than 100 never."""
CANDIDATES = 8
REMEMBERED = 20_000
"""Stories, and names and figures, that a long load keeps at hand."""


class EventWriter:
    def __init__(self, db: aiosqlite.Connection, index: IndexWriter) -> None:
        self._db = db
        self._index = index
        self._new: list[int] = []
        self._often = OFTEN[0]
        self._holders: dict[int, list[int]] = {}
        """By name or figure, the stories that have it, but not many more than can be one event's."""
        self._traits: dict[int, Traits] = {}

    async def start(self, stories: Sequence[tuple[int, StoryRows]]) -> list[int]:
        """Gives an event for each, which is its own until `finish`."""
        [[last]] = await self._db.execute_fetchall("SELECT coalesce(max(id), 0) FROM events")
        events = list(range(last + 1, last + 1 + len(stories)))
        await self._db.executemany(
            "INSERT INTO events (id, newest, told) VALUES (?, ?, 1)",
            [(event, story.published) for event, (_, story) in zip(events, stories, strict=True)],
        )
        await self._index.add_totals([("event", len(stories))])
        await self._db.executemany(
            "INSERT INTO traces (trace, story) VALUES (?, ?)",
            sorted({(trace, n) for n, story in stories for trace in _all(story.traces)}),
        )
        await self._db.executemany(
            "INSERT INTO traits (story, body) VALUES (?, ?)", [(n, json.dumps(story.traces)) for n, story in stories]
        )
        self._new += [n for n, _ in stories]
        return events

    async def leave(self, story: int) -> None:
        [[event]] = await self._db.execute_fetchall("SELECT event FROM stories WHERE n = ?", (story,))
        await self._db.execute_fetchall("UPDATE stories SET event = 0 WHERE n = ?", (story,))
        await self._count(event)
        for row in await self._db.execute_fetchall("SELECT body FROM traits WHERE story = ?", (story,)):
            traces = Traces(*json.loads(row[0]))
            await self._db.executemany(
                "DELETE FROM traces WHERE trace = ? AND story = ?", [(trace, story) for trace in set(_all(traces))]
            )
        await self._db.execute_fetchall("DELETE FROM traits WHERE story = ?", (story,))

    async def finish(self) -> None:
        """Look for each new story's like, once the index knows all of them."""
        new, self._new = self._new, []
        [[stories]] = await self._db.execute_fetchall("SELECT coalesce(max(n), 0) FROM totals WHERE kind = 'title'")
        fewest, part, most = OFTEN
        self._often = max(fewest, min(most, stories // part))
        for i in range(0, len(new), BATCH):
            await self._link(new[i : i + BATCH])
        self._holders.clear()
        self._traits.clear()

    async def _link(self, stories: Sequence[int]) -> None:
        if len(self._holders) > REMEMBERED or len(self._traits) > REMEMBERED:
            self._holders.clear()
            self._traits.clear()
        await self._know(stories)
        known = [n for n in stories if n in self._traits]
        pairs: list[tuple[int, int]] = []
        lone: list[int] = []
        for n in known:
            rare = [held for trace in self._traits[n].marks if len(held := self._holders[trace]) <= self._often]
            weights: defaultdict[int, float] = defaultdict(float)
            for held in rare:
                for other in held:
                    weights[other] += 1 / len(held)
            weights.pop(n, None)
            pairs += [(n, other) for other in nlargest(CANDIDATES, weights, key=weights.__getitem__)]
            if len(rare) < FEW:
                lone.append(n)
        pairs += [*_few(await self._of_same_link(known)), *_few(await self._of_same_words(lone))]
        pairs = list(dict.fromkeys(map(_ordered, pairs)))
        await self._know({other for pair in pairs for other in pair})
        rare_traits = {n: self._rare(n) for n in {n for pair in pairs for n in pair}}
        likely = [(n, other) for n, other in pairs if is_likely(rare_traits[n], rare_traits[other])]
        words = await self._words({n for pair in likely for n in pair})
        for n, other in likely:
            if is_same_event(*(rare_traits[each]._replace(words=words[each]) for each in (n, other))):
                await self._join(n, other)

    def _rare(self, n: int) -> Traits:
        """Without what too many stories have."""
        traits = self._traits[n]
        common = {trace for trace in traits.marks if len(self._holders[trace]) > self._often}
        return traits._replace(names=traits.names - common, figures=traits.figures - common) if common else traits

    async def _know(self, stories: Iterable[int]) -> None:
        """See to it that what is needed of these stories, those that are still there, is at hand."""
        unknown = [n for n in stories if n not in self._traits]
        found: dict[int, Traits] = {}
        for i in range(0, len(unknown), BATCH):
            found |= await self._read(unknown[i : i + BATCH])
        self._traits |= found
        traces = sorted({t for traits in found.values() for t in traits.marks if t not in self._holders})
        for i in range(0, len(traces), SLICE):
            for trace, held in await self._db.execute_fetchall(
                "SELECT e.value, (SELECT json_group_array(story) FROM"
                " (SELECT story FROM traces WHERE trace = e.value LIMIT ?2)) FROM json_each(?1) e",
                (json.dumps(traces[i : i + SLICE]), self._often + 1),
            ):
                self._holders[trace] = json.loads(held)

    async def _of_same_link(self, stories: Sequence[int]) -> list[tuple[int, int]]:
        rows = await self._db.execute_fetchall(
            "SELECT a.n, b.n FROM json_each(?) e CROSS JOIN stories a ON a.n = e.value"
            " CROSS JOIN stories b ON b.link = a.link WHERE b.n <> a.n",
            (json.dumps(stories),),
        )
        return [(row[0], row[1]) for row in rows]

    async def _of_same_words(self, stories: Sequence[int]) -> list[tuple[int, int]]:
        """Those that share two of the rarest words, for a story that names hardly anybody, or only whom all name."""
        rows = await self._db.execute_fetchall(
            "SELECT a.rowid, a.words FROM json_each(?) e CROSS JOIN lookup_about a ON a.rowid = e.value",
            (json.dumps(stories),),
        )
        words = {row[0]: [word for word in row[1].split() if word not in COMMON] for row in rows}
        told = {
            row[0]: row[1]
            for row in await self._db.execute_fetchall(
                "SELECT t.term, t.about FROM json_each(?) e CROSS JOIN terms t ON t.term = e.value"
                " WHERE t.about BETWEEN 2 AND ?",
                (json.dumps(list(dict.fromkeys(word for listed in words.values() for word in listed))), self._often),
            )
        }
        asked: list[tuple[int, str]] = []
        for n, listed in words.items():
            rarest = sorted((word for word in listed if word in told), key=lambda word: told[word])[:RAREST]
            if len(rarest) > 1:
                asked.append((n, " OR ".join(f'("{a}" AND "{b}")' for a, b in combinations(rarest, 2))))
        rows = await self._db.execute_fetchall(
            "SELECT e.value ->> 0, a.rowid FROM json_each(?) e CROSS JOIN lookup_about a"
            " WHERE a.lookup_about MATCH e.value ->> 1",
            (json.dumps(asked),),
        )
        return [(row[0], row[1]) for row in rows]

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

    async def _words(self, stories: Collection[int]) -> dict[int, set[str]]:
        rows = await self._db.execute_fetchall(
            "SELECT a.rowid, a.words FROM json_each(?) e CROSS JOIN lookup_about a ON a.rowid = e.value",
            (json.dumps(list(stories)),),
        )
        return {n: {stem(word) for word in words.split() if word not in COMMON} for n, words in rows}

    async def _join(self, story: int, other: int) -> None:
        """What either's event holds is from now on one, the earlier."""
        rows = await self._db.execute_fetchall("SELECT event FROM stories WHERE n IN (?, ?)", (story, other))
        kept, *lost = sorted({row[0] for row in rows})
        for event in lost:
            await self._db.execute_fetchall("UPDATE stories SET event = ? WHERE event = ?", (kept, event))
            await self._count(event)
            await self._count(kept)

    async def _count(self, event: int) -> None:
        [[told, newest]] = await self._db.execute_fetchall(
            "SELECT count(*), max(published) FROM stories WHERE event = ?", (event,)
        )
        if told:
            await self._db.execute_fetchall(
                "UPDATE events SET newest = ?, told = ? WHERE id = ?", (newest, told, event)
            )
        else:
            await self._db.execute_fetchall("DELETE FROM events WHERE id = ?", (event,))
            await self._index.add_totals([("event", -1)])


def _all(traces: Traces) -> list[int]:
    return [*traces.prints, *traces.names, *traces.figures]


def _last(kept: Sequence[int], most: int) -> int:
    return kept[-1] if len(kept) == most else ALL


def _few(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of each story's not more than are worth comparing."""
    kept: Counter[int] = Counter()
    few: list[tuple[int, int]] = []
    for n, other in pairs:
        if n != other and kept[n] < CANDIDATES:
            kept[n] += 1
            few.append((n, other))
    return few


def _ordered(pair: tuple[int, int]) -> tuple[int, int]:
    return min(pair), max(pair)
