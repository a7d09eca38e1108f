"""Markdown: headings become sections, list items and paragraphs lines; marks of emphasis and links leave the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.cleaning.dates import parse
from onrecord.cleaning.lines import Kind, Line, split_lines, tidy
from onrecord.cleaning.links import plausible_link
from onrecord.cleaning.page import Page
from onrecord.errors import SourceError
from onrecord.stories import Document

_FRONT = re.compile(r"\ufeff?---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"([\w-]{2,30})\s*:\s*(\S.{0,500})")
_WIDEST = 110
"""A line longer than this was not wrapped by hand: it is a paragraph of its own."""
_KINDS: dict[str, Kind] = {"heading_open": "heading", "list_item_open": "item"}
_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def markdown_page(document: Document) -> Page:
    """The lines and stated facts of a Markdown document. Raises `SourceError` when it has no text."""
    text = document.text.replace("\r\n", "\n")
    page = Page(document.location, [])
    if front := _FRONT.match(text):
        _note_front(page, front[1])
        text = text[front.end() :]
    page.lines = list(_lines(_PARSER.parse(text)))
    if not page.lines:
        raise SourceError("It is empty.")
    headings = [line for line in page.lines[:3] if line.kind == "heading"]
    if headings and headings[0] is page.lines[0]:
        page.title = headings[0].text
    return page


def _note_front(page: Page, front: str) -> None:
    for found in _FIELD.finditer(front):
        name, value = found[1].casefold(), found[2].strip().strip("\"'")
        if name in ("title", "headline"):
            page.title = page.title or " ".join(tidy(value).split())
        elif name in ("author", "authors", "by"):
            page.credit(name for part in value.strip("[]").split(",") if (name := part.strip(" \"'")))
        elif name in ("date", "published", "pubdate", "publish_date"):
            page.published = page.published or parse(value)
        elif name in ("url", "source", "original", "canonical", "canonical_url", "link", "source_url"):
            page.url = page.url or plausible_link(value)
        elif name in ("publisher", "outlet", "site", "sitename", "publication"):
            page.named = page.named or value


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    kinds: list[Kind] = []
    n = 0
    block = 0
    above = ""
    for token in tokens:
        if token.type in _KINDS:
            kinds.append(_KINDS[token.type])
        elif token.type in ("heading_close", "list_item_close"):
            kinds.pop()
        elif token.type in ("bullet_list_open", "ordered_list_open", "paragraph_open", "table_open") and not kinds:
            block += 1
        elif token.type in ("inline", "fence", "code_block"):
            text, links = _plain(token.children) if token.children else (token.content, [])
            parts = split_lines(text, above)
            above = parts[-1].text if parts else above
            for part in parts:
                n += 1
                part.n, part.block, part.kind = n, block, kinds[-1] if kinds else part.kind
                part.link = plausible_link(links[0]) if len(links) == len(parts) == 1 else None
                yield part


def _plain(tokens: Sequence[Token]) -> tuple[str, list[str]]:
    """The words without their marks, and where their links lead."""
    parts: list[str] = []
    links: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append("\n" if len(parts[-1] if parts else "") > _WIDEST else " ")
        elif token.type == "hardbreak":
            parts.append("\n")
        elif token.type == "link_open":
            links.append(str(token.attrs.get("href", "")))
    return "".join(parts), links
