"""No query walks through a table that grows with the archive."""

import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from made import BREAKS, FERRY, MUSEUM, drop, put

from onrecord.archive import Archive, Target

SMALL = "([eks]|found) VIRTUAL|found$|r$|s$|k$|totals$|removals$|kept_sources$|hidden$"
WALK = re.compile(rf"SCAN (?!{SMALL}|\(subquery|\d+ CONSTANT|CONSTANT)(?!\w+ VIRTUAL TABLE INDEX \d+:[M=<>])")
"""A step through a whole table, those aside that hold a handful (values handed in, totals, sources) and FTS matches."""


@pytest.fixture
async def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Callable[[], list[str]]]:
    """The statements that were run since the last call."""
    seen: list[str] = []

    class Noted(sqlite3.Connection):
        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            seen.append(sql)
            return super().execute(sql, *args)

        def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:
            seen.append(sql)
            return super().executemany(sql, *args)

    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Noted))

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
        await archive.document_sources()
        await archive.stored("folder")
        at = datetime(2031, 5, 4, tzinfo=UTC)
        story = Target(kind="story", value=FERRY.id)
        for target in (story, Target(kind="source", value="folder")):  # of a host every story is looked at
            removal = await archive.remove(target, "asked to", "member", at)
            await put(archive, FERRY)
            await archive.undo(removal.id, "member", at)
        removal = await archive.remove(story, "asked to", "member", at)
        await archive.purgeable()
        await archive.purge([removal.id], "member", at)
    statements = asked()
    assert len(statements) > 40
    db = sqlite3.connect(path, isolation_level=None)
    assert walks(db, statements) == []
    indices = [
        row[0]
        for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
        if row[0] != "documents_skipped"  # it serves `status`, which counts
    ]
    needless: list[str] = []
    for index in indices:
        db.execute("BEGIN")
        db.execute(f"DROP INDEX {index}")
        if not walks(db, statements):
            needless.append(index)
        db.execute("ROLLBACK")
    db.close()
    assert not needless


def walks(db: sqlite3.Connection, statements: list[str]) -> list[tuple[str, list[str]]]:
    """The statements that walk through a large table or sort one, with their plans."""
    found: list[tuple[str, list[str]]] = []
    for sql in statements:
        numbered = [int(n) for n in re.findall(r"\?(\d)", sql)]
        plan = db.execute(f"EXPLAIN QUERY PLAN {sql}", ["1"] * (max(numbered, default=0) or sql.count("?")))
        steps = [row[3] for row in plan]
        bounded = sql.endswith("ORDER BY q.id DESC LIMIT ?")  # it stops after so many rows
        walked = not bounded and any(map(WALK.match, steps))
        # The answer is all documents of a source.
        one_source = sql.startswith(("SELECT location", "SELECT id FROM documents WHERE source"))
        walked |= not one_source and any(step.endswith(("(source=?)", "(story>?)")) for step in steps)
        # What json_each or an inner LIMIT bounds may be sorted; a large table may not.
        bounded = any(few in sql for few in ("json_each", "LIMIT 400", "kept_sources"))
        walked |= "USE TEMP B-TREE FOR ORDER BY" in steps and not bounded
        if walked:
            found.append((sql, steps))
    return found
