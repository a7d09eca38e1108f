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
# Browsers read these labels as their larger Windows kin: https://encoding.spec.whatwg.org/#names-and-labels
_LARGER_KIN = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_ENCODINGS = re.compile(
    r"utf-8|utf-16(-le|-be)?|cp125\d|cp874|cp932|cp949|cp866|iso8859-\d+|koi8-[ru]|mac-(roman|cyrillic)|gb18030|big5"
    r"|big5hkscs|euc_jp|iso2022_jp|hz"
)
_SEVEN_BITS = ("iso2022_jp", "hz")
"""Their bytes are ASCII too, so what is stated must be believed."""


def decode(data: bytes, *, html: bool = False, stated: str | None = None) -> str | None:
    """The text, or null when the bytes are no text.

    `html`: heed the encoding that a page declares; `stated`: and before it the one that its server states.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tried(data, encoding)
    head = data[:_SAMPLE]
    if b"\0" in head:
        return _unmarked_utf16(data)
    if len(head) - len(head.translate(None, _CONTROL)) > len(head) / 200:
        return None
    declared = _META.search(data[:4096]) if html else None
    labels = [_encoding(stated), _encoding(declared[1].decode("ascii", "ignore") if declared else None)]
    for label in (*(label for label in labels if label in _SEVEN_BITS), "utf-8", *labels):
        text = _tried(data, label) if label else None
        if text is not None:
            return text
    return _detected(data)


def _encoding(label: str | None) -> str | None:
    """Python's name for it; null for the codecs in which no page is written (punycode, unicode_escape…)."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    name = _LARGER_KIN.get(name, name)
    return name if _ENCODINGS.fullmatch(name) else None


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
    broken = loose.count("\ufffd")
    sound = sum(not c.isascii() for c in loose[:_SAMPLE]) - loose[:_SAMPLE].count("\ufffd")
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
