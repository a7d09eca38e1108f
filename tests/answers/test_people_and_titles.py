from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

from onrecord.answers.extracts import sentences

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}
LONG = "Lighthouse " + "keeper counts gulls " * 500
STORIES = [
    story(
        [
            "Actor and keeper Mattis Orrel has looked after the lighthouse of Skarn since 1998.",
            "“The lamp outlives us,” Orrel said.",
            "The Skarn Lamp Trust said it would pay for a new lens. The Skarn Lamp Trust owns the tower.",
            "The lens was cut in Dremmen.",
            "“Nobody has ever dropped one,” Orrel added.",
            "“I pay for it gladly,” said Gov. Harl Dunmore.",
        ],
        [
            ("direct", "Mattis Orrel", "Orrel", ["The lamp outlives us,"]),
            ("indirect", "Skarn Lamp Trust", "The Skarn Lamp Trust", ["it would pay for a new lens"]),
            ("direct", "Mattis Orrel", "Orrel", ["Nobody has ever dropped one,"]),
            ("direct", "Harl Dunmore", "Harl Dunmore", ["I pay for it gladly,"]),
        ],
        [
            person("Mattis Orrel", "Actor and keeper", aliases=("Orrel",)),
            person("Harl Dunmore", "Gov."),
            person("Skarn Lamp Trust", kind="organisation"),
        ],
        title="A new lens for Skarn",
        url="https://coastwise.example/lens",
        publisher="Coastwise",
        published="2025-02-03",
    ),
    story(
        [
            "DREMMEN (Coastwise) — Mattis Orrel, keeper, and Ylva Orrel, glazier, met the minister.",
            "The keeper Mattis Orrel left early.",
        ],
        [],
        [person("Mattis Orrel", "keeper"), person("Ylva Orrel", "glazier")],
        title="Glaziers meet the minister",
        url="https://dremmen.example/glaziers",
        publisher="Dremmen Bee",
        published="2025-02-09",
    ),
    story(
        ["The keeper counts gulls at the lighthouse of Skarn."],
        [],
        [],
        title=LONG,
        url="https://coastwise.example/gulls",
        publisher="Coastwise",
        published="2025-02-01",
    ),
]


@pytest.fixture
async def coast(told: Telling) -> Say:
    return await told(STORIES)


async def test_an_organisation_is_called_as_the_story_calls_it(coast: Say) -> None:
    assert (await coast("/quotes speaker:skarn lamp trust")).heading == "What the Skarn Lamp Trust said"
    checked = await coast("/check quote:it would pay for a new lens")
    assert checked.heading.endswith("what the Skarn Lamp Trust said.")
    assert (await coast("/quotes speaker:mattis orrel")).heading == "What Mattis Orrel said"


async def test_a_calling_has_no_capital_after_a_name(coast: Say) -> None:
    assert (await coast("/quotes speaker:mattis orrel")).entries[0].lead == "Mattis Orrel, actor and keeper"


async def test_a_title_cut_short_stands_before_the_name(coast: Say) -> None:
    assert (await coast("/quotes speaker:harl dunmore")).entries[0].lead == "Gov. Harl Dunmore"


async def test_a_role_that_another_one_holds_is_not_said_twice(coast: Say) -> None:
    found = await coast("/who name:mattis orrel")
    listed = [entry for entry in found.entries if entry.style == "bullet"]
    assert [entry.text for entry in listed] == ["Actor and keeper"]
    assert all(entry.citation is not None for entry in listed)
    assert "Named in 2 stories by 2 outlets; on record twice." in found.text


async def test_who_says_that_others_have_the_name(coast: Say) -> None:
    found = await coast("/who name:orrel")
    assert found.heading == "Mattis Orrel"
    assert "Not the only one of that name here: Ylva Orrel." in found.text
    assert "Not the only one" not in (await coast("/who name:mattis orrel")).text


async def test_a_topic_reaches_the_passage_before_a_quote(coast: Say) -> None:
    found = await coast("/quotes about:Dremmen")
    assert [entry.text for entry in found.entries] == ["Nobody has ever dropped one"]


async def test_the_closest_to_a_topic_comes_first_and_the_far_are_left_out(coast: Say) -> None:
    found = await coast("/quotes about:lens")
    assert [entry.lead for entry in found.entries] == ["Skarn Lamp Trust (reported, not quoted)"]


@pytest.mark.parametrize(
    "line", ["/stories", "/summary story:keeper counts gulls", "/related story:keeper counts gulls"]
)
async def test_what_was_taken_for_a_title_is_not_shown_whole(coast: Say, line: str) -> None:
    found = await coast(line)
    assert found.found
    assert "keeper counts gulls" in found.text
    assert len(found.text) < 3000
    assert all(len(citation.title) < 200 for citation in found.citations)


@pytest.mark.parametrize("command", ["quotes speaker", "who name"])
async def test_who_was_found_is_not_suggested_besides(coast: Say, command: str) -> None:
    found = await coast(f"/{command}:harl")
    assert "Harl Dunmore" in found.heading
    assert f"/{command}:Harl Dunmore" not in found.suggestions


@pytest.mark.parametrize("command", ["summary", "related", "quotes"])
async def test_a_word_of_the_body_suggests_the_story_that_has_it(told: Telling, command: str) -> None:
    passages = [
        *(f"The harbour wall has gate {n}, and nobody closes it." for n in range(60)),
        "One gate is an aquarium.",
    ]
    say = await told([story(passages, [], [], title="Open gates", url=None, publisher=None, published=None)])
    found = await say(f"/{command} story:aquarium")
    assert not found.found
    assert found.suggestions == (f"/{command} story:Open gates",)


