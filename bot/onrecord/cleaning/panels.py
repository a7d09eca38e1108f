"""Panels that a page shows beside its story, told by several lines that stand together: menus, scores, the weather."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.cleaning.furniture import plain
from onrecord.cleaning.furniture.controls import SECTION
from onrecord.cleaning.page import Page

_MENU = 3
"""So many names of sections, each alone on a line, are a menu; fewer may be anything."""
_MENU_ENTRY = re.compile(SECTION, re.IGNORECASE)
_STATE = (
    r"(?:final(?: score)?|live|full[- ]?time|half[- ]?time|ft|ht|aet|q[1-4]|(?:1st|2nd|3rd|4th)(?: (?:quarter|half))?"
    r"|upcoming|postponed|today|tomorrow|next match|scores?|scoreboard|standings|fixtures|results)"
)
_SCORE_HEAD = re.compile(rf"{_STATE}(?: [0-9:.'+]{{1,6}})?|(?:[A-Z]{{1,4}} ){{1,9}}[A-Z]{{1,4}}", re.IGNORECASE)
_SCORE_ROW = re.compile(r"(?:\d{1,2}\.? )?[A-Z][\w.&'’ -]{1,24}(?: [.\d][\d.:,-]{0,5}){1,10}(?: [A-Z\d:.' ]{1,10})?")
_RESULT = re.compile(
    rf"(?P<first>{_STATE}[\s:|–-]+)?[A-Z][\w.&'’ ]{{1,24}} ?\d{{1,3}}(?: ?[-–:] ?|,? [A-Z][\w.&'’ ]{{1,24}} )\d{{1,3}}"
    rf"(?: [A-Z][\w.&'’ ]{{1,24}})?(?P<state>\s?[(|–-]?\s?{_STATE}\)?)?",
    re.IGNORECASE,
)
_FIXTURE = re.compile(r"[A-Z][\w.&'’ ]{1,24} (?:vs?\.?|@) [A-Z][\w.&'’ ]{1,24}")
_KICK_OFF = re.compile(r"\d{1,2}[:.]\d\d")
_DEGREES = re.compile(
    r"(?:[A-Z][\w.,'’ -]{1,40}[\s:|–-])?-?\d{1,3} ?°(?: ?[CF]\b)?(?:[\s/|,·–-]+[\w.,'’ ]{2,40})?"
    r"|(?:(?:h|l|hi|lo|high|low|feels like):? ?-?\d{1,3} ?°(?: ?[CF]\b)?[\s/|,·]*){1,3}",
    re.IGNORECASE,
)
_SKY = re.compile(
    r"(?:(?:mostly|partly|mainly|light|heavy|scattered|chance of|am|pm|isolated) )*(?:sunny|clear|cloudy|clouds"
    r"|overcast|rain|rain showers|showers|snow|fog|haze|mist|windy|drizzle|sleet|thunderstorms?|t-?storms?|fair)"
    r"(?: skies| sky)?"
    r"|humidity:? \d{1,3} ?%|(?:wind|winds):? [\w .]{1,20}(?:mph|km/h|kph|m/s|kn)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?:, [A-Z]{2})?|today|tonight|tomorrow|now", re.IGNORECASE)
_ANSWERS = 12
"""Answers of one poll."""
_BUTTON = 30
_ASKED = 90
_BALLOT = re.compile(
    r"(?:(?:submit|cast)(?: your)? )?(?:vote|answer|poll|submit)(?: now)?|(?:view|see|show) results|\d[\d,.]* votes?",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"[\w'’%$€£ ,/&+-]{1,40}")
_POLL_HEAD = re.compile(
    r"(?:.{0,20}\b(?:poll|question|vote|survey)\b.{0,20}|have your say|you decide)\W*", re.IGNORECASE
)
_ENDED = (".", "!", "?", ":", "”", '"')


def drop_panels(page: Page) -> None:
    """Drop the lines of menus, score boxes and weather boxes."""
    texts = [
        plain(line.text)
        if line.kind != "item" and len(line.text) <= 70 and (not line.text.endswith(_ENDED) or line.text == "U.S.")
        else ""
        for line in page.lines
    ]
    reasons: list[str | None] = [None] * len(texts)
    if not any(texts):
        return
    _menus(texts, reasons)
    _scores(texts, reasons)
    _weather(texts, reasons)
    _polls(page, reasons)
    kept = [line for line, reason in zip(page.lines, reasons, strict=True) if reason is None]
    if len(kept) == len(texts):
        return
    for line, reason in zip(page.lines, reasons, strict=True):
        if reason:
            page.drop(line, reason)
    page.lines = kept


def _run(texts: list[str], at: int, shape: Callable[[str], object]) -> int:
    """Where the lines of a shape that begin at `at` end."""
    while at < len(texts) and texts[at] and shape(texts[at]):
        at += 1
    return at


def _menus(texts: list[str], reasons: list[str | None]) -> None:
    at = 0
    while at < len(texts):
        end = _run(texts, at, _MENU_ENTRY.fullmatch)
        if end - at >= _MENU:
            reasons[at:end] = ["navigation"] * (end - at)
        at = max(end, at + 1)


def _scores(texts: list[str], reasons: list[str | None]) -> None:
    first = 0  # behind the last run of lines that could head a table
    for at, text in enumerate(texts):
        if text and (found := _RESULT.fullmatch(text)) and (found["state"] or found["first"]):
            reasons[at] = "sports score"
        if text and reasons[at] is None and _SCORE_HEAD.fullmatch(text):
            if first <= at:
                first = _run(texts, at + 1, _SCORE_HEAD.fullmatch)
            if first < len(texts) and _FIXTURE.fullmatch(texts[first]):
                end = first + 1 + bool(first + 1 < len(texts) and _KICK_OFF.search(texts[first + 1]))
                reasons[at:end] = ["sports score"] * (end - at)
                continue
            end = _run(texts, first, _SCORE_ROW.fullmatch)
            if end - first >= 2:
                end = _run(texts, end, _SCORE_HEAD.fullmatch)
                reasons[at:end] = ["sports score"] * (end - at)


def _polls(page: Page, reasons: list[str | None]) -> None:
    """A question to the reader, the answers to choose from, and the button below them."""
    lines = page.lines
    for at, line in enumerate(lines):
        if len(line.text) > _BUTTON or not _BALLOT.fullmatch(line.text):
            continue
        first = at
        while first and at - first < _ANSWERS and _ANSWER.fullmatch(lines[first - 1].text):
            first -= 1
        if at - first >= 2 and first and len(lines[first - 1].text) <= _ASKED and lines[first - 1].text.endswith("?"):
            first -= 1 + bool(first > 1 and _POLL_HEAD.fullmatch(lines[first - 2].text))
            reasons[first : at + 1] = ["poll or quiz"] * (at + 1 - first)


def _weather(texts: list[str], reasons: list[str | None]) -> None:
    box = -1  # the last line of a box
    for at, text in enumerate(texts):
        if not text or reasons[at] or not _DEGREES.fullmatch(text):
            continue
        goes_on = at <= box + 1 and box >= 0
        reasons[at], box = "weather", max(at, box)
        for beside in (at - 1, at + 1):
            if 0 <= beside < len(texts) and _SKY.fullmatch(texts[beside]):
                reasons[beside], box = "weather", max(beside, box)
        above = at - 1 - (at > 0 and reasons[at - 1] == "weather")
        if not goes_on and above >= 0 and _PLACE.fullmatch(texts[above]):
            reasons[above] = "weather"
