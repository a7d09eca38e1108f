"""/coverage in Discord: who may use it, what comes with it, and how far a refresh is."""

from __future__ import annotations

import asyncio
import gzip
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from time import monotonic
from typing import Any, TypeAlias

import discord
from discord import app_commands, ui

from onrecord.answers import Command, Option
from onrecord.answers.moderation import FILE, GROUP, MODERATION, choices, is_completed, moderate, refused
from onrecord.answers.notation import Request
from onrecord.chat.buttons import Press
from onrecord.chat.commands import Fuzzy, Typed, Words, with_options
from onrecord.chat.layouts import ON_RECORD, Layouts
from onrecord.chat.localized import LocalizedCommand, LocalizedSection
from onrecord.chat.replies import Reply
from onrecord.chat.safety import safe
from onrecord.desk import LARGEST_FILE, Desk, UploadedFile, too_large
from onrecord.errors import SourceError
from onrecord.language import say
from onrecord.refresh import Progress, Refresher
from onrecord.stories import Answer, Attached

log = logging.getLogger("onrecord")

Interaction: TypeAlias = discord.Interaction[Any]
Moderated: TypeAlias = Callable[[Interaction, Request, discord.Attachment | None], Awaitable[None]]

BETWEEN_EDITS = 2.0
"""Seconds at least from one look of the progress bar to the next."""
_BAR = 12
_LARGE = 1_000_000
"""Bytes of a file that is worth packing."""
_ALLOWED_FOR = 20.0
"""Seconds for which Discord is not asked again whether somebody may."""
_MOST_REMEMBERED = 1000
_DEFAULT = discord.Permissions(manage_guild=True)


def coverage_group(moderated: Moderated, typed: Typed, parent: app_commands.Group | None = None) -> app_commands.Group:
    """`/coverage`; within `parent` it is `/news coverage`, and Discord takes no permissions of its own for it."""
    description = "Sources, refresh, removal: the moderators' desk"
    if parent is not None:
        group: app_commands.Group = LocalizedSection(name=GROUP, description=description, parent=parent)
    else:
        group = LocalizedSection(
            name=GROUP,
            description=description,
            default_permissions=_DEFAULT,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
    for command in MODERATION.values():
        group.add_command(_slash_command(command, moderated, typed))
    return group


def _slash_command(command: Command, moderated: Moderated, typed: Typed) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: Interaction, **values: Any) -> None:
        attachment = values.pop(FILE, None)
        options = {name: value for name, value in values.items() if value}
        if attachment is not None:
            options[FILE] = attachment.filename
        await moderated(interaction, Request(command.name, options), attachment)

    def taken(option: Option) -> Any:
        if option.name == FILE:
            return discord.Attachment | None
        return Fuzzy(command.name, option, typed) if is_completed(option) else Words(option)

    return LocalizedCommand(
        name=command.name.removeprefix(f"{GROUP} "),
        description=command.description,
        callback=with_options(callback, command.options, list(map(taken, command.options))),
    )


class Moderators:
    """Answers those who may, at the desk of their server."""

    def __init__(self, refresher: Refresher, *, grouped: bool) -> None:
        self._refresher = refresher
        self._grouped = grouped
        self._command: int | None = None
        """As Discord numbers `/coverage`; a button does not say it."""
        self._allowed: dict[tuple[int, int], tuple[float, bool]] = {}

    async def may(self, interaction: Interaction) -> bool:
        """Whoever may manage the server, and whom its integration settings allow the command by name or role."""
        if interaction.guild_id is None:
            return False
        if interaction.permissions.manage_guild:
            return True
        if self._grouped:  # the settings of a whole group say nothing about the moderators' part of it
            return False
        data: Any = interaction.data or {}
        self._command = int(data["id"]) if "id" in data else self._command
        who, now = (interaction.guild_id, interaction.user.id), monotonic()
        at, allowed = self._allowed.get(who, (0.0, False))
        if self._command is not None and now > at:
            allowed = await _is_allowed(interaction, self._command)
            if len(self._allowed) > _MOST_REMEMBERED:
                self._allowed.clear()
            self._allowed[who] = (now + _ALLOWED_FOR, allowed)
        return allowed

    async def reply(
        self,
        interaction: Interaction,
        request: Request,
        attachment: discord.Attachment | None,
        page: int = 0,
        *,
        turns: bool = False,
    ) -> Reply:
        """`turns`: it is a further page, and takes the place of the one before."""
        if not await self.may(interaction):
            return _reply(interaction, refused(request.command), request, 0, ())
        async with _progress_shown(interaction) as tell:
            shown = await moderate(self._desk(interaction, attachment, tell), request.command, request.options)
        files = tuple([await asyncio.to_thread(_packed, file) for file in shown.files])
        fitting = tuple(file for file in files if len(file[1]) <= interaction.filesize_limit)
        reply = _reply(interaction, shown, request, page, fitting, left_out=len(files) - len(fitting))
        return replace(reply, private=not turns)

    async def completed(self, interaction: Interaction, command: str, option: str, typed: str) -> list[str]:
        if not await self.may(interaction):
            return []
        return await choices(self._desk(interaction), command, option, typed)

    def _desk(
        self,
        interaction: Interaction,
        attachment: discord.Attachment | None = None,
        tell: Callable[[Progress], None] | None = None,
    ) -> Desk:
        async def opens(name: str) -> UploadedFile:
            if attachment is None:
                raise SourceError(say("No file came with the command."))
            if attachment.size > LARGEST_FILE:
                raise SourceError(too_large(name, attachment.size))
            try:
                return UploadedFile(name, await attachment.read())
            except discord.HTTPException as error:
                raise SourceError(say("Discord did not hand over the file. Please try again.")) from error

        by = f"{interaction.user.name} ({interaction.user.id})"
        return Desk(self._refresher, str(interaction.guild_id), by, opens=opens, tell=tell)


