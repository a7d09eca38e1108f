"""The quotes on record that a claim comes closest to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.answers.extracts import pieces, sentences
from onrecord.answers.replies import shown
from onrecord.archive import Coverage, QuoteOnRecord
from onrecord.reading.grade import Grade, grade
from onrecord.reading.names import name_key
from onrecord.reading.similarity import Words, bearing, differences
from onrecord.text import words

FEWEST = 3
"""Words below which almost anybody has said them."""
_RANK = {"verbatim": 3, "cut": 2, "altered": 1, "unrelated": 0}
_OTHER_WORDS = 0.25
"""The share of a claim's words that what is nearest to it may lack."""


class Found(NamedTuple):
    grade: Grade
    quotes: list[QuoteOnRecord]
    """One utterance: in the same words from each outlet that has it, or in the two quotes that a story makes of it."""
    is_apart: bool = False
    """The quotes are several utterances, put together."""


class Claimed(NamedTuple):
    """Who is supposed to have said it."""

    typed: str
    names: list[str]
    """Whom of the coverage that may mean."""

    @property
    def shown(self) -> str:
        return self.names[0] if len(self.names) == 1 else shown(self.typed)

    def is_meant(self, speaker: str | None) -> bool:
        return speaker is not None and name_key(speaker) in map(name_key, self.names)


async def candidates(archive: Coverage, quote: str, claimed: Claimed | None) -> list[QuoteOnRecord]:
    found = [one for one, _ in await archive.find_quotes(quote, limit=12)]
    for name in claimed.names if claimed else ():
        found += [one for one, _ in await archive.find_quotes(quote, limit=6, speaker=name)]
    return found


async def best(
    archive: Coverage, quote: str, proposed: Sequence[QuoteOnRecord], claimed: Claimed | None
) -> Found | None:
    graded = [(_grade(quote, pieces(one.quote)), one) for one in proposed]
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

    given, nearest = max(graded, key=order)
    if (
        given.kind == "altered"
        and nearest.quote.kind != "indirect"
        and (together := await _in_turn(archive, quote, nearest))
    ):
        return together
    same = [
        one
        for _, one in graded
        if words(one.quote.text) == words(nearest.quote.text)
        or (one.citation.ai_generated and one.quote.speaker == nearest.quote.speaker and given.kind != "altered")
    ]
    return Found(given, sorted(same, key=lambda one: one is not nearest))


def _grade(quote: str, runs: list[str]) -> Grade:
    """Against the whole utterance, else against each run of it: an altered part is less like the whole."""
    tried = (grade(quote, part) for part in (runs, *([run] for run in runs)))
    return next((given for given in tried if given.kind != "unrelated"), Grade("unrelated"))


def _is_scrap(given: Grade, quote: str, one: QuoteOnRecord) -> bool:
    """Two words that a story quotes are in many a claim; that makes none of them another wording of those."""
    said = len(words(one.quote.text))
    return given.kind == "altered" and (said <= FEWEST or 2 * said < len(words(quote)))


async def _in_turn(archive: Coverage, quote: str, nearest: QuoteOnRecord) -> Found | None:
    """The two quotes that the claim runs over, where a story tells one utterance in two."""
    said = await archive.quotes(speaker=nearest.quote.speaker, story=nearest.citation.story)
    said = [one for one in said if one.quote.kind != "indirect" and one.quote.speaker == nearest.quote.speaker]
    said.sort(key=lambda one: (one.quote.spans[0].passage, one.quote.spans[0].start))
    for pair in pairwise(said):
        given = grade(quote, [run for one in pair for run in pieces(one.quote)])
        if given.kind in ("verbatim", "cut"):
            return Found(given, list(pair))
    return _sentence_by_sentence(quote, said)


def _sentence_by_sentence(quote: str, said: Sequence[QuoteOnRecord]) -> Found | None:
    """The quotes of which the claim puts sentences together that did not follow one another."""
    parts = [part[start:end] for part in quote.split("…") for start, end in sentences(part)]
    if len(parts) < 2:
        return None
    found: list[QuoteOnRecord] = []
    for part in parts:
        one = next((one for one in said if _grade(part, pieces(one.quote)).kind in ("verbatim", "cut")), None)
        if one is None or len(words(part)) < FEWEST:
            return None
        found.append(one)
    if len(once := list(dict.fromkeys(found))) > 1:
        return Found(Grade("cut", likeness=1.0), once, is_apart=True)
    given = grade(" … ".join(parts), pieces(once[0].quote))
    return Found(given, once) if given.kind == "cut" else None


def near(quote: str, proposed: Sequence[QuoteOnRecord]) -> Found | None:
    """The one that has nearly all the words: too few of them to tell whether it is another wording of one utterance."""
    claim = Words.of(quote)
    closest: tuple[int, Found] | None = None
    for one in proposed:
        said = Words.of(one.quote.text)
        parted = tuple(differences(claim, said))
        same = [key for part in parted if part.kind == "same" for key in Words.of(part.said).keys]
        other = len(claim.keys) - len(same)
        if len(same) < FEWEST or other > max(1, _OTHER_WORDS * len(claim.keys)) or not bearing(same):
            continue
        if closest is None or other < closest[0]:
            closest = other, Found(Grade("altered", differences=parted), [one])
    return closest[1] if closest else None
