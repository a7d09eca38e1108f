"""Made-up coverage for the lookup benchmark, and what people type when they remember a piece of it.

Words follow Zipf's law with function words between them, people and organisations are named unevenly often, so that
both common and rare pieces occur as in real coverage. The same seed gives the same stories and queries.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple, Self

from onrecord.stories import Passage, Person, Quote, Span, Story

FUNCTION_WORDS = "the of to in for on with as at by from after over and".split()
FUNCTION_WEIGHTS = [10, 7, 7, 7, 5, 4, 3, 3, 2, 2, 2, 2, 1, 4]
ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t tr v w z".split()
VOWELS = "a e i o u a e i o u ai ea ee ou é ö".split()
CODAS = ["", "", "", *"l n r s t ck m nd rn st th x ng p".split()]
KINDS = "Group Union Institute Council Works Party Alliance Studios".split()


class Told(NamedTuple):
    """What a query may be made from."""

    id: str
    title: str
    url: str
    quotes: tuple[tuple[str, str], ...]
    """Speaker, words."""
    organisations: tuple[str, ...]

    @classmethod
    def by(cls, story: Story) -> Self:
        quotes = tuple((quote.speaker or "", quote.text) for quote in story.quotes)
        organisations = tuple(person.name for person in story.people if person.kind == "organisation")
        return cls(story.id, story.title, story.url or "", quotes, organisations)


class Query(NamedTuple):
    kind: str
    method: str
    """"stories", "people" or "quotes"."""
    text: str
    wanted: str
    """A title, a name, a quote's words; empty when nothing is to be found."""
    meant: str = ""
    """What was mistyped, if another title may hold the same words."""


