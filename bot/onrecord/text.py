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
# A search for the few of them that a text has is several times faster than looking up each of its characters.
_LOOKALIKE = re.compile(f"[{''.join(_LOOKALIKES)}]")
_WORD = re.compile(r"\w+(?:'\w+)*")


def fold(text: str) -> str:
    """Drop case, accents, typographic marks, invisible characters, runs of space: "Gordon‑Lévitt" → "gordon-levitt"."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    text = _plain(text)
    if not text.isascii():
        # Marks go first as well: a run of them takes the square of its length to bring into their canonical order.
        text = _plain(_without_marks(unicodedata.normalize("NFKD", _without_marks(text))))
    return " ".join(text.casefold().split())


def _plain(text: str) -> str:
    return _LOOKALIKE.sub(lambda found: _LOOKALIKES[found.group()], text)


def _without_marks(text: str) -> str:
    for mark in filter(unicodedata.combining, set(text)):  # each kind at once: a text has few of them
        text = text.replace(mark, "")
    return text


def words(text: str) -> list[str]:
    """The folded words, hyphens parted: "Gordon‑Levitt’s AI" → ["gordon", "levitt's", "ai"]."""
    return _WORD.findall(fold(text))
