"""Furniture that can be told from one line alone: tables of rules, each with the phrase a moderator reads.

A rule holds only when the *whole* line has its shape. What reads like a sentence about the same thing ("Share of voters
rose", "Advertisement spending fell") is kept, and so is everything that somebody is quoted as saying.

For a line that gets through: add its shape to the rule whose reason a moderator would give (the first rule that holds
gives the reason), the line to `FURNITURE` in tests/cleaning/furniture_kinds.py, and to `STORY` there a sentence that
looks like it and must stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.cleaning.furniture import audience, controls, credits, notices, promotion
from onrecord.cleaning.furniture.notices import MACHINE

__all__ = ["MACHINE", "furniture", "plain"]

RULES = (*notices.RULES, *promotion.RULES, *audience.RULES, *credits.RULES, *controls.RULES)

_STRAIGHT = (*((mark, "'") for mark in "‘’ʼ`´"), *((mark, '"') for mark in "“”„‟"), ("‐", "-"), ("‑", "-"))
_DECORATION = " \t*_~|•·●▪■◆►▶▸▹→➜➡»›>👉👇☞✔✅🔗📩📧🔔💬🔥📌📲📱👍❤️\ufe0f"
_LONGEST = 2500
_REPORTED = re.compile(r"\b(?:said|says|told|asked|ruled|wrote|tweeted|warned|argued|announced|according to)\b")
_TITLED = frozenset(("read-more link", "video or audio player", "navigation", "hashtags or tags"))
"""Kinds that carry other stories' titles, in which somebody may say something."""


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """The form that rules are tried on: straight marks, single spaces, no decoration around it."""
    if not text.isascii():
        for mark, straight in _STRAIGHT:
            text = text.replace(mark, straight)
    return " ".join(text.split()).strip(_DECORATION)


def furniture(text: str) -> str | None:
    """Why a whole line is furniture, or null: it may belong to the story."""
    if len(text) > _LONGEST:
        return None
    line = plain(text)
    size = len(line)
    if not size:
        return "end mark"
    if line[0] == '"':
        return None
    low = line.lower()
    for reason, pattern, limit, needs, cased in RULES:
        if size > limit:
            continue
        if needs:
            for word in needs:
                if word in low:
                    break
            else:
                continue
        if pattern.fullmatch(line if cased else low):
            return None if reason not in _TITLED and _REPORTED.search(line) else reason
    return None
