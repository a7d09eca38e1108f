"""How alike two wordings are, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from onrecord.reading.lexicon import word_set
from onrecord.text import fold

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LIGHT = word_set(
    """a an the and or but if so as at by for from in into of on onto out over to up with without about after before
    than then that this these those it its is are was were be been being am do does did have has had having will
    would can could shall should may might must not no i me my we us our you your he him his she her they them
    their what which who whom how when where why there here just very really also too all any some more most
    much many lot lots get got going go goes know think say said want thing things it's i'm we're they're you're
    he's she's that's there's don't didn't isn't can't"""
)
_LIGHT_WEIGHT = 0.35
_SHORTENED = 1.6
"""How many times a claim's words an utterance may have and still be taken for one that it shortens."""
_MANY = 100
"""Words of a claim that are enough to find its place by them; of fewer each letter tells, and takes little time."""
_SHORT = {
    "n't": "not",
    "'d": "would",
    "'ll": "will",
    "'re": "are",
    "'ve": "have",
    "'m": "am",
}
_SHORT_IS = word_set("it's he's she's that's there's what's who's here's where's how's let's")
_WHOLE = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}

_HURRIED = {
    short.replace("'", ""): short
    for short in word_set(
        """don't didn't doesn't isn't aren't wasn't weren't haven't hasn't hadn't wouldn't couldn't shouldn't can't i'm
        i've you're you've they're they've that's what's he's she's"""
    )
}
"""Without their apostrophe they are no other words."""


class Words(NamedTuple):
    """A text as its words: compared folded, shown as they were written."""

    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    """Where each stands in the text."""
    text: str

    @classmethod
    def of(cls, text: str) -> Words:
        found = list(_TOKEN.finditer(text))
        keys = (fold(m.group()) for m in found)
        return cls(tuple(_HURRIED.get(key, key) for key in keys), tuple(m.span() for m in found), text)

    def slice(self, start: int, end: int) -> str:
        """The text from one word to before another, as written."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if start < end else ""


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


def spelt_out(keys: Sequence[str]) -> list[str]:
    """Without contractions, which reporters and typists set as they like: "I'd" → "I would"."""
    found: list[str] = []
    for key in keys:
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
    if is_short and _shared(claim.keys, said.keys) > _shared(claim.keys, said.keys[first:last]):
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
    return _shared(claim.keys, said.keys[start:end])


def _shared(claimed: Sequence[str], said: Sequence[str]) -> float:
    ours, theirs = spelt_out(claimed), spelt_out(said)
    common = sum(weight(ours[op.src_start : op.src_end]) for op in LCSseq.opcodes(ours, theirs) if op.tag == "equal")
    anyhow = weight([key for key, n in (Counter(ours) & Counter(theirs)).items() for _ in range(n)])
    total = weight(ours) + weight(theirs)
    return 2 * (0.7 * common + 0.3 * anyhow) / total if total else 0.0


def differences(claim: Words, said: Words) -> list[Difference]:
    """The claim beside the stretch of `said` that it resembles, piece by piece, in order."""
    start, end = window(claim, said)
    found: list[Difference] = []
    pending: tuple[list[str], list[str]] = ([], [])

    def flush() -> None:
        ours, theirs = " ".join(pending[0]), " ".join(pending[1])
        if ours or theirs:
            found.append(Difference("changed" if ours and theirs else "added" if ours else "left out", ours, theirs))
        pending[0].clear()
        pending[1].clear()

    for op in LCSseq.opcodes(claim.keys, said.keys[start:end]):
        ours = claim.slice(op.src_start, op.src_end)
        theirs = said.slice(start + op.dest_start, start + op.dest_end)
        if op.tag == "equal":
            flush()
            found.append(Difference("same", ours, theirs))
            continue
        if ours:
            pending[0].append(ours)
        if theirs:
            pending[1].append(theirs)
    flush()
    return found
