"""Taking out, and taking that back."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.archive import Archive, LogEntry, Removal, Target
from onrecord.desk.desk import Desk
from onrecord.desk.models import Refusal, Undone
from onrecord.language import called, day, say, slash


async def remove(desk: Desk, target: Target, reason: str, action: str = "remove") -> Removal:
    """`action`: what the log calls it. Raises `Refusal` for a host that is out already."""
    is_host = target.kind == "host" and await desk.exists()
    if is_host and (standing := await (await desk.archive()).removal_of(target)):
        raise await is_removed(desk, standing)
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
    one = await (archive.last_standing() if entry is None else archive.entry(entry))
    if one is None:
        raise Refusal(
            say("There is nothing to undo.") if entry is None else say("There is no entry {n} in the log.", n=entry)
        )
    if entry is None and one.action == "purge":
        # Whoever purged and wants that back must not lose something older instead.
        sentence = say(
            "Nothing since the last purge is left to undo. What is older is undone by its number: see {command}.",
            command=slash("coverage log"),
        )
        raise Refusal(sentence)
    return await (_take_back(desk, one) if one.action == "add" else _undo_removal(desk, archive, one))


async def _take_back(desk: Desk, one: LogEntry) -> Undone:
    source = next((kept for kept in await desk.refresher.kept(desk.name) if kept.entry == one.id), None)
    if source is None:
        raise _stands_no_more(one)
    target = Target(kind="source", value=source.key)
    return Undone("addition", await remove(desk, target, say("added by mistake"), "take back"))


async def _undo_removal(desk: Desk, archive: Archive, one: LogEntry) -> Undone:
    removal = await archive.removal(one.removal) if one.removal is not None else None
    if removal is None:
        raise Refusal(say("Entry {n} of the log is nothing that can be undone.", n=one.id))
    if removal.purged_at:
        raise await is_removed(desk, removal)
    if one.action == "undo":
        # Since then it may have been removed by another act, and perhaps purged.
        if again := await archive.removal_of(removal.target):
            raise await is_removed(desk, again)
        return Undone("undo", await remove(desk, removal.target, removal.reason))
    if not removal.active:
        raise _stands_no_more(one)
    restored = await desk.refresher.desks.undo(desk.key, removal.id, desk.by, desk.refresher.now())
    return Undone("removal", removal, restored)


def _stands_no_more(one: LogEntry) -> Refusal:
    return Refusal(say("What entry {n} of the log did does not stand any more.", n=one.id))


async def purgeable(desk: Desk, entry: int | None = None) -> list[Removal]:
    """Removals whose text is still kept, for an undo; of one entry of the log, or all of them."""
    if not await desk.exists():
        return []
    archive = await desk.archive()
    found = await archive.purgeable()
    if entry is None:
        return found
    meant = await archive.entry(entry)
    return [one for one in found if meant and one.id == meant.removal]


async def hidden(desk: Desk, removals: Collection[Removal]) -> int:
    """How many stories of the shared coverage they keep out, whose text is not the desk's to purge."""
    return await (await desk.archive()).hidden([one.id for one in removals])


async def purge(desk: Desk, removals: Collection[Removal]) -> None:
    ids = [one.id for one in removals]
    await desk.refresher.desks.purge(desk.key, ids, desk.by, desk.refresher.now())
