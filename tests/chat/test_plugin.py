"""onrecord as a guest: it loads with one line, keeps to itself, and leaves nothing behind."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from discord import app_commands
from discord.ext import commands
from staging import Host, Staged
from test_members import ASKED, cited, press, reply
from within import shown

import onrecord
from onrecord.answers import COMMANDS
from onrecord.chat.commands import CHECK_THIS, FIND_COVERAGE
from onrecord.errors import ArchiveError, OnRecordError
from onrecord.settings import ArchiveSettings, DiscordSettings, Settings

SLASH, MENU = discord.AppCommandType.chat_input, discord.AppCommandType.message


def command(name: str) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("the host's own")

    return app_commands.Command(name=name, description="The host's own", callback=callback)


def names(bot: commands.Bot) -> set[str]:
    return {one.name for kind in (SLASH, MENU) for one in bot.tree.get_commands(type=kind)}


def settings_over(archive: Path, **chat: Any) -> Settings:
    return Settings(archive=ArchiveSettings(path=archive), discord=DiscordSettings.model_validate(chat))


async def test_what_discord_is_told_of_each_command(staged: Staged) -> None:
    async with staged() as stage:
        registered = {one["name"]: one for one in stage.env.backend.commands[None].values()}
        assert registered.keys() == {*COMMANDS, CHECK_THIS, FIND_COVERAGE, "coverage"}
        del registered["coverage"]
        for one in registered.values():
            assert one["contexts"] == [0, 1, 2], "servers, direct messages and groups"
            assert one["integration_types"] == [0, 1], "installed on a server and by a member"
        for name, asked in COMMANDS.items():
            options = {option["name"]: option for option in registered[name].get("options", [])}
            assert options.keys() == {option.name for option in asked.options}
            for option in asked.options:
                told = options[option.name]
                assert told["description"] == option.description
                assert bool(told.get("required")) == option.required
                assert bool(told.get("autocomplete")) == bool(option.completes)
                assert (told["min_length"], told["max_length"]) == (1, option.longest)


async def test_a_group_puts_all_commands_under_one_name(staged: Staged) -> None:
    async with staged(group="news") as stage:
        assert names(stage.bot) == {"news", CHECK_THIS, FIND_COVERAGE}
        for name, options in ASKED.items():
            message = reply(await stage.ada.slash(stage.channel, f"news {name}", **options))
            assert cited(message)
        assert await stage.ada.autocomplete(stage.channel, "news who", "name", "hallwar")


async def test_in_a_group_commands_are_told_with_its_name(staged: Staged) -> None:
    async with staged(group="news") as stage:
        empty = reply(await stage.ada.slash(stage.channel, "news who", name="?!"))
        assert "/news who name:…" in shown(empty.components)
        message = reply(await stage.ada.slash(stage.channel, "news quotes", speaker="gordon levit"))
        told = reply(await press(stage.bob, message, "▶"))
        assert "Ask for yourself with /news quotes." in shown(told.components)


async def test_a_clash_of_names_is_a_sentence_with_the_way_out(sample_archive: Path) -> None:
    bot = Host()
    bot.tree.add_command(command("who"))
    with pytest.raises(OnRecordError, match=r'/who.*discord\.group = "news".*/news who'):
        await onrecord.install(bot, settings_over(sample_archive))
    assert names(bot) == {"who"}
    assert not bot.cogs
    await onrecord.install(bot, settings_over(sample_archive, group="news"))
    assert names(bot) == {"who", "news", CHECK_THIS, FIND_COVERAGE}
    await bot.remove_cog("OnRecord")
    assert names(bot) == {"who"}
    bot.tree.add_command(command("news"))
    with pytest.raises(OnRecordError, match=r"/news.*another name"):
        await onrecord.install(bot, settings_over(sample_archive, group="news"))
    await bot.close()


class Waiting(app_commands.CommandTree[Any]):
    """As in Red: commands wait, and are not to be seen, until the bot's owner enables them."""

    def __init__(self, client: Any) -> None:
        super().__init__(client)
        self.waiting: dict[tuple[str, discord.AppCommandType], Any] = {}

    def add_command(self, command: Any, /, **_: Any) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        key = command.name, getattr(command, "type", SLASH)
        if key in self.waiting:
            raise app_commands.CommandAlreadyRegistered(command.name, None)
        self.waiting[key] = command

    def remove_command(self, command: str, /, *, type: discord.AppCommandType = SLASH, **_: Any) -> Any:
        return self.waiting.pop((command, type), None)


class RedCog(commands.Cog):
    """The only kind that Red takes."""


