"""Bringing the archive in step with its sources: what is new or changed is read, what is gone is removed, at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import TYPE_CHECKING

from onrecord.archive import Archive, Loading
from onrecord.refresh.fetching import Fetched
from onrecord.refresh.report import Progress, Report, Tally
from onrecord.refresh.source_loader import SourceLoader
from onrecord.refresh.sources import AnySource, key_of
from onrecord.refresh.worker import reader_version
from onrecord.refresh.worker_pool import WorkerPool
from onrecord.settings import FeedSource, PageSource

if TYPE_CHECKING:
    from onrecord.sources.web import Web


async def refresh(
    archive: Archive,
    sources: Sequence[AnySource],
    progress: Callable[[Progress], None] | None = None,
    web: Web | None = None,
    *,
    only: bool = False,
    settle: Callable[[Loading, Report], Awaitable[None]] | None = None,
) -> Report:
    """Afterwards the archive holds what these sources hold; with `only` nothing else of it has changed, without it
    what came from sources that are neither named nor kept by a moderator is gone. `settle` comes last within the
    transaction; what it raises undoes all of it.

    One transaction: until it ends, answers come from the coverage as it was, and a refresh that fails or is killed has
    changed nothing. A source that cannot be read, and a document that can no longer be, keep the stories they had.
    Pages and feeds are fetched before it begins, through `web`; a page that its feed no longer lists is kept.
    """
    named = {key_of(source): source for source in sources}
    tally = Tally(named, progress)
    async with WorkerPool() as readers, Fetched() as fetched:
        pages = {key: s for key, s in named.items() if isinstance(s, PageSource | FeedSource)}
        if pages:
            known = {key: await archive.validators(key, reader_version()) for key in pages}
            await fetched.fetch(pages, known, web, readers.run, tally.tell)
        async with archive.loading(reader_version()) as loading:
            if not only:
                stay = {*named, *(kept.key for kept in await archive.kept_sources())}
                await _drop_others(archive, loading, stay, tally)
            for key, source in named.items():
                stored = await archive.stored(key)
                await SourceLoader(loading, readers, key, stored, tally).take_in(source, fetched.visits.get(key))
            report = tally.report(await loading.still_told(tally.lost) if tally.lost else ())
            if settle:
                await settle(loading, report)
    return report


async def _drop_others(archive: Archive, loading: Loading, stay: Collection[str], tally: Tally) -> None:
    for key in await archive.document_sources():
        if key not in stay:
            stored = await archive.stored(key)
            tally.lost.update(await loading.drop(key, list(stored)))
            tally.gone += len(stored)
    await loading.forget_sources_but(stay)
