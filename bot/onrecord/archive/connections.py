"""Opening an archive's file: a connection that writes, a few that read, and a sentence for each way it can fail."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from threading import get_ident
from typing import Any, Concatenate, ParamSpec, Self, TypeVar
from urllib.parse import quote

import aiosqlite

from onrecord.archive.schema import APPLICATION, MIGRATIONS, VERSION
from onrecord.errors import ArchiveError

Given = ParamSpec("Given")
Found = TypeVar("Found")
Done = TypeVar("Done")

READERS = 3
PATIENCE = 2.0
"""Seconds to wait for another program that holds the file."""
DAMAGED = "The archive {} is damaged or cut short; restore a copy, or move it away and load again."
LOCKED = "The archive {} is locked by another program; try again when that one has finished."
_MAGIC = b"SQLite format 3\0"


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


@contextmanager
def plainly(path: Path) -> Generator[None, None, None]:
    """Turn what SQLite raises into the sentence that the reader needs."""
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(_sentence(path, error)) from error


def _sentence(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LOCKED.format(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return f"The archive {path} is read-only; make the file and its folder writable to change it."
    if code == sqlite3.SQLITE_NOTADB:
        return f"{path} is not an onrecord archive; name another file, or move this one away."
    if code == sqlite3.SQLITE_CORRUPT:
        return DAMAGED.format(path)
    if code == sqlite3.SQLITE_FULL:
        return f"There is no room left on the disk of the archive {path}; free some and try again."
    if code == sqlite3.SQLITE_CANTOPEN:
        return f"The archive {path} cannot be opened; check that its folder exists and may be written to."
    return f"The archive {path} cannot be used: {error}."


def _look(path: Path) -> bool:
    """Whether an archive of ours lies there; refuse everything else before SQLite could touch it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise ArchiveError(f"The archive {path} cannot be opened: {error.strerror or error}.") from error
    if not header:
        return False
    if header[:16] != _MAGIC[: len(header)] or int.from_bytes(header[68:72], "big") != APPLICATION:
        raise ArchiveError(f"{path} is not an onrecord archive; name another file, or move this one away.")
    if _is_cut_short(path, header):
        raise ArchiveError(DAMAGED.format(path))
    _refuse_newer(path, int.from_bytes(header[60:64], "big"))
    return True


def _is_cut_short(path: Path, header: bytes) -> bool:
    """Whether pages are missing that the header counts. With a log beside it SQLite knows better where they are."""
    if len(header) < 100:
        return True
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return not _has_log(path) and path.stat().st_size < pages * (65536 if page == 1 else page)


def _refuse_newer(path: Path, version: int) -> None:
    if version > VERSION:
        raise ArchiveError(
            f"The archive {path} was written by a newer onrecord (format {version}, this one knows {VERSION}); "
            "update onrecord, or name another archive."
        )


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _has_log(path: Path) -> bool:
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.resolve()))}?{mode}"


async def _connect(uri: str, kind: type[Connection] = Connection, *, reading: bool) -> Connection:
    failed: list[sqlite3.Error] = []

    def connect() -> sqlite3.Connection:
        try:
            return sqlite3.connect(
                uri, uri=True, isolation_level=None, timeout=PATIENCE, cached_statements=256, check_same_thread=False
            )
        except sqlite3.Error as error:
            # aiosqlite waits for its thread only when there is a connection to close; a thread that is not waited for
            # may find the event loop closed, and says so on standard error.
            failed.append(error)
            return sqlite3.connect(":memory:")

    connection = kind(connect, iter_chunk_size=64)
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
                if not _look(self.path):
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
            self._writer = await _connect(_uri(self.path, "mode=rwc"), self._kind, reading=False)
        return self._writer

    async def _migrate(self, writer: Connection) -> None:
        await writer.execute_fetchall("BEGIN IMMEDIATE")
        try:
            version = await _pragma(writer, "user_version")
            _refuse_newer(self.path, version)
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
        _refuse_newer(self.path, version)
        if version < VERSION:
            await self._migrate(await self._open_writer())
        for _ in range(self._most - 1):
            self._lend(await _connect(self._uri, self._kind, reading=True))
        # Now, for another file may lie there later.
        self._peeking = sqlite3.connect(self._uri, uri=True, isolation_level=None, timeout=0)

    async def _first_reader(self) -> Connection:
        try:
            return await _connect(self._uri, self._kind, reading=True)
        except sqlite3.OperationalError:
            if _may_write(self.path.parent) or _has_log(self.path):
                raise
            # In a folder that may not be written to, SQLite cannot keep its shared index beside the file; nobody else
            # can change the file there either.
            self._uri = _uri(self.path, "mode=ro&immutable=1")
            return await _connect(self._uri, self._kind, reading=True)

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


async def to_the_end(work: Awaitable[Done]) -> Done:
    """What cannot be taken back once it has begun: whoever is stopped meanwhile has done it all the same."""
    under_way = asyncio.ensure_future(work)
    while not under_way.done():
        with suppress(asyncio.CancelledError):
            await asyncio.shield(under_way)
    return under_way.result()


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
