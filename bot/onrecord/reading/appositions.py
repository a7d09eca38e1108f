"""Roles that stand right beside a name: in front of it, behind it, in brackets."""

from __future__ import annotations

import re

from onrecord.reading.callings import (
    ABBREVIATED,
    BARE,
    CALLINGS,
    KIN,
    MODIFIERS,
    OFFICES,
    ORGANISATION_NOUNS,
    PAST,
    PLURALS,
    WEAK,
)
from onrecord.reading.cast import Cast, Figure, Sighting
from onrecord.reading.deeds import deed
from onrecord.reading.kinds import is_organisation, is_people
from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    CLAUSE_STARTS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    GIVEN,
    GROUP_NOUNS,
    MONTHS,
    NOT_NAMES,
    PREPOSITIONS,
    SPEECH,
    SUBJECT_PRONOUNS,
    TITLES,
    VERBS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.phrases import BREAKS, DASHES, POSSESSIVE, give, standing
from onrecord.reading.places import PLACES
from onrecord.reading.sentences import QUOTE, Line

PARTY_TAG = re.compile(r"[RDI]\s?[-–]\s?[A-Z][A-Za-z. ]{1,20}")
_SMALL = (
    DETERMINERS
    | PREPOSITIONS
    | CLAUSE_STARTS
    | CONJUNCTIONS
    | AUX
    | SUBJECT_PRONOUNS
    | word_set("him them me us not way")
)
_OWNERS = frozenset(["his", "her", "its", "their", "our"])
_RELATIVES = word_set(
    "who whose which whom that when where if because while after before since until although though but"
)
_HEADS = CALLINGS | ORGANISATION_NOUNS | TITLES
_LATER_NOUNS = frozenset(["emeritus", "elect", "designate", "general"])
_UNTELLING = word_set("man woman rival victim suspect source friend")
_FIRM = word_set("chief leader officer general chair candidate nominee hopeful")
_LONGEST = 26
"""Words of an apposition; what runs longer is a clause."""


def in_front(line: Line, sighting: Sighting, figure: Figure) -> None:
    """Center for X co-founder |Ann Lee; former governor and ambassador |Bo Ray; Lee’s campaign manager |Ida Marsh."""
    low, words = line.low, line.words
    end = sighting.start
    if not end or low[end - 1] not in _HEADS:
        return
    start = _front_start(line, end)
    phrase = low[start:end]
    if not phrase:
        return
    head = phrase[-1]
    if head in CALLINGS:
        figure.nouns.update(word for word in phrase if word in CALLINGS)
    if figure.person and not is_organisation(sighting.words):
        if head not in CALLINGS and head not in TITLES:
            return
        figure.known = True
    elif head not in ORGANISATION_NOUNS or len(phrase) < 2 or words[end - 1][0].isupper():
        return
    while start + 1 < end and low[start] in BARE:
        start += 1
    while end > start and low[end - 1] in BARE and words[end - 1] != "Del.":
        end -= 1
    if end - start > 2 and low[start] in KIN and low[start + 1] == "and":
        start += 2
    if end - start > 1 and low[end - 1] in ABBREVIATED and low[end - 2] in CALLINGS and not is_people(low[end - 2]):
        end -= 1  # "vice presidential nominee Sen.": the first says it
    head = low[end - 1] if end > start else ""
    if head in PLURALS or not (head in CALLINGS or head in TITLES or head in ORGANISATION_NOUNS):
        return
    if _telling(line, start, end):
        give(figure, line, start, end)


def _front_start(line: Line, end: int) -> int:
    """Where the words begin that lead up to a name; `end` when none of them tells a role."""
    low, words = line.low, line.words
    sentence = line.begin(end)
    i = end
    heads = 0
    while i > sentence and end - i < 14:
        word, lower = words[i - 1], low[i - 1]
        before = low[i - 2] if i - 2 >= sentence else ""
        if lower in CALLINGS or lower in ORGANISATION_NOUNS or (lower in TITLES and word[0].isupper()):
            if lower in VERBS and word.islower() and lower not in CALLINGS:
                break
            heads += 1
        elif not heads:
            break
        elif lower == "and":
            if not _joins(line, i - 1) or before == "":
                break
        elif word in ("’s", "'s"):
            if not before[:1].isalpha():
                break
            if words[i - 2].islower():  # "the president’s lawyer": one word owns it
                i -= 2
                break
        elif not (_names(line, i - 1, sentence) or _modifies(line, i - 1) or _of_office(line, i, end, before)):
            break
        i -= 1
    if not heads:
        return end
    while i < end and (words[i] in POSSESSIVE or low[i] in ("and", "of", "the", "for")):
        i += 1
    return i


