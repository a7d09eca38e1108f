"""A refresh that is killed at any moment: the archive opens, holds what it held, and the next one ends as if nothing
had happened.

`ONRECORD_KILLS=200 ONRECORD_DOCUMENTS=2000 pytest tests/refresh/test_kills.py` takes its time.
"""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource

KILLS = int(os.environ.get("ONRECORD_KILLS", "3"))
DOCUMENTS = int(os.environ.get("ONRECORD_DOCUMENTS", "60"))
RESUMED = 20
"""Kills after each of which the next refresh is seen through; else only what was there is looked at."""
REFRESH = """
import asyncio, sys
from pathlib import Path
from onrecord import processes
from onrecord.archive import Archive, loading
from onrecord.errors import ArchiveError
from onrecord.refresh import refresh
from onrecord.settings import FolderSource

path, folder, counted = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
loading.FEW_DOCUMENTS = 0
processes._CODE = f"{counted}; {processes._CODE}"

async def main():
    async with await Archive.open(path) as archive:
        await refresh(archive, [FolderSource(path=folder)])

try:
    asyncio.run(main())
except ArchiveError as error:
    sys.exit(str(error))
"""
COUNTED = """
import os, signal, threading
from onrecord.archive.database.connection import Unthreaded
inner = Unthreaded._execute
statements = 0

def execute(*arguments, **more):
    global statements
    statements += 1
    os.write(count, b".")
    if statements == last:
        threading.Timer(wait, lambda: os.kill(victim(), signal.SIGKILL)).start()
    return inner(*arguments, **more)

count = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
Unthreaded._execute = execute
"""
PLACES = ["Elwin", "Brackwater", "Tolmouth", "Aldgrave", "Nether Sands"]


def write(folder: Path, n: int, state: str) -> None:
    """Some of them tell what others tell."""
    dice = random.Random(f"{n} {state}")
    told = random.Random(n - n % 7 if n % 7 < 2 else n)
    place, lamps, crowns = told.choice(PLACES), told.randrange(100, 999), told.randrange(1000, 9999)
    (folder / f"{n}.txt").write_text(
        f"Lighthouse {n} of {place} is {state}\n\n"
        f"The {lamps} lamps of the lighthouse at {place} were {state} on Monday, and it took {crowns} crowns.\n\n"
        f"“We have waited {lamps} nights for this,” said Ione Prager of {place}.\n\n"
        f"Number {dice.randrange(10**6)} of the pilots' list at {place} notes it as well.\n",
        "utf-8",
    )


def run(path: Path, folder: Path, last: int = 0, wait: float = 0.0, victim: str = "") -> int:
    """Refresh, and kill the program (`os.getppid`) or the process that writes for it (`os.getpid`) `wait` seconds after
    the latter began its statement `last`; 0: neither.

    Returns how many statements there were.
    """
    count = path.with_suffix(".count")
    count.unlink(missing_ok=True)
    names = f"path, last, wait, victim = {str(count)!r}, {last}, {wait}, os.{victim or 'getpid'}"
    counted = f"import os; {names}; exec({COUNTED!r})"
    # Its standard error is open until every process that it started has ended as well.
    done = subprocess.run(
        [sys.executable, "-c", REFRESH, path, folder, counted],
        stderr=subprocess.PIPE,
        text=True,
        timeout=600,
        check=False,
    )
    killed = {"getppid": -signal.SIGKILL, "getpid": 1}.get(victim, 0)
    assert done.returncode in (0, killed), done.stderr
    if done.returncode == 1:
        assert "ended before it was done" in done.stderr
    return count.stat().st_size if count.exists() else 0


async def held(path: Path) -> list[object]:
    """All that is in it; it must be whole."""
    async with await Archive.open(path) as archive:
        found: list[object] = [await archive.counts(), await archive.stories(1 << 20)]
        found += [story async for story in archive.export()]
        found += [await archive.find_people("prager"), await archive.find_stories(f"lighthouse {PLACES[0]}", 20)]
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for kind in ("title", "about", "name", "quote", "passage"):
            db.execute(f"INSERT INTO lookup_{kind} (lookup_{kind}) VALUES ('integrity-check')")
    db.close()
    return found


def copy(path: Path, to: Path) -> Path:
    for old in to.parent.glob(f"{to.name}*"):
        old.unlink()
    shutil.copy(path, to)
    return to


@pytest.mark.skipif(os.name != "posix", reason="there is no such signal")
async def test_the_archive_outlives_a_refresh_that_is_killed_at_any_moment(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for n in range(DOCUMENTS):
        write(folder, n, "mended")
    base = tmp_path / "base.db"
    async with await Archive.open(base) as archive:
        await refresh(archive, [FolderSource(path=folder)])
    for n in range(0, DOCUMENTS, 2):
        write(folder, n, "closed")
    for n in range(0, DOCUMENTS, 5):
        (folder / f"{n}.txt").unlink()
        write(folder, DOCUMENTS + n, "opened")
    whole = copy(base, tmp_path / "whole.db")
    statements = run(whole, folder)
    before, after = await held(base), await held(whole)
    assert before != after
    dice = random.Random(os.environ.get("ONRECORD_SEED", "7"))
    for n in range(KILLS):
        path = copy(base, tmp_path / "killed.db")
        # Half of them at the end, when what was read is put in order and committed.
        first = 1 if n % 2 else statements - statements // 20
        run(path, folder, dice.randint(first, statements), dice.random() * 0.02, dice.choice(["getpid", "getppid"]))
        found = await held(path)
        assert found in (before, after), n
        if n % RESUMED == 0:
            run(path, folder)
            assert await held(path) == after, n
