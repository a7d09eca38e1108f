"""Reported speech without quotation marks: "Ann Lee said the bridge would open"."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reading.attribution import Voice
from onrecord.reading.lexicon import CLAUSE_STARTS, DETERMINERS, PREPOSITIONS, SPEECH, SUBJECT_PRONOUNS, is_adverb
from onrecord.reading.sentences import QUOTE, Line
from onrecord.reading.subjects import left_of, right_of

_SURE = frozenset(
    [
        "say",
        "tell",
        "add",
        "announce",
        "argue",
        "explain",
        "insist",
        "warn",
        "claim",
        "acknowledge",
        "admit",
        "conclude",
        "confirm",
        "contend",
        "assert",
        "maintain",
        "state",
        "declare",
        "estimate",
        "predict",
        "report",
        "reveal",
        "reply",
        "testify",
        "write",
        "note",
        "suggest",
    ]
)
_HEARD = frozenset(["tell", "warn", "remind", "assure", "inform", "advise"])
"""Verbs with a listener between them and what is said: "told reporters that …"."""


class Reported(NamedTuple):
    voice: Voice
    start: int
    end: int
    """Characters of the passage."""


def reported_speech(line: Line) -> list[Reported]:
    found: list[Reported] = []
    for begin, end in line.sentences:
        if QUOTE in line.words[begin:end]:
            continue
        item = _leading(line, begin, end) or _trailing(line, begin, end)
        if item:
            found.append(item)
    return found


def _leading(line: Line, begin: int, end: int) -> Reported | None:
    """Ann Lee said (that) …"""
    low, words = line.low, line.words
    for cue in range(begin + 1, min(end - 2, begin + 40)):
        base = SPEECH.get(low[cue])
        if base not in _SURE or not words[cue][0].islower() or low[cue].endswith("ing"):
            continue
        phrase = left_of(line, cue, begin)
        if phrase is None:
            continue
        at = _content(line, cue + 1, end, base)
        if at is None:
            continue
        stop = end
        while stop > at and not words[stop - 1][0].isalnum():
            stop -= 1
        if stop - at < 4:
            return None
        return Reported(Voice(line, phrase, words[cue], "she said that", cue), line.starts[at], line.ends[stop - 1])
    return None


def _content(line: Line, i: int, end: int, base: str) -> int | None:
    """Where what is said begins."""
    low, words = line.low, line.words
    that = next((k for k in range(i, min(end, i + 14)) if low[k] == "that" and words[k] == "that"), None)
    if base in _HEARD:
        return that
    if i >= end:
        return None
    if low[i] == "that":
        return i
    if (
        that is not None
        and all(low[k] not in (",", ";") for k in range(i, that))
        and (low[i] in PREPOSITIONS or is_adverb(low[i]))
    ):
        return that
    if base != "say" and base not in ("argue", "claim", "insist", "note", "add", "explain", "acknowledge"):
        return None
    if (
        low[i] in PREPOSITIONS
        or words[i] in ".,:;!?"
        or low[i] in ("so", "no", "nothing", "something", "to", "what", "and")
    ):
        return None
    if is_adverb(low[i]):
        return None
    if base == "say" or low[i] in SUBJECT_PRONOUNS or low[i] in DETERMINERS or words[i][0].isupper():
        return i
    return None


def _trailing(line: Line, begin: int, end: int) -> Reported | None:
    """…, Ann Lee said. …, according to Ann Lee."""
    low, words = line.low, line.words
    for i in range(end - 2, max(begin + 3, end - 25), -1):
        if words[i] != ",":
            continue
        if low[i + 1] == "according" and i + 2 < end and low[i + 2] == "to":
            phrase = right_of(line, i + 2, end)
            if phrase:
                return Reported(
                    Voice(line, phrase, "according to", "according to", i + 1), line.starts[begin], line.ends[i - 1]
                )
            return None
        for cue in range(i + 1, end - 1):
            if SPEECH.get(low[cue]) == "say" and words[cue][0].islower():
                phrase = left_of(line, cue, i + 1)
                if phrase and phrase.start == i + 1 and low[i + 1] not in CLAUSE_STARTS:
                    return Reported(
                        Voice(line, phrase, words[cue], "…, she said", cue), line.starts[begin], line.ends[i - 1]
                    )
                return None
    return None