@pytest.mark.parametrize("line", ["/summary story:glaziers meet", "/who name:ylva", "/ask question:who is Ylva Orrel"])
async def test_a_dateline_is_not_shown(coast: Say, line: str) -> None:
    text = (await coast(line)).text
    assert "Mattis Orrel, keeper, and Ylva Orrel, glazier, met the minister." in text
    assert "(Coastwise)" not in text


@pytest.mark.parametrize(
    ("typed", "name"), [("the glazier", "Ylva Orrel"), ("lighthouse keper", ""), ("actor and keeper", "Mattis Orrel")]
)
async def test_a_role_finds_the_only_one_who_has_it(coast: Say, typed: str, name: str) -> None:
    found = await coast(f"/who name:{typed}")
    assert found.found == bool(name)
    assert not name or found.heading == name


async def test_a_role_of_several_is_asked_back(told: Telling) -> None:
    people = [person("Ana Roth", "harbour pilot"), person("Bela Sund", "harbour pilot")]
    passages = ["Ana Roth, harbour pilot, and Bela Sund, harbour pilot, rowed home."]
    say = await told([story(passages, [], people, title="Pilots row", url=None, publisher=None, published=None)])
    found = await say("/who name:the harbour pilot")
    assert not found.found
    assert found.suggestions == ("/who name:Ana Roth", "/who name:Bela Sund")


@pytest.mark.parametrize(
    "typed", ["agnes dunmore", "will dunmore", "ed dunmore", "bob vandersteenhoven", "ed vandersteenhoven"]
)
async def test_another_given_name_is_another_person(told: Telling, typed: str) -> None:
    people = [person("Harl Dunmore"), person("Ann Vandersteenhoven")]
    passages = ["Harl Dunmore met Ann Vandersteenhoven."]
    say = await told([story(passages, [], people, title="A meeting", url=None, publisher=None, published=None)])
    found = await say(f"/who name:{typed}")
    assert not found.found
    assert any(one.casefold().endswith(typed.split()[1]) for one in found.suggestions)


@pytest.mark.parametrize("typed", ["harl dunmoor", "gov. dunmore", "Harald Dunmore", "HD"])
async def test_a_slip_a_title_or_initials_are_no_other_name(coast: Say, typed: str) -> None:
    assert (await coast(f"/quotes speaker:{typed}")).heading == "What Harl Dunmore said"


async def test_a_name_that_is_nobody_s_on_record_is_not_said_to_be_nowhere(coast: Say) -> None:
    found = await coast("/who name:minister left")
    assert "Nobody" in found.heading
    found = await coast("/who name:dremmen")
    assert not found.found
    assert found.heading.startswith("“dremmen” stands in the coverage")
    assert "/summary story:A new lens for Skarn" in found.suggestions


async def test_a_role_that_another_story_gives_to_nobody_is_not_told_whose_it_is(told: Telling) -> None:
    head = {"url": None, "publisher": None, "published": None}
    named = story(
        ["Harbour pilot Ana Roth rowed home."], [], [person("Ana Roth", "Harbour pilot")], title="Home", **head
    )
    nameless = story(["The pilot of the balloon waved."], [], [], title="A balloon over Orm", **head)
    say = await told([named, nameless])
    assert (await say("/who name:harbour pilot")).heading == "Ana Roth"
    found = await say("/who name:the pilot")
    assert not found.found
    assert found.suggestions == ("/who name:Ana Roth",)


def test_what_was_posted_on_x_ends_a_sentence_and_an_initial_does_not() -> None:
    text = "He said so in a video on X. Natasha Brook agreed. It was told by J. Émile Marsh. Nobody minded."
    assert [text[start:end] for start, end in sentences(text)] == [
        "He said so in a video on X.",
        "Natasha Brook agreed.",
        "It was told by J. Émile Marsh.",
        "Nobody minded.",
    ]


async def test_whoever_is_named_beside_a_role_may_be_meant_by_it(told: Telling) -> None:
    ask = await told(
        [
            story(
                ["Pilot Ada Lund brought the ferry home."], [], [person("Ada Lund", "Pilot")], title="A ferry", **HEAD
            ),
            story(
                ["The strike was settled by a retired pilot, Bo Kern, who told Piet Osk so."],
                [],
                [person("Bo Kern"), person("Piet Osk")],
                title="A strike",
                **HEAD,
            ),
        ]
    )
    answer = await ask("/quotes speaker:the pilot")
    assert "could be more than one" in answer.heading
    assert answer.suggestions == ("/quotes speaker:Ada Lund", "/quotes speaker:Bo Kern")


async def test_one_choice_is_not_called_several(told: Telling) -> None:
    ask = await told(
        [
            story(
                ["Pilot Ada Lund brought the ferry home."], [], [person("Ada Lund", "Pilot")], title="A ferry", **HEAD
            ),
            story(["The pilot of another ferry slept."], [], [], title="Another ferry", **HEAD),
        ]
    )
    answer = await ask("/who name:the pilot")
    assert answer.heading == "“the pilot” may be Ada Lund, or somebody else in the coverage."


async def test_others_of_a_name_are_mentioned_though_one_is_known_by_it(told: Telling) -> None:
    company, robots = (person(f"Quern {kind}", kind="organisation") for kind in ("Mills", "Robotics"))
    ask = await told(
        [
            story(
                ["Quern Mills closed. Quern had 40 bakers."],
                [],
                [{**company, "aliases": ["Quern"]}],
                title="A mill",
                **HEAD,
            ),
            story(["Quern Robotics opened in Ulm."], [], [robots], title="A workshop", **HEAD),
        ]
    )
    answer = await ask("/who name:quern")
    assert answer.heading.startswith("Quern Mills")
    assert "Not the only one of that name here: Quern Robotics." in answer.text
    assert "/who name:Quern Robotics" in answer.suggestions
