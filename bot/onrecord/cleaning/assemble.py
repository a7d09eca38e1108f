"""From a page's lines to a story: in which order furniture is told from text, and what the rest becomes."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Any

from onrecord.cleaning import digest
from onrecord.cleaning.bylines import is_biography
from onrecord.cleaning.dates import DATE
from onrecord.cleaning.furniture import MACHINE, furniture
from onrecord.cleaning.headlines import derive
from onrecord.cleaning.lines import Line, is_prose
from onrecord.cleaning.links import canonical_link
from onrecord.cleaning.lists import drop_lists
from onrecord.cleaning.page import Page
from onrecord.cleaning.panels import drop_panels
from onrecord.cleaning.paragraph_ends import cut_ends, cut_tail
from onrecord.cleaning.provenance import metadata, settle
from onrecord.cleaning.sections import passages_of
from onrecord.cleaning.source_lines import note_source
from onrecord.cleaning.surroundings import Surroundings
from onrecord.cleaning.title import take_title
from onrecord.cleaning.translations import TRANSLATED, original_of, says_machine_translated
from onrecord.cleaning.widgets import PLATFORM, drop_widgets
from onrecord.errors import SourceError
from onrecord.stories import Passage, Story
from onrecord.text import fold

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_NOTICE_LENGTH = 160
_BAR = re.compile(r"\s*[|·•›»]\s*|\s/\s")
_BARS = frozenset("|·•›»")
_ROW_LENGTH = 240
_ROW_PARTS = 12


def assemble(page: Page) -> Story:
    """The story on the page. Raises `SourceError` when furniture is all there is."""
    words = "\n".join(line.text for line in page.lines)
    drop_lists(page)
    cut_ends(page)
    page.lines = digest.expand(page.lines)
    drop_widgets(page)
    drop_panels(page)
    _drop_lines(page)
    take_title(page)
    passages = passages_of(page)
    if not passages:
        raise SourceError("It has no text of a story in it: all of it is page furniture.")
    return _story(page, passages, words)


def _furniture(text: str) -> str | None:
    if says_machine_translated(text):
        return TRANSLATED
    reason = furniture(text)
    if reason is None and len(text) <= _NOTICE_LENGTH and text[0] not in '"“‘':
        # Several short notices on one line, each of which is one.
        parts = _SENTENCE_END.split(text)
        reasons = [furniture(part) for part in parts] if 2 <= len(parts) <= 4 else [None]
        reason = reasons[0] if all(reasons) else None
    if (
        reason is None
        and len(text) <= _ROW_LENGTH
        and _parted(text)
        and 1 < len(parts := _BAR.split(text)) <= _ROW_PARTS
    ):
        # The same, parted by strokes.
        reasons = [_part(part) for part in parts]
        reason = reasons[0] if all(reasons) else None
    return reason


def _parted(text: str) -> bool:
    return not _BARS.isdisjoint(text) or " / " in text


def _part(text: str) -> str | None:
    """Why one of several parts of a line is furniture."""
    if not text:
        return "end mark"
    if PLATFORM.fullmatch(text):
        return "share buttons"
    return furniture(text) or ("publication date" if DATE.fullmatch(text) else None)


def _list_reasons(lines: list[Line], reasons: list[str | None]) -> None:
    """A list is furniture as a whole or not at all, where its items are no more than labels."""
    for at, line in enumerate(lines):
        if line.kind == "item" and reasons[at] and furniture(line.text, step=True) is None:
            beside = [n for n in (at - 1, at + 1) if 0 <= n < len(lines) and lines[n].kind == "item"]
            if any(reasons[n] is None for n in beside):
                reasons[at] = None


def _drop_lines(page: Page) -> None:
    reasons = [None if line.kind == "heading" and not line.text else _furniture(line.text) for line in page.lines]
    _list_reasons(page.lines, reasons)
    for at in range(1, len(reasons) - 1):
        if reasons[at + 1] == "comments" and reasons[at] is None:
            # When it was said stands above it, and below it the button for an answer.
            dated = reasons[at - 1] == "relative date" or DATE.match(page.lines[at - 1].text)
            reasons[at] = "comments" if dated else None
    prose = [at for at, line in enumerate(page.lines) if reasons[at] is None and is_prose(line)]
    for at in prose[:-1]:
        # "…has opened a mailbox:" and the address below it are the story's own.
        if page.lines[at].text.endswith(":") and reasons[at + 1] == "tip box":
            reasons[at + 1] = None
    first, last = (prose[0], prose[-1]) if prose else (len(page.lines), -1)
    # The last paragraph may be on its author: then the story ends above it.
    while len(prose) > 1 and is_biography(page.lines[last].text):
        prose.pop()
        last = prose[-1]
    around = Surroundings(page, reasons, first, last)
    kept: list[Line] = []
    for at, line in enumerate(page.lines):
        reason = reasons[at]
        if reason in (MACHINE, TRANSLATED):
            note_source(page, original_of(line.text), None)
        else:
            reason = metadata(page, line, early=at < first, late=at > last) or reason
        if reason is None and prose and at not in (first, last):
            reason = around.reason(at, titled=bool(kept))
        reasons[at] = reason
        if reason:
            page.machine = page.machine or reason in (MACHINE, TRANSLATED)
            page.drop(line, reason)
            continue
        if line.kind != "heading":
            line.text = cut_tail(page, line)
        if line.text:
            kept.append(line)
    page.lines = [line for line in kept if not _signs(page, line, kept)]


def _signs(page: Page, line: Line, kept: list[Line]) -> bool:
    """The author's name alone on a line, known from elsewhere on the page."""
    if line is kept[0] or line.text not in page.authors:
        return False
    page.drop(line, "byline")
    return True


def story_id(url: str | None, title: str, passages: list[Passage]) -> str:
    """Twelve hex digits: of the original's address where it is known, else of the title and the first passages.

    What a machine made of an original is not that original: its address does not stand for it (`url` null).
    """
    basis = canonical_link(url) if url else "\n".join(fold(part) for part in (title, *(p.text for p in passages[:3])))
    return blake2b(basis.encode("utf-8", "replace")).hexdigest()[:12]


def _story(page: Page, passages: list[Passage], words: str) -> Story:
    url, publisher, reposters = settle(page, words, passages[0].text)
    title = page.title or derive(passages[0].text)
    facts: dict[str, Any] = {
        "title_derived": page.title is None or None,
        "url": url,
        "publisher": publisher,
        "reposted_by": tuple(reposters),
        "published": page.published,
        "authors": tuple(page.authors),
        "ai_generated": page.machine or None,
        "key_points": tuple(passages[n].text for n in sorted(page.key_lines)),
        "related": tuple(page.related),
        "dropped": tuple(dropped for _, dropped in sorted(page.dropped, key=lambda pair: pair[0])),
    }
    return Story(
        document=page.location,
        id=story_id(None if page.machine else url, title, passages),
        title=title,
        passages=tuple(passages),
        **{name: value for name, value in facts.items() if value not in (None, ())},
    )
