"""One community's desk, as one moderator works at it: what every act there needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from onrecord.archive import Archive, Coverage
from onrecord.desk.models import UploadedFile
from onrecord.refresh import Refresher, Tell
from onrecord.settings import SHARED


@dataclass(frozen=True, slots=True)
class Desk:
    """For as long as one command takes."""

    refresher: Refresher
    name: str
    by: str
    """Who is at the desk, for the log."""
    opens: Callable[[str], Awaitable[UploadedFile]] | None = None
    """Gives the file that an option names."""
    tell: Tell | None = None

    @property
    def key(self) -> str | None:
        """What the archive knows it by."""
        return None if self.name == SHARED else self.name

    async def view(self) -> Coverage:
        """What its community sees."""
        return await self.refresher.desks.view(self.key)

    async def archive(self) -> Archive:
        """Its own file; made when first needed."""
        return await self.refresher.archive_of(self.name)

    async def exists(self) -> bool:
        """Whether it has a file: looking must not make one."""
        return self.name == SHARED or self.name in await self.refresher.desks.known()
