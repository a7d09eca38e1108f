"""/check: did anybody say this, in these words?"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import extract, sentence_around
from onrecord.answers.lookup import find_person
from onrecord.answers.quotes import Desk, show_all
from onrecord.answers.replies import command_for, no_person, shown
from onrecord.answers.wording import Wording, differences, holds, likeness, shared
from onrecord.archive import Archive, QuoteOnRecord
from onrecord.stories import Answer, Citation, Entry

_FEWEST = 3
"""Words below which almost anybody has said them."""
_VERBATIM = 2.0
_ALTERED = 0.6
"""`likeness` from which two wordings are of one utterance."""


class _Found(NamedTuple):
    quotes: list[QuoteOnRecord]
    """One utterance: in the same words from each outlet that has it, or in the two quotes that a story makes of it."""
    likeness: float
    """`_VERBATIM`, or how like the claim is."""


async def check(archive: Archive, quote: str | None = None, speaker: str | None = None) -> Answer:
    claim = Wording.of(quote or "")
    if len(claim.keys) < _FEWEST:
        return not_found(
            "check",
            f"Give at least {_FEWEST} words of the quotation, so that it can be told apart.",
            [command_for("quotes", about=" ".join(claim.keys)) if claim.keys else "/stories"],
        )
    assert quote
    claimed: str | None = None
    if speaker:
        match = await find_person(archive, speaker)
        if match.ambiguous:
            return no_person("check", "speaker", speaker, match.near, ambiguous=True)
        claimed = match.sure.label if match.sure else None
    found = await _best(archive, quote, claim, claimed)
    if found:
        return await _graded(archive, claim, found, speaker, claimed)
    reported = await _in_the_text(archive, quote, claim)
    if reported:
        return reported
    suggestions = [command_for("quotes", speaker=claimed)] if claimed else []
    return not_found(
        "check", f"Not in the coverage: nobody is on record with {shown(quote)}.", [*suggestions, "/stories"]
    )


async def _best(archive: Archive, quote: str, claim: Wording, claimed: str | None) -> _Found | None:
    candidates = [one for one, _ in await archive.find_quotes(quote, limit=12)]
    if claimed:
        candidates += [one for one, _ in await archive.find_quotes(quote, limit=6, speaker=claimed)]
    graded = [(_grade(claim, one), one) for one in candidates if one.quote.kind != "indirect"]
    graded = [(like, one) for like, one in graded if like >= _ALTERED]
    if not graded:
        return None

    # The same words may be somebody else's in another story: prefer the claimed speaker, then a story that names one.
    def order(pair: tuple[float, QuoteOnRecord]) -> tuple[float, bool, bool, bool, int]:
        like, one = pair
        by = one.quote.speaker
        return like, by == claimed, by is not None, one.citation.publisher is not None, len(one.quote.text)

    like, best = max(graded, key=order)
    if like < _VERBATIM and (together := await _in_turn(archive, claim, best)):
        return _Found(together, _VERBATIM)
    same = [one for _, one in graded if Wording.of(one.quote.text).keys == Wording.of(best.quote.text).keys]
    return _Found(sorted(same, key=lambda one: one is not best), like)


async def _in_turn(archive: Archive, claim: Wording, best: QuoteOnRecord) -> list[QuoteOnRecord]:
    """The two quotes that the claim runs over, where a story tells one utterance in two."""
    said = await archive.quotes(speaker=best.quote.speaker, story=best.citation.story)
    said = [one for one in said if one.quote.kind != "indirect" and one.quote.speaker == best.quote.speaker]
    said.sort(key=lambda one: (one.quote.spans[0].passage, one.quote.spans[0].start))
    for pair in pairwise(said):
        if holds([key for one in pair for key in Wording.of(one.quote.text).keys], claim.keys):
            return list(pair)
    return []


def _grade(claim: Wording, one: QuoteOnRecord) -> float:
    said = Wording.of(one.quote.text).keys
    if holds(said, claim.keys):
        return _VERBATIM
    if shared(claim.keys, said) < 2:
        return 0.0
    return likeness(claim.keys, said)


async def _graded(archive: Archive, claim: Wording, found: _Found, speaker: str | None, claimed: str | None) -> Answer:
    citations = Citations()
    one = found.quotes[0]
    entries, _ = await show_all(Desk(archive), found.quotes, citations, 2)
    verbatim = found.likeness == _VERBATIM
    who = one.quote.speaker or "somebody whom the story does not name"
    if verbatim:
        heading = f"Verbatim: {who} said exactly that."
    else:
        heading = f"Altered: {who} said it differently."
        marked = differences(claim, Wording.of(one.quote.text))
        entries.append(Entry(text=marked, lead="Where it differs (as you have it → as it was said)"))
    if speaker and one.quote.speaker is None:
        heading += " Whether it was " + (claimed or shown(speaker)) + " cannot be told from the story."
    elif speaker and one.quote.speaker != claimed:
        heading += f" It was not {claimed or shown(speaker)}."
    suggestions = [command_for("quotes", speaker=one.quote.speaker)] if one.quote.speaker else []
    return compose("check", heading, entries, citations, suggestions)


async def _in_the_text(archive: Archive, quote: str, claim: Wording) -> Answer | None:
    """The words stand in a story, and not as anybody's quotation."""
    for found in await archive.find_passages(quote, limit=5):
        text = found.passage.text
        if holds(Wording.of(text).keys, claim.keys):
            return await _as_reported(archive, text, claim, found.citation)
    return None


async def _as_reported(archive: Archive, text: str, claim: Wording, citation: Citation) -> Answer:
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


def _position(text: str, claim: Wording) -> int:
    """Where the claim's longest word stands; near enough to find its sentence."""
    return max(0, text.casefold().find(max(claim.keys, key=len)))
