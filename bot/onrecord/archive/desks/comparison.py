"""Keeping a desk in step with the shared coverage: which stories both tell, which report one event, what is hidden.

What was found is kept in the desk's file. Only what is new in either file since then is compared.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import aiosqlite

from onrecord.archive.desks.fingerprints import is_back, is_of_host, own_key, read
from onrecord.archive.desks.overlay import Joined, Overlay
from onrecord.archive.desks.removing import PAUSE, Elsewhere, affected_by, fingerprints_of
from onrecord.archive.duplicates.event_candidates import BATCH, Reports, often, same_events
from onrecord.archive.duplicates.merging import one_head
from onrecord.archive.duplicates.story_candidates import same_stories
from onrecord.archive.queries import stories
from onrecord.archive.records import Event, Target, sort_key
from onrecord.stories import StoryHead

SHARED, OWN = 0, 1
Node = tuple[int, int]
"""A file, and the number of a story or an event in it."""
_SEEN = ("seen shared", "seen own", "seen made")


async def compare(own: aiosqlite.Connection, shared: aiosqlite.Connection) -> None:
    """Bring what the desk's file keeps up to date, in the transaction of `own`."""
    mine, theirs = await _totals(own), await _totals(shared)
    seen_shared, seen_own = mine.get("seen shared", 0), mine.get("seen own", 0)
    if mine.get("seen made") != theirs.get("made", 0) or theirs.get("last story", 0) < seen_shared:
        seen_shared = seen_own = 0
        await own.execute_fetchall("DELETE FROM counterparts")
        await own.execute_fetchall("DELETE FROM hidden")
    await _forget(own, shared)
    new = await _after(own, seen_own)
    new_shared = await _after(shared, seen_shared)
    await _hide(own, shared, new_shared)
    if mine.get("title", 0) <= len(new_shared):
        new, new_shared = await _after(own, 0), []
    most = often(mine.get("title", 0) + theirs.get("title", 0))
    one, other = Reports(own), Reports(shared)
    for i in range(0, len(new), BATCH):
        some = new[i : i + BATCH]
        await _keep(own, await same_stories(own, some, shared), same=True)
        await _keep(own, await same_events(one, some, other, most), same=False)
    if mine.get("title", 0):
        for i in range(0, len(new_shared), BATCH):
            some = new_shared[i : i + BATCH]
            await _keep(own, [(b, a) for a, b in await same_stories(shared, some, own)], same=True)
            await _keep(own, [(b, a) for a, b in await same_events(other, some, one, most)], same=False)
    now = (theirs.get("last story", 0), mine.get("last story", 0), theirs.get("made", 0))
    await own.executemany("REPLACE INTO totals (kind, n) VALUES (?, ?)", list(zip(_SEEN, now, strict=True)))


async def _totals(db: aiosqlite.Connection) -> dict[str, int]:
    return {row[0]: row[1] for row in await db.execute_fetchall("SELECT kind, n FROM totals")}


async def _after(db: aiosqlite.Connection, last: int) -> list[int]:
    return [row[0] for row in await db.execute_fetchall("SELECT n FROM stories WHERE n > ? ORDER BY n", (last,))]


async def _forget(own: aiosqlite.Connection, shared: aiosqlite.Connection) -> None:
    """Stories that are there no more, or were put in order again."""
    pairs = [(row[0], row[1]) for row in await own.execute_fetchall("SELECT own, shared FROM counterparts")]
    hidden = {row[0] for row in await own.execute_fetchall("SELECT DISTINCT story FROM hidden")}
    there = await _existing(shared, {*hidden, *(pair[1] for pair in pairs)})
    here = await _existing(own, {pair[0] for pair in pairs})
    gone = [pair for pair in pairs if pair[0] not in here or pair[1] not in there]
    await own.executemany("DELETE FROM counterparts WHERE own = ? AND shared = ?", gone)
    await own.executemany("DELETE FROM hidden WHERE story = ?", [(n,) for n in hidden - there])


async def _existing(db: aiosqlite.Connection, stories: Collection[int]) -> set[int]:
    rows = await db.execute_fetchall(
        "SELECT s.n FROM json_each(?) e CROSS JOIN stories s ON s.n = e.value", (json.dumps(list(stories)),)
    )
    return {row[0] for row in rows}


async def _keep(own: aiosqlite.Connection, pairs: Iterable[tuple[int, int]], *, same: bool) -> None:
    await own.executemany(
        "INSERT INTO counterparts (own, shared, same) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (own, shared) DO UPDATE SET same = max(same, ?3)",
        [(*pair, int(same)) for pair in pairs],
    )


