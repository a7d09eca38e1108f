"""Web pages, Markdown and story JSON."""

from __future__ import annotations

import json

import pytest
from cleaned import read, texts

from onrecord.cleaning import clean
from onrecord.errors import SourceError
from onrecord.stories import Document

PAGE = """<!doctype html><html><head>
<title>Harbor votes for night buses | The Harbor Post</title>
<meta property="og:site_name" content="The Harbor Post"><meta name="author" content="The Harbor Post">
<link rel="canonical" href="{canonical}">{extra}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Harbor votes for night buses</h1>
<p>The council of <b>Harbor</b> voted on Monday for night buses, which shops had asked for since the spring.</p>
<h2>What changes</h2><ul><li>Buses run until two in the morning on all days of the week.</li>
<li>Fares stay as <a href="/fares">they</a> are until the end of the year.</li></ul>
<p>“We waited long enough,” said Cy Moss, who owns a bakery near the old pier and opens it at four.</p>
<p>Related: <a href="https://tram.example/late">Tram line delayed again</a></p></article>
<footer>© 2025 The Harbor Post</footer></body></html>"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
"headline": "Night buses for Harbor",
"datePublished": "2025-12-17T14:30:00+01:00", "author": [{"@type": "Person", "name": "Ada Penn"}],
"publisher": {"@type": "Organization", "name": "The Harbor Post"}}]}</script>"""
OWN = "https://harborpost.example/night-buses"


def page(canonical: str = OWN, extra: str = LINKED) -> str:
    return PAGE.replace("{canonical}", canonical).replace("{extra}", extra)


def test_a_web_page_tells_where_it_came_from() -> None:
    story = read(page(OWN + "?utm_source=x"), "page.html")
    assert (story.title, story.url, story.publisher) == ("Harbor votes for night buses", OWN, "The Harbor Post")
    assert story.authors == ("Ada Penn",)
    assert str(story.published) == "2025-12-17 14:30:00+01:00"
    assert story.reposted_by == ()


def test_a_web_pages_text_keeps_its_sections_and_loses_its_furniture() -> None:
    story = read(page(), "page.html")
    assert [(passage.section, passage.text[:12]) for passage in story.passages] == [
        (None, "The council "),
        ("What changes", "Buses run un"),
        ("What changes", "Fares stay a"),
        (None, "“We waited l"),
    ]
    assert [(link.title, link.url) for link in story.related] == [
        ("Tram line delayed again", "https://tram.example/late")
    ]
    outside = [dropped.text for dropped in story.dropped if dropped.reason == "outside the article"]
    assert "© 2025 The Harbor Post" in outside[0]


def test_a_page_that_points_at_another_site_is_a_repost() -> None:
    extra = '<meta property="og:url" content="https://harborpost.example/copy">'
    story = read(page("https://inkandpen.example/night-buses", extra), "page.html")
    assert story.url == "https://inkandpen.example/night-buses"
    assert story.publisher == "Inkandpen"
    assert story.reposted_by == ("The Harbor Post",)


def test_no_date_and_no_author_is_taken_from_elsewhere_on_the_page() -> None:
    story = read(page(extra=""), "page.html")
    assert story.title == "Harbor votes for night buses"
    assert story.published is None
    assert story.authors == ()


@pytest.mark.parametrize("html", ["<html></html>", "<p>", "<html><body><script>x()</script></body></html>", "<!-- -->"])
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(SourceError, match=r"main text|not HTML"):
        read(html, "page.html")


MARKDOWN = """\
---
author: Ada Penn
date: 2025-12-17
---
# Night buses for Harbor

The council of *Harbor* voted for [night buses](https://bus.example) on Monday, a line
that **shops** had asked for since the spring.

## What changes

- Buses run until two.
- Fares stay.

Source: [The Harbor Post](https://harborpost.example/a/b)
"""


def test_markdown_is_read_without_its_marks() -> None:
    story = read(MARKDOWN, "night-buses.md")
    assert story.title == "Night buses for Harbor"
    assert texts(story) == [
        "The council of Harbor voted for night buses on Monday, a line that shops had asked for since the spring.",
        "Buses run until two.",
        "Fares stay.",
    ]
    assert [passage.section for passage in story.passages] == [None, "What changes", "What changes"]
    assert (story.url, story.publisher) == ("https://harborpost.example/a/b", "The Harbor Post")
    assert (story.authors, str(story.published)) == (("Ada Penn",), "2025-12-17")


