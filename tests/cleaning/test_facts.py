"""Links, dates and the names of outlets."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cleaning.dates import parse
from onrecord.cleaning.headlines import derive
from onrecord.cleaning.links import canonical_link, plausible_link
from onrecord.cleaning.publishers import outlet_key, outlet_name, outlet_of_link

SAME = [
    "https://harborpost.example/a/b",
    "http://www.harborpost.example/a/b/",
    "HTTPS://HarborPost.example:443/a/b?utm_source=x&fbclid=1#top",
    "https://m.harborpost.example/a/b/amp/",
    "https://harborpost.example/a/b/index.html?ref=home",
]
OTHER = ["https://harborpost.example/a/c", "https://harborpost.example/a/b?id=2", "https://news.harborpost.example/a/b"]


def test_links_to_one_page_have_one_identity_and_others_their_own() -> None:
    assert {canonical_link(link) for link in SAME} == {"https://harborpost.example/a/b"}
    assert len({canonical_link(link) for link in [SAME[0], *OTHER]}) == 4
    assert canonical_link("https://a.example/?b=2&a=1") == canonical_link("https://a.example?a=1&b=2")
    assert canonical_link("https://team.harborpost.example") == "https://team.harborpost.example"


def test_a_link_of_steps_that_lead_nowhere_is_read_at_once() -> None:
    assert canonical_link(f"https://harborpost.example/a{'/AMP/' * 200_000}") == "https://harborpost.example/a"


@pytest.mark.parametrize(
    "text",
    ["undefined/news", "javascript:alert(1)", "https://localhost/x", "http://127.0.0.1/", "https://a@b.c/",
     "ftp://a.example/x", "https://", "https://a", "https://a..example/", "http://[::1]/", "https://a.b:99999/", ""],
)  # fmt: skip
def test_what_is_no_public_link_is_not_offered(text: str) -> None:
    assert plausible_link(text) is None


def test_a_link_is_taken_out_of_the_prose_around_it() -> None:
    assert plausible_link("https://a.example/x_(y)).") == "https://a.example/x_(y)"
    assert plausible_link("https://a.example/x?id=3&utm_source=feed, they said") == "https://a.example/x?id=3"


@given(st.text(max_size=300))
def test_any_text_has_an_identity(text: str) -> None:
    assert canonical_link(canonical_link(text)) == canonical_link(text) or "%" in text


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("December 17, 2025", date(2025, 12, 17)),
        ("Dec. 17th, 2025", date(2025, 12, 17)),
        ("Wednesday, 17 December 2025", date(2025, 12, 17)),
        ("17-Dec-2025", date(2025, 12, 17)),
        ("17 de diciembre de 2025", date(2025, 12, 17)),
        ("2025-12-17", date(2025, 12, 17)),
        ("2025/12/17 14:30", datetime(2025, 12, 17, 14, 30)),
        ("2025-12-17T14:30:05Z", datetime(2025, 12, 17, 14, 30, 5, tzinfo=UTC)),
        ("2025-12-17T14:30:05.123+0530", datetime(2025, 12, 17, 14, 30, 5, tzinfo=timezone(timedelta(hours=5.5)))),
        ("Dec 17, 2025 at 2:30 p.m. EST", datetime(2025, 12, 17, 14, 30, tzinfo=timezone(timedelta(hours=-5)))),
        ("Dec 17, 2025 12:05 AM ET", datetime(2025, 12, 17, 0, 5)),
        ("31/12/2025", date(2025, 12, 31)),
        ("12/31/2025", date(2025, 12, 31)),
        ("05/05/2025", date(2025, 5, 5)),
        ("03/04/2025", None),
        ("February 30, 2025", None),
        ("2025-13-40", None),
        ("December 2025", None),
        ("Dec 17", None),
        ("yesterday", None),
        ("3 hours ago", None),
        ("Tuesday", None),
        ("7", None),
    ],
)
def test_only_a_date_that_is_stated_in_full_is_one(text: str, stamp: object) -> None:
    assert parse(text) == stamp


def test_an_outlet_is_named_as_its_page_names_it() -> None:
    assert outlet_of_link("https://www.nytimes.com/2025/x") == "The New York Times"
    assert outlet_of_link("https://edition.cnn.com/x") == "CNN"
    assert outlet_of_link("https://harborpost.example/x", "as the Harbor Post wrote") == "Harbor Post"
    assert outlet_of_link("https://harbor-post.co.uk/x") == "Harbor Post"
    assert outlet_of_link("no link") is None


def test_outlets_are_one_however_they_are_written() -> None:
    assert len({outlet_key(name) for name in ("The Harbor Post", "HarborPost.com", "harbor post")}) == 1
    assert outlet_name("PierDaily.com.") == "PierDaily"
    assert outlet_name("12") is None


@given(st.text(min_size=1, max_size=600).filter(lambda text: bool(text.strip())))
def test_a_derived_headline_is_short_and_the_texts_own(text: str) -> None:
    headline = derive(text.strip())
    assert 0 < len(headline) <= 110
    assert text.strip().startswith(headline.removesuffix("…").rstrip())


def test_a_derived_headline_ends_at_a_clause_or_a_word() -> None:
    clause = "The council of Harbor has agreed to run its buses through the night"
    clause += ", a plan with plain consequences for bakers and nurses."
    assert derive(clause) == clause.split(",")[0]
    endless = (
        "The council has agreed that its buses will run all through the night between the pier and the old hospital"
    )
    endless += " of the city"
    assert derive(endless).endswith("…")
    assert endless.startswith(derive(endless)[:-1] + " ")
    assert (
        derive("Oops! The gate of the harbor did not open for the ferry.")
        == "Oops! The gate of the harbor did not open for the ferry"
    )
