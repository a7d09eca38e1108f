"""A refresher over a small web, at whose desks moderators work."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from articles import article
from web_of_troubles import Sites

from onrecord.answers.moderation import moderate
from onrecord.archive import Desks
from onrecord.desk import Desk, UploadedFile
from onrecord.refresh import Progress, Refresher
from onrecord.settings import ArchiveSettings, Settings, Source
from onrecord.stories import Answer


class Town:
    """a refresher over a small web, in which time passes when a test says so."""

    def __init__(self, sites: Sites, desks: Desks, sources: tuple[Source, ...] = ()) -> None:
        self.sites = sites
        self.time = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
        self.files: dict[str, bytes] = {}
        settings = Settings(archive=ArchiveSettings(path=desks.shared.path), sources=sources)
        self.refresher = Refresher(desks, settings, web=sites.web(), now=lambda: self.time, random=Random(1))
        self.told: list[Progress] = []

    async def opens(self, name: str) -> UploadedFile:
        return UploadedFile(name, self.files[name])

    def at(self, desk: str = "100", by: str = "ada") -> Desk:
        return Desk(self.refresher, desk, by, opens=self.opens, tell=self.told.append)

    async def do(self, command: str, desk: str = "100", by: str = "ada", **options: str) -> Answer:
        self.time += timedelta(seconds=1)
        return await moderate(self.at(desk, by), f"coverage {command}", options)

    def link(self, place: str) -> str:
        return self.sites.link(place)

    def lay(self, *names: str) -> None:
        for name in names:
            self.sites.pages[f"news.test/{name}"] = article(name)

    async def titles(self, desk: str | None = "100") -> set[str]:
        view = await self.refresher.desks.view(desk)
        return {head.title.split()[3] for event in await view.stories(100) for head in event.stories}
