"""Discord's notation for a slash command: `/name option:value option:value`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_STRAY = re.compile(r"(\w{1,32}):")


class Request(NamedTuple):
    command: str
    options: dict[str, str]


class Place(NamedTuple):
    """Where one option stands in a line."""

    option: str
    start: int
    value: int
    """Where its value starts."""


def places(line: str, options: Sequence[str]) -> list[Place]:
    """A value runs until the next ` option:` of the same command, and so may hold colons itself. Any case will do."""
    if not options:
        return []
    named = re.compile(rf"(?<=\s)({'|'.join(map(re.escape, options))}):", re.IGNORECASE)
    return [Place(match[1].lower(), match.start(), match.end()) for match in named.finditer(line)]


def parse(line: str, options_of: Mapping[str, Sequence[str]]) -> Request:
    """Read one line; what stands before the first option comes back under the name that it has, or under none.

    `options_of` maps each command, of one or two words, to the names of its options.
    """
    line = " ".join(line.split("\n")).strip()
    name, command = _named(line, options_of)
    found = places(line, options_of.get(command, ()))
    values: dict[str, str] = {}
    stray = line[len(name) : found[0].start if found else len(line)].strip()
    if stray:
        match = _STRAY.match(stray)
        values[match[1] if match else ""] = stray[match.end() :].strip() if match else stray
    ends = [place.start for place in found[1:]] + [len(line)]
    for place, end in zip(found, ends, strict=False):
        values[place.option] = line[place.value : end].strip()
    return Request(command, values)


def _named(line: str, options_of: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """As typed, and as it is called: "/Coverage  add" is "coverage add"."""
    words = re.match(r"\S*(\s+\S+)?", line)
    typed = words[0] if words else ""
    both = " ".join(typed.removeprefix("/").casefold().split())
    name = line.partition(" ")[0]
    return (typed, both) if both in options_of and both.count(" ") else (name, name.removeprefix("/").casefold())
