"""Who said what, in each form that news prose knows. Every name and sentence here is invented."""

from __future__ import annotations

import pytest

from onrecord.reading import read
from onrecord.stories import Passage, Quote, Story


def story(*paragraphs: str, title: str = "A story") -> Story:
    passages = tuple(Passage(n=n, text=text) for n, text in enumerate(paragraphs))
    return Story(document="test", id="0" * 12, title=title, authors=("Ida Marsh",), passages=passages)


def quotes(*paragraphs: str, title: str = "A story") -> list[Quote]:
    made = read(story(*paragraphs, title=title))
    Story.model_validate(made.model_dump())  # spans, key points and roles stand on the passages
    return list(made.quotes)


def who(*paragraphs: str) -> list[tuple[str | None, str]]:
    return [(quote.speaker, quote.kind) for quote in quotes(*paragraphs)]


LEAD = "Marlene Oduya, the mayor of Port Ellery, met the dock workers on Monday."


@pytest.mark.parametrize(
    "sentence",
    [
        "“The harbour stays open,” Oduya said.",
        "“The harbour stays open,” said Oduya.",
        "“The harbour stays open,” she said.",
        '"The harbour stays open," Oduya told reporters.',
        "''The harbour stays open,'' said Ms. Oduya.",
        "“The harbour stays open!” Oduya shouted.",
        "Oduya said, “The harbour stays open.”",
        "Oduya said: “The harbour stays open.”",
        "“The harbour stays open,” according to Oduya.",
        "“The harbour stays open,” Oduya, who grew up near the docks, said.",
        "“The harbour stays open,” Oduya later told the crowd.",
        "Speaking from a crate, Oduya said, “The harbour stays open.”",
    ],
)
def test_one_plain_attribution(sentence: str) -> None:
    assert who(LEAD, sentence) == [("Marlene Oduya", "direct")]


def test_a_split_quote_is_one_quote_with_two_spans() -> None:
    (quote,) = quotes(LEAD, "“The harbour stays open,” she said. “Nobody loses a berth.”")
    assert quote.speaker == "Marlene Oduya"
    assert quote.speaker_mention == "she"
    assert quote.cue == "said"
    assert quote.text == "The harbour stays open, Nobody loses a berth."
    assert len(quote.spans) == 2


def test_a_fragment_inside_a_clause_is_a_mixed_quote() -> None:
    assert who(LEAD, "Oduya said the plan was “a gift to the whole coast” and cheap.") == [("Marlene Oduya", "mixed")]


def test_an_organisation_reports_without_marks() -> None:
    (quote,) = quotes("The Ellery Harbour Trust said it planned to widen the northern quay by spring.")
    assert quote.kind == "indirect"
    assert quote.speaker == "Ellery Harbour Trust"
    assert quote.text == "it planned to widen the northern quay by spring"


