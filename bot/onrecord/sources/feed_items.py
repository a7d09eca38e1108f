"""What a feed lists: RSS, Atom and JSON Feed, however broken.

feedparser was measured and left: it takes four times as long, and 400 kB of blank lines before the feed, or of dots in
an author's name, keep its patterns busy for minutes. Of a feed only its items' addresses, titles and dates are needed
here, so its markup is read as a row of tokens, in one pass: nothing has to be well-formed, and there are no entities to
expand and no depth to run out of.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any, TypeAlias, cast

from yarl import URL

_TAG = re.compile(r"<(/?)([A-Za-z_][\w.:-]{0,99})(?=[\s/>])")
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,99})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MARKUP = re.compile(r"<[^<>]{1,300}>")
_LONGEST_TAG = 5000
_LONGEST_FIELD = 5000
_PROLOG = 100_000
_FEEDS = frozenset({"rss", "feed", "rdf:rdf", "rdf"})
_ITEMS = frozenset({"item", "entry"})
_FIELDS = {
    "title": "title",
    "link": "link",
    "guid": "guid",
    "id": "id",
    "pubdate": "date",
    "dc:date": "date",
    "published": "date",
    "updated": "date",
}


@dataclass(slots=True)
class Item:
    """One entry of a feed, as far as it says."""

    link: str | None = None
    """Absolute, but otherwise unchecked."""
    title: str = ""
    published: datetime | None = None


@dataclass(slots=True)
class Feed:
    title: str = ""
    items: list[Item] = field(default_factory=list[Item])
    """In the feed's order."""

    def newest(self, limit: int) -> list[Item]:
        """The feed's order stands unless every item is dated; the same address counts once."""
        items = self.items
        if all(item.published for item in items):
            items = sorted(items, key=lambda item: item.published or datetime.min.replace(tzinfo=UTC), reverse=True)
        once: dict[str | int, Item] = {}
        for n, item in enumerate(items):
            once.setdefault(item.link or n, item)
        return list(once.values())[:limit]


def first_element(text: str) -> str | None:
    """The name, in small letters, of the first element in markup, whatever stands before it."""
    for _, token in zip(range(1000), _tokens(text[:_PROLOG]), strict=False):
        if isinstance(token, _Open):
            return token.name
    return None


def is_feed(text: str) -> bool:
    if text[:200].lstrip("\ufeff \t\r\n").startswith("{"):
        return "jsonfeed.org" in text
    name = first_element(text) or ""
    return name in _FEEDS or name.rpartition(":")[2] == "feed"


def read_items(text: str, base: str) -> Feed:
    """Never fails: of a broken feed, the items that can be read. Links are resolved against `base`."""
    return _json_feed(text, base) or _markup_feed(text, base)


def _json_feed(text: str, base: str = "") -> Feed | None:
    """https://www.jsonfeed.org/version/1.1/"""
    try:
        data = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    feed = cast("dict[str, Any]", data)
    if "jsonfeed.org/version/" not in str(feed.get("version")) or not isinstance(feed.get("items"), list):
        return None
    items: list[Item] = []
    for entry in cast("list[Any]", feed["items"]):
        if isinstance(entry, dict):
            values = {key: value for key, value in cast("dict[str, Any]", entry).items() if isinstance(value, str)}
            link = values.get("url") or values.get("external_url") or _if_link(values.get("id", ""))
            date = values.get("date_published") or values.get("date_modified") or ""
            items.append(Item(_absolute(link, base), _plain(values.get("title", "")), _date(date)))
    return Feed(_plain(str(feed.get("title") or "")), items)


@dataclass(slots=True)
class _Open:
    name: str
    attributes: str
    alone: bool


@dataclass(slots=True)
class _Close:
    name: str


_Token: TypeAlias = _Open | _Close | str


def _tokens(text: str) -> Iterator[_Token]:
    """Elements that open and close, and the text between; what is left open at the end is text or nothing."""
    here, end = 0, len(text)
    while here < end:
        start = text.find("<", here)
        if start < 0:
            start = end
        if start > here:
            yield _resolved(text[here : min(start, here + _LONGEST_FIELD)])
        if text.startswith("<![CDATA[", start):
            close = text.find("]]>", start)
            close = end if close < 0 else close
            yield text[start + 9 : min(close, start + 9 + _LONGEST_FIELD)]
            here = close + 3
        elif text.startswith("<!--", start):
            close = text.find("-->", start + 4)
            here = end if close < 0 else close + 3
        elif text.startswith("<!DOCTYPE", start) or text.startswith("<?", start) or text.startswith("<!", start):
            close = text.find(">", start)
            here = end if close < 0 else close + 1
        elif tag := _TAG.match(text, start):
            close = text.find(">", tag.end(), start + _LONGEST_TAG)
            if close < 0:
                here = tag.end()
                continue
            name, attributes = tag[2].lower(), text[tag.end() : close]
            yield _Close(name) if tag[1] else _Open(name, attributes, attributes.endswith("/"))
            here = close + 1
        else:
            yield text[start : start + 1]
            here = start + 1


