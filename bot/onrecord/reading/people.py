"""The people and organisations that a story names: one entry for each, under its fullest name."""

from __future__ import annotations

import re
from collections import defaultdict

from onrecord.reading.cast import Cast, Figure
from onrecord.reading.kinds import is_crowd, is_neither, is_organisation, is_people
from onrecord.reading.lexicon import DAYS, GIVEN, MONTHS, SUFFIXES, TITLES, word_set
from onrecord.reading.names import name_key
from onrecord.reading.organisations import whole_names
from onrecord.reading.places import PLACES
from onrecord.reading.roles import ordered
from onrecord.reading.sentences import SCRAP, Line
from onrecord.stories import Person
from onrecord.text import fold

_NICKNAME = re.compile(r"^(\S+) (?:\S\.? )?[\"“‘'](\w+)[\"”’'] (.+)$")
_PLURAL_TITLES = word_set(
    "senators representatives governors presidents congressmen justices judges mayors generals actors directors miss "
    "senator representative governor president retired former state"
)
_SMALL = word_set("of the and for on in at to a an & de la")


def settle(lines: list[Line], cast: Cast) -> None:
    """Gives each figure its name: the fullest form that the story uses, the same for all forms of one organisation.

    Call it once the roles are noted and before quotes name their speakers.
    """
    _name_wholly(lines, cast)
    for figure in cast.figures:
        figure.label = _fullest(figure)
    _meet(cast)


def _name_wholly(lines: list[Line], cast: Cast) -> None:
    """Lets "House" and "and Reform Committee" return to the names that they were cut from."""
    for line in lines:
        for start, (first, last) in whole_names(line, cast.sightings.get(line.n, ())).items():
            figure = cast.at.get((line.n, start))
            if figure is None:
                continue
            own = next(s for s in cast.sightings[line.n] if s.start == start)
            whole = line.slice(first, last)
            _replace(figure, line.slice(own.start, own.end), whole)
            if first < own.start:
                figure.person = figure.known = False
                figure.roles = [role for role in figure.roles if role[0] not in whole]
            for other in cast.sightings[line.n]:
                if first <= other.start < last and other.start != start:
                    part = cast.at.get((line.n, other.start))
                    if part:
                        _replace(part, line.slice(other.start, other.end), None)
                        part.count -= 1
                        part.roles = [role for role in part.roles if role[0] not in whole]


def _replace(figure: Figure, old: str, new: str | None) -> None:
    if old in figure.forms:
        figure.forms[old] -= 1
        if figure.forms[old] <= 0:
            del figure.forms[old]
    if new:
        figure.forms[new] = figure.forms.get(new, 0) + 1


