"""An answer as pages of safe markdown. Whatever the coverage holds, each page fits into one message.

A page break goes between entries; an entry too long for a page is parted between sentences, and only a sentence too
long for a page between words. Each page names its own sources, but for those that are themselves items of its list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from onrecord.answers.compose import quotation, sources
from onrecord.answers.extracts import sentences, shorten
from onrecord.chat.safety import LONGEST_LINK, link, safe, size, visible
from onrecord.language import day, listed, say
from onrecord.stories import Answer, Change, Citation, Entry

LONGEST = 3900
"""UTF-16 units of text on one page; Discord takes 4,000 characters in all."""
_COMFORT = 1800
"""Of them, what is pleasant to read at once on a phone."""
MOST_COMPONENTS = 18
"""Of the 40 that Discord takes, for what stands between the heading and the buttons."""
_BESIDE = 3
"""Components of a text with a link beside it."""
_ONE_SOURCE = 800
_FEWEST = 200
_TIED = "\u00a0"
"""A space at which no line breaks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text, and the address of the story that it tells of."""

    text: str
    url: str | None = None
    tight: bool = False
    """It follows the line above without an empty one."""


@dataclass(frozen=True, slots=True)
class Page:
    heading: str
    body: tuple[Line, ...]
    sources: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """An entry, or as much of it as a page takes."""

    line: Line
    lead: str = ""
    """Left out where the part before it on the page has the same: one name stands above all that somebody said."""
    source: int | None = None


def joined(lines: Sequence[Line]) -> list[Line]:
    """Lines without a link as one text."""
    found: list[Line] = []
    for linked, group in groupby(filter(lambda line: line.text, lines), lambda line: line.url is not None):
        if linked:
            found += group
            continue
        text = ""
        for line in group:
            text += (("\n" if line.tight else "\n\n") if text else "") + line.text
        found.append(Line(text))
    return found


def paginate(answer: Answer, reserved: int = 0) -> list[Page]:
    """At least one page; `reserved` units of each are needed for other text."""
    heading = f"### {safe(_label(answer.heading, 250))}" if visible(answer.heading) else "### …"
    room = min(_COMFORT, LONGEST - reserved - size(heading))
    numbers = _numbers(answer)
    cited = {
        number: _source(number if len(numbers) > 1 else None, citation, answer.heading)
        for _, citation in sources(answer.citations)
        if (number := numbers.get(citation.story))
    }
    parts = list(_parts(answer, max(_FEWEST, room - _ONE_SOURCE), numbers))
    used = {part.source for part in parts}
    parts += [_Part(Line(""), source=number) for number in cited if number not in used]
    return [Page(heading, *_lines(page, cited)) for page in _packed(parts, cited, room)]


def _numbers(answer: Answer) -> dict[str, int]:
    """The stories that are named as sources, in order: a story that is an item of a list says all that itself."""
    told = {answer.citations[entry.citation].story for entry in _listing(answer) if entry.citation is not None}
    return {
        story: n
        for n, story in enumerate((one.story for _, one in sources(answer.citations) if one.story not in told), 1)
    }


def _listing(answer: Answer) -> list[Entry]:
    return [entry for entry in answer.entries if entry.style == "story"]


def _packed(parts: Sequence[_Part], cited: dict[int, Line], room: int) -> Iterator[list[_Part]]:
    page: list[_Part] = []
    for part in parts:
        if page and not _fits(*_lines([*page, part], cited), room):
            yield page
            page = []
        page.append(part)
    yield page


def _fits(body: Sequence[Line], named: Sequence[Line], room: int) -> bool:
    text = sum(size(line.text) + 3 for line in [*body, *named])
    return (
        text <= room and sum(_BESIDE if line.url else 1 for line in [*joined(body), *joined(named)]) <= MOST_COMPONENTS
    )


def _lines(parts: Sequence[_Part], cited: dict[int, Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What the page says, and its sources."""
    body: list[Line] = []
    lead = ""
    for part in parts:
        if not part.line.text:
            continue
        if part.lead and part.lead != lead:
            body.append(Line(part.lead))
            body.append(Line(part.line.text, part.line.url, tight=True))
        else:
            body.append(part.line)
        lead = part.lead
    named = sorted({part.source for part in parts if part.source is not None})
    return tuple(body), tuple(cited[number] for number in named)


