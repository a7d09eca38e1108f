"""Rules for a verb ahead of the quotation: she said: "…"; she praised the crew as "…"."""

from __future__ import annotations

from onrecord.reading.lexicon import ABOUT, DAYS, DOCUMENTS, PERSONAL, PREPOSITIONS, SPEECH, is_adverb, word_set
from onrecord.reading.line import QUOTE, Line, last_mark
from onrecord.reading.noun_phrases import Phrase, opening, phrase_ending
from onrecord.reading.speech.attitudes import denied
from onrecord.reading.speech.unsaid import unsaid
from onrecord.reading.speech.voices import PAPERS, Quoted, Voice
from onrecord.reading.subjects import clause_subject, left_of, right_of
from onrecord.reading.verbs import finite, participle, passive

_JOINTS = frozenset([",", "that", ":", "—", "–", "--", "...", "…", "“", "-", "how", "as"])


_BESIDE = 3
"""Words from a verb to the quotation that it must mean."""


def said_first(quoted: Quoted) -> Voice | None:
    """Said Ann Lee, "…"."""
    line, low, begin = quoted.line, quoted.line.low, quoted.begin
    if low[begin] not in SPEECH or not low[begin].endswith(("ed", "said", "says")) or quoted.token - begin < 2:
        return None
    phrase = right_of(line, begin, quoted.token)
    if phrase and phrase.start == begin + 1 and line.words[phrase.end - 1][0].isupper():
        return Voice(line, phrase, line.words[begin], "said she", begin)
    return None


def adjacent_before(quoted: Quoted, names: dict[str, str]) -> Voice | None:
    """She said: "…"; she said that "…"; said she, "…"."""
    line, low = quoted.line, quoted.line.low
    i = quoted.token - 1
    while i > quoted.begin and (low[i] in _JOINTS or is_adverb(low[i]) or (low[i] == "on" and low[i + 1] in DAYS)):
        i -= 1
        if i - 2 > quoted.begin and low[i] == "quote" and low[i - 1] == "i" and low[i - 2] == "and":
            i -= 3  # "wrote to say, and I quote, “…”"
    if low[i] in names and (finite(line, i) or (low[i] == "according" and low[i + 1] == "to")):
        return _cue_before(quoted, i, "she said:")
    return None


def _cue_before(quoted: Quoted, cue: int, rule: str) -> Voice | None:
    line, low = quoted.line, quoted.line.low
    told = _told_of(line, quoted.begin, cue)
    if told:
        return told
    if not participle(line, cue):
        if passive(line, cue):
            return None if low[cue - 1] == "when" else asked_by(quoted, cue)
        if cue > quoted.begin + 1 and line.words[cue - 1] == "," and SPEECH.get(low[cue], "tell") not in _TO_SOMEBODY:
            phrase = right_of(line, cue, quoted.token)
            if phrase and low[phrase.start] != "it" and phrase.end < quoted.token and line.words[phrase.end] == ",":
                return Voice(line, phrase, line.words[cue], "…, said she, …", cue)
        phrase = left_of(line, cue, quoted.begin)
        if phrase and low[cue] in SPEECH and quoted.token - cue <= _BESIDE and (
            denied(line, quoted.begin, cue) or unsaid(line, quoted.begin, phrase, cue)
        ):  # fmt: skip
            return Voice(line, None, None, "she never said", cue)  # did not say "…", had she said "…"
        if phrase:
            aside = low[cue] not in SPEECH or low[phrase.start] == "it"
            teller = _teller(line, phrase, quoted.begin) if aside else None
            return teller or Voice(line, phrase, line.words[cue], rule, cue)
    elif low[cue - 1] in _SIGNS and low[cue] in ("saying", "reading"):
        phrase = phrase_ending(line, cue - 1, quoted.begin)
        if phrase:
            return Voice(line, phrase, line.words[cue], rule, cue)  # held up a sign saying
    elif recorded := _recorded(line, quoted.begin, cue):
        return Voice(line, recorded, line.words[cue], rule, cue)
    elif low[cue - 1] not in (",", "and", "but", "by", "in", "of", "for", "without"):
        phrase = left_of(line, cue, quoted.begin)
        if phrase and phrase.start > quoted.begin and low[phrase.start - 1] == "with":
            return Voice(line, phrase, line.words[cue], rule, cue)  # with the mayor saying
    # a participle, an infinitive, a second verb: its subject is that of its clause
    for i in range(cue - 1, max(quoted.begin, cue - 8), -1):
        if low[i] in SPEECH and finite(line, i):  # …, Ann Lee said, adding
            phrase = left_of(line, i, quoted.begin)
            if phrase and phrase.start > quoted.begin and line.words[phrase.start - 1] in (",", QUOTE):
                return Voice(line, phrase, line.words[cue], "she said, adding", cue)
            break
    if cue == quoted.begin + 1 and line.words[cue - 1][0].isupper() and low[cue - 1] in _WHILE:
        phrase = opening(line, quoted.token + 1, quoted.end)  # "After saying it was “…,” she left"
    else:
        phrase = _already_speaking(line, quoted.begin, cue) or clause_subject(line, quoted.begin, cue)
    if phrase:
        return Voice(line, phrase, line.words[cue], "she said, adding", cue)
    for i in reversed(line.cues_between(quoted.begin + 1, cue)):
        if (low[i] in SPEECH or low[i] in ABOUT) and finite(line, i):
            phrase = left_of(line, i, quoted.begin)
            if phrase is None and low[i] in SPEECH and line.words[i - 1] in (",", QUOTE):
                phrase = right_of(line, i, cue)
            if phrase:
                return Voice(line, phrase, line.words[cue], "she said, adding", cue)
    return None


