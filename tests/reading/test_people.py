"""The roles that a story gives its people. Every name and sentence here is invented."""

from __future__ import annotations

import pytest

from onrecord.reading import read
from onrecord.stories import Passage, Person, Story


def people(*paragraphs: str) -> dict[str, Person]:
    passages = tuple(Passage(n=n, text=text) for n, text in enumerate(paragraphs))
    made = read(Story(document="test", id="0" * 12, title="A story", passages=passages))
    Story.model_validate(made.model_dump())
    for person in made.people:
        for role, n in zip(person.roles, person.passages, strict=True):
            assert role in made.passages[n].text
    return {person.name: person for person in made.people}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Center for Tidal Power co-founder Rosalind Achebe spoke first.", "Center for Tidal Power co-founder"),
        ("Backers include Rosalind Achebe (Center for Tidal Power co-founder).", "Center for Tidal Power co-founder"),
        ("Rosalind Achebe, president of the Coastal League, spoke first.", "president of the Coastal League"),
        ("Rosalind Achebe, a marine engineer who lives in Tarn, spoke first.", "marine engineer"),
        ("Marine engineer Rosalind Achebe spoke first.", "Marine engineer"),
        ("Rosalind Achebe is the founder of Tidewise.", "founder of Tidewise"),
        ("Rosalind Achebe, Friends of Ellery’s executive director, spoke.", "Friends of Ellery’s executive director"),
        ("Rosalind Achebe, who served as treasurer of Vell until May, spoke.", "served as treasurer of Vell"),
        ("Rosalind Achebe, who managed Dan Brook’s 1996 campaign, spoke.", "managed Dan Brook’s 1996 campaign"),
        ("The fee, noted Vell Mayor Rosalind Achebe, is low.", "Vell Mayor"),
        ("They wrote to Senate majority leader Rosalind Achebe.", "Senate majority leader"),
        ("Rosalind Achebe, 53, a security guard at a Vell casino, spoke.", "security guard at a Vell casino"),
        ("The crowd left when Rosalind Achebe, Dan Brook’s campaign manager, spoke.", "Dan Brook’s campaign manager"),
        ("His predecessor, Rosalind Achebe, was president of Tidewise from 2011.", "president of Tidewise from 2011"),
        ("The founder and chair of the Tide Group, Rosalind Achebe, is tired.", "founder and chair of the Tide Group"),
        ("The panel was led by a retired judge, Rosalind Achebe, who had asked for papers.", "retired judge"),
        ("A former pilot, Rosalind Achebe, spoke first.", "former pilot"),
        ("Two boats came to assist Vell Mayor Rosalind Achebe with the flood.", "Vell Mayor"),
        ("“It is noise,” said Rosalind Achebe, a party committeewoman from Orm.", "party committeewoman from Orm"),
        (
            "More than 40 people signed the port’s appeal, including Dan Brook, Rosalind Achebe and Ida Marsh.",
            "signed the port’s appeal",
        ),
    ],
)
def test_roles_are_slices_of_the_story(sentence: str, role: str) -> None:
    assert role in people(sentence)["Rosalind Achebe"].roles


@pytest.mark.parametrize(
    "sentence",
    [
        "They met a baker, Rosalind Achebe, and a teacher.",
        "They met the cook, a baker, Rosalind Achebe, two pilots.",
        "They thanked a baker, Rosalind Achebe and Ida Marsh.",
    ],
)
def test_the_next_of_a_list_is_not_introduced_by_the_one_before(sentence: str) -> None:
    assert people(sentence, "Rosalind Achebe spoke first.")["Rosalind Achebe"].roles == ()


def test_what_comes_behind_the_name_may_be_about_somebody_else() -> None:
    found = people("Luckily for Rosalind Achebe, right now the mayor is more popular than the nominee.")
    assert found["Rosalind Achebe"].roles == ()


def test_a_judge_is_somebody() -> None:
    found = people("U.S. District Judge Rosalind C. Achebe gave him a year.", "“It must stop,” Achebe said.")
    assert list(found) == ["Rosalind C. Achebe"]
    assert found["Rosalind C. Achebe"].roles == ("U.S. District Judge",)


