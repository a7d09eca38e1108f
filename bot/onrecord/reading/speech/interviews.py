"""Interviews: whose answers they are, where each paragraph gives no more than the answer or "A:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.people.cast import Cast, Figure
from onrecord.reading.sentences import QUOTE, SCRAP, Line
from onrecord.text import fold

_LABELS = ("Q:", "A:")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_LONGEST_QUESTION = 70
"""Tokens."""
_FEWEST = 2
"""Questions that make an interview."""
_YOU = frozenset(["you", "your", "you’re", "you've", "you’ve", "yourself"])


def questions(lines: Sequence[Line]) -> set[int]:
    """The passages that ask "you" something and are answered below by nothing but quoted words; none when too few."""
    asked = {
        line.n
        for line, below in pairwise(lines)
        if line.words[-1:] == ["?"]
        and below.n == line.n + 1
        and below.words[:1] in ([QUOTE], [SCRAP])
        and not line.runs
        and len(line.words) <= _LONGEST_QUESTION
        and not _YOU.isdisjoint(line.low)
    }
    return asked if len(asked) >= _FEWEST else set()


def interviewee(title: str, lines: Sequence[Line], asked: set[int], cast: Cast) -> str | None:
    """The one person of the headline, else of the introduction; null when that is nobody or several."""
    first = next((line.n for line in lines if line.n in asked or line.text.startswith(_LABELS)), -1)
    if first < 0:
        return None
    people = [figure for figure in cast.figures if figure.person and (figure.known or len(figure.words) > 1)]
    headline = set(_WORD.findall(fold(title)))
    found = [figure for figure in people if figure.words[-1] in headline and not figure.words[-1].isdigit()]
    if len(found) != 1:
        found = [figure for figure in people if _introduced(figure, lines, first, cast)]
    return cast.best_name(found[0]) if len(found) == 1 else None


def _introduced(figure: Figure, lines: Sequence[Line], first: int, cast: Cast) -> bool:
    return any(
        cast.at.get((line.n, sighting.start)) is figure
        for line in lines
        if line.n < first
        for sighting in cast.sightings.get(line.n, ())
    )
