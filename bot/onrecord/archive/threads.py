"""The whole of some reading in a reader's own thread: handing each statement over and back takes longer than most."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from threading import get_ident
from typing import Any, TypeVar

from onrecord.archive.connections import Connection, plainly

Done = TypeVar("Done")


class LentReader:
    """A reader that somebody has already: what is read from it waits for nobody."""

    def __init__(self, path: Path, reader: Connection) -> None:
        self.path = path
        self._reader = reader

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Connection, None]:
        with plainly(self.path):
            yield self._reader


def drive(readers: Sequence[Connection], work: Coroutine[Any, Any, Done]) -> Done:
    """Do work that waits for nothing but these readers, in the thread that calls."""
    here = get_ident()
    for reader in readers:
        reader.used_by = here
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    finally:
        for reader in readers:
            reader.used_by = None
        work.close()
    raise RuntimeError("what is done in a thread may wait for the archive alone")


async def undisturbed(work: Awaitable[Done]) -> Done:
    """Who is stopped while it is done goes on when it is done: until then it uses what was lent."""
    under_way = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(under_way)
    except asyncio.CancelledError:
        while not under_way.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([under_way])
        raise
