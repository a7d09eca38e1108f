"""An answer on a terminal or in a pipe, and the files that come with it."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from onrecord.answers.compose import LISTED, provenance, quotation, sources
from onrecord.errors import OnRecordError
from onrecord.language import say
from onrecord.stories import Answer


def show(shown: Answer, *, as_json: bool) -> None:
    if as_json:
        print(shown.model_dump_json(), flush=True)
    elif sys.stdout.isatty():
        Console(highlight=False).print(render(shown))
    else:
        print(printable(shown.text), end="\n\n", flush=True)
    if not as_json:
        save_files(shown)


def save_files(shown: Answer) -> None:
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
                raise OnRecordError(
                    say("{path} cannot be written: {error}.", path=name, error=error.strerror or error)
                ) from error
            print(say("Written: {name}", name=name), flush=True)
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
        add(f"\n\n{say('Sources')}", "bold")
    for number, citation in sources(shown.citations):
        add(f"\n[{number}] ", "blue")
        add(citation.title)
        add(f" — {provenance(citation)}", "dim")
    if shown.suggestions:
        add(f"\n\n{say('Try:')}", "bold")
    for suggestion in shown.suggestions:
        add(f"\n  {suggestion}", "magenta")
    add("\n")
    return text
