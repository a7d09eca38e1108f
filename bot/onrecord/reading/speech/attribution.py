"""Who speaks a quoted run, by the words around it. Each rule is a small function; its name goes onto the quote."""

from __future__ import annotations

from onrecord.reading.lexicon import (
    CLAUSE_STARTS,
    DOCUMENTS,
    GROUP_NOUNS,
    PREPOSITIONS,
    ROLE_NOUNS,
    SPEECH,
    SUBJECT_PRONOUNS,
)
from onrecord.reading.line import SCRAP, Line, last_mark
from onrecord.reading.speech.cue_ahead import (
    praised_before,
    praised_just_before,
    said_before,
    said_first,
    said_just_before,
)
from onrecord.reading.speech.cue_behind import after, at_the_end, her_response, unknown_verb, without_comma
from onrecord.reading.speech.no_cue import (
    about,
    between_dashes,
    her_claim,
    labelled,
    name_and_colon,
    owned_claim,
    signature,
    to_quote,
)
from onrecord.reading.speech.voices import Quoted, Voice, opens_sentence


def attribute_sentence(line: Line, begin: int, end: int) -> list[Quoted]:
    """The quoted runs of one sentence, each with the voice that the sentence itself gives it."""
    found = [Quoted(line, line.quotes[i], i, begin, end) for i in range(begin, end) if i in line.quotes]
    found = [quoted for quoted in found if not _nickname(line, quoted.token)]
    if not found:
        return found
    alone = all(
        i in line.quotes or not (line.words[i][0].isalnum() or line.words[i][0] == "@") for i in range(begin, end)
    )
    for i, quoted in enumerate(found):
        quoted.alone = alone
        quoted.voice = labelled(quoted)
        if quoted.voice is None and not alone:
            quoted.voice = _own_sentence(quoted)
        said = found[i - 1].voice if i == 1 and quoted.token and line.words[quoted.token - 1] == "," else None
        if (
            said
            and said.rule == "she said"
            and quoted.voice
            and quoted.voice.at == said.at
            and opens_sentence(found[0])
        ):
            quoted.voice = said  # "…," Ann Lee, the mayor, said, "…"
    for i, quoted in enumerate(found):  # "A" and "B," she said
        if quoted.voice is None and not alone:
            near = next((q.voice for q in found[i + 1 :] if q.voice), None) or next(
                (q.voice for q in reversed(found[:i]) if q.voice), None
            )
            if near:
                quoted.voice = Voice(line, near.phrase, near.cue, "same sentence", near.at)
    return found


def _nickname(line: Line, i: int) -> bool:
    """Robert “Bobby” Small."""
    words = line.words
    if words[i] != SCRAP or not 0 < i < len(words) - 1:
        return False
    run = line.runs[line.quotes[i]]
    inside = line.text[run.start : run.end]
    return words[i - 1][0].isupper() and words[i + 1][0].isupper() and inside[0].isupper() and inside.count(" ") < 2


def _own_sentence(quoted: Quoted) -> Voice | None:
    if opens_sentence(quoted):
        return next((voice for rule in _LEADING if (voice := rule(quoted))), None)
    found = next((voice for rule in _INSIDE if (voice := rule(quoted))), None)
    if found and found.at < quoted.token and found.phrase and (_thing(found) or _runs_on(quoted, found)):
        closing = after(quoted) or at_the_end(quoted)
        if closing and closing.names and closing.at > quoted.token:
            return closing
    return found


def _thing(voice: Voice) -> bool:
    """ "The vote |signals “…,” Ann Lee said": a thing shows; somebody else says so."""
    assert voice.phrase
    line, (start, end) = voice.line, voice.phrase
    if line.low[voice.at] in SPEECH and SPEECH[line.low[voice.at]] not in _SHOWING:
        return False
    if end - start < 2 or line.low[end - 1].endswith("s"):
        return False
    return not any(
        line.words[i][0].isupper() and i > voice.line.begin(i) for i in range(start, end)
    ) and _TELLERS.isdisjoint(line.low[start:end])


def _runs_on(quoted: Quoted, voice: Voice) -> bool:
    """Nothing Ann Lee |said “will calm them,” Bo Ray said: no comma, colon or "that" before it, a comma at its end."""
    line = quoted.line
    small = line.text[line.runs[quoted.run].start].islower()
    before = voice.phrase.start - 1 if voice.phrase else -1
    if before < quoted.begin or not line.words[before][0].isalnum() or line.low[before] in _INTRODUCING:
        return False
    return small and voice.at == quoted.token - 1 and last_mark(line, quoted.token) == ","


_INTRODUCING = CLAUSE_STARTS | PREPOSITIONS | {"and", "but", "so", "yet", "then"}
_SHOWING = frozenset(["signal", "suggest", "show", "indicate", "reflect"])
_TELLERS = ROLE_NOUNS | GROUP_NOUNS | DOCUMENTS | SUBJECT_PRONOUNS


_LEADING = (signature, after, her_response, unknown_verb, said_before, at_the_end, without_comma, about)
"""The rules for a quotation with which a sentence opens; the first that finds somebody decides."""
_INSIDE = (
    to_quote,
    between_dashes,
    said_first,
    said_just_before,
    owned_claim,
    after,
    at_the_end,
    name_and_colon,
    praised_just_before,
    said_before,
    praised_before,
    without_comma,
    her_claim,
    about,
)
"""The rules for a quotation further on in its sentence."""
