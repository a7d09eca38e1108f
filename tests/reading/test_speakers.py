"""Whose words they are where a sentence names more than one. Every name and sentence here is invented."""

from __future__ import annotations

import pytest
from test_quotes import LEAD, quotes


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
        (
            "Dan Brook shrugged off the vote, telling Harbour News that it was “a storm in a very small cup”.",
            "Dan Brook",
        ),
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
    ],
)
def test_whom_a_pronoun_means(paragraphs: tuple[str, ...], speaker: str | None) -> None:
    found = [quote for quote in quotes(LEAD, *paragraphs) if quote.kind != "indirect"]
    assert found[-1].speaker == speaker


def test_nobody_is_picked_where_two_fit() -> None:
    found = quotes("Dan Brook wrote to Tom Hale before the vote was held.", "“It was a sad sale,” he said.")
    assert [quote.speaker for quote in found] in ([None], ["Dan Brook"])
