"""What a page's markup says about the page: its meta elements, its links, and what it is at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urljoin

from lxml import etree

FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_MOST = 500


@dataclass(slots=True)
class Markup:
    """At most 500 of each, in the page's order."""

    meta: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Name in small letters, content."""
    feeds: list[str] = field(default_factory=list[str])
    """Addresses that the page offers as its feeds."""
    title: str = ""

    def named(self, *names: str) -> list[str]:
        return [content for name, content in self.meta if name in names]


class _Collector:
    """A parser target: no tree is built, so a page of any size needs little memory."""

    def __init__(self, base: str) -> None:
        self.markup = Markup()
        self._base = base
        self._in_title = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        markup = self.markup
        self._in_title = tag == "title" and not markup.title
        if tag == "meta" and len(markup.meta) < _MOST:
            name = attributes.get("name") or attributes.get("http-equiv") or ""
            markup.meta.append((name.strip().lower(), attributes.get("content", "").strip()))
        elif tag == "link" and len(markup.feeds) < _MOST:
            kind = attributes.get("type", "").strip().lower()
            if "alternate" in attributes.get("rel", "").lower().split() and kind in FEED_TYPES:
                try:
                    link = urljoin(self._base, attributes.get("href", "").strip())
                except ValueError:
                    return
                if link not in markup.feeds:
                    markup.feeds.append(link)

    def end(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def data(self, data: str) -> None:
        if self._in_title and len(self.markup.title) < _MOST:
            self.markup.title += data

    def close(self) -> Markup:
        self.markup.title = " ".join(self.markup.title.split())
        return self.markup


def read_markup(html: str, base: str = "") -> Markup:
    """Never fails: of broken markup, what could be read. Links are resolved against `base`."""
    collector = _Collector(base)
    parser = etree.HTMLParser(target=cast("Any", collector), encoding="utf-8", no_network=True)
    try:
        parser.feed(html.encode("utf-8", "replace"))
        parser.close()
    except etree.XMLSyntaxError:
        pass
    return collector.close()
