"""Who appears in a story: every name it uses, gathered into persons and organisations, and who a mention means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.reading.lexicon import (
    DAYS,
    DETERMINERS,
    GENDER,
    GIVEN,
    GROUP_NOUNS,
    HONORIFICS,
    MONTHS,
    NOT_NAMES,
    PREPOSITIONS,
    ROLE_NOUNS,
    SUFFIXES,
    TITLES,
    word_set,
)
from onrecord.reading.names import short_given
from onrecord.reading.places import PLACES
from onrecord.reading.sentences import SCRAP, Line
from onrecord.text import fold

_PARTICLES = word_set("de del della di da dos du van von der den bin ibn al el la le ter st. y e")
_ORG_TAILS = word_set("of for on")
_ORG_HEADS = GROUP_NOUNS | word_set(
    "department university center institute coalition guild bank house bureau college council board academy "
    "federation union alliance league association committee commission daughters citizens friends americans doctors "
    "women veterans mothers parents church museum library conference assembly convention subcommittee caucus "
    "school ministry office court state states"
)
_STREETS = word_set(
    "street road avenue boulevard lane drive square bridge plaza highway parkway harbor harbour airport"
)
_SAID = frozenset(["said", "says", "asked", "added", "wrote", "told", "tweeted", "according"])
_POSSESSIVE = frozenset(["’s", "'s", "’", "'"])


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


class Sighting(NamedTuple):
    """One place where a name stands."""

    line: int
    start: int
    end: int
    words: tuple[str, ...]
    honorific: str | None
    titled: bool
    """A role or title stands before it."""


class Cast:
    def __init__(self, lines: Iterable[Line]) -> None:
        self.figures: list[Figure] = []
        self.by_word: dict[str, list[Figure]] = {}
        """A folded surname, given name or only word → those who bear it, in order of appearance."""
        self.sightings: dict[int, list[Sighting]] = {}
        self.at: dict[tuple[int, int], Figure] = {}
        """(passage, token) of each sighting's start → who it is."""
        self.honorifics: dict[str, set[str]] = {}
        place = 0
        short: list[tuple[int, Sighting, Line]] = []
        for line in lines:
            seen = sightings(line)
            self.sightings[line.n] = seen
            for sighting in seen:
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
        figure = None
        for other in (*self.by_word.get(last, ()), *self.by_word.get(" ".join(words), ())):
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
        if len(found) <= 1:
            return found[0] if found else None
        surnamed = [f for f in found if _surname(f.words) == word] or found
        if len(surnamed) == 1:
            return surnamed[0]
        # Two of one surname: the surname alone is the one the story is about, if there is one.
        ranked = sorted(surnamed, key=lambda f: -f.count)
        if ranked[0].count >= 2 * ranked[1].count:
            return ranked[0]
        before = [f for f in surnamed if f.first <= place]
        return before[-1] if len(before) == 1 else ranked[0] if ranked[0].count > ranked[1].count else None

    def author(self, name: str) -> Figure:
        """Whoever writes the story: the figure of that name, or a new one when the text does not name its author."""
        words = tuple(fold(name).split()) or (name,)
        for figure in self.by_word.get(words[-1], ()):
            if figure.words == words:
                return figure
        return Figure(name, words, True, GENDER.get(words[0]), 0, known=True, label=name)

    def called(self, label: str) -> Figure | None:
        """The one figure that a transcript's label means: "LEE" for Ann Lee."""
        words = fold(label).split()
        found = (
            [f for f in self.by_word.get(words[-1], ()) if len(words) == 1 or f.words[0] == words[0]] if words else []
        )
        return found[0] if len(found) == 1 else None

    def best_name(self, figure: Figure) -> str:
        return figure.label or figure.name


