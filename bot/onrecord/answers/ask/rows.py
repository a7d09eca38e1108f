"""Is another one of a row meant, the fifth boat or the semi-final? Pure."""

from __future__ import annotations

import re

from onrecord.answers.stemming import stem
from onrecord.answers.words import FUNCTION_WORDS, said_in
from onrecord.text import fold

_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_NTH = {word: n for n, word in enumerate(_ORDINALS, 2)}
_IN_ROW = 4
"""Words behind "sixth" among which stands what it is the sixth of."""
_HALF = re.compile(r"\b(?:semi|quarter|pre|mid|mock)[-‐‑ ]?(\w{4,})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def is_another_one(question: str, sentence: str) -> bool:
    """Is one of a row asked about, and only another one of it spoken of? The sixth boat is not the fifth."""
    if _is_only_half(question, sentence):
        return True
    asked = _in_rows(question)
    if not asked:
        return False
    said = _in_rows(sentence)
    return any(
        number not in said and any(things & others for others in said.values()) for number, things in asked.items()
    )


def _is_only_half(question: str, sentence: str) -> bool:
    """ "The semi-final" is no final."""
    halves = _HALF.findall(sentence)
    if not halves or _HALF.search(question):
        return False
    asked, said = said_in(question), said_in(sentence)
    return any(word in asked and said.count(word) == halves.count(word) for word in map(fold, halves))


def _in_rows(text: str) -> dict[int, set[str]]:
    """ "The sixth and last boat", "the 6th boat": 6, and what may be the sixth."""
    said = said_in(text)
    found: dict[int, set[str]] = {}
    for n, word in enumerate(said):
        number = _NTH.get(word) or ((match := _NUMBERED.fullmatch(word)) and int(match[1]))
        if number:
            things = {stem(one) for one in said[n + 1 : n + 1 + _IN_ROW] if one not in FUNCTION_WORDS}
            found.setdefault(number, set()).update(things)
    return found
