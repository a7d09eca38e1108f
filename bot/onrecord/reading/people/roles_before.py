"""Roles that stand in front of a name, or introduce it."""

from __future__ import annotations

from onrecord.reading.entity_types import is_organisation, is_people
from onrecord.reading.given_names import GIVEN
from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    CLAUSE_STARTS,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
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
from onrecord.reading.line import Line
from onrecord.reading.occupations import (
    ABBREVIATED,
    BARE,
    CALLINGS,
    KIN,
    MODIFIERS,
    OFFICES,
    ORGANISATION_NOUNS,
    PLURALS,
    WEAK,
)
from onrecord.reading.people.cast import Figure
from onrecord.reading.people.role_text import BREAKS, DASHES, POSSESSIVE, give
from onrecord.reading.people.sightings import Sighting

SMALL = (
    DETERMINERS
    | PREPOSITIONS
    | CLAUSE_STARTS
    | CONJUNCTIONS
    | AUX
    | SUBJECT_PRONOUNS
    | word_set("him them me us not way")
)
OWNERS = frozenset(["his", "her", "its", "their", "our"])


HEADS = CALLINGS | ORGANISATION_NOUNS | TITLES
LATER_NOUNS = frozenset(["emeritus", "elect", "designate", "general"])
UNTELLING = word_set("man woman rival victim suspect source friend")
_IN_FULL = {
    "sen": "senator", "sen.": "senator", "rep": "representative", "rep.": "representative", "gov": "governor",
    "gov.": "governor", "prof": "professor", "prof.": "professor", "rev": "reverend", "rev.": "reverend",
}  # fmt: skip
"""Titles before names, as the story calls their bearers later."""
_FIRM = word_set("chief leader officer general chair candidate nominee hopeful")
LONGEST = 26
"""Words of an apposition; what runs longer is a clause."""


def in_front(line: Line, sighting: Sighting, figure: Figure) -> None:
    """Center for X co-founder |Ann Lee; former governor and ambassador |Bo Ray; Lee’s campaign manager |Ida Marsh.

    One of `HEADS` stands right before the name.
    """
    low, words = line.low, line.words
    end = sighting.start
    start = _front_start(line, end)
    phrase = low[start:end]
    if not phrase:
        return
    head = phrase[-1]
    if head in CALLINGS:
        figure.nouns.update(word for word in phrase if word in CALLINGS)
    elif head in _IN_FULL and len(phrase) > 1:  # "Ohio Sen.": by the title alone others may be meant
        figure.nouns.add(_IN_FULL[head])
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
    if telling(line, start, end):
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
    if lower == "noted":  # "…, |noted Vell Mayor Ann Lee"
        return line.low[at - 1] in DETERMINERS
    if lower in MODIFIERS or ("-" in lower and lower[0].isalpha()):
        return True
    following = line.low[at + 1]  # "casino magnate", but not "defeat presumptive nominee", "to assist Vell Mayor"
    if not _plain_noun(lower) or is_people(following) or line.words[at + 1][0].isupper():
        return False
    return following in CALLINGS or (_plain_noun(following) and following not in MODIFIERS)


def _plain_noun(low: str) -> bool:
    return low.isalpha() and not (
        low in SMALL
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


def telling(line: Line, start: int, end: int) -> bool:
    """A lone "rival" or "his wife" says nothing to somebody who has not read the story."""
    low, words = line.low, line.words
    phrase = low[start:end]
    if not phrase:
        return False
    head = phrase[-1]
    if all(word in WEAK or word in BARE or word in PLURALS for word in phrase):
        if len(phrase) > 2 and head not in PLURALS | UNTELLING:  # "former state party chair"
            return True
        return head in TITLES and words[end - 1][0].isupper() and head in _FIRM and len(phrase) > 1
    if head in KIN:
        return any(words[k][0].isupper() or words[k] in POSSESSIVE for k in range(start, end - 1))
    if head in UNTELLING and all(word in MODIFIERS or word in WEAK for word in phrase[:-1]):
        return False
    return head != "miss"


def introduced(line: Line, sighting: Sighting, figure: Figure) -> None:
    """The group’s president, |Ann Lee, said …; Lee’s father, |Bo Lee. A comma stands right before the name."""
    low, words = line.low, line.words
    stop = sighting.start - 1
    if stop < 2 or not figure.person or is_organisation(sighting.words):
        return
    following = words[sighting.end] if sighting.end < len(words) else "."
    if following not in (",", ".") and not is_verbish(following.lower()):
        return
    first = _introduction_start(line, stop)
    led = first - 1 if first and line.begin(first) == first - 1 else first
    if low[led] == "not" or (following != "," and led < first and low[led] in PREPOSITIONS):
        return  # "To the mayor, Ann Lee is a thief"
    cut = next((k for k in range(first, stop) if low[k] in PREPOSITIONS), stop)
    if cut <= first or low[cut - 1] not in CALLINGS or low[cut - 1] in PLURALS:
        return
    owned = any(words[k] in ("’s", "'s") for k in range(first, cut))
    articled = low[first] in ("a", "an")
    if not owned and not (low[first] in OWNERS or low[first] == "the" or articled or line.begin(first) == first):
        return
    if not owned and articled and _may_be_listed(line, first, sighting.end):
        return
    if not owned and following == "," and words[min(sighting.end + 1, len(words) - 1)][0].isupper():
        return  # a list of names
    figure.nouns.add(low[cut - 1])
    figure.known = True
    while first < cut and (low[first] in DETERMINERS or words[first] in POSSESSIVE):
        first += 1
    if cut < stop or telling(line, first, stop):
        give(figure, line, first, stop)


def _may_be_listed(line: Line, first: int, end: int) -> bool:
    """Is "a nurse, |Ann Lee|" perhaps two of several: "a nurse, Ann Lee and Bo Ray", "the cook, a nurse, Ann Lee"?"""
    low, words = line.low, line.words
    if line.begin(first) != first and (words[first - 1] == "," or low[first - 1] in CONJUNCTIONS):
        return True
    following = words[end : end + 2]
    return following[:1] == [","] and (len(following) < 2 or low[end + 1] in CONJUNCTIONS | DETERMINERS)


def _introduction_start(line: Line, stop: int) -> int:
    """Where the noun phrase begins that ends before the comma at `stop`."""
    low, words = line.low, line.words
    i = stop
    noun = False
    while i > line.begin(stop) and stop - i < 16:
        word, lower = words[i - 1], low[i - 1]
        if lower == "and" and i > 1 and low[i - 2] in CALLINGS and low[i] in CALLINGS:
            i -= 1  # "the founder and chairman of the League"
            continue
        if lower in ("and", "or", "-", ",", "(", ")") or word in DASHES or word in BREAKS or lower in CLAUSE_STARTS:
            break
        if is_verbish(lower) and lower not in CALLINGS and word not in POSSESSIVE:
            break
        if lower in PREPOSITIONS and lower not in ("of", "for", "at"):
            break
        i -= 1
        noun = noun or lower in CALLINGS
        starts = lower in OWNERS or lower in ("a", "an", "the")
        if noun and starts and (i == 0 or low[i - 1] not in ("of", "for", "at")):
            break
    return i
