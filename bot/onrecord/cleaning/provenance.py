"""Lines and parts of lines that tell where a story came from: kept as its metadata, dropped from its text."""

from __future__ import annotations

import re

from onrecord.cleaning.dates import DATE, PATTERN, stamp
from onrecord.cleaning.furniture import MACHINE, furniture, plain
from onrecord.cleaning.headlines import looks_like_headline, same_title, title_case
from onrecord.cleaning.lines import Line
from onrecord.cleaning.links import LINK, host_of, plausible_link
from onrecord.cleaning.outlets import is_outlet, outlet_key, outlet_name, outlet_of_link
from onrecord.cleaning.page import Page
from onrecord.stories import RelatedLink

_PART = r"[A-ZÀ-ÞĀ-Ž][\w'’.-]{0,30}"
_PARTICLE = r"(?:(?:de|del|della|der|den|van|von|la|le|bin|ibn|al|el|da|di|dos|du|ten|ter|y) )"
NAME = rf"{_PART}(?: {_PARTICLE}{{0,2}}{_PART}){{1,3}}"
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december the this that these those it in on at for and but with staff today".split()
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
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says)\b")
_JOB = re.compile(
    r"\b(?:writer|reporter|editor|correspondent|columnist|contributor|staff|journalist|analyst)s?\b", re.IGNORECASE
)
_BIOGRAPHY = re.compile(
    rf"(?P<name>{NAME}),? (?:is|writes|covers|serves as|works as)\b"
    r"(?=[^.]{0,120}\b(?:writer|reporter|editor|correspondent|columnist|contributor|journalist|author of|covers"
    r"|covering|writes (?:about|for)|freelance)\b(?! (?:who|whose)\b))"
)
_REST = re.compile(r"[\s,|·•/–—-]*(?:[^.!?]|\.(?=\w)|(?<=[A-Z])\.|[ap]\.m\.|\.$){0,120}")
_DATE_LABEL = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|released|issued|date|time|on"
    r"|at|by|edited|added|upd|dateline|publication|press release)|of|the|article|story|and)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|upd)\b[\s:|–-]*(?:on |at )?$", re.IGNORECASE)
