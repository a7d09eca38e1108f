"""Which name each figure of a story goes by: the fullest one, the same for all that mean one organisation or person."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from onrecord.reading.entity_types import ORGANISATION_WORDS, is_organisation
from onrecord.reading.given_names import GIVEN
from onrecord.reading.lexicon import word_set
from onrecord.reading.line import Line
from onrecord.reading.names import name_key
from onrecord.reading.people.cast import Cast, Figure, standing
from onrecord.reading.people.organisations import cases, whole_names
from onrecord.text import fold

_NICKNAME = re.compile(r"^(\S+) (?:\S\.? )?[\"“‘'](\w+)[\"”’'] (.+)$")
_BEFORE_NAMES = word_set(
    "senators representatives governors presidents congressmen justices judges mayors generals actors directors miss "
    "senator representative governor president retired former state"
)
_HEAD_WORDS = ORGANISATION_WORDS - word_set(
    "congress senate house state states nation nations today people americans women citizens voters parents mothers "
    "veterans doctors teachers workers nurses lawyers journalists army navy police united energy church"
)
"""With which an organisation is named for short: "the Courier" for the Ellery Courier."""
_SMALL = word_set("of the and for on in at to a an & de la")
_MANY = 40
"""Names alike beyond which none is compared: such a text is a list, not a story."""


def settle(lines: list[Line], cast: Cast) -> None:
    """Gives each figure its name. Call it once the roles are noted and before quotes name their speakers."""
    _tell_namesakes(lines, cast)
    for line in lines:
        _name_wholly(line, cast)
    for figure in cast.figures:
        figure.label = _fullest(figure)
    _meet(cast)


def _tell_namesakes(lines: list[Line], cast: Cast) -> None:
    """Gives "Teague, the gardener, …" to the one gardener among the Teagues of a story."""
    open_ones = {
        id(figure): sakes
        for figure in cast.figures
        if len(figure.words) == 1
        and len(sakes := [f for f in cast.by_word.get(figure.words[0], ()) if len(f.words) > 1 and f.person]) > 1
    }
    for line in lines if open_ones else ():
        for sighting in cast.sightings.get(line.n, ()):
            figure = cast.at.get((line.n, sighting.start))
            if figure is None or id(figure) not in open_ones or line.words[sighting.end : sighting.end + 1] != [","]:
                continue
            told = set(line.low[sighting.end + 1 : sighting.end + 5])
            fits = [other for other in open_ones[id(figure)] if other.nouns & told]
            if len(fits) == 1:
                text = line.slice(sighting.start, sighting.end)
                cast.at[line.n, sighting.start] = fits[0]
                fits[0].count += 1
                fits[0].forms[text] = fits[0].forms.get(text, 0) + 1
                figure.count -= 1
                _replace(figure, text, None)
    cast.figures = [figure for figure in cast.figures if figure.count or id(figure) not in open_ones]


@lru_cache(maxsize=10_000)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name as names are compared."""
    return tuple(fold(name).split())


def by_nickname(name: str) -> str | None:
    """Robert C. “Bobby” Small → Bobby Small."""
    match = _NICKNAME.match(name) if not name.replace(" ", "").isalpha() else None
    return f"{match[2]} {match[3]}" if match else None


def _name_wholly(line: Line, cast: Cast) -> None:
    """Lets "House" and "and Reform Committee" return to the name that they were cut from."""
    seen = cast.sightings.get(line.n)
    if not seen:
        return
    for sighting in cases(line, seen):
        figure = cast.at.get((line.n, sighting.start))
        if figure:
            figure.count -= 1
    for start, (first, last) in whole_names(line, seen).items():
        figure = cast.at.get((line.n, start))
        if figure is None:
            continue
        whole = line.slice(first, last)
        for part in standing(cast, line.n, first, last):
            other = cast.at.get((line.n, part.start))
            if part.start == start:
                _replace(figure, line.slice(part.start, part.end), whole)
            elif other and other is not figure:
                _replace(other, line.slice(part.start, part.end), None)
                other.count -= 1
                other.roles = [role for role in other.roles if role[0] not in whole]
        if first < start:
            figure.person = figure.known = False
            figure.roles = [role for role in figure.roles if role[0] not in whole]


def _replace(figure: Figure, old: str, new: str | None) -> None:
    if old in figure.forms:
        figure.forms[old] -= 1
        if figure.forms[old] <= 0:
            del figure.forms[old]
    if new:
        figure.forms[new] = figure.forms.get(new, 0) + 1


