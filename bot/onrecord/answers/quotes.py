"""/quotes: who said what, as the stories have it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.answers.completion import speakers
from onrecord.answers.compose import LEFT_OUT, Citations, compose, not_found
from onrecord.answers.extracts import pieces, quoting_sentence, shorten
from onrecord.answers.lookup import find_person, find_story
from onrecord.answers.replies import command_for, no_person, no_story, recent, shown
from onrecord.answers.words import Bag, content, covered
from onrecord.archive import Archive, Hit, PersonOnRecord, QuoteOnRecord, RoleOnRecord
from onrecord.reading.utterances import Spoken, group
from onrecord.stories import Answer, Entry, Quote, Story, StoryHead
from onrecord.text import fold, words

_MOST = 25
_GAP = 90
"""Characters between two quoted runs that an attribution takes; where more stands between, words were left out."""
_LOOKED_INTO = 12
"""The newest stories whose passages are searched for a topic that the quotes themselves do not name."""
_ORDER = {"direct": 0, "mixed": 1, "indirect": 2}


async def quotes(
    archive: Archive, speaker: str | None = None, about: str | None = None, story: str | None = None
) -> Answer:
    if not (speaker or about or story):
        asks = "Whose words? Name a speaker, a topic (about) or a story."
        named = [command_for("quotes", speaker=name) for name in (await speakers(archive))[:2]]
        return not_found("quotes", asks, [*named, *await recent(archive, "quotes", 1)])
    head: StoryHead | None = None
    if story:
        match = await find_story(archive, story)
        head = await archive.story(match.sure.id) if match.sure else None
        if not head:
            return await no_story(archive, "quotes", story, match.near)
    person: PersonOnRecord | None = None
    others: tuple[Hit, ...] = ()
    if speaker:
        match = await find_person(archive, speaker)
        if match.ambiguous and head:
            match = match._replace(
                near=tuple([h for h in match.near if await _said(archive, h.id, head.id)]) or match.near
            )
            if len(match.near) == 1:
                match = match._replace(sure=match.near[0], ambiguous=False)
        person = await archive.person(match.sure.id) if match.sure else None
        others = match.near if match.sure else ()
        if not person:
            return no_person("quotes", "speaker", speaker, match.near, ambiguous=match.ambiguous)
    desk = Desk(archive)
    said = sorted(await _gather(archive, person, about, head), key=lambda one: _ORDER[one.quote.kind])
    if about:
        said = await on_topic(desk, said, about)
    if not said:
        return await _nothing_said(person, about, head)
    citations = Citations()
    entries, more = await show_all(desk, said, citations, _MOST)
    heading = _heading(person, about, head)
    if more:
        heading += f" — the first {_MOST}; {more} more with about: or story: to narrow it"
    return compose("quotes", heading, entries, citations, _next(person, head, others))


class Desk:
    """Stories and people already fetched for this answer."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.leads: dict[str, str] = {}
        """How each speaker is introduced in this answer."""
        self._stories: dict[str, Story | None] = {}
        self._people: dict[str, PersonOnRecord | None] = {}

    async def story(self, id: str) -> Story | None:
        if id not in self._stories:
            self._stories[id] = await self.archive.story(id)
        return self._stories[id]

    async def person(self, name: str) -> PersonOnRecord | None:
        if name not in self._people:
            self._people[name] = await self.archive.person(name)
        return self._people[name]


async def _said(archive: Archive, name: str, story: str) -> bool:
    return bool(await archive.quotes(speaker=name, story=story, limit=1))


async def _gather(
    archive: Archive, person: PersonOnRecord | None, about: str | None, head: StoryHead | None
) -> list[QuoteOnRecord]:
    if person or head:
        return await archive.quotes(speaker=person.name if person else None, story=head.id if head else None)
    assert about
    found = [one for one, _ in await archive.find_quotes(about, limit=50)]
    seen: set[str] = set()
    for passage in await archive.find_passages(about, limit=20):
        if passage.citation.story not in seen and len(seen) < 8:
            seen.add(passage.citation.story)
            found += await archive.quotes(story=passage.citation.story)
    return list({(one.citation.story, one.quote.spans): one for one in found}.values())


async def on_topic(desk: Desk, said: Sequence[QuoteOnRecord], about: str) -> list[QuoteOnRecord]:
    """Those whose words are about it; then those whose passage, or section heading, is."""
    wanted = content(about) or words(about)
    looked_into: set[str] = set()
    inside: list[QuoteOnRecord] = []
    around: list[QuoteOnRecord] = []
    for one in said:
        if covered(Bag.of(one.quote.text), wanted) >= 0.8:
            inside.append(one)
            continue
        if len(looked_into | {one.citation.story}) > _LOOKED_INTO:
            continue
        looked_into.add(one.citation.story)
        story = await desk.story(one.citation.story)
        passages = {span.passage for span in one.quote.spans}
        texts = [story.passages[n].text for n in passages] if story else []
        if covered(Bag.of(one.section or "", *texts), wanted) >= 0.8:
            around.append(one)
    return inside + around


