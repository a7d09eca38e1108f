"""Lines and parts of lines that tell where a story came from: kept as its metadata, dropped from its text."""

from __future__ import annotations

import re

from onrecord.cleaning.bylines import about_author, byline, date_line, mixed_line, note_date
from onrecord.cleaning.furniture import furniture, plain
from onrecord.cleaning.headlines import looks_like_headline, same_title, title_case
from onrecord.cleaning.lines import Line
from onrecord.cleaning.links import LINK, plausible_link
from onrecord.cleaning.page import Page
from onrecord.cleaning.publishers import is_outlet, outlet_key, outlet_name, outlet_of_link
from onrecord.cleaning.related_lines import related_story
from onrecord.cleaning.source_lines import capital_name, note_source, source_line
from onrecord.stories import RelatedLink

_LABELLED = re.compile(r"[:：>»|→]| [–—-] ")
SYNDICATED = re.compile(
    r"(?:The|This) (?:post|article|story) (?P<title>.{1,300}?),? (?:(?:was )?(?:first|originally) "
    r"(?:appeared|published)|appeared(?: first| originally)?|was (?:first )?published) (?:first )?(?:on|at|in|by) "
    r"(?P<outlet>[^\s.,;:!?][^.\n;!?]{0,58}?(?:\.[A-Za-z]{2,12}){0,3})(?:\.(?=\s|$|[A-Z“\"‘])|\s*$)"
)
_UNNAMED = re.compile(
    r"(?P<title>(?!(?:The|This|That|It|An?) (?:post|article|story|piece)\b)[^.]{8,300}?)"
    r",? (?:(?:was )?(?:first|originally) (?:appeared|published) (?:on|at|in|by)|appeared first on) "
    r"(?P<outlet>[^\s.,;:!?][^.\n;!?,]{0,58}?(?:\.[A-Za-z]{2,12}){0,2})(?: on Medium)?"
    r"(?:, where people are continuing the conversation\b.{0,120})?\.?"
)
"""The same without saying that it is a title, which only its standing on the page can tell."""
_QUOTED = re.compile(r"\A[“\"‘'](?P<title>[^“”\"]+)[”\"’']\Z")
_FIRST_PUBLISHED = re.compile(
    r"(?:\(|\[|\*)?(?:(?:originally|first) (?:appeared|published|posted) "
    r"(?P<bare_how>on|at|in|by|[\w., ]{4,20} (?:by|on|in|at)) (?P<bare>.{2,140}?)[.)\]*\s]*"
    r"|(?:this|the (?:above|following|original|preceding)) (?:\w+ ){0,2}?(?:article|story"
    r"|post|piece|report|column|essay|op-ed|news|content|interview|version|feature|press release)(?: \w+){0,3}? ?"
    r"(?:was |has been |is |had been )?(?:(?:first|originally|initially|previously|also) )?(?:appeared|published"
    r"|posted|produced|reported|republished|reposted|syndicated|reprinted|written|featured|distributed)(?: here)?"
    r"(?: first| originally)?(?: with permission)? (?P<how>on|at|in|by|from|via|for) (?P<outlet>.{2,140}?)[.)\]*\s]*)",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"(?:(?:re-?posted|original|news|full|source) )?(?:article |story |post |news )?(?:title|headline)\s?[:：]\s?"
    r"(?P<title>\S.{2,300})",
    re.IGNORECASE,
)
_DISCLAIMED = re.compile(
    r"\b(?:reflect|represent|express|constitute)s? (?:the )?(?:official )?(?:views?|opinions?"
    r"|positions?|stance|policy|policies)(?:,? (?:and|or) (?:views|opinions|positions?|policy|policies))? of (?:the )?"
    r"(?P<host>[A-Z][\w&'’-]*(?:\.\w[\w-]*)*(?: [A-Z][\w&'’-]*){0,4})"
)
_DATED = re.compile(
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d|\d{1,4}\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
    re.IGNORECASE,
)
_REPOSTS = re.compile(
    r"\b(?:re-?post|republish|syndicat|aggregat|reprint|third[- ]party (?:source|site|content)|public platforms"
    r"|external sources)",
    re.IGNORECASE,
)
_REPOSTED_BY = re.compile(
    r"(?:re-?posted|republished|reprinted|shared|syndicated) (?:by|on|at)\s?:?\s+(?P<outlet>.{2,80}?)"
    r"(?:,? (?:from|via):? (?P<url>https?://\S{4,400}))?",
    re.IGNORECASE,
)
_WIRES = {
    "AP": "Associated Press", "UPI": "UPI", "AFP": "AFP", "Reuters": "Reuters", "dpa": "dpa", "EFE": "EFE",
    "ANSA": "ANSA", "PTI": "Press Trust of India", "ANI": "ANI", "IANS": "IANS", "Xinhua": "Xinhua", "TASS": "TASS",
    "Kyodo": "Kyodo News", "Yonhap": "Yonhap", "AAP": "AAP", "CP": "The Canadian Press", "Bloomberg": "Bloomberg",
}  # fmt: skip
"""News agencies, as general knowledge."""
_DATELINE = re.compile(rf"[A-Z\d][\w .,’'/-]{{1,70}}? ?\((?P<wire>{'|'.join(_WIRES)})\) ?[–—-]")
"""The beginning of a story that an agency sent: "PORT ELLERY, May 3 (AP) — "."""
_OUTLET_SUFFIX = re.compile(r"(?P<title>\S.*\S)\s+(?P<mark>[|–—-])\s+(?P<outlet>[^|–—]{2,40})")


