"""Which line of a page is its story's title, and what is taken off it."""

from __future__ import annotations

import re

from onrecord.cleaning.headlines import headline, same_title
from onrecord.cleaning.lines import Line, is_prose
from onrecord.cleaning.page import Page
from onrecord.cleaning.provenance import without_outlet
from onrecord.cleaning.publishers import named_as_outlet


def take_title(page: Page) -> None:
    lines = page.lines
    if page.title is None and page.offered and any(same_title(line.text, page.offered) for line in lines[:8]):
        page.title = page.offered
    if page.title is None:
        prose = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
        at = headline(lines, prose)
        # The outlet's own name above the headline.
        if (
            at is not None
            and named_as_outlet(lines[at].text)
            and (below := headline(lines[at + 1 :], prose - at - 1)) is not None
        ):
            page.appeared.append(lines[at].text)
            at += below + 1
        if at is not None:
            page.title = lines[at].text
            for label in lines[:at]:
                page.drop(label, "label above the headline")
            del lines[: at + 1]
    page.title = page.title or page.offered
    if page.title is None:
        return
    page.title = without_outlet(_tidy_title(page.title), page)
    kept: list[Line] = []
    first = True
    for line in lines:
        if len(line.text) <= 400 and _repeats(line.text, page.title, page):
            if not first:
                page.drop(line, "repeats the headline")
            first = False
        else:
            kept.append(line)
    page.lines = kept


def _repeats(text: str, title: str, page: Page) -> bool:
    return same_title(text, title) or (
        text[:8] == title[:8] and len(text) > len(title) and same_title(without_outlet(text, page), title)
    )


def _tidy_title(title: str) -> str:
    title = " ".join(title.split()).rstrip(";:").rstrip()
    stopped = title.endswith(".") and not title.endswith("..") and not re.search(r"\b[A-Z]\.$", title)
    return title[:-1] if stopped else title
