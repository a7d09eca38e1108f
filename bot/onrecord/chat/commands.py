"""One slash command for each command that can be asked, and the two on the menu of a message."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeAlias

import discord
from discord import app_commands

from onrecord.answers import COMMANDS, Command, Option
from onrecord.answers.notation import Request
from onrecord.chat.localized import LocalizedCommand, LocalizedGroup, LocalizedMenu

Interaction: TypeAlias = discord.Interaction[Any]
Asked: TypeAlias = Callable[[Interaction, Request], Awaitable[None]]
Typed: TypeAlias = Callable[[Interaction, str, str, str], Awaitable[list[str]]]
Pointed: TypeAlias = Callable[[Interaction, discord.Message], Awaitable[None]]

CHECK_THIS = "Check this quote"
FIND_COVERAGE = "Find coverage"

_EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
_ANYHOW = app_commands.AppInstallationType(guild=True, user=True)


class Words(app_commands.Transformer):
    """Any text, as it was typed: what is too long or empty is answered, not refused."""

    def __init__(self, option: Option) -> None:
        self.option = option

    @property
    def min_value(self) -> int:
        return 1

    @property
    def max_value(self) -> int:
        return self.option.longest

    async def transform(self, interaction: Interaction, value: Any, /) -> str:
        return str(value)


class Fuzzy(Words):
    """Text that is completed while it is typed; what was typed and never chosen is as good."""

    def __init__(self, command: str, option: Option, typed: Typed) -> None:
        super().__init__(option)
        self._command = command
        self._typed = typed

    async def autocomplete(  # pyright: ignore[reportIncompatibleMethodOverride]
        self, interaction: Interaction, value: str, /
    ) -> list[app_commands.Choice[str]]:
        values = await self._typed(interaction, self._command, self.option.name, str(value))
        return [app_commands.Choice(name=one, value=one) for one in values]


def slash_commands(asked: Asked, typed: Typed) -> list[app_commands.Command[Any, ..., None]]:
    """In the order of `COMMANDS`. `asked` answers them, `typed` gives the values to choose from."""
    return [_slash_command(command, asked, typed) for command in COMMANDS.values()]


def _slash_command(command: Command, asked: Asked, typed: Typed) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: Interaction, **values: str | None) -> None:
        await asked(interaction, Request(command.name, {name: value for name, value in values.items() if value}))

    takes = [Fuzzy(command.name, one, typed) if one.completes else Words(one) for one in command.options]
    return LocalizedCommand(
        name=command.name,
        description=command.description,
        callback=with_options(callback, command.options, takes),
        allowed_contexts=_EVERYWHERE,
        allowed_installs=_ANYHOW,
    )


def with_options(callback: Any, options: Sequence[Option], takes: Sequence[Any]) -> Any:
    """The callback of a command, as discord.py reads its options: from a signature. `takes`: what each is given as."""
    parameters = [inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    for option, kind in zip(options, takes, strict=True):
        default = inspect.Parameter.empty if option.required else None
        parameters.append(
            inspect.Parameter(option.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        )
    callback.__signature__ = inspect.Signature(parameters)
    return app_commands.describe(**{option.name: option.description for option in options})(callback)


def grouped(name: str, commands: list[app_commands.Command[Any, ..., None]]) -> app_commands.Group:
    """`/name summary` in place of `/summary`."""
    group = LocalizedGroup(
        name=name,
        description="The news coverage on record",
        allowed_contexts=_EVERYWHERE,
        allowed_installs=_ANYHOW,
    )
    for command in commands:
        group.add_command(command)
    return group


def message_menus(check: Pointed, find: Pointed) -> list[app_commands.ContextMenu]:
    return [_message_menu(CHECK_THIS, check), _message_menu(FIND_COVERAGE, find)]


def _message_menu(name: str, pointed: Pointed) -> app_commands.ContextMenu:
    async def callback(interaction: Interaction, message: discord.Message) -> None:
        await pointed(interaction, message)

    return LocalizedMenu(name=name, callback=callback, allowed_contexts=_EVERYWHERE, allowed_installs=_ANYHOW)
