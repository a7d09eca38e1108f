"""Draws the pictures of the README from the real layouts, over the sample coverage: `python tests/pictures/make.py`.

Needs, besides what the tests need, Node's packages in this folder (`npm install --no-package-lock` here), and the
programs chromium and pngquant (Debian has packages of these names).
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import tempfile
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from urllib.parse import quote

from drawing import drawn

from onrecord.answers import COMMANDS, answer
from onrecord.answers.moderation import MODERATION, moderate
from onrecord.answers.notation import Request
from onrecord.archive import Archive, Desks
from onrecord.chat.commands import CHECK_THIS
from onrecord.chat.coverage import progress_view
from onrecord.chat.layouts import Layouts
from onrecord.chat.quoting import quotation_in
from onrecord.chat.requests import as_called, line_of
from onrecord.desk import Desk, UploadedFile
from onrecord.language import speaking
from onrecord.refresh import Progress, Refresher, refresh
from onrecord.settings import ArchiveSettings, FolderSource, Settings, sample_coverage

HERE = Path(__file__).parent
SHARPNESS = 1.5
"""Pixels of the picture to a CSS pixel."""
_ASKER = 1
_NOW = datetime(2026, 1, 20, 9, 30, tzinfo=UTC)
TIDES = """Tide tables of Brakeby are a day late again

