"""How a desk stands, what was done there, and all that it holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from onrecord.archive import LogEntry, Removal
from onrecord.desk.desk import Desk
from onrecord.desk.models import DeskStatus
from onrecord.desk.sources import list_sources
from onrecord.refresh import reader_version
from onrecord.settings import SHARED
from onrecord.stories import Story, StoryHead

Made = TypeVar("Made")


async def status(desk: Desk) -> DeskStatus:
    desks = desk.refresher.desks
    own = await (await desk.archive()).status() if desk.name != SHARED and await desk.exists() else None
    return DeskStatus(
        desk=desk.name,
        own=own,
        shared=await desks.shared.status(),
        seen=(await (await desk.view()).counts()).stories,
        sources=sum(not one.removed for one in await list_sources(desk)),
        running=desk.refresher.running(desk.name),
        every=desk.refresher.settings.refresh.period,
        reader=reader_version(),
    )


async def log(desk: Desk, before: int | None = None, limit: int = 10) -> list[tuple[LogEntry, Removal | None]]:
    """Each with the removal that it made, undid or purged."""
    if not await desk.exists():
        return []
    archive = await desk.archive()
    return [
        (one, await archive.removal(one.removal) if one.removal is not None else None)
        for one in await archive.log(limit, before)
    ]


async def export(desk: Desk) -> tuple[list[Story], list[StoryHead]]:
    """The desk's own stories whole; of the others that its community sees, where they are to be found."""
    own = [story async for story in (await desk.archive()).export()] if await desk.exists() else []
    known = {story.id for story in own}
    view = await desk.view()
    heads: list[StoryHead] = []
    after: str | None = None
    while events := await view.stories(200, after):
        heads += [head for event in events for head in event.stories if head.id not in known]
        after = events[-1].stories[-1].id
    return own, heads


async def off_the_loop(work: Callable[[], Made]) -> Made:
    """Writing all of that into a file takes a while; others are answered meanwhile."""
    return await asyncio.to_thread(work)
