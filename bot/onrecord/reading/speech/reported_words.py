"""Where the words begin and end that a verb of saying reports."""

from __future__ import annotations

from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NOUN_FORMS,
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
    "reply testify write suggest stress emphasize concede allege disclose recall complain boast assure remark observe "
    "reason vow promise signal hint speculate believe reiterate caution affirm agree joke"
)
_THINKS = word_set("think believe hope fear expect worry")
_ACTS = word_set(
    "accuse criticize cite urge propose suggest note acknowledge recall explain insist describe defend question "
    "denounce reject applaud slam mock dismiss decry reiterate doubt stress deny condemn "
    "bemoan welcome"
)
"""Verbs whose object alone says what was said: "accused the mayor of …", "urged the crew to …"."""
_VOWS = word_set("vow refuse hope")
_HEARD = word_set("tell warn remind assure inform advise")
"""Verbs with a listener between them and what is said: "told reporters that …"."""
TAKING_WORDS = WITH_THAT | _THINKS | _ACTS | _VOWS | _HEARD | word_set("ask wonder call comment indicate find")
"""Verbs behind which `words_begin` can find words."""
_HEARD_FORMS = frozenset(form for form, base in SPEECH.items() if base in _HEARD)
FINDS = word_set("found finds shows showed show find indicates indicated suggests suggested")
FINDERS = word_set(
    "poll polls study studies report reports survey surveys analysis data results records review research "
    "investigation audit documents emails census statistics figures numbers filings filing polling"
)
"""What finds something."""

_NO_CLAUSE = word_set("so no nothing something little to what and")
_TIMES = word_set("morning afternoon evening night week month year summer weeks months years days")
_COUNTERS = word_set("about nearly almost more less fewer at roughly around only up as over just")
_NUMBERS = word_set(
    "half two three four five six seven eight nine ten dozens hundreds thousands millions dozen hundred"
)
_OPENING = DETERMINERS | _COUNTERS | word_set("there so yes once even only")
"""Adverbs, by their form, with which the words themselves may begin."""
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
        if words[i] == "," and low[i + 1] == "while" and _turns(line, i + 2, end):
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


def _behind_listener(line: Line, i: int, end: int) -> int | None:
    """Told the Courier |she would …, warned |they might …, told her |the bridge was …"""
    low, words = line.low, line.words
    for k in range(i, min(end - 2, i + 10)):
        if not words[k][0].isalnum() or low[k] == "to" or (words[k].islower() and is_verbish(low[k])):
            return None
        if low[k] in ("he", "she", "they", "it", "this", "there") and (
            is_verbish(low[k + 1]) or is_adverb(low[k + 1]) or low[k + 1] in AUX
        ):  # fmt: skip
            return k
        if k > i and low[k] in ("his", "her", "their", "its", "the") and (
            words[k - 1][0].isupper() or low[k - 1] in ("him", "her", "them", "me", "us", "reporters")
        ):  # fmt: skip
            return k if any(is_verbish(low[n]) or low[n] in AUX for n in range(k + 2, end)) else None
    return None


def _behind_place(line: Line, i: int, end: int) -> int | None:
    """Said in a statement |he would …"""
    low, words = line.low, line.words
    for k in range(i + 1, min(end - 2, i + 10)):
        if not words[k][0].isalnum() or (words[k].islower() and is_verbish(low[k]) and low[k - 1] not in DETERMINERS):
            return None
        if low[k] in ("he", "she", "they", "it") and low[k - 1] not in PREPOSITIONS:
            return k
    return None


def _past_asides(line: Line, i: int, end: int) -> int:
    """Past what stands between a verb and its words: when ("on Monday", "for weeks"), how, and ", however,"."""
    low, words = line.low, line.words
    while i < end - 1:
        if words[i] == ",":
            closes = next((k for k in range(i + 1, min(i + 6, end)) if words[k] == ","), 0)
            aside = range(i + 1, closes)
            if not aside or low[i + 1].endswith("ing") or any(is_verbish(low[k]) or low[k] == "that" for k in aside):
                return i
            i = closes + 1
        elif low[i] in DAYS or low[i] in MONTHS or low[i] in _TIMES:
            i += 1
        elif low[i] in ("on", "in", "for", "last", "this", "late", "early", "earlier") and (
            low[i + 1] in DAYS or low[i + 1] in MONTHS or low[i + 1] in _TIMES
        ):  # fmt: skip
            if i + 2 < end and is_verbish(low[i + 2]):  # "said |this year will be better"
                return i
            i += 2
        elif words[i].islower() and is_adverb(low[i]) and low[i] not in _OPENING:
            i += 1
        else:
            return i
    return i


