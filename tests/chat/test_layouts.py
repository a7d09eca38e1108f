"""Whatever the coverage holds, an answer fits into messages, and all of it is there."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from within import ROW, SECTION, buttons, check, shown, texts, walk

from onrecord.answers import COMMANDS
from onrecord.answers.compose import LEFT_OUT
from onrecord.answers.notation import Request
from onrecord.chat.layouts import Layouts, notice
from onrecord.chat.pages import joined, paginate
from onrecord.chat.requests import TEMPLATE, pressed
from onrecord.stories import Answer, Change, Citation, Entry, Verdict

ASKER = 2**63 - 1

MARKS = "*_~|`#>-+.[](){}<>@:/\\!&\"'“”…"
PATHOLOGICAL = {
    "long words": "word " * 3_000,
    "one word": "w" * 15_000,
    "sentences": "Somebody said something of note. " * 500,
    "marks": MARKS * 100,
    "marks and words": f"{MARKS} and " * 150,
    "lines of marks": "# a\n> b\n- c\n1. d\n-# e\n" * 100,
    "emoji": "🧵👩‍🚀🏳️‍🌈" * 600,
    "mentions": "@everyone <@1234567890> <#1> <@&2> @here " * 100,
    "links": "[free money](https://evil.example/) https://evil.example/ <https://evil.example> " * 40,
    "right to left": "\u202eאמר הדובר\u202c \u200fשוב ושוב. " * 150,
    "control characters": "a\x00b\x1b[31mc\u0007d\u2028e\ud800f " * 300,
    "code": "```py\nprint()\n``` `x` " * 100,
    "nothing": "",
    "spaces": " \u00a0\u3000\n" * 100,
    "a word": "Yes",
}  # fmt: skip


def hostile(text: str, entries: int = 6, command: str = "quotes", *, found: bool = True) -> Answer:
    """An answer that has this text in each of its places."""
    citations = tuple(
        Citation(
            story=f"{n:012x}",
            title=text,
            publisher=text if n % 3 else None,
            url=[f"https://a{n}.example/{'x' * n * 60}", text, None, "javascript:alert(1)"][n % 4],
            published=date(2026, 1, 1 + n % 28) if n % 2 else None,
            passage=n,
            reposted_by=(text, text) if n % 2 else (),
            ai_generated=n % 5 == 0,
        )
        for n in range(entries)
    )
    styles = ("quote", "bullet", "plain", "story")
    changes = (
        Change(kind="same", claimed=text, said=text),
        Change(kind="changed", claimed=text, said=text),
        Change(kind="added", claimed=text, said=""),
        Change(kind="left out", claimed="", said=text),
    )
    return Answer(
        command=command,
        found=found,
        heading=text,
        verdict=VERDICTS[entries % len(VERDICTS)],
        entries=tuple(
            Entry(
                text=f"{text}\n{LEFT_OUT}\n{text}" if n % 3 == 0 else text,
                style=styles[n % 4],
                lead=text if n % 2 else None,
                note=text if n % 4 == 3 else None,
                citation=n if n % 5 else None,
                url=f"https://b{n}.example/" if n % 7 == 0 else None,
                changes=changes if n % 6 == 2 else (),
            )
            for n in range(entries)
        ),
        citations=citations,
        suggestions=(f"/summary story:{text}", f"/quotes speaker:{text}", "/who name:…", f"/ask question:{text}"),
        text="unused",
    )  # fmt: skip


VERDICTS: list[Verdict] = ["verbatim", "altered", "somebody else", "absent"]
REQUESTS = [Request("quotes", {"speaker": "Ada Lund"}), Request("check", {"quote": "ä" * 1999, "speaker": "`x` " * 70})]


@pytest.mark.parametrize("request_", REQUESTS, ids=["short request", "long request"])
@pytest.mark.parametrize("text", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
@pytest.mark.parametrize("found", [True, False], ids=["found", "not found"])
def test_every_page_of_every_answer_is_within_the_limits(text: str, request_: Request, found: bool) -> None:
    layouts = Layouts(hostile(text, entries=4, found=found), request_, ASKER)
    for page in range(len(layouts)):
        components = layouts.page(page, share=True).to_components()
        check(components)
        turns = {button.get("label"): button for button in buttons(components)}
        if len(layouts) > 1:
            assert turns["◀"]["disabled"] is (page == 0)
            assert turns["▶"]["disabled"] is (page == len(layouts) - 1)
            match = TEMPLATE.fullmatch(turns["▶"]["custom_id"])
            assert match
            assert pressed(match).page == page + 1


def test_five_hundred_quotes_are_paged() -> None:
    said = "It is what it is, and “this” is *that*; we will see in the summer."
    answer = hostile(said, entries=500)
    pages = paginate(answer)
    layouts = Layouts(answer, REQUESTS[0], ASKER)
    for page in range(len(layouts)):
        check(layouts.page(page).to_components())
    assert sum(line.text.count("summer") for page in pages for line in page.body) >= 500
    assert layouts.page(10_000).to_components() == layouts.page(len(pages) - 1).to_components()


def test_of_short_lines_with_links_no_more_come_than_discord_takes() -> None:
    citations = tuple(DECRYPT.model_copy(update={"story": f"{n:012x}"}) for n in range(60))
    answer = small(entries=tuple(Entry(text="Yes.", citation=n) for n in range(60)), citations=citations)
    layouts = Layouts(answer, REQUESTS[0], ASKER)
    for page in range(len(layouts)):
        check(layouts.page(page).to_components())


ANY = st.text(st.one_of(st.sampled_from(f"{MARKS}\n 🧵ab1"), st.characters()), max_size=400)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANY, ANY, ANY, st.sampled_from(sorted(COMMANDS)))
def test_any_text_is_within_the_limits(text: str, value: str, more: str, command: str) -> None:
    options = {option.name: value for option in COMMANDS[command].options}
    answer = hostile(text, command=command).model_copy(
        update={"suggestions": (f"/quotes speaker:{more} about:{more}",)}
    )
    check(Layouts(answer, Request(command, options), ASKER).page(0, share=True).to_components())
    check(notice(text or "…").to_components())


SENTENCES = ["One says this.", "Another, at some length, says that!", "“Why?” asks a third."]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=200, max_size=400))
def test_nothing_is_lost_and_pages_break_between_sentences(said: list[str]) -> None:
    answer = Answer(command="ask", found=True, heading="H", entries=(Entry(text=" ".join(said)),), text="")
    pages = paginate(answer)
    assert len(pages) > 1
    bodies = [joined(page.body)[0].text for page in pages]
    assert re.sub(r" …\n?", " ", "\n".join(bodies)).split() == " ".join(said).split()
    assert all(body.endswith((". …", "! …", "” asks a third. …")) for body in bodies[:-1])


def small(**values: Any) -> Answer:
    told = {"command": "quotes", "found": True, "heading": "What Ada Lund said", "text": ""}
    return Answer.model_validate({**told, **values})


DECRYPT = Citation(
    story="0123456789ab",
    title="A story about a bridge",
    publisher="Brakeby Courier",
    url="https://courier.example/bridge?x=1",
    published=date(2026, 1, 9),
    reposted_by=("Daily Copy", "Exchange News"),
    ai_generated=True,
)


def test_what_a_quotation_looks_like() -> None:
    answer = small(
        entries=(
            Entry(
                text="The bridge opens\n…\nin May.",
                style="quote",
                lead="Ada Lund, mayor of Brakeby",
                note="quoted in part",
                citation=0,
            ),
        ),
        citations=(DECRYPT,),
    )
    components = Layouts(answer, REQUESTS[0], ASKER).page(0).to_components()
    assert texts(components) == [
        "### What Ada Lund said",
        "**Ada Lund, mayor of Brakeby**\n> “The bridge opens” … “in May.”\n-# quoted in part",
        "-# A story about a bridge — Brakeby Courier, 9\u00a0Jan\u00a02026, reposted by Daily Copy and Exchange News, "
        "this page says it was written by a machine",
    ]
    [button] = buttons(components)
    assert (button["label"], button["url"]) == ("Read", "https://courier.example/bridge?x=1")


def test_what_is_not_stated_is_said_to_be() -> None:
    answer = small(entries=(Entry(text="Yes.", citation=0),), citations=(Citation(story="0" * 12, title="T"),))
    assert "T — publisher and date not stated" in shown(Layouts(answer, REQUESTS[0], ASKER).page(0).to_components())


def beside(components: list[Any]) -> dict[str, str]:
    """The text that has a button beside it → where that leads."""
    sections = [one for one in walk(components) if one["type"] == SECTION]
    return {
        shown(one["components"]): one["accessory"].get("url") or one["accessory"]["custom_id"].rpartition(":")[2]
        for one in sections
    }


def test_a_link_stands_beside_what_it_leads_to() -> None:
    citations = (DECRYPT, Citation(story="1" * 12, title="No link"), DECRYPT.model_copy(update={"story": "2" * 12}))
    answer = small(entries=tuple(Entry(text=f"Point {n}.", citation=n) for n in range(3)), citations=citations)
    components = Layouts(answer, REQUESTS[0], ASKER).page(0).to_components()
    assert texts(components)[1] == "Point 0.\u00a0\\[1\\]\n\nPoint 1.\u00a0\\[2\\]\n\nPoint 2.\u00a0\\[3\\]"
    assert [re.search(r"\[\d\]", text)[0] for text in beside(components)] == ["[1]", "[3]"]  # pyright: ignore
    assert "[2] No link — publisher and date not stated" in shown(components)


def test_a_list_of_stories_says_each_once_with_its_link_beside_it() -> None:
    other = DECRYPT.model_copy(update={"story": "1" * 12, "publisher": "Amsel Post", "url": "https://post.example/1"})
    answer = small(
        command="stories",
        entries=(
            Entry(text="unused", style="story", lead=DECRYPT.title, citation=0),
            Entry(text="unused", style="story", citation=1),
        ),
        citations=(DECRYPT, other),
    )
    components = Layouts(answer, REQUESTS[0], ASKER).page(0).to_components()
    assert shown(components).count(DECRYPT.title) == 1
    (first, leads), (second, on) = beside(components).items()
    assert first.startswith(f"**{DECRYPT.title}**\n-# Brakeby Courier")
    assert second.startswith("-# Amsel Post")
    assert (leads, on) == (DECRYPT.url, other.url)
    assert "[1]" not in shown(components)


def test_a_change_of_wording_is_struck_through_and_bold() -> None:
    changes = (
        Change(kind="same", claimed="We", said="We"),
        Change(kind="changed", claimed="will *never*", said="may"),
        Change(kind="left out", claimed="", said="not"),
        Change(kind="added", claimed="ever", said=""),
    )
    answer = small(verdict="altered", entries=(Entry(text="unused", changes=changes),))
    components = Layouts(answer, REQUESTS[0], ASKER).page(0).to_components()
    assert texts(components)[1] == "We ~~will \\*never\\*~~ **may** **not** ~~ever~~"


def test_each_verdict_has_a_colour_of_its_own() -> None:
    colours = {
        Layouts(small(verdict=one), REQUESTS[0], ASKER).page(0).to_components()[0]["accent_color"] for one in VERDICTS
    }
    assert len(colours) == len(VERDICTS)


def test_what_is_not_found_offers_what_is_there() -> None:
    title = "A very long title of a story that is about the harbour, its boats and all who sail in them"
    answer = small(
        command="summary",
        found=False,
        heading="No story matches “harbor”.",
        suggestions=(f"/summary story:{title}", "/stories"),
    )
    components = Layouts(answer, Request("summary", {"story": "harbor"}), ASKER).page(0).to_components()
    offered = beside(components)
    assert [*offered] == [title, "The newest stories"], "in full, though a button carries less of it"
    assert offered[title].startswith("summary␟story=A very long title")
    assert "In the coverage:" in shown(components)
    asks = answer.model_copy(update={"heading": "No story matches it. Did you mean one of these?"})
    assert "In the coverage:" not in shown(Layouts(asks, REQUESTS[0], ASKER).page(0).to_components())


def test_an_answer_does_not_suggest_itself() -> None:
    answer = small(
        command="who", heading="Ada Lund", suggestions=("/who name:Ada Lund", "/who name:Ada Lundqvist", "/stories")
    )
    components = Layouts(answer, Request("who", {"name": "lund"}), ASKER).page(0, share=True).to_components()
    assert [button["label"] for button in buttons(components)] == ["Who: Ada Lundqvist", "Stories", "Share"]
    assert sum(component["type"] == ROW for component in walk(components)) == 1


def test_an_entry_that_points_to_a_page_has_the_link_beside_it() -> None:
    url = "https://other.example/a_b"
    answer = small(
        command="related",
        entries=(Entry(text="Here.", citation=0), Entry(text=f"Elsewhere, Paper, {url}", style="bullet", url=url)),
        citations=(DECRYPT,),
    )
    components = Layouts(answer, REQUESTS[0], ASKER).page(0).to_components()
    assert beside(components)["- Elsewhere, Paper"] == url


def test_each_page_names_the_sources_of_its_own_entries() -> None:
    citations = tuple(DECRYPT.model_copy(update={"story": f"{n:012x}", "title": f"Story {n}"}) for n in range(8))
    answer = small(
        entries=tuple(Entry(text=f"Point {n}. " * 40, citation=n) for n in range(6)), citations=citations
    )  # fmt: skip
    pages = paginate(answer)
    assert len(pages) > 1
    for page in pages:
        marks = {mark for line in page.body for mark in re.findall(r"\\\[(\d)\\\]", line.text)}
        assert marks
        assert marks <= {line.text[5] for line in page.sources}
    listed = "\n".join(line.text for page in pages for line in page.sources)
    assert all(f"Story {n}" in listed for n in range(8)), "stories that no entry points to are sources, too"


def test_suggestions_lead_on_as_buttons() -> None:
    answer = small(
        heading="A story about a bridge",
        citations=(DECRYPT,),
        suggestions=(
            "/related story:A story about a bridge",
            "/quotes story:A story about a bridge",
            "/who name:Ada Lund",
            "/check quote:…",
        ),
    )
    asked = Request("summary", {"story": "0123456789ab"})
    components = Layouts(answer, asked, 7).page(0).to_components()
    leads = [button for button in buttons(components) if "custom_id" in button]
    assert [button["label"] for button in leads] == ["Related", "Quotes", "Who: Ada Lund"]
    requests = [pressed(match).request for button in leads if (match := TEMPLATE.fullmatch(button["custom_id"]))]
    assert requests == [
        Request("related", {"story": "0123456789ab"}),
        Request("quotes", {"story": "0123456789ab"}),
        Request("who", {"name": "Ada Lund"}),
    ]
    assert "`/check quote:…`" in texts(components)[1]
