"""Which reports are about one event."""

from datetime import date, timedelta
from itertools import product

import pytest
from made import BREAKS, FERRY, MUSEUM, make_story, put

from onrecord.archive import Archive, Arrival
from onrecord.archive.duplicates.same_event import UNDATED, Traits, day_of, is_likely, is_same_event
from onrecord.archive.rows import story_rows
from onrecord.stories import Person

WORDS = frozenset(f"word{n}" for n in range(40))
ONE = Traits(UNDATED, WORDS, frozenset(range(6)), frozenset({101, 102, 103}), frozenset({"monday"}), english=True)


def other(  # how many words, names and figures it does not share
    words: int = 28, names: int = 0, figures: int = 0, days: str = "monday", published: str = "", english: bool = True
) -> Traits:
    return Traits(
        day_of(published),
        frozenset([*sorted(WORDS)[words:], *(f"other{n}" for n in range(words))]),
        frozenset(range(names, 6 + names)),
        frozenset(range(101 + figures, 104 + figures)),
        frozenset(days.split()),
        english,
    )


@pytest.mark.parametrize(
    ("report", "same"),
    [
        (other(), True),  # other words for the same names, figures and day
        (other(figures=1), True),
        (other(figures=2), False),
        (other(words=4, figures=2), False),  # a pattern filled in anew
        (other(words=40), False),  # no words in common
        (other(words=40, days="", english=False), True),  # which is no wonder in another language
        (other(words=40, names=4, days="", english=False), False),
        (other(names=1, days=""), True),
        (other(figures=1, days=""), False),  # nobody knows whether it was the same day
        (other(names=1, days="friday"), False),
        (other(words=8, names=4), False),  # the same form of words about other people
        (other(words=12, names=0, figures=0, days="monday friday"), True),
    ],
)
def test_names_figures_days_and_words_decide(report: Traits, same: bool) -> None:
    assert is_same_event(ONE, report) is same
    assert is_same_event(report, ONE) is same


@pytest.mark.parametrize(
    ("figures", "days", "same"), [(4, "monday", True), (3, "monday", False), (4, "", False), (6, "friday", False)]
)
def test_long_reports_are_about_one_event_by_a_day_and_most_figures_if_one_is_undated(
    figures: int, days: str, same: bool
) -> None:
    long = ONE._replace(names=frozenset(range(12)), figures=frozenset(range(101, 107)))
    report = other(words=20, days=days)._replace(
        day=day_of("2031-05-04"), names=frozenset(range(6, 18)), figures=frozenset(range(107 - figures, 113 - figures))
    )
    assert is_same_event(long, report) is same
    assert is_same_event(long._replace(day=report.day), report) or not same


@pytest.mark.parametrize(
    ("published", "same"), [("2031-05-04", True), ("2031-05-07", True), ("2031-05-09T10:00:00", False)]
)
def test_a_report_days_later_is_about_what_happened_since(published: str, same: bool) -> None:
    assert is_same_event(ONE._replace(day=day_of("2031-05-04T08:00:00")), other(published=published)) is same


def test_whose_words_are_not_compared_could_not_be_about_one_event_whatever_they_are() -> None:
    told = [
        other(words, names, figures, days, english=english)
        for words, names, figures, days, english in product(
            (0, 12, 24, 28, 40), range(7), range(4), ("", "monday", "friday"), (True, False)
        )
    ]
    same = [report for report in told if is_same_event(ONE, report)]
    assert len(same) > 50
    assert all(is_likely(ONE, report._replace(words=frozenset[str]())) for report in same)
    assert not is_likely(ONE, other(figures=3)), "nothing would be gained"


@pytest.mark.parametrize(("days_later", "events"), [(3, 1), (4, 2)])
async def test_what_names_a_report_as_its_original_is_about_the_same_event(
    archive: Archive, days_later: int, events: int
) -> None:
    opened = date(2031, 5, 4)
    report = FERRY.model_copy(update={"published": opened})
    told = make_story("Boats are back", ["Crossings resume after the harbour dispute, and hardly anybody noticed."])
    told = told.model_copy(update={"url": FERRY.url, "published": opened + timedelta(days=days_later)})
    await put(archive, report)
    async with archive.writing("1") as writer:
        await writer.put("digests", [Arrival("digest", "1", story_rows(told))])
    assert (await archive.counts()).stories == 2
    assert (await archive.counts()).events == events


def test_a_rewrite_that_names_nobody_is_recognised() -> None:
    bare = ONE._replace(names=frozenset[int](), figures=frozenset[int]())
    assert is_same_event(bare, other(words=12)._replace(names=frozenset[int](), figures=frozenset[int]()))
    assert not is_same_event(bare, other(words=20)._replace(names=frozenset[int](), figures=frozenset[int]()))


def test_two_short_reports_share_a_few_words_by_chance() -> None:
    few = Traits(UNDATED, frozenset("bakery inspected passes".split()), frozenset(), frozenset(), frozenset(), True)
    assert not is_same_event(few, few)


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
