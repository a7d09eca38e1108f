"""Our commands in a bot's tree, beside those of its own: added, or refused with what to do about it, and taken out."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, TypeAlias

import discord
from discord import app_commands

from onrecord.errors import SettingsError

log = logging.getLogger("onrecord")

Slash: TypeAlias = app_commands.Command[Any, ..., Any] | app_commands.Group


class Registration:
    """What of ours the tree has."""

    def __init__(self, tree: app_commands.CommandTree[Any]) -> None:
        self._tree = tree
        self._added: list[Slash | app_commands.ContextMenu] = []

    def add_commands(self, commands: Sequence[Slash], group: str | None) -> None:
        """`group`: the one that holds them, if any. Raises `SettingsError` when a name or the room is taken."""
        for command in commands:
            if self._tree.get_command(command.name) is not None:
                raise SettingsError(_clash(command.name, group))
            try:
                self._tree.add_command(command)
            except app_commands.CommandAlreadyRegistered:  # in Red, one that waits to be enabled
                raise SettingsError(_clash(command.name, group)) from None
            except app_commands.CommandLimitReached:
                raise SettingsError(_no_room(group)) from None
            self._added.append(command)

    def add_menus(self, menus: Sequence[app_commands.ContextMenu]) -> None:
        """Those that there is room for."""
        for menu in menus:
            try:
                self._tree.add_command(menu)
            except (app_commands.CommandAlreadyRegistered, app_commands.CommandLimitReached) as error:
                log.warning("“%s” is left out of the message menu: %s", menu.name, error)
                continue
            self._added.append(menu)

    def remove_all(self) -> None:
        """Twice is harmless."""
        for command in self._added:
            kind = discord.AppCommandType.chat_input
            if isinstance(command, app_commands.ContextMenu):
                kind = command.type
            # Not asked for first: Red shows only those that its owner has enabled.
            removed = self._tree.remove_command(command.name, type=kind)
            if removed is not None and removed is not command:
                self._tree.add_command(removed)
        self._added.clear()


def _clash(name: str, group: str | None) -> str:
    if group:
        return f"This bot already has a command /{group}. Give onrecord another name in discord.group."
    return (
        f'This bot already has a command /{name}. Set discord.group = "news" in the configuration of onrecord, '
        f"and its commands become /news {name} and so on."
    )


def _no_room(group: str | None) -> str:
    if group:
        return "This bot has as many commands as Discord allows; onrecord needs room for one more."
    return (
        'This bot has almost as many commands as Discord allows. Set discord.group = "news" in the configuration of '
        "onrecord, and all of its commands take the room of one."
    )
