"""Names as people write them, and when two of them mean one person."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.reading.entity_types import is_organisation
from onrecord.reading.lexicon import word_set
from onrecord.text import fold

_ASIDE = re.compile(r"\([^)]*\)|\"[^\"]*\"")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+(?:['.-][^\W_]+)*\.?")
_STYLES = word_set(
    """mr mrs ms miss mister dr prof professor doctor sir dame lord lady rep reps representative sen senator gov
    governor president vice mayor secretary speaker congressman congresswoman chairman chairwoman judge justice
    rev reverend pastor hon honorable gen general lt lieutenant col colonel maj major capt captain sgt sergeant
    adm admiral cmdr commander minister premier chancellor ambassador attorney councilman councilwoman sheriff
    detective coach former the ex ceo"""
)
"""Titles that come and go before a name."""
_KEPT = word_set("pope prince princess king queen saint lady sister father sir judge mother dj")
"""Titles by which some are known: with a single name they belong to it ("Pope Francis", "Lady Gaga")."""
_LETTERS = word_set("phd md esq dds jd rn cpa mba obe mbe cbe kbe qc kc mp mep")
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_COMPANY = word_set("inc corp co ltd llc plc corporation incorporated limited gmbh")
_SHORT: dict[str, str] = {
    short: full
    for full, shorts in {
        "joseph": "joe", "michael": "mike", "william": "bill", "robert": "bob", "james": "jim", "richard": "dick",
        "timothy": "tim", "thomas": "tom", "edward": "ed", "david": "dave", "daniel": "dan", "stephen": "steve",
        "donald": "don", "kenneth": "ken", "ronald": "ron", "charles": "chuck", "anthony": "tony", "gregory": "greg",
        "jeffrey": "jeff", "matthew": "matt", "benjamin": "ben", "samuel": "sam", "andrew": "andy", "lawrence": "larry",
        "deborah": "deb", "jennifer": "jen", "katherine": "kathy", "susan": "sue", "christopher": "chris",
        "nicholas": "nick", "peter": "pete", "raymond": "ray", "walter": "walt", "frederick": "fred", "leonard": "len",
        "gerald": "jerry", "jonathan": "jon", "joshua": "josh", "zachary": "zach", "theodore": "ted",
        "patricia": "patty",
    }.items()
    for short in shorts.split()
}  # fmt: skip


class Name(NamedTuple):
    given: tuple[str, ...]
    """Folded, initials without their full stops."""
    surname: str
    generation: str
    company: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.given, self.surname)


def parse(name: str) -> Name:
    """The parts of a person's or an organisation's name, folded: titles, asides, learned letters left out.

    "Levitt, Joseph" is turned round. What holds no letter at all gives a name with an empty surname.
    """
    name = name.strip()
    if name.startswith("@"):
        name = _CAMEL.sub(" ", name[1:].replace("_", " "))
    folded = fold(name)
    text = _ASIDE.sub(" ", folded).strip() or folded
    group = is_organisation(tuple(text.removeprefix("the ").split()))
    text = _turned_round(text)
    parts = _parts(text.removesuffix("'s" if text.endswith("s") else "'"))
    generation = ""
    company = False
    while len(parts) > 1:
        if parts[-1] in _GENERATIONS and not generation:
            generation = _GENERATIONS[parts.pop()]
        elif parts[-1] in _LETTERS:
            parts.pop()
        elif parts[-1] in _COMPANY:
            company = True
            parts.pop()
        else:
            break
    while len(parts) > 1 and (parts[0] == "the" if group else parts[0] in _STYLES or parts[0] in _KEPT):
        if len(parts) == 2 and parts[0] in _KEPT:
            break
        parts.pop(0)
    if not parts:
        return Name((), "", "")
    return Name(tuple(parts[:-1]), parts[-1], generation, company)


def _turned_round(text: str) -> str:
    """ "levitt, joseph" → "joseph levitt"; what no given name follows only loses its commas."""
    head, comma, tail = text.partition(",")
    if not comma:
        return text
    rest = [_squeeze(part) for part in tail.split()]
    if not rest or len(rest) > 3 or all(part in _LETTERS or part in _GENERATIONS for part in rest):
        return f"{head} {tail.replace(',', ' ')}"
    return f"{tail} {head}" if len(head.split()) <= 2 and "," not in tail else text


def _parts(text: str) -> list[str]:
    """The words of a folded name, hyphens parted: "j.k. gordon-levitt ph.d." → jk, gordon, levitt, phd."""
    parts: list[str] = []
    for part in _PART.findall(text):
        if part.isalnum():
            parts.append(part)
        elif (letters := _squeeze(part)) in _LETTERS:
            parts.append(letters)
        elif part.count(".") > 1 and len(part) <= 6 and len(part) == 2 * part.count("."):
            parts.append(part.replace(".", ""))  # J.K.
        else:
            parts.extend(piece for piece in re.split(r"[-.]", part) if piece)
    return [letters for part in parts if (letters := _squeeze(part))]


def name_key(name: str) -> str:
    """Two names with one key are one person across stories.

    Case, accents, hyphens, titles, degrees, nicknames in quotation marks, a lone middle initial, common short forms and
    the at-sign of a handle do not count; another given name, another surname, another generation (Jr., III) and two
    middle initials do. A surname alone is a key of its own.
    """
    parsed = parse(name)
    given = list(parsed.given)
    if len(given) >= 2 and len(given[0]) > 1:
        initials = [part for part in given[1:] if len(part) == 1]
        if len(initials) == 1:
            given = [given[0], *(part for part in given[1:] if len(part) > 1)]
    if given:
        given[0] = short_given(given[0])
    return "".join((*given, parsed.surname, parsed.generation))


def short_given(given: str) -> str:
    """The common short form of a folded given name: "joseph" → "joe"; else itself."""
    return _SHORT.get(given, given)


def _squeeze(part: str) -> str:
    return part if part.isalnum() else "".join(filter(str.isalnum, part))
