"""From what a member typed to the one story or person meant, or to suggestions; nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.archive import NEAR, SURE, Archive, Hit
from onrecord.text import fold, words

_TIE = 3.0
"""Points within which two people of the same name part count as equally meant."""


class Match(NamedTuple):
    """`sure` is what to answer with; `near` is what to suggest when there is none, or besides."""

    sure: Hit | None
    near: tuple[Hit, ...] = ()
    ambiguous: bool = False


async def find_story(archive: Archive, typed: str) -> Match:
    hits = [hit for hit in await archive.find_stories(typed.rstrip("…. "), limit=5) if hit.score >= NEAR]
    if hits and hits[0].score >= SURE:
        return Match(hits[0], tuple(hits[1:4]))
    return Match(None, tuple(hits[:4]))


async def find_person(archive: Archive, typed: str) -> Match:
    hits = [hit for hit in await archive.find_people(typed, limit=8) if hit.score >= NEAR]
    sure = [hit for hit in hits if hit.score >= SURE]
    if not sure:
        return Match(None, tuple(hits[:4]))
    exact = [hit for hit in sure if fold(hit.label) == fold(typed)]
    if exact and len(words(typed)) > 1:
        return Match(exact[0])
    tied = [hit for hit in sure if hit.score >= sure[0].score - _TIE]
    if len(tied) > 1 and not _one_stands_out(tied, typed):
        return Match(None, tuple(tied[:4]), ambiguous=True)
    return Match(sure[0])


def _one_stands_out(tied: Sequence[Hit], typed: str) -> bool:
    """Do the typed words stand whole in the best name alone? "Kwan" is Daniel Kwan rather than Daniel Kwang."""
    wanted = set(words(typed))
    return wanted <= set(words(tied[0].label)) and not any(wanted <= set(words(hit.label)) for hit in tied[1:])
