"""The commands without Discord: one, many from standard input, or an evening of them with completion."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.text import Text

from onrecord.answers import COMMANDS, Command, answer, complete, usage
from onrecord.answers.compose import LISTED, provenance, quotation, sources
from onrecord.answers.notation import parse, places
from onrecord.archive import Coverage, Desks
from onrecord.errors import OnRecordError, SourceError
from onrecord.settings import SHARED, Settings
from onrecord.stories import Answer

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document

    from onrecord.desk import Desk, UploadedFile
    from onrecord.refresh import Progress, Refresher, Report

_OPTIONS = {name: [option.name for option in command.options] for name, command in COMMANDS.items()}
_WELCOME = "Slash commands as in Discord; Tab completes, /help lists them, /quit leaves. Start with /stories."
_HELP = frozenset(("help", "?"))
_LEAVE = frozenset(("quit", "exit"))
_MODERATORS = "coverage"
"""What the moderators' commands begin with; their module is loaded only where one of them is asked."""
DESK = "console"
"""The desk that is worked on when none is named."""


class Session:
    """What one run of the program asks: of which desk, and as whom."""

    def __init__(self, desks: Desks, settings: Settings, desk: str, *, moderator: bool) -> None:
        self.desk = desk
        self.moderator = moderator
        self._desks = desks
        self._settings = settings
        self._refresher: Refresher | None = None

    @property
    def refresher(self) -> Refresher:
        if self._refresher is None:
            from onrecord.refresh import Refresher  # noqa: PLC0415  it brings in what reads documents

            self._refresher = Refresher(self._desks, self._settings)
        return self._refresher

    async def view(self) -> Coverage:
        """What this desk's community sees."""
        return await self._desks.view(None if self.desk == SHARED else self.desk)

    async def say(self, line: str) -> Answer:
        if not _for_moderators(line):
            return await say(await self.view(), line)
        from onrecord.answers.moderation import MODERATION, moderate, refused  # noqa: PLC0415

        request = parse(line, {name: [option.name for option in one.options] for name, one in MODERATION.items()})
        if not self.moderator:
            return refused(request.command)
        with bar("Looking") as moved:
            return await moderate(self.at_desk(moved), request.command, request.options)

    def at_desk(self, tell: Callable[[Progress], None] | None = None) -> Desk:
        from onrecord.desk import Desk  # noqa: PLC0415

        return Desk(self.refresher, self.desk, f"{_user()} (console)", opens=_open, tell=tell)


@asynccontextmanager
async def session(settings: Settings, desk: str, *, moderator: bool) -> AsyncGenerator[Session]:
    """Over the archive, filled from the configured sources when nothing is in it yet."""
    async with await Desks.open(settings.archive.path) as desks:
        opened = Session(desks, settings, desk, moderator=moderator)
        if not (await desks.shared.counts()).stories:
            await load(opened.refresher)
        yield opened


async def load(refresher: Refresher) -> Report:
    """Refresh all sources of the shared coverage, with a bar on standard error where that is a terminal."""
    with bar("Reading the coverage") as moved:
        sources = await refresher.sources(SHARED)
        return await refresher.refresh(SHARED, "onrecord load", list(sources.values()), moved, only=False)


@contextmanager
def bar(title: str) -> Generator[Callable[[Progress], None] | None]:
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[seen]} documents"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True) as shown:
        task = shown.add_task(title, total=None, seen=0)

        def moved(progress: Progress) -> None:
            total = progress.sources if progress.sources > 1 else None
            name = printable(progress.source)
            shown.update(task, description=name, total=total, completed=progress.done, seen=progress.seen)

        yield moved


async def one(settings: Settings, line: str, desk: str = DESK, *, as_json: bool, moderator: bool) -> None:
    async with session(settings, desk, moderator=moderator) as asked:
        _show(await asked.say(line), as_json=as_json)


async def many(settings: Settings, desk: str = DESK, *, as_json: bool, moderator: bool) -> None:
    """A line in, an answer out, at once: the program at the other end may be waiting for it."""
    async with session(settings, desk, moderator=moderator) as asked:
        for line in sys.stdin:
            _show(await asked.say(line), as_json=as_json)


async def say(archive: Coverage, line: str) -> Answer:
    """What a member is answered."""
    request = parse(line, _OPTIONS)
    return await answer(archive, request.command, request.options)


def _for_moderators(line: str) -> bool:
    word = line.split(maxsplit=1)[:1]
    return bool(word) and word[0].removeprefix("/").casefold() == _MODERATORS


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):  # nobody that the system knows by name
        return "somebody"


