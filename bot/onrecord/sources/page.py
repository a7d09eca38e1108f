"""A web page as a source, and finding out whether a link is a page or a feed."""

from __future__ import annotations

from typing import Literal, TypeAlias

from onrecord.errors import SourceError
from onrecord.sources.feed_items import read_items
from onrecord.sources.fetch import NotModified, NotThere
from onrecord.sources.web import Visit, Web
from onrecord.stories import Document, Noun, Skipped, Validators


class PageRead(Noun):
    """A page that was read."""

    link: str
    """As it was asked for: what its validators and its story are remembered by."""
    document: Document
    """At the address where the page was found after redirects."""
    validators: Validators


class Gone(Noun):
    """The server itself says that the page is no more; a server in trouble does not say that."""

    location: str
    reason: str


Outcome: TypeAlias = PageRead | NotModified | Gone | Skipped


class Discovery(Noun):
    """What stands behind a link."""

    kind: Literal["page", "feed"]
    link: str
    """After redirects."""
    title: str
    feeds: tuple[str, ...] = ()
    """Feeds that a page offers of itself."""


async def read_page(web: Web, link: str, known: Validators | None = None) -> Outcome:
    """`NotModified` only when `known` was given. Never raises a `SourceError`."""
    try:
        return as_page(link, await web.visit(link, known))
    except SourceError as error:
        return failed(link, error)


def as_page(link: str, visit: Visit | NotModified) -> PageRead | NotModified:
    if isinstance(visit, NotModified):
        return visit
    if visit.kind == "feed":
        raise SourceError('It is a feed, not a page: add it as kind = "feed".')
    return PageRead(
        link=link, document=Document(location=visit.url, format="html", text=visit.text), validators=visit.validators
    )


def failed(link: str, error: SourceError) -> Gone | Skipped:
    if isinstance(error, NotThere):
        return Gone(location=link, reason=str(error))
    return Skipped(location=link, reason=str(error))


async def discover(web: Web, link: str) -> Discovery:
    """Look what a link leads to. Raises `SourceError` with the sentence for whoever typed it."""
    visit = await web.visit(link)
    if isinstance(visit, NotModified):
        raise SourceError("The server did not send the page.")
    if visit.kind == "feed":
        return Discovery(kind="feed", link=visit.url, title=read_items(visit.text, visit.url).title)
    return Discovery(kind="page", link=visit.url, title=visit.markup.title, feeds=tuple(visit.markup.feeds[:5]))
