"""Two wordings of one utterance, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from typing import NamedTuple

from onrecord.answers.words import FUNCTION_WORDS, LIGHT, stem
from onrecord.text import words

_TOKEN = re.compile(r"\S+")
_OUTSIDE = "“”\"'‘’«».,;:!?()[]…—–- "

_IN_ORDER = 0.52


class Wording(NamedTuple):
    """A text as its words, and each as it was written; of a hyphenated one, the whole stands for its first part."""

    keys: tuple[str, ...]
    written: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Wording:
        keys: list[str] = []
        written: list[str] = []
        for match in _TOKEN.finditer(text):
            token = match.group().strip(_OUTSIDE)
            for n, key in enumerate(words(match.group())):
                keys.append(key)
                written.append("" if n else token or key)
        return cls(tuple(keys), tuple(written))


def holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Do the words of `part` stand in `whole`, in one run?"""
    size = len(part)
    return size > 0 and any(
        whole[i] == part[0] and tuple(whole[i : i + size]) == tuple(part) for i in range(len(whole) - size + 1)
    )


def _core(claim: Sequence[str], said: Sequence[str]) -> list[Match]:
    """The runs that both share in order, without those that lie far from the others."""
    blocks = [block for block in _matcher(claim, said).get_matching_blocks() if block.size]
    if not blocks:
        return []
    middle = blocks.index(max(blocks, key=lambda block: block.size))
    room = max(4, len(claim) // 2)
    first = last = middle
    while first > 0 and blocks[first].b - blocks[first - 1].b - blocks[first - 1].size <= room:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].b - blocks[last].b - blocks[last].size <= room:
        last += 1
    return blocks[first : last + 1]


def likeness(claim: Sequence[str], said: Sequence[str]) -> float:
    """0–1: the share of both wordings' words that stand in both: three fifths in order, two fifths in any order.

    Words that carry the subject weigh more than the others. 0 when less than about half of the claim is in order.
    """
    core = _core(claim, said)
    if sum(block.size for block in core) < _IN_ORDER * len(claim):
        return 0.0
    said = said[core[0].b : core[-1].b + core[-1].size]
    ours, theirs = list(map(stem, claim)), list(map(stem, said))
    weights = {key: _weight(word) for key, word in [*zip(ours, claim, strict=True), *zip(theirs, said, strict=True)]}
    all_words = sum(weights[key] for key in ours) + sum(weights[key] for key in theirs)
    blocks = _matcher(ours, theirs).get_matching_blocks()
    in_order = sum(weights[ours[block.a + i]] for block in blocks for i in range(block.size))
    in_any = sum(weights[key] * n for key, n in (Counter(ours) & Counter(theirs)).items())
    return 2 * (0.6 * in_order + 0.4 * in_any) / all_words


def shared(claim: Sequence[str], said: Sequence[str]) -> int:
    """How many words that carry the subject both have, in any order."""
    return len(_bearing(claim) & _bearing(said))


def differences(claim: Wording, said: Wording) -> str:
    """The claim with each difference marked in place: "[really → actually]"."""
    core = _core(claim.keys, said.keys)
    # What the claim has before and after the shared words stands for as many words of the speaker's.
    low = max(0, core[0].b - core[0].a) if core else 0
    high = core[-1].b + len(claim.keys) - core[-1].a if core else 0
    written = said.written[low:high]
    shown: list[str] = []
    for operation, a, b, c, d in _matcher(claim.keys, said.keys[low:high]).get_opcodes():
        ours, theirs = " ".join(filter(None, claim.written[a:b])), " ".join(filter(None, written[c:d]))
        match operation:
            case "equal":
                shown.append(theirs)
            case "replace":
                shown.append(f"[{ours} → {theirs}]")
            case "delete":
                shown.append(f"[not said: {ours}]")
            case _:
                shown.append(f"[left out: {theirs}]")
    return " ".join(shown)


def _matcher(a: Sequence[str], b: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, a, b, autojunk=False)


def _weight(word: str) -> float:
    if word in FUNCTION_WORDS:
        return 0.4
    return 0.8 if stem(word) in LIGHT else 1.5


def _bearing(text: Sequence[str]) -> set[str]:
    return {stem(word) for word in text if word not in FUNCTION_WORDS}
