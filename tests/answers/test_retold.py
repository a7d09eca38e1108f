"""A story, a machine that retells it, and what one person is said to be among others."""

from __future__ import annotations

import pytest
from invented import Say, Telling, person, story

STORIES = [
    story(
        [
            "Beekeepers of the Ulm valley blamed a new pesticide for their losses on Friday.",
            "“My bees are not lazy, they are poisoned by people who never saw a hive,” said Runa Veld, beekeeper.",
            "The ministry promised tests.",
            "“Half my hives were empty in March,” Veld said. “I will not start again.”",
            "“Nobody asked us,” the union said, adding that its members felt “sold for a spray”.",
            "“We sell what the law allows,” said Dorit Amsel, calling the losses “a sad coincidence”.",
            "Amsel said the tests would take a year. Amsel said the company would wait.",
            "Other founding members of the Hive Front include teacher Ilse Borg and smith Karel Noon.",
        ],
        [
            (
                "direct",
                "Runa Veld",
                "Runa Veld",
                ["My bees are not lazy, they are poisoned by people who never saw a hive,"],
            ),
            ("direct", "Runa Veld", "Veld", ["Half my hives were empty in March,", "I will not start again."]),
            ("direct", None, "the union", ["Nobody asked us,"]),
            ("mixed", None, "its", ["sold for a spray"]),
            ("direct", "Dorit Amsel", "Dorit Amsel", ["We sell what the law allows,"]),
            ("mixed", "Dorit Amsel", "Dorit Amsel", ["a sad coincidence"]),
            ("indirect", "Dorit Amsel", "Amsel", ["the tests would take a year"]),
            ("indirect", "Dorit Amsel", "Amsel", ["the company would wait"]),
        ],
        [
            person("Runa Veld", "beekeeper", aliases=("Veld",)),
            person("Dorit Amsel", aliases=("Amsel",)),
            person("Ilse Borg", "founding members of the Hive Front", "teacher"),
            person("Karel Noon", "smith"),
        ],
        title="Ulm beekeepers blame a pesticide",
        url="https://ulmpost.example/bees",
        publisher="Ulm Post",
        published="2025-04-11",
    ),
    story(
        [
            "Beekeepers of the Ulm valley blamed a new pesticide for their losses on Friday.",
            "Runa Veld called her bees “poisoned by people who never saw a hive”.",
        ],
        [("mixed", "Runa Veld", "Runa Veld", ["poisoned by people who never saw a hive"])],
        [person("Runa Veld")],
        title="Digest: bees and a spray",
        url=None,
        publisher=None,
        published=None,
        ai_generated=True,
    ),
    story(
        ["A shop for honey opened in Tarn on Sunday.", "“Honey will be dear this year,” Veld told the guests."],
        [("direct", "Veld", "Veld", ["Honey will be dear this year,"])],
        [person("Veld")],
        title="Honey shop opens in Tarn",
        url="https://tarn.example/honey",
        publisher="Tarn Echo",
        published="2025-05-20",
    ),
]


@pytest.fixture
async def valley(told: Telling) -> Say:
    return await told(STORIES)


async def test_what_a_machine_cut_is_checked_against_the_original(valley: Say) -> None:
    found = await valley("/check quote:poisoned by people who never saw a hive")
    assert found.heading.startswith("Verbatim, but cut: Runa Veld")
    assert found.citations[0].publisher == "Ulm Post"
    assert "My bees are not lazy, they are [your words]" in found.text
    assert any(citation.ai_generated for citation in found.citations)


@pytest.mark.parametrize("sign", ["— Runa Veld", "-Runa Veld", "– Veld", "~ runa veld", "― Runa Veld."])
async def test_a_name_behind_a_pasted_quotation_is_the_speaker(valley: Say, sign: str) -> None:
    found = await valley(f"/check quote:I will not start again {sign}")
    if sign.startswith("~"):
        assert "Runa Veld" in found.heading
    else:
        assert found.heading == "Verbatim: Runa Veld said exactly that."


async def test_a_wrong_name_behind_a_pasted_quotation_is_told_apart(valley: Say) -> None:
    assert "not by Dorit Amsel" in (await valley("/check quote:“I will not start again.” — Dorit Amsel")).heading
    assert "not by “Obert Null”" in (await valley("/check quote:“I will not start again.” — Obert Null")).heading


async def test_a_dash_within_a_quotation_is_part_of_it(valley: Say) -> None:
    assert (await valley("/check quote:Half my hives were empty - in March")).heading.startswith("Verbatim")


async def test_a_claim_made_of_two_quotes_is_cut(valley: Say) -> None:
    found = await valley("/check quote:My bees are not lazy. I will not start again.")
    assert found.heading.startswith("Verbatim, but cut: Runa Veld")
    assert len([entry for entry in found.entries if entry.style == "quote"]) == 2


async def test_the_ends_of_an_utterance_are_not_left_out(valley: Say) -> None:
    found = await valley("/check quote:my hives were quite empty in March")
    assert found.heading.startswith("Altered")
    assert "[left out" not in found.text


async def test_a_quote_in_the_same_sentence_is_not_shown_twice(valley: Say) -> None:
    found = await valley("/quotes speaker:dorit amsel")
    assert found.text.count("We sell what the law allows") == 1
    assert "calling the losses “a sad coincidence”" in found.text


async def test_what_is_reported_is_said_to_be_so_once(valley: Say) -> None:
    found = await valley("/quotes speaker:dorit amsel")
    assert "tests would take a year" in found.text
    assert "company would wait" in found.text
    assert found.text.count("reported, not quoted") == 1


async def test_whoever_has_no_name_is_called_as_the_story_does(valley: Say) -> None:
    found = await valley("/quotes story:ulm beekeepers")
    leads = [entry.lead for entry in found.entries]
    assert "“the union”, not named" in leads
    assert "Speaker not named (quoted in part)" in leads


async def test_nobody_is_several_members(valley: Say) -> None:
    found = await valley("/who name:ilse borg")
    assert [entry.text for entry in found.entries[:2]] == [
        "one of the founding members of the Hive Front",
        "teacher",
    ]
    assert "• smith" in (await valley("/who name:karel noon")).text


@pytest.mark.parametrize("line", ["/who name:Ilse Borg", "/check quote:poisoned by people", "/quotes about:zeppelins"])
async def test_what_was_asked_is_not_suggested(valley: Say, line: str) -> None:
    assert line not in (await valley(line)).suggestions


async def test_what_a_page_does_not_state_is_said_once(valley: Say) -> None:
    found = await valley("/summary story:digest bees and a spray")
    assert "publisher and date not stated" in found.text
    assert "date not stated" not in found.text.replace("publisher and date not stated", "")


async def test_a_surname_finds_whom_stories_name_in_full_and_by_it_alone(valley: Say) -> None:
    found = await valley("/quotes speaker:veld")
    assert {"Runa Veld, beekeeper", "Veld"} <= {entry.lead for entry in found.entries}
    assert found.heading == "What Veld said"
    assert "Honey will be dear" in (await valley("/ask question:What did Veld say about honey?")).text
    assert "not by" not in (await valley("/check quote:honey will be dear this year speaker:veld")).heading


async def test_a_full_name_is_no_surname(valley: Say) -> None:
    found = await valley("/quotes speaker:runa veld")
    assert found.heading == "What Runa Veld said"
    assert "Honey" not in found.text


async def test_whoever_has_no_name_is_found_by_what_the_story_calls_them(valley: Say) -> None:
    found = await valley("/quotes speaker:union")
    assert found.heading == "What “union” said"
    assert [entry.text for entry in found.entries] == ["Nobody asked us"]
