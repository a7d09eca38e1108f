"""Visiting a page as a guest: asked beforehand, read at most once, left alone when it says no."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

from onrecord.errors import SourceError
from onrecord.sources.addresses import AllowedAddress
from onrecord.sources.consent import Consent
from onrecord.sources.decoding import decode
from onrecord.sources.feed_items import first_element, is_feed
from onrecord.sources.fetch import Fetched, Fetcher, NotModified, Unavailable
from onrecord.sources.markup import Markup, read_markup
from onrecord.sources.response_body import too_large
from onrecord.sources.visit_cache import VisitCache, pack, unpack
from onrecord.stories import Validators

_PAGE_LIMIT = 3_000_000
"""Bytes; a page's tree takes many times as much. A feed may be as large as the fetcher lets it be."""
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json,"
    " application/xml;q=0.9, */*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Visit:
    url: str
    """After all redirects."""
    kind: Literal["page", "feed"]
    """By what it holds, whatever type its server states."""
    text: str
    markup: Markup
    """Empty for a feed."""
    validators: Validators


class Web:
    """A fetcher and the consent of those it visits.

    May be entered by several at a time; from the first entrance to the last exit is one round, in which a page is
    fetched once and a site asked for its rules once.
    """

    def __init__(self, allowed: Iterable[AllowedAddress] = (), *, fetcher: Fetcher | None = None) -> None:
        self.fetcher = fetcher or Fetcher(allowed)
        self._inside = 0
        self._forget()

    def _forget(self) -> None:
        self._consent = Consent(self.fetcher)
        self._seen = VisitCache()
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def __aenter__(self) -> Self:
        self._inside += 1
        if self._inside == 1:
            await self.fetcher.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        self._inside -= 1
        if not self._inside:
            self._forget()
            await self.fetcher.__aexit__()

    async def visit(self, link: str, known: Validators | None = None) -> Visit | NotModified:
        """Raises what `Fetcher.get` raises, and `Refused` with the rule that says no."""
        now = self.fetcher.clock
        async with self._asking[link]:
            seen = self._seen.get(link, now(), known)
            if isinstance(seen, NotModified):
                return seen
            if seen is not None:
                return await asyncio.to_thread(unpack, seen)
            try:
                answer = await self.fetcher.get(link, known, before=self._consent.before, accept=_ACCEPT)
                if isinstance(answer, NotModified):
                    if known:
                        self._seen.unchanged(link, now(), known)
                    return answer
                visit = await asyncio.to_thread(_look, answer)
                await self._consent.after(answer, visit.markup)
            except Unavailable:  # another try may fare better
                raise
            except SourceError as error:
                self._seen.failed(link, now(), error)
                raise
            self._seen.put(link, now(), await asyncio.to_thread(pack, visit), visit.validators)
            return visit


def _look(page: Fetched) -> Visit:
    if not page.body.strip():
        raise SourceError("It is empty.")
    text, url = decode(page.body, html=True, stated=page.charset), str(page.url)
    if text is None or text.startswith("%PDF-"):
        raise SourceError(f"It is neither a page nor a feed, but {_named(page, 'something that is no text')}.")
    if is_feed(text):
        return Visit(url, "feed", text, Markup(), page.validators)
    is_json = page.content_type.endswith("json") or text[:200].lstrip().startswith(("{", "["))
    if is_json or first_element(text) is None:
        raise SourceError(f"It is neither a page nor a feed, but {_named(page, 'plain text')}.")
    if len(page.body) > _PAGE_LIMIT:
        raise too_large(_PAGE_LIMIT)
    return Visit(url, "page", text, read_markup(text, url), page.validators)


def _named(page: Fetched, otherwise: str) -> str:
    """What its server says that it is, unless that is what it is not."""
    return otherwise if not page.content_type or "html" in page.content_type else page.content_type
