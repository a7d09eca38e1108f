"""One utterance as several outlets report it: the same words trimmed, retouched or translated back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.reading.names import name_key
from onrecord.reading.similarity import Words, bearing, find, likeness

_RETOUCHED = 0.72
"""Likeness from which two outlets' wordings are one utterance."""
_FEWEST = 4
"""Words below which two people, or one on two occasions, may well say the same."""
_TELLING = 4
"""Words carrying the subject that two retouched wordings must share."""


class Spoken(NamedTuple):
    """One direct or mixed quote, as one story has it."""

    speaker: str | None
    text: str
    story: str


class Utterance(NamedTuple):
    members: tuple[int, ...]
    """Places in the list that was grouped; the fullest wording first, then in order."""
    differs: bool
    """Do its wordings differ in more than how much of it they give?"""


def group(spoken: Sequence[Spoken]) -> list[Utterance]:
    """Puts together what is one utterance; what merely resembles another stays apart.

    Words go together when one wording holds the other, whoever is or is not named; retouched wordings only when both
    name the same speaker and come from different stories. Two different speakers never share an utterance.
    """
    worded = [Words.of(one.text) for one in spoken]
    keys = [name_key(one.speaker) if one.speaker else None for one in spoken]
    order = sorted(range(len(spoken)), key=lambda i: (-len(worded[i].keys), i))
    groups: list[list[int]] = []
    by_word: dict[str, list[int]] = {}
    for i in order:
        telling = bearing(worded[i].keys) or set(worded[i].keys)
        near = sorted({g for word in telling for g in by_word.get(word, ())})
        home = next((g for g in near if _one(i, groups[g], spoken, worded, keys)), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(i)
        for word in telling:
            places = by_word.setdefault(word, [])
            if home not in places:
                places.append(home)
    found = [Utterance((g[0], *sorted(g[1:])), _differs([worded[i] for i in g])) for g in groups]
    return sorted(found, key=lambda utterance: min(utterance.members))


def _one(
    i: int, members: list[int], spoken: Sequence[Spoken], worded: Sequence[Words], keys: Sequence[str | None]
) -> bool:
    fullest = members[0]
    named = {keys[m] for m in members} - {None}
    if keys[i] is not None and named and keys[i] not in named:
        return False
    ours, theirs = worded[i].keys, worded[fullest].keys
    if ours == theirs:
        return bool(ours) and (len(ours) >= _FEWEST or (keys[i] is not None and keys[i] in named))
    if len(ours) >= _FEWEST and find(ours, theirs) >= 0:
        return True
    if keys[i] is None or keys[i] not in named or any(spoken[m].story == spoken[i].story for m in members):
        return False
    if len(bearing(ours) & bearing(theirs)) < _TELLING:
        return False
    return likeness(worded[i], worded[fullest]) >= _RETOUCHED


def _differs(wordings: Sequence[Words]) -> bool:
    fullest = wordings[0].keys
    return any(find(other.keys, fullest) < 0 for other in wordings[1:])