def _source(number: int | None, citation: Citation, heading: str) -> Line:
    """Small print: what the story is, who published it when, who reposted it, whether a machine wrote it."""
    mark = f"{_mark(number)} " if number else ""
    told, url = _provenance(citation)
    title = f"{safe(_label(citation.title, 120))} — " if citation.title != heading else ""
    return Line(f"-# {mark}{title}{told}", url, tight=True)


def _mark(number: int) -> str:
    return f"\\[{number}\\]"


def _provenance(citation: Citation) -> tuple[str, str | None]:
    """In words, and the address that a button takes."""
    if not citation.publisher and not citation.published:
        told = [say("publisher and date not stated")]
    else:
        told = [
            safe(_label(citation.publisher, 60)) if citation.publisher else say("publisher not stated"),
            day(citation.published).replace(" ", _TIED) if citation.published else say("date not stated"),
        ]
    if citation.reposted_by:
        told.append(say("reposted by {names}", names=safe(_label(listed(citation.reposted_by), 90))))
    if citation.ai_generated:
        told.append(say("this page says it was written by a machine"))
    url = link(citation.url)
    if url and size(url) > LONGEST_LINK:
        told.append(say("at {host}", host=safe(_label(_host(url), 60))))
        url = None
    return ", ".join(told), url


def _parts(answer: Answer, longest: int, numbers: dict[str, int]) -> Iterator[_Part]:
    before: Entry | None = None
    title = ""
    for entry in answer.entries:
        citation = answer.citations[entry.citation] if entry.citation is not None else None
        lead = f"**{safe(_label(entry.lead, 120))}**" if entry.lead else ""
        tight = before is not None and before.style == entry.style == "bullet" and not entry.lead
        if entry.style == "story" and citation:
            known = {title, answer.heading}
            title = citation.title
            if entry.lead == title:
                lead = ""
            line = _listed(entry, citation, named=title not in known)
            yield _Part(line, lead=lead)
        else:
            source = numbers.get(citation.story) if citation else None
            url = link(entry.url)
            url = url if url and size(url) <= LONGEST_LINK else None
            mark = f"{_TIED}{_mark(source)}" if source and len(numbers) > 1 else ""
            for n, text in enumerate(_pieces(entry, longest - size(lead), mark)):
                first = n == 0
                yield _Part(
                    Line(text, url if first else None, tight=first and tight),
                    lead=lead if first or not lead else f"{lead} ({say('continued')})",
                    source=source,
                )
        before = entry


def _listed(entry: Entry, citation: Citation, *, named: bool) -> Line:
    """A story as an item of a list; its title is left out where it stands above already."""
    told, url = _provenance(citation)
    if entry.note:
        told += f"; {safe(_label(entry.note, 160))}"
    title = f"**{safe(_label(citation.title, 200))}**\n" if named and visible(citation.title) else ""
    return Line(f"{title}-# {told}", url)


def _pieces(entry: Entry, longest: int, mark: str) -> Iterator[str]:
    note = f"\n-# {safe(_label(entry.note, 160))}" if entry.note else ""
    if (changes := _changes(entry.changes)) and size(changes) + size(note) <= longest:
        yield f"{changes}{mark}{note}"
        return
    start = {"quote": "> ", "bullet": "- ", "plain": "", "story": ""}[entry.style]
    text = quotation(entry) if entry.style == "quote" else entry.text
    if entry.url:
        text = text.removesuffix(entry.url).rstrip(" ,:")
    chunks = list(cut(text, max(_FEWEST, longest - size(note) - 60)))
    for chunk in chunks[:-1]:
        yield f"{start}{safe(chunk)} …"
    yield f"{start}{safe(chunks[-1])}{mark}{note}"


def _changes(changes: Sequence[Change]) -> str:
    """What was not said is struck through, what was said instead is bold."""
    told: list[str] = []
    for change in changes:
        claimed, said = safe(change.claimed), safe(change.said)
        if change.kind == "same":
            told.append(said)
        else:
            told += [f"~~{claimed}~~" if claimed else "", f"**{said}**" if said else ""]
    return " ".join(filter(None, told))


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
