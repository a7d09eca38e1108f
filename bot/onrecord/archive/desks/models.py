"""What a desk keeps beside its stories: its sources, what was removed and by whom, and a log of it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from onrecord.archive.records import Counts
from onrecord.stories import Noun


class Target(Noun):
    """What is to be removed."""

    kind: Literal["story", "source", "host"]
    value: str
    """A story's id; a source's key; or a host, which stands for its subdomains too: "example.com"."""


class Removal(Noun):
    id: int
    target: Target
    reason: str
    by: str
    at: datetime
    documents: int
    """How many documents it keeps out now."""
    stories: int
    """How many stories went when it was made; of a desk's, those of the shared coverage included."""
    titles: tuple[str, ...] = ()
    """A few of the stories that it keeps out; none once they are purged."""
    undone_by: str | None = None
    undone_at: datetime | None = None
    purged_by: str | None = None
    purged_at: datetime | None = None

    @property
    def active(self) -> bool:
        return self.undone_at is None


class LogEntry(Noun):
    id: int
    at: datetime
    by: str
    action: str
    about: str
    removal: int | None = None
    """The removal that it made, undid or purged."""


class Attempt(Noun):
    """How reading a source went the last time."""

    at: datetime
    success: datetime | None = None
    """When it last went well."""
    trouble: str | None = None
    """What went wrong since, as a sentence."""
    failures: int = 0
    """Attempts since then."""
    next_run: datetime | None = None


class KeptSource(Noun):
    """A source that moderators added."""

    key: str
    kind: str
    link: str | None = None
    name: str | None = None
    limit: int | None = None
    """So many of a feed's newest items are read."""
    added_by: str
    added_at: datetime
    entry: int | None = None
    """Of the log, that it was added with."""
    attempt: Attempt | None = None


class Status(Noun):
    counts: Counts
    documents: int
    skipped: int
    """Documents that could not be used."""
    removed: int
    """Documents that a removal keeps out."""
    bytes: int
    """On disk, with the log of what was written last."""
    schema_version: int
    reader: str | None
    """The version of the code that read the newest document."""
