"""Desks: what each community sees is the shared coverage and its own, as if they were one archive, and nothing else."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made import BREAKS, FERRY, MUSEUM, drop, make_story, put

from onrecord.archive import Archive, Arrival, Counts, Coverage, Desks, Restored, Target, desk_files
from onrecord.archive.cache import Cache
from onrecord.archive.desks import comparison, removing
from onrecord.archive.desks.fingerprints import is_of_host
from onrecord.archive.duplicates.event_candidates import BATCH
from onrecord.archive.rows import story_rows
from onrecord.errors import ArchiveError
from onrecord.stories import Person, Story

NOW = datetime(2031, 5, 4, 12, tzinfo=UTC)
COPY = FERRY.model_copy(
    update={"url": "https://copies.example/ferry", "id": make_story("x", ["y"]).id, "publisher": "Copies"}
)
SHORT = COPY.model_copy(update={"passages": FERRY.passages[:3], "people": FERRY.people[:1]})
SNOW = make_story(
    "Snow Closes the Pier of Port Elwin",
    ["“Nobody swims today,” said Marisol Quintero-Vance.", "Odo Rask, a baker, gave out tea on the pier."],
    quotes=[("Nobody swims today,", "Marisol Quintero-Vance")],
    people=[
        Person(name="Marisol Quintero-Vance", roles=("said",), passages=(0,), aliases=("Mari",)),
        Person(name="Odo Rask", roles=("a baker",), passages=(1,)),
    ],
    published=datetime(2031, 2, 3, tzinfo=UTC),
)


@pytest.fixture
async def desks(tmp_path: Path) -> AsyncIterator[Desks]:
    async with await Desks.open(tmp_path / "news.db") as opened:
        await put(opened.shared, FERRY, MUSEUM)
        yield opened


async def titles(seen: Coverage) -> list[list[str]]:
    return [[head.title for head in event.stories] for event in await seen.stories(20)]


async def test_a_desk_without_anything_of_its_own_sees_the_shared_coverage_and_makes_no_file(
    desks: Desks, tmp_path: Path
) -> None:
    assert await desks.view("12") is desks.shared
    assert await desks.view(None) is desks.shared
    assert await desks.known() == []
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == []


@pytest.mark.parametrize("name", ["", "../news", "A", "a/b", "x" * 41, "a.b", "ä"])
async def test_a_desk_is_never_a_path(desks: Desks, name: str) -> None:
    with pytest.raises(ArchiveError, match="no name of a desk"):
        await desks.view(name)
    with pytest.raises(ArchiveError, match="no name of a desk"):
        await desks.own(name)


async def test_own_stories_are_seen_there_and_nowhere_else(desks: Desks) -> None:
    await put(await desks.own("a"), SNOW)
    seen = await desks.view("a")
    assert await seen.counts() == Counts(stories=3, events=3, people=5, quotes=3)
    assert await seen.story(SNOW.id) == SNOW
    assert [hit.id for hit in await seen.find_stories("snow pier")] == [SNOW.id]
    assert [hit.id for hit in await seen.find_stories("ferry strike")] == [FERRY.id]
    assert [hit.id for hit in await seen.find_people("rask")] == ["Odo Rask"]
    assert (await seen.find_quotes("nobody swims today"))[0][0].quote == SNOW.quotes[0]
    assert (await seen.find_passages("tea"))[0].citation.story == SNOW.id
    assert [story.id async for story in seen.export()] == [FERRY.id, MUSEUM.id, SNOW.id]
    for other in (await desks.view("b"), desks.shared):
        assert await other.counts() == Counts(stories=2, events=2, people=4, quotes=2)
        assert await other.find_people("rask") == []
        assert await other.story(SNOW.id) is None
    assert await desks.known() == ["a"]


async def test_a_person_whom_both_name_is_one(desks: Desks) -> None:
    await put(await desks.own("a"), SNOW)
    seen = await desks.view("a")
    person = await seen.person("Marisol Quintero-Vance")
    assert person is not None
    assert (person.name, person.told_in, person.quotes) == ("Marisol Quintero-Vance", 2, 2)
    assert set(person.aliases) == {"Quintero-Vance", "Mari"}
    assert [head.id for head in person.stories] == [SNOW.id, FERRY.id]
    assert [role.role for role in person.roles] == ["said", "speaks for crews"]
    assert [one.story for one in (await seen.introductions([person.name]))[person.name]] == [SNOW.id, FERRY.id]
    assert [one.citation.story for one in await seen.quotes(speaker=person.name)] == [SNOW.id, FERRY.id]
    [hit] = await seen.find_people("quintero-vance")
    assert hit.id == person.name
    both = await seen.shared_stories([person.name, "Odo Rask"], 5)
    assert [(one.story.id, one.names) for one in both] == [
        (SNOW.id, (person.name, "Odo Rask")),
        (FERRY.id, (person.name,)),
    ]


@pytest.mark.parametrize("own", [COPY, SHORT], ids=["whole", "trimmed"])
async def test_a_story_that_both_tell_is_shown_once_with_both_publishers(desks: Desks, own: Story) -> None:
    await put(await desks.own("a"), own)
    seen = await desks.view("a")
    assert await seen.counts() == await desks.shared.counts()
    assert sorted(await titles(seen)) == sorted(await titles(desks.shared))
    for id in (FERRY.id, own.id):
        [hit] = await seen.find_stories(id)
        head = await seen.head(hit.id)
        assert head is not None
        assert {head.publisher, *head.reposted_by} == {"The Elwin Ledger", "Copies"}
    assert len(await seen.quotes(speaker="Marisol Quintero-Vance")) == 1


async def test_of_two_tellings_the_fuller_is_shown(desks: Desks) -> None:
    await drop(desks.shared, FERRY.url or "")
    await put(desks.shared, SHORT)
    await put(await desks.own("a"), FERRY)
    seen = await desks.view("a")
    story = await seen.story(SHORT.id)
    assert story is not None
    assert (story.id, len(story.passages)) == (FERRY.id, 4)
    assert await seen.counts() == Counts(stories=2, events=2, people=4, quotes=2)
    assert {one.citation.story for one in await seen.find_passages("crews")} == {FERRY.id}
    await drop(await desks.own("a"), FERRY.url or "")
    shared = await (await desks.view("a")).story(SHORT.id)
    assert shared is not None
    assert len(shared.passages) == 3


async def test_reports_of_one_event_are_one_event(desks: Desks) -> None:
    await put(await desks.own("a"), BREAKS)
    seen = await desks.view("a")
    assert {head.id for head in (await seen.event(FERRY.id)).stories} == {FERRY.id, BREAKS.id}
    assert await seen.event(FERRY.id) == await seen.event(BREAKS.id)
    assert await seen.counts() == Counts(stories=3, events=2, people=4, quotes=2)
    assert sorted(len(event.stories) for event in await seen.stories(5)) == [1, 2]
    assert len((await desks.shared.event(FERRY.id)).stories) == 1
    await drop(desks.shared, FERRY.url or "")
    assert len((await (await desks.view("a")).event(BREAKS.id)).stories) == 1


async def test_a_later_story_of_the_shared_coverage_is_compared_too(desks: Desks) -> None:
    await drop(desks.shared, FERRY.url or "")
    own = await desks.own("a")
    await put(own, SNOW, COPY)
    assert (await (await desks.view("a")).counts()).stories == 3
    await put(desks.shared, FERRY, BREAKS)
    seen = await desks.view("a")
    assert await seen.counts() == Counts(stories=4, events=3, people=5, quotes=3)
    assert {head.id for head in (await seen.event(COPY.id)).stories} == {FERRY.id, BREAKS.id}


async def test_pages_of_events_leave_nothing_out_and_repeat_nothing(desks: Desks) -> None:
    def dated(n: int, place: str) -> Story:
        text = [f"It rained {n} days in {place}, where nobody had counted on it before number {n * 7919}."]
        return make_story(f"Rain {n} of {place}", text, published=datetime(2031, 1, 1 + n // 2, tzinfo=UTC))

    await put(desks.shared, *(dated(n, "Elwin") for n in range(0, 20, 2)))
    await put(await desks.own("a"), BREAKS, *(dated(n, "Brack") for n in range(1, 20, 2)))
    seen = await desks.view("a")
    whole = await seen.stories(50)
    assert len(whole) == 22
    paged = await seen.stories(3)
    while more := await seen.stories(3, after=paged[-1].stories[-1].id):
        paged += more
    assert paged == whole
    dates = [str(event.stories[0].published or "") for event in whole]
    assert dates == sorted(dates, reverse=True)


async def test_what_a_desk_removes_is_gone_from_its_view_alone(desks: Desks) -> None:
    removal = await desks.remove("a", Target(kind="story", value=FERRY.id), "asked for", "Ines", NOW)
    assert (removal.stories, removal.titles) == (1, (FERRY.title,))
    seen = await desks.view("a")
    assert await seen.counts() == Counts(stories=1, events=1, people=1, quotes=1)
    assert await seen.story(FERRY.id) is None
    assert await titles(seen) == [[MUSEUM.title]]
    for found in (
        await seen.find_stories("ferry strike"),
        await seen.find_stories(FERRY.id),
        await seen.find_stories(FERRY.url or ""),
        await seen.find_people("quintero"),
        await seen.find_quotes("steer straight after fourteen hours"),
        await seen.find_passages("ferry"),
        await seen.quotes(speaker="Tobias Renn"),
        await seen.events_of([FERRY.id]),
        await seen.texts([FERRY.id]),
        await seen.shared_stories(["Tobias Renn"], 5),
    ):
        assert found == []
    assert await seen.people(["Tobias Renn"]) == {}
    assert await seen.person("Tobias Renn") is None
    assert await seen.introductions(["Tobias Renn"]) == {}
    assert [story.id async for story in seen.export()] == [MUSEUM.id]
    for other in (await desks.view("b"), desks.shared):
        assert (await other.counts()).stories == 2
    with pytest.raises(ArchiveError, match="nothing of this story"):
        await desks.remove("a", Target(kind="story", value=FERRY.id), "again", "Ines", NOW)
    await desks.undo("a", removal.id, "Ines", NOW)
    assert await (await desks.view("a")).counts() == await desks.shared.counts()


async def test_what_two_removals_hide_is_back_when_both_are_undone(desks: Desks) -> None:
    story = await desks.remove("a", Target(kind="story", value=FERRY.id), "", "Ines", NOW)
    source = await desks.remove("a", Target(kind="source", value="folder"), "", "Ines", NOW)
    await drop(desks.shared, FERRY.url or "")
    await put(desks.shared, FERRY)
    assert await desks.undo("a", story.id, "Ines", NOW) == Restored(out=1)
    assert (await (await desks.view("a")).counts()).stories == 0
    assert await desks.undo("a", source.id, "Ines", NOW) == Restored(back=2)
    assert (await (await desks.view("a")).counts()).stories == 2


async def test_what_is_left_of_a_person_when_a_story_is_removed(desks: Desks) -> None:
    await put(desks.shared, SNOW)
    await desks.remove("a", Target(kind="story", value=SNOW.id), "", "Ines", NOW)
    seen = await desks.view("a")
    person = await seen.person("Marisol Quintero-Vance")
    assert person is not None
    assert (person.told_in, person.quotes, person.aliases) == (1, 1, ("Quintero-Vance",))
    assert await seen.find_people("mari") == [] or (await seen.find_people("mari"))[0].id == person.name
    assert (await seen.counts()).people == 4


async def test_a_removed_story_stays_hidden_when_the_shared_coverage_changes(desks: Desks) -> None:
    await desks.remove("a", Target(kind="story", value=FERRY.id), "", "Ines", NOW)
    await put(desks.shared, FERRY.model_copy(update={"title": "Ferries Sail Again"}))
    await put(desks.shared, COPY, source="other")
    await put(await desks.own("a"), SHORT)
    assert (await (await desks.view("a")).counts()).stories == 1
    await drop(desks.shared, FERRY.url or "")
    assert (await (await desks.view("a")).counts()).stories == 1


@pytest.mark.parametrize("target", [("host", "ledger.example"), ("source", "folder 2")])
async def test_a_host_or_a_source_of_the_shared_coverage_is_hidden_with_what_comes_later(
    desks: Desks, target: tuple[str, str]
) -> None:
    await drop(desks.shared, FERRY.url or "")
    await put(desks.shared, FERRY, source="folder 2")
    meant = Target.model_validate({"kind": target[0], "value": target[1]})
    assert (await desks.remove("a", meant, "", "Ines", NOW)).stories == 1
    assert (await (await desks.view("a")).counts()).stories == 1
    later = make_story("Later", ["Hail fell in Port Elwin."], url="https://www.ledger.example/later")
    await put(desks.shared, later, source="folder 2")
    assert (await (await desks.view("a")).counts()).stories == 1
    assert (await desks.shared.counts()).stories == 3


async def test_of_a_host_a_desk_loses_the_reposts_and_keeps_its_own_telling_of_what_they_repost(desks: Desks) -> None:
    await drop(desks.shared, FERRY.url or "")
    repost = FERRY.model_copy(update={"reposted_by": ("Copies",)})
    async with desks.shared.writing("1") as writer:
        await writer.put("feed", [Arrival("https://copies.example/ferry", "1", story_rows(repost))])
    await put(await desks.own("a"), FERRY)
    await desks.view("a")
    await desks.remove("a", Target(kind="host", value="copies.example"), "", "Ines", NOW)
    seen = await desks.view("a")
    assert await seen.story(FERRY.id) == FERRY
    assert await seen.counts() == Counts(stories=2, events=2, people=4, quotes=2)
    assert (await (await desks.view("b")).counts()).stories == 2
    await desks.remove("a", Target(kind="host", value="ledger.example"), "", "Ines", NOW)
    assert await (await desks.view("a")).counts() == Counts(stories=1, events=1, people=1, quotes=1)


async def test_others_go_on_while_all_of_a_site_is_removed(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [make_story(f"Rain {n}", [f"It rained {n} times."], url=f"https://rain.example/{n}") for n in range(60)]
    await put(desks.shared, *told)
    made = most = 0

    def counted(links: Iterable[str | None], host: str) -> bool:
        nonlocal made
        made += 1
        return is_of_host(links, host)

    async def go_on() -> None:
        nonlocal made, most
        while True:
            most, made = max(most, made), 0
            await asyncio.sleep(0)

    for module in (comparison, removing):
        monkeypatch.setattr(module, "PAUSE", 10)
        monkeypatch.setattr(module, "is_of_host", counted)
    others = asyncio.create_task(go_on())
    await desks.remove("a", Target(kind="host", value="rain.example"), "", "Ines", NOW)
    assert (await (await desks.view("a")).counts()).stories == 2
    others.cancel()
    assert 0 < most <= BATCH


async def test_a_story_that_both_tell_is_removed_from_both(desks: Desks) -> None:
    await put(await desks.own("a"), COPY)
    shown = (await (await desks.view("a")).find_stories(COPY.id))[0].id
    await desks.remove("a", Target(kind="story", value=shown), "", "Ines", NOW)
    assert await (await desks.view("a")).counts() == Counts(stories=1, events=1, people=1, quotes=1)
    assert (await desks.shared.counts()).stories == 2


async def test_more_desks_than_are_kept_open(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.archive.desk_files.AWAKE", 2)
    seen: list[Coverage] = []
    for n in range(5):
        await put(await desks.own(str(n)), make_story(f"Rain {n}", [f"It rained {n} times in Elwin."]))
        seen.append(await desks.view(str(n)))
    for n, each in enumerate(seen):
        assert [hit.label for hit in await each.find_stories(f"rain {n}")][:1] == [f"Rain {n}"]
        assert (await (await desks.view(str(n))).counts()).stories == 3


async def test_answers_come_while_the_desk_is_being_changed(desks: Desks) -> None:
    own = await desks.own("a")
    await put(own, SNOW)
    await desks.view("a")
    async with own.writing("1"):
        await put(desks.shared, BREAKS)
        assert (await (await desks.view("a")).counts()).stories == 4


async def test_a_new_shared_archive_in_place_of_the_old(desks: Desks, tmp_path: Path) -> None:
    await put(await desks.own("a"), COPY)
    await desks.view("a")
    await desks.close()
    for path in tmp_path.glob("news.db*"):
        path.unlink()
    async with await Desks.open(tmp_path / "news.db") as again:
        await put(again.shared, MUSEUM, make_story("Rain", ["It rained."]))
        assert (await (await again.view("a")).counts()).stories == 3


def test_an_archive_is_a_coverage(filled: Archive) -> None:
    assert isinstance(filled, Coverage)


async def test_purging_leaves_no_word_of_a_shared_story_in_the_file_of_the_desk(desks: Desks, tmp_path: Path) -> None:
    await put(await desks.own("a"), SNOW, SHORT)
    await desks.view("a")
    removal = await desks.remove("a", Target(kind="story", value=FERRY.id), "", "Ines", NOW)
    await desks.view("a")
    await desks.purge("a", [removal.id], "Ines", NOW)
    held = b"".join(path.read_bytes().lower() for path in (tmp_path / "news.desks").glob("a.db*"))
    assert b"nobody swims" in held
    for words in (b"longer breaks", b"steer straight", b"nine days", b"fourteen"):
        assert words not in held.replace(SHORT.title.lower().encode(), b""), words  # it is the digest there
    assert await (await desks.own("a")).removal(removal.id) is not None
    assert (await (await desks.view("a")).counts()).stories == 2


async def titles_once(seen: Coverage, asked: list[str]) -> list[list[str]]:
    async def make() -> list[list[str]]:
        asked.append("again")
        return await titles(seen)

    return await seen.cached("titles", make)


async def test_what_was_made_of_the_coverage_is_kept_until_it_changes_for_that_desk(desks: Desks) -> None:
    await put(await desks.own("a"), SNOW)
    asked: list[str] = []
    for desk in ("a", "b", None, "a", "b", None):
        kept = await titles_once(await desks.view(desk), asked)
        assert kept == await titles(await desks.view(desk))
    assert len(asked) == 2
    await drop(await desks.own("a"), SNOW.url or SNOW.title)
    assert [SNOW.title] not in await titles_once(await desks.view("a"), asked)
    await titles_once(desks.shared, asked)
    assert len(asked) == 3
    await drop(desks.shared, MUSEUM.url or MUSEUM.title)
    for desk in ("a", "b"):
        assert [MUSEUM.title] not in await titles_once(await desks.view(desk), asked)
    assert len(asked) == 5


async def test_of_what_was_made_only_the_last_is_kept() -> None:
    made: list[int] = []
    cache = Cache(most=2)

    async def make() -> int:
        made.append(1)
        return len(made)

    assert [await cache.of(key, make) for key in "aabacab"] == [1, 1, 2, 1, 3, 1, 4]
    assert len(cache) == 2


async def test_what_could_not_be_made_is_made_when_it_is_asked_for_again() -> None:
    cache = Cache()

    async def fails() -> int:
        raise ArchiveError("locked")

    async def makes() -> int:
        return 1

    with pytest.raises(ArchiveError):
        await cache.of("a", fails)
    assert await cache.of("a", makes) == 1


async def test_a_desk_that_another_process_makes_is_seen_a_moment_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(desk_files, "monotonic", lambda: now)
    async with await Desks.open(tmp_path / "a.db") as here, await Desks.open(tmp_path / "a.db") as there:
        assert (await (await here.view("7")).counts()).stories == 0
        await put(await there.own("7"), FERRY)
        assert (await (await there.view("7")).counts()).stories == 1
        now += desk_files.A_MOMENT
        assert (await (await here.view("7")).counts()).stories == 1