_MARKS = (":", "：", ">", "»", "|", "→", " – ", " — ", " - ")
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_READ_TIME = re.compile(r"\d{1,3}[ -]?min(?:ute)?s?(?:[ -]read)?", re.IGNORECASE)
_SYNDICATED = re.compile(
    r"The (?:post|article|story) (?P<title>.{1,300}?),? (?:(?:was )?(?:first|originally) (?:appeared|published)"
    r"|appeared(?: first| originally)?|was (?:first )?published) (?:first )?(?:on|at|in) "
    r"(?P<outlet>[^\s.,;:!?][^.\n;!?]{0,58}?(?:\.[A-Za-z]{2,12}){0,3})(?:\.(?=\s|$|[A-Z“\"‘])|\s*$)"
)
_QUOTED = re.compile(r"\A[“\"‘'](?P<title>[^“”\"]+)[”\"’']\Z")
_FIRST_PUBLISHED = re.compile(
    r"(?:\(|\[|\*)?(?:this|the (?:above|following|original|preceding)) (?:\w+ ){0,2}?(?:article|story|post|piece"
    r"|report|column|essay|op-ed|news|content|interview|version|feature|press release)"
    r"(?: \w+){0,3}? ?(?:was |has been |is |had been )?(?:(?:first|originally|initially|previously"
    r"|also) )?(?:appeared|published|posted|produced|reported|republished|reposted|syndicated|reprinted|written"
    r"|featured|distributed)"
    r"(?: here)?(?: first| originally)?(?: with permission)? (?P<how>on|at|in|by|from|via"
    r"|for) (?P<outlet>.{2,140}?)[.)\]*\s]*",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?P<label>(?:news |article |original |content |story |information )?source(?: link| url| article| here"
    r"| of (?:the )?(?:news|article|information))?|original(?:ly)?(?: article| source| link| story| post| url"
    r"| content| version| report| reporting)?(?: (?:here|at|by|from|(?:reported|published) (?:at|on|by|in)))?"
    r"|view (?:original content|source version on [\w.]+|original)|link to (?:the )?(?:original|source"
    r"|full)(?: article| story| post)?|(?:read|see|view|continue reading) (?:the )?(?:original|full|entire"
    r"|complete|rest of the)(?: article| story| post| report| piece)?(?: (?:here|at|on|in|from|by|via))?"
    r"|full (?:story|article|report)|via|(?:first |originally )?published (?:on|at|by|in)"
    r"|(?:re-?posted|republished|syndicated|reprinted|reproduced|sourced|adapted|excerpted) (?:from|via|by)"
    r"|story (?:from|via)|courtesy(?: of)?|url|link|article link|canonical(?: url| link)?|publisher|publication"
    r"|outlet|website|web|from)"
    r"\s*(?P<mark>[:：|]|\s[–—-]\s?|\s)\s*(?P<value>\S.{0,400})",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(
    r"(?:(?:re-?posted|original|news|full|source) )?(?:article |story |post |news )?(?:title"
    r"|headline)\s?[:：]\s?(?P<title>\S.{2,300})",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"[\[(]?(?P<label>(?:related|recommended|suggested|more|further|additional|also)(?: (?:article|story|stories"
    r"|news|reading|post|posts|coverage|content|read|reads|link|links|video|reading|on this(?: topic| story)?"
    r"|from [\w .'’]{2,40}|on [\w .'’]{2,40}|in [\w .'’]{2,40}))?"
    r"|read(?: also| more| next| now| this| on| too| and)?(?: (?:about|on) [\w ]{2,30})?|also (?:read|see|watch"
    r"|on [\w .'’]{2,30})|see(?: also| more| related)?|you (?:may|might|could) (?:also|be interested in)(?: like"
    r"| read| enjoy| want to read)?|don['’]t miss|must[- ]read|icymi|in case you missed it|up next|next up"
    r"|next(?: read)?|explore(?: more)?|dive deeper|go deeper|learn more|check out|trending(?: now)?|latest"
    r"|popular|keep reading|continue reading|previously|earlier|editor['’]?s pick|leer también|lea también"
    r"|ver también|relacionad[oa]s?)"
    r"\s*(?:[:：>»|→]+|\s[–—-]\s)\s*(?P<title>\S.{4,240})",
    re.IGNORECASE,
)
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


def note_source(page: Page, url: str | None, name: str | None) -> None:
    own = host_of(page.site_url) if page.site_url else None
    if url and is_original(url) and page.url is None and host_of(url) != own:
        page.url = url
        if name and not page.named and outlet_name(name):
            page.named = outlet_name(name)
    elif name and not page.named and not url:
        page.named = outlet_name(name)


def _date_line(page: Page, line: str, early: bool) -> bool:
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
        _note_date(page, line)
    return True


def _note_date(page: Page, text: str) -> None:
    for match in DATE.finditer(text):
        if page.published is None and not _UPDATED.search(text[: match.start()]):
            page.published = stamp(match)


def metadata(page: Page, line: Line, early: bool, late: bool) -> str | None:
    """Why the whole line is metadata, its facts noted on the page; null when it is not.

    `early`: it stands above the story's first paragraph; `late`: below its last.
    """
    if len(line.text) > 2500:
        return None
    text = plain(line.text)
    if len(text) > 420:
        return _disclaimer(page, text)
    opening = text[:60]
    if any(mark in opening for mark in _MARKS) or line.link:
        if (found := _TITLE_LABEL.fullmatch(text)) and looks_like_headline(found["title"].rstrip(".")):
            page.offered = page.offered or found["title"]
            return "repeats the headline"
        if reason := _related(page, text, line.link):
            return reason
    if text.startswith("The ") and (found := _SYNDICATED.fullmatch(text)):
        return _syndicated(page, found)
    if found := _FIRST_PUBLISHED.fullmatch(text):
        return _first_published(page, found, line.link)
    if reason := _source(page, text, line.link, early, late):
        return reason
    if (found := _REPOSTED_BY.fullmatch(text)) and (name := _capital_name(found["outlet"])):
        page.appeared.append(name)
        note_source(page, plausible_link(found["url"] or ""), None)
        return "syndication line"
    if len(text) <= 260 and (reason := _byline(page, text, early, early or late)):
        return reason
    if _date_line(page, text, early):
        return "publication date"
    return _about_author(page, text, late) or _disclaimer(page, text)


def _syndicated(page: Page, found: re.Match[str]) -> str | None:
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
    outlet = found["outlet"]
    link = LINK.search(outlet)
    url = plausible_link(link.group()) if link else behind
    name = _capital_name(
        re.split(
            r"https?://|,| and | on | under | as part | with | here|\(|\. ",
            outlet.removeprefix("the ") if link else outlet,
            maxsplit=1,
        )[0]
    )
    if not url and not name:
        return None
    note_source(page, url, name)
    _note_date(page, outlet)
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
    found = _RELATED.fullmatch(text)
    if not found:
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
    if found["label"].casefold() in (
        "previously",
        "earlier",
        "latest",
        "also",
        "more",
        "read",
        "see",
        "next",
    ) and not title_case(title):
        return None
    page.relate(RelatedLink(title=title, url=url))
    return "related story"


def _source(page: Page, text: str, behind: str | None, early: bool, late: bool) -> str | None:
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
    marked = found["mark"].strip() in (":", "：", "|")
    name = _capital_name(value)
    if not name:
        return None
    if label == "via" and len(name.split()) <= 4:
        marked = True
    strong = bool(
        re.match(
            r"(?:re-?posted|republished|syndicated|reprinted|originally|first|read|see|view|continue) ", label + " "
        )
    )
    if not marked and not strong and not text.startswith("SOURCE "):
        return None
    if label in ("from", "link", "url", "web", "website", "courtesy", "courtesy of") and not late:
        return None
    if late or (early and label != "via") or strong:
        note_source(page, None, name)
        return "source line"
    return "image credit" if label in ("source", "via") else None


def _byline(page: Page, text: str, early: bool, outer: bool) -> str | None:
    found = _BYLINE.fullmatch(text)
    bare = None if found else _NAME_AND_DATE.fullmatch(text)
    match = found or bare
    if match is None or not _REST.fullmatch(match["rest"]) or len(match["rest"].split()) > 16:
        return None
    names = people(match["names"])
    if _VERB.search(match["rest"]) or match["names"].endswith(("'s", "s'")):
        return None
    if not names:
        if found and DATE.search(match["rest"]) and (outlet := outlet_name(match["names"])):
            page.appeared.append(outlet)
            _note_date(page, match["rest"])
            return "byline"
        return None
    if match["rest"].strip() and not early and not DATE.search(match["rest"]) and not _JOB.search(match["rest"]):
        return None
    if outer or not page.authors:
        page.authors.extend(name for name in names if name not in page.authors)
        _note_date(page, match["rest"])
    return "byline"


def is_biography(text: str) -> bool:
    """A paragraph on somebody who writes for a living, such as stands below a story."""
    return len(text) <= 400 and not any(mark in text for mark in '"“') and bool(_BIOGRAPHY.match(text))


def _about_author(page: Page, text: str, late: bool) -> str | None:
    found = _BIOGRAPHY.match(text) if is_biography(text) else None
    return "about the author" if found and (late or found["name"] in page.authors) else None


def _disclaimer(page: Page, text: str) -> str | None:
    if ("view" in text or "opinion" in text) and (found := _DISCLAIMED.search(text)) and _REPOSTS.search(text):
        page.host = page.host or outlet_name(found["host"])
        return "disclaimer"
    return None


_AUTHOR_AND_TIME = re.compile(rf"(?P<names>{NAME})\s?[|·•,–—-]?\s?(?i:{PATTERN})\s+(?=[A-Z“\"‘'])")
_CREDIT_TAIL = re.compile(
    r"\s[\[(](?:(?:photo|image|picture|credit|source|illustration|screenshot|file photo"
    r"|courtesy)s?\b[^()\[\]]{0,120}|[^()\[\]]{0,80}(?:getty images|ap photo|shutterstock|/reuters|/afp"
    r"|/ap)[^()\[\]]{0,80}|(?:ap photo|reuters|afp)/[^()\[\]]{0,80})[)\]]\.?$",
    re.IGNORECASE,
)
_HASHTAG_TAIL = re.compile(r"(?<=[.!?…”\"’)])(?:\s+#[^\W\d_][\w-]{1,60}){2,}\s*$")
_TAIL_REASONS = frozenset(
    "says a machine wrote it|image credit|follow us|newsletter pitch|affiliate notice|copyright line"
    "|app promotion|tip box"
    "|read-more link|hashtags or tags|reporting credits|developing-story notice".split("|")
)
_TAIL_WORDS = re.compile(
    r"[#@©]|\b(?:ai|image|images|photo|picture|credit|courtesy|getty|shutterstock|reuters|follow|subscribe|sign"
    r"|join|newsletter"
    r"|commission|affiliate|copyright|rights|app|tips|email|e-mail|contact|read|reading|click|here|reporting"
    r"|editing|edited"
    r"|contributed|developing|updated|check|generated|written)\b",
    re.IGNORECASE,
)
_LAST_SENTENCE = re.compile(r".*[.!?…][”\"’)\]]*\s+(?=[\"“‘(\[]?[A-Z#])", re.DOTALL)


def cut_ends(page: Page) -> None:
    """Take syndication lines and glued bylines off the ends of longer lines."""
    kept: list[Line] = []
    for at, line in enumerate(page.lines):
        if line.kind == "heading":
            kept.append(line)
            continue
        text = line.text
        if "appeared" in text or "published" in text:
            text = _cut_syndication(page, line, text, at)
        if text and at < 8 and (found := _AUTHOR_AND_TIME.match(text)) and (names := people(found["names"])):
            page.drop(line, "byline", text[: found.end()].strip())
            page.authors.extend(name for name in names if name not in page.authors)
            _note_date(page, found.group())
            text = text[found.end() :]
        if text:
            line.text = text
            kept.append(line)
    page.lines = kept


def _cut_syndication(page: Page, line: Line, text: str, at: int) -> str:
    pieces: list[str] = []
    end = 0
    for found in _SYNDICATED.finditer(text):
        if _syndicated(page, found):
            pieces.append(text[end : found.start()].strip())
            page.drop(line, "syndication line", found.group().strip())
            end = found.end()
    if not end:
        return text
    pieces.append(text[end:].strip())
    pieces = [piece for piece in pieces if piece]
    later = " ".join(" ".join(other.text for other in page.lines[at + 1 : at + 12]).split()).casefold()
    kept: list[str] = []
    for piece in dict.fromkeys(pieces):
        # What is glued to the syndication line repeats the story's own beginning: a teaser, unless it stands only here.
        teaser = " ".join(piece.rstrip("….").split()).casefold()
        if (len(teaser) >= 3 and teaser in later) or (kept and piece in kept[0]):
            page.drop(line, "teaser of this story", piece)
        else:
            kept.append(piece)
    return " ".join(kept)


def cut_tail(page: Page, line: Line) -> str:
    """The line's text without the credits, hashtags and notices at its end."""
    text = line.text
    if text.endswith((")", "]", ").", "].")) and (found := _CREDIT_TAIL.search(text[-260:])):
        start = len(text) - len(text[-260:]) + found.start()
        page.drop(line, "image credit", text[start:].strip())
        text = text[:start].rstrip()
    tail = text[-1200:]
    if "#" in tail and (found := _HASHTAG_TAIL.search(tail)):
        start = len(text) - len(tail) + found.start()
        page.drop(line, "hashtags or tags", text[start:].strip())
        text = text[:start].rstrip()
    for _ in range(3):
        last = _LAST_SENTENCE.match(text[-500:]) if len(text) > 60 else None
        start = max(0, len(text) - 500) + last.end() if last else 0
        sentence = text[start:]
        telling = last and " " in sentence and _TAIL_WORDS.search(sentence)
        reason = furniture(sentence) if telling else None
        if reason not in _TAIL_REASONS:
            break
        page.machine = page.machine or reason == MACHINE
        page.drop(line, reason or "", sentence)
        text = text[:start].rstrip()
    return text


_OUTLET_SUFFIX = re.compile(r"(?P<title>\S.*\S)\s+(?P<mark>[|–—-])\s+(?P<outlet>[^|–—]{2,40})")


def without_outlet(title: str, page: Page) -> str:
    """A headline without the outlet's name behind it, which is noted: "Harbor votes | The Harbor Post"."""
    found = _OUTLET_SUFFIX.fullmatch(title)
    name = _capital_name(found["outlet"]) if found else None
    if found is None or name is None or len(found["title"]) < 12:
        return title
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
    seen = {outlet_key(publisher)} if publisher else set[str]()
    reposters: list[str] = []
    for name in (*chain, page.host):
        if name and outlet_key(name) not in seen:
            seen.add(outlet_key(name))
            reposters.append(name)
    return url, publisher, reposters