def _told_of(line: Line, begin: int, cue: int) -> Voice | None:
    """Whose words are handed on: "recalled his mother |telling him", "quoted Bo Ray as |saying", "|read his letter"."""
    low = line.low
    if low[cue] in ("read", "reads", "reading"):
        letter = next((i for i in range(cue + 1, min(cue + 5, len(low) - 2)) if low[i] in PAPERS), 0)
        if letter and low[letter + 1] in ("from", "by") and line.words[letter + 2][0].isupper():
            end = letter + 3
            while end < len(low) and line.words[end][0].isupper():
                end += 1
            return Voice(
                line, Phrase(cue + 1 + (low[cue + 1] in ("out", "aloud")), end), line.words[cue], "she said:", cue
            )
        return None
    if low[cue] not in ("saying", "telling", "shouting", "calling", "asking", "claiming"):
        return None
    for i in range(cue - 2, max(begin, cue - 9), -1):
        if line.words[i] in (";", ":", QUOTE) or low[i] in ("and", "but"):
            return None
        if SPEECH.get(low[i], ABOUT.get(low[i])) in _HANDING_ON and finite(line, i):
            if low[cue - 1] == "of" and ABOUT.get(low[i]) == "accuse":
                return Voice(line, None, None, "accused of saying", cue)
            stop = next((k for k in range(i + 1, cue) if line.words[k] == "," or low[k] == "as"), cue)
            if stop == i + 1 or passive(line, i) or low[i + 1] in PREPOSITIONS or low[i - 1] in DOCUMENTS:
                return None
            return Voice(line, Phrase(i + 1, stop), line.words[cue], "she said, recalled", cue)
    return None


_HANDING_ON = frozenset(["recall", "remember", "quote", "cite", "hear", "accuse"])


def _teller(line: Line, phrase: Phrase, begin: int) -> Voice | None:
    """Ann Lee said it |underlines "…", said that the footage did not |give "…": who said what a thing does."""
    low = line.low
    if low[phrase.start] != "it" and (
        low[phrase.start] in PERSONAL or any(word[0].isupper() for word in line.words[phrase.start : phrase.end])
    ):
        return None
    cue = phrase.start - 1
    if cue > begin and low[cue] == "that":
        cue -= 1
    if cue <= begin or low[cue] not in SPEECH or not finite(line, cue) or participle(line, cue):
        return None
    said = left_of(line, cue, begin)
    return Voice(line, said, line.words[cue], "she said …", cue) if said else None


_WHILE = frozenset(["after", "before", "while", "when", "in", "by", "despite", "besides"])


def _recorded(line: Line, begin: int, cue: int) -> Phrase | None:
    """Footage of Ann Lee |saying; the film shows Ann Lee |saying."""
    low, words = line.low, line.words
    start = cue
    while start > begin and words[start - 1][0].isupper() and cue - start < 6:
        start -= 1
    if start == cue or start < begin + 2:
        return None
    if low[start - 1] in _SHOWING or (low[start - 1] == "of" and low[start - 2] in _RECORDINGS):
        return Phrase(start, cue)
    return None


_SIGNS = word_set(
    "sign signs banner banners placard placards poster posters shirt shirts hat hats sticker stickers button"
)
_RECORDINGS = word_set("footage video videos clip clips audio tape tapes recording recordings snippet")
_SHOWING = word_set("shows showed showing quotes quoted quoting features featured featuring heard hears had")


