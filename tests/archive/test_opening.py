"""Opening what is no usable archive: one sentence, and the file as it was."""

import asyncio
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import aiosqlite
import pytest
from made import FERRY, MUSEUM, drop, make_story, put

from onrecord.archive import Archive
from onrecord.archive.database import connection, connections, schema
from onrecord.errors import ArchiveError


async def make(path: Path) -> Path:
    async with await Archive.open(path) as archive:
        await put(archive, FERRY)
    return path


async def refused(path: Path) -> str:
    """Opens in vain; the file and its folder stay as they are."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(ArchiveError) as error:
        await Archive.open(path)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before
    return str(error.value)


async def test_an_archive_is_made_where_there_is_none_and_opened_again(tmp_path: Path) -> None:
    path = await make(tmp_path / "archive.db")
    async with await Archive.open(path) as archive:
        assert (await archive.counts()).stories == 1
        assert await archive.story(FERRY.id) == FERRY


async def test_closing_ends_every_thread_and_may_be_repeated(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    archive = await Archive.open(tmp_path / "archive.db")
    await put(archive, FERRY)
    await archive.close()
    await archive.close()
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
    assert set(threading.enumerate()) <= before
    with pytest.raises(ArchiveError, match="closed"):
        await archive.counts()


async def test_a_failed_opening_leaves_no_thread(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    (tmp_path / "archive.db").write_bytes(b"SQLite format 3\0" + bytes(5000))
    await refused(tmp_path / "archive.db")
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize(
    "content", [b"Dear diary, today the harbour froze.", b"\x89PNG" + bytes(400), b"SQLite format"]
)
async def test_a_file_that_is_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "archive.db"
    path.write_bytes(content)
    assert "not an onrecord archive" in await refused(path)


async def test_somebody_elses_database(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()
    assert "not an onrecord archive" in await refused(path)


async def test_a_folder_that_does_not_exist_is_named_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"there is no folder .*such\.$"):
        await Archive.open(tmp_path / "no" / "such" / "archive.db")
    assert not list(tmp_path.iterdir())


async def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be opened"):
        await Archive.open(tmp_path)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
async def test_a_file_that_was_cut_short(tmp_path: Path, share: float) -> None:
    path = await make(tmp_path / "archive.db")
    os.truncate(path, int(path.stat().st_size * share))
    assert "damaged or cut short" in await refused(path)


async def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = await make(tmp_path / "archive.db")
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    assert "newer onrecord" in await refused(path)


async def test_an_archive_that_another_program_is_writing_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    path = await make(tmp_path / "archive.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    async with await Archive.open(path) as archive:
        assert await archive.story(FERRY.id) == FERRY
        with pytest.raises(ArchiveError, match="locked by another program"):
            await put(archive, MUSEUM)
        other.execute("ROLLBACK")
        await put(archive, MUSEUM)
        assert (await archive.counts()).stories == 2
    other.close()


async def test_an_archive_that_another_program_holds_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    path = await make(tmp_path / "archive.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ArchiveError, match="locked by another program"):
        await Archive.open(path)
    other.execute("ROLLBACK")
    other.close()
    async with await Archive.open(path) as archive:
        assert (await archive.counts()).stories == 1


@pytest.fixture
def kept() -> Iterator[Path]:
    """A folder that every user of the machine may enter, unlike `tmp_path`."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def allow(folder: Path, mode: int) -> None:
    folder.chmod(mode)


