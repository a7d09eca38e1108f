"""From what a command found to one `Answer`: numbered citations, suggestions, and the whole as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.answers.extracts import titled
from onrecord.language import day, listed, say
from onrecord.stories import Answer, Citation, Entry, Verdict
from onrecord.text import fold

LEFT_OUT = "…"
"""Stands alone between two pieces of a quotation where the speaker's own words were left out."""


LISTED = ("bullet", "story")
"""Styles of entries that are items of a list."""


class Citations:
    """Collects citations, each once, and hands out their numbers."""

    def __init__(self) -> None:
        self._found: dict[Citation, int] = {}

    def add(self, citation: Citation) -> int:
        if (title := titled(citation.title)) != citation.title:
            citation = citation.model_copy(update={"title": title})
        return self._found.setdefault(citation, len(self._found))

    def number(self, citation: Citation) -> int:
        """The number that `sources` gives its story, which it will keep."""
        self.add(citation)
        return list(dict.fromkeys(one.story for one in self._found)).index(citation.story) + 1

    def all(self) -> tuple[Citation, ...]:
        return tuple(self._found)


def compose(
    command: str,
    heading: str,
    entries: Iterable[Entry] = (),
    citations: Citations | None = None,
    suggestions: Iterable[str] = (),
    *,
    found: bool = True,
    verdict: Verdict | None = None,
) -> Answer:
    """Whatever was not found is private: a miss is nobody else's business."""
    entries = tuple(entries)
    cited = citations.all() if citations else ()
    suggestions = tuple(dict.fromkeys(suggestions))
    return Answer(
        command=command,
        found=found,
        heading=heading,
        entries=entries,
        citations=cited,
        suggestions=suggestions,
        private=not found,
        verdict=verdict,
        text=plain(heading, entries, cited, suggestions),
    )


def not_found(
    command: str,
    heading: str,
    suggestions: Iterable[str] = (),
    entries: Iterable[Entry] = (),
    verdict: Verdict | None = None,
) -> Answer:
    return compose(command, heading, entries, None, suggestions, found=False, verdict=verdict)


def without(answer: Answer, asked: str) -> Answer:
    """It does not suggest the command that was just asked."""
    suggestions = tuple(one for one in answer.suggestions if fold(one) != fold(asked))
    if len(suggestions) == len(answer.suggestions):
        return answer
    text = plain(answer.heading, answer.entries, answer.citations, suggestions)
    return answer.model_copy(update={"suggestions": suggestions, "text": text})


def quotation(entry: Entry) -> str:
    """A quote entry in quotation marks, piece by piece; the marks are ours, each piece is a slice of the story."""
    return " ".join(piece if piece == LEFT_OUT else f"“{piece}”" for piece in entry.text.split("\n"))


def sources(citations: Sequence[Citation]) -> list[tuple[int, Citation]]:
    """One source a story, numbered from 1 in order of appearance."""
    heads: dict[str, Citation] = {}
    for citation in citations:
        heads.setdefault(citation.story, citation)
    return list(enumerate(heads.values(), 1))


def numbers(citations: Sequence[Citation]) -> list[int]:
    """For each citation, the number of its story in `sources`."""
    by_story = {citation.story: number for number, citation in sources(citations)}
    return [by_story[citation.story] for citation in citations]


def provenance(citation: Citation) -> str:
    """Who published it, when, where, who reposted it, and whether a machine wrote it."""
    parts = stated(citation.publisher, citation.published)
    if citation.url:
        parts.append(citation.url)
    if citation.reposted_by:
        parts.append(say("reposted by {names}", names=listed(citation.reposted_by)))
    if citation.ai_generated:
        parts.append(say("the page says it is AI-generated (written by a machine)"))
    return ", ".join(parts)


def stated(publisher: str | None, published: date | None) -> list[str]:
    """Who published something and when, as far as its page says."""
    if not publisher and not published:
        return [say("publisher and date not stated")]
    return [publisher or say("publisher not stated"), day(published) if published else say("date not stated")]


def plain(
    heading: str, entries: Sequence[Entry], citations: Sequence[Citation] = (), suggestions: Sequence[str] = ()
) -> str:
    marks = numbers(citations)
    blocks: list[str] = []
    previous: Entry | None = None
    for entry in entries:
        lines: list[str] = []
        if entry.lead and not (previous and previous.lead == entry.lead):
            lines.append(entry.lead)
        words = quotation(entry) if entry.style == "quote" else entry.text
        mark = "" if entry.citation is None else f"[{marks[entry.citation]}]"
        body = " ".join(part for part in (words, mark) if part)
        if body:
            lines.append(f"• {body}" if entry.style in LISTED else body)
        if entry.note:
            lines.append(f"({entry.note})")
        together = previous is not None and previous.style == entry.style in LISTED and not entry.lead
        if together:
            blocks[-1] += "\n" + "\n".join(lines)
        else:
            blocks.append("\n".join(lines))
        previous = entry
    cited = [f"[{number}] {citation.title} — {provenance(citation)}" for number, citation in sources(citations)]
    if cited:
        blocks.append("\n".join([say("Sources"), *cited]))
    if suggestions:
        blocks.append("\n".join([say("Try:"), *(f"  {suggestion}" for suggestion in suggestions)]))
    return "\n\n".join([heading, *blocks])
