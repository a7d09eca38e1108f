"""Lines on who wrote a story and when: bylines, date lines, biographies."""

from __future__ import annotations

import re

from onrecord.cleaning.dates import DATE, PATTERN, stamp
from onrecord.cleaning.outlets import outlet_name
from onrecord.cleaning.page import Page

_PART = r"[A-ZÀ-ÞĀ-Ž][\w'’.-]{0,30}"
_PARTICLE = r"(?:(?:de|del|della|der|den|van|von|la|le|bin|ibn|al|el|da|di|dos|du|ten|ter|y) )"
NAME = rf"{_PART}(?: {_PARTICLE}{{0,2}}{_PART}){{1,3}}"
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december mon tue wed thu fri sat sun published updated posted last first the this that "
    "these those it in on at for and but with staff today".split()
)
_NAMES = rf"{NAME}(?:(?:, and |,? & | and |, ){NAME}){{0,5}}"
_BYLINE = re.compile(
    rf"(?:(?i:(?:story |words |text |written |authored |posted |reported |published |posted |report |article "
    rf"|news |analysis |opinion )?by"
    rf"|(?:the )?(?:authors?|writers?|reporters?|journalists?))\s?:?\s+)(?P<names>{_NAMES}|{_PART}(?=\s?(?:[|·•]"
    rf"|\d)))(?P<rest>.*)"
)
_NAME_AND_DATE = re.compile(
    rf"(?P<names>{_NAMES})(?P<rest>\s?[|·•,–—-]?\s?(?i:(?:(?:published|updated|posted)(?: on)?:? )?{PATTERN}).*)"
)
_NAME_AND_JOB = re.compile(
    rf"(?P<names>{_NAMES}),? (?P<rest>(?i:(?:(?:the |[\w'.-]+ ){{0,4}}?(?:staff|senior|chief|contributing"
    rf"|political|business|news|special|managing|deputy|associate) )?"
    r"(?:writer|reporter|editor|correspondent|columnist|contributor|journalist)s?))"
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b")
_JOB = re.compile(
    r"\b(?:edited by|writer|reporter|editor|correspondent|columnist|contributor|staff|journalist|analyst)s?\b",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    rf"(?P<name>{NAME}),? (?:is|writes|covers|serves as|works as)\b"
    r"(?=[^.]{0,120}\b(?:writer|reporter|editor|correspondent|columnist|contributor|journalist|author of|covers"
    r"|covering|writes (?:about|for)|freelance)\b(?! (?:who|whose)\b))"
)
_REST = re.compile(r"[\s,|·•/–—-]*(?:[^.!?]|\.(?=\w)|(?<=[A-Z])\.|[ap]\.m\.|\.$){0,120}")
_DATE_LABEL = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|released|issued|date|time|on"
    r"|at|by|edited|added|upd|dateline|publication|press release)|of|the|article|story|and|admin|staff|editor)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|upd)\b[\s:|–-]*(?:on |at )?$", re.IGNORECASE)
_AGE = re.compile(
    r"(?:(?<=\D)|^)(?:(?:\d{1,2}|an?|one|two|few) ?(?:s|m|h|d|w|hrs?|mins?|seconds?|minutes?|hours?|days?|weeks?"
    r"|months?|years?)"
    r" ago|\d{1,2} ?(?:h|hrs?|d)\b|\d{1,2}[ -]?min(?:ute)?s?(?:[ -]read)?\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\x01\x02|·•/]|\s[–—-]\s|,\s(?=[A-Z])")
