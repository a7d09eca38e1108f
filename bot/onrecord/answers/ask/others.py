"""Is somebody else meant, or the contrary side: "31 other libraries", "voted against it"? Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.answers.meanings import CONTRARY
from onrecord.answers.stemming import stem
from onrecord.answers.words import FUNCTION_WORDS, Bag, like, said_in

_OTHERS = frozenset("other others another similar comparable".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety"
    " dozen dozens hundred hundreds thousand thousands several many".split()
)
_HELPERS = frozenset("did does do has have had will would is are was were".split())
_LONGEST = 3
"""Words of a thing that is asked about: "the |town library|"."""
_CONTRARY = {"for": "against", "against": "for", "with": "without", "without": "with"}
_SIDES = frozenset(["for", "against"])
_TAKING_SIDES = frozenset(
    stem(word) for word in "vote speak argue campaign rule decide lobby testify rally demonstrate advise".split()
)
"""Whoever runs or plays for one side does it against another."""
_DENY = stem("oppose")
_FAVOUR = frozenset(["favour", "favor"])
_BEHIND = 4
"""Words behind a verb among which stands its preposition: "voted 6-1 |against|"."""

_RELATED = frozenset(
    stem(word)
    for word in "same share relate relation unrelated separate different differ distinct identical affiliate affiliated"
    " unaffiliated connect connected connection unconnected link linked owned subsidiary parent sister merge namesake"
    " rename renamed formerly confuse mistake mistaken".split()
)


def relates(sentence: str) -> bool:
    """Does it say what one has to do with the other: that they share an owner, or nothing?"""
    return any(stem(word) in _RELATED for word in said_in(sentence))


def is_of_others(question: str, sentence: str) -> bool:
    """Is one thing asked about, "the library", and only others of its kind spoken of: "31 other libraries"?"""
    asked = _the_one(question)
    said = said_in(sentence) if asked else ()
    if not asked or (_OTHERS.isdisjoint(said) and not any(acting for _, acting in asked)):
        return False
    for thing, acting in asked:
        key = stem(thing)
        at = [n for n, word in enumerate(said) if stem(word) == key]
        if at and all(_is_another(said, n, thing, counted=acting) for n in at):
            return True
    return False


@lru_cache(maxsize=64)
def _the_one(question: str) -> tuple[tuple[str, bool], ...]:
    """Each single thing that a question calls the one that is known, and whether it is asked what that did."""
    asked = said_in(question)
    if not _OTHERS.isdisjoint(asked):
        return ()
    return tuple(
        (word, n > 0 and asked[n - 1] in _HELPERS)
        for n, article in enumerate(asked)
        if article == "the"
        for word in _noun(asked, n + 1)
        if not word.endswith("s")
    )


def _noun(asked: Sequence[str], first: int) -> Iterator[str]:
    for word in asked[first : first + _LONGEST]:
        if word in FUNCTION_WORDS:
            return
        yield word


def _is_another(said: Sequence[str], n: int, thing: str, *, counted: bool) -> bool:
    before = said[max(0, n - 1) : n]
    if not before:
        return False
    if before[0] in ("another", "similar", "comparable"):
        return True
    if said[n] == thing:
        return False  # one of them; of several the others have an "s"
    if said[n].endswith("s") and not _OTHERS.isdisjoint(said[max(0, n - 2) : n]):
        return True
    return counted and said[n].endswith("s") and (before[0] in _NUMBERS or before[0].isdigit())


def is_contrary_side(question: str, sentence: str) -> bool:
    """ "Who voted for it?": does it tell only who voted against it?"""
    asked = said_in(question)
    said: Sequence[str] = ()
    for n in range(len(asked)):
        side = _side(asked, n)
        if not side or not n or asked[n - 1] in FUNCTION_WORDS:
            continue
        if side in _SIDES and stem(asked[n - 1]) not in _TAKING_SIDES:
            continue
        said = said or said_in(sentence)
        sides = {
            found
            for k, one in enumerate(said)
            if like(one, asked[n - 1])
            for at in range(k + 1, min(k + 1 + _BEHIND, len(said)))
            if (found := _side(said, at))
        }
        if _CONTRARY[side] in sides and side not in sides:
            return True
    return False


def says_contrary(bag: Bag, sentence: str, word: str) -> bool:
    """Does it say what is not done where `word` is done? "Approved" for "reject", "voted 5-4 against" for "approve".

    `bag`: the words of the sentence and what goes with it.
    """
    contrary = CONTRARY.get(stem(word), frozenset[str]())
    if not contrary.isdisjoint(bag.stems):
        return True
    if _DENY not in contrary:
        return False
    said = said_in(sentence)
    return any(
        one == "against" and not _TAKING_SIDES.isdisjoint(map(stem, said[max(0, n - _BEHIND) : n]))
        for n, one in enumerate(said)
    )


def _side(said: Sequence[str], n: int) -> str | None:
    if said[n] == "in" and not _FAVOUR.isdisjoint(said[n + 1 : n + 2]):
        return "for"
    return said[n] if said[n] in _CONTRARY else None
