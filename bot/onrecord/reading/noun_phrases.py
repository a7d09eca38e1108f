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

BREAKS = frozenset(
    [",", ";", ":", "—", "–", "--", "---", "(", ")", "[", "]", QUOTE, ".", "!", "?", "…", "...", "-", "―", "•", "|"]
)
POSSESSIVE = frozenset(["’s", "'s", "’", "'"])
PARTICIPLES = word_set(
    "speaking referring citing quoting alluding talking asked appearing standing writing addressing responding noting "
    "known born dressed seated sitting wearing flanked joined based pressed paraphrasing echoing"
)
_JOINING = frozenset(["and", "but", "yet", "so", "then", "or", "“"])
"""With which a clause may begin before its subject."""
_LONGEST = 40
"""Words that a phrase is looked for among."""
_LONGEST_SUBJECT = 14
_MOST_INTRODUCTIONS = 4
QUANTITIES = frozenset(["one", "two", "three", "some", "many", "most", "several", "both", "all", "none", "another"])
_PEOPLE_HEADS = word_set(
    "source sources official officials person people aide aides man woman group statement report memo letter "
    "adviser advisers lawyer spokesman spokeswoman those voters respondents adults residents members"
)
_ASKED = frozenset(["surveyed", "polled", "interviewed", "questioned"])
_OPENERS = frozenset(["and", "but", "yet", "so", "even", "just", "then", "or"])
_TIMES = MONTHS | word_set(
    "week month year night morning afternoon evening day weekend summer winter spring fall century decade season ago "
    "later earlier time moments minutes hours days weeks months years moment minute hour tuesday monday wednesday "
    "thursday friday saturday sunday instance"
)
_PLURAL_ENDS = ("ers", "ors", "ists", "ents", "ants", "ians", "ates", "ss", "us", "men")
_PLURALS = GROUP_NOUNS | word_set("allies families policies parties aides plans emails ads news ’s")


class Phrase(NamedTuple):
    """A range of tokens that names somebody."""

    start: int
    end: int


def is_pronoun(line: Line, phrase: Phrase) -> bool:
    return phrase.end - phrase.start == 1 and line.low[phrase.start] in SUBJECT_PRONOUNS


