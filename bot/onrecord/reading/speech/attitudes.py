"""What is on somebody's mind: what Ann Lee vows to do, is sure of, or wonders about.

Only the kinds of which three in four are what a careful reader marks as somebody's; "wanted to" and "opposed" are not.
"""

from __future__ import annotations

from onrecord.reading.lexicon import ABOUT, AUX, CONVINCED, SPEECH, inflected, is_adverb, word_set
from onrecord.reading.line import Line
from onrecord.reading.noun_phrases import Phrase
from onrecord.reading.speech.voices import Voice
from onrecord.reading.subjects import left_of
from onrecord.reading.verbs import finite, participle, passive

TO_DO = inflected("hope vow promise")
"""Verbs that say with "to" what somebody means to do, each form with its base."""
ASKING = word_set("ask wonder know explain describe question consider discuss understand")
"""Verbs that take a question: "asked whether", "explained why"."""

_UNREAL = word_set("may might should could would not never n’t if is are was were be been to")
_BEING = word_set(
    "is was are were be been remain remains remained feel feels felt ’s 's am become became seem seemed seems"
)
_WHY = word_set("why how whether if what who when where")


def minded(line: Line, begin: int, cue: int) -> Voice | None:
    """Ann Lee is confident |that …"""
    low = line.low
    if low[cue] not in CONVINCED or low[cue + 1] != "that":
        return None
    back = cue - 1
    while back > begin and is_adverb(low[back]):
        back -= 1
    phrase = left_of(line, cue, begin) if low[back] in _BEING else None
    return Voice(line, phrase, line.words[cue], "she is sure that", cue) if phrase else None


def to_do(line: Line, begin: int, cue: int) -> Voice | None:
    """Ann Lee vowed |to …: what a named one, he or she means to do; not what somebody may, or does not."""
    low = line.low
    if low[cue] not in TO_DO or low[cue + 1] != "to" or participle(line, cue) or not finite(line, cue):
        return None
    if low[cue + 2] == "comment" or any(low[k] in _UNREAL for k in range(max(begin, cue - 3), cue)):
        return None
    phrase = left_of(line, cue, begin)
    if phrase is None or not (low[phrase.start] in ("he", "she") or _named(line, phrase, begin)):
        return None
    return Voice(line, phrase, line.words[cue], "she vowed to", cue)


def _named(line: Line, phrase: Phrase, begin: int) -> bool:
    return any(line.words[i][0].isupper() and (i > begin or phrase.end - i == 1) for i in range(*phrase))


def denied(line: Line, begin: int, cue: int) -> bool:
    """Ann Lee never |explained why …, did not |say."""
    for k in range(cue - 1, max(begin, cue - 6), -1):
        if line.low[k] in _NEVER or line.low[k].endswith(("n’t", "n't")):
            return True
        if not (line.low[k] in AUX or line.low[k] in ("to", "want", "wish") or is_adverb(line.low[k])):
            return False
    return False


_NEVER = word_set("not never cannot nor neither")


def asking(line: Line, begin: int, cue: int) -> Voice | None:
    """Ann Lee explained |why …"""
    low = line.low
    if (SPEECH.get(low[cue]) or ABOUT.get(low[cue])) not in ASKING or low[cue + 1] not in _WHY:
        return None
    if participle(line, cue) or not finite(line, cue) or passive(line, cue) or denied(line, begin, cue):
        return None
    phrase = left_of(line, cue, begin)
    return Voice(line, phrase, line.words[cue], "she asked why", cue) if phrase else None
