from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import fold, place_of, word_spans, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Gordon‑Lévitt", "gordon-levitt"),
        ("  Søren\u00a0 ŁÓDŹ ", "soren lodz"),
        ("“Yes…”", '"yes..."'),
        ("re\u200bcord", "record"),
        ("e\u0323\u0301", "e"),
        ("Ǿ", "o"),
        ("日本語", "日本語"),
    ],
)
def test_one_spelling_for_all_hands(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_beside_letters_of_many_kinds_it_is_folded_the_same(text: str) -> None:
    many = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ ΑΒΓΔΕΖΗΘ"
    assert fold(f"{text} {many}") == f"{fold(text)} {fold(many)}".strip()


@given(st.text())
def test_each_word_is_found_where_it_is_written(text: str) -> None:
    assert len(word_spans(text)) == len(words(text))
    for word, (start, end) in zip(words(text), word_spans(text), strict=True):
        assert word in fold(text[start:end])
    assert not fold(text) or place_of(fold(text), text) is not None


def test_letters_that_become_several_move_no_other() -> None:
    text = "  In der  Straße of İzmir’s ﬁsh… a `tram´"
    assert [text[start:end] for start, end in word_spans(text)] == "In der Straße of İzmir’s ﬁsh a tram".split()
    place = place_of("strasse of", text)
    assert place and text[slice(*place)] == "Straße of"
    assert place_of("nowhere", text) is place_of("", text) is None


def test_a_megabyte_of_marks_on_one_letter_is_folded_too() -> None:
    # Brought into their canonical order first, these would keep a processor busy for the better part of an hour.
    assert words("o" + "\u0301\u0327" * 500_000) == ["o"]
