from __future__ import annotations

from typing import Any

import pytest
from invented import Say, Telling, person, story

HEAD: dict[str, Any] = {"url": None, "publisher": None, "published": None}

SAID = "Nobody should steer a full ferry on four hours of sleep."


@pytest.mark.parametrize(
    "quote",
    [
        SAID,
        f"“{SAID}”",
        SAID.upper(),
        "nobody should steer a full ferry, on four hours of sleep!",
        "'steer a full ferry on four hours'",
        "My grandfather planted these trees and I may be the one who cuts them down",
        "Lumenfold taught machines to land softly. We will teach them to carry.",
    ],
)
async def test_verbatim(say: Say, quote: str) -> None:
    answer = await say(f"/check quote:{quote}")
    assert answer.found
    assert answer.heading.startswith("Verbatim"), answer.text
    assert answer.citations


async def test_a_cut_quotation_shows_what_stands_around_it(say: Say) -> None:
    answer = await say("/check quote:I may be the one who cuts them down")
    assert answer.heading.startswith("Verbatim, but cut: Signe Maro")
    assert "My grandfather planted these trees and [your words]" in answer.text


async def test_an_omission_is_shown(say: Say) -> None:
    answer = await say("/check quote:Nobody should steer … on four hours of sleep")
    assert "[left out: a full ferry]" in answer.text


async def test_altered_words_are_marked_in_place(say: Say) -> None:
    answer = await say("/check quote:Nobody should ever steer a packed ferry on four hours of sleep")
    assert answer.heading == "Altered: Idris Fenwick said it differently."
    assert "Nobody should [not said: ever] steer a [packed → full] ferry on four hours of sleep" in answer.text
    assert "“Nobody should steer a full ferry on four hours of sleep" in answer.text


async def test_left_out_words_are_marked(say: Say) -> None:
    answer = await say("/check quote:We have been patient for winters")
    assert "patient for [left out: three] winters" in answer.text


@pytest.mark.parametrize(
    "quote",
    [
        "Robots will steer every ferry by 2030",
        "I never liked apples anyway",
        "We will cut taxes for everybody next year",
        "We have been cheated by the mayor for years",
        "Nobody should pay for a bridge that is closed",
        "Sorrel has every family on holiday in a blow to tourism and trade of the island",
        "They asked the museum to pay them for the astrolabe",
    ],
)
async def test_what_nobody_said(say: Say, quote: str) -> None:
    answer = await say(f"/check quote:{quote}")
    assert not answer.found, answer.text
    assert answer.heading.startswith("Not in the coverage")


async def test_the_storys_own_words_are_no_quotation(say: Say) -> None:
    answer = await say("/check quote:stranded 12,000 commuters on the island of Sorrel")
    assert answer.found
    assert "not as a quotation" in answer.heading
    assert "“" not in answer.entries[0].text


async def test_somebody_else_said_it(say: Say) -> None:
    answer = await say(f"/check quote:{SAID} speaker:Maren Holt")
    assert answer.found
    assert answer.heading == "Verbatim, but not by Maren Holt: Idris Fenwick said exactly that."


async def test_somebody_else_said_something_like_it(say: Say) -> None:
    answer = await say("/check quote:Nobody should ever steer a packed ferry on four hours of sleep speaker:Signe Maro")
    assert answer.heading == "Altered, but not by Signe Maro: Idris Fenwick said it differently."


async def test_a_speaker_whom_nobody_knows_did_not_say_it(say: Say) -> None:
    answer = await say(f"/check quote:{SAID} speaker:Orla Vantongeren")
    assert answer.heading == "Verbatim, but not by “Orla Vantongeren”: Idris Fenwick said exactly that."


async def test_a_surname_of_two_is_whoever_said_it(say: Say) -> None:
    answer = await say("/check quote:the offer was too good to refuse speaker:Aldous")
    assert answer.heading.startswith("Reported, not quoted")
    assert answer.heading.endswith("Pell Aldous said.")


async def test_reported_words_are_no_quotation(say: Say) -> None:
    answer = await say("/check quote:it had offered a raise of 6 percent")
    assert answer.found
    assert answer.heading == "Reported, not quoted: these are the story’s own words for what Sorrel Lines said."
    assert answer.entries[0].style == "plain"


async def test_reported_words_retouched_are_shown_beside_the_storys(say: Say) -> None:
    answer = await say("/check quote:all 312 employees in Carrow would keep their positions")
    assert answer.heading.startswith("Not as a quotation")
    assert "[312 → 212]" in answer.text


async def test_the_right_speaker_is_not_denied(say: Say) -> None:
    answer = await say(f"/check quote:{SAID} speaker:fenwick")
    assert "not" not in answer.heading


