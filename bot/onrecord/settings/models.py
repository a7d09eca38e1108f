"""What can be configured, and what each value may be."""

from __future__ import annotations

import re
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    SecretStr,
    Tag,
)

SHARED = "shared"
"""The name under which the coverage that everybody sees is worked on; any other is a community's desk."""

CommandName: TypeAlias = Literal["summary", "quotes", "check", "who", "related", "stories", "ask"]


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _given(path: object) -> object:
    if isinstance(path, str) and not path.strip():
        raise ValueError("should be a path; this is empty.")
    return path


SomePath: TypeAlias = Annotated[Path, BeforeValidator(_given)]


class ArchiveSettings(Section):
    path: SomePath = Path("onrecord.db")


class FolderSource(Section):
    kind: Literal["folder"] = "folder"
    path: SomePath


def _link(text: str) -> str:
    if not text.startswith(("https://", "http://")) or len(text.split()) != 1:
        raise ValueError("should be a link that starts with https:// or http://.")
    return text


Link: TypeAlias = Annotated[str, AfterValidator(_link)]


class PageSource(Section):
    kind: Literal["page"] = "page"
    link: Link


class FeedSource(Section):
    kind: Literal["feed"] = "feed"
    link: Link
    limit: Annotated[int, Field(ge=1, le=1000)] = 100
    """So many of its newest items are read."""


def _kind(source: object) -> str | None:
    if isinstance(source, dict):
        return str(cast("dict[str, object]", source).get("kind", "folder"))
    return getattr(source, "kind", None)


Source: TypeAlias = Annotated[
    Annotated[FolderSource, Tag("folder")] | Annotated[PageSource, Tag("page")] | Annotated[FeedSource, Tag("feed")],
    Discriminator(_kind),
]
KINDS: dict[str, type[Section]] = {"folder": FolderSource, "page": PageSource, "feed": FeedSource}


ADDRESS = 'should be an address and a port from 1 to 65535, such as "127.0.0.1:8080".'


def _address(value: object) -> object:
    if not isinstance(value, str):
        return value
    host, _, port = value.rpartition(":")
    try:
        return str(ip_address(host.strip("[]"))), int(port)
    except ValueError:
        raise ValueError(ADDRESS) from None


class WebSettings(Section):
    open: tuple[Annotated[tuple[str, Annotated[int, Field(ge=1, le=65535)]], BeforeValidator(_address)], ...] = ()
    """Addresses with their ports that pages and feeds may be fetched from although they are not public."""


_EVERY = re.compile(r"([1-9][0-9]{0,3}) ?(m|min|h|d)")
_SECONDS = {"m": 60, "min": 60, "h": 3600, "d": 86400}
_SHORTEST = timedelta(minutes=5)
_EVERY_SAYS = 'should be a time from "5m" to "30d", such as "6h" or "90m", or "never".'


def _period(text: str) -> timedelta | None:
    found = _EVERY.fullmatch(text)
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]]) if found else None


def _every(text: str) -> str:
    period = _period(text)
    if text != "never" and (period is None or not _SHORTEST <= period <= timedelta(days=30)):
        raise ValueError(_EVERY_SAYS)
    return text


class RefreshSettings(Section):
    every: Annotated[str, AfterValidator(_every)] = "6h"
    """How often the bot reads its sources again, give or take a tenth."""

    @property
    def period(self) -> timedelta | None:
        """Null for never."""
        return _period(self.every)


class DiscordSettings(Section):
    token: SecretStr | None = None
    """From the environment alone (`DISCORD_TOKEN`)."""
    private: frozenset[CommandName] = frozenset()
    """Commands whose answers only the member who asked sees."""
    cooldown: Annotated[float, Field(ge=0, le=3600)] = 2.0
    """Seconds between two questions of the same member, beyond a few at once; 0 for none."""
    group: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,32}$")] | None = None
    """`/group summary` in place of `/summary`, for a bot that has a `/summary` already."""


def sample_coverage() -> Path:
    """The folder of sample stories: inside an installed package, beside `bot/` in a checkout."""
    packaged = Path(__file__).parents[1] / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "data"


class Settings(Section):
    archive: ArchiveSettings = ArchiveSettings()
    sources: tuple[Source, ...] = Field(default_factory=lambda: (FolderSource(path=sample_coverage()),))
    web: WebSettings = WebSettings()
    refresh: RefreshSettings = RefreshSettings()
    discord: DiscordSettings = DiscordSettings()
