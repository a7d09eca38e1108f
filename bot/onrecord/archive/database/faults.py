"""What can be wrong with an archive's file, each as the sentence that the reader needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from onrecord.archive.database.schema import APPLICATION, VERSION
from onrecord.errors import ArchiveError

DAMAGED = "The archive {} is damaged or cut short; restore a copy, or move it away and load again."
LOCKED = "The archive {} is locked by another program; try again when that one has finished."
_MAGIC = b"SQLite format 3\0"


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


def look(path: Path) -> bool:
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
    refuse_newer(path, int.from_bytes(header[60:64], "big"))
    return True


def _is_cut_short(path: Path, header: bytes) -> bool:
    """Whether pages are missing that the header counts. With a log beside it SQLite knows better where they are."""
    if len(header) < 100:
        return True
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return not has_log(path) and path.stat().st_size < pages * (65536 if page == 1 else page)


def refuse_newer(path: Path, version: int) -> None:
    if version > VERSION:
        raise ArchiveError(
            f"The archive {path} was written by a newer onrecord (format {version}, this one knows {VERSION}); "
            "update onrecord, or name another archive."
        )


def has_log(path: Path) -> bool:
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0