async def _open(path: str) -> UploadedFile:
    """The file that an option names."""
    from onrecord.desk import LARGEST_FILE, UploadedFile, too_large  # noqa: PLC0415

    def read() -> UploadedFile:
        try:
            file = Path(path).expanduser()
            if not file.is_file():
                raise SourceError(f"{path} is no file.")
            if (size := file.stat().st_size) > LARGEST_FILE:
                raise SourceError(too_large(file.name, size))
            return UploadedFile(file.name, file.read_bytes())
        except (OSError, RuntimeError, ValueError) as error:
            raise SourceError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error

    return await asyncio.to_thread(read)


async def evening(settings: Settings, desk: str = DESK, *, moderator: bool) -> None:
    """Commands typed at a prompt, until `quit` or the end of input."""
    from prompt_toolkit import PromptSession  # noqa: PLC0415  a tenth of a second, for those who type
    from prompt_toolkit.patch_stdout import patch_stdout  # noqa: PLC0415

    console = Console(highlight=False)
    async with session(settings, desk, moderator=moderator) as asked:
        counts = await (await asked.view()).counts()
        console.print(Text(f"{counts.stories} stories, {counts.quotes} quotes on record. {_WELCOME}", "dim"))
        prompt: PromptSession[str] = PromptSession("› ", completer=_completer(asked), complete_while_typing=True)
        while True:
            try:
                with patch_stdout():
                    line = await prompt.prompt_async()
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
                shown = await asked.say(line)
                console.print(render(shown))
                _hand_over(shown)


def _help(*, moderator: bool) -> Text:
    text = Text()
    for command in _commands(moderator=moderator).values():
        text.append(f"{usage(command)}\n", "magenta").append(f"  {command.description}\n")
    return text.append("/quit\n", "magenta").append("  Leave; so does Ctrl-D\n")


def _show(shown: Answer, *, as_json: bool) -> None:
    if as_json:
        print(shown.model_dump_json(), flush=True)
    elif sys.stdout.isatty():
        Console(highlight=False).print(render(shown))
    else:
        print(printable(shown.text), end="\n\n", flush=True)
    if not as_json:
        _hand_over(shown)


def _hand_over(shown: Answer) -> None:
    """Details are printed; the coverage is written into the working folder, over no other file."""
    for file in shown.files:
        if file.name.endswith(".txt"):
            print(printable(file.text), flush=True)
            continue
        wanted = Path(file.name)
        for name in (wanted, *(wanted.with_stem(f"{wanted.stem}-{n}") for n in range(2, 1000))):
            try:
                with name.open("x", encoding="utf-8", errors="replace", newline="") as written:
                    written.write(file.text)
            except FileExistsError:
                continue
            except OSError as error:
                raise OnRecordError(f"{name} cannot be written: {error.strerror or error}.") from error
            print(f"Written: {name}", flush=True)
            break


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


def _commands(*, moderator: bool) -> Mapping[str, Command]:
    if not moderator:
        return COMMANDS
    from onrecord.answers.moderation import MODERATION  # noqa: PLC0415

    return {**COMMANDS, **MODERATION}


def _completer(asked: Session) -> Completer:
    from prompt_toolkit.completion import Completer, Completion  # noqa: PLC0415

    class Commands(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> list[Completion]:
            return []

        async def get_completions_async(
            self, document: Document, complete_event: CompleteEvent
        ) -> AsyncGenerator[Completion, None]:
            for value, back, meta in await choices(asked, document.text_before_cursor):
                yield Completion(value, start_position=-back, display_meta=meta)

    return Commands()


async def choices(asked: Session, typed: str) -> list[tuple[str, int, str]]:
    """What may come next: the text, how many typed characters it replaces, and what it is."""
    commands = _commands(moderator=asked.moderator)
    line = typed.lower().removeprefix("/")
    name = next((one for one in sorted(commands, key=len, reverse=True) if line.startswith(f"{one} ")), None)
    if name is None:
        return [
            (f"/{command.name} ", len(typed), command.description)
            for command in commands.values()
            if command.name.startswith(line)
        ]
    command = commands[name]
    used = places(typed, [option.name for option in command.options])
    word = typed.rpartition(" ")[2]
    found = [
        (f"{option.name}:", len(word), option.description)
        for option in command.options
        if option.name.startswith(word.lower()) and option.name not in {place.option for place in used}
    ]
    if used:
        value = typed[used[-1].value :]
        values = await _values(asked, name, used[-1].option, value)
        found = [(shown, len(value), "") for shown in values] + found
    return found


async def _values(asked: Session, command: str, option: str, typed: str) -> list[str]:
    if command in COMMANDS:
        return await complete(await asked.view(), command, option, typed)
    from onrecord.answers import moderation  # noqa: PLC0415

    return await moderation.choices(asked.at_desk(), command, option, typed)
