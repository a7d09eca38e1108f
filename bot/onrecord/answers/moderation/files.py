"""What a moderator takes away as a file: the coverage as JSON Lines and CSV, long lists as text."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence

from onrecord.stories import Story, StoryHead

_COLUMNS = (
    "desk", "id", "title", "publisher", "url", "published", "authors", "reposted_by", "ai_generated", "version",
    "passages", "quotes",
)  # fmt: skip
_OBEYED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula: https://owasp.org/www-community/attacks/CSV_Injection."""

_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Line breaks for some readers, and not for JSON."""


def as_json_lines(own: Sequence[Story], others: Sequence[StoryHead]) -> str:
    """One story a line; those of the shared coverage without their text, and without where the bot keeps them."""
    lines = [{"desk": "own", **story.model_dump(mode="json")} for story in own]
    lines += [{"desk": "shared", **head.model_dump(mode="json", exclude={"document"})} for head in others]
    return "".join(f"{json.dumps(line, ensure_ascii=False).translate(_BREAKS)}\n" for line in lines)


def as_csv(own: Sequence[Story], others: Sequence[StoryHead]) -> str:
    """One story a row. No cell is a formula, whatever a page calls itself."""
    rows = _Lines()
    writer = csv.writer(rows, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for desk, head in [*(("own", one) for one in own), *(("shared", one) for one in others)]:
        writer.writerow(map(_cell, _row(desk, head)))
    return "\ufeff" + "".join(rows.written)  # without the mark, spreadsheets take it for an old code page


def _row(desk: str, head: StoryHead) -> list[object]:
    story = head if isinstance(head, Story) else None
    return [
        desk,
        head.id,
        head.title,
        head.publisher or "",
        head.url or "",
        head.published.isoformat() if head.published else "",
        "; ".join(head.authors),
        "; ".join(head.reposted_by),
        "yes" if head.ai_generated else "no",
        head.version,
        len(story.passages) if story else "",
        len(story.quotes) if story else "",
    ]


def _cell(value: object) -> str:
    text = " ".join(str(value).split())
    return f"'{text}" if text.startswith(_OBEYED) else text


def as_lines(lines: Sequence[str]) -> str:
    return "".join(f"{' '.join(line.split())}\n" for line in lines)


class _Lines:
    """Where `csv` writes to."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, text: str) -> None:
        self.written.append(text)
