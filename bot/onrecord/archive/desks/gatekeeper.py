"""Keeping out what was removed: documents that come are told from it by where they come from and by what they say."""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import aiosqlite

from onrecord.archive.desks.fingerprints import (
    SAME_PRINTS,
    Fingerprint,
    fingerprint_of,
    is_back,
    is_of_host,
    read,
    written,
)
from onrecord.archive.duplicates.story_candidates import Arrival


class KeptOut(NamedTuple):
    """A removal as it is applied to documents that come."""

    id: int
    sentence: str
    is_purged: bool


class Gatekeeper:
    """Knows the removals in force, until it is told that they have changed."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self._rules: list[tuple[str, str, KeptOut]] | None = None

    def forget(self) -> None:
        """Removals have changed."""
        self._rules = None

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
                        await self.remember(removal, [each])
                    break
        return found

    async def _active(self) -> list[tuple[str, str, KeptOut]]:
        if self._rules is None:
            rows = await self._db.execute_fetchall(
                "SELECT kind, value, id, reason, at, purged_at FROM removals WHERE undone_at IS NULL"
            )
            self._rules = [
                (row[0], row[1], KeptOut(row[2], sentence(row[3], datetime.fromisoformat(row[4])), bool(row[5])))
                for row in rows
            ]
        return self._rules

    async def remember(self, removal: int, fingerprints: Sequence[Fingerprint]) -> None:
        for each in fingerprints:
            [[n]] = await self._db.execute_fetchall(
                "INSERT INTO removed (removal, body) VALUES (?, ?) RETURNING id", (removal, written(each))
            )
            await self._db.executemany(
                "INSERT OR IGNORE INTO removed_keys (key, removed) VALUES (?, ?)", [(key, n) for key in each.keys]
            )


def sentence(reason: str, at: datetime) -> str:
    return f"It was removed on {at.date().isoformat()}: {reason}" if reason else f"It was removed on {at.date()}."
