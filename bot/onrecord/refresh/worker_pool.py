"""Cleaning and reading, off the event loop: few documents in a thread, many in processes of their own."""

from __future__ import annotations

import asyncio
import os
import pickle
from collections.abc import Sequence
from typing import Self

from onrecord.archive import Packed
from onrecord.processes import Child
from onrecord.refresh.worker import prepare
from onrecord.stories import Document

FEW_BATCHES = 3
"""Batches that are read here before it is worth starting processes (which takes about a second)."""
MOST = 8
"""Processes of one refresh."""
_WORKER = "onrecord.refresh.worker"


class WorkerPool:
    """As many processes as there are processors, from when they are needed until the block ends."""

    def __init__(self) -> None:
        self.size = min(_processors(), MOST)
        self.many = False
        """Whether it is known that there will be more than a few."""
        self._batches = 0
        self._here = asyncio.Lock()
        self._idle: asyncio.LifoQueue[Child | None] = asyncio.LifoQueue()
        self._started: list[Child] = []
        for _ in range(self.size):
            self._idle.put_nowait(None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for child in self._started:
            await child.end()

    async def run(self, documents: Sequence[Document], links: Sequence[str] | None = None) -> Packed:
        """`prepare` them."""
        self._batches += 1
        if self._batches <= FEW_BATCHES and not self.many:
            async with self._here:  # two at once would get in each other's way, and in that of the answers
                return await asyncio.to_thread(prepare, documents, links)
        child = await self._idle.get()
        try:
            child = child or await self._start()
            answer = await child.ask(pickle.dumps((list(documents), links), pickle.HIGHEST_PROTOCOL))
            return pickle.loads(answer)
        except (OSError, EOFError):  # it could not be started, or died
            child = None
            return await asyncio.to_thread(prepare, documents, links)
        except BaseException:
            if child is not None:
                child.kill()
            child = None
            raise
        finally:
            self._idle.put_nowait(child)

    async def _start(self) -> Child:
        child = await Child.start(_WORKER)
        self._started.append(child)
        return child


def _processors() -> int:
    """Those that this program may use, of which a container may have fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
