"""Which quoted runs are somebody's words: neither the title of a work nor a so-called "dividend"."""

from __future__ import annotations

from onrecord.reading.lexicon import CLAUSE_STARTS, PREPOSITIONS, word_set
from onrecord.reading.line import SCRAP
from onrecord.reading.speech.voices import HEARD, Quoted

_SPOKEN = frozenset(
    ["said she", "she said", "transcript", "signature", "said she, at the end", "she said, at the end", HEARD]
)
_NAMING = frozenset(["titled", "entitled", "called", "headlined", "named", "dubbed", "subtitled"])
_TALK = frozenset(["that’s", "it’s", "i’m", "we’re", "you’re", "he’s", "she’s", "they’re", "there’s", "don’t", "let’s"])
"""What is said opens like this, and hardly a title."""
_UTTERED = frozenset([":", "said", "says", "saying", "shouted", "chanted", "chanting", "chant"])
_SMALL = PREPOSITIONS | CLAUSE_STARTS | {"a", "an", "the", "and", "or", "but", "nor"}
_WORKS = word_set(
    "memoir memoirs autobiography biography book novel film movie documentary song album single play musical poem "
    "essay column painting sculpture series show podcast sitcom comedy drama opera ballet exhibition thriller hit"
)


def is_uttered(quoted: Quoted) -> bool:
    return not (_title_of_a_work(quoted) or _scare(quoted))


def _scare(quoted: Quoted) -> bool:
    """A so-called "dividend": a word or three that nobody is said to have said."""
    if quoted.alone or (quoted.voice and quoted.voice.names):
        return False
    return quoted.line.words[quoted.token] == SCRAP


def _title_of_a_work(quoted: Quoted) -> bool:
    """ "A Field Guide to Piers": nobody said it."""
    line = quoted.line
    run = line.runs[quoted.run]
    voice = quoted.voice
    text = line.text[run.start : run.end]
    work = quoted.token - 1 - (quoted.token > quoted.begin + 1 and line.words[quoted.token - 1] == ",")
    spoken = voice is not None and voice.rule in _SPOKEN
    if work >= quoted.begin and line.low[work] in _WORKS and _capitals(text):
        return not spoken or work == quoted.token - 1 or " " in text
    if spoken or (quoted.alone and voice is not None and voice.rule == "same paragraph" and text[-1] in ".!?"):
        return False
    if len(text) > 120 or text.isupper():
        return False
    parts = [part.lstrip("‘'“(") for part in text.split()]
    if parts and parts[0].lower().replace("'", "’") in _TALK:
        return False
    long = [part for part in parts if len(part.rstrip(".,:;!?’'”)")) > 4 and part[0].isalpha()]
    if len(parts) > 1 and all(part[:1].isupper() for part in parts):
        return not (quoted.token > quoted.begin and line.low[quoted.token - 1] in _UTTERED)
    if len(parts) < 2 or not parts[0][:1].isupper() or not all(part[0].isupper() for part in long):
        return False
    if (voice is None or not voice.names) and _capitals(text) and sum(part[:1].isupper() for part in parts) > 2:
        return True  # “The Hour of the Fish”
    capitals = sum(part[:1].isupper() or part[:1].isdigit() for part in parts)
    if capitals * 5 < len(parts) * 3 or len(long) < 1:
        return False
    before = line.low[quoted.token - 1] if quoted.token > quoted.begin else ""
    if before in _UTTERED:
        return False
    return before in _NAMING or capitals == len(parts) or capitals * 10 >= len(parts) * 6


def _capitals(text: str) -> bool:
    """Is every word of it but "of", "the" and the like written with a capital, as in “Wet Feet”?"""
    parts = [part.lstrip("‘'“(") for part in text.split()]
    return text[:1].isupper() and all(not part[:1].islower() or part in _SMALL for part in parts)