def _joins(line: Line, at: int) -> bool:
    """ "actress and director", but not "the mayor and Sen."."""
    low, words = line.low, line.words
    if at < 1 or low[at - 1] in PLURALS or words[at + 1].endswith("."):
        return False
    title = low[at - 1] in CALLINGS or (low[at - 1] in TITLES and low[at - 1] not in GIVEN)
    return title and (words[at + 1][0].islower() or words[at - 1][0].isupper())


def _names(line: Line, at: int, sentence: int) -> bool:
    """A capitalised word that may belong to the name of a party, a place, an organisation."""
    word, lower = line.words[at], line.low[at]
    if not word[0].isupper() or lower in DAYS or lower in MONTHS or lower in NOT_NAMES:
        return False
    return at > sentence or not (is_verbish(lower) or lower in DETERMINERS or is_adverb(lower))


def _modifies(line: Line, at: int) -> bool:
    """A lower-case word that may stand before a noun: listed, hyphened, or one that can be nothing but a noun."""
    word, lower = line.words[at], line.low[at]
    if not word.islower():
        return False
    if lower in MODIFIERS or ("-" in lower and lower[0].isalpha()):
        return True
    following = line.low[at + 1]  # "casino magnate", but not "defeat presumptive nominee"
    if not _plain_noun(lower) or is_people(following):
        return False
    return following in CALLINGS or (_plain_noun(following) and following not in MODIFIERS)


def _plain_noun(low: str) -> bool:
    return low.isalpha() and not (
        low in _SMALL
        or low in SPEECH
        or low in ABOUT
        or low in VERBS
        or is_adverb(low)
        or low.endswith(("ing", "ed", "s"))
    )


def _of_office(line: Line, i: int, end: int, before: str) -> bool:
    """The small words of "secretary of state", "speaker of the House", "Center for X co-founder"."""
    low, words = line.low, line.words
    lower = low[i - 1]
    if i >= end:
        return False
    if lower == "of":
        return low[i] in OFFICES or (low[i] == "the" and low[i + 1] == "house")
    if lower == "the":
        return low[i] == "house" and before == "of"
    return lower == "for" and words[i][0].isupper() and before in GROUP_NOUNS and words[i - 2][0].isupper()


def _telling(line: Line, start: int, end: int) -> bool:
    """A lone "rival" or "his wife" says nothing to somebody who has not read the story."""
    low, words = line.low, line.words
    phrase = low[start:end]
    if not phrase:
        return False
    head = phrase[-1]
    if all(word in WEAK or word in BARE or word in PLURALS for word in phrase):
        return head in TITLES and words[end - 1][0].isupper() and head in _FIRM and len(phrase) > 1
    if head in KIN:
        return any(words[k][0].isupper() or words[k] in POSSESSIVE for k in range(start, end - 1))
    if head in _UNTELLING and all(word in MODIFIERS or word in WEAK for word in phrase[:-1]):
        return False
    return head != "miss"


def introduced(line: Line, sighting: Sighting, figure: Figure) -> None:
    """The group’s president, |Ann Lee, said …; Lee’s father, |Bo Lee."""
    low, words = line.low, line.words
    stop = sighting.start - 1
    if stop < 2 or words[stop] != "," or not figure.person or is_organisation(sighting.words):
        return
    following = words[sighting.end] if sighting.end < len(words) else "."
    if following not in (",", ".") and not is_verbish(following.lower()):
        return
    first = _introduction_start(line, stop)
    cut = next((k for k in range(first, stop) if low[k] in PREPOSITIONS), stop)
    if cut <= first or low[cut - 1] not in CALLINGS or low[cut - 1] in PLURALS:
        return
    owned = any(words[k] in ("’s", "'s") for k in range(first, cut))
    if not owned and not (low[first] in _OWNERS or low[first] == "the" or line.begin(first) == first):
        return
    if not owned and low[first] in ("a", "an"):
        return
    if not owned and following == "," and words[min(sighting.end + 1, len(words) - 1)][0].isupper():
        return  # a list of names
    figure.nouns.add(low[cut - 1])
    figure.known = True
    while first < cut and (low[first] in DETERMINERS or words[first] in POSSESSIVE):
        first += 1
    if cut < stop or _telling(line, first, stop):
        give(figure, line, first, stop)


