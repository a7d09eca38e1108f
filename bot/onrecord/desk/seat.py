"""Who is at which desk: what everything that is done there needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from onrecord.archive import Archive, Coverage
from onrecord.desk.models import Handed
from onrecord.refresh import Refresher, Tell
from onrecord.settings import SHARED


class Seat:
    """One community's desk, for as long as one command of one moderator takes."""

    def __init__(
        self,
        refresher: Refresher,
        name: str,
        by: str,
        *,
        opens: Callable[[str], Awaitable[Handed]] | None = None,
        tell: Tell | None = None,
    ) -> None:
        """`by`: who is at the desk, for the log; `opens` gives the file that an option names."""
        self.name = name
        self.by = by
        self._refresher = refresher
        self._opens = opens
        self._tell = tell

    @property
    def _key(self) -> str | None:
        return None if self.name == SHARED else self.name

    async def view(self) -> Coverage:
        return await self._refresher.desks.view(self._key)

    async def _archive(self) -> Archive:
        return await self._refresher.archive_of(self.name)

    async def _exists(self) -> bool:
        return self.name == SHARED or self.name in await self._refresher.desks.known()
