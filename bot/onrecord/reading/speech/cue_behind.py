"""Rules for a verb of saying behind the quotation: "…," she said; "…," said Ann Lee."""

from __future__ import annotations

from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    CLAUSE_STARTS,
    DETERMINERS,
    PERSONAL,
    ROLE_NOUNS,
    SPEECH,
    is_adverb,
    is_verbish,
)
from onrecord.reading.line import QUOTE, last_mark
from onrecord.reading.noun_phrases import POSSESSIVE, Phrase, opening, phrase_ending
from onrecord.reading.speech.cue_ahead import asked_by
from onrecord.reading.speech.voices import DASHES, HEARD, STOPS, UTTERANCES, Quoted, Voice, opens_sentence
from onrecord.reading.subjects import left_of, right_of
from onrecord.reading.verbs import finite, participle, passive

_STARTS = frozenset(["begins", "began", "starts", "started", "runs", "ran"])


def _new_clause(quoted: Quoted, cue: int) -> bool:
    """Does the verb begin a report of its own: "While Ann Lee saw “…,” Bo Ray |said the town …"?"""
    low = quoted.line.low
    follows = low[cue + 1] if cue + 1 < quoted.end else "."
    return SPEECH.get(low[cue]) == "say" and (follows == "that" or follows in DETERMINERS or follows in PERSONAL)


def after(quoted: Quoted) -> Voice | None:
    """ "…," she said; "…," said Ann Lee; "…," according to Ann Lee."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    i = quoted.token + 1
    if i < quoted.end and words[i] in DASHES and quoted.token > quoted.begin and words[quoted.token - 1] in DASHES:
        return None  # put in between dashes: what follows goes on from before
    leads = opens_sentence(quoted)
    mark = last_mark(line, quoted.token)
    comma = mark in ",?!…—–-."
    while i < quoted.end and words[i] in (",", "—", "–", "--", "-", "...", "…", "’", "'"):
        comma = True
        i += 1
    if i >= quoted.end:
        return None
    if low[i] == "according" and i + 1 < quoted.end and low[i + 1] == "to":
        phrase = right_of(line, i + 1, quoted.end)
        return Voice(line, phrase, "according to", "according to", i) if phrase else None
    if low[i] == "per" and comma:
        phrase = right_of(line, i, quoted.end)
        return Voice(line, phrase, "per", "according to", i) if phrase else None
    if not comma:
        return None
    verb = i
    while verb < quoted.end and is_adverb(low[verb]) and verb < i + 3:
        verb += 1
    if verb < quoted.end and (low[verb] in SPEECH or low[verb] in _STARTS) and words[verb][0].islower():
        phrase = None if low[verb].endswith("ing") else right_of(line, verb, quoted.end)
        if phrase and low[phrase.start] != "it":
            return Voice(line, phrase, words[verb], "said she", verb)
    if leads and low[i].endswith("ed") and low[i] not in ABOUT and words[i].islower() and mark == ",":
        phrase = right_of(line, i, quoted.end)  # "…," exhorted Ann Lee
        if phrase and (words[phrase.end - 1][0].isupper() or low[phrase.end - 1] in ROLE_NOUNS):
            return Voice(line, phrase, words[i], "said she", i)
    if low[i] in CLAUSE_STARTS and low[i] not in ("as", "so"):
        return None
    if low[i] in ("and", "or"):
        return None
    if low[i] in ("as", "so"):
        i += 1
        leads = True
    for cue in range(i + 1, min(quoted.end, i + 40)):
        word = words[cue]
        if word in STOPS or word == QUOTE:
            return None
        if low[cue] in SPEECH or (
            low[cue] in ABOUT and leads and cue + 1 < quoted.end and not low[cue].endswith("ing")
        ):
            if not finite(line, cue) or (not leads and _new_clause(quoted, cue)):
                continue
            phrase = left_of(line, cue, i)
            if phrase and low[phrase.start] in ("who", "which") and phrase.start > i + 1:
                continue  # "…," a clerk, who |asked not to be named, told …
            if phrase and phrase.start - i <= 1 and passive(line, cue):
                return asked_by(quoted, cue)
            if phrase and phrase.start - i <= 1:
                return _heard(quoted, cue) or Voice(line, phrase, word, "she said", cue)
            if phrase and low[cue] in SPEECH and low[phrase.start - 1] not in ("and", "but", "while"):
                return Voice(line, phrase, word, "she said, after an aside", cue)
    return None


def _heard(quoted: Quoted, cue: int) -> Voice | None:
    """ "…," Bo Ray |heard Ann Lee say; "…," he |recalled her saying: whose words are handed on."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    if SPEECH.get(low[cue]) in _CLAIMING and (told := _told_by(quoted, cue)):
        return told
    start = cue + 1 + (low[cue + 1 : cue + 2] == ["hearing"])
    if (SPEECH.get(low[cue]) or ABOUT.get(low[cue])) not in _HEARING or start >= quoted.end:
        return None
    if not (words[start][0].isupper() or low[start] in DETERMINERS or low[start] in ("him", "them")):
        return None
    for i in range(start + 1, min(quoted.end, start + 8)):
        if not words[i][0].isalnum() and words[i] not in POSSESSIVE:
            return None
        if low[i] in SPEECH and (low[i].endswith("ing") or SPEECH[low[i]] == low[i]):
            return Voice(line, Phrase(start, i - (low[i - 1] == "as")), words[i], HEARD, i)
    return None


