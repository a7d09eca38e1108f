"""Reports behind their cue: "Ann Lee said (that) …", "…, adding that …"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    ROLE_NOUNS,
    SPEECH,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, Line
from onrecord.reading.noun_phrases import BREAKS, Phrase, phrase_ending
from onrecord.reading.speech.attitudes import asking, denied, minded, to_do
from onrecord.reading.speech.reported_words import FINDERS, FINDS, WITH_THAT, words_begin, words_end
from onrecord.reading.speech.unsaid import unsaid
from onrecord.reading.speech.voices import PAPERS, Reported, Voice, report
from onrecord.reading.subjects import clause_subject, left_of, right_of
from onrecord.reading.verbs import asked_aside, finite, participle, passive

_MINDS = word_set("think believe expect")
"""Who does not think that something is so thinks that it is not."""
_UNDER = word_set(
    "after when if although though because while as since which that whom before where until unless despite whether "
    "once"
)
_DURING = word_set("while although though after when as because since before where once")
"""Of those the ones that begin a clause of their own: "after Ann Lee said …"."""
_WHEN = DAYS | word_set("on in last this week month year night morning")
"""What may stand between "and" and its verb: "left and |on Tuesday said"."""
_SENT = PAPERS | word_set("e-mail report release article op-ed editorial")
_OF_WHICH = word_set("say argue claim insist")
_CLAUSES = word_set("when while although though whom")


def cue_ahead(line: Line, begin: int, end: int, cues: list[int]) -> Iterator[Reported]:
    low = line.low
    taken = begin + 1
    for cue in cues:
        if cue < taken or cue >= end - 2 or asked_aside(line, cue):
            continue
        base = SPEECH.get(low[cue]) or ABOUT.get(low[cue]) or ""
        finds = low[cue] in FINDS and base not in WITH_THAT
        follows = low[cue + 1]
        attitude = (minded if follows == "that" else to_do if follows == "to" else asking)(line, begin, cue)
        if attitude or not (base or finds):
            stop = _attitude_end(attitude, begin, end) if attitude else None
            found = report(attitude, attitude.at + 1, stop) if attitude and stop else None
            if found and stop:
                taken = stop
                yield found
            continue
        phrase = _subject(line, begin, cue, base)
        if phrase and base in _OF_WHICH and _is_of_which(line, phrase, cue):
            taken = next((k for k in range(cue + 2, end) if line.words[k] == ","), end)
            if QUOTE in line.words[cue:taken]:
                continue
            if found := report(Voice(line, phrase, line.words[cue], "which she said", cue), phrase.start - 1, taken):
                yield found
            continue
        if phrase is None or not _bears(line, begin, phrase) or unsaid(line, begin, phrase, cue):
            continue
        if finds and follows != "that" and not _is_finder(line, phrase):
            continue
        if line.words[cue + 1] == ":" and base in WITH_THAT and end - cue > 5:
            voice = Voice(line, phrase, line.words[cue], "she said:", cue)
            yield Reported(voice, line.starts[cue + 2], line.ends[end - 1])
            return
        behind = cue + 1 + (low[cue] != line.words[cue].lower())  # "pointed |out that"
        at = words_begin(line, behind, end, "find" if finds else base)
        stop = at and _end(line, begin, phrase, at, end)
        if at and stop:
            taken = stop
            if found := report(Voice(line, phrase, line.words[cue], "she said that", cue), at, stop):
                yield found


def _is_of_which(line: Line, phrase: Phrase, cue: int) -> bool:
    """The old gate, |which Ann Lee said was unsafe, …"""
    behind = line.low[cue + 1]
    return phrase.start > 0 and line.low[phrase.start - 1] == "which" and (behind in AUX or is_verbish(behind))


def _attitude_end(voice: Voice, begin: int, end: int) -> int | None:
    if voice.phrase is None or _is_subordinate(voice.line, begin, voice.phrase):
        return None
    stop = words_end(voice.line, voice.at + 1, end)
    plain = QUOTE not in voice.line.words[voice.at + 1 : stop] and stop - voice.at >= 5
    return stop if plain else None


def _subject(line: Line, begin: int, cue: int, base: str) -> Phrase | None:
    """Who says it; none where the word at `cue` reports nothing."""
    low = line.low
    if participle(line, cue):
        joined = line.words[cue - 1] in (",", "and", "but", "—", "–", "--", "-")
        if base in WITH_THAT and (joined or (low[cue] == "saying" and _is_sent(line, begin, cue))):
            return _sender(line, begin, cue) or clause_subject(line, begin, cue) or _speaker_before(line, begin, cue)
        return None
    if not finite(line, cue) or passive(line, cue) or (base not in _MINDS and denied(line, begin, cue)):
        return None
    if phrase := left_of(line, cue, begin):
        return phrase
    back = cue - 1
    while back > begin and (low[back] in AUX or is_adverb(low[back]) or low[back] in _WHEN):
        back -= 1
    return clause_subject(line, begin, cue) if low[back] in ("and", "but") else None


def _is_sent(line: Line, begin: int, cue: int) -> bool:
    """The club sent a letter on Monday |saying"""
    return any(line.low[i] in _SENT for i in range(max(begin, cue - 5), cue))


def _sender(line: Line, begin: int, cue: int) -> Phrase | None:
    """The club got a letter from Ann Lee, |saying …"""
    last = cue - 1 - (line.words[cue - 1] == ",")
    for i in range(last - 1, max(begin, last - 8), -1):
        if line.words[i] in BREAKS:
            return None
        if line.low[i] in ("from", "by") and line.low[i - 1] in _SENT:
            return phrase_ending(line, last, i + 1)
    return None


def _speaker_before(line: Line, begin: int, cue: int) -> Phrase | None:
    """ "…," Ann Lee said, |adding that …"""
    for i in range(cue - 1, max(begin, cue - 14), -1):
        if SPEECH.get(line.low[i]) and finite(line, i):
            return left_of(line, i, begin) or right_of(line, i, cue)
    return None


def _is_finder(line: Line, phrase: Phrase) -> bool:
    """Is it a poll, or a report of the board?"""
    return line.low[phrase.end - 1] in FINDERS or line.low[min(phrase.start + 1, phrase.end - 1)] in FINDERS


def _bears(line: Line, begin: int, phrase: Phrase) -> bool:
    """Does the clause of this subject report by itself: also "while Ann Lee said …", but not "just as she said"?"""
    if not _is_subordinate(line, begin, phrase):
        return True
    return line.low[phrase.start - 1] in _DURING and line.low[max(begin, phrase.start - 2)] != "just"


def _is_subordinate(line: Line, begin: int, phrase: Phrase) -> bool:
    """ "After Ann Lee said …", "a list that Ann Lee said …": the sentence is about something else."""
    low = line.low
    back = phrase.start - 1
    if low[phrase.start] in RELATIVES:
        return low[phrase.start] != "who" and phrase.end - phrase.start == 1
    if back < begin:
        return False
    if low[back] in _UNDER:
        return not (low[back] == "which" and low[back - 1] in PREPOSITIONS)
    if not line.words[back][0].islower() or low[back] in PREPOSITIONS or low[back] in ("and", "but", "yet", "or", "so"):
        return False
    if is_adverb(low[back]):
        return low[back] == "much"
    if low[phrase.start] in DETERMINERS or low[phrase.start] in SUBJECT_PRONOUNS:
        titled = low[back] in ROLE_NOUNS and line.words[phrase.start + 1][0].isupper()  # "spokesman |the Rev. Ann Lee"
        return not titled  # "a list |she said was …"
    start = next((k + 1 for k in range(back, begin - 1, -1) if not line.words[k][0].isalnum()), begin)
    return any(is_verbish(low[k]) or low[k] in RELATIVES for k in range(start, phrase.start))


def _end(line: Line, begin: int, phrase: Phrase, at: int, end: int) -> int | None:
    """Where the words that begin at a token end; none where that is not to be seen."""
    low, words = line.low, line.words
    stop = words_end(line, at, end)
    if low[phrase.start] == "who" and words[phrase.start - 1] == ",":
        before = next((k for k in range(at + 2, stop) if words[k] == ","), stop)
        introduced = _introduces(line, begin, phrase.start)
        stop = before if introduced else next((k for k in range(at + 2, stop - 1) if _goes_on(line, k)), stop)
    if _is_subordinate(line, begin, phrase) and _opens(line, begin, phrase.start - 1):
        # "While Ann Lee said the bridge was safe, …"
        stop = next((k for k in range(at, stop) if words[k] == ","), end)
        if stop == end and phrase.start < begin + 4:
            return None
    quote = next((k for k in range(at, stop) if words[k] == QUOTE), None)
    if quote is None:
        return stop
    # "Said that she would pay|, although she called it “daylight robbery”"
    return next((k for k in range(at + 3, quote - 1) if words[k] in ("–", "--", "-") or _adds(line, k)), None)


def _introduces(line: Line, begin: int, who: int) -> bool:
    """Unlike Ann Lee, |who says the bridge is old, Bo Ray …"""
    return (line.low[begin] in PREPOSITIONS or line.low[begin] in ("like", "unlike")) and _opens(line, begin, who)


def _goes_on(line: Line, comma: int) -> bool:
    """Ann Lee, who says the bridge is old|, called …: does the main clause go on here?"""
    at = comma + 1
    at += is_adverb(line.low[at])
    return line.words[comma] == "," and line.words[at][0].islower() and is_verbish(line.low[at]) and finite(line, at)


def _adds(line: Line, comma: int) -> bool:
    return line.words[comma] == "," and line.low[comma + 1] in _CLAUSES


def _opens(line: Line, begin: int, at: int) -> bool:
    """Does the clause at a token come first: "While …", "But years after …", "At the debate, when …"?"""
    return not any(line.words[k].islower() and is_verbish(line.low[k]) for k in range(begin, at))
