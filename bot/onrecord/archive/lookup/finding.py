"""Finding what was meant: the index proposes candidates, `scoring` decides.

A lookup runs as a whole where its connection lives: handing each of its statements to another thread and back would
take longer than most of them.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from onrecord.archive.lookup.gathering import gathered, listed
from onrecord.archive.lookup.proposing import CANDIDATES, EVERYTHING, Within, propose
from onrecord.archive.lookup.scoring import NEAR, SURE, beginning_score, likeness, name_score, quote_score, story_score
from onrecord.archive.lookup.understanding import Near, understand
from onrecord.archive.records import Hit
from onrecord.archive.rows import key_of, short_forms
from onrecord.archive.terms import terms
from onrecord.cleaning.links import LINK, canonical_link, plausible_link
from onrecord.reading.names import parse

LONGEST = 4000
"""Characters of what was typed that are looked at."""
OTHERS = 25
"""Titles with the same words that are looked at below those that begin as typed."""
LIKELY = 10
"""Quotes whose words are compared in their order, which takes longest."""
CLEAR = 85.0
"""A score of a name from which on it is not sought as an acronym or as one word."""
_Told: TypeAlias = dict[int, tuple[str, int]]
"""By their numbers the canonical names of people, and how many stories tell of them."""
_BARE = re.compile(r"(?<![\w@/.:-])(?=(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}/)")
"""Before an address without its scheme, as browsers show it: "lantern.example/2025/ferry"."""
ID = re.compile(r"[0-9a-f]{12}")


def find_stories(db: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    text = text[:LONGEST]
    links = _links(_BARE.sub("https://", text))
    if known := _by_link(db, links, text.strip().casefold()):
        return known[:limit]
    scores: dict[int, float] = {}
    whole = _links(text)
    for words in filter(None, map(terms, [LINK.sub(" ", text), *map(_slug, whole)])):
        _by_words(db, words, scores, limit)
    if max(scores.values(), default=0.0) < SURE:  # else what only looks like an address is words: "St.Orra/Vell"
        for words in filter(None, (terms(_slug(link)) for link in links if link not in whole)):
            _by_words(db, words, scores, limit)
    return _heads(db, scores, limit)


def _links(text: str) -> list[str]:
    return [link for found in LINK.findall(text) if (link := plausible_link(found))]


def _by_words(db: sqlite3.Connection, words: Sequence[str], scores: dict[int, float], limit: int) -> None:
    text = " ".join(words)
    beginning = _beginning(db, text)
    for n, score in beginning.items():
        scores[n] = max(scores.get(n, 0.0), score)
    if limit <= len(beginning) < CANDIDATES:
        return
    near = understand(db, ("title", "about"), words, unfinished=True, mistyped=not beginning)
    _by_title(db, near, scores, max(OTHERS, limit) if beginning else CANDIDATES)
    if max(scores.values(), default=0.0) < SURE:
        _by_content(db, near, scores)


def _beginning(db: sqlite3.Connection, text: str) -> dict[int, float]:
    """The scores of the titles that begin as typed."""
    rows = db.execute(
        "SELECT n, title FROM stories WHERE title >= ? AND title < ? LIMIT ?",
        (text, text + "\U0010ffff", CANDIDATES),
    )
    return {n: score for n, title in rows.fetchall() if (score := beginning_score(text, title))}


def _by_title(db: sqlite3.Connection, near: Near, scores: dict[int, float], most: int) -> None:
    typed = near.typed()
    for n, title in propose(db, "title", typed, most=most):
        scores[n] = max(scores.get(n, 0.0), story_score(typed, title))


def _by_content(db: sqlite3.Connection, near: Near, scores: dict[int, float]) -> None:
    typed = near.typed(1)
    found = dict(propose(db, "about", typed))
    titles = gathered(db, "s.n, s.title", "json_each(?) e CROSS JOIN stories s ON s.n = e.value", listed(found))
    for n, title in titles:
        scores[n] = max(scores.get(n, 0.0), story_score(typed, title, found[n]))


def _slug(link: str) -> str:
    """The words of a link's last part, for a page that is known by another address."""
    path = re.split(r"[?#]", link, maxsplit=1)[0]
    return " ".join(re.findall(r"[^\W\d_]+", path.rstrip("/").rsplit("/", 1)[-1]))


def _by_link(db: sqlite3.Connection, links: Sequence[str], id: str) -> list[Hit]:
    canonical = [canonical_link(link) for link in links]
    if not canonical and not ID.fullmatch(id):
        return []
    rows = db.execute(
        "SELECT s.id, s.head ->> 'title', s.head ->> 'ai_generated' FROM json_each(?) e"
        " CROSS JOIN stories s ON s.link = e.value",
        (json.dumps(canonical),),
    ).fetchall()
    # What a machine made of the original names the original's link too.
    rows = [row for row in rows if not row[2]] or rows
    if not rows and ID.fullmatch(id):
        rows = db.execute("SELECT id, head ->> 'title' FROM stories WHERE id = ?", (id,)).fetchall()
    return [Hit(id=row[0], label=row[1], score=100.0) for row in rows]


