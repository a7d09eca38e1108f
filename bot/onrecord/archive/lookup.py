"""Finding what was meant: the index proposes candidates, `scoring` decides."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations

import aiosqlite

from onrecord.archive.index import Kind
from onrecord.archive.records import Hit
from onrecord.archive.rows import key_of, short_forms
from onrecord.archive.scoring import NEAR, Group, coverage, likeness, name_score, quote_score, story_score, weigh
from onrecord.archive.terms import COMMON, keys, terms
from onrecord.cleaning.links import LINK, canonical_link, plausible_link
from onrecord.reading.names import parse

LONGEST = 4000
"""Characters of what was typed that are looked at."""
MOST_WORDS = 40
MOST_LIKE = 10
"""Terms that one typed word may stand for."""
_ID = re.compile(r"[0-9a-f]{12}")


async def understand(db: aiosqlite.Connection, kind: Kind, words: Sequence[str], *, unfinished: bool) -> list[Group]:
    """Each distinct typed word with the known terms near it."""
    distinct = list(dict.fromkeys(words))[:MOST_WORDS]
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    for i, word in enumerate(distinct):
        for key in keys(word):
            by_key[key].append(i)
    rows = await db.execute_fetchall(
        f"SELECT k.value, t.term, t.{kind}, (SELECT n FROM totals WHERE kind = ?1) FROM json_each(?2) k"
        f" CROSS JOIN term_keys x ON x.key = k.value CROSS JOIN terms t ON t.id = x.term WHERE t.{kind} > 0",
        (kind, json.dumps(list(by_key))),
    )
    total = 0
    near: list[dict[str, tuple[float, int]]] = [{} for _ in distinct]
    for key, term, told, known in rows:
        total = known
        for i in by_key[key]:
            if term not in near[i] and (like := likeness(distinct[i], term)):
                near[i][term] = (like, told)
    if unfinished and distinct and len(distinct[-1]) > 1:
        for term, told in await _begun(db, kind, distinct[-1]):
            like = likeness(distinct[-1], term, unfinished=True)
            near[-1][term] = max(near[-1].get(term, (0.0, told)), (like, told))
    groups: list[Group] = []
    for word, found in zip(distinct, near, strict=True):
        best = sorted(found.items(), key=lambda item: (-item[1][0], -item[1][1]))[:MOST_LIKE]
        told = sum(n for _, (_, n) in best)
        groups.append(Group(word, {term: like for term, (like, _) in best}, told, weigh(word, told, total)))
    return groups


async def _begun(db: aiosqlite.Connection, kind: Kind, start: str) -> list[tuple[str, int]]:
    rows = await db.execute_fetchall(
        f"SELECT term, told FROM (SELECT term, {kind} AS told FROM terms WHERE term > ? AND term < ? LIMIT 400)"
        " WHERE told > 0 ORDER BY told DESC LIMIT ?",
        (start, start + "\U0010ffff", MOST_LIKE),
    )
    return [(row[0], row[1]) for row in rows]


def _any(group: Group) -> str:
    """Terms hold letters, digits and single symbols only, and stand in quotation marks: no syntax gets through."""
    return "(" + " OR ".join(f'"{term}"' for term in group.likeness) + ")"


def _all(groups: Sequence[Group]) -> str:
    return "(" + " AND ".join(map(_any, groups)) + ")"


async def propose(
    db: aiosqlite.Connection,
    kind: Kind,
    groups: Sequence[Group],
    score: Callable[[int, str], float],
    within: tuple[int, int] | None = None,
) -> list[tuple[float, int]]:
    """(score, entry) of the candidates, best first: those that hold every known word, else some of the rarest."""
    known = sorted((g for g in groups if g.known and g.word not in COMMON), key=lambda g: g.told)
    known = known or sorted((g for g in groups if g.known), key=lambda g: g.told)
    if not known:
        return []
    found = await _match(db, kind, _all(known[:8]), 60, within)
    scored = {n: score(n, words) for n, words in found}
    if len(known) > 1 and max(scored.values(), default=0.0) < 90:
        wanted = [_any(g) for g in known[:3] if g.told <= 100]
        wanted += [_all(pair) for pair in combinations(known[:6], 2)]
        found = await _match(db, kind, " OR ".join(wanted), 300, within)
        scored.update((n, score(n, words)) for n, words in found if n not in scored)
    return sorted(((s, n) for n, s in scored.items() if s > 0), reverse=True)


async def _match(
    db: aiosqlite.Connection, kind: Kind, query: str, limit: int, within: tuple[int, int] | None
) -> list[tuple[int, str]]:
    first, last = within or (0, 1 << 62)
    rows = await db.execute_fetchall(
        f"SELECT rowid, words FROM lookup_{kind} WHERE lookup_{kind} MATCH ? AND rowid BETWEEN ? AND ?"
        " ORDER BY rowid DESC LIMIT ?",
        (query, first, last, limit),
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
        typed = " ".join(words)
        await _by_title(db, words, typed, scores)
        if max(scores.values(), default=0.0) < 85:
            await _by_content(db, words, typed, scores)
    return await _heads(db, scores, limit)


async def _by_title(db: aiosqlite.Connection, words: Sequence[str], typed: str, scores: dict[int, float]) -> None:
    groups = await understand(db, "title", words, unfinished=True)
    for score, n in await propose(db, "title", groups, lambda _, title: story_score(groups, typed, title)):
        scores[n] = max(scores.get(n, 0.0), score)


async def _by_content(db: aiosqlite.Connection, words: Sequence[str], typed: str, scores: dict[int, float]) -> None:
    groups = await understand(db, "about", words, unfinished=True)
    found = await propose(db, "about", groups, lambda _, about: 100 * coverage(groups, (), about.split(), 0.12))
    best = found[:60]
    rows = await db.execute_fetchall(
        "SELECT t.rowid, t.words, a.words FROM json_each(?) e CROSS JOIN lookup_title t ON t.rowid = e.value"
        " CROSS JOIN lookup_about a ON a.rowid = e.value",
        (json.dumps([n for _, n in best]),),
    )
    for n, title, about in rows:
        scores[n] = max(scores.get(n, 0.0), story_score(groups, typed, title, about))


def _slug(link: str) -> str:
    """The words of a link's last part, for a page that is known by another address."""
    return " ".join(re.findall(r"[^\W\d_]+", link.rstrip("/").rsplit("/", 1)[-1].split("?")[0]))


