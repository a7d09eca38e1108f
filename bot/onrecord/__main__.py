"""The command line: `onrecord run`, `sync`, `doctor`, `load`, `try` and `read`.

Each command imports only what it needs, so that an answer does not wait for discord.py or an HTML reader to load.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from onrecord.errors import OnRecordError, SettingsError

if TYPE_CHECKING:
    from onrecord.refresh import Report
    from onrecord.settings import Settings
    from onrecord.stories import Story

ANSWERED = 0
FAILED = 1
UNUSABLE = 2
_NAMED = 10
"""Stories that are gone, whose titles `load` prints."""


class _OneLine(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise SettingsError(f"{message} (onrecord --help shows how)")


def _parser() -> argparse.ArgumentParser:
    parser = _OneLine(prog="onrecord", description="A community's news coverage, on record.")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help="the configuration (default: config.toml here, if there is one)"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("run", help="the bot on Discord; its token comes from DISCORD_TOKEN")
    syncing = commands.add_parser("sync", help="register the commands with Discord, changed or not")
    syncing.add_argument("--guild", type=int, metavar="ID", help="on this server alone, where they appear at once")
    commands.add_parser("doctor", help="check configuration, archive, sources, token and commands")
    commands.add_parser("load", help="refresh all configured sources")
    trying = commands.add_parser("try", help="the commands without Discord")
    trying.add_argument("line", nargs="?", help="one command, as in Discord; - for one a line from standard input")
    trying.add_argument("--json", action="store_true", help="each answer as one JSON line")
    trying.add_argument("--as", dest="role", choices=["member", "moderator"], default="member", help="who is asking")
    trying.add_argument(
        "--desk",
        default="console",
        type=_desk,
        metavar="NAME",
        help="whose desk; “shared” is everybody’s (default: console)",
    )
    trying.add_argument(
        "--language", choices=["en", "es"], default="en", help="the reader's; commands are typed in English"
    )
    reading = commands.add_parser("read", help="what documents become, without an archive")
    reading.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders")
    reading.add_argument("--json", action="store_true", help="each story as one JSON line")
    return parser


def _desk(name: str) -> str:
    if not re.fullmatch("[a-z0-9_-]{1,40}", name):
        raise argparse.ArgumentTypeError("should be 1 to 40 small letters, digits, - or _")
    return name


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns 0 when it answered, 2 for unusable arguments or configuration, 1 for anything else."""
    for stream in (sys.stdin, sys.stdout):
        # Quotation marks and dashes are this program's subject; no terminal's own encoding may fail on them.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace")
    try:
        done = _run(_parser().parse_args(arguments))
        sys.stdout.flush()
        return done
    except SettingsError as error:
        return _fail(str(error), UNUSABLE)
    except OnRecordError as error:
        return _fail(str(error), FAILED)
    except BrokenPipeError:
        # Whoever read our output has read enough; without this, Python complains once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except KeyboardInterrupt:
        return _fail("Stopped.", FAILED)
    except Exception as error:  # the last line of defence, where a traceback would help nobody
        return _fail(f"Something unexpected went wrong: {error!r}", FAILED)


def _fail(sentence: str, code: int) -> int:
    _complain(sentence)
    return code


def _complain(sentence: str) -> None:
    print("onrecord:", " ".join(sentence.split()), file=sys.stderr)


def _ignore(_: str) -> None:
    pass


def _run(given: argparse.Namespace) -> int:
    if given.command == "read":
        return _read(given.paths, as_json=given.json)
    import asyncio

    from onrecord.settings import load_settings  # not needed to read documents

    # Whoever loads wants all of it; the others go on with what is there, and the doctor says it with the rest.
    told = {"load": None, "doctor": _ignore}
    settings = load_settings(given.config, told.get(given.command, _complain))
    match given.command:
        case "run":
            from onrecord.app import run  # the only way in to discord.py

            run(settings)
            return ANSWERED
        case "sync":
            from onrecord.app import sync

            print(asyncio.run(sync(settings, given.guild)))
            return ANSWERED
        case "doctor":
            return asyncio.run(_doctor(settings))
        case "load":
            return asyncio.run(_load(settings))
        case _:
            from onrecord.language import speaking

            with speaking(given.language, names="en"):
                return _try(settings, given.line, given.desk, as_json=given.json, moderator=given.role == "moderator")


