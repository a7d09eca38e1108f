"""Headlines: what looks like one, and how to cut one from a story that has none."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.cleaning.lines import Line
from onrecord.text import fold

DERIVED_LENGTH = 110
_SHORTEST = 25
_SLACK = 20
"""How many characters two spellings of one title may differ by: marks, spaces, a ligature."""
_LABEL_LENGTH = 40
"""A line no longer than this above the headline can be the name of a site or of its section."""
_TERMINAL = re.compile(r"[.:;,…][\"”'’)\]]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){1,4}$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|No|vs|Pa|Md|Del|etc)\.$")
_BOUNDARY = re.compile(r"(?<=[^\W\d_][^\W_])[.!?][\"”’)]*\s+(?=[\"“‘'(]*[A-ZÀ-Þ0-9])")
_TITLES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|Lt|Col|Sgt|Capt|St|Jr|Sr|vs|Inc|Corp|Co|Ltd|No|Jan|Feb|Mar|Apr|Aug"
    r"|Sept?|Oct|Nov|Dec)$"
)
_DANGLING = frozenset(
    "a an and as at but by for from how if in into is its no nor of on or our over so than that the their them this "
    "to under what when where which while who whose why will with was were are be been has have had about after "
    "before between during through against not he she it they said says".split()
)


def looks_like_headline(text: str) -> bool:
    """A line without the end of a sentence, short enough, that begins like a headline."""
    if not 8 <= len(text) <= 220 or not 2 <= len(text.split()) <= 34:
        return False
    first = text.lstrip("\"“‘'([$€£¥#@¿¡")[:1]
    if not first or not (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())):
        return False
    if "://" in text or all(word.startswith("#") for word in text.split()) or _inner_sentences(text) > 2:
        return False
    return not _TERMINAL.search(text) or bool(_ABBREVIATED.search(text))


def _inner_sentences(text: str) -> int:
    return sum(1 for found in _BOUNDARY.finditer(text) if not _TITLES.search(text[: found.start()]))


def title_case(text: str) -> bool:
    """Most of its longer words are capitalised."""
    long = [word.lstrip("\"“‘'(") for word in text.split() if len(word) > 3]
    return len(long) >= 2 and sum(word[:1].isupper() or word[:1].isdigit() for word in long) >= 0.7 * len(long)


def same_title(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= _SLACK and _bare(one) == _bare(other)


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def headline(lines: list[Line], prose: int) -> int | None:
    """Which of the lines is the story's headline; `prose` is the first that is surely a paragraph of the story."""
    if len(lines) == 1:
        return None
    for at, line in enumerate(lines[: min(prose + 1, 12)]):
        text = line.text
        if line.kind == "heading":
            return at
        if line.kind == "item":
            return None
        if at < prose and looks_like_headline(text.rstrip(";:")):
            return at
        if _stopped_headline(text, max((len(other.text) for other in lines[at + 1 : at + 4]), default=0)):
            return at
        if at >= prose or len(text) > _LABEL_LENGTH:
            return None
    return None


def _stopped_headline(text: str, rest: int) -> bool:
    """A headline that was given a full stop: one short sentence above longer ones, of which `rest` is the longest."""
    if len(text) > 200:
        return False
    single = _inner_sentences(text) <= (len(text) <= 90) or title_case(text)
    short = len(text) <= 120 and len(text.split()) <= 18 and text[0] not in '“"'
    return single and (title_case(text) or short) and len(text.split()) >= 2 and rest > len(text)


def first_sentence(text: str) -> str:
    """The text's first sentence, with the next where it is a word or two ("Oops! …")."""
    for found in _BOUNDARY.finditer(text, _SHORTEST):
        if not _TITLES.search(text[: found.start()]):
            return text[: found.end()].rstrip()
    return text


def derive(text: str) -> str:
    """A headline cut from the story's first sentence: at a clause's end if one is near, else at a word's, with "…"."""
    sentence = first_sentence(text)
    whole = sentence.rstrip(".").rstrip()
    if len(whole) <= DERIVED_LENGTH:
        return whole or text[:DERIVED_LENGTH]
    clauses = [found.start() for found in re.finditer(r"\s[—–-]\s|[;:—]\s?|,\s", whole[: DERIVED_LENGTH + 1])]
    fitting = [end for end in clauses if 50 <= end <= DERIVED_LENGTH and _closed(whole[:end])]
    if fitting:
        return whole[: fitting[-1]].rstrip()
    words = whole[:DERIVED_LENGTH].split(" ")
    if len(words) == 1:
        return whole[: DERIVED_LENGTH - 1] + "…"
    words.pop()
    while len(words) > 4 and words[-1].casefold().strip(',;:—–-“"') in {*_DANGLING, ""}:
        words.pop()
    return " ".join(words).rstrip(" ,;:—–-") + "…"


def _closed(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
