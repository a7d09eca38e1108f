"""How often a claimed quotation gets the right grade, on the quotations of a file of real articles.

    python tests/benchmarks/check_grades.py ARTICLES.jsonl.gz

The file holds one article a line: {"id", "text", "quotes": [{"kind": "direct", "content": [[start, end]],
"source_text": ...}]}. From its direct quotations, with a fixed seed: true ones, ones cut inside a sentence, ones with
10 to 30 % of their words changed, ones given to a wrong speaker, and invented ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

from onrecord.reading.grade import best
from onrecord.reading.names import name_key

_MARKS = "\"“”'‘’ \n"
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]+")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=300, help="claims a class (default: 300)")
    parser.add_argument("--seed", type=int, default=20)
    options = parser.parse_args()
    articles = _articles(options.articles)
    rng = random.Random(options.seed)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    vocabulary = [word for said in articles for _, text in said for word in text.split() if word.isalpha()]
    while min((asked[kind] for kind in _KINDS), default=0) < options.count:
        said = rng.choice(articles)
        others = rng.choice(articles)
        speaker, text = rng.choice(said)
        for kind in _KINDS:
            claim = _claim(kind, text, said, others, vocabulary, rng)
            if claim is None or asked[kind] >= options.count:
                continue
            asked[kind] += 1
            right[kind] += _is_right(kind, claim, speaker, said, rng)
    for kind in _KINDS:
        print(f"{kind:14} {right[kind]:4} of {asked[kind]} right  {100 * right[kind] / asked[kind]:5.1f} %")
    return 0 if all(right[kind] >= 0.95 * asked[kind] for kind in _KINDS) else 1


_KINDS = ("true", "cut", "changed", "wrong speaker", "invented")


def _articles(path: Path) -> list[list[tuple[str, str]]]:
    opener = gzip.open if path.suffix == ".gz" else open
    found: list[list[tuple[str, str]]] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            said: list[tuple[str, str]] = []
            for quote in article["quotes"]:
                if quote["kind"] != "direct" or len(quote["content"]) != 1 or not quote["source_text"]:
                    continue
                (start, end), *_ = quote["content"]
                text = article["text"][start:end].strip(_MARKS)
                if 8 <= len(text.split()) <= 60 and not re.search(r"[\"“”\n]|''", text):
                    said.append((quote["source_text"], text))
            if said:
                found.append(said)
    return found


def _claim(
    kind: str,
    text: str,
    said: list[tuple[str, str]],
    others: list[tuple[str, str]],
    vocabulary: list[str],
    rng: random.Random,
) -> str | None:
    words = text.split()
    match kind:
        case "true" | "wrong speaker":
            return text
        case "cut":
            sentence = max(_SENTENCE.findall(text + "."), key=len).strip()
            parts = sentence.split()
            if len(parts) < 9:
                return None
            keep = rng.randint(5, len(parts) - 3)
            start = rng.choice([0, len(parts) - keep])
            return " ".join(parts[start : start + keep]).strip(",;:.")
        case "changed":
            if len(words) < 10:
                return None
            for place in rng.sample(range(len(words)), max(1, round(len(words) * rng.uniform(0.1, 0.3)))):
                words[place] = rng.choice(vocabulary)
            return " ".join(words)
        case _:
            if others is said:
                return None
            # Half are quotations of another article, half a salad of words.
            return rng.choice(others)[1] if rng.random() < 0.5 else " ".join(rng.sample(vocabulary, len(words)))


def _is_right(kind: str, claim: str, speaker: str, said: list[tuple[str, str]], rng: random.Random) -> bool:
    at, given = best(claim, [[text] for _, text in said])
    match kind:
        case "true":
            return given.kind == "verbatim"
        case "cut":
            return given.kind == "cut"
        case "changed":
            return given.kind == "altered"
        case "wrong speaker":
            claimed = f"{rng.choice(['Ida', 'Bruno', 'Selma'])} {rng.choice(['Tarrant', 'Oduya', 'Quill'])}"
            return given.kind == "verbatim" and name_key(said[at][0]) != name_key(claimed)
        case _:
            return given.kind == "unrelated"


if __name__ == "__main__":
    sys.exit(main())
