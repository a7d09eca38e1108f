"""What members can ask: each command, its options, and one way to call it.

Knows neither Discord nor a terminal. `answer` never raises an expected failure: the answer says it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, Literal, LiteralString, TypeAlias

from rapidfuzz import process

from onrecord.answers.ask import ask
from onrecord.answers.check import check
from onrecord.answers.completion import suggest
from onrecord.answers.compose import not_found, without
from onrecord.answers.quotes import quotes
from onrecord.answers.related import related
from onrecord.answers.replies import command_for, shown
from onrecord.answers.stories import listing
from onrecord.answers.summary import summary
from onrecord.answers.who import who
from onrecord.archive import Coverage
from onrecord.errors import ArchiveError, OnRecordError
from onrecord.language import called, retold, say, slash
from onrecord.stories import Answer

log = logging.getLogger("onrecord")

Completes: TypeAlias = Literal["stories", "people"]


@dataclass(frozen=True, slots=True)
class Option:
    name: str
    description: LiteralString
    required: bool = False
    completes: Completes | None = None
    longest: int = 300
    """Characters; more is not a title or a name."""


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    description: LiteralString
    options: tuple[Option, ...]
    handler: Callable[..., Coroutine[Any, Any, Answer]]


_STORY = Option("story", "Words of its title, or its link", required=True, completes="stories")

COMMANDS: Mapping[str, Command] = {
    command.name: command
    for command in (
        Command("summary", "What a story says, in a few points", (_STORY,), summary),
        Command(
            "quotes",
            "Who said what, in their exact words",
            (
                Option("speaker", "Whose words: a name, or part of one", completes="people"),
                Option("about", "A topic"),
                Option("story", "Words of a title, or a link", completes="stories"),
            ),
            quotes,
        ),
        Command(
            "check",
            "Did somebody really say that?",
            (
                Option("quote", "The quotation to check", required=True, longest=2000),
                Option("speaker", "Who is supposed to have said it", completes="people"),
            ),
            check,
        ),
        Command(
            "who",
            "Who somebody is, and where they come up",
            (Option("name", "A person or an organisation", required=True, completes="people"),),
            who,
        ),
        Command("related", "The original, other reports, and where to read on", (_STORY,), related),
        Command("stories", "The newest stories", (Option("search", "What they should be about"),), listing),
        Command(
            "ask",
            "Ask the coverage a question",
            (Option("question", "In a sentence", required=True, longest=1000),),
            ask,
        ),
    )
}


async def answer(archive: Coverage, command: str, options: Mapping[str, str]) -> Answer:
    """Answer one command. Option values may be anything that a member can type."""
    known = COMMANDS.get(command)
    if known is None:
        return _no_command(command)
    values = usable(known, options)
    if isinstance(values, Answer):
        return values
    try:
        found = await archive.in_thread(lambda held: known.handler(held, **values))
        return without(found, command_for(command, **values))
    except ArchiveError as error:
        # What is wrong with which file is for whoever runs the bot.
        log.error("%s", error)
        return not_found(command, say("The coverage cannot be read just now. Please try again later."))
    except OnRecordError as error:
        return not_found(command, retold(str(error)))


def usable(known: Command, options: Mapping[str, str], as_typed: Collection[str] = ()) -> dict[str, str] | Answer:
    """The values that a command's handler takes, tidied but for the options `as_typed`; else what is wrong with one."""
    values: dict[str, str] = {}
    takes = {option.name: option for option in known.options}
    for name, typed in options.items():
        option = takes.get(name)
        if option is None:
            return _no_option(known, name, tidy(typed))
        value = typed if name in as_typed else tidy(typed)
        if len(value) > option.longest:
            heading = say(
                "That is too long for {name}: {n} characters at most, please.", name=called(name), n=option.longest
            )
            return not_found(known.name, heading, [usage(known)])
        if value and not any(character.isalnum() for character in value):
            heading = say("There are no words in {name}: {typed}.", name=called(name), typed=shown(value))
            return not_found(known.name, heading, [usage(known)])
        if value:
            values[name] = value
    return values


async def complete(archive: Coverage, command: str, option: str, typed: str) -> list[str]:
    """Values for an option, best first: at most 25, each of at most 100 characters, each accepted as typed."""
    known = COMMANDS.get(command)
    takes = next((one for one in known.options if one.name == option), None) if known else None
    if takes is None or takes.completes is None:
        return []
    return await suggest(archive, takes.completes, tidy(typed)[:100])


def tidy(typed: str) -> str:
    """Without control characters, invisible marks and lone surrogates; white space as single spaces."""
    kept = "".join(" " if c.isspace() else c for c in typed if c.isspace() or c.isprintable())
    return " ".join(kept.split())


def usage(command: Command) -> str:
    options = (f"{option.name}:…" if option.required else f"[{option.name}:…]" for option in command.options)
    return " ".join([f"/{command.name}", *options])


def _no_command(typed: str) -> Answer:
    near = [name for name, _, _ in process.extract(tidy(typed).lower(), list(COMMANDS), limit=2, score_cutoff=60)]
    known = tidy(typed)
    heading = say("There is no command {typed}.", typed=shown("/" + known)) if known else say("Which command?")
    return not_found(tidy(typed), heading, [usage(COMMANDS[name]) for name in near or COMMANDS])


def _no_option(command: Command, name: str, typed: str) -> Answer:
    names = [option.name for option in command.options]
    near = [found for found, _, _ in process.extract(tidy(name).lower(), names, limit=1, score_cutoff=60)]
    suggestions = [command_for(command.name, **{option: typed}) for option in near or names] if typed else []
    if name:
        heading = say("{command} has no option {typed}.", command=slash(command.name), typed=shown(tidy(name)))
    else:
        heading = say("Say what {typed} is:", typed=shown(typed))
    return not_found(command.name, heading, suggestions or [usage(command)])
