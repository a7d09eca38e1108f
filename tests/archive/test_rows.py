from __future__ import annotations

import json

from onrecord.archive.rows import story_rows
from onrecord.archive.terms import terms
from onrecord.stories import Passage, Person, Quote, Span, Story, StoryHead

TEXT = "Ilka Brandt\0told the ‘Mill-Wheel’s’ owner, “we’ll wait”."
STORY = Story(
    document="a",
    id="b",
    title='Of ,"key_points": and ,"passages":[ alike',
    reposted_by=('","key_points":["x"]', "\\"),
    ai_generated=True,
    passages=(Passage(n=0, section="Wheels\0", text=TEXT), Passage(n=1, text="Ждём 🎡")),
    quotes=(
        Quote(text="we’ll wait", kind="direct", speaker="ILKA BRANDT", spans=(Span(passage=0, start=44, end=54),)),
        Quote(text="Ждём", kind="indirect", speaker="Jo Marsh", spans=(Span(passage=1, start=0, end=4),)),
    ),
    people=(Person(name="Ilka Brandt", roles=("told",), passages=(0,)),),
)


def test_the_head_is_the_story_without_what_it_says() -> None:
    for story in (STORY, STORY.model_copy(update={"key_points": ("we’ll wait",)})):
        rows = story_rows(story)
        head = StoryHead.model_validate_json(rows.head)
        assert head == StoryHead(**story.model_dump(include=set(StoryHead.model_fields)))
        assert Story.model_validate_json(rows.body) == story


def test_each_text_has_its_own_terms_whatever_it_holds() -> None:
    rows = story_rows(STORY)
    assert rows.title == " ".join(terms(STORY.title))
    assert rows.passages == tuple(" ".join(terms(passage.text)) for passage in STORY.passages)
    assert [quote.words for quote in rows.quotes] == [" ".join(terms(quote.text)) for quote in STORY.quotes]
    assert {"wheels", "brandt", "marsh"} <= set(rows.about.split())


def test_who_speaks_is_listed_once() -> None:
    rows = story_rows(STORY)
    assert [(person.name, person.aliases) for person in rows.people] == [
        ("Ilka Brandt", ("ILKA BRANDT",)),
        ("Jo Marsh", ()),
    ]
    assert [quote.speaker for quote in rows.quotes] == [person.key for person in rows.people]


def test_the_traces_are_kept_as_they_are() -> None:
    rows = story_rows(STORY)
    assert json.loads(rows.traits) == list(rows.traces)