async def _hide(own: aiosqlite.Connection, shared: aiosqlite.Connection, new: Sequence[int]) -> None:
    """Those among the new stories of the shared coverage that a removal hides."""
    rows = await own.execute_fetchall("SELECT id, kind, value FROM removals WHERE undone_at IS NULL")
    rules: list[tuple[int, str, str]] = [(row[0], row[1], row[2]) for row in rows]
    if not rules:
        return
    hidden: set[tuple[int, int]] = set()
    for i in range(0, len(new), BATCH):
        some = new[i : i + BATCH]
        for n, source, *links in await shared.execute_fetchall(
            "SELECT s.n, d.source, d.location, s.link, t.body ->> 'url' FROM json_each(?) e"
            " CROSS JOIN stories s ON s.n = e.value CROSS JOIN documents d ON d.id = s.document"
            " CROSS JOIN tellings t ON t.document = d.id",
            (json.dumps(some),),
        ):
            for removal, kind, value in rules:
                if (kind == "source" and source == value) or (kind == "host" and is_of_host(links, value)):
                    hidden.add((removal, n))
        hidden |= await _known_again(own, shared, some, {rule[0] for rule in rules})
    await own.executemany("INSERT OR IGNORE INTO hidden (removal, story) VALUES (?, ?)", sorted(hidden))


async def hidden_by(shared: aiosqlite.Connection, target: Target) -> set[int]:
    """Stories of the shared coverage that a removal hides: those whose text is what is to go."""
    affected = await affected_by(shared, target)
    rows = await shared.execute_fetchall(
        "SELECT s.n FROM json_each(?) e CROSS JOIN stories s ON s.id = e.value UNION"
        " SELECT s.n FROM json_each(?) e CROSS JOIN documents d ON d.id = e.value"
        " CROSS JOIN stories s ON s.id = d.story AND s.document = d.id",
        (json.dumps(sorted(affected.stories)), json.dumps(sorted(affected.documents))),
    )
    return {row[0] for row in rows}


async def elsewhere(shared: aiosqlite.Connection, target: Target, ids: Collection[str]) -> Elsewhere:
    """What a desk's removal means in the shared coverage; `ids`: those that the view knows a story by."""
    if target.kind != "story":
        return Elsewhere(hidden=await hidden_by(shared, target))
    affected = await affected_by(shared, target, ids)
    fingerprints = [each for id in sorted(affected.stories) for each in await fingerprints_of(shared, id)]
    numbers = [n for id in affected.stories if (n := await stories.number(shared, id)) is not None]
    title = next((head.title for head in await stories.heads(shared, affected.stories)), None)
    return Elsewhere(fingerprints, numbers, title, ids)


async def _known_again(
    own: aiosqlite.Connection, shared: aiosqlite.Connection, stories: Sequence[int], removals: Collection[int]
) -> set[tuple[int, int]]:
    """(removal, story) for each of the stories whose text, link or place is that of a removed one."""
    listed = json.dumps(list(stories))
    told = await shared.execute_fetchall(
        "SELECT s.n, s.id, d.own, t.body -> 0 FROM json_each(?) e CROSS JOIN stories s ON s.n = e.value"
        " CROSS JOIN documents d ON d.story = s.id CROSS JOIN traits t ON t.story = s.n",
        (listed,),
    )
    keys: defaultdict[int, set[int]] = defaultdict(set)
    ids: dict[int, str] = {}
    for n, id, given, runs in told:
        keys[n].update([own_key(given), *json.loads(runs)])
        ids[n] = id
    rows = await own.execute_fetchall(
        "SELECT k.key, r.removal, r.body FROM json_each(?) e CROSS JOIN removed_keys k ON k.key = e.value"
        " CROSS JOIN removed r ON r.id = k.removed",
        (json.dumps(sorted(set[int]().union(*keys.values()))),),
    )
    held: defaultdict[int, set[tuple[int, str]]] = defaultdict(set)
    for key, removal, body in rows:
        if removal in removals:
            held[key].add((removal, body))
    found: set[tuple[int, int]] = set()
    for n, each in keys.items():
        candidates = set[tuple[int, str]]().union(*(held[key] for key in each if key in held))
        if candidates:
            fingerprints = await fingerprints_of(shared, ids[n])
            found |= {
                (removal, n) for removal, body in candidates if any(is_back(read(body), one) for one in fingerprints)
            }
    return found


