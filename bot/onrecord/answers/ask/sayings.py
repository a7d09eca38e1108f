"""Questions about what somebody said, about whose words some are, and about who somebody is: told by their form."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.answers.words import content, undotted
from onrecord.text import fold, place_of

_SPEECH = re.compile(
    r"^(?:and |so |but )?(?:(?P<what>what|wat|waht|whta|wht|hwat)|how|why)(?: exactly)? "
    r"(?:did|does|do|has|have|is|was|were|had) (?P<who>.+?(?<! of)(?<!^the)(?<! the)) "
    r"(?P<verb>say|said|saying|tell|told|think|claim|claimed|argue|argued|comment|respond|react|reply|write|written|warn"
    r"|state|stated|suggest|mention|mentioned|call for|have to say|said to)\b"
    r"(?P<rest>[^?]*)"
)
_ABOUT = re.compile(r"\b(?:about|of|on|to|regarding|concerning|over|regards)\b (?P<about>.+)$")
_PUBLIC = frozenset("reporters journalists press media crowd audience yesterday today".split())
"""Telling them is no more than saying."""
_PRONOUNS = frozenset("he she they it you we i him her them this that these those".split())
_OPENERS = {
    "whats": "what is", "what's": "what is", "wat": "what", "waht": "what", "whta": "what", "wht": "what",
    "hwat": "what", "wats": "what is", "whos": "who is", "who's": "who is", "wich": "which", "whcih": "which",
    "wen": "when", "whn": "when", "whens": "when is", "when's": "when is", "wheres": "where is",
    "where's": "where is", "wher": "where", "hows": "how is", "how's": "how is", "y": "why", "whys": "why is",
}  # fmt: skip
"""What hurried fingers make of the words that open a question."""
_SLIPS = {
    slip: word
    for word, slips in {
        "the": "teh hte", "and": "adn", "that": "taht", "was": "wsa",
        "many": "mnay amny mayn", "much": "mcuh muhc", "their": "thier", "which": "whcih wihch", "when": "wehn hwen",
        "where": "wehre hwere", "does": "doed deos", "did": "ddi", "how": "hwo", "has": "hsa",
        "about": "abotu abuot aobut", "say": "sya", "said": "sayd",
    }.items()
    for slip in slips.split()
} | {
    f"{verb}nt": f"{verb}n't" for verb in "could did does do has have had is are was were would should".split()
}  # fmt: skip
"""Slips in small words, which no longer word is taken for."""
_IN_CHARGE = re.compile(r"^who(?: is| was)(?: now| currently)? in charge of\b", re.IGNORECASE)
_MARRIED = re.compile(r"^(who(?: is| was| did)) (.+?) (?:married|wed|marry)(?: to)?[?!. ]*$", re.IGNORECASE)
_WHO_SAID = re.compile(r"^who (?:said|says|told|claimed|stated|tweeted)\b(?: that)?[:,]? (?P<words>.+)$")
_WHO_CALLED = re.compile(
    r"^who (?:has |had )?(?:called|calls|described|describes|dubbed)"
    r" (?!(?:for|in|on|off|out|up|upon)\b)(?P<words>.+)$"
)
"""Whoever called for an inquiry used none of these words."""
_LED = re.compile(
    r"^(for|to|by|from|with|at|against|of) ((?:how much|how many|what|which|whom|who)\b.+)", re.IGNORECASE
)
_SAID = re.compile(r"^who (?:said|says|claimed|stated|tweeted)\b")
_WHO_IS = re.compile(
    r"^(?:(?:who|what)(?: is| was| are| were|'s) (?P<name>.+)|what (?:does|did) (?P<doer>.+) do(?: for a living)?"
    r"|what (?:job|role|position|post|title|occupation|profession|rank|office) (?:does|did|do|has) (?P<holder>.+?)"
    r"(?: (?:have|hold|do))?)$"
)


class Speech(NamedTuple):
    who: str
    about: str | None
    is_topic: bool = True
    """Else it is whatever follows the verb, and need not be what they spoke about: "yesterday"."""
    asks_what: bool = True
    """Else why or how, which somebody else may tell."""

    @property
    def is_anybody(self) -> bool:
        """ "What did he say?": whom that means was said elsewhere, if at all."""
        return self.who in _PRONOUNS


def spelt_out(text: str) -> str:
    """Without what hurry makes of a question's first word: "whos the mayor" → "who is the mayor"; and in one verb where
    there is one: "who is in charge of" → "who runs"."""
    first, _, rest = undotted(" ".join(text.split())).partition(" ")
    rest = " ".join(_SLIPS.get(word, word) for word in rest.split())
    first = _SLIPS.get(first.casefold(), first)
    asked = f"{_OPENERS.get(fold(first), first)} {rest}".strip()
    if married := _MARRIED.match(asked):
        return f"who is the spouse of {married[2]}"
    if led := _LED.match(asked):  # "for how much was it sold"
        asked = f"{led[2].rstrip('?!. ')} {led[1].lower()}"
    return _IN_CHARGE.sub("who runs", asked)


def speech_in(text: str) -> Speech | None:
    """ "What did X say about Y?" """
    match = _SPEECH.match(fold(spelt_out(text)).rstrip("?!. "))
    if not match:
        return None
    rest = match["rest"].strip(" ?!.")
    about = _ABOUT.search(rest)
    if about and match["verb"] not in ("tell", "told"):
        return Speech(match["who"], _as_typed(about["about"], text), asks_what=bool(match["what"]))
    # Whom they told it is as much of the matter: "tell the council about the bridge".
    told = match["verb"] in ("tell", "told") and not _PUBLIC.issuperset(content(rest))
    is_topic = bool(about) or told
    return Speech(match["who"], _as_typed(rest, text) if content(rest) else None, is_topic, bool(match["what"]))


def _as_typed(part: str, text: str) -> str:
    place = place_of(part, text)
    return text[slice(*place)] if place else part


def saying_in(text: str) -> str | None:
    """ "Who said Z?", "Who called it Z?": Z, or what was called so, too."""
    asked = fold(text).rstrip("?! ")
    match = _WHO_SAID.match(asked) or _WHO_CALLED.match(asked)
    return match["words"].strip(" \"'") if match else None


def is_saying(text: str) -> bool:
    """Is it about nothing but who said some words?"""
    return bool(_SAID.match(fold(text)))


def naming_in(text: str) -> str | None:
    """ "Who is X?", "What does X do?": X, which may or may not be a name."""
    match = _WHO_IS.match(fold(spelt_out(text)).rstrip("?!. "))
    return match["name"] or match["doer"] or match["holder"] if match else None
