from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from made import FERRY, MUSEUM, put

from onrecord.archive import Archive


@pytest.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    async with await Archive.open(tmp_path / "archive.db") as opened:
        yield opened


@pytest.fixture
async def filled(archive: Archive) -> Archive:
    await put(archive, FERRY, MUSEUM)
    return archive
