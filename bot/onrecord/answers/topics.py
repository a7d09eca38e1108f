"""Which quotes are about a topic. Pure, but for what it fetches."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from onrecord.answers.extracts import sentence_around, sentences
from onrecord.answers.lookup import Match
from onrecord.answers.quote_entries import QuoteContext, places_of
from onrecord.answers.words import Bag, content, has, slips, union
from onrecord.archive import SURE, Coverage, QuoteOnRecord
from onrecord.text import fold, words

_LOOKED_INTO = 12
"""The first stories of a list whose passages are searched for a topic that the quotes themselves do not name."""
_QUOTED, _SENTENCE, _PASSAGE, _BEFORE, _TITLE = 1.0, 0.95, 0.85, 0.6, 0.6
"""What a word of the topic counts for in the quote, in the sentence that carries it, in its passage or the heading of
its section, in the passage before it, and in the title of the story."""
_COVERED = 0.8
"""The share of the topic's words that must stand in one of them."""
_AS_CLOSE = 0.3
"""How much less than the closest quote another one may be about the topic."""
_SEVERAL = 4
"""From so many on there may be more who may be meant."""
_START = 3
"""Letters by which forms and most typos of a word agree."""
_NAMESAKES = 3
_POINTS_BACK = re.compile(
    r"\b(?:it|its|this|these|those|them|their|here|such|that's|that (?:is|was|will|would|has|had))\b"
    r"|\b(?:ones?|both|that)(?=[,.;!?]|$)"
)
"""Words for what was told before: "they" and "she" are mostly who speaks."""
_SOMEBODY = re.compile(r"\b(?:he|she|him|his|her|he's|she's)\b")
"""In somebody's own words, somebody else."""
_POINTS_AT = re.compile(
    r"\b(?:about|at|against|by|called|calling|calls|denied|of|on|rejected|to|with) (?:it|that|this|them)\b"
)
_GOES_ON = re.compile(r"(?:He|She|They)\b")


class _Topic:
    """The words of a topic, and which of them each text has."""

    def __init__(self, about: str, texts: Iterable[str]) -> None:
        self.words = content(about) or words(about)
        starts = [word[:_START] for word in self.words]
        # Told apart cheaply: most texts have none of the words.
        self._bags = {
            text: Bag.of(text) for text in dict.fromkeys(texts) if any(start in text.casefold() for start in starts)
        }
        self._slips = slips(self.words, union(self._bags.values()))
        self._covered: dict[str, list[float]] = {}

    def covers(self, text: str) -> list[float]:
        """For each word of the topic, how surely this text, or this piece of one, has it."""
        if text not in self._covered:
            bag = self._bags.get(text) or Bag.of(text)
            self._covered[text] = [has(bag, word, typos=word in self._slips) for word in self.words]
        return self._covered[text]

    def closeness(self, around: Sequence[tuple[float, str]], parts: Collection[str] = ()) -> float:
        """0–1, from (what it counts, its text); 0 when too little of the topic stands anywhere. `parts`: of texts."""
        found = [
            (counts, self.covers(text))
            for counts, text in around
            if text in self._bags or counts in (_SENTENCE, _PASSAGE)
        ]
        best = [max((covers[n] for _, covers in found), default=0.0) for n in range(len(self.words))]
        if sum(best) < _COVERED * len(best):
            return 0.0
        return sum(max(counts * covers[n] for counts, covers in found) for n in range(len(best))) / len(best)


async def on_topic(around: QuoteContext, said: Sequence[QuoteOnRecord], about: str) -> list[QuoteOnRecord]:
    """Those that are about it, closest first: by their own words, or by what the story wrote around them."""
    stories = list(dict.fromkeys(one.citation.story for one in said))[:_LOOKED_INTO]
    looked_into = [one for one in said if one.citation.story in stories]
    places = [[*places_of(one), (one.citation.story, one.quote.spans[0].passage - 1)] for one in looked_into]
    await around.fetch_texts(place for near in places for place in near)
    nearby = [
        [
            (_QUOTED, one.quote.text),
            *((_PASSAGE, around.text(*place)) for place in places_of(one)),
            (_PASSAGE, one.section or ""),
            (_TITLE, one.citation.title),
            (_BEFORE, around.text(one.citation.story, one.quote.spans[0].passage - 1)),
        ]
        for one in said
    ]
    topic = _Topic(about, (text for near in nearby for _, text in near))
    person = await _is_person(around.archive, topic.words, about)
    graded: list[tuple[float, int]] = []
    for n, (one, near) in enumerate(zip(said, nearby, strict=True)):
        # Of whom a title names, only some of what a story quotes speaks.
        close = topic.closeness([pair for pair in near if pair[1] != one.citation.title] if person else near)
        if close and close < _SENTENCE and near[1][1]:
            told = _told_with(one, near, person=person)
            close = topic.closeness(told, [text for _, text in told])
        if close:
            graded.append((round(close, 1), n))
    if not graded:
        graded = [
            (_PASSAGE, n)
            for n, (one, near) in enumerate(zip(said, nearby, strict=True))
            if one.quote.kind != "indirect" and topic.closeness([(_PASSAGE, _up_to(one, near[1][1]))])
        ]
    least = max((close for close, _ in graded), default=0.0) - _AS_CLOSE
    return [said[n] for close, n in sorted(graded, key=lambda pair: -pair[0]) if close >= least]


async def who_spoke_of(around: QuoteContext, match: Match, about: str) -> Match:
    """Of several who may be meant, the only one who said something about it."""
    if len(match.near) >= _SEVERAL:
        return match
    spoke = [hit for hit in match.near if await on_topic(around, await around.archive.quotes(speaker=hit.id), about)]
    return Match(spoke[0]) if len(spoke) == 1 else match


def _up_to(one: QuoteOnRecord, text: str) -> str:
    """The sentence with a quote, and the one that leads up to it."""
    first = one.quote.spans[0]
    start, end = sentence_around(text, first.start, first.end)
    before = max((begin for begin, last in sentences(text) if last <= start), default=start)
    return text[before:end]


def _told_with(one: QuoteOnRecord, near: Sequence[tuple[float, str]], *, person: bool) -> list[tuple[float, str]]:
    """What a quote is about, of what stands near it: its sentence, and what goes on about its speaker; what goes before
    only where it says "it" or "this" of that. A paragraph may go from the lighthouse to the fish in one sentence."""
    text, first = near[1][1], one.quote.spans[0]
    start, end = sentence_around(text, first.start, first.end)
    own = text[start:end]
    for begin, last in sentences(text):
        if begin >= end and _GOES_ON.match(text[begin:last]):
            end = last
    told = [(_QUOTED, one.quote.text), (_SENTENCE, own), (_PASSAGE, text[start:end])]
    told.append((_PASSAGE, one.section or ""))
    if not person:
        told.append((_TITLE, one.citation.title))
    said = fold(one.quote.text)
    is_of_them = person and one.quote.kind == "direct" and _SOMEBODY.search(said)
    if is_of_them or _POINTS_BACK.search(said.rstrip(" ,")) or _POINTS_AT.search(fold(own)):
        told.append((_PASSAGE, text[:start]))
        if not text[:start].strip():
            told.append(near[-1])
    return told


async def _is_person(archive: Coverage, topic: Collection[str], about: str) -> bool:
    hits = [hit for hit in await archive.find_people(about, limit=_NAMESAKES) if hit.score >= SURE]
    known = await archive.people([hit.id for hit in hits if set(topic) <= set(words(hit.label))]) if hits else {}
    return any(person.kind == "person" for person in known.values())
