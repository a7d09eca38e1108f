"""onrecord in a simulated Discord, over the sample coverage."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest
import simcord
from staging import Host, Stage, Staged

from onrecord.settings import ArchiveSettings, DiscordSettings, Settings


@pytest.fixture(autouse=True)
def looked_at_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """simcord looks every 50 ms whether the bot is done; an answer takes five, and there are hundreds."""
    settle = simcord.Env._settle_internal  # pyright: ignore[reportPrivateUsage]
    monkeypatch.setattr(simcord.Env, "_settle_internal", partialmethod(settle, idle=0.002))


@pytest.fixture
def staged(sample_archive: Path) -> Staged:
    """`async with staged(cooldown=0) as stage`: keys of `discord` in the settings; `host` for a bot of one's own."""

    @asynccontextmanager
    async def stage(
        host: Host | None = None,
        prepare: Callable[[Host, Settings], Awaitable[None]] | None = None,
        options: dict[str, Any] | None = None,
        **chat: Any,
    ) -> AsyncGenerator[Stage]:
        bot = host or Host()
        settings = Settings(archive=ArchiveSettings(path=sample_archive), discord=DiscordSettings.model_validate(chat))
        async with simcord.run(bot, **(options or {})) as env:
            await (prepare(bot, settings) if prepare else bot.install(settings))
            guild = env.create_guild()
            channel = guild.create_text_channel("news")
            ada = guild.add_member(env.create_user("ada"))
            bob = guild.add_member(env.create_user("bob"))
            yield Stage(env, bot, channel, ada, bob)
            await bot.close()

    return stage
