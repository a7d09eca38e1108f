"""Lists of other stories that a page carries: each becomes a related link."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.cleaning.dates import DATE, stamp
from onrecord.cleaning.furniture import furniture, plain
from onrecord.cleaning.furniture.rules import Shape
from onrecord.cleaning.headlines import looks_like_headline, same_title, title_case
from onrecord.cleaning.lines import Line
from onrecord.cleaning.links import LINK, plausible_link
from onrecord.cleaning.page import Page
from onrecord.cleaning.publishers import named_as_outlet, outlet_name
from onrecord.cleaning.widgets import PLATFORM, share_row
from onrecord.stories import RelatedLink, Stamp
from onrecord.text import fold

_HEADING = re.compile(
    r"(?:(?:the )?(?:latest|popular|trending)|you (?:may|might|could|will|['’]ll) (?:also )?(?:like|enjoy"
    r"|be interested in|love|want to read|have missed)"
    r"|(?:people|readers|others) (?:also|are) (?:read|like|reading|viewed|search for|liked)"
    r"|(?:related|recommended|suggested|similar|other|recent|latest|more|featured|popular|trending|top"
    r"|sponsored|promoted|hot|must[- ]read|breaking|further|additional|also|new|editor['’]?s|editors['’]?|our"
    r"|today['’]?s)(?: (?:related|recommended|latest|top|popular|trending|recent|great|big))?(?: (?:articles?"
    r"|stor(?:y|ies)|posts?|news|coverage|content|reading|reads?|topics?|links?|headlines|picks?"
    r"|choice|videos?|episodes?|podcasts?|searches|tags|items|reports|analysis|right now|now|today|this week|for you"
    r"|by (?:taboola|outbrain)|from (?:us|our (?:partners|sponsors)|our network|the web|around the web|the author"
    r"|this author)|read))+|(?:more"
    r"|also|elsewhere|further)"
    r"(?: (?:stories|news|coverage|articles|posts|reading|headlines))? (?:from|on|in|by|about|like this|at|for)"
    r" ?[\w ,'’&-]{0,40}|(?:most|best)[ -](?:read|popular|viewed|commented|shared|recent|watched|emailed|discussed)"
    r"(?: (?:stories|articles|news|posts|today|now|this week|in [\w ]{2,20}))?"
    r"|(?:read|up|what to (?:read|watch)|next|keep|also|see|don['’]t) "
    r"(?:next|reading|also|read|up|miss|this|more|more stories)|(?:in case you missed it|icymi|around the web|from "
    r"(?:around )?(?:the|our) (?:web|network|archives?|partners|sponsors)|trending(?: now| today| topics| stories)?"
    r"|related|recommended(?: for you)?|latest|dive deeper|explore more|discover more|more|go deeper"
    r"|editor['’]?s (?:picks?|choice)|top (?:stories|news|headlines|picks)|you may like|we recommend|paid content"
    r"|promoted stories|sponsored stories|what others are reading|news in brief|live updates|stories you may like"
    r"|artículos relacionados|más noticias|también te puede interesar|lo más leído|noticias relacionadas"
    r"|te puede interesar|mehr zum thema|lesen sie auch|das könnte sie auch interessieren|à lire aussi|lire aussi"
    r"|sur le même sujet|leia também|veja também|leggi anche|lees ook|baca juga|читайте также))[\s:!…>»→|]*",
    re.IGNORECASE,
)
_BARE = Shape(
    r"(?:you (?:may|might) (?:also )?like|(?:related|recommended|latest|popular|trending|top|more|featured|recent"
    r"|hot|today['’]?s) (?:articles?|stories|posts?|news|reads?|reading|for you|now|today|videos?|topics?|headlines)"
    r"|recommended for you|editors['’]? picks?|(?:more )?from our (?:partners|sponsors)|noticias relacionadas"
    r"|lo más leído"
    r"|(?:most|best)[ -](?:read|popular|viewed|shared|commented)(?: (?:this week|today|now|stories"
    r"|articles|in [\w ]{2,20}))?|(?:sponsored|promoted) (?:stories|links)(?: by \w+)?|(?:also read|read also"
    r"|read next|up next|trending|latest)"
    r"|(?:more|more stories) (?:from|by|in) (?-i:[A-Z]).{2,40}|in case you missed it|editor['’]?s picks?)[\s:!…>»]*",
    re.IGNORECASE,
)
"""Headings that are furniture even where no list can be told below them."""
_ENDING = re.compile(
    r"(?:original )?source\s?[:：]|(?:fuente|quelle|fonte|bron|источник)\s?[:：]|disclaimer"
    r"|the post .{3,200} appeared|©|copyright|leave a (?:comment|reply)|read the (?:full|original)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[”\"] (?:\w+ ){0,3}(?:said|says|asked|told|wrote|added)\b|\b(?:said|asked|added)[,:]")
_DATED = re.compile(r"\b(?:published|updated|on) $", re.IGNORECASE)
_PROSE = re.compile(r"[.!?…][\"”'’)\]]*$")
_RANK = re.compile(r"#?\d{1,2}[.)]?|[0-2]?\d[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?", re.IGNORECASE)
_NUMBERED = re.compile(r"\A#?\d{1,2}[.)] (?=\S{2})")
"""The number or the time of day that stands above or below a title."""


def drop_lists(page: Page) -> None:
    """Drop lists of other stories; each becomes a related link with the outlet and date that stand beside it."""
    lines = page.lines
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if len(line.text) <= 70 and _HEADING.fullmatch(plain(line.text)):
            end, links = _items(lines, at + 1)
            if links or end >= len(lines) or _BARE.fullmatch(plain(line.text)) or _only_furniture(lines, at + 1):
                page.drop(line, "heading of a list of other stories")
                for other in lines[at + 1 : end]:
                    page.drop(other, "list of other stories")
                for link in links:
                    page.relate(link)
                at = end
                continue
        kept.append(line)
        at += 1
    page.lines = kept


def _only_furniture(lines: list[Line], at: int) -> bool:
    return len(lines) - at <= 40 and all(furniture(line.text) or share_row(line.text) for line in lines[at:])


@dataclass(slots=True)
class _Item:
    title: str
    at: int
    block: int
    url: str | None = None
    outlet: str | None = None
    published: Stamp | None = None
    closed: bool = False
    ranked: bool = False
    """Its number or time stands above it."""


def _items(lines: list[Line], start: int) -> tuple[int, list[RelatedLink]]:
    """Where the list that begins at `start` ends, and its stories."""
    items: list[_Item] = []
    paired = start + 1 < len(lines) and same_title(lines[start].text, lines[start + 1].text)
    at = start
    while at < len(lines):
        text = lines[at].text
        item = items[-1] if items else None
        if item and (glued := _stamped(text)):
            outlet, item.published = glued
            item.outlet = outlet or item.outlet
            item.closed = True
        elif (
            share_row(text)
            or PLATFORM.fullmatch(text)
            or _RANK.fullmatch(text)
            or (item is None and len(text) <= 40 and furniture(text))
            or (item and furniture(text))
            or (item and same_title(text, item.title))
            or (item and not item.closed and _surely_teaser(lines, at, item, paired))
        ):
            pass
        elif link := _bare_link(text):
            if item is None:
                break
            item.url = item.url or link
        elif item and item.at == at - 1 and not item.outlet and named_as_outlet(text):
            item.outlet = outlet_name(text)
            item.closed = True
        elif _is_title(_without_link(text)[0]):
            title, url = _without_link(_NUMBERED.sub("", text))
            ranked = at > start and bool(_RANK.fullmatch(lines[at - 1].text))
            items.append(_Item(title, at, lines[at].block, url or lines[at].link, ranked=ranked))
        elif item and not item.closed and _teaser(lines, at, len(items)):
            pass
        else:
            break
        at += 1
    if at < len(lines) and len(items) > 1 and _own_heading(items, at, lines[start - 1].block):
        items.pop()
        at -= 1
    links = [
        RelatedLink(title=item.title, url=item.url, publisher=item.outlet, published=item.published) for item in items
    ]
    return at, links


def _is_title(text: str) -> bool:
    """A headline of another story; somebody's words between quotation marks are the story's."""
    return (
        len(text) <= 200
        and looks_like_headline(text)
        and text[0] not in '“"'
        and not _SPOKEN.search(text)
        and not _ENDING.match(text)
    )


def _own_heading(items: list[_Item], end: int, block: int) -> bool:
    """The last "title" stands right above prose that goes on: it is the story's own heading."""
    last, before = items[-1], items[-2]
    if last.closed or last.url or last.ranked or last.at != end - 1 or last.block == block:
        return False
    return before.block == block or title_case(last.title) != title_case(before.title) or len(last.title.split()) <= 4


