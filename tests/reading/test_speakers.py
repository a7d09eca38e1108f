"""Whose words they are where a sentence names more than one. Every name and sentence here is invented."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from test_quotes import LEAD, quotes

from onrecord.reading.speech import speakers


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Dan Brook later Thursday told Harbour News: “The quay was sold by its friends.”", "Dan Brook"),
        ("Dan Brook said of Ms. Oduya: “She has sold the quay to its friends.”", "Dan Brook"),
        ("Dan Brook, who was there, told Oduya, “You have sold the quay to friends.”", "Dan Brook"),
        ("“You have sold the quay,” Dan Brook, who is chairman of the Ellery Yacht Club said.", "Dan Brook"),
        ("Dan Brook, whom Oduya on Friday called “a man with no ships at all”, left.", "Marlene Oduya"),
        ("The row over who owned which shed grew so loud that Dan Brook said, “We are all deaf now.”", "Dan Brook"),
        ("Dan Brook said that when Oduya railed against the yachts, “half the town was clapping along”.", "Dan Brook"),
        ("Dan Brook said he would make the quay “shine in the dark,” and Oduya vowed to help.", "Dan Brook"),
        ("While Dan Brook laid out a plan for “a quay that pays its way,” Oduya said the town was tired.", None),
        ("Any buyer, said Dan Brook, a broker in Ellery, would pay less, calling it “a very old quay”.", "Dan Brook"),
        ("In a long, open talk with the club, Dan Brook said he was tired and added, “I am off home.”", "Dan Brook"),
        ("Dan Brook praised Oduya, who left the council in May, as “a mayor who never raised her voice”.", "Dan Brook"),
        ("Though Dan Brook listed the gaps - “who pays for the second crane?” - Oduya said she was calm.", "Dan Brook"),
        ("“You have sold the quay,” Dan Brook, a broker, told her, “and you have sold it cheap.”", "Dan Brook"),
        ("“You have sold the quay,” said Dan T. King of Ellery.", "Dan T. King"),
        ("“You have sold the quay,” said Dean Brook, who keeps the books.", "Dean Brook"),
        ("“Thanks to all of you,” said master of ceremonies Dan Brook, a tailor.", "Dan Brook"),
        (
            "“It was cheap,” Dan Connolly said. And Connolly called the crane “older than I will ever be”.",
            "Dan Connolly",
        ),
        ("Oduya said that Dan Brook came from Ellery: “He is one of us now.”", "Marlene Oduya"),
        ("“It was cheap,” said retired deckhand Dan Brook. “There is no second boat.”", "Dan Brook"),
        ("“If that is the plan, God help us,” was Dan Brook’s first response.", "Dan Brook"),
        ("Backbencher Dan Brook tweeted: “There is no second boat.”", "Dan Brook"),
        ("Dexter James Lund tweeted: “There is no second boat.”", "Dexter James Lund"),
        ("Harpooner Dan Brook tweeted: “There is no second boat.” No other harpooner did.", "Dan Brook"),
        ("“There is no second boat,” exhorted the club’s lawyer, Dan Brook.", "Dan Brook"),
        ("Nothing the mayor said “will ever calm those people,” Dan Brook said.", "Dan Brook"),
        ("The vote signals “the end of the quay as we know it,” said Dan Brook.", "Dan Brook"),
        ("Dan Brook, a broker from Port Ellery told Oduya: “There is no second boat.”", "Dan Brook"),
        ("On Monday, Dan Brook, a broker from Port Ellery told Oduya: “There is no second boat.”", "Dan Brook"),
        ("When asked about Dan Brook, a spokesman for Oduya said: “We wish him well.”", None),
        ("Unlike Dan Brook, a spokesman for the club said: “We wish him well.”", None),
        ("In Port Ellery, a clerk from the club said: “We wish him well.”", None),
        ("Dan Brook said “never again in this town,” Oduya recalled.", "Dan Brook"),
        ("But Dan Brook replied “sell the whole quay,” Oduya told the club.", "Dan Brook"),
        ("The stranger whispered: “He will sell the whole quay,” Oduya said.", None),
        ("“Murderer of the quay!” startled Mayor Oduya.", None),
        ("“Shame on you all!” greeted Dan Brook as he left.", None),
        ("“Never again on this quay,” was not Dan Brook’s slogan.", None),
        ("“Shameful and very sad,” was how the mayor described Dan Brook’s comments.", None),
        (
            "Dan Brook shrugged off the vote, telling Harbour News that it was “a storm in a very small cup”.",
            "Dan Brook",
        ),
        # words of whoever made the remark, not of whoever minds it
        ("Dan Brook mocked her remark that “no town can live on eels alone”.", "Marlene Oduya"),
        ("Dan Brook criticised Oduya’s claim that “no town can live on eels alone”.", "Marlene Oduya"),
        ("Dan Brook dismissed her claim that the old quay had been “starved and then shot”.", "Marlene Oduya"),
        ("Dan Brook said her remark that “no town can live on eels” had hurt him.", "Marlene Oduya"),
        ("Tom Hale came next. Dan Brook mocked his remark that “no town can live on eels alone”.", "Tom Hale"),
        ("Dan Brook apologised for his remark that “no town can live on eels alone”.", "Dan Brook"),
        ("Dan Brook told the club that her comments “show a lack of ships”.", "Dan Brook"),
        # words handed on, and words somebody is only said to have said
        ("“There is no second boat,” Dan Brook heard Oduya say.", "Marlene Oduya"),
        ("“There is no second boat,” Dan Brook recalled Oduya saying.", "Marlene Oduya"),
        ("“There is no second boat,” Harbour News quoted Dan Brook as saying.", "Dan Brook"),
        ("“There is no second boat,” Dan Brook recalled telling Oduya.", "Dan Brook"),
        ("“There is no second boat,” Dan Brook said Oduya had told him.", "Marlene Oduya"),
        ("Dan Brook, told by Oduya “there is no second boat at all”, left.", "Marlene Oduya"),
        ("Dan Brook got a message from Ada Pool: “There is no second boat.”", "Ada Pool"),
        ("“There is no second boat,” according to a report Dan Brook lost.", None),
        ("“There is no second boat,” said Mr. and Mrs. Tern.", None),
        ("“There is no second boat,” said the parents of Dan Brook, Tom and Ida.", None),
        # said by nobody
        ("Dan Brook never said “there is no second boat at all”.", None),
        ("Neither Oduya nor Dan Brook said “there is no second boat at all”.", None),
        ("Did Dan Brook say “there is no second boat at all”?", None),
        ("No wonder Dan Brook said “there is no second boat at all”.", "Dan Brook"),
        # somebody nameless who does something to a named one
        ("“There is no second boat,” said the judge sentencing Dan Brook.", None),
        ("“There is no second boat,” said the acting mayor Dan Brook.", "Dan Brook"),
        ("In a letter to Dan Brook, the clerk said: “There is no second boat.”", None),
        ("Thanking Ann Brook, the clerk said: “There is no second boat.”", None),
        ("Dan Brook quoted Oduya as saying: “There is no second boat.”", "Marlene Oduya"),
        ("Dan Brook recalled his mother, Ada Brook, telling him: “There is no second boat.”", "Ada Brook"),
        ("Dan Brook read out a letter from Ada Pool: “There is no second boat.”", "Ada Pool"),
        ("Tom Hale, described by Dan Brook as “a man who never slept at all”, left.", "Dan Brook"),
        ("Tom Hale cited Dan Brook’s line that “nobody ever won a war with eels”.", "Dan Brook"),
        ("Tom Hale likes to repeat Dan Brook’s joke: “Nobody ever won a war with eels.”", "Dan Brook"),
        ("In the words of Dan Brook, “nobody ever won a war with eels”.", "Dan Brook"),
        ("“There is no second boat,” said Tom Hale’s deputy, Dan Brook.", "Dan Brook"),
        ("Tom Hale accused Dan Brook of saying “there is no second boat”.", None),
        ("Dan Brook told Tom Hale, who had asked about it: “There is no second boat.”", "Dan Brook"),
        ("Dan Brook, who owns it, did not reply, but an aide, speaking low, said it was “a sad sale”.", None),
        # who answers is not who asked
        ("Oduya asked Ada Pool what she thought of it. “It is cold in here today,” she replied.", "Ada Pool"),
        # some of a crowd, though a sentence opens with them
        ("Relatives of the crew said: “We are glad that it is over.”", None),
        ("Geologists said: “The quay sinks by a hand each year.”", None),
        (
            "Rab Quill, a pilot, is 24. Ada Pool was in tears. “It was cheap,” the 34-year-old told the club.",
            "Ada Pool",
        ),
        ("Ada Pool, 34, spoke. Dan Brook was in tears. “It was cheap,” the 34-year-old told the club.", "Ada Pool"),
        ("A 34-year-old was hurt. Dan Brook was not. “It was cheap,” the 34-year-old told the club.", None),
        ("Mum-of-two Ada Pool said it was cold. “It was cheap,” the 31-year-old told the club.", "Ada Pool"),
        ("Hubby Ron, 74, was in tears. “It was cheap,” he said.", "Ron"),
        ("Sophomore Dan Brook, whose sister is a sophomore too, said: “It was cheap.”", "Dan Brook"),
        ("Cllr Dan Brook, the council leader, said: “It was cheap.”", "Dan Brook"),
        ("Ada Pool KC, prosecuting, rose. “It was cheap,” Pool told the jury.", "Ada Pool KC"),
        ("“It was cheap,” says lead author Ada Pool, an engineer at the club.", "Ada Pool"),
        ("Ada Pool, a nurse, said the quay was shut. “It was cheap,” her statement said.", "Ada Pool"),
    ],
)
def test_the_subject_of_the_right_verb(sentence: str, speaker: str | None) -> None:
    assert {quote.speaker for quote in quotes(LEAD, sentence) if quote.kind != "indirect"} == {speaker}


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        # whoever has just spoken, not whose matters they spoke about
        (("Oduya’s plan may be too dear, said Tom Hale, a broker. “The town is poor,” he said.",), "Tom Hale"),
        # whoever a sentence is about, not those of whom more was said before
        (
            (
                "Dan Brook sold the yard. Dan Brook left the town. Dan Brook never wrote again.",
                "Judge Tom Hale heard the case on Monday. “It was a sad sale,” he said.",
            ),
            "Tom Hale",
        ),
        # a role and a name are one subject
        (("One neighbour, former dock clerk Ann Hale, wrote to Oduya. “It is a sad sale,” she said.",), "Ann Hale"),
        # a month that is somebody
        (("Dan Brook’s neighbour, florist June Reyes, disagreed. “It was a sad sale,” she said.",), "June Reyes"),
        # an actor may be a woman
        (("Actor Ola Brandt denied that she would quit. “Not until they carry me off,” she wrote.",), "Ola Brandt"),
        # what opens a sentence with a capital need be nobody
        (("Footage of Dan Brook came next. “It was a sad sale,” he said.",), "Dan Brook"),
        # a mother and a brother of one surname
        (
            (
                "Robin Teague, the head gardener, said the roses had died. She said the frost had killed them.",
                "The other vote came from Mayor Percy Teague. “I miss the roses,” he said.",
            ),
            "Percy Teague",
        ),
        # a woman who comes on stage while the sentence is about something else
        (("“It is cold,” Oduya said.", "For Ada Pool, the sale was a relief. “We sleep now,” she said."), "Ada Pool"),
        (("“It is cold,” Oduya said.", "Dan Brook told Ada Pool to leave. “I will not,” she said."), "Ada Pool"),
        (("“It is cold,” Oduya said.", "Among them was Ada Pool, a teacher. “I slept,” she said."), "Ada Pool"),
        (("“It is cold,” Oduya said.", "Next to Oduya stood Ada Pool. “I slept,” she said."), "Ada Pool"),
        # … or who is named again: hardly the one before her, not surely she
        (
            (
                "Dan Brook met Ada Pool.",
                "“It is cold,” Oduya said. The letter had reached Pool too late. “I slept,” she said.",
            ),
            None,
        ),
        # an apposition with a place behind it, a participle with a rival in it
        (
            ("“It is cold,” Oduya said.", "One buyer, Dan Brook of Port Ellery, left. “It was a sad sale,” he said."),
            "Dan Brook",
        ),
        (("Dan Brook, sitting down, said he was tired. Asked by Tom Hale, he said it was “a sad sale”.",), "Dan Brook"),
        # a club is no "he"
        (
            ("Dan Brook scored for Ellery Rovers late on. Asked if Rovers would win, he smiled: “Ask me in May.”",),
            "Dan Brook",
        ),
        # "she" behind an introduction without a comma
        (
            (
                "“It is cold,” Oduya said.",
                "Critic Ada Pool was not convinced. In her reply she said the quay was warm. “I slept,” she said.",
            ),
            "Ada Pool",
        ),
    ],
)
def test_whom_a_pronoun_means(paragraphs: tuple[str, ...], speaker: str | None) -> None:
    found = [quote for quote in quotes(LEAD, *paragraphs) if quote.kind != "indirect"]
    assert found[-1].speaker == speaker


def test_what_is_said_of_somebody_is_not_said_by_them() -> None:
    found = quotes(LEAD, "“It is cold,” Oduya said.", "Ada Pool was blunter. Oduya, she said, was asleep by noon.")
    assert [quote.speaker for quote in found] == ["Marlene Oduya", "Ada Pool"]


def test_nobody_is_picked_where_two_fit() -> None:
    found = quotes("Dan Brook wrote to Tom Hale before the vote was held.", "“It was a sad sale,” he said.")
    assert [quote.speaker for quote in found] in ([None], ["Dan Brook"])


@pytest.mark.parametrize(
    ("sentence", "speaker", "mention"),
    [
        ("A buyer complained to Oduya that “nobody ever sweeps the quay in winter”.", None, "A buyer"),
        ("“You promised us a crane and built a car park,” one man told Oduya.", None, "one man"),
        ("An informant told reporter Dan Brook that the pipes “were rotten from the first day”.", None, "An informant"),
        ("Lest anybody forget, “the crane was never safe to begin with,” Oduya said.", "Marlene Oduya", "Oduya"),
        ("Director Ola Brandt makes this clear in the film: “There is no second boat coming.”", None, None),
        ("Dan Brook shrugged at Oduya’s “harbour of the whole future” plan and left.", None, None),
        ("Heard was the former mayor Ola Brandt – “I would do it again” – and her son.", "Ola Brandt", "Ola Brandt"),
        ("The shop on Marsden Street is shut. “It was a sad sale,” Marsden said.", "Marsden", "Marsden"),
        ("“We will not load a single crate,” the union said.", None, "the union"),
        ("The Dockers’ Union met. “We will not load a single crate,” the union said.", "Dockers’ Union", "the union"),
        ("Oduya’s plan was widely mocked for its promise that it would be “the finest quay on earth”.", None, None),
        ("It ends with footage of Dan Brook saying in May, “That makes me rich.”", "Dan Brook", "Dan Brook"),
        ("Dan Brook said it would show “a harbour that has nothing left to hide”.", "Dan Brook", "Dan Brook"),
        ("Dan Brook said that the plan did not give “one good reason for a second crane”.", "Dan Brook", "Dan Brook"),
        ("After saying the quay was “so cold that the ropes broke,” Dan Brook went home.", "Dan Brook", "Dan Brook"),
        ("An official who spoke quietly to explain the sale said, “We had no choice at all.”", None, "An official"),
        ("On “Ellery Mornings,” Dan Brook praised the crew. “They never slept for a week.”", "Dan Brook", "Dan Brook"),
        ("Dan Brook held up a sign saying “No more sales of the old quay”.", None, "a sign"),
        ("More talk at the quay - Harbour News: “Nobody has slept for a week.”", "Harbour News", "Harbour News"),
        ("“That’s Dan Brook and Tom Hale,” Oduya told the club.", "Marlene Oduya", "Oduya"),
        ("When pressed, the father of three replied, “It is what it is.”", None, "the father of three"),
        ("“It is what it is,” a clerk, who asked not to be named, told Harbour News.", None, "a clerk"),
        ("The town heard that he had written to Dan Brook: “All is in order, as ever.”", None, "he"),
        ("The clerks think Oduya can win. One said: “It will blow over by noon.”", None, "One"),
        ("Engineers who built it were told to cut. “They wanted less of it,” one of them said.", None, "one of them"),
        ("Engineers had a word for the plan: “a very cheap sort of wet sand,” they said.", None, "they"),
        ("The club’s Chief Operating Officer, Dan Brook, said: “There is no second boat.”", "Dan Brook", "Dan Brook"),
        ("Likewise, a clerk had this to say: “There is no second boat coming.”", None, "a clerk"),
        ("The crew wore shirts that said, “There is no second boat coming.”", None, "that"),
        ("The club sent round a report, which notes, “There is no second boat coming.”", None, "which"),
        ("Some clerks who had met with Dan Brook called it “a gift to the idle rich”.", None, "Some clerks"),
        ("A letter sent round by Dan Brook warned of the worst: “There is no second boat.”", None, "A letter"),
        ("“Shut it,” said a clerk who knew Oduya and called the sale “a very sad little deal”.", None, "a clerk"),
        ("To the Welsh paper Harbour Post: “He is one of us now.”", None, None),
        ("Readers can expect Oduya to approach the fair with “rather more noise than last year”.", None, None),
    ],
)  # fmt: skip
def test_what_a_hasty_reader_gives_to_the_wrong_one(sentence: str, speaker: str | None, mention: str | None) -> None:
    found = [quote for quote in quotes(LEAD, sentence) if quote.kind != "indirect"]
    assert found or mention is None
    assert {(quote.speaker, quote.speaker_mention) for quote in found} <= {(speaker, mention)}


def test_she_is_whoever_was_she_before() -> None:
    found = quotes(
        "Ines Teal and Ola Brandt are running. “The quay belongs to the town,” Teal said in the first debate.",
        "“I have never sold a yard of it,” she said in the second debate.",
    )
    assert [quote.speaker for quote in found] == ["Ines Teal", "Ines Teal"]
    shown = quotes(
        "Robin Orrell spoke first. “I am the last of the keepers,” she said. Dan Brook came next.",
        "Orrell listened. “I have nothing to add to that,” she said.",
    )
    assert [quote.speaker for quote in shown] == ["Robin Orrell", "Robin Orrell"]


def test_who_speaks_on_is_who_left_the_quotation_open() -> None:
    found = quotes(
        "Dan Brook keeps a boat. Tom Teague keeps a shop.",
        "“They think that we row,” Dan Brook said of Tom Teague. “They think that we have no sails.",
        "“And they still believe in oars,” he said with a grin.",
    )
    assert [(quote.speaker, quote.kind) for quote in found][-1] == ("Dan Brook", "direct")


def test_a_surname_that_two_have_is_left_open() -> None:
    found = quotes("Ann Teague and Tom Teague keep roses. “They like the frost,” Teague said.")
    assert [(quote.speaker, quote.speaker_mention) for quote in found] == [(None, "Teague")]


def test_a_surname_means_nobody_whom_the_story_names_only_later() -> None:
    found = quotes(
        "Team Brook hopes for a second try. The dinner is the last chance of Otto Brook, and of his daughter Ilse.",
        "Ilse is well liked. Brook called the winter “a slow fire”.",
        "Ilse Brook, 34, keeps the yard.",
    )
    assert [quote.speaker for quote in found] == ["Otto Brook"]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Lorn Sen. Bo Pell met Ellery Sen. Ada Pool. “Never again on this quay,” the Lorn senator said.", "Bo Pell"),
        ("Lorn Sen. Bo Pell met Ellery Sen. Ada Pool. “Never again on this quay,” the senator said.", None),
        ("Sen. Bo Pell met Ellery Mayor Ada Pool. “Never again on this quay,” the Lorn senator said.", None),
        ("He toured Pennsylvania, the vice president in tow. “Never again,” the vice president said.", None),
        ("“Never again on this quay,” Tad King said. “It was a shame,” Mr. King said.", "Tad King"),
        ("“Never again on this quay,” Ada Pool said. Following Pool, Bo Pell left. “A shame,” Pool said.", "Ada Pool"),
        ("Ada Pool spoke. “A shame,” Pool said. Bo Pool left, though Bo Pool owns it. So did Bo Pool.", "Ada Pool"),
        ("Bo Pool died. His daughter, the cellist Ada Pool, wept. He met Ina Moss. “A shame,” Mrs. Pool said.", None),
        ("Brothers Nyx Pool and Tad Pool left. Their aunt, Ada Pool, is 91. “A shame,” Mrs. Pool said.", "Ada Pool"),
    ],
)
def test_an_office_or_a_surname_means_whom_the_story_lets_it_mean(told: str, speaker: str | None) -> None:
    assert {quote.speaker for quote in quotes(told)} == {speaker}


def test_no_story_is_read_again_for_each_mrs(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0

    class Counting(frozenset[str]):
        def isdisjoint(self, other: Iterable[object], /) -> bool:
            nonlocal looked
            looked += 1
            return super().isdisjoint(other)

    monkeypatch.setattr(speakers, "_BORN_SO", Counting(speakers._BORN_SO))  # pyright: ignore[reportPrivateUsage]
    found = quotes("Ada Pool met Tom Hale.", *["“A shame,” Mrs. Pool said. Ada Pool met Bo Kern."] * 30)
    assert [quote.speaker for quote in found] == ["Ada Pool"] * 30
    assert 0 < looked <= 2 + 3 * 30