@contextmanager
def as_nobody() -> Generator[None, None, None]:
    """The superuser may write everywhere; nobody may not."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="permissions work differently")
@pytest.mark.parametrize("folder_too", [False, True])
async def test_a_read_only_archive_can_be_read(kept: Path, folder_too: bool) -> None:
    path = await make(kept / "archive.db")
    allow(path, 0o444)
    allow(kept, 0o555 if folder_too else 0o777)
    before = path.read_bytes()
    with as_nobody():
        async with await Archive.open(path) as archive:
            assert await archive.story(FERRY.id) == FERRY
            assert [hit.label for hit in await archive.find_stories("ferry strike")] == [FERRY.title]
            with pytest.raises(ArchiveError, match="read-only"):
                await put(archive, MUSEUM)
            assert (await archive.counts()).stories == 1
    allow(kept, 0o777)
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="permissions work differently")
async def test_no_archive_is_made_where_nothing_may_be_written(kept: Path) -> None:
    allow(kept, 0o555)
    with as_nobody(), pytest.raises(ArchiveError, match="cannot be"):
        await Archive.open(kept / "deeper" / "archive.db")
    with as_nobody(), pytest.raises(ArchiveError, match="cannot be"):
        await Archive.open(kept / "archive.db")


async def test_a_migration_and_its_record_stand_or_fall_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = await make(tmp_path / "archive.db")
    steps = (*schema.MIGRATIONS, "CREATE TABLE notes (text TEXT) STRICT;", "CREATE TABLE notes (oops TEXT) STRICT;")
    monkeypatch.setattr(connections, "MIGRATIONS", steps)
    monkeypatch.setattr(connections, "VERSION", len(steps))
    with pytest.raises(ArchiveError, match="notes"):
        await Archive.open(path)
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'notes'").fetchall()
    db.close()
    monkeypatch.setattr(connections, "MIGRATIONS", steps[:-1])
    monkeypatch.setattr(connections, "VERSION", len(steps) - 1)
    async with await Archive.open(path) as archive:
        assert await archive.story(FERRY.id) == FERRY
    async with aiosqlite.connect(path) as again:
        assert list(await again.execute_fetchall("PRAGMA user_version")) == [(len(steps) - 1,)]


def test_a_connection_that_fails_leaves_no_thread_behind_to_complain(tmp_path: Path) -> None:
    async def fail() -> None:
        with pytest.raises(sqlite3.OperationalError):
            await connection.connect(f"file:{tmp_path}/nowhere.db?mode=ro", reading=True)  # pyright: ignore[reportPrivateUsage]

    for _ in range(50):  # a thread that outlives its loop fails the test by its exception
        asyncio.run(fail())


def test_who_stops_while_it_opens_hears_no_complaint(tmp_path: Path) -> None:
    async def stop() -> None:
        opening = asyncio.create_task(Archive.open(tmp_path / "archive.db"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        opening.cancel()
        await asyncio.gather(opening, return_exceptions=True)

    for _ in range(20):
        asyncio.run(stop())


async def test_a_full_disk_is_said_and_what_was_there_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = connection.connect  # pyright: ignore[reportPrivateUsage]

    async def cramped(uri: str, kind: type[connection.Connection], *, reading: bool) -> aiosqlite.Connection:
        opened = await connect(uri, kind, reading=reading)
        if not reading:  # the least that it can be: as many pages as there are
            await opened.execute_fetchall("PRAGMA max_page_count = 1")
        return opened

    path = await make(tmp_path / "archive.db")
    monkeypatch.setattr(connections, "connect", cramped)
    more = [make_story(f"Tale {n}", [f"It rained for {n} days in Elwin. " * 50]) for n in range(50)]
    async with await Archive.open(path) as archive:
        with pytest.raises(ArchiveError, match="no room left on the disk"):
            await put(archive, *more)
        assert (await archive.counts()).stories == 1
        assert await archive.story(FERRY.id) == FERRY
    monkeypatch.undo()
    async with await Archive.open(path) as archive:
        await put(archive, *more)
        assert (await archive.counts()).stories == 51


async def test_what_stories_are_compared_by_is_brought_along_from_before_it_bore_days(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    text = "A kiosk opened at Harrow Gate with 34 stools, said Ada Quill on Monday."
    kiosk = make_story("Kiosk Opens", [text], published=datetime(2031, 5, 4, 23, 30, tzinfo=UTC))
    async with await Archive.open(path) as archive:
        await put(archive, FERRY, kiosk)
    db = sqlite3.connect(path, isolation_level=None)
    tables = "SELECT * FROM prints", "SELECT * FROM marks", "SELECT story, day FROM traits"
    before = [db.execute(table).fetchall() for table in tables]
    assert all(before)
    assert {day for _, day, _ in before[1]} == {0, date(2031, 5, 4).toordinal()}
    db.executescript(
        "DROP TABLE prints; DROP TABLE marks; ALTER TABLE traits DROP COLUMN day; PRAGMA user_version = 6;"
        "CREATE TABLE traces (trace INTEGER, story INTEGER, PRIMARY KEY (trace, story)) STRICT, WITHOUT ROWID;"
    )
    async with await Archive.open(path) as archive:
        assert [db.execute(table).fetchall() for table in tables] == before
        await drop(archive, kiosk.title, FERRY.url or "")
    assert [db.execute(table).fetchall() for table in tables] == [[], [], []]
    db.close()
