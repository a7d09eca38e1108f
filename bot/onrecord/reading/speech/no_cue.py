"""Rules where no verb tells: labels, signatures, a name and a colon, the owner of a claim."""

from __future__ import annotations

import re

from onrecord.reading.lexicon import (
    AUX,
    DAYS,
    MONTHS,
    PREPOSITIONS,
    SPEECH,
    SUBJECT_PRONOUNS,
    inflected,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE
from onrecord.reading.noun_phrases import Phrase, opening, phrase_ending
from onrecord.reading.speech.voices import DASHES, PAPERS, UTTERANCES, Quoted, Voice
from onrecord.reading.subjects import right_of
from onrecord.reading.verbs import finite

_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|[A-Z][a-z]+ [A-Z][a-z]+):\s+(?=\S)")


def labelled(quoted: Quoted) -> Voice | None:
    run = quoted.line.runs[quoted.run]
    match = _LABEL.match(quoted.line.text, run.start, min(run.end, run.start + 60))
    if match is None:
        return None
    quoted.skip = match.end() - run.start
    return Voice(quoted.line, None, None, "transcript", quoted.token, match.group(1))


def signature(quoted: Quoted) -> Voice | None:
    """ "…" — Ann Lee. The name behind a dash ends the line."""
    line, words = quoted.line, quoted.line.words
    i = quoted.token + 1
    if i + 1 >= quoted.end or words[i] not in ("—", "–", "―", "-", "--", "~"):
        return None
    start = end = i + 1
    while end < quoted.end and (words[end][0].isupper() or line.low[end] in ("de", "del", "van", "von", "la")):
        if line.low[end] in MONTHS or line.low[end] in DAYS:
            break
        end += 1
    rest = words[end] if end < quoted.end else "."
    dated = end < quoted.end and (line.low[end] in MONTHS or line.low[end] in DAYS or rest[0] == "@")
    if not 1 <= end - start <= 5 or not (rest in ".," or dated) or line.low[start] in SUBJECT_PRONOUNS:
        return None
    if rest == "," and end - start < 2:
        return None
    if any(line.low[j] in SPEECH for j in range(end, min(quoted.end, end + 12))):
        return None
    return Voice(line, Phrase(start, end), None, "signature", i)


def to_quote(quoted: Quoted) -> Voice | None:
    """To quote Ann Lee, "…"; in the words of Ann Lee, "…"."""
    low, begin = quoted.line.low, quoted.begin
    head = next((head for head in _TO_QUOTE if tuple(low[begin : begin + len(head)]) == head), None)
    if head is None:
        return None
    phrase = right_of(quoted.line, begin + len(head) - 1, quoted.token)
    return Voice(quoted.line, phrase, low[begin + 1], "to quote her", begin) if phrase else None


_TO_QUOTE = (("to", "quote"), ("to", "borrow", "from"), ("in", "the", "words", "of"), ("in", "the", "phrase", "of"))


def between_dashes(quoted: Quoted) -> Voice | None:
    """The meeting, the speech of Ann Lee -- "…" -- and the vote: the name before the first dash."""
    line, words = quoted.line, quoted.line.words
    i = quoted.token
    if i < quoted.begin + 2 or i + 1 >= quoted.end or words[i - 1] not in DASHES or words[i + 1] not in DASHES:
        return None
    start = i - 1
    while start > quoted.begin and words[start - 1][0].isupper() and words[start - 1][-1].isalnum():
        start -= 1
    return Voice(line, Phrase(start, i - 1), None, "between dashes", i) if i - 1 - start >= 2 else None


def name_and_colon(quoted: Quoted) -> Voice | None:
    """Ann Lee: "…"; that surprises economist Ann Lee: "…"."""
    line, words = quoted.line, quoted.line.words
    colon = next((i for i in range(quoted.token - 1, max(quoted.begin, quoted.token - 3), -1) if words[i] == ":"), 0)
    if not colon:
        return None
    start = colon
    while start > quoted.begin and (words[start - 1][0].isupper() or words[start - 1] == "and") and colon - start < 6:
        start -= 1
    if colon == quoted.begin + 1 and words[quoted.begin][0] == "@":
        return Voice(line, Phrase(quoted.begin, colon), None, "name and colon", colon)
    lone = start > quoted.begin and (words[start - 1] in DASHES or quoted.line.low[start - 1] == "from")
    if colon - start < (1 if lone else 2) or (start > quoted.begin and words[start - 1] in ("’s", "'s")):
        return None
    if all(word.isupper() for word in words[start:colon]):
        return None
    if start - 2 > quoted.begin and line.low[start - 1] in ("from", "by") and line.low[start - 2] in _PAPERS:
        return Voice(line, Phrase(start, colon), None, "name and colon", colon)  # "she got a text from Ann Lee:"
    back = start - 1
    while back > quoted.begin and words[back][0].isalpha() and line.low[back] not in SPEECH:
        if line.low[back] in PREPOSITIONS and line.low[back] not in ("from", "per", "via"):
            break
        back -= 1
    if back >= quoted.begin and (line.low[back] in SPEECH or line.low[back] in PREPOSITIONS):
        return None  # "told the Ellery Post:", "said of Ann Lee:", "told the Welsh paper Ellery Post:"
    if not lone and any(line.low[i] in SPEECH and finite(line, i) for i in range(quoted.begin + 1, start)):
        return None  # "She said that Lee came from Ellery:"
    return Voice(line, Phrase(start, colon), None, "name and colon", colon)


