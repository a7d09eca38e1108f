"""The configuration: a TOML file, with the environment over it."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Collection, Sequence
from datetime import timedelta
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    SecretStr,
    Tag,
    ValidationError,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings import SettingsError as UnreadableVariable

from onrecord.errors import SettingsError

DEFAULT_FILE = Path("config.toml")
PREFIX = "ONRECORD_"
TOKEN = "DISCORD_TOKEN"

SHARED = "shared"
"""The name under which the coverage that everybody sees is worked on; any other is a community's desk."""

CommandName: TypeAlias = Literal["summary", "quotes", "check", "who", "related", "stories", "ask"]


class Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ArchiveSettings(Section):
    path: Path = Path("onrecord.db")


class FolderSource(Section):
    kind: Literal["folder"] = "folder"
    path: Path


def _link(text: str) -> str:
    if not text.startswith(("https://", "http://")) or len(text.split()) != 1:
        raise ValueError("should be a link that starts with https:// or http://.")
    return text


Link: TypeAlias = Annotated[str, AfterValidator(_link)]


class PageSource(Section):
    kind: Literal["page"] = "page"
    link: Link


class FeedSource(Section):
    kind: Literal["feed"] = "feed"
    link: Link
    limit: Annotated[int, Field(ge=1, le=1000)] = 100
    """So many of its newest items are read."""


def _kind(source: object) -> str | None:
    if isinstance(source, dict):
        return str(cast("dict[str, object]", source).get("kind", "folder"))
    return getattr(source, "kind", None)


Source: TypeAlias = Annotated[
    Annotated[FolderSource, Tag("folder")] | Annotated[PageSource, Tag("page")] | Annotated[FeedSource, Tag("feed")],
    Discriminator(_kind),
]
_KINDS: dict[str, type[Section]] = {"folder": FolderSource, "page": PageSource, "feed": FeedSource}


_DOOR = 'should be an address and a port from 1 to 65535, such as "127.0.0.1:8080".'


def _door(value: object) -> object:
    if not isinstance(value, str):
        return value
    host, _, port = value.rpartition(":")
    try:
        return str(ip_address(host.strip("[]"))), int(port)
    except ValueError:
        raise ValueError(_DOOR) from None


class WebSettings(Section):
    open: tuple[Annotated[tuple[str, Annotated[int, Field(ge=1, le=65535)]], BeforeValidator(_door)], ...] = ()
    """Addresses with their ports that pages and feeds may be fetched from although they are not public."""


_EVERY = re.compile(r"([1-9][0-9]{0,3}) ?(m|min|h|d)")
_SECONDS = {"m": 60, "min": 60, "h": 3600, "d": 86400}
_SHORTEST = timedelta(minutes=5)
_EVERY_SAYS = 'should be a time from "5m" to "30d", such as "6h" or "90m", or "never".'


def _period(text: str) -> timedelta | None:
    found = _EVERY.fullmatch(text)
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]]) if found else None


def _every(text: str) -> str:
    period = _period(text)
    if text != "never" and (period is None or not _SHORTEST <= period <= timedelta(days=30)):
        raise ValueError(_EVERY_SAYS)
    return text


class RefreshSettings(Section):
    every: Annotated[str, AfterValidator(_every)] = "6h"
    """How often the bot reads its sources again, give or take a tenth."""

    @property
    def period(self) -> timedelta | None:
        """Null for never."""
        return _period(self.every)


class DiscordSettings(Section):
    token: SecretStr | None = None
    """From the environment alone (`DISCORD_TOKEN`)."""
    private: frozenset[CommandName] = frozenset()
    """Commands whose answers only the member who asked sees."""
    cooldown: Annotated[float, Field(ge=0, le=3600)] = 2.0
    """Seconds between two questions of the same member, beyond a few at once; 0 for none."""
    group: Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,32}$")] | None = None
    """`/group summary` in place of `/summary`, for a bot that has a `/summary` already."""


def sample_coverage() -> Path:
    """The folder of sample stories: inside an installed package, beside `bot/` in a checkout."""
    packaged = Path(__file__).parent / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "data"


class Settings(Section):
    archive: ArchiveSettings = ArchiveSettings()
    sources: tuple[Source, ...] = Field(default_factory=lambda: (FolderSource(path=sample_coverage()),))
    web: WebSettings = WebSettings()
    refresh: RefreshSettings = RefreshSettings()
    discord: DiscordSettings = DiscordSettings()


