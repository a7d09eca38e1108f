"""Who appears in a story: every name it uses, gathered into persons and organisations, and who a mention means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.reading.given_names import GENDER, GIVEN
from onrecord.reading.lexicon import GROUP_NOUNS, ROLE_NOUNS, SUFFIXES, TITLES, word_set
from onrecord.reading.line import Line
from onrecord.reading.names import short_given
from onrecord.reading.people.sightings import ORG_TAILS, Sighting, sightings
from onrecord.reading.places import PLACES
from onrecord.text import fold

_DOUBLED = re.compile(r"(.)\1")
_CAPITALS = re.compile(r"\b[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?")
_PLURALS = word_set("republicans democrats senators governors representatives presidents justices mayors congressmen")
_STREETS = word_set(
    "street road avenue boulevard lane drive square bridge plaza highway parkway harbor harbour airport"
)


@dataclass(slots=True)
class Figure:
    """One person or organisation of a story."""

    name: str
    words: tuple[str, ...]
    """Folded."""
    person: bool
    gender: str | None
    first: int
    """Place in the story, in running tokens."""
    count: int = 0
    forms: dict[str, int] = field(default_factory=dict)
    roles: list[tuple[str, int]] = field(default_factory=list)
    """Each with its passage."""
    nouns: set[str] = field(default_factory=set)
    """The role nouns by which the story describes this one, lower case."""
    spoke: bool = False
    known: bool = False
    """A given name, a title or a role shows that this is a person."""
    label: str | None = None
    """The name under which the story's people and quotes list it; null as long as that is open."""


class Cast:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.figures: list[Figure] = []
        self.by_word: dict[str, list[Figure]] = {}
        """A folded surname, given name or only word → those who bear it, in order of appearance."""
        self._whole: dict[tuple[str, ...], Figure] = {}
        """A folded name of several words → who bore it first."""
        self.sightings: dict[int, list[Sighting]] = {}
        self.at: dict[tuple[int, int], Figure] = {}
        """(passage, token) of each sighting's start → who it is."""
        self.written = set[str]().union(*(line.words for line in lines))
        """The words of the story as it writes them."""
        place = 0
        short: list[tuple[int, Sighting, Line]] = []
        for line in lines:
            seen = sightings(line, self.written)
            self.sightings[line.n] = seen
            for i, found in enumerate(seen):
                sighting = seen[i] = self._without_a_word_before(line, found)
                if len(sighting.words) > 1:
                    self._full(line, sighting, place + sighting.start)
                else:
                    short.append((place + sighting.start, sighting, line))
            place += len(line.words)
        for where, sighting, line in short:
            self._short(line, sighting, where)

    def _full(self, line: Line, sighting: Sighting, place: int) -> None:
        text = line.slice(sighting.start, sighting.end)
        words = sighting.words
        last = _surname(words)
        figure = self._whole.get(words)
        for other in () if figure else (*self.by_word.get(last, ()), *self.by_word.get(" ".join(words), ())):
            if other.words == words or (
                other.person
                and len(other.words) > 1
                and _surname(other.words) == last
                and _same_given(other.words, words)
            ) or (
                other.person and words[0] not in GIVEN and other.words[-len(words):] == words
            ):  # fmt: skip
                figure = other
                break
        if figure is None:
            person, known = _personhood(line, sighting)
            figure = Figure(text, words, person, GENDER.get(words[0]), place, known=known)
            self.figures.append(figure)
            for word in {last, words[0]} if person else {" ".join(words), "".join(word[0] for word in words)}:
                self.by_word.setdefault(word, []).append(figure)
        self._whole[words] = figure
        figure.count += 1
        figure.forms[text] = figure.forms.get(text, 0) + 1
        if sighting.titled:
            figure.known = True
        if "lady" in line.low[max(0, sighting.start - 2) : sighting.start]:
            figure.nouns.add("lady")
        if sighting.honorific:
            figure.gender = sighting.honorific
            figure.person = figure.known = True
        self.at[line.n, sighting.start] = figure

    def _without_a_word_before(self, line: Line, sighting: Sighting) -> Sighting:
        """ "Following |Lee, …", "Republicans |Lee and Ray": the surname alone, of somebody known by then."""
        words = sighting.words
        if len(words) != 2 or words[0] in GIVEN or words in self._whole:
            return sighting
        if not any(f.known and len(f.words) > 1 for f in self.by_word.get(words[1], ())):
            return sighting
        opens = sighting.start == line.begin(sighting.start)
        if words[0] in _PLURALS or (opens and (words[0].endswith("ing") or words[0] in self.written)):
            return sighting._replace(start=sighting.end - 1, words=words[1:])
        return sighting

    def _short(self, line: Line, sighting: Sighting, place: int) -> None:
        word = sighting.words[0]
        figure = self._choose(word, sighting.honorific, place)
        if figure and "lady" in figure.nouns and "president" in line.low[max(0, sighting.start - 1) : sighting.start]:
            figure = None  # "President Brook" is not Ida Brook, the first lady
        if figure is None:
            text = line.slice(sighting.start, sighting.end)
            known = sighting.honorific is not None or word in GENDER
            group = word in GROUP_NOUNS or (text.isupper() and len(text) > 1)
            figure = Figure(text, (word,), not group, sighting.honorific or GENDER.get(word), place, known=known)
            self.figures.append(figure)
            self.by_word.setdefault(word, []).append(figure)
        elif sighting.honorific and figure.gender is None:
            figure.gender = sighting.honorific
        figure.count += 1
        text = line.slice(sighting.start, sighting.end)
        figure.forms[text] = figure.forms.get(text, 0) + 1
        self.at[line.n, sighting.start] = figure

    def _choose(self, word: str, gender: str | None, place: int) -> Figure | None:
        """Whom a single name means; null when the story knows none, or several alike."""
        found = [f for f in self.by_word.get(word, ()) if gender is None or f.gender is None or f.gender == gender]
        if gender and any(f.gender for f in found):
            found = [f for f in found if f.gender]  # "Mrs. Brook" is the wife, not the brother of unknown sex
        if len(found) <= 1:
            return found[0] if found else None
        surnamed = [f for f in found if _surname(f.words) == word] or found
        if len(surnamed) == 1:
            return surnamed[0]
        # Two of one surname: the surname alone is the one named by then, or the one the story is about.
        before = [f for f in surnamed if f.first <= place]
        if len(before) == 1:
            return before[0]
        ranked = sorted(before or surnamed, key=lambda f: -f.count)
        return ranked[0] if ranked[0].count > ranked[1].count else None

    def is_shared(self, words: tuple[str, ...]) -> bool:
        """Is this a surname alone that several people of the story have?"""
        found = self.by_word.get(words[0], ()) if len(words) == 1 else ()
        return sum(f.person and len(f.words) > 1 and _surname(f.words) == words[0] for f in found) > 1

    def headed(self, title: str) -> None:
        """Gives whom the text calls by a surname alone the whole name that only the title has."""
        told = _CAPITALS.findall(title)
        for given, surname in pairwise(told):
            last = fold(surname)
            found = [f for f in self.by_word.get(last, ()) if f.person and _surname(f.words) == last]
            opens = title.startswith(f"{given} {surname}:") and fold(given) not in TITLES | ROLE_NOUNS
            if (fold(given) in GIVEN or opens) and last not in GIVEN and len(found) == 1 and found[0].words == (last,):
                figure, name = found[0], f"{given} {surname}"
                figure.name, figure.words, figure.known = name, (fold(given), last), True
                figure.gender = figure.gender or GENDER.get(fold(given))
                figure.forms[name] = 1

    def author(self, name: str) -> Figure:
        """Whoever writes the story: the figure of that name, or a new one when the text does not name its author."""
        words = tuple(fold(name).split()) or (name,)
        for figure in self.by_word.get(words[-1], ()):
            if figure.words == words:
                return figure
        return Figure(name, words, True, GENDER.get(words[0]), 0, known=True, label=name)

    def called(self, label: str) -> Figure | None:
        """The one figure that a transcript's label means: "LEE" for Ann Lee, and "GOV. LEE", "HOST ANN LEE" too."""
        words = fold(label).split()
        while len(words) > 1 and (words[0] in TITLES or words[0] in ROLE_NOUNS) and words[0] not in GIVEN:
            words.pop(0)
        found = (
            [f for f in self.by_word.get(words[-1], ()) if len(words) == 1 or f.words[0] == words[0]] if words else []
        )
        return found[0] if len(found) == 1 else None

    def best_name(self, figure: Figure) -> str:
        return figure.label or figure.name


