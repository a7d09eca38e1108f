"""Interviews: who asks, who answers, and which question a turn answers. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.answers.stemming import is_past
from onrecord.answers.words import said_in
from onrecord.stories import Passage

_TURN = re.compile(r"(?P<who>[^\W\d_a-z][^:\n]{0,59}):\s+(?=\S)")
_FEWEST = 2
"""Turns of each that make an interview."""
_LONGEST = 8
"""Words up to which a sentence may be no more than a fragment; who goes on for longer uses a verb."""
_VERBAL = frozenset(
    "i we you he she it they there that's it's he's she's i'm i've i'd i'll you're we're they're am is are was were be"
    " been being has have had do does did can could will would shall should may might must isn't aren't wasn't don't"
    " doesn't didn't can't won't wouldn't couldn't haven't hasn't".split()
)


class Turn(NamedTuple):
    who: str
    """As it stands before the colon."""
    start: int
    """Where what they say begins."""
    asks: bool


def turns_in(passages: Sequence[Passage]) -> dict[int, Turn]:
    """By the number of its passage; none where too few passages say whose turn it is, or nobody of them asks."""
    said = {one.n: found for one in passages if (found := _TURN.match(one.text))}
    told = Counter(found["who"] for found in said.values())
    often = {who for who, times in told.items() if times >= _FEWEST}
    if len(often) < _FEWEST or len(said) * 2 < len(passages):
        return {}
    asking = Counter(found["who"] for n, found in said.items() if passages[n].text.endswith("?"))
    askers = {who for who in often if asking[who] * 2 >= told[who]}
    if not askers or askers == often:
        return {}
    return {n: Turn(found["who"], found.end(), found["who"] in askers) for n, found in said.items()}


def is_fragment(sentence: str) -> bool:
    """Has it no verb of its own, as "Apples, mostly" has none? Then it tells nothing without what was asked."""
    said = said_in(sentence)
    return len(said) <= _LONGEST and not any(word in _VERBAL or is_past(word) for word in said)