@pytest.mark.parametrize("quote", ["sleep", "a full", "“”"])
async def test_too_few_words_to_tell(say: Say, quote: str) -> None:
    assert not (await say(f"/check quote:{quote}")).found


@pytest.fixture
async def vell(told: Telling) -> Say:
    runs = [
        "I'd rather pay for voices than for lawyers",
        "It is not a tax, it is a toll on sleep.",
        "We will not sell the looms to mend a roof.",
        "I'm going to send a crate of dried plums and old lanterns home to Grebe.",
    ]
    said = [("direct", "Bo Kern", "Bo Kern", [run]) for run in runs]
    lines = [f"“{run}” said Bo Kern." for run in runs]
    return await told([story(lines, said, [person("Bo Kern")], title="An evening in Vell", **HEAD)])


@pytest.mark.parametrize(
    ("quote", "difference"),
    [
        ("I would rather pay lawyers", "[left out: for voices than for] lawyers"),
        ("I would rather pay for voices than lawyers", "[I would → I'd] rather pay"),
        ("it is a tax", "It is [left out: not] a tax"),
        ("We'll sell the looms to mend a roof", "sell the looms"),
        ("I am going to send old lanterns home to Grebe", "[left out: a crate of dried plums and] old lanterns"),
    ],
)
async def test_words_that_say_the_contrary_are_shown_beside_what_was_said(
    vell: Say, quote: str, difference: str
) -> None:
    answer = await vell(f"/check quote:{quote}")
    assert answer.heading == "Altered: Bo Kern said it differently."
    assert difference in answer.text


async def test_an_apostrophe_that_hurry_drops_alters_nothing(told: Telling) -> None:
    run = "We don't sell bread that isn't ours."
    say = await told(
        [story([f"“{run}” said Bo Kern."], [("direct", "Bo Kern", "Bo Kern", [run])], [], title="A market", **HEAD)]
    )
    assert (await say("/check quote:we dont sell bread that isnt ours")).heading.startswith("Verbatim: Bo Kern")


@pytest.mark.parametrize("quote", ["it is not", "we will not", "to a", "this is not a book"])
async def test_small_words_tell_nobody(vell: Say, quote: str) -> None:
    assert not (await vell(f"/check quote:{quote}")).found


async def test_small_words_are_told_where_a_speaker_is_named(vell: Say) -> None:
    assert (await vell("/check quote:we will not speaker:Bo Kern")).heading.startswith("Verbatim, but cut: Bo Kern")


@pytest.fixture
async def harbour(told: Telling) -> Say:
    runs = {
        "Edda Lorne": ["Lamps do not sleep,", "We wanted a keeper who could stay awake."],
        "Piet Osk": ["It will be a long winter,", "and I would rather buy oil than candles."],
        "Vera Holm": ["I trust my brother"],
    }
    lines = [
        "“Lamps do not sleep,” Edda Lorne said. “We wanted a keeper who could stay awake.”",
        "“It will be a long winter,” Piet Osk, the harbour’s owner, told guests in Ulm, “and I would rather buy oil"
        " than candles.”",
        "“I trust my brother,” said Vera Holm.",
    ]
    people = [person(name) for name in runs]
    quotes = [("direct", name, name, said) for name, said in runs.items()]
    return await told([story(lines, quotes, people, title="Light at Ulm", **{**HEAD, "publisher": "Ulm Post"})])


@pytest.mark.parametrize(
    "quote",
    [
        "“Lamps do not sleep,” Lorne said. “We wanted a keeper who could stay awake.”",
        '"Lamps do not sleep," Edda Lorne said. "We wanted a keeper who could stay awake."',
        "'Lamps do not sleep,' Edda Lorne said.",
        "„Lamps do not sleep“, said Edda Lorne",
        "« Lamps do not sleep », said Edda Lorne",
        'Edda Lorne: "lamps do not sleep"',
        "Edda Lorne: lamps do not sleep",
        "“Lamps do not sleep” (Edda Lorne)",
        "'lamps do not sleep' - lorne",
        "Lamps do not sleep,” Lorne said. “We wanted a keeper who could stay awake.",
        "“Lamps do not sleep, Lorne said.",
        "Lamps do not sleep, Lorne said.",
        "did she really say “lamps do not sleep”?",
        "“Lamps do not sleep” — Ulm Post",
        "“Lamps do not sleep,” said Edda Lorne, who has lamps to sell",
        "@everyone “Lamps do not sleep”",
        "<@1234> > lamps do not sleep",
        "Edda Lorne said: lamps do not sleep",
        "Edda Lorne said, lamps do not sleep",
        "did Lorne say that lamps do not sleep",
    ],
)
async def test_who_said_it_is_no_part_of_what_was_said(harbour: Say, quote: str) -> None:
    answer = await harbour(f"/check quote:{quote}")
    assert answer.heading == "Verbatim: Edda Lorne said exactly that.", answer.text


