"""When two names mean one person across stories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.names import name_key

SAME = [
    (
        "Joseph Gordon-Levitt",
        "Joseph Gordon Levitt",
        "Joseph Gordon‑Levitt",
        "joseph gordon-levitt",
        "Joe Gordon-Levitt",
    ),
    ("J.J. Abrams", "JJ Abrams", "J. J. Abrams", "j.j. abrams"),
    (
        "Rosalind Achebe",
        "Dr. Rosalind Achebe",
        "Rosalind B. Achebe",
        "Rosalind Achébe",
        "Rosalind Achebe, PhD",
        "Achebe, Rosalind",
    ),
    ("Carl Stone Jr.", "Carl Stone, Jr.", "Mr. Carl Stone Jr", "Carl Stone Junior"),
    ("@IdaMarsh", "Ida Marsh", "@ida_marsh"),
    ("@JosephMarsh", "Joseph Marsh"),
    ("Harold C. “Buddy” Marsh", "Harold Marsh", 'Harold "Buddy" Marsh'),
    ("The Tide Institute", "Tide Institute", "tide institute"),
]
APART = [
    ("Bill Clinton", "Hillary Clinton"),
    ("Donald Trump", "Donald Trump Jr."),
    ("Carl Stone Sr.", "Carl Stone Jr."),
    ("George W. Bush", "George H. W. Bush"),
    ("Ida Marsh", "Ada Marsh"),
    ("Ida Marsh", "Ida March"),
    ("Joseph Levitt", "Joseph Gordon-Levitt"),
    ("Justice Department", "State Department"),
    ("Governor's Office", "Mayor's Office"),
    ("General Motors", "Father Motors"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_one_person_however_written(names: tuple[str, ...]) -> None:
    assert len({name_key(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


GIVEN = st.sampled_from(["Ida", "Rosalind", "Émile", "Joseph", "Nora", "Anna-Lena", "Bo"])
SURNAME = st.sampled_from(["Marsh", "Achebe", "Gordon-Lake", "O’Dell", "Núñez", "Van Hale", "Stone"])
DRESS = st.sampled_from(
    ["{g} {s}", "Dr. {g} {s}", "Sen. {g} {s}", "{g} B. {s}", "{g} {s}, PhD", "{s}, {g}", "  {g}  {s} "]
)


@given(GIVEN, SURNAME, DRESS, DRESS)
def test_dress_does_not_make_the_person(given_name: str, surname: str, one: str, other: str) -> None:
    if " " in surname and "{s}, " in one + other:
        surname = surname.replace(" ", "-")
    assert name_key(one.format(g=given_name, s=surname)) == name_key(other.format(g=given_name, s=surname))


@given(GIVEN, SURNAME, GIVEN, SURNAME)
def test_another_name_is_another_person(given_name: str, surname: str, other_given: str, other_surname: str) -> None:
    same = (given_name, surname) == (other_given, other_surname)
    assert (name_key(f"{given_name} {surname}") == name_key(f"{other_given} {other_surname}")) == same


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name: str) -> None:
    key = name_key(name)
    assert name_key(key) == key
