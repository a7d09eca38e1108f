"""The sources that a desk's coverage comes from, and how reading them goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from onrecord.archive import Attempt
from onrecord.cleaning.links import canonical_link
from onrecord.desk.desk import Desk
from onrecord.desk.links import with_scheme
from onrecord.desk.models import SourceHealth
from onrecord.reading.similarity import find
from onrecord.refresh import AnySource, name_of
from onrecord.settings import SHARED, FolderSource
from onrecord.text import words


async def list_sources(desk: Desk) -> list[SourceHealth]:
    """The desk's own first, then those that everybody has."""
    found: list[SourceHealth] = []
    folders: Counter[str] = Counter()
    for name in dict.fromkeys([desk.name, SHARED]):
        kept = {source.key: source for source in await desk.refresher.kept(name)}
        attempts: Mapping[str, Attempt] = await desk.refresher.attempts(name)
        sources = await desk.refresher.sources(name)
        removed = await (await desk.archive()).removals_of(sources) if await desk.exists() else {}
        for key, source in sources.items():
            added = kept.get(key) if name == desk.name else None
            shown = (added.name if added else None) or _shown_name(source)
            if isinstance(source, FolderSource):
                folders[shown] += 1
                shown += f" ({folders[shown]})" if folders[shown] > 1 else ""
            by = added.added_by if added else None
            own = added is not None
            found.append(SourceHealth(key, shown, source.kind, own, by, attempts.get(key), removed.get(key)))
    return found


async def find_source(desk: Desk, typed: str) -> SourceHealth | list[SourceHealth]:
    """The one meant by a key, a link, a name or whole words of these; else those that it may be."""
    sources = await list_sources(desk)
    wanted = canonical_link(with_scheme(typed))
    for one in sources:
        if typed in {one.key, one.place} or (one.place and wanted == canonical_link(one.place)):
            return one
    called = [one for one in sources if one.name == typed]
    if len(called) == 1:
        return called[0]
    known = {one.key: f"{one.name} {one.place.partition('://')[2]}" for one in sources}
    near = [one for one in sources if typed.casefold() in known[one.key].casefold()]
    meant = [one for one in near if find(words(typed), words(known[one.key])) >= 0]
    return meant[0] if len(meant) == 1 else called or near


def _shown_name(source: AnySource) -> str:
    """Where folders lie is the bot owner's business."""
    return source.path.name if isinstance(source, FolderSource) else name_of(source)
