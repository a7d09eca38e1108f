"""What the answers to moderators have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from onrecord.answers.compose import compose
from onrecord.answers.extracts import shorten
from onrecord.answers.replies import shown
from onrecord.archive import Removal
from onrecord.language import day, say
from onrecord.stories import Answer, Attached, Entry

LISTED = 5
"""Lines of a long list that the answer itself shows; the rest is in an attached file."""
_LONGEST_LINE = 200


def told(
    command: str,
    heading: str,
    entries: Iterable[Entry] = (),
    suggestions: Iterable[str] = (),
    files: Iterable[Attached] = (),
    *,
    found: bool = True,
) -> Answer:
    """What is said at the desk stays there."""
    answer = compose(command, heading, entries, None, suggestions, found=found)
    return answer.model_copy(update={"private": True, "files": tuple(files)})


def asks(command: str, heading: str, suggestions: Sequence[str]) -> Answer:
    return told(command, heading, [], suggestions, found=False)


def no_number(command: str, typed: str) -> Answer:
    return told(
        command, say("{typed} is no number of the log.", typed=shown(typed)), [], ["/coverage log"], found=False
    )


def entry_number(typed: str | None) -> int | None:
    digits = (typed or "").removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def moment(at: datetime) -> str:
    return f"{day(at)}, {at:%H:%M} UTC"


def short_name(text: str) -> str:
    return shorten(" ".join(text.split()), 100)


def one_line(text: str) -> str:
    return shorten(" ".join(text.split()), _LONGEST_LINE)


def subject_of(removal: Removal) -> str:
    """What was removed, as people know it: neither by a key nor by where the bot's files lie."""
    target = removal.target
    if target.kind == "story":
        return f"“{short_name(removal.titles[0])}”" if removal.titles else say("a story")
    if target.kind == "host":
        return target.value
    kind, _, place = target.value.partition(":")
    match kind:
        case "folder":
            named = place.replace("\\", "/").rpartition("/")[2]
        case "file":
            named = place.rpartition("#")[0]
        case _:
            named = place
    return short_name(removal.name or named)
