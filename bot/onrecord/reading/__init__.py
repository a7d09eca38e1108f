"""What a story says: quotes and who spoke them, people and their roles, key points. Pure functions.

In the order of reading:

- `sentences` parts each passage into words and sentences; a run in quotation marks (`quotation_marks`) is
  one word of them
- `verbs`, `noun_phrases`, `subjects`: which word says, and who does
- `people/`: who appears
- `speech/`: who said what
- `keypoints`: what it comes to

`lexicon`, `occupations`, `entity_types` and `places` are lists of words. `names`, `similarity`, `grade` and
`utterances` compare what several stories say.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from onrecord.reading.keypoints import key_points
from onrecord.reading.people.cast import Cast
from onrecord.reading.people.listing import people
from onrecord.reading.people.naming import settle
from onrecord.reading.people.roles import note_roles
from onrecord.reading.speech.context import attribute_story
from onrecord.reading.speech.interviews import interviewee, plain_answers, questions
from onrecord.reading.speech.quotes import gather
from onrecord.reading.speech.reported import reported_speech
from onrecord.reading.speech.speakers import Resolver
from onrecord.reading.speech.transcripts import unmarked
from onrecord.reading.tokens import tokenise
from onrecord.stories import Story

_WORD = re.compile(r"[^\W_]")


def read(story: Story) -> Story:
    """Fills in the quotes, the people and the key points that the story does not bring along."""
    lacking = {"quotes", "people", "key_points"} - story.model_fields_set
    if not lacking:
        return story
    lines = [tokenise(passage.n, passage.text) for passage in story.passages if _WORD.search(passage.text)]
    read: dict[str, Any] = {}
    if lacking & {"quotes", "people"}:
        cast = Cast(lines)
        cast.headed(story.title)
        note_roles(lines, cast)
        settle(lines, cast)
        resolver = Resolver(lines, cast, story.authors)
        asked = questions(lines)
        plainly, answers = plain_answers(story.passages, lines)
        answering = interviewee(story.title, lines, asked | plainly, cast)
        opens = {below.n for above, below in pairwise(story.passages) if below.section != above.section}
        without_marks = unmarked(lines, cast, answering, answers if answering else ())
        spoken = {item.line.n for item in without_marks}
        found = attribute_story([line for line in lines if line.n not in spoken], cast, asked, answering, opens)
        reported = [item for line in lines if line.n not in spoken for item in reported_speech(line)]
        read["quotes"] = tuple(gather(found, [*without_marks, *reported], cast, resolver))
        read["people"] = people(lines, cast)
    if "key_points" in lacking:
        read["key_points"] = key_points(story.title, story.passages, lines)
    return story.model_copy(update={field: value for field, value in read.items() if field in lacking})
