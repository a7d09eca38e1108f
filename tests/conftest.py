"""What tests of several rooms share."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from web_of_troubles import Sites

from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource, sample_coverage


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the sample coverage, to be read only."""
    path = tmp_path_factory.mktemp("sample") / "archive.db"

    async def fill() -> None:
        async with await Archive.open(path) as archive:
            report = await refresh(archive, [FolderSource(path=sample_coverage())])
        assert not report.skipped
        assert not report.errors

    asyncio.run(fill())
    return path


@pytest.fixture
async def sites() -> AsyncIterator[Sites]:
    async with Sites() as sites:
        yield sites
