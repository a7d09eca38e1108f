"""Commands that bring their translations along.

discord.py asks the translator of the tree for them, which is the host's; so they are written into what is sent. What a
host's translator has to say of them goes before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from discord import app_commands

from onrecord.language import everywhere

_NAMES, _DESCRIPTIONS = "name_localizations", "description_localizations"


class LocalizedCommand(app_commands.Command[Any, ..., None]):
    def to_dict(self, tree: app_commands.CommandTree[Any]) -> dict[str, Any]:
        return _with_all(super().to_dict(tree), tree, top=self.parent is None)

    async def get_translated_payload(
        self, tree: app_commands.CommandTree[Any], translator: app_commands.Translator
    ) -> dict[str, Any]:
        payload = await super().get_translated_payload(tree, translator)
        return _with_all(payload, tree, top=self.parent is None)


class LocalizedGroup(app_commands.Group):
    """Its own name is its owner's choice, and stays."""

    def to_dict(self, tree: app_commands.CommandTree[Any]) -> dict[str, Any]:
        return _described(super().to_dict(tree))

    async def get_translated_payload(
        self, tree: app_commands.CommandTree[Any], translator: app_commands.Translator
    ) -> dict[str, Any]:
        return _described(await super().get_translated_payload(tree, translator))


class LocalizedSection(app_commands.Group):
    """A group whose name is ours, and is translated as those of its commands are."""

    def to_dict(self, tree: app_commands.CommandTree[Any]) -> dict[str, Any]:
        return _with_all(super().to_dict(tree), tree, top=self.parent is None)

    async def get_translated_payload(
        self, tree: app_commands.CommandTree[Any], translator: app_commands.Translator
    ) -> dict[str, Any]:
        payload = await super().get_translated_payload(tree, translator)
        return _with_all(payload, tree, top=self.parent is None)


class LocalizedMenu(app_commands.ContextMenu):
    def to_dict(self, tree: app_commands.CommandTree[Any]) -> dict[str, Any]:
        return _titled(super().to_dict(tree))

    async def get_translated_payload(
        self, tree: app_commands.CommandTree[Any], translator: app_commands.Translator
    ) -> dict[str, Any]:
        return _titled(await super().get_translated_payload(tree, translator))


def _with_all(payload: Mapping[str, Any], tree: app_commands.CommandTree[Any], *, top: bool) -> dict[str, Any]:
    """With the command's and its options' names and descriptions."""
    known = _known(payload)
    if top:
        # Another command of the host may have that name already; Discord would refuse them all.
        known[_NAMES] = {at: name for at, name in known[_NAMES].items() if tree.get_command(name) is None}
    options = [{**option, **_known(option)} for option in payload.get("options", ())]
    return {**payload, **known, "options": options}


def _known(payload: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    return {
        _NAMES: everywhere(payload["name"], name=True) | (payload.get(_NAMES) or {}),
        _DESCRIPTIONS: everywhere(payload["description"]) | (payload.get(_DESCRIPTIONS) or {}),
    }


def _described(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {**payload, _DESCRIPTIONS: everywhere(payload["description"]) | (payload.get(_DESCRIPTIONS) or {})}


def _titled(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The name of a menu entry is a text with capitals and spaces."""
    return {**payload, _NAMES: everywhere(payload["name"]) | (payload.get(_NAMES) or {})}
