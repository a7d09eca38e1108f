"""What the archive hands out, and how it follows additions, changes and removals."""

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from made import BREAKS, FERRY, MUSEUM, drop, make_story, put

from onrecord.archive import Archive, Arrival, Counts
from onrecord.archive.records import sort_key
from onrecord.archive.rows import story_rows
from onrecord.stories import Passage, Person


async def test_a_story_comes_back_as_it_went_in(filled: Archive) -> None:
    assert await filled.story(FERRY.id) == FERRY
    assert await filled.story(MUSEUM.id) == MUSEUM


async def test_a_person_with_roles_stories_and_quotes(filled: Archive) -> None:
    await put(filled, BREAKS)
    person = await filled.person("tobias renn")
    assert person is not None
    assert (person.name, person.kind, person.told_in, person.quotes) == ("Tobias Renn", "person", 2, 0)
    assert [(role.role, role.citation.story, role.citation.passage) for role in person.roles] == [
        ("the mayor", FERRY.id, 3)
    ]
    assert {head.id for head in person.stories} == {FERRY.id, BREAKS.id}
    assert person.aliases == ("Mayor Tobias Renn",)
    lines = await filled.person("Elwin Coastal Lines")
    assert lines is not None
    assert lines.kind == "organisation"


async def test_a_speaker_who_is_not_listed_is_known_all_the_same(archive: Archive) -> None:
    await put(archive, make_story("Rain", ["“Wet,” said Pia Orlow."], quotes=[("Wet,", "Pia Orlow")]))
    person = await archive.person("Pia Orlow")
    assert person is not None
    assert person.quotes == 1
    assert [hit.id for hit in await archive.find_people("orlow")] == ["Pia Orlow"]


async def test_quotes_by_speaker_and_by_story(filled: Archive) -> None:
    [quote] = await filled.quotes(speaker="quintero-vance, marisol")
    assert quote.quote == FERRY.quotes[0]
    assert (quote.citation.title, quote.citation.passage) == (FERRY.title, 1)
    assert [found.quote for found in await filled.quotes(story=MUSEUM.id)] == list(MUSEUM.quotes)
    assert await filled.quotes(speaker="Odette Šimůnek", story=FERRY.id) == []
    assert len(await filled.quotes()) == 2


async def test_removal_is_followed_at_once(filled: Archive) -> None:
    await drop(filled, FERRY.url or "")
    assert await filled.story(FERRY.id) is None
    assert await filled.counts() == Counts(stories=1, events=1, people=1, quotes=1)
    assert await filled.find_stories("ferry strike") == []
    assert await filled.find_people("quintero") == []
    assert await filled.find_quotes("steer straight after fourteen hours") == []
    assert await filled.find_passages("ferry") == []
    assert await filled.person("Tobias Renn") is None
    await drop(filled, MUSEUM.url or "")
    assert await filled.counts() == Counts(stories=0, events=0, people=0, quotes=0)


async def test_a_removed_story_leaves_no_term_behind(filled: Archive) -> None:
    await drop(filled, FERRY.url or "", MUSEUM.url or "")
    async with filled.connections.reading() as db:
        for table in ("terms", "term_keys", "names", "appearances", "quotes", "events", "tellings", "lookup_passage"):
            assert list(await db.execute_fetchall(f"SELECT * FROM {table}")) == []


async def test_a_change_replaces_what_was_there(filled: Archive) -> None:
    longer = MUSEUM.model_copy(update={"title": "Clockwork Heron Walks in Brackwater", "quotes": (), "people": ()})
    await put(filled, longer)
    assert await filled.story(MUSEUM.id) == longer
    assert [hit.label for hit in await filled.find_stories("heron walks")] == [longer.title]
    assert await filled.find_people("simunek") == []
    assert (await filled.counts()).quotes == 1


async def test_one_link_is_one_story_told_in_full_with_every_reposter(archive: Archive) -> None:
    short = FERRY.model_copy(
        update={
            "passages": FERRY.passages[:1],
            "quotes": (),
            "people": (),
            "publisher": None,
            "published": date(2031, 3, 4),
            "reposted_by": ("Blockquay",),
        }
    )
    full = FERRY.model_copy(update={"reposted_by": ("Tidepool Daily",)})
    await put(archive, short, source="first")
    await put(archive, full, source="second")
    story = await archive.story(FERRY.id)
    assert story is not None
    assert story.passages == FERRY.passages
    assert story.reposted_by == ("Tidepool Daily", "Blockquay")
    assert (story.publisher, story.published) == ("The Elwin Ledger", date(2031, 3, 4))
    assert (await archive.counts()).stories == 1
    await drop(archive, FERRY.url or "", source="second")
    assert await archive.story(FERRY.id) == short
    assert await archive.find_people("quintero") == []
    await drop(archive, FERRY.url or "", source="first")
    assert (await archive.counts()).stories == 0


CORRECTED = FERRY.model_copy(
    update={"passages": tuple(p.model_copy(update={"text": p.text.replace("nine", "ten")}) for p in FERRY.passages)}
)


