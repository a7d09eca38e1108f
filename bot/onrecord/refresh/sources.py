"""What a refresh is given: the sources of the configuration, and files that moderators handed in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.archive import Archive, KeptSource
from onrecord.settings import FeedSource, FolderSource, PageSource, Source


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that a moderator handed in; under one key its content never changes."""

    key: str
    name: str
    raw: Callable[[], Awaitable[bytes | None]]
    """Null when it was taken out meanwhile, or purged with a part of what was in it."""
    kind: Literal["file"] = "file"


AnySource: TypeAlias = Source | Upload


def key_of(source: AnySource) -> str:
    """What a source's documents are remembered under."""
    match source:
        case Upload():
            return source.key
        case FolderSource():
            return f"folder:{source.path.resolve()}"
        case _:
            return f"{source.kind}:{source.link}"


def name_of(source: AnySource) -> str:
    """What people know a source by."""
    match source:
        case Upload():
            return source.name
        case FolderSource():
            return str(source.path)
        case _:
            return source.link


def as_source(kept: KeptSource, archive: Archive) -> AnySource:
    """A source that a moderator added, as the archive keeps it."""
    if kept.kind == "file" or kept.link is None:
        return Upload(kept.key, kept.name or kept.key, lambda: archive.raw(kept.key))
    if kept.kind == "feed":
        return FeedSource(link=kept.link, limit=kept.limit or 100)
    return PageSource(link=kept.link)
