"""/check: did anybody say this, in these words?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import extract, pieces, sentence_around, sentences
from onrecord.answers.lookup import find_person
from onrecord.answers.quote_entries import QuoteContext, show_all
from onrecord.answers.replies import command_for, shown
from onrecord.archive import Coverage, QuoteOnRecord
from onrecord.language import say
from onrecord.reading.grade import Grade, grade
from onrecord.reading.names import name_key
from onrecord.reading.similarity import bearing, find
from onrecord.stories import Answer, Change, Citation, Entry
from onrecord.text import words

_FEWEST = 3
"""Words below which almost anybody has said them."""
_RANK = {"verbatim": 3, "cut": 2, "altered": 1, "unrelated": 0}
_SIGNATURE = re.compile(r"\s*[—–―~-]\s*(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4})[\s.]*$")
_CLOSING = "\"”»'’"


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


class _Signed(NamedTuple):
    """A quotation as it is pasted from elsewhere, with a name behind it."""

    quote: str
    speaker: str
    closed: bool
    """Quotation marks end before the name, which therefore is none of the words."""


def _signed(typed: str) -> _Signed | None:
    """ "…" — Ada Lund"""
    found = _SIGNATURE.search(typed)
    if not found or not found["name"].split()[0][0].isupper():
        return None
    quote = typed[: found.start()].rstrip()
    return _Signed(quote, found["name"], quote[-1:] in _CLOSING)


async def check(archive: Coverage, quote: str | None = None, speaker: str | None = None) -> Answer:
    match = await find_person(archive, speaker) if speaker else None
    if quote and not speaker and (signed := _signed(quote)):
        match = await find_person(archive, signed.speaker)
        if match.meant or signed.closed:
            quote, speaker = signed.quote, signed.speaker
        else:
            match = None
    claim = words(quote or "")
    if len(claim) < _FEWEST:
        return not_found(
            "check",
            say("Give at least {n} words of the quotation, so that it can be told apart.", n=_FEWEST),
            [command_for("quotes", about=" ".join(claim)) if claim else "/stories"],
        )
    assert quote
    claimed = _Claimed(speaker, [hit.id for hit in match.meant]) if speaker and match else None
    candidates = await _candidates(archive, quote, claimed)
    found = await _best(archive, quote, [one for one in candidates if one.quote.kind != "indirect"], claimed)
    if not bearing(claim) and not (found and _is_known_by(found, claimed)):
        return not_found("check", say("Anybody may have said that. Give more of the quotation."), ["/stories"])
    if found:
        return await _graded(archive, found, claimed)
    reported = await _best(archive, quote, [one for one in candidates if one.quote.kind == "indirect"], claimed)
    if reported:
        return await _reported(archive, reported)
    if in_text := await _in_the_text(archive, quote, claim):
        return in_text
    suggestions = [command_for("quotes", speaker=name) for name in (claimed.names if claimed else ())]
    return not_found(
        "check",
        say("Not in the coverage: nobody is on record with {typed}.", typed=shown(quote)),
        [*suggestions, "/stories"],
        verdict="absent",
    )


def _is_known_by(found: _Found, claimed: _Claimed | None) -> bool:
    """Do small words alone tell it? "We will not" is part of what many say, but may be all that one says."""
    by = found.quotes[0].quote.speaker
    return found.grade.kind == "verbatim" or (claimed is not None and claimed.is_meant(by))


async def _candidates(archive: Coverage, quote: str, claimed: _Claimed | None) -> list[QuoteOnRecord]:
    found = [one for one, _ in await archive.find_quotes(quote, limit=12)]
    for name in claimed.names if claimed else ():
        found += [one for one, _ in await archive.find_quotes(quote, limit=6, speaker=name)]
    return found


async def _best(
    archive: Coverage, quote: str, candidates: Sequence[QuoteOnRecord], claimed: _Claimed | None
) -> _Found | None:
    graded = [(_grade(quote, pieces(one.quote)), one) for one in candidates]
    graded = [(given, one) for given, one in graded if given.kind != "unrelated" and not _is_scrap(given, quote, one)]
    if not graded:
        return None

    # The same words may be somebody else's in another story: prefer the claimed speaker, then a story that names one.
    # A machine that retells an article cuts what was said there, and does not say so.
    def order(pair: tuple[Grade, QuoteOnRecord]) -> tuple[bool, float, bool, bool, bool, int, bool, int]:
        given, one = pair
        by, named = one.quote.speaker, one.citation.publisher is not None
        return (
            given.kind in ("verbatim", "cut"),
            given.likeness,
            bool(claimed and claimed.is_meant(by)),
            by is not None,
            not one.citation.ai_generated,
            _RANK[given.kind],
            named,
            len(one.quote.text),
        )

    given, best = max(graded, key=order)
    if given.kind == "altered" and best.quote.kind != "indirect" and (together := await _in_turn(archive, quote, best)):
        return together
    same = [
        one
        for _, one in graded
        if words(one.quote.text) == words(best.quote.text)
        or (one.citation.ai_generated and one.quote.speaker == best.quote.speaker and given.kind != "altered")
    ]
    return _Found(given, sorted(same, key=lambda one: one is not best))


def _grade(quote: str, runs: list[str]) -> Grade:
    """Against the whole utterance, else against each run of it: an altered part is less like the whole."""
    tried = (grade(quote, part) for part in (runs, *([run] for run in runs)))
    return next((given for given in tried if given.kind != "unrelated"), Grade("unrelated"))


def _is_scrap(given: Grade, quote: str, one: QuoteOnRecord) -> bool:
    """Two words that a story quotes are in many a claim; that makes none of them another wording of those."""
    said = len(words(one.quote.text))
    return given.kind == "altered" and (said <= _FEWEST or 2 * said < len(words(quote)))


async def _in_turn(archive: Coverage, quote: str, best: QuoteOnRecord) -> _Found | None:
    """The two quotes that the claim runs over, where a story tells one utterance in two."""
    said = await archive.quotes(speaker=best.quote.speaker, story=best.citation.story)
    said = [one for one in said if one.quote.kind != "indirect" and one.quote.speaker == best.quote.speaker]
    said.sort(key=lambda one: (one.quote.spans[0].passage, one.quote.spans[0].start))
    for pair in pairwise(said):
        given = grade(quote, [run for one in pair for run in pieces(one.quote)])
        if given.kind in ("verbatim", "cut"):
            return _Found(given, list(pair))
    return _sentence_by_sentence(quote, said)


def _sentence_by_sentence(quote: str, said: Sequence[QuoteOnRecord]) -> _Found | None:
    """The quotes of which the claim puts sentences together that did not follow one another."""
    parts = [quote[start:end] for start, end in sentences(quote)]
    if len(parts) < 2:
        return None
    found: list[QuoteOnRecord] = []
    for part in parts:
        one = next((one for one in said if _grade(part, pieces(one.quote)).kind in ("verbatim", "cut")), None)
        if one is None or len(words(part)) < _FEWEST:
            return None
        found.append(one)
    return _Found(Grade("cut", likeness=1.0), list(dict.fromkeys(found)))


async def _graded(archive: Coverage, found: _Found, claimed: _Claimed | None) -> Answer:
    citations = Citations()
    by = found.quotes[0].quote.speaker
    around = QuoteContext(archive)
    entries, _ = await show_all(around, found.quotes, citations, 2)
    who = await around.called(by, found.quotes) if by else say("somebody whose name could not be told")
    given = found.grade
    wrong = claimed.shown if claimed and by and not claimed.is_meant(by) else None
    heading = _verdict(given, who, wrong)
    if given.kind == "cut" and (given.before or given.after):
        rest = " ".join(filter(None, [given.before, say("[your words]"), given.after]))
        entries.append(Entry(text=rest, lead=say("What stands around it")))
    if claimed and by is None:
        heading += " " + say("Whether it was {name} cannot be told from the story.", name=claimed.shown)
    entries += _differences(given)
    suggestions = [command_for("quotes", speaker=by)] if by else []
    verdict = "somebody else" if wrong else "verbatim" if given.kind == "verbatim" else "altered"
    return compose("check", heading, entries, citations, suggestions, verdict=verdict)


def _verdict(given: Grade, who: str, wrong: str | None) -> str:
    """`wrong`: somebody else, who is supposed to have said it."""
    if given.kind == "verbatim":
        if wrong:
            return say("Verbatim, but not by {wrong}: {who} said exactly that.", wrong=wrong, who=who)
        return say("Verbatim: {who} said exactly that.", who=who)
    if given.kind == "cut":
        if wrong:
            return say(
                "Verbatim, but cut, and not by {wrong}: {who} said more in the same breath, "
                "which may change the sense.",
                wrong=wrong,
                who=who,
            )
        return say("Verbatim, but cut: {who} said more in the same breath, which may change the sense.", who=who)
    if wrong:
        return say("Altered, but not by {wrong}: {who} said it differently.", wrong=wrong, who=who)
    return say("Altered: {who} said it differently.", who=who)


async def _reported(archive: Coverage, found: _Found) -> Answer:
    """The claim is what a story says that somebody said, in the story's words."""
    citations = Citations()
    by = found.quotes[0].quote.speaker
    around = QuoteContext(archive)
    entries, _ = await show_all(around, found.quotes, citations, 2)
    who = await around.called(by, found.quotes) if by else say("somebody whom it does not name")
    if found.grade.kind == "altered":
        heading = say("Not as a quotation: a story reports something like it of {who}, in words of its own.", who=who)
        entries += _differences(found.grade)
    else:
        heading = say("Reported, not quoted: these are the story's own words for what {who} said.", who=who)
    suggestions = [command_for("quotes", speaker=by)] if by else []
    return compose("check", heading, entries, citations, suggestions, verdict="altered")


