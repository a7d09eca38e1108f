"""The configuration: a TOML file, with the environment over it."""

from onrecord.settings.loading import TOKEN, load_settings
from onrecord.settings.models import (
    SHARED,
    ArchiveSettings,
    CommandName,
    DiscordSettings,
    FeedSource,
    FolderSource,
    PageSource,
    Settings,
    Source,
    WebSettings,
    sample_coverage,
)

__all__ = [
    "SHARED",
    "TOKEN",
    "ArchiveSettings",
    "CommandName",
    "DiscordSettings",
    "FeedSource",
    "FolderSource",
    "PageSource",
    "Settings",
    "Source",
    "WebSettings",
    "load_settings",
    "sample_coverage",
]
