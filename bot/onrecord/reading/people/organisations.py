"""Names of organisations in full: "House Oversight and Government Reform Committee", not its last three words."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.reading.entity_types import is_organisation
from onrecord.reading.given_names import GIVEN
from onrecord.reading.lexicon import DAYS, MONTHS, NOT_NAMES, word_set
from onrecord.reading.line import Line
from onrecord.reading.people.sightings import Sighting

_LEADS = word_set(
    "house senate national general democratic republican state supreme political international executive conservative "
    "liberal libertarian independent progressive tea party first defense finance foreign press communications congress "
    "campaign senior federal royal world united states u.s. american joint select special permanent standing"
)
"""Words that stand before a person as a title, and in front of "Committee" belong to the name."""
_GENERATIONS = frozenset(["jr.", "sr.", "jr", "sr"])
_AGAINST = frozenset(["v", "vs."])
_CHAMBERS = frozenset(["house", "senate", "joint", "select"])
"""Whose committees may be for anything: "House Harbors and Fisheries Committee"."""
_BODIES = word_set(
    """committee subcommittee commission administration department agency board bureau council association services
    fund front network service panel caucus office institute foundation center assembly convention court party
    union federation league"""
)
_SUBJECTS = word_set(
    """oversight securities food drug health human education science sciences energy housing urban armed ways means
    budget labor labour arts agriculture homeland rules citizenship immigration research environment
    environmental public transportation commerce banking judiciary foreign intelligence veterans pensions trade
    technology space natural resources appropriations ethics finance financial government reform justice
    administration infrastructure workforce nutrition forestry entrepreneurship small business standards culture
    history letters humanities training teaching development policy planning conservation recreation parks
    wildlife fisheries oceanic atmospheric alcohol tobacco firearms explosives customs border protection
    enforcement security safety management family families children youth sports media information engineering
    medicine mathematics law social economic economics affairs relations design music communication
    communications prevention control international strategic democracy security-studies works services exchange
    studies elections disease welfare innovation tourism industry consumer rights liberties"""
)
"""What such bodies are for: the words that an "and" inside their names joins."""


def whole_names(line: Line, seen: Sequence[Sighting]) -> dict[int, tuple[int, int]]:
    """For each sighting of an organisation that is part of a longer name: its start → the range of the whole name."""
    low, words = line.low, line.words
    found: dict[int, tuple[int, int]] = {}
    for sighting in seen:
        start, end = sighting.start, sighting.end
        if (
            end + 1 < len(words)
            and words[end] in (",", "and")
            and low[end - 1] in _SUBJECTS
            and any(word in ("of", "for") for word in low[start:end])
            and is_organisation(tuple(low[start:end]))
        ):
            end = _rightward(line, end)
        if low[end - 1] in _BODIES:
            start = _leftward(line, start, line.begin(start))
        if start != sighting.start or end != sighting.end:
            found[sighting.start] = (start, end)
    for sighting in () if _GENERATIONS.isdisjoint(low) else seen:  # "Joseph Lee, Jr."
        end = sighting.end
        if end + 1 < len(words) and words[end] == "," and low[end + 1] in _GENERATIONS and sighting.start not in found:
            found[sighting.start] = (sighting.start, end + 2)
    return found


def _leftward(line: Line, start: int, sentence: int) -> int:
    """Where a name begins of which only the end is known: |House Oversight and Government |Reform Committee."""
    low, words = line.low, line.words
    i = start
    joined = False
    while i > sentence:
        word, lower = words[i - 1], low[i - 1]
        if word[0].isupper() and not (lower in DAYS or lower in MONTHS or lower in NOT_NAMES or lower in GIVEN) and (
            lower in _LEADS or lower in _SUBJECTS
        ):  # fmt: skip
            i -= 1
            continue
        at = i - 1
        if lower == "the":
            at -= 1
        if low[at] in ("and", "&") and at > sentence:
            at -= 2 if words[at - 1] == "," else 1
            chamber = at > sentence and low[at - 1] in _CHAMBERS
        elif word == "," and joined:
            at = i - 2
            chamber = False
        else:
            break
        if at < sentence or not words[at][0].isupper() or not (low[at] in _SUBJECTS or chamber):
            break
        joined = True
        i = at
    return i


def _rightward(line: Line, end: int) -> int:
    """Health| and Human Services; Science|, Culture and Letters."""
    low, words = line.low, line.words
    i = end
    while i + 1 < len(words):
        step = 1
        if words[i] == "," and low[i + 1] == "and":
            step = 2
        elif words[i] not in (",", "and", "&"):
            break
        k = i + step
        if k >= len(words) or low[k] not in _SUBJECTS or not words[k][0].isupper():
            break
        if words[i] == "," and step == 1 and not any(low[m] == "and" for m in range(k + 1, min(k + 4, len(words)))):
            break
        while k < len(words) and words[k][0].isupper() and low[k] not in GIVEN:
            k += 1
        i = k
    return i


def cases(line: Line, seen: Sequence[Sighting]) -> list[Sighting]:
    """The two sides of a court case, "Lee v. Board of Works": nobody that the story is about."""
    low = line.low
    if _AGAINST.isdisjoint(low):
        return []
    found: list[Sighting] = []
    for sighting in seen:
        before = low[max(0, sighting.start - 2) : sighting.start]
        after = low[sighting.end : sighting.end + 2]
        if before[-1:] in (["vs."], ["v"]) or before == ["v", "."] or after[:1] == ["vs."] or after == ["v", "."]:
            found.append(sighting)
    return found


def is_subject(word: str) -> bool:
    """Is this folded word what bodies are for, rather than a name: "health", "justice"?"""
    return word in _SUBJECTS
