"""The working state of one document while it is cleaned: what is left of it, and what its furniture told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.cleaning.lines import Line
from onrecord.stories import Dropped, RelatedLink, Stamp


@dataclass(slots=True)
class Page:
    location: str
    lines: list[Line]
    """What may still belong to the story, in order."""
    dropped: list[tuple[int, Dropped]] = field(default_factory=list[tuple[int, Dropped]])
    title: str | None = None
    """The headline, where the format or its metadata say which it is."""
    offered: str | None = None
    """The headline by which a syndication line calls the story."""
    url: str | None = None
    """The original's address."""
    site: str | None = None
    """The name of the site that a web page belongs to, in its own words."""
    site_url: str | None = None
    """A web page's own address."""
    named: str | None = None
    """The publisher that the page names, where the address does not tell it."""
    published: Stamp | None = None
    authors: list[str] = field(default_factory=list[str])
    appeared: list[str] = field(default_factory=list[str])
    """Outlets on which the page says that it appeared, in the order of the page."""
    host: str | None = None
    """The outlet that a reposter's own disclaimer names: it stands furthest from the original."""
    related: list[RelatedLink] = field(default_factory=list[RelatedLink])
    machine: bool = False
    key_lines: set[int] = field(default_factory=set[int])
    """Lines (by `n`) that the page presents as the story's key points."""

    def drop(self, line: Line, reason: str, text: str | None = None) -> None:
        self.dropped.append((line.n, Dropped(reason=reason, text=text or line.text)))

    def credit(self, names: Iterable[str]) -> None:
        """Note who wrote the story, each of them once."""
        self.authors.extend(name for name in dict.fromkeys(names) if name not in self.authors)

    def relate(self, link: RelatedLink) -> None:
        if all(link.title.casefold() != known.title.casefold() for known in self.related):
            self.related.append(link)
