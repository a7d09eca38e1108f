"""The connections to an archive's file: one that writes, and a few that read."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from onrecord.archive.database.connection import Connection, Unthreaded, connect, to_the_end
from onrecord.archive.database.faults import has_log, look, plainly, refuse_newer
from onrecord.archive.database.schema import APPLICATION, MIGRATIONS, VERSION
from onrecord.errors import ArchiveError

READERS = 3


class Connections:
    """Readers are lent one at a time; the writer is opened when first needed and used by one task at a time."""

    def __init__(self, path: Path, readers: int = READERS, *, alone: bool = False) -> None:
        """`alone`: this process does nothing else meanwhile, and may be held up."""
        self.path = path
        self._most = readers
        self._kind: type[Connection] = Unthreaded if alone else Connection
        self._at_rest = False
        self._waking = asyncio.Lock()
        self._idle: list[Connection] = []
        self._free = asyncio.Semaphore(0)
        """Who waits for a reader is served in turn, and so is who closes them."""
        self._users = 0
        """Who reads, or waits for it."""
        self._readers: list[Connection] = []
        self._writer: Connection | None = None
        self._peeking: sqlite3.Connection | None = None
        self._writing = asyncio.Lock()
        may_write = _may_write(path) and _may_write(path.parent)
        # Readers that could write but do not (`query_only`) tidy up after themselves, which `mode=ro` cannot.
        self._uri = _uri(path, "mode=rw" if may_write or not path.exists() else "mode=ro")

    async def open(self) -> None:
        try:
            with plainly(self.path):
                if not look(self.path):
                    await self._create()
                await self._open_readers()
        except BaseException:
            await self.close()
            raise

    async def _create(self) -> None:
        if not self.path.parent.is_dir():
            raise ArchiveError(f"The archive {self.path} cannot be made: there is no folder {self.path.parent}.")
        await self._migrate(await self._open_writer())

    async def _open_writer(self) -> Connection:
        if self._writer is None:
            if self.path.exists() and not _may_write(self.path):
                raise ArchiveError(f"The archive {self.path} is read-only; make the file and its folder writable.")
            self._writer = await connect(_uri(self.path, "mode=rwc"), self._kind, reading=False)
        return self._writer

    async def _migrate(self, writer: Connection) -> None:
        await writer.execute_fetchall("BEGIN IMMEDIATE")
        try:
            version = await _pragma(writer, "user_version")
            refuse_newer(self.path, version)
            for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
                for statement in statements(script):
                    await writer.execute_fetchall(statement)
                await writer.execute_fetchall(f"PRAGMA user_version = {number}")
            await writer.execute_fetchall(f"PRAGMA application_id = {APPLICATION}")
            await writer.execute_fetchall("COMMIT")
        except BaseException:
            await writer.rollback()
            raise
        await writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def _open_readers(self) -> None:
        first = await self._first_reader()
        self._lend(first)
        version = await _pragma(first, "user_version")
        refuse_newer(self.path, version)
        if version < VERSION:
            await self._migrate(await self._open_writer())
        for _ in range(self._most - 1):
            self._lend(await connect(self._uri, self._kind, reading=True))
        # Now, for another file may lie there later.
        self._peeking = sqlite3.connect(self._uri, uri=True, isolation_level=None, timeout=0)

    async def _first_reader(self) -> Connection:
        try:
            return await connect(self._uri, self._kind, reading=True)
        except sqlite3.OperationalError:
            if _may_write(self.path.parent) or has_log(self.path):
                raise
            # In a folder that may not be written to, SQLite cannot keep its shared index beside the file; nobody else
            # can change the file there either.
            self._uri = _uri(self.path, "mode=ro&immutable=1")
            return await connect(self._uri, self._kind, reading=True)

    def _lend(self, reader: Connection) -> None:
        self._readers.append(reader)
        self._idle.append(reader)
        self._free.release()

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[Connection, None]:
        if self._at_rest:
            await self._wake()
        self._refuse_closed()
        self._users += 1
        try:
            async with self._free:
                self._refuse_closed()
                reader = self._idle.pop()
                try:
                    with plainly(self.path):
                        yield reader
                except asyncio.CancelledError:
                    await to_the_end(reader.run(lambda _: None))  # its thread may be at a statement still
                    raise
                finally:
                    self._idle.append(reader)
        finally:
            self._users -= 1

    def peek(self, question: str) -> Any:
        """A single value, for a question that takes less than to hand it to a thread; None if it has to wait there."""
        if self._peeking is None:
            return None
        try:
            [[value]] = self._peeking.execute(question).fetchall()
        except sqlite3.Error:
            return None
        return value

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[Connection, None]:
        """One transaction: it is as if nothing had happened unless the block ends well."""
        async with self._writing:
            self._refuse_closed()
            with plainly(self.path):
                writer = await self._open_writer()
                await writer.execute_fetchall("BEGIN IMMEDIATE")
                writer.gave_way = False
                try:
                    yield writer
                    if not writer.gave_way:
                        await to_the_end(writer.execute_fetchall("COMMIT"))
                except BaseException:
                    await writer.rollback()
                    raise
                await writer.execute_fetchall("PRAGMA shrink_memory")  # a large load fills its cache

    def _refuse_closed(self) -> None:
        if not self._readers and not self._at_rest:
            raise ArchiveError(f"The archive {self.path} is closed.")

    @property
    def is_writing(self) -> bool:
        return self._writing.locked()

    async def rest(self) -> None:
        """Close the file until it is next needed, unless it is being used."""
        if self._at_rest or not self._readers or self.is_writing or self._users:
            return
        self._at_rest = True
        await self._close()

    async def _wake(self) -> None:
        async with self._waking:
            if self._at_rest:
                with plainly(self.path):
                    await self._open_readers()
                self._at_rest = False

    async def compact(self, before: Iterable[str]) -> None:
        """Write the file anew, so that nothing is left in it of what was deleted. `before`: statements to run first."""
        async with self._writing:
            self._refuse_closed()
            with plainly(self.path):
                writer = await self._open_writer()
                # The copy that VACUUM makes may be larger than memory is to be.
                for statement in [*before, "PRAGMA temp_store = FILE", "VACUUM", "PRAGMA temp_store = MEMORY"]:
                    await writer.execute_fetchall(statement)
                [[busy, _, _]] = await writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        if busy:
            raise ArchiveError(f"The archive {self.path} is being read by another program; purge again in a moment.")

    def size(self) -> int:
        """Bytes on disk, those of the log included."""
        return sum(file.stat().st_size for file in (self.path, Path(f"{self.path}-wal")) if file.exists())

    async def close(self) -> None:
        """Ends every connection's thread; twice is harmless."""
        async with self._waking:  # what is being opened is closed too
            self._at_rest = False
            await self._close()

    async def _close(self) -> None:
        readers, self._readers = self._readers, []
        writer, self._writer = self._writer, None
        if self._peeking:
            self._peeking.close()
            self._peeking = None
        for _ in readers:  # what is still lent is being used
            await self._free.acquire()
        self._idle.clear()
        for connection in [*readers, *([writer] if writer else [])]:
            await connection.close()


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.resolve()))}?{mode}"


async def _pragma(connection: Connection, name: str) -> int:
    [[value]] = await connection.execute_fetchall(f"PRAGMA {name}")
    return int(value)


def statements(script: str) -> Iterator[str]:
    """The statements of a migration one by one: `executescript` would commit the transaction around it."""
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if sqlite3.complete_statement("\n".join(lines)):
            yield "\n".join(lines).strip()
            lines = []
