"""Whom the words of a mention name: "Secretary of State Ann Lee", "Ann Lee's letter", "Ann Lee, who"."""

from __future__ import annotations

from onrecord.reading.lexicon import DETERMINERS, DOCUMENTS, PREPOSITIONS, ROLE_NOUNS, TITLES
from onrecord.reading.line import Line
from onrecord.reading.people.cast import Cast, Figure, standing
from onrecord.reading.people.role_text import DASHES
from onrecord.reading.speech.voices import PAPERS

_LONGEST_NAME = 20
"""Tokens."""
_FARTHEST = 9
"""Tokens within which an apposition has to end."""
_IN_TITLES = frozenset(["of", "the", "for", "former", "and"])
_COUPLE = ("mr", "mr.", "mrs", "mrs.")
_OWNS = ("’s", "'s", "’", "'")


def named(cast: Cast, line: Line, start: int, end: int) -> Figure | None:
    """The name that heads a noun phrase: its last one before a comma or preposition, if that ends it."""
    last = next((s for s in reversed(standing(cast, line.n, start + 1, end)) if s.end == end), None)
    if line.low[start] in _COUPLE and line.low[start + 1 : start + 2] == ["and"]:
        return None  # "Mr. and Mrs. Lee"
    if last and last.start == start + 2 and line.low[start] in DETERMINERS and line.words[start + 1] in DOCUMENTS:
        return None  # "a report Ann Lee wrote"
    before = line.words[start : last.start] if last and last.titled else []
    if last and before and all(word[0].isupper() or word in _IN_TITLES for word in before):
        return cast.at.get((line.n, last.start))  # "Secretary of State Ann Lee"
    if last and _of_office(line, start, last.start):
        return cast.at.get((line.n, last.start))
    if last and last.start == start + 1 and line.low[start] in ("a", "an"):
        return None  # "Beruff, a Port Ellery Socialist"
    if last and any(_acts_on(line, i) for i in range(start + 1, last.start)):
        return None  # "the judge sentencing Ann Lee"
    joint = next((i for i in range(start, end) if line.words[i] in ("and", "&")), 0)
    if joint and any(s.end == joint for s in standing(cast, line.n, start, joint)):
        return None  # "Ann Lee and Bo Ray": two voices
    stop = start
    while stop < end and not (
        line.words[stop] in (",", "and", "&") or (line.low[stop] in PREPOSITIONS and stop > start)
    ):
        stop += 1
    for sighting in reversed(standing(cast, line.n, start, stop)):
        if (
            sighting.end >= stop and (sighting.end >= len(line.words) or line.words[sighting.end] not in ("’s", "'s"))
        ) or sighting.end == end:
            return cast.at.get((line.n, sighting.start))
    return None


def _acts_on(line: Line, i: int) -> bool:
    """The judge |sentencing Ann Lee, a lawyer |representing her: what follows is somebody else."""
    low = line.low[i]
    return low.endswith("ing") and line.words[i].islower() and low not in TITLES and line.low[i - 1] in ROLE_NOUNS


def _of_office(line: Line, start: int, name: int) -> bool:
    """ "Former secretary of state |Ann Lee": do plain words after an office and its "of" lead up to the name?"""
    of = next((i for i in range(start + 1, name - 1) if line.low[i] == "of"), 0)
    office = line.low[of - 1]
    is_one = office in ROLE_NOUNS or office in TITLES or (of == start + 1 and office == "master")
    return bool(of) and name - of <= 3 and is_one and all(
        line.words[i].islower() and line.low[i] not in ROLE_NOUNS and line.low[i] not in DETERMINERS
        for i in range(of + 1, name)
    )  # fmt: skip


def in_apposition(cast: Cast, line: Line, start: int, end: int) -> Figure | None:
    """The name with which an apposition ends: "Her pollster, |Ann Lee, …"."""
    stop = next((i for i in range(start, min(end, start + _FARTHEST)) if line.words[i] == ","), 0)
    for sighting in standing(cast, line.n, start, stop):
        if sighting.end == stop or line.low[sighting.end] in ("of", "from"):
            return cast.at.get((line.n, sighting.start))
    return None


def nearest_left(cast: Cast, line: Line, token: int) -> Figure | None:
    """Whom "who" means: the name right before it."""
    for sighting in reversed(standing(cast, line.n, token - _LONGEST_NAME, token)):
        if sighting.end <= token and all(word in (",", *DASHES) for word in line.words[sighting.end : token]):
            return cast.at.get((line.n, sighting.start))
    return None


def shared(cast: Cast, figure: Figure) -> bool:
    """Is this a surname alone that two people of the story have?"""
    if not figure.person or len(figure.words) > 1:
        return False
    bearers = [f for f in cast.by_word.get("".join(figure.words), ()) if f.person and len(f.words) > 1]
    return sum(f.words[-1:] == figure.words for f in bearers) > 1


def writer(cast: Cast, line: Line, start: int, end: int) -> Figure | None:
    """Whose letter, statement or post speaks: "Ann Lee's letter", "the letter from Ann Lee"."""
    inside = standing(cast, line.n, start, end)
    if len(inside) != 1:
        return None
    name = inside[0]
    owned = line.low[end - 1] in PAPERS and name.end < end and line.words[name.end] in _OWNS
    signed = name.end == end and name.start > start + 1 and line.low[name.start - 1] in ("from", "by") and (
        line.low[name.start - 2] in PAPERS
    )  # fmt: skip
    return cast.at.get((line.n, name.start)) if owned or signed else None
