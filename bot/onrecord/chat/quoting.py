"""What somebody quotes in a message, and what a message points to."""

from __future__ import annotations

import re

from onrecord.answers.extracts import shorten

_QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"")
_LINK = re.compile(r"https?://[^\s<>()]+")


def quotation_in(message: str, longest: int) -> str:
    """The longest passage in quotation marks, from three words on; else what stands behind ">"; else all of it."""
    quoted = ["".join(groups) for groups in _QUOTED.findall(message)]
    best = max(quoted, key=len, default="")
    if len(best.split()) > 2:
        return shorten(best, longest)
    cited = [line.strip("> ") for line in message.splitlines() if line.startswith(">")]
    return shorten(" ".join(cited) or message, longest)


def subject_of(message: str, longest: int) -> str:
    """The first link; else the message's first words."""
    link = _LINK.search(message)
    return link[0] if link and len(link[0]) <= longest else shorten(message, longest)
