"""Reported speech without quotation marks: "Ann Lee said the bridge would open".

Humans disagree on where such a clause ends, so only plain cases are taken, and what hangs on behind is cut off.
"""

from __future__ import annotations

from onrecord.reading.lexicon import ABOUT, CONVINCED, SPEECH
from onrecord.reading.line import QUOTE, Line
from onrecord.reading.speech.attitudes import ASKING, TO_DO
from onrecord.reading.speech.reported_ahead import cue_ahead
from onrecord.reading.speech.reported_behind import according, as_noted, before_more, cue_behind, cue_inside
from onrecord.reading.speech.reported_words import FINDS, TAKING_WORDS
from onrecord.reading.speech.voices import Reported

_TAKING = TAKING_WORDS | ASKING
_CUES = frozenset(
    [*(form for form, base in (ABOUT | SPEECH).items() if base in _TAKING), *FINDS, *TO_DO, *CONVINCED, "according"]
)
"""A sentence without any of these reports nothing."""


def reported_speech(line: Line) -> list[Reported]:
    found: list[Reported] = []
    for begin, end in line.sentences:
        cues = [i for i in line.cues_between(begin, end) if line.low[i] in _CUES]
        if not cues:
            continue
        whole = before_more(line, begin, end, cues) if QUOTE in line.words[begin:end] else (
            cue_behind(line, begin, end, cues)
            or cue_inside(line, begin, end, cues)
            or according(line, begin, end)
            or as_noted(line, begin, end, cues)
        )  # fmt: skip
        found.extend([whole] if whole else cue_ahead(line, begin, end, cues))
    return found
