"""Is a date in a sentence the one of what is asked about? Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from onrecord.answers.ask.question import Question
from onrecord.answers.stemming import is_past, stem
from onrecord.answers.words import is_typo_of, like
from onrecord.text import fold, words

_BESIDE = 25
"""Characters between what happens and its date, where little is asked."""
_LITTLE = 1
PAUSE = re.compile(r"[;:.!?]|,(?!.*\b(?:in|on|at|by|since|for|from) $)")
"""A comma parts them unless what follows it leads to the date: "the astrolabe, made in 1702"."""
_IS = re.compile(r"^(?:and |so |but )?when (?:is|are|was|were)\b")
_TO_COME = re.compile(r"^(?:and |so |but )?when (?:is|are|does|do|will|can|should)\b")
_APART = re.compile(r"[;!?]|\b(?:and|but|who|which|that|because|while|whose|where)\b")
"""Between a date and what has another one."""
_GONE = re.compile(r"\b(?:ago|yesterday|last \w+)\b")
_AHEAD = frozenset("will would is are be to can may might expected due set scheduled planned".split())
_REACH = 4
"""Words before a verb that put it in the future."""
_WORD = re.compile(r"[^\W_]+")


def is_dated(question: Question, folded: str, dates: Sequence[tuple[int, int]]) -> bool:
    """Where little is asked about, as in "When is the election?", its date stands beside it; nowhere does one do that
    belongs to something else in the sentence, or one that is past, where "will" is asked."""
    asked = fold(question.text)
    last = question.last
    if len(question.words) <= _LITTLE:
        return _stands_beside(question.words[-1], folded, dates)
    named = [
        found.span()
        for found in _WORD.finditer(folded)
        if like(found.group(), last) or is_typo_of(last, (found.group(),))
    ]
    if _TO_COME.search(asked):
        dates = [(first, after) for first, after in dates if not _GONE.search(folded[first:after])]
        if not dates or _is_over(folded, last):
            return False
    if not named or not _IS.search(asked):
        return bool(dates)
    # Where neighbours are parted, so are those farther apart.
    both = sorted([*((*span, True) for span in named), *((*span, False) for span in dates)])
    return any(
        one != other and not _APART.search(folded[end:start]) for (_, end, one), (start, _, other) in pairwise(both)
    )


def _stands_beside(word: str, folded: str, dates: Sequence[tuple[int, int]]) -> bool:
    key = stem(word)
    dates = sorted(dates)
    firsts = [first for first, _ in dates]
    reach = _BESIDE + max((after - first for first, after in dates), default=0)
    for found in _WORD.finditer(folded):
        if stem(found.group()) != key:
            continue
        start, end = found.span()
        for first, after in dates[bisect_left(firsts, start - reach) : bisect_right(firsts, end + _BESIDE)]:
            between = folded[end:first] if first >= end else folded[after:start]
            if len(between) <= _BESIDE and not PAUSE.search(between):
                return True
    return False


def _is_over(folded: str, event: str) -> bool:
    """Does it say only that it has happened? "Opened in 1968" does not tell when it opens."""
    said = words(folded)
    at = [n for n, word in enumerate(said) if stem(word) == stem(event)]
    return bool(at) and all(is_past(said[n]) and _AHEAD.isdisjoint(said[max(0, n - _REACH) : n]) for n in at)
