from collections.abc import AsyncIterator

import pytest
from web_of_troubles import Sites


@pytest.fixture
async def sites() -> AsyncIterator[Sites]:
    async with Sites() as sites:
        yield sites
