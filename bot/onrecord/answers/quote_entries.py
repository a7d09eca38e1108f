"""Quotes as entries of an answer: who speaks, and what the story wrote around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from onrecord.answers.compose import LEFT_OUT, Citations
from onrecord.answers.extracts import pieces, quoting_sentence
from onrecord.archive import Coverage, Introduction, QuoteOnRecord
from onrecord.language import listed, say
from onrecord.reading.lexicon import HE, ROLE_NOUNS, SHE, SUBJECT_PRONOUNS, THEY, word_set
from onrecord.reading.occupations import CALLINGS
from onrecord.reading.utterances import Spoken, group
from onrecord.stories import Entry, Quote, Span
from onrecord.text import words

_GAP = 90
"""Characters between two quoted runs that an attribution takes; where more stands between, words were left out."""
_LOOKED_INTO = 12
"""The first stories of a list in which it is looked how they write a name."""
_PRONOUNS = SUBJECT_PRONOUNS | HE | SHE | THEY | word_set("his her their its my our this that")
_ROLE = 70
_MENTION = 50
_CAPITAL = word_set("democrat democrats republican republicans libertarian californian texan floridian pope")
_SMALL = (CALLINGS | ROLE_NOUNS | word_set("former chief senior deputy vice co-founder founder")) - _CAPITAL
"""Callings that only the beginning of a sentence gives a capital."""


class QuoteContext:
    """What stands around quotes, fetched for many of them at once."""

    def __init__(self, archive: Coverage) -> None:
        self.archive = archive
        self._texts: dict[tuple[str, int], str] = {}
        self._known: dict[str, tuple[Introduction, ...]] = {}
        self._leads: dict[str, str] = {}

    async def fetch_texts(self, places: Iterable[tuple[str, int]]) -> None:
        missing = {place for place in places if place not in self._texts and place[1] >= 0}
        if missing:
            found = await self.archive.passages(missing)
            self._texts |= {place: found[place].text if place in found else "" for place in missing}

    def text(self, story: str, passage: int) -> str:
        """Of a passage that was fetched; none of one that is not there."""
        return self._texts.get((story, passage), "")

    async def fetch_speakers(self, names: Collection[str]) -> None:
        missing = [name for name in dict.fromkeys(names) if name not in self._known]
        if missing:
            found = await self.archive.introductions(missing)
            self._known |= {name: found.get(name, ()) for name in missing}

    def named(self, speaker: str, story: str) -> str:
        """ "Ada Lund, mayor of Brakeby": with one role, of the first story that is shown, else the commonest."""
        if speaker not in self._leads:
            fit = [one for one in self._known.get(speaker, ()) if len(one.role) <= _ROLE and not _is_deed(one.role)]
            told = Counter(one.role for one in fit)
            fit.sort(key=lambda one: (one.role.casefold() in _CAPITAL, one.story != story, -told[one.role]))
            self._leads[speaker] = _introduced(speaker, fit[0].role if fit else "")
        return self._leads[speaker]

    async def called(self, speaker: str, said: Sequence[QuoteOnRecord]) -> str:
        known = (await self.archive.people([speaker])).get(speaker)
        return await self.with_article(speaker, known.kind, said) if known else speaker

    async def with_article(self, name: str, kind: str, said: Sequence[QuoteOnRecord]) -> str:
        """ "the Harbour Pilots' League", where the stories write it so."""
        if kind != "organisation" or name.casefold().startswith("the "):
            return name
        places = [place for one in said[:_LOOKED_INTO] for place in places_of(one)]
        await self.fetch_texts(places)
        texts = [self.text(*place) for place in places]
        with_it = sum(text.count(f"the {name}") + text.count(f"The {name}") for text in texts)
        return say("the {name}", name=name) if 2 * with_it > sum(text.count(name) for text in texts) else name


def places_of(one: QuoteOnRecord) -> list[tuple[str, int]]:
    return [(one.citation.story, n) for n in dict.fromkeys(span.passage for span in one.quote.spans)]


class Shown(NamedTuple):
    entries: list[Entry]
    left: int
    """How many utterances are not shown."""


async def show_all(around: QuoteContext, said: Sequence[QuoteOnRecord], citations: Citations, most: int) -> Shown:
    """Each once, whether several outlets or one story twice have the same words."""
    groups = _utterances(said)
    firsts = [members[0] for members, _ in groups[:most]]
    # What somebody said in one piece is shown as it is; the sentence around it is not.
    await around.fetch_texts(place for one in firsts if one.quote.kind != "direct" for place in places_of(one))
    await around.fetch_speakers([one.quote.speaker for one in firsts if one.quote.speaker])
    entries: dict[str, Entry] = {}
    whole: dict[str, list[Span]] = {}
    for one in firsts:
        if one.quote.kind == "direct":
            whole.setdefault(one.citation.story, []).extend(one.quote.spans)
    for (first, *others), differs in groups[:most]:
        entry = _show(around, first, whole.get(first.citation.story, ()), citations)
        if also := _also_in(first, others, citations, differs=differs):
            entry = entry.model_copy(update={"note": "; ".join(filter(None, [entry.note, also]))})
        entries.setdefault(entry.text, entry)
    return Shown(list(entries.values()), max(0, len(groups) - most))


def _also_in(first: QuoteOnRecord, others: Sequence[QuoteOnRecord], citations: Citations, *, differs: bool) -> str:
    """The other outlets that have an utterance, each with the number of its story."""
    elsewhere: dict[str, list[QuoteOnRecord]] = {}
    for one in others:
        if one.citation.story != first.citation.story:
            elsewhere.setdefault(one.citation.story, []).append(one)
    whole, part = list[str](), list[str]()
    size = len(words(first.quote.text))
    for told in elsewhere.values():
        named = f"{told[0].citation.publisher or say('another story')} [{citations.number(told[0].citation)}]"
        (whole if differs or sum(len(words(one.quote.text)) for one in told) >= size else part).append(named)
    also: list[str] = []
    if whole and differs:
        also.append(say("also in {names}, in other words", names=listed(whole)))
    elif whole:
        also.append(say("also in {names}", names=listed(whole)))
    if part:
        also.append(say("in part also in {names}", names=listed(part)))
    return "; ".join(also)


def _utterances(said: Sequence[QuoteOnRecord]) -> list[tuple[list[QuoteOnRecord], bool]]:
    """What several outlets, or one story twice, have of one utterance, the fullest first; does the wording differ?

    Reports are the stories' own words, and are one only when those are the same.
    """
    spoken = [Spoken(one.quote.speaker, one.quote.text, one.citation.story) for one in said]
    quoted = [n for n, one in enumerate(said) if one.quote.kind != "indirect"]
    groups = [([quoted[n] for n in found.members], found.differs) for found in group([spoken[n] for n in quoted])]
    groups += [([n], False) for n, one in enumerate(said) if one.quote.kind == "indirect"]
    groups.sort(key=lambda one: min(one[0]))
    return [([said[n] for n in members], differs) for members, differs in groups]


def _show(around: QuoteContext, one: QuoteOnRecord, whole: Sequence[Span], citations: Citations) -> Entry:
    """A direct quote in its exact words; a fragment or a report as the sentence that the story wrote, but for the
    `whole` quotes in it, which are entries of their own."""
    quote = one.quote
    number = citations.add(one.citation)
    lead = around.named(quote.speaker, one.citation.story) if quote.speaker else _unnamed(quote.speaker_mention)
    if quote.kind == "direct":
        return Entry(text=_as_spoken(quote), style="quote", lead=lead, citation=number)
    text = quoting_sentence(around.text(one.citation.story, quote.spans[0].passage), quote, whole)
    # In the lead, which is said once for all that follow it.
    if quote.kind == "mixed":
        lead = say("{who} (quoted in part)", who=lead)
    else:
        lead = say("{who} (reported, not quoted)", who=lead)
    return Entry(text=text or quote.text, lead=lead, citation=number)


def _unnamed(mention: str | None) -> str:
    """ "the union (no name given)"; a pronoun says nothing by itself."""
    if mention and len(mention) <= _MENTION and not _PRONOUNS.issuperset(words(mention)):
        return say("{mention}, not named", mention=f"“{mention}”")
    return say("Speaker not named")


def _as_spoken(quote: Quote) -> str:
    """One run a line; a line of its own says where words were left out."""
    # The comma before "he said" is the story's, not the speaker's.
    runs = [run.removesuffix(",") for run in pieces(quote)]
    lines = [runs[0]]
    for before, span, run in zip(quote.spans, quote.spans[1:], runs[1:], strict=False):
        apart = span.start - before.end if span.passage == before.passage else 0
        if apart > _GAP or span.passage > before.passage + 1:
            lines.append(LEFT_OUT)
        lines.append(run)
    return "\n".join(lines)


def _is_deed(role: str) -> bool:
    """ "signed the letter" says what somebody did, not who they are."""
    return role.split(" ", 1)[0].endswith("ed")


def _introduced(speaker: str, role: str) -> str:
    if role.endswith(".") and " " not in role:
        return f"{role} {speaker}"
    return f"{speaker}, {_small(role)}" if role else speaker


def _small(role: str) -> str:
    """A calling that has its capital from the beginning of a sentence: "Actor and co-founder" → "actor and …"."""
    first, _, rest = role.partition(" ")
    if first.istitle() and first.casefold() in _SMALL and (not rest or rest[0].islower()):
        return role[0].lower() + role[1:]
    return role
