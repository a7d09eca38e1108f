"""Does a sentence say who holds an office, and of what? Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from onrecord.answers.meanings import LEADING
from onrecord.answers.stemming import stem
from onrecord.answers.words import FUNCTION_WORDS, like
from onrecord.text import words

_TOKEN = re.compile(r"[^\W_][\w'’.&-]*")
_LEADS = frozenset("heads headed heading leads led leading runs ran running chairs chaired chairing".split())
_LED = frozenset("headed led run chaired".split())
_TO_WIN = frozenset(["for", "against"])
_PLACING = frozenset("of at for in on from since with against when after before during who which that".split())
_IS = frozenset("is was are were be been being as become became becomes named elected".split())
_LEADS_TO_NAME = frozenset("of the for at in and a is was".split())
_MODIFIERS = 4
"""Words between an article and an office: "the island's first elected mayor"."""
_CLAUSE = 12
"""Words between a verb and what is still its object."""
_OF = frozenset("of at for in".split())
_LONGEST_NAME = 6
_SOMEBODY_S = 0.5
_ROOTED = 8
"""Letters from which on a word is known by all but its last two."""
_FORMER = frozenset(["former", "ex", "onetime"])
NAMELESS = frozenset(
    "agency authority band bank borough charity church city club college company council country county firm group"
    " league library magazine museum nation newspaper organisation organization paper party region school state station"
    " team town union university village".split()
)
"""What "the city's mayor" is mayor of was named before."""
_PART_OF_OFFICE = frozenset("artistic chief executive founding general managing musical".split())
_KEPT = {
    "captain": "boat ferry ship side team vessel",
    "chancellor": "college university",
    "chef": "kitchen restaurant",
    "coach": "club side squad team",
    "conductor": "choir orchestra",
    "curator": "collection gallery museum",
    "dean": "faculty",
    "editor": "magazine newspaper paper",
    "headmaster": "school",
    "headmistress": "school",
    "headteacher": "academy primary school",
    "keeper": "lighthouse",
    "landlady": "inn pub",
    "landlord": "inn pub",
    "librarian": "library",
    "manager": "bank club hotel project restaurant shop side squad store team theatre theater",
    "mayor": "borough city town village",
    "owner": "bakery bar business cafe company factory farm garage hotel inn pub restaurant shop store",
    "principal": "college school",
    "superintendent": "park school",
    "vicar": "church parish",
    "warden": "hostel prison",
}
"""Whoever is such a one runs one of these."""
SPOUSE = "spouse"
_SPOUSES = frozenset(["husband", "wife", "married"])
_LESSER = frozenset(["deputy", "vice", "assistant", "associate"])
"""Before an office, they make it another one."""


def holds(sentence: str, office: str, asked: Sequence[str], *, now: bool = False) -> float:
    """Does it give that office of what is asked about? One that is like it, as a president leads, must stand beside
    its name: "chairman of the Pilots' League", "Quillmark's chief executive".

    Less than 1 where it names nobody whose office that is. `now`: whoever held it once is not the one.
    """
    tokens = [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(sentence)]
    fits = 0.0
    for n, (word, _, _) in enumerate(tokens):
        plain = "".join(words(word)[-1:])
        if not plain or not like(plain, office):
            continue
        led = _led(sentence, tokens, n)
        if led is not None:
            if any(stem(one) == stem(word) for one in led for word in asked):
                return 1.0
            continue
        owner = {one for name in _beside(sentence, tokens, n, asked) for one in words(name.removesuffix("'s"))}
        owner -= FUNCTION_WORDS
        if NAMELESS.intersection(owner).isdisjoint(asked):
            owner -= NAMELESS
        owner -= set(asked[: asked.index(office)]) if office in asked else set()
        modifiers = _modifiers(tokens, n) | set(words(word))
        if (now and not _FORMER.isdisjoint(modifiers)) or _LESSER & modifiers - set(asked):
            continue
        same = stem(plain) == stem(office) or (office == SPOUSE and plain in _SPOUSES)
        if any(stem(one) == stem(word) for one in owner for word in asked):
            return 1.0
        if same and not owner:
            fits = _SOMEBODY_S
    if not fits and stem(office) in LEADING and _keeps(tokens, asked):
        return _SOMEBODY_S
    # It is spread over words that are looked at together, "chief executive" for "CEO"; but "presidential" is no office.
    stands = [plain for word, _, _ in tokens for plain in words(word)[-1:]]
    root = office[:-2] if len(office) > _ROOTED else office
    return fits or float(not any(like(plain, office) or plain.startswith(root) for plain in stands))


def _keeps(tokens: Sequence[tuple[str, int, int]], asked: Collection[str]) -> bool:
    """Has it a librarian, where a library is asked about?"""
    for n, (word, _, _) in enumerate(tokens):
        plain = "".join(words(word)[-1:])
        if plain == "teacher" and n and tokens[n - 1][0].casefold() == "head":
            plain = "headteacher"
        if plain not in _KEPT or {stem(thing) for thing in _KEPT[plain].split()}.isdisjoint(map(stem, asked)):
            continue
        modifiers = _modifiers(tokens, n)
        if not _LESSER & modifiers and _FORMER.isdisjoint(modifiers):
            return True
    return False


def names_no_holder(sentence: str, office: str, asked: Collection[str], persons: Collection[str]) -> bool:
    """Does it speak of the office's holder, and name them nowhere beside it? "They sacked the mayor, Ada said".

    `persons`: the words of names.
    """
    tokens = [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(sentence)]
    at = [n for n, (word, _, _) in enumerate(tokens) if like("".join(words(word)[-1:]), office)]
    return bool(at) and all(_is_nobody_s(sentence, tokens, n, asked, persons) for n in at)


def _is_nobody_s(
    sentence: str, tokens: Sequence[tuple[str, int, int]], n: int, asked: Collection[str], persons: Collection[str]
) -> bool:
    first = n
    while first and tokens[first][0].casefold() != "the":
        if n - first == _MODIFIERS or sentence[tokens[first - 1][2] : tokens[first][1]].strip():
            return False
        first -= 1
    if tokens[first][0].casefold() != "the":
        return False
    if first:
        before, _, end = tokens[first - 1]
        # "Ada Lund, the mayor", "Ada Lund is the mayor".
        if before in _IS or sentence[end : tokens[first][1]].strip():
            return False
    for word, _, _ in tokens[n + 1 : n + 1 + _CLAUSE]:
        plain = "".join(words(word)[-1:]).removesuffix("'s")
        if plain in persons and word[0].isupper():
            return False
        if not word[0].isupper() and plain not in asked and plain not in _LEADS_TO_NAME:
            break
    return True


def _led(sentence: str, tokens: Sequence[tuple[str, int, int]], n: int) -> list[str] | None:
    """What somebody "runs", "has led", or what "is headed by" them; `None` where the word is no such verb."""
    word, following = tokens[n][0], tokens[n + 1][0] if n + 1 < len(tokens) else ""
    if following == "by" and word in _LED:
        return [one for name, _, _ in tokens[max(0, n - _CLAUSE) : n] for one in words(name)]
    if word not in _LEADS or not following or sentence[tokens[n][2] : tokens[n + 1][1]].strip():
        return None
    if following in _TO_WIN and stem(word) == "run":
        return []  # "is running for mayor"
    if following in _PLACING:
        return None
    found: list[str] = []
    at = tokens[n][2]
    for name, start, end in tokens[n + 1 : n + 1 + _CLAUSE]:
        if name in _PLACING or sentence[at:start].strip(" '‘“\""):
            break
        found += words(name.removesuffix("'s"))
        at = end
    return [one for one in found if one not in FUNCTION_WORDS]


def _modifiers(tokens: Sequence[tuple[str, int, int]], n: int) -> set[str]:
    """What stands before an office and the names that lead to it: "former" of "former Quillmark chief executive"."""
    before = {word.casefold() for word, _, _ in tokens[max(0, n - 1) : n]}
    for word, _, _ in reversed(tokens[max(0, n - _LONGEST_NAME) : n]):
        before.add(word.casefold())
        if word.islower():
            break
    return before


def _beside(sentence: str, tokens: Sequence[tuple[str, int, int]], n: int, asked: Collection[str]) -> Iterator[str]:
    """The name before an office, up to a pause or a small word; and the one that follows it after "of"."""
    at = tokens[n][1]
    for word, start, end in reversed(tokens[max(0, n - _LONGEST_NAME) : n]):
        if sentence[end:at].strip():
            break
        if word in _PART_OF_OFFICE:
            at = start
            continue
        if word.islower() and word in asked:  # "campaign" of "Lund's campaign manager"
            at = start
            continue
        if not (word[0].isupper() or word.endswith(("'s", "’s"))):
            break
        yield word.replace("’", "'")
        at = start
    n += 2 * (n + 2 < len(tokens) and tokens[n + 1][0] == "and")  # "president and chairwoman of the bank"
    at = tokens[n][2]
    following = tokens[n + 1 : n + 2 + _LONGEST_NAME]
    if following and following[0][0] in _OF:
        for word, start, end in following:
            if sentence[at:start].strip():
                break
            yield word.replace("’", "'")
            at = end
