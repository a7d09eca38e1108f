"""Who is who in short stories. Every name and sentence here is invented."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from onrecord.reading import read
from onrecord.stories import Passage, Person, Story


class Told(NamedTuple):
    story: tuple[str, ...]
    people: dict[str, tuple[str, ...]]
    """Everybody the story is about, with their roles, most telling first. Nobody else may be listed."""


GOLD = {
    "an office, its bearer’s nickname, and a tag in brackets": Told(
        (
            "Rep. Harold C. “Buddy” Marsh (D-Va.) opened the hearing.",
            "The panel asked Buddy Marsh to stay.",
        ),
        {"Harold C. “Buddy” Marsh": ("Rep.",)},
    ),
    "a committee whose name holds an and": Told(
        (
            "The House Harbors and Fisheries Oversight Committee met on Labor Day.",
            "Ida Brook, chairwoman of the House Science and Technology Committee, was absent.",
        ),
        {
            "House Harbors and Fisheries Oversight Committee": (),
            "Ida Brook": ("chairwoman of the House Science and Technology Committee",),
            "House Science and Technology Committee": (),
        },
    ),
    "assemblies and conventions": Told(
        (
            "Delegate Ruth Hale left the General Assembly for the Republican National Convention.",
            "The General Assembly voted without her.",
        ),
        {"Ruth Hale": ("Delegate",), "General Assembly": ()},
    ),
    "a court case names nobody": Told(
        ("The ruling in Hale v. Board of Education came up again.", "Martin Poole, a civil rights lawyer, cited it."),
        {"Martin Poole": ("civil rights lawyer",)},
    ),
    "laws, peoples and places are nobody": Told(
        (
            "NEWPORT NEWS — African Americans in the valley back the Clean Harbor Act and the Fifth Amendment.",
            "Mayor Bo Ray spoke in Lake Placid.",
        ),
        {"Bo Ray": ("Mayor",)},
    ),
    "a court is no office": Told(
        ("The U.S. Court of Appeals heard Secretary of State Ida Brook.",),
        {"U.S. Court of Appeals": (), "Ida Brook": ("Secretary of State",)},
    ),
    "a given name does not make a person": Told(
        ("Ida Brook walked from Virginia Beach to the Lincoln Memorial on Martin Luther King Day.",),
        {"Ida Brook": ()},
    ),
    "a possessive role": Told(
        ("Marsh’s campaign manager Robert Teller spoke first.", "Ida Marsh listened."),
        {"Robert Teller": ("Marsh’s campaign manager",), "Ida Marsh": ()},
    ),
    "a role before the comma": Told(
        ("The group’s president, Rosalind Achebe, spoke first.",),
        {"Rosalind Achebe": ("group’s president",)},
    ),
    "kin of somebody named": Told(
        ("Brook’s niece, Marcia Price, came along.", "Her brother, Peter Price, stayed at home. Ida Brook waved."),
        {"Marcia Price": ("Brook’s niece",), "Peter Price": (), "Ida Brook": ()},
    ),
    "an age between name and role": Told(
        ("Martha Quill, 69, a retired ferry captain, rang the bell.",),
        {"Martha Quill": ("retired ferry captain",)},
    ),
    "a place of work with a preposition after it": Told(
        ("Quentin Reed, a political scientist at Ellery University in Brook’s district, disagreed.",),
        {
            "Quentin Reed": ("political scientist at Ellery University in Brook’s district",),
            "Ellery University": (),
        },
    ),
    "two roles joined": Told(
        ("Former governor and ambassador Donald Byers wept.", "Actress and director Nora Lind did not."),
        {"Donald Byers": ("Former governor and ambassador",), "Nora Lind": ("Actress and director",)},
    ),
    "an apposition that goes on after and": Told(
        ("Hans Keller, director of the Tide Institute and a former minister, resigned.",),
        {"Hans Keller": ("director of the Tide Institute and a former minister",), "Tide Institute": ()},
    ),
    "who runs something": Told(
        ("Helen Voss, who runs the Shoreline Foundation, paid for it.",),
        {"Helen Voss": ("runs the Shoreline Foundation",), "Shoreline Foundation": ()},
    ),
    "who founded it": Told(
        ("Oscar Lund and Vera Holt co-founded the Shoreline Foundation in 1999.",),
        {
            "Oscar Lund": ("co-founded the Shoreline Foundation",),
            "Vera Holt": ("co-founded the Shoreline Foundation",),
            "Shoreline Foundation": (),
        },
    ),
    "an appointment": Told(
        ("Irene Stone was appointed chair of the Harbor Commission on Tuesday.",),
        {"Irene Stone": ("appointed chair of the Harbor Commission",), "Harbor Commission": ()},
    ),
    "an appeal and those who signed it": Told(
        (
            "More than 40 people signed the port’s letter, including Dan Brook, Ida Marsh and Guillermo del Prado, "
            "followed by members of the Dockers Guild of Ellery and TIDE-AFT.",
        ),
        {
            "Dan Brook": ("signed the port’s letter",),
            "Ida Marsh": ("signed the port’s letter",),
            "Guillermo del Prado": ("signed the port’s letter",),
            "Dockers Guild of Ellery": ("signed the port’s letter",),
            "TIDE-AFT": ("signed the port’s letter",),
        },
    ),
    "signing a bill is no role": Told(
        ("Gov. Ellen Frost signed the bill.",),
        {"Ellen Frost": ("Gov.",)},
    ),
    "brackets in a list": Told(
        ("Backers include Nora Lind, David Gray, and Ruth Hale (Center for Tidal Power co-founder).",),
        {
            "Nora Lind": ("Backers",),
            "David Gray": ("Backers",),
            "Ruth Hale": ("Center for Tidal Power co-founder", "Backers"),
        },
    ),
    "each of a list has their own": Told(
        (
            "Founding members of the Coalition for Quiet Ports include actress Nora Lind, engineer David Gray, "
            "Tide Institute president Ruth Hale.",
        ),
        {
            "Coalition for Quiet Ports": (),
            "Nora Lind": ("actress", "Founding members of the Coalition for Quiet Ports"),
            "David Gray": ("engineer", "Founding members of the Coalition for Quiet Ports"),
            "Tide Institute": (),
            "Ruth Hale": ("Tide Institute president", "Founding members of the Coalition for Quiet Ports"),
        },
    ),
    "verbs before a title are not part of it": Told(
        (
            "Aides consider Sen. Carl Stone a rival; nobody views President Boris Lem as one.",
            "They may defeat presumptive nominee Ida Brook and casino magnate Hans Keller.",
        ),
        {
            "Carl Stone": ("Sen.",),
            "Boris Lem": ("President",),
            "Ida Brook": ("presumptive nominee",),
            "Hans Keller": ("casino magnate",),
        },
    ),
    "a chairman who is a representative too": Told(
        ("The vice presidential nominee Sen. Tom Kane met panel Chairman Rep. Jason Field.",),
        {"Tom Kane": ("vice presidential nominee",), "Jason Field": ("panel Chairman",)},
    ),
    "an office of the state": Told(
        ("Colin Dale, a former secretary of state, met Secretary of State John F. Carey.",),
        {"Colin Dale": ("former secretary of state",), "John F. Carey": ("Secretary of State",)},
    ),
    "a lone rival says nothing": Told(
        ("His rival Carl Stone and his wife Anna Stone left early.",),
        {"Carl Stone": (), "Anna Stone": ()},
    ),
    "an organisation’s short name": Told(
        (
            "The Coastal Lights Bureau (CLB) fined the port.",
            "Later CLB fined the town.",
            "“We were late,” CLB said.",
        ),
        {"Coastal Lights Bureau": ()},
    ),
    "headings and glued captions are nobody": Told(
        ("Harbor Power Impedes Peace Efforts", "Jon StraussPhotography by Edith Poe", "Edith Poe took the pictures."),
        {"Edith Poe": ()},
    ),
    "the first lady is not the president": Told(
        ("President Brook stayed.", "The first lady, Michelle Brook, left.", "Mr. Brook said: “I will follow.”"),
        {"Michelle Brook": (), "Brook": ("President",)},
    ),
}


def listed(*paragraphs: str) -> tuple[Person, ...]:
    passages = tuple(Passage(n=n, text=text) for n, text in enumerate(paragraphs))
    made = read(Story(document="test", id="0" * 12, title="A story", passages=passages))
    Story.model_validate(made.model_dump())
    for person in made.people:
        for role, n in zip(person.roles, person.passages, strict=True):
            assert role in made.passages[n].text
    return made.people


@pytest.mark.parametrize("told", GOLD.values(), ids=GOLD.keys())
def test_a_story_gives_its_people_their_roles_and_names_nobody_else(told: Told) -> None:
    assert {person.name: person.roles for person in listed(*told.story)} == told.people


def test_no_role_is_part_of_another() -> None:
    [ida] = listed("The poet Ida Marsh sang.", "The former poet Ida Marsh sang.", "Ida Marsh, a poet, sang.")
    assert ida.roles == ("former poet",)


def test_roles_stop_at_six() -> None:
    kinds = ["tenor", "painter", "poet", "baker", "pilot", "surgeon", "farmer", "lawyer"]
    [ida] = listed(*(f"The {kind} Ida Marsh sang." for kind in kinds))
    assert len(ida.roles) == 6
