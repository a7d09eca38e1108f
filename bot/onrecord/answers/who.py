"""/who: a person or an organisation, and what the coverage says they are."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.answers.completion import speakers
from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.lookup import find_person
from onrecord.answers.people import as_one_of, as_organisation, introduction, mentioned, roles
from onrecord.answers.replies import command_for, no_person
from onrecord.archive import Coverage, Hit, PersonOnRecord, cite
from onrecord.language import listed, say, say_of
from onrecord.stories import Answer, Entry
from onrecord.text import words

_ROLES = 6
_STORIES = 5


async def who(archive: Coverage, name: str | None = None) -> Answer:
    if not name:
        named = [command_for("who", name=name) for name in (await speakers(archive))[:3]]
        return not_found("who", say("Who? Give a name, or part of one."), named)
    match = await find_person(archive, name)
    person = await archive.person(match.sure.id) if match.sure else None
    if not person and not match.near and (stands := await mentioned(archive, name)):
        citations = Citations()
        entry = Entry(text=stands[0], lead=say("In the coverage"), citation=citations.add(stands[1]))
        return compose("who", stands[2], [entry], citations, [command_for("summary", story=stands[1].title)])
    if not person:
        return await no_person(archive, "who", "name", name, match)
    citations = Citations()
    entries = [
        Entry(text=as_one_of(one.role), style="bullet", citation=citations.add(one.citation))
        for one in roles(person)[:_ROLES]
    ]
    introduced = await introduction(archive, person)
    if introduced:
        text, citation = introduced
        entries.append(Entry(text=text, lead=say("In the coverage"), citation=citations.add(citation)))
    for story in person.stories[:_STORIES]:
        citations.add(cite(story))
    entries.append(Entry(text=_counts(person)))
    others = _namesakes(match.near, name)
    if others:
        names = listed(hit.label for hit in others)
        entries.append(Entry(text=say("Not the only one of that name here: {names}.", names=names)))
    suggestions = [command_for("quotes", speaker=person.name)] if person.quotes else []
    suggestions += [command_for("summary", story=story.title) for story in person.stories[:2]]
    suggestions += [command_for("who", name=hit.label) for hit in match.near[:2]]
    heading = person.name if person.kind == "person" else as_organisation(person.name)
    return compose("who", heading, entries, citations, suggestions)


def _counts(person: PersonOnRecord) -> str:
    outlets = len({story.publisher for story in person.stories if story.publisher})
    if outlets < 2:
        told = say_of(person.told_in, "Named in one story", "Named in {n} stories")
    elif person.told_in > len(person.stories):
        # Not every story that names somebody everywhere is looked at.
        told = say("Named in {n} stories by at least {m} outlets", n=person.told_in, m=outlets)
    else:
        told = say("Named in {n} stories by {m} outlets", n=person.told_in, m=outlets)
    if not person.quotes:
        return say("{told}; not quoted.", told=told)
    if person.quotes == 2:
        return say("{told}; on record twice.", told=told)
    return say_of(person.quotes, "{told}; on record once.", "{told}; on record {n} times.", told=told)


def _namesakes(near: Sequence[Hit], typed: str) -> list[Hit]:
    """Others of whom what was typed is a name, too."""
    return [hit for hit in near if set(words(typed)) & set(words(hit.label))]