def _introduction_start(line: Line, stop: int) -> int:
    """Where the noun phrase begins that ends before the comma at `stop`."""
    low, words = line.low, line.words
    i = stop
    noun = False
    while i > line.begin(stop) and stop - i < 16:
        word, lower = words[i - 1], low[i - 1]
        if lower in ("and", "or", "-", ",", "(", ")") or word in DASHES or word in BREAKS or lower in CLAUSE_STARTS:
            break
        if is_verbish(lower) and lower not in CALLINGS and word not in POSSESSIVE:
            break
        if lower in PREPOSITIONS and lower not in ("of", "for", "at"):
            break
        i -= 1
        noun = noun or lower in CALLINGS
        starts = lower in _OWNERS or lower in ("a", "an", "the")
        if noun and starts and (i == 0 or low[i - 1] not in ("of", "for", "at")):
            break
    return i


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
    """Ann Lee, 69, a co-founder of X,| …; Ann Lee is the mayor of Z; Ann Lee, who runs Y; Ann Lee of Y."""
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
    if words[start] != QUOTE and low[start] not in ("and", "or", "but") and words[start] not in POSSESSIVE:
        _described(line, start, copula, sighting, figure, cast)


def _described(line: Line, start: int, copula: bool, sighting: Sighting, figure: Figure, cast: Cast) -> None:
    low, words = line.low, line.words
    lead = low[start]
    first = start + 1 if lead in ("a", "an", "the", "another") or lead in _OWNERS else start
    stop = _phrase_end(line, first, cast)
    limit = next((k for k in range(first + 1, stop) if low[k] in PREPOSITIONS), stop)
    if stop <= first or any(low[k] in SUBJECT_PRONOUNS for k in range(first, limit) if low[k] != "one"):
        return
    nouns = CALLINGS if figure.person else ORGANISATION_NOUNS
    head = low[limit - 1]
    if not figure.person and not words[limit - 1].islower():
        return
    one_of = lead in ("one", "one-half", "half") and limit < stop and low[limit] == "of"
    if one_of:
        if not figure.person or len(sighting.words) < 2 or lead == "half":
            return
    elif head in _LATER_NOUNS and head not in nouns:
        head = next((low[k] for k in range(limit - 1, first - 1, -1) if low[k] in nouns), "")
    if not one_of and (head not in nouns or head in PLURALS or head in _UNTELLING):
        return
    if not copula and not one_of and _next_of_a_list(line, start, limit, stop, cast):
        return
    if figure.person:
        figure.nouns.update(low[k] for k in range(first, limit) if low[k] in CALLINGS)
        figure.known = True
    if limit == stop and not _telling(line, first, stop):
        return
    if copula and head in WEAK and not (limit < stop and low[limit] in ("of", "at", "for")):
        return
    if lead in _OWNERS and limit == stop and (head in KIN or head in WEAK):
        return
    give(figure, line, first, stop)


def _next_of_a_list(line: Line, start: int, limit: int, stop: int, cast: Cast) -> bool:
    """Do the words after the comma name somebody else: "Ann Lee, Bo Ray"; "Ann Lee, filmmaker Bo Ray"?"""
    low, words = line.low, line.words
    lead = low[start]
    if limit < stop and cast.at.get((line.n, limit)):
        return True
    if words[start][0].isupper() and lead not in CALLINGS and lead not in TITLES:
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
    while i < count and i - start < _LONGEST:
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
    while i > start and words[i - 1].islower() and (low[i - 1] in _SMALL or is_adverb(low[i - 1])):
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
