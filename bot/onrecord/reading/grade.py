"""Whether a claimed quotation is what was said: word for word, cut, altered, or something else altogether."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from onrecord.reading.similarity import Difference, Words, bearing, differences, find, likeness

_ALTERED = 0.62
"""Likeness from which a claim is taken for an altered version, not for another utterance."""
_HARDLY_ALTERED = 0.9
"""The same where only one word carries the subject of both: "It is a tax" for "It is not a tax"."""
_OMISSION = re.compile(r"\s*(?:\[?(?:\.\s?\.\s?\.|…)\.?\]?)\s*")
_CLOSES = frozenset(".!?…")
_GOES_ON = frozenset(",;:—–-")


class Grade(NamedTuple):
    kind: Literal["verbatim", "cut", "altered", "unrelated"]
    """`verbatim`: whole sentences in the very words. `cut`: the very words, but a sentence is not whole, so that the
    sense may have changed. `altered`: other words in places. `unrelated`: another utterance."""
    before: str = ""
    """What was said before the claim's words in the same sentence; for a cut."""
    after: str = ""
    differences: tuple[Difference, ...] = ()
    """For an altered claim, and for one that leaves words out in the middle."""
    likeness: float = 0.0


def grade(claim: str, runs: Sequence[str]) -> Grade:
    """Grades a claim against one utterance, given as its quoted runs in order ("…," she said. "…" has two)."""
    pieces = [Words.of(piece) for piece in _OMISSION.split(claim)]
    pieces = [piece for piece in pieces if piece.keys]
    if not pieces or not any(runs):
        return Grade("unrelated")
    said = Words.of(" ".join(runs))
    whole = Words.of(claim)
    if find(whole.keys, said.keys) >= 0:
        pieces = [whole]  # the speaker's own pause, not an omission
    places: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        found = find(piece.keys, said.keys[at:])
        if found < 0:
            break
        places.append((at + found, at + found + len(piece.keys)))
        at = places[-1][1]
    if len(places) == len(pieces):
        return _exact(said, places, _ends(said, runs))
    like = likeness(whole, said)
    if like < (_ALTERED if len(bearing(whole.keys) & bearing(said.keys)) > 1 else _HARDLY_ALTERED):
        return Grade("unrelated", likeness=like)
    return Grade("altered", differences=tuple(differences(whole, said)), likeness=like)


def _ends(said: Words, runs: Sequence[str]) -> set[int]:
    """The words after which a sentence or a run is over."""
    after = list(accumulate(len(run) + 1 for run in runs))[:-1]
    breaks = iter([*after, len(said.text) + 1])
    next_break = next(breaks)
    ends: set[int] = set()
    for i, (_, end) in enumerate(said.spans):
        while next_break < end:
            next_break = next(breaks)
        if i + 1 == len(said.spans):
            ends.add(i + 1)
            break
        following = said.spans[i + 1][0]
        gap = said.text[end:following]
        is_upper = said.text[following].isupper()
        if following >= next_break:
            # "It will rain," she said, "and soon" is one sentence.
            if is_upper or gap.lstrip("’'\"”")[:1] not in _GOES_ON:
                ends.add(i + 1)
        elif is_upper and any(c in _CLOSES for c in gap):
            ends.add(i + 1)
    return ends


def _exact(said: Words, places: list[tuple[int, int]], ends: set[int]) -> Grade:
    start, end = places[0][0], places[-1][1]
    opens = start == 0 or start in ends
    closes = end in ends
    if opens and closes and len(places) == 1:
        return Grade("verbatim", likeness=1.0)
    first = max((e for e in ends if e <= start), default=0)
    last = min((e for e in ends if e >= end), default=len(said.keys))
    gaps: list[Difference] = []
    for (a, b), (c, _) in pairwise(places):
        gaps.append(Difference("same", "", said.slice(a, b)))
        gaps.append(Difference("left out", "", said.slice(b, c)))
    if gaps:
        gaps.append(Difference("same", "", said.slice(*places[-1])))
    return Grade("cut", said.slice(first, start), said.slice(end, last), tuple(gaps), 1.0)


def best(claim: str, utterances: Sequence[Sequence[str]]) -> tuple[int, Grade]:
    """The utterance that the claim comes closest to, and its grade; (-1, unrelated) when there is none."""
    order = {"verbatim": 3, "cut": 2, "altered": 1, "unrelated": 0}
    found = -1, Grade("unrelated")
    for i, runs in enumerate(utterances):
        given = grade(claim, runs)
        if (order[given.kind], given.likeness) > (
            order[found[1].kind],
            found[1].likeness,
        ) and given.kind != "unrelated":
            found = i, given
    return found