def _told_by(quoted: Quoted, cue: int) -> Voice | None:
    """ "…," Bo Ray |said Ann Lee had told him."""
    line, words = quoted.line, quoted.line.words
    end = cue + 1
    while end < quoted.end and words[end][0].isupper():
        end += 1
    verb = end + (end < quoted.end and line.low[end] in ("had", "has", "once"))
    if end == cue + 1 or verb >= quoted.end or line.low[verb] not in _TOLD:
        return None
    return Voice(line, Phrase(cue + 1, end), words[verb], HEARD, verb)


_CLAIMING = frozenset(["say", "claim", "add", "recall", "testify", "allege", "remember"])
_TOLD = frozenset(["told", "said", "shouted", "wrote", "replied", "answered"])
_HEARING = frozenset(["hear", "see", "recall", "remember", "quote", "cite"])


def her_response(quoted: Quoted) -> Voice | None:
    """ "…," was Ann Lee's response."""
    line, low = quoted.line, quoted.line.low
    i = quoted.token + 1
    i += i < quoted.end and low[i] == ","
    if i + 2 < quoted.end and low[i] in ("came", "was", "went") and low[i + 1] in ("the", "a") and (
        not _RETURNS.isdisjoint(low[i + 2 : i + 5])
    ):  # fmt: skip
        return Voice(line, None, None, "came the reply", i)
    if i + 3 >= quoted.end or low[i] not in ("was", "is", "were", "came"):
        return None
    for noun in range(i + 2, min(quoted.end, i + 9)):
        if low[noun] in UTTERANCES:
            owner = next((k for k in range(i + 2, noun) if line.words[k] in POSSESSIVE), 0)
            if owner:
                if low[i + 1] in ("not", "never") or phrase_ending(line, owner - 1, i + 1) != (i + 1, owner):
                    return None
                return Voice(line, Phrase(i + 1, owner), line.words[noun], "her response", noun)
            if low[i + 1] in ("his", "her", "their"):
                return Voice(line, Phrase(i + 1, i + 2), line.words[noun], "her response", noun)
            return None
    return None


_RETURNS = frozenset(["reply", "answer", "response", "retort", "cry", "chant", "message", "refrain"])


def unknown_verb(quoted: Quoted) -> Voice | None:
    """ "…," Ann Lee retaliated: the comma makes a verb of saying of any verb."""
    line, low = quoted.line, quoted.line.low
    i = quoted.token + 1
    if last_mark(line, quoted.token) not in ",?!" and not (i < quoted.end and low[i] == ","):
        return None
    while i < quoted.end and low[i] == ",":
        i += 1
    if i >= quoted.end or low[i] in CLAUSE_STARTS or low[i] in ("and", "or"):
        return None
    phrase = opening(line, i, quoted.end)
    if phrase and phrase.start == i and phrase.end < quoted.end and low[i] not in SPEECH:
        verb = phrase.end
        while verb < quoted.end - 1 and is_adverb(low[verb]):
            verb += 1
        if is_verbish(low[verb]) and low[verb] not in AUX:
            return Voice(line, phrase, line.words[verb], "she nodded", verb)
    return None


def at_the_end(quoted: Quoted) -> Voice | None:
    """ "…" and so on, said Ann Lee. "…" and so on, she said."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    for i in range(quoted.token + 1, min(quoted.end - 2, quoted.token + 80)):
        if words[i] == QUOTE and last_mark(line, i) in ".!?":
            return None
        if words[i] != "," and words[i] != QUOTE:
            continue
        if low[i + 1] == "according" and low[i + 2] == "to":
            phrase = right_of(line, i + 2, quoted.end)
            return Voice(line, phrase, "according to", "according to", i + 1) if phrase else None
        if low[i + 1] in SPEECH and words[i + 1][0].islower():
            phrase = right_of(line, i + 1, quoted.end)
            if phrase and not participle(line, i + 1) and low[phrase.start] != "it":
                return Voice(line, phrase, words[i + 1], "said she, at the end", i + 1)
            continue
        if low[i + 1] in CLAUSE_STARTS or low[i + 1] in ("and", "or"):
            continue
        for cue in range(i + 2, min(quoted.end, i + 14)):
            if low[cue] in SPEECH and finite(line, cue):
                phrase = left_of(line, cue, i + 1)
                if phrase and phrase.start == i + 1 and (cue + 1 >= quoted.end or low[cue + 1] != "that"):
                    return Voice(line, phrase, words[cue], "she said, at the end", cue)
                break
            if words[cue] in STOPS:
                break
    return None


def without_comma(quoted: Quoted) -> Voice | None:
    """ "…" said Ann Lee, where the comma was forgotten."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    i = quoted.token + 1
    if i + 1 >= quoted.end:
        return None
    if low[i] in SPEECH and words[i][0].islower():
        phrase = right_of(line, i, quoted.end)
        return Voice(line, phrase, words[i], "said she, no comma", i) if phrase else None
    for cue in range(i + 1, min(quoted.end, i + 12)):
        if low[cue] in SPEECH and finite(line, cue):
            phrase = None if _new_clause(quoted, cue) else left_of(line, cue, i)
            return Voice(line, phrase, words[cue], "she said, no comma", cue) if phrase and phrase.start == i else None
        if words[cue] in STOPS or words[cue] == QUOTE:
            return None
    return None
