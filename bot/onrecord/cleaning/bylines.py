"""Lines on who wrote a story and when: bylines, date lines, biographies."""

from __future__ import annotations

import re

from onrecord.cleaning.dates import DATE, stamp
from onrecord.cleaning.page import Page
from onrecord.cleaning.publishers import named_as_outlet, outlet_name

_PART = r"[A-ZÀ-ÞĀ-Ž][\w'’.-]{0,30}"
_PARTICLE = r"(?:(?:de|del|della|der|den|van|von|la|le|bin|ibn|al|el|da|di|dos|du|ten|ter|y) )"
NAME = rf"{_PART}(?: {_PARTICLE}{{0,2}}{_PART}){{1,3}}"
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december mon tue wed thu fri sat sun published updated posted last first the this that these "
    "those it in on at for and but with staff today".split()
)
_NAMES = rf"{NAME}(?:(?:, and |,? & | and |, ){NAME}){{0,5}}"
_BYLINE = re.compile(
    r"(?:(?i:(?:story |words |text |written |authored |posted |reported |published |posted |report |article |news "
    r"|analysis |opinion |review |column |reporting |story and (?:photos|photographs|pictures) "
    r"|words and (?:photos|pictures) )?by|(?:the )?(?:authors?|writers?|reporters?|journalists?)|words(?=:)|text(?=:)"
    rf"|story(?=:))\s?:?\s+)(?P<names>{_NAMES}|{_PART}(?=\s?(?:[|·•]|\d))).*"
)
_BEFORE_DATE = re.compile(rf"(?:By )?(?P<names>{_NAMES})\s?[|·•,–—-]?\s?(?i:(?:published|updated|posted)(?: on)?:? )?")
_NAME_AND_JOB = re.compile(
    rf"(?P<names>{_NAMES}),? (?i:(?:(?:the |[\w'.-]+ ){{0,4}}?"
    r"(?:staff|senior|chief|contributing|political|business|news|special|managing|deputy|associate) )?"
    r"(?-i:(?:[A-Z][\w&-]* ){0,2})(?:writer|reporter|editor|correspondent|columnist|contributor|journalist)s?)"
)
_NAME_AND_OUTLET = re.compile(
    rf"(?P<names>{_NAMES})(?P<mark>\s?[|/·]\s?|\s[–—-]\s|, | for )"
    rf"(?P<outlet>(?:the |The )?{_PART}(?: (?:of |the |and |& )?{_PART}){{0,4}})"
)
_FOREIGN_BYLINE = re.compile(
    rf"(?:Por|Par|Von|Di|Door|Av|Oleh|Texto:|Autor(?:a|in)?:|Auteur :|Автор:)\s(?P<names>{_NAMES})"
)
_ON_AUTHOR = re.compile(
    r"(?P<what>(?i:about|follow|meet|contact|e-?mail|more (?:about|from|by)"
    rf"|(?:all )?(?:posts|stories|articles) (?:by|from)|profile|author|view|see):? )?(?P<name>{NAME})[\s.:]*"
)
_LONE = re.compile(NAME)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b")
_JOB = re.compile(
    r"\b(?:edited by|writer|reporter|editor|correspondent|columnist|contributor|staff|journalist|analyst)s?\b",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    rf"(?P<name>{NAME}),? (?:is|writes|covers|serves as|works as)\b(?=[^.]{{0,120}}\b(?:writer"
    r"|reporter|editor|correspondent|columnist|contributor|journalist|author of|covers|covering|writes (?:about|for)"
    r"|freelance)\b(?! (?:who|whose)\b))"
)
_REST = re.compile(r"[\s,|·•/–—-]*(?:[^.!?]|\.(?=\w)|(?<=[A-Z])\.|[ap]\.m\.|\.$){0,120}")
_DATE_LABEL = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated?|modified|created|released|issued|date"
    r"|time|on|at|by|edited|added|upd|dateline|publication|press release)|of|the|article|story|and|admin|staff|editor"
    r"|publicad[oa](?: el| em)?|publié(?: le)?|mis à jour(?: le)?|actualizad[oa](?: el)?|veröffentlicht(?: am)?"
    r"|aktualisiert(?: am)?|pubblicato(?: il)?|aggiornato(?: il)?|atualizado(?: em)?|gepubliceerd(?: op)?"
    r"|опубликовано|обновлено|uhr|fecha|datum)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b[0-2]?\d[:.h][0-5]\d(?: ?[ap]\.?m\b\.?)?"
    r"(?: ?\(?(?:gmt|utc|bst|ist|[ecmp][sd]?t|cest|cet|sgt|hkt|jst|kst|wib)\b\)?)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|upd|actualizad[oa]|mis à jour|aktualisiert|aggiornato|atualizado)\b[\s:|–-]*"
    r"(?:on |at )?$",
    re.IGNORECASE,
)
_SMALL = re.compile(r"(?<![\w'’.-])[^\W\d_A-ZÀ-Þ][\w'’-]*")
_SMALL_IN_REST = frozenset(
    "by for of the in at on and am pm p.m a.m min mins minute minutes read hours hour ago photos photography "
    "published updated posted edited with to special staff writer reporter editor correspondent columnist contributor "
    "journalist analyst news de la del el le der die das von für pour par utc est edt gmt ist via senior chief "
    "political business contributing managing deputy associate".split()
)
_AGE = re.compile(
    r"(?:(?<=\D)|^)(?:(?:\d{1,2}|an?|one|two|few) ?(?:s|m|h|d|w|hrs?|mins?|seconds?|minutes?|hours?|days?|weeks?"
    r"|months?|years?) ago|\d{1,2} ?(?:h|hrs?|d)\b|\d{1,2}[ -]?min(?:ute)?s?(?:[ -]read)?\b)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})\b(?!\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\x01\x02|·•/]|\s[–—-]\s|,\s(?=[A-Z])")
