"""Finding what was meant: the index proposes candidates, `scoring` decides."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest
from typing import TypeAlias

import aiosqlite

from onrecord.archive.index import Kind
from onrecord.archive.records import Hit
from onrecord.archive.rows import key_of, short_forms
from onrecord.archive.scoring import NEAR, SURE, Group, Typed, likeness, name_score, quote_score, story_score, weigh
from onrecord.archive.terms import COMMON, keys, terms
from onrecord.cleaning.links import LINK, canonical_link, plausible_link
from onrecord.reading.names import parse

LONGEST = 4000
"""Characters of what was typed that are looked at."""
MOST_WORDS = 40
MOST_LIKE = 10
"""Terms that one typed word may stand for, those aside that it begins."""
SAME = 0.95
"""Likeness from which on two words are forms of one."""
BROAD = 3000
"""Things that hold a word with the typed beginning, up to which they are sought."""
BEGINNING = 3
"""Letters from which on a last word may be the beginning of another."""
CANDIDATES = 60
LIKELY = 10
"""Quotes whose words are compared in their order, which takes longest."""
POSTINGS = 1000
"""Entries that are looked through for those that hold most of the rarest words."""
ALONE = 3
"""Rare words that are enough to go by; of fewer, those entries are sought too that hold two of the `PAIRED` rarest."""
PAIRED = 4
Within: TypeAlias = tuple[int, int]
"""First and last entry."""
EVERYTHING: Within = (0, 1 << 62)
_ID = re.compile(r"[0-9a-f]{12}")


async def understand(db: aiosqlite.Connection, kind: Kind, words: Sequence[str], *, unfinished: bool = False) -> Typed:
    """Each distinct typed word with the known terms near it; `unfinished`: the last may be a beginning."""
    distinct = list(dict.fromkeys(words))[:MOST_WORDS]
    if unfinished and len(distinct) > 1 and len(distinct[-1]) < BEGINNING:
        distinct.pop()
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    for i, word in enumerate(distinct):
        for key in keys(word):
            by_key[key].append(i)
    begun = distinct[-1] if unfinished and distinct and len(distinct[-1]) >= BEGINNING else ""
    rows = await db.execute_fetchall(
        f"SELECT k.value, t.term, t.{kind}, (SELECT n FROM totals WHERE kind = ?1) FROM json_each(?2) k"
        f" CROSS JOIN term_keys x ON x.key = k.value CROSS JOIN terms t ON t.id = x.term WHERE t.{kind} > 0"
        f" UNION ALL SELECT NULL, NULL, sum({kind}), (SELECT n FROM totals WHERE kind = ?1) FROM"
        f" (SELECT {kind} FROM terms WHERE term > ?3 AND term < ?4 LIMIT 2000)",
        (kind, json.dumps(list(by_key)), begun, begun and begun + "\U0010ffff"),
    )
    total = longer = 0
    near: list[dict[str, tuple[float, int]]] = [{} for _ in distinct]
    for key, term, told, known in rows:
        total = known or 0
        if term is None:
            longer = told or 0
            continue
        for i in by_key[key]:
            if term not in near[i] and (like := likeness(distinct[i], term)):
                near[i][term] = (like, told)
    groups: list[Group] = []
    for word, found in zip(distinct, near, strict=True):
        best = sorted(found.items(), key=lambda item: (-item[1][0], -item[1][1]))[:MOST_LIKE]
        same = [entry for entry in best if entry[1][0] >= SAME]
        sought = same if word in found else best
        # Terms hold letters, digits and single symbols only, and stand in quotation marks: no syntax gets through.
        probes = [f'"{term}"' for term, _ in sought]
        told = sum(n for _, (_, n) in sought)
        may_go_on = word == begun and longer > 0
        if may_go_on and longer <= BROAD:
            probes.append(f'"{word}" *')
            told += longer
        terms_like = {term: like for term, (like, _) in best}
        groups.append(Group(word, terms_like, told, weigh(word, told, total), tuple(probes), may_go_on))
    return Typed(words, groups)


def _any(group: Group) -> str:
    return "(" + " OR ".join(group.probes) + ")"


def _all(groups: Sequence[Group]) -> str:
    return "(" + " AND ".join(map(_any, groups)) + ")"


async def propose(
    db: aiosqlite.Connection, kind: Kind, typed: Typed, within: Within = EVERYTHING
) -> list[tuple[float, int, str]]:
    """(share of the typed words' weight, entry, its words), best first: with every known word, else with the rarest."""
    known = sorted((g for g in typed.groups if g.probes), key=lambda g: g.told)
    known = [g for g in known if g.word not in COMMON] or known
    if not known:
        return []
    found = _ranked(typed, await _match(db, kind, _all(known[:8]), within))
    if len(known) > 1 and not found:
        found = _ranked(typed, await _with_rarest(db, kind, known, within))
    return found


def _ranked(typed: Typed, entries: Iterable[tuple[int, str]]) -> list[tuple[float, int, str]]:
    return sorted(((typed.weighed(typed.likes(held.split())), n, held) for n, held in entries), reverse=True)


async def _match(db: aiosqlite.Connection, kind: Kind, query: str, within: Within) -> list[tuple[int, str]]:
    rows = await db.execute_fetchall(
        f"SELECT rowid, words FROM lookup_{kind} WHERE lookup_{kind} MATCH ? AND rowid BETWEEN ? AND ?"
        " ORDER BY rowid DESC LIMIT ?",
        (query, *within, CANDIDATES),
    )
    return [(row[0], row[1]) for row in rows]


async def _with_rarest(
    db: aiosqlite.Connection, kind: Kind, known: Sequence[Group], within: Within
) -> list[tuple[int, str]]:
    """The entries that hold most of the weight of the rarest words; of words that many hold, only pairs are sought."""
    asked: list[tuple[float, str]] = []
    budget = POSTINGS
    for group in known:
        if group.told > budget:
            break
        budget -= group.told
        asked.append((group.weight, _any(group)))
    if len(asked) < ALONE:
        for i, group in enumerate(known[:PAIRED]):
            others = known[i + 1 : PAIRED + 2]
            if others:
                either = "(" + " OR ".join(map(_any, others)) + ")"
                asked.append((group.weight + others[-1].weight, f"{_any(group)} AND {either}"))
    rows = await db.execute_fetchall(
        f"SELECT e.value ->> 0, l.rowid FROM json_each(?) e CROSS JOIN lookup_{kind} l"
        f" WHERE l.lookup_{kind} MATCH e.value ->> 1 AND l.rowid BETWEEN ? AND ? LIMIT ?",
        (json.dumps(asked), *within, 2 * POSTINGS),
    )
    weight: defaultdict[int, float] = defaultdict(float)
    for share, n in rows:
        weight[n] += share
    best = [n for _, n in nlargest(CANDIDATES, zip(weight.values(), weight, strict=True))]
    rows = await db.execute_fetchall(
        f"SELECT l.rowid, l.words FROM json_each(?) e CROSS JOIN lookup_{kind} l ON l.rowid = e.value",
        (json.dumps(best),),
    )
    return [(row[0], row[1]) for row in rows]


async def find_stories(db: aiosqlite.Connection, text: str, limit: int) -> list[Hit]:
    text = text[:LONGEST]
    links = [link for found in LINK.findall(text) if (link := plausible_link(found))]
    if known := await _by_link(db, links, text.strip().casefold()):
        return known[:limit]
    scores: dict[int, float] = {}
    asked = [LINK.sub(" ", text), *(_slug(link) for link in links)]
    for words in filter(None, map(terms, asked)):
        await _by_title(db, words, scores)
        if max(scores.values(), default=0.0) < SURE:
            await _by_content(db, words, scores)
    return await _heads(db, scores, limit)


async def _by_title(db: aiosqlite.Connection, words: Sequence[str], scores: dict[int, float]) -> None:
    typed = await understand(db, "title", words, unfinished=True)
    found = {n: title for _, n, title in await propose(db, "title", typed)}
    found.update(await _beginning(db, typed.text))
    for n, title in found.items():
        scores[n] = max(scores.get(n, 0.0), story_score(typed, title))


async def _beginning(db: aiosqlite.Connection, typed: str) -> list[tuple[int, str]]:
    rows = await db.execute_fetchall(
        "SELECT n, title FROM stories WHERE title >= ? AND title < ? LIMIT ?", (typed, typed + "\U0010ffff", CANDIDATES)
    )
    return [(row[0], row[1]) for row in rows]


async def _by_content(db: aiosqlite.Connection, words: Sequence[str], scores: dict[int, float]) -> None:
    typed = await understand(db, "about", words, unfinished=True)
    found = {n: about for _, n, about in await propose(db, "about", typed)}
    rows = await db.execute_fetchall(
        "SELECT t.rowid, t.words FROM json_each(?) e CROSS JOIN lookup_title t ON t.rowid = e.value",
        (json.dumps(list(found)),),
    )
    for n, title in rows:
        scores[n] = max(scores.get(n, 0.0), story_score(typed, title, found[n]))


def _slug(link: str) -> str:
    """The words of a link's last part, for a page that is known by another address."""
    return " ".join(re.findall(r"[^\W\d_]+", link.rstrip("/").rsplit("/", 1)[-1].split("?")[0]))


async def _by_link(db: aiosqlite.Connection, links: Sequence[str], id: str) -> list[Hit]:
    canonical = [canonical_link(link) for link in links]
    if not canonical and not _ID.fullmatch(id):
        return []
    rows = await db.execute_fetchall(
        "SELECT s.id, s.head ->> 'title', s.head ->> 'ai_generated' FROM json_each(?) e"
        " CROSS JOIN stories s ON s.link = e.value",
        (json.dumps(canonical),),
    )
    # What a machine made of the original names the original's link too.
    rows = [row for row in rows if not row[2]] or rows
    if not (found := list(rows)) and _ID.fullmatch(id):
        found = list(await db.execute_fetchall("SELECT id, head ->> 'title' FROM stories WHERE id = ?", (id,)))
    return [Hit(id=row[0], label=row[1], score=100.0) for row in found]


async def _heads(db: aiosqlite.Connection, scores: dict[int, float], limit: int) -> list[Hit]:
    """The best, and among equals the one that more outlets tell, then the newer."""
    best = sorted((n for n, s in scores.items() if s >= NEAR), key=lambda n: -scores[n])[: limit + 25]
    rows = await db.execute_fetchall(
        "SELECT s.n, s.id, s.head ->> 'title', v.told, s.published FROM json_each(?) e"
        " CROSS JOIN stories s ON s.n = e.value CROSS JOIN events v ON v.id = s.event",
        (json.dumps(best),),
    )
    ordered = sorted(rows, key=lambda row: (round(scores[row[0]], 1), row[3], row[4], row[0]), reverse=True)
    return [Hit(id=row[1], label=row[2], score=round(scores[row[0]], 1)) for row in ordered[:limit]]


async def find_people(db: aiosqlite.Connection, text: str, limit: int) -> list[Hit]:
    text = text[:LONGEST]
    name = parse(text)
    words = terms(" ".join([*name.given, name.surname])) or terms(text)
    if not words:
        return []
    key = key_of(text) if len(text) < 200 else ""
    exact = await db.execute_fetchall("SELECT id FROM people WHERE key = ?", (key,))
    scores = {row[0]: 100.0 for row in exact}
    await _by_name(db, words, scores)
    for short in dict.fromkeys(["".join(words), *sorted(short_forms(text))] if len(words) > 1 else words):
        if max(scores.values(), default=0.0) < 85:
            await _by_short_form(db, short, scores)
    rows = await db.execute_fetchall(
        "SELECT p.id, p.name, p.told FROM json_each(?) e CROSS JOIN people p ON p.id = e.value",
        (json.dumps([id for id, s in scores.items() if s >= NEAR]),),
    )
    ordered = sorted(rows, key=lambda row: (round(scores[row[0]], 1), row[2], row[0]), reverse=True)
    return [Hit(id=row[1], label=row[1], score=round(scores[row[0]], 1)) for row in ordered[:limit]]


async def _by_name(db: aiosqlite.Connection, words: Sequence[str], scores: dict[int, float]) -> None:
    whole = [word for word in words if len(word) > 1]
    initials = [word for word in words if len(word) == 1]
    typed = await understand(db, "name", whole, unfinished=True)
    found = await propose(db, "name", typed)
    for id, names in (await _names(db, [n for _, n, _ in found])).items():
        score = name_score(typed, initials, [_joined(name) for name in names])
        scores[id] = max(scores.get(id, 0.0), score)


async def _by_short_form(db: aiosqlite.Connection, short: str, scores: dict[int, float]) -> None:
    """By initials, by an acronym, or by the words of the name written as one."""
    found = await propose(db, "name", await understand(db, "name", [short]))
    for id, names in (await _names(db, [n for _, n, _ in found])).items():
        exact = any(short in short_forms(name) for name in names)
        squeezed = max(likeness(short, _joined(name).replace(" ", "")) for name in names)
        scores[id] = max(scores.get(id, 0.0), 92.0 if exact else 0.0, 96.0 * squeezed)


@lru_cache(maxsize=20_000)
def _joined(name: str) -> str:
    return " ".join(terms(name))


async def _names(db: aiosqlite.Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    names: defaultdict[int, list[str]] = defaultdict(list)
    for id, name in await db.execute_fetchall(
        "SELECT n.person, n.name FROM json_each(?) e CROSS JOIN names n ON n.person = e.value"
        " ORDER BY n.alias, n.told DESC",
        (json.dumps(list(ids)),),
    ):
        names[id].append(name)
    return names


async def find_quotes(
    db: aiosqlite.Connection, text: str, limit: int, speaker: int | None = None
) -> list[tuple[float, int]]:
    """(score, number of the quote)."""
    typed = await understand(db, "quote", terms(text[:LONGEST]))
    likely = (await propose(db, "quote", typed))[: max(LIKELY, limit)]
    found = [(quote_score(typed, held), n) for _, n, held in likely]
    if speaker is not None:
        rows = await db.execute_fetchall(
            "SELECT q.id FROM json_each(?) e CROSS JOIN quotes q ON q.id = e.value WHERE q.person = ?",
            (json.dumps([n for _, n in found]), speaker),
        )
        said = {row[0] for row in rows}
        found = [hit for hit in found if hit[1] in said]
    return [(round(score, 1), n) for score, n in sorted(found, reverse=True) if score >= NEAR][:limit]


async def find_passages(
    db: aiosqlite.Connection, text: str, limit: int, within: Within | None = None
) -> list[tuple[float, int]]:
    """(score, entry of the passage index)."""
    typed = await understand(db, "passage", terms(text[:LONGEST]))
    found = await propose(db, "passage", typed, within or EVERYTHING)
    return [(round(100 * share, 1), n) for share, n, _ in found if share][:limit]
