"""The commands without Discord: one, many from standard input, or an evening of them with completion."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.text import Text

from onrecord.answers import COMMANDS, answer, complete, usage
from onrecord.answers.compose import LISTED, provenance, quotation, sources
from onrecord.answers.notation import parse, places
from onrecord.archive import Archive
from onrecord.settings import Settings
from onrecord.stories import Answer

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document

    from onrecord.refresh import Progress, Report

_OPTIONS = {name: [option.name for option in command.options] for name, command in COMMANDS.items()}
_WELCOME = "Slash commands as in Discord; Tab completes, /help lists them, /quit leaves. Start with /stories."
_HELP = frozenset(("help", "?"))
_LEAVE = frozenset(("quit", "exit"))


@asynccontextmanager
async def coverage(settings: Settings) -> AsyncGenerator[Archive, None]:
    """The archive, filled from the configured sources when nothing is in it yet."""
    async with await Archive.open(settings.archive.path) as archive:
        if not (await archive.counts()).stories:
            await load(archive, settings)
        yield archive


async def load(archive: Archive, settings: Settings) -> Report:
    """Refresh all sources, with a bar on standard error where that is a terminal."""
    from onrecord.refresh import refresh  # noqa: PLC0415  brings the HTML readers in: half a second that most answers do not need

    web = None
    if settings.web.open:
        from onrecord.sources.web import Web  # noqa: PLC0415  brings the HTTP client in

        web = Web(settings.web.open)
    console = Console(stderr=True)
    if not console.is_terminal:
        return await refresh(archive, settings.sources, web=web)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Reading the coverage", total=None)

        def moved(progress: Progress) -> None:
            bar.update(task, description=progress.source, completed=progress.seen)

        return await refresh(archive, settings.sources, moved, web)


async def one(settings: Settings, line: str, *, as_json: bool, moderator: bool) -> None:
    async with coverage(settings) as archive:
        _show(await say(archive, line, moderator=moderator), as_json=as_json)


async def many(settings: Settings, *, as_json: bool, moderator: bool) -> None:
    """A line in, an answer out, at once: the program at the other end may be waiting for it."""
    async with coverage(settings) as archive:
        for line in sys.stdin:
            _show(await say(archive, line, moderator=moderator), as_json=as_json)


async def say(archive: Archive, line: str, *, moderator: bool = False) -> Answer:
    request = parse(line, _OPTIONS)
    return await answer(archive, request.command, request.options, moderator=moderator)


async def evening(settings: Settings, *, moderator: bool) -> None:
    """Commands typed at a prompt, until `quit` or the end of input."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415  a tenth of a second, for those who type
    from prompt_toolkit.patch_stdout import patch_stdout  # noqa: PLC0415

    console = Console(highlight=False)
    async with coverage(settings) as archive:
        counts = await archive.counts()
        console.print(Text(f"{counts.stories} stories, {counts.quotes} quotes on record. {_WELCOME}", "dim"))
        session: PromptSession[str] = PromptSession("› ", completer=_completer(archive), complete_while_typing=True)
        while True:
            try:
                with patch_stdout():
                    line = await session.prompt_async()
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            word = line.strip().removeprefix("/").lower()
            if word in _LEAVE:
                return
            if word in _HELP:
                console.print(_help(moderator=moderator))
            elif line.strip():
                console.print(render(await say(archive, line, moderator=moderator)))


def _help(*, moderator: bool) -> Text:
    text = Text()
    for command in COMMANDS.values():
        if moderator or not command.moderators:
            text.append(f"{usage(command)}\n", "magenta").append(f"  {command.description}\n")
    return text.append("/quit\n", "magenta").append("  Leave; so does Ctrl-D\n")


def _show(shown: Answer, *, as_json: bool) -> None:
    if as_json:
        print(shown.model_dump_json(), flush=True)
    elif sys.stdout.isatty():
        Console(highlight=False).print(render(shown))
    else:
        print(printable(shown.text), end="\n\n", flush=True)


def printable(text: str) -> str:
    """Without what a terminal would obey: a story may hold any character."""
    return "".join(c for c in text if c == "\n" or c.isprintable())


def render(shown: Answer) -> Text:
    """`Answer.text` in colours."""
    marks = {citation.story: number for number, citation in sources(shown.citations)}
    text = Text()

    def add(words: str, style: str = "") -> None:
        text.append(printable(words), style)

    add(shown.heading, "bold" if shown.found else "bold yellow")
    previous: str | None = None
    for entry in shown.entries:
        add("\n" if entry.style in LISTED and not entry.lead else "\n\n")
        if entry.lead and entry.lead != previous:
            add(f"{entry.lead}\n", "cyan")
        if entry.style == "quote":
            add(quotation(entry), "italic green")
        else:
            add(f"• {entry.text}" if entry.style in LISTED else entry.text)
        if entry.citation is not None:
            add(f" [{marks[shown.citations[entry.citation].story]}]", "blue")
        if entry.note:
            add(f"\n({entry.note})", "dim")
        previous = entry.lead
    if shown.citations:
        add("\n\nSources", "bold")
    for number, citation in sources(shown.citations):
        add(f"\n[{number}] ", "blue")
        add(citation.title)
        add(f" — {provenance(citation)}", "dim")
    if shown.suggestions:
        add("\n\nTry:", "bold")
    for suggestion in shown.suggestions:
        add(f"\n  {suggestion}", "magenta")
    add("\n")
    return text


def _completer(archive: Archive) -> Completer:
    from prompt_toolkit.completion import Completer, Completion  # noqa: PLC0415

    class Commands(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> list[Completion]:
            return []

        async def get_completions_async(
            self, document: Document, complete_event: CompleteEvent
        ) -> AsyncGenerator[Completion, None]:
            for value, back, meta in await choices(archive, document.text_before_cursor):
                yield Completion(value, start_position=-back, display_meta=meta)

    return Commands()


async def choices(archive: Archive, typed: str) -> list[tuple[str, int, str]]:
    """What may come next: the text, how many typed characters it replaces, and what it is."""
    name, space, _ = typed.partition(" ")
    if not space:
        return [
            (f"/{command.name} ", len(typed), command.description)
            for command in COMMANDS.values()
            if command.name.startswith(typed.removeprefix("/").lower())
        ]
    command = COMMANDS.get(name.removeprefix("/").lower())
    if command is None:
        return []
    used = places(typed, _OPTIONS[command.name])
    word = typed.rpartition(" ")[2]
    found = [
        (f"{option.name}:", len(word), option.description)
        for option in command.options
        if option.name.startswith(word.lower()) and option.name not in {place.option for place in used}
    ]
    if used:
        value = typed[used[-1].value :]
        values = await complete(archive, command.name, used[-1].option, value)
        found = [(shown, len(value), "") for shown in values] + found
    return found
