"""From what a member typed to the one story or person meant, or to suggestions; nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from onrecord.answers.words import Bag, has
from onrecord.archive import NEAR, SURE, Coverage, Hit, PersonHead
from onrecord.text import fold, words

_FEWEST_LETTERS = 10
_EVERYWHERE = 5
"""Who is in at least so many stories, and in so many times as many as anybody else of that name, is the one meant; and
so is who is in more of them, when nobody else of that name is quoted."""
_TIE = 3.0
"""Points within which two people of the same name part count as equally meant."""


class Match(NamedTuple):
    """`sure` is what to answer with; `near` is what to suggest when there is none, or besides."""

    sure: Hit | None
    near: tuple[Hit, ...] = ()
    ambiguous: bool = False
    also: Hit | None = None
    """Whom some stories call by just the surname that was typed: whether that is the same one, they do not say."""

    @property
    def meant(self) -> tuple[Hit, ...]:
        """The one, with whom only a surname tells apart; or all who may be."""
        if self.sure:
            return (self.sure, self.also) if self.also else (self.sure,)
        return self.near if self.ambiguous else ()


async def find_story(archive: Coverage, typed: str) -> Match:
    hits = [hit for hit in await archive.find_stories(typed.rstrip("…. "), limit=5) if hit.score >= NEAR]
    sure = next((hit for hit in hits[:1] if hit.score >= SURE), None) or _only(hits, typed, _runs_in)
    return Match(sure, tuple(hit for hit in hits if hit != sure)[:4])


async def find_person(archive: Coverage, typed: str) -> Match:
    hits = [hit for hit in await archive.find_people(typed, limit=8) if hit.score >= NEAR]
    exact = [hit for hit in hits if fold(hit.label) == fold(typed)]
    if exact and len(words(typed)) > 1:
        return Match(exact[0])
    likely = [hit for hit in hits if hit.score >= SURE]
    known = await archive.people([hit.id for hit in likely]) if likely else {}
    sure = [hit for hit in likely if hit.id in known and _is_like(typed, known[hit.id])]
    if not sure:
        only = _only(hits, typed, _names)
        return Match(only, tuple(hit for hit in hits if hit != only)[:4])
    meant = [hit for hit in sure if hit.score >= sure[0].score - _TIE or _names(typed, hit.label)]
    meant = [only] if (only := _only(meant, typed, _names)) else meant
    return Match(meant[0]) if len(meant) == 1 else _of_several(meant, known, typed)


def _of_several(meant: Sequence[Hit], people: Mapping[str, PersonHead], typed: str) -> Match:
    """Somebody whom some story names in full, rather than a surname alone; the one who is everywhere; or nobody."""
    known = [(hit, people[hit.id]) for hit in meant]
    full = [(hit, person) for hit, person in known if set(words(hit.label)) != set(words(typed))]
    surname = [(hit, person) for hit, person in known if set(words(hit.label)) == set(words(typed))]
    if len(full) == 1 and surname:
        # A story that only gives the surname may have more of their words.
        (best, person), (bare, alone) = full[0], surname[0]
        if alone.quotes and not person.quotes:
            return Match(bare, (best,))
        return Match(best, (bare,), also=bare if alone.quotes else None)
    ranked = sorted(full or known, key=lambda pair: -pair[1].told_in)
    if len(ranked) > 1 and _is_everywhere(ranked[0][1], [person for _, person in ranked[1:]]):
        also = next((hit for hit, alone in surname if full and alone.quotes), None)
        return Match(ranked[0][0], tuple(hit for hit, _ in ranked[1:4]), also=also)
    return Match(None, tuple(hit for hit, _ in (full or known)[:4]), ambiguous=True)


def _is_everywhere(one: PersonHead, others: Sequence[PersonHead]) -> bool:
    most = max(other.told_in for other in others)
    if one.told_in >= max(_EVERYWHERE, _EVERYWHERE * most):
        return True
    return one.told_in > most and one.quotes > 0 and not any(other.quotes for other in others)


def _is_like(typed: str, person: PersonHead) -> bool:
    """Two or more words name somebody by their words; equal initials are not enough for that."""
    wanted = [word for word in words(typed) if len(word) > 2]
    names = Bag.of(person.name, *person.aliases)
    return len(wanted) < 2 or any(has(names, word) for word in wanted)


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