def _folded(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def _fullest(figure: Figure) -> str:
    """Of the names told most often, the fullest: "Ann B. Lee" for "Ann Lee"; never a shouted one where another is."""
    forms = {_bare(form) if figure.person else form: count for form, count in figure.forms.items()}
    full = {form: count for form, count in forms.items() if len(form.split()) > 1} or forms
    spoken = {form: count for form, count in full.items() if not form.isupper()} or full
    if not spoken:
        return figure.name
    if not figure.person:
        return max(spoken, key=lambda form: (len(form.split()), spoken[form], -len(form)))
    told: defaultdict[str, int] = defaultdict(int)
    for form, count in spoken.items():
        told[name_key(form)] += count
    return max(spoken, key=lambda form: (told[name_key(form)], len(form.split()), spoken[form], -len(form), form))


def _bare(name: str) -> str:
    words = name.split()
    while len(words) > 2 and words[0].lower() in _PLURAL_TITLES:
        words.pop(0)
    return " ".join(words) if words != name.split() else name


def _meet(cast: Cast) -> None:
    """Lets the short name of an organisation, or a name with a word too many before it, mean the one it belongs to."""
    by_end: defaultdict[str, list[Figure]] = defaultdict(list)
    by_start: defaultdict[str, list[Figure]] = defaultdict(list)
    short: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in cast.figures:
        words = _folded(figure.label or figure.name)
        if len(words) < 2:
            continue
        by_end[words[-1]].append(figure)
        by_start[words[0]].append(figure)
        if not figure.person or is_organisation(words):
            main = [word for word in words if word not in _SMALL]
            if len(main) > 1:
                for parts in (main, words):
                    short["".join(word[0] for word in parts)].append(figure)
            for form in figure.forms:
                if " " not in form and form.isupper():
                    short[form.lower()].append(figure)
    for figure in cast.figures:
        label = figure.label or figure.name
        words = _folded(label)
        if len(words) == 1:
            if len(label) > 1 and label.isupper():
                found = {id(other): other for other in short[words[0]]}
                if len(found) == 1:
                    _join(figure, *found.values())
            continue
        for other in by_end[words[-1]]:
            theirs = _folded(other.label or "")
            if (
                other is not figure and other.person and other.known and len(theirs) >= 2 and len(words) > len(theirs)
                and words[-len(theirs):] == theirs and words[0] not in GIVEN and theirs[0] in GIVEN
            ) or (
                other is not figure and is_organisation(theirs) and not figure.known and words[1:] == theirs[2:]
                and theirs[0] == "united" and words[0] == "u.s."
            ) or (
                other is not figure and len(theirs) > len(words) and theirs[-len(words):] == words
                and theirs[0] in ("u.s.", "united", "us") and len(theirs) - len(words) <= 2 and is_organisation(words)
            ):  # fmt: skip
                _join(figure, other)
                break
        else:
            longer = [
                other
                for other in by_start[words[0]]
                if other is not figure
                and (theirs := _folded(other.label or ""))[: len(words)] == words
                and len(theirs) > len(words)
                and theirs[len(words)] in ("for", "on", "of")
                and is_organisation(theirs)
            ]
            if len(longer) == 1:
                _join(figure, longer[0])


def _join(figure: Figure, other: Figure) -> None:
    figure.label = other.label
    figure.person = other.person
    figure.known = other.known


def people(lines: list[Line], cast: Cast) -> tuple[Person, ...]:
    """Whoever the story surely shows to be a person or an organisation, in order of appearance.

    A name is left out when nothing tells what bears it: neither a given name, a title, a role, a verb of saying, nor a
    word such as "university". Places, peoples, laws, days and headings are left out too.
    """
    groups: dict[str, list[Figure]] = {}
    for figure in sorted(cast.figures, key=lambda f: f.first):
        if figure.count > 0 and any(c.isalpha() for c in cast.best_name(figure)):
            groups.setdefault(cast.best_name(figure), []).append(figure)
    lower = {word for line in lines for word in line.words if word.islower()}
    headings = _heading_only(lines, cast)
    found: list[Person] = []
    for name, figures in groups.items():
        kind = _kind(name, figures, cast, lower, headings)
        if kind is None:
            continue
        roles = ordered([role for figure in figures for role in figure.roles if role[0] not in name])
        found.append(
            Person.model_construct(
                name=name,
                kind=kind,  # pyright: ignore[reportArgumentType]
                roles=tuple(role for role, _ in roles),
                passages=tuple(n for _, n in roles),
                aliases=_aliases(name, figures),
            )
        )
    return tuple(found)


def _kind(name: str, figures: list[Figure], cast: Cast, lower: set[str], headings: set[int]) -> str | None:
    words = _folded(name)
    main = figures[0]
    spoke = any(figure.spoke for figure in figures)
    roles = any(figure.roles for figure in figures)
    known = any(figure.known and figure.person for figure in figures)
    given = words[0] in GIVEN
    if words[-1].strip(".") in DAYS | MONTHS and not given:
        return None
    if is_crowd(words):
        return None
    if len(words) == 1:
        if (
            words[0] in SUFFIXES
            or words[0] in TITLES
            or is_people(words[0])
            or words[0] in PLACES
            or words[0].strip(".") in PLACES
        ):
            return None
        if is_organisation(words) or (name.isupper() and len(name) > 1):
            return "organisation" if (roles or spoke) and not _shouted(name) else None
        if words[0].endswith("s") and words[0][:-1] in cast.by_word:
            return None  # "the Marshes"
        if any(other is not main and len(other.words) > 1 for other in cast.by_word.get(words[0], ())):
            return None  # a surname that two people share: nobody can tell whose it is here
        if not main.person or words[0] in lower:
            return "organisation" if spoke and not main.person and words[0] not in lower else None
        titled = known and roles
        return "person" if titled or (spoke and (known or given)) else "person" if spoke else None
    if is_organisation(words):
        if given and known and roles and not _organisation_role(figures):
            return "person"
        return None if _shouted(name) and not spoke else "organisation"
    if is_neither(words, PLACES):
        # "Jack Black", "Claire Park": a given name, and something that only people have
        return "person" if given and known and (roles or spoke or _surname_used(main, words)) and words[-1] not in PLACES else None
    if _shouted(name) and not (spoke and given):
        return None
    if known and (given or roles or any(figure.gender for figure in figures)):
        if not given and all(id(figure) in headings for figure in figures):
            return None
        return "person"
    if not main.person:
        if len(words) > 4 and all(id(figure) in headings for figure in figures):
            return None
        return "organisation" if spoke or roles else None
    if any(word in lower for word in words) or any(is_people(word) or word in PLACES for word in words):
        return None
    if all(id(figure) in headings for figure in figures):
        return None
    if spoke or _surname_used(main, words):
        return "person"
    return None


def _shouted(name: str) -> bool:
    """A heading in capitals; "SAG-AFTRA" and "IATSE" are not."""
    return name.isupper() and " " in name


def _organisation_role(figures: list[Figure]) -> bool:
    return not any(figure.nouns for figure in figures)


def _surname_used(figure: Figure, words: tuple[str, ...]) -> bool:
    return any(fold(form) == words[-1] for form in figure.forms)


def _heading_only(lines: list[Line], cast: Cast) -> set[int]:
    """Figures that stand in headings alone."""
    inside: set[int] = set()
    outside: set[int] = set()
    for line in lines:
        into = inside if _is_heading(line) else outside
        for sighting in cast.sightings.get(line.n, ()):
            figure = cast.at.get((line.n, sighting.start))
            if figure:
                into.add(id(figure))
    return inside - outside


def _is_heading(line: Line) -> bool:
    words = [word for word in line.words if word[0].isalpha()]
    if not 2 < len(words) < 14 or line.text.rstrip()[-1:] in ".!?”\"":
        return False
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def _aliases(name: str, figures: list[Figure]) -> tuple[str, ...]:
    forms: dict[str, None] = {}
    for figure in figures:
        for form in figure.forms:
            if form != name and SCRAP not in form and not (_shouted(form)):
                forms.setdefault(form)
    nickname = _NICKNAME.match(name)
    if nickname:
        forms.setdefault(f"{nickname[2]} {nickname[3]}")
    return tuple(forms)
