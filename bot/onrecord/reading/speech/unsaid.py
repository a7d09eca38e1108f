"""Clauses with a verb of saying in which nothing is said: questions, conditions, what nobody said."""

from __future__ import annotations

from onrecord.reading.lexicon import DETERMINERS, SPEECH, is_verbish, word_set
from onrecord.reading.line import Line
from onrecord.reading.noun_phrases import BREAKS, Phrase

_BEFORE_SUBJECTS = word_set("did does had has have should would could was were")
"""Before its subject, such a verb asks or supposes: "Had Ann Lee said …"."""
_SUPPOSING = word_set("suppose imagine perhaps maybe")
_NOBODY = word_set("no nobody none neither")
_NO_MATTER = word_set("matter wonder doubt surprise longer question sooner")
_UNREAL = word_set("would could should")
_PEOPLE = word_set("man woman boy girl person people men women child children one")


def unsaid(line: Line, begin: int, phrase: Phrase, cue: int) -> bool:
    """Does the clause of this subject and this verb tell of no words, or of nobody who said them?"""
    return (
        _asks(line, begin, phrase, cue)
        or _by_nobody(line, begin, phrase)
        or _unreal(line, cue)
        or _of_whom(line, phrase)
    )


def _asks(line: Line, begin: int, phrase: Phrase, cue: int) -> bool:
    """Did Ann Lee say …? Had Ann Lee said …, she would …; Perhaps Ann Lee said …"""
    low = line.low
    first = begin + (low[begin] in ("and", "but", "or", "so"))
    if first >= phrase.end or phrase.start > first + 1:
        return False
    if low[first] in ("do", "will"):  # not "Will Oduya said …"
        return SPEECH.get(low[cue]) == low[cue] and cue == phrase.end
    return low[first] in _BEFORE_SUBJECTS or low[first] in _SUPPOSING


def _by_nobody(line: Line, begin: int, phrase: Phrase) -> bool:
    """No one at the club said …, "neither Ann Lee nor Bo Ray |said …"."""
    low = line.low
    if phrase.start > begin and low[phrase.start - 1] == "nor":
        return True
    first = begin + (low[begin] in ("and", "but", "or", "so"))
    if low[first] not in _NOBODY or first > phrase.start or low[first + 1] in _NO_MATTER:
        return False
    between = range(first + 1, phrase.start)
    return not any(line.words[k] in BREAKS or is_verbish(low[k]) for k in between)


def _unreal(line: Line, cue: int) -> bool:
    """Ann Lee would have |said …"""
    return cue > 1 and line.low[cue - 1] == "have" and line.low[cue - 2] in _UNREAL


def _of_whom(line: Line, phrase: Phrase) -> bool:
    """The man Ann Lee |said stole the bell: what follows tells which man."""
    name = phrase.start + 2
    return (
        name < phrase.end
        and line.low[phrase.start] in DETERMINERS
        and line.low[phrase.start + 1] in _PEOPLE
        and line.words[name][0].isupper()
    )
