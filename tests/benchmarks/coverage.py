"""Made-up coverage for the benchmarks: the same seed gives the same stories, of any number.

Names, places and firms are built from syllables, so that a large archive has a large vocabulary with many near misses;
common words come from short lists, so that they repeat as they do in real coverage.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

ONSETS = "b br c cl d dr f g gr h k l m n p pr qu r s st t tr v w z".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = "l n r s t ck nd rn st th x".split()
GIVEN = (
    "Ada Bruno Carla Dario Edda Farid Greta Hanno Ilsa Jonas Keiko Lars Mina Nils Olga Pavel Quinn Rosa Sven Tilda"
).split()
ROLES = [
    "mayor of {place}",
    "chief executive of {firm}",
    "{firm} spokesman",
    "historian",
    "union organiser",
    "engineer",
]
TOPICS = (
    "harbour budget library museum railway festival hospital archive strike contract election orchestra drought"
).split()
ACTS = "approves rejects delays reopens sells audits defends rebuilds closes expands questions suspends".split()
THINGS = "plan bridge licence merger archive pension tariff survey tunnel curriculum auction timetable".split()
CLAUSES = [
    "the {thing} would cost more than the {topic} could bear",
    "a decision on the {thing} had to wait until the {topic} in {place} was settled",
    "{firm} had never been asked about the {topic}",
    "the people of {place} would rather keep the {thing} they had",
    "one {topic} after another had been promised and then forgotten",
]
UTTERANCES = [
    "nobody in {place} asked for another {thing}",
    "we counted the {thing} twice and {number} pages were missing",
    "a {topic} is not a toy, and {firm} knows it",
    "give us {number} days and we will show you the {thing}",
    "the {topic} belongs to {place}, and it stays there",
]


class Report(NamedTuple):
    """One story before it takes the shape of a document."""

    title: str
    publisher: str
    url: str
    published: date
    paragraphs: list[str]
    quotes: list[tuple[int, str, str]]
    """Paragraph, speaker, words."""


def word(rng: Random, syllables: int = 2) -> str:
    made = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(["", *CODAS]) for _ in range(syllables))
    return made.capitalize()


def sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def reports(count: int, seed: int = 1) -> Iterator[Report]:
    rng = Random(seed)
    places = [word(rng) for _ in range(max(20, count // 20))]
    firms = [f"{word(rng)} {rng.choice(['Works', 'Group', 'Studios', 'Systems'])}" for _ in range(max(20, count // 10))]
    people = [f"{rng.choice(GIVEN)} {word(rng, rng.choice((2, 3)))}" for _ in range(max(20, count))]
    outlets = [f"{word(rng)} {rng.choice(['Courier', 'Ledger', 'Post'])}" for _ in range(40)]
    for n in range(count):
        slots = {
            "place": rng.choice(places),
            "firm": rng.choice(firms),
            "topic": rng.choice(TOPICS),
            "thing": rng.choice(THINGS),
            "number": str(rng.randrange(12, 990)),
        }
        outlet = rng.choice(outlets)
        url = f"https://{outlet.casefold().replace(' ', '')}.example/{n}"
        yield _report(rng, slots, places, rng.sample(people, 2), (outlet, url))


def _report(
    rng: Random, slots: dict[str, str], places: list[str], people: list[str], origin: tuple[str, str]
) -> Report:
    title = f"{slots['firm']} {rng.choice(ACTS)} {slots['place']} {slots['topic']} {slots['thing']}"
    roles = [rng.choice(ROLES).format(**slots) for _ in people]
    paragraphs = [sentence(f"{rng.choice(CLAUSES).format(**slots)}, according to a report in {slots['place']}")]
    quotes: list[tuple[int, str, str]] = []
    for name, role in zip(people, roles, strict=True):
        words = sentence(rng.choice(UTTERANCES).format(**slots))[:-1]
        paragraphs.append(f"“{words},” said {name}, {role}.")
        quotes.append((len(paragraphs) - 1, name, words))
        paragraphs.append(f"{name.split()[-1]} said {rng.choice(CLAUSES).format(**slots)}.")
    for _ in range(rng.randrange(3, 9)):
        first, second = rng.sample(CLAUSES, 2)
        other = slots | {"topic": rng.choice(TOPICS), "thing": rng.choice(THINGS), "place": rng.choice(places)}
        paragraphs.append(f"In {rng.choice(places)}, {first.format(**other)}. {sentence(second.format(**other))}")
    published = date(2025, 1, 1) + timedelta(days=rng.randrange(360))
    return Report(title, *origin, published, paragraphs, quotes)


def as_repost(report: Report) -> str:
    """A plain-text repost, furniture and all."""
    syndicated = f"The post {report.title} appeared on Blockquay.example. In brief {report.paragraphs[0][:40]}"
    brief = "\n".join(f"  • {report.paragraphs[i].split('. ')[0].rstrip('.')}." for i in (0, 2))
    story = "\n\n".join(report.paragraphs)
    return (
        f"{syndicated}{syndicated}\n\n{report.title}\n\nIn brief\n\n{brief}\n\n{story}\n\nEvening Letter Newsletter\n\n"
        f"Ten stories a day, by e-mail.\n\nSource: {report.url}\n\nMarket Opportunity\nQUAY Logo\nQUAY Price(QUAY)\n"
        "$0.041\n$0.041$0.041\n-0.5%\nUSD\nDisclaimer: Stories on this page are shown for information only.\n\n"
        f"You May Also Like\n\n{report.title}\n\n{report.title}\n\nA teaser for the story\nShare\n"
        f"Blockquay{report.published:%Y/%m/%d} 10:15\n"
    )


def as_article(report: Report) -> str:
    """Title, byline, paragraphs."""
    return "\n\n".join(
        [report.title, f"By Ada Quill | {report.published:%B %d, %Y}", *report.paragraphs, f"Source: {report.url}", ""]
    )


def as_digest(report: Report) -> str:
    """One line with run-on labels, machine-written."""
    first, *rest = report.paragraphs
    half = len(rest) // 2
    return (
        f"{first} What happened - {' - '.join(rest[:half])} Why it matters - {' - '.join(rest[half:])} "
        "Bottom line Nothing is decided yet. More AI-generated news at: undefined/news"
    )


def as_page(report: Report) -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in report.paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{report.title}</title>'
        f'<link rel="canonical" href="{report.url}"><meta property="og:site_name" content="{report.publisher}">'
        f'<meta property="article:published_time" content="{report.published}"></head><body><nav><a href="/">Home</a>'
        f"</nav><article><h1>{report.title}</h1>{story}</article><footer>© {report.publisher}</footer></body></html>"
    )


SHAPES = ((".txt", as_repost), (".txt", as_article), (".txt", as_digest), (".html", as_page))


def write_folder(folder: Path, count: int, seed: int = 1) -> None:
    """`count` documents in the shapes that coverage has, a thousand to a folder."""
    for n, report in enumerate(reports(count, seed)):
        suffix, shape = SHAPES[n % len(SHAPES)]
        path = folder / f"{n // 1000:04}" / f"{n:07}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shape(report), "utf-8")
