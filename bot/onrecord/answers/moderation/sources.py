"""/coverage add, sources, refresh and cancel: where the coverage comes from, and reading it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.answers.moderation.files import as_lines
from onrecord.answers.moderation.replies import LISTED, asks, moment, one_line, short_name, told
from onrecord.answers.replies import command_for
from onrecord.archive import Attempt
from onrecord.desk import Desk, SourceHealth, additions, refreshes
from onrecord.desk.sources import list_sources
from onrecord.language import day, retold, say, say_of
from onrecord.refresh import Report, SourceReport
from onrecord.stories import Answer, Attached, Entry, Skipped


async def add(desk: Desk, link: str | None = None, file: str | None = None) -> Answer:
    if bool(link) == bool(file):
        return asks("coverage add", say("What is to be added: a link, or a file?"), ["/coverage add link:…"])
    added = await (additions.add_link(desk, link) if link else additions.add_file(desk, file or ""))
    match added.kind:
        case "page":
            heading = say("Added the page “{name}”.", name=short_name(added.name))
        case "feed":
            heading = say("Added the feed “{name}”.", name=short_name(added.name))
        case _:
            heading = say("Added the file “{name}”.", name=short_name(added.name))
    entries = [Entry(text=_counts(added.report))]
    # A page is called by its story's title, which the heading names.
    new = [] if added.kind == "page" else [Entry(text=one_line(title), style="bullet") for title in added.new]
    again = [Entry(text=one_line(title), style="bullet") for title in added.again]
    entries += [*_capped(new, say("New")), *_capped(again, say("Told before, and now by this too"))]
    entries += _skipped_entries(added.report.skipped)
    suggestions = ["/coverage undo", "/coverage sources"]
    if added.feeds:
        entries.append(Entry(text=say("The page names a feed of its own, which is a source too.")))
        suggestions.insert(0, command_for("coverage add", link=added.feeds[0]))
    lines = _skipped_lines(added.report.skipped)
    lines += [f"{say('New')}: {title}" for title in added.new]
    lines += [f"{say('Told before, and now by this too')}: {title}" for title in added.again]
    return told("coverage add", heading, entries, suggestions, _details(lines))


async def sources(desk: Desk) -> Answer:
    found = await list_sources(desk)
    if not found:
        heading = say("There are no sources yet.")
        return told("coverage sources", heading, [], ["/coverage add link:…"], found=False)
    heading = say_of(len(found), "One source", "{n} sources")
    return told("coverage sources", heading, [_source_entry(one) for one in found])


def _source_entry(one: SourceHealth) -> Entry:
    parts = [one_line(one.place)] if one.place not in {"", one.name} else []
    if one.added_by:
        parts.append(say("added by {by}", by=one.added_by))
    elif not one.own:
        parts.append(say("shared with everybody"))
    attempt = None if one.removed else one.attempt
    if one.removed:
        parts.append(say("removed here on {day}: {reason}", day=day(one.removed.at), reason=one.removed.reason))
    elif attempt is None:
        parts.append(say("not read yet"))
    else:
        parts.append(
            say("last read on {at}", at=moment(attempt.success)) if attempt.success else say("never read so far")
        )
        if attempt.next_run and one.kind != "file":
            parts.append(say("next on {at}", at=moment(attempt.next_run)))
    return Entry(
        lead=f"{short_name(one.name)} ({_kind(one.kind)})", text=" · ".join(parts), note=_trouble(one, attempt)
    )


def _trouble(one: SourceHealth, attempt: Attempt | None) -> str | None:
    if attempt is None or not attempt.trouble:
        return None
    # Where a folder lies on the server is nobody's business but its owner's.
    told = retold(attempt.trouble) if one.own or one.kind != "folder" else say("The folder cannot be read.")
    return say("Trouble: {reason}", reason=one_line(told))


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


async def refresh(desk: Desk) -> Answer:
    report = await refreshes.refresh(desk)
    troubled = [Entry(text=one_line(f"{one.source}: {retold(one.reason)}"), style="bullet") for one in report.errors]
    entries = list(_capped(troubled, say("Sources in trouble")))
    lost = [Entry(text=one_line(line), style="bullet") for line in _lost_lines(report)]
    entries += [*_capped(lost, say("Gone")), *_skipped_entries(report.skipped)]
    lines = [f"{one.source}: {retold(one.reason)}" for one in report.errors] + _skipped_lines(report.skipped)
    lines += [f"{say('Gone')}: {line}" for line in _lost_lines(report)]
    return told("coverage refresh", _counts(report), entries, ["/coverage sources"], _details(lines))


async def cancel(desk: Desk) -> Answer:
    running = refreshes.cancel(desk)
    if running is None:
        return told("coverage cancel", say("No refresh is under way."), found=False)
    return told("coverage cancel", say("The refresh that {by} started is being stopped.", by=running.by))


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
    entries = [Entry(text=one_line(line), style="bullet") for line in _skipped_lines(skipped)]
    return list(_capped(entries, say("Skipped")))


def _skipped_lines(skipped: Sequence[Skipped]) -> list[str]:
    return [f"{one.location}: {retold(one.reason)}" for one in skipped]


def _lost_lines(report: Report) -> list[str]:
    return [
        say("{title} (something else tells it still)", title=one.title) if one.told else one.title
        for one in report.lost
    ]


def _capped(entries: Sequence[Entry], lead: str) -> Iterable[Entry]:
    for n, entry in enumerate(entries[:LISTED]):
        yield entry.model_copy(update={"lead": lead}) if n == 0 else entry
    if len(entries) > LISTED:
        yield Entry(text=say("… and {n} more, in the file", n=len(entries) - LISTED), style="bullet")


def _details(lines: Sequence[str]) -> list[Attached]:
    return [Attached(name="details.txt", text=as_lines(lines))] if len(lines) > LISTED else []