_BY = re.compile(r"(?:story |words |text |written |posted |reported )?by:? ", re.IGNORECASE)
_CAPITALS = re.compile(
    r"(?i:(?:story |words |text |written |posted |published |reported |updated )?(?:by|on|at|in)?:? ?)"
    rf"(?:{_PART}(?: {_PARTICLE}{{0,2}}{_PART}){{0,4}})?"
)
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d\D+\d")
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


def _dated(text: str) -> bool:
    """May a text hold a full date? It has a year, and a day beside it."""
    return bool(_YEAR.search(text) and _FIGURES.search(text))


def date_line(page: Page, line: str, early: bool) -> bool:
    """Nothing but dates, their labels and what usually stands beside them."""
    if len(line) > 160 or not _dated(line):
        return False
    matches = list(DATE.finditer(line))
    if not matches:
        return False
    rest = _CLOCK.sub("", _READ_TIME.sub("", _DATE_LABEL.sub("", DATE.sub(" ", line))))
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


def before_date(text: str) -> re.Match[str] | None:
    """The `names` with which a text opens, where its first date follows them, and whatever joins the two."""
    # To look for a date takes long.
    date = DATE.search(text) if _dated(text) and _LONE.match(text.removeprefix("By ")) else None
    return _BEFORE_DATE.fullmatch(text, 0, date.start()) if date else None


def byline(page: Page, text: str, early: bool, outer: bool) -> str | None:
    if outer and (foreign := _FOREIGN_BYLINE.fullmatch(text)):
        page.credit(people(foreign["names"]))
        return "byline"
    found = _BYLINE.fullmatch(text)
    match = found or before_date(text)
    if match is None and len(text) <= 90 and not text.endswith("."):
        match = _NAME_AND_JOB.fullmatch(text)
    if match is None and len(text) <= 90 and (credit := _NAME_AND_OUTLET.fullmatch(text)):
        return _credit(page, credit, outer)
    if match is None:
        return None
    rest = text[match.end("names") :]
    if not _REST.fullmatch(rest) or len(rest.split()) > 16:
        return None
    names = people(match["names"])
    if _VERB.search(rest) or match["names"].endswith(("'s", "s'")) or _tells(rest):
        return None
    if not names:
        if found and DATE.search(rest) and (outlet := outlet_name(match["names"])):
            page.appeared.append(outlet)
            note_date(page, rest)
            return "byline"
        return None
    if rest.strip() and not early and not DATE.search(rest) and not _JOB.search(rest):
        return None
    if outer or not page.authors:
        page.credit(names)
        note_date(page, rest)
    return "byline"


