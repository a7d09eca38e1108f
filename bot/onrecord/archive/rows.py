"""A story as the rows and the lookup words that the archive keeps of it. Pure: refresh does this in other processes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from pydantic import TypeAdapter

from onrecord.archive.records import sort_key
from onrecord.archive.terms import COMMON, terms, terms_of
from onrecord.archive.traces import LONG, Traces, compared, names, traces
from onrecord.cleaning.links import canonical_link
from onrecord.reading.names import name_key
from onrecord.stories import Noun, Person, Story

OPENING = 60
"""Terms from the beginning of a story by which it is found, besides its title, people and recurring words."""
RECURRING = 3
_CAPITALS = re.compile(r"\b\w")
_GAP = re.compile(r"[\s\-‐‑–]+")
_TRACES = TypeAdapter(Traces)
key_of = lru_cache(maxsize=50_000)(name_key)
"""The same few people are named again and again."""


class PersonRow(NamedTuple):
    key: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    body: str


class QuoteRow(NamedTuple):
    speaker: str | None
    """Key of the person."""
    section: str | None
    body: str
    words: str


class StoryRows(NamedTuple):
    id: str
    size: int
    head: str
    body: str
    published: str
    link: str | None
    title: str
    about: str
    passages: tuple[str, ...]
    people: tuple[PersonRow, ...]
    quotes: tuple[QuoteRow, ...]
    traces: Traces
    traits: str
    """The traces as JSON."""


def story_rows(story: Story) -> StoryRows:
    people = _people(story)
    said = [quote.text for quote in story.quotes]
    texts = [passage.text for passage in story.passages]
    text = compared(story)
    known = names(text, [person.name for person in story.people])
    title, headings, named, *rest = terms_of([story.title, _headings(story, people), known, *texts, *said])
    passages, quotes = rest[: len(texts)], rest[len(texts) :]
    words = list(chain.from_iterable(passages))[:LONG]
    told = Counter(words)
    found = traces(text, words, told, named)
    body = _json(story)
    return StoryRows(
        id=story.id,
        size=sum(map(len, texts)),
        head=_head_of(body),
        body=body,
        published=sort_key(story.published),
        link=canonical_link(story.url) if story.url else None,
        title=" ".join(title),
        about=" ".join(dict.fromkeys([*title, *headings, *words[:OPENING], *_recurring(told, passages)])),
        passages=tuple(map(" ".join, passages)),
        people=people,
        quotes=tuple(
            QuoteRow(
                speaker=key_of(quote.speaker) if quote.speaker else None,
                section=story.passages[quote.spans[0].passage].section,
                body=_json(quote),
                words=" ".join(words),
            )
            for quote, words in zip(story.quotes, quotes, strict=True)
        ),
        traces=found,
        traits=_TRACES.dump_json(found).decode(),
    )


def _json(noun: Noun) -> str:
    # As `model_dump_json`, which takes longer to pass its options on than a short noun takes.
    return noun.__pydantic_serializer__.to_json(noun, exclude_defaults=True).decode()


def _head_of(body: str) -> str:
    """A story's JSON begins with its head; no text can hold what ends it, for its quotation marks are escaped."""
    points = body.find(',"key_points":')
    return body[: points if points >= 0 else body.index(',"passages":')] + "}"


def _people(story: Story) -> tuple[PersonRow, ...]:
    """One row a person, speakers included whom the story's list of people lacks."""
    found: dict[str, Person] = {}
    listed = {person.name for person in story.people}
    speakers = dict.fromkeys(quote.speaker for quote in story.quotes if quote.speaker)
    for person in [*story.people, *(Person(name=name) for name in speakers if name not in listed)]:
        key = key_of(person.name)
        known = found.get(key)
        if known is None:
            found[key] = person
        elif person.roles or person.aliases or person.name != known.name:
            found[key] = known.model_copy(
                update={
                    "roles": known.roles + person.roles,
                    "passages": known.passages + person.passages,
                    "aliases": tuple(dict.fromkeys([*known.aliases, *person.aliases, person.name])),
                }
            )
    return tuple(
        PersonRow(key, person.name, person.kind, person.aliases, _json(person)) for key, person in found.items() if key
    )


def _headings(story: Story, people: Iterable[PersonRow]) -> str:
    """What somebody may remember of a story besides its words."""
    sections = dict.fromkeys(passage.section for passage in story.passages if passage.section)
    return "\n".join([story.publisher or "", *sections, *(person.name for person in people)])


def _recurring(told: Counter[str], passages: Iterable[Iterable[str]]) -> list[str]:
    """The telling ones among the words that several passages hold."""
    often = {word for word, n in told.items() if n >= RECURRING} - COMMON
    if not often:
        return []
    held = Counter(chain.from_iterable([often.intersection(words) for words in passages]))
    return [word for word, n in held.items() if n >= RECURRING]


def name_words(names: Iterable[str]) -> str:
    """The terms by which somebody is found: of each name its words, its initials, and its words as one."""
    kept: dict[str, None] = {}
    for name in names:
        words = terms(name)
        kept.update(dict.fromkeys(words))
        kept.update(dict.fromkeys(short_forms(name)))
        kept.update(dict.fromkeys("".join(words[i:]) for i in range(max(0, len(words) - 2)) if len(words) <= 6))
        if len(words) == 2:
            kept["".join(words)] = None
    return " ".join(kept)


@lru_cache(maxsize=20_000)
def short_forms(name: str) -> frozenset[str]:
    """Initials: "Joseph Gordon-Levitt" → {"jgl"}, "Creators Coalition on AI" → {"cca", "ccai", "ccoa", "ccoai"}."""
    parts = [word for word in _GAP.split(name) if word]
    if len(parts) < 2:
        return frozenset()
    forms: set[str] = set()
    for chosen in (parts, [part for part in parts if part.casefold() not in COMMON]):
        forms.add("".join([initial[0] for part in chosen if (initial := _CAPITALS.search(part))]))
        forms.add("".join([part if part.isupper() and len(part) <= 3 else part[0] for part in chosen]))
    return frozenset([word for words in map(terms, forms) for word in words if 1 < len(word) <= 8])
