"""Commands that bring their translations along.

discord.py asks the translator of the tree for them, which is the host's; so they are written into what is sent. What a
host's translator has to say of them goes before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, TypeVar

from discord import app_commands

from onrecord.language import everywhere

Payload: TypeAlias = dict[str, Any]
Tree: TypeAlias = app_commands.CommandTree[Any]
C = TypeVar("C", bound=type[Any])

_NAMES, _DESCRIPTIONS = "name_localizations", "description_localizations"


def _bringing(words: Callable[[Payload, Tree, bool], Payload]) -> Callable[[C], C]:
    """A class whose commands add `words` to what discord.py makes of them; they are told whether one stands alone."""

    def change(kind: C) -> C:
        plain, translated = kind.to_dict, kind.get_translated_payload

        def to_dict(self: Any, tree: Tree) -> Payload:
            return words(plain(self, tree), tree, _is_top(self))

        async def get_translated_payload(self: Any, tree: Tree, translator: app_commands.Translator) -> Payload:
            return words(await translated(self, tree, translator), tree, _is_top(self))

        kind.to_dict, kind.get_translated_payload = to_dict, get_translated_payload
        return kind

    return change


def _is_top(command: Any) -> bool:
    return getattr(command, "parent", None) is None


def _with_all(payload: Payload, tree: Tree, top: bool) -> Payload:
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


def _described(payload: Payload, *_: object) -> Payload:
    return {**payload, _DESCRIPTIONS: everywhere(payload["description"]) | (payload.get(_DESCRIPTIONS) or {})}


def _titled(payload: Payload, *_: object) -> Payload:
    """The name of a menu entry is a text with capitals and spaces."""
    return {**payload, _NAMES: everywhere(payload["name"]) | (payload.get(_NAMES) or {})}


@_bringing(_with_all)
class LocalizedCommand(app_commands.Command[Any, ..., None]):
    pass


@_bringing(_described)
class LocalizedGroup(app_commands.Group):
    """Its own name is its owner's choice, and stays."""


@_bringing(_with_all)
class LocalizedSection(app_commands.Group):
    """A group whose name is ours, and is translated as those of its commands are."""


@_bringing(_titled)
class LocalizedMenu(app_commands.ContextMenu):
    pass
