"""/summary: what a story says, in its own key points."""

from __future__ import annotations

from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import LONGEST, after_dateline, extract, sentences, shorten, titled
from onrecord.answers.lookup import find_story
from onrecord.answers.replies import command_for, no_story, recent
from onrecord.archive import Coverage, cite
from onrecord.language import say
from onrecord.stories import Answer, Entry, Story

_MOST = 5
"""Key points shown: enough to know what happened, too few to replace the story."""


async def summary(archive: Coverage, story: str | None = None) -> Answer:
    if not story:
        asks = say("Which story? Give a few words of its title, or its link.")
        return not_found("summary", asks, await recent(archive, "summary"))
    match = await find_story(archive, story)
    found = await archive.story(match.sure.id) if match.sure else None
    if not found:
        return await no_story(archive, "summary", story, match.near)
    citations = Citations()
    entries = [
        Entry(text=text, style="bullet", citation=citations.add(cite(found, passage)))
        for text, passage in _points(found)
    ]
    event = await archive.event(found.id)
    entries += [
        Entry(
            text=say("Also told by {name}.", name=other.publisher or say("a page that names no publisher")),
            citation=citations.add(cite(other)),
        )
        for other in event.stories
        if other.id != found.id
    ]
    if found.version > 1:
        text = say("The article has changed since it was first read; this is version {n}.", n=found.version)
        entries.append(Entry(text=text))
    if found.title_derived:
        entries.append(Entry(text=say("The page has no headline; the title above is from its first sentence.")))
    suggestions = [command_for("quotes", story=found.title), command_for("related", story=found.title)]
    suggestions += [command_for("summary", story=hit.label) for hit in match.near[:1] if hit.label != found.title]
    return compose("summary", titled(found.title), entries, citations, suggestions)


def _points(story: Story) -> list[tuple[str, int]]:
    """The key points, each with the passage that it stands in; without any, the first sentences."""
    points: list[tuple[str, int]] = []
    for point in story.key_points[:_MOST]:
        passage = next((passage for passage in story.passages if point in passage.text), None)
        if passage:
            points.append((shorten(point[after_dateline(point) :], LONGEST), passage.n))
    if points:
        return points
    for passage in story.passages[:3]:
        for start, end in sentences(passage.text)[:1]:
            points.append((extract(passage.text, start, end), passage.n))
    return points
