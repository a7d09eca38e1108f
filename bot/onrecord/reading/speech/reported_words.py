"""Where the words begin and end that a verb of saying reports."""

from __future__ import annotations

from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    SPEECH,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, Line
from onrecord.reading.verbs import finite

_BARE = word_set("say argue claim insist note add explain acknowledge")
"""Verbs that take a clause without "that"."""
WITH_THAT = _BARE | word_set(
    "announce warn admit conclude confirm contend assert maintain state declare estimate predict report reveal "
    "reply testify "
    "write suggest stress emphasize concede allege disclose recall complain boast assure remark observe reason "
    "vow promise "
    "signal hint speculate believe reiterate caution affirm agree joke"
)
_THINKS = word_set("think believe hope fear expect worry")
_ACTS = word_set(
    "accuse criticize cite urge propose suggest note acknowledge recall explain insist describe defend question "
    "denounce reject applaud slam mock dismiss decry reiterate doubt stress"
)
"""Verbs whose object alone says what was said: "accused the mayor of …", "urged the crew to …"."""
_VOWS = word_set("vow refuse hope")
_HEARD = word_set("tell warn remind assure inform advise")
"""Verbs with a listener between them and what is said: "told reporters that …"."""
TAKING_WORDS = WITH_THAT | _THINKS | _ACTS | _VOWS | _HEARD | word_set("ask wonder call comment indicate find")
"""Verbs behind which `words_begin` can find words."""
_HEARD_FORMS = frozenset(form for form, base in SPEECH.items() if base in _HEARD)


_CUT = word_set(
    "saying adding noting citing according though but whereas calling referring arguing suggesting reflecting"
)


_ASIDES = word_set("which while a an")
"""What hangs on behind the last comma, as often the writer's words as the speaker's."""
_GOING_ON = word_set("believe hope fear point echo deem indicate accuse describe question criticize")
_MANNERS = word_set(
    "babble chirp crack croon drawl gasp giggle gloat grin groan growl grunt hiss holler howl huff moan prattle "
    "preface purr ramble rasp rave reflect scream screech shriek shrug smirk snarl snicker sniff splutter sputter "
    "stutter titter whimper whine yelp"
)
"""Verbs of how somebody says something, which need no words, nor anybody who says them."""
_BEFORE_WORDS = frozenset(["that", ",", ":", QUOTE])
_TURNS = word_set("say deny argue insist claim add note acknowledge")
"""Verbs that show, behind ", and" or ", but", that somebody else has the word."""


def words_end(line: Line, at: int, end: int) -> int:
    """Where what is said ends: before ", according to", ", adding" and the like, and before the full stop."""
    low, words = line.low, line.words
    for i in range(at + 3, end - 1):
        if words[i] == ";":
            return i
        if words[i] == "," and low[i + 1] in _CUT and (low[i + 1] != "but" or is_verbish(low[min(i + 2, end - 1)])):
            return i
        if words[i] == "," and low[i + 1].endswith("ing") and (
            _says_more(line, i + 1) or ABOUT.get(low[i + 1]) in _GOING_ON
        ):  # fmt: skip
            return i
        if words[i] == "," and low[i + 1] in ("and", "but") and (
            _turns(line, i + 2, end) or low[min(i + 2, end - 1)] in ("he", "she", "they", "it", "we", "i")
        ):  # fmt: skip
            return i
        if (
            words[i] == ","
            and i - at > 4
            and (low[i + 1] in _ASIDES)
            and all(words[k] != "," for k in range(i + 1, end))
        ):
            return i
        if low[i] in ("and", "but") and _says_more(line, i + 1) and finite(line, i + 1):
            return i
    return end


def _says_more(line: Line, i: int) -> bool:
    """ "And |added …", "and |grinned: “…”"; but in "and |cracked three windows" nobody says anything."""
    base = SPEECH.get(line.low[i])
    return base is not None and (base not in _MANNERS or line.low[i + 1] in _BEFORE_WORDS)


