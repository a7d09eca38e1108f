"""The archive: what the coverage says, kept in SQLite, and found again by what people remember of it."""

from __future__ import annotations

from onrecord.archive.archive import Archive
from onrecord.archive.coverage import Coverage
from onrecord.archive.desk_files import Desks
from onrecord.archive.desks.removing import Restored
from onrecord.archive.duplicates.story_candidates import Arrival
from onrecord.archive.loading import FEW_DOCUMENTS, Head, Loading, Packed
from onrecord.archive.lookup.scoring import NEAR, SURE
from onrecord.archive.queries.documents import Stored
from onrecord.archive.records import (
    Attempt,
    Counts,
    Event,
    Hit,
    Introduction,
    KeptSource,
    LogEntry,
    PassageOnRecord,
    PersonHead,
    PersonOnRecord,
    QuoteOnRecord,
    Removal,
    RoleOnRecord,
    SharedStory,
    Status,
    StoryText,
    Target,
    cite,
)
from onrecord.archive.writing import Writer

__all__ = [
    "FEW_DOCUMENTS",
    "NEAR",
    "SURE",
    "Archive",
    "Arrival",
    "Attempt",
    "Counts",
    "Coverage",
    "Desks",
    "Event",
    "Head",
    "Hit",
    "Introduction",
    "KeptSource",
    "Loading",
    "LogEntry",
    "Packed",
    "PassageOnRecord",
    "PersonHead",
    "PersonOnRecord",
    "QuoteOnRecord",
    "Removal",
    "Restored",
    "RoleOnRecord",
    "SharedStory",
    "Status",
    "Stored",
    "StoryText",
    "Target",
    "Writer",
    "cite",
]
