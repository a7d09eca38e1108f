"""Text from stories and members, made harmless for Discord: it is shown as text, whatever it holds."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

LONGEST_LINK = 512
"""What Discord takes as the address of a link button."""

_SPECIAL = re.compile(r"[\\*_~|`\[\]<>]|:(?=//)")
_AT_START = re.compile(r"(?:[#+>-]|\d+(?=[.)]))")
_EVERYBODY = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_JOINERS = "\u200c\u200d"
"""Invisible, and part of how some scripts and emoji are written."""
_HIDDEN = {"Cc", "Cf", "Cs"}
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*")
_IN_LINKS = "/%:=&?~+!$,;'@()*"
"""What RFC 3986 has in a path, a query and a fragment, besides letters and digits."""
_NO_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")


def size(text: str) -> int:
    """Length as Discord's clients count it, in UTF-16 units; never less than the number of characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def visible(text: str) -> str:
    """One line, without control characters, direction marks, other invisible characters and lone surrogates."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join(text.translate(_SHOWN).split())


class _Shown(dict[int, str]):
    """For `str.translate`: what each character is shown as; filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        # Not `isprintable`: that drops the emoji which are younger than this Python.
        hidden = unicodedata.category(character) in _HIDDEN and character not in _JOINERS
        self[code] = shown = " " if character.isspace() else "" if hidden else character
        return shown


_SHOWN = _Shown()


def safe(text: str) -> str:
    """Markdown that Discord shows as exactly this text, on one line: no formatting, no ping, no link."""
    text = _SPECIAL.sub(r"\\\g<0>", visible(text))
    if match := _AT_START.match(text):
        at = match.end() if match[0][0].isdigit() else 0
        text = f"{text[:at]}\\{text[at:]}"
    # A zero-width space: after a backslash, everybody would still be called.
    return _EVERYBODY.sub("@\u200b", text)


def literal(text: str) -> str:
    """Inline code that shows this text as it is, but for its backticks."""
    return f"`{visible(text).replace('`', chr(39))}`"


def link(url: str | None) -> str | None:
    """An address that Discord takes for a link and that leads where it says; null for any other."""
    if not url or visible(url) != url or " " in url:
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # a host that cannot be encoded, a port that is none
        return None
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    rest = _NO_ESCAPE.sub("%25", url.split("://", 1)[1][len(parts.netloc) :])
    page, mark, place = rest.partition("#")
    return f"{parts.scheme}://{host}{port}{quote(page, safe=_IN_LINKS)}{mark}{quote(place, safe=_IN_LINKS)}"
