"""/related: the original, other reports of the same event, and where to read on."""

from __future__ import annotations

from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import titled
from onrecord.answers.lookup import find_story
from onrecord.answers.replies import command_for, no_story, recent
from onrecord.archive import Coverage, SharedStory, cite
from onrecord.language import day, listed, say
from onrecord.stories import Answer, Entry, RelatedLink, Story, StoryHead

_LINKS = 8
_SHARING = 3
_PEOPLE = 6


async def related(archive: Coverage, story: str | None = None) -> Answer:
    if not story:
        asks = say("Related to which story? Give a few words of its title, or its link.")
        return not_found("related", asks, await recent(archive, "related"))
    match = await find_story(archive, story)
    found = await archive.story(match.sure.id) if match.sure else None
    if not found:
        return await no_story(archive, "related", story, match.near)
    citations = Citations()
    entries = [
        Entry(
            lead=say("The original"),
            text=_original(found),
            style="story",
            citation=citations.add(cite(found)),
            url=found.url,
        )
    ]
    event = [head for head in (await archive.event(found.id)).stories if head.id != found.id]
    entries += [
        Entry(
            lead=say("The same event, told by another outlet") if n == 0 else None,
            text=_line(head),
            style="story",
            citation=citations.add(cite(head)),
        )
        for n, head in enumerate(event)
    ]
    entries += [
        Entry(lead=say("The page itself points to") if n == 0 else None, text=_link(link), style="story", url=link.url)
        for n, link in enumerate(found.related[:_LINKS])
    ]
    sharing = await _sharing(archive, found, {found.id, *(head.id for head in event)})
    entries += [
        Entry(
            lead=say("Other stories with the same people") if n == 0 else None,
            text=_line(one.story),
            style="story",
            note=say("with {names}", names=listed(one.names[:3])),
            citation=citations.add(cite(one.story)),
        )
        for n, one in enumerate(sharing)
    ]
    suggestions = [command_for("summary", story=found.title)]
    suggestions += [
        command_for("summary", story=head.title) for head in [*event[:1], *(one.story for one in sharing[:1])]
    ]
    return compose("related", titled(found.title), entries, citations, suggestions)


def _original(story: Story) -> str:
    if story.url:
        return f"{story.publisher or say('The publisher')}: {story.url}"
    if story.publisher:
        return say("{publisher}; the page gives no link to it.", publisher=story.publisher)
    return say("The page does not say where it was first published.")


def _line(head: StoryHead) -> str:
    return ", ".join(
        part
        for part in (
            titled(head.title),
            head.publisher or say("publisher not stated"),
            day(head.published) if head.published else "",
        )
        if part
    )


def _link(link: RelatedLink) -> str:
    return ", ".join(
        part
        for part in (titled(link.title), link.publisher, day(link.published) if link.published else None, link.url)
        if part
    )


async def _sharing(archive: Coverage, story: Story, apart: set[str]) -> list[SharedStory]:
    people = [person.name for person in story.people if person.kind == "person"][:_PEOPLE]
    found = await archive.shared_stories(people, _SHARING + len(apart)) if people else []
    return [one for one in found if one.story.id not in apart][:_SHARING]
