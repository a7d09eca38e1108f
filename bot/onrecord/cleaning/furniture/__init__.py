"""Furniture that can be told from one line alone: tables of rules, each with the phrase a moderator reads.

A rule holds only when the *whole* line has its shape. What reads like a sentence about the same thing ("Share of voters
rose", "Advertisement spending fell") is kept, and so is everything that somebody is quoted as saying.

For a line that gets through: add its shape to the rule whose reason a moderator would give (the first rule that holds
gives the reason), the line to `FURNITURE` in tests/cleaning/furniture_kinds.py, and to `STORY` there a sentence that
looks like it and must stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from onrecord.cleaning.furniture import audience, controls, credits, notices, promotion
from onrecord.cleaning.furniture.appeals import appeal
from onrecord.cleaning.furniture.labels import label
from onrecord.cleaning.furniture.notices import MACHINE

__all__ = ["MACHINE", "furniture", "plain", "surely_told"]

RULES = (*notices.RULES, *promotion.RULES, *audience.RULES, *credits.RULES, *controls.RULES)

_STRAIGHT = (*((mark, "'") for mark in "‘’ʼ`´"), *((mark, '"') for mark in "“”„‟"), ("‐", "-"), ("‑", "-"))
_DECORATION = " \t*_~|•·●▪■◆►▶▸▹→➜➡←↑↓⇧»›>👉👇☞✔✅🔗📩📧🔔💬🔥📌📲📱👍❤🔒🔓📰🎧🎥📷📸⬇⬆🗞✉💌🚨⭐☕🙏\ufe0f"
_LONGEST = 2500
_SHORT = 70
_WORD = re.compile(r"[a-z]+(?:[.'][a-z]+)*")
_MARK = re.compile(r"[>»›|/#@©®™•:<\[\]{}]")
_ENDS = frozenset(".!?)'\"")
_PAGE_WORDS = frozenset(
    "a.i advert advertisement advertising advice affiliate affiliates aggregated ai amazon app apps article articles "
    "author authors bonus browser chart charts chatgpt check click code comment comments commission compensation "
    "contact content contribute contributed contributing contributions cookies copyright courtesy coverage credit "
    "credits crypto cryptocurrencies data developing disclaimer disclosure donate donating donation donations "
    "download edited editing editor editorial email emails enter exchange facebook feedback file financial follow "
    "following generated getty gift google guarantee guarantees here illustration illustrations image images inbox "
    "information instagram investment join journalism legal liable license licensed link links loading login mail "
    "membership my newsdesk newsletter newsletters newsroom notice opinion opinions our page permission photo photos "
    "picture pictures podcast post posts print privacy publication published publisher quiz rated read reader readers "
    "reading receive recommend register registered related reported reporters reporting reposted reprint republish "
    "republished responsibility responsible reuters rights screenshot screenshots security share shared shutterstock "
    "sign signal site sites source sources sponsored stay stories story submit subscribe subscribed subscriber "
    "subscribers subscription support telegram terms tip tips trademarks translated translation twitter updated "
    "updates us video view views volatile warranty we website whatsapp written you your youtube".split()
)
"""Longer notices, and those at the end of a paragraph, hold one of these; most paragraphs of a story hold none, and
need no further look."""
_REPORTED = re.compile(
    r"\b(?:said|says|told|asked|ruled|wrote|tweeted|warned|argued|announced|according to)\b"
    r"|, (?:the |an? |his |her |their |its )?[\w' -]{2,40} (?:say|ask|asks|urge|urged|urges|joked|jokes|advise"
    r"|advised|advises|warn|warns|shouted|cried|replied|added|adds|explained|explains|insisted|noted|recalled|claim"
    r"|claimed|claims|suggested|suggests|heard|found|read|reads|promised|thought)\W*$",
)
_TITLED = frozenset(("read-more link", "video or audio player", "navigation", "hashtags or tags"))
"""Kinds that carry other stories' titles, in which somebody may say something."""
_SAYING = (" said", " says", " told", " asked", " wrote", " warned", " argued", " announced", "according to")
"""Most that is reported holds one of these, which are quicker to find than all of it."""
_Tried: TypeAlias = tuple[str, Callable[[str], object], tuple[str, ...], bool]
"""Of a rule: its reason, what tries a line on it, what it needs, whether capitals count."""


@lru_cache(maxsize=_LONGEST)
def _tried_on(tens: int, *, titled: bool = False) -> list[_Tried]:
    """The rules for a line of at most that many tens of characters, as limits are given.

    `titled`: only those by which lines are told that carry titles.
    """
    return [
        (rule.reason, (rule.shape if rule.needs else rule.shape.compiled()).fullmatch, rule.needs, rule.cased)
        for rule in RULES
        if 10 * tens <= rule.limit and (rule.reason in _TITLED or not titled)
    ]


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """The form that rules are tried on: straight marks, single spaces, no decoration around it."""
    if not text.isascii():
        for mark, straight in _STRAIGHT:
            text = text.replace(mark, straight)
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    return text.strip(_DECORATION)


@lru_cache(maxsize=512)
def surely_told(line: str) -> bool:
    """Is a line, in the form of `plain`, a longer one that holds no word and no mark of a notice, nor ends in one?"""
    low = line.lower()
    return (
        len(line) > _SHORT
        and line[-1] in _ENDS
        and _PAGE_WORDS.isdisjoint(low.split())  # finds most, and much sooner than a pattern
        and not _MARK.search(line)
        and _PAGE_WORDS.isdisjoint(_WORD.findall(low))
    )


def furniture(text: str, *, step: bool = False) -> str | None:
    """Why a whole line is furniture, or null: it may belong to the story.

    `step`: it stands in a list whose other items are no furniture, where "Open the app" is what the story advises.
    """
    if len(text) > _LONGEST:
        return None
    line = plain(text)
    size = len(line)
    if not size:
        return "end mark"
    if line[0] == '"':
        return None
    return _reason_of_short(line, step) if size <= _SHORT else _reason(line, step)


def _reason(line: str, step: bool) -> str | None:
    """Why a line in the form of `plain` is furniture."""
    if surely_told(line):
        return None
    low = line.lower()
    tens = -(-len(line) // 10)
    reported = any(word in low for word in _SAYING) and _REPORTED.search(low) is not None
    if reported and not _held(line, low, _tried_on(tens, titled=True)):
        return None
    if reason := _held(line, low, _tried_on(tens)):
        return None if reason not in _TITLED and (reported or _REPORTED.search(low)) else reason
    reason = None if step or reported else label(line) or appeal(low)
    return None if reason and _REPORTED.search(low) else reason


_reason_of_short = lru_cache(maxsize=4096)(_reason)
"""Labels are the same on many pages."""


def _held(line: str, low: str, rules: list[_Tried]) -> str | None:
    """The reason of the first rule that holds. `low`: the line in lower case."""
    for reason, fullmatch, needs, cased in rules:
        if needs:
            for word in needs:
                if word in low:
                    break
            else:
                continue
        if fullmatch(line if cased else low):
            return reason
    return None
