"""Comparing text written by different hands: one folding for every room."""

from __future__ import annotations

import re
import unicodedata

_LOOKALIKES: dict[str, str] = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff", ""
    ),
    "\u00a0": " ",
    "…": "...",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "æ": "ae",
    "Æ": "ae",
    "œ": "oe",
    "Œ": "oe",
}
_FEW = 100
"""Kinds of characters beyond ASCII that are quicker replaced one after the other than looked up at each place."""
_MET = 50_000
"""Characters that are remembered: more than all living scripts have in use."""
_ASCII = bytes(range(128))
_WORD = re.compile(r"\w+(?:'\w+)*")


class _Plain(dict[int, str]):
    """What a character becomes, its case aside; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = [part for part in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(part)]
        plain = "".join(_LOOKALIKES.get(part, part) for part in parts)
        if len(self) < _MET:
            self[code] = plain
        return plain


_PLAIN = _Plain({ord(char): plain for char, plain in _LOOKALIKES.items()})


def fold(text: str) -> str:
    """Drop case, accents, typographic marks, invisible characters, runs of space: "Gordon‑Lévitt" → "gordon-levitt"."""
    return " ".join(plain(text).split())


def plain(text: str) -> str:
    """As `fold`, with the runs of space as they are."""
    text = text.replace("`", "'")
    if text.isascii():
        return text.lower()
    # Each character by itself, never the text as a whole: to bring a long run of marks into their canonical order takes
    # the square of its length.
    kinds = set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    if len(kinds) > _FEW:
        return text.translate(_PLAIN).casefold()
    for kind in kinds:
        text = text.replace(kind, _PLAIN[ord(kind)])
    return text.casefold()


def words(text: str) -> list[str]:
    """The folded words, hyphens parted: "Gordon‑Levitt’s AI" → ["gordon", "levitt's", "ai"]."""
    return _WORD.findall(fold(text))