@pytest.mark.parametrize(
    "sentence",
    [
        "“The harbour stays open,“ Oduya said.",  # the closing mark turned round
        "”The harbour stays open,” Oduya said.",
        "‘‘The harbour stays open,’’ Oduya said.",
        "'The harbour stays open,' Oduya said.",
        "‘The harbour stays open’, Oduya said.",
        "Oduya wrote to say, and I quote, “The harbour stays open.”",
        "In her memoir, “Wet Feet,” Oduya wrote: “The harbour stays open.”",
        "“The harbour stays open” said Oduya.",
        "“The harbour stays open.” — Marlene Oduya",
        "“The harbour stays open.” ― Marlene Oduya (@oduya) May 3, 2024",
        "As Oduya, a mayor who knows the docks, put it, “The harbour stays open.”",
        "Said Oduya: “The harbour stays open.”",
        "Oduya went on to say: “The harbour stays open.”",
        "Oduya was quick to point out, “The harbour stays open.”",
        "Oduya turned to the crowd, adding, “The harbour stays open.”",
        "“The harbour stays open” until the spring, Oduya said.",
        "“The harbour stays open,” the mayor of Port Ellery, Marlene Oduya, told the crowd.",
        '“The harbour stays open," Oduya said.',
        '"The harbour stays open,” said Oduya.',
        "''The harbour stays open,'' Oduya said.",
        "“The harbour stays open.” — Marlene Oduya, mayor",
        "The crowd cheered several lines, one of them by Marlene Oduya -- “The harbour stays open” -- and left.",
        "From Oduya’s reply: “The harbour stays open.”",
    ],
)
def test_marks_and_orders_of_every_kind(sentence: str) -> None:
    (quote,) = quotes(LEAD, sentence)
    assert quote.speaker == "Marlene Oduya"
    assert quote.text.strip(",.") == "The harbour stays open"


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("“I told him, ‘Go home now,’ and he went,” Oduya said.", "I told him, ‘Go home now,’ and he went,"),
        ("“The board said “No Entry” for years,” Oduya said.", "The board said “No Entry” for years,"),
        ('"The board said “No Entry” for years," Oduya said.', "The board said “No Entry” for years,"),
    ],
)
def test_nested_marks_belong_to_the_outer_quotation(sentence: str, text: str) -> None:
    assert [quote.text for quote in quotes(LEAD, sentence)] == [text]


def test_a_forgotten_closing_mark_does_not_swallow_the_attribution() -> None:
    (quote,) = quotes(LEAD, '"The harbour stays open, she said. "Nobody loses a berth."')
    assert quote.text == "The harbour stays open, Nobody loses a berth."
    assert quote.speaker == "Marlene Oduya"


@pytest.mark.parametrize(
    "sentence",
    [
        '“The harbour stays open," she said. "Nobody loses a berth.”',
        '"The harbour stays open,” she said. “Nobody loses a berth."',
        '"The harbour stays open,” she said. "Nobody loses a berth."',
    ],
)
def test_marks_of_two_fashions_do_not_swallow_the_attribution(sentence: str) -> None:
    assert [quote.text for quote in quotes(LEAD, sentence)] == ["The harbour stays open, Nobody loses a berth."]


def test_a_quote_runs_on_over_paragraphs() -> None:
    (ahead,) = quotes(LEAD, "“We will not close the harbour.", "“And we will not sell it,” she said.")
    assert (ahead.speaker, len(ahead.spans)) == ("Marlene Oduya", 2)
    (behind,) = quotes("Marlene Oduya said, “We will not close the harbour.", "“And we will not sell it.”")
    assert (behind.speaker, len(behind.spans)) == ("Marlene Oduya", 2)


def test_a_paragraph_of_nothing_else_is_by_whoever_spoke_above() -> None:
    assert who(LEAD, "“It stays open,” Oduya said.", "“And nobody loses a berth this year.”")[1][0] == "Marlene Oduya"


def test_documents_speak() -> None:
    (quote,) = quotes("The letter from the Harbour Trust reads:", "“We ask members to vote against the sale.”")
    assert quote.speaker_mention == "The letter from the Harbour Trust"
    (block,) = quotes("Her open letter reads:", "We ask every member to vote against the sale of the quay.")
    assert (block.kind, block.rule) == ("direct", "block quote")


def test_a_letter_or_a_post_is_by_whoever_wrote_it() -> None:
    (owned,) = quotes(LEAD, "“We will hold the line,” Oduya’s letter says.")
    assert (owned.speaker, owned.speaker_mention) == ("Marlene Oduya", "Oduya’s letter")
    (signed,) = quotes(LEAD, "A letter from Marlene Oduya reads:", "We will hold the line in spring.")
    assert (signed.speaker, signed.rule) == ("Marlene Oduya", "block quote")
    (sent,) = quotes(LEAD, "“We will hold the line,” said a letter to Oduya.")
    assert sent.speaker is None


