"""Web pages: trafilatura finds the main text, the page's own metadata tell where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import urljoin

from lxml import etree

from onrecord.cleaning.lines import Kind, Line, tidy
from onrecord.cleaning.links import plausible_link
from onrecord.cleaning.page import Page
from onrecord.cleaning.webpage_metadata import Element, note_metadata, only_h1
from onrecord.errors import SourceError
from onrecord.stories import Document, Dropped

_KINDS: dict[str, Kind] = {"head": "heading", "item": "item", "row": "item"}
_INLINE = frozenset(
    "hi ref del a b i em strong span u s sub sup small abbr cite code q mark time font ins kbd var wbr".split()
)
_UNSEEN = frozenset("script style noscript template svg title meta link iframe object select".split())
_REST = 1_000_000_000
"""Above the number of any line: what lay outside the article is listed after what was in it."""


def web_page(document: Document) -> Page:
    """The lines and stated facts of a web page. Raises `SourceError` when no main text is found in it."""
    tree = _parsed(document)
    page = Page(document.location, [])
    note_metadata(page, tree)
    body = _main_text(document.text)
    page.lines = (
        []
        if body is None
        else [Line(n, text, _KINDS.get(kind, "text"), n) for n, (kind, text, _) in enumerate(_blocks(body))]
    )
    if not page.lines:
        raise SourceError("It has no main text that can be told from the rest of the page.")
    _match(page, tree)
    shown = only_h1(tree)
    if shown and page.lines[0].kind == "heading" and page.lines[0].text == shown:
        page.title = shown
    return page


def _parsed(document: Document) -> Element:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True)
    try:
        tree = etree.fromstring(document.text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError("It is not HTML that can be read.") from error
    if tree is None:  # pyright: ignore[reportUnnecessaryComparison] - what lxml makes of a page without any element
        raise SourceError("It is not HTML that can be read.")
    return tree


def _main_text(html: str) -> Element | None:
    from trafilatura import bare_extraction, baseline  # noqa: PLC0415 - loading it takes a quarter of a second

    found = cast(Any, bare_extraction(html, include_comments=False, include_tables=True))
    if found is not None and found.body is not None:
        return found.body
    body, text, _ = cast(Any, baseline(html))
    return body if text.strip() else None


def _blocks(root: Element) -> Iterator[tuple[str, str, list[str]]]:
    """The text in an element, in order: kind of the innermost block, text, targets of its links."""
    parts: list[str] = []
    links: list[str] = []
    kinds: list[str] = [str(root.tag)]

    def flush() -> Iterator[tuple[str, str, list[str]]]:
        found = "".join(parts)
        kind = next((kind for kind in reversed(kinds) if kind in ("head", "item", "row", "tr")), kinds[-1])
        targets = list(links)
        parts.clear()
        links.clear()
        for piece in tidy(found).split("\n") if kind not in ("row", "tr") else [tidy(found).replace("\n", " ")]:
            text = " ".join(piece.split()).strip("| ") if kind in ("row", "tr") else " ".join(piece.split())
            if text:
                yield kind, text, targets

    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if not unseen:
                parts.append((element.tail or "").replace("\n", " "))
            continue
        tag = str(element.tag)
        if event == "start":
            if tag in _UNSEEN and element is not root:
                unseen += 1
            if unseen:
                continue
            target = element.get("target") or element.get("href")
            if tag in ("lb", "br"):
                parts.append("\n")
            elif tag in ("cell", "td", "th"):
                parts.append(" | ")
            elif tag not in _INLINE:
                yield from flush()
                kinds.append(tag)
            elif target and tag in ("ref", "a"):
                links.append(target)
            parts.append((element.text or "").replace("\n", " "))
        else:
            if not unseen and tag not in _INLINE and tag not in ("lb", "br", "cell", "td", "th"):
                yield from flush()
                kinds.pop()
            if tag in _UNSEEN and element is not root:
                unseen -= 1
            if not unseen and element is not root:
                parts.append((element.tail or "").replace("\n", " "))
    yield from flush()


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _match(page: Page, tree: Element) -> None:
    """Give the lines the links that they had on the page, and record the page's text outside the article."""
    kept = {_key(line.text): line for line in page.lines}
    whole = "\n".join(kept)
    rest: list[str] = []
    for _, text, links in _blocks(tree):
        key = _key(text)
        if line := kept.get(key):
            line.link = plausible_link(urljoin(page.site_url or "", links[0])) if len(links) == 1 else None
        elif key and (len(key) < 20 or key not in whole):
            rest.append(text)
    if rest:
        page.dropped.append((_REST, Dropped(reason="outside the article", text="\n".join(dict.fromkeys(rest)))))
