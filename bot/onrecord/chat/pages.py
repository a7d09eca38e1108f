"""An answer as pages of safe markdown. Whatever the coverage holds, each page fits into one message.

A page break goes between entries; an entry too long for a page is parted between sentences, and only a sentence too
long for a page between words. Each page names its own sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.answers.compose import numbers, quotation, sources
from onrecord.answers.extracts import sentences, shorten
from onrecord.chat.safety import LONGEST_LINK, link, safe, size, visible
from onrecord.language import day, listed, say
from onrecord.stories import Answer, Citation, Entry

LONGEST = 3900
"""UTF-16 units of text on one page; Discord takes 4,000 characters in all."""
_COMFORT = 2000
"""Of them, what is pleasant to read at once on a phone."""
_ONE_SOURCE = 800
_FEWEST = 200
MOST_LINKS = 10
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    heading: str
    body: str
    sources: str
    links: tuple[Link, ...]

    @property
    def length(self) -> int:
        return size(self.heading) + size(self.body) + size(self.sources)


@dataclass(frozen=True, slots=True)
class _Part:
    """An entry, or as much of it as a page takes."""

    text: str
    lead: str = ""
    """Left out where the part before it on the page has the same: one name stands above all that somebody said."""
    tight: bool = False
    """It follows a bullet without an empty line."""
    source: int | None = None
    link: Link | None = None


def paginate(answer: Answer, reserved: int = 0) -> list[Page]:
    """At least one page; `reserved` units of each are needed for other text."""
    heading = f"### {safe(_label(answer.heading, 250))}" if visible(answer.heading) else "### …"
    room = min(_COMFORT, LONGEST - reserved - size(heading))
    cited = {number: _source(number, citation) for number, citation in sources(answer.citations)}
    parts = list(_parts(answer, max(_FEWEST, room - _ONE_SOURCE)))
    used = {part.source for part in parts}
    parts += [_Part("", source=number) for number in cited if number not in used]
    return [_page(heading, page, cited) for page in _packed(parts, cited, room)]


def _packed(parts: Sequence[_Part], cited: dict[int, _Source], room: int) -> Iterator[list[_Part]]:
    page: list[_Part] = []
    for part in parts:
        if page and not _fits([*page, part], cited, room):
            yield page
            page = []
        page.append(part)
    yield page


def _fits(parts: Sequence[_Part], cited: dict[int, _Source], room: int) -> bool:
    named = [cited[number] for number in {part.source for part in parts if part.source is not None}]
    links = sum(source.link is not None for source in named) + sum(part.link is not None for part in parts)
    text = sum(size(part.text) + size(part.lead) + 3 for part in parts) + sum(size(source.line) + 1 for source in named)
    return text <= room and links <= MOST_LINKS


def _page(heading: str, parts: Sequence[_Part], cited: dict[int, _Source]) -> Page:
    body = ""
    lead = ""
    for part in parts:
        if part.text:
            text = f"{part.lead}\n{part.text}" if part.lead and part.lead != lead else part.text
            body += ("\n" if part.tight else "\n\n") + text if body else text
            lead = part.lead
    named = [cited[number] for number in sorted({part.source for part in parts if part.source is not None})]
    links = [source.link for source in named if source.link] + [part.link for part in parts if part.link]
    once = {one.url: one for one in reversed(links)}
    return Page(
        heading=heading,
        body=body,
        sources="\n".join(source.line for source in named),
        links=tuple(dict.fromkeys(once[one.url] for one in links)),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    line: str
    link: Link | None


def _source(number: int, citation: Citation) -> _Source:
    """Small print: what the story is, who published it when, who reposted it, whether a machine wrote it."""
    told = [
        safe(_label(citation.publisher, 60)) if citation.publisher else say("publisher not stated"),
        day(citation.published) if citation.published else say("date not stated"),
    ]
    if citation.reposted_by:
        told.append(say("reposted by {names}", names=safe(_label(listed(citation.reposted_by), 90))))
    if citation.ai_generated:
        told.append(say("this page says it was written by a machine"))
    url = link(citation.url)
    if url and size(url) > LONGEST_LINK:
        told.append(say("at {host}", host=safe(_label(_host(url), 60))))
        url = None
    label = _label(citation.publisher, _LONGEST_LABEL - 6) if citation.publisher else ""
    return _Source(
        line=f"-# \\[{number}\\] {safe(_label(citation.title, 120))} — {', '.join(told)}",
        link=Link(f"[{number}] {label or _label(_host(url), _LONGEST_LABEL - 6)}", url) if url else None,
    )


def _parts(answer: Answer, longest: int) -> Iterator[_Part]:
    marks = numbers(answer.citations)
    further = len(sources(answer.citations))
    after_bullet = False
    for entry in answer.entries:
        url = link(entry.url)
        own: Link | None = None
        cited = link(answer.citations[entry.citation].url) if entry.citation is not None else None
        if url and url != cited and size(url) <= LONGEST_LINK:
            further += 1
            own = Link(f"[{further}] {_label(_host(url), _LONGEST_LABEL - 6)}", url)
        source = marks[entry.citation] if entry.citation is not None else None
        lead = f"**{safe(_label(entry.lead, 120))}**" if entry.lead else ""
        for n, text in enumerate(_pieces(entry, longest - size(lead), further if own else source)):
            first = n == 0
            yield _Part(
                text,
                lead=lead if first or not lead else f"{lead} ({say('continued')})",
                tight=first and after_bullet and entry.style == "bullet" and not entry.lead,
                source=source,
                link=own if first else None,
            )
        after_bullet = entry.style == "bullet"


def _pieces(entry: Entry, longest: int, mark: int | None) -> Iterator[str]:
    note = f"\n-# {safe(_label(entry.note, 160))}" if entry.note else ""
    end = f" \\[{mark}\\]" if mark is not None else ""
    start = {"quote": "> ", "bullet": "- ", "plain": ""}[entry.style]
    text = quotation(entry) if entry.style == "quote" else entry.text
    if entry.url:
        text = text.removesuffix(entry.url).rstrip(" ,:")
    chunks = list(cut(text, max(_FEWEST, longest - size(note) - 60)))
    for chunk in chunks[:-1]:
        yield f"{start}{safe(chunk)} …"
    yield f"{start}{safe(chunks[-1])}{end}{note}"


def cut(text: str, longest: int) -> Iterator[str]:
    """The text in pieces that are at most `longest` units once they are safe; at least one, though it be empty."""
    text = visible(text)
    if size(safe(text)) <= longest:
        yield text
        return
    piece, taken = "", 0
    for unit in _units(text, longest):
        needs = size(safe(unit)) + 1
        if piece and taken + needs > longest:
            yield piece
            piece, taken = unit, needs
        else:
            piece, taken = f"{piece} {unit}" if piece else unit, taken + needs
    yield piece


def _units(text: str, longest: int) -> Iterator[str]:
    """Sentences; of a sentence that is too long, its words; of a word that is too long, slices."""
    for start, end in sentences(text):
        sentence = text[start:end]
        if size(safe(sentence)) <= longest:
            yield sentence
            continue
        for word in sentence.split():
            if size(safe(word)) <= longest:
                yield word
            else:
                step = longest // 4  # an escaped character takes up to three units, one outside the BMP two
                yield from (word[at : at + step] for at in range(0, len(word), step))


def _label(text: str, longest: int) -> str:
    return shorten(visible(text), longest)


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
