from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import invented
import pytest
from invented import Say, Telling

from onrecord.answers import COMMANDS, answer
from onrecord.answers.notation import parse
from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource
from onrecord.stories import Answer

_OPTIONS = {name: [option.name for option in command.options] for name, command in COMMANDS.items()}


def saying(archive: Archive) -> Say:
    async def typed(line: str) -> Answer:
        request = parse(line, _OPTIONS)
        return await answer(archive, request.command, request.options)

    return typed


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("answers")
    invented.write(folder / "stories")

    async def fill() -> None:
        async with await Archive.open(folder / "archive.db") as archive:
            report = await refresh(archive, [FolderSource(path=folder / "stories")])
            assert report.new == len(invented.STORIES), report

    asyncio.run(fill())
    return folder / "archive.db"


@pytest.fixture
async def archive(filled: Path) -> AsyncIterator[Archive]:
    async with await Archive.open(filled) as opened:
        yield opened


@pytest.fixture
def say(archive: Archive) -> Say:
    return saying(archive)


@pytest.fixture
async def told(tmp_path: Path) -> AsyncIterator[Telling]:
    (tmp_path / "news").mkdir()
    async with await Archive.open(tmp_path / "archive.db") as archive:

        async def fill(stories: Sequence[object]) -> Say:
            lines = [json.dumps(one, ensure_ascii=False) for one in stories]
            (tmp_path / "news" / "stories.jsonl").write_text("\n".join(lines), "utf-8")
            assert (await refresh(archive, [FolderSource(path=tmp_path / "news")])).new == len(stories)
            return saying(archive)

        yield fill
