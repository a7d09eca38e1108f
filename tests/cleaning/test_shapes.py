"""The shapes in which coverage comes: reposts, digests, plain and wrapped text."""

from __future__ import annotations

from datetime import datetime

import pytest
from cleaned import read, texts

REPOST = """\
The post Harbor Votes for Night Buses appeared on PierDaily.com. In brief The council of HarborThe post Harbor Votes for Night Buses appeared on PierDaily.com. In brief The council of Harbor

Harbor Votes for Night Buses

In brief

  • The council of Harbor said buses would run all night.
  • The vote followed years of petitions by bakers and nurses.

The council of Harbor voted on Monday for buses that run through the night, as bakers had asked since the spring.

“We waited long enough,” said Cy Moss, who owns a bakery near the pier.

Night Owl Newsletter

A weekly walk through the city after dark, told by a lamp.

Source: https://www.ink-and-pen.example/12/harbor-votes?utm_source=feed

Market Opportunity
BUS Logo
BUS Price(BUS)
$0.0120
$0.0120$0.0120
-1.10%
USD
BUS (BUS) Live Price Chart
Disclaimer: Stories are reposted here as public platforms carry them, and none of them need reflect the views of Kwayex. Kwayex makes no guarantees.

You May Also Like

Ferry Workers Reject the Third Offer

Ferry Workers Reject the Third Offer

The post Ferry Workers Reject the Third Offer appeared on PierDaily.com. Bo Lim Nov 2, 2025 09:15 The union of ferry workers voted no. What comes next is open. The port…
Share
PierDaily2025/11/02 10:50
Why the Tram Is Late

Why the Tram Is Late

TramWorld Why the Tram Is Late Imagine a rail that nobody has paid for, only to find
Share
tramworld2025/12/01 14:30"""  # noqa: E501 - each paragraph is one line

DIGEST = (
    "The council of Harbor has agreed to run its buses through the night, a plan with plain consequences for bakers,"
    " nurses and those who drive them home. What happened - On Monday the council voted for four night lines."
    " - Cy Moss, who owns a bakery, said the plan was “long over‑due.” Who pays for the plan - Half of it comes"
    " from a levy on hotel rooms. Bottom line The plan passed. It costs two million a year — for now."
    " Read more AI-generated news on: nowhere/latest"
)


def test_a_repost_becomes_its_original() -> None:
    story = read(REPOST)
    assert story.title == "Harbor Votes for Night Buses"
    assert not story.title_derived
    assert story.url == "https://www.ink-and-pen.example/12/harbor-votes"
    assert story.publisher == "Ink And Pen"
    assert story.reposted_by == ("PierDaily", "Kwayex")
    assert story.published is None
    assert not story.ai_generated
    assert story.key_points == (
        "The council of Harbor said buses would run all night.",
        "The vote followed years of petitions by bakers and nurses.",
    )
    assert [(passage.section, passage.text[:25]) for passage in story.passages] == [
        ("In brief", "The council of Harbor sai"),
        ("In brief", "The vote followed years o"),
        (None, "The council of Harbor vot"),
        (None, "“We waited long enough,” "),
    ]


def test_a_reposts_list_of_other_stories_becomes_related_links() -> None:
    related = read(REPOST).related
    assert [(link.title, link.publisher, link.published) for link in related] == [
        ("Ferry Workers Reject the Third Offer", "PierDaily", datetime(2025, 11, 2, 10, 50)),
        ("Why the Tram Is Late", "tramworld", datetime(2025, 12, 1, 14, 30)),
    ]


@pytest.mark.parametrize("stamp", ["2025/12/01 14:30", "on December 1, 2025", "Published 1 December 2025"])
def test_the_outlet_beside_a_date_keeps_its_whole_name(stamp: str) -> None:
    related = read(REPOST.replace("tramworld2025/12/01 14:30", f"Harbor Opinion {stamp}")).related
    assert related[1].publisher == "Harbor Opinion"


def test_a_digest_gets_a_title_sections_and_items() -> None:
    story = read(DIGEST)
    assert story.title == "The council of Harbor has agreed to run its buses through the night"
    assert story.title_derived
    assert story.ai_generated
    assert (story.url, story.publisher, story.related) == (None, None, ())
    assert [(passage.section, passage.text) for passage in story.passages][1:] == [
        ("What happened", "On Monday the council voted for four night lines."),
        ("What happened", "Cy Moss, who owns a bakery, said the plan was “long over-due.”"),
        ("Who pays for the plan", "Half of it comes from a levy on hotel rooms."),
        ("Bottom line", "The plan passed. It costs two million a year — for now."),
    ]
    assert [dropped.text for dropped in story.dropped] == ["Read more AI-generated news on: nowhere/latest"]


