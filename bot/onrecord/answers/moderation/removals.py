"""/coverage remove, undo and purge: taking out, taking that back, and making it final."""

from __future__ import annotations

from onrecord.answers.lookup import find_story
from onrecord.answers.moderation.replies import (
    LISTED,
    asks,
    entry_number,
    no_number,
    one_line,
    short_name,
    subject_of,
    told,
)
from onrecord.answers.replies import command_for, no_story, shown
from onrecord.archive import Removal, Restored, Target
from onrecord.desk import Desk, SourceHealth, Undone, host_named, removals
from onrecord.desk.sources import find_source
from onrecord.language import say, say_of
from onrecord.stories import Answer, Entry


async def remove(
    desk: Desk,
    story: str | None = None,
    source: str | None = None,
    host: str | None = None,
    reason: str | None = None,
) -> Answer:
    named = [value for value in (story, source, host) if value]
    if len(named) != 1:
        usage = [f"/coverage remove {kind}:… reason:…" for kind in ("story", "source", "host")]
        return asks("coverage remove", say("What is to be removed: a story, a source, or all from a host?"), usage)
    if not reason:
        return asks("coverage remove", say("Why? The reason is kept in the log."), [])
    if story:
        match = await find_story(await desk.view(), story)
        if match.sure is None:
            answer = await no_story(await desk.view(), "coverage remove", story, match.near)
            again = [command_for("coverage remove", story=hit.id, reason=reason) for hit in match.near]
            titles = [Entry(text=hit.label, style="bullet") for hit in match.near]
            return told("coverage remove", answer.heading, titles, again, found=False)
        target, name = Target(kind="story", value=match.sure.id), f"“{short_name(match.sure.label)}”"
    elif source:
        meant = await find_source(desk, source)
        if not isinstance(meant, SourceHealth):
            heading = (
                say("{typed} could be more than one source. Which do you mean?", typed=shown(source))
                if len(meant) > 1
                else say("No source is called {typed}.", typed=shown(source))
            )
            near = [command_for("coverage remove", source=one.place or one.name, reason=reason) for one in meant[:3]]
            return told("coverage remove", heading, [], near or ["/coverage sources"], found=False)
        if meant.removed:
            raise await removals.is_removed(desk, meant.removed)
        target, name = Target(kind="source", value=meant.key), short_name(meant.name)
    else:
        meant_host = host_named(host or "")
        if meant_host is None:
            return asks(
                "coverage remove",
                say("{typed} is no site; one is called as in example.org.", typed=shown(host or "")),
                [],
            )
        target, name = Target(kind="host", value=meant_host), meant_host
    removal = await removals.remove(desk, target, reason)
    entries = [Entry(text=title, style="bullet") for title in removal.titles[:LISTED]]
    entries.append(Entry(text=say("No refresh brings it back. It can be undone until it is purged.")))
    return told("coverage remove", _removed(removal, name), entries, ["/coverage undo", "/coverage log"])


def _removed(removal: Removal, name: str) -> str:
    return say_of(removal.stories, "Removed {name}: one story.", "Removed {name}: {n} stories.", name=name)


async def undo(desk: Desk, entry: str | None = None) -> Answer:
    number = entry_number(entry)
    if entry and number is None:
        return no_number("coverage undo", entry)
    done = await removals.undo(desk, number)
    about = subject_of(done.removal)
    entries: list[Entry] = []
    match done.what:
        case "addition":
            heading = say_of(
                done.removal.stories,
                "Taken back: {about}, with one story.",
                "Taken back: {about}, with {n} stories.",
                about=about,
            )
        case "removal":
            heading, entries = _brought_back(done, about)
        case _:
            heading = _removed(done.removal, about)
    return told("coverage undo", heading, entries, ["/coverage log"])


def _brought_back(done: Undone, about: str) -> tuple[str, list[Entry]]:
    back, out, _ = done.restored or Restored()
    if not back and (out or done.removal.target.kind != "source"):
        heading = say(
            "This was undone, and yet nothing is back: {about} is gone from its sources, or something else that was"
            " removed keeps it out.",
            about=about,
        )
        return heading, []
    left = [Entry(text=say("Not all of it is back: another removal keeps out the rest."))]
    return say("Brought back: {about}.", about=about), left if out else []


async def purge(desk: Desk, entry: str | None = None, sure: str | None = None) -> Answer:
    number = entry_number(entry)
    if entry and number is None:
        return no_number("coverage purge", entry)
    found = await removals.purgeable(desk, number)
    if not found:
        return told("coverage purge", say("There is nothing to purge."), [], ["/coverage log"], found=False)
    of_all = _of_all(await removals.hidden(desk, found))
    if (sure or "").casefold() not in {"yes", "sí", "si"}:
        heading = say_of(len(found), "Delete one removal’s text for good?", "Delete the text of {n} removals for good?")
        entries = [_removal_entry(one) for one in found[:LISTED]]
        entries += of_all
        entries.append(
            Entry(text=say("Nobody can undo that: what was removed stays out for good. The log keeps who did it."))
        )
        again = {"entry": str(number), "sure": "yes"} if number is not None else {"sure": "yes"}
        return told("coverage purge", heading, entries, [command_for("coverage purge", **again)])
    await removals.purge(desk, found)
    if any(one.documents for one in found):
        heading = say_of(
            len(found), "Purged one removal: its text is gone.", "Purged {n} removals: their text is gone."
        )
    else:
        heading = say_of(len(found), "Purged one removal.", "Purged {n} removals.")
    return told("coverage purge", heading, of_all)


def _of_all(hidden: int) -> list[Entry]:
    """What a desk cannot purge, for it is not the desk's."""
    if not hidden:
        return []
    text = say_of(
        hidden,
        "One story is of the shared coverage: it stays hidden here for good, and its text stays there for everybody"
        " else.",
        "{n} stories are of the shared coverage: they stay hidden here for good, and their text stays there for"
        " everybody else.",
    )
    return [Entry(text=text)]


def _removal_entry(one: Removal) -> Entry:
    text = say("{about} ({reason}, {by})", about=subject_of(one), reason=one.reason, by=one.by)
    return Entry(text=one_line(text), style="bullet")
