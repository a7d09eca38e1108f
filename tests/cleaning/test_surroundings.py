"""Furniture that is told by its neighbours, in each place and format; the story around it stays whole."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from cleaned import read, texts

from onrecord.cleaning import clean, panels
from onrecord.cleaning.lines import split_lines
from onrecord.cleaning.page import Page
from onrecord.stories import Document, Story

HEADLINE = "Harbor Votes for Night Buses"
PARAGRAPHS = [
    "The council of Harbor voted on Monday for buses that run through the night, as bakers had asked since the spring.",
    "“We waited long enough,” said Cy Moss, who owns a bakery near the old pier and opens it at four in the morning.",
    "The first line will run from the pier to the hospital, and fares will stay as they are for a year, she said.",
    "The mayor is to sign the plan on Friday.",
]
ANYWHERE = {
    "a menu": "News\nSport\nOpinion\nVideo",
    "a score": "FINAL\nHarbor 3\nKelp Bay 1",
    "a table of a league": "W L PCT\nHarbor 9 2 .818\nKelp Bay 7 4 .636",
    "a result": "Kelp Bay 2-1 Harbor (FT)",
    "the weather": "Kelp Bay\nMostly sunny\n17°C\nH: 20° L: 11°",
    "the weather in one line": "61°F Kelp Bay, ME",
    "prices with names": "Bitcoin\nBTC\n$88,123.45\n-0.45%\nEthereum\nETH\n$3,010.20\n+1.02%",
    "a price with a name": "Kelp Index 500 6,771.55 -1.17%",
    "volumes": "Market Cap\n$3.41T\n24h Vol\n$198.2B",
    "a ranked list": "Most Read\n1\nPier Closed After the Storm\n2\nMayor's Dog Found Safe",
    "a list with times": "Latest News\n10:42 AM\nPier Closed After the Storm\n9:15 AM\nMayor's Dog Found Safe",
    "bought links": "Sponsored Links by Taboola\nSkippers Stunned by This Simple Trick\nKelp Weekly\nLearn More",
    "a newsletter box": "NEWSLETTER\nThe Kelp Letter\nYour email\nSubscribe",
    "a poll with its button": "Today's question\nDo you take the bus?\nEvery day\nNever\nSubmit vote",
    "a fixture": "Next match\nHarbor vs Kelp Bay\nSat 8 Nov, 15:00",
    "a final score": "Full-time: Harbor 2, Kelp Bay 2",
    "changes in brackets": "DOW\n47,085.24\n▼ 251.44 (0.53%)\nNASDAQ\n23,348.64\n▼ 486.09 (2.04%)",
    "numbered titles": "The Latest\n1. Mayor's Dog Found Safe\n2. Pier Closed After the Storm\nNov 3, 2025",
    "an offer": "Unlock this article\n$1 for 6 months\nThen $12 a month\nCancel anytime",
}
BELOW = {
    "a poll": "POLL\nShould the pier stay open all night?\nYes\nNo\nNot sure\nVote",
    "comments": "2 Comments\nsalty_42\n3 hours ago\nAbout time. Nobody takes them anyway!!\nReply",
    "a pitch": "NEWSLETTER\nThe Kelp Letter\nPlain talk about your boat, on Tuesdays.\nYour email\nSubscribe",
    "a biography": "ABOUT THE AUTHOR\nBo Lim\nBo Lim is a reporter who follows the ferries. He lives in Kelp Bay.",
    "names among buttons": "Share\nPier, Nurses and Bread\nSubscribe",
}


def as_lines(parts: list[str]) -> Story:
    return read("\n".join([HEADLINE, *parts]))


def as_paragraphs(parts: list[str]) -> Story:
    return read("\n\n".join([HEADLINE, *(line for part in parts for line in part.split("\n"))]))


def as_page(parts: list[str]) -> Story:
    lines = [
        f"<p>{line}</p>" if part in PARAGRAPHS else f"<div>{html.escape(line)}</div>"
        for part in parts
        for line in part.split("\n")
    ]
    text = f"<html><body><article><h1>{HEADLINE}</h1>{''.join(lines)}</article></body></html>"
    return clean(Document(location="page.html", format="html", text=text))


SHAPES = (as_lines, as_paragraphs, as_page)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("lines", "places"),
    [*((lines, (0, 2, 4)) for lines in ANYWHERE.values()), *((lines, (4,)) for lines in BELOW.values())],
    ids=[*ANYWHERE, *BELOW],
)
def test_a_block_of_furniture_leaves_the_story_whole(
    shape: Callable[[list[str]], Story], lines: str, places: tuple[int, ...]
) -> None:
    for place in places:
        story = shape([*PARAGRAPHS[:place], lines, *PARAGRAPHS[place:]])
        assert texts(story) == PARAGRAPHS
        assert story.title == HEADLINE
        assert not any(passage.section for passage in story.passages)


@pytest.mark.parametrize(
    "lines",
    [
        "Advertisement\nWhat comes next",
        "Photo: Ada Penn/The Harbor Post\nA long road",
        "Share\nNobody was hurt.",
        "Harbor 3\nThe rest was silence.",
        "Sport\nIt was their only game.",
    ],
)
def test_what_stands_beside_furniture_may_be_the_story(lines: str) -> None:
    own = lines.split("\n")[1]
    story = as_paragraphs([*PARAGRAPHS[:2], *lines.split("\n"), *PARAGRAPHS[2:]])
    assert own in [*texts(story), *(passage.section for passage in story.passages)]


def test_the_story_goes_on_below_a_list_of_others_and_ends_in_short_paragraphs() -> None:
    listed = "You may also like\nPier Closed After the Storm\nNov 3, 2025\nMayor's Dog Found Safe"
    story = as_paragraphs([PARAGRAPHS[0], listed, *PARAGRAPHS[1:], "Share\nNov 4, 2025"])
    assert texts(story) == PARAGRAPHS


def test_a_weather_box_has_one_place() -> None:
    page = Page("night-buses.txt", split_lines("Kelp Fair\nKelp Bay\nMostly sunny\n17°C\nH: 20° L: 11°\n12°C"))
    panels.drop_panels(page)
    assert [line.text for line in page.lines] == ["Kelp Fair"]


@pytest.mark.parametrize(("pattern", "line"), [("_SCORE_HEAD", "By Cy Moss"), ("_ANSWER", "Vote now")])
def test_a_run_of_like_lines_is_not_looked_through_from_each_of_them(
    pattern: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    shape = getattr(panels, pattern)

    class Counting:
        def fullmatch(self, text: str) -> object:
            nonlocal looked
            looked += 1
            return shape.fullmatch(text)

    monkeypatch.setattr(panels, pattern, Counting())
    panels.drop_panels(Page("night-buses.txt", split_lines(f"{line}\n" * 300)))
    assert 0 < looked <= 15 * 300