@pytest.mark.parametrize("reposted", [{"reposted_by": ("Blockquay",)}, {"publisher": None}])
async def test_a_corrected_original_is_shown_though_reposts_have_the_old_text_and_more(
    archive: Archive, reposted: dict[str, object]
) -> None:
    more = Passage(n=4, text="In brief: nine days of strikes, twenty minutes of rest an hour, no money from the city.")
    repost = FERRY.model_copy(update={**reposted, "passages": (*FERRY.passages, more)})
    await put(archive, repost, source="reposts")
    await put(archive, FERRY, source="originals")
    before = await archive.story(FERRY.id)
    async with archive.writing("1") as writer:
        await writer.put("originals", [Arrival(FERRY.url or "", "2", story_rows(CORRECTED))])
    after = await archive.story(FERRY.id)
    assert before and after
    assert (before.passages, before.version) == (repost.passages, 1)
    assert (after.passages, after.version) == (CORRECTED.passages, 2)
    await drop(archive, FERRY.url or "", source="originals")
    left = await archive.story(FERRY.id)
    assert left and (left.passages, left.version) == (repost.passages, 1), "what is shown was never changed"


@pytest.mark.parametrize(
    ("now", "stays"),
    [
        ([FERRY.title], True),  # a page that asks for payment now
        (["Ferry crews in Port Elwin went back to work on Monday after nine days of strikes over rest breaks."], True),
        (["Withdrawn."], False),
        (["The Ledger has withdrawn this report: the operator never granted twenty minutes, as it now says."], False),
    ],
)
async def test_an_article_that_lost_its_text_stays_and_one_that_was_taken_back_does_not(
    archive: Archive, now: list[str], stays: bool
) -> None:
    await put(archive, FERRY)
    left = make_story(FERRY.title, now, url=FERRY.url)
    async with archive.writing("1") as writer:
        refused = await writer.put("folder", [Arrival(FERRY.url or "", "2", story_rows(left))])
    assert ("stays as it was" in refused.get(FERRY.url or "", "")) is stays
    story = await archive.story(FERRY.id)
    assert story and story.passages == (FERRY if stays else left).passages


async def test_two_outlets_one_event(filled: Archive) -> None:
    await put(filled, BREAKS)
    event = await filled.event(FERRY.id)
    assert {head.id for head in event.stories} == {FERRY.id, BREAKS.id}
    assert await filled.event(BREAKS.id) == event
    assert (await filled.event(MUSEUM.id)).stories[0].id == MUSEUM.id
    assert (await filled.counts()).events == 2
    assert (await filled.event("unknown")).stories == ()
    await drop(filled, BREAKS.title)
    assert [head.id for head in (await filled.event(FERRY.id)).stories] == [FERRY.id]


async def test_events_newest_first_page_by_page(archive: Archive) -> None:
    dates = [None, date(2031, 1, 5), datetime(2031, 1, 5, 9, tzinfo=UTC), date(2030, 12, 31), date(2031, 2, 1)]
    names = "Anvil Bakery Cistern Dredger Elevator".split()
    stories = [
        make_story(f"{name} inspected", [f"An {name} passes."], published=day)
        for name, day in zip(names, dates, strict=True)
    ]
    await put(archive, *stories)
    seen: list[str] = []
    after = None
    while page := await archive.stories(2, after):
        seen += [event.stories[0].title.split()[0] for event in page]
        after = page[-1].stories[0].id
    assert seen == "Elevator Cistern Bakery Dredger Anvil".split()


def test_times_sort_across_zones() -> None:
    noon = datetime(2031, 1, 5, 12, tzinfo=UTC)
    later_there = datetime(2031, 1, 5, 18, tzinfo=timezone(timedelta(hours=9)))
    assert sort_key(None) < sort_key(date(2031, 1, 5)) < sort_key(later_there) < sort_key(noon)


async def test_answers_come_from_the_old_coverage_until_the_new_is_whole(filled: Archive) -> None:
    async with filled.writing("1") as writer:
        await writer.drop("folder", [FERRY.url or ""])
        await writer.put("folder", [Arrival("new", "d", story_rows(BREAKS))])
        await writer.finish()
        answers = await asyncio.gather(*(filled.find_stories("ferry strike") for _ in range(20)))
        assert all(found[0].id == FERRY.id for found in answers)
        assert await filled.story(BREAKS.id) is None
    assert await filled.story(FERRY.id) is None
    assert await filled.story(BREAKS.id) is not None


async def test_what_fails_half_way_changes_nothing(filled: Archive) -> None:
    with pytest.raises(RuntimeError):
        async with filled.writing("1") as writer:
            await writer.drop("folder", [FERRY.url or ""])
            raise RuntimeError
    assert await filled.story(FERRY.id) == FERRY
    await put(filled, BREAKS)
    assert (await filled.counts()).stories == 3


async def test_the_name_told_most_often_stands_for_a_person(archive: Archive) -> None:
    told = {"Bread is dear": "Edwin K. Marsh", "Rain all week": "Edwin Marsh", "Owls return": "Edwin Marsh"}
    stories = [make_story(title, [title], people=[Person(name=name)]) for title, name in told.items()]
    await put(archive, *stories)
    [hit] = await archive.find_people("marsh")
    assert hit.label == "Edwin Marsh"
