"""/coverage: what a moderator did at the desk, and how the desk stands, as answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from onrecord.answers.compose import compose
from onrecord.answers.coverage_files import as_csv, as_json_lines, as_lines
from onrecord.answers.extracts import shorten
from onrecord.answers.lookup import find_story
from onrecord.answers.replies import command_for, no_story, shown
from onrecord.archive import Removal, Target
from onrecord.desk import Desk, SourceHealth, host_named
from onrecord.language import day, retold, say, say_of
from onrecord.refresh import Report, SourceReport
from onrecord.stories import Answer, Attached, Entry, Skipped

_LISTED = 5
"""Lines of a long list that the answer itself shows; the rest is in an attached file."""
_LONGEST_LINE = 200
_LOG = 100


def told(
    command: str,
    heading: str,
    entries: Iterable[Entry] = (),
    suggestions: Iterable[str] = (),
    files: Iterable[Attached] = (),
    *,
    found: bool = True,
) -> Answer:
    """What is said at the desk stays there."""
    answer = compose(command, heading, entries, None, suggestions, found=found)
    return answer.model_copy(update={"private": True, "files": tuple(files)})


def moment(at: datetime) -> str:
    return f"{day(at)}, {at:%H:%M} UTC"


async def add(desk: Desk, link: str | None = None, file: str | None = None) -> Answer:
    if bool(link) == bool(file):
        return _asks("coverage add", say("What is to be added: a link, or a file?"), ["/coverage add link:…"])
    added = await (desk.add_link(link) if link else desk.add_file(file or ""))
    match added.kind:
        case "page":
            heading = say("Added the page “{name}”.", name=_name(added.name))
        case "feed":
            heading = say("Added the feed “{name}”.", name=_name(added.name))
        case _:
            heading = say("Added the file “{name}”.", name=_name(added.name))
    entries = [Entry(text=_counts(added.report)), *_skipped_entries(added.report.skipped)]
    suggestions = ["/coverage undo", "/coverage sources"]
    if added.feeds:
        entries.append(Entry(text=say("The page names a feed of its own, which is a source too.")))
        suggestions.insert(0, command_for("coverage add", link=added.feeds[0]))
    return told("coverage add", heading, entries, suggestions, _details(_skipped_lines(added.report.skipped)))


async def refresh(desk: Desk) -> Answer:
    return refreshed(await desk.refresh())


def refreshed(report: Report) -> Answer:
    troubled = [Entry(text=_line(f"{one.source}: {retold(one.reason)}"), style="bullet") for one in report.errors]
    entries = list(_capped(troubled, say("Sources in trouble")))
    entries += _skipped_entries(report.skipped)
    lines = [f"{one.source}: {retold(one.reason)}" for one in report.errors] + _skipped_lines(report.skipped)
    return told("coverage refresh", _counts(report), entries, ["/coverage sources"], _details(lines))


async def cancel(desk: Desk) -> Answer:
    running = desk.cancel()
    if running is None:
        return told("coverage cancel", say("No refresh is under way."), found=False)
    return told("coverage cancel", say("The refresh that {by} started is being stopped.", by=running.by))


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
        return _asks("coverage remove", say("What is to be removed: a story, a source, or all from a host?"), usage)
    if not reason:
        return _asks("coverage remove", say("Why? The reason is kept in the log."), [])
    if story:
        match = await find_story(await desk.view(), story)
        if match.sure is None:
            answer = await no_story(await desk.view(), "coverage remove", story, match.near)
            again = [command_for("coverage remove", story=hit.id, reason=reason) for hit in match.near]
            titles = [Entry(text=hit.label, style="bullet") for hit in match.near]
            return told("coverage remove", answer.heading, titles, again, found=False)
        target, name = Target(kind="story", value=match.sure.id), f"“{_name(match.sure.label)}”"
    elif source:
        meant = await desk.source_named(source)
        if not isinstance(meant, SourceHealth):
            heading = say("No source is called {typed}.", typed=shown(source))
            near = [command_for("coverage remove", source=one.place or one.name, reason=reason) for one in meant[:3]]
            return told("coverage remove", heading, [], near or ["/coverage sources"], found=False)
        target, name = Target(kind="source", value=meant.key), _name(meant.name)
    else:
        meant_host = host_named(host or "")
        if meant_host is None:
            return _asks("coverage remove", say("{typed} is no host.", typed=shown(host or "")), [])
        target, name = Target(kind="host", value=meant_host), meant_host
    removal = await desk.remove(target, reason)
    entries = [Entry(text=title, style="bullet") for title in removal.titles[:_LISTED]]
    entries.append(Entry(text=say("No refresh brings it back. It can be undone until it is purged.")))
    heading = say_of(removal.stories, "Removed {name}: one story.", "Removed {name}: {n} stories.", name=name)
    return told("coverage remove", heading, entries, ["/coverage undo", "/coverage log"])


async def undo(desk: Desk, entry: str | None = None) -> Answer:
    number = _number(entry)
    if entry and number is None:
        return _no_number("coverage undo", entry)
    done = await desk.undo(number)
    if done.taken_back:
        heading = say_of(
            done.stories,
            "Taken back: {about}, with one story.",
            "Taken back: {about}, with {n} stories.",
            about=_name(done.about),
        )
    else:
        heading = say("Brought back: {about}.", about=_name(done.about))
    return told("coverage undo", heading, [], ["/coverage log"])


async def purge(desk: Desk, entry: str | None = None, sure: str | None = None) -> Answer:
    number = _number(entry)
    if entry and number is None:
        return _no_number("coverage purge", entry)
    removals = await desk.purgeable(number)
    if not removals:
        return told("coverage purge", say("There is nothing to purge."), [], ["/coverage log"], found=False)
    if (sure or "").casefold() not in {"yes", "sí", "si"}:
        heading = say_of(
            len(removals), "Delete one removal’s text for good?", "Delete the text of {n} removals for good?"
        )
        entries = [_removal_entry(one) for one in removals[:_LISTED]]
        entries.append(Entry(text=say("Nobody can undo that. The log keeps who did it.")))
        again = {"entry": str(number), "sure": "yes"} if number is not None else {"sure": "yes"}
        return told("coverage purge", heading, entries, [command_for("coverage purge", **again)])
    await desk.purge(removals)
    heading = say_of(len(removals), "Purged one removal: its text is gone.", "Purged {n} removals: their text is gone.")
    return told("coverage purge", heading)


def _removal_entry(one: Removal) -> Entry:
    about = ", ".join(one.titles[:3]) or _about(f"{one.target.kind} {one.target.value}")
    return Entry(text=_line(say("{about} ({reason}, {by})", about=about, reason=one.reason, by=one.by)), style="bullet")


async def sources(desk: Desk) -> Answer:
    found = await desk.sources()
    if not found:
        heading = say("There are no sources yet.")
        return told("coverage sources", heading, [], ["/coverage add link:…"], found=False)
    heading = say_of(len(found), "One source", "{n} sources")
    return told("coverage sources", heading, [_source_entry(one) for one in found])


def _source_entry(one: SourceHealth) -> Entry:
    parts = [_line(one.place)] if one.place not in {"", one.name} else []
    if one.added_by:
        parts.append(say("added by {by}", by=one.added_by))
    elif not one.own:
        parts.append(say("shared with everybody"))
    attempt = one.attempt
    if attempt is None:
        parts.append(say("not read yet"))
    else:
        parts.append(
            say("last read on {at}", at=moment(attempt.success)) if attempt.success else say("never read so far")
        )
        if attempt.next_run:
            parts.append(say("next on {at}", at=moment(attempt.next_run)))
    trouble = say("Trouble: {reason}", reason=_line(retold(attempt.trouble))) if attempt and attempt.trouble else None
    return Entry(lead=f"{_name(one.name)} ({_kind(one.kind)})", text=" · ".join(parts), note=trouble)


def _kind(kind: str) -> str:
    match kind:
        case "page":
            return say("page")
        case "feed":
            return say("feed")
        case "file":
            return say("file")
        case _:
            return say("folder")


async def status(desk: Desk) -> Answer:
    now = await desk.standing()
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


async def log(desk: Desk, before: str | None = None) -> Answer:
    number = _number(before)
    if before and number is None:
        return _no_number("coverage log", before)
    found = await desk.log(number, _LOG)
    if not found:
        return told("coverage log", say("Nothing has been done here yet."), found=False)
    entries = [
        Entry(text=_line(f"#{one.id} {_action(one.action)}: {_about(one.about)}"), note=f"{one.by}, {moment(one.at)}")
        for one in found
    ]
    more = [command_for("coverage log", before=str(found[-1].id))] if len(found) == _LOG else []
    return told("coverage log", say("What was done at this desk"), entries, more)


def _about(about: str) -> str:
    """A source by what people know it by, not by its key."""
    kind, _, key = about.partition(" ")
    if kind != "source":
        return about
    name = key.partition(":")[2]
    return name.rpartition("#")[0] if key.startswith("file:") else name


def _action(action: str) -> str:
    match action:
        case "add":
            return say("added")
        case "remove":
            return say("removed")
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


async def export(desk: Desk) -> Answer:
    own, others = await desk.exported()
    if not own and not others:
        return told("coverage export", say("There are no stories to export."), found=False)
    files = [
        Attached(name="coverage.jsonl", text=await desk.aside(lambda: as_json_lines(own, others))),
        Attached(name="coverage.csv", text=await desk.aside(lambda: as_csv(own, others))),
    ]
    entries = [Entry(text=say("Of the shared coverage, the file holds where each story is to be found, not its text."))]
    heading = say_of(len(own) + len(others), "One story exported", "{n} stories exported")
    return told("coverage export", heading, entries if others else [], [], files)


def _counts(of: Report | SourceReport) -> str:
    return say(
        "{new} new, {changed} changed, {unchanged} unchanged, {gone} gone, {skipped} skipped.",
        new=of.new,
        changed=of.changed,
        unchanged=of.unchanged,
        gone=of.gone,
        skipped=len(of.skipped),
    )


def _skipped_entries(skipped: Sequence[Skipped]) -> list[Entry]:
    entries = [Entry(text=_line(line), style="bullet") for line in _skipped_lines(skipped)]
    return list(_capped(entries, say("Skipped")))


def _skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    return [f"{one.location}: {retold(one.reason)}" for one in skipped]


def _capped(entries: Sequence[Entry], lead: str) -> Iterable[Entry]:
    for n, entry in enumerate(entries[:_LISTED]):
        yield entry.model_copy(update={"lead": lead}) if n == 0 else entry
    if len(entries) > _LISTED:
        yield Entry(text=say("… and {n} more, in the file", n=len(entries) - _LISTED), style="bullet")


def _details(lines: Sequence[str]) -> list[Attached]:
    return [Attached(name="details.txt", text=as_lines(lines))] if len(lines) > _LISTED else []


def _asks(command: str, heading: str, suggestions: Sequence[str]) -> Answer:
    return told(command, heading, [], suggestions, found=False)


def _no_number(command: str, typed: str) -> Answer:
    return told(
        command, say("{typed} is no number of the log.", typed=shown(typed)), [], ["/coverage log"], found=False
    )


def _number(typed: str | None) -> int | None:
    digits = (typed or "").removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1e3))} kB"


def _name(text: str) -> str:
    return shorten(" ".join(text.split()), 100)


def _line(text: str) -> str:
    return shorten(" ".join(text.split()), _LONGEST_LINE)
