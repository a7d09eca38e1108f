"""What is one story and what one event, on labelled families of our own prose, by the whole way into the archive."""

import asyncio
import re
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from families import Labelled, families, write
from onrecord.answers import answer
from onrecord.archive import Archive, loading
from onrecord.refresh import refresh, source_loader, worker_pool
from onrecord.settings import FolderSource
from onrecord.stories import Story


class Told(NamedTuple):
    labelled: Labelled
    story: str
    event: int


class Found(NamedTuple):
    pairs: int
    precision: float
    recall: float
    mistakes: list[str]


@pytest.fixture(scope="module", params=["tuned", "held"])
def half(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def told(half: str, tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """The documents of half of the families, and what the archive made of them."""
    root = tmp_path_factory.mktemp(half)
    documents = families(half)

    async def fill() -> None:
        async with await Archive.open(root / "archive.db") as archive:
            for later in (False, True):
                write(documents, root / "news", later=later)
                report = await refresh(archive, [FolderSource(path=root / "news")])
                assert not report.skipped

    with pytest.MonkeyPatch.context() as here:  # no process is started: that takes longer than all the reading
        here.setattr(worker_pool, "FEW_BATCHES", 1000)
        here.setattr(source_loader, "FEW_DOCUMENTS", 1000)
        here.setattr(loading, "FEW_DOCUMENTS", 1000)
        asyncio.run(fill())
    db = sqlite3.connect(root / "archive.db")
    rows = db.execute(
        "SELECT d.location, d.story, s.event FROM documents d JOIN stories s ON s.id = d.story"
    ).fetchall()
    db.close()
    stored = {
        Path(re.sub(r":\d+$", "", location)).relative_to(root / "news").as_posix(): (story, event)
        for location, story, event in rows
    }
    return [Told(labelled, *stored[path]) for path, labelled in {each.path: each for each in documents}.items()]


def judge(
    pairs: Iterable[tuple[Told, Told]], are: Callable[[Told, Told], bool], found: Callable[[Told, Told], bool]
) -> Found:
    count = right = 0
    mistakes: list[str] = []
    for one, other in pairs:
        expected, got = are(one, other), found(one, other)
        count += expected
        right += expected and got
        if expected != got:
            mistakes.append(f"{'missed' if expected else 'wrong'}: {one.labelled.path} and {other.labelled.path}")
    wrong = sum(mistake.startswith("wrong") for mistake in mistakes)
    return Found(count, right / max(1, right + wrong), right / count, mistakes)


def test_one_story_is_one_story(half: str, told: list[Told]) -> None:
    found = judge(
        combinations(told, 2),
        lambda one, other: one.labelled.story == other.labelled.story,
        lambda one, other: one.story == other.story,
    )
    print(f"{half}, same story: {found}")
    assert found.precision >= 0.99, found
    assert found.recall >= 0.97, found


def test_one_event_is_one_event(half: str, told: list[Told]) -> None:
    """Between different stories."""
    found = judge(
        (
            (one, other)
            for one, other in combinations(told, 2)
            if one.labelled.story != other.labelled.story and "?" not in (one.labelled.event, other.labelled.event)
        ),
        lambda one, other: one.labelled.event == other.labelled.event,
        lambda one, other: one.event == other.event,
    )
    print(f"{half}, same event: {found}")
    assert found.precision >= 0.95, found
    assert found.recall >= 0.9, found


def family(name: str) -> dict[str, Labelled]:
    """By file name, the revision for the file that has one."""
    return {each.name: each for half in ("tuned", "held") for each in families(half) if each.family == name}


async def load(archive: Archive, folder: Path, *documents: Labelled) -> None:
    """Of the family exactly these."""
    for path in folder.glob("*/*"):
        path.unlink()
    write(documents, folder)
    await refresh(archive, [FolderSource(path=folder)])


async def stories(archive: Archive) -> list[Story]:
    heads = [head for event in await archive.stories(50) for head in event.stories]
    return [story for head in heads if (story := await archive.story(head.id))]


async def test_the_fullest_text_is_shown_and_all_who_reposted_it_are_named(archive: Archive, tmp_path: Path) -> None:
    files = family("kiln-fire")
    await load(archive, tmp_path / "news", files["short.txt"])
    [short] = await stories(archive)
    await load(archive, tmp_path / "news", files["short.txt"], files["barn.txt"], files["argus.txt"])
    [story] = await stories(archive)
    assert len(story.passages) == 5
    assert len(story.passages) > len(short.passages)
    assert story.url == "https://osterleyargus.example/news/brick-kiln-fire"
    assert set(story.reposted_by) == {"ValeWire", "Barnstack"}
    assert (await archive.counts()).stories == 1


async def test_what_was_said_is_shown_in_the_words_of_the_original_and_not_of_who_reposts_it(
    archive: Archive, tmp_path: Path
) -> None:
    """Though the repost is a little longer."""
    files = family("kiln-fire")
    original, repost = files["argus.txt"], files["barn.txt"]
    said = "“The kiln was all we had,” said Odile Marrow, who fired it."
    retouched = "“Well, the kiln was really all that we had,” said Odile Marrow, who fired it."
    await load(
        archive,
        tmp_path / "news",
        replace(original, paragraphs=(*original.paragraphs, said)),
        replace(repost, paragraphs=(*repost.paragraphs, retouched)),
    )
    [story] = await stories(archive)
    assert story.passages[-1].text == said
    assert set(story.reposted_by) == {"ValeWire", "Barnstack"}


async def test_when_the_fullest_goes_the_next_takes_over(archive: Archive, tmp_path: Path) -> None:
    files = family("kiln-fire")
    await load(archive, tmp_path / "news", files["short.txt"], files["argus.txt"])
    assert [len(story.passages) for story in await stories(archive)] == [5]
    await load(archive, tmp_path / "news", files["short.txt"])
    [story] = await stories(archive)
    assert (story.title, len(story.passages)) == ("Osterley Vale's only kiln burns down", 3)
    assert (await archive.counts()).quotes == len(story.quotes)
    await load(archive, tmp_path / "news")
    assert await stories(archive) == []


async def test_stories_part_again_when_what_linked_them_goes(archive: Archive, tmp_path: Path) -> None:
    strike, volcano = family("bus-strike")["begins.txt"], family("volcano")["raised.txt"]
    source = (("after", "Source: https://haskmail.example/buses-stop"),)
    linked = replace(volcano, edits=source)
    both = replace(strike, name="both.txt", edits=source)
    await load(archive, tmp_path / "news", strike, linked)
    assert len(await stories(archive)) == 2
    await load(archive, tmp_path / "news", strike, linked, both)
    assert len(await stories(archive)) == 1
    await load(archive, tmp_path / "news", strike, linked)
    assert len(await stories(archive)) == 2


@pytest.mark.parametrize("names", [("eel-river", "morning.txt"), ("footbridge", "bridge.txt")])
async def test_a_changed_article_is_a_new_version_of_its_story(
    archive: Archive, tmp_path: Path, names: tuple[str, str]
) -> None:
    name, file = names
    first, later = (each for half in ("tuned", "held") for each in families(half) if each.path == f"{name}/{file}")
    await load(archive, tmp_path / "news", first)
    [before] = await stories(archive)
    assert "has changed" not in (await answer(archive, "summary", {"story": before.id})).text
    write([later], tmp_path / "news", later=True)
    await refresh(archive, [FolderSource(path=tmp_path / "news")])
    [after] = await stories(archive)
    assert (before.version, after.version) == (1, 2)
    assert after.id == before.id
    assert after.passages != before.passages
    said = await answer(archive, "summary", {"story": after.id})
    assert "has changed since it was first read" in said.text


async def test_another_article_in_the_same_file_is_another_story(archive: Archive, tmp_path: Path) -> None:
    files = family("bus-strike")
    await load(archive, tmp_path / "news", files["begins.txt"])
    [before] = await stories(archive)
    other = family("volcano")["raised.txt"]
    await load(archive, tmp_path / "news", replace(other, family="bus-strike", name="begins.txt"))
    [after] = await stories(archive)
    assert after.id != before.id
    assert after.version == 1


async def test_new_furniture_is_no_new_version(archive: Archive, tmp_path: Path) -> None:
    document = family("kiln-fire")["argus.txt"]
    await load(archive, tmp_path / "news", document)
    edits = (("after", "Share this article: Facebook | X | LinkedIn"),)
    await load(archive, tmp_path / "news", replace(document, edits=edits))
    assert [story.version for story in await stories(archive)] == [1]


@pytest.mark.parametrize(
    "order", [("original.txt", "espanol.txt", "digest.txt"), ("digest.txt", "espanol.txt", "original.txt")]
)
async def test_what_a_machine_made_of_it_is_a_story_of_its_own_whatever_came_first(
    archive: Archive, tmp_path: Path, order: tuple[str, ...]
) -> None:
    """All three name the original's link."""
    files = family("dam-linked-translation")
    for n in range(1, 4):
        await load(archive, tmp_path / "news", *(files[name] for name in order[:n]))
    found = {Path(story.document).name: story for story in await stories(archive)}
    assert {name: story.ai_generated for name, story in found.items()} == {
        "original.txt": False,
        "espanol.txt": True,
        "digest.txt": True,
    }
    assert len({story.id for story in found.values()}) == 3
    assert [len(event.stories) for event in await archive.stories(5)] == [3]
    hits = await archive.find_stories("https://vardachronicle.example/dam-crack-older-than-dam")
    assert [hit.id for hit in hits] == [found["original.txt"].id]
    assert not [p for story in found.values() for p in story.passages if "Traducción automática" in p.text]


async def test_a_translation_that_is_not_marked_keeps_apart_whatever_goes(archive: Archive, tmp_path: Path) -> None:
    files = family("dam-linked-translation")
    source = (("after", "Source: https://vardachronicle.example/dam-crack-older-than-dam"),)
    spanish = replace(files["espanol.txt"], paragraphs=files["espanol.txt"].paragraphs[1:], edits=source)
    await load(archive, tmp_path / "news", files["original.txt"], files["tracked.txt"], spanish)
    ids = {story.title: story.id for story in await stories(archive)}
    assert len(set(ids.values())) == 2
    await load(archive, tmp_path / "news", files["original.txt"], spanish)
    assert {story.title: story.id for story in await stories(archive)} == ids
    await load(archive, tmp_path / "news", spanish)
    assert [story.title for story in await stories(archive)] == [spanish.title]