def _fullest(figure: Figure) -> str:
    """Of the names told most often, the fullest: "Ann B. Lee" for "Ann Lee"; never a shouted one where another is."""
    if len(figure.forms) == 1:
        return _bare(next(iter(figure.forms)), figure.person)
    forms: dict[str, int] = {}
    for form, count in figure.forms.items():
        bare = _bare(form, figure.person)
        forms[bare] = forms.get(bare, 0) + count
    forms = {form: count for form, count in forms.items() if " " in form} or forms
    forms = {form: count for form, count in forms.items() if not form.isupper()} or forms
    if len(forms) <= 1:
        return next(iter(forms), figure.name)
    if not figure.person:
        return max(forms, key=lambda form: (len(form.split()), forms[form], -len(form), form))
    if len(forms) < _MANY:
        listed = [folded(form) for form in forms]
        forms = {form: count for form, count in forms.items() if not _tail_of_any(folded(form), listed)}
    told: defaultdict[str, int] = defaultdict(int)
    for form, count in forms.items():
        told[name_key(form)] += count
    return max(forms, key=lambda form: (told[name_key(form)], len(form.split()), forms[form], -len(form), form))


def _tail_of_any(words: tuple[str, ...], listed: list[tuple[str, ...]]) -> bool:
    return any(len(other) > len(words) and other[-len(words) :] == words for other in listed)


def _bare(name: str, person: bool) -> str:
    words = name.split()
    while len(words) > 2 and person and words[0].lower() in _BEFORE_NAMES:
        name = name[len(words[0]) :].lstrip()
        words.pop(0)
    return name


def _meet(cast: Cast) -> None:
    """Lets initials, nicknames, short names and names with a word too many mean the one they belong to."""
    ends: defaultdict[str, list[Figure]] = defaultdict(list)
    starts: defaultdict[str, list[Figure]] = defaultdict(list)
    initials: defaultdict[str, list[Figure]] = defaultdict(list)
    nicknamed: dict[tuple[str, ...], Figure] = {}
    for figure in cast.figures:
        label = cast.best_name(figure)
        words = folded(label)
        nickname = by_nickname(label)
        if nickname:
            nicknamed[folded(nickname)] = figure
        if len(words) > 1:
            ends[words[-1]].append(figure)
            starts[words[0]].append(figure)
            if not figure.person or is_organisation(words):
                for short in _initials(words, figure):
                    initials[short].append(figure)
    for figure in cast.figures:
        label = cast.best_name(figure)
        words = folded(label)
        if words in nicknamed:
            _join(figure, nicknamed[words])
        elif len(words) == 1:
            if len(label) > 1 and label.isupper():
                _join_only(figure, initials[words[0]])
            elif words[0] in _HEAD_WORDS and not figure.known and len(ends[words[0]]) < _MANY:
                _join_only(figure, [other for other in ends[words[0]] if not other.person])
        elif len(ends[words[-1]]) < _MANY:
            found = [other for other in ends[words[-1]] if other is not figure and _is_inside(words, other)]
            if found:
                _join(figure, found[0])
            elif len(starts[words[0]]) < _MANY:
                _join_only(figure, [other for other in starts[words[0]] if _is_short_for(words, other)])


def _initials(words: tuple[str, ...], figure: Figure) -> set[str]:
    main = [word for word in words if word not in _SMALL]
    given = {form.lower() for form in figure.forms if " " not in form and form.isupper()}
    return given | {"".join(word[0] for word in parts) for parts in (main, words) if len(main) > 1}


def _is_inside(words: tuple[str, ...], other: Figure) -> bool:
    """ "Universe Ann Lee" means Ann Lee; "Supreme Court" means the U.S. Supreme Court that the story names too."""
    theirs = folded(other.label or other.name)
    if len(words) > len(theirs):
        known = other.person and other.known and len(theirs) > 1 and theirs[0] in GIVEN
        return known and words[-len(theirs) :] == theirs and words[0] not in GIVEN
    country = theirs[0] in ("u.s.", "united", "us") and len(theirs) - len(words) in (1, 2)
    return country and theirs[-len(words) :] == words and is_organisation(words)


def _is_short_for(words: tuple[str, ...], other: Figure) -> bool:
    """ "Tidal Institute" for the Tidal Institute for Coasts."""
    theirs = folded(other.label or other.name)
    longer = len(theirs) > len(words) and theirs[: len(words)] == words
    return longer and theirs[len(words)] in ("for", "on", "of") and is_organisation(theirs)


def _join_only(figure: Figure, found: list[Figure]) -> None:
    if len({id(other) for other in found}) == 1:
        _join(figure, found[0])


def _join(figure: Figure, other: Figure) -> None:
    figure.label, figure.person, figure.known = other.label, other.person, other.known
