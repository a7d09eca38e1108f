"""The people and organisations that a story names: one entry for each, under its fullest name."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.reading.entity_types import is_crowd, is_neither, is_organisation, is_people
from onrecord.reading.given_names import GIVEN
from onrecord.reading.lexicon import (
    DAYS,
    DOCUMENTS,
    GROUP_NOUNS,
    MONTHS,
    ROLE_NOUNS,
    SUFFIXES,
    TITLES,
    VERBS,
    is_adverb,
    word_set,
)
from onrecord.reading.line import SCRAP, Line
from onrecord.reading.people.cast import Cast, Figure
from onrecord.reading.people.naming import by_nickname, folded
from onrecord.reading.people.organisations import is_subject
from onrecord.reading.people.roles import ordered
from onrecord.reading.places import PLACES
from onrecord.stories import Person
from onrecord.text import fold

_COMMON = GROUP_NOUNS | ROLE_NOUNS | DOCUMENTS | VERBS | word_set("correspondents supervisor overall besides front")
_DATES = DAYS | MONTHS
_BETWEEN = {(",",), ("and",), (",", "and"), ("&",)}
"""What stands between the names of a row."""
_INITIALS = re.compile(r"(?:[a-z]\.){1,3}")
_GLUED = re.compile(r"[a-z]{4}[A-Z][a-z]{4}")
"""A name and the next line's first word, run together by a page that lost its line breaks."""


class _Entry:
    """All figures of one name, and what speaks for their being somebody."""

    def __init__(self, name: str, figures: list[Figure], headed: bool, among_people: bool) -> None:
        self.name = name
        self.figures = figures
        self.main = figures[0]
        self.headed = headed
        """Only headings name it."""
        self.among_people = among_people
        """It stands in a row with people: "Ann Lee, Taiko Wairere and Bo Ray"."""
        self.words = folded(name)
        self.first, self.last = self.words[0], self.words[-1]
        self.single = len(self.words) == 1
        self.spoke = self.roles = self.known = False
        for figure in figures:
            self.spoke = self.spoke or figure.spoke
            self.roles = self.roles or bool(figure.roles)
            self.known = self.known or (figure.known and figure.person)
        self.given = self.first in GIVEN or bool(_INITIALS.fullmatch(self.first) and self.first not in PLACES)
        self.shouted = name.isupper() and " " in name
        """A heading in capitals; "SAG-AFTRA" and "IATSE" are not."""

    @property
    def surname_used(self) -> bool:
        return any(folded(form) == (self.last,) for form in self.main.forms)

    @property
    def acts(self) -> bool:
        return self.spoke or self.roles or self.surname_used


def people(lines: list[Line], cast: Cast) -> tuple[Person, ...]:
    """Whoever the story surely shows to be a person or an organisation, in order of appearance.

    A name is left out when nothing tells what bears it: neither a given name, a title, a role, a verb of saying, nor a
    word such as "university". Places, peoples, laws, days and headings are left out too.
    """
    groups: dict[str, list[Figure]] = {}
    for figure in sorted(cast.figures, key=lambda f: f.first):
        name = cast.best_name(figure)
        if figure.count > 0 and (name[:1].isalpha() or any(c.isalpha() for c in name)):
            groups.setdefault(name, []).append(figure)
    headed, among_people = _heading_only(lines, cast), _among_people(lines, cast)
    found: list[Person] = []
    for name, figures in groups.items():
        if " " not in name and not any(figure.spoke or figure.roles for figure in figures):
            continue
        entry = _Entry(
            name,
            figures,
            headed=all(id(figure) in headed for figure in figures),
            among_people=any(id(figure) in among_people for figure in figures),
        )
        kind = _kind(entry, cast)
        if kind is None:
            continue
        roles = ordered([role for figure in figures for role in figure.roles if role[0] not in name])
        found.append(
            Person(
                name=name,
                kind=kind,
                roles=tuple(role for role, _ in roles),
                passages=tuple(n for _, n in roles),
                aliases=_aliases(name, figures, kind),
            )
        )
    return tuple(found)


