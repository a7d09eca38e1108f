"""Digests written in one line: run-on labels ("Why it matters - …") become headings, their items lines of their own."""

from __future__ import annotations

import re

from onrecord.cleaning.furniture.rules import Shape
from onrecord.cleaning.lines import Line

KNOWN_LABELS = (
    "What happened|What’s happening|What's happening|What we know|What to know|What to watch|What’s next|What's next"
    "|What comes next|What it means|What this means|What they said|What they are saying|What’s new|What's new"
    "|Why it matters|Why this matters|Why now|Who’s involved|Who's involved|Who is involved|The big picture|Big picture"
    "|The bottom line|Bottom line|The takeaway|Takeaway|Key takeaways|Key takeaway|Key points|Key facts|Key details"
    "|The details|Details|The background|Background|The context|Context|Between the lines|Zoom in|Zoom out|Go deeper"
    "|By the numbers|Yes, but|The other side|Reality check|State of play|Driving the news|The latest|Market reaction"
    "|Market impact|The impact|Impact|Reactions|Reaction|How it works|How we got here|The stakes|In brief|TL;DR"
    "|Summary|At a glance|Looking ahead|Outlook|Next steps|Timeline|Implications|Conclusion|The upshot|Quick take"
)
KNOWN = Shape(KNOWN_LABELS, re.IGNORECASE)
_START = r"(?:^|(?<=[.!?…]\s)|(?<=[.!?…][”\"’)]\s))"
_DASHED = _START + r"([A-Z][^.!?…;:|]{1,70}?)\s?(?:\s[-–•]|:\s[-–•]|:)\s+(?=[“\"‘'(]?[A-Z0-9$€£])"
_BARE = _START + rf"({KNOWN_LABELS})\s+(?=[“\"‘(]?[A-Z])"
_ITEM = re.compile(r"(?<=[.!?…”\"’)])\s+[-–•]\s+(?=\S)")
_LONGEST_LABEL = 9
_LEAST = 250
_FEW = 12
"""A page of more lines than this has headings of its own."""


def expand(lines: list[Line]) -> list[Line]:
    """The same lines, with those that are whole digests parted into headings and items."""
    parted: list[Line] = []
    few = len(lines) <= _FEW
    for line in lines:
        parted.extend(_sections(line) if few and len(line.text) >= _LEAST else [line])
    return parted


def _labels(text: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for match in re.finditer(_DASHED, text):
        label = match[1].strip()
        known = bool(KNOWN.fullmatch(label))
        after = text[match.end() : match.end() + 600]
        colon = match.group().rstrip().endswith(":")
        # An unknown label must not be a clause between dashes: its text has to reach a sentence's end first.
        dashes = re.search(r"[.!?…]|\s[-–]\s", after)
        aside = dashes is not None and dashes.group()[0] not in ".!?…"
        if known or (not colon and not aside and len(label.split()) <= _LONGEST_LABEL):
            found.append((match.start(), match.end(), label))
    found += [(match.start(), match.end(), match[1]) for match in re.finditer(_BARE, text)]
    found.sort()
    return [label for at, label in enumerate(found) if at == 0 or label[0] >= found[at - 1][1]]


def _sections(line: Line) -> list[Line]:
    if not any(mark in line.text for mark in (" - ", " – ", " • ", ": ")):
        return [line]
    labels = _labels(line.text)
    known = sum(bool(KNOWN.fullmatch(label)) for _, _, label in labels)
    if len(labels) < 2 or known < 1:
        return [line]
    parts: list[Line] = []
    lead = line.text[: labels[0][0]].strip()
    if lead:
        parts.append(Line(line.n, lead, line.kind, line.block))
    for at, (_, start, label) in enumerate(labels):
        end = labels[at + 1][0] if at + 1 < len(labels) else len(line.text)
        parts.append(Line(line.n, label, "heading", line.block))
        items = _ITEM.split(line.text[start:end].strip())
        parts.extend(Line(line.n, item.strip(), "item", line.block) for item in items if item.strip())
    return parts
