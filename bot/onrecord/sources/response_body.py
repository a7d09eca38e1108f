"""Reading what a server sends without ever holding more than was agreed."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Any, Protocol

import brotli as untyped_brotli  # pyright: ignore[reportMissingTypeStubs]

from onrecord.errors import SourceError

ENCODINGS = "gzip, deflate, br"
"""For the Accept-Encoding header: what `unpacker` unpacks."""
_PIECE = 1 << 16
_STEP = 1 << 20
brotli: Any = untyped_brotli
_DAMAGED: tuple[type[Exception], ...] = (zlib.error, brotli.error)


class Unpacker(Protocol):
    def unpack(self, data: bytes) -> Iterator[bytes]:
        """Pieces of bounded size, so that whoever reads them can stop a bomb early."""
        ...

    @property
    def whole(self) -> bool: ...


class _Plain:
    whole = True

    def unpack(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Zlib:
    """gzip (several members too), and deflate with or without its wrapper."""

    def __init__(self, *, gzip: bool) -> None:
        self._wbits = 16 + zlib.MAX_WBITS if gzip else zlib.MAX_WBITS
        self._inner = zlib.decompressobj(self._wbits)
        self._started = False

    @property
    def whole(self) -> bool:
        return self._inner.eof

    def unpack(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._inner.eof:
                if self._wbits != 16 + zlib.MAX_WBITS or data[:1] != b"\x1f":
                    return  # padding after the end
                self._inner = zlib.decompressobj(self._wbits)
            try:
                piece = self._inner.decompress(data, _PIECE)
            except zlib.error:
                if self._started or self._wbits != zlib.MAX_WBITS:
                    raise
                self._wbits = -zlib.MAX_WBITS
                self._inner = zlib.decompressobj(self._wbits)
                continue
            self._started = True
            yield piece
            data = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail


class _Brotli:
    def __init__(self) -> None:
        self._inner: Any = brotli.Decompressor()

    @property
    def whole(self) -> bool:
        return self._inner.is_finished()

    def unpack(self, data: bytes) -> Iterator[bytes]:
        yield self._inner.process(data, output_buffer_limit=_PIECE)
        while not self._inner.can_accept_more_data():
            yield self._inner.process(b"", output_buffer_limit=_PIECE)


def unpacker(encoding: str) -> Unpacker:
    """For one Content-Encoding. Raises `SourceError` for one that was not asked for."""
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Zlib(gzip=True)
        case "deflate":
            return _Zlib(gzip=False)
        case "br":
            return _Brotli()
        case other:
            raise SourceError(f"It comes packed as {other[:40]!r}, which cannot be unpacked.")


async def read_body(chunks: AsyncIterator[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """The unpacked body; with `cut` its first `limit` bytes, else `SourceError` when it is longer."""
    unpack = unpacker(encoding)
    body = bytearray()
    packed = rested = 0
    try:
        async for chunk in chunks:
            packed += len(chunk)
            for piece in unpack.unpack(chunk):
                body += piece
                if len(body) - rested > _STEP:  # unpacking all of a bomb at once would hold up everybody else
                    rested = len(body)
                    await asyncio.sleep(0)
                if len(body) > limit:
                    if cut:
                        return bytes(body[:limit])
                    raise too_large(limit)
            if packed > limit:  # packed data that unpacks to nothing
                raise too_large(limit)
    except _DAMAGED:
        raise SourceError("It cannot be unpacked: its compression is damaged.") from None
    if packed and not unpack.whole:
        raise SourceError("It ends half-way: its compression is cut short.")
    return bytes(body)


def too_large(limit: int) -> SourceError:
    return SourceError(f"It is larger than {limit / 1_000_000:g} MB.")
