"""The roles that a story gives the people and organisations it names: always its own words, never retyped."""

from __future__ import annotations

import re

from onrecord.reading.lexicon import TITLES, is_adverb
from onrecord.reading.line import Line
from onrecord.reading.occupations import DEEDS, MADE, MEMBER_NOUNS, SIGNED
from onrecord.reading.people.cast import Cast
from onrecord.reading.people.roles_before import HEADS, in_front, introduced
from onrecord.reading.people.roles_behind import LEADS, PARTY_TAG, behind, bracketed
from onrecord.reading.people.roles_by_verb import OPENINGS, doing, listed

_MOST = 6
_WORD = re.compile(r"[\w.-]*\w")


def note_roles(lines: list[Line], cast: Cast) -> None:
    """Gives each figure of the cast the roles that stand beside its names."""
    for line in lines:
        seen = cast.sightings.get(line.n)
        if not seen:
            continue
        brackets = " (" in line.text
        for at, sighting in enumerate(seen):
            figure = cast.at.get((line.n, sighting.start))
            if figure is None:
                continue
            before = line.low[sighting.start - 1] if sighting.start else ""
            if before in HEADS and not cast.is_shared(sighting.words):
                in_front(line, sighting, figure)
            elif before == ",":
                introduced(line, sighting, figure)
            if brackets:
                bracketed(line, sighting, figure)
            following = line.low[sighting.end] if sighting.end < len(line.low) else ""
            if following in LEADS:
                behind(line, sighting, figure, cast)
            if following in OPENINGS or is_adverb(following):
                doing(line, seen, at, figure, cast)
        listed(line, cast)


def ordered(roles: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The most telling first, at most six: none twice, none whose words are all in another."""
    if len(roles) < 2:
        return roles
    kept: list[tuple[str, int]] = []
    held = [_words(text) for text, _ in roles]
    for text, n in sorted(roles, key=lambda role: _rank(role[0])):
        words = _words(text)
        if any(words < other for other in held) or any(words == _words(other) for other, _ in kept):
            continue
        if kept and PARTY_TAG.fullmatch(text):
            continue
        kept.append((text, n))
        if len(kept) == _MOST:
            break
    return kept


def _words(role: str) -> set[str]:
    return set(_WORD.findall(role.casefold()))


def _rank(role: str) -> int:
    """0: what somebody is, and where; 1: what; 2: what somebody did; 3: a mere title; 4: a party and state."""
    words = role.split()
    if PARTY_TAG.fullmatch(role):
        return 4
    low = [word.lower().strip(",.") for word in words]
    if low[0] in DEEDS or low[0] in SIGNED or low[0] in MADE:
        return 2
    if any(word in MEMBER_NOUNS and word.endswith("s") for word in low[:4]):
        return 2
    if len(words) == 1:
        return 1 if words[0].islower() or low[0] not in TITLES else 3
    placed = any(word in ("of", "at", "for") for word in low[1:])
    named = any(word[0].isupper() for word in words[1:]) or (words[0][0].isupper() and words[-1].islower())
    return 0 if placed or named else 1
