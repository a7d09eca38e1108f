"""Where names stand: the capitalised names of a line, their titles left off."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from onrecord.reading.given_names import GIVEN
from onrecord.reading.lexicon import (
    DAYS,
    DETERMINERS,
    GROUP_NOUNS,
    HONORIFICS,
    MONTHS,
    NOT_NAMES,
    PREPOSITIONS,
    ROLE_NOUNS,
    TITLES,
    word_set,
)
from onrecord.reading.line import SCRAP, Line
from onrecord.reading.occupations import CALLINGS, KIN
from onrecord.reading.places import PLACES
from onrecord.text import fold

_PARTICLES = word_set("de del della di da dos du van von der den bin ibn al el la le ter st. y e")
ORG_TAILS = word_set("of for on")
_ORG_HEADS = GROUP_NOUNS | word_set(
    "department university center institute coalition guild bank house bureau college council board academy "
    "federation union alliance league association committee commission daughters citizens friends americans doctors "
    "women veterans mothers parents church museum library conference assembly convention subcommittee caucus "
    "school ministry office court state states"
)


_SAID = frozenset(["said", "says", "asked", "added", "wrote", "told", "tweeted", "according"])
_POSSESSIVE = frozenset(["’s", "'s", "’", "'"])
_DATES = DAYS | MONTHS
_LINKS = _PARTICLES | ORG_TAILS | _POSSESSIVE | {"&", SCRAP}
"""What may stand between two capitalised words of one name."""


_DESCRIBING = word_set("born based bred raised educated trained backed style led area winning nominated speaking")
"""Behind a hyphen: what comes before it is no part of a name."""
_SURNAMES_TOO = frozenset(["king", "pope", "prince", "dean", "judge", "general"])
_HOUSEHOLD = KIN | {"hubby", "gran", "grandad", "mum", "dad", "partner", "pal", "neighbour", "neighbor"}
"""Whom a story about a family calls by the given name."""
_BEFORE_SURNAMES = word_set("mr mr. mrs mrs. ms ms. miss dr dr.")
_OFFICES = word_set(
    """president vice prime speaker secretary chairman chairwoman chair mayor governor senator minister ambassador
    justice attorney commissioner chief chancellor premier director deputy assistant former first president-elect
    ceo treasurer comptroller delegate alderman councilman councilwoman congressman congresswoman representative"""
)
_LONGEST, _LONGEST_NICKNAME = 12, 16
"""Words of a name, and characters of a nickname within it."""
_BEFORE_MONTHS = word_set("last this next early late mid and or every each previous following")


class Sighting(NamedTuple):
    """One place where a name stands."""

    line: int
    start: int
    end: int
    words: tuple[str, ...]
    honorific: str | None
    titled: bool
    """A role or title stands before it."""


def _surnamed(line: Line, start: int, last: int) -> bool:
    """Is a word like "King" or "Dean" a surname here, behind a given name or an initial: "Bo T. King of Ellery"?"""
    return last > start and (len(line.words[last - 1].strip(".")) == 1 or line.low[last - 1] in GIVEN)


def _surname_like_a_title(line: Line, i: int) -> bool:
    """ "Mr. King", "Ms. Singer"; but "Mr. President" is how an office is addressed."""
    return i > 0 and line.low[i - 1] in _BEFORE_SURNAMES and line.words[i][0].isupper() and line.low[i] not in _OFFICES


def _christened(line: Line, i: int) -> bool:
    """Is "Jan", "April" or "June" somebody here, a surname behind it: "her neighbour Jan Reyes"?"""
    if line.low[i] not in GIVEN or i + 1 >= len(line.words) or line.words[i][-1] == ".":
        return False
    following = line.low[i + 1]
    if not line.words[i + 1][0].isupper() or following in DAYS or following in MONTHS or following in NOT_NAMES:
        return False
    before = line.low[i - 1] if i else "."
    return before not in PREPOSITIONS and before not in _BEFORE_MONTHS and not before[0].isdigit()


def sightings(line: Line, written: Collection[str] = ()) -> list[Sighting]:
    """The capitalised names of a line outside its quoted runs, titles before them left off.

    `written` are the words of the story as it writes them: "Dexter" is no calling, "farmer" may be one.
    """
    words, low = line.words, line.low
    capitals = [i for i, word in enumerate(words) if word[0].isupper()]
    if not capitals:
        return []
    starts = {begin for begin, _ in line.sentences}
    found: list[Sighting] = []
    past = 0
    for i in capitals:
        if i < past or not _may_begin(line, i, starts):
            continue
        past, office = _reach(line, i, starts)
        start = i
        if office:
            rest = past - office - 1
            if rest < 3:  # "Secretary of State": nobody named
                continue
            start = past - (3 if rest > 3 and len(words[past - 2].strip(".")) == 1 else 2)
        honorific: str | None = None
        titled = office > 0 or (start > 0 and low[start - 1] in ROLE_NOUNS)
        end = past
        if end - start > 1:
            start, end, honorific, titled = _without_titles(line, start, end, titled, starts, written)
        is_title = end - start == 1 and low[start] in TITLES and low[start] not in GIVEN
        if is_title and not _surname_like_a_title(line, start):
            continue
        if end - start == 1:
            folded = (_folded(words[start]),)
        else:
            folded = tuple([_folded(w) for w in words[start:end] if w != SCRAP and w not in _POSSESSIVE])
        if folded and (folded[0].isalpha() or any(c.isalpha() for c in folded[0])):
            found.append(Sighting(line.n, start, end, folded, honorific, titled))
    return found


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)


def _may_begin(line: Line, i: int, starts: set[int]) -> bool:
    """Can a name begin with this capitalised word? Not with "Monday", nor with the "But" that opens a sentence."""
    words, low = line.words, line.low
    word = low[i]
    if word in DAYS or (word in _SAID and i in starts) or (word in MONTHS and not _christened(line, i)):
        return False
    return word not in NOT_NAMES or not (
        i in starts
        or word in DETERMINERS
        or word in PREPOSITIONS
        or len(word) < 3
        or i + 1 >= len(words)
        or not words[i + 1][0].isupper()
    )


def _reach(line: Line, i: int, starts: set[int]) -> tuple[int, int]:
    """How far a name goes that begins at a word; and where in it the "of" of an office stands, else 0."""
    office = 0
    j = i + 1
    while j < len(line.words) and j - i < _LONGEST:
        if _is_of_office(line, i, j):
            office = j
            j += 2
        elif taken := _taken(line, j, starts):
            j += taken
        else:
            break
    return j, office


def _is_of_office(line: Line, i: int, j: int) -> bool:
    """The "of" in "Secretary of State Ann Lee", where a name begins at `i`; "Court of Appeals" is nobody's office."""
    low = line.low
    office = line.words[j] == "of" and low[j - 1] in TITLES and low[j - 1] not in _ORG_HEADS
    return office and not _surnamed(line, i, j - 1) and _is_capital(line, j + 1)


