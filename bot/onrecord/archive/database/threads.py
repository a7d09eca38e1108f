"""The whole of some reading in a reader's own thread: handing each statement over and back takes longer than most."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from onrecord.archive.database.connection import Connection, to_the_end
from onrecord.archive.database.faults import plainly

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
    held: list[Connection] = []
    try:
        held.extend(reader for reader in readers if reader.hold())
        work.send(None)
    except StopIteration as done:
        return done.value
    finally:
        for reader in held:
            reader.let_go()
        work.close()
    raise RuntimeError("what is done in a thread may wait for the archive alone")


async def in_thread_of(reader: Connection, work: Callable[[], Done]) -> Done:
    """Who is stopped meanwhile goes on when the work is done: until then it uses what was lent."""
    try:
        return await reader.run(lambda _: work())
    except asyncio.CancelledError:
        await to_the_end(reader.run(lambda _: None))  # the thread does one thing after the other
        raise
