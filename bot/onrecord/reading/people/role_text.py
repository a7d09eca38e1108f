"""Cutting a role from its line."""

from __future__ import annotations

from onrecord.reading.line import QUOTE, Line
from onrecord.reading.people.cast import Figure

POSSESSIVE = ("’s", "'s", "’", "'")
DASHES = ("—", "–", "--", "―")
BREAKS = frozenset([";", ":", "!", "?", ".", "•", QUOTE, "|", "/", *DASHES])
_ENOUGH = 60
"""Roles of one figure in one story, of which the most telling are shown."""
_WIDEST = 150
"""Characters. What is longer tells a story rather than a role."""


def give(figure: Figure, line: Line, start: int | str, end: int = 0) -> bool:
    """Gives the figure a range of the line's words, or a slice of its text, as a role; false when it is unfit."""
    text = (start if isinstance(start, str) else line.slice(start, end)).strip(" ,;:—–―-")
    if not 3 <= len(text) <= _WIDEST or line.n < 0 or "\n" in text:
        return False
    if text.count("(") != text.count(")") or any(mark in text for mark in '“”"'):
        return False
    if len(figure.roles) < _ENOUGH and all(text.casefold() != role.casefold() for role, _ in figure.roles):
        figure.roles.append((text, line.n))
    return True
