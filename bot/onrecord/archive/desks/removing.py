"""Removing stories, so that no refresh brings them back; undoing that; and forgetting their words."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import aiosqlite

from onrecord.archive.desks import journal
from onrecord.archive.desks.fingerprints import (
    SAME_PRINTS,
    Fingerprint,
    fingerprint,
    fingerprint_of,
    host_name,
    is_back,
    is_of_host,
    read,
    written,
)
from onrecord.archive.desks.models import Removal, Target
from onrecord.archive.duplicates.story_candidates import Arrival, Bundle, New
from onrecord.archive.duplicates.story_writer import StoryWriter
from onrecord.archive.queries import stories
from onrecord.archive.rows import story_rows
from onrecord.errors import ArchiveError
from onrecord.stories import Story

BATCH = 50
"""Documents that come back at a time."""
TITLES = 3
NOTHING = "There is no {} {!r} to remove."


class Elsewhere(NamedTuple):
    """What a removal is to keep out of another file's coverage."""

    fingerprints: Sequence[Fingerprint] = ()
    hidden: Collection[int] = ()
    """Numbers of the stories there."""
    title: str | None = None
    also: Collection[str] = ()
    """Ids that the story has in this file."""


NOWHERE = Elsewhere()


class KeptOut(NamedTuple):
    """A removal as it is applied to documents that come."""

    id: int
    sentence: str
    is_purged: bool


class Affected(NamedTuple):
    """What a target means now."""

    stories: set[str]
    """Those that go as a whole, and are known again by their text."""
    documents: set[int]
    """These go too, but what they tell may be told by others."""


