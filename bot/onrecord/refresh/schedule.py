"""Refreshing what is due, again and again, for as long as the bot runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from random import uniform

from onrecord.errors import OnRecordError
from onrecord.refresh.refresher import Refresher
from onrecord.refresh.report import Report
from onrecord.settings import SHARED

log = logging.getLogger("onrecord")

SCHEDULE = "the schedule"
FIRST_LOOK = 60.0
"""Seconds after the start until it looks what is due: a bot that restarts in circles asks nobody anything."""
_SELDOMEST_LOOK = 900.0


class Schedule:
    def __init__(self, refresher: Refresher, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._refresher = refresher
        self._sleep = sleep
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Keep to the schedule, if there is one."""
        every = self._refresher.settings.refresh.period
        if every is not None and self._task is None:
            look = min(max(every.total_seconds() / 12, FIRST_LOOK), _SELDOMEST_LOOK)
            self._task = asyncio.create_task(self._keep(look), name="onrecord-schedule")

    async def close(self) -> None:
        """Stops what is under way; twice is harmless."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _keep(self, look: float) -> None:
        await self._sleep(FIRST_LOOK * uniform(1, 2))
        while True:
            try:
                await refresh_due(self._refresher)
            except Exception:
                log.exception("The schedule failed; it goes on")
            await self._sleep(look)


async def refresh_due(refresher: Refresher) -> dict[str, Report]:
    """One round: each desk's sources that are due, and a page that several want fetched once."""
    done: dict[str, Report] = {}
    async with refresher.web:
        for desk in [SHARED, *await refresher.desks.known()]:
            try:
                report = await _refresh_due_of(refresher, desk)
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


async def _refresh_due_of(refresher: Refresher, desk: str) -> Report | None:
    attempts, now = await refresher.attempts(desk), refresher.now()
    due = [
        source
        for key, source in (await refresher.sources(desk)).items()
        if key not in attempts or (attempts[key].next_run or now) <= now
    ]
    return await refresher.refresh(desk, SCHEDULE, due) if due and not refresher.running(desk) else None
