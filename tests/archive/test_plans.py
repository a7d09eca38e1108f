"""No query walks through a table that grows with the archive."""

import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiosqlite
import pytest
from made import BREAKS, FERRY, MUSEUM, drop, put

from onrecord.archive import Archive

WALK = re.compile(
    r"SCAN (?![ek] VIRTUAL|s$|totals$|removals$|\(subquery|\d+ CONSTANT|CONSTANT)(?!\w+ VIRTUAL TABLE INDEX \d+:[M=<>])"
)
"""A step through a whole table, those aside that hold a handful (values handed in, totals, sources) and FTS matches."""


@pytest.fixture
async def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Callable[[], list[str]]]:
    """The statements that were run since the last call."""
    seen: list[str] = []
    for name in ("execute_fetchall", "executemany"):
        inner = getattr(aiosqlite.Connection, name)

        def noted(self: aiosqlite.Connection, sql: str, *args: object, inner: Callable[..., object] = inner) -> object:
            seen.append(sql)
            return inner(self, sql, *args)

        monkeypatch.setattr(aiosqlite.Connection, name, noted)

    def take() -> list[str]:
        taken = [sql for sql in dict.fromkeys(seen) if re.match(r"(SELECT|WITH|UPDATE|DELETE)", sql)]
        seen.clear()
        return taken

    yield take


async def test_no_query_scans_a_large_table(tmp_path: Path, asked: Callable[[], list[str]]) -> None:
    path = tmp_path / "archive.db"
    async with await Archive.open(path) as archive:
        asked()  # bringing an older archive up to date may walk through it
        await put(archive, FERRY, MUSEUM, BREAKS)
        await put(archive, MUSEUM)
        await drop(archive, MUSEUM.url or "")
        await put(archive, MUSEUM)
        for typed in ("ferry strike ends", "fery", "https://ledger.example/2031/ferry-strike-ends", FERRY.id, "renn"):
            await archive.find_stories(typed)
            await archive.find_people(typed)
            await archive.find_quotes(typed, speaker="Tobias Renn")
            await archive.find_quotes(typed)
            await archive.find_passages(typed, story=FERRY.id)
        await archive.find_quotes("never broken")
        await archive.find_passages("heron")
        await archive.story(FERRY.id)
        await archive.event(FERRY.id)
        await archive.head(FERRY.id)
        await archive.texts([FERRY.id, MUSEUM.id])
        await archive.passages([(FERRY.id, 0), (MUSEUM.id, 1)])
        await archive.events_of([FERRY.id, MUSEUM.id])
        await archive.quotes_of([FERRY.id, MUSEUM.id])
        await archive.people(["Tobias Renn", "Pia Orlow"])
        await archive.introductions(["Tobias Renn", "Pia Orlow"])
        await archive.shared_stories(["Tobias Renn", "Pia Orlow"], 3)
        await archive.stories(5, after=FERRY.id)
        await archive.person("Tobias Renn")
        await archive.quotes(speaker="Tobias Renn")
        await archive.quotes(story=FERRY.id)
        await archive.quotes()
        await archive.counts()
        async with archive.writing("1") as writer:
            await writer.sources()
            await writer.stored("folder")
    statements = asked()
    assert len(statements) > 40
    db = sqlite3.connect(path)
    for sql in statements:
        numbered = [int(n) for n in re.findall(r"\?(\d)", sql)]
        plan = db.execute(f"EXPLAIN QUERY PLAN {sql}", ["1"] * (max(numbered, default=0) or sql.count("?")))
        steps = [row[3] for row in plan]
        bounded = sql.endswith("ORDER BY q.id DESC LIMIT ?")  # it stops after so many rows
        assert bounded or not [step for step in steps if WALK.match(step)], (sql, steps)
        one_source = sql.startswith("SELECT location")  # its answer is all documents of a source
        assert one_source or not [step for step in steps if step.endswith("(source=?)")], (sql, steps)
        # What json_each or an inner LIMIT bounds may be sorted; a large table may not.
        assert "USE TEMP B-TREE FOR ORDER BY" not in steps or "json_each" in sql or "LIMIT 400" in sql, (sql, steps)
    db.close()
