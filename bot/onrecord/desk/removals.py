"""Taking out, and taking that back."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.archive import Archive, KeptSource, LogEntry, Removal, Target
from onrecord.desk.desk import Desk
from onrecord.desk.models import Refusal, Undone
from onrecord.language import called, day, say, slash

_MOST_LOG = 500
"""Entries that `undo` looks back over."""


async def remove(desk: Desk, target: Target, reason: str, action: str = "remove") -> Removal:
    """`action`: what the log calls it."""
    return await desk.refresher.desks.remove(desk.key, target, reason, desk.by, desk.refresher.now(), action)


async def is_removed(desk: Desk, removal: Removal) -> Refusal:
    """Who took it out, when and why, and what can be done about it."""
    if removal.purged_at:
        sentence = say(
            "{by} removed this on {day} ({reason}). It was purged since, and stays out.",
            by=removal.by,
            day=day(removal.at),
            reason=removal.reason,
        )
    else:
        entry = await (await desk.archive()).entry_of(removal.id)
        sentence = say(
            "{by} removed this on {day} ({reason}). {command} brings it back.",
            by=removal.by,
            day=day(removal.at),
            reason=removal.reason,
            command=f"{slash('coverage undo')} {called('entry')}:{entry}",
        )
    return Refusal(sentence)


async def undo(desk: Desk, entry: int | None = None) -> Undone:
    """The newest act that is no undo itself and still stands, or the one with that number in the log."""
    if not await desk.exists():
        raise Refusal(say("There is nothing to undo."))
    archive = await desk.archive()
    for one in await archive.log(_MOST_LOG):
        if entry is None and one.action == "purge":
            # Whoever purged and wants that back must not lose something older instead.
            sentence = say(
                "Nothing since the last purge is left to undo. What is older is undone by its number: see {command}.",
                command=slash("coverage log"),
            )
            raise Refusal(sentence)
        if one.id != entry and (entry is not None or one.action not in {"add", "remove"}):
            continue
        if undone := await _undone(desk, archive, one):
            return undone
        if entry is not None:
            raise Refusal(say("Entry {n} of the log is nothing that can be undone.", n=entry))
    if entry is not None:
        raise Refusal(say("There is no entry {n} in the log.", n=entry))
    raise Refusal(say("There is nothing to undo."))


async def _undone(desk: Desk, archive: Archive, one: LogEntry) -> Undone | None:
    """Null when it does not stand any more, or is nothing of the kind."""
    if one.action == "add":
        if (source := await _kept(desk, one)) is None:
            return None
        target = Target(kind="source", value=source.key)
        return Undone("addition", await remove(desk, target, say("added by mistake"), "take back"))
    removal = await archive.removal(one.removal) if one.removal is not None else None
    if removal is None or removal.purged_at:
        return None
    if one.action in {"remove", "take back"} and removal.active:
        await desk.refresher.desks.undo(desk.key, removal.id, desk.by, desk.refresher.now())
        return Undone("removal", removal)
    if one.action == "undo" and removal.target not in [each.target for each in await archive.purgeable()]:
        return Undone("undo", await remove(desk, removal.target, removal.reason))
    return None


async def _kept(desk: Desk, one: LogEntry) -> KeptSource | None:
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
