"""From the words that name a speaker to the person or organisation they mean."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reading.attribution import Voice
from onrecord.reading.cast import Cast, Figure
from onrecord.reading.lexicon import (
    DETERMINERS,
    FEMALE_NOUNS,
    HE,
    MALE_NOUNS,
    PREPOSITIONS,
    ROLE_NOUNS,
    SHE,
    SUBJECT_PRONOUNS,
)
from onrecord.reading.sentences import Line
from onrecord.reading.subjects import opening


class Resolved(NamedTuple):
    figure: Figure | None
    how: str
    """name, pronoun, role, or why nobody is named."""


class Resolver:
    """Reads a story front to back; call `speaker` for voices in the order in which they stand."""

    def __init__(self, lines: list[Line], cast: Cast) -> None:
        self.cast = cast
        self.lines = {line.n: line for line in lines}
        self.order = [line.n for line in lines]
        self.rank = {n: i for i, n in enumerate(self.order)}
        self.spoken: list[tuple[int, int, Figure]] = []
        self._seen: dict[tuple[int, int], Resolved] = {}
        self._subjects: dict[tuple[int, int], Figure | None] = {}

    def speaker(self, voice: Voice) -> Resolved:
        if voice.label:
            return Resolved(self.cast.called(voice.label), "label")
        if voice.phrase is None:
            return Resolved(None, "nobody")
        key = (voice.line.n, voice.phrase.start)
        if key not in self._seen:
            self._seen[key] = self._resolve(voice)
        found = self._seen[key]
        if found.figure:
            found.figure.spoke = True
            self.spoken.append((voice.line.n, voice.phrase.start, found.figure))
        return found

    def peek(self, voice: Voice) -> Figure | None:
        """Who that would be, without taking it for speech."""
        return self._resolve(voice).figure if voice.phrase else None

    def _resolve(self, voice: Voice) -> Resolved:
        line, phrase = voice.line, voice.phrase
        assert phrase
        low = line.low
        if phrase.end - phrase.start == 1:
            word = low[phrase.start]
            if word in HE or word in SHE:
                figure = self._pronoun(line, phrase.start, "male" if word in HE else "female")
                return Resolved(figure, "pronoun" if figure else "pronoun open")
            if word in ("who", "which") and phrase.start:
                figure = self._nearest_left(line, phrase.start)
                return Resolved(figure, "who" if figure else "who open")
            if word in SUBJECT_PRONOUNS:
                return Resolved(None, "pronoun open")
        named = self._named(line, phrase.start, phrase.end)
        if named:
            return Resolved(named, "name")
        return self._by_role(line, phrase.start, phrase.end)

    def _named(self, line: Line, start: int, end: int) -> Figure | None:
        """The name that heads a noun phrase: its last one before a comma or preposition, if that ends it."""
        stop = start
        while stop < end and not (
            line.words[stop] in (",", "and", "&") or (line.low[stop] in PREPOSITIONS and stop > start)
        ):
            stop += 1
        inside = [s for s in self.cast.sightings.get(line.n, ()) if s.start >= start and s.start < stop]
        for sighting in reversed(inside):
            if (
                sighting.end >= stop
                and (sighting.end >= len(line.words) or line.words[sighting.end] not in ("’s", "'s"))
            ) or sighting.end == end:
                return self.cast.at.get((line.n, sighting.start))
        return None

    def _nearest_left(self, line: Line, token: int) -> Figure | None:
        for sighting in reversed(self.cast.sightings.get(line.n, ())):
            if sighting.end <= token and token - sighting.end <= 2:
                return self.cast.at.get((line.n, sighting.start))
        return None

    def _by_role(self, line: Line, start: int, end: int) -> Resolved:
        """ "the former strategist": whoever the story has called a strategist."""
        if line.low[start] not in ("the", "this", "that") and line.low[start] not in ROLE_NOUNS:
            return Resolved(None, "role open")
        stop = start + 1
        while stop < end and line.low[stop] not in PREPOSITIONS and line.words[stop] != ",":
            stop += 1
        head = line.low[stop - 1]
        if head not in ROLE_NOUNS or stop < end:
            return Resolved(None, "role open")
        fits = [f for f in self.cast.figures if head in f.nouns]
        if len(fits) == 1:
            return Resolved(fits[0], "role")
        return Resolved(None, "role open")

    def _pronoun(self, line: Line, token: int, gender: str) -> Figure | None:
        """He or she: by recency, who is a subject, who is speaking, and nobody when two fit alike."""
        rank = self.rank[line.n]
        scores: dict[int, float] = {}
        figures: dict[int, Figure] = {}
        distance = 0.0
        sentence = next((s for s in line.sentences if s[0] <= token < s[1]), (0, len(line.words)))
        where: list[tuple[Line, int, int, float]] = [(line, sentence[0], token, 0.0)]
        for begin, end in reversed([s for s in line.sentences if s[1] <= sentence[0]]):
            distance += 1.0
            where.append((line, begin, end, distance))
        for r in range(rank - 1, max(-1, rank - 5), -1):
            other = self.lines[self.order[r]]
            for begin, end in reversed(other.sentences):
                distance += 1.0
                where.append((other, begin, end, distance))
        for other, begin, end, far in where:
            if far > 9:
                break
            subject = self._subject(other, begin, end)
            for sighting in self.cast.sightings.get(other.n, ()):
                if not begin <= sighting.start < end or (other is line and sighting.start >= token):
                    continue
                figure = self.cast.at.get((other.n, sighting.start))
                if figure is None or not figure.person or figure.gender not in (None, gender):
                    continue
                score = (
                    5.0 - far * 0.8 + (2.0 if figure is subject else 0.0) + (0.5 if figure.gender == gender else 0.0)
                )
                if sighting.end < len(other.words) and other.words[sighting.end] in ("’s", "'s"):
                    score -= 0.7
                if not figure.known and len(figure.words) == 1 and figure.gender is None:
                    score -= 1.0
                figures[id(figure)] = figure
                scores[id(figure)] = max(scores.get(id(figure), -9.0), score)
        for n, _, figure in reversed(self.spoken[-3:]):
            if n in self.rank and rank - self.rank[n] <= 3 and figure.gender in (None, gender) and figure.person:
                figures[id(figure)] = figure
                scores[id(figure)] = max(scores.get(id(figure), 0.0), 2.0) + 1.5
                break
        if not scores:
            return None
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.3:
            return None
        return figures[ranked[0][0]]

    def _subject(self, line: Line, begin: int, end: int) -> Figure | None:
        key = (line.n, begin)
        if key not in self._subjects:
            phrase = opening(line, begin, end)
            self._subjects[key] = self._named(line, phrase.start, phrase.end) if phrase else None
        return self._subjects[key]


def gender_of_noun(noun: str) -> str | None:
    return "male" if noun in MALE_NOUNS else "female" if noun in FEMALE_NOUNS else None


def is_common(line: Line, start: int) -> bool:
    return line.low[start] in DETERMINERS
