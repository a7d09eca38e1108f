"""A story as the rows and the lookup words that the archive keeps of it. Pure: refresh does this in other processes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from onrecord.archive.duplicates.traces import Traces, traces
from onrecord.archive.lookup.terms import COMMON, terms
from onrecord.archive.records import sort_key
from onrecord.cleaning.links import canonical_link
from onrecord.reading.names import name_key
from onrecord.stories import Person, Story, StoryHead

OPENING = 60
"""Terms from the beginning of a story by which it is found, besides its title, people and recurring words."""
RECURRING = 3
_CAPITALS = re.compile(r"\b\w")
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
    title = terms(story.title)
    passages = [terms(passage.text) for passage in story.passages]
    people = _people(story)
    found = traces(story, passages)
    return StoryRows(
        id=story.id,
        size=sum(len(passage.text) for passage in story.passages),
        head=head_json(story),
        body=story.model_dump_json(exclude_defaults=True),
        published=sort_key(story.published),
        link=canonical_link(story.url) if story.url else None,
        title=" ".join(title),
        about=" ".join(_about(story, title, passages, people)),
        passages=tuple(" ".join(words) for words in passages),
        people=people,
        quotes=tuple(
            QuoteRow(
                speaker=key_of(quote.speaker) if quote.speaker else None,
                section=story.passages[quote.spans[0].passage].section,
                body=quote.model_dump_json(exclude_defaults=True),
                words=" ".join(terms(quote.text)),
            )
            for quote in story.quotes
        ),
        traces=found,
        traits=json.dumps(found),
    )


def head_json(story: StoryHead) -> str:
    return story.model_dump_json(include=set(StoryHead.model_fields), exclude_defaults=True)


def _people(story: Story) -> tuple[PersonRow, ...]:
    """One row a person, speakers included whom the story's list of people lacks."""
    found: dict[str, Person] = {}
    listed = [*story.people, *(Person(name=quote.speaker) for quote in story.quotes if quote.speaker)]
    for person in listed:
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
        PersonRow(key, person.name, person.kind, person.aliases, person.model_dump_json(exclude_defaults=True))
        for key, person in found.items()
        if key
    )


def _about(story: Story, title: list[str], passages: list[list[str]], people: Iterable[PersonRow]) -> list[str]:
    """Each distinct term by which somebody may remember the story, the title's first."""
    kept = dict.fromkeys(title)
    headings = dict.fromkeys(passage.section for passage in story.passages if passage.section)
    named = [story.publisher or "", *headings, *(person.name for person in people)]
    kept.update(dict.fromkeys(terms("\n".join(named))))
    kept.update(dict.fromkeys(islice(chain.from_iterable(passages), OPENING)))
    often = Counter(chain.from_iterable(map(set, passages)))
    kept.update((word, None) for word, n in often.items() if n >= RECURRING and word not in COMMON)
    return list(kept)


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
    parts = [word for word in re.split(r"[\s\-‐‑–]+", name) if word]
    forms: set[str] = set()
    for chosen in (parts, [p for p in parts if p.casefold() not in COMMON]):
        lead = [m[0] for p in chosen if (m := _CAPITALS.search(p))]
        whole = [p if p.isupper() and len(p) <= 3 else p[:1] for p in chosen]
        for form in ("".join(lead), "".join(whole)):
            forms.update(word for word in terms(form) if 1 < len(word) <= 8)
    return frozenset(forms) if len(parts) > 1 else frozenset()