class Red(commands.Bot):
    tree: Waiting  # pyright: ignore[reportIncompatibleMethodOverride]

    def __init__(self) -> None:
        super().__init__(command_prefix="!", intents=discord.Intents.none(), tree_cls=Waiting)

    async def add_cog(self, cog: commands.Cog, /, **_: Any) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        if not isinstance(cog, RedCog):
            raise RuntimeError("does not inherit from the commands.Cog base class")
        await super().add_cog(cog)


async def test_red_takes_it_and_loses_nothing(sample_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "redbot.core.commands", SimpleNamespace(Cog=RedCog))
    bot = Red()
    own = command("who")
    bot.tree.add_command(own)
    with pytest.raises(OnRecordError, match=r'/who.*discord\.group = "news"'):
        await onrecord.install(bot, settings_over(sample_archive))
    assert list(bot.tree.waiting.values()) == [own]
    for _ in range(2):
        await onrecord.install(bot, settings_over(sample_archive, group="news"))
        assert {name for name, _ in bot.tree.waiting} == {"who", "news", CHECK_THIS, FIND_COVERAGE}
        assert all(one.module.startswith("onrecord.") for one in bot.tree.waiting.values() if one is not own)
        cog = bot.get_cog("OnRecord")
        assert cog
        assert type(cog).__module__.startswith("onrecord."), "by this, the host finds what to unload"
        await bot.remove_cog("OnRecord")
        assert list(bot.tree.waiting.values()) == [own]
    await bot.close()


async def test_what_the_host_put_in_its_place_stays(sample_archive: Path) -> None:
    bot = Host()
    await onrecord.install(bot, settings_over(sample_archive))
    own = command("who")
    bot.tree.add_command(own, override=True)
    await bot.remove_cog("OnRecord")
    assert bot.tree.get_commands() == [own]
    await bot.close()


async def test_a_host_with_too_many_commands_is_told_the_way_out(sample_archive: Path) -> None:
    bot = Host()
    for n in range(97):
        bot.tree.add_command(command(f"own-{n}"))
    with pytest.raises(OnRecordError, match=r'discord\.group = "news"'):
        await onrecord.install(bot, settings_over(sample_archive))
    assert len(names(bot)) == 97
    await onrecord.install(bot, settings_over(sample_archive, group="news"))
    await bot.close()