class _Reading:
    """The one item that is being read: which of its elements are open, and what its fields hold so far."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._count: Counter[str] = Counter()
        self._fields: dict[str, list[str]] = {}
        self._field: str | None = None
        self.links: list[tuple[str, str]] = []
        """How each link element relates to the item, and where it leads."""
        self._guid_is_link = True

    def open(self, token: _Open, prefix: str) -> None:
        name = token.name.removeprefix(prefix)
        if not self._open:
            self._field = _FIELDS.get(name.removeprefix("atom:"))
            attributes = {m[1].lower(): _resolved(m[2] or m[3] or "") for m in _ATTRIBUTE.finditer(token.attributes)}
            if self._field == "link" and "href" in attributes:
                self.links.append((attributes.get("rel", "alternate").lower(), attributes["href"].strip()))
                self._field = None
            elif self._field == "guid":
                self._guid_is_link = attributes.get("ispermalink", "true").lower() != "false"
            if self._field:
                self._fields.setdefault(self._field, []).append("")
        if token.alone:
            self._field = self._field if self._open else None
        else:
            self._open.append(token.name)
            self._count[token.name] += 1

    def close(self, name: str) -> None:
        while self._count[name]:
            last = self._open.pop()
            self._count[last] -= 1
            if last == name:
                break
        if not self._open:
            self._field = None

    def text(self, text: str) -> None:
        if self._field and self._open:
            values = self._fields[self._field]
            if len(values[-1]) < _LONGEST_FIELD:
                values[-1] += text

    def item(self, base: str) -> Item:
        def said(name: str) -> list[str]:
            return [value.strip() for value in self._fields.get(name, []) if value.strip()]

        link = next((href for rel, href in self.links if rel == "alternate" and href), None)
        link = link or next(iter(said("link")), None)
        link = link or next((_if_link(guid) for guid in said("guid") if self._guid_is_link), None)
        link = link or next((_if_link(name) for name in said("id")), None)
        return Item(
            _absolute(link, base),
            _plain(next(iter(said("title")), "")),
            next((date for date in map(_date, said("date")) if date), None),
        )


def _markup_feed(text: str, base: str) -> Feed:
    feed = Feed()
    item: _Reading | None = None
    root: str | None = None
    in_title = False
    for token in _tokens(text):
        if isinstance(token, str):
            if item:
                item.text(token)
            elif in_title:
                feed.title = (feed.title + token)[:_LONGEST_FIELD]
            continue
        if root is None:
            root = token.name
        prefix = "" if "rdf" in root else root[: root.rfind(":") + 1]
        name = token.name.removeprefix(prefix)
        if item and name in _ITEMS:  # its end, or the next one after an item without an end
            feed.items.append(item.item(base))
            item = None
        if name == "title" or item:
            in_title = isinstance(token, _Open) and not feed.title and not item
        if isinstance(token, _Close):
            if item:
                item.close(token.name)
        elif item:
            item.open(token, prefix)
        elif name in _ITEMS:
            item = _Reading()
    if item:
        feed.items.append(item.item(base))
    feed.title = _plain(feed.title)
    return feed


def _resolved(text: str) -> str:
    return _REFERENCE.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def _plain(text: str) -> str:
    """A title as people read it: many feeds put markup into it, or escape it twice."""
    return " ".join(_resolved(_MARKUP.sub("", _resolved(text[:_LONGEST_FIELD]))).split())[:300]


def _if_link(text: str) -> str | None:
    return text if text.startswith(("http://", "https://")) else None


def _absolute(link: str | None, base: str) -> str | None:
    if not link:
        return None
    try:
        return str(URL(base).join(URL(link.strip())))
    except ValueError:
        return link


def _date(text: str) -> datetime | None:
    """RFC 822 or ISO 8601; a time without a zone is taken as UTC, for order alone."""
    text = text.strip()[:64]
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        try:
            found = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    try:
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
