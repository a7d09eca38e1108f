"""What a desk hands out, and how it refuses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from onrecord.archive import Attempt, Removal, Restored, Status
from onrecord.errors import OnRecordError
from onrecord.refresh import Running, SourceReport
from onrecord.stories import Story


class Refusal(OnRecordError):
    """It was not done, and why."""


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that was handed in."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Added:
    kind: Literal["page", "feed", "file"]
    name: str
    link: str | None
    report: SourceReport
    new: tuple[str, ...] = ()
    """Titles of stories that came of it, a hundred at most with the next."""
    again: tuple[str, ...] = ()
    """Of stories that were there, which it tells too."""
    feeds: tuple[str, ...] = ()
    """Feeds that a page offers of itself."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a link would become; nothing of it is kept."""

    kind: Literal["page", "feed"]
    link: str
    covered: str | None
    """How it is covered already."""
    story: Story | None = None
    title: str = ""
    items: tuple[tuple[str, str | None], ...] = ()
    """Of a feed: titles and links, the newest first."""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    key: str
    name: str
    kind: str
    own: bool
    """A moderator of this desk added it; else it is configured for everybody."""
    added_by: str | None
    attempt: Attempt | None
    removed: Removal | None = None
    """What keeps all of it out at this desk."""

    @property
    def place(self) -> str:
        """The link of what has one."""
        return self.key.partition(":")[2] if self.kind in ("page", "feed") else ""


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """How a desk stands."""

    desk: str
    own: Status | None
    shared: Status
    seen: int
    """Stories that this community sees."""
    sources: int
    running: Running | None
    every: timedelta | None
    reader: str


@dataclass(frozen=True, slots=True)
class Undone:
    what: Literal["removal", "addition", "undo"]
    """Of a removal, what it kept out is back; else something is out now."""
    removal: Removal
    """That which was undone, or by which it is out now."""
    restored: Restored | None = None
    """Of a removal, what came of it."""
