"""From the words that name a speaker to the person or organisation they mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.reading.entity_types import is_crowd
from onrecord.reading.lexicon import (
    DETERMINERS,
    FEMALE_NOUNS,
    GROUP_NOUNS,
    HE,
    MALE_NOUNS,
    PREPOSITIONS,
    ROLE_NOUNS,
    SHE,
    SPEECH,
    SUBJECT_PRONOUNS,
    word_set,
)
from onrecord.reading.line import Line
from onrecord.reading.people.cast import Cast, Figure
from onrecord.reading.places import PLACES
from onrecord.reading.speech.mentions import named, nearest_left, shared, writer
from onrecord.reading.speech.no_cue import JUDGED_CLAIM
from onrecord.reading.speech.pronouns import Pronouns
from onrecord.reading.speech.voices import PAPERS, Voice


class Resolved(NamedTuple):
    figure: Figure | None
    how: str
    """name, pronoun, role, or why nobody is named."""


class Resolver:
    """Reads a story front to back; call `speaker` for voices in the order in which they stand."""

    def __init__(self, lines: list[Line], cast: Cast, authors: Sequence[str] = ()) -> None:
        self.author = cast.author(authors[0]) if len(authors) == 1 else None
        self.cast = cast
        self._lines = lines
        self._holders: defaultdict[str, list[Figure]] = defaultdict(list)
        """Role noun → who the story says has that role."""
        self._groups: defaultdict[str, list[Figure]] = defaultdict(list)
        """ "union" → the organisations with that word in their names."""
        for figure in cast.figures:
            if figure.gender is None and figure.nouns:
                figure.gender = next((g for noun in sorted(figure.nouns) if (g := gender_of_noun(noun))), None)
            for noun in figure.nouns & ROLE_NOUNS if " ".join(figure.words) not in PLACES else ():
                self._holders[noun].append(figure)
            for word in set(figure.words) & GROUP_NOUNS if figure.count and not figure.person else ():
                self._groups[word].append(figure)
        self._pronouns = Pronouns(lines, cast)
        self._seen: dict[tuple[int, int], Resolved] = {}
        self._aged: dict[str, tuple[bool, list[Figure]]] = {}
        """By age: is somebody of it left without a name, and who is of it."""
        self._daughters: frozenset[int] | None = None
        """Figures by identity whom the story tells as somebody's daughters; null until one is asked for."""

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
            found = self._resolve(voice)
            if found.how == "pronoun open" and voice.instead and voice.instead is not voice:
                found = self.speaker(voice.instead)
            self._seen[key] = found
            if found.figure:
                self._pronouns.spoke(voice.line, voice.phrase.start, found.figure)
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
                gender = "male" if word in HE else "female"
                figure = self._pronouns.whom(line, phrase.start, gender, besides=self._another(voice, phrase.start))
                return Resolved(figure, "pronoun" if figure else "pronoun open")
            if word in ("who", "which") and phrase.start:
                figure = nearest_left(self.cast, line, phrase.start)
                return Resolved(figure, "who" if figure else "who open")
            if word in ("i", "me", "my"):
                return Resolved(self.author, "author" if self.author else "pronoun open")
            if word in SUBJECT_PRONOUNS:
                return Resolved(None, "pronoun open")
        end = phrase.end - 1 if line.words[phrase.end - 1] in ("’s", "'s", "’", "'") else phrase.end
        figure = named(self.cast, line, phrase.start, end)
        if figure and len(figure.words) == 1 and _is_crowd(figure.words[0]):
            return Resolved(None, "role open")  # "Engineers" with a capital only because they open a sentence
        if figure and (shared(self.cast, figure) or (low[phrase.start] in _MARRIED and self._daughter(figure))):
            return Resolved(None, "two of that name")
        if figure:
            return Resolved(figure, "name")
        if phrase.end - phrase.start == 2 and low[phrase.start] in ("his", "her") and low[phrase.end - 1] in PAPERS:
            figure = self._pronouns.whom(line, phrase.start, "male" if low[phrase.start] == "his" else "female")
            return Resolved(figure, "what somebody wrote" if figure else "pronoun open")
        figure = writer(self.cast, line, phrase.start, end)
        if figure:
            return Resolved(figure, "what somebody wrote")
        if phrase.end + 1 < len(line.words) and line.words[phrase.end] == ",":
            figure = self.cast.at.get((line.n, phrase.end + 1))
            owned = any(word in ("’s", "'s") for word in line.words[phrase.start : phrase.end])
            if (
                figure
                and figure.person
                and not _of_several(line, phrase.end + 1)
                and (low[phrase.start] in DETERMINERS or (owned and low[phrase.end - 1] in ROLE_NOUNS))
            ):
                return Resolved(figure, "apposition")  # "said a spokesman for the Trust, Ann Lee"
        if low[phrase.start] == "the" and _AGE.match(low[phrase.start + 1]):
            figure = self._of_age(line, phrase.start)
            return Resolved(figure, "age" if figure else "role open")
        return self._by_role(line, phrase.start, phrase.end)

    def _of_age(self, line: Line, token: int) -> Figure | None:
        """The 24-year-old: whose age that is, else whom the sentence before is about, unless it is a nameless one's."""
        age = line.low[token + 1].partition("-")[0]
        if age not in self._aged:
            self._aged[age] = self._of_that_age(age)
        is_nameless, fits = self._aged[age]
        if is_nameless or fits:
            return fits[0] if len(fits) == 1 and not is_nameless else None
        begin = line.begin(token)
        figure = self._pronouns.about(line, begin - 1) if begin else None
        return figure if figure and figure.person and self._pronouns.could_be_somebody(figure) else None

    def _of_that_age(self, age: str) -> tuple[bool, list[Figure]]:
        fits: dict[int, Figure] = {}
        for other in self._lines:
            for i in (i for i, word in enumerate(other.low) if word == age or word.startswith(f"{age}-year-old")):
                if other.low[i] != age and other.low[i - 1] in ("a", "an", "another", "one") and i:
                    return True, []
                figure = nearest_left(self.cast, other, i) if i and other.words[i - 1] == "," else None
                if figure and figure.person:
                    fits[id(figure)] = figure
        return False, list(fits.values())

    def _daughter(self, figure: Figure) -> bool:
        """Is she told as somebody's daughter? She bears the name too, but "Mrs. Lee" is her mother as like as not."""
        if self._daughters is None:
            self._daughters = frozenset(
                id(self.cast.at.get((line.n, sighting.start)))
                for line in self._lines
                for sighting in self.cast.sightings.get(line.n, ())
                if len(sighting.words) > 1
                and not _BORN_SO.isdisjoint(line.low[max(0, sighting.start - _FAR) : sighting.start])
            )
        return id(figure) in self._daughters

    def _another(self, voice: Voice, token: int) -> Figure | None:
        """Whom the pronoun cannot mean: who judges the claim, who asked what is answered."""
        if voice.rule == JUDGED_CLAIM:
            return self._pronouns.about(voice.line, token)
        answers = voice.cue is not None and SPEECH.get(voice.cue.lower()) in _ANSWERS
        return self._pronouns.asker(voice.line, token) if answers else None

    def _by_role(self, line: Line, start: int, end: int) -> Resolved:
        """ "the former strategist": whoever the story has called a strategist."""
        if line.low[start] not in ("the", "this", "that") and line.low[start] not in ROLE_NOUNS:
            return Resolved(None, "role open")
        stop = start + 1
        while stop < end and line.low[stop] not in PREPOSITIONS and line.words[stop] != ",":
            stop += 1
        head = line.low[stop - 1]
        if stop < end:
            return Resolved(None, "role open")
        fits = self._groups.get(head, []) if head in GROUP_NOUNS and stop == start + 2 else self._holders.get(head, [])
        if len(fits) > 1 and stop - start > 2:  # "the Ohio senator", of several
            told = set(line.words[start + 1 : stop - 1])
            fits = [figure for figure in fits if any(_says(role, told) for role, _ in figure.roles)]
        return Resolved(fits[0], "role") if len(fits) == 1 else Resolved(None, "role open")