class RemovalWriter:
    def __init__(self, db: aiosqlite.Connection, stories: StoryWriter) -> None:
        self._db = db
        self._stories = stories
        self._rules: list[tuple[str, str, KeptOut]] | None = None

    async def judge(self, source: str, arrivals: Sequence[Arrival]) -> dict[str, KeptOut]:
        """By location, what keeps out the documents that may not come in."""
        rules = await self._active()
        if not rules:
            return {}
        found: dict[str, KeptOut] = {}
        left: list[tuple[str, Fingerprint]] = []
        for arrival in arrivals:
            if (come := fingerprint_of(source, arrival)) is None:
                continue
            await asyncio.sleep(0)
            url = json.loads(arrival.story.body).get("url") if arrival.story else None
            for kind, value, rule in rules:
                if (kind == "source" and value == source) or (
                    kind == "host" and is_of_host((arrival.location, url), value)
                ):
                    found[arrival.location] = rule
                    break
            else:
                left.append((arrival.location, come))
        return found | await self._known_again(left, {rule.id: rule for _, _, rule in rules})

    async def _known_again(
        self, come: Sequence[tuple[str, Fingerprint]], rules: dict[int, KeptOut]
    ) -> dict[str, KeptOut]:
        asked = sorted({key for _, each in come for key in each.keys})
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for key, removed in await self._db.execute_fetchall(
            "SELECT k.key, k.removed FROM json_each(?) e CROSS JOIN removed_keys k ON k.key = e.value",
            (json.dumps(asked),),
        ):
            holders[key].append(removed)
        if not holders:
            return {}
        found: dict[str, KeptOut] = {}
        loaded: dict[int, tuple[int, Fingerprint]] = {}
        for location, each in come:
            shared = Counter(removed for key in each.keys for removed in holders.get(key, ()))
            for n, _ in shared.most_common(SAME_PRINTS):
                if n not in loaded:
                    [[removal, body]] = await self._db.execute_fetchall(
                        "SELECT removal, body FROM removed WHERE id = ?", (n,)
                    )
                    loaded[n] = removal, read(body)
                removal, removed = loaded[n]
                if removal in rules and is_back(removed, each):
                    found[location] = rules[removal]
                    if removed.place == each.place:  # what stands there now is what to look out for
                        await self._remember(removal, [each])
                    break
        return found

    async def remove(self, target: Target, reason: str, by: str, at: datetime, elsewhere: Elsewhere) -> int:
        """Raises `ArchiveError` when there is nothing of the kind here or elsewhere."""
        if target.kind == "host":
            target = target.model_copy(update={"value": host_name(target.value)})
        affected = await affected_by(self._db, target, elsewhere.also)
        documents = await self._documents(affected)
        is_kept = target.kind == "source" and target.value in {s.key for s in await journal.kept_sources(self._db)}
        if not (documents or elsewhere.hidden or is_kept):
            raise ArchiveError(NOTHING.format(target.kind, target.value))
        [[id]] = await self._db.execute_fetchall(
            "INSERT INTO removals (kind, value, reason, by, at, stories, title) VALUES (?, ?, ?, ?, ?, 0, ?)"
            " RETURNING id",
            (target.kind, target.value, reason, by, at.isoformat(), elsewhere.title),
        )
        self._rules = None
        await self._remember(id, [*await self._imprints(affected.stories), *elsewhere.fingerprints])
        sentence = _sentence(reason, at)
        await self._db.executemany(
            "UPDATE documents SET story = NULL, removal = ?, reason = ? WHERE id = ?",
            [(id, sentence, document) for document in documents],
        )
        await self._db.executemany(
            "INSERT OR IGNORE INTO hidden (story, removal) VALUES (?, ?)", [(story, id) for story in elsewhere.hidden]
        )
        if target.kind == "source":
            await self._db.execute_fetchall("UPDATE kept_sources SET removal = ? WHERE key = ?", (id, target.value))
        touched = {story for story in documents.values() if story}
        for story in sorted(touched):
            await self._stories.retell(Bundle({story}, set()))
        left = await self._db.execute_fetchall(
            "SELECT DISTINCT d.story FROM json_each(?) e CROSS JOIN documents d ON d.story = e.value",
            (json.dumps(sorted(touched)),),
        )
        gone = len(touched) - len(list(left)) + len(elsewhere.hidden)
        await self._db.execute_fetchall("UPDATE removals SET stories = ? WHERE id = ?", (gone, id))
        await journal.note(self._db, by, at, "remove", f"{target.kind} {target.value}", id)
        self._stories.has_changed = True
        return id

    async def undo(self, id: int, by: str, at: datetime) -> None:
        removal = await removal_by_id(self._db, id)
        if removal is None:
            raise ArchiveError(f"There is no removal {id}.")
        if not removal.active:
            raise ArchiveError(f"Removal {id} is undone already.")
        if removal.purged_at:
            raise ArchiveError(f"Removal {id} was purged; what it removed can only be added anew.")
        await self._db.execute_fetchall(
            "UPDATE removals SET undone_by = ?, undone_at = ? WHERE id = ?", (by, at.isoformat(), id)
        )
        await self._db.execute_fetchall("UPDATE kept_sources SET removal = NULL WHERE removal = ?", (id,))
        await self._db.execute_fetchall(
            "DELETE FROM removed_keys WHERE removed IN (SELECT id FROM removed WHERE removal = ?)", (id,)
        )
        await self._db.execute_fetchall("DELETE FROM removed WHERE removal = ?", (id,))
        await self._db.execute_fetchall("DELETE FROM hidden WHERE removal = ?", (id,))
        self._rules = None
        while rows := list(
            await self._db.execute_fetchall(
                "SELECT d.id, d.source, d.location, d.digest, d.own, d.version, t.body FROM documents d"
                " LEFT JOIN tellings t ON t.document = d.id WHERE d.removal = ? ORDER BY d.id LIMIT ?",
                (id, BATCH),
            )
        ):
            await self._let_in(rows)
        await journal.note(self._db, by, at, "undo", f"{removal.target.kind} {removal.target.value}", id)
        self._stories.has_changed = True

    async def _let_in(self, rows: Sequence[Any]) -> None:
        arrivals: defaultdict[str, list[tuple[int, str, Arrival]]] = defaultdict(list)
        for n, source, location, digest, own, version, body in rows:
            story = Story.model_validate_json(body).model_copy(update={"id": own, "version": version})
            arrivals[source].append((n, own, Arrival(location, digest, story_rows(story))))
            await asyncio.sleep(0)
        for source, listed in arrivals.items():
            kept_out = await self.judge(source, [arrival for _, _, arrival in listed])
            new: list[New] = []
            for n, own, arrival in listed:
                if out := kept_out.get(arrival.location):
                    await self._db.execute_fetchall(
                        "UPDATE documents SET removal = ?, reason = ? WHERE id = ?", (out.id, out.sentence, n)
                    )
                elif arrival.story:
                    new.append(New(n, own, arrival.story))
            known = await self._stories.known({each.own for each in new})
            await self._db.executemany(
                "UPDATE documents SET removal = NULL, reason = NULL, story = own WHERE id = ?",
                [(each.document,) for each in new],
            )
            await self._stories.tell(new, known, ())

    async def purge(self, ids: Collection[int], by: str, at: datetime) -> None:
        for id in ids:
            removal = await removal_by_id(self._db, id)
            if removal is None or not removal.active:
                raise ArchiveError(f"There is no removal {id} to purge.")
            await self._db.execute_fetchall(
                "UPDATE kept_sources SET raw = NULL, name = iif(kind = 'feed', name, NULL) WHERE key IN"
                " (SELECT DISTINCT source FROM documents WHERE removal = ?)",
                (id,),
            )
            await self._db.execute_fetchall("DELETE FROM kept_sources WHERE removal = ?", (id,))
            await self._db.execute_fetchall(
                "DELETE FROM tellings WHERE document IN (SELECT id FROM documents WHERE removal = ?)", (id,)
            )
            await self._db.execute_fetchall(
                "UPDATE removals SET purged_by = ?, purged_at = ?, title = NULL WHERE id = ?", (by, at.isoformat(), id)
            )
            await journal.note(self._db, by, at, "purge", f"{removal.target.kind} {removal.target.value}", id)

    async def _active(self) -> list[tuple[str, str, KeptOut]]:
        if self._rules is None:
            rows = await self._db.execute_fetchall(
                "SELECT kind, value, id, reason, at, purged_at FROM removals WHERE undone_at IS NULL"
            )
            self._rules = [
                (row[0], row[1], KeptOut(row[2], _sentence(row[3], datetime.fromisoformat(row[4])), bool(row[5])))
                for row in rows
            ]
        return self._rules

    async def _documents(self, affected: Affected) -> dict[int, str | None]:
        """With the story that each tells."""
        rows = await self._db.execute_fetchall(
            "SELECT d.id, d.story FROM json_each(?) e CROSS JOIN documents d ON d.story = e.value UNION"
            " SELECT d.id, d.story FROM json_each(?) e CROSS JOIN documents d ON d.id = e.value"
            " WHERE d.story IS NOT NULL",
            (json.dumps(sorted(affected.stories)), json.dumps(sorted(affected.documents))),
        )
        return {row[0]: row[1] for row in rows}

    async def _imprints(self, stories: Collection[str]) -> list[Fingerprint]:
        return [each for story in sorted(stories) for each in await fingerprints_of(self._db, story)]

    async def _remember(self, removal: int, fingerprints: Sequence[Fingerprint]) -> None:
        for each in fingerprints:
            [[n]] = await self._db.execute_fetchall(
                "INSERT INTO removed (removal, body) VALUES (?, ?) RETURNING id", (removal, written(each))
            )
            await self._db.executemany(
                "INSERT OR IGNORE INTO removed_keys (key, removed) VALUES (?, ?)", [(key, n) for key in each.keys]
            )


