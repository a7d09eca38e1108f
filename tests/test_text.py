from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import fold, words


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


def test_a_megabyte_of_marks_on_one_letter_is_folded_too() -> None:
    # Brought into their canonical order first, these would keep a processor busy for the better part of an hour.
    assert words("o" + "\u0301\u0327" * 500_000) == ["o"]
