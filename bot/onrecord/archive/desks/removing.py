"""Removing stories, undoing that, and forgetting their words. `gatekeeper` keeps them from coming back."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, LiteralString, NamedTuple

import aiosqlite

from onrecord.archive.desks import journal
from onrecord.archive.desks.fingerprints import Fingerprint, fingerprint, host_name, is_of_host
from onrecord.archive.desks.gatekeeper import Gatekeeper, sentence
from onrecord.archive.duplicates.story_candidates import Arrival, Bundle, New
from onrecord.archive.duplicates.story_writer import StoryWriter
from onrecord.archive.queries import removals, stories
from onrecord.archive.records import Target
from onrecord.archive.rows import story_rows
from onrecord.errors import ArchiveError
from onrecord.stories import Story

BATCH = 50
"""Documents that come back at a time."""
PAUSE = 500
"""Links after which others have their turn: a site may have tens of thousands of stories."""
NOTHING = {
    "story": "There is nothing of this story to remove.",
    "source": "There is nothing of this source to remove.",
    "host": "There is nothing from this site to remove.",
}
"""By the kind of target, of which no more is told: a source's key may hold where the bot's files lie."""


class Elsewhere(NamedTuple):
    """What a removal is to keep out of another file's coverage."""

    fingerprints: Sequence[Fingerprint] = ()
    hidden: Collection[int] = ()
    """Numbers of the stories there."""
    title: str | None = None
    also: Collection[str] = ()
    """Ids that the story has in this file."""


NOWHERE = Elsewhere()


class Restored(NamedTuple):
    """What came of undoing a removal, in documents here and stories of another file's coverage."""

    back: int = 0
    out: int = 0
    """Those that other removals keep out."""
    purged: bool = False
    """One of these was purged, and no words may be left in the file."""

    def plus(self, other: Restored) -> Restored:
        return Restored(self.back + other.back, self.out + other.out, self.purged or other.purged)


class Affected(NamedTuple):
    """What a target means now."""

    stories: set[str]
    """Those that go as a whole, and are known again by their text."""
    documents: set[int]
    """These go too, but what they tell may be told by others."""


