"""What moderators can ask: the commands of /coverage, their options, and one way to call them."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.answers import Command, Option, tidy, usable, usage
from onrecord.answers.completion import suggest
from onrecord.answers.moderation.overview import export, log, status
from onrecord.answers.moderation.preview import preview
from onrecord.answers.moderation.removals import purge, remove, undo
from onrecord.answers.moderation.replies import told
from onrecord.answers.moderation.sources import add, cancel, refresh, sources
from onrecord.desk import Desk
from onrecord.desk.sources import list_sources
from onrecord.errors import OnRecordError
from onrecord.language import retold, say, slash
from onrecord.stories import Answer

GROUP = "coverage"

_LINK = Option("link", "A page or a feed: which of them is found out by looking", longest=2000)
_ENTRY = Option("entry", "A number from the log; without one, the last", longest=20)

MODERATION: Mapping[str, Command] = {
    command.name: command
    for command in (
        Command(
            "coverage add",
            "Add a page, a feed or a file to what this server sees",
            (_LINK, Option("file", "A .txt, .md, .html, .json or .jsonl file")),
            add,
        ),
        Command("coverage refresh", "Read this server's sources again", (), refresh),
        Command("coverage cancel", "Stop the refresh that is under way", (), cancel),
        Command(
            "coverage remove",
            "Take a story, a source, or all from a host out of what this server sees",
            (
                Option("story", "Words of its title, or its link", completes="stories"),
                Option("source", "Its link or name, from the list of sources", longest=2000),
                Option("host", "A site, with all that it published"),
                Option("reason", "Why; it is kept in the log", longest=200),
            ),
            remove,
        ),
        Command("coverage undo", "Undo the last removal or addition", (_ENTRY,), undo),
        Command(
            "coverage purge",
            "Delete removed text for good; asks again first",
            (_ENTRY, Option("sure", "yes, once you have been asked", longest=20)),
            purge,
        ),
        Command("coverage sources", "Where the coverage comes from, and how reading it goes", (), sources),
        Command("coverage status", "Counts, sizes and versions", (), status),
        Command(
            "coverage log",
            "Who did what, and when",
            (Option("before", "Entries older than this number", longest=20),),
            log,
        ),
        Command("coverage export", "The coverage as files: JSON Lines and CSV", (), export),
        Command(
            "coverage preview",
            "What a page would become, and what would be dropped and why",
            (Option("link", "A page or a feed; nothing of it is kept", required=True, longest=2000),),
            preview,
        ),
    )
}
CHANGES = frozenset(f"{GROUP} {name}" for name in ("add", "refresh", "cancel", "remove", "undo", "purge"))
"""Commands that are not carried out a second time to show their answer's next page."""
FILE = "file"
"""The option that names a file which comes with the command."""


async def moderate(desk: Desk, command: str, options: Mapping[str, str]) -> Answer:
    """Answer one moderator. Option values may be anything that can be typed; expected failures are answers."""
    known = MODERATION.get(command)
    if known is None:
        names = [usage(one) for one in MODERATION.values()]
        return told(command, say("Which command?"), [], names, found=False)
    values = usable(known, options, as_typed=(FILE,))
    if isinstance(values, Answer):
        return values.model_copy(update={"private": True})
    try:
        answer = await known.handler(desk, **values)
    except OnRecordError as error:
        return told(command, retold(str(error)), found=False)
    return answer.model_copy(update={"private": True})


def refused(command: str) -> Answer:
    """For those who may not: what they can do about it."""
    heading = say("{command} is for moderators: those who may manage this server.", command=slash(command))
    return told(command, heading, found=False)


def is_completed(option: Option) -> bool:
    return option.completes is not None or option.name == "source"


async def choices(desk: Desk, command: str, option: str, typed: str) -> list[str]:
    """Values for an option, best first: at most 25, each of at most 100 characters, each accepted as typed."""
    known = MODERATION.get(command)
    takes = next((one for one in known.options if one.name == option), None) if known else None
    if takes is None or not is_completed(takes):
        return []
    typed = tidy(typed)[:100]
    if takes.completes is None:
        found = [one.place or one.name for one in await list_sources(desk) if not one.removed]
        return [one for one in found if typed.casefold() in one.casefold() and len(one) <= 100][:25]
    return await suggest(await desk.view(), takes.completes, typed)