def _stamped(text: str) -> tuple[str | None, Stamp | None] | None:
    found = [*DATE.finditer(text)][-1:] if len(text) <= 120 else []
    if not found or text[found[0].end() :].strip(" ."):
        return None
    outlet = _DATED.sub("", text[: found[0].start()]).strip(" |·•,–—-")
    if outlet and (len(outlet.split()) > 6 or outlet[0].isdigit() or _PROSE.search(outlet)):
        return None
    return (outlet_name(outlet) if outlet else None), stamp(found[0])


def _bare_link(text: str) -> str | None:
    return plausible_link(text) if text.startswith("http") and " " not in text else None


def _without_link(text: str) -> tuple[str, str | None]:
    found = LINK.search(text)
    if not found:
        return text, None
    return (text[: found.start()] + text[found.end() :]).strip(" -–—|()[]:"), plausible_link(found.group())


def _surely_teaser(lines: list[Line], at: int, item: _Item, paired: bool) -> bool:
    """It repeats its story's title, or stands where each title is given twice and this one once."""
    text = lines[at].text
    if len(item.title) >= 12 and fold(item.title) in fold(text[: len(item.title) + 400]):
        return True
    if not paired or (at + 1 < len(lines) and same_title(text, lines[at + 1].text)):
        return False
    return any(share_row(other.text) or _stamped(other.text) for other in lines[at + 1 : at + 3])


def _teaser(lines: list[Line], at: int, count: int) -> bool:
    text = lines[at].text
    if not _PROSE.search(text) or text.endswith(("…", "...", "[…]", "[...]")):
        return True
    for other in lines[at + 1 : at + 4]:
        if share_row(other.text) or _stamped(other.text):
            return True
        # A teaser is one paragraph: those that follow one another are the story, which goes on below the list.
        if len(other.text) > 120 or (len(other.text) > 30 and _PROSE.search(other.text)):
            break
    # Below what ends the story: title, teaser, title, teaser … to the end of the page.
    if not any(len(line.text) < 2400 and _ENDING.match(line.text) for line in lines[:at]):
        return False
    rest = [
        bool(_PROSE.search(other.text)) and len(other.text) > 60 for other in lines[at:] if not furniture(other.text)
    ]
    return len(text) <= 400 and count + rest.count(False) >= 2 and not any(a and b for a, b in pairwise(rest))
