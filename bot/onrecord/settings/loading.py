"""Reading the configuration: a TOML file, with the environment over it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings import SettingsError as UnreadableVariable

from onrecord.errors import SettingsError
from onrecord.settings.faults import PREFIX, first_fault, place, unknown_key, unreadable_variable
from onrecord.settings.models import FolderSource, Settings, Source

DEFAULT_FILE = Path("config.toml")
TOKEN = "DISCORD_TOKEN"


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


def load_settings(path: Path | None = None, missing: Callable[[str], None] | None = None) -> Settings:
    """Read `path`, else `config.toml` in the working folder, else take the built-in defaults.

    Relative paths in the file start at its folder. Raises `SettingsError`, one line that names the file, the key and
    what is expected. `missing`: is told so of a source's folder that is not there, in place of raising.
    """
    file = path or DEFAULT_FILE
    data = _read(file, required=path is not None)
    _refuse_unknown_variables()
    try:
        settings = _Layered(**data)
    except ValidationError as error:
        raise SettingsError(first_fault(file, error)) from None
    except UnreadableVariable as error:
        raise SettingsError(unreadable_variable(error)) from None
    return _with_token(_with_real_paths(settings, file, missing))


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
    if "token" in data:
        raise SettingsError(f"{file}: token: does not belong in a file; set {TOKEN} in the environment.")
    discord = data.get("discord")
    if isinstance(discord, dict) and "token" in discord:
        raise SettingsError(f"{file}: discord.token: does not belong in a file; set {TOKEN} in the environment.")
    return data


def _with_real_paths(settings: Settings, file: Path, missing: Callable[[str], None] | None) -> Settings:
    base = file.absolute().parent
    sources: list[Source] = []
    for n, source in enumerate(settings.sources):
        if not isinstance(source, FolderSource):
            sources.append(source)
            continue
        folder = _expanded(base, source.path)
        if not _is_folder(folder):
            sentence = f"{place(file, ('sources', n, 'path'))}: there is no folder {folder}."
            if missing is None:
                raise SettingsError(sentence)
            missing(sentence)
        sources.append(source.model_copy(update={"path": folder}))
    path = _expanded(base, settings.archive.path)
    if not _is_folder(path.parent):
        raise SettingsError(f"{place(file, ('archive', 'path'))}: there is no folder {path.parent}.")
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
            raise SettingsError(f"{name}: {unknown_key(key.lower(), Settings.model_fields)}")
