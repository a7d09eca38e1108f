"""A text however long takes as many steps as it has words: a page may hold what it likes."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.answers import lookup
from onrecord.answers.ask import dates
from onrecord.answers.ask.question import read_question
from onrecord.archive.records import StoryText
from onrecord.stories import Passage, Person
from onrecord.text import words


def spans(text: str, part: str) -> list[tuple[int, int]]:
    return [(n, n + len(part)) for n in range(len(text)) if text.startswith(part, n)]


@pytest.mark.parametrize(
    ("sentence", "is_dated"),
    [
        ("the harvest was sold in 1968; the mill, who knows", True),
        ("the mill burnt in 1968 and the harvest was sold", False),
        ("in 1968 the harvest was sold", True),
        ("the harvest of 1968 was sold", True),
        ("the harvest failed; the mill burnt in 1968, when the harvest was sold", True),
        ("the harvest that failed; the mill that burnt in 1968; the harvest", False),
    ],
)
def test_a_date_is_weighed_with_the_mentions_next_to_it(sentence: str, is_dated: bool) -> None:
    for more in ("", "; a boat sailed in 1968 " * 30):
        found = dates.is_dated(read_question("When was the big harvest?"), sentence + more, spans(sentence, "1968"))
        assert found is is_dated


def test_no_stretch_of_a_sentence_is_looked_at_for_each_of_its_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    class Counting:
        def search(self, text: str) -> Any:
            looked_at.append(text)
            return found.search(text)

    found = dates._APART  # pyright: ignore[reportPrivateUsage]
    monkeypatch.setattr(dates, "_APART", Counting())
    text = "; ".join(["the harvest was sold and the mill burnt in 1968 and"] * 200)
    assert not dates.is_dated(read_question("When was the big harvest?"), text, spans(text, "1968"))
    assert sum(map(len, looked_at)) <= len(text)


def test_no_passage_is_read_for_each_person_of_a_story(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(text: str) -> list[str]:
        read.append(text)
        return words(text)

    monkeypatch.setattr(lookup, "words", counting)
    names = [f"Ada Lund{n}" for n in range(50)] + ["“Bo” Kern Jr."]
    texts = [f"The strike was settled by a retired pilot, {name}, who sings." for name in names]
    story = StoryText(
        document="d",
        id="1",
        title="A strike",
        passages=tuple(Passage(n=n, text=text) for n, text in enumerate([*texts, "Nobody sings of a pilot."])),
        people=tuple(Person(name=name) for name in [*names, "Piet Osk"]),
    )
    assert lookup._named_beside(story, ["pilot"]) == names  # pyright: ignore[reportPrivateUsage]
    assert lookup._named_beside(story, ["baker"]) == []  # pyright: ignore[reportPrivateUsage]
    assert len(read) <= 4 * len(names)
