"""What a round of visits has seen already, so that a page which several want is fetched once."""

from __future__ import annotations

import pickle
import zlib
from collections import OrderedDict
from typing import Any

from onrecord.errors import SourceError
from onrecord.sources.fetch import NotModified
from onrecord.stories import Validators

MOST_BYTES = 32_000_000
"""Packed; of what does not fit, the oldest is fetched again when it is asked for."""
FRESH = 600.0
"""Seconds for which what was seen is taken for what is there."""


def pack(page: object) -> bytes:
    """Takes a moment, as `unpack` does, so not on the event loop."""
    return zlib.compress(pickle.dumps(page, pickle.HIGHEST_PROTOCOL), 1)


def unpack(packed: bytes) -> Any:
    return pickle.loads(zlib.decompress(packed))


class VisitCache:
    """By link: a page as it was sent, that it was unchanged since certain validators, or why it cannot be had."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._pages: OrderedDict[str, tuple[float, bytes, Validators]] = OrderedDict()
        self._unchanged: dict[str, tuple[float, Validators]] = {}
        self._failed: dict[str, tuple[float, SourceError]] = {}

    def put(self, link: str, now: float, packed: bytes, validators: Validators) -> None:
        if link in self._pages:
            self._bytes -= len(self._pages.pop(link)[1])
        self._pages[link] = (now, packed, validators)
        self._bytes += len(packed)
        while self._bytes > self._most_bytes:
            _, (_, oldest, _) = self._pages.popitem(last=False)
            self._bytes -= len(oldest)

    def unchanged(self, link: str, now: float, known: Validators) -> None:
        self._unchanged[link] = (now, known)

    def failed(self, link: str, now: float, error: SourceError) -> None:
        self._failed[link] = (now, error)

    def get(self, link: str, now: float, known: Validators | None) -> bytes | NotModified | None:
        """The packed page; null when it has to be asked for. Raises as the page's first visit did."""
        failed, unchanged, page = self._failed.get(link), self._unchanged.get(link), self._pages.get(link)
        if failed and now - failed[0] <= FRESH:
            raise type(failed[1])(*failed[1].args)
        if unchanged and unchanged[1] == known and now - unchanged[0] <= FRESH:
            return NotModified(location=link)
        if page is None or now - page[0] > FRESH:
            return None
        given = page[2]
        return NotModified(location=link) if given == known and (given.etag or given.last_modified) else page[1]
