"""One connection to an archive's file, in a thread of its own or in none."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Generator
from contextlib import suppress
from threading import get_ident
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import aiosqlite

Given = ParamSpec("Given")
Found = TypeVar("Found")
Done = TypeVar("Done")

PATIENCE = 2.0
"""Seconds to wait for another program that holds the file."""


class Connection(aiosqlite.Connection):
    gave_way = False
    """Another process commits in place of this transaction."""
    used_by: int | None = None
    """The thread that may use it without handing over, while it is held for a whole answer."""

    async def _execute(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, fn: Callable[Given, Found], *args: Given.args, **kwargs: Given.kwargs
    ) -> Found:
        if self.used_by == get_ident():
            return fn(*args, **kwargs)
        return await super()._execute(fn, *args, **kwargs)  # pyright: ignore[reportUnknownMemberType]

    async def run(
        self, work: Callable[Concatenate[sqlite3.Connection, Given], Found], *args: Given.args, **kwargs: Given.kwargs
    ) -> Found:
        """Do the whole of some work in the connection's own thread."""
        return await self._execute(work, self._conn, *args, **kwargs)

    def hold(self) -> bool:
        """Have it used by the thread that calls; false if that does so already.

        All that is read until `let_go` is of one state of the file, and SQLite locks the file once, not at each
        statement.
        """
        if self.used_by == (here := get_ident()):
            return False
        self._conn.execute("BEGIN")
        self.used_by = here
        return True

    def let_go(self) -> None:
        self.used_by = None
        if self._conn.in_transaction:  # SQLite ends it by itself where the disk fails
            self._conn.execute("ROLLBACK")


class Unthreaded(Connection):
    """One without a thread of its own: handing each statement over and back takes a fifth of a large load."""

    async def _execute(self, fn: Callable[Given, Found], *args: Given.args, **kwargs: Given.kwargs) -> Found:
        return fn(*args, **kwargs)

    async def _connect(self) -> Self:
        self._connection = self._connector()
        return self

    def __await__(self) -> Generator[Any, None, Self]:
        return self._connect().__await__()

    async def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


async def connect(uri: str, kind: type[Connection] = Connection, *, reading: bool) -> Connection:
    failed: list[sqlite3.Error] = []

    def opened() -> sqlite3.Connection:
        try:
            return sqlite3.connect(
                uri, uri=True, isolation_level=None, timeout=PATIENCE, cached_statements=256, check_same_thread=False
            )
        except sqlite3.Error as error:
            # aiosqlite waits for its thread only when there is a connection to close; a thread that is not waited for
            # may find the event loop closed, and says so on standard error.
            failed.append(error)
            return sqlite3.connect(":memory:")

    connection = kind(opened, iter_chunk_size=64)
    connecting = asyncio.ensure_future(connection)
    try:
        await asyncio.shield(connecting)  # for the same reason not interrupted
        if failed:
            raise failed[0]
        await connection.execute_fetchall("PRAGMA cache_size = -32000" if reading else "PRAGMA cache_size = -256000")
        if reading:
            await connection.execute_fetchall("PRAGMA query_only = 1")
        else:
            await connection.execute_fetchall("PRAGMA page_size = 8192")  # of a new file: a fifth less to write
            await connection.execute_fetchall("PRAGMA journal_mode = WAL")
            await connection.execute_fetchall("PRAGMA synchronous = NORMAL")
            await connection.execute_fetchall("PRAGMA journal_size_limit = 67108864")
            await connection.execute_fetchall("PRAGMA secure_delete = 0")  # `compact` leaves nothing behind
        await connection.execute_fetchall("PRAGMA temp_store = MEMORY")
        await connection.execute_fetchall("PRAGMA schema_version")
    except BaseException:
        await asyncio.wait([connecting])
        await connection.close()
        raise
    return connection


async def to_the_end(work: Awaitable[Done]) -> Done:
    """What cannot be taken back once it has begun: whoever is stopped meanwhile has done it all the same."""
    under_way = asyncio.ensure_future(work)
    while not under_way.done():
        with suppress(asyncio.CancelledError):
            await asyncio.shield(under_way)
    return under_way.result()