The harbour office of Brakeby printed its tide tables for Tuesday on Wednesday, for the third week in a row.
"""
_PATIENCE = 60.0
"""Seconds that one start of the browser may take."""


@dataclass(frozen=True)
class Reply:
    request: Request
    page: int = 0
    message: str | None = None
    """Of another member, on whose menu the command was chosen; the reply is then private."""
    progress: Progress | None = None
    """What is shown for as long as a refresh takes."""


def asked(command: str, page: int = 0, **options: str) -> Reply:
    return Reply(Request(command, options), page)


def pointed(message: str) -> Reply:
    return Reply(Request("check", {"quote": quotation_in(message, COMMANDS["check"].options[0].longest)}), 0, message)


@dataclass(frozen=True)
class Sheet:
    name: str
    columns: Sequence[Sequence[Reply]]
    phone: bool = False
    locale: str = "en-GB"


SHEETS = (
    Sheet("phone", [
        [asked("quotes", speaker="Castellane")],
        [asked("check", quote="it will cost us plenty of money"), asked("summary", story="ferry timetable of 1911")],
    ], phone=True),
    Sheet("verdicts", [
        [
            asked("check", quote="Owls don’t explain themselves"),
            asked("check", quote="Owls don’t explain themselves", speaker="Zofia Hallward"),
        ],
        [
            asked("check", quote="it will cost us plenty of money"),
            asked("check", quote="robots will sing every ballad tonight"),
        ],
    ], phone=True),
    Sheet("said", [[
        asked("quotes", speaker="Castellane"),
        asked("check", quote="owls dont explain themselves"),
        pointed("Isn’t that the man who said “it will cost us plenty of money”?"),
    ]]),
    Sheet("told", [[
        asked("summary", story="pellworth voice actors"),
        asked("who", name="Randima Fernando"),
        asked("ask", question="How many cookbooks does the library have?"),
    ]]),
    Sheet("found", [[
        asked("related", story="pellworth voice actors"),
        asked("stories", search="library"),
        asked("summary", story="ferry timetable of 1911"),
    ]]),
    Sheet("pages", [[asked("stories")], [asked("stories", page=1)]], phone=True),
    Sheet("spanish", [
        [asked("summary", story="pellworth voice actors"), asked("who", name="Zofia Halward Jones")],
        [asked("check", quote="it will cost us plenty of money"), asked("related", story="pellworth voice actors")],
    ], phone=True, locale="es-ES"),
    Sheet("desk", [
        [
            Reply(
                Request("coverage refresh", {}),
                progress=Progress(source="https://ledger.example/feed.xml", seen=24, read=20, done=2, sources=3),
            ),
            asked("coverage add", file="tides.txt"),
        ],
        [
            asked("coverage remove", story="tide tables of brakeby", reason="an old copy"),
            asked("coverage log"),
        ],
    ], phone=True),
)  # fmt: skip


@asynccontextmanager
async def at_desk(path: Path) -> AsyncGenerator[Desk]:
    """Of the server where all is asked, over this archive."""

    async def opens(name: str) -> UploadedFile:
        return UploadedFile(name, TIDES.encode())

    async with await Desks.open(path) as desks:
        refresher = Refresher(desks, Settings(archive=ArchiveSettings(path=path)), now=lambda: _NOW)
        try:
            yield Desk(refresher, "1", "ada (1)", opens=opens)
        finally:
            await refresher.close()


async def message(desk: Desk, reply: Reply) -> str:
    command, options = reply.request
    if command in MODERATION:
        shown = await moderate(desk, command, options)
    else:
        shown = await answer(await desk.view(), command, options)
    private = shown.private or not shown.found or reply.message is not None
    layouts = Layouts(shown, reply.request, _ASKER)
    view = layouts.page(reply.page, share=private and shown.found and command not in MODERATION)
    if reply.progress:
        view = progress_view(reply.progress, _ASKER)
    if reply.message is None:
        used = f'command="{escape(as_called(line_of(reply.request)))}"'
    else:
        used = (
            f'type="message_command" command="{CHECK_THIS}" context-user-name="bob" '
            f'context-user-image="{_face("b", "#9c6b3f")}" context-message-reply=" {escape(reply.message)}"'
        )
    return f"""
        <discord-message author="onrecord" avatar="{_face("“”", "#2f6f8f")}" bot timestamp="20/01/2026"
            {"ephemeral" if private else ""}>
        <discord-command slot="reply" author="ada" avatar="{_face("a", "#6b8f3f")}" {used}></discord-command>
        <div class="components">{drawn(view.to_components())}</div>
        </discord-message>"""


def _face(letters: str, colour: str) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="{colour}"/>'
        f'<text x="20" y="28" font-family="sans-serif" font-size="22" fill="#fff" text-anchor="middle">'
        f"{letters}</text></svg>"
    )
    return f"data:image/svg+xml,{quote(svg)}"


async def page(desk: Desk, sheet: Sheet) -> str:
    columns = ""
    for replies in sheet.columns:
        with speaking(sheet.locale):
            messages = "".join([await message(desk, reply) for reply in replies])
        columns += (
            f'<div class="{"phone" if sheet.phone else "desk"}"><discord-messages>{messages}</discord-messages></div>'
        )
    return (HERE / "page.html").read_text("utf-8").replace("SHEET", columns).replace("HERE", HERE.as_uri())


def browser(folder: Path, *arguments: str) -> str:
    """What chromium prints; each start has a profile of its own, and nothing to ask the network for."""
    with tempfile.TemporaryDirectory(dir=folder) as profile:
        done = subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                "--hide-scrollbars",
                "--virtual-time-budget=5000",
                f"--user-data-dir={profile}",
                *arguments,
            ],
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=True,
        )
    return done.stdout


def shoot(folder: Path, sheet: Sheet, html: str) -> Path:
    drawing = folder / f"{sheet.name}.html"
    drawing.write_text(html, "utf-8")
    size = re.search(r'data-size="(\d+),(\d+)"', browser(folder, "--dump-dom", drawing.as_uri()))
    if not size:
        raise SystemExit(f"{sheet.name}: the page was not drawn. Are the packages of package.json installed?")
    picture = folder / f"{sheet.name}.png"
    browser(
        folder,
        f"--window-size={size[1]},{size[2]}",
        f"--force-device-scale-factor={SHARPNESS}",
        f"--screenshot={picture}",
        drawing.as_uri(),
    )
    small = HERE / picture.name
    subprocess.run(["pngquant", "--force", "--strip", "--output", small, "32", picture], check=True)
    return small


async def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        async with await Archive.open(folder / "archive.db") as archive:
            report = await refresh(archive, [FolderSource(path=sample_coverage())])
            if report.skipped or report.errors:
                raise SystemExit(f"The sample coverage was not loaded whole: {report}")
        async with at_desk(folder / "archive.db") as desk:
            pages = [(sheet, await page(desk, sheet)) for sheet in SHEETS]
        for sheet, html in pages:
            picture = shoot(folder, sheet, html)
            print(f"{picture.name}: {picture.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    asyncio.run(main())