async def fingerprints_of(db: aiosqlite.Connection, story: str) -> list[Fingerprint]:
    """Of all documents that tell a story."""
    rows = await db.execute_fetchall(
        "SELECT d.source, d.location, d.own, t.body FROM documents d CROSS JOIN tellings t ON t.document = d.id"
        " WHERE d.story = ?",
        (story,),
    )
    found: list[Fingerprint] = []
    for row in rows:
        found.append(fingerprint(*row))
        await asyncio.sleep(0)  # a story may be told by many, and the event loop must not be held up
    return found


async def affected_by(db: aiosqlite.Connection, target: Target, also: Collection[str] = ()) -> Affected:
    if target.kind == "story":
        found: set[str] = set()
        for id in {target.value, *also}:
            known = await stories.number(db, id) is not None
            now = id if known else await stories.renamed(db, id)
            found.update([now] if now else [])
        return Affected(found, set())
    if target.kind == "source":
        rows = await db.execute_fetchall(
            "SELECT id FROM documents WHERE source = ? AND story IS NOT NULL", (target.value,)
        )
        return Affected(set(), {row[0] for row in rows})
    rows = await db.execute_fetchall(
        "SELECT id, link FROM stories WHERE link IS NOT NULL AND instr(lower(link), ?)", (_part(target.value),)
    )
    of_host = {row[0] for row in rows if is_of_host((row[1],), target.value)}
    rows = await db.execute_fetchall(
        "SELECT d.id, d.location, t.body ->> 'url' FROM documents d CROSS JOIN tellings t ON t.document = d.id"
        " WHERE d.story IS NOT NULL AND (instr(lower(d.location), ?1) OR instr(lower(t.body), ?1))",
        (_part(target.value),),
    )
    return Affected(of_host, {row[0] for row in rows if is_of_host((row[1], row[2]), target.value)})


