"""Who wrote a story of the coverage: its byline, and not somebody who wrote something in it."""

from __future__ import annotations

import re

from onrecord.answers.ask.sayings import spelt_out
from onrecord.answers.compose import Citations, compose, not_found
from onrecord.answers.extracts import shorten
from onrecord.answers.replies import command_for, shown
from onrecord.answers.words import Bag, content, has
from onrecord.archive import Coverage, cite
from onrecord.language import listed, say
from onrecord.stories import Answer, Entry
from onrecord.text import fold

_WROTE = re.compile(
    r"^who (?:(?:has |had )?(?:wrote|writes|written|authored|reported|penned)|(?:is|was) the (?:author|writer) of)"
    r" (?:the|this|that|an?) (?:news )?(?:story|stories|article|articles|piece)"
    r"(?: (?:about|on|of|titled|called|headlined|regarding|concerning))? (?P<about>[^?]+)"
)
_MOST = 3
_AUTHORS = 5


async def who_wrote(archive: Coverage, question: str) -> Answer | None:
    """ "Who wrote the story about X?": by whom the stories are of which the title has X; a refusal where none says."""
    match = _WROTE.match(fold(spelt_out(question)))
    if not match:
        return None
    wanted = content(match["about"])
    hits = await archive.find_stories(match["about"], limit=_MOST + 1)
    titled = [hit for hit in hits if wanted and all(has(Bag.of(hit.label), word) for word in wanted)]
    signed = [one for one in await archive.texts([hit.id for hit in titled]) if one.authors] if titled else []
    if not signed or len(titled) > _MOST:
        near = [command_for("summary", story=hit.label) for hit in hits[:_MOST]]
        return not_found(
            "ask", say("The coverage does not answer {typed}.", typed=shown(question)), [*near, "/stories"]
        )
    citations = Citations()
    entries = [
        Entry(text=say("By {names}", names=listed(one.authors[:_AUTHORS])), citation=citations.add(cite(one)))
        for one in signed
    ]
    suggestions = [command_for("summary", story=signed[0].title)]
    return compose("ask", shorten(question, 200), entries, citations, suggestions)
