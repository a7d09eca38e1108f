"""A little coverage of our own: invented people and places, with quotes and roles given rather than read."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from onrecord.stories import Answer

Say: TypeAlias = Callable[[str], Awaitable[Answer]]
"""One line in Discord's notation, answered."""
Telling: TypeAlias = Callable[[Sequence[object]], Awaitable[Say]]
"""Loads stories, and answers over these alone."""


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(story(**one), ensure_ascii=False) for one in STORIES]
    (folder / "coverage.jsonl").write_text("\n".join(lines), "utf-8")


def story(
    passages: list[str],
    quotes: Sequence[tuple[str, str | None, str, list[str]]],
    people: list[dict[str, Any]],
    **head: Any,
) -> dict[str, Any]:
    """`quotes`: (kind, speaker, mention, runs); each run is looked for in the passages."""
    return {
        **head,
        "passages": [{"n": n, "section": None, "text": text} for n, text in enumerate(passages)],
        "quotes": [
            {
                "kind": kind,
                "speaker": speaker,
                "speaker_mention": mention,
                "text": " ".join(runs),
                "spans": [_span(passages, run) for run in runs],
            }
            for kind, speaker, mention, runs in quotes
        ],
        "people": [
            {
                **person,
                "passages": [next(n for n, text in enumerate(passages) if role in text) for role in person["roles"]],
            }
            for person in people
        ],
    }


def _span(passages: list[str], run: str) -> dict[str, int]:
    n = next(n for n, text in enumerate(passages) if run in text)
    start = passages[n].index(run)
    return {"passage": n, "start": start, "end": start + len(run)}


def person(name: str, *roles: str, kind: str = "person", aliases: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"name": name, "kind": kind, "roles": list(roles), "aliases": list(aliases)}