def test_words_without_marks_behind_a_colon_are_reported() -> None:
    (quote,) = quotes(LEAD, "Oduya said: The harbour stays open now.")
    assert (quote.kind, quote.speaker, quote.text) == (
        "indirect",
        "Marlene Oduya",
        "The harbour stays open now.",
    )


def test_praise_above_a_paragraph_of_nothing_but_a_quote_names_its_speaker() -> None:
    found = quotes("Dan Brook praised the dock crew.", "“They worked all night and never once complained.”")
    assert [quote.speaker for quote in found] == ["Dan Brook"]


def test_a_signature_below() -> None:
    (quote,) = quotes("“The quay is not for sale.”", "— Marlene Oduya (@oduya) May 3, 2024")
    assert (quote.speaker, quote.rule) == ("Marlene Oduya", "signature")
    named = quotes(LEAD, "“The quay is not for sale.”", "Marlene Oduya, mayor of Port Ellery")
    assert [(quote.speaker, quote.rule) for quote in named] == [("Marlene Oduya", "signature")]
    goes_on = quotes(LEAD, "“The quay is not for sale.”", "Oduya, as ever, left early.")
    assert [(quote.speaker, quote.rule) for quote in goes_on] == [(None, "speaker not named")]


def test_what_a_page_embeds_is_by_whoever_posted_it() -> None:
    (posted,) = quotes(LEAD, "The quay is not for sale. Not now.", "— Dan Brook (@danbrook) May 3, 2024")
    assert (posted.speaker, posted.kind, posted.rule) == ("Dan Brook", "direct", "signature")


def test_another_section_is_not_the_speakers_above() -> None:
    text = ("Marlene Oduya met the crew. “It stays open,” Oduya said.", "“We will not give up the quay, ever.”")
    passages = tuple(Passage(n=n, text=each, section=("News", "Heard")[n]) for n, each in enumerate(text))
    made = read(Story(document="test", id="0" * 12, title="A story", passages=passages))
    assert [quote.speaker for quote in made.quotes] == ["Marlene Oduya", None]


@pytest.mark.parametrize("below", ["By Dan Brook", "Photo: Dan Brook", "Dan Brook, Port Ellery"])
def test_a_byline_or_a_caption_is_no_signature(below: str) -> None:
    found = quotes(
        f"{LEAD} Dan Brook watched.", "Oduya said: “We are tired.”", "“We will not give up the quay.”", below
    )
    assert [quote.speaker for quote in found] == ["Marlene Oduya"] * 2
    if "," not in below:
        (alone,) = quotes("Dan Brook sold the yard.", "It rained.", "“We will not give up the quay.”", below)
        assert alone.speaker is None


@pytest.mark.parametrize("question", ["“Is the quay for sale?” Oduya asked.", "“Is the quay for sale?” I said."])
def test_whoever_asks_does_not_answer(question: str) -> None:
    found = quotes(LEAD, question, "“Not in my lifetime, nor in yours.”")
    assert [quote.speaker for quote in found][1:] == [None]
    returned = quotes(LEAD, "“Is the quay for sale?” Oduya asked Dan Brook. “Not in my lifetime,” came the reply.")
    assert [quote.speaker for quote in returned] == ["Marlene Oduya", None]


def test_transcripts() -> None:
    turns = quotes(LEAD, "ODUYA: The quay is not for sale.", "BROOK: Then who pays?", "ODUYA: The harbour dues.")
    assert [(quote.speaker_mention, quote.text) for quote in turns] == [
        ("ODUYA", "The quay is not for sale."),
        ("BROOK", "Then who pays?"),
        ("ODUYA", "The harbour dues."),
    ]
    assert turns[0].speaker == "Marlene Oduya"
    titled = quotes(LEAD, "HOST DAN BROOK: Is it sold?", "MAYOR ODUYA: It is not.", "BROOK: Who pays, Ida Marsh?")
    assert [quote.speaker for quote in titled][1:2] == ["Marlene Oduya"]
    asked = quotes(LEAD, "Q: Is the quay for sale?", "A: It is not.")
    assert [quote.text for quote in asked] == ["Is the quay for sale?", "It is not."]


