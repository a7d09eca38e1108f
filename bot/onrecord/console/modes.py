"""The commands without Discord: one, many from standard input, or a prompt with completion."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text

from onrecord.console.completion import completer
from onrecord.console.output import render, save_files, show
from onrecord.console.session import DESK, session
from onrecord.language import say
from onrecord.settings import Settings

_LEAVE = frozenset(("quit", "exit"))


async def one(settings: Settings, line: str, desk: str = DESK, *, as_json: bool, moderator: bool) -> None:
    async with session(settings, desk, moderator=moderator) as asked:
        show(await asked.say(line), as_json=as_json)


async def many(settings: Settings, desk: str = DESK, *, as_json: bool, moderator: bool) -> None:
    """A line in, an answer out, at once: the program at the other end may be waiting for it."""
    async with session(settings, desk, moderator=moderator) as asked:
        for line in sys.stdin:
            show(await asked.say(line), as_json=as_json)


async def prompt(settings: Settings, desk: str = DESK, *, moderator: bool) -> None:
    """Commands typed at a prompt, until `quit` or the end of input."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415  a tenth of a second, for those who type
    from prompt_toolkit.patch_stdout import patch_stdout  # noqa: PLC0415

    console = Console(highlight=False)
    async with session(settings, desk, moderator=moderator) as asked:
        counts = await (await asked.view()).counts()
        welcome = say(
            "{stories} stories, {quotes} quotes on record. Slash commands as in Discord; Tab completes, /help lists"
            " them, /quit leaves. Start with /stories.",
            stories=counts.stories,
            quotes=counts.quotes,
        )
        console.print(Text(welcome, "dim"))
        typed: PromptSession[str] = PromptSession("› ", completer=completer(asked), complete_while_typing=True)
        while True:
            try:
                with patch_stdout():
                    line = await typed.prompt_async()
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            word = line.strip().removeprefix("/").lower()
            if word in _LEAVE:
                return
            if line.strip():
                shown = await asked.say(line)
                console.print(render(shown))
                save_files(shown)
