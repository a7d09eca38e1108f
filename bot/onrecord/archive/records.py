"""What the archive hands out: models, never rows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from onrecord.stories import Citation, Noun, Passage, Person, Quote, Stamp, StoryHead


class Hit(Noun):
    """One story or person that a lookup found."""

    id: str
    """A story's id, or a person's canonical name."""
    label: str
    """What a member sees: a title, a name."""
    score: float
    """0 to 100; see `SURE` and `NEAR`."""


class QuoteOnRecord(Noun):
    quote: Quote
    citation: Citation
    section: str | None = None


class RoleOnRecord(Noun):
    role: str
    """Verbatim from the passage that its citation names."""
    citation: Citation


class PersonHead(Noun):
    """Who somebody is among all others, without what the stories say of them."""

    name: str
    kind: Literal["person", "organisation"]
    """As the newest story has it."""
    aliases: tuple[str, ...] = ()
    told_in: int
    """How many stories name this one."""
    quotes: int
    """How many quotes this one speaks."""


class PersonOnRecord(PersonHead):
    roles: tuple[RoleOnRecord, ...]
    stories: tuple[StoryHead, ...]
    """The newest that name this one, at most `archive.queries.people.MOST_STORIES`."""


class Introduction(Noun):
    """A role, and the story that gives it."""

    role: str
    story: str


class SharedStory(Noun):
    """A story, and which of the people asked about it names."""

    story: StoryHead
    names: tuple[str, ...]


class PassageOnRecord(Noun):
    passage: Passage
    citation: Citation
    score: float


class StoryText(StoryHead):
    """A story's words and people, without what was read from them and dropped."""

    passages: tuple[Passage, ...]
    people: tuple[Person, ...] = ()


class Event(Noun):
    """What one or more stories report."""

    stories: tuple[StoryHead, ...]
    """Newest first."""


class Counts(Noun):
    stories: int
    events: int
    people: int
    """Organisations included."""
    quotes: int


class Target(Noun):
    """What is to be removed."""

    kind: Literal["story", "source", "host"]
    value: str
    """A story's id; a source's key; or a host, which stands for its subdomains too: "example.com"."""


class Removal(Noun):
    id: int
    target: Target
    reason: str
    by: str
    at: datetime
    documents: int
    """How many documents it keeps out now."""
    stories: int
    """How many stories went when it was made; of a desk's, those of the shared coverage included."""
    name: str | None = None
    """What its source is called, if moderators added that."""
    titles: tuple[str, ...] = ()
    """A few of the stories that it keeps out, or the one that it kept out; none once they are purged."""
    undone_by: str | None = None
    undone_at: datetime | None = None
    purged_by: str | None = None
    purged_at: datetime | None = None

    @property
    def active(self) -> bool:
        return self.undone_at is None


class LogEntry(Noun):
    id: int
    at: datetime
    by: str
    action: str
    about: str
    removal: int | None = None
    """The removal that it made, undid or purged."""


class Attempt(Noun):
    """How reading a source went the last time."""

    at: datetime
    success: datetime | None = None
    """When it last went well."""
    trouble: str | None = None
    """What went wrong since, as a sentence."""
    failures: int = 0
    """Attempts since then."""
    next_run: datetime | None = None


class KeptSource(Noun):
    """A source that moderators added."""

    key: str
    kind: str
    link: str | None = None
    name: str | None = None
    limit: int | None = None
    """So many of a feed's newest items are read."""
    added_by: str
    added_at: datetime
    entry: int | None = None
    """Of the log, that it was added with."""
    attempt: Attempt | None = None


class Status(Noun):
    counts: Counts
    documents: int
    skipped: int
    """Documents that could not be used."""
    removed: int
    """Documents that a removal keeps out."""
    bytes: int
    """On disk, with the log of what was written last."""
    schema_version: int
    reader: str | None
    """The version of the code that read the newest document."""


def cite(head: StoryHead, passage: int | None = None) -> Citation:
    return Citation(
        story=head.id,
        title=head.title,
        publisher=head.publisher,
        url=head.url,
        published=head.published,
        passage=passage,
        reposted_by=head.reposted_by,
        ai_generated=head.ai_generated,
    )


def sort_key(published: Stamp | None) -> str:
    """Text that sorts as the dates do, and before them all when none is known; times are brought to UTC."""
    if isinstance(published, datetime) and published.tzinfo is not None:
        published = published.astimezone(UTC).replace(tzinfo=None)
    return published.isoformat() if published else ""
