"""Noun phrases: the one that ends at a word, and the one with which a clause opens."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reading.lexicon import (
    ADVERB,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    GROUP_NOUNS,
    MONTHS,
    NP_PREPOSITIONS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    ROLE_NOUNS,
    SPEECH,
    SUBJECT_PRONOUNS,
    VERBS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, Line, last_mark
from onrecord.reading.places import PLACES


class Phrase(NamedTuple):
    """A range of tokens that names somebody."""

    start: int
    end: int


BREAKS = frozenset(
    [",", ";", ":", "—", "–", "--", "---", "(", ")", "[", "]", QUOTE, ".", "!", "?", "…", "...", "-", "―", "•", "|"]
)
POSSESSIVE = frozenset(["’s", "'s", "’", "'"])
APPOSITION_STARTS = RELATIVES | word_set("a an the one his her their its now then himself herself")
PARTICIPLES = word_set(
    "speaking referring citing quoting alluding talking asked appearing standing writing addressing responding noting "
    "known born dressed seated sitting wearing flanked joined based pressed paraphrasing echoing"
)


QUANTITIES = frozenset(["one", "two", "three", "some", "many", "most", "several", "both", "all", "none", "another"])


def is_pronoun(line: Line, phrase: Phrase) -> bool:
    return phrase.end - phrase.start == 1 and line.low[phrase.start] in SUBJECT_PRONOUNS


def phrase_ending(line: Line, last: int, begin: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, prepositional tails taken in."""
    low, words = line.low, line.words
    if last < begin:
        return None
    if words[last] in BREAKS:
        return None
    if low[last] in SUBJECT_PRONOUNS and (
        low[last] in PERSONAL or not (last > begin and low[last - 1] in ("the", "this", "that"))
    ):
        return Phrase(last, last + 1)
    if low[last] in ("which", "that") and last > begin + 1:
        owner = last - 1 - (words[last - 1] == ",")
        if nounish(line, owner) or _noun_here(line, owner, begin):
            return Phrase(last, last + 1)
    # A relative clause without commas: "the man who founded the firm |said"
    i = last
    best = last + 1
    steps = 0
    while i >= begin and steps < 40:
        steps += 1
        word = words[i]
        lower = low[i]
        if word in POSSESSIVE:
            i -= 1
            continue
        if word in BREAKS:
            break
        if lower in RELATIVES and lower != "where" and i > begin:
            if best <= last and all(other[0].isupper() for other in words[best : last + 1]):
                return Phrase(best, last + 1)  # "the man whom Ann Lee |called"
            inner = phrase_ending(line, i - 1, begin)
            return inner if inner and not is_pronoun(line, inner) else Phrase(best, last + 1) if best <= last else None
        if word[0].isupper() and (lower not in CLAUSE_STARTS or i > begin) and lower not in PREPOSITIONS:
            best = i
            i -= 1
            continue
        if word[0].isupper() and ((lower in PREPOSITIONS and i > begin) or (lower in ADVERB and i == begin)):
            break
        if lower in DETERMINERS:
            best = i
            if i > begin and low[i - 1] in NP_PREPOSITIONS and i - 2 >= begin and (
                nounish(line, i - 2) or (low[i - 1] == "of" and low[i - 2] in QUANTITIES)
            ):  # fmt: skip
                i -= 2
                continue
            if i > begin and low[i - 1] in DETERMINERS:
                i -= 1
                continue
            break
        if lower in NP_PREPOSITIONS:
            if best <= last and i > begin and nounish(line, i - 1):
                i -= 1
                continue
            break
        if lower == "and" or word == "&":
            if best == i + 1 and i > begin and (words[i - 1][0].isupper() and words[i + 1][0].isupper()):
                i -= 1
                continue
            break
        if lower in CLAUSE_STARTS or lower in PREPOSITIONS or lower in SUBJECT_PRONOUNS:
            break
        if (
            is_verbish(lower)
            and not (best > last and _noun_here(line, i, begin))
            and not (
                SPEECH.get(lower) == lower and i > begin and low[i - 1] in DETERMINERS  # "the |state clerks"
            )
        ):
            if lower.endswith("ed") and best <= last and lower not in VERBS and _reduced(line, i, begin):
                i -= 1
                continue
            break
        if is_adverb(lower) and best > last:
            i -= 1
            last = i
            best = last + 1
            continue
        best = i
        i -= 1
    return Phrase(best, last + 1) if best <= last and _plausible(line, best, last + 1) else None


def _noun_here(line: Line, i: int, begin: int) -> bool:
    """Is a form like "report" or "claims" the noun here? An article, an adjective or a name before it says so."""
    lower = line.low[i]
    if i <= begin or not (lower in DOCUMENTS or SPEECH.get(lower) == lower):
        return False
    before = line.low[i - 1]
    return before in DETERMINERS or line.words[i - 1] in POSSESSIVE or before in GROUP_NOUNS or (
        line.words[i - 1][0].isupper() or before.endswith(("al", "ic", "ive", "ous", "ing"))
    )  # fmt: skip


def _plausible(line: Line, start: int, end: int) -> bool:
    """Could this name anybody? A bare common word ("far", "odd") could not."""
    low = line.low[start]
    if low in DETERMINERS or end - start > 2:
        return True
    return any(
        line.words[i][0].isupper()
        or line.low[i] in ROLE_NOUNS
        or line.low[i] in GROUP_NOUNS
        or line.low[i].endswith("s")
        for i in range(start, end)
    )


