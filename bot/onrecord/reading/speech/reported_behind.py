"""Reports of a whole sentence, with the cue behind them, in them, or set before them: "…, Ann Lee said"."""

from __future__ import annotations

from onrecord.reading.lexicon import (
    AUX,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    GROUP_NOUNS,
    PREPOSITIONS,
    ROLE_NOUNS,
    SPEECH,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, Line
from onrecord.reading.noun_phrases import Phrase
from onrecord.reading.speech.attitudes import denied
from onrecord.reading.speech.reported_words import FINDERS, FINDS, words_end
from onrecord.reading.speech.voices import Reported, Voice, report
from onrecord.reading.subjects import left_of, right_of
from onrecord.reading.verbs import finite, participle

_CLOSING = word_set(
    "say add argue note explain insist claim contend warn report tell write state announce acknowledge recall declare "
    "predict suggest testify maintain assert admit concede confirm"
)
"""Verbs that may end a sentence whose words they report; and below forms of others."""
_BELIEVE = word_set("believes believe think thinks")
_NOTED = word_set("note report say write reveal warn observe argue explain point acknowledge")
_GOES_ON = word_set("adding citing noting saying recalling pointing arguing calling describing")
_SOMEWHERE = word_set("say tell write argue announce")
"""Verbs behind which a place or an occasion may follow: "…, she said during a visit to the yard"."""
_SUBJECTS = SUBJECT_PRONOUNS - DETERMINERS
_FARTHEST = 60
"""Words from the end of a sentence to the comma before its cue."""
_LONGEST_SUBJECT = 20


def cue_behind(line: Line, begin: int, end: int, cues: list[int]) -> Reported | None:
    """…, Ann Lee said. …, said Ann Lee. …, according to Ann Lee."""
    low = line.low
    for comma in range(min(cues[-1], end - 1) - 1, max(begin + 3, end - _FARTHEST), -1):
        if line.words[comma] != ",":
            continue
        at = comma + 1
        if low[at] == "according" and at + 1 < end and low[at + 1] == "to":
            if low[comma - 1] in CLAUSE_STARTS or low[comma - 1] in ("and", "but", "or"):
                continue  # "the gate broke and, according to Ann Lee, …"
            phrase = right_of(line, at + 1, end)
            voice = Voice(line, phrase, "according to", "according to", at) if phrase else None
            return voice and report(voice, begin, comma)
        if SPEECH.get(low[at]) == "say" and not participle(line, at):
            phrase = _inverted(line, at, end)
            if phrase and any(is_verbish(low[k]) for k in range(begin + 1, comma)):
                return report(Voice(line, phrase, line.words[at], "…, said she", at), begin, comma)
        for cue in range(at, min(end - 1, comma + _LONGEST_SUBJECT)):
            if line.words[cue] == ",":
                break
            finds = low[cue] in FINDS and low[cue - 1] in FINDERS
            if not finds and not (_says(line, cue, at) and low[at] not in ("i", "we")):
                continue
            phrase = _whole_subject(line, cue, at)
            whole = _is_clause(line, begin, comma) or SPEECH.get(low[cue]) == "say"
            if phrase and low[at] not in CLAUSE_STARTS and whole and _closes(line, cue, end - 1):
                return report(Voice(line, phrase, line.words[cue], "…, she said", cue), begin, comma)
            break
    return None


def _inverted(line: Line, cue: int, end: int) -> Phrase | None:
    """…, |said Ann Lee, who …"""
    phrase = right_of(line, cue, end)
    if phrase is None or not (phrase.end >= end - 1 or line.words[phrase.end] == ","):
        return None
    last = phrase.end - 1
    named = line.words[last][0].isupper() or line.low[last] in ROLE_NOUNS or line.low[last] in GROUP_NOUNS
    return phrase if named else None


def _says(line: Line, cue: int, begin: int) -> bool:
    said = SPEECH.get(line.low[cue]) in _CLOSING or line.low[cue] in _BELIEVE
    return said and finite(line, cue) and not denied(line, begin, cue)


def _whole_subject(line: Line, cue: int, begin: int) -> Phrase | None:
    """The subject, if nothing stands between it and the comma before: "she and another clerk |said"."""
    phrase = left_of(line, cue, begin)
    if phrase is None or phrase.start == begin:
        return phrase
    joined = phrase.start > begin + 1 and line.low[phrase.start - 1] == "and"
    if joined and not any(is_verbish(line.low[k]) for k in range(begin, phrase.start)):
        return Phrase(begin, phrase.end)
    return None


def _is_clause(line: Line, begin: int, end: int) -> bool:
    """Do a subject and its verb stand here, not only what introduces a clause: "In a letter to the club, …"?"""
    low = line.low
    at = begin + (low[begin] in ("and", "but", "yet", "so"))
    if low[at] in PREPOSITIONS or low[at] in CLAUSE_STARTS:
        comma = next((k for k in range(at, end) if line.words[k] == ","), end)
        if comma == end:  # "After the flood Ann Lee left"
            return sum(is_verbish(low[k]) and not low[k].endswith("ing") for k in range(at + 1, end)) > 1
        at = comma
    return any(is_verbish(low[k]) for k in range(at + 1, end))


def _closes(line: Line, cue: int, end: int, *, inside: bool = False) -> bool:
    """Does nothing follow the verb that it could report: "…, Ann Lee |said on Monday", "|told reporters"?

    `inside`: more of the sentence follows, so that a verb of saying may have its words there.
    """
    low, words = line.low, line.words
    at = cue + 1
    tail = range(at, next((k for k in range(at, end) if words[k] == ";"), end))
    if any(words[k] == "," for k in tail):
        return False
    base = SPEECH.get(low[cue])
    if tail and low[at] in ("in", "on", "during", "after") and base in _SOMEWHERE:
        if any(low[k] in AUX or low[k] in _SUBJECTS or low[k] == "that" for k in tail):
            return False
    elif any(is_verbish(low[k]) for k in tail):
        return False
    if not tail or base == "tell" or (not inside and (base == "say" or low[cue] in FINDS)):
        return True
    return (
        words[at] in ".;?!:—–-"
        or low[at] in PREPOSITIONS
        or low[at] in DAYS
        or low[at] in ("last", "this", "earlier")
        or is_adverb(low[at])
        or (base == "write" and words[at][0].isupper())
    )


def cue_inside(line: Line, begin: int, end: int, cues: list[int]) -> Reported | None:
    """The bridge, Ann Lee said, would open in May."""
    low, words = line.low, line.words
    for cue in cues:
        comma = next((k for k in range(cue + 1, min(cue + 8, end)) if words[k] == ","), end)
        if not begin + 3 <= cue <= comma < end - 3 or not _says(line, cue, begin):
            continue
        if not _closes(line, cue, comma, inside=True):
            continue
        phrase = left_of(line, cue, begin)
        if phrase is None or phrase.start <= begin + 1 or words[phrase.start - 1] != ",":
            continue
        if low[phrase.start] in ("i", "we"):
            continue
        clause = any(is_verbish(low[k]) for k in range(begin + 1, phrase.start - 1))
        introduced = (low[begin] in PREPOSITIONS or is_adverb(low[begin])) and not clause
        found = report(
            Voice(line, phrase, words[cue], "…, she said, …", cue),
            comma + 1 if introduced else begin,
            phrase.start if clause and (low[comma + 1] in _GOES_ON or _another_speaks(line, comma + 1, end)) else end,
        )
        if found:
            return found
    return None


def _another_speaks(line: Line, at: int, end: int) -> bool:
    """The bridge is safe, Ann Lee said, |but Bo Ray says it is not."""
    if line.low[at] not in ("and", "but") or not line.words[at + 1][0].isupper():
        return False
    told = (k for k in range(at + 2, min(at + 5, end - 1)) if SPEECH.get(line.low[k]))
    return any(finite(line, k) for k in told)


def before_more(line: Line, begin: int, end: int, cues: list[int]) -> Reported | None:
    """The bridge would open in May, Ann Lee said, adding: “…”"""
    for cue in cues:
        comma = next((k for k in range(cue + 1, end) if not line.words[k][0].isalnum()), end)
        if QUOTE in line.words[begin:comma]:
            return None
        if comma < end - 1 and line.words[comma] == "," and line.low[comma + 1] in _GOES_ON:
            return cue_behind(line, begin, comma + 1, [cue])
    return None


def as_noted(line: Line, begin: int, end: int, cues: list[int]) -> Reported | None:
    """As Ann Lee noted, the bridge would open. As reported by the Courier, … The bridge is old, as she noted."""
    low, words = line.low, line.words
    for cue in cues:
        if cue == end - 1 or SPEECH.get(low[cue]) not in _NOTED or not finite(line, cue):
            continue
        by = low[cue - 1] == "as" and low[cue + 1] == "by"
        phrase = right_of(line, cue + 1, end) if by else left_of(line, cue, begin)
        if phrase is None:
            continue
        at = cue - 1 if by else phrase.start - 1
        behind = phrase.end if by else cue + 1
        comma = next((k for k in range(behind, min(behind + 5, end)) if words[k] == ","), end)
        if at < begin or low[at] != "as" or any(is_verbish(low[k]) for k in range(behind, comma)):
            continue
        if at <= begin + 1 and comma < end:
            start, stop = comma + 1, words_end(line, comma + 1, end)
        elif at > begin + 4 and words[at - 1] == "," and "," not in words[behind:end]:
            start, stop = begin, at
        else:
            continue
        if found := report(Voice(line, phrase, words[cue], "as she noted", cue), start, stop):
            return found
    return None


def according(line: Line, begin: int, end: int) -> Reported | None:
    """According to Ann Lee, the bridge would open in May."""
    if end - begin < 8 or line.low[begin] != "according" or line.low[begin + 1] != "to":
        return None
    phrase = right_of(line, begin + 1, end)
    comma = next((i for i in range(begin + 2, min(end, begin + 25)) if line.words[i] == ","), 0)
    if phrase is None or not comma or end - comma <= 6:
        return None
    return report(Voice(line, phrase, "According to", "according to", begin), comma + 1, end)
