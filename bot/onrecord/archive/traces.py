"""What tells one story from another, and one event from another: runs of words, names, figures, days. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from struct import pack, unpack
from typing import NamedTuple
from zlib import crc32

from onrecord.archive.terms import COMMON
from onrecord.stories import Story

_STEP = 0x9E3779B1
"""What the sum of a run's words so far is multiplied with: an odd number, so that their order counts."""
WINDOW = 12
"""Of as many runs one after the other the one with the smallest sum is kept, so that any two texts with sixteen
words in common share a kept one: winnowing, after Schleimer, Wilkerson and Aiken (SIGMOD 2003)."""
PRINTS = 20
"""Runs by which a text is sought, those with the smallest sums: a part of a text has a like share of them."""
NAMES, FIGURES = 30, 14
"""Words of names, and figures, by which the event is sought: of more, those with the smallest sums."""
LONG, MOST = 40_000, 400
"""Words of a text, and passages, that count."""
# Both begin with the one character that they are sought by, for a search is several times slower otherwise.
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ](?<=\s.)(?<![.!?:] .)(?<![.!?][”\"’'] .)[\w’'-]+")
_FIGURE = re.compile(r"\d\d*(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_ROUND_YEAR = re.compile(r"20\d\d")
_TIMES = {"hundred": 100, "thousand": 1000}
_NUMBERS = {
    word: n
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
} | {
    **{word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)},
    **_TIMES,
}
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december""".split()
)
_UNTELLING = COMMON | _DAYS
_ENGLISH, _NATIVE = frozenset("the of and to in was were that is for on with at by from".split()), 0.04
"""English texts have a fifth of such words, others next to none."""


class Traces(NamedTuple):
    prints: list[int]
    """Sums of runs of words, by which the same text is sought."""
    names: list[int]
    """Sums of words of names, and below of figures, by which reports of the same event are."""
    figures: list[int]
    days: list[str]
    """Weekdays and months that it names."""
    english: bool


def compared(story: Story) -> str:
    """As much of its text as counts, NUL between passages."""
    return "\0".join([passage.text[:LONG] for passage in story.passages[:MOST]])


def names(text: str, people: Iterable[str]) -> str:
    """Those of `people`, and others: words with a capital that do not begin a sentence."""
    return "\n".join({*people, *_NAME.findall(text)})


def traces(text: str, words: Sequence[str], told: Counter[str], named: Iterable[str]) -> Traces:
    """`text`: that of `compared`. `words`: its terms, which `told` counts. `named`: those of `names`."""
    return Traces(
        prints=sorted(prints(words))[:PRINTS],
        names=_sums("a ", _telling(named))[:NAMES],
        figures=_sums("1 ", figures([text], words))[:FIGURES],
        days=sorted(_DAYS.intersection(told)),
        english=is_english(told),
    )


def _telling(named: Iterable[str]) -> set[str]:
    return {word for word in set(named) - _UNTELLING if len(word) > 1 and not word.isdigit()}


def _sums(kind: str, words: Iterable[str]) -> list[int]:
    return sorted([crc32(f"{kind}{word}".encode()) for word in words])


def is_english(told: Counter[str]) -> bool:
    return sum([told.get(word, 0) for word in _ENGLISH]) > _NATIVE * told.total()


def runs(words: Sequence[str]) -> list[int]:
    """A sum for each run of four words, in order. Two texts that share most of their runs are one text."""
    sums = list(map(crc32, map(str.encode, words)))
    # All side by side in one number, 64 bits each: to reckon with that is twice as fast as with one after the other.
    row = f"<{len(sums)}Q"
    lanes = int.from_bytes(pack(row, *sums), "little")
    lower_halves = int.from_bytes(b"\xff\xff\xff\xff\0\0\0\0" * len(sums), "little")
    pairs = (lanes * _STEP + (lanes >> 64)) & lower_halves
    fours = (pairs * (_STEP**2 & 0xFFFFFFFF) + (pairs >> 128)) & lower_halves
    return list(unpack(row, fours.to_bytes(8 * len(sums), "little"))[:-3])


def prints(words: Sequence[str]) -> set[int]:
    sums = runs(words)
    if not sums:
        return set()
    smallest = min(sums[:WINDOW])
    kept = {smallest}
    leaves = sums.index(smallest) + WINDOW
    for i in range(WINDOW, len(sums)):
        if sums[i] <= smallest:
            smallest = sums[i]
            leaves = i + WINDOW
        elif i == leaves:
            start = i - WINDOW + 1
            smallest = min(sums[start : i + 1])
            leaves = sums.index(smallest, start) + WINDOW
        else:
            continue
        kept.add(smallest)
    return kept


def figures(texts: Iterable[str], words: Sequence[str]) -> set[str]:
    """ "12,000" and "12.000" → "12000"; "thirty-two" → "32"; "six hundred" → "600"; one and two say nothing.

    `words`: the texts' terms.
    """
    found = {_THOUSANDS.sub("", figure).replace(",", ".") for text in texts for figure in _FIGURE.findall(text)}
    number, last = 0, -2
    spelt = () if _NUMBERS.keys().isdisjoint(words) else [i for i, word in enumerate(words) if word in _NUMBERS]
    for at in spelt:
        word = words[at]
        follows = number > 0 and at == last + 1
        if follows and word in _TIMES:
            number *= _TIMES[word]
        elif follows and 20 <= number < 100 and number % 10 == 0 and 0 < _NUMBERS[word] < 10:
            number += _NUMBERS[word]
        else:
            found.add(str(number))
            number = 0 if word in _TIMES else _NUMBERS[word]
        last = at
    found.add(str(number))
    return {figure for figure in found if figure not in ("0", "1", "2") and not _ROUND_YEAR.fullmatch(figure)}


def share(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Of the smaller's elements, how many the other holds too; of none, all."""
    return len(one & other) / min(len(one), len(other)) if one and other else 1.0
