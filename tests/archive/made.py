"""A small archive about invented people, and stories made by hand for it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from onrecord.archive import Archive, Arrival
from onrecord.archive.rows import story_rows
from onrecord.stories import Passage, Person, Quote, Span, Stamp, Story


def make_story(
    title: str,
    passages: Sequence[str],
    *,
    quotes: Sequence[tuple[str, str | None]] = (),
    people: Sequence[Person] = (),
    url: str | None = None,
    publisher: str | None = None,
    published: Stamp | None = None,
    reposted_by: tuple[str, ...] = (),
) -> Story:
    found: list[Quote] = []
    for text, speaker in quotes:
        n, start = next((n, at) for n, p in enumerate(passages) if (at := p.find(text)) >= 0)
        span = Span(passage=n, start=start, end=start + len(text))
        found.append(Quote(text=text, kind="direct", speaker=speaker, spans=(span,)))
    return Story(
        document="made by hand",
        id=blake2b((url or title).encode(), digest_size=6).hexdigest(),
        title=title,
        url=url,
        publisher=publisher,
        published=published,
        reposted_by=reposted_by,
        passages=tuple(Passage(n=n, text=text) for n, text in enumerate(passages)),
        quotes=tuple(found),
        people=tuple(people),
    )


async def put(archive: Archive, *stories: Story, source: str = "folder") -> None:
    """Each story as the document of its address, else its title."""
    async with archive.writing("1") as writer:
        await writer.put(source, [Arrival(s.url or s.title, s.title, story_rows(s)) for s in stories])


async def drop(archive: Archive, *locations: str, source: str = "folder") -> None:
    async with archive.writing("1") as writer:
        await writer.drop(source, locations)


FERRY = make_story(
    "Harbour Ferry Strike Ends as Crews Win Longer Breaks",
    [
        "Ferry crews in Port Elwin went back to work on Monday after nine days of strikes over rest breaks.",
        "“Nobody can steer straight after fourteen hours awake,” said Marisol Quintero-Vance. She speaks for crews.",
        "The operator, Elwin Coastal Lines, had offered twelve minutes an hour and now grants twenty.",
        "Tobias Renn, the mayor, said the city would pay for none of it.",
    ],
    quotes=[("Nobody can steer straight after fourteen hours awake,", "Marisol Quintero-Vance")],
    people=[
        Person(
            name="Marisol Quintero-Vance",
            roles=("speaks for crews",),
            passages=(1,),
            aliases=("Quintero-Vance",),
        ),
        Person(name="Tobias Renn", roles=("the mayor",), passages=(3,)),
        Person(name="Elwin Coastal Lines", kind="organisation", roles=("The operator",), passages=(2,)),
    ],
    url="https://ledger.example/2031/ferry-strike-ends?utm_source=feed",
    publisher="The Elwin Ledger",
)
MUSEUM = make_story(
    "Clockwork Museum to Reopen with Its Oldest Automaton",
    [
        "The clockwork museum of Brackwater opens again in spring, and a brass heron from 1740 will move once more.",
        "Curator Odette Šimůnek rebuilt the bird from eleven hundred parts.",
        "“The heron was never broken, it was only waiting for someone patient,” she said.",
    ],
    quotes=[("The heron was never broken, it was only waiting for someone patient,", "Odette Šimůnek")],
    people=[Person(name="Odette Šimůnek", roles=("Curator",), passages=(1,))],
    url="https://brackwaterpost.example/culture/clockwork-museum",
    publisher="Brackwater Post",
)
BREAKS = make_story(
    "Port Elwin crews sail again with twenty-minute breaks each hour",
    [
        "Port Elwin ferry crews ended their nine days of strikes on Monday and have won longer rest breaks.",
        "Marisol Quintero-Vance of the crews and Tobias Renn, the mayor, shook hands on the pier.",
        "Elwin Coastal Lines grants twenty minutes an hour.",
    ],
    people=[
        Person(name="Marisol Quintero-Vance"),
        Person(name="Mayor Tobias Renn"),
        Person(name="Elwin Coastal Lines", kind="organisation"),
    ],
    publisher="Tideline",
)
