"""Closing a file, for good or until it is next needed, while it is used: nobody is forgotten, and no thread is left."""

import asyncio
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from made import FERRY, put

from onrecord.archive import Archive, Desks
from onrecord.errors import ArchiveError


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Generator[None]:
    def of_connections() -> set[threading.Thread]:
        return {one for one in threading.enumerate() if "connection" in one.name}

    before = of_connections()
    yield
    for one in of_connections() - before:
        one.join(1)
    assert of_connections() <= before


async def test_who_waits_for_a_reader_that_is_returned_as_the_archive_closes_is_told(tmp_path: Path) -> None:
    archive = await Archive.open(tmp_path / "archive.db", readers=1)
    async with archive.connections.reading():
        waiting = asyncio.create_task(archive.counts())
        await asyncio.sleep(0)
    await archive.close()
    async with asyncio.timeout(10):
        with pytest.raises(ArchiveError, match="closed"):
            await waiting


async def test_a_file_for_which_somebody_waits_does_not_rest(tmp_path: Path) -> None:
    async with await Archive.open(tmp_path / "archive.db", readers=1) as archive:
        await put(archive, FERRY)
        async with archive.connections.reading():
            waiting = asyncio.create_task(archive.counts())
            await asyncio.sleep(0)
        await archive.connections.rest()
        async with asyncio.timeout(10):
            assert (await waiting).stories == 1


async def test_a_file_that_wakes_as_it_is_closed_is_closed(tmp_path: Path) -> None:
    archive = await Archive.open(tmp_path / "archive.db", readers=1)
    await archive.connections.rest()
    waking = asyncio.create_task(archive.counts())
    await asyncio.sleep(0)
    await archive.close()
    await asyncio.gather(waking, return_exceptions=True)


async def test_who_waits_to_write_while_the_archive_closes_is_told(tmp_path: Path) -> None:
    archive = await Archive.open(tmp_path / "archive.db")
    waiting: list[asyncio.Task[None]] = []
    with pytest.raises(ValueError, match="connection"):
        async with archive.connections.writing():
            waiting += map(asyncio.create_task, (put(archive, FERRY), archive.connections.compact([])))
            await asyncio.sleep(0)
            await archive.close()
    assert len(waiting) == 2
    for one in waiting:
        with pytest.raises(ArchiveError, match="closed"):
            await one


async def test_a_desk_is_not_opened_once_all_are_closed(tmp_path: Path) -> None:
    desks = await Desks.open(tmp_path / "archive.db")
    await desks.own("7")
    closing = asyncio.create_task(desks.close())
    await asyncio.sleep(0)
    with pytest.raises(ArchiveError, match="closed"):
        await desks.view("7")
    await closing
