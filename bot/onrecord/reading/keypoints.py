"""The sentences that carry a story, when it does not list its own key points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.reading.lexicon import word_set
from onrecord.reading.line import QUOTE, Line
from onrecord.stories import Passage
from onrecord.text import fold, words

_OWN = frozenset(
    ["in brief", "key points", "key takeaways", "takeaways", "tl;dr", "tldr", "at a glance", "highlights", "summary"]
)
_COMMON = word_set(
    "the a an and or of to in on for with at by from as is are was were be been it its his her their he she they this "
    "that has have had not but will would said says after over about into more than who which what"
)
_COUNT = 3
_TITLE = 2.0
"""Points for a sentence with all telling words of the title."""
_OPENS = 0.8
"""… for one that opens a paragraph."""
_LEAD = 1.0
"""… for the one that opens the story, in other words than the title's as often as not."""
_LATER = 0.08
"""… less for each sentence above it."""
_TURN = 2.0
"""… less in an interview's turns: what is asked and answered is theirs to say, and not the story's."""
_LABEL = 7
"""Words, the colon included."""
_HANGING = word_set(
    "but and so he she they it this that however instead still also then there these those such their his her its"
    " meanwhile moreover besides nevertheless nonetheless yet otherwise plus"
)
"""A sentence that opens with one of these leans on the one before."""


def key_points(title: str, passages: tuple[Passage, ...], lines: list[Line]) -> tuple[str, ...]:
    """At most three; each is a slice of one passage."""
    own = [p.text for p in passages if p.section and p.section.strip(" :").casefold() in _OWN and p.text]
    if own:
        return tuple(own)
    wanted = {w for w in words(title) if w not in _COMMON and len(w) > 2}
    best: list[tuple[float, int, str]] = []
    order = 0
    turns = _turns(lines[:30])
    for line in lines[:30]:
        # Sentences further down have less for their place, and in the end too little even with all of the title.
        if len(best) == _COUNT and _OPENS - _LATER * (order + 1) + _TITLE <= best[-1][0]:
            break
        folded = fold(line.text)
        most = sum([word in folded for word in wanted])
        for begin, end in line.sentences:
            order += 1
            if not 8 <= end - begin <= 60 or line.words[begin] == QUOTE:
                continue
            against = (0.8 if line.low[begin] in _HANGING else 0.0) + (0.4 if QUOTE in line.words[begin:end] else 0.0)
            against += _TURN if line.n in turns else 0.0
            # A dateline stands before the first sentence, and is none of it.
            place = (
                (_OPENS if begin == line.sentences[0][0] else 0.0)
                + (_LEAD if order == 1 else 0.0)
                - _LATER * order
                - against
            )
            # Parting a sentence into words takes long, and few can still be among the best.
            if len(best) == _COUNT and place + _TITLE * most / (len(wanted) or 1) <= best[-1][0]:
                continue
            text = line.slice(begin, end)
            if len(text) > 400 or text[-1] in "?:":
                continue
            held = len(wanted.intersection(words(text))) if most else 0
            best.append((place + _TITLE * held / (len(wanted) or 1), order, text))
            best.sort(key=lambda item: (-item[0], item[1]))
            del best[_COUNT:]
    if not best:
        first = next((p.text for p in passages if p.text), None)
        return (first[:400].rstrip(),) if first else ()
    return tuple(dict.fromkeys(text for _, _, text in sorted(best, key=lambda item: item[1])))


def _turns(lines: Sequence[Line]) -> set[int]:
    """The passages that begin with who speaks, as others do: "Ann Lee: …"."""
    labels = {line.n: label for line in lines if (label := _label(line))}
    often = Counter(labels.values())
    return {n for n, label in labels.items() if often[label] > 1}


def _label(line: Line) -> str:
    opening = line.words[:_LABEL]
    return line.slice(0, opening.index(":")) if ":" in opening and opening[0][0].isupper() else ""
