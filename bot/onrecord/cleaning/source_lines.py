"""Lines that name where a story was taken from: "Source: …"."""

from __future__ import annotations

import re

from onrecord.cleaning.links import LINK, host_of, plausible_link
from onrecord.cleaning.page import Page
from onrecord.cleaning.publishers import is_outlet, outlet_name

_SOURCE = re.compile(
    r"(?P<label>(?:news |article |original |content |story |information )?sources?"
    r"(?: link| url| article| here| of (?:the )?(?:news|article|information))?"
    r"|original(?:ly)?(?: article| source| link| story| post| url| content| version| report| reporting)?"
    r"(?: (?:here|at|by|from|(?:reported|published) (?:at|on|by|in)))?"
    r"|view (?:original content|source version on [\w.]+|original)"
    r"|link to (?:the )?(?:original|source|full)(?: article| story| post)?"
    r"|(?:read|see|view|continue reading) (?:the )?(?:original|full|entire|complete|rest of the)"
    r"(?: article| story| post| report| piece)?(?: (?:here|at|on|in|from|by|via))?|full (?:story|article|report)"
    r"|via|(?:first |originally )?published (?:on|at|by|in)|(?:cross-?|re-?)?(?:posted|published|syndicated"
    r"|printed|reproduced|sourced|adapted|excerpted) (?:with permission )?(?:from|via|by)"
    r"|story (?:from|via)|courtesy(?: of)?|url|link|article link|canonical(?: url| link)?|publisher|publication"
    r"|outlet|website|web|from|fuente|quelle|fonte|bron|sumber|источник|källa|kilde|read (?:it )?at (?:the )?source"
    r"|article originally from|(?:cross|re)-?posted (?:from|at|on|via)|(?:the|you can read the|find the|read the) "
    r"original (?:article|story|post|piece|version)? ?(?:can be (?:found|read)|is|was (?:published|posted))?"
    r"(?: here| at| on)*)\s*(?P<mark>[:：|]|\s[–—-]\s?|\s)\s*(?P<value>\S.{0,400})",
    re.IGNORECASE,
)
_SOURCE_LABELS = frozenset("source sources fuente quelle fonte bron sumber источник källa kilde".split()) | {
    "news source",
    "article source",
    "content source",
    "original source",
    "story source",
    "information source",
}
_SOCIAL = frozenset(
    "x twitter facebook instagram youtube youtu tiktok t telegram reddit linkedin discord medium tradingview dune "
    "coinmarketcap coingecko coinglass glassnode imgur gettyimages shutterstock unsplash pexels pixabay flickr "
    "wikimedia".split()
)


def is_original(url: str) -> bool:
    """A link that can be a story's original: neither a post on a social network nor a chart nor a picture."""
    host = host_of(url) or ""
    labels = host.split(".")
    return not (set(labels[:-1]) & _SOCIAL) or len(labels) > 3


def note_source(page: Page, url: str | None, name: str | None) -> None:
    own = host_of(page.site_url) if page.site_url else None
    if url and is_original(url) and page.url is None and host_of(url) != own:
        page.url = url
        if name and not page.named and outlet_name(name):
            page.named = outlet_name(name)
    elif name and not page.named and not url:
        page.named = outlet_name(name)


def source_line(page: Page, text: str, behind: str | None, early: bool, late: bool) -> str | None:
    """Why a line that names the source goes, the source noted on the page; the options are those of `metadata`."""
    text = text[1:-1] if text[:1] in ("(", "[") and text[-1:] in (")", "]") else text
    found = _SOURCE.fullmatch(text) or (_SOURCE.fullmatch(f"{text}: {behind}") if behind else None)
    if not found:
        return None
    value, label = found["value"], found["label"].casefold()
    link = LINK.search(value)
    if link or behind:
        url = plausible_link(link.group()) if link else behind
        around = (value[: link.start()] + " " + value[link.end() :]).strip(" -–—|()[]:,.") if link else value
        if len(around.split()) > 8 or (around and not capital_name(around)):
            return None
        if url and (early or late or "origin" in label or is_original(url)):
            note_source(page, url, capital_name(around) if around else None)
        return "source link"
    credit = label in _SOURCE_LABELS
    marked = found["mark"].strip() in (":", "：", "|") or (credit and found["mark"].strip() != "")
    name = capital_name(value)
    if not name:
        return None
    if label == "via" and len(name.split()) <= 4:
        marked = True
    strong = bool(
        re.match(
            r"(?:cross-?|re-?)?(?:posted|published|syndicated|printed) (?:with permission )?from "
            r"|(?:re-?posted|republished|syndicated|reprinted|originally|first|read|see|view|continue|cross-?posted) ",
            label + " ",
        )
    )
    if not marked and not strong and not text.startswith("SOURCE "):
        return None
    if label in ("from", "link", "url", "web", "website", "courtesy", "courtesy of") and not late:
        return None
    # "Publisher: …" below a story is the last line of a review.
    if label in ("publisher", "publication", "outlet") and not early:
        return None
    if late and label == "via":
        page.appeared.append(name)
        return "source line"
    if late or (early and label != "via") or strong:
        # An abbreviation that no outlet is known by is where figures are from.
        if not name.isupper() or is_outlet(name):
            note_source(page, None, name)
        return "source line"
    return "image credit" if label == "via" or credit else None


def capital_name(text: str) -> str | None:
    name = outlet_name(text)
    if name is None or len(name.split()) > 6:
        return None
    words = [
        word for word in name.split() if word.casefold() not in ("the", "of", "and", "for", "in", "&", "de", "le", "la")
    ]
    return name if words and all(word[0].isupper() or word[0].isdigit() or "." in word for word in words) else None
