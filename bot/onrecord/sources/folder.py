"""Documents that lie in files: found in folders, told apart by their endings, decoded, and refused with a reason."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator, Sequence
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias, cast

from onrecord.errors import SourceError
from onrecord.sources.decoding import decode
from onrecord.stories import Document, Skipped

LIMIT = 20_000_000
"""Bytes of one document: a file, or one line of a JSON Lines file (such a file itself may be of any size)."""
_Kind: TypeAlias = Literal["text", "html", "json", "lines"]
_FORMATS: dict[str, _Kind] = {
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
_ENDINGS = ".txt, .md, .html, .json or .jsonl"
_BINARY = "The file is binary: no text encoding fits it."
_BLANK = "The file holds nothing but blank space."
_UNREADABLE = "It is not JSON that can be read: it is nested too deeply or holds a number too long."


def read_folder(folder: Path) -> Iterator[Document | Skipped]:
    """Each document below a folder, by path, hidden files and folders aside.

    Links are followed within the folder, each folder once, and one that leads out of it is skipped: whoever may add a
    link there need not be allowed to publish what it leads to. Raises `SourceError` if the folder is missing or cannot
    be listed.
    """
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise SourceError(f"{folder} is not a folder.")
        next(folder.iterdir(), None)
    except OSError as error:
        raise SourceError(f"The folder {folder} cannot be read: {_why(error)}.") from error
    return _below(folder)


def read_paths(paths: Sequence[Path]) -> Iterator[Document | Skipped]:
    """Each document in the files and folders given, in the order given. Raises `SourceError` for a missing one."""
    for path in paths:
        if path.is_dir():
            yield from read_folder(path)
        elif not os.path.lexists(path):
            raise SourceError(f"{path} does not exist.")
        else:
            yield from _read_file(path)


def _below(folder: Path) -> Iterator[Document | Skipped]:
    seen: set[tuple[int, int]] = set()
    inside = Path(os.path.realpath(folder))
    skipped: list[Skipped] = []

    def unlisted(error: OSError) -> None:
        skipped.append(Skipped(location=str(error.filename), reason=f"The folder cannot be read: {_why(error)}."))

    for root, folders, files in os.walk(folder, onerror=unlisted, followlinks=True):
        yield from skipped
        skipped.clear()
        here = Path(root)
        if _leads_out(here, inside):
            yield _outside(here)
            folders.clear()
            continue
        try:
            status = here.stat()
            with os.scandir(root) as entries:
                links = {entry.name for entry in entries if entry.is_symlink()}
        except OSError as error:  # it went, or was closed, meanwhile
            unlisted(error)
            folders.clear()
            continue
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith("."):
                continue
            path = here / name
            if name in links and _leads_out(path, inside):
                yield _outside(path)
            else:
                yield from _read_file(path)
    yield from skipped


def _leads_out(path: Path, inside: Path) -> bool:
    # Not Path.resolve(): it raises for links that loop.
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(inside)


def _outside(path: Path) -> Skipped:
    reason = "It is a link that leads out of the folder; make the folder that it leads to a source of its own."
    return Skipped(location=_printable(path), reason=reason)


def _read_file(path: Path) -> Iterator[Document | Skipped]:
    location = _printable(path)
    kind = _FORMATS.get(path.suffix.lower())
    if kind is None:
        yield Skipped(location=location, reason=f"Its name does not end in {_ENDINGS}.")
        return
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield Skipped(location=location, reason="It is not a regular file.")
            return
        if status.st_size == 0:
            yield Skipped(location=location, reason="The file is empty.")
            return
        if kind == "lines":
            with path.open("rb") as file:
                yield from _json_lines(location, file)
            return
        if status.st_size > LIMIT:
            yield Skipped(location=location, reason=_too_large("The file", status.st_size))
            return
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        yield Skipped(location=location, reason=f"The file cannot be read: {_why(error)}.")
        return
    yield from _documents(location, kind, data)


def read_upload(name: str, data: bytes) -> Iterator[Document | Skipped]:
    """Each document in a file that somebody handed in, located by the file's name."""
    location = _one_line(name)
    kind = _FORMATS.get(Path(location).suffix.lower())
    if kind is None:
        yield Skipped(location=location, reason=f"Its name does not end in {_ENDINGS}.")
    elif not data:
        yield Skipped(location=location, reason="The file is empty.")
    elif kind == "lines":
        yield from _json_lines(location, BytesIO(data))
    else:
        yield from _documents(location, kind, data)


def _documents(location: str, kind: _Kind, data: bytes) -> Iterator[Document | Skipped]:
    if len(data) > LIMIT:
        yield Skipped(location=location, reason=_too_large("The file", len(data)))
        return
    text = decode(data, html=kind == "html")
    if text is None:
        yield Skipped(location=location, reason=_BINARY)
    elif not text.strip():
        yield Skipped(location=location, reason=_BLANK)
    elif kind == "json":
        yield from _json_file(location, text)
    elif kind != "lines":
        yield Document(location=location, format=kind, text=text)


def _json_file(location: str, text: str) -> Iterator[Document | Skipped]:
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        yield Skipped(location=location, reason=f"It is not JSON, from line {error.lineno} on.")
        return
    except (ValueError, RecursionError):
        yield Skipped(location=location, reason=_UNREADABLE)
        return
    if isinstance(value, dict):
        yield Document(location=location, format="story", text=text)
    elif isinstance(value, list):
        for number, item in enumerate(cast("list[object]", value), start=1):
            place = f"{location}:{number}"
            if isinstance(item, dict):
                yield Document(location=place, format="story", text=json.dumps(item, ensure_ascii=False))
            else:
                yield Skipped(location=place, reason="A story is a JSON object; this is not one.")
    else:
        yield Skipped(location=location, reason="A story is a JSON object, or several in a list; this is neither.")


def _json_lines(location: str, file: BinaryIO) -> Iterator[Document | Skipped]:
    number = 0
    found = False
    while data := file.readline(LIMIT + 1):
        number += 1
        place = f"{location}:{number}"
        if len(data) > LIMIT and not data.endswith(b"\n"):
            size = len(data)
            while rest := file.readline(LIMIT):
                size += len(rest)
                if rest.endswith(b"\n"):
                    break
            yield Skipped(location=place, reason=_too_large(f"Line {number}", size))
            continue
        if not data.strip():
            continue
        found = True
        text = decode(data)
        if text is None and number == 1:
            yield Skipped(location=location, reason=_BINARY)
            return
        if text is None:
            yield Skipped(location=place, reason=f"Line {number} is binary: no text encoding fits it.")
        elif reason := _faulty(text, number):
            yield Skipped(location=place, reason=reason)
        else:
            yield Document(location=place, format="story", text=text.strip())
    if not found:
        yield Skipped(location=location, reason=_BLANK)


def _faulty(text: str, number: int) -> str | None:
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        return f"Line {number} is not JSON, from column {error.colno} on."
    except (ValueError, RecursionError):
        return f"Line {number} is not JSON that can be read: it is nested too deeply or holds a number too long."
    return None if isinstance(value, dict) else f"Line {number} is not a JSON object, which a story is."


def _too_large(what: str, size: int) -> str:
    return f"{what} is too large: {ceil(size / 1e5) / 10:g} MB, of at most {LIMIT // 1_000_000} MB."


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _printable(path: Path) -> str:
    """A path as text, also where its bytes are none."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _one_line(name: str) -> str:
    kept = "".join(c if c.isprintable() else " " for c in name.encode("utf-8", "replace").decode("utf-8"))
    return " ".join(kept.split())[-100:] or "a file without a name"