def _credit(page: Page, credit: re.Match[str], outer: bool) -> str | None:
    """ "Ada Penn | The Harbor Post": who wrote it and for whom; behind a stroke, who took the picture."""
    names = people(credit["names"])
    mark = credit["mark"].strip()
    if not names or not named_as_outlet(credit["outlet"]) or named_as_outlet(credit["names"]):
        return None
    if mark == "/":
        return "image credit"
    if not outer and mark not in ("|", "·"):
        return None
    if not page.authors:
        page.credit(names)
    return "byline"


def _tells(rest: str) -> bool:
    """Does what stands behind the names hold a word that no byline has? "By Ada Penn and four of her friends"."""
    rest = DATE.sub(" ", rest)
    return "@" not in rest and any(word.strip("'’") not in _SMALL_IN_REST for word in _SMALL.findall(rest))


def mixed_line(page: Page, text: str, early: bool) -> bool:
    """Names, dates, ages and reading times in any order, with nothing else between them: "Ada Penn · 3 hours ago"."""
    if len(text) > 120 or not (_DIGIT.search(text) or "ago" in text.lower()):
        return False
    if not (_YEAR.search(text) or _AGE.search(text) or (early and _MONTH_DAY.search(text))):
        return False
    marked = _AGE.sub("\x02", DATE.sub("\x01", text))
    marked = _MONTH_DAY.sub("\x01", marked) if early and ":" not in text else marked
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
        page.credit(name for part in names if _BY.match(part) for name in people(_BY.sub("", part)))
    return any(_DATE_LABEL.sub("", name).strip() for name in names)


def lone_name(text: str) -> list[str]:
    """The name that is all of a line, as a list; empty when the line is more or less than a name."""
    return people(text) if len(text) <= 40 and _LONE.fullmatch(text) else []


_DUTY = re.compile(
    rf"(?P<name>{NAME})(?:,? is (?:an? |the )?[^.!?]{{0,80}}\b(?:writer|reporter|editor|correspondent|columnist"
    r"|contributor|journalist|producer|host)\b[^.!?]{0,120}\. (?:He|She|They|You)(?: can| has| have)? (?:lives?|live"
    r"|holds?"
    r"|covers?|reports?|writes?|can|joined|studied|previously|also|reach|follow|worked|graduated)\b"
    r"| (?:covers|reports on|writes about|edits|oversees) [^.!?]{3,120}(?: (?:for|at) (?:the )?"
    r"[A-Z][\w&'’.-]*(?: [A-Z][\w&'’.-]*){0,4}|(?= (?:He|She|They|Before|Previously)))\.(?: |$))"
)
"""What somebody writes about, and for whom."""


def is_biography(text: str) -> bool:
    """A paragraph on somebody who writes for a living, such as stands below a story."""
    return (
        len(text) <= 400
        and not any(mark in text for mark in '"“')
        and bool(_BIOGRAPHY.match(text) or _DUTY.match(text))
    )


def about_author(page: Page, text: str, late: bool) -> str | None:
    if len(text) <= 90 and (named := _ON_AUTHOR.fullmatch(text)) and named["name"] in page.authors:
        return "about the author" if named["what"] else "byline"
    if (
        late
        and len(text) <= 240
        and any(
            text.startswith((f"{name} is ", f"{name} covers ", f"{name} writes ", f"{name} reports "))
            for name in page.authors
        )
    ):
        return "about the author"
    found = (_BIOGRAPHY.match(text) or _DUTY.match(text)) if is_biography(text) else None
    return "about the author" if found and (late or found["name"] in page.authors) else None
