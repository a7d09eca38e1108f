"""What happens to a document on its way into the archive: cleaned, read, turned into rows. No archive needed."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from onrecord.archive import Arrival, Packed
from onrecord.archive.rows import story_rows
from onrecord.errors import OnRecordError
from onrecord.processes import messages
from onrecord.stories import Document


def prepare(documents: Sequence[Document], links: Sequence[str] | None = None) -> Packed:
    """`links`: where each was fetched, which is what it is known by then."""
    arrivals = [_prepare(document) for document in documents]
    if links is not None:
        arrivals = [_by_link(link, arrival) for link, arrival in zip(links, arrivals, strict=True)]
    return Packed.of(arrivals)


def _prepare(document: Document) -> Arrival:
    # Here and not above: these load the HTML tools, which a refresh without changes does not need.
    from onrecord.cleaning import clean  # noqa: PLC0415
    from onrecord.reading import read  # noqa: PLC0415

    try:
        return Arrival(document.location, document.digest, story_rows(read(clean(document))))
    except OnRecordError as error:
        return Arrival(document.location, document.digest, None, str(error))
    except Exception as error:  # one document must never stop the others
        reason = f"It could not be read ({type(error).__name__}: {str(error)[:200]})."
        return Arrival(document.location, document.digest, None, reason)


def _by_link(link: str, arrival: Arrival) -> Arrival:
    """A page's markup differs at each visit; whether it changed is a matter of the story in it."""
    content = arrival.story.body if arrival.story else arrival.reason or ""
    digest = blake2b(content.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return arrival._replace(location=link, digest=digest)


@cache
def reader_version() -> str:
    """Changes whenever the code that cleans and reads does, so that documents are then read again."""
    digest = blake2b(digest_size=8)
    for package in ("onrecord.cleaning", "onrecord.reading", "onrecord.archive"):
        for name, content in _sources(files(package)):
            digest.update(f"{package}/{name}\0".encode() + content)
    for name in ("stories.py", "text.py"):
        digest.update(f"{name}\0".encode() + files("onrecord").joinpath(name).read_bytes())
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


def serve() -> None:
    """The process that reads: asked with the arguments of `prepare`, it answers with the outcome."""
    incoming, answer = messages()
    for message in incoming:
        answer(pickle.dumps(prepare(*pickle.loads(message)), pickle.HIGHEST_PROTOCOL))
