"""How alike two wordings are, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from onrecord.reading.lexicon import word_set
from onrecord.reading.numerals import Token, has_numbers, numbered
from onrecord.reading.spelling import spelling
from onrecord.text import fold

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*[^\W\d_]*|[^\W_]+(?:['’][^\W_]+)*")
_COMMON = word_set(
    """a an the and or but if so as at by for from in into of on onto out over to up with without about after before
    than then that this these those it its is are was were be been being am do does did have has had having will
    would can could shall should may might must not no i me my we us our you your he him his she her they them
    their what which who whom how when where why there here just very really also too all any some more most
    much many lot lots get got going go goes know think say said want thing things it's i'm we're they're you're
    he's she's that's there's don't didn't isn't can't"""
)
_LIGHT = _COMMON | {spelling(word) for word in _COMMON}
_LIGHT_WEIGHT = 0.35
_SHORTENED = 1.6
"""How many times a claim's words an utterance may have and still be taken for one that it shortens."""
_MANY = 100
"""Words of a claim that are enough to find its place by them; of fewer each letter tells, and takes little time."""
_HYPHENS = frozenset("-‐‑")
_SHORT = {"n't": "not", "'d": "would", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am"}
_SHORT_IS = word_set("it's he's she's that's there's what's who's here's where's how's let's")
_WHOLE = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}


_HURRIED = {
    spelling(short): short
    for short in word_set(
        """don't didn't doesn't isn't aren't wasn't weren't haven't hasn't hadn't wouldn't couldn't shouldn't can't i'm
        i've you're you've they're they've that's what's he's she's it's"""
    )
}
"""As they are typed without their apostrophe."""


