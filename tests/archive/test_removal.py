"""Removing stories: gone at once, not to come back, until it is undone; and without a word left once it is purged."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from made import BREAKS, FERRY, MUSEUM, drop, make_story, put

from onrecord.archive import Archive, Arrival, Counts, Restored, Target
from onrecord.archive.rows import story_rows
from onrecord.errors import ArchiveError
from onrecord.stories import Story

NOW = datetime(2031, 5, 4, 12, tzinfo=UTC)
BY = "Ines (a moderator)"


async def remove(archive: Archive, kind: str, value: str) -> int:
    target = Target.model_validate({"kind": kind, "value": value})
    return (await archive.remove(target, "the paper asked for it", BY, NOW)).id


def moved(story: Story, url: str, **other: object) -> Story:
    """The same text at another address."""
    return story.model_copy(update={"url": url, "id": make_story(url, ["x"]).id, **other})


async def test_a_removed_story_is_gone_from_every_answer_at_once(filled: Archive) -> None:
    removal = await filled.remove(Target(kind="story", value=FERRY.id), "the paper asked for it", BY, NOW)
    assert (removal.stories, removal.documents, removal.titles) == (1, 1, (FERRY.title,))
    assert (removal.by, removal.at, removal.reason, removal.active) == (BY, NOW, "the paper asked for it", True)
    assert await filled.counts() == Counts(stories=1, events=1, people=1, quotes=1)
    assert await filled.story(FERRY.id) is None
    for found in (
        await filled.find_stories("ferry strike"),
        await filled.find_stories(FERRY.id),
        await filled.find_people("quintero"),
        await filled.find_quotes("steer straight after fourteen hours"),
        await filled.find_passages("ferry"),
    ):
        assert found == []
    assert [story.id async for story in filled.export()] == [MUSEUM.id]


@pytest.mark.parametrize(
    "again",
    [
        FERRY,
        FERRY.model_copy(update={"passages": MUSEUM.passages, "quotes": (), "people": ()}),
        moved(FERRY, "https://elsewhere.example/ferries"),
        moved(FERRY, "https://elsewhere.example/ferries", title="Crews at Rest"),
    ],
    ids=["as it was", "rewritten at its address", "at another address", "there with another title"],
)
async def test_no_refresh_brings_it_back(filled: Archive, again: Story) -> None:
    await remove(filled, "story", FERRY.id)
    async with filled.writing("2") as writer:
        kept_out = await writer.put("folder", [Arrival(again.url or "", "new", story_rows(again))])
    stored = await filled.stored("folder")
    assert kept_out == {again.url: "It was removed on 2031-05-04: the paper asked for it"}
    assert stored[again.url or ""].reason == kept_out[again.url or ""]
    assert await filled.counts() == Counts(stories=1, events=1, people=1, quotes=1)


async def test_it_stays_out_after_its_document_was_gone_for_a_while(filled: Archive) -> None:
    await remove(filled, "story", FERRY.id)
    await drop(filled, FERRY.url or "")
    await put(filled, FERRY, source="another folder")
    assert (await filled.counts()).stories == 1


async def test_another_report_of_its_event_may_come(filled: Archive) -> None:
    await remove(filled, "story", FERRY.id)
    await put(filled, BREAKS)
    assert await filled.story(BREAKS.id) == BREAKS


async def test_undoing_tells_it_again_as_it_is_by_now(filled: Archive) -> None:
    removal = await remove(filled, "story", FERRY.id)
    changed = FERRY.model_copy(update={"title": "Ferries Sail Again"})
    await put(filled, changed)
    assert await filled.undo(removal, "Ola", NOW) == Restored(back=1)
    undone = await filled.removal(removal)
    assert undone
    assert (undone.active, undone.undone_by, undone.documents) == (False, "Ola", 0)
    assert (found := await filled.story(FERRY.id)) is not None
    assert found.title == "Ferries Sail Again"
    assert await filled.counts() == Counts(stories=2, events=2, people=4, quotes=2)
    with pytest.raises(ArchiveError, match="undone already"):
        await filled.undo(removal, "Ola", NOW)


async def test_undoing_leaves_the_archive_as_if_nothing_had_been_removed(filled: Archive) -> None:
    await put(filled, BREAKS, moved(FERRY, "https://elsewhere.example/ferries", publisher="Tidings"))
    before = [await filled.story(id) for id in (FERRY.id, MUSEUM.id, BREAKS.id)]
    events = await filled.stories(10)
    await filled.undo(await remove(filled, "story", FERRY.id), BY, NOW)
    assert [await filled.story(id) for id in (FERRY.id, MUSEUM.id, BREAKS.id)] == before
    assert {frozenset(head.id for head in event.stories) for event in await filled.stories(10)} == {
        frozenset(head.id for head in event.stories) for event in events
    }


async def test_what_another_removal_keeps_out_stays_out(filled: Archive) -> None:
    story = await remove(filled, "story", FERRY.id)
    host = await filled.remove(Target(kind="host", value="brackwaterpost.example"), "", BY, NOW)
    await put(filled, moved(FERRY, "https://brackwaterpost.example/ferry"))
    assert await filled.undo(story, BY, NOW) == Restored(back=1)
    assert (await filled.counts()).stories == 1
    await filled.undo(host.id, BY, NOW)
    assert (await filled.counts()).stories == 2


async def test_everything_from_a_host(filled: Archive) -> None:
    await put(filled, make_story("Sub", ["Rain fell on the pier all day."], url="https://wire.ledger.example/a"))
    await put(filled, make_story("Like", ["Snow fell on the pier all day."], url="https://notledger.example/a"))
    removal = await filled.remove(Target(kind="host", value="https://www.Ledger.example/"), "", BY, NOW)
    assert (removal.stories, removal.target.value) == (2, "ledger.example")
    assert {head.publisher or head.title for event in await filled.stories(9) for head in event.stories} == {
        "Brackwater Post",
        "Like",
    }
    await put(filled, make_story("Later", ["Hail fell."], url="https://ledger.example/later"))
    await put(filled, moved(FERRY, "https://elsewhere.example/ferries"))
    assert (await filled.counts()).stories == 2


@pytest.mark.parametrize(
    "typed", ["brückenpost.example", "https://www.BRÜCKENPOST.example./x", "xn--brckenpost-beb.example"]
)
async def test_a_host_of_another_script_is_one_however_it_is_written(archive: Archive, typed: str) -> None:
    links = ["https://brückenpost.example/a", "https://xn--brckenpost-beb.example/b", "https://bruckenpost.example/c"]
    rains = [make_story(f"Rain {n}", [f"It rained {n} times at {n * 7919}."], url=url) for n, url in enumerate(links)]
    await put(archive, *rains)
    removal = await archive.remove(Target(kind="host", value=typed), "", BY, NOW)
    assert removal.stories == 2
    assert [head.title for event in await archive.stories(9) for head in event.stories] == ["Rain 2"]


async def test_a_repost_on_a_host_goes_but_not_what_it_reposted(filled: Archive) -> None:
    for digest, copy in enumerate([FERRY.model_copy(update={"reposted_by": ("Copies",)}), FERRY]):
        async with filled.writing("1") as writer:
            await writer.put("feed", [Arrival("https://copies.example/ferry", str(digest), story_rows(copy))])
        shown = await filled.head(FERRY.id)
        assert shown is not None
        assert shown.reposted_by == (() if digest else ("Copies",))
        if digest == 0:
            await remove(filled, "host", "copies.example")
            assert await filled.story(FERRY.id) == FERRY


async def test_what_keeps_a_source_out_is_known_however_much_was_removed_since(filled: Archive) -> None:
    await put(filled, BREAKS, source="page:a")
    first = await remove(filled, "source", "page:a")
    for _ in range(20):
        await filled.undo(await remove(filled, "source", "folder"), BY, NOW)
    found = await filled.removals_of(["feed:a", "page:a"])
    assert {source: removal.id for source, removal in found.items()} == {"page:a": first}
    await filled.undo(first, BY, NOW)
    assert await filled.removals_of(["feed:a", "page:a"]) == {}


async def test_a_source_goes_with_its_documents_and_comes_back_with_them(filled: Archive) -> None:
    await put(filled, FERRY, BREAKS, source="feed")
    removal = await remove(filled, "source", "feed")
    assert await filled.story(FERRY.id) == FERRY  # another source has it too
    assert await filled.story(BREAKS.id) is None
    assert await filled.document_sources() == ["folder"]
    await put(filled, make_story("New", ["It rained in Port Elwin."]), source="feed")
    assert (await filled.counts()).stories == 2
    await filled.undo(removal, BY, NOW)
    assert (await filled.counts()).stories == 4


async def test_what_is_not_there_cannot_be_removed(filled: Archive) -> None:
    said = {
        "story": "There is nothing of this story to remove.",
        "source": "There is nothing of this source to remove.",
        "host": "There is nothing from this site to remove.",
    }
    for kind, sentence in said.items():
        with pytest.raises(ArchiveError) as refused:
            await remove(filled, kind, "nowhere.example")
        assert str(refused.value) == sentence
    assert await filled.purgeable() == []
    assert await filled.log(5) == []


async def test_every_act_is_in_the_log(filled: Archive) -> None:
    first = await remove(filled, "story", FERRY.id)
    await filled.undo(first, "Ola", NOW)
    second = await remove(filled, "story", FERRY.id)
    await filled.purge([second], "Ola", NOW)
    entries = await filled.log(10)
    assert [(entry.by, entry.action, entry.removal) for entry in entries] == [
        ("Ola", "purge", second),
        (BY, "remove", second),
        ("Ola", "undo", first),
        (BY, "remove", first),
    ]
    assert [entry.id for entry in await filled.log(2, before=entries[1].id)] == [entry.id for entry in entries[2:]]


async def test_purging_leaves_no_word_in_the_file(filled: Archive, tmp_path: Path) -> None:
    def held(words: str) -> bool:
        """Whether one of the archive's files has these words, in any case, whole or as a term of the index."""
        return any(words.encode() in path.read_bytes().lower() for path in tmp_path.glob("archive.db*"))

    await drop(filled, FERRY.url or "")
    copy = moved(FERRY, "https://elsewhere.example/ferries", title="Skippers Prevail Gloriously")
    async with filled.writing("1") as writer:
        await writer.put("folder", [Arrival("1", "1", story_rows(FERRY)), Arrival("2", "2", story_rows(copy))])
    assert held("steer straight after fourteen")
    assert held("quintero")
    removal = await remove(filled, "story", FERRY.id)
    assert [one.id for one in await filled.purgeable()] == [removal]
    await filled.purge([removal], BY, NOW)
    assert not await filled.purgeable()
    for words in ("steer", "nine days of strikes", "quintero", "prevail", "longer breaks", "speaks for crews"):
        assert not held(words), words
    assert held("clockwork")
    purged = await filled.removal(removal)
    assert purged
    assert (purged.purged_by, purged.titles) == (BY, ())
    with pytest.raises(ArchiveError, match=r"was purged: its text is gone, and what it removed stays out\.$"):
        await filled.undo(removal, BY, NOW)
    async with filled.writing("2") as writer:
        await writer.put("folder", [Arrival("1", "3", story_rows(FERRY)), Arrival("3", "3", story_rows(copy))])
    assert (await filled.counts()).stories == 1
    assert not held("nine days of strikes")


