"""Two desks at work at once: what one does is never seen, counted, suggested or removed at the other.

The same random acts are done twice: to an archive with both desks, and, without those of the second desk, to another.
The first desk must see the same in both, after every few acts. `ONRECORD_ACTS=1000` does more of them.
"""

import os
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from made import drop, make_story, put

from onrecord.archive import Coverage, Desks, Target
from onrecord.errors import ArchiveError
from onrecord.stories import Person, Story

ACTS = int(os.environ.get("ONRECORD_ACTS", "100"))
LOOKS = 16
"""Acts after which the desks are looked at."""
START = datetime(2031, 1, 1, tzinfo=UTC)
PEOPLE = ["Marisol Quintero-Vance", "Tobias Renn", "Odette Šimůnek", "Pia Orlow", "Odo Rask", "Elwin Coastal Lines"]
PLACES = ["Port Elwin", "Brackwater", "Nether Sands", "Tolmouth", "Aldgrave", "Wester Quay"]
THINGS = ["ferry", "heron", "lighthouse", "orchard", "tramway", "bakery", "regatta", "archive", "granary", "weir"]
DEEDS = ["reopens", "closes", "moves", "is sold", "burns", "floods", "wins a prize", "loses its licence"]
MARKS = {"shared": "sharedish", "a": "alphaish", "b": "betaish"}
"""A word that every story of one owner has, and none of another's."""


def invented(owner: str, number: int) -> Story:
    """One of few events, told by one of many hands; the same number makes the same story for whoever it is."""
    event = random.Random(number % 23)
    thing, place, deed = event.choice(THINGS), event.choice(PLACES), event.choice(DEEDS)
    sum_, who, other = event.randrange(100, 999), *event.sample(PEOPLE, 2)
    hand = random.Random(f"{owner} {number}")
    said = f"We counted {sum_} of them before the {thing} was shut"
    passages = [
        f"The {thing} of {place} {deed} after {sum_} days, {who} said on {event.choice(['Monday', 'Friday'])}.",
        f"“{said},” said {who}, who has looked after it since {event.randrange(1950, 1999)}.",
        f"{other} wants {event.randrange(1000, 9999)} crowns for what is left of the {thing} in {place}.",
    ]
    if number % 3 == 0:  # another hand
        passages = [
            f"In {place}, {who} and {other} {hand.choice(['met', 'quarrelled', 'shook hands'])} over the {thing}:"
            f" {sum_} days on, it {deed}, and {event.randrange(1000, 9999)} crowns are asked for what is left."
        ]
    passages.append(f"Notes of the {MARKS[owner]} desk, {hand.choice(THINGS)} and {hand.choice(THINGS)}.")
    named = [Person(name=who, roles=("said",), passages=(0,)), Person(name=other), Person(name=f"{deed} Vorn".title())]
    return make_story(
        f"{thing.title()} of {place} {deed} ({number % 4})",
        passages,
        quotes=[(said, who)] if number % 3 else (),
        people=named[: 3 if number % 3 else 1],
        url=f"https://{hand.choice(['ledger', 'post', 'wire'])}.example/{number}" if number % 2 else None,
        publisher=hand.choice(["Ledger", "Post", "Wire"]),
        published=START + timedelta(days=number % 23),
    )


class Act:
    def __init__(self, number: int, dice: random.Random) -> None:
        self.at = START + timedelta(minutes=number)
        self.owner = dice.choice(["shared", "a", "a", "b", "b"])
        self.kind = dice.choice(["put", "put", "put", "drop", "remove", "undo", "purge"])
        self.number = dice.randrange(60)
        self.seed = dice.randrange(1 << 30)

    async def do(self, desks: Desks) -> None:
        desk = None if self.owner == "shared" else self.owner
        archive = desks.shared if desk is None else await desks.own(desk)
        story = invented(self.owner, self.number)
        try:
            if self.kind == "put":
                await put(archive, story)
            elif self.kind == "drop":
                await drop(archive, story.url or story.title)
            elif self.kind == "remove":
                target = await self._target(await desks.view(desk))
                await desks.remove(desk, target, "for a reason", self.owner, self.at)
            else:
                removals = [one.id for one in await archive.purgeable()]
                if removals and self.kind == "undo":
                    await desks.undo(desk, removals[self.seed % len(removals)], self.owner, self.at)
                elif removals:
                    await desks.purge(desk, removals[-1:], self.owner, self.at)
        except ArchiveError as error:
            assert str(error).startswith("There is no")

    async def _target(self, seen: Coverage) -> Target:
        dice = random.Random(self.seed)
        heads = [head for event in await seen.stories(100) for head in event.stories]
        if dice.random() < 0.1:
            return Target(kind="host", value=dice.choice(["ledger.example", "post.example"]))
        return Target(kind="story", value=dice.choice(heads).id if heads else "nothing")


async def everything(seen: Coverage) -> list[object]:
    """What a member can get to see."""
    found: list[object] = [await seen.counts(), await seen.stories(100), await seen.quotes()]
    found += [story async for story in seen.export()]
    for person in PEOPLE:
        found += [await seen.person(person), await seen.introductions([person]), await seen.quotes(speaker=person)]
        found.append(await seen.find_people(person.split()[0][:4]))
    for word in [*THINGS[::2], *PLACES[::2], *MARKS.values()]:
        found += [await seen.find_stories(word), await seen.find_passages(word), await seen.find_quotes(word)]
    return found


async def sound(seen: Coverage) -> None:
    """Counts are those of what is shown, and nothing is shown twice."""
    stories = [story async for story in seen.export()]
    events = await seen.stories(200)
    counts = await seen.counts()
    listed = [head.id for event in events for head in event.stories]
    assert sorted(listed) == sorted(story.id for story in stories)
    assert len(set(listed)) == len(listed)
    assert (counts.stories, counts.events) == (len(stories), len(events))
    assert counts.quotes == sum(len(story.quotes) for story in stories)
    named = {person.name for story in stories for person in story.people}
    assert counts.people == len(named)
    known = await seen.people({*PEOPLE, *(f"{deed} Vorn".title() for deed in DEEDS)})
    assert {one.name for one in known.values()} == named
    for person in known.values():
        assert person.told_in == sum(person.name in {one.name for one in story.people} for story in stories)
        assert person.quotes == sum(person.name == one.speaker for story in stories for one in story.quotes)


@asynccontextmanager
async def opened(path: Path) -> AsyncGenerator[Desks, None]:
    path.mkdir()
    async with await Desks.open(path / "news.db") as desks:
        await put(desks.shared, *(invented("shared", number) for number in range(0, 60, 2)))
        yield desks


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_desk_sees_what_it_would_see_if_the_other_did_not_exist(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    async with opened(tmp_path / "both") as both, opened(tmp_path / "alone") as alone:
        for number in range(ACTS // 2):
            act = Act(number, dice)
            await act.do(both)
            if act.owner != "b":
                await act.do(alone)
            if number % LOOKS == LOOKS - 1:
                shown = await everything(await both.view("a"))
                assert shown == await everything(await alone.view("a"))
                assert MARKS["b"] not in repr(shown)
                assert await everything(both.shared) == await everything(alone.shared)
                assert MARKS["a"] not in repr(await everything(await both.view("b")))
                for desk in ("a", "b", None):
                    await sound(await both.view(desk))
