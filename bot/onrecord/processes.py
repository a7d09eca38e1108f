"""Processes of our own, for work that must hold up neither the event loop nor any thread beside it.

Not `multiprocessing`: its children import the main module again, and a host's `bot.py` may start the bot. They run when
nothing else wants to, do nothing but answer messages, and end at once when the program that started them closes their
standard input, or dies.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO, Self

_LENGTH = 4
"""Bytes before each message that say how long it is."""
_AT_ONCE = 1 << 40
"""Bytes of an answer that may wait to be taken. All, for nobody takes what comes after whoever asked is stopped, and a
process whose answers wait is not seen to end (CPython 3.11)."""
_NICE = 19
"""The lowest priority of all."""
_CODE = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {} import serve; serve()"


class Child:
    """One such process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self._ended = False

    @classmethod
    async def start(cls, module: str) -> Self:
        """Runs `serve` of that module. Raises `OSError` if there can be no process."""
        if getattr(sys, "frozen", False):  # the executable is not Python, but the host's whole program
            raise OSError("no interpreter to start")
        path = [entry for entry in sys.path if isinstance(entry, str)]  # pyright: ignore[reportUnnecessaryIsInstance] - hosts put paths there
        try:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # a json.py in the working folder is not meant
                "-c",
                _CODE.format(module),
                json.dumps(path),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=_AT_ONCE,
            )
        except NotImplementedError as error:  # event loops that start none, as some on Windows
            raise OSError(str(error)) from error
        return cls(process)

    async def ask(self, message: bytes) -> bytes:
        """Raises `OSError` or `EOFError` when it has ended."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            self.process.stdin.writelines((len(message).to_bytes(_LENGTH, "big"), message))
            await self.process.stdin.drain()
            length = await self.process.stdout.readexactly(_LENGTH)
            return await self.process.stdout.readexactly(int.from_bytes(length, "big"))
        except (OSError, EOFError):
            self._ended = True
            raise

    def kill(self) -> None:
        # Not one that has ended: to signal it would take its exit code away from asyncio, which then complains.
        if not self._ended and self.process.returncode is None:
            self.process.kill()

    async def end(self) -> None:
        if self.process.stdin:
            self.process.stdin.close()
        await self.process.wait()


def give_way() -> None:
    """Have this process run only where no other wants to: whatever else wakes up takes its processor at once."""
    try:
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    except (AttributeError, OSError):  # not Linux, or a container that forbids it
        if hasattr(os, "nice"):
            os.nice(_NICE)


def messages() -> tuple[Iterator[bytes], Callable[[bytes], None]]:
    """Within such a process: the messages that come, and how to answer them."""
    give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # typed at a terminal, it goes to the children as well
    # Next to nothing that is made of news is a cycle: to look for some after each few hundred objects takes long.
    gc.freeze()
    gc.set_threshold(200_000)
    outgoing: BinaryIO = sys.stdout.buffer
    sys.stdout = sys.stderr

    def answer(message: bytes) -> None:
        outgoing.writelines((len(message).to_bytes(_LENGTH, "big"), message))
        outgoing.flush()

    waiting: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(sys.stdin.buffer, waiting), daemon=True).start()
    return iter(waiting.get, None), answer


def _listen(incoming: BinaryIO, waiting: SimpleQueue[bytes]) -> None:
    while length := incoming.read(_LENGTH):
        waiting.put(incoming.read(int.from_bytes(length, "big")))
    os._exit(0)  # whatever is under way: nobody wants it any more