async def overlay(own: aiosqlite.Connection, shared: aiosqlite.Connection) -> Overlay:
    """How the two files look as one, from what `compare` kept."""
    rows = await own.execute_fetchall("SELECT own, shared, same FROM counterparts")
    pairs = [(row[0], row[1], row[2]) for row in rows]
    rows = await own.execute_fetchall(
        "SELECT h.story, r.kind, r.value FROM hidden h JOIN removals r ON r.id = h.removal"
    )
    hidden = {row[0] for row in rows}
    files = (shared, own)
    known = {
        SHARED: await _stories(shared, {pair[1] for pair in pairs} | hidden),
        OWN: await _stories(own, {pair[0] for pair in pairs}),
    }
    pairs = [pair for pair in pairs if pair[0] in known[OWN] and pair[1] in known[SHARED]]
    whole: set[int] = set()
    for i, (n, kind, value) in enumerate(rows):
        if n in known[SHARED] and _goes_whole(known[SHARED][n].head, kind, value):
            whole.add(n)
        if i % PAUSE == 0:
            await asyncio.sleep(0)
    without: tuple[set[str], set[str]] = ({known[SHARED][n].head.id for n in hidden if n in known[SHARED]}, set())
    heads: dict[str, StoryHead] = {}
    both: set[str] = set()
    aliases: dict[str, str] = {}
    for group in _groups(((OWN, a), (SHARED, b)) for a, b, same in pairs if same):
        told = sorted(group, key=lambda node: (-known[node[0]][node[1]].size, node))
        if any(file == SHARED and n in whole for file, n in group):
            shown: list[Node] = []
        else:
            left = [(file, n) for file, n in told if file == OWN or n not in hidden]
            shown = left[:1]
            head = one_head([known[file][n].head for file, n in left])
            heads[head.id] = head
            if any(file == SHARED for file, _ in left):
                both.add(head.id)
            aliases |= {id: head.id for file, n in told if (id := known[file][n].head.id) != head.id}
        for file, n in told:
            if (file, n) not in shown:
                without[file].add(known[file][n].head.id)

    def linked() -> tuple[list[list[Node]], list[frozenset[int]]]:
        """Events that hang together or are not as they stand in their file, and their numbers in each file."""
        touched = {(SHARED, known[SHARED][n].event) for n in hidden if n in known[SHARED]}
        links = [((OWN, known[OWN][a].event), (SHARED, known[SHARED][b].event)) for a, b, _ in pairs if b not in whole]
        left_out = {(OWN, known[OWN][a].event) for a, b, same in pairs if same and b in whole}
        groups = _groups([*links, *((node, node) for node in touched | left_out)])
        return groups, [frozenset(n for group in groups for f, n in group if f == file) for file in (SHARED, OWN)]

    # Of a site or a source that was removed there may be tens of thousands, and the event loop must not be held up.
    groups, apart = await asyncio.to_thread(linked)
    events = {file: await _events(files[file], sorted(apart[file])) for file in (SHARED, OWN)}
    joined: list[Joined] = []
    for group in groups:
        if one := _joined(group, events, without, heads):
            joined.append(one)
        await asyncio.sleep(0)
    return Overlay(
        without=(frozenset(without[SHARED]), frozenset(without[OWN])),
        heads=heads,
        both=both,
        aliases=aliases,
        joined=tuple(sorted(joined, key=lambda one: (one.newest, one.event.stories[0].id))),
        apart=tuple(apart),
    )


def _goes_whole(head: StoryHead, kind: str, value: str) -> bool:
    """As in one file: of a source, and of reposts on a host, only these go, and what they tell others may tell."""
    return kind == "story" or (kind == "host" and is_of_host((head.url,), value))


class _Story(NamedTuple):
    head: StoryHead
    event: int
    size: int


async def _stories(db: aiosqlite.Connection, numbers: Collection[int]) -> dict[int, _Story]:
    found: dict[int, _Story] = {}
    listed = sorted(numbers)
    for i in range(0, len(listed), BATCH):
        for n, head, event, size in await db.execute_fetchall(
            "SELECT s.n, s.head, s.event, d.size FROM json_each(?) e CROSS JOIN stories s ON s.n = e.value"
            " CROSS JOIN documents d ON d.id = s.document",
            (json.dumps(listed[i : i + BATCH]),),
        ):
            found[n] = _Story(stories.read_head(head), event, size)
    return found


async def _events(db: aiosqlite.Connection, numbers: Sequence[int]) -> dict[int, Event]:
    found: dict[int, Event] = {}
    for i in range(0, len(numbers), BATCH):
        found |= await stories.tell(db, numbers[i : i + BATCH])
    return found


def _groups(pairs: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """Those that hang together."""
    groups: dict[Node, list[Node]] = {}
    for pair in pairs:
        one, other = (groups.setdefault(node, [node]) for node in pair)
        if one is not other:
            shorter, longer = sorted((one, other), key=len)
            longer += shorter
            groups.update(dict.fromkeys(shorter, longer))
    return list({id(group): group for group in groups.values()}.values())


def _joined(
    group: Sequence[Node],
    events: Mapping[int, Mapping[int, Event]],
    without: Sequence[Collection[str]],
    heads: Mapping[str, StoryHead],
) -> Joined | None:
    stories = [
        heads.get(head.id, head)
        for file, n in sorted(group)
        for head in events[file][n].stories
        if head.id not in without[file]
    ]
    if not stories:
        return None
    stories.sort(key=lambda head: sort_key(head.published), reverse=True)
    return Joined(sort_key(stories[0].published), Event(stories=tuple(stories)))
