"""The sample coverage: what a stranger sees first, read and answered by the real thing."""

import re
from pathlib import Path

import pytest

from onrecord.answers import COMMANDS, answer
from onrecord.archive import Archive
from onrecord.cleaning import clean
from onrecord.reading import read
from onrecord.settings import sample_coverage
from onrecord.sources.folder import read_folder
from onrecord.stories import Answer, Document, Story

FURNITURE = re.compile(
    r"QUAY|Coinbarn does not|You May Also Like|appeared on|Newsletter|Advertisement|min read|cookies|Most read|"
    r"Keep reading|Share this|#Pellworth|Photo credit|undefined|null/news|All rights|Buy us a coffee"
)


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    documents = list(read_folder(sample_coverage()))
    assert [document for document in documents if not isinstance(document, Document)] == []
    return [read(clean(document)) for document in documents if isinstance(document, Document)]


async def ask(path: Path, command: str, **options: str) -> Answer:
    async with await Archive.open(path) as archive:
        return await answer(archive, command, options)


def told_by(stories: list[Story], name: str) -> Story:
    return next(story for story in stories if Path(story.document).name == name)


def test_no_page_furniture_is_left(stories: list[Story]) -> None:
    left = {
        (story.document, found.group())
        for story in stories
        for p in story.passages
        if (found := FURNITURE.search(p.text))
    }
    assert left == set()


def test_each_story_has_a_title_text_and_key_points(stories: list[Story]) -> None:
    assert len(stories) == 14
    for story in stories:
        assert len(story.title) > 20, story.document
        assert len(story.passages) >= 4, story.document
        assert story.key_points, story.document


ORIGINS = {  # publisher, link, published, reposted by, the page says that a machine wrote it
    "coalition-launch-repost.txt": (
        "Lantern Ledger",
        "https://lanternledger.example/2025/12/16/film-tv-workers-coalition-ai-ground-rules",
        None,
        ("BlockQuay", "Coinbarn"),
        False,
    ),
    "pellworth-voices-trimmed.txt": (
        "Lantern Ledger",
        "https://lanternledger.example/2025/12/11/pellworth-voice-actors-cloned-lines",
        None,
        ("Saltmarsh Daily",),
        False,
    ),
    "owlmoor-premiere.txt": ("Kettle & Quill", None, "2026-01-15", (), False),
    "coalition-digest.txt": (None, None, None, (), True),
    "quillon-digest.txt": (None, None, None, (), True),
    "coalition-founders.html": (
        "The Gaslight Review",
        "https://gaslightreview.example/film/who-is-behind-the-creators-coalition",
        "2025-12-17",
        (),
        False,
    ),
    "coalition-explained.md": (
        "Kettle & Quill",
        "https://kettlequill.example/explainers/creators-coalition-five-questions",
        "2025-12-18",
        (),
        False,
    ),
    "tallow-creek-library.txt": (
        "Plainsong Wire",
        "https://plainsongwire.example/2025/12/05/tallow-creek-library-scanning-offer",
        "2025-12-05",
        (),
        False,
    ),
}


def test_headlines_are_the_page_s_own(stories: list[Story]) -> None:
    assert (
        told_by(stories, "owlmoor-premiere.txt").title == "Last Owlmoor film gets a date, and its first human narrator"
    )
    assert told_by(stories, "coalition-founders.html").title == "Who is behind the Creators Coalition on AI?"
    assert [Path(story.document).name for story in stories if story.title_derived] == [
        "coalition-digest.txt",
        "quillon-digest.txt",
    ]


@pytest.mark.parametrize("name", ORIGINS)
def test_where_a_story_came_from(stories: list[Story], name: str) -> None:
    story = told_by(stories, name)
    published = story.published and story.published.isoformat()[:10]
    assert (story.publisher, story.url, published, story.reposted_by, story.ai_generated) == ORIGINS[name]


WHO_SAID_WHAT = [
    ("pellworth-voices-repost.txt", "Nobody in that room", "Ines Okafor-Lindqvist"),
    ("pellworth-voices-repost.txt", "It will cost us money", "Bram Castellane"),
    ("pellworth-voices-repost.txt", "It was perfect", "Bram Castellane"),
    ("pellworth-voices-repost.txt", "Any studio can copy", "Guild of Spoken Arts"),
    ("pellworth-voices-repost.txt", "a polite way of saying", "Tomasz Belgrave"),
    ("pellworth-settlement-report.html", "We got home", "Ines Okafor-Lindqvist"),
    ("pellworth-settlement-report.html", "They had been arguing", "Honor Achterberg"),
    ("pellworth-settlement-report.html", "Thirty-eight dollars", "Leopold Anand"),
    ("tallow-creek-library.txt", "never scans what", "Annika Duarte"),
    ("tallow-creek-library.txt", "I love my sister", "Percy Whitlock"),
    ("tallow-creek-library.txt", "We have eleven hundred", "Dana Whitlock"),
    ("owlmoor-premiere.txt", "I auditioned against", "Wilhelmina Strand"),
    ("owlmoor-premiere.txt", "She breathes", "Kofi Lindgren"),
    ("owlmoor-premiere.txt", "Owls don’t explain", "Aurelie Banks"),
    ("ember-archive-interview.md", "With a flood", "Zofia Hallward"),
    ("ember-archive-interview.md", "There is a signature", "Zofia Hallward"),
    ("quillon-digest.txt", "an invitation to read", "Corwin Abara"),
    ("coalition-launch-repost.txt", "unethical business practices", "Joseph Gordon-Levitt"),
    ("coalition-digest.txt", "the path of least resistance", "Joseph Gordon-Levitt"),
]