def _part(host: str) -> str:
    """What a link to the host holds, however it writes names of other scripts."""
    return max((part for part in host.split(".") if not part.startswith("xn--")), key=len, default=".")


def _sentence(reason: str, at: datetime) -> str:
    return f"It was removed on {at.date().isoformat()}: {reason}" if reason else f"It was removed on {at.date()}."


_REMOVAL = (
    "SELECT r.id, r.kind, r.value, r.reason, r.by, r.at, (SELECT count(*) FROM documents d WHERE d.removal = r.id),"
    " r.stories, (SELECT json_group_array(title) FROM (SELECT t.body ->> 'title' AS title FROM documents d"
    f" CROSS JOIN tellings t ON t.document = d.id WHERE d.removal = r.id LIMIT {TITLES})),"
    " r.title, r.undone_by, r.undone_at, r.purged_by, r.purged_at FROM removals r"
)


async def removals(db: aiosqlite.Connection, limit: int, before: int | None) -> list[Removal]:
    rows = await db.execute_fetchall(
        f"{_REMOVAL} WHERE r.id < ? ORDER BY r.id DESC LIMIT ?", (before if before is not None else 1 << 62, limit)
    )
    return [_removal(row) for row in rows]


async def removal_by_id(db: aiosqlite.Connection, id: int) -> Removal | None:
    rows = await db.execute_fetchall(f"{_REMOVAL} WHERE r.id = ?", (id,))
    return next((_removal(row) for row in rows), None)


async def removal_of(db: aiosqlite.Connection, sources: Collection[str]) -> Removal | None:
    rows = await db.execute_fetchall(
        f"{_REMOVAL} WHERE r.kind = 'source' AND r.undone_at IS NULL AND r.value IN (SELECT value FROM json_each(?))"
        " ORDER BY r.id DESC LIMIT 1",
        (json.dumps(list(sources)),),
    )
    return next((_removal(row) for row in rows), None)


async def purgeable(db: aiosqlite.Connection) -> list[Removal]:
    rows = await db.execute_fetchall(f"{_REMOVAL} WHERE r.undone_at IS NULL AND r.purged_at IS NULL ORDER BY r.id DESC")
    return [_removal(row) for row in rows]


def _removal(row: Any) -> Removal:
    id, kind, value, reason, by, at, documents, stories, titles, title, undone_by, undone_at, purged_by, purged_at = row
    return Removal(
        id=id,
        target=Target(kind=kind, value=value),
        reason=reason,
        by=by,
        at=datetime.fromisoformat(at),
        documents=documents,
        stories=stories,
        titles=tuple(dict.fromkeys([*([title] if title else []), *json.loads(titles)])),
        undone_by=undone_by,
        undone_at=datetime.fromisoformat(undone_at) if undone_at else None,
        purged_by=purged_by,
        purged_at=datetime.fromisoformat(purged_at) if purged_at else None,
    )
