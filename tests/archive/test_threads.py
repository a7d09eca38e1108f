"""Reading in a reader's own thread: whole, with nobody else at that reader, and never for longer than it takes."""

import asyncio
import sys
import threading
from pathlib import Path

import pytest
from made import FERRY, MUSEUM, put

from onrecord.archive import Archive, Coverage, Desks
from onrecord.archive.desks import journal
from onrecord.errors import ArchiveError


class Slow:
    """Work that is at a story until it is let go on."""

    def __init__(self) -> None:
        self.started = threading.Event()
        self.may_end = threading.Event()

    async def title(self, coverage: Coverage) -> str:
        self.started.set()
        assert self.may_end.wait(10)
        story = await coverage.story(FERRY.id)
        return story.title if story else ""

    async def begun(self) -> None:
        assert await asyncio.to_thread(self.started.wait, 10)


async def test_all_of_it_is_read_in_one_thread_that_is_not_the_callers(tmp_path: Path) -> None:
    async def read(coverage: Coverage) -> tuple[set[int], str]:
        threads = {threading.get_ident()}
        found = await coverage.find_stories(FERRY.title)
        threads.add(threading.get_ident())
        nested = await coverage.in_thread(lambda held: held.story(found[0].id))
        threads.add(threading.get_ident())
        return threads, nested.title if nested else ""

    async with await Archive.open(tmp_path / "archive.db") as archive:
        await put(archive, FERRY)
        threads, title = await archive.in_thread(read)
    assert title == FERRY.title
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_all_of_it_is_read_from_one_state_of_the_coverage(tmp_path: Path) -> None:
    slow = Slow()

    async def read(coverage: Coverage) -> tuple[int, int, str]:
        before = await coverage.counts()
        title = await slow.title(coverage)
        return before.stories, (await coverage.counts()).stories, title

    async with await Archive.open(tmp_path / "archive.db") as archive:
        await put(archive, FERRY)
        reading = asyncio.create_task(archive.in_thread(read))
        await slow.begun()
        await put(archive, MUSEUM)
        slow.may_end.set()
        assert await reading == (1, 1, FERRY.title)
        assert (await archive.counts()).stories == 2


async def test_a_desk_is_read_beside_the_shared_coverage(tmp_path: Path) -> None:
    async def read(coverage: Coverage) -> list[str]:
        return [hit.label for title in (FERRY.title, MUSEUM.title) for hit in await coverage.find_stories(title, 1)]

    async with await Desks.open(tmp_path / "archive.db") as desks:
        await put(desks.shared, FERRY)
        await put(await desks.own("7"), MUSEUM)
        view = await desks.view("7")
        assert await view.in_thread(read) == [FERRY.title, MUSEUM.title]
        assert await read(view) == [FERRY.title, MUSEUM.title]


async def test_closing_waits_until_it_is_read(tmp_path: Path) -> None:
    slow = Slow()
    archive = await Archive.open(tmp_path / "archive.db")
    await put(archive, FERRY)
    reading = asyncio.create_task(archive.in_thread(slow.title))
    await slow.begun()
    closing = asyncio.create_task(archive.close())
    await asyncio.sleep(0)
    with pytest.raises(ArchiveError, match="closed"):
        await archive.counts()
    slow.may_end.set()
    assert await reading == FERRY.title
    await closing


async def test_who_waits_for_a_reader_while_the_archive_closes_is_told(tmp_path: Path) -> None:
    slow = Slow()
    archive = await Archive.open(tmp_path / "archive.db", readers=1)
    await put(archive, FERRY)
    reading = asyncio.create_task(archive.in_thread(slow.title))
    await slow.begun()
    waiting = asyncio.create_task(archive.counts())
    await asyncio.sleep(0)
    closing = asyncio.create_task(archive.close())
    await asyncio.sleep(0)
    slow.may_end.set()
    assert await reading == FERRY.title
    with pytest.raises(ArchiveError, match="closed"):
        await waiting
    await closing


async def test_a_reader_is_not_lent_again_while_it_is_used(tmp_path: Path) -> None:
    slow = Slow()
    async with await Archive.open(tmp_path / "archive.db", readers=1) as archive:
        await put(archive, FERRY)
        reading = asyncio.create_task(archive.in_thread(slow.title))
        await slow.begun()
        reading.cancel()
        other = asyncio.create_task(archive.counts())
        await asyncio.sleep(0)
        assert not reading.done()
        slow.may_end.set()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert (await other).stories == 1


async def test_a_reader_whose_thread_is_at_a_statement_is_not_lent_again(tmp_path: Path) -> None:
    started, may_end = threading.Event(), threading.Event()

    def stand(_: object) -> None:
        started.set()
        assert may_end.wait(10)

    async def ended(_: Coverage) -> bool:
        return may_end.is_set()

    async with await Desks.open(tmp_path / "archive.db") as desks:
        own = await desks.own("7")
        view = await desks.view("7")

        async def read() -> None:
            async with own.connections.reading() as db:
                await db.run(stand)

        reading = asyncio.create_task(read())
        assert await asyncio.to_thread(started.wait, 10)
        reading.cancel()
        answering = asyncio.create_task(view.in_thread(ended))
        await asyncio.sleep(0)
        assert not reading.done()
        may_end.set()
        assert await answering
        assert reading.cancelled()


async def test_work_that_waits_for_something_else_is_refused(tmp_path: Path) -> None:
    async def waits(coverage: Coverage) -> None:
        await asyncio.sleep(0)

    async with await Archive.open(tmp_path / "archive.db", readers=1) as archive:
        await put(archive, FERRY)
        with pytest.raises(RuntimeError, match="wait"):
            await archive.in_thread(waits)
        assert (await archive.counts()).stories == 1


async def test_what_another_program_changes_is_seen_at_once(tmp_path: Path) -> None:
    async with await Archive.open(tmp_path / "a.db") as archive, await Archive.open(tmp_path / "a.db") as other:
        before = await other.generation()
        await put(archive, FERRY)
        assert await other.generation() == await archive.generation() != before


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open stays where it is there")
async def test_what_is_seen_is_of_the_file_that_is_read_although_another_lies_there_now(tmp_path: Path) -> None:
    async with await Archive.open(tmp_path / "other.db") as other:
        await put(other, FERRY)
        await put(other, MUSEUM)
    async with await Archive.open(tmp_path / "archive.db") as archive:
        await put(archive, FERRY)
    async with await Archive.open(tmp_path / "archive.db") as archive:
        (tmp_path / "other.db").replace(tmp_path / "archive.db")
        async with archive.connections.reading() as db:
            assert await archive.generation() == await journal.generation(db)
