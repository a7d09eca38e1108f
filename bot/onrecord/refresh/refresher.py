"""The refreshes that are under way: one at a time for each desk, a few at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Self

from onrecord.archive import Archive, Attempt, Desks, KeptSource, Loading
from onrecord.errors import OnRecordError
from onrecord.language import say
from onrecord.refresh.report import Progress, Report
from onrecord.refresh.sources import AnySource, as_source, key_of
from onrecord.refresh.transaction import refresh
from onrecord.settings import SHARED, Settings

if TYPE_CHECKING:
    from onrecord.sources.web import Web

AT_ONCE = 2
"""Desks that are refreshed at the same time; others wait for their turn."""
_MOST_BACK_OFF = 5
"""A source in trouble is left alone for up to 2⁵ times as long."""
_LONGEST_WAIT = timedelta(days=7)

Tell = Callable[[Progress], None]
Settle = Callable[[Loading, Report], Awaitable[None]]


class Busy(OnRecordError):
    """A desk is being refreshed already."""

    def __init__(self, running: Running) -> None:
        super().__init__(say("A refresh of this desk is under way already, started by {by}.", by=running.by))
        self.running = running


class Cancelled(OnRecordError):
    """A refresh was stopped, and has changed nothing."""

    def __init__(self, by: str) -> None:
        super().__init__(say("The refresh was stopped by {by}; nothing has changed.", by=by))
        self.by = by


@dataclass
class Running:
    by: str
    since: datetime
    task: asyncio.Task[Report] | None = None
    stopped_by: str | None = None
    progress: Progress | None = None


class Refresher:
    """Who refreshes what; opens with the archive and closes with it."""

    def __init__(
        self,
        desks: Desks,
        settings: Settings,
        *,
        web: Web | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        random: Random | None = None,
    ) -> None:
        self.desks = desks
        self.settings = settings
        self._web = web
        self.now = now
        self._random = random or Random()
        self._few = asyncio.Semaphore(AT_ONCE)
        self._running: dict[str, Running] = {}
        self._closed = False

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings) -> AsyncGenerator[Self]:
        async with await Desks.open(settings.archive.path) as desks, cls(desks, settings) as refresher:
            yield refresher

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Stops what is under way, and begins nothing more; twice is harmless."""
        self._closed = True
        tasks = [running.task for running in self._running.values() if running.task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def web(self) -> Web:
        """One way out for all desks, so that the manners towards a host are kept by all of them together."""
        if self._web is None:
            from onrecord.sources.web import Web  # noqa: PLC0415  it loads the HTTP client

            self._web = Web(self.settings.web.open)
        return self._web

    async def archive_of(self, desk: str) -> Archive:
        """The file that a desk's refreshes write to; made when first needed."""
        return self.desks.shared if desk == SHARED else await self.desks.own(desk)

    async def kept(self, desk: str) -> list[KeptSource]:
        """The sources that moderators added to a desk. A desk that has nothing is not made."""
        if desk != SHARED and desk not in await self.desks.known():
            return []
        return await (await self.archive_of(desk)).kept_sources()

    async def sources(self, desk: str) -> dict[str, AnySource]:
        """By key, all that a refresh of the desk reads."""
        configured = self.settings.sources if desk == SHARED else ()
        found: dict[str, AnySource] = {key_of(source): source for source in configured}
        kept = await self.kept(desk)
        if kept:
            archive = await self.archive_of(desk)
            for source in kept:
                found.setdefault(source.key, as_source(source, archive))
        return found

    async def attempts(self, desk: str) -> Mapping[str, Attempt]:
        if desk != SHARED and desk not in await self.desks.known():
            return {}
        return await (await self.archive_of(desk)).attempts()

    def running(self, desk: str) -> Running | None:
        return self._running.get(desk)

    def cancel(self, desk: str, by: str) -> Running | None:
        """Stop what is under way; null when nothing is."""
        running = self._running.get(desk)
        if running is None or running.task is None:
            return None
        running.stopped_by = running.stopped_by or by
        running.task.cancel()
        return running

    async def refresh(
        self,
        desk: str,
        by: str,
        sources: Sequence[AnySource],
        tell: Tell | None = None,
        *,
        only: bool = True,
        settle: Settle | None = None,
    ) -> Report:
        """Bring `sources` of a desk up to date. `settle` has the last word inside the transaction, and may raise.

        Raises `Busy`, `Cancelled`, and `ArchiveError`.
        """
        if self._closed:  # whoever asked was still looking at what a link leads to
            raise Cancelled(say("the bot, which is closing"))
        if running := self._running.get(desk):
            raise Busy(running)
        running = self._running[desk] = Running(by, self.now())

        def told(progress: Progress) -> None:
            running.progress = progress
            if tell:
                tell(progress)

        running.task = asyncio.create_task(self._refresh(desk, sources, told, only=only, settle=settle))
        try:
            await asyncio.wait([running.task])
        except asyncio.CancelledError:
            running.task.cancel()
            await asyncio.gather(running.task, return_exceptions=True)
            raise
        finally:
            del self._running[desk]
        if running.task.cancelled():
            raise Cancelled(running.stopped_by or say("the bot, which is closing"))
        return running.task.result()

    async def _refresh(
        self, desk: str, sources: Sequence[AnySource], tell: Tell, *, only: bool, settle: Settle | None
    ) -> Report:
        async with self._few:
            archive = await self.archive_of(desk)
            before = await archive.attempts()

            async def settled(loading: Loading, report: Report) -> None:
                if settle:
                    await settle(loading, report)
                now = self.now()
                for one in report.by_source:
                    failures = (before[one.key].failures if one.key in before else 0) + 1 if one.trouble else 0
                    await loading.attempted(one.key, now, one.trouble, self._next_run(now, failures))

            return await refresh(archive, sources, tell, self.web, only=only, settle=settled)

    def _next_run(self, now: datetime, failures: int) -> datetime | None:
        """With a little chance in it, so that not everybody is asked at the same minute; later after failures."""
        every = self.settings.refresh.period
        if every is None:
            return None
        wait = min(every * 2 ** min(failures, _MOST_BACK_OFF), max(every, _LONGEST_WAIT))
        return now + wait * self._random.uniform(0.9, 1.1)
