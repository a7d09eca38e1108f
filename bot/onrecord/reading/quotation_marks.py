"""Quoted runs: what stands inside one pair of quotation marks.

Marks may be curly, straight, doubled singles, guillemets, nested, turned the wrong way, or missing. One pass over the
marks of a passage, linear in their number.
"""

from __future__ import annotations

import re
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
    last_open, last_close, last_either = (last.get(style, -1) for style in ("open", "close", "either"))

    def style(i: int) -> str:
        return marks[i].style if i < count else ""

    found: list[Run] = []
    i = 0
    while i < count:
        first = marks[i]
        i += 1
        if not (first.style == "open" or (first.style == "either" and (first.opens or first.spaced))):
            continue  # a stray closing mark
        nested = False
        while True:
            if i >= count:
                found.append(Run(first.end, len(text), first.start, len(text), True))
                break
            mark = marks[i]
            if mark.style == "open" and mark.opens:
                if first.style == "either":  # a curly pair inside straight marks
                    i += 2 if style(i + 1) == "close" else 1
                    continue
                if style(i + 1) == "close" and style(i + 2) == "close":  # a curly pair inside a curly pair
                    i += 2
                    continue
                found.append(Run(first.end, mark.start, first.start, mark.start, True))  # never closed
                break
            if mark.style == "either" and first.style == "either" and mark.opens and mark.spaced:
                cut = _closed(text, Run(first.end, mark.start, first.start, mark.start, True))
                if not cut.open:
                    found.append(cut)
                    break
            if mark.style != first.style and not nested and not mark.opens:
                until = marks[i + 1].start if i + 1 < count else len(text)
                if text[mark.start - 1] in ",.?!" and _ATTRIBUTED.search(text, mark.end, min(until, mark.end + 90)):
                    found.append(Run(first.end, mark.start, first.start, mark.end, False))
                    i += 1
                    break  # opened in one fashion, closed in another: “The quay stays open," she said.
            nested = mark.opens or mark.style == "open"
            if mark.style == "either" and first.style == "open" and last_close > i >= last_open:
                i += 1  # straight marks inside a curly pair
                continue
            if mark.style == "close" and first.style == "either" and last_either > i:
                i += 1
                continue
            found.append(Run(first.end, mark.start, first.start, mark.end, False))
            i += 1
            break
    found = [_closed(text, run) if run.open else run for run in found]
    return [run for run in (_trimmed(text, run) for run in found) if run.start < run.end]


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