class Words(NamedTuple):
    """A text as its words: compared in one spelling and with numbers in digits, shown as they were written."""

    keys: tuple[str, ...]
    typed: tuple[str, ...]
    """The keys with the apostrophes of contractions."""
    spans: tuple[tuple[int, int], ...]
    """Where each stands in the text; "$38" is two words in one place."""
    text: str

    @classmethod
    @lru_cache(maxsize=1 << 9)
    def of(cls, text: str) -> Words:
        found = [Token(key, *m.span()) for m in _TOKEN.finditer(text) if (key := fold(m.group()))]
        if has_numbers(found):
            found = numbered(found, text)
        keys = tuple(spelling(token.key) for token in found)
        typed = (
            token.key if "'" in token.key else _HURRIED.get(key, key) for key, token in zip(keys, found, strict=True)
        )
        return cls(keys, tuple(typed), tuple((token.start, token.end) for token in found), text)

    def slice(self, start: int, end: int) -> str:
        """The text from one word to before another, as written."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""

    def is_joined(self, at: int) -> bool:
        """Is it one word with the one before it, by a hyphen or by its sign? "Thirty|-eight", "$38"."""
        if not 0 < at < len(self.spans):
            return False
        between = self.text[self.spans[at - 1][1] : self.spans[at][0]]
        return between in _HYPHENS or self.spans[at][0] < self.spans[at - 1][1]


class Difference(NamedTuple):
    """One place where two wordings part."""

    kind: Literal["same", "changed", "added", "left out"]
    """`added`: only the claim has it; `left out`: only what was said has it."""
    claimed: str
    said: str


def weight(keys: Sequence[str]) -> float:
    return sum(_LIGHT_WEIGHT if key in _LIGHT else 1.0 for key in keys)


def bearing(keys: Sequence[str]) -> set[str]:
    """The words that carry the subject."""
    return {key for key in keys if key not in _LIGHT}


def spelt_out(typed: Sequence[str]) -> list[str]:
    """Without contractions, which reporters and typists set as they like: "I'd" → "I would"."""
    found: list[str] = []
    for key in typed:
        if "'" not in key:
            found.append(key)
            continue
        ending = next((short for short in _SHORT if key.endswith(short) and key != short), None)
        if key in _WHOLE:
            found += _WHOLE[key]
        elif ending:
            found += (key.removesuffix(ending), _SHORT[ending])
        elif key in _SHORT_IS:
            found += (key.removesuffix("'s"), "is")
        else:
            found.append(key)
    return found


def find(part: Sequence[str], whole: Sequence[str]) -> int:
    """Where the words of `part` stand in `whole` in one run; -1 when they do not. Linear in practice."""
    size = len(part)
    if not size or size > len(whole):
        return -1
    joined, wanted = f" {' '.join(whole)} ", f" {' '.join(part)} "
    at = joined.find(wanted)
    return joined.count(" ", 0, at + 1) - 1 if at >= 0 else -1


def window(claim: Words, said: Words) -> tuple[int, int]:
    """The stretch of `said`, in words, that the claim resembles most."""
    if len(said.keys) <= len(claim.keys) * 1.3:
        return 0, len(said.keys)
    start, end = _stretch(claim.keys, said.keys)
    low = max(0, start - 4)
    blocks = [op for op in LCSseq.opcodes(claim.keys, said.keys[low : end + 4]) if op.tag == "equal"]
    if not blocks:
        return start, end
    # What the claim has before and after the shared words stands for as many words of the speaker's.
    first = max(0, low + blocks[0].dest_start - blocks[0].src_start)
    last = min(len(said.keys), low + blocks[-1].dest_end + len(claim.keys) - blocks[-1].src_end)
    # A claim that leaves words out in the middle is like the whole rather than like as many words of it.
    is_short = len(said.keys) <= len(claim.keys) * _SHORTENED
    if is_short and _shared(claim.typed, said.typed) > _shared(claim.typed, said.typed[first:last]):
        return 0, len(said.keys)
    return first, last


def _stretch(claimed: Sequence[str], said: Sequence[str]) -> tuple[int, int]:
    if len(claimed) > _MANY:
        hit = fuzz.partial_ratio_alignment(claimed, said)
        return (hit.dest_start, hit.dest_end) if hit else (0, len(said))
    theirs = " ".join(said)
    hit = fuzz.partial_ratio_alignment(" ".join(claimed), theirs)
    return (theirs.count(" ", 0, hit.dest_start), theirs.count(" ", 0, hit.dest_end) + 1) if hit else (0, len(said))


def likeness(claim: Words, said: Words) -> float:
    """0–1: the share of both wordings' words that stand in both in order; words that carry the subject count more.

    Only the stretch of `said` that the claim resembles most is compared, so that a part is like the whole.
    """
    if not claim.keys or not said.keys or not bearing(claim.keys) & bearing(said.keys):
        return 0.0
    start, end = window(claim, said)
    return _shared(claim.typed, said.typed[start:end])


def _shared(claimed: Sequence[str], said: Sequence[str]) -> float:
    ours, theirs = spelt_out(claimed), spelt_out(said)
    common = sum(weight(ours[op.src_start : op.src_end]) for op in LCSseq.opcodes(ours, theirs) if op.tag == "equal")
    anyhow = weight([key for key, n in (Counter(ours) & Counter(theirs)).items() for _ in range(n)])
    total = weight(ours) + weight(theirs)
    return 2 * (0.7 * common + 0.3 * anyhow) / total if total else 0.0


def differences(claim: Words, said: Words) -> list[Difference]:
    """The claim beside the stretch of `said` that it resembles, piece by piece, in order.

    Of words joined by a hyphen none differs alone: nobody who said "twenty-odd" said "odd".
    """
    start, end = window(claim, said)
    while said.is_joined(start):
        start -= 1
    while said.is_joined(end):
        end += 1
    found: list[Difference] = []
    ours = theirs = 0
    for first, second, size in [*_same(claim, said, start, end), (len(claim.keys), end - start, 0)]:
        claimed, was = claim.slice(ours, first), said.slice(start + theirs, start + second)
        if claimed or was:
            kind = "changed" if claimed and was else "added" if claimed else "left out"
            found.append(Difference(kind, claimed, was))
        ours, theirs = first + size, second + size
        if size:
            found.append(Difference("same", claim.slice(first, ours), said.slice(start + second, start + theirs)))
    return found


def _same(claim: Words, said: Words, start: int, end: int) -> list[tuple[int, int, int]]:
    """Runs of words that agree, with no part of a joined word: (place in the claim, place behind `start`, size)."""
    agreed = {
        op.src_start + n: op.dest_start + n
        for op in LCSseq.opcodes(claim.keys, said.keys[start:end])
        if op.tag == "equal"
        for n in range(op.src_end - op.src_start)
    }
    back = {there: here for here, there in agreed.items()}
    ours = _joined(claim, 0, len(claim.keys))
    theirs = _joined(said, start, end)
    doubtful = [(ours, agreed, back, place) for place in ours] + [(theirs, back, agreed, place) for place in theirs]
    while doubtful:
        joined, one, other, place = doubtful.pop()
        members = joined.get(place, ())
        kept = [member for member in members if member in one]
        if not kept or len(kept) == len(members):
            continue
        for member in kept:
            doubtful.append((theirs if joined is ours else ours, other, one, one[member]))
            del other[one.pop(member)]
    runs: list[tuple[int, int, int]] = []
    for here, there in sorted(agreed.items()):
        if runs and (here, there) == (runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]):
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((here, there, 1))
    return runs


def _joined(words: Words, start: int, end: int) -> dict[int, range]:
    """For each place in a word of several, counted from `start`, the places of that word."""
    found: dict[int, range] = {}
    first = start
    for at in range(start + 1, end + 1):
        if at < end and words.is_joined(at):
            continue
        if at - first > 1:
            places = range(first - start, at - start)
            found.update(dict.fromkeys(places, places))
        first = at
    return found
