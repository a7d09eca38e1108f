"""Values offered while a member types."""

from __future__ import annotations

from typing import Literal

from onrecord.answers.extracts import shorten
from onrecord.archive import Coverage

MOST = 25
LONGEST = 100
_STORIES = 8


async def suggest(archive: Coverage, kind: Literal["stories", "people"], typed: str) -> list[str]:
    """The same for all who have typed the same: most begin with nothing, and many with the same few letters."""
    found = await archive.cached((kind, typed), lambda: archive.in_thread(lambda held: _suggest(held, kind, typed)))
    return list(found)


async def _suggest(archive: Coverage, kind: Literal["stories", "people"], typed: str) -> list[str]:
    if not typed:
        return await (newest(archive) if kind == "stories" else speakers(archive))
    hits = await (archive.find_stories if kind == "stories" else archive.find_people)(typed, limit=MOST)
    return _fit([hit.label for hit in hits])


async def newest(archive: Coverage) -> list[str]:
    return _fit([head.title for event in await archive.stories(MOST) for head in event.stories])


async def speakers(archive: Coverage) -> list[str]:
    """Who speaks in the newest stories."""
    newest = [event.stories[0].id for event in await archive.stories(_STORIES)]
    return _fit([one.quote.speaker for one in await archive.quotes_of(newest) if one.quote.speaker])


def _fit(values: list[str]) -> list[str]:
    return list(dict.fromkeys(shorten(value, LONGEST) for value in values))[:MOST]
