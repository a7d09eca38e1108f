"""/coverage status, log and export: how a desk stands, what was done there, and all that it holds."""

from __future__ import annotations

import re

from onrecord.answers.moderation.files import as_csv, as_json_lines
from onrecord.answers.moderation.replies import entry_number, moment, no_number, one_line, short_name, subject_of, told
from onrecord.answers.replies import command_for
from onrecord.archive import LogEntry, Removal
from onrecord.desk import Desk, overview
from onrecord.language import called, say, say_of
from onrecord.stories import Answer, Attached, Entry

_LOG = 100
"""Entries of the log at a time."""
_COUNTED = re.compile(
    r"(?P<new>\d+) new, (?P<changed>\d+) changed, (?P<gone>\d+) gone(?:, (?P<skipped>\d+) skipped)?,"
    r" (?P<troubled>\d+) in trouble"
)


async def status(desk: Desk) -> Answer:
    now = await overview.status(desk)
    lines = [say_of(now.sources, "One source", "{n} sources")]
    if now.own:
        lines.append(
            say(
                "Of this desk: stories {stories}, quotes {quotes}, removed documents {removed}, on disk {size}",
                stories=now.own.counts.stories,
                quotes=now.own.counts.quotes,
                removed=now.own.removed,
                size=_size(now.own.bytes),
            )
        )
    lines.append(
        say(
            "Shared with everybody: stories {stories}, quotes {quotes}, on disk {size}",
            stories=now.shared.counts.stories,
            quotes=now.shared.counts.quotes,
            size=_size(now.shared.bytes),
        )
    )
    if now.running:
        lines.append(
            say("A refresh is under way since {at}, started by {by}", at=moment(now.running.since), by=now.running.by)
        )
    hours = now.every.total_seconds() / 3600 if now.every else None
    lines.append(
        say("Refreshed about every {hours} hours", hours=f"{hours:g}") if hours else say("No refresh on schedule")
    )
    lines.append(say("Archive format {schema}, reader {reader}", schema=now.shared.schema_version, reader=now.reader))
    heading = say_of(now.seen, "One story is seen here", "{n} stories are seen here")
    return told("coverage status", heading, [Entry(text=line, style="bullet") for line in lines])


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1e3))} kB"


async def log(desk: Desk, before: str | None = None) -> Answer:
    number = entry_number(before)
    if before and number is None:
        return no_number("coverage log", before)
    found = await overview.log(desk, number, _LOG)
    if not found:
        heading = say("Nothing has been done here yet.") if number is None else say("The log has nothing older.")
        return told("coverage log", heading, found=False)
    entries = [_logged(one, removal) for one, removal in found]
    more = [command_for("coverage log", before=str(found[-1][0].id))] if len(found) == _LOG else []
    return told("coverage log", say("What was done at this desk"), entries, more)


def _logged(one: LogEntry, removal: Removal | None) -> Entry:
    note = f"{one.by}, {moment(one.at)}"
    if removal and one.action in {"remove", "take back"}:
        note = f"{note} · {say('reason: {reason}', reason=removal.reason)}"
    about = subject_of(removal) if removal else _about(one)
    return Entry(text=one_line(f"#{one.id} {_action(one.action)}: {about}"), note=note)


def _action(action: str) -> str:
    match action:
        case "add":
            return say("added")
        case "remove":
            return say("removed")
        case "take back":
            return say("taken back")
        case "undo":
            return say("brought back")
        case "purge":
            return say("purged")
        case "refresh":
            return say("refreshed")
        case "cancel":
            return say("stopped")
        case _:
            return action


def _about(one: LogEntry) -> str:
    """What was counted or stopped is kept in English; what it was done to is somebody else's words."""
    counts, *lost = one.about.split("\n")
    if one.action == "refresh" and (counted := _COUNTED.fullmatch(counts)):
        told = say(
            "{new} new, {changed} changed, {gone} gone, {skipped} skipped, {troubled} in trouble",
            **counted.groupdict("0"),
        )
        return f"{told} ({say('gone: {titles}', titles=', '.join(map(short_name, lost)))})" if lost else told
    return called(one.about) if one.action == "cancel" else one.about


async def export(desk: Desk) -> Answer:
    own, others = await overview.export(desk)
    if not own and not others:
        return told("coverage export", say("There are no stories to export."), found=False)
    files = [
        Attached(name="coverage.jsonl", text=await overview.off_the_loop(lambda: as_json_lines(own, others))),
        Attached(name="coverage.csv", text=await overview.off_the_loop(lambda: as_csv(own, others))),
    ]
    entries = [Entry(text=say("Of the shared coverage, the file holds where each story is to be found, not its text."))]
    heading = say_of(len(own) + len(others), "One story exported", "{n} stories exported")
    return told("coverage export", heading, entries if others else [], [], files)
