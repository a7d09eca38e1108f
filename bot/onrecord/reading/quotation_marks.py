"""Quoted runs: what stands inside one pair of quotation marks.

Marks may be curly, straight, doubled singles, guillemets, nested, turned the wrong way, or missing. One pass over the
marks of a passage, linear in their number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_MARK = re.compile("''|``|‘‘|’’|" + "|".join('"“”„‟«»'))  # one character each: the search leaps from mark to mark
_OPENERS = frozenset(["“", "„", "‟", "«", "``", "‘‘"])
_CLOSERS = frozenset(["”", "»", "’’"])
_BEFORE_OPENING = frozenset("([{-–—/'‘’…>―")
_ATTRIBUTED = re.compile(r" (?:said|says|told|tells|added|adds|wrote|writes|asked|tweeted|according to)[ .,:]")
_FORGOTTEN = re.compile(
    r"[,?!] (?:he|she|they|(?:[A-Z][\w’'.-]{1,30} ){0,2}[A-Z][\w’'-]{1,30}) "
    r"(?:said|says|added|asked|wrote|told [^.]{3,30})\.? ?$"
)
_SINGLE = re.compile(r"['‘’]")
_SINGLE_OPENING = re.compile(r"['‘](?<![^\s(\[—–]['‘])(?=\S)")
_CLIPPED = re.compile(r"(?:em|til|cause|n|tis|twas)\b")
"""What lost its first letters to an apostrophe."""
_BEHIND = re.compile(r" ([a-z]{1,20})")
_JOINING = frozenset(
    "and or but nor of to for in on at by as with from than that which who when while because if after before is was "
    "are were has had would will he she they it said says".split()
)
"""What goes on behind ‘a gift to the dockers’; "the dockers’ wives" is no end."""
_LONGEST_FRAGMENT = 15
"""Words. Behind so many, a single mark closes something else."""


class Run(NamedTuple):
    """One quoted run of a passage; offsets in code points."""

    start: int
    end: int
    """`text[start:end]` is the run without its marks."""
    outer_start: int
    outer_end: int
    """With its marks."""
    open: bool
    """The closing mark is missing: the run ends with the passage."""


class _Mark(NamedTuple):
    start: int
    end: int
    style: str
    opens: bool
    spaced: bool


def quoted_runs(text: str) -> list[Run]:
    """The outermost quoted runs of one passage, in order, never overlapping, never blank."""
    marks = _marks(text)
    count = len(marks)
    if not count:
        return _single_runs(text)
    last = {mark.style: i for i, mark in enumerate(marks)}
    found: list[Run] = []
    i = 0
    while i < count:
        first = marks[i]
        i += 1
        if first.style == "open" or (first.style == "either" and (first.opens or first.spaced)):
            run, i = _run_from(text, marks, first, i, last)
            found.append(_closed(text, run) if run.open else run)
    return [run for run in (_trimmed(text, run) for run in found) if run.start < run.end]


def _run_from(text: str, marks: Sequence[_Mark], first: _Mark, i: int, last: Mapping[str, int]) -> tuple[Run, int]:
    """The run that `first` opens, and the mark to go on with. `last`: by style, where its last mark stands."""

    def until(end: int, outer_end: int, *, open: bool) -> Run:
        return Run(first.end, end, first.start, outer_end, open)

    def closes(k: int) -> bool:
        return k < len(marks) and marks[k].style == "close"

    nested = False
    while i < len(marks):
        mark = marks[i]
        if mark.style == "open" and mark.opens:
            if first.style == "either":  # a curly pair inside straight marks
                i += 2 if closes(i + 1) else 1
                continue
            if closes(i + 1) and closes(i + 2):  # a curly pair inside a curly pair
                i += 2
                continue
            return until(mark.start, mark.start, open=True), i  # never closed
        if mark.style == "either" and first.style == "either" and mark.opens and mark.spaced:
            cut = _closed(text, until(mark.start, mark.start, open=True))
            if not cut.open:
                return cut, i
        if mark.style != first.style and not nested and not mark.opens:
            following = marks[i + 1].start if i + 1 < len(marks) else len(text)
            if text[mark.start - 1] in ",.?!" and _ATTRIBUTED.search(text, mark.end, min(following, mark.end + 90)):
                # Opened in one fashion, closed in another: “The quay stays open," she said.
                return until(mark.start, mark.end, open=False), i + 1
        nested = mark.opens or mark.style == "open"
        straight_inside = mark.style == "either" and first.style == "open"
        if straight_inside and last.get("close", -1) > i >= last.get("open", -1):
            i += 1
            continue
        if mark.style == "close" and first.style == "either" and last.get("either", -1) > i:
            i += 1
            continue
        return until(mark.start, mark.end, open=False), i + 1
    return until(len(text), len(text), open=True), i


def _closed(text: str, run: Run) -> Run:
    """Ends a run whose closing mark was forgotten before the attribution: "The quay stays open, she said. "…"."""
    low = max(run.start, run.end - 90)
    match = _FORGOTTEN.search(text, low, run.end)
    if match is None or match.start() <= run.start:
        return run
    return run._replace(end=match.start() + 1, outer_end=match.start() + 1, open=False)


def _single_runs(text: str) -> list[Run]:
    """Runs in single marks, where a passage has no double ones: 'The quay stays open,' she said.

    Only what ends like an utterance counts, so that no apostrophe closes one.
    """
    found: list[Run] = []
    if ("'" not in text and "‘" not in text) or not _SINGLE_OPENING.search(text):
        return found
    size = len(text)
    start = -1
    for match in _SINGLE.finditer(text):
        at = match.start()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < size else " "
        if start < 0 or (match.group() == "‘" and before.isspace()):
            if match.group() != "’" and (before.isspace() or before in "([—–") and (
                after.isalpha() or after == "…"
            ):  # fmt: skip
                start = -1 if _CLIPPED.match(text, at + 1) else at
        elif text[start + 1].islower():  # a fragment: ‘a gift to the coast’
            if not after.isalnum():
                owned = before == "s" and (behind := _BEHIND.match(text, at + 1)) and behind[1] not in _JOINING
                closes = match.group() == ("’" if text[start] == "‘" else "'")
                if closes and not owned and 0 < text.count(" ", start, at) < _LONGEST_FRAGMENT:
                    found.append(Run(start + 1, at, start, at + 1, False))
                start = -1
        elif (before in ",.?!…" and (after.isspace() or after in ",;.)—–")) or (
            after == "," and text.count(" ", start, at) > 2
        ):
            if text.count(" ", start, at):
                found.append(Run(start + 1, at, start, at + 1, False))
            start = -1
    return found


def _marks(text: str) -> list[_Mark]:
    found: list[_Mark] = []
    size = len(text)
    for match in _MARK.finditer(text):
        start, end = match.span()
        mark = match.group()
        before = text[start - 1] if start else " "
        after = text[end] if end < size else " "
        if mark == '"' and before.isdigit() and not after.isalnum() and not (found and len(found) % 2):
            continue  # inches
        style = "open" if mark in _OPENERS else "close" if mark in _CLOSERS else "either"
        spaced = before.isspace()
        opens = (spaced or before in _BEFORE_OPENING) and not after.isspace()
        if style == "close" and opens and spaced:
            style = "either"  # a closing mark typed for an opening one
        found.append(_Mark(start, end, style, opens, spaced))
    return found


def _trimmed(text: str, run: Run) -> Run:
    start, end = run.start, run.end
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return run
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return run._replace(start=start, end=end)