def test_answers_are_the_interviewees() -> None:
    asked = quotes(
        "The drummer Ola Brandt left two bands in May. We met her by the quay.",
        "Q: Why did you leave?",
        "A: My father asked me and I said, “Not yet.” Then I left.",
    )
    assert [(quote.speaker, quote.rule) for quote in asked] == [
        (None, "question and answer"),
        ("Ola Brandt", "question and answer"),
    ]
    assert asked[1].text == "My father asked me and I said, “Not yet.” Then I left."
    bare = quotes(
        "The drummer Ola Brandt left two bands in May.",
        "You left halfway. Do you regret it?",
        "“No, only the hotels.”",
        "Have you spoken to them since?",
        "“Once, and it was short.”",
    )
    assert [(quote.speaker, quote.rule) for quote in bare] == [("Ola Brandt", "interview")] * 2
    several = quotes("Ola Brandt met Dan Brook.", "Q: Is it over?", "A: It is over now.")
    assert [quote.speaker for quote in several] == [None, None]


def test_answers_without_marks() -> None:
    title = "Five questions for Ola Brandt"
    turns = (
        "Did you start early?",
        "At six. I caught my first eel in a hat.",
        "Do you eat them?",
        "Never. My brother said: “Eat the hat.” I should have.",
        "What comes next?",
        "A nap.",
        "Will you ever stop?",
        "I might. Ask me when the boat sinks.",
        "The eel fair opens in May.",
    )
    found = quotes(
        "The eel catcher Ola Brandt met us at the Salt House by the quay in Port Ellery.", *turns, title=title
    )
    assert [(quote.speaker, quote.text, quote.rule) for quote in found] == [
        ("Ola Brandt", turns[n], "interview") for n in (1, 3, 5, 7)
    ]
    essay = ("Have you seen an eel?", "It rains.", "Do you care?", "It snowed.", "Will you?", "The fair opens.")
    assert quotes("The eel catcher Ola Brandt is old.", *essay, title=title) == []


@pytest.mark.parametrize(
    ("title", "introduction", "question", "speaker"),
    [
        ("Dan Brook on his year", "The broker Dan Brook left the quay in May.", "Why did you leave, Dan?", "Dan Brook"),
        ("Q&A with Dan Brook", "Dan Brook met our reporters Tom Hale and Ida Marsh.", "Are you tired?", "Dan Brook"),
        ("Why Dan Brook won", "Historian Ada Lund has written a book about Dan Brook.", "Was it hard?", None),
        ("Dan Brook on the quay", "Dan Brook died in May.", "Why do you miss Dan Brook?", None),
        ("The rise of Dan Brook", "We met historian Ada Lund.", "How did Dan Brook rise?", "Ada Lund"),
    ],
)
def test_who_is_spoken_of_gives_no_answers(title: str, introduction: str, question: str, speaker: str | None) -> None:
    found = quotes(introduction, f"Q: {question}", "A: It was a long year for the town.", title=title)
    assert found[-1].speaker == speaker


def test_the_hour_of_a_live_report_is_nobodys_name() -> None:
    found = quotes(
        "10.05 Mayor Marlene Oduya has urged people to stay at home. “Stay at home today,” she told Harbour Radio.",
        "10.31 Oduya again: “The bridge is closed.”",
        "12:20 @elleryfire: “Please stop calling us about the bridge.”",
    )
    assert [(quote.speaker, quote.speaker_mention) for quote in found if quote.kind != "indirect"] == [
        ("Marlene Oduya", "she"),
        ("Marlene Oduya", "Oduya"),
        (None, "@elleryfire"),
    ]


def test_what_somebody_called_something_is_theirs() -> None:
    found = quotes(LEAD, "Oduya rejected what Dan Brook called “a sale of the family silver in daylight”.")
    assert [(quote.speaker, quote.kind) for quote in found] == [("Dan Brook", "mixed")]


