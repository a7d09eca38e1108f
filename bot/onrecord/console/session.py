"""Asking without Discord: of which desk and as whom, over the archive, and filling that."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from onrecord.answers import COMMANDS, Command, answer, usage
from onrecord.answers.compose import compose
from onrecord.answers.notation import parse
from onrecord.archive import Coverage, Desks
from onrecord.console.output import printable
from onrecord.errors import SourceError
from onrecord.language import say
from onrecord.settings import SHARED, Settings
from onrecord.stories import Answer, Entry

if TYPE_CHECKING:
    from onrecord.desk import Desk, UploadedFile
    from onrecord.refresh import Progress, Refresher, Report

_OPTIONS = {name: [option.name for option in command.options] for name, command in COMMANDS.items()}
_MODERATORS = "coverage"
"""What the moderators' commands begin with; their module is loaded only where one of them is asked."""
_HELP = frozenset(("help", "?"))
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
        if line.strip().removeprefix("/").lower() in _HELP:
            return _help(moderator=self.moderator)
        if not _for_moderators(line):
            return await asked(await self.view(), line)
        from onrecord.answers.moderation import MODERATION, moderate, refused  # noqa: PLC0415

        request = parse(line, {name: [option.name for option in one.options] for name, one in MODERATION.items()})
        if not self.moderator:
            return refused(request.command)
        with bar(say("Looking")) as moved:
            return await moderate(self.at_desk(moved), request.command, request.options)

    def at_desk(self, tell: Callable[[Progress], None] | None = None) -> Desk:
        from onrecord.desk import Desk  # noqa: PLC0415

        return Desk(self.refresher, self.desk, f"{_user()} (console)", opens=_open, tell=tell)


def commands_of(*, moderator: bool) -> Mapping[str, Command]:
    if not moderator:
        return COMMANDS
    from onrecord.answers.moderation import MODERATION  # noqa: PLC0415

    return {**COMMANDS, **MODERATION}


def _help(*, moderator: bool) -> Answer:
    entries = [Entry(lead=usage(one), text=say(one.description)) for one in commands_of(moderator=moderator).values()]
    entries.append(Entry(lead="/quit", text=say("Leave the prompt; so does Ctrl-D")))
    return compose("help", say("What can be asked"), entries)


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
    with bar(say("Reading the coverage")) as moved:
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
        TextColumn(say("{n} documents", n="{task.fields[seen]}")),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True) as shown:
        task = shown.add_task(title, total=None, seen=0)

        def moved(progress: Progress) -> None:
            total = progress.sources if progress.sources > 1 else None
            name = printable(progress.source)
            shown.update(task, description=name, total=total, completed=progress.done, seen=progress.seen)

        yield moved


async def asked(archive: Coverage, line: str) -> Answer:
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
                raise SourceError(say("{path} is no file.", path=path))
            if (size := file.stat().st_size) > LARGEST_FILE:
                raise SourceError(too_large(file.name, size))
            return UploadedFile(file.name, file.read_bytes())
        except (OSError, RuntimeError, ValueError) as error:
            raise SourceError(
                say("{path} cannot be read: {error}.", path=path, error=getattr(error, "strerror", None) or error)
            ) from error

    return await asyncio.to_thread(read)
