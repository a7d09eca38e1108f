"""The labelled families of `tests/families/`: documents, and which of them are one story and which one event.

A family is a file. Its documents begin with `=== NAME STORY EVENT`, written `=== report.txt A1`: those with the same
letter are one story, those with the same figure one event (`?`: it reports several, no matter which it is put to).
`revision` behind it: what the same file holds at a later refresh. Then come the title and the paragraphs, or behind
`from NAME` the edits that make it of another document: `title:`, `keep:` (paragraphs, counted from 1),
`replace: A -> B`, `before:` and `after:` (a line of page furniture each), `link:` (the page's own address).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

FAMILIES = Path(__file__).parent.parent / "families"
_HEADER = re.compile(r"=== (?P<name>\S+) (?P<story>[A-Z])(?P<event>\d|\?)(?: from (?P<base>\S+)|(?P<later> revision))?")
_EDIT = re.compile(r"(title|keep|replace|before|after|link): (.+)")


@dataclass(frozen=True)
class Labelled:
    family: str
    name: str
    story: str
    event: str
    title: str
    paragraphs: tuple[str, ...]
    later: bool = False
    edits: tuple[tuple[str, str], ...] = field(default=())

    @property
    def path(self) -> str:
        return f"{self.family}/{self.name}"

    @property
    def text(self) -> str:
        """What the file holds."""
        before, after, links = ([value for key, value in self.edits if key == k] for k in ("before", "after", "link"))
        if self.name.endswith(".html"):
            return _page(self.title, [*before, *self.paragraphs, *after], links)
        if self.name.endswith(".jsonl"):
            return json.dumps({"title": self.title, "passages": self.paragraphs}) + "\n"
        title = f"# {self.title}" if self.name.endswith(".md") else self.title
        return "\n\n".join([*before, title, *self.paragraphs, *after]) + "\n"


def families(half: str) -> list[Labelled]:
    """`half`: "held", written before the rules and not looked at while they were made, or "tuned"."""
    return [labelled for path in sorted((FAMILIES / half).iterdir()) for labelled in _family(path)]


def write(documents: Sequence[Labelled], folder: Path, *, later: bool = False) -> None:
    for document in documents:
        if document.later == later:
            path = folder / document.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(document.text, "utf-8")


def _family(path: Path) -> Iterator[Labelled]:
    known: dict[str, Labelled] = {}
    for part in re.split(r"^(?==== )", path.read_text("utf-8"), flags=re.MULTILINE):
        if not part.strip():
            continue
        header, _, body = part.partition("\n")
        found = _HEADER.fullmatch(header)
        assert found, f"{path}: {header}"
        lines = body.strip().splitlines()
        edits: list[tuple[str, str]] = []
        while lines and (edit := _EDIT.fullmatch(lines[0])):
            edits.append((edit[1], edit[2]))
            lines.pop(0)
        if found["base"]:
            assert not lines, f"{path}: {lines[0]} is no edit"
            labelled = _edited(known[found["base"]], edits)
        else:
            paragraphs = tuple(paragraph for paragraph in "\n".join(lines[1:]).split("\n\n"))
            labelled = Labelled(path.stem, "", "", "", lines[0], tuple(p.strip() for p in paragraphs if p.strip()))
        labelled = replace(
            labelled,
            name=found["name"],
            story=f"{path.stem}/{found['story']}",
            event=found["event"] if found["event"] == "?" else f"{path.stem}/{found['event']}",
            later=bool(found["later"]),
            edits=tuple(edits),
        )
        known[labelled.name] = labelled
        yield labelled


def _edited(base: Labelled, edits: Sequence[tuple[str, str]]) -> Labelled:
    title, paragraphs = base.title, list(base.paragraphs)
    for key, value in edits:
        if key == "title":
            title = value
        elif key == "keep":
            paragraphs = [paragraphs[n - 1] for n in _numbers(value)]
        elif key == "replace":
            old, new = value.split(" -> ")
            assert any(old in paragraph for paragraph in paragraphs), f"{base.path}: {old}"
            paragraphs = [paragraph.replace(old, new) for paragraph in paragraphs]
    return replace(base, title=title, paragraphs=tuple(paragraphs))


def _numbers(text: str) -> Iterator[int]:
    for part in text.split(","):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _page(title: str, paragraphs: Sequence[str], links: Sequence[str]) -> str:
    head = "".join(f'<link rel="canonical" href="{html.escape(link)}">' for link in links)
    text = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>{html.escape(title)}</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/about'>About us</a></nav>"
        f"<article><h1>{html.escape(title)}</h1>\n{text}\n</article>"
        "<footer>Terms of use | Privacy policy | Contact</footer></body></html>\n"
    )
