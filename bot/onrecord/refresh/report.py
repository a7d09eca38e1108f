"""What a refresh tells of itself: how far it is, and what it did."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, field

from onrecord.refresh.sources import AnySource, name_of
from onrecord.stories import Noun, Skipped


class Progress(Noun):
    source: str
    seen: int
    """Documents of this source so far."""
    read: int
    """Of them, those that were new or changed and are in."""
    done: int = 0
    """Sources that are finished with, of `sources`."""
    sources: int = 1


class SourceTrouble(Noun):
    source: str
    reason: str


class Lost(Noun):
    """A story of which a document is gone."""

    title: str
    told: bool
    """Something else tells it still."""


class SourceReport(Noun):
    """What one source gave."""

    key: str
    source: str
    """As it is written in the configuration, or its file's name."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: tuple[Skipped, ...] = ()
    trouble: str | None = None


class Report(Noun):
    new: int = 0
    """Documents, as the next three."""
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    lost: tuple[Lost, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    errors: tuple[SourceTrouble, ...] = ()
    """Sources that could not be read; what the archive had from them stays."""
    by_source: tuple[SourceReport, ...] = ()


@dataclass(slots=True)
class Count:
    """What happens to the documents of one source; see `SourceReport`."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    trouble: str | None = None


class Tally:
    """What happens to each source, and how far all of it is."""

    def __init__(self, named: Mapping[str, AnySource], progress: Callable[[Progress], None] | None) -> None:
        self.gone = 0
        """Of sources that are not named."""
        self.lost: dict[str, str] = {}
        """By id, the titles of stories of which a document is gone."""
        self._names = {key: name_of(source) for key, source in named.items()}
        self._counts = {key: Count() for key in named}
        self._done: set[str] = set()
        self._progress = progress

    def of(self, key: str) -> Count:
        return self._counts[key]

    def tell(self, key: str, seen: int, read: int, *, done: bool) -> None:
        if done:
            self._done.add(key)
        if self._progress is not None:
            name, sources = self._names[key], len(self._names)
            self._progress(Progress(source=name, seen=seen, read=read, done=len(self._done), sources=sources))

    def report(self, told: Collection[str]) -> Report:
        """`told`: ids of lost stories that something else tells still."""
        counts = list(self._counts.values())
        by_source = [
            SourceReport(key=key, source=self._names[key], **asdict(count)) for key, count in self._counts.items()
        ]
        return Report(
            new=sum(count.new for count in counts),
            changed=sum(count.changed for count in counts),
            unchanged=sum(count.unchanged for count in counts),
            gone=self.gone + sum(count.gone for count in counts),
            lost=tuple(Lost(title=title, told=id in told) for id, title in self.lost.items()),
            # A feed and a page source may name one page.
            skipped=tuple(dict.fromkeys(skipped for count in counts for skipped in count.skipped)),
            errors=tuple(SourceTrouble(source=one.source, reason=one.trouble) for one in by_source if one.trouble),
            by_source=tuple(by_source),
        )