class _Layered(Settings, BaseSettings):
    """`Settings` itself stays free of the environment, so that a host that builds one gets what it wrote."""

    model_config = SettingsConfigDict(  # pyright: ignore[reportIncompatibleVariableOverride]
        frozen=True, extra="forbid", env_prefix=PREFIX, env_nested_delimiter="__"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings


def load_settings(path: Path | None = None) -> Settings:
    """Read `path`, else `config.toml` in the working folder, else take the built-in defaults.

    Relative paths in the file start at its folder. Raises `SettingsError`, one line that names the file, the key and
    what is expected.
    """
    file = path or DEFAULT_FILE
    data = _read(file, required=path is not None)
    _refuse_unknown_variables()
    try:
        settings = _Layered(**data)
    except ValidationError as error:
        raise SettingsError(_first_fault(file, error)) from None
    except UnreadableVariable as error:
        raise SettingsError(_unreadable(error)) from None
    return _with_token(_with_real_paths(settings, file))


def _read(file: Path, *, required: bool) -> dict[str, Any]:
    try:
        data = tomllib.loads(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        if not required:
            return {}
        raise SettingsError(f"{file}: there is no such file.") from None
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{file}: is not UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: is not valid TOML: {error}.") from None
    discord = data.get("discord")
    if isinstance(discord, dict) and "token" in discord:
        raise SettingsError(f"{file}: discord.token: does not belong in a file; set {TOKEN} in the environment.")
    return data


def _with_real_paths(settings: Settings, file: Path) -> Settings:
    base = file.absolute().parent
    sources: list[Source] = []
    for n, source in enumerate(settings.sources):
        if not isinstance(source, FolderSource):
            sources.append(source)
            continue
        folder = _expanded(base, source.path)
        if not _is_folder(folder):
            raise SettingsError(f"{_place(file, ('sources', n, 'path'))}: there is no folder {folder}.")
        sources.append(source.model_copy(update={"path": folder}))
    path = _expanded(base, settings.archive.path)
    if not _is_folder(path.parent):
        raise SettingsError(f"{_place(file, ('archive', 'path'))}: there is no folder {path.parent}.")
    archive = settings.archive.model_copy(update={"path": path})
    return settings.model_copy(update={"archive": archive, "sources": tuple(sources)})


def _expanded(base: Path, path: Path) -> Path:
    try:
        return base / path.expanduser()
    except RuntimeError:  # "~somebody" who has no home
        return base / path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _with_token(settings: Settings) -> Settings:
    token = os.environ.get(TOKEN, "").strip()
    if not token:
        return settings
    return settings.model_copy(update={"discord": settings.discord.model_copy(update={"token": SecretStr(token)})})


def _refuse_unknown_variables() -> None:
    # Only names with a double underscore: container platforms set ONRECORD_PORT and its like on their own.
    for name in os.environ:
        key, nested, _ = name.removeprefix(PREFIX).partition("__")
        if name.startswith(PREFIX) and nested and key.lower() not in Settings.model_fields:
            raise SettingsError(f"{name}: {_unknown(key.lower(), Settings.model_fields)}")


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


def _unreadable(error: UnreadableVariable) -> str:
    """Which variable is not JSON: pydantic names no more than the first part of it."""
    for name, value in os.environ.items():
        if expected := _JSON.get(name.upper().removeprefix(PREFIX)):
            try:
                json.loads(value)
            except (ValueError, RecursionError):
                return f"{name}: is not valid JSON; should be {expected}."
    return f"a variable that starts with {PREFIX} cannot be read: {error}"


def _first_fault(file: Path, error: ValidationError) -> str:
    """An unknown key first: a misspelled one also leaves the right one missing."""
    fault = min(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
    loc = fault["loc"]
    if loc[:2] == ("web", "open"):
        says = _DOOR if len(loc) > 2 else f"should be {_JSON['WEB__OPEN']}."
        return f"{_place(file, loc[:3])}: {says}"
    match fault["type"]:
        case "extra_forbidden":
            says = _unknown(str(loc[-1]), _keys(loc))
        case "missing":
            says = "is missing."
        case "union_tag_invalid":
            loc, says = (*loc, "kind"), f"should be {', '.join(map(repr, _KINDS))}."
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
        case "string_pattern_mismatch":
            says = "should be 1 to 32 small letters, digits, - or _."
        case _:
            says = f"{fault['msg'].replace('Input should', 'should')}."
    if loc[0] == "sources":  # pydantic puts the kind of the source between its number and the key
        loc = (*loc[:2], *loc[3:]) if len(loc) > 3 else loc
    return f"{_place(file, loc)}: {says}"


def _place(file: Path, loc: Sequence[int | str]) -> str:
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
            return _KINDS[kind].model_fields
        case ["web", _]:
            return WebSettings.model_fields
        case ["refresh", _]:
            return RefreshSettings.model_fields
        case _:
            return Settings.model_fields


def _unknown(typed: str, known: Collection[str]) -> str:
    near = get_close_matches(typed, known, n=1)
    return "there is no such key; " + (f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}.")