def _already_speaking(line: Line, begin: int, cue: int) -> Phrase | None:
    """ "…, said Ann Lee, would …, |calling"; "…," said a man and |added"; "In May, Ann Lee said … and |added"."""
    low, words = line.low, line.words
    for i in reversed(line.cues_between(begin + 1, cue)):
        if low[i] not in SPEECH or not finite(line, i):
            continue
        quote = i - 1 == begin and words[begin] == QUOTE and last_mark(line, begin) in ",?!"
        if words[i - 1] == "," or quote:
            phrase = right_of(line, i, cue)
            if phrase and phrase.end < cue and (words[phrase.end] == "," or (quote and low[cue - 1] == "and")):
                return phrase
        elif low[cue - 1] in ("and", "but"):
            phrase = left_of(line, i, begin)
            return phrase if phrase and (phrase.start == begin or words[phrase.start - 1] == ",") else None
    return None


_TO_SOMEBODY = frozenset(["tell", "ask", "remind", "warn", "assure", "inform", "advise", "urge"])


def asked_by(quoted: Quoted, cue: int) -> Voice:
    """Ann Lee was asked by Bo Ray, "…": not Ann Lee's words."""
    line, low = quoted.line, quoted.line.low
    end = quoted.token if cue < quoted.token else quoted.end
    for i in range(cue + 1, min(end - 1, cue + 12)):
        if low[i] == "by":
            return Voice(line, right_of(line, i, end), line.words[cue], "asked by", cue)
    return Voice(line, None, None, "asked by nobody named", cue)


def before(quoted: Quoted, names: dict[str, str], rule: str) -> Voice | None:
    """The nearest reporting verb to the left."""
    line, low = quoted.line, quoted.line.low
    spare: Voice | None = None
    for i in reversed(line.cues_between(quoted.begin, quoted.token)):
        if low[i] == "according" and i + 1 < quoted.token and low[i + 1] == "to":
            phrase = right_of(line, i + 1, quoted.token)
            if phrase:
                return Voice(line, phrase, "according to", "according to", i)
        if low[i] in names and i > quoted.begin and finite(line, i) and not _expected(line, i, quoted.token):
            voice = _cue_before(quoted, i, rule)
            if voice and i < quoted.token - 2 and (_restrictive(voice) or _aside(voice, i, quoted.token)):
                spare = spare or voice  # "voters who wondered why …": look for the verb of the sentence first
            elif voice and i < quoted.token - 2 and SPEECH.get(low[i]) == "ask" and low[i + 1] in _ASKED_OF:
                spare = spare or voice  # "told Bo Ray, who had |asked about it:"
            elif voice and low[i] not in SPEECH and _in_a_film(line, i, quoted.token):
                return Voice(line, None, None, "heard in a film", i)
            elif voice:
                return voice
    return spare


_ASKED_OF = frozenset(["about", "if", "whether", "why", "how", "when"])


def _expected(line: Line, cue: int, token: int) -> bool:
    """Readers can |expect Ann Lee to open with "…": what the other does, not what they say."""
    if ABOUT.get(line.low[cue]) not in _WISHES or line.low[cue + 1] == "to":
        return False
    return "to" in line.low[cue + 2 : min(cue + 6, token)]


_WISHES = frozenset(["expect", "want", "prefer", "encourage", "invite"])
_FILMS = frozenset(["film", "documentary", "movie", "play", "novel", "episode", "series", "musical"])


def _in_a_film(line: Line, cue: int, token: int) -> bool:
    """Ann Lee makes this |clear in the film: "…". Whoever is heard in a film is seldom the one who made it."""
    return any(line.low[i] in _FILMS and line.low[i - 2] == "in" for i in range(cue + 2, token))


def _restrictive(voice: Voice) -> bool:
    """Is the verb one of a relative clause that only tells which one is meant?"""
    phrase, line = voice.phrase, voice.line
    if phrase is None or line.low[phrase.start] not in ("who", "that", "which") or not phrase.start:
        return False
    return line.words[phrase.start - 1] not in (",", "—", "–", "--")


def _aside(voice: Voice, cue: int, token: int) -> bool:
    """Is the verb one of a clause that hangs in the sentence: "Lee, who won in May, as “…”", "when Lee won, “…”"?"""
    phrase, line = voice.phrase, voice.line
    if phrase is None or not phrase.start or "," not in line.words[cue:token]:
        return False
    return line.low[phrase.start] in ("who", "which") or line.low[phrase.start - 1] in _WHEN


_WHEN = frozenset(["when", "if", "after", "before", "while", "because", "since", "once", "until", "though", "although"])


def said_before(quoted: Quoted) -> Voice | None:
    return before(quoted, SPEECH, "she said …")


def praised_before(quoted: Quoted) -> Voice | None:
    return before(quoted, ABOUT, "she praised …")


def said_just_before(quoted: Quoted) -> Voice | None:
    return adjacent_before(quoted, SPEECH)


def praised_just_before(quoted: Quoted) -> Voice | None:
    return adjacent_before(quoted, ABOUT)
