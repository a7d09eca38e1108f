"""/check: did anybody say this, in these words?"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.answers.claims import Claim, claim_in
from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import extract, pieces, sentence_around
from onrecord.answers.lookup import find_person
from onrecord.answers.nearest import FEWEST, Claimed, Found, best, candidates, near
from onrecord.answers.quote_entries import QuoteContext, show_all
from onrecord.answers.replies import command_for, shown
from onrecord.answers.words import is_typo_of
from onrecord.archive import Coverage, QuoteOnRecord
from onrecord.language import say
from onrecord.reading.grade import Grade, grade
from onrecord.reading.similarity import bearing, find
from onrecord.stories import Answer, Change, Citation, Entry
from onrecord.text import fold, word_spans, words


async def check(archive: Coverage, quote: str | None = None, speaker: str | None = None) -> Answer:
    claim = claim_in(quote or "")
    claimed = await _whom(archive, speaker or claim.speaker)
    if claimed and not speaker and not claimed.names and not claim.is_named:
        claimed = None
    if claim.speaker and not claim.is_marked:
        labelled = await _whom(archive, claim.speaker) if speaker else claimed
        if not (labelled and labelled.names):
            claim = claim.as_typed  # "Read my lips: …" names nobody
    if len(words(claim.text)) < FEWEST:
        said = " ".join(words(claim.text))
        return not_found(
            "check",
            say("Give at least {n} words of the quotation, so that it can be told apart.", n=FEWEST),
            [command_for("quotes", about=said) if said else "/stories"],
        )
    proposed = await candidates(archive, claim.text, claimed)
    if claim.around and _is_all_said(claim, proposed):
        claim, claimed = claim.as_typed, await _whom(archive, speaker)
    direct = [one for one in proposed if one.quote.kind != "indirect"]
    found = await best(archive, claim.text, direct, claimed)
    if not bearing(words(claim.text)) and not (found and _is_known_by(found, claimed)):
        return not_found("check", say("Anybody may have said that. Give more of the quotation."), ["/stories"])
    if found:
        if claimed and not speaker and _is_no_denial(claim, claimed, found):
            claimed = None
        return await _graded(archive, found, claimed, is_first=claim.is_first)
    reported = await best(archive, claim.text, [one for one in proposed if one.quote.kind == "indirect"], claimed)
    if reported:
        return await _reported(archive, reported)
    for text in dict.fromkeys((claim.text, claim.whole)):
        if in_text := await _in_the_text(archive, text):
            return in_text
    return await _absent(archive, claim, claimed, near(claim.text, direct))


def _is_no_denial(claim: Claim, claimed: Claimed, found: Found) -> bool:
    """Whoever is named beside the words may be right: as "the judge", or as the outlet that has them."""
    if claim.is_named:
        return any(fold(one.citation.publisher or "") == fold(claimed.typed) for one in found.quotes)
    return not any(set(words(claimed.typed)) <= set(words(name)) for name in claimed.names)


async def _absent(archive: Coverage, claim: Claim, claimed: Claimed | None, nearest: Found | None) -> Answer:
    heading = say("Not in the coverage: nobody is on record with {typed}.", typed=shown(claim.text))
    suggestions = [command_for("quotes", speaker=name) for name in (claimed.names if claimed else ())]
    citations = Citations()
    entries: list[Entry] = []
    if nearest:
        heading += " " + say("The nearest is this.")
        entries = [*(await show_all(QuoteContext(archive), nearest.quotes, citations, 1)).entries]
        entries += _differences(nearest.grade)
    return compose("check", heading, entries, citations, [*suggestions, "/stories"], found=False, verdict="absent")


async def _whom(archive: Coverage, typed: str | None) -> Claimed | None:
    return Claimed(typed, [hit.id for hit in (await find_person(archive, typed)).meant]) if typed else None


def _is_all_said(claim: Claim, candidates: Iterable[QuoteOnRecord]) -> bool:
    """Is what stands around the marks part of what was said, as where somebody quotes somebody else?"""
    around = bearing(words(claim.around)).difference(words(claim.speaker or ""))
    most = len(around) if claim.speaker else len(around) / 2
    for one in candidates:
        if around and len(around.intersection(words(one.quote.text))) >= most:
            return True
        if grade(claim.whole, pieces(one.quote)).kind in ("verbatim", "cut"):
            return True
    return False


def _is_known_by(found: Found, claimed: Claimed | None) -> bool:
    """Do small words alone tell it? "We will not" is part of what many say, but may be all that one says."""
    by = found.quotes[0].quote.speaker
    return found.grade.kind == "verbatim" or (claimed is not None and claimed.is_meant(by))


async def _graded(archive: Coverage, found: Found, claimed: Claimed | None, *, is_first: bool) -> Answer:
    citations = Citations()
    by = found.quotes[0].quote.speaker
    around = QuoteContext(archive)
    entries, _ = await show_all(around, found.quotes, citations, 2)
    who = await around.called(by, found.quotes) if by else say("somebody whose name could not be told")
    given = found.grade
    wrong = claimed.shown if claimed and by and not claimed.is_meant(by) else None
    heading = _verdict(found, who, wrong)
    if given.kind == "cut" and (given.before or given.after):
        rest = " ".join(filter(None, [given.before, say("[your words]"), given.after]))
        entries.append(Entry(text=rest, lead=say("What stands around it")))
    if claimed and by is None:
        heading += " " + say("Whether it was {name} cannot be told from the story.", name=claimed.shown)
    entries += _differences(given)
    if is_first:
        entries.append(Entry(text=say("Only the first speaker’s words were checked; give the others’ by themselves.")))
    suggestions = [command_for("quotes", speaker=by)] if by else []
    verdict = "somebody else" if wrong else "verbatim" if given.kind == "verbatim" else "altered"
    return compose("check", heading, entries, citations, suggestions, verdict=verdict)


def _verdict(found: Found, who: str, wrong: str | None) -> str:
    """`wrong`: somebody else, who is supposed to have said it."""
    given = found.grade
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
        if found.is_apart:
            return say("Verbatim, but cut: {who} did not say this in one breath.", who=who)
        return say("Verbatim, but cut: {who} said more in the same breath, which may change the sense.", who=who)
    if wrong:
        return say("Altered, but not by {wrong}: {who} said it differently.", wrong=wrong, who=who)
    if _is_slip(given):
        return say("Altered by a letter or two, if only by a slip of the finger: {who} said it differently.", who=who)
    return say("Altered: {who} said it differently.", who=who)


def _is_slip(given: Grade) -> bool:
    """Does the one word that differs look like the one that was said? "Brother" for "bother" does as well."""
    differ = [one for one in given.differences if one.kind != "same"]
    if len(differ) != 1 or differ[0].kind != "changed":
        return False
    return is_typo_of(fold(differ[0].claimed), (fold(differ[0].said),))


async def _reported(archive: Coverage, found: Found) -> Answer:
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
        heading = say("Reported, not quoted: these are the story’s own words for what {who} said.", who=who)
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


async def _in_the_text(archive: Coverage, quote: str) -> Answer | None:
    """The words stand in a story, and not as anybody's quotation."""
    claim = words(quote)
    for found in await archive.find_passages(quote, limit=5):
        text = found.passage.text
        if (n := find(claim, words(text))) >= 0:
            spans = word_spans(text)[n : n + len(claim)]
            return _as_reported(text, (spans[0][0], spans[-1][1]), found.citation)
    return None


def _as_reported(text: str, claimed: tuple[int, int], citation: Citation) -> Answer:
    citations = Citations()
    start, end = sentence_around(text, *claimed)
    entry = Entry(
        text=extract(text, start, end, claimed),
        citation=citations.add(citation),
    )
    heading = say("In the coverage, but not as a quotation: these are the story’s own words.")
    return compose(
        "check", heading, [entry], citations, [command_for("summary", story=citation.title)], verdict="altered"
    )
