from __future__ import annotations

import pytest

from onrecord.archive.terms import LONGEST, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gordon‑Lévitt’s, O’Brien's", ["gordon", "levitt", "obrien"]),
        ("the directors' rock'n'roll's 'tis x's's", ["the", "directors", "rocknroll", "tis", "xs"]),
        ("it''s 'a' x's'y", ["it", "s", "a", "xsy"]),
        ("снова’s cnøva", ["снова", "cnova"]),
        ("新's 闻ab→c", ["新", "s", "闻", "ab", "→", "c"]),
        ("snake_case,12.5\0end", ["snake", "case", "12", "5", "end"]),
        ("w" * 99 + "'s è" + "v" * 99, ["w" * LONGEST, ("e" + "v" * 99)[:LONGEST]]),
        ("' '' _ \ud800", []),
    ],
)
def test_terms_are_what_somebody_types(text: str, found: list[str]) -> None:
    assert terms(text) == found