class RemovalWriter:
    def __init__(self, db: aiosqlite.Connection, stories: StoryWriter, gatekeeper: Gatekeeper) -> None:
        self._db = db
        self._stories = stories
        self._gatekeeper = gatekeeper

    async def remove(
        self, target: Target, reason: str, by: str, at: datetime, elsewhere: Elsewhere, action: str
    ) -> int:
        """Raises `ArchiveError` when there is nothing of the kind here or elsewhere."""
        target = compared(target)
        affected = await affected_by(self._db, target, elsewhere.also)
        documents = await self._documents(affected)
        is_kept = target.kind == "source" and target.value in {s.key for s in await journal.kept_sources(self._db)}
        if not (documents or elsewhere.hidden or is_kept):
            raise ArchiveError(NOTHING[target.kind])
        [[id]] = await self._db.execute_fetchall(
            "INSERT INTO removals (kind, value, reason, by, at, stories, title) VALUES (?, ?, ?, ?, ?, 0, ?)"
            " RETURNING id",
            (target.kind, target.value, reason, by, at.isoformat(), elsewhere.title),
        )
        self._gatekeeper.forget()
        await self._gatekeeper.remember(id, [*await self._fingerprints(affected.stories), *elsewhere.fingerprints])
        why = sentence(reason, at)
        await self._db.executemany(
            "UPDATE documents SET story = NULL, removal = ?, reason = ? WHERE id = ?",
            [(id, why, document) for document in documents],
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
        await journal.note(self._db, by, at, action, f"{target.kind} {target.value}", id)
        self._stories.has_changed = True
        return id

    async def undo(self, id: int, by: str, at: datetime) -> Restored:
        removal = await removals.removal(self._db, id)
        if removal is None:
            raise ArchiveError(f"There is no removal {id}.")
        if not removal.active:
            raise ArchiveError(f"Removal {id} is undone already.")
        if removal.purged_at:
            raise ArchiveError(f"Removal {id} was purged: its text is gone, and what it removed stays out.")
        await self._db.execute_fetchall(
            "UPDATE removals SET undone_by = ?, undone_at = ? WHERE id = ?", (by, at.isoformat(), id)
        )
        await self._db.execute_fetchall("UPDATE kept_sources SET removal = NULL WHERE removal = ?", (id,))
        await self._db.execute_fetchall(
            "DELETE FROM removed_keys WHERE removed IN (SELECT id FROM removed WHERE removal = ?)", (id,)
        )
        await self._db.execute_fetchall("DELETE FROM removed WHERE removal = ?", (id,))
        [[hidden, twice]] = await self._db.execute_fetchall(
            "SELECT (SELECT count(*) FROM hidden WHERE removal = ?1), (SELECT count(DISTINCT o.story) FROM removals r"
            " CROSS JOIN hidden o ON o.removal = r.id WHERE r.undone_at IS NULL AND r.id <> ?1"
            " AND o.story IN (SELECT story FROM hidden WHERE removal = ?1))",
            (id,),
        )
        await self._db.execute_fetchall("DELETE FROM hidden WHERE removal = ?", (id,))
        restored = Restored(hidden - twice, twice)
        self._gatekeeper.forget()
        while rows := list(
            await self._db.execute_fetchall(
                "SELECT d.id, d.source, d.location, d.digest, d.own, d.version, t.body FROM documents d"
                " LEFT JOIN tellings t ON t.document = d.id WHERE d.removal = ? ORDER BY d.id LIMIT ?",
                (id, BATCH),
            )
        ):
            restored = restored.plus(await self._let_in(rows))
        await journal.note(self._db, by, at, "undo", f"{removal.target.kind} {removal.target.value}", id)
        self._stories.has_changed = True
        return restored

    async def _let_in(self, rows: Sequence[Any]) -> Restored:
        restored = Restored()
        arrivals: defaultdict[str, list[tuple[int, str, Arrival]]] = defaultdict(list)
        for n, source, location, digest, own, version, body in rows:
            story = Story.model_validate_json(body).model_copy(update={"id": own, "version": version})
            arrivals[source].append((n, own, Arrival(location, digest, story_rows(story))))
            await asyncio.sleep(0)
        for source, listed in arrivals.items():
            kept_out = await self._gatekeeper.judge(source, [arrival for _, _, arrival in listed])
            new: list[New] = []
            for n, own, arrival in listed:
                if out := kept_out.get(arrival.location):
                    await self._db.execute_fetchall(
                        "UPDATE documents SET removal = ?, reason = ? WHERE id = ?", (out.id, out.sentence, n)
                    )
                    if out.is_purged:
                        await self._db.execute_fetchall("DELETE FROM tellings WHERE document = ?", (n,))
                    restored = restored.plus(Restored(out=1, purged=out.is_purged))
                elif arrival.story:
                    new.append(New(n, own, arrival.story))
            known = await self._stories.known({each.own for each in new})
            await self._db.executemany(
                "UPDATE documents SET removal = NULL, reason = NULL, story = own WHERE id = ?",
                [(each.document,) for each in new],
            )
            await self._stories.tell(new, known, ())
            restored = restored.plus(Restored(len(new)))
        return restored

    async def purge(self, ids: Collection[int], by: str, at: datetime) -> None:
        for id in ids:
            removal = await removals.removal(self._db, id)
            if removal is None or not removal.active:
                raise ArchiveError(f"There is no removal {id} to purge.")
            await self._take_over(id, removal.target, sentence(removal.reason, removal.at))
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

    async def _take_over(self, id: int, target: Target, why: str) -> None:
        """Documents that other removals keep out, and this one would if they did not, are this one's."""
        if target.kind == "source":
            rows = await self._db.execute_fetchall(
                "SELECT id FROM documents WHERE source = ? AND removal IS NOT NULL", (target.value,)
            )
            documents = {row[0] for row in rows}
        elif target.kind == "host":
            documents = await _on_host(self._db, target.value, "d.removal IS NOT NULL")
        else:
            return  # what else tells a removed story is known by its text alone, when it is let in again
        await self._db.executemany(
            "UPDATE documents SET removal = ?, reason = ? WHERE id = ?", [(id, why, n) for n in documents]
        )

    async def _documents(self, affected: Affected) -> dict[int, str | None]:
        """With the story that each tells."""
        rows = await self._db.execute_fetchall(
            "SELECT d.id, d.story FROM json_each(?) e CROSS JOIN documents d ON d.story = e.value UNION"
            " SELECT d.id, d.story FROM json_each(?) e CROSS JOIN documents d ON d.id = e.value"
            " WHERE d.story IS NOT NULL",
            (json.dumps(sorted(affected.stories)), json.dumps(sorted(affected.documents))),
        )
        return {row[0]: row[1] for row in rows}

    async def _fingerprints(self, stories: Collection[str]) -> list[Fingerprint]:
        return [each for story in sorted(stories) for each in await fingerprints_of(self._db, story)]


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


def compared(target: Target) -> Target:
    """With a host as links are compared with it, however it was typed."""
    return target.model_copy(update={"value": host_name(target.value)}) if target.kind == "host" else target


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
    of_host = await _those_of_host(rows, target.value)
    return Affected(of_host, await _on_host(db, target.value, "d.story IS NOT NULL"))


async def _on_host(db: aiosqlite.Connection, host: str, which: LiteralString) -> set[int]:
    """Documents that lie there or say that their original does; `which`: of which documents, in SQL."""
    rows = await db.execute_fetchall(
        "SELECT d.id, d.location, t.body ->> 'url' FROM documents d CROSS JOIN tellings t ON t.document = d.id"
        f" WHERE {which} AND (instr(lower(d.location), ?1) OR instr(lower(t.body), ?1))",
        (_part(host),),
    )
    return await _those_of_host(rows, host)


async def _those_of_host(rows: Iterable[Any], host: str) -> set[Any]:
    """What stands first in each of the rows whose links, the rest of it, lead there."""
    found: set[Any] = set()
    for n, row in enumerate(rows):
        if is_of_host(row[1:], host):
            found.add(row[0])
        if n % PAUSE == 0:
            await asyncio.sleep(0)
    return found


def _part(host: str) -> str:
    """What a link to the host holds, however it writes names of other scripts."""
    return max((part for part in host.split(".") if not part.startswith("xn--")), key=len, default=".")