async def _by_link(db: aiosqlite.Connection, links: Sequence[str], id: str) -> list[Hit]:
    canonical = [canonical_link(link) for link in links]
    rows = await db.execute_fetchall(
        "SELECT s.id, s.head ->> 'title' FROM json_each(?) e CROSS JOIN stories s ON s.link = e.value",
        (json.dumps(canonical),),
    )
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
    exact = await db.execute_fetchall("SELECT id, name, told FROM people WHERE key = ?", (key,))
    scores = {row[0]: 100.0 for row in exact}
    joined = "".join(words)
    asked = [words] if len(words) == 1 else [words, [joined], *([f] for f in sorted(short_forms(text)))]
    for attempt in asked[:4]:
        groups = await understand(db, "name", attempt, unfinished=attempt is words)
        found = await propose(db, "name", groups, lambda _, held, groups=groups: 100 * coverage(groups, held.split()))
        for id, names in (await _names(db, [n for _, n in found[:60]])).items():
            best = name_score(groups, " ".join(attempt), [" ".join(terms(n)) for n in names])
            short = {form for n in names for form in short_forms(n)}
            if len(attempt) == 1 and attempt[0] in short:
                best = max(best, 92.0)
            scores[id] = max(scores.get(id, 0.0), best)
        if max(scores.values(), default=0.0) >= 85:
            break
    rows = await db.execute_fetchall(
        "SELECT p.id, p.name, p.told FROM json_each(?) e CROSS JOIN people p ON p.id = e.value",
        (json.dumps([id for id, s in scores.items() if s >= NEAR]),),
    )
    ordered = sorted(rows, key=lambda row: (round(scores[row[0]], 1), row[2], row[0]), reverse=True)
    return [Hit(id=row[1], label=row[1], score=round(scores[row[0]], 1)) for row in ordered[:limit]]


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
    words = terms(text[:LONGEST])
    typed = " ".join(words)
    groups = await understand(db, "quote", words, unfinished=False)
    found = await propose(db, "quote", groups, lambda _, held: quote_score(groups, typed, held))
    if speaker is not None:
        rows = await db.execute_fetchall(
            "SELECT q.id FROM json_each(?) e CROSS JOIN quotes q ON q.id = e.value WHERE q.person = ?",
            (json.dumps([n for _, n in found]), speaker),
        )
        said = {row[0] for row in rows}
        found = [hit for hit in found if hit[1] in said]
    return [(round(score, 1), n) for score, n in found if score >= NEAR][:limit]


async def find_passages(
    db: aiosqlite.Connection, text: str, limit: int, within: tuple[int, int] | None = None
) -> list[tuple[float, int]]:
    """(score, entry of the passage index)."""
    words = terms(text[:LONGEST])
    groups = await understand(db, "passage", words, unfinished=False)
    found = await propose(db, "passage", groups, lambda _, held: 100 * coverage(groups, set(held.split())), within)
    return [(round(score, 1), n) for score, n in found][:limit]
