"""/who: a person or an organisation, and what the coverage says they are."""

from __future__ import annotations

from onrecord.answers.completion import speakers
from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import extract, sentences
from onrecord.answers.lookup import find_person
from onrecord.answers.quotes import roles
from onrecord.answers.replies import command_for, no_person
from onrecord.archive import Archive, PersonOnRecord
from onrecord.archive.records import cite
from onrecord.reading.likeness import find
from onrecord.stories import Answer, Citation, Entry
from onrecord.text import words

_ROLES = 6
_STORIES = 5


async def who(archive: Archive, name: str | None = None) -> Answer:
    if not name:
        named = [command_for("who", name=name) for name in (await speakers(archive))[:3]]
        return not_found("who", "Who? Give a name, or part of one.", named)
    match = await find_person(archive, name)
    person = await archive.person(match.sure.id) if match.sure else None
    if not person:
        return no_person("who", "name", name, match.near, ambiguous=match.ambiguous)
    citations = Citations()
    entries = [
        Entry(text=one.role, style="bullet", citation=citations.add(one.citation)) for one in roles(person)[:_ROLES]
    ]
    introduced = await introduction(archive, person)
    if introduced:
        text, citation = introduced
        entries.append(Entry(text=text, lead="In the coverage", citation=citations.add(citation)))
    for story in person.stories[:_STORIES]:
        citations.add(cite(story))
    entries.append(Entry(text=_counts(person)))
    suggestions = [command_for("quotes", speaker=person.name)] if person.quotes else []
    suggestions += [command_for("summary", story=story.title) for story in person.stories[:2]]
    suggestions += [command_for("who", name=hit.label) for hit in match.near[:2]]
    heading = person.name if person.kind == "person" else f"{person.name} (an organisation)"
    return compose("who", heading, entries, citations, suggestions)


async def introduction(archive: Archive, person: PersonOnRecord) -> tuple[str, Citation] | None:
    """The first sentence with the whole name, in the story that says who they are: there a story introduces people."""
    id = person.roles[0].citation.story if person.roles else person.stories[0].id if person.stories else None
    story = await archive.story(id) if id else None
    if not story:
        return None
    names = sorted({person.name, *person.aliases}, key=lambda name: -len(name.split()))
    for name in names:
        wanted = words(name)
        for passage in story.passages:
            for start, end in sentences(passage.text):
                if find(wanted, words(passage.text[start:end])) >= 0:
                    at = max(passage.text.find(name, start, end), start)
                    return extract(passage.text, start, end, (at, at + len(name)), 280), cite(story, passage.n)
    return None


def _counts(person: PersonOnRecord) -> str:
    stories = person.told_in
    where = "one story" if stories == 1 else f"{stories} stories"
    if not person.quotes:
        return f"Named in {where}; not quoted."
    times = "once" if person.quotes == 1 else f"{person.quotes} times"
    return f"Named in {where}; on record {times}."
