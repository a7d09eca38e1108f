"""The buttons under an answer. They live in their `custom_id` alone, and so outlive a restart."""

from __future__ import annotations

import re
from typing import Any, Protocol, Self

import discord
from discord import ui

from onrecord.answers.notation import Request
from onrecord.chat.requests import TEMPLATE, Kind, Pressed, custom_id, pressed

NAME = "OnRecord"
"""Under which a button finds the cog that answers it."""


class TakesPresses(Protocol):
    async def press(self, interaction: discord.Interaction, press: Pressed, message: ui.LayoutView | None) -> None: ...


class Press(ui.DynamicItem[ui.Button[Any]], template=TEMPLATE):
    def __init__(self, button: ui.Button[Any], press: Pressed) -> None:
        super().__init__(button)
        self.press = press

    @classmethod
    def new(
        cls,
        kind: Kind,
        label: str,
        asker: int,
        page: int = 0,
        request: Request | None = None,
        *,
        disabled: bool = False,
    ) -> Self:
        page = max(page, 0)
        style = discord.ButtonStyle.primary if kind == "share" else discord.ButtonStyle.secondary
        id = custom_id(kind, asker, page, request)
        return cls(
            ui.Button(label=label, style=style, custom_id=id, disabled=disabled), Pressed(kind, asker, page, request)
        )

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Button)
        return cls(item, pressed(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        cog: TakesPresses | None = interaction.client.get_cog(NAME)
        if cog is not None:
            await cog.press(interaction, self.press, self.view if isinstance(self.view, ui.LayoutView) else None)
