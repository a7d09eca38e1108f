"""onrecord as a bot of its own."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from onrecord.chat.doctor import Finding, look_at_archive, look_at_discord, look_at_sources
from onrecord.chat.replies import tell
from onrecord.chat.sync import sync_if_changed
from onrecord.errors import OnRecordError, SettingsError
from onrecord.language import say, speaking
from onrecord.plugin import install
from onrecord.settings import TOKEN, Settings

log = logging.getLogger("onrecord")


class Tree(app_commands.CommandTree["OnRecordBot"]):
    """What never reached a command of ours; those answer for themselves."""

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            log.warning("Discord knows this command differently: %s", error)
            if interaction.type is discord.InteractionType.autocomplete:
                return
            with speaking(interaction.locale.value):
                await tell(interaction, say("This command is being changed. Please try again in a minute."))
        else:
            await super().on_error(interaction, error)


class OnRecordBot(commands.AutoShardedBot):
    """Slash commands need no intent: an interaction brings along what there is to know about it."""

    def __init__(self, settings: Settings, *, registers: bool = True) -> None:
        """`registers`: tells Discord of its commands when they have changed."""
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.settings = settings
        self._registers = registers

    async def setup_hook(self) -> None:
        await install(self, self.settings)
        # Whatever thread waits for its turn gets it sooner: a lookup takes many turns.
        sys.setswitchinterval(0.0003)
        # What is loaded by now stays: to look through it for cycles, again and again, would hold up the answers.
        gc.collect()
        gc.freeze()
        if not self._registers:
            return
        try:
            changed = await sync_if_changed(self, self.tree)
        except (discord.HTTPException, app_commands.AppCommandError) as error:
            log.warning("Discord did not take the commands, and shows those it had: %s. Try: onrecord sync", error)
        else:
            log.info("The commands are %s", "new, and registered" if changed else "registered already")

    async def on_ready(self) -> None:
        log.info("Ready as %s, on %d shard(s)", self.user, self.shard_count or 1)


def run(settings: Settings) -> None:
    """Until SIGINT or SIGTERM. Raises `SettingsError` for a missing or wrong token, `OnRecordError` for the rest."""
    token = the_token(settings)
    discord.utils.setup_logging()
    for logger in ("discord.client", "discord.state"):
        logging.getLogger(logger).addFilter(_is_news)
    asyncio.run(_serve(settings, token))


def _is_news(record: logging.LogRecord) -> bool:
    """That there is no voice and that servers are unknown is intended here, and no warning."""
    message = record.getMessage()
    return "voice will NOT be supported" not in message and "Guilds intent seems to be disabled" not in message


async def sync(settings: Settings, guild: int | None = None) -> str:
    """Register the commands, changed or not, everywhere or (at once, to try them) on one server; says what was done."""
    async with logged_in(settings) as bot:
        where = discord.Object(guild) if guild else None
        if where:
            for command in [*bot.tree.get_commands(), *bot.tree.get_commands(type=discord.AppCommandType.message)]:
                # Discord has these for commands that are known everywhere, and refuses them for others.
                command.allowed_contexts = command.allowed_installs = None
            bot.tree.copy_global_to(guild=where)
        try:
            known = await bot.tree.sync(guild=where)
        except (discord.HTTPException, app_commands.AppCommandError) as error:
            raise OnRecordError(f"Discord did not take the commands: {error}") from error
    return f"{len(known)} commands registered {f'on server {guild}' if guild else 'everywhere'}."


async def doctor(settings: Settings) -> list[Finding]:
    """What is as it should be, and what is not, with what to do about it."""
    findings = [await look_at_archive(settings), *look_at_sources(settings.sources)]
    try:
        async with logged_in(settings) as bot:
            findings += await look_at_discord(bot, bot.tree)
    except (OnRecordError, discord.HTTPException) as error:
        findings.append(Finding("discord", fine=False, says=str(error)))
    return findings


def the_token(settings: Settings) -> str:
    if settings.discord.token is None:
        raise SettingsError(
            f"{TOKEN}: is not set; put the bot's token there (discord.com/developers/applications, your application, "
            "Bot, Reset Token)."
        )
    return settings.discord.token.get_secret_value()


@asynccontextmanager
async def logged_in(settings: Settings) -> AsyncGenerator[OnRecordBot]:
    """A bot that is known to Discord and has its commands, without being online."""
    token = the_token(settings)
    async with OnRecordBot(settings, registers=False) as bot:
        await _plainly(lambda: bot.login(token))
        yield bot


async def _serve(settings: Settings, token: str) -> None:
    bot = OnRecordBot(settings)
    stop = asyncio.Event()
    _on_signals(stop.set)
    async with bot:
        running = asyncio.create_task(_plainly(lambda: bot.start(token)))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait([running, stopping], return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if running.done():
            await running
            return
        log.info("Stopping; answers under way are finished first")
        await bot.close()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def _plainly(start: Callable[[], Any]) -> None:
    """What keeps a bot from being online, as a sentence."""
    try:
        await start()
    except discord.LoginFailure as error:
        raise SettingsError(f"{TOKEN}: Discord does not accept this token; reset it and try again.") from error
    except discord.PrivilegedIntentsRequired as error:
        raise OnRecordError(str(error)) from error
    except (OSError, discord.GatewayNotFound, discord.HTTPException) as error:
        raise OnRecordError(f"Discord cannot be reached: {error}") from error


def _on_signals(stop: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for one in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(one, stop)
        except NotImplementedError:  # Windows
            signal.signal(one, lambda number, frame: loop.call_soon_threadsafe(stop) and None)