async def test_menus_of_the_host_are_left_alone(sample_archive: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def callback(interaction: discord.Interaction, message: discord.Message) -> None:
        pass

    bot = Host()
    own = app_commands.ContextMenu(name=CHECK_THIS, callback=callback)
    bot.tree.add_command(own)
    await onrecord.install(bot, settings_over(sample_archive))
    assert CHECK_THIS in caplog.text
    assert bot.tree.get_command(FIND_COVERAGE, type=MENU)
    await bot.remove_cog("OnRecord")
    assert bot.tree.get_commands(type=MENU) == [own]
    await bot.close()


async def test_an_archive_that_cannot_be_opened_leaves_the_host_as_it_was(tmp_path: Path) -> None:
    broken = tmp_path / "archive.db"
    broken.write_bytes(b"this is no archive" * 1000)
    bot = Host()
    with pytest.raises(ArchiveError):
        await onrecord.install(bot, settings_over(broken))
    assert not names(bot)
    assert not bot.cogs
    await bot.close()


async def test_an_empty_archive_is_filled_while_the_host_goes_on(staged: Staged, tmp_path: Path) -> None:
    async def prepare(bot: Host, settings: Settings) -> None:
        await bot.install(settings_over(tmp_path / "new.db"))

    async with staged(prepare=prepare) as stage:
        result = await stage.ada.slash(stage.channel, "who", name="hallward")
        assert "Hallward" in shown(reply(result).components)


async def test_the_host_keeps_its_own_ways(staged: Staged) -> None:
    """Its error handler hears of its own failures only; its translator, intents and other commands stay."""
    heard: list[str] = []

    class Own(app_commands.Translator):
        async def translate(self, string: Any, locale: Any, context: Any) -> None:
            return None

    async def prepare(bot: Host, settings: Settings) -> None:
        async def on_error(interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
            heard.append(str(error))
            await interaction.response.send_message("the host is sorry")

        async def fails(interaction: discord.Interaction) -> None:
            raise ZeroDivisionError

        bot.tree.on_error = on_error
        await bot.tree.set_translator(Own())
        translator, intents = bot.tree.translator, bot.intents
        bot.tree.add_command(app_commands.Command(name="fails", description="d", callback=fails))
        bot.tree.add_command(command("own"))
        await bot.install(settings)
        assert bot.tree.translator is translator
        assert bot.tree.on_error is on_error
        assert bot.intents == intents

    async with staged(prepare=prepare) as stage:
        await stage.ada.slash(stage.channel, "who", name="nobody at all")
        await stage.ada.slash(stage.channel, "who", name="hallward")
        assert not heard
        failed = await stage.ada.slash(stage.channel, "fails")
        assert failed.response
        assert failed.response.content == "the host is sorry"
        assert len(heard) == 1
        own = await stage.ada.slash(stage.channel, "own")
        assert own.response
        assert own.response.content == "the host's own"


def script(*lines: str) -> str:
    return "\n".join(
        [
            "import asyncio, gc, os, sys, threading",
            "import discord",
            "from discord.ext import commands",
            "def threads(wait=0.0):  # those of asyncio's own pool stay with the loop",
            "    left = [one for one in threading.enumerate() if not one.name.startswith('asyncio')]",
            "    for one in left[1:]:",
            "        one.join(timeout=wait)",
            "    return sum(one.is_alive() for one in left)",
            "def bot():",
            "    return commands.Bot(command_prefix=commands.when_mentioned, intents=discord.Intents.none())",
            "async def main():",
            *(f"    {line}" for line in lines),
            "asyncio.run(main())",
            "print('ended')",
        ]
    )


Run = Callable[[str], str]


@pytest.fixture
def run(sample_archive: Path, tmp_path: Path) -> Run:
    """A host in a process of its own: loading an extension again loads its modules again."""

    def run(code: str) -> str:
        done = subprocess.run(
            [sys.executable, "-W", "error::ResourceWarning", "-c", code],
            cwd=tmp_path,
            env={
                "ONRECORD_ARCHIVE__PATH": str(sample_archive),
                "PYTHONPATH": str(Path(onrecord.__file__).parents[1]),
                "PYTHONASYNCIODEBUG": "1",
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert not re.search(r"Traceback|destroyed|never awaited|[Uu]nclosed", done.stderr), done.stderr
        return done.stdout

    return run


def test_it_loads_with_one_line_into_a_bare_bot(run: Run) -> None:
    out = run(
        script(
            "b = bot()",
            "await b.load_extension('onrecord')",
            "print(sorted(c.name for c in b.tree.get_commands()))",
            "await b.unload_extension('onrecord')",
            "print(b.tree.get_commands(), dict(b.cogs), threads(5))",
            "await b.close()",
        )
    )
    assert str(sorted({*COMMANDS, CHECK_THIS, FIND_COVERAGE, "coverage"})) in out
    assert "[] {} 1" in out
    assert out.strip().endswith("ended"), out


def test_a_host_of_another_library_is_told_at_once(run: Run) -> None:
    out = run(
        script(
            "del discord.ui.LayoutView",
            "import onrecord",
            "try:",
            "    onrecord.setup(bot())  # not awaited: some libraries would not",
            "except Exception as error:",
            "    print(type(error).__name__, error)",
        )
    )
    assert "OnRecordError onrecord needs discord.py 2.7 or newer" in out


def test_a_host_that_never_unloads_it_ends_all_the_same(run: Run) -> None:
    out = run(script("b = bot()", "await b.load_extension('onrecord')", "await b.close()"))
    assert out.strip().endswith("ended")


def test_many_times_in_and_out_leaks_nothing(run: Run) -> None:
    out = run(
        script(
            "b = bot()",
            "def held(wait=0.0):",
            "    gc.collect()",
            "    handles = len(os.listdir('/proc/self/fd')) if os.path.isdir('/proc/self/fd') else 0",
            "    return (threads(wait), len(asyncio.all_tasks()), handles, len(b.tree.get_commands()),",
            "            len(b.cogs), len(b.extensions), len(b.extra_events))",
            "before = held()",
            "await b.load_extension('onrecord')",
            "loaded = held()",
            "for n in range(3):",
            "    await b.reload_extension('onrecord')",
            "    assert held() == loaded, (held(), loaded)",
            "await b.unload_extension('onrecord')",
            "assert held(5) == before, (held(), before)",
            "import onrecord",
            "for n in range(25):",
            "    await onrecord.install(b)",
            "    assert len(b.tree.get_commands()) == loaded[3]",
            "    await b.remove_cog('OnRecord')",
            "assert held(5) == before, (held(), before)",
            "await b.close()",
        )
    )
    assert out.strip().endswith("ended")


def test_a_clash_when_loading_is_the_same_sentence(run: Run) -> None:
    out = run(
        script(
            "b = bot()",
            "@b.tree.command(name='who', description='d')",
            "async def who(interaction: discord.Interaction): ...",
            "try:",
            "    await b.load_extension('onrecord')",
            "except commands.ExtensionFailed as error:",
            "    print(error)",
            "print([c.name for c in b.tree.get_commands()], threads(5))",
            "await b.close()",
        )
    )
    assert 'Set discord.group = "news"' in out
    assert "['who'] 1" in out