def test_a_title_before_a_surname_that_two_have_is_neither_s() -> None:
    found = people(
        "Rosalind Achebe ran for mayor.", "Mayor Achebe stayed at home.", "Her brother, Tom Achebe, was ill."
    )
    assert found["Rosalind Achebe"].roles == ()


def test_a_name_that_only_the_title_has_whole() -> None:
    passages = (Passage(n=0, text="“I was in Orm,” said Achebe. “It is late,” Achebe added."),)
    for title in ("Rosalind Achebe: ‘I am sick of it’", "Why Rosalind Achebe Left Orm"):
        made = read(Story(document="test", id="0" * 12, title=title, passages=passages))
        assert [person.name for person in made.people] == ["Rosalind Achebe"]
        assert {quote.speaker for quote in made.quotes} == {"Rosalind Achebe"}
    made = read(Story(document="test", id="0" * 12, title="Governor Achebe: ‘I am sick of it’", passages=passages))
    assert [person.name for person in made.people] == ["Achebe"]


def test_what_somebody_was_in_a_sentence_of_theirs_is_no_role() -> None:
    assert people("Brook clarified that he, Dan Brook, was the best candidate.")["Dan Brook"].roles == ()
    assert people("Marsh backed Dan Brook, as a teenager from Vell would.")["Dan Brook"].roles == ()
    assert people("A clerk of the late Dan Brook, is now president of Tidewise.")["Dan Brook"].roles == ()


def test_a_place_stays_what_it_was_when_a_name_ends_in_it() -> None:
    found = people(
        "The ferry serves South Carolina all year.",
        "Its leaflets were headed Rosalind Achebe South Carolina and nothing else.",
        "South Carolina liked them, and “I did too,” said Rosalind Achebe, a lawyer.",
    )
    assert not any("South Carolina" in person.aliases for person in found.values())


def test_two_of_one_surname_stay_two() -> None:
    found = people(
        "Bill Marsh and Helen Marsh met Donald Stone and Donald Stone Jr. on the pier.",
        "Mr. Marsh spoke; the Marshes left.",
    )
    assert set(found) == {"Bill Marsh", "Helen Marsh", "Donald Stone", "Donald Stone Jr."}


@pytest.mark.parametrize(
    ("paragraphs", "name", "alias"),
    [
        (("Rep. Harold C. “Buddy” Marsh spoke.",), "Harold C. “Buddy” Marsh", "Buddy Marsh"),
        (("Joseph B. Poole spoke.", "Joseph Poole sang."), "Joseph B. Poole", "Joseph Poole"),
        (("Rosalind Gordon-Achebe spoke.", "“No,” Gordon-Achebe said."), "Rosalind Gordon-Achebe", "Gordon-Achebe"),
        (("Enrique Peña Lago spoke.", "“No,” Peña Lago said."), "Enrique Peña Lago", "Peña Lago"),
        (("J.J. Marsh spoke.", "J. J. Marsh sang."), "J. J. Marsh", "J.J. Marsh"),
        (("The Coalition for Quiet Ports (CQP) met.", "“No,” CQP said."), "Coalition for Quiet Ports", "CQP"),
        (("The Tide Institute met the Tide Institute for Ports.",), "Tide Institute for Ports", "Tide Institute"),
    ],
)
def test_one_entry_under_the_fullest_name(paragraphs: tuple[str, ...], name: str, alias: str) -> None:
    found = people(*paragraphs)
    assert list(found) == [name]
    assert alias in found[name].aliases


def test_whoever_a_transcript_labels_is_somebody() -> None:
    found = people(
        "Zelpha Umber keeps the light.",
        "QUIRE: How long have you kept it?",
        "UMBER: Since the flood came. I had a van and no plans.",
        "QUIRE: What did you find there?",
        "UMBER: Nine hundred reels, and a cat.",
    )
    assert found["Zelpha Umber"].kind == "person"


