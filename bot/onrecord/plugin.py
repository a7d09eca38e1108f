"""onrecord as a guest in any discord.py bot: `load_extension("onrecord")`, or `install` with a configuration."""

from __future__ import annotations

from discord.ext import commands

from onrecord.chat.cog import OnRecord
from onrecord.settings import Settings, load_settings


async def setup(bot: commands.Bot | commands.AutoShardedBot) -> None:
    """With the configuration that `onrecord` itself would use: `config.toml` in the working folder, else defaults."""
    await install(bot)


async def install(bot: commands.Bot | commands.AutoShardedBot, config: Settings | None = None) -> None:
    """Add onrecord's commands to the bot; its owner syncs them. Unload with `bot.remove_cog("OnRecord")`.

    Raises `OnRecordError`, and leaves the bot as it was, when the configuration, the archive or the name of a command
    cannot be used; its text says what to do.
    """
    await bot.add_cog(OnRecord(bot, config or load_settings()))
