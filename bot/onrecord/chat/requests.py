"""What a button asks for, written into its `custom_id`, so that it works for as long as its message lives.

    onrecord:l:2vqb3c0o7u4g:0:quotes␟speaker=Daniel Kwan

A kind, who may press it (their id in base 36), the page, and the command. A command that is too long stands in the
message itself, as small print; the `custom_id` then ends after the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.answers import COMMANDS
from onrecord.answers.extracts import shorten
from onrecord.answers.moderation import MODERATION
from onrecord.answers.notation import Request, parse
from onrecord.chat.safety import literal, size, visible
from onrecord.language import called, slash, within
from onrecord.stories import Answer

Kind: TypeAlias = Literal["lead", "back", "next", "share"]

_MOST_PRINTED = 1700
_BETWEEN = "␟"
_KINDS: Mapping[str, Kind] = {"l": "lead", "b": "back", "n": "next", "s": "share"}
_LETTERS = {kind: letter for letter, kind in _KINDS.items()}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_ALL = {**COMMANDS, **MODERATION}
_OPTIONS = {name: [option.name for option in command.options] for name, command in _ALL.items()}

TEMPLATE = re.compile(
    r"onrecord:(?P<kind>[lbns]):(?P<asker>[0-9a-z]{1,13}):(?P<page>[0-9]{1,4}):(?P<request>.{0,70})", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Pressed:
    kind: Kind
    asker: int
    page: int
    request: Request | None
    """Null when it stands in the message."""


def custom_id(kind: Kind, asker: int, page: int = 0, request: Request | None = None) -> str:
    """At most 100 characters; without the request when it does not fit."""
    head = f"onrecord:{_LETTERS[kind]}:{_base36(asker)}:{page}:"
    tail = _written(request) if request else ""
    return head + tail if fits(request) else head


def fits(request: Request | None) -> bool:
    return request is None or size(_written(request)) <= 70


def pressed(match: re.Match[str]) -> Pressed:
    return Pressed(
        kind=_KINDS[match["kind"]],
        asker=int(match["asker"], 36),
        page=int(match["page"]),
        request=_read(match["request"]) if match["request"] else None,
    )


def printed(request: Request) -> str:
    """Small print that holds the whole request, for a reader as well as for `reread`."""
    line = within(line_of(request))
    while size(line) > _MOST_PRINTED:
        line = line[: len(line) - (size(line) - _MOST_PRINTED + 1) // 2]
    return f"-# {literal(line)}"


def reread(small_print: str) -> Request | None:
    """What `printed` printed; null for any other text."""
    inside = re.fullmatch("-# `(/[^`]+)`", small_print)
    # Without the name of the group that it may begin with, or have begun with when the message was sent.
    return parse_line(inside[1]) or parse_line(f"/{inside[1].partition(' ')[2]}") if inside else None


def line_of(request: Request) -> str:
    return " ".join([f"/{request.command}", *(f"{name}:{value}" for name, value in request.options.items())])


def parse_line(line: str) -> Request | None:
    """A command in Discord's notation; null for one that does not stand for itself, as "/who name:…"."""
    request = parse(line, _OPTIONS)
    if request.command not in _ALL or not request.options.keys() <= set(_OPTIONS[request.command]):
        return None
    return None if "…" in request.options.values() else request


def as_called(line: str) -> str:
    """A command in our notation with the names that the reader's Discord shows: "/who name:…" → "/quién nombre:…".

    In a group: "/news who name:…".
    """
    name = parse(line, _OPTIONS).command
    rest = line.removeprefix("/").removeprefix(name)
    options = "|".join(map(re.escape, _OPTIONS.get(name, ())))
    if options:
        rest = re.sub(rf"(?<![^\s\[])({options}):", lambda found: f"{called(found[1])}:", rest)
    return f"{slash(name)}{rest}"


def following(answer: Answer, request: Request) -> list[Request]:
    """The commands that an answer suggests, each short enough for a button, none of them the one just answered."""
    ids = {shorten(citation.title, 90): citation.story for citation in answer.citations}
    found: dict[str, Request] = {}
    for suggestion in answer.suggestions:
        if suggested := parse_line(suggestion):
            # A button for a moderator does exactly what it says, or is none: half a link is another one.
            short = suggested if suggested.command in MODERATION else _shortened(suggested, ids)
            if short != request and fits(short):
                found.setdefault(line_of(short), short)
    return list(found.values())


def _shortened(request: Request, ids: Mapping[str, str]) -> Request:
    """A story by its id where the answer cites it; else by as much of its title as a button carries."""
    options = {name: visible(value) for name, value in request.options.items()}
    if story := options.get("story"):
        options["story"] = ids.get(story, story)
    longest = max(options, key=lambda name: len(options[name]), default="")
    if longest and not fits(Request(request.command, options)):
        over = size(_written(Request(request.command, options))) - 70
        options[longest] = shorten(options[longest], max(1, len(options[longest]) - over)).rstrip("…")
    return Request(request.command, options)


def _written(request: Request) -> str:
    parts = [request.command, *(f"{name}={value}" for name, value in request.options.items())]
    return _BETWEEN.join(visible(part).replace(_BETWEEN, " ") for part in parts)


def _read(text: str) -> Request | None:
    command, *parts = text.split(_BETWEEN)
    options = {name: value for name, _, value in (part.partition("=") for part in parts)}
    if command not in _ALL or not options.keys() <= set(_OPTIONS[command]):
        return None
    return Request(command, options)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return digits or "0"
