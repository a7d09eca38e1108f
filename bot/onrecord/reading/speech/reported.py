"""Reported speech without quotation marks: "Ann Lee said the bridge would open".

Humans disagree on where such a clause ends, so only plain cases are taken, and what hangs on behind is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    CLAUSE_STARTS,
    CONVINCED,
    PREPOSITIONS,
    SPEECH,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, SCRAP, Line
from onrecord.reading.noun_phrases import Phrase
from onrecord.reading.speech.attitudes import ASKING, TO_DO, asking, denied, minded, to_do
from onrecord.reading.speech.reported_words import TAKING_WORDS, WITH_THAT, words_begin, words_end
from onrecord.reading.speech.voices import Voice
from onrecord.reading.subjects import clause_subject, left_of, right_of
from onrecord.reading.verbs import asked_aside, finite, participle, passive

_FINDS = word_set("found finds shows showed show find indicates indicated suggests suggested")
_TAKING = TAKING_WORDS | ASKING
_CUES = frozenset(
    [*(form for form, base in (ABOUT | SPEECH).items() if base in _TAKING), *_FINDS, *TO_DO, *CONVINCED, "according"]
)
"""A sentence without any of these reports nothing."""
_FINDERS = word_set(
    "poll polls study studies report reports survey surveys analysis data results records review research "
    "investigation "
    "audit documents emails census statistics figures numbers filings filing analysis polling"
)
_UNDER = word_set(
    "after when if although though because while as since which that whom before where until unless despite"
)


class Reported(NamedTuple):
    voice: Voice
    start: int
    end: int
    """Characters of the passage."""
    kind: Literal["indirect", "direct"] = "indirect"
    below: Line | None = None
    """The passage of the words, where it is not the one that names the speaker."""

    @property
    def line(self) -> Line:
        return self.below or self.voice.line


def reported_speech(line: Line) -> list[Reported]:
    found: list[Reported] = []
    low = line.low
    for begin, end in line.sentences:
        inside = [i for i in line.cues_between(begin, end) if low[i] in _CUES]
        if not inside:
            continue
        item = None if QUOTE in line.words[begin:end] else (
            _trailing(line, begin, end, inside)
            or _in_the_middle(line, begin, end, inside)
            or _according(line, begin, end)
            or _as_noted(line, begin, end, inside)
        )  # fmt: skip
        if item:
            found.append(item)
        else:
            found.extend(_leading(line, begin, end, inside))
    return found


def _leading(line: Line, begin: int, end: int, cues: list[int]) -> Iterator[Reported]:
    """Ann Lee said (that) …; …, adding that …"""
    low = line.low
    taken = begin + 1
    for cue in cues:
        if cue < taken or cue >= end - 2:
            continue
        base = SPEECH.get(low[cue]) or ABOUT.get(low[cue])
        finds = low[cue] in _FINDS
        follows = low[cue + 1]
        if asked_aside(line, cue):
            continue
        look = minded if follows == "that" else to_do if follows == "to" else asking
        other = look(line, begin, cue)
        if other or (base is None and not finds):
            voice = other and _owning(other, begin)
            if voice:
                at = voice.at + 1
                cut = words_end(line, at, end)
                if QUOTE not in line.words[at:cut] and cut - at >= 4:
                    stop = cut
                    while not line.words[stop - 1][0].isalnum():
                        stop -= 1
                    taken = cut
                    yield Reported(voice, line.starts[at], line.ends[stop - 1])
            continue
        if participle(line, cue):
            if base not in WITH_THAT or not (
                line.words[cue - 1] in (",", "and", "but", "—", "–", "--", "-")
                or (low[cue] == "saying" and _statement(line, begin, cue))
            ):
                continue
            phrase = clause_subject(line, begin, cue) or _speaker_before(line, begin, cue)
        else:
            if not finite(line, cue) or passive(line, cue) or denied(line, begin, cue):
                continue
            phrase = left_of(line, cue, begin)
            if phrase is None:
                back = cue - 1
                while back > begin and (low[back] in AUX or is_adverb(low[back])):
                    back -= 1
                if low[back] in ("and", "but"):
                    phrase = clause_subject(line, begin, cue)
        if phrase is None:
            continue
        under = _subordinate(line, phrase, begin)
        if under and not (base == "say" and phrase.start == begin + 1 and low[begin] in _WHILE):
            continue
        if (
            finds
            and base not in WITH_THAT
            and low[cue + 1] != "that"
            and (low[phrase.end - 1] not in _FINDERS and low[min(phrase.start + 1, phrase.end - 1)] not in _FINDERS)
        ):
            continue
        if line.words[cue + 1] == ":" and base in WITH_THAT and end - cue > 5:
            voice = Voice(line, phrase, line.words[cue], "she said:", cue)
            yield Reported(voice, line.starts[cue + 2], line.ends[end - 1])
            return
        behind = cue + 1 + (low[cue] != line.words[cue].lower())  # "pointed |out that"
        at = words_begin(line, behind, end, "find" if finds and base not in WITH_THAT else base or "")
        if at is None:
            continue
        cut = words_end(line, at, end)
        if under:  # "While Ann Lee said the bridge was safe, …"
            cut = next((k for k in range(at, cut) if line.words[k] == ","), end)
            if cut == end:
                continue
        taken = cut
        if QUOTE in line.words[at:cut]:
            continue
        stop = cut
        while stop > at and not line.words[stop - 1][0].isalnum() and line.words[stop - 1] not in ("’", "”", SCRAP):
            stop -= 1
        if stop - at >= 3:
            voice = Voice(line, phrase, line.words[cue], "she said that", cue)
            yield Reported(voice, line.starts[at], line.ends[stop - 1])


def _owning(voice: Voice, begin: int) -> Voice | None:
    return voice if voice.phrase and not _subordinate(voice.line, voice.phrase, begin) else None


_WHILE = word_set("while although though")


def _statement(line: Line, begin: int, cue: int) -> bool:
    """The club sent a letter on Monday |saying"""
    return any(line.low[i] in _PAPERS for i in range(max(begin, cue - 5), cue))


_PAPERS = word_set("statement letter email e-mail tweet post memo note message report release article op-ed editorial")


def _speaker_before(line: Line, begin: int, cue: int) -> Phrase | None:
    """ "…," Ann Lee said, |adding that …"""
    for i in range(cue - 1, max(begin, cue - 14), -1):
        if SPEECH.get(line.low[i]) and finite(line, i):
            return left_of(line, i, begin) or right_of(line, i, cue)
    return None


def _subordinate(line: Line, phrase: Phrase, begin: int) -> bool:
    """ "After Ann Lee said …", "a list that Ann Lee said …": the sentence is about something else."""
    back = phrase.start - 1
    if line.low[phrase.start] == "who":
        return False
    if line.low[phrase.start] in ("which", "that"):
        return True
    if back < begin:
        return False
    return line.low[back] in _UNDER or (line.words[back][0].islower() and not is_adverb(line.low[back]) and (
        line.low[back] not in ("and", "but", "yet", "or", "so") and line.low[back] not in PREPOSITIONS
    ))  # fmt: skip


def _trailing(line: Line, begin: int, end: int, cues: list[int]) -> Reported | None:
    """…, Ann Lee said. …, said Ann Lee. …, according to Ann Lee."""
    low, words = line.low, line.words
    for i in range(min(cues[-1], end - 1) - 1, max(begin + 3, end - 25), -1):
        if words[i] != ",":
            continue
        if low[i + 1] == "according" and i + 2 < end and low[i + 2] == "to":
            phrase = right_of(line, i + 2, end)
            if phrase:
                return Reported(
                    Voice(line, phrase, "according to", "according to", i + 1), line.starts[begin], line.ends[i - 1]
                )
            return None
        if SPEECH.get(low[i + 1]) == "say" and not participle(line, i + 1):
            phrase = right_of(line, i + 1, end)
            whole = phrase is not None and (phrase.end >= end - 1 or words[phrase.end] == ",")
            if (
                phrase
                and whole
                and words[phrase.end - 1][0].isupper()
                and any(is_verbish(low[k]) for k in range(begin + 1, i))
            ):
                return Reported(
                    Voice(line, phrase, words[i + 1], "…, said she", i + 1), line.starts[begin], line.ends[i - 1]
                )
        for cue in range(i + 1, min(end - 1, i + 20)):
            if words[cue] == ",":
                break
            finds = low[cue] in _FINDS and low[cue - 1] in _FINDERS
            said = SPEECH.get(low[cue]) == "say" or (SPEECH.get(low[cue]) in _CLOSING and words[cue + 1] in ".;")
            if finds or (said and finite(line, cue) and not denied(line, i, cue) and low[i + 1] not in ("i", "we")):
                phrase = left_of(line, cue, i + 1)
                stop = next((k for k in range(cue + 1, end) if words[k] == ";"), end)
                closes = all(not is_verbish(low[k]) and words[k] != "," for k in range(cue + 1, stop))
                if phrase and phrase.start == i + 1 and low[i + 1] not in CLAUSE_STARTS and closes:
                    return Reported(
                        Voice(line, phrase, words[cue], "…, she said", cue), line.starts[begin], line.ends[i - 1]
                    )
                break
    return None


_CLOSING = word_set("add argue note explain insist claim contend warn report")
"""Verbs that may end a sentence whose words they report."""


def _in_the_middle(line: Line, begin: int, end: int, cues: list[int]) -> Reported | None:
    """The bridge, Ann Lee said, would open in May."""
    low, words = line.low, line.words
    for cue in cues:
        if (
            not begin + 3 <= cue < end - 4
            or SPEECH.get(low[cue]) != "say"
            or words[cue + 1] != ","
            or not finite(line, cue)
        ):
            continue
        phrase = left_of(line, cue, begin)
        if phrase is None or phrase.start <= begin + 1 or words[phrase.start - 1] != ",":
            continue
        clause = any(is_verbish(low[k]) for k in range(begin + 1, phrase.start - 1))
        adverbial = low[begin] in PREPOSITIONS or is_adverb(low[begin])
        start = cue + 2 if adverbial and not clause else begin
        stop = end
        while stop > start and not words[stop - 1][0].isalnum():
            stop -= 1
        if stop - start >= 4:
            return Reported(
                Voice(line, phrase, words[cue], "…, she said, …", cue), line.starts[start], line.ends[stop - 1]
            )
    return None


def _as_noted(line: Line, begin: int, end: int, cues: list[int]) -> Reported | None:
    """As Ann Lee noted, the bridge would open in May."""
    low, words = line.low, line.words
    if low[begin] != "as" or not cues or cues[0] > begin + 14:
        return None
    cue = cues[0]
    if SPEECH.get(low[cue]) not in ("note", "report", "say", "write", "reveal", "warn") or not finite(line, cue):
        return None
    comma = next((k for k in range(cue + 1, min(cue + 5, end)) if words[k] == ","), 0)
    phrase = left_of(line, cue, begin + 1)
    if (
        not comma
        or phrase is None
        or phrase.start != begin + 1
        or any(is_verbish(low[k]) for k in range(cue + 1, comma))
    ):
        return None
    stop = words_end(line, comma + 1, end)
    while stop > comma and not words[stop - 1][0].isalnum():
        stop -= 1
    if stop - comma < 5:
        return None
    voice = Voice(line, phrase, words[cue], "as she noted", cue)
    return Reported(voice, line.starts[comma + 1], line.ends[stop - 1])


def _according(line: Line, begin: int, end: int) -> Reported | None:
    """According to Ann Lee, the bridge would open in May."""
    low, words = line.low, line.words
    if end - begin < 8 or low[begin] != "according" or low[begin + 1] != "to":
        return None
    phrase = right_of(line, begin + 1, end)
    comma = next((i for i in range(begin + 2, min(end, begin + 25)) if words[i] == ","), 0)
    if phrase is None or not comma:
        return None
    stop = end
    while stop > comma and not words[stop - 1][0].isalnum():
        stop -= 1
    if stop - comma < 5:
        return None
    return Reported(
        Voice(line, phrase, "According to", "according to", begin), line.starts[comma + 1], line.ends[stop - 1]
    )
