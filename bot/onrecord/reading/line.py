"""A passage as words: what tokenising makes, and every rule reads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.reading.quotation_marks import Run

QUOTE = "\x00q"
"""Stands for a whole quoted run."""
SCRAP = "\x00s"
"""Stands for a quoted run of a word or three inside a clause: a "lone wolf", not an utterance."""


@dataclass(slots=True)
class Line:
    """One passage, tokenised. `words[i]` is `text[starts[i]:ends[i]]`, save for a quoted run, which is `QUOTE`."""

    n: int
    text: str
    runs: list[Run]
    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, int]
    """Token index → run index."""
    sentences: list[tuple[int, int]]
    """Token ranges."""
    cues: list[int]
    """The tokens that may report, such as "said" or "according", in order: seldom more than a few."""

    def begin(self, token: int) -> int:
        """Where the sentence of a token begins."""
        at = bisect_right(self.sentences, (token, len(self.words))) - 1
        return self.sentences[at][0] if at >= 0 else 0

    def end(self, token: int) -> int:
        """Where the sentence of a token ends."""
        at = bisect_right(self.sentences, (token, len(self.words))) - 1
        return self.sentences[at][1] if at >= 0 else len(self.words)

    def cues_between(self, start: int, end: int) -> list[int]:
        """The cues in a range of tokens."""
        cues = self.cues
        return cues[bisect_left(cues, start) : bisect_left(cues, end)] if cues else cues

    def slice(self, start: int, end: int) -> str:
        """The text of a range of tokens."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""


def last_mark(line: Line, token: int) -> str:
    """The last character inside a quoted run, closing brackets and marks aside."""
    run = line.runs[line.quotes[token]]
    at = run.end - 1
    while at > run.start and line.text[at] in "’'”\"‘)] ":
        at -= 1
    return line.text[at]
