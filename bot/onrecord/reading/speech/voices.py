"""Quoted runs and reports, and the voices that the words around them name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.reading.lexicon import word_set
from onrecord.reading.line import SCRAP, Line
from onrecord.reading.noun_phrases import Phrase

DASHES = frozenset(["—", "–", "―", "-", "--", "---"])
STOPS = frozenset([".", "!", "?", ";", ":"])
UTTERANCES = word_set(
    "response answer reply statement post tweet message words remarks remark argument claim speech comment "
    "comments advice "
    "warning line verdict conclusion view question plea pitch promise pledge point explanation reaction take "
    "email note "
    "slogan mantra motto boast joke refrain assessment description complaint"
)
"""What somebody may own that is words: "Ann Lee's answer"."""

HEARD = "he heard her say"
"""The rule by which words are of whoever somebody else heard say them."""

PAPERS = frozenset(["letter", "statement", "tweet", "post", "email", "memo", "message", "reply", "answer", "note"])
"""What somebody writes, that speaks with their words."""


@dataclass(slots=True)
class Voice:
    """Who is named as speaking, where, and by which rule."""

    line: Line
    phrase: Phrase | None
    cue: str | None
    rule: str
    at: int = 0
    """Token of the cue, or of the quote when there is none."""
    label: str | None = None
    """The name before the colon, where a quoted run is a piece of transcript: "LEE: Well, …"."""
    instead: Voice | None = None
    """Who was speaking in the paragraph above, where that left its quotation open: "he" can be nobody else."""

    @property
    def mention(self) -> str | None:
        return self.label or (self.line.slice(*self.phrase) if self.phrase else None)

    @property
    def names(self) -> bool:
        return self.phrase is not None or self.label is not None


class Reported(NamedTuple):
    """What somebody said, without quotation marks."""

    voice: Voice
    start: int
    end: int
    """Characters of the passage."""
    kind: Literal["indirect", "direct"] = "indirect"
    below: Line | None = None
    """The passage of the words, where it is not the one that names the speaker."""

    @property
    def line(self) -> Line:
        return self.below or self.voice.line


def report(voice: Voice, start: int, stop: int) -> Reported | None:
    """The words from a token to before another, less the marks at their end; none where hardly any are left."""
    line = voice.line
    while stop > start and not line.words[stop - 1][0].isalnum() and line.words[stop - 1] not in ("’", "”", "%", SCRAP):
        stop -= 1
    return Reported(voice, line.starts[start], line.ends[stop - 1]) if stop - start >= _FEWEST else None


_FEWEST = 3


@dataclass(slots=True)
class Quoted:
    """One quoted run in its sentence."""

    line: Line
    run: int
    token: int
    begin: int
    end: int
    voice: Voice | None = None
    alone: bool = False
    """Nothing but quoted runs in its sentence."""
    skip: int = 0
    """Characters of the run before its words begin: a transcript's label."""


def opens_sentence(quoted: Quoted) -> bool:
    return not any(word[0].isalnum() for word in quoted.line.words[quoted.begin : quoted.token])
