"""Markdown: headings become sections, list items and paragraphs lines; marks of emphasis and links leave the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.cleaning.dates import parse
from onrecord.cleaning.lines import Line, line_of, split_lines, tidy
from onrecord.cleaning.links import plausible_link
from onrecord.cleaning.page import Page
from onrecord.errors import SourceError
from onrecord.stories import Document

_FRONT = re.compile(r"\ufeff?---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"([\w-]{2,30})\s*:\s*(\S.{0,500})")
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
        raise SourceError(f"{document.location} is empty.")
    headings = [line for line in page.lines[:3] if line.kind == "heading"]
    if page.title is None and headings and headings[0] is page.lines[0]:
        page.title = headings[0].text
    return page


def _note_front(page: Page, front: str) -> None:
    for found in _FIELD.finditer(front):
        name, value = found[1].casefold(), found[2].strip().strip("\"'")
        if name in ("title", "headline"):
            page.title = page.title or " ".join(tidy(value).split())
        elif name in ("author", "authors", "by"):
            page.authors.extend(part.strip(" \"'") for part in value.strip("[]").split(",") if part.strip(" \"'"))
        elif name in ("date", "published", "pubdate", "publish_date"):
            page.published = page.published or parse(value)
        elif name in ("url", "source", "original", "canonical", "canonical_url", "link", "source_url"):
            page.url = page.url or plausible_link(value)
        elif name in ("publisher", "outlet", "site", "sitename", "publication"):
            page.named = page.named or value


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    kinds: list[str] = []
    n = 0
    block = 0
    for token in tokens:
        if token.type in ("heading_open", "list_item_open"):
            kinds.append(token.type)
        elif token.type in ("heading_close", "list_item_close"):
            kinds.pop()
        elif token.type in ("bullet_list_open", "ordered_list_open", "paragraph_open", "table_open") and not kinds:
            block += 1
        elif token.type == "inline":
            kind = kinds[-1] if kinds else ""
            for line in split_lines(_plain(token.children or [])):
                n += 1
                if kind == "heading_open":
                    yield Line(n, line.text, "heading", block)
                elif kind:
                    yield Line(n, line.text, "item", block)
                else:
                    parted = line_of(line.text, n, block)
                    yield parted
        elif token.type in ("fence", "code_block"):
            for line in split_lines(token.content):
                n += 1
                yield Line(n, line.text, "text", block)


def _plain(tokens: Sequence[Token]) -> str:
    parts: list[str] = []
    link: str | None = None
    start = 0
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "link_open":
            link, start = str(token.attrs.get("href", "")), len(parts)
        elif token.type == "link_close" and link:
            label = "".join(parts[start:])
            before = "".join(parts[:start]).strip()
            # A source or related link needs its address; inside a sentence the words are enough.
            if label != link and plausible_link(link) and (not before or before.endswith((":", "-", "–", "—"))):
                parts.append(f" ({link})")
            link = None
    return "".join(parts)
