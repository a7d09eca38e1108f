"""Whole pages of several makes of site: what is left of each, and what its furniture tells."""

from __future__ import annotations

from cleaned import read, texts

TITLE = "Wrenhill Buys Its Old Mill"
STORY = [
    "The town of Wrenhill will buy the old mill on the river for four million crowns, its council decided on Monday.",
    "“We did not want to see it fall,” said Tamsin Oyelaran, who chairs the council and grew up beside the mill.",
    "The mill closed nine years ago, and since then its roof has lost a third of its tiles to storms and thieves.",
]


def page(*lines: str) -> str:
    return "\n".join(part for line in lines for part in (STORY if line == "…" else [line]))


def test_a_page_of_a_local_paper() -> None:
    story = read(
        page(
            *("Home » News » Wrenhill", TITLE, "By Ada Lorne", "March 3, 2024", "0", "34", "Share on Facebook", "…"),
            *("Source: The Wrenhill Courier", "https://wrenhillcourier.example/2024/mill", "Tags: mill, river"),
            *("Previous Post", "Bridge Repairs Start in May", "Next Post", "School Roof Leaks Again"),
        )
    )
    assert (story.title, texts(story)) == (TITLE, STORY)
    assert (story.url, story.publisher) == ("https://wrenhillcourier.example/2024/mill", "The Wrenhill Courier")
    assert [link.title for link in story.related] == ["Bridge Repairs Start in May", "School Roof Leaks Again"]


def test_a_page_of_a_platform_for_writers() -> None:
    story = read(
        page(
            *("Open in app", "Sign up", TITLE, "Ada Lorne", "·", "Follow", "4 min read", "·", "Mar 3, 2024", "--"),
            *("Listen", "Share", "…", "Originally published at https://wrenhillcourier.example/2024/mill."),
            *("Mill", "River", "--", "Written by Ada Lorne", "120 Followers"),
        )
    )
    assert (story.title, texts(story), story.authors) == (TITLE, STORY, ("Ada Lorne",))
    assert (story.url, str(story.published)) == ("https://wrenhillcourier.example/2024/mill", "2024-03-03")


def test_a_story_that_went_through_several_hands() -> None:
    story = read(
        page(
            *(f"{TITLE} - CoinLantern", "…", f"The post {TITLE} appeared first on The Wrenhill Courier."),
            *(f"The post {TITLE} appeared on MillDaily.com.", "Via Kwayex"),
        )
    )
    assert (story.title, texts(story)) == (TITLE, STORY)
    assert (story.publisher, story.reposted_by) == ("The Wrenhill Courier", ("MillDaily", "Kwayex", "CoinLantern"))


def test_a_page_of_an_aggregator() -> None:
    story = read(
        page(
            *("The Wrenhill Courier", TITLE, "Story by Ada Lorne • 2h • 3 min read", "…", "Continue reading"),
            *("More for You", "Bridge repairs start in May", "The Wrenhill Courier", "School roof leaks", "Mill Daily"),
        )
    )
    assert (story.title, story.publisher, texts(story)) == (TITLE, "The Wrenhill Courier", STORY)
    assert [(link.title, link.publisher) for link in story.related] == [
        ("Bridge repairs start in May", "The Wrenhill Courier"),
        ("School roof leaks", "Mill Daily"),
    ]


def test_a_page_in_german() -> None:
    story = read(
        page(
            *("Wrenhill kauft seine Mühle", "Von Ada Lorne", "Veröffentlicht am 3. März 2024, 14:05 Uhr", "Anzeige"),
            "Die Stadt kauft die alte Mühle am Fluss für vier Millionen Kronen, wie ihr Rat nach langer Sitzung sagte.",
            *("Mehr zum Thema", "Brücke wird im Mai gesperrt", "Quelle: dpa"),
        )
    )
    assert (story.authors, str(story.published)) == (("Ada Lorne",), "2024-03-03 14:05:00")
    assert [link.title for link in story.related] == ["Brücke wird im Mai gesperrt"]
    assert len(story.passages) == 1


def test_a_digest_with_pictures_for_bullets() -> None:
    points = ["The council pays four million crowns.", "The mill closed nine years ago."]
    story = read(
        page(TITLE, "🔑 Key points", *(f"✅ {point}" for point in points), "📌 Details", "…", "🤖 Written by AI")
    )
    assert story.ai_generated
    assert list(story.key_points) == points
    assert [passage.section for passage in story.passages] == ["Key points"] * 2 + ["Details"] * 3


def test_a_step_that_reads_like_a_button_is_kept_in_the_storys_own_list() -> None:
    steps = ["Open the mill's page.", "Search notifications", "Ask the council for a key."]
    story = read(page(TITLE, STORY[0], *(f"• {step}" for step in steps), STORY[1]))
    assert texts(story) == [STORY[0], *steps, STORY[1]]
