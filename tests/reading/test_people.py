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
        ("More than 40 people signed the port’s appeal, including Dan Brook, Rosalind Achebe and Ida Marsh.", "signed the port’s appeal"),
    ],
)
def test_roles_are_slices_of_the_story(sentence: str, role: str) -> None:
    assert role in people(sentence)["Rosalind Achebe"].roles