def test_dashes_in_prose_are_no_labels() -> None:
    prose = (
        "The harbor was calm on Monday. The captain - a man of few words - said nothing at all. The ferry - it was new"
        " then - ran on time, and everybody aboard remembers the sea. Why it matters to him is hard to say. The pier -"
        " built long ago - is wide. Nobody has ever counted the boards of it, and nobody will before the autumn comes."
    )
    assert texts(read(prose)) == [prose]


def test_lists_inside_a_story_end_where_the_story_goes_on() -> None:
    story = read(
        "Harbor Votes for Night Buses\n\nThe council of Harbor voted on Monday for buses that run through the "
        "night.\n\n"
        "Read also\nFerry Workers Reject Offer\nTram Line Delayed Again\n\n"
        "“We waited long enough,” said Cy Moss, who owns a bakery near the pier and opens it at four.\n\n"
        "What comes next\n\nThe council votes again in March, and the first bus leaves in May if all goes well, "
        "it said.\n"
    )
    assert [link.title for link in story.related] == ["Ferry Workers Reject Offer", "Tram Line Delayed Again"]
    assert [passage.section for passage in story.passages] == [None, None, "What comes next"]


def test_an_appeared_on_line_names_the_publisher_where_nothing_else_does() -> None:
    story = read(
        "Harbor Votes for Night Buses\n\nThe council voted.\n\n"
        "The post Harbor Votes for Night Buses appeared first on The Harbor Post."
    )
    assert (story.publisher, story.reposted_by) == ("The Harbor Post", ())


def test_wrapped_lines_are_joined_and_other_lines_are_paragraphs() -> None:
    wrapped = (
        "The council of Harbor voted on Monday for buses that run\nthrough the night, a plan that bakers and "
        "nurses had\n"
        "asked for since the spring.\n\nMany spoke for it, and nobody in the hall spoke against\nthe plan or its "
        "cost.\n"
    )
    assert texts(read(wrapped)) == [
        "The council of Harbor voted on Monday for buses that run through the night, a plan that bakers and nurses had"
        " asked for since the spring.",
        "Many spoke for it, and nobody in the hall spoke against the plan or its cost.",
    ]
    assert texts(read("Night buses\nThe council voted.\nNobody spoke against it.\n")) == [
        "The council voted.",
        "Nobody spoke against it.",
    ]


def test_a_headline_that_got_a_full_stop_is_still_the_headline() -> None:
    story = read(
        "Harbor council votes for night buses.\n\nThe council of Harbor voted on Monday for night buses, it said."
    )
    assert story.title == "Harbor council votes for night buses"
    assert len(story.passages) == 1


def test_a_line_that_says_who_speaks_next_is_text_not_a_heading() -> None:
    quote = "“We waited long enough for it,” he said, “and so did all of the nurses and the bakers of this city.”"
    story = read(f"Night buses come\n\nThe council voted on Monday.\n\nMoss continued:\n\n{quote}")
    assert "Moss continued:" in texts(story)


def test_a_story_is_known_by_its_originals_link_however_it_is_tracked() -> None:
    body = "Night buses come\n\nThe council voted on Monday.\n\nSource: https://{}"
    ids = {read(body.format(link)).id for link in ("a.example/x?utm_medium=m&id=3", "www.a.example/x/?id=3#top")}
    assert len(ids) == 1
    assert read(body.format("a.example/x?id=4")).id not in ids


def test_what_the_page_does_not_tell_is_left_unset() -> None:
    unset = {"url", "publisher", "published", "authors", "reposted_by", "key_points", "related", "quotes", "people"}
    assert unset.isdisjoint(read("Night buses come\n\nThe council voted on Monday.").model_fields_set)


def test_the_pages_own_headline_stands_before_the_one_a_syndication_line_offers() -> None:
    story = read(
        "Buses all night long\n\nThe council of Harbor voted on Monday.\n\n"
        "The post Harbor Votes for Night Buses appeared first on The Harbor Post."
    )
    assert (story.title, story.publisher) == ("Buses all night long", "The Harbor Post")
    bare = read("The post Harbor Votes for Night Buses appeared first on PierDaily.com. The council voted on Monday.")
    assert (bare.title, texts(bare)) == ("Harbor Votes for Night Buses", ["The council voted on Monday."])


def test_somebodys_words_below_a_stray_list_heading_are_no_title_of_another_story() -> None:
    quotes = ["“Why should I be surprised?” she asked", "“They never rode a bus at night”"]
    body = "The council of Harbor voted on Monday for buses that run through the night, as bakers had asked."
    story = read("\n\n".join(["Buses all night long", body, "Also read", *quotes, body]))
    assert texts(story) == [body, *quotes, body]
    assert not story.related
