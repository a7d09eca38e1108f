"""What lookup compares: the terms of a text, and the keys under which a mistyped term is still found. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from zlib import crc32

from onrecord.text import plain

LONGEST = 32
"""Characters of a term that count: more is not a word that anybody types."""
_ALONE = "\u2190-\u2bff\u3040-\u30ff\u3400-\u9fff\U0001f000-\U0001faff\U00020000-\U0003134f"
_LETTER = rf"[^\W_{_ALONE}]"
_TERM = re.compile(rf"[{_ALONE}]|{_LETTER}+")
"""Scripts written without spaces, arrows and pictures: each character alone. Else runs of letters and digits."""
_IN_WORD = re.compile(rf"'(?<={_LETTER}')(?:s(?!'?{_LETTER})|(?={_LETTER}))")
"""A possessive ending, or an apostrophe between letters."""
_SPACED = bytes(code if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)

COMMON = frozenset(
    """a about after all also am an and any are as at be because been before being but by can could did do does doing
    for from get go had has have he her here him his how i if in into is it its just like me more most my new no not
    now of on one only or other our out over own said say says she should so some such than that the their them then
    there these they this those to too under up us very was we were what when where which who whom whose why will with
    would you your""".split()
)
"""Words that say little about which story is meant."""


def terms(text: str) -> list[str]:
    """In order, folded, without possessive endings and apostrophes: "Gordon‑Levitt’s" → ["gordon", "levitt"]."""
    found = _split(plain(text))
    return _short(found) if max(map(len, found), default=0) > LONGEST else found


def terms_of(texts: Iterable[str]) -> list[list[str]]:
    """The terms of each, of which there is at least one: many short texts are quicker folded as one."""
    text = plain("\0".join([text.replace("\0", " ") for text in texts]))
    found = list(map(_split, text.split("\0")))
    return list(map(_short, found)) if max(map(len, chain.from_iterable(found)), default=0) > LONGEST else found


def _split(text: str) -> list[str]:
    if "'" in text:
        text = _IN_WORD.sub("", text)
    return text.encode().translate(_SPACED).decode().split() if text.isascii() else _TERM.findall(text)


def _short(found: list[str]) -> list[str]:
    return [term[:LONGEST] for term in found]


@lru_cache(maxsize=50_000)
def stem(term: str) -> str:
    """A rough common form of a word's inflections: "launches", "launched", "launching" → "launch"."""
    if not term.isascii() or len(term) < 4:
        return term
    for ending in ("ings", "ing", "edly", "ied", "ies", "ed", "es", "s", "e", "y"):
        if term.endswith(ending) and len(term) - len(ending) >= 3 and not term.endswith("ss"):
            term = term[: -len(ending)]
            break
    return term[:-1] if len(term) > 3 and term[-1] == term[-2] and term[-1] not in "ls" else term


def exact_keys(term: str) -> set[int]:
    """The term itself and its stem."""
    return _sums([term, "~" + stem(term)])


def keys(term: str) -> set[int]:
    """The term itself, its stem, and the term less one letter: two terms one edit apart share a key.

    The method is the symmetric deletion of SymSpell (W. Garbe, 2012), one deletion deep. Terms of up to three letters
    are told apart exactly, as one edit turns them into anything.
    """
    if len(term) <= 3:
        return exact_keys(term)
    return _sums([term, "~" + stem(term), *[term[:i] + term[i + 1 :] for i in range(len(term))]])


def _sums(parts: Sequence[str]) -> set[int]:
    return set(map(crc32, "\n".join(parts).encode("utf-8", "surrogatepass").split(b"\n")))
