"""/check: did anybody say this, in these words?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import extract, pieces, sentence_around
from onrecord.answers.lookup import find_person
from onrecord.answers.quoting import Desk, show_all
from onrecord.answers.replies import command_for, shown
from onrecord.archive import Archive, QuoteOnRecord
from onrecord.reading.grade import Grade, grade
from onrecord.reading.likeness import Difference, find
from onrecord.reading.names import name_key
from onrecord.stories import Answer, Citation, Entry
from onrecord.text import words

_FEWEST = 3
"""Words below which almost anybody has said them."""
_RANK = {"verbatim": 3, "cut": 2, "altered": 1, "unrelated": 0}


class _Found(NamedTuple):
    grade: Grade
    quotes: list[QuoteOnRecord]
    """One utterance: in the same words from each outlet that has it, or in the two quotes that a story makes of it."""


class _Claimed(NamedTuple):
    """Who is supposed to have said it."""

    typed: str
    names: list[str]
    """Whom of the coverage that may mean."""

    @property
    def shown(self) -> str:
        return self.names[0] if len(self.names) == 1 else shown(self.typed)

    def is_meant(self, speaker: str | None) -> bool:
        return speaker is not None and name_key(speaker) in map(name_key, self.names)


async def check(archive: Archive, quote: str | None = None, speaker: str | None = None) -> Answer:
    claim = words(quote or "")
    if len(claim) < _FEWEST:
        return not_found(
            "check",
            f"Give at least {_FEWEST} words of the quotation, so that it can be told apart.",
            [command_for("quotes", about=" ".join(claim)) if claim else "/stories"],
        )
    assert quote
    match = await find_person(archive, speaker) if speaker else None
    claimed = _Claimed(speaker, [hit.id for hit in match.meant]) if speaker and match else None
    candidates = await _candidates(archive, quote, claimed)
    found = await _best(archive, quote, [one for one in candidates if one.quote.kind != "indirect"], claimed)
    if found:
        return await _graded(archive, found, claimed)
    reported = await _best(archive, quote, [one for one in candidates if one.quote.kind == "indirect"], claimed)
    if reported:
        return await _reported(archive, reported)
    if in_text := await _in_the_text(archive, quote, claim):
        return in_text
    suggestions = [command_for("quotes", speaker=name) for name in (claimed.names if claimed else ())]
    return not_found(
        "check", f"Not in the coverage: nobody is on record with {shown(quote)}.", [*suggestions, "/stories"]
    )


async def _candidates(archive: Archive, quote: str, claimed: _Claimed | None) -> list[QuoteOnRecord]:
    found = [one for one, _ in await archive.find_quotes(quote, limit=12)]
    for name in claimed.names if claimed else ():
        found += [one for one, _ in await archive.find_quotes(quote, limit=6, speaker=name)]
    return found


async def _best(
    archive: Archive, quote: str, candidates: Sequence[QuoteOnRecord], claimed: _Claimed | None
) -> _Found | None:
    graded = [(_grade(quote, pieces(one.quote)), one) for one in candidates]
    graded = [(given, one) for given, one in graded if given.kind != "unrelated" and not _is_scrap(given, quote, one)]
    if not graded:
        return None

    # The same words may be somebody else's in another story: prefer the claimed speaker, then a story that names one.
    def order(pair: tuple[Grade, QuoteOnRecord]) -> tuple[int, float, bool, bool, bool, int]:
        given, one = pair
        by, named = one.quote.speaker, one.citation.publisher is not None
        return (
            _RANK[given.kind],
            given.likeness,
            bool(claimed and claimed.is_meant(by)),
            by is not None,
            named,
            len(one.quote.text),
        )

    given, best = max(graded, key=order)
    if given.kind == "altered" and best.quote.kind != "indirect" and (together := await _in_turn(archive, quote, best)):
        return together
    same = [one for _, one in graded if words(one.quote.text) == words(best.quote.text)]
    return _Found(given, sorted(same, key=lambda one: one is not best))


def _grade(quote: str, runs: list[str]) -> Grade:
    """Against the whole utterance, else against each run of it: an altered part is less like the whole."""
    tried = (grade(quote, part) for part in (runs, *([run] for run in runs)))
    return next((given for given in tried if given.kind != "unrelated"), Grade("unrelated"))


def _is_scrap(given: Grade, quote: str, one: QuoteOnRecord) -> bool:
    """Two words that a story quotes are in many a claim; that makes none of them another wording of those."""
    said = len(words(one.quote.text))
    return given.kind == "altered" and (said <= _FEWEST or 2 * said < len(words(quote)))


async def _in_turn(archive: Archive, quote: str, best: QuoteOnRecord) -> _Found | None:
    """The two quotes that the claim runs over, where a story tells one utterance in two."""
    said = await archive.quotes(speaker=best.quote.speaker, story=best.citation.story)
    said = [one for one in said if one.quote.kind != "indirect" and one.quote.speaker == best.quote.speaker]
    said.sort(key=lambda one: (one.quote.spans[0].passage, one.quote.spans[0].start))
    for pair in pairwise(said):
        given = grade(quote, [run for one in pair for run in pieces(one.quote)])
        if given.kind in ("verbatim", "cut"):
            return _Found(given, list(pair))
    return None


async def _graded(archive: Archive, found: _Found, claimed: _Claimed | None) -> Answer:
    citations = Citations()
    by = found.quotes[0].quote.speaker
    desk = Desk(archive)
    entries, _ = await show_all(desk, found.quotes, citations, 2)
    who = await desk.called(by, found.quotes) if by else "somebody whose name could not be told"
    given = found.grade
    apart = f", but not by {claimed.shown}" if claimed and by and not claimed.is_meant(by) else ""
    if given.kind == "verbatim":
        heading = f"Verbatim{apart}: {who} said exactly that."
    elif given.kind == "cut":
        heading = f"Verbatim, but cut{apart}: {who} said more in the same breath, which may change the sense."
        if given.before or given.after:
            rest = " ".join(filter(None, [given.before, "[your words]", given.after]))
            entries.append(Entry(text=rest, lead="What stands around it"))
    else:
        heading = f"Altered{apart}: {who} said it differently."
    if claimed and by is None:
        heading += f" Whether it was {claimed.shown} cannot be told from the story."
    entries += _differences(given)
    suggestions = [command_for("quotes", speaker=by)] if by else []
    return compose("check", heading, entries, citations, suggestions)


async def _reported(archive: Archive, found: _Found) -> Answer:
    """The claim is what a story says that somebody said, in the story's words."""
    citations = Citations()
    by = found.quotes[0].quote.speaker
    desk = Desk(archive)
    entries, _ = await show_all(desk, found.quotes, citations, 2)
    who = await desk.called(by, found.quotes) if by else "somebody whom it does not name"
    if found.grade.kind == "altered":
        heading = f"Not as a quotation: a story reports something like it of {who}, in words of its own."
        entries += _differences(found.grade)
    else:
        heading = f"Reported, not quoted: these are the story's own words for what {who} said."
    suggestions = [command_for("quotes", speaker=by)] if by else []
    return compose("check", heading, entries, citations, suggestions)


