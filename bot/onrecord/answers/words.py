"""Which words of a text carry its subject, and whether another text has them, forms and typos forgiven."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from onrecord.answers.meanings import SAME
from onrecord.answers.stemming import stem
from onrecord.text import fold, words

_FUNCTION = """
a about above after again against all almost also although always am an and another any anybody anyone anything are
aren't as at be because been before being below between both but by can can't cannot could couldn't did didn't do does
doesn't doing don't down during each either else ever every few for from further get gets getting give gives given go
goes going got had hadn't has hasn't have haven't having he he's her here hers herself him himself his how how's however
i i'm if in into is isn't it it's its itself just let like made make makes many may maybe me might mine more most much
must my myself neither no nobody none nor not nothing now of off often on once one ones only or other others our ours
ourselves out over own per perhaps please quite rather really same shall she should shouldn't so some somebody someone
something still such than that that's the their theirs them themselves then there there's these they this those though
through thus to too toward towards under until up upon us very via was wasn't we well were weren't what what's when
when's where where's whether which while who who's whom whose why why's will with within without won't would wouldn't
yet you your yours yourself tell know find show explain anything story stories article articles news coverage report
reports s t d ll re ve m
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())

_LIGHT = """
people person man woman men women thing way time day week month year part place number group kind name fact case
state country company new old big great good first last long little high large next early young important few public
say said tell told ask call think become begin start run lead work use want need try take put keep come turn look seem
feel leave move happen happened happens involve involved event plan planned mention mentioned describe described
according claim claimed exactly actually main official
step
"""

_MENTION = re.compile(r"<[@#][!&]?\d{1,20}>|(?<!\S)@(?:everyone|here)\b")
_ADDRESSED = re.compile(r"\s*(?:@[\w.-]+[,:]?(?:\s+|$))+")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,6}")
_HYPHENED = re.compile(r"\b(\w+)[-‐‑](\w+)\b")
LIGHT = frozenset(stem(word) for word in _LIGHT.split())


def content(text: str, besides: Collection[str] = ()) -> list[str]:
    """The folded words that carry the subject, in order, each once; `besides`: what carries it in this text, too."""
    return list(dict.fromkeys(word for word in words(text) if word not in FUNCTION_WORDS or word in besides))


@lru_cache(maxsize=256)
def said_in(sentence: str) -> Sequence[str]:
    """The folded words of a sentence, kept while it is looked at from many sides."""
    return words(sentence)


def without_mentions(text: str) -> str:
    """ "@everyone how much is it" → "how much is it": whom a message calls is no part of what it asks or claims."""
    text = _MENTION.sub(" ", text)
    return text[called.end() :].strip() if (called := _ADDRESSED.match(text)) else text.strip()


def undotted(text: str) -> str:
    """ "F.B.I." → "FBI"."""
    return _DOTTED.sub(lambda found: found.group().replace(".", ""), text)


def dotted(text: str) -> frozenset[str]:
    """ "The F.B.I." → "fbi"."""
    return frozenset(undotted(found).lower() for found in _DOTTED.findall(text))


class Bag(NamedTuple):
    """The words of a text, ready to be asked for."""

    words: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, *texts: str) -> Bag:
        found = frozenset(word for text in texts for word in words(text))
        for text in texts:
            if "." in text:
                found |= dotted(text)
            if "-" in text or "‑" in text:
                found |= frozenset(fold("".join(parts)) for parts in _HYPHENED.findall(text))
        return cls(found, frozenset(map(stem, found)))

    def __or__(self, other: Bag) -> Bag:
        return union([self, other])


def union(bags: Collection[Bag]) -> Bag:
    return Bag(frozenset().union(*(bag.words for bag in bags)), frozenset().union(*(bag.stems for bag in bags)))


_TITLES = {
    short: frozenset(["chief", *long.split()])
    for short, long in {"ceo": "executive", "cfo": "financial", "coo": "operating", "cto": "technology"}.items()
}

SAME_WORD = 1.0
SAME_MEANING = 0.9
TYPO = 0.85


def has(bag: Bag, word: str, *, typos: bool = True, meanings: bool = False) -> float:
    """How surely the bag holds `word`: 1 for a form of it, less for a word of like meaning or a slip of the finger."""
    key = stem(word)
    if key in bag.stems:
        return SAME_WORD
    if len(word) > 8 and word.isalpha():
        root = word[:-2]
        if any(other.startswith(root) and len(other) <= len(word) + 3 for other in bag.words):
            return SAME_WORD
    if word in _TITLES and _TITLES[word] <= bag.words:
        return SAME_WORD
    if meanings and not SAME.get(_meant(key) if typos else key, frozenset()).isdisjoint(bag.stems):
        return SAME_MEANING
    if typos and is_typo_of(word, bag.words):
        return TYPO
    return 0.0


_SHORTEST = 5
"""Letters of a stem in which a slip is looked for."""


@lru_cache(maxsize=1 << 12)
def _meant(key: str) -> str:
    """Of a stem with a slip in it, the one that has meanings: "reciev" → "receiv"."""
    if key in SAME or len(key) < _SHORTEST:
        return key
    near = [other for other in SAME if other[0] == key[0] and OSA.distance(key, other, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else key


def like(word: str, asked: str) -> bool:
    """A form of the word, or one of like meaning."""
    key = stem(asked)
    return stem(word) == key or stem(word) in SAME.get(key, ())


def is_typo_of(word: str, others: Collection[str]) -> bool:
    """One slip in five letters, two from eight on; short words and numbers are taken as typed."""
    if len(word) < 5 or not word.isalpha():
        return False
    allowed = 1 if len(word) < 8 else 2
    return any(
        abs(len(other) - len(word)) <= allowed
        and other[0] == word[0]
        and OSA.distance(word, other, score_cutoff=allowed) <= allowed
        for other in others
        if other
    )


def slips(wanted: Iterable[str], known: Bag) -> frozenset[str]:
    """Of the wanted words those that may be slips of the finger: what the coverage has as typed is none."""
    return frozenset(word for word in wanted if not has(known, word, typos=False))


def covered(bag: Bag, wanted: Collection[str], slipped: Collection[str]) -> float:
    """The share of the wanted words that the bag holds."""
    return sum(has(bag, word, typos=word in slipped) for word in wanted) / len(wanted) if wanted else 0.0