FERRY = {
    "title": "Ferry pilots walk out in Varrow Bay",
    "url": "https://baycourier.example/ferry-pilots-walk-out",
    "publisher": "Bay Courier",
    "published": "2025-03-04",
    "reposted_by": ["Harbour Digest"],
    "key_points": [
        "Ferry pilots in Varrow Bay stopped work on Monday after talks about night shifts failed.",
        "About 340 pilots are members of the Harbour Pilots' League.",
    ],
    "passages": [
        "Ferry pilots in Varrow Bay stopped work on Monday after talks about night shifts failed.",
        "“We have been patient for three winters,” said Idris Fenwick, chairman of the Harbour Pilots' League. "
        "“Nobody should steer a full ferry on four hours of sleep.”",
        "About 340 pilots are members of the Harbour Pilots' League. The walkout stranded 12,000 commuters on the "
        "island of Sorrel, where the only bridge has been closed since 2019.",
        "Mayor Maren Holt called the walkout “a blow to every family on Sorrel” and asked both sides to return to the "
        "table by Friday.",
        "The company that runs the boats, Sorrel Lines, said it had offered a raise of 6 percent. Its director, Tove "
        "Aldous, declined to comment.",
    ],
    "quotes": [
        (
            "direct",
            "Idris Fenwick",
            "Idris Fenwick",
            ["We have been patient for three winters,", "Nobody should steer a full ferry on four hours of sleep."],
        ),
        ("mixed", "Maren Holt", "Mayor Maren Holt", ["a blow to every family on Sorrel"]),
        ("indirect", "Sorrel Lines", "Sorrel Lines", ["it had offered a raise of 6 percent"]),
    ],
    "people": [
        person("Idris Fenwick", "chairman of the Harbour Pilots' League", aliases=("Fenwick",)),
        person("Maren Holt", "Mayor", aliases=("Holt",)),
        person("Tove Aldous", "director", aliases=("Aldous",)),
        person("Harbour Pilots' League", kind="organisation"),
        person("Sorrel Lines", "company that runs the boats", kind="organisation"),
    ],
}
FERRY_AGAIN = {
    "title": "Varrow Bay ferries stand still as pilots walk out",
    "url": "https://northpost.example/varrow-bay-ferries",
    "publisher": "North Post",
    "published": "2025-03-05",
    "key_points": ["Idris Fenwick of the Harbour Pilots' League says the pilots of Varrow Bay will not work nights."],
    "passages": [
        "Idris Fenwick of the Harbour Pilots' League says the pilots of Varrow Bay will not work nights.",
        "“Nobody should steer a full ferry on four hours of sleep,” Fenwick said on the pier of Sorrel.",
        "The walkout of the ferry pilots began on Monday, and Mayor Maren Holt wants talks with Sorrel Lines.",
    ],
    "quotes": [
        ("direct", "Idris Fenwick", "Fenwick", ["Nobody should steer a full ferry on four hours of sleep,"]),
    ],
    "people": [
        person("Idris Fenwick", aliases=("Fenwick",)),
        person("Maren Holt", "Mayor"),
        person("Harbour Pilots' League", kind="organisation"),
        person("Sorrel Lines", kind="organisation"),
    ],
}
ROBOTS = {
    "title": "Quillmark Robotics buys Lumenfold for 40 million crowns",
    "url": "https://ledgerline.example/quillmark-lumenfold",
    "publisher": "Ledger Line",
    "published": "2025-06-18",
    "key_points": ["Quillmark Robotics has acquired the drone maker Lumenfold for 40 million crowns."],
    "passages": [
        "Quillmark Robotics has acquired the drone maker Lumenfold for 40 million crowns.",
        "Quillmark's chief executive, Odalys Brandt, said all 212 employees in Carrow would keep their jobs.",
        "“Lumenfold taught machines to land softly,” Brandt told reporters. “We will teach them to carry.”",
        "Lumenfold was founded in 2014 by Pell Aldous, a former glider pilot, in a barn outside Carrow.",
        "Aldous, 61, will stay on as an adviser until December. He said the offer was too good to refuse.",
        "The deal still needs the approval of the competition office, which has blocked two takeovers this year "
        "because of worries about prices.",
    ],
    "quotes": [
        (
            "direct",
            "Odalys Brandt",
            "Brandt",
            ["Lumenfold taught machines to land softly,", "We will teach them to carry."],
        ),
        ("indirect", "Odalys Brandt", "Odalys Brandt", ["all 212 employees in Carrow would keep their jobs"]),
        ("indirect", "Pell Aldous", "He", ["the offer was too good to refuse"]),
    ],
    "people": [
        person("Odalys Brandt", "chief executive", aliases=("Brandt",)),
        person("Pell Aldous", "former glider pilot", aliases=("Aldous",)),
        person("Quillmark Robotics", kind="organisation", aliases=("Quillmark",)),
        person("Lumenfold", "drone maker", kind="organisation"),
    ],
}
MUSEUM = {
    "title": "Night watchman foils theft at the Museum of Tides",
    "url": None,
    "publisher": None,
    "published": None,
    "ai_generated": True,
    "key_points": ["A night watchman stopped two thieves at the Museum of Tides in Oster."],
    "passages": [
        "A night watchman stopped two thieves at the Museum of Tides in Oster.",
        "The watchman, Benno Karst, heard glass break shortly after 2 a.m. and locked the doors from outside.",
        "“They asked me very politely to let them out,” he said.",
        "The stolen brass astrolabe, made in 1702, is valued at 900,000 crowns. It was found in a laundry bag.",
        "“A miracle,” read a note pinned to the gate.",
    ],
    "quotes": [
        ("direct", "Benno Karst", "he", ["They asked me very politely to let them out,"]),
        ("direct", None, "a note", ["A miracle,"]),
    ],
    "people": [person("Benno Karst", "watchman"), person("Museum of Tides", kind="organisation")],
}
ORCHARD = {
    "title": "Late frost ruins a third of the Halden apple harvest",
    "url": "https://fieldnotes.example/halden-frost",
    "publisher": "Field Notes",
    "published": "2025-05-02T06:30:00",
    "key_points": ["Frost has destroyed a third of the apple harvest in the Halden valley, growers estimate."],
    "passages": [
        "Frost has destroyed a third of the apple harvest in the Halden valley, growers estimate.",
        "Temperatures fell to minus 7 degrees on the night of April 28, the coldest since 1991.",
        "“My grandfather planted these trees and I may be the one who cuts them down,” said grower Signe Maro.",
        "The regional government will pay growers 15 million crowns, agriculture minister Ruben Tasch announced.",
        "Tasch also wants cheaper insurance for orchards. “Weather is not a crime, and nobody should be punished for "
        "it,” he said.",
    ],
    "quotes": [
        (
            "direct",
            "Signe Maro",
            "grower Signe Maro",
            ["My grandfather planted these trees and I may be the one who cuts them down,"],
        ),
        (
            "indirect",
            "Ruben Tasch",
            "Ruben Tasch",
            ["The regional government will pay growers 15 million crowns"],
        ),
        ("direct", "Ruben Tasch", "he", ["Weather is not a crime, and nobody should be punished for it,"]),
    ],
    "people": [
        person("Signe Maro", "grower"),
        person("Ruben Tasch", "agriculture minister", aliases=("Tasch",)),
    ],
}
STORIES: list[dict[str, Any]] = [FERRY, FERRY_AGAIN, ROBOTS, MUSEUM, ORCHARD]