def _of_several(line: Line, start: int) -> bool:
    """The parents of Bo Ray, |Ann and Ida, said …"""
    for i in range(start, min(start + 6, len(line.words))):
        if not line.words[i][0].isupper():
            return line.low[i] == "and"
    return False


def _is_crowd(word: str) -> bool:
    """ "Engineers", "geologists", "relatives": a plural of what people are."""
    singular = word[:-1] if word.endswith("s") else ""
    return singular in _CALLINGS or singular.endswith(("ologist", "ician")) or (
        is_crowd((word,)) and word not in _PARTIES and word != "police"
    )  # fmt: skip


def _says(role: str, told: set[str]) -> bool:
    words = set(role.split())
    return told <= words and _LESSER.isdisjoint(words - told)


_AGE = re.compile(r"\d{1,3}-year-old")
_MARRIED = frozenset(["mrs", "mrs."])
_BORN_SO = frozenset(["daughter", "granddaughter", "niece"])
_FAR = 5
"""Tokens before a name in which "his daughter, the cellist" may stand."""
_ANSWERS = frozenset(["reply", "answer", "respond", "retort", "rejoin", "counter"])
_LESSER = word_set("vice Vice deputy Deputy assistant former Former")
_PARTIES = word_set("republicans democrats independents libertarians socialists conservatives liberals")
_CALLINGS = ROLE_NOUNS - {party[:-1] for party in _PARTIES}


def gender_of_noun(noun: str) -> str | None:
    return "male" if noun in MALE_NOUNS else "female" if noun in FEMALE_NOUNS else None
