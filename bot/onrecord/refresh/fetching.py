"""Pages and feeds on their way to the archive: all fetching happens before anything is written.

What was fetched is kept in a file until then, for a feed's pages need not fit into memory.
"""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Self, TypeAlias

from onrecord.archive import Packed
from onrecord.errors import SourceError
from onrecord.refresh.sources import key_of
from onrecord.settings import FeedSource, PageSource
from onrecord.stories import Document, Skipped, Validators

if TYPE_CHECKING:
    from onrecord.sources.page import PageRead
    from onrecord.sources.web import Web

WebSource: TypeAlias = PageSource | FeedSource
Read: TypeAlias = Callable[[Sequence[Document], Sequence[str]], Awaitable[Packed]]

_DOCUMENTS = 20
_CHARACTERS = 500_000
"""So much waits to be read together."""
_IN_MEMORY = 4_000_000
LONGEST = 1800.0
"""Seconds for one page or feed; a hundred pages at the slowest pace that a site may ask for need a thousand."""


class Visits:
    """What one page or feed gave."""

    def __init__(self, source: WebSource) -> None:
        self.source = source
        self.validators: dict[str, Validators] = {}
        """By the link of what was read, the feed's own among them."""
        self.unchanged: set[str] = set()
        """Links; the source's own when all of it is as it was."""
        self.gone: dict[str, str] = {}
        """Links, and what their server said."""
        self.skipped: list[Skipped] = []
        self.trouble: str | None = None
        """Why the source itself could not be read."""
        self.seen = 0
        self.done = False
        """All was asked that will be."""
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  closed by close()
        self._batches = 0

    def keep(self, packed: Packed) -> None:
        try:
            pickle.dump(packed, self._file, pickle.HIGHEST_PROTOCOL)
        except OSError as error:
            raise SourceError(f"There is no room to keep what was fetched: {error.strerror or error}.") from error
        self._batches += 1

    def read(self) -> Iterator[Packed]:
        """Each located by its link."""
        self._file.seek(0)
        for _ in range(self._batches):
            yield pickle.load(self._file)

    def close(self) -> None:
        self._file.close()


async def visit(
    web: Web, source: WebSource, known: Mapping[str, Validators], read: Read, seen: Callable[[Visits], None]
) -> Visits:
    """Ask a page or a feed for what is new since `known`. Never raises a `SourceError`: `Visits.trouble` says it."""
    visits = Visits(source)
    try:
        async with asyncio.timeout(LONGEST):
            await _Pass(web, visits, read, seen).run(known)
    except TimeoutError:
        visits.trouble = f"It took more than {LONGEST / 60:.0f} minutes; the rest waits for the next refresh."
    except SourceError as error:
        visits.trouble = str(error)
    except BaseException:
        visits.close()
        raise
    visits.done = True
    seen(visits)
    return visits


class _Pass:
    def __init__(self, web: Web, visits: Visits, read: Read, seen: Callable[[Visits], None]) -> None:
        self._web = web
        self._visits = visits
        self._read = read
        self._seen = seen
        self._pending: list[PageRead] = []

    async def run(self, known: Mapping[str, Validators]) -> None:
        # Here and not above: these load the HTTP client.
        from onrecord.sources.feed import FeedRead, read_feed  # noqa: PLC0415
        from onrecord.sources.fetch import NotModified  # noqa: PLC0415
        from onrecord.sources.page import Gone, Outcome, PageRead, read_page  # noqa: PLC0415

        visits, source = self._visits, self._visits.source

        async def take(outcome: Outcome) -> None:
            match outcome:
                case PageRead():
                    self._pending.append(outcome)
                    await self._flush(_CHARACTERS)
                case NotModified():
                    visits.unchanged.add(outcome.location)
                case Gone():
                    visits.gone[outcome.location] = outcome.reason
                case Skipped() if isinstance(source, PageSource):
                    raise SourceError(outcome.reason)
                case Skipped():
                    visits.skipped.append(outcome)
            visits.seen += 1
            self._seen(visits)

        if isinstance(source, PageSource):
            await take(await read_page(self._web, source.link, known.get(source.link)))
        else:
            async for outcome in read_feed(self._web, source.link, known, source.limit):
                if isinstance(outcome, FeedRead):
                    await self._flush(0)
                    visits.validators[outcome.link] = outcome.validators
                else:
                    await take(outcome)
        await self._flush(0)

    async def _flush(self, characters: int) -> None:
        """Read what waits, once it is more than `characters` or many documents."""
        waiting = self._pending
        if sum(len(page.document.text) for page in waiting) <= characters and len(waiting) < _DOCUMENTS:
            return
        self._pending = []
        self._visits.keep(await self._read([page.document for page in waiting], [page.link for page in waiting]))
        self._visits.validators |= {page.link: page.validators for page in waiting}


async def visit_all(
    web: Web, sources: Sequence[tuple[WebSource, Mapping[str, Validators]]], read: Read, seen: Callable[[Visits], None]
) -> list[Visits]:
    """A few sources at a time, in the order given."""
    few = asyncio.Semaphore(3)

    async def one(source: WebSource, known: Mapping[str, Validators]) -> Visits:
        async with few:
            return await visit(web, source, known, read, seen)

    async with web:
        tasks = [asyncio.create_task(one(source, known)) for source, known in sources]
        try:
            return [await task for task in tasks]
        except BaseException:
            for task in tasks:
                task.cancel()
            for done in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(done, Visits):
                    done.close()
            raise


class Fetched:
    """What pages and feeds gave, for as long as it is needed."""

    def __init__(self) -> None:
        self.visits: dict[str, Visits] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for visits in self.visits.values():
            visits.close()

    async def fetch(
        self,
        sources: Mapping[str, WebSource],
        known: Mapping[str, Mapping[str, Validators]],
        web: Web | None,
        read: Read,
        tell: Callable[..., None],
    ) -> None:
        """All by key. `tell`: as `Tally.tell`."""
        if web is None:
            from onrecord.sources.web import Web  # noqa: PLC0415  it loads the HTTP client

            web = Web()

        def seen(visits: Visits) -> None:
            tell(key_of(visits.source), visits.seen, len(visits.validators), done=visits.done)

        found = await visit_all(web, [(source, known[key]) for key, source in sources.items()], read, seen)
        self.visits = dict(zip(sources, found, strict=True))
