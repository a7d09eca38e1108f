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


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each of `words` stands in the text as written."""
    folded, places = _traced(text)
    return [(places[found.start()], places[found.end() - 1] + 1) for found in _WORD.finditer(folded)]


def place_of(folded: str, text: str) -> tuple[int, int] | None:
    """Where a part of what `fold` makes of a text stands in it as written."""
    made, places = _traced(text)
    at = made.find(folded)
    return (places[at], places[at + len(folded) - 1] + 1) if folded and at >= 0 else None


def _traced(text: str) -> tuple[str, list[int]]:
    """What `fold` makes of it but for space at its ends, and where each character of that comes from: one may become
    several, or none."""
    made: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for one in " " if char.isspace() else plain(char):
            if one != " " or made[-1:] != [" "]:
                made.append(one)
                places.append(place)
    return "".join(made), places
