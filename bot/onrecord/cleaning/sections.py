"""What is left of a page as passages: under which heading each stands, and which are the story's own key points."""

from __future__ import annotations

import re

from onrecord.cleaning import digest
from onrecord.cleaning.headlines import looks_like_headline
from onrecord.cleaning.lines import Line, is_prose
from onrecord.cleaning.page import Page
from onrecord.stories import Passage

_KEY_HEADING = re.compile(
    r"(?:in brief|key (?:takeaways?|points?|facts?|highlights?|insights?)"
    r"|(?:the )?(?:takeaways?|highlights?|essentials)|tl;?dr|at a glance"
    r"|(?:quick|news|story|article) (?:take|summary|facts|highlights?|brief)s?|summary|what (?:to|you need to) know"
    r"|top line|in short|en breve|puntos clave|claves)[\s:.]*",
    re.IGNORECASE,
)
_UNFIGURED = re.compile(r"(?:\d{1,2}[.)]\s?)?\D*(?:(?:19|20)\d\d\b\D*)?")
_ENDED = re.compile(r"[.!?…;,:][\"”'’)\]]*$")
_POINT_LENGTH = 400


def passages_of(page: Page) -> list[Passage]:
    passages: list[Passage] = []
    lines = page.lines
    heading: int | None = None
    in_points = used = False
    for at, line in enumerate(lines):
        if _heading(lines, at):
            if heading is not None and not used:
                page.drop(lines[heading], "heading without text")
            heading, used = at, False
            in_points = bool(_KEY_HEADING.fullmatch(line.text))
            continue
        if heading is not None and (in_points and not _is_point(lines, heading + 1, at)):
            if not used:
                page.drop(lines[heading], "heading without text")
            heading, in_points = None, False
        if in_points:
            page.key_lines.add(len(passages))
        elif heading is not None and line.kind == "text" and used and _closes_list(lines, heading, at):
            heading = None
        section = None if heading is None else lines[heading].text.rstrip(" :")
        used = True
        passages.append(Passage(n=len(passages), section=section, text=line.text))
    return passages


def _heading(lines: list[Line], at: int) -> bool:
    """A short line without the end of a sentence that stands over text."""
    line = lines[at]
    if at + 1 == len(lines) or lines[at + 1].kind == "heading":
        return False
    if line.kind == "heading":
        return True
    text, after = line.text, lines[at + 1]
    if line.kind == "item":
        return False
    if _KEY_HEADING.fullmatch(text):
        return True
    bare = text.rstrip(" :")
    if len(text) > 80 or len(text.split()) > 12 or _ENDED.search(bare) or not looks_like_headline(f"{bare} x"):
        return False
    # Marks of speech, money or a table, and figures that do not number the heading: a fact, not a heading.
    if any(mark in text for mark in '“”"@$€£|') or text[0] in "‘'" or not _UNFIGURED.fullmatch(bare):
        return False
    if text.endswith(":"):
        # "Penn continued:" tells who speaks next.
        return bool(digest.KNOWN.fullmatch(bare))
    return after.kind == "item" or is_prose(after)


def _is_point(lines: list[Line], first: int, at: int) -> bool:
    """Key points are the items below their heading, or where nothing is marked as an item, the block of short lines."""
    line = lines[at]
    if lines[first].kind == "item":
        return line.kind == "item"
    return (
        len(line.text) <= _POINT_LENGTH
        and line.block in (lines[first].block, lines[first - 1].block)
        and at - first < 8
    )


def _closes_list(lines: list[Line], heading: int, at: int) -> bool:
    """A paragraph after the list that a heading opened belongs to the story again, not to the heading."""
    return all(line.kind == "item" for line in lines[heading + 1 : at])