def _differences(given: Grade) -> list[Entry]:
    if not given.differences:
        return []
    # What was said before and after is none of the claim.
    within = [n for n, one in enumerate(given.differences) if one.kind != "left out"]
    claimed = given.differences[within[0] : within[-1] + 1] if within else ()
    changes = tuple(Change(kind=one.kind, claimed=one.claimed, said=one.said) for one in claimed)
    return [
        Entry(
            text=" ".join(map(_marked, changes)),
            lead=say("Where it differs (as you have it → as it was said)"),
            changes=changes,
        )
    ]


def _marked(one: Change) -> str:
    match one.kind:
        case "same":
            return one.said
        case "changed":
            return f"[{one.claimed} → {one.said}]"
        case "added":
            return say("[not said: {words}]", words=one.claimed)
        case "left out":
            return say("[left out: {words}]", words=one.said)


async def _in_the_text(archive: Coverage, quote: str, claim: list[str]) -> Answer | None:
    """The words stand in a story, and not as anybody's quotation."""
    for found in await archive.find_passages(quote, limit=5):
        text = found.passage.text
        if find(claim, words(text)) >= 0:
            return await _as_reported(archive, text, claim, found.citation)
    return None


async def _as_reported(archive: Coverage, text: str, claim: list[str], citation: Citation) -> Answer:
    citations = Citations()
    at = _position(text, claim)
    start, end = sentence_around(text, at, at + 1)
    entry = Entry(
        text=extract(text, start, end, (at, at + 1)),
        citation=citations.add(citation),
    )
    heading = say("In the coverage, but not as a quotation: these are the story's own words.")
    return compose(
        "check", heading, [entry], citations, [command_for("summary", story=citation.title)], verdict="altered"
    )


def _position(text: str, claim: list[str]) -> int:
    """Where the claim's longest word stands; near enough to find its sentence."""
    return max(0, text.casefold().find(max(claim, key=len)))
