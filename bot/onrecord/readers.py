"""Cleaning and reading, off the event loop."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from onrecord.archive import Arrival
from onrecord.preparing import LENGTH, pack, prepare
from onrecord.stories import Document

FEW = 3
"""Batches that are read in a thread before it is worth starting processes (which takes about a second)."""
_WORKER = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from onrecord.preparing import serve; serve()"


class Readers:
    """Cleans and reads documents off the event loop: a few in a thread, many in processes of their own.

    Not `multiprocessing`: its children import the main module again, and a host's `bot.py` may start the bot.
    """

    def __init__(self) -> None:
        self.size = os.cpu_count() or 1
        self._batches = 0
        self._idle: asyncio.LifoQueue[asyncio.subprocess.Process | None] = asyncio.LifoQueue()
        self._processes: list[asyncio.subprocess.Process] = []
        for _ in range(self.size):
            self._idle.put_nowait(None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            if process.stdin:
                process.stdin.close()
            if process.returncode is None and kind is not None:
                process.kill()
        for process in self._processes:
            await process.wait()

    async def run(self, documents: Sequence[Document]) -> list[Arrival]:
        self._batches += 1
        if self._batches <= FEW:
            return await asyncio.to_thread(prepare, documents)
        process = await self._idle.get()
        try:
            process = process or await self._start()
            return await _ask(process, documents)
        except (OSError, EOFError):  # it could not be started, or died
            process = None
            return await asyncio.to_thread(prepare, documents)
        except BaseException:
            if process is not None:
                process.kill()
            process = None
            raise
        finally:
            self._idle.put_nowait(process)

    async def _start(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _WORKER,
            json.dumps(sys.path),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        self._processes.append(process)
        return process


async def _ask(process: asyncio.subprocess.Process, documents: Sequence[Document]) -> list[Arrival]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(pack(list(documents)))
    await process.stdin.drain()
    length = await process.stdout.readexactly(LENGTH)
    return pickle.loads(await process.stdout.readexactly(int.from_bytes(length, "big")))
