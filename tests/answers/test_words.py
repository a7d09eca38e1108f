from __future__ import annotations

import pytest

from onrecord.answers.stemming import stem
from onrecord.answers.words import Bag, has, is_typo_of


@pytest.mark.parametrize(
    "forms",
    [
        "create created creates creating creation creator creators",
        "vote votes voted voting",
        "use uses used using",
        "january jan",
        "plan plans planned planning",
        "story stories",
        "strike strikes struck",
        "sign signs signed signing",
        "found founded founder founders founding",
        "company companies company's",
        "approve approved approving",
        "run runs ran running",
        "raise raises raised raising",
        "value values valued",
        "pass passes passed passing",
        "quick quickly",
        "offer offers offered offering",
        "discover discovers discovered discovering",
    ],
)
def test_the_forms_of_a_word_meet(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1, [stem(form) for form in forms.split()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("party", "part"),
        ("governor", "government"),
        ("department", "depart"),
        ("county", "count"),
        ("tally", "tall"),
        ("plane", "plan"),
        ("care", "car"),
        ("capital", "capitol"),
        ("union", "unit"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_slips_of_the_finger() -> None:
    assert is_typo_of("coalitoin", {"coalition"})
    assert is_typo_of("comuters", {"commuters"})
    assert not is_typo_of("2019", {"2018"})
    assert not is_typo_of("tower", {"power"})
    assert not has(Bag.of("the onion"), "union")
