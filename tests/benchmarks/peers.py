"""What lookup is measured against: other ways to find a text in many, each over the same texts in one process.

`rapidfuzz` over everything is what most bots do. The two over SQLite's trigrams differ in which of the query's trigrams
they ask for. `tantivy` (not a dependency: `pip install tantivy`) finds fuzzy terms; its sixty best are then compared by
rapidfuzz. None of them is asynchronous or knows what else an archive knows; that is to their advantage.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Protocol

from rapidfuzz import fuzz, process

from onrecord.text import fold, words

CANDIDATES = 60


class Peer(Protocol):
    name: str

    def find(self, text: str, limit: int) -> list[int]:
        """Positions of the texts, best first."""
        ...


class Everything:
    name = "rapidfuzz"

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [fold(text) for text in texts]

    def find(self, text: str, limit: int) -> list[int]:
        return [n for _, _, n in process.extract(fold(text), self._texts, scorer=fuzz.token_set_ratio, limit=limit)]


def trigrams(text: str) -> list[str]:
    folded = fold(text)
    return list(dict.fromkeys(folded[i : i + 3] for i in range(len(folded) - 2)))


class Trigrams:
    """FTS5 with its trigram tokenizer, all of them OR-ed and ranked by bm25."""

    name = "trigrams"
    rarest: int | None = None

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [fold(text) for text in texts]
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'trigram')")
        self._db.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(self._texts))
        self._told = Counter(gram for text in texts for gram in trigrams(text)) if self.rarest else Counter[str]()

    def _proposed(self, text: str, limit: int) -> list[int]:
        grams = [gram for gram in trigrams(text) if not self.rarest or gram in self._told]
        if self.rarest:
            grams = sorted(grams, key=lambda gram: self._told[gram])[: self.rarest]
        if not grams:
            return []
        query = " OR ".join('"' + gram.replace('"', '""') + '"' for gram in grams)
        rows = self._db.execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?", (query, limit))
        return [row[0] for row in rows]

    def find(self, text: str, limit: int) -> list[int]:
        return self._proposed(text, limit)


class RarestTrigrams(Trigrams):
    """The ten rarest of the query's trigrams; of what they find, rapidfuzz decides."""

    name = "rarest trigrams"
    rarest = 10

    def find(self, text: str, limit: int) -> list[int]:
        return decided(self._texts, self._proposed(text, CANDIDATES), text, limit)


class Tantivy:
    name = "tantivy"

    def __init__(self, texts: Sequence[str]) -> None:
        tantivy = import_module("tantivy")
        self._tantivy = tantivy
        self._texts = [fold(text) for text in texts]
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=False, index_option="freq")
        builder.add_integer_field("n", stored=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(64_000_000, 1)
        for n, text in enumerate(texts):
            writer.add_document(tantivy.Document(text=" ".join(words(text)), n=n))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def find(self, text: str, limit: int) -> list[int]:
        query = self._tantivy.Query
        either = self._tantivy.Occur.Should
        parts: list[Any] = []
        for word in words(text):
            parts.append((either, query.boost_query(query.term_query(self._schema, "text", word), 2.0)))
            if len(word) > 3:
                fuzzy = query.fuzzy_term_query(self._schema, "text", word, distance=1, transposition_cost_one=True)
                parts.append((either, fuzzy))
        if not parts:
            return []
        hits = self._searcher.search(query.boolean_query(parts), CANDIDATES).hits
        found = [self._searcher.doc(address)["n"][0] for _, address in hits]
        return decided(self._texts, found, text, limit)


def decided(texts: Sequence[str], candidates: Sequence[int], typed: str, limit: int) -> list[int]:
    some = {n: texts[n] for n in candidates}
    return [n for _, _, n in process.extract(fold(typed), some, scorer=fuzz.WRatio, limit=limit)]


def peers(texts: Sequence[str], named: Sequence[str]) -> Iterator[Peer]:
    """All of them, or those that are named."""
    for kind in (Everything, Trigrams, RarestTrigrams, Tantivy):
        if not named or kind.name in named:
            try:
                yield kind(texts)
            except ImportError:
                print(f"{kind.name} is not installed: left out")
