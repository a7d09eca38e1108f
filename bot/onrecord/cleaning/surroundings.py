"""Furniture that only its place on the page tells: what stands among other furniture, above or below the story."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.cleaning.bylines import lone_name
from onrecord.cleaning.dates import DATE
from onrecord.cleaning.headlines import looks_like_headline
from onrecord.cleaning.lines import Line
from onrecord.cleaning.page import Page
from onrecord.stories import RelatedLink

_TURN = re.compile(r"(?:previous|next|prev|older|newer)(?: (?:post|article|story|entry))?\W*", re.IGNORECASE)
_DATING = frozenset(("publication date", "read time", "relative date", "follow us"))
_BESIDE_TEXT = frozenset(("image credit", "advertisement slot", "end mark", "repeats the headline", "byline"))
"""What stands among the paragraphs of a story by itself, and so right above or below a heading of the story too."""
_ENDED = re.compile(r"[.!…;,:][\"”'’)\]]*$")
_SPEECH = frozenset('"“”„«»')
_WORDS = 14
_LONGEST = 110
_ASKED = 70
_ASIDE = 160
_TO_READER = re.compile(r"\b(?:you|your|our|we|us)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:said|says|was|were|had|did|he|she|they|his|her|their|told|asked)\b", re.IGNORECASE)
_RUN = 8
_FEW = 4


class Surroundings:
    """What furniture stands around each line of a page, as far as it is known."""

    def __init__(self, page: Page, reasons: list[str | None], first: int, last: int) -> None:
        """`reasons` may fill up later. `first`, `last`: the story's paragraphs."""
        self.page = page
        self.reasons = reasons
        self.first, self.last = first, last
        places = [line.n for line in page.lines]
        # Between which lines something was dropped before: the line above it, and what it was.
        kept = set(places)
        self.between = {bisect_left(places, n) - 1: dropped.reason for n, dropped in page.dropped if n not in kept}

    def reason(self, at: int, *, titled: bool) -> str | None:
        """Why a line is furniture by its place. `titled`: something above it is kept."""
        before = self._before(at)
        inside = self.first < at < self.last
        if inside and not before:
            return None
        if before == "about the author" and lone_name(self.page.lines[at].text):
            return before
        if not inside and (found := self._outside(at, titled=titled)):
            return found
        # Above the paragraphs stands what sums the story up, too; but not in so few words.
        if at > self.first or (titled and len(self.page.lines[at].text.split()) <= _FEW):
            return self._enclosed(at)
        return None

    def _before(self, at: int) -> str | None:
        return self.between.get(at - 1) or (self.reasons[at - 1] if at else None)

    def _after(self, at: int) -> str | None:
        return self.between.get(at) or (self.reasons[at + 1] if at + 1 < len(self.reasons) else None)

    def _outside(self, at: int, *, titled: bool) -> str | None:
        page, lines = self.page, self.page.lines
        text = lines[at].text
        early = at < self.first
        before, after = self._before(at), self._after(at)
        if text.isdecimal() and len(text) <= 6 and (titled or not early) and (before or after):
            return "counter"
        dated = after in _DATING or (not after and at + 1 < len(lines) and DATE.match(lines[at + 1].text))
        if early and titled and dated and (names := lone_name(text)):
            page.credit(names)
            return "byline"
        turned = not early and before == "navigation" and at and _TURN.fullmatch(lines[at - 1].text)
        if turned and looks_like_headline(text):
            page.relate(RelatedLink(title=text, url=lines[at].link))
            return "related story"
        return None

    def _enclosed(self, at: int) -> str | None:
        """A few unfinished lines that furniture encloses, or that end the page below it."""
        before = self._before(at)
        if not before:
            return None
        lines = self.page.lines
        end = at
        while end < len(lines) and end - at < _RUN and self.reasons[end] is None and unfinished(lines[end]):
            end += 1
            if end - 1 in self.between:
                break
        if end == at:
            return None
        after = self._after(end - 1)
        if at > self.last:
            return "among furniture" if after or end == len(lines) else None
        return "among furniture" if after and not _BESIDE_TEXT & {before, after} else None


def unfinished(line: Line) -> bool:
    """Short and no sentence: names, labels, titles, the answers of a poll and its question; or one to the reader."""
    text = line.text
    if line.kind == "text" and len(text) <= _ASIDE and _TO_READER.search(text) and not _TOLD.search(text):
        return _SPEECH.isdisjoint(text)
    return (
        line.kind == "text"
        and len(text) <= (_ASKED if text.endswith("?") else _LONGEST)
        and len(text.split()) <= _WORDS
        and not _ENDED.search(text)
        and _SPEECH.isdisjoint(text)
    )
