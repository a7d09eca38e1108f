"""A simulated Discord with two members, and a bot that has onrecord as its guest."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import TypeAlias

import discord
import simcord
from discord.ext import commands
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

import onrecord
from onrecord.settings import Settings


@dataclass
class Stage:
    env: simcord.Env
    bot: commands.Bot
    channel: ChannelHandle
    ada: MemberActor
    bob: MemberActor


Staged: TypeAlias = Callable[..., AbstractAsyncContextManager[Stage]]


class Host(commands.Bot):
    """A bot that knows nothing of onrecord."""

    def __init__(self) -> None:
        super().__init__(command_prefix=commands.when_mentioned, intents=discord.Intents.none())

    async def install(self, settings: Settings) -> None:
        await onrecord.install(self, settings)
        await self.tree.sync()