@pytest.mark.parametrize(
    "paragraph",
    [
        "He posted it on X. Natasha Poole agreed.",
        "Engineer Natasha Poole agreed.",
        "Natasha Poole, 41, agreed.",
        "South Korean-born Natasha Poole agreed.",
        "Paris-based Natasha Poole agreed.",
    ],
)
def test_a_name_is_cut_at_its_own_ends(paragraph: str) -> None:
    assert list(people(paragraph)) == ["Natasha Poole"]


def test_quotes_and_people_use_one_name() -> None:
    text = "The House Harbors and Fisheries Committee met. “We are late,” the Fisheries Committee said."
    made = read(Story(document="test", id="0" * 12, title="A story", passages=(Passage(n=0, text=text),)))
    assert {quote.speaker for quote in made.quotes} <= {person.name for person in made.people}


@pytest.mark.parametrize(
    ("told", "mention"),
    [
        ("Matthew King sails. Mr. King left.", "King"),
        ("Ida Singer sails. Ms. Singer left.", "Singer"),
        ("Ada Poole sails. Following Poole on Monday was a crowd.", "Poole"),
        ("Ada Poole sails. Senators Poole and Lund left.", "Poole"),
        ("Phillip Poole sails. Philip Poole left.", "Philip Poole"),
    ],
)
def test_a_later_mention_means_who_was_named_in_full(told: str, mention: str) -> None:
    (person,) = people(told).values()
    assert mention in (person.name, *person.aliases)


def test_relatives_and_offices_are_nobody_elses_later_mention() -> None:
    found = people("Ada Poole sails. “No,” Tobin Poole said. Mr. President, she said, come. Mr. Speaker left.")
    assert set(found) == {"Ada Poole", "Tobin Poole"}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("Ann Brook, Taiko Wairere and Dawn Marsh founded it.", {"Ann Brook", "Taiko Wairere", "Dawn Marsh"}),
        (
            "Olugbenga Odoyo, Nguyen Thi Lan, and Ida Marsh came.",
            {"Olugbenga Odoyo", "Nguyen Thi Lan", "Ida Marsh"},
        ),
        ("It reached Ida Marsh and Olumi Tarr.", {"Ida Marsh", "Olumi Tarr"}),
        ("The shop sold Green Apples, Red Onions and Brown Bread.", set[str]()),
        ("Presidents Brook and Ida Marsh signed.", {"Ida Marsh"}),
        ("Ida Marsh came by way of Saint Alban and Port Yarrow.", {"Ida Marsh"}),
        ("A report for Ida Marsh and the Seventh Circuit, by nobody.", {"Ida Marsh"}),
    ],
)
def test_in_a_row_of_people_everybody_is_one(row: str, found: set[str]) -> None:
    assert set(people(row)) == found


def test_an_organisation_named_for_short_is_the_same_one() -> None:
    told = "The Port Ellery Times wrote to the Tidal Trust and to the Vell Trust on Monday."
    found = people(told, "The Times said the Trust had lost its papers.")
    assert "Port Ellery Times" in found
    assert "Times" not in found
    assert "Trust" not in people(told.replace("and to the Vell Trust", ""), "The Trust said it had lost its papers.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Brook, the Courier reported, told friends that the gate broke.",
        "Ann Brook, the clerk said on Monday, is ill.",
        "Thanking Ann Brook, the mayor said the gate was safe.",
        "In a letter to Ann Brook, the mayor said the gate was safe.",
        "With Ann Brook, the mayor opened the gate.",
        "To the mayor, Ann Brook is a thief.",
        "Not a doctor, Ann Brook left.",
        "Ann Brook served as a warning to the mayor of Port Ellery.",
        "Alongside Ann Brook, the coach told reporters that the gate was safe.",
    ],
)
def test_whoever_speaks_behind_the_comma_is_somebody_else(sentence: str) -> None:
    found = people(sentence)
    assert {name: person.roles for name, person in found.items()} == {"Ann Brook": ()}


def test_a_newspaper_is_no_person() -> None:
    assert (
        people("The Ellery Courier obtained 72 letters.", "The Courier said so.")["Ellery Courier"].kind
        == "organisation"
    )
