"""From what a member typed to the one story or person meant, or to suggestions; nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.answers.words import Bag, has
from onrecord.archive import NEAR, SURE, Archive, Hit
from onrecord.text import fold, words

_FEWEST_LETTERS = 10
_TIE = 3.0
"""Points within which two people of the same name part count as equally meant."""


class Match(NamedTuple):
    """`sure` is what to answer with; `near` is what to suggest when there is none, or besides."""

    sure: Hit | None
    near: tuple[Hit, ...] = ()
    ambiguous: bool = False


async def find_story(archive: Archive, typed: str) -> Match:
    hits = [hit for hit in await archive.find_stories(typed.rstrip("…. "), limit=5) if hit.score >= NEAR]
    sure = next((hit for hit in hits[:1] if hit.score >= SURE), None) or _only(hits, typed, _runs_in)
    return Match(sure, tuple(hit for hit in hits if hit != sure)[:4])


async def find_person(archive: Archive, typed: str) -> Match:
    hits = [hit for hit in await archive.find_people(typed, limit=8) if hit.score >= NEAR]
    sure = [hit for hit in hits if hit.score >= SURE and await _is_like(archive, typed, hit.label)]
    if not sure:
        only = _only(hits, typed, _names)
        return Match(only, tuple(hits[:4]))
    exact = [hit for hit in sure if fold(hit.label) == fold(typed)]
    if exact and len(words(typed)) > 1:
        return Match(exact[0])
    tied = [hit for hit in sure if hit.score >= sure[0].score - _TIE]
    if len(tied) > 1 and not _only(tied, typed, _names):
        return Match(None, tuple(tied[:4]), ambiguous=True)
    return Match(_only(tied, typed, _names) or sure[0])


async def _is_like(archive: Archive, typed: str, name: str) -> bool:
    """Two or more words name somebody by their words; equal initials are not enough for that."""
    wanted = [word for word in words(typed) if len(word) > 2]
    if len(wanted) < 2 or any(has(Bag.of(name), word) for word in wanted):
        return True
    person = await archive.person(name)
    return any(has(Bag.of(*(person.aliases if person else ())), word) for word in wanted)


def _only(hits: Sequence[Hit], typed: str, fits: Callable[[str, str], bool]) -> Hit | None:
    """The one that fits what was typed to the letter, when no other does: "Kwan" is Daniel Kwan, not Ada Kwang."""
    fitting = [hit for hit in hits if fits(typed, hit.label)]
    return fitting[0] if len(fitting) == 1 else None


def _names(typed: str, name: str) -> bool:
    """Is each typed word a whole word of the name? "Okafor" of "Ines Okafor-Lindqvist"."""
    return bool(words(typed)) and set(words(typed)) <= set(words(name))


def _runs_in(typed: str, title: str) -> bool:
    """Do the typed letters run on in the title, however they are parted into words? "superpac haul"."""
    letters = "".join(words(typed))
    return len(letters) >= _FEWEST_LETTERS and letters in "".join(words(title))