async def test_a_word_in_marks_of_its_own_is_part_of_the_claim(harbour: Say) -> None:
    answer = await harbour("/check quote:We wanted a ‘keeper’ who could stay awake")
    assert answer.heading == "Verbatim: Edda Lorne said exactly that."


async def test_a_whole_sentence_copied_from_the_story_is_verbatim(harbour: Say) -> None:
    copied = (
        "“It will be a long winter,” Piet Osk, the harbour’s owner, told guests in Ulm, “and I would rather buy oil"
    )
    answer = await harbour(f"/check quote:{copied} than candles.”")
    assert answer.heading == "Verbatim: Piet Osk said exactly that."


@pytest.mark.parametrize(
    ("quote", "wrong"),
    [
        ("“Lamps do not sleep,” Piet Osk said", "Piet Osk"),
        ("“Lamps do not sleep,” osk said", "Piet Osk"),
        ("Piet Osk: “Lamps do not sleep”", "Piet Osk"),
        ("did Piet Osk really say “Lamps do not sleep”?", "Piet Osk"),
        ("“Lamps do not sleep,” Orla Vantongeren said", "“Orla Vantongeren”"),
    ],
)
async def test_who_is_named_beside_the_words_may_be_wrong(harbour: Say, quote: str, wrong: str) -> None:
    answer = await harbour(f"/check quote:{quote}")
    assert answer.heading == f"Verbatim, but not by {wrong}: Edda Lorne said exactly that."


@pytest.mark.parametrize("speaker", ["", " speaker:Vera Holm"])
async def test_a_label_that_names_nobody_is_part_of_what_was_said(told: Telling, speaker: str) -> None:
    run = "Hear my oath: no lamp sleeps in Ulm."
    quotes = [("direct", "Vera Holm", "Vera Holm", [run])]
    say = await told([story([f"“{run}” said Vera Holm."], quotes, [person("Vera Holm")], title="An oath", **HEAD)])
    for typed in (run, f"Vera Holm: {run[14:]}"):
        answer = await say(f"/check quote:{typed}{speaker}")
        assert answer.heading.startswith("Verbatim: Vera Holm" if typed == run else "Verbatim, but cut: Vera Holm")
    cut = await say(f"/check quote:Mark my words: no lamp sleeps in Ulm{speaker}")
    assert cut.heading == "Altered: Vera Holm said it differently."


@pytest.mark.parametrize("around", ["{} 🅰 🅱 lol", "lol 🅰 🅱 then {}", "🅿 🆎 🅾 {} ok"])
async def test_badges_beside_the_words_name_nobody(harbour: Say, around: str) -> None:
    answer = await harbour(f"/check quote:{around.format('“Lamps do not sleep”')}")
    assert answer.heading == "Verbatim: Edda Lorne said exactly that."


async def test_words_of_the_story_are_shown_in_their_own_sentence(told: Telling) -> None:
    before = "İİİİİİİİİİ Straße İİİİİİİİİİ is the watchmakers’ street. It has no number seven. "
    texts = [f"{before}The watchmakers of İzmir repair no lamp before nine. Nobody knows why."]
    say = await told([story(texts, [], [], title="An evening in İzmir", **HEAD)])
    answer = await say("/check quote:watchmakers of izmir repair no lamp")
    assert answer.entries[0].text == "The watchmakers of İzmir repair no lamp before nine."


async def test_what_two_people_said_is_checked_one_by_one(harbour: Say) -> None:
    answer = await harbour("/check quote:“Lamps do not sleep,” Edda Lorne said. “I trust my brother,” said Vera Holm.")
    assert answer.heading == "Verbatim: Edda Lorne said exactly that."
    assert "Only the first speaker’s words" in answer.text


async def test_what_is_left_out_between_sentences_is_shown(harbour: Say) -> None:
    answer = await harbour("/check quote:It will be a long winter. I would rather buy oil than candles.")
    assert answer.heading.startswith("Verbatim, but cut: Piet Osk")
    assert "winter [left out: and] I would" in answer.text


async def test_the_nearest_is_shown_for_what_nobody_said(harbour: Say) -> None:
    answer = await harbour("/check quote:I trust my sister")
    assert (answer.found, answer.verdict) == (False, "absent")
    assert "“I trust my brother” [1]" in answer.text
    assert "I trust my [sister → brother]" in answer.text


async def test_a_slip_that_may_be_another_word_is_called_one(harbour: Say) -> None:
    answer = await harbour("/check quote:We wanted a keepper who could stay awake")
    assert answer.heading.startswith("Altered by a letter or two")
    assert "[keepper → keeper]" in answer.text