@pytest.mark.parametrize(("kind", "value"), [("source", "folder"), ("host", "ledger.example")])
async def test_purging_forgets_what_it_keeps_out_beside_another_removal(
    filled: Archive, tmp_path: Path, kind: str, value: str
) -> None:
    story = await remove(filled, "story", FERRY.id)
    await put(filled, moved(MUSEUM, "https://ledger.example/museum"))
    other = await remove(filled, kind, value)
    await filled.purge([other], BY, NOW)
    assert not any(b"nine days of strikes" in path.read_bytes().lower() for path in tmp_path.glob("archive.db*"))
    assert await filled.undo(story, BY, NOW) == Restored()
    assert await filled.story(FERRY.id) is None


async def test_undoing_brings_back_no_words_that_were_purged_elsewhere(filled: Archive, tmp_path: Path) -> None:
    async with filled.writing("1") as writer:
        await writer.put("feed", [Arrival("https://copies.example/ferry", "1", story_rows(FERRY))])
    host = await remove(filled, "host", "copies.example")
    story = await remove(filled, "story", FERRY.id)
    await filled.purge([story], BY, NOW)
    assert await filled.undo(host, BY, NOW) == Restored(out=1, purged=True)
    assert not any(b"nine days of strikes" in path.read_bytes().lower() for path in tmp_path.glob("archive.db*"))


async def test_an_old_id_finds_what_the_story_has_become(archive: Archive) -> None:
    copy = moved(FERRY, "https://elsewhere.example/ferries", publisher="Tidings")
    await put(archive, copy)
    await put(
        archive, FERRY.model_copy(update={"published": NOW}), FERRY.model_copy(update={"url": None, "id": "0" * 12})
    )
    [hit] = await archive.find_stories(copy.id)
    assert hit.id == (await archive.find_stories("0" * 12))[0].id
    await drop(archive, copy.url or "")
    assert (await archive.find_stories(copy.id))[0].id == FERRY.id
    await drop(archive, FERRY.url or "", FERRY.title)
    assert await archive.find_stories(copy.id) == []