def test_scare_quotes_and_titles_are_nobodys() -> None:
    assert quotes(LEAD, "The so-called “peace dividend” never came, and the film “A Long Walk Home” flopped.") == []
    assert quotes(LEAD, "Oduya danced to “The Late Boat With Dan Brook” at the “harbour gala” on Friday.") == []
    assert quotes(LEAD, "Oduya sang in the musical “The Lay of the Quay” on Friday.") == []
    assert quotes(LEAD, "Her best known play, “The Hour of the Eel,” ran in Port Ellery for years.") == []
    (names,) = quotes(LEAD, "“You are no judges,” Oduya said. “Leave that to Judge Tom Hale.”")
    assert names.text == "You are no judges, Leave that to Judge Tom Hale."
    (asked,) = quotes(LEAD, "Asked about the film, “We did it,” Oduya said.")
    assert (asked.speaker, asked.text) == ("Marlene Oduya", "We did it,")
    (said,) = quotes(LEAD, "“It stays open,” Oduya said on the radio show “Ellery This Morning With Tom Hale”.")
    assert said.text == "It stays open,"


def test_a_fragment_in_single_marks() -> None:
    found = quotes(LEAD, "Oduya said the plan was ‘a gift to the whole coast’ and cheap.")
    assert [(quote.speaker, quote.kind, quote.text) for quote in found] == [
        ("Marlene Oduya", "mixed", "a gift to the whole coast")
    ]
    assert quotes(LEAD, "The farmers’ market sold eels in the ‘90s, when the dockers’ wages rose.") == []
    assert quotes(LEAD, "Give ‘em hell, said Oduya of the dockers’ wives and the crew.") == []
    straight = quotes(
        LEAD, "Oduya said the plan was 'a gift to the whole coast' and cheap, and the dockers' boss left."
    )
    assert [(quote.speaker, quote.text) for quote in straight] == [("Marlene Oduya", "a gift to the whole coast")]
    assert quotes(LEAD, "The dockers' wives sold rock 'n' roll to the farmers' sons, 'til dawn.") == []
    (plural,) = quotes(LEAD, "Oduya called it ‘a gift to the dockers’ and left.")
    assert plural.text == "a gift to the dockers"


def test_nobody_is_guessed() -> None:
    (asked,) = quotes(LEAD, "Oduya was asked, “Who is going to pay for all of this?”")
    assert asked.speaker is None
    (alone,) = quotes("Rain fell on the harbour all week.", "“Nobody asked us about any of it.”")
    assert alone.speaker is None
    (told,) = quotes(LEAD, "“The harbour is not for sale,” Oduya was told.")
    assert told.speaker is None
    (two,) = quotes("Dan Brook and Tom Hale met at noon.", "“It will rain again before the evening,” he said.")
    assert two.speaker is None
    assert two.speaker_mention == "he"


def test_two_of_one_surname_stay_apart() -> None:
    found = quotes(
        "Dan Brook and his wife, Ann Brook, own the shop. Ann Brook opened it in 1990.",
        "“We will stay here for good,” Mrs. Brook said. “He agrees with me,” she added.",
    )
    assert {quote.speaker for quote in found} == {"Ann Brook"}


def test_a_role_stands_for_whoever_has_it() -> None:
    found = quotes(
        "Lena Ruiz, a former strategist for the party, spoke first. Dan Brook, a lawyer, listened.",
        "“It was over by noon on Sunday,” the former strategist said. “I knew it then,” the lawyer said.",
    )
    assert [quote.speaker for quote in found] == ["Lena Ruiz", "Dan Brook"]


def test_an_organisation_is_meant_by_what_it_is() -> None:
    found = quotes(
        "The Guild of Net Menders met the Ellery Harbour Trust. “Any fool can mend a net,” the guild said.",
        "“We do it in the dark as well,” the club said.",
    )
    assert [quote.speaker for quote in found] == ["Guild of Net Menders", None]


