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
_HOUSEHOLD = KIN | {"hubby", "gran", "grandad", "mum", "dad", "partner", "pal", "neighbour", "neighbor"}
"""Whom a story about a family calls by the given name."""
_BEFORE_SURNAMES = word_set("mr mr. mrs mrs. ms ms. miss dr dr.")
_OFFICES = word_set(
    """president vice prime speaker secretary chairman chairwoman chair mayor governor senator minister ambassador
    justice attorney commissioner chief chancellor premier director deputy assistant former first president-elect
    ceo treasurer comptroller delegate alderman councilman councilwoman congressman congresswoman representative"""
)
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
    words, low = line.words, line.low
    count = len(words)
    office = 0
    j = i + 1
    while j < count and j - i < 12:
        w = words[j]
        if not w[0].isupper() and low[j] not in _LINKS and w[2:3] != "-":
            break  # as nearly all names do
        if (
            (w[0].isupper() or (w[:3] in ("al-", "el-") and w[3:4].isupper()))
            and low[j] not in _DATES
            and not (low[j] in NOT_NAMES and low[j] not in GIVEN and j in starts)
        ):
            if j in starts:
                break
            j += 1
        elif (low[j] in _PARTICLES and j + 1 < count and words[j + 1][0].isupper() and j > i) or (
            w == "&" and j + 1 < count and words[j + 1][0].isupper()
        ):
            j += 2
        elif (
            w in _POSSESSIVE
            and low[j - 1].endswith("s")
            and j + 1 < count
            and words[j + 1][0].isupper()
            and low[j + 1] in GROUP_NOUNS
        ):
            j += 2  # the Dockers' Union
        elif w == SCRAP and j + 1 < count and words[j + 1][0].isupper() and line.ends[j] - line.starts[j] < 16:
            j += 2  # a nickname: Robert “Bobby” Small
        elif (
            low[j] == "of"
            and low[j - 1] in TITLES
            and low[j - 1] not in _ORG_HEADS  # "Court of Appeals" is nobody's office
            and not _surnamed(line, i, j - 1)
            and j + 1 < count
            and words[j + 1][0].isupper()
        ):
            office = j  # "Secretary of State Ann Lee", "Chief of Staff Ann Lee"
            j += 2
        elif low[j] == "for" and low[j - 1] in ("assembly", "convention"):
            break
        elif low[j] in ORG_TAILS and low[j - 1] in _ORG_HEADS and j + 1 < count:
            k = j + 1
            if low[k] == "the" and k + 1 < count:
                k += 1
            named = words[k][0].isupper() and low[k] not in _DATES
            if named and not (low[j] == "on" and " ".join(low[k : k + 2]) in PLACES):
                j = k + 1
            else:
                break
        else:
            break
    return j, office


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
                and low[x] not in ("king", "pope", "prince", "dean", "judge", "general")
            ):
                titled, k = True, x + 1
                honorific = HONORIFICS.get(low[x]) or honorific
                break
    while end > k + 1 and low[end - 1] in _PARTICLES:
        end -= 1
    return k, end, honorific, titled
