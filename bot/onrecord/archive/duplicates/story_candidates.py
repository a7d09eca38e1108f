"""Which stored stories a new document may tell again: found by the id that it gives its story, or by runs of words."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple, Required, TypedDict

import aiosqlite
from pydantic_core import from_json

from onrecord.archive.database.schema import PASSAGES
from onrecord.archive.duplicates.same_story import Telling, is_same_story, may_be_same, phrases, text_of
from onrecord.archive.rows import StoryRows
from onrecord.archive.terms import terms

HOLDERS = 12
"""Stories with one run of words that are looked at: what more of them have is page furniture."""
COMPARED = 6
"""Stories that a new one is compared with, those that share most runs first."""


class Arrival(NamedTuple):
    """A document that was read: its story, or the reason why it has none."""

    location: str
    digest: str
    story: StoryRows | None
    reason: str | None = None


class New(NamedTuple):
    document: int
    own: str
    """The id that the document itself gives its story."""
    story: StoryRows


class Bundle(NamedTuple):
    """Stored stories and new documents that are to be looked at together."""

    stories: set[str]
    documents: set[int]


class _Passage(TypedDict):
    text: str


class _Body(TypedDict, total=False):
    title: Required[str]
    passages: list[_Passage]
    ai_generated: bool


def terms_in(body: str, *, titled: bool = False) -> set[str]:
    """`body`: a story as JSON. `titled`: those of its title too."""
    story: _Body = from_json(body)
    texts = [*_texts(story), *([story["title"]] if titled else [])]
    return {term for text in texts for term in terms(text)}


def _texts(story: _Body) -> list[str]:
    return [passage["text"] for passage in story.get("passages", [])]


def telling_of(document: int, own: str, body: str) -> Telling:
    """`body`: a story as JSON."""
    story: _Body = from_json(body)
    texts = _texts(story)
    return Telling(document, own, story.get("ai_generated", False), text_of(texts))


def title_of(body: str) -> str:
    story: _Body = from_json(body)
    return story["title"]


async def gather(
    db: aiosqlite.Connection, new: Sequence[New], known: Mapping[str, set[str]], touched: Iterable[str]
) -> list[Bundle]:
    """Bundles with at least one story, or two documents. A new document that is in none tells a story of its own.

    `known`: by a document's own id, the stories that documents with that id tell; `touched`: stories that lost one.
    """
    search = _Search(db, new)
    bundles: list[Bundle] = [Bundle({story}, set()) for story in sorted(touched)]
    await search.know()
    for i, each in enumerate(new):
        stories = known.get(each.own, set()) | await search.stored_like(i)
        documents = {each.document} | {new[j].document for j in search.new_like(i)}
        if stories or len(documents) > 1:
            bundles = _bundled(bundles, Bundle(set(stories), documents))
    return bundles


def _bundled(bundles: Iterable[Bundle], added: Bundle) -> list[Bundle]:
    apart: list[Bundle] = []
    for bundle in bundles:
        if bundle.stories & added.stories or bundle.documents & added.documents:
            added = Bundle(added.stories | bundle.stories, added.documents | bundle.documents)
        else:
            apart.append(bundle)
    return [*apart, added]


class _Search:
    """One batch of new documents."""

    def __init__(self, db: aiosqlite.Connection, new: Sequence[New]) -> None:
        self._db = db
        self._new = new
        self._like: list[list[int]] = []
        """For each, the stored stories that share most runs with it."""
        self._owns: dict[int, str] = {}
        """Of stored stories."""
        self._phrases: dict[int, AbstractSet[int]] = {}
        """Of stored stories."""
        self._new_phrases: dict[int, AbstractSet[int]] = {}
        self._tellings: dict[int, Telling] = {}
        self._stored: dict[int, tuple[str, Telling] | None] = {}
        self._by_print: defaultdict[int, list[int]] = defaultdict(list)
        """Of runs that several new ones have."""
        self._by_own: defaultdict[str, list[int]] = defaultdict(list)
        told = Counter(chain.from_iterable(each.story.traces.prints for each in new))
        self._prints = list(told)
        several = {value for value, times in told.items() if times > 1}
        for i, each in enumerate(new):
            self._by_own[each.own].append(i)
            for value in several.intersection(each.story.traces.prints):
                self._by_print[value].append(i)

    async def know(self) -> None:
        """Look up the stored stories that share runs with the new ones, and their words."""
        held = await holders(self._db, self._prints)
        for new in self._new:
            shared = Counter(n for value in held.keys() & new.story.traces.prints for n in held[value])
            self._like.append([n for n, _ in shared.most_common(COMPARED)])
        rows = await self._db.execute_fetchall(
            "SELECT s.n, d.own, (SELECT group_concat(c0, ' ') FROM lookup_passage_content"
            " WHERE id BETWEEN ?2 * s.n AND ?2 * s.n + ?2 - 1)"
            " FROM json_each(?1) e CROSS JOIN stories s ON s.n = e.value CROSS JOIN documents d ON d.id = s.document",
            (json.dumps(list({n for like in self._like for n in like})), PASSAGES),
        )
        for n, own, words in rows:
            self._owns[n] = own
            self._phrases[n] = phrases((words or "").split())

    def _phrases_of(self, i: int) -> AbstractSet[int]:
        if i not in self._new_phrases:
            self._new_phrases[i] = phrases(" ".join(self._new[i].story.passages).split())
        return self._new_phrases[i]

    def _telling(self, i: int) -> Telling:
        if i not in self._tellings:
            new = self._new[i]
            self._tellings[i] = telling_of(new.document, new.own, new.story.body)
        return self._tellings[i]

    async def stored_like(self, i: int) -> set[str]:
        """Ids of the stories that have the new one's text."""
        found: set[str] = set()
        for n in filter(self._owns.__contains__, self._like[i]):
            if self._owns[n] != self._new[i].own and not may_be_same(self._phrases_of(i), self._phrases[n]):
                continue
            stored = await self._load(n)
            if stored and is_same_story(self._telling(i), stored[1]):
                found.add(stored[0])
        return found

    async def _load(self, n: int) -> tuple[str, Telling] | None:
        if n not in self._stored:
            rows = await self._db.execute_fetchall(
                "SELECT s.id, d.id, d.own, t.body FROM stories s CROSS JOIN documents d ON d.id = s.document"
                " CROSS JOIN tellings t ON t.document = d.id WHERE s.n = ?",
                (n,),
            )
            self._stored[n] = next(((row[0], telling_of(*row[1:])) for row in rows), None)
        return self._stored[n]

    def new_like(self, i: int) -> set[int]:
        """Other new ones, later in the batch, with the same own id or text."""
        new = self._new[i]
        found = set(self._by_own[new.own])
        prints = self._by_print.keys() & new.story.traces.prints
        shared = Counter(j for value in prints for j in self._by_print[value][-HOLDERS:] if j > i)
        for j, _ in shared.most_common(COMPARED):
            likely = j not in found and may_be_same(self._phrases_of(i), self._phrases_of(j))
            if likely and is_same_story(self._telling(i), self._telling(j)):
                found.add(j)
        return found


