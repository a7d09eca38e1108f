"""/quotes: who said what, as the stories have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.answers.completion import speakers
from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import shorten
from onrecord.answers.lookup import find_mentions, find_person, find_story
from onrecord.answers.people import roles
from onrecord.answers.quote_entries import QuoteContext, show_all
from onrecord.answers.replies import command_for, no_person, no_story, nothing_said, recent, shown
from onrecord.answers.topics import on_topic, who_spoke_of
from onrecord.answers.words import content
from onrecord.archive import Coverage, Hit, PersonHead, QuoteOnRecord
from onrecord.language import called, listed, say
from onrecord.reading.names import name_key
from onrecord.stories import Answer, Entry, StoryHead
from onrecord.text import words

_MOST = 15
_ARTICLES = frozenset(["a", "an", "the"])
_LIKE = 30
"""Quotes with words of a topic."""
_PASSAGES = 20
_STORIES = 8
"""Stories with a topic's words whose quotes are looked at, besides the quotes that have them."""
_ORDER = {"direct": 0, "mixed": 1, "indirect": 2}


async def quotes(
    archive: Coverage, speaker: str | None = None, about: str | None = None, story: str | None = None
) -> Answer:
    if not (speaker or about or story):
        asks = say(
            "Whose words? Give one of these: {options}.", options=listed(map(called, ("speaker", "about", "story")))
        )
        named = [command_for("quotes", speaker=name) for name in (await speakers(archive))[:2]]
        return not_found("quotes", asks, [*named, *await recent(archive, "quotes", 1)])
    head: StoryHead | None = None
    if story:
        match = await find_story(archive, story)
        head = await archive.head(match.sure.id) if match.sure else None
        if not head:
            return await no_story(archive, "quotes", story, match.near)
    around = QuoteContext(archive)
    whose = await _whose(around, speaker, about, head) if speaker else _Whose()
    if isinstance(whose, Answer):
        return whose
    person, namesake, others, unnamed = whose
    said = [*unnamed] or await _gather(archive, person, about, head)
    if namesake:
        said += await _gather(archive, namesake, about, head)
    said.sort(key=lambda one: _ORDER[one.quote.kind])
    if about:
        said = await on_topic(around, said, about)
    if not said:
        if unnamed and speaker:
            return _not_by_unnamed(speaker, about, head)
        return await _nothing_said(archive, person, about, head)
    citations = Citations()
    entries, more = await show_all(around, said, citations, _MOST)
    who = shown(speaker) if speaker and unnamed else namesake.name if namesake else None
    if person and not namesake:
        who = await around.with_article(person.name, person.kind, said)
    heading = _heading(who, about, head)
    if more:
        heading += " — " + say(
            "the first {n}; {more} more with {about}: or {story}: to narrow it",
            n=_MOST,
            more=more,
            about=called("about"),
            story=called("story"),
        )
    return compose("quotes", heading, entries, citations, _next(person, head, others))


class _Whose(NamedTuple):
    """Whose words were asked for."""

    person: PersonHead | None = None
    namesake: PersonHead | None = None
    """Most likely the same one, whom some story calls by the surname alone."""
    others: tuple[Hit, ...] = ()
    unnamed: Sequence[QuoteOnRecord] = ()
    """The words themselves, of somebody to whom their story gives no name."""


async def _whose(around: QuoteContext, speaker: str, about: str | None, head: StoryHead | None) -> _Whose | Answer:
    """Of several who may be meant, the one whom the story quotes, or who spoke of the topic; else who there is."""
    archive = around.archive
    match = await find_person(archive, speaker)
    if match.ambiguous and head:
        match = match._replace(near=await _who_said(archive, match.near, head.id) or match.near)
        if len(match.near) == 1:
            match = match._replace(sure=match.near[0], ambiguous=False)
    if match.ambiguous and about:
        match = await who_spoke_of(around, match, about)
    known = await archive.people([hit.id for hit in (match.sure, match.also) if hit])
    if match.sure and (person := known.get(match.sure.id)):
        return _Whose(person, known.get(match.also.id) if match.also else None, match.near)
    unnamed = [] if match.meant else await _said_by_unnamed(archive, speaker, head)
    return _Whose(unnamed=unnamed) if unnamed else await no_person(archive, "quotes", "speaker", speaker, match)


async def _who_said(archive: Coverage, near: Sequence[Hit], story: str) -> tuple[Hit, ...]:
    """Of those who may be meant, the ones whom the story quotes."""
    said = {name_key(one.quote.speaker) for one in await archive.quotes(story=story) if one.quote.speaker}
    return tuple(hit for hit in near if name_key(hit.id) in said)