def phrase_ending(line: Line, last: int, begin: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, prepositional tails taken in."""
    low, words = line.low, line.words
    if last < begin or words[last] in BREAKS:
        return None
    if low[last] in SUBJECT_PRONOUNS and (
        low[last] in PERSONAL or not (last > begin and low[last - 1] in ("the", "this", "that"))
    ):
        return Phrase(last, last + 1)
    if low[last] in ("which", "that") and last > begin + 1:
        owner = last - 1 - (words[last - 1] == ",")
        if nounish(line, owner) or _noun_here(line, owner, begin):
            return Phrase(last, last + 1)
    i, best = last, last + 1
    for _ in range(_LONGEST):
        if i < begin:
            break
        if low[i] in RELATIVES and low[i] != "where" and i > begin:
            return _before_relative(line, i, begin, Phrase(best, last + 1) if best <= last else None)
        step = _step_back(line, i, begin, best, last)
        if step.takes:
            best = i
        if not step.words:
            break
        i -= step.words
        if step.sheds:
            last, best = i, i + 1
    return Phrase(best, last + 1) if best <= last and _plausible(line, best, last + 1) else None


def _before_relative(line: Line, relative: int, begin: int, behind: Phrase | None) -> Phrase | None:
    """The one meant by a clause without commas, "the man |who founded the firm"; or `behind`, who acts in it."""
    if behind and all(word[0].isupper() for word in line.words[behind.start : behind.end]):
        return behind  # "the man whom Ann Lee |called"
    before = phrase_ending(line, relative - 1, begin)
    return before if before and not is_pronoun(line, before) else behind


class _Step(NamedTuple):
    """How the search for a phrase's first word goes on from a word."""

    words: int
    """So many words back; 0: no further."""
    takes: bool = False
    """The phrase may begin with the word."""
    sheds: bool = False
    """The phrase ends before the word."""


_STOP, _PASS, _TAKE, _TAKE_LAST = _Step(0), _Step(1), _Step(1, takes=True), _Step(0, takes=True)


def _step_back(line: Line, i: int, begin: int, best: int, last: int) -> _Step:
    """`best`: where the phrase that ends with `last` begins as far as is known; behind `last` when it has no word."""
    low, words = line.low, line.words
    word, lower = words[i], low[i]
    before = low[i - 1] if i > begin else ""
    if word in POSSESSIVE:
        return _PASS
    if word in BREAKS:
        return _STOP
    if word[0].isupper() and (lower not in CLAUSE_STARTS or i > begin) and lower not in PREPOSITIONS:
        return _TAKE
    if word[0].isupper() and ((lower in PREPOSITIONS and i > begin) or (lower in ADVERB and i == begin)):
        return _STOP
    if lower in DETERMINERS:
        tied = before in NP_PREPOSITIONS and i - 2 >= begin
        if tied and (nounish(line, i - 2) or (before == "of" and low[i - 2] in QUANTITIES)):
            return _Step(2, takes=True)
        return _TAKE if before in DETERMINERS else _TAKE_LAST
    if lower in NP_PREPOSITIONS:
        return _PASS if best <= last and i > begin and nounish(line, i - 1) else _STOP
    if lower == "and" or word == "&":
        joins = best == i + 1 and i > begin and words[i - 1][0].isupper() and words[i + 1][0].isupper()
        return _PASS if joins else _STOP
    if lower in CLAUSE_STARTS or lower in PREPOSITIONS or lower in SUBJECT_PRONOUNS:
        return _STOP
    noun = (best > last and _noun_here(line, i, begin)) or (
        SPEECH.get(lower) == lower and before in DETERMINERS  # "the |state clerks"
    )
    if is_verbish(lower) and not noun:
        reduced = lower.endswith("ed") and lower not in VERBS and _reduced(line, i, begin)
        if reduced and best > last:
            return _TAKE if lower in _ASKED else _STOP  # "those |surveyed"
        return _PASS if reduced else _STOP
    return _Step(1, sheds=True) if is_adverb(lower) and best > last else _TAKE


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
    if low in DETERMINERS or end - start > 2 or line.low[end - 1] in ("percent", "%"):
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


def opening(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject with which a sentence or clause opens, introductory adverbials passed over."""
    low, words = line.low, line.words
    start = _behind_introductions(line, begin, end)
    if start < 0:
        return None
    follows = low[start + 1] if start + 1 < end else ""
    leads = (low[start] in DETERMINERS and follows and nounish(line, start + 1)) or (
        low[start] in QUANTITIES and follows == "of"
    )
    if low[start] in SUBJECT_PRONOUNS and not leads:
        alone = low[start] in PERSONAL or (low[start] in QUANTITIES and is_verbish(follows))
        return Phrase(start, start + 1) if alone else None
    i = start
    while i < end and i - start < _LONGEST_SUBJECT and (words[i] in POSSESSIVE or not _ends_subject(line, start, i)):
        i += 1
    while i > start and (low[i - 1] in PREPOSITIONS or words[i - 1] in POSSESSIVE or low[i - 1] in DETERMINERS):
        i -= 1
    return Phrase(start, i) if i > start else None


def _behind_introductions(line: Line, begin: int, end: int) -> int:
    """Where the clause itself begins, after "But last month, in Port Ellery, …"; -1 where it cannot be told."""
    low, words = line.low, line.words
    i = begin
    while i < end and ((words[i] in BREAKS and words[i] != QUOTE) or low[i] in _JOINING):
        i += 1
    for _ in range(_MOST_INTRODUCTIONS):
        if i >= end or words[i] == QUOTE:
            return -1
        if comma := _time_phrase(line, i, end):
            i = comma + 1
            continue
        if not _adverbial(line, i, end):
            break
        comma = _adverbial_end(line, i, end)
        if comma < 0:
            return -1
        i = comma + 1
        while (
            i + 1 < end
            and words[i][0].isupper()
            and words[i + 1] == ","
            and (low[i] in PLACES or words[i][-1] == "." or (len(words[i]) == 2 and words[i].isupper()))
        ):
            i += 2  # "At a rally in Port Ellery, Iowa, …"
    return i if i < end else -1


def _adverbial_end(line: Line, i: int, end: int) -> int:
    """The comma behind an introduction, or the title that ends in one: On “The Late Boat,” Ann Lee said; else -1."""
    for at in range(i, end):
        word = line.words[at]
        if word == "," or (word == QUOTE and last_mark(line, at) == ","):
            return at
        if word in (":", ";", QUOTE):
            return -1
    return -1


def _ends_subject(line: Line, start: int, i: int) -> bool:
    """Can the subject that begins at `start` not hold the word `i`?"""
    word, lower = line.words[i], line.low[i]
    if word in BREAKS or lower in RELATIVES or lower in CLAUSE_STARTS:
        return True
    if i > start and not word[0].isupper() and (is_adverb(lower) or (is_verbish(lower) and SPEECH.get(lower) != lower)):
        return True
    named = i > start and line.words[i - 1][0].isupper()
    if named and lower.endswith("s") and word[0].islower() and not _plural(lower):
        return True  # "Ruiz lobbies for …"
    if lower in PREPOSITIONS:
        return lower not in ("of", "for", "at", "with", "from", "in")
    return lower in SUBJECT_PRONOUNS and lower not in DETERMINERS


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
            return j if time in _TIMES or line.words[j - 1].isdigit() else 0
        if not line.words[j][0].isalnum():
            return 0
    return 0


def _plural(low: str) -> bool:
    return low.endswith(_PLURAL_ENDS) or low[:-1] in ROLE_NOUNS or low in _PLURALS