async def holders(db: aiosqlite.Connection, prints: Iterable[int]) -> dict[int, list[int]]:
    """By run of words, the stories that have it."""
    rows = await db.execute_fetchall(
        "SELECT e.value, (SELECT json_group_array(story) FROM"
        " (SELECT story FROM prints WHERE print = e.value LIMIT ?2)) FROM json_each(?1) e"
        " WHERE EXISTS (SELECT 1 FROM prints WHERE print = e.value)",
        (json.dumps(sorted(prints)), HOLDERS),
    )
    return {row[0]: from_json(row[1]) for row in rows}


async def same_stories(
    here: aiosqlite.Connection, stories: Sequence[int], there: aiosqlite.Connection
) -> list[tuple[int, int]]:
    """(story here, story there) for each of these stories of one file, a few, that another file tells too."""
    listed = json.dumps(list(stories))
    prints: dict[int, list[int]] = {
        row[0]: from_json(row[1])
        for row in await here.execute_fetchall(
            "SELECT t.story, t.body -> 0 FROM json_each(?) e CROSS JOIN traits t ON t.story = e.value", (listed,)
        )
    }
    owns = await here.execute_fetchall(
        "SELECT s.n, d.own FROM json_each(?) e CROSS JOIN stories s ON s.n = e.value"
        " CROSS JOIN documents d ON d.story = s.id",
        (listed,),
    )
    named = await there.execute_fetchall(
        "SELECT DISTINCT e.value ->> 0, s.n FROM json_each(?) e CROSS JOIN documents d ON d.own = e.value ->> 1"
        " CROSS JOIN stories s ON s.id = d.story",
        (json.dumps([(row[0], row[1]) for row in owns]),),
    )
    by_own = {(row[0], row[1]) for row in named}
    held = await holders(there, {value for listed in prints.values() for value in listed})
    candidates = set(by_own)
    for n, values in prints.items():
        shared = Counter(other for value in values for other in held.get(value, ()))
        candidates.update((n, other) for other, _ in shared.most_common(COMPARED))
    ones = await _tellings(here, {n for n, _ in candidates})
    others = await _tellings(there, {other for _, other in candidates})
    found: list[tuple[int, int]] = []
    for n, other in sorted(candidates):
        if n in ones and other in others:
            one, two = ones[n], others[other]
            if is_same_story(one, two) or ((n, other) in by_own and one.text.english == two.text.english):
                found.append((n, other))
    return found


async def _tellings(db: aiosqlite.Connection, stories: Iterable[int]) -> dict[int, Telling]:
    found: dict[int, Telling] = {}
    for n in stories:
        for row in await db.execute_fetchall(
            "SELECT d.id, d.own, t.body FROM stories s CROSS JOIN documents d ON d.id = s.document"
            " CROSS JOIN tellings t ON t.document = d.id WHERE s.n = ?",
            (n,),
        ):
            found[n] = telling_of(*row)
    return found
