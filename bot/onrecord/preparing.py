"""What happens to a document on its way into the archive: cleaned, read, turned into rows. No archive needed.

`python -c "...serve()"` is the worker process that a large refresh starts (see `refresh.py`).
"""

from __future__ import annotations

import gc
import pickle
import sys
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import BinaryIO

from onrecord.archive import Arrival
from onrecord.archive.rows import story_rows
from onrecord.errors import OnRecordError
from onrecord.stories import Document

LENGTH = 4
"""Bytes before each message between refresh and its workers, that say how long it is."""


def prepare(documents: Sequence[Document]) -> list[Arrival]:
    # Here and not above: these load the HTML tools, which a refresh without changes does not need.
    from onrecord.cleaning import clean  # noqa: PLC0415
    from onrecord.reading import read  # noqa: PLC0415

    arrivals: list[Arrival] = []
    for document in documents:
        try:
            story = story_rows(read(clean(document)))
        except OnRecordError as error:
            arrivals.append(Arrival(document.location, document.digest, None, str(error)))
        except Exception as error:  # one document must never stop the others
            reason = f"it could not be read ({type(error).__name__}: {error})"
            arrivals.append(Arrival(document.location, document.digest, None, reason[:300]))
        else:
            arrivals.append(Arrival(document.location, document.digest, story))
    return arrivals


@cache
def reader_version() -> str:
    """Changes whenever the code that cleans and reads does, so that documents are then read again."""
    digest = blake2b(digest_size=8)
    for package in ("onrecord.cleaning", "onrecord.reading", "onrecord.archive"):
        for name, content in _sources(files(package)):
            digest.update(f"{package}/{name}\0".encode() + content)
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[tuple[str, bytes]]:
    """(name, content) of each module in it and below."""
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".py"):
            found.append((entry.name, entry.read_bytes()))
        elif entry.is_dir() and not entry.name.startswith("__"):
            found += [(f"{entry.name}/{name}", content) for name, content in _sources(entry)]
    return found


def pack(message: object) -> bytes:
    content = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return len(content).to_bytes(LENGTH, "big") + content


def serve() -> None:
    """Answer lists of documents on standard input with lists of arrivals on standard output, until it ends."""
    # Next to nothing that reading makes is a cycle: to look for some after each few hundred objects takes long.
    gc.freeze()
    gc.set_threshold(200_000)
    incoming: BinaryIO = sys.stdin.buffer
    outgoing: BinaryIO = sys.stdout.buffer
    sys.stdout = sys.stderr
    while length := incoming.read(LENGTH):
        documents: list[Document] = pickle.loads(incoming.read(int.from_bytes(length, "big")))
        outgoing.write(pack(prepare(documents)))
        outgoing.flush()
