"""One or two files as one: which of their stories are shown, and under which ids and heads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, NamedTuple, TypeVar

from onrecord.archive.database.connection import Connection
from onrecord.archive.database.connections import Connections
from onrecord.archive.database.threads import LentReader, drive, in_thread_of
from onrecord.archive.desks.overlay import NOTHING, Overlay
from onrecord.archive.records import Hit, QuoteOnRecord, cite
from onrecord.stories import Citation, StoryHead

Found = TypeVar("Found")
Told = TypeVar("Told", bound=StoryHead)


class File(NamedTuple):
    n: int
    connections: Connections | LentReader
    without: frozenset[str]

    def reading(self) -> AbstractAsyncContextManager[Connection]:
        return self.connections.reading()

    def shown(self, ids: Iterable[str]) -> list[str]:
        return [id for id in ids if id not in self.without]


class View:
    """What `Coverage` reads through."""

    def __init__(self, files: Sequence[Connections], overlay: Overlay = NOTHING) -> None:
        """`files`: what the second tells is put beside what the first tells, as `overlay` says."""
        self._files = tuple(File(n, file, frozenset(overlay.without[n])) for n, file in enumerate(files))
        self._overlay = overlay
        self._joined = overlay.by_story()

    async def _read(self, file: File, ask: Callable[[Connection, File], Awaitable[Found]]) -> Found:
        async with file.reading() as db:
            return await ask(db, file)

    async def _sought(
        self,
        file: File,
        ask: Callable[[Connection, int], Coroutine[Any, Any, list[Found]]],
        show: Callable[[Found], Found | None],
        limit: int,
    ) -> list[Found]:
        """As many hits that are shown as are wanted, however many are not."""
        most = limit
        while True:
            async with file.reading() as db:
                hits = await in_thread_of(db, lambda db=db, most=most: drive([db], ask(db, most)))
            shown = [hit for each in hits if (hit := show(each)) is not None]
            if len(shown) >= limit or len(hits) < most:
                return shown[:limit]
            most *= 4

    def told_by_both(self, story: str) -> bool:
        """Whether both files tell it."""
        return self._resolved(story) in self._overlay.both

    def _resolved(self, id: str) -> str:
        return self._overlay.aliases.get(id, speakable(id))

    def _shown(self, head: StoryHead) -> StoryHead:
        return self._overlay.heads.get(head.id, head)

    def _headed(self, story: Told) -> Told:
        """With what both files know of where it came from."""
        head = self._overlay.heads.get(story.id)
        return story.model_copy(update=dict(head)) if head else story

    def _cited(self, citation: Citation) -> Citation:
        head = self._overlay.heads.get(citation.story)
        return cite(head, citation.passage) if head else citation

    def _quote(self, one: QuoteOnRecord) -> QuoteOnRecord:
        cited = self._cited(one.citation)
        return one if cited is one.citation else one.model_copy(update={"citation": cited})

    def _hit(self, hit: Hit, file: File) -> Hit | None:
        id = self._overlay.aliases.get(hit.id, hit.id)
        if head := self._overlay.heads.get(id):
            return Hit(id=id, label=head.title, score=hit.score)
        return None if hit.id in file.without else hit


def speakable(text: str) -> str:
    """Without the halves of characters that no encoding can carry."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