_PAPERS = PAPERS | {"text"}


def about(quoted: Quoted) -> Voice | None:
    """Ann Lee's answer: "…". From the report: "…". Or a fragment in a sentence about somebody."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    colon = any(words[i] == ":" for i in range(max(quoted.begin, quoted.token - 2), quoted.token))
    phrase = opening(line, quoted.begin, quoted.token)
    if colon and phrase is None and low[quoted.begin] in ("from", "per", "via") and quoted.token - quoted.begin > 2:
        phrase = right_of(line, quoted.begin, quoted.token)
    if phrase and colon and low[quoted.begin] in ("from", "per", "via") and words[phrase.end] in UTTERANCES:
        phrase = Phrase(phrase.start, phrase.end + 1)  # "From Lee's post:"
    if phrase and colon:
        owner = phrase.start
        while owner < phrase.end and words[owner] not in ("’s", "'s", "’", "'"):
            owner += 1
        if owner < phrase.end - 1 and low[phrase.end - 1] in UTTERANCES:
            return Voice(line, Phrase(phrase.start, owner), low[phrase.end - 1], "her answer", quoted.token)
    if phrase:
        return (
            Voice(line, phrase, None, "colon", quoted.token)
            if colon
            else Voice(line, None, None, "fragment", quoted.token)
        )
    return None


def owned_claim(quoted: Quoted) -> Voice | None:
    """Ann Lee mocked her claim that "…", said Bo Ray's remark that "…" was cheap: words of whoever owns the claim."""
    voice = her_claim(quoted)
    if voice is None or voice.phrase is None:
        return None
    line, low = quoted.line, quoted.line.low
    handed = (
        low[voice.at + 1] == ":" and voice.phrase.start - 1 > quoted.begin and low[voice.phrase.start - 1] in _HANDED
    )
    if not handed and low[voice.at + 1] != "that" and (low[voice.at + 1] != "of" or quoted.token - voice.at > 3):
        return None  # "said her remarks “show” …": what they show is not what they say
    before = voice.phrase.start - 1
    while before > quoted.begin and (low[before] in PREPOSITIONS or is_adverb(low[before])):
        before -= 1
    judged = before > quoted.begin and low[before] in _JUDGING
    return Voice(line, voice.phrase, voice.cue, JUDGED_CLAIM, voice.at) if judged else voice


JUDGED_CLAIM = "her claim, judged"
"""The rule by which words are of somebody else than whom the sentence is about."""
_HANDED = frozenset(inflected("cite quote repeat echo invoke recall paraphrase"))
_JUDGING = frozenset(
    inflected(
        "applaud attack blast challenge condemn counter criticize criticise decry denounce deride dismiss doubt hail "
        "laud lambast lampoon mock object praise question react rebuke reject resent respond ridicule rubbish savage "
        "scoff support welcome"
    )
) | {"slam", "slams", "slammed", "slamming"}


def her_claim(quoted: Quoted) -> Voice | None:
    """Her claim that …, Lee’s call for "…": the owner of a noun of saying."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    for i in range(quoted.token - 1, max(quoted.begin, quoted.token - 10), -1):
        if words[i] == QUOTE or (words[i] == "," and i < quoted.token - 1):
            return None
        if is_verbish(low[i]) and low[i] not in _CLAIMS and low[i] not in AUX:
            return None
        if low[i] not in _CLAIMS:
            continue
        back = i - 1
        while back > quoted.begin and words[back][0].islower() and not is_verbish(low[back]) and i - back < 4:
            if low[back] in _OWNERS or words[back] in _OF:
                break
            back -= 1
        if low[back] in _OWNERS:
            return Voice(line, Phrase(back, back + 1), words[i], "her claim", i)
        if words[back] in _OF and back > quoted.begin:
            phrase = phrase_ending(line, back - 1, quoted.begin)
            return Voice(line, Phrase(phrase.start, back + 1), words[i], "her claim", i) if phrase else None
        return None
    return None


_OWNERS = frozenset(["his", "her", "their", "my", "our"])
_OF = frozenset(["’s", "'s", "’", "'"])
_CLAIMS = word_set(
    "claim claims call calls promise pledge warning statement statements remark remarks comment comments argument "
    "assertion assessment description belief view suggestion question admission plea vow slogan dictum contention "
    "prediction denial boast criticism characterization complaint declaration demand insistence message motto mantra "
    "opinion phrase words word quip tweet tweets observation response answer advice appeal condemnation conclusion "
    "defense depiction endorsement estimate explanation hope idea label notion pitch portrayal proclamation proposal "
    "reference reminder rebuke request retort theory threat exhortation chant rallying cry assumption rejection line "
    "joke saying adage"
)
