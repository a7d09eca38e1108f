"""How a desk and its sources stand, what was done there, and all that it holds."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.archive import Attempt, LogEntry
from onrecord.cleaning.links import canonical_link
from onrecord.desk.links import with_scheme
from onrecord.desk.models import SourceHealth, Standing
from onrecord.desk.seat import Seat
from onrecord.refresh import (
    AnySource,
    name_of,
)
from onrecord.refresh.preparing import reader_version
from onrecord.settings import SHARED, FolderSource
from onrecord.stories import Story, StoryHead


class Looking(Seat):
    async def sources(self) -> list[SourceHealth]:
        """The desk's own first, then those that everybody has."""
        found: list[SourceHealth] = []
        for desk in dict.fromkeys([self.name, SHARED]):
            kept = {source.key: source for source in await self._refresher.kept(desk)}
            attempts: Mapping[str, Attempt] = await self._refresher.attempts(desk)
            for key, source in (await self._refresher.sources(desk)).items():
                added = kept.get(key) if desk == self.name else None
                name = (added.name if added else None) or _shown_name(source)
                by = added.added_by if added else None
                found.append(SourceHealth(key, name, source.kind, added is not None, by, attempts.get(key)))
        return found

    async def source_named(self, typed: str) -> SourceHealth | list[SourceHealth]:
        """The one meant by a key, link or name, or those it may be."""
        sources = await self.sources()
        wanted = canonical_link(with_scheme(typed))
        for one in sources:
            if typed in {one.key, one.name, one.place} or (one.place and wanted == canonical_link(one.place)):
                return one
        near = [one for one in sources if typed.casefold() in f"{one.name} {one.place}".casefold()]
        return near[0] if len(near) == 1 else near

    async def standing(self) -> Standing:
        desks = self._refresher.desks
        own = await (await self._archive()).status() if self.name != SHARED and await self._exists() else None
        return Standing(
            desk=self.name,
            own=own,
            shared=await desks.shared.status(),
            seen=(await (await self.view()).counts()).stories,
            sources=len(await self.sources()),
            running=self._refresher.running(self.name),
            every=self._refresher.settings.refresh.period,
            reader=reader_version(),
        )

    async def log(self, before: int | None = None, limit: int = 10) -> list[LogEntry]:
        """What was removed by its titles, for as long as they are kept."""
        if not await self._exists():
            return []
        archive = await self._archive()
        found: list[LogEntry] = []
        for one in await archive.log(limit, before):
            removal = await archive.removal(one.removal) if one.removal is not None else None
            titles = ", ".join(removal.titles) if removal else ""
            found.append(one.model_copy(update={"about": titles}) if titles else one)
        return found

    async def exported(self) -> tuple[list[Story], list[StoryHead]]:
        """The desk's own stories whole; of the others that its community sees, where they are to be found."""
        own = [story async for story in (await self._archive()).export()] if await self._exists() else []
        known = {story.id for story in own}
        view = await self.view()
        heads: list[StoryHead] = []
        after: str | None = None
        while events := await view.stories(200, after):
            heads += [head for event in events for head in event.stories if head.id not in known]
            after = events[-1].stories[-1].id
        return own, heads


def _shown_name(source: AnySource) -> str:
    """Where folders lie is the bot owner's business."""
    return source.path.name if isinstance(source, FolderSource) else name_of(source)
