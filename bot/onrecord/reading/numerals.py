"""Numbers as they are written: "thirty-eight", "38"; "$5 million", "five million dollars"; "6%", "six per cent"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

_UNITS = {
    word: n
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_MULTIPLIES = _SCALES.keys() | {"hundred"}
_SHORT = {"k": "thousand", "m": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_MONEY = {"$": "dollars", "£": "pounds", "€": "euros"}
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m|bn|b|tn)?")
_LONGEST = 15
"""Digits of a number that anybody compares."""
_JOINTS = frozenset([" ", "-", "‐", "‑", "\u00a0"])
_OPENS = _UNITS.keys() | _TENS.keys() | {"per"}


class Token(NamedTuple):
    key: str
    """Folded."""
    start: int
    end: int


def has_numbers(tokens: Sequence[Token]) -> bool:
    return any(token.key in _OPENS or token.key in _MULTIPLIES or token.key[0].isdigit() for token in tokens)


def numbered(tokens: Sequence[Token], text: str) -> list[Token]:
    """Each number as one token of digits; a currency behind it, also where its sign stands before. Linear."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        value, end = _number(tokens, at, text)
        if value is None:
            if token.key == "per" and _follows(tokens, at + 1, text) == "cent":
                token, end = Token("percent", token.start, tokens[at + 1].end), at + 2
            found.append(token)
            at = end
            continue
        first, last = token.start, tokens[end - 1].end
        units: list[str] = []
        if first and text[first - 1] in _MONEY:
            units.append(_MONEY[text[first - 1]])
            first -= 1
        if text[last : last + 1] == "%":
            units.append("percent")
            last += 1
        found += [Token(key, first, last) for key in (value, *units)]
        at = end
    return found


def _follows(tokens: Sequence[Token], at: int, text: str) -> str:
    """The word there, if it belongs to the same number as the one before it."""
    if at >= len(tokens) or text[tokens[at - 1].end : tokens[at].start] not in _JOINTS:
        return ""
    return tokens[at].key


def _number(tokens: Sequence[Token], at: int, text: str) -> tuple[str | None, int]:
    """The number that begins at a token, and the token behind it."""
    key = tokens[at].key
    after = at + 1
    total, group = Decimal(0), Decimal(0)
    if key[0].isdigit():
        digits = _DIGITS.fullmatch(key)
        if not digits or len(key) > _LONGEST:
            return None, after
        short = digits[3]
        if short and not (tokens[at].start and text[tokens[at].start - 1] in _MONEY):
            return None, after
        group = Decimal(digits[1].replace(",", "") + (digits[2] or ""))
        if short:
            group *= _SCALES[_SHORT[short]]
        last = "digits"
    elif key in _UNITS or key in _TENS:
        group = Decimal(_UNITS[key] if key in _UNITS else _TENS[key])
        last = "unit" if key in _UNITS else "tens"
    elif key == "a" and _follows(tokens, after, text) in _MULTIPLIES:
        group, last = Decimal(1), "a"
    else:
        return None, after
    while word := _follows(tokens, after, text):
        taken = 1
        if word == "and" and last in ("hundred", "scale"):
            word, taken = _follows(tokens, after + 1, text), 2
        if word in _UNITS and (last in ("hundred", "scale") or (last == "tens" and 0 < _UNITS[word] < 10)):
            group, last = group + _UNITS[word], "unit"
        elif word in _TENS and last in ("hundred", "scale"):
            group, last = group + _TENS[word], "tens"
        elif word == "hundred" and last in ("unit", "digits", "a") and taken == 1:
            group, last = group * 100, "hundred"
        elif word in _SCALES and group and taken == 1:
            total, group, last = total + group * _SCALES[word], Decimal(0), "scale"
        else:
            break
        after += taken
    return f"{(total + group).normalize():f}", after
