"""/stories: what there is, newest first; one event told by several outlets is one entry."""

from __future__ import annotations

from onrecord.answers.compose import Citations, compose, not_found, stated
from onrecord.answers.extracts import titled
from onrecord.answers.lookup import find_mentions
from onrecord.answers.replies import command_for, shown
from onrecord.answers.words import content
from onrecord.archive import SURE, Coverage, Event, cite
from onrecord.language import listed, say
from onrecord.stories import Answer, Entry, Stamp, StoryHead

_MOST = 10
_TITLE = 5
"""Words that find a story by its title or opening from which on they are that rather than a topic."""


async def listing(archive: Coverage, search: str | None = None) -> Answer:
    found = await _search(archive, search) if search else await archive.stories(_MOST + 1)
    events = found[:_MOST]
    if search:
        events.sort(key=lambda event: _age(event.stories[0].published), reverse=True)
    if not events and search:
        return not_found(
            "stories", say("No story in the coverage is about {topic}.", topic=shown(search)), ["/stories"]
        )
    if not events:
        return not_found("stories", say("There is no coverage here yet."))
    citations = Citations()
    entries: list[Entry] = []
    for event in events:
        for n, head in enumerate(event.stories):
            told = Entry(
                lead=titled(event.stories[0].title) if n == 0 else None,
                text=_told(head, with_title=n > 0 and head.title != event.stories[0].title),
                style="story",
                citation=citations.add(cite(head)),
            )
            entries.append(told)
    if len(found) > _MOST:
        entries.append(Entry(text=say("There are more; say what they should be about, with search.")))
    heading = say("Stories about {topic}", topic=shown(search)) if search else say("The newest stories")
    suggestions = [command_for("summary", story=event.stories[0].title) for event in events[:2]]
    return compose("stories", heading, entries, citations, suggestions)


async def _search(archive: Coverage, search: str) -> list[Event]:
    """The likeliest first."""
    hits = [hit for hit in await archive.find_stories(search, limit=_MOST) if hit.score >= SURE]
    ids = {hit.id: None for hit in hits}
    if not (hits and len(content(search)) >= _TITLE):
        ids = dict.fromkeys([*ids, *await find_mentions(archive, search)])
    return await archive.events_of(list(ids)) if ids else []


def _told(head: StoryHead, *, with_title: bool) -> str:
    parts = stated(head.publisher, head.published)
    if head.reposted_by:
        parts.append(say("reposted by {names}", names=listed(head.reposted_by)))
    if head.ai_generated:
        parts.append(say("the page says it is AI-generated (written by a machine)"))
    told = ", ".join(parts)
    return f"{told}: {titled(head.title)}" if with_title else told


def _age(published: Stamp | None) -> str:
    """Dates and moments in one order; what has no date comes last."""
    return published.isoformat() if published else ""
