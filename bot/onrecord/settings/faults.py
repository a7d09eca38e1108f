"""What is wrong with a configuration, as a line that names the file or variable, the key and what is expected."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import SettingsError as UnreadableVariable

from onrecord.settings.models import (
    ADDRESS,
    KINDS,
    ArchiveSettings,
    DiscordSettings,
    RefreshSettings,
    Settings,
    WebSettings,
)

PREFIX = "ONRECORD_"
_JSON = {
    "ARCHIVE": 'a table, in a variable as JSON: {"path": "onrecord.db"}',
    "SOURCES": 'a list of tables, in a variable as JSON: [{"kind": "folder", "path": "news"}]',
    "WEB": 'a table, in a variable as JSON: {"open": ["127.0.0.1:8080"]}',
    "WEB__OPEN": 'a list, such as ["127.0.0.1:8080"]',
    "REFRESH": 'a table, in a variable as JSON: {"every": "6h"}',
    "DISCORD": 'a table, in a variable as JSON: {"cooldown": 2.0}',
    "DISCORD__PRIVATE": 'a list, such as ["quotes", "who"]',
}
"""Variables that hold more than one value, and what they hold."""


def unreadable_variable(error: UnreadableVariable) -> str:
    """Which variable is not JSON: pydantic names no more than the first part of it."""
    for name, value in os.environ.items():
        if expected := _JSON.get(name.upper().removeprefix(PREFIX)):
            try:
                json.loads(value)
            except (ValueError, RecursionError):
                return f"{name}: is not valid JSON; should be {expected}."
    return f"a variable that starts with {PREFIX} cannot be read: {error}"


def first_fault(file: Path, error: ValidationError) -> str:
    """An unknown key first: a misspelled one also leaves the right one missing."""
    fault = min(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
    loc = fault["loc"]
    if loc[:2] == ("web", "open"):
        says = ADDRESS if len(loc) > 2 else f"should be {_JSON['WEB__OPEN']}."
        return f"{place(file, loc[:3])}: {says}"
    match fault["type"]:
        case "extra_forbidden":
            says = unknown_key(str(loc[-1]), _keys(loc))
        case "missing":
            says = "is missing."
        case "union_tag_invalid":
            loc, says = (*loc, "kind"), f"should be {', '.join(map(repr, [*KINDS][:-1]))} or {[*KINDS][-1]!r}."
        case "value_error":
            says = fault["msg"].removeprefix("Value error, ")
        case "union_tag_not_found" | "model_type" | "model_attributes_type" | "dict_type":
            says = "should be a table."
        case "tuple_type":
            says = "should be a list of tables, each under [[sources]]."
        case "frozen_set_type":
            says = f"should be {_JSON['DISCORD__PRIVATE']}."
        case "path_type":
            says = "should be a path in quotation marks."
        case "int_type" | "int_parsing" | "int_from_float":
            says = "should be a whole number."
        case "float_type" | "float_parsing":
            says = "should be a number."
        case "string_type":
            says = "should be text in quotation marks."
        case "string_pattern_mismatch":
            says = "should be 1 to 32 small letters, digits, - or _."
        case _:
            says = f"{fault['msg'].replace('Input should', 'should')}."
    if loc[0] == "sources":  # pydantic puts the kind of the source between its number and the key
        loc = (*loc[:2], *loc[3:]) if len(loc) > 3 else loc
    return f"{place(file, loc)}: {says}"


def place(file: Path, loc: Sequence[int | str]) -> str:
    """Where a value was written: the variable that set it, else the key in the file."""
    names = [str(part) for part in loc]
    for length in range(len(names), 0, -1):
        variable = PREFIX + "__".join(names[:length]).upper()
        if variable in os.environ:
            return ": ".join([variable, *([".".join(names[length:])] if length < len(names) else [])])
    if len(loc) > 1 and isinstance(loc[1], int):
        return ": ".join([f"{file}: [[{names[0]}]] number {loc[1] + 1}", *names[2:][-1:]])
    return f"{file}: {'.'.join(names)}"


def _keys(loc: Sequence[int | str]) -> Collection[str]:
    """The keys that may stand where `loc` does."""
    match loc:
        case ["archive", _]:
            return ArchiveSettings.model_fields
        case ["discord", _]:
            return DiscordSettings.model_fields.keys() - {"token"}
        case ["sources", _, str(kind), _]:
            return KINDS[kind].model_fields
        case ["web", _]:
            return WebSettings.model_fields
        case ["refresh", _]:
            return RefreshSettings.model_fields
        case _:
            return Settings.model_fields


def unknown_key(typed: str, known: Collection[str]) -> str:
    near = get_close_matches(typed, known, n=1)
    return "there is no such key; " + (f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}.")
