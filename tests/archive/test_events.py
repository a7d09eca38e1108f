"""Which reports are about one event."""

import pytest
from made import BREAKS, FERRY, MUSEUM, make_story, put

from onrecord.archive import Archive
from onrecord.archive.events import Traits, is_same_event
from onrecord.stories import Person

WORDS = frozenset(f"word{n}" for n in range(40))
PEOPLE = frozenset("quintero renn lines".split())


def differing(words: int, people: frozenset[str] = PEOPLE, published: str = "") -> Traits:
    kept = sorted(WORDS)[words:]
    return Traits(published, frozenset([*kept, *(f"other{n}" for n in range(words))]), people)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (differing(0), True),
        (differing(12, frozenset()), True),  # a rewrite that names nobody
        (differing(20), True),  # other words for it, the same people
        (differing(20, frozenset({"renn"})), False),  # one person in common, and half of the words
        (differing(30), False),  # the same people about something else
        (differing(8, frozenset("bell orwin teague".split())), False),  # the same form of words about other people
        (differing(0, published="2031-05-04"), True),
        (differing(0, published="2031-05-09T10:00:00"), False),
    ],
)
def test_words_people_and_days_decide(other: Traits, same: bool) -> None:
    one = Traits("2031-05-04T08:00:00" if other.published else "", WORDS, PEOPLE)
    assert is_same_event(one, other) is same
    assert is_same_event(other, one) is same


def test_two_short_reports_share_a_few_words_by_chance() -> None:
    few = frozenset("bakery inspected passes".split())
    assert not is_same_event(Traits("", few, frozenset()), Traits("", few, frozenset()))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
async def test_the_order_of_loading_does_not_matter(archive: Archive, order: tuple[int, int, int]) -> None:
    stories = [FERRY, BREAKS, MUSEUM]
    for n in order:
        await put(archive, stories[n])
    assert sorted(len(event.stories) for event in await archive.stories(9)) == [1, 2]
    assert (await archive.counts()).events == 2


async def test_a_rewrite_without_any_names_is_recognised(archive: Archive) -> None:
    text = "Frost split the aqueduct above Tarn village overnight and water ran down both lanes until noon on Thursday."
    again = "Frost split the old aqueduct above Tarn village overnight; water ran down both lanes until noon Thursday."
    await put(archive, make_story("Aqueduct above Tarn splits", [text]), make_story("Water floods Tarn lanes", [again]))
    assert [len(event.stories) for event in await archive.stories(5)] == [2]


async def test_the_same_people_at_something_else_is_another_event(archive: Archive) -> None:
    other = make_story(
        "Mayor opens lighthouse to walkers",
        [
            "The old lighthouse has stairs again, and Tobias Renn climbed them with Marisol Quintero-Vance.",
            "Lamps glow.",
        ],
        people=[Person(name="Tobias Renn"), Person(name="Marisol Quintero-Vance"), Person(name="Elwin Coastal Lines")],
    )
    await put(archive, FERRY, other)
    assert (await archive.counts()).events == 2
