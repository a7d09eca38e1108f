"""/ask: the sentences that bear the answer, verbatim; a question that the coverage does not reach is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from onrecord.answers.ask.answer_kinds import shows_kind
from onrecord.answers.ask.antecedents import begins_with_somebody
from onrecord.answers.ask.asked import Asked, Named
from onrecord.answers.ask.bylines import who_wrote
from onrecord.answers.ask.clauses import PRONOUNS
from onrecord.answers.ask.exchanges import exchanges
from onrecord.answers.ask.ground import Ground
from onrecord.answers.ask.question import Question, read_question
from onrecord.answers.ask.quotations import who_said
from onrecord.answers.ask.sayings import is_saying, naming_in, speech_in
from onrecord.answers.ask.scoring import Borne, bears
from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import LONGEST, extract, sentences, shorten
from onrecord.answers.lookup import find_person
from onrecord.answers.meanings import ALSO
from onrecord.answers.people import introduction, mentioned
from onrecord.answers.phrasal import in_one_word
from onrecord.answers.quote_entries import QuoteContext, show_all
from onrecord.answers.replies import command_for, nothing_said, several_may_be_meant, shown
from onrecord.answers.stemming import stem
from onrecord.answers.topics import on_topic, who_spoke_of
from onrecord.answers.words import FUNCTION_WORDS, LIGHT, Bag, covered, has, without_mentions
from onrecord.archive import NEAR, SURE, Coverage, PassageOnRecord, QuoteOnRecord, cite
from onrecord.language import say
from onrecord.stories import Answer, Entry, Passage
from onrecord.text import words

_OWNERS = re.compile(r"(?<!\bthe )(?<!\ba )\b(?P<owner>[^\W\d_]{4,})s(?= [^\W\d_])")
_NAMESAKES = 3
_CANDIDATES = 30
_FEW = 5
"""Passages that are looked at for each word that is left out."""
_FEWEST = 3
"""Words that are enough without one that is left out."""
_MEANINGS = 3
"""Words of like meaning that are tried in place of one."""
_TRIED = 8
_STORIES = 6
_WHOLE = 3
"""The best stories, whose passages are all looked at."""
_MOST = 3
_NEAR = 0.6
"""The share of a question's words that a story must have to be read in place of an answer."""
_AS_GOOD = 0.3
"""How far below the best sentence another one still belongs beside it."""


async def ask(archive: Coverage, question: str | None = None) -> Answer:
    question = without_mentions(question or "")
    if not question:
        return not_found("ask", say("What would you like to know? Ask in a sentence."), ["/stories"])
    question = await _with_apostrophes(archive, question)
    around = QuoteContext(archive)
    answer = (
        await who_said(archive, around, question)
        or await who_wrote(archive, question)
        or await _said_by(archive, around, question)
        or await _who_is(archive, question)
    )
    if answer:
        return answer
    asked = read_question(question)
    if not asked.words or is_saying(question):
        return await _refused(archive, question, [])
    if asked.is_topic:
        return await _refused(archive, question, await _about(archive, " ".join(asked.words)))
    passages = await archive.find_passages(" ".join(asked.sought), limit=_CANDIDATES)
    found = await _sentences(archive, asked, passages)
    if not found and (others := await _in_other_words(archive, asked, passages)):
        found = await _sentences(archive, asked, others)
    if not found:
        return await _refused(archive, question, _nearest(passages, asked))
    citations = Citations()
    speakers = await _speakers(archive, around, found)
    entries: list[Entry] = []
    for one, lead in zip(found, speakers, strict=True):
        if one.put is not None:
            put = one.story.passages[one.put].text
            entries.append(Entry(text=extract(put, 0, len(put)), citation=citations.add(cite(one.story, one.put))))
        cited = citations.add(cite(one.story, one.passage))
        entries.append(Entry(text=_shown(asked, one, lead), lead=lead, citation=cited))
    suggestions = [command_for("summary", story=found[0].story.title)]
    return compose("ask", shorten(question, 200), entries, citations, suggestions)


async def _with_apostrophes(archive: Coverage, question: str) -> str:
    """ "What is lunds plan": "lund's", where the coverage knows a Lund, and nobody called Lunds."""
    found = list(_OWNERS.finditer(question))
    for match in reversed(found):
        owner = match["owner"].casefold()
        hits = await archive.find_people(owner, limit=_NAMESAKES) if f"{owner}s" not in FUNCTION_WORDS else []
        names = [words(hit.label) for hit in hits if hit.score >= SURE]
        if any(owner in name for name in names) and not any(f"{owner}s" in name for name in names):
            question = f"{question[: match.end('owner')]}'{question[match.end('owner') :]}"
    return question


