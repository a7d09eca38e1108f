"""The refreshes that are under way: one at a time for each desk, by hand or on schedule."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.archive import Archive, Attempt, Desks, KeptSource, Loading
from onrecord.errors import OnRecordError
from onrecord.language import say
from onrecord.refresh.report import Progress, Report
from onrecord.refresh.sources import AnySource, Upload, key_of
from onrecord.refresh.transaction import refresh
from onrecord.settings import SHARED, FeedSource, PageSource, Settings

if TYPE_CHECKING:
    from onrecord.sources.web import Web

log = logging.getLogger("onrecord")

SCHEDULE = "the schedule"
AT_ONCE = 2
"""Desks that are refreshed at the same time; others wait for their turn."""
FIRST_LOOK = 60.0
"""Seconds after the start until the schedule looks what is due: a bot that restarts in circles asks nobody anything."""
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
    """Opens with the archive and closes with it; `start` begins to keep to the schedule."""

    def __init__(
        self,
        desks: Desks,
        settings: Settings,
        *,
        web: Web | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Random | None = None,
    ) -> None:
        self.desks = desks
        self.settings = settings
        self._web = web
        self.now = now
        self._sleep = sleep
        self._random = random or Random()
        self._few = asyncio.Semaphore(AT_ONCE)
        self._running: dict[str, Running] = {}
        self._schedule: asyncio.Task[None] | None = None

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings) -> AsyncGenerator[Self]:
        async with await Desks.open(settings.archive.path) as desks, cls(desks, settings) as refresher:
            yield refresher

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Stops what is under way; twice is harmless."""
        tasks = [running.task for running in self._running.values() if running.task]
        if self._schedule:
            tasks.append(self._schedule)  # pyright: ignore[reportArgumentType]
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
                    await loading.attempted(one.key, now, one.trouble, self.next_run(now, failures))

            return await refresh(archive, sources, tell, self.web, only=only, settle=settled)

    def next_run(self, now: datetime, failures: int = 0) -> datetime | None:
        """With a little chance in it, so that not everybody is asked at the same minute; later after failures."""
        every = self.settings.refresh.period
        if every is None:
            return None
        wait = min(every * 2 ** min(failures, _MOST_BACK_OFF), max(every, _LONGEST_WAIT))
        return now + wait * self._random.uniform(0.9, 1.1)

    def start(self) -> None:
        """Keep to the schedule, if there is one."""
        if self.settings.refresh.period is not None and self._schedule is None:
            self._schedule = asyncio.create_task(self._keep_time(), name="onrecord-schedule")

    async def _keep_time(self) -> None:
        period = self.settings.refresh.period
        assert period is not None
        look = min(max(period.total_seconds() / 12, FIRST_LOOK), 900.0)
        await self._sleep(FIRST_LOOK * self._random.uniform(1, 2))
        while True:
            try:
                await self.refresh_due()
            except Exception:
                log.exception("The schedule failed; it goes on")
            await self._sleep(look)

    async def refresh_due(self) -> dict[str, Report]:
        """One round: each desk's sources that are due, and a page that several want fetched once."""
        done: dict[str, Report] = {}
        async with self.web:
            for desk in [SHARED, *await self.desks.known()]:
                try:
                    report = await self._refresh_due_of(desk)
                except OnRecordError as error:
                    log.warning("Desk %s was not refreshed: %s", desk, error)
                    continue
                except Exception:  # one community's trouble must not keep the others from their turn
                    log.exception("Desk %s was not refreshed", desk)
                    continue
                if report:
                    done[desk] = report
                    for trouble in report.errors:
                        log.warning("%s: %s", trouble.source, trouble.reason)
        return done

    async def _refresh_due_of(self, desk: str) -> Report | None:
        attempts, now = await self.attempts(desk), self.now()
        due = [
            source
            for key, source in (await self.sources(desk)).items()
            if key not in attempts or (attempts[key].next_run or now) <= now
        ]
        return await self.refresh(desk, SCHEDULE, due) if due and not self.running(desk) else None


def as_source(kept: KeptSource, archive: Archive) -> AnySource:
    if kept.kind == "file" or kept.link is None:
        return Upload(kept.key, kept.name or kept.key, lambda: archive.raw(kept.key))
    if kept.kind == "feed":
        return FeedSource(link=kept.link, limit=kept.limit or 100)
    return PageSource(link=kept.link)
