"""onrecord as a guest in any discord.py bot: `load_extension("onrecord")`, or `install` with a configuration."""

from __future__ import annotations

import logging
import sys

from discord.ext import commands

from onrecord.chat.buttons import NAME
from onrecord.chat.cog import OnRecord
from onrecord.settings import Settings, load_settings

log = logging.getLogger("onrecord")


async def setup(bot: commands.Bot | commands.AutoShardedBot) -> None:
    """With the configuration that `onrecord` itself would use: `config.toml` in the working folder, else defaults."""
    await install(bot)


async def install(bot: commands.Bot | commands.AutoShardedBot, config: Settings | None = None) -> None:
    """Add onrecord's commands to the bot; its owner syncs them. Unload with `bot.remove_cog("OnRecord")`.

    Raises `OnRecordError`, and leaves the bot as it was, when the configuration, the archive or the name of a command
    cannot be used; its text says what to do.
    """
    await bot.add_cog(_kind()(bot, config or load_settings(missing=log.warning)))


def _kind() -> type[OnRecord]:
    """Red-DiscordBot takes cogs of its own kind alone."""
    red = sys.modules.get("redbot.core.commands")
    if red is None:
        return OnRecord
    return type(OnRecord)(NAME, (OnRecord, red.Cog), {"__module__": __name__}, name=NAME)
