"""Interviews: whose answers they are, where each paragraph gives no more than the answer or "A:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.line import QUOTE, SCRAP, Line
from onrecord.reading.people.cast import Cast
from onrecord.stories import Passage
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


def plain_answers(passages: Sequence[Passage], lines: Sequence[Line]) -> tuple[set[int], set[int]]:
    """The passages that ask "you" something, or stand under a heading that does, and those that answer without marks.

    Both empty unless most of the story is such turns and most answers say "I": rhetorical questions make no interview.
    """
    text = {line.n: line for line in lines}
    asked = {line.n for line in lines if _asks(line.text, line.low)}
    if len(asked) >= _FEWEST_PLAIN:
        asked |= {line.n for line in lines if line.words[-1:] == ["?"] and len(line.words) <= _SHORT_QUESTION}
    headed = {p.n for p in passages if p.section and _asks(p.section, _WORD.findall(p.section.casefold()))}
    turns: list[list[int]] = []
    for above, passage in pairwise(passages):
        if passage.n in asked or passage.n not in text:
            continue
        if above.n in asked or (passage.n in headed and above.section != passage.section):
            turns.append([passage.n])
        elif turns and turns[-1][-1] == above.n:
            turns[-1].append(passage.n)
    if turns and not headed:
        turns[-1] = turns[-1][:1]  # what stands below the last answer may be nobody's
    answers = {n for turn in turns for n in turn}
    own = sum(not _I.isdisjoint(word for n in turn for word in text[n].low) for turn in turns)
    quoted = any(text[n].words[0] in (QUOTE, SCRAP) or text[n].text.startswith(_LABELS) for n in answers)
    few = len(turns) < _FEWEST_PLAIN or own * 2 < len(turns) or len(answers | asked) * 2 < len(passages)
    return (set(), set()) if few or quoted else (asked or answers, answers)


def _asks(text: str, low: Sequence[str]) -> bool:
    return text.endswith("?") and len(low) <= _LONGEST_QUESTION and not _YOU.isdisjoint(low)


_SHORT_QUESTION = 20
"""Tokens. Among questions to "you", a line no longer than this asks too."""
_FEWEST_PLAIN = 3
"""Turns without marks that make an interview."""
_I = frozenset(["i", "my", "me", "we", "our", "i’m", "i'm", "i’ve", "i've"])


def interviewee(title: str, lines: Sequence[Line], asked: set[int], cast: Cast) -> str | None:
    """The one person of headline and introduction whom no question is about; null when that is nobody or several."""
    first = next((line.n for line in lines if line.n in asked or line.text.startswith(_LABELS)), -1)
    if first < 0:
        return None
    headline = set(_WORD.findall(fold(title)))
    introduced: set[int] = set()
    spoken_of: set[int] = set()
    for line in lines:
        question = line.n in asked or line.text.startswith(_LABELS[0])
        if line.n >= first and not question:
            continue
        for sighting in cast.sightings.get(line.n, ()):
            figure = cast.at.get((line.n, sighting.start))
            if line.n < first:
                introduced.add(id(figure))
            elif not _addressed(line, sighting.start, sighting.end):
                spoken_of.add(id(figure))
    people = [
        figure
        for figure in cast.figures
        if figure.person and (figure.known or len(figure.words) > 1) and id(figure) not in spoken_of
    ]
    named = [figure for figure in people if figure.words[-1] in headline and not figure.words[-1].isdigit()]
    found = [figure for figure in people if id(figure) in introduced or figure in named]
    if len(named) == 1 and (not _INTERVIEW.isdisjoint(headline) or "q&a" in fold(title)):
        found = named
    return cast.best_name(found[0]) if len(found) == 1 else None


_INTERVIEW = frozenset(["interview", "conversation", "questions"])


def _addressed(line: Line, start: int, end: int) -> bool:
    """ "Ms. Lee, do you regret it?", "Why did you leave, Ann?": she is asked, not asked about."""
    behind = line.words[end] if end < len(line.words) else ""
    ahead = line.words[start - 1] if start else ":"
    return (ahead == "," and behind == "?") or (behind == "," and not ahead[0].isalnum())
