"""/coverage preview: what a link would become, and what would be dropped, before it is added."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.answers.compose import provenance
from onrecord.answers.extracts import extract, shorten
from onrecord.answers.moderation.files import as_lines
from onrecord.answers.moderation.replies import told
from onrecord.answers.replies import command_for
from onrecord.archive import cite
from onrecord.desk import Desk, Preview
from onrecord.desk.preview import preview_link
from onrecord.language import listed, retold, say, say_of
from onrecord.stories import Answer, Attached, Entry, Story

_PASSAGES = 2
_QUOTES = 4
_DROPPED = 4
_ITEMS = 10
_EXTRACT = 220
_LINE = 120


async def preview(desk: Desk, link: str | None = None) -> Answer:
    if not link:
        return told("coverage preview", say("Which link is it?"), [], ["/coverage preview link:…"], found=False)
    found = await preview_link(desk, link)
    suggestions = [] if found.covered else [command_for("coverage add", link=link)]
    entries = [Entry(text=found.covered)] if found.covered else []
    if found.story is None:
        return _feed(found, entries, suggestions)
    story = found.story
    heading = shorten(story.title, 200)
    return told("coverage preview", heading, [*entries, *_page(story)], suggestions, _whole(story))


def _feed(found: Preview, entries: list[Entry], suggestions: list[str]) -> Answer:
    entries += [
        Entry(text=shorten(" — ".join(filter(None, [title, link or say("without a link")])), 200), style="bullet")
        for title, link in found.items[:_ITEMS]
    ]
    if len(found.items) > _ITEMS:
        entries.append(Entry(text=say("… and {n} more", n=len(found.items) - _ITEMS), style="bullet"))
    heading = say_of(
        len(found.items),
        "A feed with one item: “{name}”",
        "A feed with {n} items: “{name}”",
        name=found.title or found.link,
    )
    return told("coverage preview", heading, entries, suggestions)


def _page(story: Story) -> Iterator[Entry]:
    yield Entry(text=provenance(cite(story)))
    if story.authors:
        yield Entry(text=say("By {names}", names=listed(story.authors[:5])))
    for passage in story.passages[:_PASSAGES]:
        yield Entry(text=extract(passage.text, 0, len(passage.text), limit=_EXTRACT), style="bullet")
    if len(story.passages) > _PASSAGES:
        yield Entry(text=say("… and {n} more passages", n=len(story.passages) - _PASSAGES), style="bullet")
    for quote in story.quotes[:_QUOTES]:
        yield Entry(
            lead=quote.speaker or say("Speaker not named"),
            text=extract(quote.text, 0, len(quote.text), limit=_EXTRACT),
            style="plain" if quote.kind == "indirect" else "quote",
        )
    if len(story.quotes) > _QUOTES:
        yield Entry(text=say("… and {n} more quotes", n=len(story.quotes) - _QUOTES))
    for n, dropped in enumerate(story.dropped[:_DROPPED]):
        line = f"{retold(dropped.reason)}: {dropped.text}"
        yield Entry(
            lead=say("Would be dropped") if n == 0 else None,
            text=shorten(" ".join(line.split()), _LINE),
            style="bullet",
        )
    if len(story.dropped) > _DROPPED:
        yield Entry(text=say("… and {n} more, in the file", n=len(story.dropped) - _DROPPED), style="bullet")


def _whole(story: Story) -> list[Attached]:
    """What would be dropped, to its last line."""
    lines = [f"[{retold(dropped.reason)}] {dropped.text}" for dropped in story.dropped]
    return [Attached(name="dropped.txt", text=as_lines(lines))] if len(lines) > _DROPPED else []