def _shown(asked: Question, one: Borne, lead: str | None) -> str:
    """With the sentence before it, where it is about "she" or "it" and no lead says who that is; and with the one
    after it, where it does not say why."""
    text = one.story.passages[one.passage].text
    start, end = one.start, one.end
    if asked.kind == "reason" and not shows_kind(asked, one.text):
        after = next((last for first, last in sentences(text) if first >= end), end)
        end = after if after - start <= LONGEST else end
    if not lead and (one.text.split(" ", 1)[0].casefold() in PRONOUNS or begins_with_somebody(one.text)):
        start = max((first for first, _ in sentences(text) if first < start), default=start)
    return extract(text, start if end - start <= LONGEST else one.start, end)


async def _in_other_words(
    archive: Coverage, asked: Question, known: Sequence[PassageOnRecord]
) -> list[PassageOnRecord]:
    """The passages of other stories that have all of its words but one, for which they may have another: "lawsuit" for
    "sue", "Mrs. Lund" for "Ada Lund"."""
    looked_into = list(dict.fromkeys(one.citation.story for one in known))[:_STORIES]
    tried: list[str] = []
    for n, word in enumerate(asked.sought):
        rest = [other for k, other in enumerate(asked.sought) if k != n]
        if len(rest) >= _FEWEST and len(known) < _CANDIDATES:
            tried.append(" ".join(rest))
        if rest and not asked.is_light(word):
            tried += [" ".join([also, *rest]) for also in ALSO.get(stem(word), ())[:_MEANINGS]]
    found = [one for words in tried[:_TRIED] for one in await archive.find_passages(words, limit=_FEW)]
    return [one for one in found if one.citation.story not in looked_into]


async def _refused(archive: Coverage, question: str, suggestions: list[str]) -> Answer:
    if not suggestions and "/" in question:
        linked = await archive.find_stories(question, limit=1)
        suggestions = [command_for("summary", story=hit.label) for hit in linked if hit.score >= SURE]
    return not_found(
        "ask", say("The coverage does not answer {typed}.", typed=shown(question)), [*suggestions, "/stories"]
    )


async def _about(archive: Coverage, topic: str) -> list[str]:
    """Commands that take a topic rather than a question."""
    hits = await archive.find_stories(topic, limit=2)
    found = [command_for("summary", story=hit.label) for hit in hits if hit.score >= NEAR]
    return [command_for("stories", search=topic), command_for("quotes", about=topic), *found] if found else []


def _nearest(passages: Sequence[PassageOnRecord], asked: Question) -> list[str]:
    """The story that the question comes closest to."""
    return [
        command_for("summary", story=hit.citation.title)
        for hit in passages[:1]
        if covered(Bag.of(hit.passage.text, hit.citation.title), asked.words, ()) >= _NEAR
    ]


async def _said_by(archive: Coverage, around: QuoteContext, question: str) -> Answer | None:
    """ "What did X say about Y?": X's own words on it."""
    speech = speech_in(question)
    if not speech:
        return None
    if speech.is_anybody:
        if not speech.asks_what:
            return None
        return not_found("ask", say("Whom do you mean? Give a name."), ["/stories"])
    match = await find_person(archive, speech.who)
    if match.ambiguous and speech.about:
        match = await who_spoke_of(around, match, speech.about)
    person = (await archive.people([match.sure.id])).get(match.sure.id) if match.sure else None
    if not person:
        if match.ambiguous:
            names = [command_for("quotes", speaker=hit.label) for hit in match.near]
            return not_found("ask", several_may_be_meant(speech.who, match.near), names)
        return None
    said = await archive.quotes(speaker=person.name)
    if match.also:
        said += await archive.quotes(speaker=match.also.id)
    said.sort(key=lambda one: ("direct", "mixed", "indirect").index(one.quote.kind))
    if speech.about:
        near = await on_topic(around, said, speech.about)
        if not near and not speech.is_topic and not speech.asks_what:
            return None
        said = near if near or speech.is_topic else said
    if not said:
        heading = nothing_said(person.name, shown(speech.about) if speech.about else None)
        suggestions = [command_for("quotes", speaker=person.name)] if person.quotes else []
        return not_found("ask", heading, [*suggestions, command_for("who", name=person.name)])
    citations = Citations()
    entries, more = await show_all(around, said, citations, _MOST)
    suggestions = [command_for("quotes", speaker=person.name)] if more else []
    return compose("ask", shorten(question, 200), entries, citations, suggestions)


