"""Dates that a page states in full. What is relative, ambiguous or partial is no date: none is invented."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from onrecord.stories import Stamp

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan enero janvier januar januari gennaio janeiro января",
            "february feb febrero février fevrier februar februari febbraio fevereiro февраля",
            "march mar marzo mars märz maart março марта", "april apr abril avril aprile апреля",
            "may mayo mai mei maggio maio мая", "june jun junio juin juni giugno junho июня",
            "july jul julio juillet juli luglio julho июля", "august aug agosto août aout augustus августа",
            "september sep sept septiembre septembre settembre setembro сентября",
            "october oct octubre octobre oktober ottobre outubro октября",
            "november nov noviembre novembre novembro ноября",
            "december dec diciembre décembre dezember dicembre dezembro декабря",
        ],
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "hkt": 480,
    "sgt": 480,
    "jst": 540,
    "kst": 540,
}

# "CST" and "IST" name several zones; "ET" and "PT" change with the season: such times stay without a zone.

_MONTH = rf"(?P<{{}}>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
_ZONE = r"(?:z|utc|gmt|[ecmp][sd]?t|bst|cest|cet|hkt|sgt|jst|kst|ist)"
_TIME = (
    r"(?:[T\s,|•·/–-]*(?:\s*\b(?:at|um|às|alle|a las)\b|\s*à)?[\s|]*(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d)(?:\.\d{1,9})?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?\(?(?P<zone>"
    + _ZONE
    + r"(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)\b\)?)?)?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_OF = r"[\s-]+(?:de\s+)?"
PATTERN = (
    "(?:"
    + _YEAR.format("y1") + r"(?P<sep>[-/.])(?P<m1>\d\d?)(?P=sep)(?P<d1>[0-3]?\d)(?!\d)"
    # The names of the months take long to compile: once for "3 May 2016" and "May 3, 2016".
    + "|" + _WEEKDAY + "(?:" + _DAY.format("d3") + _OF + ")?" + _MONTH.format("m2")
    + "(?(d3),?" + _OF + r"|\s+" + _DAY.format("d2") + r",?\s+)" + _YEAR.format("y2")
    + "|" + r"(?P<y5>(?:19|20)\d\d)\s?[年년]\s?(?P<m5>\d\d?)\s?[月월]\s?(?P<d5>[0-3]?\d)\s?[日일]"
    + "|" + r"(?P<a4>[0-3]?\d)[/.](?P<b4>[0-3]?\d)[/.]" + _YEAR.format("y4")
    + ")" + _TIME
)  # fmt: skip
"""One full date, a time behind it or not; compile it with IGNORECASE and hand the match to `stamp`."""
DATE = re.compile(PATTERN, re.IGNORECASE)


def stamp(match: re.Match[str]) -> Stamp | None:
    """The date that a match of `PATTERN` states, with its time if one is stated; null when it could be two dates."""
    part = match.groupdict()
    if part["y1"]:
        year, month, day = int(part["y1"]), int(part["m1"]), int(part["d1"])
    elif part["y2"]:
        year, month, day = int(part["y2"]), _MONTHS[part["m2"].lower()], int(part["d2"] or part["d3"])
    elif part["y5"]:
        year, month, day = int(part["y5"]), int(part["m5"]), int(part["d5"])
    else:
        first, second = int(part["a4"]), int(part["b4"])
        if first <= 12 and second <= 12 and first != second:
            return None
        year, month, day = int(part["y4"]), min(first, second), max(first, second)
    try:
        if part["hour"] is None:
            return date(year, month, day)
        hour = int(part["hour"])
        if part["half"]:
            hour = hour % 12 + (12 if part["half"] in "pP" else 0)
        second = int(part["second"] or 0)
        return datetime(year, month, day, hour, int(part["minute"]), second, tzinfo=_zone(part["zone"]))
    except ValueError:
        return None


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    name = name.lower().replace(" ", "")
    offset = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", name)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes))
    return timezone(timedelta(minutes=_ZONES[name])) if name in _ZONES else None


def parse(text: str) -> Stamp | None:
    """The one full date in a short text such as a metadata field."""
    match = DATE.search(text)
    return stamp(match) if match else None
