"""Refreshing the sources of a desk, and stopping that."""

from __future__ import annotations

from onrecord.desk.desk import Desk
from onrecord.desk.models import Refusal
from onrecord.language import say
from onrecord.refresh import Cancelled, Report, Running
from onrecord.settings import SHARED

_NAMED = 3
"""Stories that are gone, whose titles the log keeps."""


async def refresh(desk: Desk) -> Report:
    """Raises `Busy`, `Cancelled`, and `Refusal` when there is nothing to refresh."""
    sources = await desk.refresher.sources(desk.name)
    if not sources:
        raise Refusal(say("This desk has no sources of its own yet."))
    shared = desk.name == SHARED
    try:
        report = await desk.refresher.refresh(desk.name, desk.by, list(sources.values()), desk.tell, only=not shared)
    except Cancelled:
        await _note(desk, "cancel", "refresh")
        raise
    counts = f"{report.new} new, {report.changed} changed, {report.gone} gone, {len(report.skipped)} skipped"
    lost = [" ".join(one.title.split()) for one in report.lost if not one.told]
    lost[_NAMED:] = ["…"] * (len(lost) > _NAMED)
    await _note(desk, "refresh", "\n".join([f"{counts}, {len(report.errors)} in trouble", *lost]))
    return report


def cancel(desk: Desk) -> Running | None:
    """What is being stopped; null when nothing is under way."""
    return desk.refresher.cancel(desk.name, desk.by)


async def _note(desk: Desk, action: str, about: str) -> None:
    await (await desk.archive()).note(desk.by, desk.refresher.now(), action, about)