def _kind(entry: _Entry, cast: Cast) -> Literal["person", "organisation"] | None:
    if is_crowd(entry.words) or (entry.last.strip(".") in _DATES and not entry.given):
        return None
    if entry.single:
        return _kind_of_one_word(entry, cast)
    if len(entry.last.strip(".")) == 1 or (entry.words[-2:] == ("white", "house") and len(entry.words) > 2):
        return None
    if is_organisation(entry.words):
        if entry.given and entry.known and any(figure.nouns for figure in entry.figures):
            return "person"
        return "organisation" if entry.spoke or not entry.shouted else None
    if is_neither(entry.words, PLACES):
        # "Jack Black", "Claire Park": a given name, and something that only people have
        return "person" if entry.given and entry.known and entry.acts and entry.last not in PLACES else None
    if (entry.shouted and not (entry.spoke and entry.given)) or _GLUED.search(entry.name):
        return None
    if entry.last in _COMMON and not entry.given:
        return None  # "Legal Counsel"
    if entry.given and not entry.acts and entry.last in cast.written and _is_surname(entry.first, entry.main, cast):
        return None  # "Marsh Money" in a story about Ida Marsh and her money
    if entry.first in PLACES and not entry.acts:
        return None  # "Carolina Panthers"
    if (entry.known or _INITIALS.fullmatch(entry.first)) and (
        entry.given or entry.roles or any(figure.gender for figure in entry.figures)
    ):
        return "person" if entry.given or not entry.headed else None
    if not entry.main.person:
        return "organisation" if (entry.spoke or entry.roles) and len(entry.words) <= 4 else None
    if "&" in entry.words:
        return "organisation"
    # A word that the story also writes in lower case is no proof of a name.
    if entry.headed or any(word in cast.written or is_people(word) or word in PLACES for word in entry.words):
        return None
    return "person" if entry.spoke or entry.surname_used or entry.among_people else None


def _kind_of_one_word(entry: _Entry, cast: Cast) -> Literal["person", "organisation"] | None:
    word, name = entry.first, entry.name
    if word in SUFFIXES or word in TITLES or word in _COMMON or name.endswith(".") or is_adverb(word):
        return None
    if is_people(word) or word.strip(".") in PLACES or is_neither(entry.words, PLACES):
        return None
    if is_organisation(entry.words) or (name.isupper() and len(name) > 1):
        return "organisation" if entry.roles or entry.spoke else None
    if word.endswith("s") and word[:-1] in cast.by_word:
        return None  # "the Marshes"
    shared = any(other is not entry.main and len(other.words) > 1 for other in cast.by_word.get(word, ()))
    if shared and not (entry.known and entry.roles):
        return None  # a surname that two people share: nobody can tell whose it is here
    if word in cast.written:
        return None
    if not entry.main.person:
        return "organisation" if entry.spoke else None
    if entry.known and entry.roles:
        return "person"
    return "person" if entry.spoke and (entry.known or entry.given or entry.main.count > 1) else None


def _is_surname(word: str, figure: Figure, cast: Cast) -> bool:
    found = cast.by_word.get(word, ())
    return any(other is not figure and len(other.words) > 1 and other.words[-1] == word for other in found)


def _heading_only(lines: list[Line], cast: Cast) -> set[int]:
    """Figures that stand in headings alone, by identity."""
    headings = {line.n for line in lines if line.n in cast.sightings and _is_heading(line)}
    if not headings:
        return set()
    inside = {id(figure) for (n, _), figure in cast.at.items() if n in headings}
    outside = {id(figure) for (n, _), figure in cast.at.items() if n not in headings}
    return inside - outside


def _among_people(lines: list[Line], cast: Cast) -> set[int]:
    """Figures that stand in a row of full names with somebody who is surely a person, by identity."""
    found: set[int] = set()
    for line in lines:
        row: list[Figure] = []
        last = 0
        for seen in cast.sightings.get(line.n, ()):
            if tuple(line.low[last : seen.start]) not in _BETWEEN:
                found |= _with_people(row)
                row = []
            if len(seen.words) > 1 and not _is_office(seen.words[0]):
                row.append(cast.at[line.n, seen.start])
            last = seen.end
        found |= _with_people(row)
    return found


def _is_office(word: str) -> bool:
    return not {word, word.removesuffix("s")}.isdisjoint(TITLES | ROLE_NOUNS)


def _with_people(row: list[Figure]) -> set[int]:
    sure = any(figure.person and figure.known and figure.words[0] in GIVEN for figure in row)
    return {id(figure) for figure in row if figure.person} if sure else set()


def _is_heading(line: Line) -> bool:
    if len(line.words) > 20 or line.text.endswith((".", "!", "?", "”", '"')):
        return False
    words = [word for word in line.words if word[0].isalpha()]
    return 2 < len(words) < 14 and sum(word[0].isupper() for word in words) > 0.6 * len(words)


def _aliases(name: str, figures: list[Figure], kind: str) -> tuple[str, ...]:
    forms: dict[str, None] = {}
    for figure in figures:
        for form in figure.forms:
            if form != name and SCRAP not in form and not (form.isupper() and " " in form) and _tells(form, name, kind):
                forms.setdefault(form)
    nickname = by_nickname(name)
    if nickname:
        forms.setdefault(nickname)
    return tuple(forms)


def _tells(form: str, name: str, kind: str) -> bool:
    """Does a form stand for the whole name? "Marsh" for Ida Marsh and "CCAI" do; "Health" for a board does not."""
    word = fold(form)
    if " " in word:
        return True
    if kind == "person":
        return word in folded(name)
    return form.isupper() or not (is_people(word) or is_subject(word) or word in _COMMON or word in PLACES)