def _reply(
    interaction: Interaction,
    shown: Answer,
    request: Request,
    page: int,
    files: tuple[tuple[str, bytes], ...],
    left_out: int = 0,
) -> Reply:
    view = Layouts(shown, request, interaction.user.id).page(page)
    for name, _ in files:
        view.add_item(ui.File(f"attachment://{name}"))
    if left_out:
        view.add_item(ui.TextDisplay(f"-# {safe(say('A file is left out: it is larger than Discord takes.'))}"))
    view.stop()
    return Reply(view, private=True, files=files)


def _packed(file: Attached) -> tuple[str, bytes]:
    content = file.text.encode("utf-8", "replace")
    return (f"{file.name}.gz", gzip.compress(content)) if len(content) > _LARGE else (file.name, content)


async def _is_allowed(interaction: Interaction, command: int) -> bool:
    """Whether the server's settings allow this very command to the member or one of their roles."""
    member = interaction.user
    try:
        found: Any = await interaction.client.http.get_application_command_permissions(
            interaction.application_id, interaction.guild_id or 0, command
        )
    except discord.HTTPException:  # nobody has changed them
        return False
    stated = {(int(one["type"]), int(one["id"])): bool(one["permission"]) for one in found["permissions"]}
    if (2, member.id) in stated:
        return stated[2, member.id]
    # Not `Member.roles`: without a privilege to see servers, the bot knows its members' roles by number alone.
    roles: list[int] = list(getattr(member, "_roles", ()))
    named = [stated[1, role] for role in roles if role != interaction.guild_id and (1, role) in stated]
    return any(named) if named else stated.get((1, interaction.guild_id or 0), False)


@asynccontextmanager
async def _progress_shown(interaction: Interaction) -> AsyncGenerator[Callable[[Progress], None]]:
    """A bar in the reply, once the reply was announced, for as long as the block runs."""
    newest: list[Progress] = []

    async def show() -> None:
        while True:
            await asyncio.sleep(BETWEEN_EDITS)
            if newest and interaction.response.is_done():
                shown = newest.pop()
                try:
                    await interaction.edit_original_response(
                        view=progress_view(shown, interaction.user.id), allowed_mentions=discord.AllowedMentions.none()
                    )
                except Exception as error:  # Discord's, or of the connection: the next look may be sent, or the answer
                    log.debug("How far a refresh is was not shown: %s", error)

    def tell(progress: Progress) -> None:
        newest[:] = [progress]

    task = asyncio.create_task(show())
    try:
        yield tell
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def progress_view(progress: Progress, asker: int) -> ui.LayoutView:
    """How far a refresh is, and the button that stops it."""
    full = _BAR * progress.done // max(progress.sources, 1)
    lines = [
        f"`{'█' * full}{'░' * (_BAR - full)}`",
        safe(say("{done} of {sources} sources", done=progress.done, sources=progress.sources)),
        f"-# {safe(say('{source}: {seen} documents', source=progress.source[-200:], seen=progress.seen))}",
    ]
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay("\n".join(lines)), accent_colour=ON_RECORD))
    row: ui.ActionRow[Any] = ui.ActionRow()
    row.add_item(Press.new("lead", say("Stop"), asker, 0, Request(f"{GROUP} cancel", {})))
    view.add_item(row)
    view.stop()
    return view
