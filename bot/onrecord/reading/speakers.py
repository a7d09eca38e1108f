"""From the words that name a speaker to the person or organisation they mean."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from onrecord.reading.attribution import Voice
from onrecord.reading.cast import Cast, Figure
from onrecord.reading.context import reporting
from onrecord.reading.kinds import is_neither, is_organisation
from onrecord.reading.lexicon import (
    DETERMINERS,
    FEMALE_NOUNS,
    GROUP_NOUNS,
    HE,
    MALE_NOUNS,
    PREPOSITIONS,
    ROLE_NOUNS,
    SHE,
    SUBJECT_PRONOUNS,
    TITLES,
)
from onrecord.reading.phrases import standing
from onrecord.reading.places import PLACES
from onrecord.reading.sentences import QUOTE, Line
from onrecord.reading.subjects import opening

_DECAY = 0.5
_SUBJECT, _SPEAKING, _NAMED, _OWNER, _CARRIED = 3.0, 1.0, 1.0, 0.8, 0.5
_OWNS, _GOES_ON, _INTRODUCED = 1.5, 3.0, 3.0
_AGAIN = 0.3
_REPORTING = 2.0
_UNSURE = 0.2
_ENOUGH = 0.5
_MARGIN, _CLEAR, _SURE = 2.0, 1.3, 2.5
_WINDOW = 6
"""Whom a pronoun means: points for each sentence back that names, quotes, or is about somebody, halved with each
sentence. The nearest sentence counts in full, others by `_AGAIN`; whoever leads the next by `_MARGIN` is meant, and by
`_SURE` shows a gender. Set on PolNeAR's train and dev articles, where machine-made chains of names agree in 85 %."""


_START = itemgetter(0)
_NOT_BEFORE_PEOPLE = frozenset(["in", "a", "an", "the", "no"])
"""A name behind one of these is a place or a kind: "in Ellery", "a Port Ellery Socialist"."""
_PAPERS = frozenset(["letter", "statement", "tweet", "post", "email", "memo", "message", "reply", "answer", "note"])
_SHORT = 6
_LONGEST_NAME = 20
"""Tokens."""
_IN_TITLES = frozenset(["of", "the", "for", "former", "and"])


class Resolved(NamedTuple):
    figure: Figure | None
    how: str
    """name, pronoun, role, or why nobody is named."""