def _taken(line: Line, j: int, starts: set[int]) -> int:
    """How many words a name takes from the word `j` on."""
    word, lower = line.words[j], line.low[j]
    if not word[0].isupper() and lower not in _LINKS and word[2:3] != "-":
        return 0  # as nearly all names end
    capital = word[0].isupper() or (word[:3] in ("al-", "el-") and word[3:4].isupper())
    if capital and lower not in _DATES and not (lower in NOT_NAMES and lower not in GIVEN and j in starts):
        return 0 if j in starts else 1
    following = _is_capital(line, j + 1)
    if following and (lower in _PARTICLES or word == "&"):
        return 2
    if following and word in _POSSESSIVE and line.low[j - 1].endswith("s") and line.low[j + 1] in GROUP_NOUNS:
        return 2  # the Dockers' Union
    if following and word == SCRAP and line.ends[j] - line.starts[j] < _LONGEST_NICKNAME:
        return 2  # Robert “Bobby” Small
    return _tail(line, j)


def _tail(line: Line, j: int) -> int:
    """How many words belong to an organisation from an "of", "for" or "on" behind its noun: "League |of the Coast"."""
    low = line.low
    if low[j] not in ORG_TAILS or low[j - 1] not in _ORG_HEADS or j + 1 >= len(low):
        return 0
    if low[j] == "for" and low[j - 1] in ("assembly", "convention"):
        return 0
    k = j + 1 + (low[j + 1] == "the" and j + 2 < len(low))
    named = _is_capital(line, k) and low[k] not in _DATES
    return k + 1 - j if named and not (low[j] == "on" and " ".join(low[k : k + 2]) in PLACES) else 0


def _is_capital(line: Line, i: int) -> bool:
    return i < len(line.words) and line.words[i][0].isupper()


def _without_titles(
    line: Line, start: int, end: int, titled: bool, starts: set[int], written: Collection[str]
) -> tuple[int, int, str | None, bool]:
    """The range of the name itself, the honorific before it, and whether a role or title stands there."""
    words, low = line.words, line.low
    honorific: str | None = None
    is_group = low[end - 1] in _ORG_HEADS or not ORG_TAILS.isdisjoint(low[start:end])
    k = start
    while (
        k < end - 1
        and (low[k] in TITLES or (low[k] in NOT_NAMES and low[k] not in MONTHS))
        and not (is_group and low[k] not in NOT_NAMES)
        and not (low[k] in GIVEN and end - k == 2)  # "Dean Lee"
    ):
        honorific = HONORIFICS.get(low[k]) or honorific
        titled = titled or low[k] in TITLES
        k += 1
    if k in starts and end - k > 2 and low[k] not in GIVEN and not is_group and (
        low[k] in ROLE_NOUNS
        or (low[k + 1] in GIVEN and (low[k] in CALLINGS or low[k] in written))
    ):  # fmt: skip
        titled, k = True, k + 1  # "Farmer Ann Lee", where a sentence begins
    elif k in starts and end - k > 1 and ("-of-" in low[k] or (low[k] in _HOUSEHOLD and low[k + 1] in GIVEN)):
        titled, k = True, k + 1  # "Hubby Ron", "Mum-of-two Ann Lee"
    elif k in starts and end - k > 2 and low[k].endswith("ing") and low[k] not in GIVEN and low[k + 1] in GIVEN:
        k += 1  # "Thanking Ann Lee, the mayor …"
    if not is_group:
        for x in range(end - 2, k - 1, -1):  # "South Korean-born Ann Lee"
            if "-" in words[x] and words[x].rpartition("-")[2] in _DESCRIBING:
                k = x + 1
                break
        for x in range(end - 2, k, -1):  # "New York Mayor Ann Lee", "Trump Campaign Manager Bo Ray"
            if (
                low[x] in TITLES
                and words[x][0].isupper()  # the "del" of Ana del Prado is no delegate
                and low[x] not in GIVEN
                and (low[x] not in _SURNAMES_TOO or (low[x] == "judge" and end - x > 2))
            ):
                titled, k = True, x + 1
                honorific = HONORIFICS.get(low[x]) or honorific
                break
    while end > k + 1 and low[end - 1] in _PARTICLES:
        end -= 1
    return k, end, honorific, titled
