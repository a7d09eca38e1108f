"""The shared coverage, and beside it the desk of each community: a file of its own, of which no other desk is shown."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.archive.archive import Archive
from onrecord.errors import ArchiveError

NAME = re.compile(r"[a-z0-9_-]{1,40}")


class Desks:
    """Desks are known by name: a Discord server's number, "console". `None` stands for the shared coverage itself."""

    def __init__(self, shared: Archive) -> None:
        self.shared = shared
        self._folder = shared.path.with_name(f"{shared.path.stem}.desks")
        self._open: dict[str, Archive] = {}
        self._opening = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> Self:
        """`path`: of the archive with the shared coverage. Raises `ArchiveError` as `Archive.open` does."""
        return cls(await Archive.open(path))

    async def close(self) -> None:
        """Twice is harmless."""
        async with self._opening:
            opened, self._open = list(self._open.values()), {}
            for archive in [*opened, self.shared]:
                await archive.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def own(self, desk: str) -> Archive:
        """What belongs to this desk alone; made when first asked for."""
        async with self._opening:
            if desk not in self._open:
                path = self._path(desk)
                path.parent.mkdir(exist_ok=True)
                self._open[desk] = await Archive.open(path)
            return self._open[desk]

    def _path(self, desk: str) -> Path:
        if not NAME.fullmatch(desk):
            raise ArchiveError(f"{desk[:60]!r} is no name of a desk; use up to 40 of a-z, 0-9, _ and -.")
        return self._folder / f"{desk}.db"