def _try(settings: Settings, line: str | None, desk: str, *, as_json: bool, moderator: bool) -> int:
    import asyncio

    from onrecord import console  # the answers and what they stand on

    if line == "-" or (line is None and not sys.stdin.isatty()):
        asyncio.run(console.many(settings, desk, as_json=as_json, moderator=moderator))
    elif line is not None:
        asyncio.run(console.one(settings, line, desk, as_json=as_json, moderator=moderator))
    elif as_json:
        raise SettingsError("--json needs a command, or - to take them from standard input")
    else:
        asyncio.run(console.prompt(settings, desk, moderator=moderator))
    return ANSWERED


async def _doctor(settings: Settings) -> int:
    from onrecord.app import doctor

    findings = await doctor(settings)
    for finding in findings:
        print(f"{'ok' if finding.fine else 'TO DO':<6}{finding.subject}: {finding.says}")
    return ANSWERED if all(finding.fine for finding in findings) else FAILED


async def _load(settings: Settings) -> int:
    from onrecord.console import load
    from onrecord.refresh import Refresher

    async with Refresher.open(settings) as refresher:
        report = await load(refresher)
    _print_report(report)
    return FAILED if report.errors else ANSWERED


def _print_report(report: Report) -> None:
    from onrecord.language import retold

    print(f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {report.gone} gone.")
    lost = [one.title for one in report.lost if not one.told]
    if lost:
        print(f"{len(lost)} {'story is' if len(lost) == 1 else 'stories are'} told no more:")
    for title in lost[:_NAMED]:
        print(f"  {' '.join(title.split())}")
    if len(lost) > _NAMED:
        print(f"  and {len(lost) - _NAMED} more")
    if report.skipped:
        print(f"{len(report.skipped)} skipped:")
    for skipped in report.skipped:
        print(f"  {skipped.location}: {retold(skipped.reason)}")
    for error in report.errors:
        print(f"{error.source}: {error.reason}", file=sys.stderr)


def _read(paths: Sequence[Path], *, as_json: bool) -> int:
    from onrecord.cleaning import clean
    from onrecord.errors import SourceError
    from onrecord.reading import read
    from onrecord.sources.folder import read_paths
    from onrecord.stories import Skipped

    # Next to nothing that reading makes is a cycle: to look for some after each few hundred objects takes long.
    gc.freeze()
    gc.set_threshold(200_000)
    stories = 0
    for document in read_paths(paths):
        if isinstance(document, Skipped):
            print(f"{document.location}: {document.reason}", file=sys.stderr)
            continue
        try:
            story = read(clean(document))
        except SourceError as error:
            print(f"{document.location}: {error}", file=sys.stderr)
            continue
        stories += 1
        if as_json:
            print(story.model_dump_json())
        else:
            _print_story(story)
    return ANSWERED if stories else FAILED


def _print_story(story: Story) -> None:
    from onrecord.answers.compose import provenance
    from onrecord.archive import cite
    from onrecord.console import printable

    lines = [story.title + (" (from the first sentence)" if story.title_derived else ""), provenance(cite(story))]
    if story.authors:
        lines.append(f"by {', '.join(story.authors)}")
    lines += ["", *(f"• {point}" for point in story.key_points), ""]
    section: str | None = None
    for passage in story.passages:
        if passage.section != section and passage.section:
            lines.append(f"-- {passage.section}")
        section = passage.section
        lines.append(f"{passage.n:3} {passage.text}")
    if story.quotes:
        lines += ["", f"{len(story.quotes)} quote{'s' if len(story.quotes) > 1 else ''}"]
    for quote in story.quotes:
        why = f'; rule: "{quote.rule}"' if quote.rule else ""
        lines.append(f"  {quote.speaker or 'speaker not named'} ({quote.kind}{why}): {quote.text}")
    if story.people:
        lines += ["", "People and organisations"]
    lines += [f"  {' — '.join([person.name, *person.roles])}" for person in story.people]
    if story.related:
        lines += ["", "Related"]
    lines += [f"  {link.title}" for link in story.related]
    if story.dropped:
        lines += ["", "Dropped"]
    lines += [f"  [{dropped.reason}] {dropped.text}" for dropped in story.dropped]
    print(printable("\n".join(lines)), end="\n\n")


if __name__ == "__main__":
    sys.exit(main())