def _heads(db: sqlite3.Connection, scores: dict[int, float], limit: int) -> list[Hit]:
    """The best, and among equals the one that more outlets tell, then the newer."""
    best = sorted((n for n, s in scores.items() if s >= NEAR), key=lambda n: -scores[n])[: limit + 25]
    if len(best) > limit:
        least = round(scores[best[limit - 1]], 1)
        best = [n for n in best if round(scores[n], 1) >= least]
    rows = gathered(
        db,
        "s.n, s.id, s.head ->> 'title', v.told, s.published",
        "json_each(?) e CROSS JOIN stories s ON s.n = e.value CROSS JOIN events v ON v.id = s.event",
        listed(best),
    )
    ordered = sorted(rows, key=lambda row: (round(scores[row[0]], 1), row[3], row[4], row[0]), reverse=True)
    return [Hit(id=row[1], label=row[2], score=round(scores[row[0]], 1)) for row in ordered[:limit]]


def find_people(db: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    text = text[:LONGEST]
    name = parse(text)
    words = terms(" ".join([*name.given, name.surname])) or terms(text)
    if not words:
        return []
    key = key_of(text) if len(text) < 200 else ""
    exact = db.execute("SELECT id, name, told FROM people WHERE key = ?", (key,)).fetchall()
    scores = {row[0]: 100.0 for row in exact}
    told = {row[0]: (row[1], row[2]) for row in exact}
    _by_name(db, words, scores, told)
    has_initial = any(len(word) == 1 for word in words)  # "J. Brewer" is neither "JB" nor "Brewer" with a typo
    forms = short_forms(text) if not has_initial else ()
    for short in dict.fromkeys(["".join(words), *sorted(forms)] if len(words) > 1 else words):
        if max(scores.values(), default=0.0) < CLEAR:
            _by_short_form(db, short, scores, told, mistyped=not has_initial)
    found = sorted(((round(s, 1), told[id][1], id) for id, s in scores.items() if s >= NEAR), reverse=True)
    return [Hit(id=told[id][0], label=told[id][0], score=score) for score, _, id in found[:limit]]


def _by_name(db: sqlite3.Connection, words: Sequence[str], scores: dict[int, float], told: _Told) -> None:
    whole = [word for word in words if len(word) > 1]
    initials = [word for word in words if len(word) == 1]
    typed = understand(db, ("name",), whole, unfinished=True).typed()
    for id, names in _names(db, [n for n, _ in propose(db, "name", typed)], told).items():
        score = name_score(typed, initials, [_joined(name) for name in names])
        scores[id] = max(scores.get(id, 0.0), score)


def _by_short_form(
    db: sqlite3.Connection, short: str, scores: dict[int, float], told: _Told, *, mistyped: bool
) -> None:
    """By initials, by an acronym, or by the words of the name written as one."""
    typed = understand(db, ("name",), [short]).typed()
    for id, names in _names(db, [n for n, _ in propose(db, "name", typed)], told).items():
        exact = any(short in short_forms(name) for name in names)
        squeezed = max(likeness(short, _joined(name).replace(" ", "")) for name in names)
        if squeezed == 1 or mistyped:
            scores[id] = max(scores.get(id, 0.0), 96.0 * squeezed)
        scores[id] = max(scores.get(id, 0.0), 92.0 if exact else 0.0)


@lru_cache(maxsize=20_000)
def _joined(name: str) -> str:
    return " ".join(terms(name))


def _names(db: sqlite3.Connection, ids: Sequence[int], told: _Told) -> dict[int, list[str]]:
    rows = gathered(
        db,
        "n.person, n.name, n.alias, n.told, p.name, p.told",
        "json_each(?) e CROSS JOIN people p ON p.id = e.value CROSS JOIN names n ON n.person = p.id",
        listed(ids),
    )
    names: defaultdict[int, list[str]] = defaultdict(list)
    for id, name, _, _, *shown in sorted(rows, key=lambda row: (row[2], -row[3])):
        names[id].append(name)
        told[id] = (shown[0], shown[1])
    return names


def find_quotes(db: sqlite3.Connection, text: str, limit: int, speaker: int | None = None) -> list[tuple[float, int]]:
    """(score, number of the quote)."""
    typed = understand(db, ("quote",), terms(text[:LONGEST])).typed()
    likely = typed.likeliest(propose(db, "quote", typed))[: max(LIKELY, limit)]
    found = [(quote_score(typed, held), n) for _, n, held in likely]
    if speaker is not None:
        rows = db.execute(
            "SELECT q.id FROM json_each(?) e CROSS JOIN quotes q ON q.id = e.value WHERE q.person = ?",
            (listed(n for _, n in found), speaker),
        )
        said = {row[0] for row in rows.fetchall()}
        found = [hit for hit in found if hit[1] in said]
    return [(round(score, 1), n) for score, n in sorted(found, reverse=True) if score >= NEAR][:limit]


def find_passages(
    db: sqlite3.Connection, text: str, limit: int, within: Within | None = None
) -> list[tuple[float, int]]:
    """(score, entry of the passage index)."""
    typed = understand(db, ("passage",), terms(text[:LONGEST])).typed()
    found = typed.likeliest(propose(db, "passage", typed, within or EVERYTHING))
    return [(round(100 * share, 1), n) for share, n, _ in found if share][:limit]