class World:
    """Words, people and organisations for about `size` stories."""

    def __init__(self, size: int, seed: int = 1) -> None:
        rng = Random(seed)
        self.rng = rng
        self.words = self._distinct(min(60_000, 4_000 + size // 8), lambda: self.word(rng.choice((1, 2, 2, 3))))
        self._word_weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.words))))
        given = self._distinct(300, lambda: self.word(2).capitalize())
        surnames = self._distinct(max(150, size // 30), self._surname)
        self.people = self._distinct(max(100, size // 9), lambda: f"{rng.choice(given)} {rng.choice(surnames)}")
        self._person_weights = list(accumulate(1 / (rank + 20) ** 0.8 for rank in range(len(self.people))))
        self.firms = self._distinct(
            max(40, size // 60),
            lambda: f"{self.word(2).capitalize()} {self.word(2).capitalize()} {rng.choice(KINDS)}",
        )

    def word(self, syllables: int) -> str:
        rng = self.rng
        return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(syllables))

    def _surname(self) -> str:
        name = self.word(self.rng.choice((2, 2, 3))).capitalize()
        return f"{name}-{self.word(2).capitalize()}" if self.rng.random() < 0.05 else name

    def _distinct(self, count: int, make: Callable[[], str]) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < count:
            made[make()] = None
        return list(made)

    def phrase(self, count: int) -> list[str]:
        rng = self.rng
        words = rng.choices(self.words, cum_weights=self._word_weights, k=count)
        small = rng.choices(FUNCTION_WORDS, FUNCTION_WEIGHTS, k=count)
        return [small[i] if i % 3 == 2 and rng.random() < 0.8 else word for i, word in enumerate(words)]

    def stories(self, count: int) -> Iterator[Story]:
        for n in range(count):
            yield self._story(n)

    def _story(self, n: int) -> Story:
        rng = self.rng
        people = rng.choices(self.people, cum_weights=self._person_weights, k=rng.choice((1, 2, 2, 3)))
        people = list(dict.fromkeys(people))
        firm = rng.choice(self.firms)
        words = self.phrase(rng.randrange(6, 11))
        words[rng.randrange(len(words))] = rng.choice([firm, people[0].split()[-1]])
        title = " ".join(w.capitalize() if len(w) > 3 else w for w in words)
        texts = [f"{firm.capitalize()} {' '.join(self.phrase(rng.randrange(14, 26)))}."]
        quotes: list[Quote] = []
        for speaker in rng.choices(people, k=rng.choice((1, 2, 2, 2))):
            said = " ".join(self.phrase(rng.randrange(9, 24))).capitalize()
            texts.append(f"“{said},” said {speaker}.")
            span = Span(passage=len(texts) - 1, start=1, end=1 + len(said))
            quotes.append(Quote(text=said, kind="direct", speaker=speaker, cue="said", spans=(span,)))
        url = f"https://{rng.choice(self.words[:400])}.example/{n}/{'-'.join(words[:4]).casefold().replace(' ', '-')}"
        return Story(
            document=f"{n}.txt",
            id=f"{n:012x}",
            title=title,
            url=url,
            publisher=f"{rng.choice(self.words[:200]).capitalize()} Post",
            published=date(2020, 1, 1) + timedelta(days=n % 2000),
            passages=tuple(Passage(n=i, text=text) for i, text in enumerate(texts)),
            quotes=tuple(quotes),
            people=(*(Person(name=name) for name in people), Person(name=firm, kind="organisation")),
        )


def typo(text: str, rng: Random) -> str:
    """One letter of one word of four letters or more inserted, left out, swapped or wrong, the first one too."""
    words = text.split()
    longer = [i for i, word in enumerate(words) if len(word) > 3]
    if not longer:
        return text
    i = rng.choice(longer)
    word = words[i]
    at = rng.randrange(len(word))
    letter = rng.choice(string.ascii_lowercase)
    words[i] = rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[: max(at - 1, 0)] + word[max(at - 1, 0) : at + 1][::-1] + word[at + 1 :],
        ]
    )
    return " ".join(words)


def plain(text: str) -> str:
    return text.casefold().replace("é", "e").replace("ö", "o")


def strange_word(rng: Random) -> str:
    return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(3))


def queries(told: Sequence[Told], words: Sequence[str], count: int, seed: int = 2) -> Iterator[Query]:
    """`count` of each kind. `words`: the coverage's own, which are put in the place of a quote's."""
    rng = Random(seed)
    organisations = sorted({name for story in told for name in story.organisations})
    quoted = [story for story in told if any(speaker and len(said.split()) > 7 for speaker, said in story.quotes)]
    known = set(words)
    for _ in range(count):
        story = rng.choice(told)
        title = story.title.split()
        yield Query("title, two typos", "stories", typo(typo(story.title, rng), rng), story.title)
        yield Query("title, reordered", "stories", " ".join(rng.sample(title, len(title))), story.title)
        yield Query("title, no accents", "stories", plain(story.title), story.title)
        yield Query("title, beginning", "stories", story.title[: rng.randrange(12, 22)], story.title)
        rare = [w for w in title if w.casefold() not in FUNCTION_WORDS and len(w) > 3]
        if len(rare) >= 3:
            meant = " ".join(rng.sample(rare, 3))
            yield Query("three words, a typo", "stories", typo(meant, rng), story.title, meant)
        if story.url:
            yield Query("link, tracked", "stories", f"look: {story.url}?utm_source=x&fbclid=9#top", story.title)
        story = rng.choice(quoted)
        speaker, said = rng.choice([(name, said) for name, said in story.quotes if name and len(said.split()) > 7])
        yield Query("name, a typo", "people", typo(speaker, rng), speaker)
        yield Query("name, swapped", "people", " ".join(reversed(plain(speaker).split())), speaker)
        yield Query("name, surname", "people", speaker.split()[-1], speaker)
        yield Query("name, initial", "people", speaker[0] + ". " + speaker.split()[-1], speaker)
        if organisations:
            firm = rng.choice(organisations)
            yield Query("organisation, a typo", "people", typo(firm, rng), firm)
        spoken = said.split()
        start = rng.randrange(max(1, len(spoken) - 6))
        yield Query("quote, six words", "quotes", " ".join(spoken[start : start + 6]), said)
        changed = list(spoken)
        for i in rng.sample(range(len(spoken)), max(1, round(len(spoken) * rng.uniform(0.1, 0.25)))):
            changed[i] = rng.choice(words)
        yield Query("quote, words changed", "quotes", " ".join(changed), said)
        strange = " ".join(word for word in (strange_word(rng) for _ in range(4)) if word not in known)
        for method in ("stories", "people", "quotes"):
            yield Query(f"unrelated, {method}", method, strange, "")
