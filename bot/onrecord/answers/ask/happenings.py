"""Does a sentence say that something happened, or only that it might, was planned, or did not? Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.answers.meanings import CONTRARY
from onrecord.answers.stemming import is_past, stem
from onrecord.answers.words import Bag, said_in

_UNREAL = frozenset("will would could can may might should shall must if cannot not never no without unless".split())
_ONLY_PLANNED = frozenset(
    "planned proposed attempted potential possible failed abortive threatened aborted cancelled canceled".split()
)
_GIVEN_UP = frozenset(stem(word) for word in "abandon cancel exclude block scrap ditch reject".split())
"""What is done to a takeover that never happens."""
_FURTHER = 6
"""Words before a noun in which it is called planned, or is given up."""
_NOT = frozenset("not never no".split())
_REFUSING = frozenset(stem(word) for word in "refuse decline fail neglect".split())
_LEADING_TO = frozenset(
    stem(word) for word in "spur force prompt lead drive compel inspire motivate move decide choose manage".split()
)
"""Whoever was led to do something did it."""
_REACH = 3
"""Words before a verb in which "would", "if" or "not" say that it did not happen."""
_AGENT = ("er", "or")
_AGENTS = ("ers", "ors")


def happened(sentence: str) -> Iterator[str]:
    """The words of a sentence but for what it says might happen, and for people who do something for a living."""
    said = said_in(sentence)
    for n, word in enumerate(said):
        before = said[max(0, n - _REACH) : n]
        led = before[-1:] == ["to"] and any(stem(one) in _LEADING_TO for one in before)
        led = led or word.endswith("ing")  # "admitted to stealing it"
        if (before[-1:] == ["to"] and not led) or any(one in _UNREAL or one.endswith("n't") for one in before):
            continue
        if not word.endswith(_AGENTS) and not (_is_noun(word) and _is_given_up(said, n)):
            yield word


def _is_noun(word: str) -> bool:
    """May it be what did not happen, rather than what did? "The planned takeover", but "blocked and sold"."""
    return not is_past(word)


def _is_given_up(said: Sequence[str], n: int) -> bool:
    before = said[max(0, n - _FURTHER) : n]
    return not _ONLY_PLANNED.isdisjoint(before) or any(stem(one) in _GIVEN_UP for one in before)


def is_denied(sentence: str, verb: str) -> bool:
    """Does it say only that it was not done, or that somebody refused to?"""
    said = said_in(sentence)
    found = [said[max(0, n - _REACH) : n] for n, word in enumerate(said) if stem(word) == stem(verb)]
    return bool(found) and all(map(_denies, found))


def _denies(before: Sequence[str]) -> bool:
    """The words before a verb: "did not |sign", "refused to |sign"."""
    if any(one in _NOT or one.endswith("n't") for one in before):
        return True
    return before[-1:] == ["to"] and any(stem(one) in _REFUSING for one in before[:-1])


def is_contrary_denied(sentence: str, word: str) -> bool:
    """What will not reopen is closed."""
    contrary = CONTRARY.get(stem(word))
    if not contrary:
        return False
    said = said_in(sentence)
    return any(
        stem(one) in contrary
        and any(before in _NOT or before.endswith("n't") for before in said[max(0, n - _REACH) : n])
        for n, one in enumerate(said)
    )


def told_of(bag: Bag, verb: str) -> Bag:
    """Without those who do it for a living, or did it once: "Oscar winner" tells of no day on which she won it."""
    if verb.endswith(_AGENT):
        return bag
    doers = {word for word in bag.words if word.endswith((*_AGENT, *_AGENTS)) and stem(word) == stem(verb)}
    return Bag.of(*bag.words - doers) if doers else bag
