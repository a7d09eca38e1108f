"""Links as people type them."""

from __future__ import annotations

from onrecord.cleaning.links import host_of
from onrecord.errors import SourceError
from onrecord.language import say


def link_of(typed: str) -> str:
    link = with_scheme(typed.strip().strip("<>"))
    if len(link.split()) != 1 or not link.startswith(("http://", "https://")):
        raise SourceError(say("Only links that start with https:// or http:// are read."))
    return link


def with_scheme(typed: str) -> str:
    """As a browser would: "example.org/news" is a link too."""
    host = typed.partition("/")[0].partition("?")[0]
    return typed if ":" in host or "." not in host or " " in typed else f"https://{typed}"


def host_named(typed: str) -> str | None:
    """The host that somebody means by a host or any link to it."""
    return host_of(with_scheme(typed.strip().strip("<>")))
