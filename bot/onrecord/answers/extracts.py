"""Short verbatim extracts: which sentence, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.reading.tokens import tokenise
from onrecord.stories import Quote, Span

LONGEST = 420
"""Characters of one extract. An answer points to a story; it never stands in for it."""

_TITLE = 160
_DATELINE = 80
_PLACE = 3
"""Characters: the most that a dateline takes, and the fewest of its place."""

_INITIAL = re.compile(r"(?:^|\s)(?:[A-WYZ]|(?<!on )(?<!to )(?<!by )(?<!via )(?<!from )X)\.\s+$")
"""What is posted on X ends a sentence."""


@lru_cache(maxsize=1_000)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a passage starts and ends; together they leave nothing but white space out."""
    line = tokenise(0, text)
    starts = [line.starts[first] for first, _ in line.sentences]
    starts = [start for start in starts if not _INITIAL.search(text[max(0, start - 12) : start])]
    if not starts:
        return ((0, len(text)),) if text.strip() else ()
    starts[0] = 0
    ends = [*starts[1:], len(text)]
    return tuple((start, start + len(text[start:end].rstrip())) for start, end in zip(starts, ends, strict=True))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that `text[start:end]` touches, as one range."""
    touched = [(first, last) for first, last in sentences(text) if first < end and last > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def after_dateline(text: str) -> int:
    """Where a wire story's first sentence begins: "PORT ELLERY, May 3 (AP) — A ferry" → at "A"."""
    head, dash, rest = text[:_DATELINE].partition(" — ")
    for other in (" – ", " -- ", " - "):
        if not dash:
            head, dash, rest = text[:_DATELINE].partition(other)
    place = re.split(r"[,(]", head, maxsplit=1)[0].strip()
    if " " in place and head.isupper() and "(" not in head:
        return 0  # "ADA LUND – We will stay": whose words they are
    opening = rest.lstrip("“\"‘'")[:1]
    if len(place) < _PLACE or not place.isupper() or not (opening.isupper() or opening.isdigit()):
        return 0
    return len(head) + len(dash)


def extract(text: str, start: int, end: int, keep: tuple[int, int] | None = None, limit: int = LONGEST) -> str:
    """`text[start:end]`, or the part of it around `keep` that fits, cut between words with an ellipsis at each cut.

    A dateline before it is left out.
    """
    start += after_dateline(text[start:end])
    if end - start <= limit:
        return text[start:end].strip()
    kept_from, kept_to = keep or (start, start)
    centre = (max(kept_from, start) + min(kept_to, end)) // 2
    low = max(start, min(centre - limit // 2, end - limit))
    high = low + limit
    if low > start:
        low = text.find(" ", low, high) + 1 or low
    if high < end:
        high = max(text.rfind(" ", low, high), low + 1)
    return f"{'… ' if low > start else ''}{text[low:high].strip()}{' …' if high < end else ''}"


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit // 2, limit - 1)
    return f"{text[: cut if cut > 0 else limit - 1].rstrip(' ,;:-–—')}…"


def titled(title: str) -> str:
    """A title as it stands in headings and lists; what was taken for one may be a whole story."""
    return shorten(title, _TITLE)


def pieces(quote: Quote) -> list[str]:
    """A quote's runs, each an exact slice of its passage."""
    at = 0
    runs: list[str] = []
    for span in quote.spans:
        length = span.end - span.start
        runs.append(quote.text[at : at + length])
        at += length + 1
    return runs


def quoting_sentence(text: str, quote: Quote, others: Iterable[Span] = ()) -> str:
    """The sentence of a quote's first passage that holds a fragment or a report, with the marks that the story set.

    Without `others` that stand before or after it in the same sentence, and are shown by themselves.
    """
    first = quote.spans[0]
    last = max((span.end for span in quote.spans if span.passage == first.passage), default=first.end)
    start, end = sentence_around(text, first.start, last)
    before, after = start, end
    for other in others:
        if other.passage == first.passage and start <= other.start and other.end <= end:
            if other.end <= first.start:
                before = max(before, _past_marks(text, other.end))
            elif other.start >= last:
                after = min(after, other.start - 1)
    shown = extract(text, before, after, (first.start, last))
    return f"{'… ' if before > start else ''}{shown}{' …' if after < end else ''}"


def _past_marks(text: str, at: int) -> int:
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at
