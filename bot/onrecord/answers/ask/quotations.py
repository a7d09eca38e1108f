"""Whose words are these? "Who said Z?", "Who called it Z?", where somebody's words are Z."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from onrecord.answers.ask.sayings import is_saying, saying_in
from onrecord.answers.compose import Citations, compose
from onrecord.answers.extracts import pieces, sentence_around, shorten
from onrecord.answers.quote_entries import QuoteContext, show_all
from onrecord.answers.stemming import stem
from onrecord.answers.words import LIGHT, Bag, content, has
from onrecord.archive import Coverage, QuoteOnRecord
from onrecord.reading.grade import grade
from onrecord.stories import Answer
from onrecord.text import words

_SAID_SO = 0.7
"""Likeness to a quotation from which on that is what was asked for."""
_PARAPHRASED = 3
"""Words from which on it can be told who said something in other words."""
_FEWEST = 2


async def who_said(archive: Coverage, around: QuoteContext, question: str) -> Answer | None:
    saying = saying_in(question)
    if not saying or len(words(saying)) < _FEWEST:
        return None
    found = [one for one, _ in await archive.find_quotes(saying, limit=6)]
    if not is_saying(question):
        # Reports have "called" in them, too; they tell it as any other sentence does.
        found = [one for one in found if one.quote.kind != "indirect"]
    graded = [(grade(saying, pieces(one.quote)), one) for one in found]
    if len(content(saying)) < _FEWEST:
        # So few words are anybody's, unless they are all that was said.
        said = [one for given, one in graded if given.kind == "verbatim"]
    else:
        said = [one for given, one in graded if given.kind != "unrelated" and given.likeness >= _SAID_SO]
        said = said or await _in_other_words(around, saying, found)
    if not said:
        return None
    citations = Citations()
    entries, _ = await show_all(around, said[:1], citations, 1)
    return compose("ask", shorten(question, 200), entries, citations)


async def _in_other_words(around: QuoteContext, saying: str, found: Sequence[QuoteOnRecord]) -> list[QuoteOnRecord]:
    """The quotes of which what is asked has all its words from them, or from the sentences around them."""
    wanted = content(saying)
    if sum(stem(word) not in LIGHT for word in wanted) < _PARAPHRASED:
        return []
    places = {one: (one.citation.story, one.quote.spans[0].passage) for one in found}
    await around.fetch_texts(places.values())
    said: list[QuoteOnRecord] = []
    for one, place in places.items():
        text, first = around.text(*place), one.quote.spans[0]
        start, end = sentence_around(text, first.start, first.end)
        bag = Bag.of(one.quote.text, text[start:end])
        named = one.quote.speaker or content(one.quote.speaker_mention or "")
        if named and all(has(bag, word) for word in wanted):
            said.append(one)
    return sorted(said, key=lambda one: -fuzz.token_set_ratio(saying, one.quote.text))
