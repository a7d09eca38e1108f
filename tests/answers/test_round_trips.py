"""An answer asks the archive a fixed number of things, however much there is to show."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from invented import person, story

from onrecord.answers import answer
from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource

NAMES = "Bruna Corin Dova Elsin Farro Gilda Hovan Ister Jorun".split()


def _story(n: int, speakers: int) -> dict[str, Any]:
    """Ansa Borel speaks in each of them, quoted whole and in part."""
    names = ["Ansa Borel", *(f"{name} Tellmark{'abcdefgh'[n]}" for name in NAMES)][:speakers]
    passages = [f"“The turbine number {n} hums in {who} minor,” said {who}, engineer." for who in names]
    passages.append(f"{names[0]} called the turbine “a choir of {n} bees”.")
    runs = [f"The turbine number {n} hums in {who} minor," for who in names]
    quotes = [("direct", who, who, [run]) for who, run in zip(names, runs, strict=True)]
    quotes.append(("mixed", names[0], names[0], [f"a choir of {n} bees"]))
    people = [person(who, "engineer") for who in [*names, "Una Quist"]]
    passages.append("The engineer Una Quist listened.")
    title = f"Turbine {'one two three four five six seven eight'.split()[n]} tuned at Windle Point"
    return story(passages, quotes, people, title=title, url=f"https://turbines.example/{n}", publisher=f"Gust {n}")


@pytest.fixture
async def archives(tmp_path: Path) -> AsyncIterator[tuple[Archive, Archive]]:
    """One story of two speakers, and eight of ten each."""
    opened: list[Archive] = []
    for count, speakers in ((1, 2), (8, 10)):
        folder = tmp_path / str(count)
        folder.mkdir()
        lines = [json.dumps(_story(n, speakers)) for n in range(count)]
        (folder / "turbines.jsonl").write_text("\n".join(lines), "utf-8")
        archive = await Archive.open(tmp_path / f"{count}.db")
        opened.append(archive)
        assert (await refresh(archive, [FolderSource(path=folder)])).new == count
    yield opened[0], opened[1]
    for archive in opened:
        await archive.close()


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many statements were run since the last call."""
    seen = 0
    inner = aiosqlite.Connection.execute_fetchall

    def noted(self: aiosqlite.Connection, *args: Any) -> Any:
        nonlocal seen
        seen += 1
        return inner(self, *args)

    monkeypatch.setattr(aiosqlite.Connection, "execute_fetchall", noted)

    def take() -> int:
        nonlocal seen
        taken, seen = seen, 0
        return taken

    return take


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("quotes", {"about": "turbine"}),
        ("quotes", {"speaker": "Ansa Borel"}),
        ("quotes", {"story": "Turbine one tuned at Windle Point"}),
        ("who", {"name": "Una Quist"}),
        ("related", {"story": "Turbine one tuned at Windle Point"}),
        ("stories", {"search": "turbine"}),
        ("stories", {}),
        ("summary", {"story": "Turbine one tuned at Windle Point"}),
        ("check", {"quote": "The turbine number 1 hums in Ansa Borel minor"}),
        ("ask", {"question": "Who listened to the turbine?"}),
    ],
)
async def test_no_more_statements_for_more_coverage(
    archives: tuple[Archive, Archive], trips: Callable[[], int], command: str, options: dict[str, str]
) -> None:
    few, many = archives
    trips()
    assert (await answer(few, command, options)).found
    for_few = trips()
    assert (await answer(many, command, options)).found
    # Lookup may try another way where many things have the words.
    assert trips() <= for_few + 4
