"""Telling Discord which commands there are, and only when that has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

import discord
from discord import app_commands
from discord.http import Route

Json: TypeAlias = Mapping[str, Any]

_SLASH = 1
_KINDS = {1, 2, 3}
"""Slash commands and menus; what else an application has on Discord is not ours to compare."""
_KEYS = (
    "name", "description", "type", "options", "required", "autocomplete", "min_length", "max_length", "choices", "nsfw",
    "default_member_permissions", "contexts", "integration_types", "name_localizations", "description_localizations",
)  # fmt: skip


async def sync_if_changed(bot: discord.Client, tree: app_commands.CommandTree[Any]) -> bool:
    """Whether there was anything to tell. Raises `discord.HTTPException`."""
    if await is_known(bot, tree):
        return False
    await tree.sync()
    return True


async def is_known(bot: discord.Client, tree: app_commands.CommandTree[Any]) -> bool:
    """Does Discord have these commands, in these words and languages?"""
    ours = [await _payload(tree, command) for command in tree.get_commands()]
    theirs = await _registered(bot)
    return _essence(ours) == _essence([command for command in theirs if command.get("type", _SLASH) in _KINDS])


async def _payload(tree: app_commands.CommandTree[Any], command: Any) -> Json:
    if tree.translator:
        return cast("Json", await command.get_translated_payload(tree, tree.translator))
    return cast("Json", command.to_dict(tree))


async def _registered(bot: discord.Client) -> Sequence[Json]:
    # `CommandTree.fetch_commands` would leave the translations out.
    route = Route("GET", "/applications/{application_id}/commands", application_id=bot.application_id)
    return cast("Sequence[Json]", await bot.http.request(route, params={"with_localizations": "true"}))


def _essence(commands: Sequence[Json]) -> list[Any]:
    return sorted((_plain(command) for command in commands), key=lambda one: (one.get("type", _SLASH), one["name"]))


def _plain(command: Json) -> dict[str, Any]:
    """Without what Discord adds, and without what is the same whether it is said or not."""
    kept = {key: command[key] for key in _KEYS if command.get(key)}
    kept["type"] = command.get("type", _SLASH)
    if "options" in kept:
        kept["options"] = [_plain(option) for option in kept["options"]]
    for key in ("contexts", "integration_types"):
        if key in kept:
            kept[key] = sorted(kept[key])
    return kept
