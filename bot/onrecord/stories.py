"""The nouns: what passes between the rooms, as frozen models. No logic beyond validation."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import blake2b
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

Stamp: TypeAlias = datetime | date
"""When something was published, no finer than its page states it; a time without a zone stays without one."""

Place: TypeAlias = Annotated[int, Field(ge=0)]


class Noun(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Noun):
    """What a source yielded, raw."""

    location: str
    """A path, `path:line` for one line of a JSON Lines file, or a URL."""
    format: Literal["text", "html", "story"]
    """`story`: one JSON object in the shape of `Story`, of which `title` and `passages` are required."""
    text: str

    @property
    def digest(self) -> str:
        """The same for the same format and text, wherever it lies."""
        return blake2b(f"{self.format}\0{self.text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Skipped(Noun):
    """A document that could not be used, and why, as a sentence for whoever loads it."""

    location: str
    reason: str


class Validators(Noun):
    """What a web server gave along with a page, to ask it later whether anything changed."""

    etag: str | None = None
    last_modified: str | None = None


class Passage(Noun):
    """One paragraph or list item of a story."""

    n: Place
    section: str | None = None
    text: str


class Span(Noun):
    """`story.passages[passage].text[start:end]`, counted in code points."""

    passage: Place
    start: Place
    end: Place


class Quote(Noun):
    """Somebody's words as a story gives them.

    `direct`: all of them inside quotation marks; `mixed`: only partly; `indirect`: reported without marks. For direct
    and mixed quotes the spans are the quoted runs without their marks; for indirect ones, the reported clause.
    """

    text: str
    """The spans' words, joined by one space: never retyped."""
    kind: Literal["direct", "mixed", "indirect"]
    speaker: str | None = None
    """The canonical person, organisation or document; null when the evidence is short."""
    speaker_mention: str | None = None
    """The words the story used: "he", "Gordon-Levitt"."""
    cue: str | None = None
    """The words that report it: "said", "according to"."""
    rule: str | None = None
    """The name of the rule that chose the speaker (or chose to name nobody)."""
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]


class Person(Noun):
    """A person or an organisation that a story names, with the roles that the story itself gives."""

    name: str
    kind: Literal["person", "organisation"] = "person"
    roles: tuple[str, ...] = ()
    """Verbatim: "Center for Humane Technology co-founder", "signed the coalition's letter"."""
    passages: tuple[Place, ...] = ()
    """For each role, the passage that states it."""
    aliases: tuple[str, ...] = ()
    """Other words by which the story names the same one: "Gordon-Levitt", "CCAI"."""


class RelatedLink(Noun):
    """Another story that a page pointed at."""

    title: str
    url: str | None = None
    publisher: str | None = None
    published: Stamp | None = None


class Dropped(Noun):
    """Furniture: text of the page that is not the story, and why it was taken for that."""

    reason: str
    text: str


class StoryHead(Noun):
    """What a story is and where it came from, without what it says."""

    document: str
    id: str
    title: str
    title_derived: bool = False
    """The page gave no headline; this one was cut from its first sentence."""
    url: str | None = None
    """The original's address, not a repost's."""
    publisher: str | None = None
    """Who published the original."""
    reposted_by: tuple[str, ...] = ()
    """Nearest the original first."""
    published: Stamp | None = None
    authors: tuple[str, ...] = ()
    ai_generated: bool = False
    """The page itself says that a machine wrote or translated it."""
    version: Annotated[int, Field(ge=1)] = 1
    """Counts the changes of the article that were seen where it stands; 1: none."""


class Story(StoryHead):
    """One cleaned document, and what it says."""

    key_points: tuple[str, ...] = ()
    """The story's own, else extracted sentences; each stands verbatim in a passage."""
    passages: tuple[Passage, ...]
    quotes: tuple[Quote, ...] = ()
    people: tuple[Person, ...] = ()
    related: tuple[RelatedLink, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @model_validator(mode="after")
    def stands_on_its_passages(self) -> Self:
        for n, passage in enumerate(self.passages):
            if passage.n != n:
                raise ValueError(f"passage {n} is numbered {passage.n}")
        for quote in self.quotes:
            if any(span.passage >= len(self.passages) for span in quote.spans):
                raise ValueError(f"a quote points outside the story: {quote.text[:60]!r}")
            if quote.text != " ".join(self.slice(span) for span in quote.spans):
                raise ValueError(f"a quote is not what its passage says: {quote.text[:60]!r}")
        for point in self.key_points:
            if not any(point in passage.text for passage in self.passages):
                raise ValueError(f"a key point stands in no passage: {point[:60]!r}")
        for person in self.people:
            if len(person.roles) != len(person.passages) or any(n >= len(self.passages) for n in person.passages):
                raise ValueError(f"each role of {person.name!r} needs the passage that states it")
        return self

    def slice(self, span: Span) -> str:
        return self.passages[span.passage].text[span.start : span.end]


class Citation(Noun):
    """Where an answer stands on the record, and how the story got there."""

    story: str
    title: str
    publisher: str | None = None
    url: str | None = None
    published: Stamp | None = None
    passage: int | None = None
    """Null when the whole story is meant."""
    reposted_by: tuple[str, ...] = ()
    ai_generated: bool = False


class Change(Noun):
    """One place in which two wordings agree or part."""

    kind: Literal["same", "changed", "added", "left out"]
    """`added`: only the claim has it; `left out`: only what was said has it."""
    claimed: str
    said: str


class Entry(Noun):
    """One item of an answer; a page break never goes through it."""

    text: str
    style: Literal["plain", "quote", "bullet", "story"] = "plain"
    """`quote`: somebody's exact words, to be shown as a quotation. `story`: an item of a list of stories, whose text
    says what its citation says."""
    lead: str | None = None
    """What stands above it, emphasised: a speaker and role, a title."""
    note: str | None = None
    """Small print below it."""
    citation: int | None = None
    """Index into `Answer.citations`."""
    url: str | None = None
    """The address that `text` ends in, where the entry points to a page; chat makes a button of it."""
    changes: tuple[Change, ...] = ()
    """What `text` says of two wordings, for who can show it in colours."""


class Attached(Noun):
    """A file that comes with an answer."""

    name: str
    text: str


Verdict: TypeAlias = Literal["verbatim", "altered", "somebody else", "absent"]
"""On a quotation that was to be checked. `altered`: cut, or only reported, as well."""


class Answer(Noun):
    """What a command has to say; chat, console and tests each show it in their own way."""

    command: str
    found: bool
    heading: str
    entries: tuple[Entry, ...] = ()
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    """Whole commands that would be answered: "/quotes speaker:Daniel Kwan"."""
    private: bool = False
    verdict: Verdict | None = None
    files: tuple[Attached, ...] = ()
    text: str
    """The whole answer as plain text, its files aside."""