def _reduced(line: Line, i: int, begin: int) -> bool:
    """Is this a participle that leans on the noun before it, "an official briefed on the plan"?"""
    return i > begin and line.low[i - 1] in _PEOPLE_HEADS


_PEOPLE_HEADS = word_set(
    "source sources official officials person people aide aides man woman group statement report memo letter "
    "adviser advisers lawyer spokesman spokeswoman"
)


def nounish(line: Line, i: int) -> bool:
    word = line.words[i]
    lower = line.low[i]
    if word in BREAKS or word in POSSESSIVE:
        return False
    if word[0].isupper():
        return lower not in PREPOSITIONS and lower not in _OPENERS
    return not (
        lower in PREPOSITIONS or lower in CLAUSE_STARTS or lower in SUBJECT_PRONOUNS or lower in DETERMINERS
        or is_verbish(lower) or lower in ADVERB
    )  # fmt: skip


_OPENERS = frozenset(["and", "but", "yet", "so", "even", "just", "then", "or"])


def opening(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject with which a sentence or clause opens, introductory adverbials passed over."""
    low, words = line.low, line.words
    i = begin
    while i < end and (
        (words[i] in BREAKS and words[i] != QUOTE) or low[i] in ("and", "but", "yet", "so", "then", "or", "“")
    ):
        i += 1
    for _ in range(4):
        if i >= end or words[i] == QUOTE:
            return None
        lower = low[i]
        comma = _time_phrase(line, i, end)
        if comma:
            i = comma + 1
            continue
        if _adverbial(line, i, end):
            comma = i
            while comma < end and words[comma] != ",":
                if words[comma] in (":", ";") or (words[comma] == QUOTE and last_mark(line, comma) != ","):
                    return None
                if words[comma] == QUOTE:
                    break  # On “The Late Boat,” Ann Lee said
                comma += 1
            if comma >= end:
                return None
            i = comma + 1
            while (
                i + 1 < end
                and words[i][0].isupper()
                and words[i + 1] == ","
                and (low[i] in PLACES or words[i][-1] == "." or (len(words[i]) == 2 and words[i].isupper()))
            ):
                i += 2  # "At a rally in Port Ellery, Iowa, …"
            continue
        break
    if i >= end:
        return None
    if low[i] in SUBJECT_PRONOUNS and not (low[i] in DETERMINERS and i + 1 < end and nounish(line, i + 1)):
        return (
            Phrase(i, i + 1)
            if low[i] in PERSONAL or (low[i] in QUANTITIES and i + 1 < end and is_verbish(low[i + 1]))
            else None
        )
    start = i
    while i < end and i - start < 14:
        word, lower = words[i], low[i]
        if word in POSSESSIVE:
            i += 1
            continue
        if word in BREAKS or lower in RELATIVES:
            break
        if (
            i > start
            and not word[0].isupper()
            and (is_adverb(lower) or (is_verbish(lower) and SPEECH.get(lower) != lower))
        ):
            break
        if i > start and words[i - 1][0].isupper() and lower.endswith("s") and word[0].islower() and not _plural(lower):
            break  # "Ruiz lobbies for …"
        if lower in PREPOSITIONS and lower not in ("of", "for", "at", "with", "from", "in"):
            break
        if lower in CLAUSE_STARTS:
            break
        if lower in SUBJECT_PRONOUNS and lower not in DETERMINERS:
            break
        i += 1
    while i > start and (low[i - 1] in PREPOSITIONS or words[i - 1] in POSSESSIVE or low[i - 1] in DETERMINERS):
        i -= 1
    return Phrase(start, i) if i > start else None


_TIMES = word_set(
    "week month year night morning afternoon evening day weekend summer winter spring fall century decade season ago "
    "later earlier time moments minutes hours days weeks months years moment minute hour tuesday monday wednesday "
    "thursday friday saturday sunday instance"
)


def _adverbial(line: Line, i: int, end: int) -> bool:
    """Does an introduction begin here: "In a statement", "Asked by reporters", "Speaking from a crate"?"""
    lower = line.low[i]
    if lower in PREPOSITIONS or lower in CLAUSE_STARTS or lower in DAYS or lower in PARTICIPLES:
        return True
    if is_adverb(lower):
        follows = line.low[i + 1] if i + 1 < end else "."
        told = line.low[i + 2] if follows == "," and i + 2 < end else ""  # "Connolly said", "Connolly, who chairs it"
        return lower in ADVERB or not (follows in SPEECH or told in ("who", "whose", "whom") or told.isdigit())
    return lower.endswith("ing") or (lower.endswith("ed") and i + 1 < end and line.low[i + 1] in PREPOSITIONS)


def _time_phrase(line: Line, i: int, end: int) -> int:
    """The comma that ends "Last month," or "Eight years ago,"; 0 when the clause opens otherwise."""
    for j in range(i + 1, min(end, i + 6)):
        if line.words[j] == ",":
            time = line.low[j - 1] if line.low[j - 1] not in ("before", "after") else line.low[j - 2]
            return j if time in _TIMES or time in MONTHS or line.words[j - 1].isdigit() else 0
        if not line.words[j][0].isalnum():
            return 0
    return 0


_PLURAL_ENDS = ("ers", "ors", "ists", "ents", "ants", "ians", "ates", "ss", "us", "men")
_PLURALS = GROUP_NOUNS | word_set("allies families policies parties aides plans emails ads news ’s")


def _plural(low: str) -> bool:
    return low.endswith(_PLURAL_ENDS) or low[:-1] in ROLE_NOUNS or low in _PLURALS
