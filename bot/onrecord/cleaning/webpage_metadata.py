"""What a web page states about itself: schema.org JSON-LD, then meta elements, then its title and time elements.

Only stated facts: a date that would have to be guessed from the text is none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import urljoin

from lxml.etree import (
    _Element,  # pyright: ignore[reportPrivateUsage] - lxml has no public name for it
    tostring,
)

from onrecord.cleaning.dates import parse
from onrecord.cleaning.lines import tidy
from onrecord.cleaning.links import host_of, plausible_link
from onrecord.cleaning.page import Page
from onrecord.cleaning.publishers import outlet_key, outlet_name
from onrecord.stories import Stamp

Element = _Element
_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|\w*Report|\w*Posting|Review|Webpage)", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:[|•·»:–—-]|::)\s+(?P<site>[^|•·»–—]{2,60})$")
_META = {
    what: tuple(names.split())
    for what, names in {
        "title": "og:title twitter:title parsely-title dc.title dcterms.title headline citation_title sailthru.title",
        "site": "og:site_name application-name citation_journal_title dc.publisher dcterms.publisher publisher",
        "author": "author article:author byl parsely-author dc.creator dcterms.creator sailthru.author citation_author",
        "date": "article:published_time datepublished date dc.date dc.date.issued dcterms.created dcterms.issued"
        " parsely-pub-date pubdate publish-date publish_date sailthru.date citation_publication_date"
        " og:published_time article.published displaydate",
        "original": "original-source syndication-source",
        "address": "og:url twitter:url parsely-link",
    }.items()
}
_NO_AUTHORS = frozenset(("admin", "staff", "editor", "editors", "none", "null", "newsroom"))
_DEEPEST = 8


def note_metadata(page: Page, tree: Element) -> None:
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = " ".join(tidy(element.get("content") or "").split())
        if name and content:
            meta.setdefault(name, []).append(content)
    article = next(_articles(tree), dict[str, Any]())
    _note_addresses(page, tree, meta, article)
    _note_names(page, meta, article)
    page.published = _published(tree, meta, article)
    headline = _text(article.get("headline")) or _first(meta, "title") or only_h1(tree) or _element_text(tree, "title")
    if headline:
        page.title = _without_site(headline, page)


def _articles(tree: Element) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                value: object = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _typed(value, 0)


def _typed(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in cast(list[object], value):
            yield from _typed(item, depth + 1)
    elif isinstance(value, dict):
        found = cast(dict[str, Any], value)
        kinds = found.get("@type")
        kinds = cast(list[object], kinds) if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds) and found.get("headline"):
            yield found
        yield from _typed(found.get("@graph"), depth + 1)
        yield from _typed(found.get("mainEntity"), depth + 1)


def _text(value: object) -> str | None:
    """A name, however schema.org allows it to be written: a text, an object with a name, or a list of them."""
    if isinstance(value, list):
        value = next(iter(cast(list[object], value)), None)
    if isinstance(value, dict):
        found = cast(dict[str, object], value)
        value = found.get("name") or found.get("@id") or found.get("url")
    return " ".join(tidy(value).split()) or None if isinstance(value, str) else None


def _note_addresses(page: Page, tree: Element, meta: dict[str, list[str]], article: dict[str, Any]) -> None:
    located = plausible_link(page.location)
    stated = next((plausible_link(link) for link in (_first(meta, "address"), _text(article.get("url"))) if link), None)
    canonical = next(
        (
            plausible_link(urljoin(located or stated or "", (link.get("href") or "").strip()))
            for link in tree.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ),
        None,
    )
    # A page of the web that is at no public host was fetched from one that the configuration opens.
    fetched = page.location if page.location.startswith(("http://", "https://")) else None
    page.site_url = located or stated or canonical or fetched
    based = article.get("isBasedOn")
    for link in (_first(meta, "original"), _text(based), canonical):
        url = plausible_link(link) if link else None
        # A canonical link to somebody else's site says: this page repeats what was published there.
        if url and page.site_url and _site(url) != _site(page.site_url):
            page.url = url
            break
    if page.url is None and canonical and page.site_url and _site(canonical) == _site(page.site_url):
        page.site_url = canonical


def _site(url: str) -> str:
    return ".".join((host_of(url) or "").split(".")[-2:])


def _note_names(page: Page, meta: dict[str, list[str]], article: dict[str, Any]) -> None:
    site = _text(article.get("publisher")) or _first(meta, "site")
    page.site = outlet_name(site) if site and not site.startswith(("@", "http")) else None
    authors = article.get("author") or article.get("creator")
    names = [_text(author) for author in (cast(list[object], authors) if isinstance(authors, list) else [authors])]
    if not any(names):
        stated = [name for key in _META["author"] for name in meta.get(key, [])[:6]]
        names = [part for name in stated for part in re.split(r"\s*(?:,|;| and | & )\s*", name)]
    bare = (re.sub(r"^by:?\s+", "", name or "", flags=re.IGNORECASE) for name in names)
    page.credit(name for name in bare if _is_author(name, page.site))


def _is_author(name: str, site: str | None) -> bool:
    if not 2 < len(name) <= 60 or "://" in name or "@" in name or not name[0].isalpha() or "/" in name:
        return False
    # The site's or the feed's own name is no author.
    return not (site and outlet_key(name) == outlet_key(site)) and name.casefold() not in _NO_AUTHORS


def _published(tree: Element, meta: dict[str, list[str]], article: dict[str, Any]) -> Stamp | None:
    stated = _text(article.get("datePublished"))
    if stated and (found := parse(stated)):
        return found
    for key in _META["date"]:
        for content in meta.get(key, []):
            if found := parse(content):
                return found
    for element in tree.iter("time", "span", "abbr"):
        marked = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        when = element.get("datetime") or element.get("content")
        if when and (marked or "published" in (element.get("class") or "").split()):
            return parse(when)
    return None


def _first(meta: dict[str, list[str]], what: str) -> str | None:
    return next((meta[key][0] for key in _META[what] if key in meta), None)


def _element_text(tree: Element, tag: str) -> str | None:
    found = next(tree.iter(tag), None)
    if found is None:
        return None
    return " ".join(tidy(tostring(found, method="text", encoding="unicode", with_tail=False)).split()) or None


def only_h1(tree: Element) -> str | None:
    """The headline that readers see, where the page has but one of its rank."""
    return _element_text(tree, "h1") if sum(1 for _ in tree.iter("h1")) == 1 else None


def _without_site(title: str, page: Page) -> str:
    """ "Harbor votes | The Harbor Post" without the site's own name."""
    found = _SUFFIX.search(title)
    if not found:
        return title
    host = (host_of(page.site_url or "") or "").split(".")
    own = {outlet_key(name) for name in (page.site or "", *host[:-1]) if name}
    return title[: found.start()] if outlet_key(found["site"]) in own else title
