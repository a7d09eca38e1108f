"""/who: a person or an organisation, and what the coverage says they are."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.answers.completion import speakers
from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.lookup import find_person
from onrecord.answers.people import introduction, roles
from onrecord.answers.replies import command_for, no_person
from onrecord.archive import Archive, Hit, PersonOnRecord
from onrecord.archive.records import cite
from onrecord.stories import Answer, Entry
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
    others = _namesakes(match.near, name)
    if others:
        entries.append(Entry(text=f"Not the only one of that name here: {', '.join(hit.label for hit in others)}."))
    suggestions = [command_for("quotes", speaker=person.name)] if person.quotes else []
    suggestions += [command_for("summary", story=story.title) for story in person.stories[:2]]
    suggestions += [command_for("who", name=hit.label) for hit in match.near[:2]]
    heading = person.name if person.kind == "person" else f"{person.name} (an organisation)"
    return compose("who", heading, entries, citations, suggestions)


def _counts(person: PersonOnRecord) -> str:
    told = "one story" if person.told_in == 1 else f"{person.told_in} stories"
    outlets = len({story.publisher for story in person.stories if story.publisher})
    if outlets > 1:
        # Not every story that names somebody everywhere is looked at.
        told += f" by {'at least ' if person.told_in > len(person.stories) else ''}{outlets} outlets"
    if not person.quotes:
        return f"Named in {told}; not quoted."
    often = {1: "once", 2: "twice"}.get(person.quotes, f"{person.quotes} times")
    return f"Named in {told}; on record {often}."


def _namesakes(near: Sequence[Hit], typed: str) -> list[Hit]:
    """Others of whom what was typed is a name, too."""
    return [hit for hit in near if set(words(typed)) & set(words(hit.label))]