def _turns(line: Line, i: int, end: int) -> bool:
    """Does another report begin here, of somebody else ("the club denied …") or of the same ("accused …")?"""
    low = line.low
    if i < end and low[i] in ABOUT and low[i].endswith("ed") and finite(line, i):
        return True
    return any(
        (SPEECH.get(low[k]) or ABOUT.get(low[k])) in _TURNS and finite(line, k)
        for k in range(i + 1, min(end - 1, i + 8))
    )


def _clause(line: Line, i: int, end: int) -> bool:
    """Do a subject and its auxiliary stand here: "the ferry would …", "Ann Lee has …"?"""
    low, words = line.low, line.words
    if not (low[i] in DETERMINERS or words[i][0].isupper()) or low[i] in ("that", "what"):
        return False
    for k in range(i + 1, min(end - 1, i + 7)):
        if low[k] in _AUXILIARY:
            return True
        if not words[k][0].isalnum() or low[k] in PREPOSITIONS or low[k] in CLAUSE_STARTS or is_verbish(low[k]):
            return False
    return False


_AUXILIARY = word_set("would will could is was are were has had have can should must may might does did")


def words_begin(line: Line, i: int, end: int, base: str) -> int | None:
    """Where what is said begins."""
    low, words = line.low, line.words
    if base in ("ask", "wonder"):
        for k in range(i, min(end, i + 12)):
            if low[k] in ("whether", "if"):
                return k
            if not words[k][0].isalnum() and words[k] not in ("’s", "'s"):
                break
        return None
    that = next((k for k in range(i, min(end, i + 16)) if words[k] == "that"), None)
    if that is not None and any(
        words[k] in (";", ":", "—") or low[k] in ("who", "which") or (low[k] in _HEARD_FORMS and finite(line, k))
        for k in range(i, that)
    ):
        that = None
    if base in _HEARD:
        if that is not None:
            return that
        for k in range(i + 1, min(end - 2, i + 10)):
            if not words[k][0].isalnum() or low[k] == "to" or (words[k].islower() and is_verbish(low[k])):
                break
            if low[k] in ("he", "she", "they", "it") and is_verbish(low[k + 1]):
                return k
        return None
    if base in _VOWS and i < end and low[i] == "to":
        return i
    if base == "call" and i + 1 < end and low[i] in ("for", "on") and words[i + 1][0].isalnum():
        return i
    if base in ("comment", "indicate"):
        return i if i < end and low[i] == "that" else None
    if base not in WITH_THAT and base != "find" and base not in _THINKS and base not in _ACTS:
        return None
    while i < end and (low[i] in DAYS or low[i] in MONTHS or (low[i] == "on" and i + 1 < end and low[i + 1] in DAYS)):
        i += 1
    while i < end and low[i] in ("morning", "afternoon", "evening", "night"):
        i += 1
    if i >= end:
        return None
    if low[i] == "that":
        return i
    if (
        that is not None
        and (low[i] in PREPOSITIONS or is_adverb(low[i]))
        and not any(is_verbish(low[k]) for k in range(i, that))
    ):
        return that
    if base in _ACTS and i < end and words[i][0].isalnum() and low[i] not in PREPOSITIONS and not is_adverb(low[i]):
        return i
    if base not in _BARE and base != "find" and base not in _THINKS and low[i] not in ("he", "she", "it", "they"):
        return i if _clause(line, i, end) else None
    if (
        low[i] in PREPOSITIONS
        or not words[i][0].isalnum()
        or low[i] in ("so", "no", "nothing", "something", "to", "what", "and")
    ):
        return None
    if is_adverb(low[i]) or low[i] in AUX or is_verbish(low[i]) or low[i] in CLAUSE_STARTS:
        return None
    if base == "say" or low[i] in SUBJECT_PRONOUNS or low[i] in DETERMINERS or words[i][0].isupper():
        return i if base == "find" or any(is_verbish(low[k]) for k in range(i + 1, end)) else None
    return None
