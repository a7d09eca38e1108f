"""What is glued to the ends of paragraphs: syndication lines, bylines, credits, hashtags, notices."""

from __future__ import annotations

import re

from onrecord.cleaning.bylines import before_date, note_date, people
from onrecord.cleaning.dates import DATE
from onrecord.cleaning.furniture import MACHINE, furniture, plain, surely_told
from onrecord.cleaning.lines import Line
from onrecord.cleaning.page import Page
from onrecord.cleaning.provenance import SYNDICATED, syndicated

_BYLINE_LENGTH = 120
_GOES_ON = re.compile(r"\s+(?=[A-Z“\"‘'])")
_CREDIT_TAIL = re.compile(
    r"\s[\[(](?:(?:photo|image|picture|credit|source|illustration|screenshot|file photo|courtesy)s?\b[^()\[\]]{0,120}"
    r"|[^()\[\]]{0,80}(?:getty images|ap photo|shutterstock|/reuters|/afp|/ap)[^()\[\]]{0,80}"
    r"|(?:ap photo|reuters|afp)/[^()\[\]]{0,80})[)\]]\.?$",
    re.IGNORECASE,
)
_HASHTAG_TAIL = re.compile(r"(?<=[.!?…”\"’)])(?:\s+#[^\W\d_][\w-]{1,60}){2,}\s*$")
_TAIL_REASONS = frozenset(
    "says a machine wrote it|image credit|follow us|newsletter pitch|affiliate notice|copyright line"
    "|app promotion|tip box"
    "|read-more link|hashtags or tags|reporting credits|developing-story notice".split("|")
)
_TAIL_WORDS = frozenset(
    "ai image images photo photograph picture credit courtesy getty shutterstock reuters follow subscribe sign join "
    "newsletter "
    "commission affiliate copyright rights app tips email contact read reading click here reporting editing edited "
    "contributed developing updated check generated written".split()
)
_WORD = re.compile(r"\w+")
_MAIL = re.compile(r"\be-mail\b")
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
        if at < 8:
            text = _cut_byline(page, line, text)
        if text:
            line.text = text
            kept.append(line)
    page.lines = kept


def _cut_byline(page: Page, line: Line, text: str) -> str:
    """ "Ada Penn, May 3, 2016 The mayor has …": the text without its author and time."""
    opening = before_date(text[:_BYLINE_LENGTH])
    date = opening and DATE.match(text, opening.end())
    behind = date and _GOES_ON.match(text, date.end())
    names = people(opening["names"]) if opening and behind else []
    if not behind or not names:
        return text
    page.drop(line, "byline", text[: behind.start()])
    page.credit(names)
    note_date(page, text[: behind.start()])
    return text[behind.end() :]


def _cut_syndication(page: Page, line: Line, text: str, at: int) -> str:
    pieces: list[str] = []
    end = 0
    for found in SYNDICATED.finditer(text):
        if syndicated(page, found):
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
    if text[0] not in '“"' and surely_told(plain(text)):
        return text
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
        telling = last and " " in sentence and _telling(sentence.lower())
        reason = furniture(sentence) if telling else None
        if reason not in _TAIL_REASONS:
            break
        page.machine = page.machine or reason == MACHINE
        page.drop(line, reason or "", sentence)
        text = text[:start].rstrip()
    return text


def _telling(low: str) -> bool:
    """Does a sentence hold a word or a mark of what is cut from tails?"""
    if "#" in low or "@" in low or "©" in low or not _TAIL_WORDS.isdisjoint(_WORD.findall(low)):
        return True
    return "e-mail" in low and bool(_MAIL.search(low))
