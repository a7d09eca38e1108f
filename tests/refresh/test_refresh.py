"""From folders of documents to the archive, and what happens when something goes wrong on the way."""

import asyncio
import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable
from pathlib import Path
from typing import Any

import pytest

from onrecord.archive import Archive, loading
from onrecord.archive.database import connection
from onrecord.errors import ArchiveError, SourceError
from onrecord.language import retold, speaking
from onrecord.processes import Child
from onrecord.refresh import Progress, Report, refresh, source_loader, transaction, worker_pool
from onrecord.settings import FolderSource

LINES = {
    "kiln": "The town kiln in Ostrava Bend was lit again on Friday after a winter of repairs.",
    "tram": "Tram line nine will run all night from June, the Carrow transit board decided.",
    "owls": "Four barn owls were released near Hollin Mill by volunteers from the county.",
}


def write(folder: Path, name: str, title: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(
        f"{title}\n\n{text}\n\n“It took longer than we hoped,” said Ione Prager, who led the work.\n", "utf-8"
    )
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, line in LINES.items():
        write(tmp_path / "news", f"{name}.txt", f"News of the {name} in brief words", line)
    return tmp_path / "news"


@pytest.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    async with await Archive.open(tmp_path / "archive.db") as opened:
        yield opened


@pytest.fixture(params=[0, 1000], ids=["by a process", "here"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Who writes."""
    monkeypatch.setattr(loading, "FEW_DOCUMENTS", request.param)
    return request.param


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """The processes that were started to write."""
    monkeypatch.setattr(loading, "FEW_DOCUMENTS", 0)
    started: list[Child] = []
    start = Child.start

    async def noted(module: str) -> Child:
        started.append(await start(module))
        return started[-1]

    monkeypatch.setattr(Child, "start", noted)
    return started


def counted(report: Report) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.unchanged, report.gone


@pytest.mark.usefixtures("few")
async def test_new_unchanged_changed_and_gone(archive: Archive, folder: Path) -> None:
    source = FolderSource(path=folder)
    assert counted(await refresh(archive, [source])) == (3, 0, 0, 0)
    assert counted(await refresh(archive, [source])) == (0, 0, 3, 0)
    write(
        folder, "kiln.txt", "News of the kiln in brief words", "The kiln of Ostrava Bend cracked on its first firing."
    )
    (folder / "owls.txt").unlink()
    assert counted(await refresh(archive, [source])) == (0, 1, 1, 1)
    assert (await archive.counts()).stories == 2
    assert await archive.find_stories("barn owls released") == []
    [passage, *_] = await archive.find_passages("kiln cracked")
    assert "first firing" in passage.passage.text
    [quote, *_] = await archive.quotes(speaker="Ione Prager")
    assert quote.quote.text.startswith("It took longer")


async def test_unchanged_documents_are_not_read_again(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await refresh(archive, [FolderSource(path=folder)])

    def never(*_: object) -> object:
        raise AssertionError

    monkeypatch.setattr(worker_pool, "prepare", never)
    assert (await refresh(archive, [FolderSource(path=folder)])).unchanged == 3
    monkeypatch.undo()
    monkeypatch.setattr(transaction, "reader_version", lambda: "a later version")
    assert (await refresh(archive, [FolderSource(path=folder)])).changed == 3


async def test_a_missing_folder_is_reported_and_keeps_its_stories(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    write(other, "fair.txt", "Fair opens at Dunmere with a record pumpkin", "A pumpkin of four hundred kilos won.")
    both = [FolderSource(path=folder), FolderSource(path=other)]
    await refresh(archive, both)
    shutil.rmtree(folder)
    write(other, "race.txt", "Snail race at Dunmere ends in a draw", "Both snails stopped to eat.")
    report = await refresh(archive, both)
    assert counted(report) == (1, 0, 1, 0)
    [trouble] = report.errors
    assert trouble.source == str(folder)
    assert str(folder) in trouble.reason
    assert (await archive.counts()).stories == 5


async def test_a_source_that_is_no_longer_configured_takes_its_stories_along(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    write(other, "fair.txt", "Fair opens at Dunmere with a record pumpkin", "A pumpkin of four hundred kilos won.")
    await refresh(archive, [FolderSource(path=folder), FolderSource(path=other)])
    assert counted(await refresh(archive, [FolderSource(path=other)])) == (0, 0, 1, 3)
    assert (await archive.counts()).stories == 1


async def test_bad_documents_are_named_and_the_rest_goes_on(archive: Archive, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    good = {"title": "Bridge at Corran reopens", "passages": [{"n": 0, "text": "Carts cross the Corran again."}]}
    (folder / "lines.jsonl").write_text(f"{json.dumps(good)}\n{{oops\n[1, 2]\n", "utf-8")
    report = await refresh(archive, [FolderSource(path=folder)])
    assert report.new == 4
    assert len({skipped.location for skipped in report.skipped}) == len(report.skipped) == 4
    assert all(skipped.reason for skipped in report.skipped)
    again = await refresh(archive, [FolderSource(path=folder)])
    assert (counted(again), set(again.skipped)) == ((0, 0, 4, 0), set(report.skipped))


async def test_a_document_that_turns_bad_keeps_its_story(archive: Archive, folder: Path) -> None:
    await refresh(archive, [FolderSource(path=folder)])
    (folder / "tram.txt").write_text("", "utf-8")
    report = await refresh(archive, [FolderSource(path=folder)])
    assert counted(report) == (0, 0, 2, 0)
    assert [Path(skipped.location).name for skipped in report.skipped] == ["tram.txt"]
    assert (await archive.counts()).stories == 3


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("stories.json", b""),
        ("stories.json", b'[{"title": "Cut off whi'),
        ("stories.json", bytes(range(256)) * 40),
        ("stories.jsonl", b""),
        ("stories.jsonl", bytes(range(256)) * 40),
    ],
)
async def test_a_file_of_stories_that_turns_bad_keeps_them(
    archive: Archive, folder: Path, name: str, now: bytes
) -> None:
    kept = [{"title": f"News of the {of}", "passages": [{"n": 0, "text": line}]} for of, line in LINES.items()]
    file = folder / "deeper" / name
    file.parent.mkdir()
    lines = map(json.dumps, kept)
    file.write_text("\n".join(lines) if name.endswith("l") else f"[{', '.join(lines)}]", "utf-8")
    await refresh(archive, [FolderSource(path=folder)])
    file.write_bytes(now)
    (folder / "other.txt").touch()
    report = await refresh(archive, [FolderSource(path=folder)])
    assert counted(report) == (0, 0, 3, 0)
    stays = " What it told before stays, in case this is a mishap; delete or remove it if that is to go."
    said = {Path(one.location).name: one.reason for one in report.skipped}
    assert {name: reason.endswith(f".{stays}") for name, reason in said.items()} == {name: True, "other.txt": False}
    with speaking("es"):
        assert retold(said[name]).endswith(
            ". Lo que contaba antes se queda, por si es un percance; para que se vaya, bórralo o quítalo."
        )
        assert not retold(said[name]).startswith(said[name][:10])
    assert (await archive.find_stories("News of the owls"))[0].score > 90
    file.unlink()
    assert (await refresh(archive, [FolderSource(path=folder)])).gone == 3


async def test_a_folder_that_cannot_be_read_keeps_its_stories_and_is_named(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for deeper in ("closed", "closed/a", "open"):
        write(folder / deeper, "lift.txt", f"A lift for the {deeper} stairs", f"The lift of {deeper} runs since May.")
    source = FolderSource(path=folder)
    assert counted(await refresh(archive, [source])) == (6, 0, 0, 0)
    listed, opened = os.scandir, 0

    def closing(path: str) -> Any:
        nonlocal opened
        if Path(path) == folder / "closed":
            opened -= 1
            if opened < 0:
                raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", closing)
    for times in (0, 1):  # it was shut before; it is shut between being listed and being read
        opened = times
        report = await refresh(archive, [source])
        assert counted(report) == (0, 0, 4, 0)
        [skipped] = report.skipped
        assert Path(skipped.location).name == "closed"
        assert "permission denied" in skipped.reason
        assert opened == -1


async def test_progress_counts_up(archive: Archive, folder: Path) -> None:
    told: list[Progress] = []
    await refresh(archive, [FolderSource(path=folder)], told.append)
    assert (told[-1].source, told[-1].seen, told[-1].read) == (str(folder), 3, 3)
    assert [step.seen for step in told] == sorted(step.seen for step in told)


async def test_many_documents_are_read_in_processes_that_end(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_pool, "FEW_BATCHES", 0)
    monkeypatch.setattr(source_loader, "BATCH", 4)
    started: list[Child] = []
    start = worker_pool.WorkerPool._start  # pyright: ignore[reportPrivateUsage]

    async def noted(self: worker_pool.WorkerPool) -> Child:
        started.append(await start(self))
        return started[-1]

    monkeypatch.setattr(worker_pool.WorkerPool, "_start", noted)
    for n in range(12):
        write(
            tmp_path / "news",
            f"{n:02}.txt",
            f"Bulletin {n} about lighthouse number {n}",
            f"Lamp {n} burns at Skerry {n}.",
        )
    assert (await refresh(archive, [FolderSource(path=tmp_path / "news")])).new == 12
    assert started
    assert all(child.process.returncode == 0 for child in started)
    [first, *_] = await archive.find_passages("lamp 7 burns skerry")
    assert first.passage.text == "Lamp 7 burns at Skerry 7."


@pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="only Linux knows this priority")
async def test_the_process_that_writes_leaves_every_processor_to_who_answers(tmp_path: Path) -> None:
    async with await Archive.open(tmp_path / "archive.db"):
        child = await Child.start(loading.__name__)
        try:
            await child.ask(pickle.dumps((tmp_path / "archive.db", "1")))
            assert os.sched_getscheduler(child.process.pid) == os.SCHED_IDLE
        finally:
            child.kill()
            await child.end()


async def test_a_reading_process_that_dies_is_made_up_for(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_pool, "FEW_BATCHES", 0)
    monkeypatch.setattr(worker_pool, "_WORKER", "onrecord.no_such_module")
    assert (await refresh(archive, [FolderSource(path=folder)])).new == 3


async def test_when_the_process_that_writes_dies_the_old_coverage_stands(
    archive: Archive, folder: Path, writers: list[Child]
) -> None:
    await refresh(archive, [FolderSource(path=folder)])
    for n in range(30):
        write(folder, f"more{n}.txt", f"Bulletin {n} about lighthouse number {n}", f"Lamp {n} burns at Skerry {n}.")

    def tell(progress: Progress) -> None:
        if progress.read:
            writers[-1].kill()

    with pytest.raises(ArchiveError, match="ended before it was done"):
        await refresh(archive, [FolderSource(path=folder)], tell)
    assert [writer.process.returncode for writer in writers] == [0, -signal.SIGKILL]
    assert (await archive.counts()).stories == 3
    assert (await refresh(archive, [FolderSource(path=folder)])).new == 30


async def test_where_no_process_can_be_started_the_program_writes_itself(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_: str) -> Child:
        raise OSError

    monkeypatch.setattr(loading, "FEW_DOCUMENTS", 0)
    monkeypatch.setattr(Child, "start", fail)
    assert (await refresh(archive, [FolderSource(path=folder)])).new == 3


async def test_where_the_process_that_writes_cannot_get_ready_the_program_writes_itself(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = Child.start

    async def broken(_: str) -> Child:
        return await start("onrecord.no_such_module")

    monkeypatch.setattr(loading, "FEW_DOCUMENTS", 0)
    monkeypatch.setattr(Child, "start", broken)
    assert (await refresh(archive, [FolderSource(path=folder)])).new == 3


async def test_what_the_process_that_writes_fails_on_is_told_and_the_old_coverage_stands(
    archive: Archive, folder: Path, writers: list[Child]
) -> None:
    async def settle(loading: loading.Loading, _: Report) -> None:
        await loading.remember("folder", 1)  # pyright: ignore[reportArgumentType] - what only a fault of ours can send

    with pytest.raises(ArchiveError, match="could not be written: TypeError"):
        await refresh(archive, [FolderSource(path=folder)], settle=settle)
    assert all(writer.process.returncode == -signal.SIGKILL for writer in writers)
    assert (await archive.counts()).stories == 0


async def test_what_settling_refuses_is_undone_in_the_process_too(
    archive: Archive, folder: Path, writers: list[Child]
) -> None:
    async def refuse(_: loading.Loading, report: Report) -> None:
        raise SourceError(f"{report.new} are too many.")

    with pytest.raises(SourceError, match="3 are too many"):
        await refresh(archive, [FolderSource(path=folder)], settle=refuse)
    assert len(writers) == 1
    assert (await archive.counts()).stories == 0


async def test_a_refresh_that_is_cancelled_while_it_commits_is_done(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch, writers: list[Child]
) -> None:
    ended = connection.to_the_end

    async def cancelled(commit: Awaitable[Any]) -> Any:
        asyncio.get_running_loop().call_soon(task.cancel)
        return await ended(commit)

    monkeypatch.setattr(loading, "to_the_end", cancelled)
    task = asyncio.create_task(refresh(archive, [FolderSource(path=folder)]))
    assert (await task).new == 3
    assert len(writers) == 1
    assert (await archive.counts()).stories == 3


@pytest.mark.usefixtures("few")
async def test_a_cancelled_refresh_changes_nothing(archive: Archive, folder: Path) -> None:
    await refresh(archive, [FolderSource(path=folder)])
    for n in range(30):
        write(folder, f"more{n}.txt", f"Bulletin {n} about lighthouse number {n}", f"Lamp {n} burns at Skerry {n}.")
    under_way = asyncio.Event()
    task = asyncio.create_task(refresh(archive, [FolderSource(path=folder)], lambda _: under_way.set()))
    await under_way.wait()
    assert [hit.score >= 75 for hit in await archive.find_stories("news of the kiln")][:1] == [True]
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await archive.counts()).stories == 3
    assert (await refresh(archive, [FolderSource(path=folder)])).new == 30


KILLED_HALF_WAY = """
import asyncio, os, sys
from pathlib import Path
from onrecord.archive import Archive, loading
from onrecord.archive.database import connections, connection
from onrecord.refresh import refresh
from onrecord.settings import FolderSource

loading.FEW_DOCUMENTS = int(sys.argv[3])

def tell(progress):
    if progress.read >= 20:
        print("half way", flush=True)
        sys.stdin.read()

async def main():
    await refresh(await Archive.open(Path(sys.argv[1])), [FolderSource(path=Path(sys.argv[2]))], tell)

asyncio.run(main())
"""


def start(code: str, *arguments: Path | int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


@pytest.mark.skipif(os.name != "posix", reason="there is no such signal")
async def test_a_refresh_that_is_killed_has_changed_nothing(
    tmp_path: Path, folder: Path, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    path = tmp_path / "archive.db"
    async with await Archive.open(path) as archive:
        await refresh(archive, [FolderSource(path=folder)])
    for n in range(50):
        write(folder, f"more{n}.txt", f"Bulletin {n} about lighthouse number {n}", f"Lamp {n} burns at Skerry {n}.")
    child = start(KILLED_HALF_WAY, path, folder, few)
    assert child.stdin is not None
    assert child.stdout is not None
    with child, child.stdin, child.stdout:
        assert child.stdout.readline() == b"half way\n"
        async with await Archive.open(path) as archive:
            assert (await archive.counts()).stories == 3
            with pytest.raises(ArchiveError, match="locked by another program"):
                await refresh(archive, [FolderSource(path=folder)])
        child.send_signal(signal.SIGKILL)
        child.wait()
    monkeypatch.setattr(connection, "PATIENCE", 5.0)  # the process that wrote for it ends by itself
    async with await Archive.open(path) as archive:
        assert (await archive.counts()).stories == 3
        assert (await refresh(archive, [FolderSource(path=folder)])).new == 50
