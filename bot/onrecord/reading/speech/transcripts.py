"""Somebody's very words without quotation marks: transcripts, interviews, and paragraphs that "reads:" introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from onrecord.reading.line import Line
from onrecord.reading.noun_phrases import Phrase
from onrecord.reading.people.cast import Cast
from onrecord.reading.speech.context import reported
from onrecord.reading.speech.voices import Reported, Voice

_LABEL = re.compile(r"([A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]+){0,3}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}|[QA]):\s+(?=\S)")
_FEWEST_TURNS = 2
_INTRODUCING = frozenset(["reads", "read", "wrote", "writes", "said", "says", "statement", "letter", "message", "post"])


def unmarked(
    lines: list[Line], cast: Cast, interviewee: str | None = None, answers: Collection[int] = ()
) -> list[Reported]:
    """Turns of a transcript, by capital labels of at least two paragraphs or by names the story knows; block quotes.

    What "A:" or one of the `answers` says is the interviewee's.
    """
    labels = [_label(line) for line in lines]
    names = Counter(match.group(1) for match in labels if match)
    shouted = sum(n for name, n in names.items() if name.isupper())
    people = {name for name in names if not name.isupper() and _is_somebody(name, cast)}
    turns = sum(names[name] for name in people)
    found: list[Reported] = []
    for i, (line, match) in enumerate(zip(lines, labels, strict=True)):
        end = len(line.text.rstrip())
        if line.n in answers:
            voice = Voice(line, None, None, "interview", 0, interviewee)
            found.append(Reported(voice, len(line.text) - len(line.text.lstrip()), end, "direct"))
        elif match and match.end() < end:
            name = match.group(1)
            if (shouted if name.isupper() else turns if name in people else 0) >= _FEWEST_TURNS:
                asked = name in ("Q", "A")
                rule = "question and answer" if asked else "transcript"
                voice = Voice(line, None, None, rule, 0, name if not asked else interviewee if name == "A" else None)
                found.append(Reported(voice, match.end(), end, "direct"))
        elif not line.runs and line.text.strip() and not match:
            below = _posted(line, lines[i + 1]) if i + 1 < len(lines) else None
            if below:
                found.append(Reported(below, len(line.text) - len(line.text.lstrip()), end, "direct", line))
                continue
            above = _introduced(lines[i - 1]) if i else None
            if above and above.line.n == line.n - 1:
                found.append(Reported(above, len(line.text) - len(line.text.lstrip()), end, "direct", line))
    return found


def _label(line: Line) -> re.Match[str] | None:
    """The label of a turn, whose words may quote somebody; not a label with nothing but a quotation behind it."""
    match = _LABEL.match(line.text)
    return match if match and not (line.runs and line.runs[0].outer_start <= match.end()) else None


def _posted(line: Line, below: Line) -> Voice | None:
    """Who posted a paragraph: "— Ann Lee (@lee) May 3, 2024" below it, as a page shows what it embeds."""
    signed = _POSTED.match(below.text) if "@" in below.text else None
    if signed is None or below.n != line.n + 1 or below.runs or _POSTED.match(line.text):
        return None
    end = next((i for i, start in enumerate(below.starts) if start >= signed.end(1)), len(below.words))
    return Voice(below, Phrase(1, end), None, "signature", 0) if end > 1 else None


_POSTED = re.compile(r"[—–―-]{1,2}\s?([A-Z][^(@]{1,60}?)\s?\(@\w{1,30}\)")


def _is_somebody(name: str, cast: Cast) -> bool:
    figure = cast.called(name)
    return figure is not None and figure.person and (figure.known or figure.count > 1)


def _introduced(above: Line) -> Voice | None:
    """ "Her statement reads:" announces the paragraph below it."""
    if above.runs or len(above.words) < 3 or above.words[-1] != ":" or above.low[-2] not in _INTRODUCING:
        return None
    begin, end = above.sentences[-1]
    voice = reported(above, begin, end)
    return Voice(above, voice.phrase, voice.cue, "block quote", voice.at) if voice and voice.phrase else None
