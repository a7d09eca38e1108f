"""Looking at what a link would become, before it is added."""

from __future__ import annotations

import asyncio

from onrecord.desk.additions import how_covered
from onrecord.desk.desk import Desk
from onrecord.desk.links import link_of
from onrecord.desk.models import Preview
from onrecord.errors import SourceError
from onrecord.language import say
from onrecord.stories import Document, Story


async def preview_link(desk: Desk, typed: str) -> Preview:
    """Fetched by the same rules as for `add_link`."""
    from onrecord.sources.feed_items import read_items  # noqa: PLC0415
    from onrecord.sources.fetch import NotModified  # noqa: PLC0415  it loads the HTTP client

    link = link_of(typed)
    async with desk.refresher.web as web:
        visit = await web.visit(link)
    if isinstance(visit, NotModified):
        raise SourceError(say("The server did not send the page."))
    covered = await how_covered(desk, link)
    if visit.kind == "feed":
        feed = await asyncio.to_thread(read_items, visit.text, visit.url)
        items = tuple((item.title or item.link or "", item.link) for item in feed.newest(100))
        return Preview("feed", visit.url, covered, title=feed.title, items=items)
    document = Document(location=visit.url, format="html", text=visit.text)
    return Preview("page", visit.url, covered, story=await asyncio.to_thread(_read, document))


def _read(document: Document) -> Story:
    # Here and not above: these load the HTML tools.
    from onrecord.cleaning import clean  # noqa: PLC0415
    from onrecord.reading import read  # noqa: PLC0415

    return read(clean(document))
