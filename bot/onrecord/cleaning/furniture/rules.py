"""The shape of a rule, and the pieces that several tables share."""

from __future__ import annotations

import re
from typing import NamedTuple

_LETTERS = re.compile(r"\\.|[A-Z]+")
"""Escapes, which stay as they are, and capitals."""
WIRE = (
    r"(?:the )?(?:associated press|ap|reuters|afp|agence france-presse|upi|united press international"
    r"|bloomberg(?: news)?|pti|press trust of india|ians|ani|uni|dpa|efe|ansa|lusa|belga|tass|interfax"
    r"|xinhua|kyodo(?: news)?|jiji(?: press)?|yonhap(?: news agency)?|anadolu(?: agency)?|antara|bernama|aap"
    r"|pa media|press association|the canadian press|canadian press|tribune news service|kyiv independent|ukrinform"
    r"|europa press|notimex|agencia efe|wam|nan|gna)"
)
"""News agencies, as general knowledge."""
PIECE = r"(?:article|story|post|piece|page|report|content|column|interview|news|video|blog|guide|press release)"
END = r"[\s.!:…>»→]*"


class Shape(NamedTuple):
    """What a whole line looks like; its pattern is compiled when it is first tried, for few documents need them all."""

    pattern: str
    flags: re.RegexFlag = re.NOFLAG

    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled().fullmatch(text)


class Rule(NamedTuple):
    reason: str
    shape: Shape
    limit: int
    """Longest line that it is tried on: characters, in tens."""
    needs: tuple[str, ...] = ()
    """Lower case. No line without one of these has the rule's shape: to look for them is cheaper than to try it."""
    cased: bool = False
    """Capitals count somewhere in it; else it is tried on the line in lower case."""


def rule(reason: str, *shapes: str, limit: int = 160, needs: tuple[str, ...] = ()) -> Rule:
    shape = "|".join(f"(?:{shape})" for shape in shapes)
    cased = "(?-i:" in shape
    if cased:
        return Rule(reason, Shape(shape, re.IGNORECASE), limit, needs, cased)
    # Letters that are compared as they are let the matcher pass over most alternatives at once.
    shape = _LETTERS.sub(lambda found: found.group() if found.group()[0] == "\\" else found.group().lower(), shape)
    return Rule(reason, Shape(shape), limit, needs, cased)
