"""The people and organisations of a story, with the roles that it gives them, word for word."""

from __future__ import annotations

import re

from onrecord.reading.cast import Cast, Figure
from onrecord.reading.lexicon import (
    AUX,
    CLAUSE_STARTS,
    DETERMINERS,
    NOT_NAMES,
    PREPOSITIONS,
    ROLE_NOUNS,
    SUBJECT_PRONOUNS,
    TITLES,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.sentences import QUOTE, Line
from onrecord.stories import Person

_BREAKS = frozenset([",", ";", ":", "—", "–", "--", ".", "!", "?", "•", QUOTE, "-", "|"])
_LISTING = frozenset(["including", "include", "includes", "included"])
_JOINED = word_set("sign join back endorse support found launch form attend lead open-letter")
_MEMBER_NOUNS = word_set(
    "founders members supporters signatories backers speakers guests winners nominees candidates directors executives "
    "organizers authors editors hosts participants attendees investors partners advisers advisors trustees judges"
)
_PAREN = re.compile(r"\(([^()]{3,80})\)")
_ARTICLES = frozenset(["a", "an", "the", "one", "one-half", "former", "its", "their", "now"])


def note_roles(lines: list[Line], cast: Cast) -> None:
    """Gives each figure of the cast the roles that stand beside its names."""
    for line in lines:
        seen = cast.sightings.get(line.n, [])
        for sighting in seen:
            figure = cast.at.get((line.n, sighting.start))
            if figure is None:
                continue
            _before(line, sighting.start, figure)
            _bracketed(line, sighting.end, figure)
            if figure.person:
                _behind(line, sighting.end, figure)
        if seen:
            _listed(line, cast)


def _add(figure: Figure, line: Line, text: str) -> None:
    text = text.strip(" ,;:—–-")
    if len(text) < 3 or len(text) > 160 or line.n < 0:
        return
    if all(text.casefold() != role.casefold() for role, _ in figure.roles):
        figure.roles.append((text, line.n))


def _before(line: Line, start: int, figure: Figure) -> None:
    """Center for X co-founder |Ann Lee; former aide |Bo Ray."""
    low, words = line.low, line.words
    i = start
    heads = 0
    best = start
    while i > 0 and start - i < 12:
        word, lower = words[i - 1], low[i - 1]
        if lower in ROLE_NOUNS or (lower in TITLES and word[0].isupper() and len(word.strip(".")) > 2):
            heads += 1
            if lower in ROLE_NOUNS:
                figure.nouns.add(lower)
            i -= 1
            best = i
            continue
        if not heads:
            break
        if (
            lower in ("and", "of", "for")
            and i - 2 >= 0
            and (low[i - 2] in ROLE_NOUNS or (words[i - 2][0].isupper() and lower != "and"))
        ):
            i -= 1
            continue
        if word in ("’s", "'s") or (word[0].isupper() and lower not in NOT_NAMES) or (
            word[0].islower() and word[0].isalpha() and not (
                lower in DETERMINERS or lower in PREPOSITIONS or lower in CLAUSE_STARTS or lower in AUX or lower in SUBJECT_PRONOUNS
                or is_verbish(lower) or is_adverb(lower) or lower in ("and", "or")
            )
        ):  # fmt: skip
            i -= 1
            best = i
            continue
        break
    if heads:
        while best < start and words[best] in ("’s", "'s"):
            best += 1
        _add(figure, line, line.slice(best, start))
        figure.known = figure.person


def _bracketed(line: Line, end: int, figure: Figure) -> None:
    """Ann Lee| (Center for X co-founder)."""
    text = line.text
    at = line.ends[end - 1]
    if not text.startswith(" (", at):
        return
    close = text.find(")", at, at + 90)
    inner = text[at + 2 : close] if close > 0 else ""
    if not inner or "(" in inner or not inner[0].isalpha():
        return
    if " " in inner or "-" in inner:
        if figure.person:
            _add(figure, line, inner)
            figure.nouns.update(w for w in inner.lower().split() if w in ROLE_NOUNS)
    elif inner.isupper() and not figure.person:
        figure.forms.setdefault(inner, 0)


def _behind(line: Line, end: int, figure: Figure) -> None:
    """Ann Lee, a co-founder of X,| …; Ann Lee, president of Y; Ann Lee is the mayor of Z."""
    low, words = line.low, line.words
    count = len(words)
    if end >= count:
        return
    if (words[end] == "," and end + 1 < count) or (
        low[end] in ("is", "was") and end + 1 < count and low[end + 1] in ("a", "an", "the")
    ):
        start = end + 1
    else:
        return
    if words[start] == QUOTE:
        return
    lead = low[start]
    noun: str | None = None
    noun_at = -1
    i = start
    while i < count and i - start < 24:
        word, lower = words[i], low[i]
        if word in _BREAKS or lower in ("who", "whose", "which", "whom"):
            break
        if (
            i - start < 10
            and lower in ROLE_NOUNS
            and noun is None
            and not any(low[k] in PREPOSITIONS for k in range(start, i))
        ):
            noun, noun_at = lower, i
        if i > start and (lower in AUX or (lower in ("said", "says", "told", "and", "but") and low[i] != "and")):
            break
        if lower == "and" and not (
            i + 1 < count and (low[i + 1] in ROLE_NOUNS or words[i + 1][0].isupper() or low[i + 1] in ("former", "a"))
        ):
            break
        i += 1
    if noun_at >= 0 and noun_at + 1 < count and words[noun_at + 1][0].isupper():
        return  # "…, filmmaker Ann Lee": the next of a list
    if lead in ("and", "or"):
        return
    if noun is None and not (lead in ("one-half", "one") and i - start > 2):
        return
    if words[start][0].isupper() and lead not in ROLE_NOUNS and lead not in TITLES:
        return  # the next name of a list
    if lead not in _ARTICLES and lead not in ROLE_NOUNS and words[start][0].islower() and noun is None:
        return
    if any(
        low[k] in CLAUSE_STARTS or low[k] in SUBJECT_PRONOUNS
        for k in range(start, min(i, start + 3))
        if low[k] not in ("one", "that")
    ):
        return
    if noun:
        figure.nouns.add(noun)
    if lead in ("a", "an", "the"):
        start += 1
    if line.slice(start, i):
        _add(figure, line, line.slice(start, i))
        figure.known = True


def _listed(line: Line, cast: Cast) -> None:
    """… signed the letter, including A, B and C; founders include A, B and C."""
    low, words = line.low, line.words
    for i, lower in enumerate(low):
        if lower not in _LISTING:
            continue
        begin = next((b for b, e in line.sentences if b <= i < e), 0)
        end = next((e for b, e in line.sentences if b <= i < e), len(words))
        role = _shared_role(line, begin, i)
        if role is None:
            continue
        first, last = role
        for sighting in cast.sightings[line.n]:
            if not i < sighting.start < end:
                continue
            gap = words[i + 1 : sighting.start]
            if any(
                w in (";", "—", "–", "--", QUOTE)
                or w.lower() in ("followed", "alongside", "representatives", "members", "who", "which")
                for w in gap
            ):
                break
            figure = cast.at.get((line.n, sighting.start))
            if figure and figure.person and len(figure.words) > 1:
                _add(figure, line, line.slice(first, last))
                figure.known = True


def _shared_role(line: Line, begin: int, i: int) -> tuple[int, int] | None:
    low, words = line.low, line.words
    stop = i
    while stop > begin and words[stop - 1] in (",", "—", "–", ":"):
        stop -= 1
    for k in range(begin, stop):
        if low[k] in ("signed", "joined", "backed", "endorsed", "founded", "launched", "attended") and k + 1 < stop:
            return k, stop
    for k in range(begin, stop):
        if low[k] in _MEMBER_NOUNS:
            first = k
            while (
                first > begin
                and words[first - 1] not in _BREAKS
                and low[first - 1] not in PREPOSITIONS
                and first - 1 >= begin
                and low[first - 1] not in ("other", "the", "its", "include")
            ):
                first -= 1
            return first, stop
    return None


def people(cast: Cast) -> tuple[Person, ...]:
    """Whoever is surely a person, speaks, or has a role; organisations that are named in full."""
    found: list[Person] = []
    names: set[str] = set()
    for figure in sorted(cast.figures, key=lambda f: f.first):
        if not (
            figure.spoke
            or figure.roles
            or (figure.known and len(figure.words) > 1)
            or (len(figure.words) > 1 and figure.count > 1)
        ):
            continue
        if figure.person and len(figure.words) == 1 and not (figure.spoke or figure.roles):
            continue
        name = cast.best_name(figure)
        if name in names or not any(c.isalpha() for c in name):
            continue
        names.add(name)
        found.append(
            Person.model_construct(
                name=name,
                kind="person" if figure.person else "organisation",
                roles=tuple(role for role, _ in figure.roles),
                passages=tuple(n for _, n in figure.roles),
                aliases=tuple(form for form in figure.forms if form != name),
            )
        )
    return tuple(found)
