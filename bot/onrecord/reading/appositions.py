"""Phrases between commas: which one names who speaks, "Ann Lee, a lawyer who won, |said", and which only describes."""

from __future__ import annotations

from onrecord.reading.lexicon import (
    ADVERB,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    RELATIVES,
    ROLE_NOUNS,
    SUBJECT_PRONOUNS,
    word_set,
)
from onrecord.reading.line import QUOTE, Line
from onrecord.reading.noun_phrases import PARTICIPLES, Phrase, is_pronoun, phrase_ending

_STARTS = RELATIVES | word_set("a an the one his her their its now then himself herself")
"""With which a description begins."""


def before_apposition(line: Line, comma: int, begin: int) -> Phrase | None:
    """The noun phrase before an aside: "Ann Lee, a lawyer who won, |said"."""
    low, words = line.low, line.words
    mark = low[comma]
    end = comma
    for _ in range(4):
        at = end - 1
        while at >= begin and low[at] != mark and words[at] not in (QUOTE, ";", ":"):
            at -= 1
        if at < begin or low[at] != mark or at + 1 >= end:
            # the sentence opens with the phrase itself, or with something else that ends in a comma
            segment = at + 1
            if end != comma or not _aside(line, segment):
                return phrase_ending(line, end - 1, segment) if segment < end else None
            return None
        if _aside(line, at + 1) or not _begins_phrase(line, at + 1):
            named = phrase_ending(line, at - 1, begin) if at > begin else None
            if named and not is_pronoun(line, named) and _is_name(line, at + 1, end) and not _has_name(line, named):
                return phrase_ending(line, end - 1, at + 1)  # "a lawyer for the city, Ann Lee, said"
            if named and words[at - 1] != QUOTE and not _looks_adverbial(line, named):
                return named
            end = at
            continue
        return phrase_ending(line, end - 1, at + 1)
    return None


def name_or_first(line: Line, first: Phrase, comma: int) -> Phrase:
    """ "A lawyer for the city, |Ann Lee, said": the name, where the first phrase has none."""
    start = first.end + 1
    if not is_pronoun(line, first) and not _has_name(line, first) and start < comma and _is_name(line, start, comma):
        return Phrase(start, comma)
    return first


def _looks_adverbial(line: Line, phrase: Phrase) -> bool:
    return line.low[phrase.start] in DAYS or line.low[phrase.end - 1] in DAYS or line.low[phrase.end - 1] in MONTHS


def _aside(line: Line, start: int) -> bool:
    """Could the words between two commas be an apposition or an adverbial?"""
    low = line.low[start]
    if low in _STARTS or low in PREPOSITIONS or low in PARTICIPLES or low in ADVERB or low in CLAUSE_STARTS:
        return True
    if line.words[start][0].isdigit() or (low.endswith("ing") and line.words[start][0].islower()):
        return True
    return line.words[start][0].islower() and low not in SUBJECT_PRONOUNS


def _begins_phrase(line: Line, start: int) -> bool:
    low = line.low[start]
    return low in SUBJECT_PRONOUNS or low in DETERMINERS or line.words[start][0].isupper()


def _is_name(line: Line, start: int, end: int) -> bool:
    return all(word[0].isupper() for word in line.words[start:end]) and line.low[start] not in SUBJECT_PRONOUNS


def _has_name(line: Line, phrase: Phrase) -> bool:
    return (
        line.words[phrase.end - 1][0].isupper()
        and line.low[phrase.end - 1] not in ROLE_NOUNS
        and (phrase.end - phrase.start > 1 or line.low[phrase.start] not in DETERMINERS)
    )
