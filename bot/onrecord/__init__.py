"""onrecord: a community's news coverage, kept on record and cited.

In a discord.py bot: `await bot.load_extension("onrecord")`, or `await onrecord.install(bot, settings)`.
"""
# ruff: noqa: PLC0415  importing the package must not import discord.py

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from discord.ext import commands

    from onrecord.settings import Settings


def setup(bot: commands.Bot | commands.AutoShardedBot) -> Coroutine[Any, Any, None]:
    """What `bot.load_extension("onrecord")` calls, and awaits: not async, so that a library that does not hears why."""
    from onrecord import plugin

    return plugin.setup(bot)


async def install(bot: commands.Bot | commands.AutoShardedBot, config: Settings | None = None) -> None:
    """Add onrecord to a bot with a configuration of the bot's own; `onrecord.plugin.install` says more."""
    from onrecord import plugin

    await plugin.install(bot, config)