def standing(cast: Cast, n: int, start: int, end: int) -> list[Sighting]:
    """The sightings of passage `n` that begin within a range of its tokens."""
    seen = cast.sightings.get(n)
    if not seen:
        return []
    # A sighting is a tuple that begins with its passage and token.
    first = bisect_left(seen, (n, start))
    return seen[first : bisect_left(seen, (n, end), lo=first)]


def _surname(words: tuple[str, ...]) -> str:
    last = words[-1]
    return words[-2] if len(words) > 1 and last in SUFFIXES else last


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if _generation(a) != _generation(b):
        return False
    first, second = _given(a), _given(b)
    if first == second or (len(first) > 3 and _DOUBLED.sub(r"\1", first) == _DOUBLED.sub(r"\1", second)):
        return True  # "Phillip" for Philip
    return (
        min(len(first), len(second)) >= 3
        and (first.startswith(second) or second.startswith(first))
        and GENDER.get(first, "") in (GENDER.get(second, ""), "")
    )


def _generation(words: tuple[str, ...]) -> str:
    last = words[-1].strip(".")
    return last if last in ("jr", "sr", "ii", "iii", "iv") else ""


def _given(words: tuple[str, ...]) -> str:
    """The given name in its common short form; "J. J." and "J.J." as "jj"."""
    first = words[0].replace(".", "")
    if len(first) == 1 and len(words) > 2 and len(words[1].strip(".")) == 1:
        first += words[1].strip(".")
    return short_given(first)


def _personhood(line: Line, sighting: Sighting) -> tuple[bool, bool]:
    """Is it a person, and is that sure?"""
    words = sighting.words
    first = words[0]
    if any(word in GROUP_NOUNS or word in ORG_TAILS for word in words[1:]) or first in (
        "department",
        "university",
        "team",
    ):
        return False, True
    if first in PLACES or " ".join(words) in PLACES or (words[-1] in _STREETS and first not in GIVEN):
        return False, False
    if len(words) > 4:
        return False, False
    if first in GIVEN or sighting.honorific or sighting.titled:
        return True, True
    if any(
        word.isupper() and len(word) > 1 and "." not in word and word.lower() not in SUFFIXES
        for word in line.words[sighting.start + 1 : sighting.end]
    ):
        return False, False
    first = line.words[sighting.start]
    return not first.isupper() or len(first.replace(".", "")) < 4, False