def _counts(line: Line, i: int) -> bool:
    """ "About |half of …", "more than |40 …", "at least |two …"."""
    if line.low[i] not in _COUNTERS:
        return False
    return any(line.words[k][0].isdigit() or line.low[k] in _NUMBERS for k in range(i + 1, min(i + 4, len(line.low))))


def words_begin(line: Line, i: int, end: int, base: str) -> int | None:
    """Where what is said begins, behind a verb with this base form."""
    low, words = line.low, line.words
    if base in ("ask", "wonder"):
        return _whether(line, i, end)
    that = _that(line, i, end)
    if base in _HEARD:
        return _behind_listener(line, i, end) if that is None else that
    at = _past_asides(line, i, end)
    if base in _VOWS and at < end and low[at] == "to":
        return at
    if base == "call" and i + 1 < end and low[i] in ("for", "on") and words[i + 1][0].isalnum():
        return i
    if base in ("comment", "indicate"):
        return i if low[i] == "that" else None
    takes_clause = base in _BARE or base in _THINKS or base == "find"
    if at >= end - 1 or not (takes_clause or base in WITH_THAT or base in _ACTS):
        return None
    if low[at] == "that":
        return at
    if that is not None and (low[i] in PREPOSITIONS or is_adverb(low[i])) and not _has_verb(line, i, that - 1):
        return that
    if that is None and low[at] in ("in", "at", "on", "during", "after"):
        return _behind_place(line, at, end)
    if base in _ACTS and words[at][0].isalnum() and low[at] not in PREPOSITIONS and not is_adverb(low[at]):
        return at
    if takes_clause or low[at] in ("he", "she", "it", "they"):
        return at if _is_said(line, at, end, base) else None
    return at if _clause(line, at, end) else None


def _whether(line: Line, i: int, end: int) -> int | None:
    for k in range(i, min(end, i + 12)):
        if line.low[k] in ("whether", "if"):
            return k
        if not line.words[k][0].isalnum() and line.words[k] not in ("’s", "'s"):
            break
    return None


def _that(line: Line, i: int, end: int) -> int | None:
    """A "that" near behind the verb, which may be its own."""
    low, words = line.low, line.words
    that = next((k for k in range(i, min(end, i + 16)) if words[k] == "that"), None)
    if that is not None and any(
        words[k] in (";", ":", "—")
        or low[k] in ("who", "which")
        or (low[k] in _HEARD_FORMS and finite(line, k))
        or (low[k] == "to" and SPEECH.get(low[k + 1]) == low[k + 1])  # "told the crew to say |that …"
        for k in range(i, that)
    ):
        return None
    return that


def _has_verb(line: Line, start: int, end: int) -> bool:
    """Is a verb among these words, not only what looks like one: "during the |debate that"?"""
    low = line.low
    return any(
        line.words[k].islower() and is_verbish(low[k]) and low[k - 1] not in DETERMINERS for k in range(start, end)
    )


def _is_said(line: Line, i: int, end: int, base: str) -> bool:
    """Does a clause begin here, without "that"?"""
    low, words = line.low, line.words
    counts = _counts(line, i) and (base == "say" or low[i] not in PREPOSITIONS)
    if low[i] in PREPOSITIONS and not counts:
        return False
    if not words[i][0].isalnum() or low[i] in _NO_CLAUSE:
        return False
    verb = any(is_verbish(low[k]) or low[k] in AUX for k in range(i + 1, end))
    if low[i] == "if":
        return base != "find" and "," in words[i:end]
    if counts:
        return verb or end - i > 5
    if low[i] == "there":
        return is_verbish(low[i + 1]) or low[i + 1] in AUX
    if (is_adverb(low[i]) and low[i] not in DETERMINERS) or low[i] in AUX or low[i] in CLAUSE_STARTS:
        return False
    if is_verbish(low[i]) and not (low[i] in NOUN_FORMS and low[i + 1] in PREPOSITIONS):  # "|comments from the crew"
        return False
    if low[i] in ("he", "she", "they", "we", "i") or (base == "say" and words[i].islower() and end - i > 3 and (
        low[i] in DETERMINERS or low[i].endswith("s")
    )):  # fmt: skip
        return True
    subject = base == "say" or low[i] in SUBJECT_PRONOUNS or low[i] in DETERMINERS or words[i][0].isupper()
    return subject and (verb or base == "find")
