from __future__ import annotations

import pytest
from cleaned import read, texts
from furniture_kinds import FURNITURE, STORY

HEADLINE = "Harbor Votes for Night Buses"
PARAGRAPHS = [
    "The council of Harbor voted on Monday for buses that run through the night, as bakers had asked since the spring.",
    "“We waited long enough,” said Cy Moss, who owns a bakery near the old pier and opens it at four in the morning.",
    "The first line will run from the pier to the hospital, and fares will stay as they are for a year, she said.",
]
CASES = [(reason, line) for reason, lines in FURNITURE.items() for line in lines.splitlines()]
PLACES = (1, 2, 4)  # above, among and below the paragraphs


def with_line(line: str, place: int) -> str:
    lines = [HEADLINE, *PARAGRAPHS]
    lines.insert(place, line)
    return "\n\n".join(lines)


@pytest.mark.parametrize(("reason", "line"), CASES, ids=[line for _, line in CASES])
def test_furniture_is_dropped_wherever_it_stands(reason: str, line: str) -> None:
    for place in PLACES:
        story = read(with_line(line, place))
        assert texts(story) == PARAGRAPHS
        assert story.title == HEADLINE
        assert [dropped.text in line for dropped in story.dropped] == [True]
        if place == 2:
            assert story.dropped[0].reason == reason


def test_many_kinds_are_known_and_each_says_why() -> None:
    assert len(FURNITURE) >= 45


@pytest.mark.parametrize("line", STORY.splitlines())
def test_a_sentence_of_the_story_is_kept_wherever_it_stands(line: str) -> None:
    for place in PLACES:
        story = read(with_line(line, place))
        assert line in texts(story)
        assert not story.dropped
        assert (story.url, story.publisher, story.published, story.related) == (None, None, None, ())
        assert not story.ai_generated


def test_furniture_of_all_kinds_at_once_leaves_the_story() -> None:
    lines = [lines.splitlines()[0] for lines in FURNITURE.values()]
    text = "\n\n".join([HEADLINE, *PARAGRAPHS[:2], *lines[:20], PARAGRAPHS[2], *lines[20:]])
    kept = texts(read(text))
    assert kept == PARAGRAPHS


def test_a_chronicle_keeps_its_dates() -> None:
    entries = ["May 4, 2025", PARAGRAPHS[0], "June 9, 2025", PARAGRAPHS[1]]
    story = read("\n\n".join([HEADLINE, PARAGRAPHS[2], *entries]))
    assert story.published is None
    assert "June 9, 2025" in texts(story)


def test_notices_glued_to_a_paragraph_are_cut_off() -> None:
    tail = "Featured image from Shutterstock. #Harbor #NightBuses"
    story = read("\n\n".join([HEADLINE, PARAGRAPHS[0], f"{PARAGRAPHS[1]} {tail}", PARAGRAPHS[2]]))
    assert texts(story) == PARAGRAPHS
    assert {dropped.text for dropped in story.dropped} == {"Featured image from Shutterstock.", "#Harbor #NightBuses"}


def test_a_biography_below_the_story_is_furniture_and_one_within_it_is_not() -> None:
    line = "Ada Penn is a staff writer at The Harbor Post covering transport."
    below = read("\n\n".join([HEADLINE, *PARAGRAPHS, line]))
    assert [dropped.reason for dropped in below.dropped] == ["about the author"]
    within = read("\n\n".join([HEADLINE, PARAGRAPHS[0], line, *PARAGRAPHS[1:]]))
    assert line in texts(within)


def test_those_in_the_byline_are_the_authors() -> None:
    story = read(
        "\n\n".join([HEADLINE, "By Ada Penn and BO LIM-OKORO | The Harbor Post | Dec 17, 2025 2:30 pm", *PARAGRAPHS])
    )
    assert story.authors == ("Ada Penn", "Bo Lim-Okoro")
    assert str(story.published) == "2025-12-17 14:30:00"


def test_names_and_a_date_with_its_weekday_are_a_byline_alone_and_glued_to_the_story() -> None:
    byline = "Ada Penn and Bo Lim Wed, 17 Dec 2025"
    for story in (
        read("\n\n".join([HEADLINE, byline, *PARAGRAPHS])),
        read("\n\n".join([HEADLINE, f"{byline} {PARAGRAPHS[0]}", *PARAGRAPHS[1:]])),
    ):
        assert texts(story) == PARAGRAPHS
        assert (story.authors, str(story.published)) == (("Ada Penn", "Bo Lim"), "2025-12-17")
        assert [dropped.text for dropped in story.dropped] == [byline]


@pytest.mark.parametrize(
    "tagline",
    [
        "Five stories about work and ships, in your inbox before breakfast.",
        "Tides, trams and town halls. In your inbox on Fridays.",
        "The harbor at a glance, straight to your inbox",
    ],
)
def test_what_a_newsletter_brings_is_dropped_below_its_name(tagline: str) -> None:
    story = read("\n\n".join([HEADLINE, *PARAGRAPHS, "Harbor Lamp Newsletter", tagline]))
    assert texts(story) == PARAGRAPHS
    assert [dropped.reason for dropped in story.dropped] == ["newsletter pitch"] * 2


def test_a_sentence_on_an_inbox_is_kept_even_below_a_newsletters_name() -> None:
    line = "Forged letters were in your inbox before the bank noticed them."
    assert line in texts(read("\n\n".join([HEADLINE, *PARAGRAPHS, "Harbor Lamp Newsletter", line])))


def test_an_address_that_the_story_announces_stays_in_it() -> None:
    announced = "The drivers’ union has opened a mailbox for everybody who wants to tell what the nights are like:"
    address = "nights@drivers.example"
    assert texts(read("\n\n".join([HEADLINE, PARAGRAPHS[0], announced, address, PARAGRAPHS[1]])))[1:3] == [
        announced,
        address,
    ]
    alone = read("\n\n".join([HEADLINE, PARAGRAPHS[0], address, PARAGRAPHS[1]]))
    assert address not in texts(alone)