_BY = re.compile(r"(?:story |words |text |written |posted |reported )?by:? ", re.IGNORECASE)
_CAPITALS = re.compile(
    rf"(?i:(?:story |words |text |written |posted |published |reported |updated )?(?:by|on|at"
    rf"|in)?:? ?)(?:{_PART}(?: {_PARTICLE}{{0,2}}{_PART}){{0,4}})?"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_READ_TIME = re.compile(r"\d{1,3}[ -]?min(?:ute)?s?(?:[ -]read)?", re.IGNORECASE)


def people(names: str) -> list[str]:
    found: list[str] = []
    for name in re.split(r",? and |,? & |, ", names):
        words = name.split()
        if len(words) >= 2 and words[0].casefold() not in _NOT_NAMES and words[-1].casefold() not in _NOT_NAMES:
            found.append(_cased(name.strip(" .,-")))
    return found


def _cased(name: str) -> str:
    """A name set in capitals as it is usually written: "ADA PENN" → "Ada Penn"."""
    return name.title() if name.isupper() and len(name) > 4 else name


def date_line(page: Page, line: str, early: bool) -> bool:
    """Nothing but dates, their labels and what usually stands beside them."""
    if len(line) > 160 or not _YEAR.search(line):
        return False
    matches = list(DATE.finditer(line))
    if not matches:
        return False
    rest = _READ_TIME.sub("", _DATE_LABEL.sub("", DATE.sub(" ", line)))
    # A bare date among or below the paragraphs may head an entry of a chronicle, or a correction.
    labelled = bool(_DATE_LABEL.search(line))
    if any(c.isalnum() for c in rest) or not (early or labelled or any(match["hour"] for match in matches)):
        return False
    if early or labelled:
        note_date(page, line)
    return True


def note_date(page: Page, text: str) -> None:
    for match in DATE.finditer(text):
        if page.published is None and not _UPDATED.search(text[: match.start()]):
            page.published = stamp(match)


def byline(page: Page, text: str, early: bool, outer: bool) -> str | None:
    found = _BYLINE.fullmatch(text)
    match = found
    if match is None and _YEAR.search(text):
        match = _NAME_AND_DATE.fullmatch(text)
    if match is None and len(text) <= 90 and not text.endswith("."):
        match = _NAME_AND_JOB.fullmatch(text)
    if match is None or not _REST.fullmatch(match["rest"]) or len(match["rest"].split()) > 16:
        return None
    names = people(match["names"])
    if _VERB.search(match["rest"]) or match["names"].endswith(("'s", "s'")):
        return None
    if not names:
        if found and DATE.search(match["rest"]) and (outlet := outlet_name(match["names"])):
            page.appeared.append(outlet)
            note_date(page, match["rest"])
            return "byline"
        return None
    if match["rest"].strip() and not early and not DATE.search(match["rest"]) and not _JOB.search(match["rest"]):
        return None
    if outer or not page.authors:
        page.authors.extend(name for name in names if name not in page.authors)
        note_date(page, match["rest"])
    return "byline"


def mixed_line(page: Page, text: str, early: bool) -> bool:
    """Names, dates, ages and reading times in any order, with nothing else between them: "Ada Penn · 3 hours ago"."""
    if len(text) > 120 or not (_DIGIT.search(text) or "ago" in text.lower()):
        return False
    if not (_YEAR.search(text) or _AGE.search(text)):
        return False
    marked = _AGE.sub("\x02", DATE.sub("\x01", text))
    if "\x01" not in marked and "\x02" not in marked:
        return False
    parts = [part.strip(" .,:") for part in _BETWEEN.split(marked)]
    names = [part for part in parts if part]
    if len(names) > 4 or not all(_CAPITALS.fullmatch(name) for name in names):
        return False
    # A date beside a place or a name is how entries of a chronicle begin.
    if not early and "\x02" not in marked and not all(_BY.match(name) for name in names):
        return False
    if early:
        note_date(page, text)
        authors = [name for part in names if _BY.match(part) for name in people(_BY.sub("", part))]
        page.authors.extend(name for name in authors if name not in page.authors)
    return any(_DATE_LABEL.sub("", name).strip() for name in names)


def is_biography(text: str) -> bool:
    """A paragraph on somebody who writes for a living, such as stands below a story."""
    return len(text) <= 400 and not any(mark in text for mark in '"“') and bool(_BIOGRAPHY.match(text))


def about_author(page: Page, text: str, late: bool) -> str | None:
    found = _BIOGRAPHY.match(text) if is_biography(text) else None
    return "about the author" if found and (late or found["name"] in page.authors) else None
