"""Roles that a verb tells: "co-founded the guild", "signed the letter", alone or shared by a list of names."""

from __future__ import annotations

from onrecord.reading.entity_types import is_organisation
from onrecord.reading.lexicon import (
    AUX,
    CLAUSE_STARTS,
    DAYS,
    GROUP_NOUNS,
    MONTHS,
    PREPOSITIONS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, SCRAP, Line
from onrecord.reading.occupations import (
    BIDS,
    CALLINGS,
    DEEDS,
    MADE,
    MEMBER_NOUNS,
    MODIFIERS,
    ORGANISATION_NOUNS,
    SIGNABLE,
    SIGNED,
)
from onrecord.reading.people.cast import Cast, Figure, standing
from onrecord.reading.people.role_text import BREAKS, DASHES, POSSESSIVE, give
from onrecord.reading.people.sightings import Sighting

_LISTING = frozenset(["including", "include", "includes", "included"])
_CARRIERS = word_set("members representatives delegates leaders employees workers followed alongside from of by")
"""Between two names of a list: those of an organisation did it."""
_DATES = DAYS | MONTHS | {"week", "month", "year"}
_RUNNING = frozenset(["manages", "managed", "chairs", "chaired", "directs", "directed"])
OPENINGS = DEEDS | SIGNED | frozenset(["has", "had", "is", "was"])
"""With one of these, adverbs aside, a clause begins that tells a role."""


def deed(line: Line, at: int, figure: Figure, cast: Cast) -> bool:
    """Gives what somebody does or did for an organisation, or signed: the clause from the verb at `at` on."""
    low, words = line.low, line.words
    count = len(words)
    if low[at] not in OPENINGS and not is_adverb(low[at]):
        return False
    while at < count and (is_adverb(low[at]) or low[at] in ("has", "had")):
        at += 1
    if at + 1 >= count:
        return False
    made = low[at] in ("was", "is") and low[at + 1] in MADE
    verb = at + 1 if made else at
    if not made and low[verb] not in DEEDS and low[verb] not in SIGNED:
        return False
    stop = _clause_end(line, verb)
    cut = words[stop - 1] in POSSESSIVE or any(words[k] in (QUOTE, SCRAP) for k in range(verb + 1, stop))
    if cut or not _fits(line, verb, stop, made, cast):
        return False
    figure.known = figure.known or figure.person
    return give(figure, line, verb, stop)


def _clause_end(line: Line, verb: int) -> int:
    low, words = line.low, line.words
    stop = verb + 1
    while stop < len(words) and stop - verb < 16:
        word, lower = words[stop], low[stop]
        following = words[stop + 1] if stop + 1 < len(words) else "."
        clause = lower in CLAUSE_STARTS and not (lower == "as" and stop == verb + 1)  # "served |as treasurer"
        if word in BREAKS or word in (",", "(", ")") or clause or lower in ("or", "saying", "by"):
            break
        if lower == "and" and not (words[stop - 1][0].isupper() and following[0].isupper()):
            break
        if lower in DAYS or lower in MONTHS or (lower in AUX and word not in POSSESSIVE):
            break
        if lower in ("in", "on", "last", "this") and (following[0].isdigit() or following.lower() in _DATES):
            break
        stop += 1
    while stop > verb + 1 and (low[stop - 1] in PREPOSITIONS or low[stop - 1] in ("and", "the", "last", "this")):
        stop -= 1
    return stop


def _fits(line: Line, verb: int, stop: int, made: bool, cast: Cast) -> bool:
    """Is the object something that one can lead, found, serve or sign?"""
    low = line.low
    limit = next((k for k in range(verb + 1, stop) if low[k] in PREPOSITIONS), stop)
    direct = low[verb + 1 : limit]
    if BIDS.intersection(direct):
        return low[verb] in _RUNNING and direct[-1:] == ["campaign"]
    named = any(is_organisation(other.words) for other in standing(cast, line.n, verb + 1, limit))
    if low[verb] in SIGNED:
        signed = bool(SIGNABLE.intersection(direct))
        return signed or (low[verb] == "joined" and (named or "as" in low[verb + 1 : stop]))
    if made:
        return any(low[k] in CALLINGS for k in range(verb + 1, stop))
    if low[verb] in ("serves", "served", "works", "worked"):
        end = next((k for k in range(limit + 1, stop) if low[k] in PREPOSITIONS), stop)
        return limit < stop and low[limit] == "as" and any(low[k] in CALLINGS for k in range(limit, end))
    if low[verb] == "teaches" or named:
        return stop - verb > 1
    if any((other := cast.at.get((line.n, k))) and other.known for k in range(verb + 1, limit)):
        return False
    return any(word in ORGANISATION_NOUNS or word in GROUP_NOUNS for word in direct)


def doing(line: Line, seen: list[Sighting], at: int, figure: Figure, cast: Cast) -> None:
    """Ann Lee| co-founded Y; Ann Lee and Bo Ray| signed the letter: all of them."""
    sighting = seen[at]
    if not deed(line, sighting.end, figure, cast):
        return
    role = figure.roles[-1]
    begin = line.begin(sighting.start)
    right = sighting
    for left in reversed(seen[:at]):
        between = line.words[left.end : right.start]
        if left.start < begin or not between or any(word not in (",", "and") for word in between):
            break
        other = cast.at.get((line.n, left.start))
        if other and role not in other.roles:
            other.roles.append(role)
            other.known = other.known or other.person
        right = left


def listed(line: Line, cast: Cast) -> None:
    """… signed the letter, including A, B and C; founders include A, B and C."""
    low = line.low
    if _LISTING.isdisjoint(low):
        return
    for i, lower in enumerate(low):
        if lower not in _LISTING:
            continue
        role = _shared_role(line, line.begin(i), i)
        if role:
            _share(line, i, line.end(i), role, cast)


def _share(line: Line, i: int, end: int, role: tuple[int, int], cast: Cast) -> None:
    signed = line.low[role[0]] in SIGNED
    reach = i + 1
    for sighting in standing(cast, line.n, i + 1, end):
        gap = [word.lower() for word in line.words[reach : sighting.start]]
        if any(word in (";", *DASHES, QUOTE, "who", "which", "that") for word in gap):
            break
        reach = sighting.end
        figure = cast.at.get((line.n, sighting.start))
        if figure is None:
            continue
        carried = any(word in _CARRIERS for word in gap)
        group = carried or not figure.person or is_organisation(sighting.words)
        if (group and signed) or (not group and (len(figure.words) > 1 or figure.known)):
            give(figure, line, *role)
            figure.known = figure.known or not group
            if carried and len(figure.words) == 1:
                figure.person = False


def _shared_role(line: Line, begin: int, i: int) -> tuple[int, int] | None:
    low, words = line.low, line.words
    stop = i
    while stop > begin and words[stop - 1] in (",", ":", *DASHES):
        stop -= 1
    for k in range(begin, stop - 1):
        if low[k] in SIGNED and (SIGNABLE.intersection(low[k:stop]) or low[k] == "joined"):
            return None if low[k + 1] == "by" else (k, stop)
    if stop - begin > 14:
        return None
    for k in range(begin, stop):
        if low[k] not in MEMBER_NOUNS or (k > begin and low[k - 1] in PREPOSITIONS):
            continue
        if any(low[m].endswith("ing") or is_verbish(low[m]) for m in range(k, stop)):
            continue
        first = k
        while first > begin and (
            low[first - 1] in MODIFIERS
            or low[first - 1] in ("prominent", "and", "original", "early")
            or low[first - 1] in MEMBER_NOUNS
        ):
            first -= 1
        while low[first] in ("and", "other"):
            first += 1
        return first, stop
    return None
