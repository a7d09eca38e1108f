"""Bytes to text: UTF-8 and marked encodings as they are, others detected, binary refused."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_CONTROL = bytes({*range(9), 11, *range(14, 27), *range(28, 32), 127})
# What Western European text has beyond ASCII in the code page 1252. Its letters lie on other letters elsewhere.
_WESTERN = set(
    "àâäáãåæçèéêëìíîïñòóôöõøœùúûüýÿßšžÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜÝŸŠŽ‘’“”„–—…•€£¥©®™°«»¿¡§·½¼¾×\u00a0\u00ad"
)
_SAMPLE = 200_000


def decode(data: bytes, *, html: bool = False) -> str | None:
    """The text, or null when the bytes are no text. `html`: heed the encoding that a page declares."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tried(data, encoding)
    head = data[:_SAMPLE]
    if b"\0" in head:
        return _unmarked_utf16(data)
    if sum(head.count(byte) for byte in _CONTROL) > len(head) / 200:
        return None
    text = _tried(data, "utf-8")
    if text is not None:
        return text
    if html and (declared := _META.search(data[:4096])):
        text = _tried(data, declared[1].decode("ascii", "ignore"))
        if text is not None:
            return text
    return _detected(data)


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _unmarked_utf16(data: bytes) -> str | None:
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = min(len(data), _SAMPLE) // 2
    if len(data) % 2 or max(even, odd) < 0.4 * half or min(even, odd) > 0.05 * half:
        return None
    return _tried(data, "utf-16-be" if even > odd else "utf-16-le")


def _detected(data: bytes) -> str | None:
    # Mostly UTF-8 with a few broken bytes is UTF-8: a file that was cut or glued, not another encoding.
    loose = data.decode("utf-8", "replace")
    broken, sound = (
        loose.count("\ufffd"),
        sum(not c.isascii() for c in loose[:_SAMPLE]) - loose[:_SAMPLE].count("\ufffd"),
    )
    if broken <= 3 and sound > 10 * broken:
        return loose
    western = _tried(data, "cp1252")
    if western is not None and {c for c in western if not c.isascii()} <= _WESTERN:
        foreign = sum(not c.isascii() for c in western)
        if foreign <= 0.3 * len(western):
            return western
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only the rare file that is not UTF-8 needs its tables

    best = from_bytes(data[:_SAMPLE]).best()
    return _tried(data, best.encoding) if best else None