async def _who_is(archive: Coverage, question: str) -> Answer | None:
    """ "Who is X?": the sentence that introduces them."""
    name = naming_in(question)
    match = await find_person(archive, name) if name else None
    if name and match and not match.sure and not match.near and (stands := await mentioned(archive, name)):
        citations = Citations()
        entry = Entry(text=stands[0], citation=citations.add(stands[1]))
        return compose("ask", shorten(question, 200), [entry], citations)
    if not match or not match.sure or not set(words(name or "")) <= set(words(match.sure.label)) | {"the"}:
        return None
    person = await archive.person(match.sure.id)
    introduced = await introduction(archive, person) if person else None
    if not introduced:
        return None
    citations = Citations()
    entry = Entry(text=introduced[0], citation=citations.add(introduced[1]))
    return compose("ask", shorten(question, 200), [entry], citations, [command_for("who", name=match.sure.label)])


async def _sentences(archive: Coverage, question: Question, passages: Sequence[PassageOnRecord]) -> list[Borne]:
    known = Bag.of(
        *(in_one_word(found.passage.text) for found in passages),
        *(in_one_word(found.citation.title) for found in passages),
    )
    asked = Asked(question, known, await _named(archive, question))
    wanted: dict[str, list[Passage]] = {}
    for one in passages:
        wanted.setdefault(one.citation.story, []).append(one.passage)
    ids = list(wanted)[:_STORIES]
    found: list[Borne] = []
    grounds = [Ground(story) for story in await archive.texts(ids)] if ids else []
    full = frozenset[tuple[str, ...]]().union(*(ground.full_names for ground in grounds))
    asked.know_names(full, lambda word: any(ground.has_small(word) for ground in grounds))
    for ground in grounds:
        # What follows the passage that has the question's words may have the answer.
        whole = ids.index(ground.story.id) < _WHOLE
        found += _borne(asked, ground, None if whole else wanted[ground.story.id])
    subject = [word for word in question.words if stem(word) not in LIGHT]
    if not found and not question.proper and not all(has(known, word, meanings=True) for word in subject):
        # A word that no passage has may stand in a title alone.
        hits = await archive.find_stories(" ".join(subject), limit=_WHOLE)
        titled = {hit.id: hit.label for hit in hits if hit.score >= NEAR and hit.id not in ids}
        asked = Asked(question, known | Bag.of(*titled.values()), asked.named)
        for story in await archive.texts(titled) if titled else ():
            found += _borne(asked, Ground(story), None)
    return _best(found or [one for ground in grounds for one in exchanges(ground, asked)])


def _borne(asked: Asked, ground: Ground, passages: list[Passage] | None) -> list[Borne]:
    """In these passages, or in all of them."""
    return bears(ground, asked, passages or ground.story.passages) if ground.names_all(asked) else []


async def _named(archive: Coverage, question: Question) -> list[Named]:
    """Whom the names in the question mean, where the coverage knows them."""
    sure = [(name, match.sure.id) for name in question.names if (match := await find_person(archive, name)).sure]
    known = await archive.people([id for _, id in sure]) if sure else {}
    return [Named(frozenset(words(name)), known[id]) for name, id in sure if id in known]


async def _speakers(archive: Coverage, around: QuoteContext, found: list[Borne]) -> list[str | None]:
    """Whose words are in each sentence, where it does not say so itself."""
    said = await archive.quotes_of(list(dict.fromkeys(one.story.id for one in found)))
    speakers = [next((one.quote.speaker for one in said if _is_in(sentence, one)), None) for sentence in found]
    await around.fetch_speakers([speaker for speaker in speakers if speaker])
    return [
        around.named(speaker, sentence.story.id) if speaker and words(speaker)[-1] not in words(sentence.text) else None
        for speaker, sentence in zip(speakers, found, strict=True)
    ]


def _is_in(sentence: Borne, said: QuoteOnRecord) -> bool:
    return said.citation.story == sentence.story.id and any(
        span.passage == sentence.passage and span.start < sentence.end and span.end > sentence.start
        for span in said.quote.spans
    )


def _best(found: list[Borne]) -> list[Borne]:
    """The few that are about as good as the best, and say something each."""
    found.sort(key=lambda one: (-one.score, one.end - one.start))
    kept: list[Borne] = []
    for one in found:
        if len(kept) >= _MOST or one.score < found[0].score - _AS_GOOD:
            break
        if one.held >= found[0].held and all(fuzz.token_set_ratio(one.text, other.text) < 85 for other in kept):
            kept.append(one)
    return kept
