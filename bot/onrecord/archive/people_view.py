"""What one or two files as one say of people and organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from onrecord.archive.database.connection import Connection
from onrecord.archive.lookup import finding
from onrecord.archive.lookup.scoring import likeness
from onrecord.archive.queries import people
from onrecord.archive.records import Hit, Introduction, PersonHead, PersonOnRecord, SharedStory, sort_key
from onrecord.archive.rows import name_words
from onrecord.archive.terms import terms
from onrecord.archive.view import File, View, speakable

_KEYS = 1000
"""People of one file that are looked for in the other at a time."""


class PeopleView(View):
    async def find_people(self, text: str, limit: int = 5) -> list[Hit]:
        """People and organisations, by any part of a name, initials, an acronym or a handle."""
        text = speakable(text)
        scores: dict[str, float] = {}
        for file in self._files:

            async def ask(db: Connection, n: int, file: File = file) -> list[Hit]:
                hits = await db.run(finding.find_people, text, n)
                return await _named(db, hits, text, file.without) if file.without else hits

            for hit in await self._sought(file, ask, lambda hit: hit if hit.score else None, limit):
                scores[hit.id] = max(hit.score, scores.get(hit.id, 0.0))
        if len(self._files) == 1 and not self._files[0].without:
            return [Hit(id=name, label=name, score=score) for name, score in scores.items()]
        heads = await self.people(scores)
        best: dict[str, tuple[float, int]] = {}
        for asked, head in heads.items():
            best[head.name] = max(best.get(head.name, (0.0, 0)), (scores[asked], head.told_in))
        ranked = sorted(best.items(), key=lambda item: item[1], reverse=True)
        return [Hit(id=name, label=name, score=score) for name, (score, _) in ranked[:limit]]

    async def person(self, name: str) -> PersonOnRecord | None:
        """By a canonical name, as lookup gives it, or a spelling that means the same one."""
        name = speakable(name)
        head = (await self.people([name])).get(name)
        if head is None:
            return None
        told_by = [
            (one, self._shown(story))
            for file in self._files
            for one, story in await self._read(file, lambda db, file: people.appearances(db, name, file.without))
        ]
        if len(self._files) > 1:
            told_by.sort(key=lambda pair: sort_key(pair[1].published), reverse=True)
        return people.person_of(head, told_by[: people.MOST_STORIES])

    async def people(self, names: Collection[str]) -> dict[str, PersonHead]:
        """By name as asked, those who are known."""
        names = [speakable(name) for name in names]
        known: defaultdict[str, list[people.Known]] = defaultdict(list)
        for file in self._files:
            for name, one in (await self._read(file, lambda db, file: people.known(db, names, file.without))).items():
                known[name].append(one)
        return {name: people.head_of(known[name]) for name in dict.fromkeys(names) if name in known}

    async def introductions(self, names: Collection[str]) -> dict[str, tuple[Introduction, ...]]:
        """The roles that stories give these people, by name as asked, the newest story's first."""
        names = [speakable(name) for name in names]
        told: list[tuple[str, str, tuple[Introduction, ...]]] = []
        for file in self._files:
            told += await self._read(file, lambda db, file: people.introductions(db, names, file.without))
        if len(self._files) > 1:
            told.sort(key=lambda one: one[1], reverse=True)
        found: defaultdict[str, tuple[Introduction, ...]] = defaultdict(tuple)
        for name, _, roles in told:
            found[name] += roles
        return dict(found)

    async def shared_stories(self, names: Collection[str], limit: int) -> list[SharedStory]:
        """Stories that name these people, those with the most of them first, then the newer."""
        names = [speakable(name) for name in names]
        found: list[SharedStory] = []
        for file in self._files:
            shared = await self._read(file, lambda db, file: people.shared_stories(db, names, limit, file.without))
            found += [one.model_copy(update={"story": self._shown(one.story)}) for one in shared]
        if len(self._files) > 1:
            found.sort(key=lambda one: (len(one.names), sort_key(one.story.published)), reverse=True)
        return found[:limit]

    async def _uncounted_people(self) -> int:
        """How many of the people whom the files count are not seen, or are counted in both."""
        lost = [await self._read(file, lambda db, file: people.lost(db, file.without)) for file in self._files]
        both = 0
        if len(self._files) > 1:
            first, second = self._files
            last = ""
            while keys := await self._read(second, lambda db, _, last=last: people.keys_after(db, last, _KEYS)):
                last = keys[-1]
                left = set(keys) - lost[1]
                both += len(await self._read(first, lambda db, _, left=left: people.named(db, left)) - lost[0])
        return sum(map(len, lost)) + both


async def _named(db: Connection, hits: Sequence[Hit], text: str, without: Collection[str]) -> list[Hit]:
    """Those whom stories that are shown name, and by such a name; the others with no score."""
    known = await people.known(db, [hit.id for hit in hits], without)
    typed = terms(text)
    found: list[Hit] = []
    for hit in hits:
        one = known.get(hit.id)
        if one and one.name is None:
            words = name_words(name for _, name in one.names).split()
            fits = any(likeness(term, word) or word.startswith(term) for term in typed for word in words)
            found.append(hit if fits else hit.model_copy(update={"score": 0.0}))
        else:
            found.append(hit if one else hit.model_copy(update={"score": 0.0}))
    return found
