"""Which form of a verb a word is where it stands."""

from __future__ import annotations

from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    DETERMINERS,
    GROUP_NOUNS,
    NOUN_FORMS,
    PERSONAL,
    PREPOSITIONS,
    ROLE_NOUNS,
    SPEECH,
    is_adverb,
    word_set,
)
from onrecord.reading.line import QUOTE, Line

_GOING_ON = frozenset(["continue", "continues", "continued", "agreed", "agree"])
_PLURAL = word_set("i we you they to democrats republicans people many some others two three both")
_POSSESSIVE = frozenset(["’s", "'s", "’", "'", "his", "its", "this"])
_COUNTING = frozenset(
    ["one", "some", "many", "most", "both", "all", "two", "three", "four", "five", "few", "several", "another"]
)
_PLAIN = word_set(
    "said says say told replied wrote added argued asked agreed tweeted posted responded recalled insisted explained "
    "shouted joked commented advised read reads"
)
_NEVER_NOUNS = frozenset(
    ["say", "tell", "think", "believe", "argue", "write", "insist", "agree", "know", "acknowledge", "suggest"]
)
_PASTS = frozenset(["read", "put", "hit"])
_ASKED_HOW = frozenset(
    ["by", "about", "if", "whether", "why", "how", "what", "when", "where", "who", "for", "on", "to"]
)
_ASKING = frozenset(["ask", "tell", "remind", "warn", "advise", "inform", "press", "interrupt"])


def finite(line: Line, i: int) -> bool:
    """Can the form at token `i` be a verb here? A bare form ("promise") needs "they" or "would" before it."""
    low = line.low
    word = low[i]
    if not line.words[i][0].islower() or (word in _GOING_ON and i + 1 < len(low) and low[i + 1] == "to"):
        return False
    if not i:
        return False
    if low[i - 1] in DETERMINERS and not (word in _PLAIN and (low[i - 1] in _COUNTING or _which(line, i - 1))):
        return False
    if low[i - 1] in _POSSESSIVE and not (word.endswith("ing") and i > 1 and low[i - 2] in PERSONAL):
        return False
    if (SPEECH.get(word) or ABOUT.get(word)) != word or word in _PASTS:
        return not (word in NOUN_FORMS and not _verb_subject(line, i))
    if word in _NEVER_NOUNS:
        return True
    back = i - 1
    while back and is_adverb(low[back]):
        back -= 1
    before = low[back]
    return (
        before in _PLURAL
        or before in AUX
        or (line.words[back][0].isupper() and before.endswith(("ns", "ts", "rs")))
        or (before.endswith("s") and before not in _POSSESSIVE and line.words[back][0].islower())
    )


def _which(line: Line, i: int) -> bool:
    """ "Bottles |that said", not "Reading |that report": does this "that" stand for the noun before it?"""
    noun = line.low[i - 1]
    return i > 0 and line.low[i] == "that" and noun[0].isalpha() and not (
        noun in SPEECH or noun in ABOUT or noun in PREPOSITIONS or noun in AUX
    )  # fmt: skip


def _verb_subject(line: Line, i: int) -> bool:
    """Is what stands before a form like "remarks" or "claims" fit to be its subject rather than its adjective?"""
    before = line.words[i - 1]
    low = line.low[i - 1]
    if low in DETERMINERS or low in PREPOSITIONS or low in _POSSESSIVE:
        return False
    return (
        before[0].isupper()
        or before in (",", QUOTE)
        or low in PERSONAL
        or low in ("which", "who", "that")
        or low in ROLE_NOUNS
        or low in GROUP_NOUNS
        or is_adverb(low)
    )


def participle(line: Line, i: int) -> bool:
    if not line.low[i].endswith("ing"):
        return False
    back = i - 1
    while back > 0 and is_adverb(line.low[back]):
        back -= 1
    return line.low[back] not in AUX


def passive(line: Line, cue: int) -> bool:
    low = line.low[cue]
    if low in ABOUT and low.endswith("ed") and line.low[cue + 1 : cue + 2] == ["by"] and line.words[cue - 1] == ",":
        return True  # "Ann Lee, |described by Bo Ray as …"
    if SPEECH.get(low) in _ASKING and line.low[cue + 1 : cue + 2] == ["by"] and low.endswith(("ed", "told")):
        return True  # "Ann Lee, |told by Bo Ray “…”"
    if not low.endswith(("ed", "told")) or (SPEECH.get(low) not in _ASKING and (low in SPEECH or low not in ABOUT)):
        return False
    back = cue - 1
    while back > 0 and is_adverb(line.low[back]):
        back -= 1
    return line.low[back] in ("is", "was", "were", "are", "been", "being", "be", "when")


def asked_aside(line: Line, cue: int) -> bool:
    """Ann Lee, |asked by the club whether …, said: what she was asked, not what she asked."""
    return line.low[cue] in ("asked", "pressed") and line.words[cue - 1] == "," and line.low[cue + 1] in _ASKED_HOW