class Resolver:
    """Reads a story front to back; call `speaker` for voices in the order in which they stand."""

    def __init__(self, lines: list[Line], cast: Cast, authors: Sequence[str] = ()) -> None:
        self.author = cast.author(authors[0]) if len(authors) == 1 else None
        self.cast = cast
        for figure in cast.figures:
            if figure.gender is None and figure.nouns:
                figure.gender = next((g for noun in sorted(figure.nouns) if (g := gender_of_noun(noun))), None)
        self.lines = {line.n: line for line in lines}
        self.order = [line.n for line in lines]
        self.rank = {n: i for i, n in enumerate(self.order)}
        self.speaking: dict[int, list[tuple[int, Figure]]] = {}
        """Passage → the tokens that name a speaker, and who that is."""
        self.carried: dict[str, tuple[int, Figure]] = {}
        """Gender → where the last such pronoun stood, and whom it meant."""
        self._somebody: dict[int, bool] = {}
        self._reporters: dict[tuple[int, int, int], list[Figure]] = {}
        self._seen: dict[tuple[int, int], Resolved] = {}
        self._subjects: dict[tuple[int, int], tuple[Figure, float] | None] = {}

    def speaker(self, voice: Voice) -> Resolved:
        if voice.label:
            figure = self.cast.called(voice.label)
            if figure:
                figure.spoke = True
            return Resolved(figure, "label")
        if voice.phrase is None:
            return Resolved(None, "nobody")
        key = (voice.line.n, voice.phrase.start)
        if key not in self._seen:
            found = self._seen[key] = self._resolve(voice)
            if found.figure:
                found.figure.spoke = True
                insort(self.speaking.setdefault(voice.line.n, []), (voice.phrase.start, found.figure), key=_START)
        return self._seen[key]

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
            if word in ("i", "me", "my"):
                return Resolved(self.author, "author" if self.author else "pronoun open")
            if word in SUBJECT_PRONOUNS:
                return Resolved(None, "pronoun open")
        end = phrase.end - 1 if line.words[phrase.end - 1] in ("’s", "'s", "’", "'") else phrase.end
        named = self._named(line, phrase.start, end)
        if named and self._shared(named):
            return Resolved(None, "two of that name")
        if named:
            return Resolved(named, "name")
        writer = self._writer(line, phrase.start, end)
        if writer:
            return Resolved(writer, "what somebody wrote")
        if phrase.end + 1 < len(line.words) and line.words[phrase.end] == ",":
            figure = self.cast.at.get((line.n, phrase.end + 1))
            if figure and figure.person and low[phrase.start] in DETERMINERS:
                return Resolved(figure, "apposition")  # "said a spokesman for the Trust, Ann Lee"
        return self._by_role(line, phrase.start, phrase.end)

    def _named(self, line: Line, start: int, end: int) -> Figure | None:
        """The name that heads a noun phrase: its last one before a comma or preposition, if that ends it."""
        last = next((s for s in reversed(standing(self.cast, line.n, start + 1, end)) if s.end == end), None)
        before = line.words[start : last.start] if last and last.titled else []
        if last and before and all(word[0].isupper() or word in _IN_TITLES for word in before):
            return self.cast.at.get((line.n, last.start))  # "Secretary of State Ann Lee"
        if last and self._of_office(line, start, last.start):
            return self.cast.at.get((line.n, last.start))
        if last and last.start == start + 1 and line.low[start] in ("a", "an"):
            return None  # "Beruff, a Port Ellery Socialist"
        joint = next((i for i in range(start, end) if line.words[i] in ("and", "&")), 0)
        if joint and any(s.end == joint for s in standing(self.cast, line.n, start, joint)):
            return None  # "Ann Lee and Bo Ray": two voices
        stop = start
        while stop < end and not (
            line.words[stop] in (",", "and", "&") or (line.low[stop] in PREPOSITIONS and stop > start)
        ):
            stop += 1
        for sighting in reversed(standing(self.cast, line.n, start, stop)):
            if (
                sighting.end >= stop
                and (sighting.end >= len(line.words) or line.words[sighting.end] not in ("’s", "'s"))
            ) or sighting.end == end:
                return self.cast.at.get((line.n, sighting.start))
        return None

    def _shared(self, figure: Figure) -> bool:
        """Is this a surname alone that two people of the story have?"""
        if not figure.person or len(figure.words) > 1:
            return False
        bearers = [f for f in self.cast.by_word.get("".join(figure.words), ()) if f.person and len(f.words) > 1]
        return sum(f.words[-1:] == figure.words for f in bearers) > 1

    def _writer(self, line: Line, start: int, end: int) -> Figure | None:
        """Whose letter, statement or post speaks: "Ann Lee's letter", "the letter from Ann Lee"."""
        inside = standing(self.cast, line.n, start, end)
        if len(inside) != 1:
            return None
        name = inside[0]
        owned = line.low[end - 1] in _PAPERS and name.end < end and line.words[name.end] in ("’s", "'s", "’", "'")
        signed = name.end == end and name.start > start + 1 and line.low[name.start - 1] in ("from", "by") and (
            line.low[name.start - 2] in _PAPERS
        )  # fmt: skip
        return self.cast.at.get((line.n, name.start)) if owned or signed else None

    def _of_office(self, line: Line, start: int, name: int) -> bool:
        """ "Former secretary of state |Ann Lee": do plain words after an office and its "of" lead up to the name?"""
        of = next((i for i in range(start + 1, name - 1) if line.low[i] == "of"), 0)
        return bool(of) and name - of <= 3 and (line.low[of - 1] in ROLE_NOUNS or line.low[of - 1] in TITLES) and all(
            line.words[i].islower() and line.low[i] not in ROLE_NOUNS and line.low[i] not in DETERMINERS
            for i in range(of + 1, name)
        )  # fmt: skip

    def _nearest_left(self, line: Line, token: int) -> Figure | None:
        for sighting in reversed(standing(self.cast, line.n, token - _LONGEST_NAME, token)):
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
        if head in GROUP_NOUNS and stop == end == start + 2:
            groups = [f for f in self.cast.figures if not f.person and head in f.words and f.count]
            return Resolved(groups[0], "role") if len(groups) == 1 else Resolved(None, "role open")
        if head not in ROLE_NOUNS or stop < end:
            return Resolved(None, "role open")
        fits = [f for f in self.cast.figures if head in f.nouns]
        if len(fits) == 1:
            return Resolved(fits[0], "role")
        return Resolved(None, "role open")

    def _goes_on(self, line: Line, begin: int, end: int, gender: str, deep: int) -> Figure | None:
        """Whom the pronoun means with which a sentence opens."""
        phrase = opening(line, begin, end)
        if phrase is None or line.low[phrase.start] not in (HE if gender == "male" else SHE):
            return None
        return self._pronoun(line, phrase.start, gender, deep + 1)

    def _pronoun(self, line: Line, token: int, gender: str, deep: int = 0) -> Figure | None:
        """He or she: by recency, who is a subject, who is speaking, and nobody when two fit alike."""
        scores: dict[int, float] = {}
        figures: dict[int, Figure] = {}

        def count(figure: Figure | None, points: float) -> None:
            if figure is None or not figure.person or figure.gender not in (None, gender):
                return
            if figure.gender is None:
                if not self._could_be_somebody(figure):
                    return
                points *= 0.9 if figure.known or len(figure.words) > 1 or figure.spoke else _UNSURE
            figures[id(figure)] = figure
            best = scores.get(id(figure), 0.0)
            scores[id(figure)] = max(best, points) + _AGAIN * min(best, points)

        margin = _MARGIN
        for other, begin, end, far in self._sentences_before(line, token):
            weight = _DECAY**far
            subject = self._subject(other, begin, end)
            if subject is None and far == 1 and deep < 2:
                going_on = self._goes_on(other, begin, end, gender, deep)
                subject = going_on and (going_on, _GOES_ON)
            here: dict[int, tuple[Figure, float]] = {}
            if subject:
                here[id(subject[0])] = subject
            speakers = self._speaking_in(other, begin, end)
            for figure in speakers:
                here[id(figure)] = figure, here.get(id(figure), (figure, 0.0))[1] + _SPEAKING
            for figure in () if speakers else self._reporting(other, begin, end):
                here[id(figure)] = figure, here.get(id(figure), (figure, 0.0))[1] + _REPORTING
            for sighting in standing(self.cast, other.n, begin, end):
                if sighting.start and not sighting.titled and other.low[sighting.start - 1] in _NOT_BEFORE_PEOPLE:
                    continue
                owner = sighting.end < len(other.words) and other.words[sighting.end] in ("’s", "'s")
                named = self.cast.at.get((other.n, sighting.start))
                if named:
                    points = here.get(id(named), (named, 0.0))[1] + (_OWNER if owner else _NAMED)
                    if far == 1 and subject and named is subject[0] and len(sighting.words) > 1 and not figures:
                        points += _INTRODUCED
                    here[id(named)] = named, points
            for figure, points in here.values():
                count(figure, points * weight)
            if far == 1 and subject and set(figures) == {id(subject[0])}:
                margin = _CLEAR
        carried = self.carried.get(gender)
        if carried and self.rank[line.n] - self.rank[carried[0]] <= 1:
            count(carried[1], _CARRIED if carried[0] == line.n else _CARRIED / 2)
        if not scores:
            return None
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] < margin * ranked[1][1]):
            return None
        chosen = figures[ranked[0][0]]
        if chosen.gender is None and not deep and (len(ranked) == 1 or ranked[0][1] > _SURE * ranked[1][1]):
            chosen.gender = gender  # the story shows it here
        if not deep:
            self.carried[gender] = (line.n, chosen)
        return chosen

    def _could_be_somebody(self, figure: Figure) -> bool:
        """Not a place, a group, or a common word that opens a sentence."""
        if id(figure) not in self._somebody:
            self._somebody[id(figure)] = figure.known or not (
                (len(figure.words) == 1 and figure.count < 2)
                or is_organisation(figure.words)
                or is_neither(figure.words, PLACES)
            )
        return self._somebody[id(figure)]

    def _speaking_in(self, line: Line, begin: int, end: int) -> list[Figure]:
        named = self.speaking.get(line.n, [])
        first = bisect_left(named, begin, key=_START)
        return [figure for _, figure in named[first : bisect_left(named, end, lo=first, key=_START)]]

    def _sentences_before(self, line: Line, token: int) -> list[tuple[Line, int, int, int]]:
        """The stretch before a token and the sentences before that, nearest first, each with its distance."""
        at = bisect_right(line.sentences, (token, len(line.words))) - 1
        if at >= 0 and token >= line.sentences[at][1]:
            at = -1
        begin = line.sentences[at][0] if at >= 0 else 0
        found = [(line, begin, token, 0)]
        far = 0
        for b, e in reversed(line.sentences[max(0, at - _WINDOW) : max(0, at)]):
            far += 1
            found.append((line, b, e, far))
        rank = self.rank[line.n]
        for r in range(rank - 1, max(-1, rank - 6), -1):
            other = self.lines[self.order[r]]
            for b, e in reversed(other.sentences[-_WINDOW:]):
                far += 1
                found.append((other, b, e, far))
            if far > _WINDOW:
                break
        return found[:_WINDOW]

    def _subject(self, line: Line, begin: int, end: int) -> tuple[Figure, float] | None:
        """Whom a sentence is about, with the points for it."""
        key = (line.n, begin)
        if key not in self._subjects:
            phrase = opening(line, begin, end)
            figure = self._named(line, phrase.start, phrase.end) if phrase else None
            if phrase and figure is None and phrase.end + 1 < end and line.words[phrase.end] == ",":
                figure = self._in_apposition(line, phrase.end + 1, end)  # "Her pollster, Ann Lee, …"
            points = _SUBJECT
            if figure is None and end - begin <= _SHORT:
                inside = standing(self.cast, line.n, begin, end)  # "Then there's Lee."
                figure = self.cast.at.get((line.n, inside[0].start)) if len(inside) == 1 else None
            if phrase and figure is None and any(w in ("’s", "'s") for w in line.words[phrase.start : phrase.end]):
                figure = self.cast.at.get((line.n, phrase.start))  # "Lee's fate is unclear, but she said"
                points = _OWNS
            self._subjects[key] = (figure, points) if figure else None
        return self._subjects[key]

    def _reporting(self, line: Line, begin: int, end: int) -> list[Figure]:
        """Who speaks in a sentence without giving any words that stand on record."""
        key = (line.n, begin, end)
        if key not in self._reporters:
            voice = None if QUOTE in line.words[begin:end] else reporting(line, begin, end)
            phrase = voice and voice.phrase
            figure = self._named(line, *phrase) if phrase else None
            self._reporters[key] = [figure] if figure else []
        return self._reporters[key]

    def _in_apposition(self, line: Line, start: int, end: int) -> Figure | None:
        stop = next((i for i in range(start, min(end, start + 9)) if line.words[i] == ","), 0)
        for sighting in standing(self.cast, line.n, start, stop):
            if sighting.end == stop:
                return self.cast.at.get((line.n, sighting.start))
        return None


def gender_of_noun(noun: str) -> str | None:
    return "male" if noun in MALE_NOUNS else "female" if noun in FEMALE_NOUNS else None


def is_common(line: Line, start: int) -> bool:
    return line.low[start] in DETERMINERS