def test_what_somebody_is_tells_namesakes_apart() -> None:
    found = quotes(
        "Ann Teague, the head gardener, met her brother. Tom Teague, the mayor, was late.",
        "Teague, the gardener, plans a sale. “We have eleven hundred roses,” she said.",
    )
    assert [quote.speaker for quote in found] == ["Ann Teague"]


def test_the_authors_own_words() -> None:
    (quote,) = quotes("I first met Dan Brook in 1990. “You are late for the boat,” I said.")
    assert quote.speaker == "Ida Marsh"


def test_each_quote_keeps_why_it_is_whose() -> None:
    found = quotes(
        LEAD, "“It stays open,” Oduya said.", "According to Dan Brook, the sale was “a gift to the idle rich”."
    )
    assert [quote.rule for quote in found] == ["she said", "according to"]


def test_turns_of_a_conversation() -> None:
    found = quotes(LEAD, "Dan Brook disagreed. “It closes in May,” he said. “It never did,” Oduya replied.")
    assert [quote.speaker for quote in found] == ["Dan Brook", "Marlene Oduya"]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Oduya told the Ellery Post that the sale was off.", "that the sale was off"),
        ("The quay, Oduya said, would open again in May.", "The quay, Oduya said, would open again in May"),
        ("The quay would open again in May, Oduya said.", "The quay would open again in May"),
        ("According to Oduya, the quay would open in May.", "the quay would open in May"),
        ("Oduya said on Monday that the quay would open, adding that dues would rise.", "that the quay would open"),
        ("Oduya has suggested that the quay would open in May.", "that the quay would open in May"),
        ("Oduya met the crew and has said that the quay would open.", "that the quay would open"),
        ("Oduya sent the club a letter on Monday saying the quay would open.", "the quay would open"),
        ("Oduya said the quay would open in May, but the club denied that it was hers.", "the quay would open in May"),
        ("Oduya vowed to keep the quay open.", "to keep the quay open"),
        ("Oduya is confident that the quay will open.", "that the quay will open"),
        ("Oduya explained why the quay was shut in May.", "why the quay was shut in May"),
        ("Oduya pointed out that the quay was shut.", "that the quay was shut"),
        ("As Oduya noted, the quay was shut for a year.", "the quay was shut for a year"),
        ("While Oduya said the quay was safe in May, the club was not so sure.", "the quay was safe in May"),
        ("Oduya announced the quay would open in May, which surprised the club.", "the quay would open in May"),
        ("The quay was shut for a year, Oduya noted.", "The quay was shut for a year"),
        ("Oduya said that ice broke two piles and cracked a pier.", "that ice broke two piles and cracked a pier"),
        ("Oduya said that ice broke two piles and grinned: “It was old.”", "that ice broke two piles"),
        ("Oduya said the quay would shut at 6 p.m. FIFA had nothing to add.", "the quay would shut at 6 p.m"),
        ("Oduya said the crew was ready, cracking jokes on deck.", "the crew was ready, cracking jokes on deck"),
    ],
)
def test_reported_speech(sentence: str, text: str) -> None:
    first = quotes(LEAD, sentence)[0]
    assert (first.kind, first.speaker, first.text) == ("indirect", "Marlene Oduya", text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Oduya declined to comment on the quay.",
        "Oduya might want to leave the quay.",
        "Oduya never explained why the quay was shut.",
        "Oduya, asked by the club whether the quay was shut, smiled.",
        "Oduya did not say that the quay was shut in May.",
        "The quay was shut in May for good, Oduya did not say.",
        "Oduya told the crew to forget anything they had heard about the quay.",
    ],
)
def test_what_reports_nothing(sentence: str) -> None:
    assert quotes(LEAD, sentence) == []


def test_those_who_speak_in_a_clause_about_them() -> None:
    (quote,) = quotes("The state clerks whose sheds had been sold say the quay is still cold.")
    assert (quote.speaker_mention, quote.text) == ("The state clerks", "the quay is still cold")
