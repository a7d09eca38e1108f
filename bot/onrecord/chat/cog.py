"""onrecord inside a bot: the commands while it is loaded, and nothing once it is not."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeAlias

import discord
from discord import ui
from discord.ext import commands

from onrecord.answers import COMMANDS, answer, complete
from onrecord.answers.moderation import CHANGES, MODERATION
from onrecord.answers.notation import Request
from onrecord.archive import Coverage, Desks
from onrecord.chat.buttons import NAME, Press
from onrecord.chat.commands import grouped, message_menus, slash_commands
from onrecord.chat.coverage import Moderators, coverage_group
from onrecord.chat.layouts import Layouts
from onrecord.chat.limits import Cooldowns, Newest
from onrecord.chat.quoting import quotation_in, subject_of
from onrecord.chat.registration import Registration, Slash
from onrecord.chat.replies import Reply, deliver, share, tell
from onrecord.chat.requests import Pressed, reread
from onrecord.errors import OnRecordError
from onrecord.language import say, say_of, slash, speaking
from onrecord.refresh import Refresher, Schedule
from onrecord.settings import SHARED, Settings
from onrecord.stories import Answer

log = logging.getLogger("onrecord")

Interaction: TypeAlias = discord.Interaction[Any]
Bot: TypeAlias = commands.Bot | commands.AutoShardedBot

LAST_WORDS = 10.0
"""Seconds that replies in flight get when the cog is unloaded."""
_REMEMBERED = 1000
_FIRST_LOAD = 60.0
"""Seconds that a question waits for the very first coverage."""


class OnRecord(commands.Cog, name=NAME):
    """Who said what, and where it was first reported."""

    def __init__(self, bot: Bot, settings: Settings) -> None:
        self.bot = bot
        self.settings = settings
        self._refresher: Refresher | None = None
        self._moderators: Moderators | None = None
        self._cooldowns = Cooldowns(settings.discord.cooldown)
        self._newest = Newest()
        self._seen: OrderedDict[int, None] = OrderedDict()
        self._in_flight: set[asyncio.Task[Any]] = set()
        self._schedule: Schedule | None = None
        self._filling: asyncio.Task[None] | None = None
        self._registration = Registration(bot.tree)

    async def cog_load(self) -> None:
        """Raises `OnRecordError`, and leaves nothing behind, when the archive or a command's name cannot be had."""
        desks = await Desks.open(self.settings.archive.path)
        self._refresher = Refresher(desks, self.settings)
        self._moderators = Moderators(self._refresher, grouped=self.settings.discord.group is not None)
        try:
            self._registration.add_commands(self._commands(), self.settings.discord.group)
            self._registration.add_menus(message_menus(self._check_message, self._find_message))
            self.bot.add_dynamic_items(Press)
            if not (await desks.shared.counts()).stories:
                self._filling = asyncio.create_task(self._fill(self._refresher), name="onrecord-first-load")
            self._schedule = Schedule(self._refresher)
            self._schedule.start()
        except BaseException:
            await self.cog_unload()
            raise

    async def cog_unload(self) -> None:
        self.bot.remove_dynamic_items(Press)
        self._registration.remove_all()
        if self._filling:
            self._filling.cancel()
            await asyncio.gather(self._filling, return_exceptions=True)
        if self._schedule:
            await self._schedule.close()
        if self._refresher:
            await self._refresher.close()  # first, so that who waits for a refresh hears of it
        if flying := self._in_flight - {asyncio.current_task()}:
            await asyncio.wait(flying, timeout=LAST_WORDS)
        if self._refresher:
            await self._refresher.desks.close()

    def _commands(self) -> list[Slash]:
        asked = slash_commands(self._asked, self._typed)
        group = self.settings.discord.group
        if group is None:
            return [*asked, coverage_group(self._moderated, self._typed)]
        together = grouped(group, asked)
        coverage_group(self._moderated, self._typed, together)
        return [together]

    async def _fill(self, refresher: Refresher) -> None:
        try:
            sources = await refresher.sources(SHARED)
            report = await refresher.refresh(SHARED, "the first load", list(sources.values()), only=False)
        except Exception:
            log.exception("The coverage could not be loaded")
        else:
            log.info("Loaded the coverage: %d documents, %d skipped", report.new, len(report.skipped))
            for trouble in report.errors:
                log.warning("%s: %s", trouble.source, trouble.reason)

    async def _answer(self, interaction: Interaction, request: Request) -> Answer:
        assert self._refresher
        if self._filling and not self._filling.done():
            await asyncio.wait([self._filling], timeout=_FIRST_LOAD)
        return await answer(await self._view(interaction), request.command, request.options)

    async def _view(self, interaction: Interaction) -> Coverage:
        """What the community sees from which somebody asks."""
        assert self._refresher
        return await self._refresher.desks.view(str(interaction.guild_id) if interaction.guild_id else None)

    async def _asked(self, interaction: Interaction, request: Request) -> None:
        private = request.command in self.settings.discord.private
        await self._once(interaction, lambda: self._reply(interaction, request, private=private))

    async def _check_message(self, interaction: Interaction, message: discord.Message) -> None:
        quote = quotation_in(message.content, COMMANDS["check"].options[0].longest)
        await self._about(interaction, Request("check", {"quote": quote}))

    async def _find_message(self, interaction: Interaction, message: discord.Message) -> None:
        subject = subject_of(message.content, COMMANDS["stories"].options[0].longest)
        await self._about(interaction, Request("stories", {"search": subject}))

    async def _about(self, interaction: Interaction, request: Request) -> None:
        """What is said about somebody else's message is private until the one who asked shares it."""

        async def reply() -> None:
            if not any(value.strip() for value in request.options.values()):
                await tell(interaction, say("There are no words in that message."))
            else:
                await self._reply(interaction, request, private=True)

        await self._once(interaction, reply)

    async def _once(self, interaction: Interaction, reply: Callable[[], Awaitable[None]]) -> None:
        """Discord may deliver one interaction twice; and a member may ask too often."""
        if self._is_repeated(interaction):
            return
        with self._flying(), self._speaking(interaction):
            if wait := self._cooldowns.ask(interaction.user.id):
                sentence = say_of(
                    int(wait) + 1,
                    "One moment, please: you can ask again in a second.",
                    "One moment, please: you can ask again in {n} seconds.",
                )
                await tell(interaction, sentence)
            else:
                await reply()

    async def _reply(self, interaction: Interaction, request: Request, *, private: bool) -> None:
        async def made() -> Reply:
            shown = await self._answer(interaction, request)
            hidden = private or shown.private or not shown.found
            view = Layouts(shown, request, interaction.user.id).page(0, share=hidden and shown.found)
            return Reply(view, hidden)

        await deliver(interaction, made(), private=private)

    async def _typed(self, interaction: Interaction, command: str, option: str, typed: str) -> list[str]:
        """Values to choose from; whoever types is not told of a failure, the log is."""
        try:
            return await self._newest.of(interaction.user.id, self._completed(interaction, command, option, typed))
        except OnRecordError as error:
            log.warning("Completion of %s for /%s failed: %s", option, command, error)
        except Exception:
            log.exception("Completion of %s for /%s failed", option, command)
        return []

    async def _completed(self, interaction: Interaction, command: str, option: str, typed: str) -> list[str]:
        if self._refresher is None or self._moderators is None:
            return []  # unloaded, or not loaded yet
        if command in MODERATION:
            return await self._moderators.completed(interaction, command, option, typed)
        return await complete(await self._view(interaction), command, option, typed)

    async def _moderated(
        self, interaction: Interaction, request: Request, attachment: discord.Attachment | None = None
    ) -> None:
        async def reply() -> None:
            assert self._moderators
            await deliver(interaction, self._moderators.reply(interaction, request, attachment), private=True)

        await self._once(interaction, reply)

    async def press(self, interaction: Interaction, press: Pressed, message: ui.LayoutView | None) -> None:
        """A button under an answer: it is for whoever asked, and changes that answer."""
        request = press.request or _printed_in(message)
        if self._is_repeated(interaction):
            return
        with self._flying(), self._speaking(interaction):
            if interaction.user.id != press.asker:
                command = slash(request.command if request else "ask")
                await tell(
                    interaction,
                    say("Only who asked can use these buttons. Ask for yourself with {command}.", command=command),
                )
            elif press.kind == "share":
                await share(interaction, message)
            elif request is None:
                await tell(interaction, say("This button is from an older version. Please ask again."))
            else:
                await self._turn(interaction, press, request)

    async def _turn(self, interaction: Interaction, press: Pressed, request: Request) -> None:
        if request.command in MODERATION:
            await self._turn_at_desk(interaction, press, request)
            return
        private = interaction.message is not None and interaction.message.flags.ephemeral

        async def made() -> Reply:
            shown = await self._answer(interaction, request)
            view = Layouts(shown, request, press.asker).page(press.page, share=private and shown.found)
            return Reply(view, shown.private or not shown.found)

        await deliver(interaction, made(), edits=True)

    async def _turn_at_desk(self, interaction: Interaction, press: Pressed, request: Request) -> None:
        """A further page takes the place of the one before; what is done anew is told beside it."""
        assert self._moderators
        leads = press.kind == "lead"
        if not leads and request.command in CHANGES:  # a page is not worth doing it twice
            await tell(interaction, say("This button is from an older version. Please ask again."))
            return
        coming = self._moderators.reply(interaction, request, None, press.page, turns=not leads)
        await deliver(interaction, coming, private=leads, edits=not leads)

    def _is_repeated(self, interaction: Interaction) -> bool:
        if interaction.id in self._seen:
            return True
        self._seen[interaction.id] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        return False

    def _speaking(self, interaction: Interaction) -> AbstractContextManager[None]:
        return speaking(interaction.locale.value, self.settings.discord.group)

    @contextmanager
    def _flying(self) -> Generator[None]:
        task = asyncio.current_task()
        assert task
        self._in_flight.add(task)
        try:
            yield
        finally:
            self._in_flight.discard(task)


def _printed_in(message: ui.LayoutView | None) -> Request | None:
    texts = (item.content for item in message.walk_children() if isinstance(item, ui.TextDisplay)) if message else ()
    return next(filter(None, map(reread, texts)), None)