async def show_all(
    desk: Desk, said: Sequence[QuoteOnRecord], citations: Citations, most: int
) -> tuple[list[Entry], int]:
    """Each once, whether several outlets or one story twice have the same words; and how many are left over."""
    entries: dict[str, Entry] = {}
    groups = _utterances(said)
    left = len(groups)
    for (first, *others), differs in groups:
        if len(entries) >= most:
            break
        left -= 1
        entry = await show(desk, first, citations)
        elsewhere = {one.citation.story: one.citation for one in others if one.citation.story != first.citation.story}
        if elsewhere:
            for citation in elsewhere.values():
                citations.add(citation)
            names = ", ".join(dict.fromkeys(citation.publisher or "another page" for citation in elsewhere.values()))
            also = f"also in {names}, in other words" if differs else f"also in {names}"
            entry = entry.model_copy(update={"note": "; ".join(filter(None, [entry.note, also]))})
        entries.setdefault(entry.text, entry)
    return list(entries.values()), left


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


async def show(desk: Desk, one: QuoteOnRecord, citations: Citations) -> Entry:
    """A direct quote in its exact words; a fragment or a report as the sentence that the story wrote."""
    quote = one.quote
    number = citations.add(one.citation)
    lead = await named(desk, quote, one.citation.story)
    if quote.kind == "direct":
        return Entry(text=_as_spoken(quote), style="quote", lead=lead, citation=number)
    story = await desk.story(one.citation.story)
    text = quoting_sentence(story, quote) if story else quote.text
    note = "quoted in part" if quote.kind == "mixed" else "reported, not quoted"
    return Entry(text=text, lead=lead, note=note, citation=number)


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


async def named(desk: Desk, quote: Quote, story: str) -> str:
    """ "Ada Lund, mayor of Brakeby": the speaker with the role that the first story shown gives, else another one's."""
    if not quote.speaker:
        return "Speaker not named"
    if quote.speaker not in desk.leads:
        person = await desk.person(quote.speaker)
        fit = [one for one in (person.roles if person else ()) if len(one.role) <= 70 and not _is_deed(one.role)]
        role = min(fit, key=lambda one: one.citation.story != story).role if fit else ""
        desk.leads[quote.speaker] = f"{quote.speaker}, {role}" if role else quote.speaker
    return desk.leads[quote.speaker]


def roles(person: PersonOnRecord) -> list[RoleOnRecord]:
    """Each role once, however many stories give it."""
    once: dict[str, RoleOnRecord] = {}
    for one in person.roles:
        once.setdefault(fold(one.role), one)
    return list(once.values())


def _is_deed(role: str) -> bool:
    """ "signed the letter" says what somebody did, not who they are."""
    return role.split(" ", 1)[0].endswith("ed")


async def _nothing_said(person: PersonOnRecord | None, about: str | None, head: StoryHead | None) -> Answer:
    topic = f" about {shown(about)}" if about else ""
    place = f" in {shown(head.title)}" if head else ""
    if person and (about or head) and person.quotes:
        heading = f"{person.name} is quoted in the coverage, but not{topic}{place}."
        return not_found("quotes", heading, [command_for("quotes", speaker=person.name)])
    if person:
        heading = f"{person.name} is in the coverage, but nothing they said is on record{topic}{place}."
        citations = Citations()
        entries = [
            Entry(text=f"There as: {one.role}", citation=citations.add(one.citation)) for one in roles(person)[:2]
        ]
        suggestions = [command_for("who", name=person.name)]
        return compose("quotes", heading, entries, citations, suggestions, found=False)
    if head and not about:
        return not_found("quotes", f"Nobody is quoted{place}.", [command_for("summary", story=head.title)])
    suggestions = [command_for("quotes", story=head.title)] if head else ["/stories"]
    return not_found("quotes", f"Nothing that anybody said{topic} is on record{place}.", suggestions)


def _heading(person: PersonOnRecord | None, about: str | None, head: StoryHead | None) -> str:
    heading = f"What {person.name} said" if person else "Who said what"
    if about:
        heading += f" about {shown(about)}"
    if head:
        heading += f", in “{shorten(head.title, 100)}”"
    return heading


def _next(person: PersonOnRecord | None, head: StoryHead | None, others: Sequence[Hit]) -> list[str]:
    if person:
        named = [command_for("quotes", speaker=hit.label) for hit in others[:2]]
        return [command_for("who", name=person.name), *named]
    return [command_for("summary", story=head.title)] if head else []
