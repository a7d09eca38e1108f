"""The sentences that stand for a story. Everybody here is invented."""

from onrecord.reading import read
from onrecord.stories import Passage, Story


def key_points(title: str, *paragraphs: str, section: str | None = None) -> tuple[str, ...]:
    passages = tuple(Passage(n=n, text=text, section=section) for n, text in enumerate(paragraphs))
    return read(Story(document="test", id="0" * 12, title=title, passages=passages)).key_points


def test_the_opening_and_what_has_the_title_s_words() -> None:
    found = key_points(
        "Lighthouse of Skarn gets a new lens",
        "The lighthouse of Skarn gets a lens that was cut in Dremmen.",
        "Gulls had nested on the gallery since the storms of spring began.",
        "“The old one was blind,” the keeper Mattis Orrel said on the stairs.",
        "A new lens costs as much as a year of the tower’s upkeep.",
        "Why does a lighthouse need a lens at all, a visitor asked?",
    )
    assert found[0] == "The lighthouse of Skarn gets a lens that was cut in Dremmen."
    assert "A new lens costs as much as a year of the tower’s upkeep." in found
    assert not any("?" in point or point.startswith("“") for point in found)


def test_what_opens_the_story_stands_for_it_behind_a_dateline_too() -> None:
    lead = "Gulls took the lamp of the tower on Friday night and flew off with it, as two boatmen saw."
    for opening in (lead, f"DREMMEN (Coastwise) - {lead}"):
        found = key_points(
            "Birds accused in the theft at Skarn lighthouse",
            opening,
            "The lighthouse keeper of Skarn has not slept since then, as he said.",
            "Birds are many at Skarn lighthouse, and few of them are loved there.",
            "A lighthouse without a lamp at Skarn is of little use to anybody.",
            "Accused of theft, birds fly, as an old song has it in Skarn.",
        )
        assert lead in found


def test_what_leans_on_the_sentence_before_it_stands_for_nothing() -> None:
    found = key_points(
        "A coin decides the race at Skarn",
        "The race at Skarn was decided on Monday by the toss of a coin.",
        "A coin is tossed where two boats come in together, as the rules have it.",
        "However there was one thread that ran through all of these races.",
        "Keepers counted the boats from the tower and wrote down what they saw.",
    )
    assert not any(point.startswith("However") for point in found)


def test_in_an_interview_what_is_asked_and_answered_is_not_the_story() -> None:
    found = key_points(
        "The keeper who lit the Skarn lighthouse for forty years",
        "The Courier: You have refused the lighthouse pension three times, as everybody says.",
        "Mattis Orrel: Four times, and I would refuse the Skarn lighthouse pension again.",
        "The Courier: So the keeper of forty years means to stay in the Skarn lighthouse.",
        "Mattis Orrel: The keeper stays for as long as the lighthouse lets him.",
        "Orrel retires in June, when the tower is handed to a trust.",
    )
    assert found[-1] == "Orrel retires in June, when the tower is handed to a trust."
    assert len(key_points("Talk", *["Ann Lee: The nets were empty again and nobody knew why."] * 3)) == 1, "or nothing"
