"""Is everything there that the bot needs? Each finding says what to do about it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from onrecord.archive import Archive
from onrecord.chat.sync import is_known
from onrecord.errors import ArchiveError
from onrecord.settings import FolderSource, Settings, Source


@dataclass(frozen=True, slots=True)
class Finding:
    subject: str
    fine: bool
    says: str


async def look_at_archive(settings: Settings) -> Finding:
    path = settings.archive.path
    try:
        async with await Archive.open(path) as archive:
            counts = await archive.counts()
    except ArchiveError as error:
        return Finding("archive", fine=False, says=str(error))
    if not counts.stories:
        return Finding("archive", fine=False, says=f"{path} is empty; fill it with: onrecord load")
    if not os.access(path, os.W_OK):
        return Finding("archive", fine=False, says=f"{path} can be read and not written; allow it for refreshing.")
    return Finding("archive", fine=True, says=f"{path}: {counts.stories} stories, {counts.quotes} quotes")


def look_at_sources(sources: Sequence[Source]) -> list[Finding]:
    """Folders alone: a look at the web is what refreshing does."""
    if not sources:
        return [Finding("sources", fine=False, says="there are none; add [[sources]] to the configuration.")]
    return [_source(source) for source in sources]


def _source(source: Source) -> Finding:
    if not isinstance(source, FolderSource):
        return Finding("source", fine=True, says=f"{source.kind} {source.link} (onrecord load tries it)")
    if not source.path.is_dir():
        return Finding("source", fine=False, says=f"there is no folder {source.path}; correct it or make it.")
    if not os.access(source.path, os.R_OK | os.X_OK):
        return Finding("source", fine=False, says=f"the folder {source.path} cannot be read; allow it.")
    if not any(source.path.iterdir()):
        return Finding("source", fine=False, says=f"the folder {source.path} is empty; put stories into it.")
    return Finding("source", fine=True, says=f"folder {source.path}")


async def look_at_discord(bot: discord.Client, tree: app_commands.CommandTree[Any]) -> list[Finding]:
    """For a bot that is logged in and has its commands. Raises `discord.HTTPException`."""
    application = await bot.application_info()
    findings = [Finding("token", fine=True, says=f"it is that of {application.name}")]
    if await is_known(bot, tree):
        findings.append(Finding("commands", fine=True, says="Discord has them"))
    else:
        says = "Discord has others; register them with: onrecord sync (or start the bot)"
        findings.append(Finding("commands", fine=False, says=says))
    invitation = discord.utils.oauth_url(application.id, scopes=("bot", "applications.commands"))
    servers = application.approximate_guild_count
    if not servers:
        says = f"the bot is on no server; a server's manager invites it with {invitation}"
        findings.append(Finding("permissions", fine=False, says=says))
    else:
        says = f"on {servers} servers; it needs none but to use commands. Another server: {invitation}"
        findings.append(Finding("permissions", fine=True, says=says))
    return findings
