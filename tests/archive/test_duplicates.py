"""When two texts are one, decided on the texts alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.archive.duplicates.same_story import Telling, gathered, is_same_story, is_same_text, text_of
from onrecord.archive.terms import terms
from onrecord.archive.traces import figures, prints, runs

BULLETIN = (
    "The pollen office at Wrenfield counted {} grains of birch and {} of hazel in each cubic metre of air on the roof "
    "of the town hall, where the trap has stood since the spring of {}, next to a weather vane that nobody has oiled. "
    "People who sneeze should keep their windows shut in the morning and wash their hair before they go to bed, and "
    "whoever must mow the lawn should do it after rain. The next count follows on Friday at noon as always."
)
OPENING = "A heron has moved into the fountain before the savings bank and will not be moved out of it again."
REST = "Clerks feed it herrings at eleven, against the orders of the manager, who has been seen to feed it at ten."


def test_a_pattern_filled_in_anew_is_another_text() -> None:
    one, other = (text_of([BULLETIN.format(*filled)]) for filled in [(412, 77, 1988), (96, 305, 1991)])
    assert not is_same_text(one, other)
    assert is_same_text(one, text_of([BULLETIN.format(412, 77, 1988).replace("nobody has", "no one has")]))


def test_a_part_is_the_same_text_if_it_begins_alike() -> None:
    whole = text_of([OPENING, REST, BULLETIN.format(1, 2, 3)])
    assert is_same_text(text_of([OPENING, REST]), whole)
    assert not is_same_text(text_of([BULLETIN.format(1, 2, 3)]), whole)


@pytest.mark.parametrize(("one", "other", "same"), [("", "", False), ("Rain.", "Rain.", False), (OPENING, "", False)])
def test_next_to_nothing_is_the_same_as_nothing(one: str, other: str, same: bool) -> None:
    assert is_same_text(text_of([one]), text_of([other])) is same


def telling(document: int, own: str, *texts: str, machine: bool = False) -> Telling:
    return Telling(document, own, machine, text_of(texts))


def test_a_rewrite_by_a_machine_is_another_story_unless_it_changes_next_to_nothing() -> None:
    retouched = OPENING.replace("has moved into", "has taken over")
    original = telling(1, "a", OPENING, REST)
    assert is_same_story(original, telling(2, "b", retouched, REST))
    assert not is_same_story(original, telling(2, "b", retouched, REST, machine=True))
    assert is_same_story(original, telling(2, "b", OPENING, REST.replace("ten.", "nine."), machine=True))


def test_a_translation_that_names_the_original_is_another_story() -> None:
    translated = "Una garza se ha mudado a la fuente delante de la caja de ahorros y no hay quien la saque de ella."
    assert not is_same_story(telling(1, "a", OPENING), telling(2, "a", translated))
    assert is_same_story(telling(1, "a", OPENING), telling(2, "a", REST))


def test_stories_are_gathered_whatever_the_order() -> None:
    tellings = [telling(1, "a", OPENING), telling(2, "b", REST), telling(3, "a", REST), telling(4, "c", BULLETIN)]
    for order in (tellings, tellings[::-1]):
        groups = {frozenset(one.document for one in group) for group in gathered(order)}
        assert groups == {frozenset({1, 2, 3}), frozenset({4})}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12,000 people, 3.5% and $41.2 million", {"12000", "3.5", "41.2"}),
        ("12.000 personas y 400.000 euros", {"12000", "400000"}),
        ("thirty-two of six hundred, nine thousand in all", {"32", "600", "9000"}),
        ("one of two since 2026, in 1871", {"1871"}),
        ("the hundred days", set[str]()),
    ],
)
def test_figures_are_read_in_any_form(text: str, found: set[str]) -> None:
    assert figures([text], terms(text)) == found


@given(st.lists(st.text("abcdefg", min_size=1, max_size=3), min_size=16, max_size=60), st.integers(0, 30))
def test_texts_that_share_sixteen_words_share_a_print(words: list[str], before: int) -> None:
    assert prints(words) & prints([*(["x"] * before), *words, "y"])
    assert prints(words) <= set(runs(words))


def test_removed_stories_are_known_by_sums_that_stay_the_same() -> None:
    assert runs("the mill burned down again".split()) == [373659385, 210283711]
    assert runs("the mill burned".split()) == []
