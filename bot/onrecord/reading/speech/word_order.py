"""Who a sentence is about where its order of words is not the plain one: "Next to him stood Ann Lee"."""

from __future__ import annotations

from onrecord.reading.lexicon import PREPOSITIONS, ROLE_NOUNS, SPEECH, is_verbish
from onrecord.reading.line import Line
from onrecord.reading.people.cast import Cast, Figure, standing

_NEAR = 6
"""Tokens within which such a subject or its verb stands."""


def put_in(line: Line, comma: int) -> bool:
    """The ", she said," of "Lee, she said, was asleep", where she is not Lee."""
    words, low = line.words, line.low
    return comma + 3 < len(words) and words[comma] == words[comma + 3] == "," and (
        low[comma + 1] in ("he", "she") and low[comma + 2] in SPEECH
    )  # fmt: skip


def late_subject(line: Line, begin: int, end: int) -> int:
    """The "she" of "In her reply she said", where no comma parts it from what stands before it; else -1."""
    for i in range(begin, min(end - 1, begin + _NEAR)):
        if line.low[i] in ("he", "she") and (line.low[i + 1] in SPEECH or is_verbish(line.low[i + 1])):
            return i
    return -1


def behind_verb(cast: Cast, line: Line, begin: int, end: int) -> Figure | None:
    """Lee in "Among them was Ann Lee, a teacher" and "Next to him stood Ann Lee"."""
    if line.low[begin] not in PREPOSITIONS and line.low[begin] not in ("next", "then", "here", "there", "also"):
        return None
    for i in range(begin + 1, min(end - 1, begin + _NEAR)):
        if line.words[i] == ",":
            return None
        if line.low[i] in _STANDING:
            behind = standing(cast, line.n, i + 1, min(end, i + _NEAR))
            first = behind[0] if behind else None
            return cast.at.get((line.n, first.start)) if first and (first.titled or first.start == i + 1) else None
    return None


_STANDING = frozenset(["was", "is", "were", "stood", "stands", "sat", "sits", "came", "comes", "lives", "lived"])


def beside(line: Line, start: int, end: int) -> bool:
    """ "South of Florence", "a Lee speechwriter": a name that only tells where, or whose."""
    behind = line.words[end] if end < len(line.words) else "."
    return (start > 0 and line.low[start - 1] == "of") or behind[0].isupper() or behind in ROLE_NOUNS
