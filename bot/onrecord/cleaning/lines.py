"""A document's text as lines: one paragraph, list item or heading each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "item", "heading"]

_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068"
    "\u2069\ufeff\ufff9\ufffa\ufffb"
)
_TIDY = {
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys((chr(c) for c in (*range(9), *range(14, 32), *range(127, 160)) if c != 0x85), ""),
    **dict.fromkeys((chr(c) for c in (9, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)), " "),
    **dict.fromkeys("\r\u0085\u2028\u2029\v\f", "\n"),
    "\u2011": "-",
}
_UNTIDY = re.compile("[" + "".join(re.escape(c) for c in _TIDY) + "]")
_BULLET = re.compile(r"(?:[•●▪■◦‣⁃∙·○◆►▸➤✓✔✅–—*-]|\(?\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_SIGNATURE = re.compile(r"(?:[—–―]|--)\s?[A-Z][^.!?“”\"]{1,80}")
"""Below a quotation, "— Ann Lee, skipper": who said it, and no item of a list."""
_CLOSING = ("”", '"', "’", "'", "»")
_PICTURE = re.compile(r"\A(?:(?![👉➡➤👇])[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)+\s+(?=\w)")
_PROSE_LENGTH = 80
_FEW_FILLED = 3
_WRAPPED = range(45, 101)


@dataclass(slots=True)
class Line:
    n: int
    """Its place in the document; parts of a split line share it."""
    text: str
    kind: Kind = "text"
    block: int = 0
    """Lines of one block have no blank line between them."""
    link: str | None = None
    """Where the one link in it leads, in formats that hide addresses."""


def is_prose(line: Line) -> bool:
    """A paragraph: long enough, and ended as a sentence or a clause is."""
    return (
        line.kind != "heading"
        and len(line.text) >= _PROSE_LENGTH
        and line.text.rstrip("\"”'’)]").endswith((".", "!", "?", "…", ";", ",", ":"))
    )


def tidy(text: str) -> str:
    """Without invisible and control characters; special spaces, line ends and the non-breaking hyphen made plain."""
    return _UNTIDY.sub(lambda found: _TIDY[found.group()], text.replace("\r\n", "\n"))


def split_lines(text: str, above: str = "") -> list[Line]:
    """The non-blank lines of a plain text; paragraphs that are wrapped over several lines are joined.

    `above` is the line before it, in formats that hand over their text by pieces.
    """
    lines: list[Line] = []
    block = 0
    parted = False
    for n, raw in enumerate(tidy(text).split("\n")):
        stripped = raw.strip()
        if not stripped:
            parted = bool(lines)
            continue
        block += parted
        parted = False
        lines.append(line_of(stripped, n, block, lines[-1].text if lines else above))
    return _unwrapped(lines)


def line_of(text: str, n: int, block: int = 0, above: str = "") -> Line:
    if above.endswith(_CLOSING) and _SIGNATURE.fullmatch(text):
        return Line(n, text, "text", block)
    bullet = _BULLET.match(text)
    if bullet and any(c.isalnum() for c in text[bullet.end() :]):
        # "1. Title" keeps its number: whether it counts the items or belongs to the words cannot be told.
        marker = text[: bullet.end()].strip()
        return Line(n, text if marker[0].isalnum() or marker[0] == "(" else text[bullet.end() :], "item", block)
    # A small picture before the words decorates them; a pointing hand says that they lead elsewhere.
    picture = _PICTURE.match(text)
    return Line(n, text[picture.end() :] if picture else text, "text", block)


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Join the lines of blocks that were filled to one width, as mail and wire copy are."""
    if not lines or len(lines) - lines[-1].block - 1 < _FEW_FILLED:
        return lines
    blocks: dict[int, list[Line]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(line)
    filled = [line for block in blocks.values() for line in block[:-1]]
    if len(filled) < _FEW_FILLED or sum(len(line.text) in _WRAPPED for line in filled) < 0.8 * len(filled):
        return lines
    open_ended = sum(line.text[-1].isalnum() or line.text[-1] in ",-" for line in filled)
    width = max(len(line.text) for line in filled)
    if open_ended < 0.6 * len(filled) or width not in _WRAPPED:
        return lines
    joined: list[Line] = []
    for block in blocks.values():
        for previous, line in zip([None, *block[:-1]], block, strict=True):
            first_word = line.text.split(" ", 1)[0]
            room = width - len(previous.text) if previous else width
            if previous and line.kind == "text" and len(first_word) + 1 > room:
                joined[-1].text += " " + line.text
            else:
                joined.append(Line(line.n, line.text, line.kind, line.block))
    return joined