def _surname(words: tuple[str, ...]) -> str:
    last = words[-1]
    return words[-2] if len(words) > 1 and last in SUFFIXES else last


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if _generation(a) != _generation(b):
        return False
    first, second = _given(a), _given(b)
    return first == second or (
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
    if any(word in GROUP_NOUNS or word in _ORG_TAILS for word in words[1:]) or first in ("department", "university"):
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


def _surnamed(line: Line, start: int, last: int) -> bool:
    """Is a word like "King" or "Dean" a surname here, behind a given name or an initial: "Bo T. King of Ellery"?"""
    return last > start and (len(line.words[last - 1].strip(".")) == 1 or line.low[last - 1] in GIVEN)


def sightings(line: Line) -> list[Sighting]:
    """The capitalised names of a line outside its quoted runs, titles before them left off."""
    words, low = line.words, line.low
    count = len(words)
    starts = {begin for begin, _ in line.sentences}
    found: list[Sighting] = []
    past = 0
    for i, word in enumerate(words):
        if i < past or not word[0].isupper():
            continue
        if low[i] in DAYS or low[i] in MONTHS or (i in starts and low[i] in _SAID):
            continue
        if low[i] in NOT_NAMES and (
            i in starts
            or low[i] in DETERMINERS
            or low[i] in PREPOSITIONS
            or len(word) < 3
            or i + 1 >= count
            or not words[i + 1][0].isupper()
        ):
            continue
        j = i + 1
        office = 0
        while j < count and j - i < 12:
            w = words[j]
            if (
                (w[0].isupper() or (w[:3] in ("al-", "el-") and w[3:4].isupper()))
                and low[j] not in DAYS
                and low[j] not in MONTHS
                and not (low[j] in NOT_NAMES and low[j] not in GIVEN and j in starts)
            ):
                if j in starts:
                    break
                j += 1
            elif (low[j] in _PARTICLES and j + 1 < count and words[j + 1][0].isupper() and j > i) or (
                w == "&" and j + 1 < count and words[j + 1][0].isupper()
            ):
                j += 2
            elif (
                w in _POSSESSIVE
                and low[j - 1].endswith("s")
                and j + 1 < count
                and words[j + 1][0].isupper()
                and low[j + 1] in GROUP_NOUNS
            ):
                j += 2  # the Dockers' Union
            elif w == SCRAP and j + 1 < count and words[j + 1][0].isupper() and line.ends[j] - line.starts[j] < 16:
                j += 2  # a nickname: Robert “Bobby” Small
            elif (
                low[j] == "of"
                and low[j - 1] in TITLES
                and low[j - 1] not in _ORG_HEADS  # "Court of Appeals" is nobody's office
                and not _surnamed(line, i, j - 1)
                and j + 1 < count
                and words[j + 1][0].isupper()
            ):
                office = j  # "Secretary of State Ann Lee", "Chief of Staff Ann Lee"
                j += 2
            elif low[j] == "for" and low[j - 1] in ("assembly", "convention"):
                break
            elif low[j] in _ORG_TAILS and low[j - 1] in _ORG_HEADS and j + 1 < count:
                k = j + 1
                if low[k] == "the" and k + 1 < count:
                    k += 1
                named = words[k][0].isupper() and low[k] not in DAYS and low[k] not in MONTHS
                if named and not (low[j] == "on" and " ".join(low[k : k + 2]) in PLACES):
                    j = k + 1
                else:
                    break
            else:
                break
        past = j
        start = i
        if office:
            rest = j - office - 1
            if rest < 3:  # "Secretary of State": nobody named
                continue
            size = 3 if rest > 3 and len(words[j - 2].strip(".")) == 1 else 2
            start = j - size
        honorific: str | None = None
        titled = office > 0 or (start > 0 and low[start - 1] in ROLE_NOUNS)
        k = start
        end = j
        is_group = low[end - 1] in _ORG_HEADS or not _ORG_TAILS.isdisjoint(low[start:end])
        while k < end - 1 and (low[k] in TITLES or low[k] in NOT_NAMES) and not (is_group and low[k] not in NOT_NAMES):
            honorific = HONORIFICS.get(low[k]) or honorific
            titled = titled or low[k] in TITLES
            k += 1
        if k in starts and end - k > 2 and low[k] in ROLE_NOUNS and low[k] not in GIVEN and not is_group:
            titled, k = True, k + 1  # "Farmer Ann Lee", where a sentence begins
        if not is_group:
            for x in range(end - 2, k, -1):  # "New York Mayor Ann Lee", "Trump Campaign Manager Bo Ray"
                if (
                    low[x] in TITLES
                    and words[x][0].isupper()  # the "del" of Ana del Prado is no delegate
                    and low[x] not in GIVEN
                    and low[x] not in ("king", "pope", "prince", "dean", "judge", "general")
                ):
                    titled, k = True, x + 1
                    honorific = HONORIFICS.get(low[x]) or honorific
                    break
        while end > k + 1 and low[end - 1] in _PARTICLES:
            end -= 1
        if low[k] in TITLES and end - k == 1 and low[k] not in GIVEN:
            continue
        folded = tuple(
            [w.lower() if w.isascii() else fold(w) for w in words[k:end] if w != SCRAP and w not in _POSSESSIVE]
        )
        if folded and (folded[0].isalpha() or any(c.isalpha() for c in folded[0])):
            found.append(Sighting(line.n, k, end, folded, honorific, titled))
    return found
