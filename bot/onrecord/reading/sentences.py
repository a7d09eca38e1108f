"""Where the sentences of a passage end: behind which mark, abbreviation or quotation."""

from __future__ import annotations

import re

from onrecord.reading.lexicon import PREPOSITIONS, SPEECH, is_adverb, word_set
from onrecord.reading.line import QUOTE, Line, last_mark

_SENTENCE_OPENERS = word_set(
    "The He She It They We I But And In On At If As For This That These Those There His Her Their A An When While "
    "After Before Since Yet So Now Then Meanwhile However Still Asked Both Some Many Most One Two Another Nor Or What "
    "Who Why How Although Though Because Despite During According Earlier Later Last Next Even Just Once Not No Yes "
    "You My Our Its"
)
_CLOSED = frozenset(
    ["Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "a.m.", "p.m."]
)
_TO_SOMEBODY = frozenset(["tell", "remind", "warn", "assure"])
_HEARERS = frozenset(["reporters", "the", "me", "us", "him", "her", "them", "when", "after", "as", "before"])
_STOPS = frozenset([".", "!", "?"])
_ENDINGS = _STOPS | _CLOSED | {QUOTE}
"""Behind which a sentence may end."""
_LONGEST = 300
"""Words. Whatever runs on longer is cut, so that no rule looks far for its subject."""
_ZONES = frozenset(
    "ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST AKDT HST UTC GMT BST CET CEST IST JST AEST".split()
)
_CLOCK = re.compile(r"[012]?\d[.:][0-5]\d(?:am|pm)?\Z", re.IGNORECASE)


def sentences(line: Line) -> list[tuple[int, int]]:
    """Token ranges, in order."""
    words = line.words
    count = len(words)
    found: list[tuple[int, int]] = []
    begin = _dateline(line)
    # The last word ends whatever is open; it stands here to cut a long rest.
    for i in [*[i for i, word in enumerate(words) if word in _ENDINGS], count - 1]:
        while begin + _LONGEST <= min(i, count - 2):
            found.append((begin, begin + _LONGEST + 1))
            begin += _LONGEST + 1
        if i < begin or i == count - 1:
            continue
        word, following = words[i], words[i + 1]
        if word in _STOPS:
            if following in _STOPS or following in "’'”)],;:":
                continue
            # "6:40 p.m. EST" goes on.
            ends = not (following[0].islower() or (words[i - 1] == "m" and following in _ZONES))
        elif word == QUOTE:
            ends = _quote_ends(line, i, begin)
        else:
            ends = following in _SENTENCE_OPENERS or following == QUOTE
        if ends:
            found.append((begin, i + 1))
            begin = i + 1
    if begin < count:
        found.append((begin, count))
    return found


def _dateline(line: Line) -> int:
    """Where the text begins after "PORT ELLERY, May 3 (AP) —", or after the time of day: "10.05 The mayor has …"."""
    words = line.words
    if len(words) > 3 and words[0][0].isdigit() and _CLOCK.match(words[0]):
        at = 1 + (line.low[1] in ("am", "pm", "a.m.", "p.m."))
        at += words[at] in (":", "—", "–", "-", "|")
        return at if words[at][0].isupper() or words[at][0] == "@" or words[at] == QUOTE else 0
    if not words or not words[0].isupper() or len(words[0]) < 3:
        return 0
    for i in range(1, min(len(words), 10)):
        if words[i] in ("—", "–", "--", "-", "―"):
            return i + 1
        if not (words[i][0].isupper() or words[i][0].isdigit() or words[i] in ",."):
            return 0
    return 0


def _quote_ends(line: Line, i: int, begin: int) -> bool:
    """Does the sentence end with the quoted run at token `i`?"""
    following = line.words[i + 1]
    mark = last_mark(line, i)
    if mark not in ".!?…" and not (mark in "—–-" and following == QUOTE):
        return False
    if following == QUOTE:
        return True
    if following in ",;:—–--―)" or following[0].islower():
        return False
    if any(line.words[j][0].isalnum() for j in range(begin, i)):
        return True
    if mark == ".":
        run = line.runs[line.quotes[i]]
        if run.open:
            return True
        # A full stop inside the marks, and yet the attribution follows: “No.” Smith said.
        return not _attribution_follows(line, i + 1, 5)
    return not _attribution_follows(line, i + 1, 12)


def _attribution_follows(line: Line, start: int, reach: int) -> bool:
    """Do a subject and a verb of saying, and little else, come next?"""
    low = line.low
    words = line.words
    if low[start] == "according":
        return True
    for i in range(start, min(start + reach, len(words))):
        if words[i] in _STOPS or words[i] == QUOTE or words[i] in ":;":
            return False
        base = SPEECH.get(low[i])
        if base and words[i][0].islower() and i > start:
            # "He said he would …" reports on; "he said." or "he told reporters." closes the quotation
            rest = low[i + 1] if i + 1 < len(words) else "."
            if base in _TO_SOMEBODY or (reach > 5 and rest not in ("that", ":", "he", "she", "they", QUOTE)):
                return True
            if rest in ".,;—–--" or rest in PREPOSITIONS or is_adverb(rest) or rest in _HEARERS:
                return True
    return False