def metadata(page: Page, line: Line, early: bool, late: bool) -> str | None:
    """Why the whole line is metadata, its facts noted on the page; null when it is not.

    `early`: it stands above the story's first paragraph; `late`: below its last.
    """
    if len(line.text) > 2500:
        return None
    text = plain(line.text)
    if len(text) > 420:
        return _disclaimer(page, text)
    if text.startswith('"'):
        return None
    if text.startswith("http") and " " not in text:
        if (early or late) and (url := plausible_link(text)) and url.count("/") > 2 + url.endswith("/"):
            note_source(page, url, None)
        return "source link"
    if _LABELLED.search(text, 0, 60) or line.link:
        if (found := _TITLE_LABEL.fullmatch(text)) and looks_like_headline(found["title"].rstrip(".")):
            page.offered = page.offered or found["title"]
            return "repeats the headline"
        # The first line of a page is its headline, whatever it begins with.
        if line is not page.lines[0] and (reason := related_story(page, text, line.link)):
            return reason
    if (
        line.text.startswith((">", "»", "→", "➤", "➡", "▶", "►", "▸", "👉"))
        and looks_like_headline(text)
        and not furniture(text)
    ):
        page.relate(RelatedLink(title=text, url=line.link))
        return "related story"
    if "appeared" in text or "published" in text:
        if (found := SYNDICATED.fullmatch(text)) and (reason := syndicated(page, found)):
            return reason
        if (found := _UNNAMED.fullmatch(text)) and _is_headline(page, found["title"]):
            return syndicated(page, found)
    if (found := _FIRST_PUBLISHED.fullmatch(text)) and (reason := _first_published(page, found, line.link)):
        return reason
    if reason := source_line(page, text, line.link, early, late):
        return reason
    if (found := _REPOSTED_BY.fullmatch(text)) and (name := capital_name(found["outlet"])):
        page.appeared.append(name)
        note_source(page, plausible_link(found["url"] or ""), None)
        return "syndication line"
    if len(text) <= 260 and (reason := byline(page, text, early, early or late)):
        return reason
    if date_line(page, text, early):
        return "publication date"
    if mixed_line(page, text, early):
        return "byline"
    return about_author(page, text, late) or _disclaimer(page, text)


def _is_headline(page: Page, title: str) -> bool:
    return any(same_title(known, title) for known in (page.title or "", *(line.text for line in page.lines[:10])))


def syndicated(page: Page, found: re.Match[str]) -> str | None:
    title = _QUOTED.sub(r"\g<title>", found["title"].strip())
    if not (
        same_title(title, page.title or page.offered or "")
        or (looks_like_headline(title) and (title_case(title) or len(title) > 25))
    ):
        return None
    name = outlet_name(found["outlet"])
    if name is None:
        return None
    page.offered = page.offered or title
    if name not in page.appeared:
        page.appeared.append(name)
    return "syndication line"


def _first_published(page: Page, found: re.Match[str], behind: str | None) -> str | None:
    outlet = found["outlet"] or found["bare"]
    link = LINK.search(outlet)
    url = plausible_link(link.group()) if link else behind
    name = capital_name(
        re.split(
            r"https?://|,| and | on | under | as part | with | here|\(|\. ",
            outlet.removeprefix("the ") if link else outlet,
            maxsplit=1,
        )[0]
    )
    if name and _DATED.match(name):
        name = None
    if not url and not name:
        return None
    note_source(page, url, name)
    note_date(page, found.group())
    return "syndication line"


def _disclaimer(page: Page, text: str) -> str | None:
    if ("view" in text or "opinion" in text) and (found := _DISCLAIMED.search(text)) and _REPOSTS.search(text):
        page.host = page.host or outlet_name(found["host"])
        return "disclaimer"
    return None


def without_outlet(title: str, page: Page) -> str:
    """A headline without the outlet's name behind it, which is noted: "Harbor votes | The Harbor Post"."""
    found = _OUTLET_SUFFIX.fullmatch(title)
    name = capital_name(found["outlet"]) if found else None
    if found is None or name is None or len(found["title"]) < 12:
        return title
    if page.offered and same_title(found["title"], page.offered):
        page.appeared.append(name)
        return found["title"]
    known = {outlet_key(other) for other in (*page.appeared, page.named or "", page.site or "")}
    if found["mark"] != "|" and outlet_key(name) not in known and not is_outlet(name):
        return title
    if name not in page.appeared:
        page.appeared.append(name)
    return found["title"]


def settle(page: Page, words: str, opening: str) -> tuple[str | None, str | None, list[str]]:
    """The original's address and publisher, and who reposted it, nearest the original first.

    `words` is all text of the page, whose own spelling of a publisher's name is preferred. `opening`: the story's first
    paragraph, which may name the agency that sent it; that is asked when nothing else names a publisher.
    """
    appeared = list(dict.fromkeys(page.appeared))
    url, publisher, chain = page.url, page.named, appeared
    if url:
        publisher = publisher or outlet_of_link(url, words)
        chain = [*appeared, page.site]
    elif publisher is None and appeared:
        publisher, *others = appeared
        chain = [*others, page.site]
    elif publisher is not None:
        chain = [*appeared, page.site]
    if url is None and page.site_url:
        site = page.site or outlet_of_link(page.site_url, words)
        if publisher is None or (site and outlet_key(site) == outlet_key(publisher)):
            url, publisher = page.site_url, publisher or site
    elif url is None and publisher is None:
        publisher = page.site
    if publisher is None and (sent := _DATELINE.match(opening)):
        publisher = _WIRES[sent["wire"]]
    seen = {outlet_key(publisher)} if publisher else set[str]()
    reposters: list[str] = []
    for name in (*chain, page.host):
        if name and outlet_key(name) not in seen:
            seen.add(outlet_key(name))
            reposters.append(name)
    return url, publisher, reposters
