"""The shared coverage, and beside it the desk of each community: a file of its own, of which no other desk is shown."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Hashable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Self

from onrecord.archive.archive import Archive
from onrecord.archive.cache import Cache, Made
from onrecord.archive.coverage import Coverage
from onrecord.archive.database.connections import Connections
from onrecord.archive.desks import comparison, removing
from onrecord.archive.desks.overlay import Overlay
from onrecord.archive.desks.removing import Restored
from onrecord.archive.records import Removal, Target
from onrecord.errors import ArchiveError

NAME = re.compile(r"[a-z0-9_-]{1,40}")
AWAKE = 16
"""Desks whose files are kept open, those that were asked last."""
A_MOMENT = 1.0
"""Seconds after which another process may have made a desk."""
MOST_ABSENT = 10_000


class _View(Coverage):
    """The shared coverage and a desk's own, as both were at one moment."""

    def __init__(self, files: Sequence[Connections], overlay: Overlay, cache: Cache, version: Hashable) -> None:
        super().__init__(files, overlay)
        self._cache = cache
        self._version = version

    async def cached(self, key: Hashable, make: Callable[[], Awaitable[Made]]) -> Made:
        return await self._cache.of((self._version, key), make)


class _Seen(NamedTuple):
    """A view, and the generations of the shared and the own file that it was made from."""

    generations: tuple[int, int]
    compared: bool
    """Else something was changing the desk's file, and it will do until that is done."""
    coverage: Coverage


class Desks:
    """Desks are known by name: a Discord server's number, "console". `None` stands for the shared coverage itself."""

    def __init__(self, shared: Archive) -> None:
        self.shared = shared
        self._folder = shared.path.with_name(f"{shared.path.stem}.desks")
        self._open: dict[str, Archive] = {}
        self._opening = asyncio.Lock()
        self._closed = False
        self._views: dict[str, _Seen] = {}
        self._looking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._cache = Cache()
        self._absent: dict[str, float] = {}
        """Desks that have no file, and until when that is taken for granted."""

    @classmethod
    async def open(cls, path: Path) -> Self:
        """`path`: of the archive with the shared coverage. Raises `ArchiveError` as `Archive.open` does."""
        return cls(await Archive.open(path))

    async def close(self) -> None:
        """Twice is harmless."""
        self._closed = True
        async with self._opening:
            opened, self._open = list(self._open.values()), {}
            for archive in [*opened, self.shared]:
                await archive.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def own(self, desk: str) -> Archive:
        """What belongs to this desk alone; made when first asked for."""
        if desk not in self._open:
            if self._closed:
                raise ArchiveError(f"The archive {self.shared.path} is closed.")
            async with self._opening:
                if desk not in self._open:
                    path = self._path(desk)
                    path.parent.mkdir(exist_ok=True)
                    self._open[desk] = await Archive.open(path, readers=1)
        self._open[desk] = archive = self._open.pop(desk)
        for longest in islice(reversed(self._open.values()), AWAKE, AWAKE + 1):
            await longest.connections.rest()
        return archive

    async def known(self) -> list[str]:
        """Desks that have something of their own."""
        paths = await asyncio.to_thread(lambda: sorted(self._folder.glob("*.db")))
        return [path.stem for path in paths if NAME.fullmatch(path.stem)]

    async def view(self, desk: str | None) -> Coverage:
        """What this desk's community sees: the shared coverage and its own, less what it removed. For one answer."""
        if desk is None or (desk not in self._open and not self._has(desk)):
            return self.shared
        own = await self.own(desk)
        if seen := await self._seen(desk, own):
            return seen.coverage
        async with self._looking[desk]:
            seen = await self._seen(desk, own)
            if seen is None:
                generations = await self._generations(own)
                overlay, compared = await self._look(own)
                files = [self.shared.connections, own.connections]
                version = (desk, generations) if compared else object()
                view = _View(files, overlay, self._cache, version)
                seen = self._views[desk] = _Seen(generations, compared, view)
            return seen.coverage

    async def _seen(self, desk: str, own: Archive) -> _Seen | None:
        seen = self._views.get(desk)
        if seen is None or not (seen.compared or own.connections.is_writing):
            return None
        return seen if seen.generations == await self._generations(own) else None

    async def _generations(self, own: Archive) -> tuple[int, int]:
        return await self.shared.generation(), await own.generation()

    async def _look(self, own: Archive) -> tuple[Overlay, bool]:
        """And whether the desk's file was compared with the shared one as that is now."""
        compared = False
        async with self.shared.connections.reading() as shared:
            # While something else changes the desk's file, what was found out before must do.
            if not own.connections.is_writing:
                with suppress(ArchiveError):
                    async with own.connections.writing() as db:
                        await comparison.compare(db, shared)
                        compared = True
            async with own.connections.reading() as db:
                return await comparison.overlay(db, shared), compared

    async def remove(
        self, desk: str | None, target: Target, reason: str, by: str, at: datetime, action: str = "remove"
    ) -> Removal:
        """From this desk's view alone, its own stories and those of the shared coverage; see `Archive.remove`."""
        target = removing.compared(target)
        if desk is None:
            return await self.shared.remove(target, reason, by, at, action=action)
        ids = await (await self.view(desk)).ids_of(target.value) if target.kind == "story" else set[str]()
        if target.kind == "story" and not ids:
            raise ArchiveError(removing.NOTHING[target.kind])
        own = await self.own(desk)
        async with self.shared.connections.reading() as shared:
            elsewhere = await comparison.elsewhere(shared, target, ids)
        return await own.remove(target, reason, by, at, elsewhere, action)

    async def undo(self, desk: str | None, removal: int, by: str, at: datetime) -> Restored:
        """See `Archive.undo`."""
        archive = self.shared if desk is None else await self.own(desk)
        return await archive.undo(removal, by, at)

    async def purge(self, desk: str | None, removals: Collection[int], by: str, at: datetime) -> None:
        """See `Archive.purge`. Of the shared coverage nothing is ever deleted for a desk."""
        archive = self.shared if desk is None else await self.own(desk)
        await archive.purge(removals, by, at)

    def _has(self, desk: str) -> bool:
        """At most a moment ago: each keystroke asks it, mostly of communities that have nothing of their own."""
        now = monotonic()
        if now < self._absent.get(desk, 0.0):
            return False
        if self._path(desk).exists():
            return True
        if len(self._absent) >= MOST_ABSENT:
            self._absent.clear()
        self._absent[desk] = now + A_MOMENT
        return False

    def _path(self, desk: str) -> Path:
        if not NAME.fullmatch(desk):
            raise ArchiveError(f"{desk[:60]!r} is no name of a desk; use up to 40 of a-z, 0-9, _ and -.")
        return self._folder / f"{desk}.db"
