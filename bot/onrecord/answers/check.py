"""/check: did anybody say this, in these words?"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import extract, pieces, sentence_around
from onrecord.answers.lookup import find_person
from onrecord.answers.quoting import Desk, show_all
from onrecord.answers.replies import command_for, no_person, shown
from onrecord.archive import Archive, QuoteOnRecord
from onrecord.reading.grade import Grade, grade
from onrecord.reading.likeness import Difference, find
from onrecord.stories import Answer, Citation, Entry
from onrecord.text import words

_FEWEST = 3
"""Words below which almost anybody has said them."""
_RANK = {"verbatim": 3, "cut": 2, "altered": 1, "unrelated": 0}


class _Found(NamedTuple):
    grade: Grade
    quotes: list[QuoteOnRecord]
    """One utterance: in the same words from each outlet that has it, or in the two quotes that a story makes of it."""


async def check(archive: Archive, quote: str | None = None, speaker: str | None = None) -> Answer:
    claim = words(quote or "")
    if len(claim) < _FEWEST:
        return not_found(
            "check",
            f"Give at least {_FEWEST} words of the quotation, so that it can be told apart.",
            [command_for("quotes", about=" ".join(claim)) if claim else "/stories"],
        )
    assert quote
    claimed: str | None = None
    if speaker:
        match = await find_person(archive, speaker)
        if match.ambiguous:
            return no_person("check", "speaker", speaker, match.near, ambiguous=True)
        claimed = match.sure.label if match.sure else None
    found = await _best(archive, quote, claimed)
    if found:
        return await _graded(archive, found, speaker, claimed)
    reported = await _in_the_text(archive, quote, claim)
    if reported:
        return reported
    suggestions = [command_for("quotes", speaker=claimed)] if claimed else []
    return not_found(
        "check", f"Not in the coverage: nobody is on record with {shown(quote)}.", [*suggestions, "/stories"]
    )


async def _best(archive: Archive, quote: str, claimed: str | None) -> _Found | None:
    candidates = [one for one, _ in await archive.find_quotes(quote, limit=12)]
    if claimed:
        candidates += [one for one, _ in await archive.find_quotes(quote, limit=6, speaker=claimed)]
    graded = [(_grade(quote, pieces(one.quote)), one) for one in candidates if one.quote.kind != "indirect"]
    graded = [(given, one) for given, one in graded if given.kind != "unrelated"]
    if not graded:
        return None

    # The same words may be somebody else's in another story: prefer the claimed speaker, then a story that names one.
    def order(pair: tuple[Grade, QuoteOnRecord]) -> tuple[int, float, bool, bool, bool, int]:
        given, one = pair
        by, named = one.quote.speaker, one.citation.publisher is not None
        return _RANK[given.kind], given.likeness, by == claimed, by is not None, named, len(one.quote.text)

    given, best = max(graded, key=order)
    if given.kind == "altered" and (together := await _in_turn(archive, quote, best)):
        return together
    same = [one for _, one in graded if words(one.quote.text) == words(best.quote.text)]
    return _Found(given, sorted(same, key=lambda one: one is not best))


def _grade(quote: str, runs: list[str]) -> Grade:
    """Against the whole utterance, else against each run of it: an altered part is less like the whole."""
    tried = (grade(quote, part) for part in (runs, *([run] for run in runs)))
    return next((given for given in tried if given.kind != "unrelated"), Grade("unrelated"))


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


async def _graded(archive: Archive, found: _Found, speaker: str | None, claimed: str | None) -> Answer:
    citations = Citations()
    by = found.quotes[0].quote.speaker
    who = by or "somebody whom the story does not name"
    entries, _ = await show_all(Desk(archive), found.quotes, citations, 2)
    given = found.grade
    if given.kind == "verbatim":
        heading = f"Verbatim: {who} said exactly that."
    elif given.kind == "cut":
        heading = f"Verbatim, but cut: {who} said more in the same breath, which may change the sense."
        if given.before or given.after:
            rest = " ".join(filter(None, [given.before, "[your words]", given.after]))
            entries.append(Entry(text=rest, lead="What stands around it"))
    else:
        heading = f"Altered: {who} said it differently."
    if given.differences:
        marked = " ".join(map(_marked, given.differences))
        entries.append(Entry(text=marked, lead="Where it differs (as you have it → as it was said)"))
    if speaker and by is None:
        heading += " Whether it was " + (claimed or shown(speaker)) + " cannot be told from the story."
    elif speaker and by != claimed:
        heading += f" It was not {claimed or shown(speaker)}."
    suggestions = [command_for("quotes", speaker=by)] if by else []
    return compose("check", heading, entries, citations, suggestions)


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