async def _said_by_unnamed(archive: Coverage, typed: str, head: StoryHead | None) -> list[QuoteOnRecord]:
    """What stories have of somebody to whom they give no name, but the words that were typed: "the union"."""
    if not content(typed):
        return []  # "she" is somebody else in each sentence
    ids = [head.id] if head else list(await find_mentions(archive, typed))[:_STORIES]
    wanted = _without_article(typed)
    found = [one for one in await archive.quotes_of(ids) if one.quote.speaker is None]
    found = [one for one in found if _without_article(one.quote.speaker_mention or "") == wanted]
    # "The spokesman" of one story is not that of another.
    return found if len({one.citation.story for one in found}) == 1 else []


def _without_article(mention: str) -> str:
    return " ".join(word for word in words(mention) if word not in _ARTICLES)


async def _gather(
    archive: Coverage, person: PersonHead | None, about: str | None, head: StoryHead | None
) -> list[QuoteOnRecord]:
    found: list[QuoteOnRecord] = []
    if person or head:
        found = await archive.quotes(speaker=person.name if person else None, story=head.id if head else None)
    if about and not head and (not person or person.quotes > len(found)):
        like = await archive.find_quotes(about, limit=_LIKE, speaker=person.name if person else None)
        found = [one for one, _ in like] + found
    if about and not head and not person:
        passages = await archive.find_passages(about, limit=_PASSAGES)
        found += await archive.quotes_of(list(dict.fromkeys(one.citation.story for one in passages))[:_STORIES])
    return list({(one.citation.story, one.quote.spans): one for one in found}.values())


async def _nothing_said(
    archive: Coverage, person: PersonHead | None, about: str | None, head: StoryHead | None
) -> Answer:
    topic = shown(about) if about else None
    place = shown(head.title) if head else None
    if person and (about or head) and person.quotes:
        heading = _not_there(person.name, topic, place)
        return not_found("quotes", heading, [command_for("quotes", speaker=person.name)])
    if person:
        heading = nothing_said(person.name, topic)
        citations = Citations()
        known = await archive.person(person.name)
        entries = [
            Entry(text=say("There as: {role}", role=one.role), citation=citations.add(one.citation))
            for one in (roles(known)[:2] if known else ())
        ]
        suggestions = [command_for("who", name=person.name)]
        return compose("quotes", heading, entries, citations, suggestions, found=False)
    if head and not about:
        return not_found(
            "quotes", say("Nobody is quoted in {story}.", story=place), [command_for("summary", story=head.title)]
        )
    suggestions = [command_for("quotes", story=head.title)] if head else ["/stories"]
    heading = (
        say("Nothing that anybody said about {topic} is on record in {story}.", topic=topic, story=place)
        if place
        else say("Nothing that anybody said about {topic} is on record.", topic=topic)
    )
    return not_found("quotes", heading, suggestions)


def _not_by_unnamed(speaker: str, about: str | None, head: StoryHead | None) -> Answer:
    story = command_for("quotes", speaker=speaker, story=head.title) if head else None
    again = story or command_for("quotes", speaker=speaker)
    return not_found(
        "quotes",
        _not_there(shown(speaker), shown(about) if about else None, shown(head.title) if head else None),
        [again],
    )


def _heading(who: str | None, about: str | None, head: StoryHead | None) -> str:
    topic = shown(about) if about else None
    story = f"“{shorten(head.title, 100)}”" if head else None
    if who and topic:
        heading = say("What {who} said about {topic}", who=who, topic=topic)
    elif who:
        heading = say("What {who} said", who=who)
    elif topic:
        heading = say("Who said what about {topic}", topic=topic)
    else:
        heading = say("Who said what")
    return say("{heading}, in {story}", heading=heading, story=story) if story else heading


def _not_there(who: str, topic: str | None, story: str | None) -> str:
    if topic and story:
        return say(
            "{who} is quoted in the coverage, but not about {topic} in {story}.", who=who, topic=topic, story=story
        )
    if topic:
        return say("{who} is quoted in the coverage, but not about {topic}.", who=who, topic=topic)
    return say("{who} is quoted in the coverage, but not in {story}.", who=who, story=story)


def _next(person: PersonHead | None, head: StoryHead | None, others: Sequence[Hit]) -> list[str]:
    if person:
        named = [command_for("quotes", speaker=hit.label) for hit in others[:2]]
        return [command_for("who", name=person.name), *named]
    return [command_for("summary", story=head.title)] if head else []
