from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from town import Town
from web_of_troubles import Sites

from onrecord.archive import Desks


@pytest.fixture
async def desks(tmp_path: Path) -> AsyncIterator[Desks]:
    async with await Desks.open(tmp_path / "archive.db") as opened:
        yield opened


@pytest.fixture
async def town(sites: Sites, desks: Desks) -> AsyncIterator[Town]:
    town = Town(sites, desks)
    async with town.refresher:
        yield town
