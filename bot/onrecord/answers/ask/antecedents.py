"""Of whom a sentence speaks that says "he" or "she". Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.reading.lexicon import DAYS, MONTHS
from onrecord.text import fold, words

_PERSONAL = frozenset(["he", "she"])
_OWNING = frozenset(["his", "her"])
_OF_PERSONS = _PERSONAL | {"him", "his", "her", "hers"}
_DATES = DAYS | MONTHS
_OPENING = 10
"""Words among which a sentence says of whom it is."""
_PLACED = re.compile(r"\b(?:in|at|near) (?:[^\W\d_a-z][\w’'-]*+ ?)++")
"""Nobody is named after such a word, but a place that is called like somebody."""
_CAPITAL = re.compile(r"\b[^\W\d_a-z][\w’'-]*")

Names = frozenset[frozenset[str]]
"""Full names, each as its folded words."""


def is_of_somebody(sentence: str) -> bool:
    """Is it said of a person whom another sentence names? "It", "we" and "they" may be anything."""
    return sentence.split(" ", 1)[0].casefold() in _PERSONAL


def begins_with_somebody(sentence: str) -> bool:
    """ "But after the trial she was sent home", "Her wins": is it "he", "she" or what is theirs before any name?"""
    said = sentence.split(maxsplit=_OPENING)[:_OPENING]
    if said[:1] and said[0].casefold() in _OWNING:
        return True
    at = next((n for n, word in enumerate(said) if word.casefold() in _PERSONAL), 0)
    return at > 0 and not any(word[0].isupper() and fold(word.rstrip(",")) not in _DATES for word in said[1:at])


def named_before(parts: Sequence[str], names: Collection[frozenset[str]]) -> list[Names]:
    """For each sentence who is named in the last one before it that names anybody, and in the one before that."""
    known = frozenset[str]().union(*names)
    found: list[Names] = []
    last: Names = frozenset()
    before: Names = frozenset()
    for part in parts:
        found.append(last)
        here = _named_in(part, names, known, last)
        if here:
            last = here if _is_topic(part, here) else here | before
        before = here
    return found


def _is_topic(sentence: str, named: Names) -> bool:
    """Is it about nobody but the one with whose name it begins?"""
    said = words(sentence)
    return len(named) == 1 and said[0] in next(iter(named)) and _OF_PERSONS.isdisjoint(said)


def _named_in(sentence: str, names: Collection[frozenset[str]], known: frozenset[str], last: Names) -> Names:
    """All whom a sentence may name; of two namesakes the one named `last`."""
    held = {word.removesuffix("'s") for word in words(" ".join(_CAPITAL.findall(_PLACED.sub(" ", sentence))))} & known
    if not held:
        return frozenset()
    alike: dict[frozenset[str], Names] = {}
    for name in names:
        if part := name & held:
            alike[part] = alike.get(part, frozenset()) | {name}
    kept = [same & last or same for part, same in alike.items() if not any(part < other for other in alike)]
    return frozenset[frozenset[str]]().union(*kept)
