"""How often `/check` grades a claimed quotation rightly, over an archive of real articles.

    python tests/benchmarks/check.py ARTICLES.jsonl.gz

The file holds one article a line: {"id", "text", "quotes": [{"kind": "direct", "content": [[start, end]],
"source_text", "source_chain"}]}. All of them are read into one archive; then, with a fixed seed, each direct quotation
that was drawn is claimed as it was said, cut inside a sentence, with 10 to 30 % of its words changed (exchanged, left
out or added), as said by somebody else of the same article, and words are claimed that nobody said: a quotation of an
article that was kept out of the archive, or a salad of words.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from onrecord.answers import answer
from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource
from onrecord.stories import Answer
from onrecord.text import fold

_MARKS = "\"“”'‘’ \n"
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]+")
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")
_KINDS = ("true", "cut", "changed", "somebody else", "invented")


class _Said(NamedTuple):
    text: str
    speaker: str | None
    """A name of two to four words, where the annotation has one."""
    others: tuple[str, ...]
    """Whom else the article quotes, by such names."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=300, help="claims a class (default: 300)")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--wrong", action="store_true", help="print each claim that was graded wrongly")
    return asyncio.run(_measure(parser.parse_args()))


async def _measure(options: argparse.Namespace) -> int:
    rng = Random(options.seed)
    opener = gzip.open if options.articles.suffix == ".gz" else open
    with opener(options.articles, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    rng.shuffle(articles)
    kept, away = articles[: len(articles) * 9 // 10], articles[len(articles) * 9 // 10 :]
    said = [one for article in kept for one in _said(article)]
    unsaid = [one for article in away for one in _said(article)]
    vocabulary = [word for one in said for word in one.text.split() if word.isalpha()]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number, article in enumerate(kept):
            Path(folder, f"{number:05}.txt").write_text(article["text"], "utf-8")
        async with await Archive.open(Path(folder, "archive.db")) as archive:
            await refresh(archive, [FolderSource(path=Path(folder))])
            for one in rng.sample(said, len(said)):
                for kind in _KINDS:
                    claim = _claim(kind, one, unsaid, vocabulary, rng)
                    if claim is None or asked[kind] >= options.count:
                        continue
                    asked[kind] += 1
                    given = await answer(archive, "check", claim)
                    good = _is_right(kind, given, one)
                    right[kind] += good
                    if options.wrong and not good:
                        print(f"{kind}: {claim}\n    said: {one}\n    {given.verdict}: {given.heading}\n")
    for kind in _KINDS:
        print(f"{kind:14} {right[kind]:4} of {asked[kind]} right  {100 * right[kind] / asked[kind]:5.1f} %")
    return 0 if all(right[kind] >= 0.95 * asked[kind] for kind in _KINDS) else 1


def _said(article: dict[str, Any]) -> list[_Said]:
    direct = [quote for quote in article["quotes"] if quote["kind"] == "direct" and quote["source_text"]]
    # Pronouns are left out here: the annotated chains that resolve them often name somebody else.
    names = [quote["source_text"] for quote in direct if _NAME.fullmatch(quote["source_text"])]
    found: list[_Said] = []
    for quote in direct:
        if len(quote["content"]) != 1:
            continue
        (start, end), *_ = quote["content"]
        text = article["text"][start:end].strip(_MARKS)
        name = quote["source_text"] if quote["source_text"] in names else None
        if 8 <= len(text.split()) <= 60 and not re.search(r"[\"“”\n]|''", text):
            others = {other for other in names if name and other.split()[-1].removesuffix("'s") != name.split()[-1]}
            found.append(_Said(text, name, tuple(sorted(others))))
    return found


def _claim(kind: str, one: _Said, unsaid: list[_Said], vocabulary: list[str], rng: Random) -> dict[str, str] | None:
    words = one.text.split()
    match kind:
        case "true":
            return {"quote": one.text}
        case "somebody else":
            return {"quote": one.text, "speaker": rng.choice(one.others)} if one.others else None
        case "cut":
            sentence = max(_SENTENCE.findall(one.text + "."), key=len).strip()
            parts = sentence.split()
            if len(parts) < 9:
                return None
            keep = rng.randint(5, len(parts) - 3)
            start = rng.choice([0, len(parts) - keep])
            return {"quote": " ".join(parts[start : start + keep]).strip(",;:.")}
        case "changed":
            return {"quote": _changed(words, vocabulary, rng)} if len(words) >= 10 else None
        case _:
            salad = " ".join(rng.sample(vocabulary, len(words)))
            return {"quote": rng.choice(unsaid).text if rng.random() < 0.5 else salad}


def _changed(words: list[str], vocabulary: list[str], rng: Random) -> str:
    words = list(words)
    for place in sorted(rng.sample(range(len(words)), max(1, round(len(words) * rng.uniform(0.1, 0.3)))), reverse=True):
        match rng.randrange(4):
            case 0:
                del words[place]
            case 1:
                words.insert(place, rng.choice(vocabulary))
            case _:
                words[place] = rng.choice(vocabulary)
    return " ".join(words)


def _is_right(kind: str, given: Answer, one: _Said) -> bool:
    match kind:
        case "true":
            return given.verdict == "verbatim"
        case "cut":
            return given.heading.startswith("Verbatim, but cut")
        case "changed":
            return given.heading.startswith("Altered")
        case "somebody else":
            return given.verdict == "somebody else" and fold(one.speaker or "").split()[-1] in fold(given.heading)
        case _:
            return not given.found


if __name__ == "__main__":
    sys.exit(main())