def _differences(given: Grade) -> list[Entry]:
    if not given.differences:
        return []
    marked = " ".join(map(_marked, given.differences))
    return [Entry(text=marked, lead="Where it differs (as you have it → as it was said)")]


def _marked(one: Difference) -> str:
    match one.kind:
        case "same":
            return one.said
        case "changed":
            return f"[{one.claimed} → {one.said}]"
        case "added":
            return f"[not said: {one.claimed}]"
        case "left out":
            return f"[left out: {one.said}]"


async def _in_the_text(archive: Archive, quote: str, claim: list[str]) -> Answer | None:
    """The words stand in a story, and not as anybody's quotation."""
    for found in await archive.find_passages(quote, limit=5):
        text = found.passage.text
        if find(claim, words(text)) >= 0:
            return await _as_reported(archive, text, claim, found.citation)
    return None


async def _as_reported(archive: Archive, text: str, claim: list[str], citation: Citation) -> Answer:
    citations = Citations()
    at = _position(text, claim)
    start, end = sentence_around(text, at, at + 1)
    entry = Entry(
        text=extract(text, start, end, (at, at + 1)),
        note="reported, not quoted",
        citation=citations.add(citation),
    )
    heading = "In the coverage, but not as a quotation: these are the story's own words."
    return compose("check", heading, [entry], citations, [command_for("summary", story=citation.title)])


def _position(text: str, claim: list[str]) -> int:
    """Where the claim's longest word stands; near enough to find its sentence."""
    return max(0, text.casefold().find(max(claim, key=len)))
