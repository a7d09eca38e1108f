"""Blocks of furniture that are no lists of stories: price tickers, rows of buttons, pitches under their headings."""

from __future__ import annotations

import re

from onrecord.cleaning.furniture import plain
from onrecord.cleaning.furniture.rules import Shape
from onrecord.cleaning.lines import Line
from onrecord.cleaning.page import Page

_TICKERS = Shape(
    r"market opportunity|[\w .&'’-]{1,30} (?:logo|price ?\([\w$]{1,12}\))|[\w ().$-]{2,40}\blive price chart"
    r"|(?:price|live) chart|[-+▲▼↑↓]?\s?[$€£¥₿]?\s?\d[\d,.]*\s?(?:[kmbt]|bn|usd[tc]?|eur|btc|eth|%)?"
    r"|[-+▲▼↑↓(]?\s?\d[\d.,]*\s?%\)?|[-+▲▼↑↓]\s?\d[\d.,]*\s?\([-+▲▼]?\s?\d[\d.,]*\s?%\)|[$€£]?\d[\d,.]*(?:[$€£]\d[\d,.]*){1,6}|usd[tc]?"
    r"|eur|gbp|btc|eth|sol|xrp|bnb|(?:1|4|6|12|24)\s?h(?:ours?|r)?(?: (?:vol(?:ume)?\.?|change|high|low))?"
    r"|(?:(?:1|3|5|6|7|14|30|90)\s?[dwmy]|ytd|max|all|1y|5y)"
    r"(?:[\s|/](?:(?:1|3|5|6|7|14|30|90)\s?[dwmy]|ytd|max|all|1y|5y))*|market cap(?:italization)?|(?:trading )?volume"
    r"(?: \(?24h?\)?)?|(?:circulating|total|max) supply|all[- ]time (?:high|low)|ath|fully diluted valuation|price"
    r"|change|rank|buy|sell|open|high|low|close|[A-Z]{2,6}\s?[/-]\s?(?:USD[TC]?|EUR|BTC|ETH)|\$[A-Z]{1,6}|[A-Z]{2,5}",
    re.IGNORECASE,
)
_SURELY_TICKER = Shape(
    r"(?:fear (?:&|and) greed index|[\w .&'’()-]{1,40}[\s:]{1,3}[$€£]?\d[\d,.]*[\s|(]{1,3}"
    r"(?:[-+▲▼↑↓]\s?\d[\d.,]*\s?[|(]\s?)?"
    r"(?:24 ?h(?:rs?)?:? )?[-+▲▼↑↓]\s?\d[\d.,]*\s?%\)?)"
    r"|(?-i:\$?[A-Z]{2,6}:? \$\d[\d,.]*)|market opportunity|[\w ().$-]{2,40}\blive price chart"
    r"|[\w .&'’-]{1,30} price ?\([\w$]{1,12}\)|[$€£]?\d[\d,.]*(?:[$€£]\d[\d,.]*){1,6}"
    r"|(?:\$?[A-Z][\w./]{1,11}[\s:|]{0,3}[$€£]?\d[\d,.]*[\s|]{0,3}\(?[-+▲▼↑↓]\s?\d[\d.,]*\s?%\)?[\s|,·•]{0,4}){1,30}"
    r"|(?:(?-i:\$?[A-Z]{2,6}|Bitcoin|Ether(?:eum)?|Solana|Tether|Dogecoin|Cardano"
    r"|Litecoin|Ripple|Polygon|Gold|Silver|Oil|Brent)[\s:|]{1,3}[$€£]\d[\d,.]*[\s|,·•]{0,4}){2,30}"
    r"|[\w .]{2,24}\([A-Z]{2,6}\)\s?[$€£]\d[\d,.]*(?:\s+[-+▲▼↑↓(]*\s?\d[\d.,]*\s?%\)?)?"
    r"|(?:(?:market cap(?:italization)?|(?:24h )?(?:trading )?volume(?: ?\(?24h\)?)?|circulating supply"
    r"|(?<!\A)price)\s?:?\s?[$€£]?\d[\d,.]*\s?[kmbt]?(?:n|\b)[\s|,·•]*){1,6}",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$€£¥₿]\s?\d|[-+▲▼↑↓]\s?\d")
