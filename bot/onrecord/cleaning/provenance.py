"""Lines and parts of lines that tell where a story came from: kept as its metadata, dropped from its text."""

from __future__ import annotations

import re

from onrecord.cleaning.bylines import about_author, byline, date_line, mixed_line, note_date
from onrecord.cleaning.furniture import plain
from onrecord.cleaning.headlines import looks_like_headline, same_title, title_case
from onrecord.cleaning.lines import Line
from onrecord.cleaning.links import LINK, host_of, plausible_link
from onrecord.cleaning.outlets import is_outlet, outlet_key, outlet_name, outlet_of_link
from onrecord.cleaning.page import Page
from onrecord.stories import RelatedLink

_MARKS = (":", "：", ">", "»", "|", "→", " – ", " — ", " - ")
SYNDICATED = re.compile(
    r"(?:The|This) (?:post|article|story) (?P<title>.{1,300}?),? (?:(?:was )?(?:first|originally) (?:appeared"
    r"|published)"
    r"|appeared(?: first| originally)?|was (?:first )?published) (?:first )?(?:on|at|in|by) "
    r"(?P<outlet>[^\s.,;:!?][^.\n;!?]{0,58}?(?:\.[A-Za-z]{2,12}){0,3})(?:\.(?=\s|$|[A-Z“\"‘])|\s*$)"
)
_UNNAMED = re.compile(
    r"(?P<title>(?!(?:The|This|That|It|An?) (?:post|article|story|piece)\b)[^.]{8,300}?),? (?:(?:was )?(?:first"
    r"|originally)"
    r" (?:appeared|published) (?:on|at|in|by)|appeared first on) (?P<outlet>[^\s.,;:!?][^.\n;!?,]{0,58}?"
    r"(?:\.[A-Za-z]{2,12}){0,2})(?: on Medium)?(?:, where people are continuing the conversation\b.{0,120})?\.?"
)
"""The same without saying that it is a title, which only its standing on the page can tell."""
_QUOTED = re.compile(r"\A[“\"‘'](?P<title>[^“”\"]+)[”\"’']\Z")
_FIRST_PUBLISHED = re.compile(
    r"(?:\(|\[|\*)?(?:(?:originally|first) (?:appeared|published|posted) (?P<bare_how>on|at|in"
    r"|by|[\w., ]{4,20} (?:by|on|in|at)) (?P<bare>.{2,140}?)[.)\]*\s]*|(?:this|the (?:above|following|original"
    r"|preceding)) (?:\w+ ){0,2}?(?:article|story|post|piece"
    r"|report|column|essay|op-ed|news|content|interview|version|feature|press release)"
    r"(?: \w+){0,3}? ?(?:was |has been |is |had been )?(?:(?:first|originally|initially|previously"
    r"|also) )?(?:appeared|published|posted|produced|reported|republished|reposted|syndicated|reprinted|written"
    r"|featured|distributed)"
    r"(?: here)?(?: first| originally)?(?: with permission)? (?P<how>on|at|in|by|from|via"
    r"|for) (?P<outlet>.{2,140}?)[.)\]*\s]*)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?P<label>(?:news |article |original |content |story |information )?sources?(?: link| url| article| here"
    r"| of (?:the )?(?:news|article|information))?|original(?:ly)?(?: article| source| link| story| post| url"
    r"| content| version| report| reporting)?(?: (?:here|at|by|from|(?:reported|published) (?:at|on|by|in)))?"
    r"|view (?:original content|source version on [\w.]+|original)|link to (?:the )?(?:original|source"
    r"|full)(?: article| story| post)?|(?:read|see|view|continue reading) (?:the )?(?:original|full|entire"
    r"|complete|rest of the)(?: article| story| post| report| piece)?(?: (?:here|at|on|in|from|by|via))?"
    r"|full (?:story|article|report)|via|(?:first |originally )?published (?:on|at|by|in)"
    r"|(?:cross-?|re-?)?(?:posted|published|syndicated|printed|reproduced|sourced|adapted"
    r"|excerpted) (?:with permission )?"
    r"(?:from|via|by)"
    r"|story (?:from|via)|courtesy(?: of)?|url|link|article link|canonical(?: url| link)?|publisher|publication"
    r"|outlet|website|web|from|fuente|quelle|fonte|bron|sumber|источник|källa|kilde"
    r"|read (?:it )?at (?:the )?source|article"
    r" originally from|(?:cross|re)-?posted (?:from|at|on|via)|(?:the|you can read the|find the|read the) original"
    r" (?:article|story|post|piece|version)? ?(?:can be (?:found|read)|is|was (?:published|posted))?(?: here| at| on)*)"
    r"\s*(?P<mark>[:：|]|\s[–—-]\s?|\s)\s*(?P<value>\S.{0,400})",
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
_TITLE_LABEL = re.compile(
    r"(?:(?:re-?posted|original|news|full|source) )?(?:article |story |post |news )?(?:title"
    r"|headline)\s?[:：]\s?(?P<title>\S.{2,300})",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[\[(]?(?P<label>[^:：>»|→]{3,48}?)\s*(?:[:：>»|→]+|\s[–—-]\s)\s*(?P<title>\S.{4,240})")
_DATED = re.compile(
    r"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d|\d{1,4}\b|(?:mon|tues|wednes"
    r"|thurs|fri|satur"
    r"|sun)day\b)",
    re.IGNORECASE,
)
_RELATED_STRONG = frozenset(
    "related recommended suggested also must miss missed icymi trending popular explore dive dig deeper enjoy "
    "like interested reading"
    " discover picks pick archives archive elsewhere relacionado relacionada relacionados leer lee lea también "
    "também interesar"
    " leia leggi lire aussi lesen auch thema anche ook juga читайте также теме też także veja saiba".split()
)
_RELATED_WEAK = frozenset(
    "read see next more latest earlier previously background flashback explained explainer keep continue full".split()
)
"""These may head a paragraph of the story too: "Background: …"."""
_RELATED_FILLING = frozenset(
    "reads keep continue you it might may want to what up go check out further additional other this that these "
    "on our the a from by"
    " of and or now too in case don't don’t editor's editor’s article articles story stories news post posts "
    "coverage content"
    " link links topic could will be for learn similar here recommendation suggestion video videos te puede "
    "noticia noticias nota"
    " ver más à sie mehr zum dazu siehe lees baca по zobacz czytaj mais".split()
)
_LABEL_NAMES = re.compile(r"\b(?:from|on|in|by|about) (?:(?:the )?[A-Z][\w .'’&-]{1,40}|[\w '’-]{2,30})$")
_DISCLAIMED = re.compile(
    r"\b(?:reflect|represent|express|constitute)s? (?:the )?(?:official )?(?:views?|opinions?|positions?|stance"
    r"|policy|policies)(?:,? (?:and|or) (?:views|opinions|positions?|policy"
    r"|policies))? of (?:the )?(?P<host>[A-Z][\w&'’-]*(?:\.\w[\w-]*)*(?: [A-Z][\w&'’-]*){0,4})"
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
_SOCIAL = frozenset(
    "x twitter facebook instagram youtube youtu tiktok t telegram reddit linkedin discord medium tradingview dune"
    " coinmarketcap coingecko coinglass glassnode imgur gettyimages shutterstock unsplash pexels pixabay flickr"
    " wikimedia".split()
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
    opening = text[:60]
    if any(mark in opening for mark in _MARKS) or line.link:
        if (found := _TITLE_LABEL.fullmatch(text)) and looks_like_headline(found["title"].rstrip(".")):
            page.offered = page.offered or found["title"]
            return "repeats the headline"
        # The first line of a page is its headline, whatever it begins with.
        if line is not page.lines[0] and (reason := _related(page, text, line.link)):
            return reason
    if line.text.startswith((">", "»", "→", "➤", "👉")) and looks_like_headline(text):
        page.relate(RelatedLink(title=text, url=line.link))
        return "related story"
    if "appeared" in text or "published" in text:
        if (found := SYNDICATED.fullmatch(text)) and (reason := syndicated(page, found)):
            return reason
        if (found := _UNNAMED.fullmatch(text)) and _is_headline(page, found["title"]):
            return syndicated(page, found)
    if (found := _FIRST_PUBLISHED.fullmatch(text)) and (reason := _first_published(page, found, line.link)):
        return reason
    if reason := _source(page, text, line.link, early, late):
        return reason
    if (found := _REPOSTED_BY.fullmatch(text)) and (name := _capital_name(found["outlet"])):
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
    name = _capital_name(
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


def _capital_name(text: str) -> str | None:
    name = outlet_name(text)
    if name is None or len(name.split()) > 6:
        return None
    words = [
        word for word in name.split() if word.casefold() not in ("the", "of", "and", "for", "in", "&", "de", "le", "la")
    ]
    return name if words and all(word[0].isupper() or word[0].isdigit() or "." in word for word in words) else None


def _related(page: Page, text: str, behind: str | None) -> str | None:
    found = _LABELLED.fullmatch(text)
    if not found:
        return None
    label = found["label"]
    named = _LABEL_NAMES.sub("", label)
    words = named.casefold().replace("-", " ").split()
    if not all(word in _RELATED_STRONG or word in _RELATED_WEAK or word in _RELATED_FILLING for word in words):
        return None
    strong = (
        not _RELATED_STRONG.isdisjoint(words)
        or named != label
        or (len(words) > 1 and not {"read", "more", "see"}.isdisjoint(words))
    )
    if not strong and _RELATED_WEAK.isdisjoint(words):
        return None
    title = found["title"].strip("])")
    link = LINK.search(title)
    url = plausible_link(link.group()) if link else behind
    if link:
        title = (title[: link.start()] + title[link.end() :]).strip(" -–—|()[]:")
        if not title:
            return "read-more link"
    if not looks_like_headline(title) and not (
        title.endswith(".") and title_case(title) and looks_like_headline(title[:-1])
    ):
        return None
    # "Next: the ferry" may be prose; "NEXT: The ferry" and "Next: Mayor Faces Ferry Questions" are not.
    strong = strong and words != ["also"]
    if not strong and not (label.isupper() or title_case(title)):
        return None
    page.relate(RelatedLink(title=title, url=url))
    return "related story"


def _source(page: Page, text: str, behind: str | None, early: bool, late: bool) -> str | None:
    text = text[1:-1] if text[:1] in ("(", "[") and text[-1:] in (")", "]") else text
    found = _SOURCE.fullmatch(text) or (_SOURCE.fullmatch(f"{text}: {behind}") if behind else None)
    if not found:
        return None
    value, label = found["value"], found["label"].casefold()
    link = LINK.search(value)
    if link or behind:
        url = plausible_link(link.group()) if link else behind
        around = (value[: link.start()] + " " + value[link.end() :]).strip(" -–—|()[]:,.") if link else value
        if len(around.split()) > 8 or (around and not _capital_name(around)):
            return None
        if url and (early or late or "origin" in label or is_original(url)):
            note_source(page, url, _capital_name(around) if around else None)
        return "source link"
    credit = label in _SOURCE_LABELS
    marked = found["mark"].strip() in (":", "：", "|") or (credit and found["mark"].strip() != "")
    name = _capital_name(value)
    if not name:
        return None
    if label == "via" and len(name.split()) <= 4:
        marked = True
    strong = bool(
        re.match(
            r"(?:cross-?|re-?)?(?:posted|published|syndicated|printed) (?:with permission )?from |(?:re-?posted"
            r"|republished"
            r"|syndicated|reprinted|originally|first|read|see|view|continue|cross-?posted) ",
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


def _disclaimer(page: Page, text: str) -> str | None:
    if ("view" in text or "opinion" in text) and (found := _DISCLAIMED.search(text)) and _REPOSTS.search(text):
        page.host = page.host or outlet_name(found["host"])
        return "disclaimer"
    return None


_OUTLET_SUFFIX = re.compile(r"(?P<title>\S.*\S)\s+(?P<mark>[|–—-])\s+(?P<outlet>[^|–—]{2,40})")


def without_outlet(title: str, page: Page) -> str:
    """A headline without the outlet's name behind it, which is noted: "Harbor votes | The Harbor Post"."""
    found = _OUTLET_SUFFIX.fullmatch(title)
    name = _capital_name(found["outlet"]) if found else None
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


def settle(page: Page, words: str) -> tuple[str | None, str | None, list[str]]:
    """The original's address and publisher, and who reposted it, nearest the original first.

    `words` is all text of the page, whose own spelling of a publisher's name is preferred.
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
    seen = {outlet_key(publisher)} if publisher else set[str]()
    reposters: list[str] = []
    for name in (*chain, page.host):
        if name and outlet_key(name) not in seen:
            seen.add(outlet_key(name))
            reposters.append(name)
    return url, publisher, reposters
