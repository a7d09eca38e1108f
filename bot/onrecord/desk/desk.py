"""All that a moderator can do at one community's desk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from onrecord.desk.adding import Adding
from onrecord.desk.looking import Looking
from onrecord.desk.models import Refusal
from onrecord.desk.removing import Removing
from onrecord.language import say
from onrecord.refresh import Cancelled, Report, Running
from onrecord.settings import SHARED

Done = TypeVar("Done")


class Desk(Adding, Removing, Looking):
    async def refresh(self) -> Report:
        """Raises `Busy`, `Cancelled`, and `Refusal` when there is nothing to refresh."""
        sources = await self._refresher.sources(self.name)
        if not sources:
            raise Refusal(say("This desk has no sources of its own yet."))
        shared = self.name == SHARED
        try:
            report = await self._refresher.refresh(
                self.name, self.by, list(sources.values()), self._tell, only=not shared
            )
        except Cancelled:
            await self._note("cancel", "refresh")
            raise
        about = f"{report.new} new, {report.changed} changed, {report.gone} gone, {len(report.errors)} in trouble"
        await self._note("refresh", about)
        return report

    def cancel(self) -> Running | None:
        return self._refresher.cancel(self.name, self.by)

    async def _note(self, action: str, about: str) -> None:
        await (await self._archive()).note(self.by, self._refresher.now(), action, about)

    async def aside(self, work: Callable[[], Done]) -> Done:
        """Off the event loop, which answers others meanwhile."""
        return await asyncio.to_thread(work)