_PITCH = Shape(
    r"(?:start|get|sign|receive|join|subscribe|discover|stay|never|be|don['’]t|enter|catch|explore"
    r"|keep|read|learn|want|love|make sense|one|everything|all|curated|breaking|news|stories|insights?)\b.{0,220}"
    r"|(?:an?|your|our|the|this)\b.{0,60}\b(?:daily|weekly|monthly|biweekly|fortnightly|quick|regular|free"
    r"|round-?up|digest|briefing|dispatch|journey|guide|rundown|recap|look|newsletter|inbox|best|top|must-read"
    r"|essential)\b.{0,200}",
    re.IGNORECASE,
)
_TAGLINE = Shape(r".{0,140}\b(?:in|to|into) your (?:inbox|e-?mail|mailbox)\b[^.!?]{0,60}[\s.!]*", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|will|would|may|might|can|could|should|must|did|does|do|said|says"
    r"|told|asked|wrote|warned|land|lands|landed|arrive|arrives|arrived|come|comes|came|sit|sits|sat|appear|appears"
    r"|appeared|turn|turns|turned|end|ends|ended)\b",
    re.IGNORECASE,
)
PLATFORM = re.compile(
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|messenger|flipboard|instagram"
    r"|copy link|print|link|sms|tumblr|threads|bluesky|mastodon|pocket|line|weibo|wechat|viber|more|like|tweet|pin"
    r"|share)",
    re.IGNORECASE,
)
_SHARE_ASKED = re.compile(
    r"share this(?: (?:article|story|post|page|news))?\b[^.!?,]{0,60}|spread the (?:love|word)|sharing is caring"
    r"|.{2,80}\(opens in (?:a )?new (?:window|tab)\)",
    re.IGNORECASE,
)
_SHARE_WORDS = frozenset(
    "share shares sharing tweet pin email e mail print copy link copied facebook twitter x linkedin whatsapp telegram "
    "reddit pinterest messenger flipboard on via this article story post page save to with friends by the sms tumblr "
    "threads bluesky mastodon pocket instagram send a love like it now or and icon button buttons options your opens "
    "in new window click expand all youtube tiktok".split()
)
_ENDED = re.compile(r"[.!?…][\"”'’)\]]*$")
_CAMEL = re.compile(r"(?:LinkedIn|WhatsApp|YouTube|TikTok)|[^\W\d_a-z]?[a-z]+|[^\W\d_]+")


def share_row(text: str) -> bool:
    """A row of sharing buttons: "Share on Facebook | Tweet | Copy link"."""
    if len(text) > 240:
        return False
    if text[:1] in "SsCc" and len(text) <= 100 and _SHARE_ASKED.fullmatch(plain(text).rstrip("!: ")):
        return True
    first = _CAMEL.search(text)
    if text[0] in "\"“‘'" or first is None or first.group().casefold() not in _SHARE_WORDS:
        return False
    words = [word.casefold() for word in _CAMEL.findall(text)]
    if not all(word in _SHARE_WORDS for word in words):
        return False
    platforms = sum(bool(PLATFORM.fullmatch(word)) for word in words)
    if words[0] in ("share", "tweet", "pin", "copy"):
        return len(words) > 1 or text.casefold().strip(" :…").isalpha()
    return (platforms >= 2 and not _ENDED.search(text)) or words == ["like", "this"]


def drop_widgets(page: Page) -> None:
    """Drop price tickers, rows of buttons and what stands under a pitch's heading."""
    lines = page.lines
    weak = [_is(_TICKERS, line, 80) for line in lines]
    sure = [_is(_SURELY_TICKER, line, 900) for line in lines]
    for at in range(len(lines) - 2, -1, -1):
        # The name above a price: "Bitcoin", "BTC", "$88,000".
        if (weak[at + 1] or sure[at + 1]) and not weak[at] and _names(lines[at]):
            weak[at] = any(_MONEY.match(line.text) for line in lines[at + 1 : at + 3])
    platform = [len(line.text) <= 40 and bool(PLATFORM.fullmatch(plain(line.text))) for line in lines]
    kept: list[Line] = []
    pitched = False
    for at, line in enumerate(lines):
        reason = None
        if share_row(line.text) or (platform[at] and any(_neighbours(lines, platform, at))):
            reason = "share buttons"
        elif sure[at] or (weak[at] and _beside_ticker(lines, weak, sure, at)):
            reason = "price ticker"
        elif pitched and len(line.text) <= 260 and (_PITCH.fullmatch(plain(line.text)) or _is_tagline(line.text)):
            reason = "newsletter pitch"
        if reason:
            page.drop(line, reason)
        else:
            kept.append(line)
        pitched = len(line.text) <= 60 and line.text.casefold().rstrip(" :.").endswith("newsletter")
    page.lines = kept


def _is_tagline(text: str) -> bool:
    """What a newsletter brings, and where: no sentence with a predicate, as a story's are."""
    line = plain(text)
    return "your" in line and bool(_TAGLINE.fullmatch(line)) and not _PREDICATE.search(line)


def _is(shape: Shape, line: Line, limit: int) -> bool:
    text = line.text
    if len(text) > limit or line.kind == "heading" or _ENDED.search(text[-3:]):
        return False
    return bool(shape.fullmatch(plain(text)))


def _names(line: Line) -> bool:
    text = line.text
    return (
        line.kind == "text"
        and len(text) <= 30
        and text[0].isupper()
        and len(text.split()) <= 3
        and all(c.isalnum() or c in " .&'’()-" for c in text)
        and not text.endswith(".")
    )


def _neighbours(lines: list[Line], flags: list[bool], at: int) -> tuple[bool, bool]:
    before = at > 0 and (flags[at - 1] or share_row(lines[at - 1].text))
    after = at + 1 < len(lines) and (flags[at + 1] or share_row(lines[at + 1].text))
    return before, after


def _beside_ticker(lines: list[Line], weak: list[bool], sure: list[bool], at: int) -> bool:
    """It stands in a run of lines like it, of which one is surely a ticker or two show money or a change."""
    first = at
    while first > 0 and (weak[first - 1] or sure[first - 1]) and at - first < 12:
        first -= 1
    last = at
    while last + 1 < len(lines) and (weak[last + 1] or sure[last + 1]) and last - at < 12:
        last += 1
    run = range(first, last + 1)
    return any(sure[n] for n in run) or sum(bool(_MONEY.search(lines[n].text)) for n in run) >= 2