def given(**fields: object) -> str:
    return json.dumps({"title": "Night buses", "passages": ["The council voted."], **fields})


@pytest.mark.parametrize("location", ["buses.md", "buses.txt"])
def test_a_name_below_a_quotation_is_no_item_of_a_list(location: str) -> None:
    story = read("Night buses\n\nThe council met on Monday.\n\n“We waited.”\n\n— Cy Moss, baker\n", location)
    assert texts(story)[-2:] == ["“We waited.”", "— Cy Moss, baker"]


def test_a_given_story_keeps_what_it_gives_and_leaves_the_rest_unset() -> None:
    story = read(given(publisher="The Harbor Post", published="2025-12-17", url=None), "story.json")
    assert (story.title, story.publisher, str(story.published)) == ("Night buses", "The Harbor Post", "2025-12-17")
    assert texts(story) == ["The council voted."]
    assert {"quotes", "people", "key_points", "url"}.isdisjoint(story.model_fields_set)


def test_a_story_that_was_cleaned_once_is_the_same_when_it_is_read_again() -> None:
    story = read("Night buses come\n\nThe council voted on Monday.\n\nSource: https://harborpost.example/a", "a.txt")
    again = read(story.model_dump_json(exclude_unset=True), "b.json")
    assert again == story.model_copy(update={"document": "b.json"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[]", "not a JSON object"),
        ("{", "not JSON"),
        (json.dumps({"passages": ["x"]}), "title"),
        (json.dumps({"title": "x"}), "passages"),
        (json.dumps({"title": "x", "passages": []}), "passages"),
        (json.dumps({"title": "x", "passages": [3]}), "passages: item 0"),
        (json.dumps({"title": "x", "passages": ["  "]}), "blank"),
        (given(url="javascript:alert(1)"), "url"),
        (given(published="soon"), "published"),
        (given(colour="red"), "colour"),
        (given(key_points=["Nobody said this."]), "key point"),
        (given(quotes=[{"text": "x", "kind": "direct", "spans": [{"passage": 9, "start": 0, "end": 1}]}]), "quote"),
    ],
)
def test_a_wrong_story_is_refused_with_the_field_named(text: str, sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        read(text, "story.json")


def test_what_no_text_should_hold_is_removed_from_a_given_story() -> None:
    story = read(
        '{"title": "Night\\u0000 buses \\ud800", "passages": ["The\\u00a0co\\u00adun\\u200bcil voted."]}', "story.json"
    )
    assert texts(story) == ["The council voted."]
    story.model_dump_json().encode("utf-8")


def test_a_saved_page_that_states_its_site_alone_has_it_for_a_publisher() -> None:
    story = read(page(extra="").replace(f'<link rel="canonical" href="{OWN}">', ""), "page.html")
    assert (story.publisher, story.url, story.reposted_by) == ("The Harbor Post", None, ())


def test_a_page_from_an_address_that_is_open_keeps_its_link() -> None:
    unlinked = page(extra="").replace(f'<link rel="canonical" href="{OWN}">', "")
    story = clean(Document(location="http://127.0.0.1:8941/a", format="html", text=unlinked))
    assert (story.url, story.publisher) == ("http://127.0.0.1:8941/a", "The Harbor Post")
    story = clean(Document(location="http://127.0.0.1:8941/a", format="html", text=page()))
    assert (story.url, story.publisher) == (OWN, "The Harbor Post")


@pytest.mark.parametrize(
    ("dateline", "publisher"),
    [
        ("PORT ELLERY, May 3 (AP) — ", "Associated Press"),
        ("Port Ellery (AFP) – ", "AFP"),
        ("May 3 (Reuters) - ", "Reuters"),
        ("PORT ELLERY (AP Lane) — ", None),
        ("The port (AP) ", None),
    ],
)
def test_an_agency_that_sent_the_story_publishes_it_where_nobody_else_is_named(
    dateline: str, publisher: str | None
) -> None:
    told = f"{dateline}The council of the harbour town voted on Monday to run its buses all night.\n\nIt took an hour."
    assert read(f"Harbor votes for night buses\n\n{told}").publisher == publisher
    assert read(f"Harbor votes for night buses\n\n{told}\n\nSource: The Harbor Post").publisher == "The Harbor Post"
