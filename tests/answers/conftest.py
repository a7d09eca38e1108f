from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import invented
import pytest
from invented import Say

from onrecord.answers import COMMANDS, answer
from onrecord.answers.notation import parse
from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource
from onrecord.stories import Answer


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
    options = {name: [option.name for option in command.options] for name, command in COMMANDS.items()}

    async def typed(line: str) -> Answer:
        request = parse(line, options)
        return await answer(archive, request.command, request.options)

    return typed