@pytest.mark.parametrize(("name", "words", "speaker"), WHO_SAID_WHAT)
def test_who_said_what(stories: list[Story], name: str, words: str, speaker: str) -> None:
    said = [quote for quote in told_by(stories, name).quotes if words in quote.text and quote.kind != "indirect"]
    assert [(quote.speaker or "").removeprefix("The ") for quote in said] == [speaker]


def test_people_who_exist_are_quoted_in_fragments_only(stories: list[Story]) -> None:
    about = [story for story in stories if "coalition-" in story.document]
    assert len(about) == 4
    quoted = [quote for story in about for quote in story.quotes if quote.kind != "indirect"]
    assert quoted
    assert all(len(quote.text.split()) <= 6 for quote in quoted)


@pytest.mark.parametrize(
    ("command", "options", "says"),
    [
        ("summary", {"story": "colition ground rules"}, "with a letter that more than 500 people have signed"),
        ("summary", {"story": "alliance hollywood talent"}, "AI-generated"),
        ("quotes", {"speaker": "ines okafor"}, "Nobody in that room wanted"),
        ("quotes", {"about": "money"}, "Bram Castellane"),
        ("quotes", {"about": "midwife"}, "Zofia Hallward"),
        ("check", {"quote": "It will cost us money"}, "Bram Castellane"),
        ("check", {"quote": "It will cost us plenty of money"}, "Bram Castellane"),
        ("who", {"name": "nakagawa"}, "Berggruen Institute"),
        ("related", {"story": "Pellworth agrees to pay"}, "Amsel Courier"),
        ("stories", {}, "Owlmoor"),
        ("stories", {"search": "ferry"}, "Port Amsel ferry to run all night"),
        ("ask", {"question": "How did the library board vote?"}, "6-1"),
        ("ask", {"question": "Who brokered the Pellworth deal?"}, "Honor Achterberg"),
    ],
)
async def test_every_command_has_something_to_show(
    sample_archive: Path, command: str, options: dict[str, str], says: str
) -> None:
    reply = await ask(sample_archive, command, **options)
    assert reply.found, reply.text
    assert says in reply.text
    assert reply.citations
    assert not FURNITURE.search(reply.text)


def test_each_command_is_tried_above() -> None:
    marks = test_every_command_has_something_to_show.pytestmark  # pyright: ignore[reportFunctionMemberAccess]
    assert {case[0] for case in marks[0].args[1]} == set(COMMANDS)


async def test_two_reposts_of_one_original_are_one_story(sample_archive: Path) -> None:
    async with await Archive.open(sample_archive) as archive:
        hits = await archive.find_stories(
            "https://lanternledger.example/2025/12/11/pellworth-voice-actors-cloned-lines"
        )
        story = await archive.story(hits[0].id)
    assert story is not None
    assert story.publisher == "Lantern Ledger"
    assert set(story.reposted_by) == {"BlockQuay", "Coinbarn", "Saltmarsh Daily"}


@pytest.mark.parametrize(
    ("search", "outlets"),
    [
        ("coalition ground rules", {"Lantern Ledger", "Kettle & Quill", "The Gaslight Review"}),
        ("voice guild reach deal", {"Lantern Ledger", "Amsel Courier"}),  # one of them undated
    ],
)
async def test_one_event_is_told_by_several_outlets(sample_archive: Path, search: str, outlets: set[str]) -> None:
    async with await Archive.open(sample_archive) as archive:
        hits = await archive.find_stories(search)
        event = await archive.event(hits[0].id)
    assert {story.publisher for story in event.stories} == outlets


async def test_two_people_of_one_surname_are_kept_apart(sample_archive: Path) -> None:
    reply = await ask(sample_archive, "who", name="Whitlock")
    assert "Dana Whitlock" in reply.text
    assert "Percy Whitlock" in reply.text
    assert "head librarian" not in (await ask(sample_archive, "who", name="Percy Whitlock")).text


async def test_what_is_not_in_the_coverage_is_not_answered(sample_archive: Path) -> None:
    for command, options in [
        ("ask", {"question": "Who won the world cup?"}),
        ("quotes", {"speaker": "Natalie Portman"}),
        ("check", {"quote": "Owls are the new parrots, and parrots know it"}),
        ("who", {"name": "Barnaby Stonefield"}),
    ]:
        assert not (await ask(sample_archive, command, **options)).found
