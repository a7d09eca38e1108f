"""Taking out, and taking that back."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.archive import Archive, KeptSource, LogEntry, Removal, Target
from onrecord.desk.desk import Desk
from onrecord.desk.models import Refusal, Undone
from onrecord.language import say

_MOST_LOG = 500
"""Entries that `undo` looks back over."""


async def remove(desk: Desk, target: Target, reason: str) -> Removal:
    return await desk.refresher.desks.remove(desk.key, target, reason, desk.by, desk.refresher.now())


async def undo(desk: Desk, entry: int | None = None) -> Undone:
    """The newest that can be undone, or the one with that number in the log."""
    if not await desk.exists():
        raise Refusal(say("There is nothing to undo."))
    archive = await desk.archive()
    for one in await archive.log(_MOST_LOG):
        if entry is not None and one.id != entry:
            continue
        if (removal := await _undoable_removal(archive, one)) is not None:
            await desk.refresher.desks.undo(desk.key, removal.id, desk.by, desk.refresher.now())
            return Undone(", ".join(removal.titles) or one.about, removal.stories, taken_back=False)
        if (source := await _undoable_addition(desk, one)) is not None:
            reason = say("added by mistake")
            removal = await remove(desk, Target(kind="source", value=source.key), reason)
            return Undone(source.name or one.about, removal.stories, taken_back=True)
        if entry is not None:
            raise Refusal(say("Entry {n} of the log is nothing that can be undone.", n=entry))
    if entry is not None:
        raise Refusal(say("There is no entry {n} in the log.", n=entry))
    raise Refusal(say("There is nothing to undo."))


async def _undoable_removal(archive: Archive, one: LogEntry) -> Removal | None:
    if one.action != "remove" or one.removal is None:
        return None
    removal = await archive.removal(one.removal)
    return removal if removal and removal.active and removal.purged_at is None else None


async def _undoable_addition(desk: Desk, one: LogEntry) -> KeptSource | None:
    if one.action != "add":
        return None
    return next((kept for kept in await desk.refresher.kept(desk.name) if kept.entry == one.id), None)


async def purgeable(desk: Desk, entry: int | None = None) -> list[Removal]:
    """Removals whose text is still kept, for an undo; of one entry of the log, or all of them."""
    if not await desk.exists():
        return []
    archive = await desk.archive()
    found = await archive.purgeable()
    if entry is None:
        return found
    numbers = {one.removal for one in await archive.log(_MOST_LOG) if one.id == entry}
    return [one for one in found if one.id in numbers]


async def purge(desk: Desk, removals: Collection[Removal]) -> None:
    ids = [one.id for one in removals]
    await desk.refresher.desks.purge(desk.key, ids, desk.by, desk.refresher.now())
