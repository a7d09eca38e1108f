"""Roles that stand behind a name: in brackets, between commas."""

from __future__ import annotations

import re

from onrecord.reading.entity_types import is_organisation
from onrecord.reading.given_names import GIVEN
from onrecord.reading.lexicon import (
    AUX,
    DAYS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SPEECH,
    SUBJECT_PRONOUNS,
    TITLES,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, Line
from onrecord.reading.occupations import CALLINGS, KIN, MODIFIERS, ORGANISATION_NOUNS, PAST, PLURALS, WEAK
from onrecord.reading.people.cast import Cast, Figure, standing
from onrecord.reading.people.role_text import BREAKS, DASHES, POSSESSIVE, give
from onrecord.reading.people.roles_before import LATER_NOUNS, LONGEST, OWNERS, SMALL, UNTELLING, telling
from onrecord.reading.people.roles_by_verb import deed
from onrecord.reading.people.sightings import Sighting
from onrecord.reading.places import PLACES

PARTY_TAG = re.compile(r"[RDI]\s?[-–]\s?[A-Z][A-Za-z. ]{1,20}")


LEADS = frozenset([",", *DASHES, "is", "was", "of"])
"""Behind a name: what may lead to a role."""
_ADVERBS = frozenset(["today", "yesterday", "tomorrow", "tonight", "meanwhile"])
_RELATIVES = word_set(
    "who whose which whom that when where if because while after before since until although though but"
)


def bracketed(line: Line, sighting: Sighting, figure: Figure) -> None:
    """Ann Lee| (Center for X co-founder); the organisation’s own short name."""
    text = line.text
    at = line.ends[sighting.end - 1]
    if not text.startswith(" (", at):
        return
    close = text.find(")", at, at + 90)
    inner = text[at + 2 : close] if close > 0 else ""
    if not inner or "(" in inner or not inner[0].isalpha():
        return
    low = tuple(word.strip(",.’'").lower() for word in inner.split())
    tag = PARTY_TAG.fullmatch(inner)
    if len(low) == 1 and not tag and sum(c.isupper() for c in inner) >= max(2, len(inner) // 2):
        if not figure.known and len(sighting.words) > 1:
            figure.forms.setdefault(inner, 0)
        return
    if not figure.person:
        return
    nouns = [word for word in low if word in CALLINGS or word.endswith("founder")]
    if nouns:
        figure.nouns.update(nouns)
        if all(word in WEAK for word in low):
            return
    elif not tag and not (len(low) > 1 and inner[0].isupper() and is_organisation(low)):
        return
    figure.known = True
    give(figure, line, inner)


def behind(line: Line, sighting: Sighting, figure: Figure, cast: Cast) -> None:
    """Ann Lee, 69, a co-founder of X,| …; Ann Lee is the mayor of Z; Ann Lee, who runs Y; Ann Lee of Y.

    One of `LEADS` stands right behind the name.
    """
    low, words = line.low, line.words
    count = len(words)
    end = sighting.end
    if end + 2 >= count:
        return
    copula = False
    if words[end] == "," or words[end] in DASHES:
        start = end + 1
        if words[start][0].isdigit() and start + 2 < count and words[start + 1] in (",", *DASHES):
            start += 2
    elif low[end] in ("is", "was") and low[end + 1] in ("a", "an", "the"):
        start, copula = end + 1, True
    elif low[end] == "of" and figure.person:
        _belongs(line, end + 1, figure, cast)
        return
    else:
        return
    if low[start] == "who" and figure.person and start + 2 < count:
        if low[start + 1] not in ("is", "was"):
            deed(line, start + 1, figure, cast)
            return
        copula = True
        start += 2
        while start + 1 < count and is_adverb(low[start]):
            start += 1
    if low[start] in ("now", "then", "formerly", "currently") and start + 1 < count:
        start += 1
    if not copula and low[start] in AUX:
        if low[start] not in ("is", "was") or _is_owner(line, sighting):
            return
        copula, start = True, start + 1  # "Ann Lee, Bo Ray’s wife, is |a trustee of the fund"
    if low[start : start + 2] in (["right", "now"], ["for", "now"]) or low[start] in _ADVERBS:
        return  # "For Ann Lee, right now the mayor is a friend"
    if words[start] != QUOTE and low[start] not in ("and", "or", "but") and words[start] not in POSSESSIVE:
        _described(line, start, copula, sighting, figure, cast)


def _is_owner(line: Line, sighting: Sighting) -> bool:
    """ "A clerk of the late |Ann Lee, was the mayor": is the sentence about somebody of hers?"""
    at = sighting.start - 1
    while at > 0 and (line.low[at] in TITLES or line.low[at] in DETERMINERS or line.low[at] == "late"):
        at -= 1
    return at >= 0 and line.low[at] in PREPOSITIONS


def _described(line: Line, start: int, copula: bool, sighting: Sighting, figure: Figure, cast: Cast) -> None:
    low, words = line.low, line.words
    lead = low[start]
    first = start + 1 if lead in ("a", "an", "the", "another") or lead in OWNERS else start
    stop = _phrase_end(line, first, cast)
    nouns = CALLINGS if figure.person else ORGANISATION_NOUNS
    limit = next((k for k in range(first + 1, stop) if low[k] in PREPOSITIONS), stop)
    if stop <= first or low[first] in PREPOSITIONS:
        return
    if low[limit - 1] not in nouns and words[first][0].isupper():  # "Friends of Ellery’s |chair"
        owner = max((k for k in range(first, stop) if words[k] in POSSESSIVE), default=first)
        limit = next((k for k in range(owner + 1, stop) if low[k] in PREPOSITIONS), stop)
    if any(low[k] in SUBJECT_PRONOUNS for k in range(first, limit) if low[k] != "one"):
        return
    head = low[limit - 1]
    if not figure.person and not words[limit - 1].islower():
        return
    one_of = lead in ("one", "one-half", "half") and limit < stop and low[limit] == "of"
    if one_of:
        if not figure.person or len(sighting.words) < 2 or lead == "half":
            return
    elif head in LATER_NOUNS and head not in nouns:
        head = next((low[k] for k in range(limit - 1, first - 1, -1) if low[k] in nouns), "")
    if not one_of and (head not in nouns or head in PLURALS or head in UNTELLING):
        return
    if not copula and _acts(line, stop, sighting):
        return
    if not copula and not one_of and _next_of_a_list(line, start, limit, stop, cast):
        return
    if figure.person:
        figure.nouns.update(low[k] for k in range(first, limit) if low[k] in CALLINGS)
        figure.known = True
    if limit == stop and not telling(line, first, stop):
        return
    if copula and head in WEAK and not (limit < stop and low[limit] in ("of", "at", "for")):
        return
    if lead in OWNERS and limit == stop and (head in KIN or head in WEAK):
        return
    give(figure, line, first, stop)


def _acts(line: Line, verb: int, sighting: Sighting) -> bool:
    """ "Ann Lee, the clerk |said, was ill", "with Ann Lee, the clerk |left": is the one behind the comma another?"""
    low, words = line.low, line.words
    if verb + 1 >= len(low) or not words[verb].islower() or not is_verbish(low[verb]):
        return False
    before = sighting.start - 1
    if before >= 0 and words[before][0].isupper() and (
        low[before].endswith("ing") or low[before] in PREPOSITIONS or low[before] in _BESIDE
    ):  # fmt: skip
        return True  # "Thanking Ann Lee, …", where a sentence begins
    if low[verb] not in SPEECH:
        return False
    if before >= 0 and (low[before].endswith("ing") or _is_owner(line, sighting)):
        return True
    comma = next((k for k in range(verb + 1, min(verb + 5, len(low))) if not words[k][0].isalnum()), verb)
    return words[comma] == "," and not any(is_verbish(low[k]) for k in range(verb + 1, comma))


_BESIDE = frozenset(["like", "unlike", "alongside"])


def _next_of_a_list(line: Line, start: int, limit: int, stop: int, cast: Cast) -> bool:
    """Do the words after the comma name somebody else: "Ann Lee, Bo Ray"; "Ann Lee, filmmaker Bo Ray"?"""
    low, words = line.low, line.words
    lead = low[start]
    if limit < stop and cast.at.get((line.n, limit)):
        return True
    owned = any(words[k] in POSSESSIVE for k in range(start, limit))  # "Ann Lee, Bo Ray’s lawyer"
    if words[start][0].isupper() and lead not in CALLINGS and lead not in TITLES and not owned:
        other = cast.at.get((line.n, start))
        if (other and other.person and (other.known or lead in GIVEN)) or cast.at.get((line.n, limit)):
            return True
    if lead in ("a", "an", "the", "former") or limit < stop or stop >= len(words):
        return False
    return words[stop][0].isupper() and words[stop].isalpha()


def _phrase_end(line: Line, start: int, cast: Cast) -> int:
    """Where a noun phrase that describes somebody ends."""
    low, words = line.low, line.words
    count = len(words)
    i = start
    while i < count and i - start < LONGEST:
        word, lower = words[i], low[i]
        if word in BREAKS or word in (",", "(", ")") or lower in _RELATIVES:
            break
        if word in POSSESSIVE:
            following = low[i + 1] if i + 1 < count else ""
            if following in DETERMINERS or following in ("not", "been", "going", "now", "also", "already", "never"):
                break
        elif i > start and (lower in AUX or lower in DAYS or lower in MONTHS or _is_verb(line, i)):
            break
        if lower == "and" and not _goes_on(line, start, i, cast):
            break
        i += 1
    if i > start + 1 and words[i - 1] in ("’s", "'s"):  # "anchor of NBC's “Late Hour”": the title is not ours to cut
        i = next((k for k in range(i - 1, start, -1) if low[k] in PREPOSITIONS), start)
    while i > start and words[i - 1].islower() and (low[i - 1] in SMALL or is_adverb(low[i - 1])):
        i -= 1
    return i


def _is_verb(line: Line, i: int) -> bool:
    """Could this be the verb of one person? A bare "state" or "blog", or "retired" before a noun, is none."""
    low = line.low[i]
    if not line.words[i].islower() or low in CALLINGS or not is_verbish(low):
        return False
    if low.endswith("ed") and i + 1 < len(line.low) and (line.low[i + 1] in CALLINGS or line.low[i + 1] in MODIFIERS):
        return False
    return low.endswith(("s", "ed")) or low in PAST


def _goes_on(line: Line, start: int, i: int, cast: Cast) -> bool:
    """Does the phrase go on after "and": with another role, or inside the name of an organisation?"""
    low, words = line.low, line.words
    count = len(words)
    other = cast.at.get((line.n, i + 1))
    noun = next((k for k in range(i + 1, min(i + 7, count)) if low[k] in CALLINGS), 0)
    between = range(i + 1, noun)
    if noun and all(low[k] in MODIFIERS or low[k] in ("a", "an", "the") or words[k][0].isupper() for k in between):
        named = noun + 1 < count and words[noun + 1][0].isupper() and words[noun + 1].isalpha()
        articled = any(low[k] in ("a", "an", "the") for k in between)
        return articled or not named or other is not None or i <= start + 1 or noun - i == 1
    if i + 1 >= count or not (words[i + 1][0].isupper() and words[i - 1][0].isupper()):
        return False
    return not (other and other.person and (other.known or low[i + 1] in GIVEN))


def _belongs(line: Line, start: int, figure: Figure, cast: Cast) -> None:
    """Ann Lee of the |Tidal Institute."""
    if line.low[start] == "the":
        start += 1
    sighting = next(iter(standing(cast, line.n, start, start + 1)), None)
    if sighting and is_organisation(sighting.words) and " ".join(sighting.words) not in PLACES:
        figure.known = True
        give(figure, line, sighting.start, sighting.end)
