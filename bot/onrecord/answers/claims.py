"""What a quotation claims as it is pasted from elsewhere: whose words, and which.

What stands inside quotation marks is claimed; what stands around them says who said it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from onrecord.answers.words import without_mentions
from onrecord.reading import read
from onrecord.reading.lexicon import DETERMINERS, HE, PERSONAL, SHE, THEY
from onrecord.reading.names import name_key
from onrecord.reading.quotation_marks import Run, quoted_runs
from onrecord.stories import Passage, Story
from onrecord.text import words

_BEFORE = " \t\n,:>"
"""What is left before a claim of whom a message calls; and Discord sets ">" before a quoted line."""
_NAME = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4}"
_SIGNATURE = re.compile(rf"\s*[—–―~-]\s*(?P<name>{_NAME})[\s.]*$")
_LABEL = re.compile(rf"(?P<name>{_NAME}): ")
_TOLD = re.compile(
    rf"(?:[Dd]id )?(?P<name>{_NAME}) (?:said|says|say|told \w+|claimed|wrote|tweeted|warned|argued|insisted)"
    r"(?:[:,]| that)? "
)
"""Before words without marks: whose they are, as far as that is a name."""
_ASKED = re.compile(r"(?:did|has|have|had|would|will)\b", re.IGNORECASE)
_AROUND = " \t,.;:()[]—–―~-?!…"
_MARK = re.compile('["“”„‟«»]')
_ENDS = frozenset(" ,.;:!?…)—–-")
_OPENING = {"”": "“", "»": "«", "“": "„", "‟": "„"}
_SINGLE = frozenset("'‘’")
_LONGEST_NAME = 5
_TAIL = 100
"""Characters at the end in which a signature is looked for."""
_FEW = 3
_NOBODY = PERSONAL | HE | SHE | THEY
_COMMON = DETERMINERS | {"the", "a", "an"}


class Claim(NamedTuple):
    text: str
    """The words that are claimed; an ellipsis parts what quotation marks part."""
    whole: str
    """With what stands around them, which may be part of the words after all."""
    around: str = ""
    """What stands outside quotation marks."""
    speaker: str | None = None
    """Who is named beside the words, as far as that can be told."""
    is_named: bool = False
    """Is that a name, whether the coverage knows it or not, rather than "the judge" or what may be no name?"""
    is_marked: bool = False
    """Quotation marks tell the words from the rest."""
    is_first: bool = False
    """Somebody else's words follow."""

    @property
    def as_typed(self) -> Claim:
        return Claim(self.whole, self.whole)


def claim_in(typed: str) -> Claim:
    text = _opened(without_mentions(typed.lstrip(_BEFORE)).lstrip(_BEFORE))
    runs = [run for run in quoted_runs(text) if words(text[run.start : run.end])] or _single(text)
    if not runs or (len(runs) == 1 and runs[0].open and (_signature(text) or not runs[0].outer_start)):
        return _unmarked(text, runs)
    around = _around(text, runs)
    if not around:
        return Claim(_claimed(text, runs), text, is_marked=True)
    claimed = _claimed(text, runs)
    if len(words(claimed)) < _FEW and (text[0] == text[-1] or (runs[0].outer_start and not around[0].endswith(":"))):
        return _unmarked(text, ())  # a word or two in marks of their own, in the middle of what is claimed
    spoken = _spoken(text)
    speaker = spoken[0].name if spoken else _lone_name(around) or ""
    is_named = bool(speaker and words(speaker)[0] not in _COMMON) and (
        speaker[0].isupper() if spoken else all(word[0].isupper() for word in speaker.split()) and " " in speaker
    )
    other = next((one for one in spoken[1:] if name_key(one.name) != name_key(spoken[0].name)), None)
    if other:
        runs = [run for run in runs if run.start < other.start]
    about = " ".join(around)
    return Claim(
        _claimed(text, runs), text, about, speaker or None, is_named, is_marked=True, is_first=other is not None
    )


def _claimed(text: str, runs: Sequence[Run]) -> str:
    return " … ".join(text[run.start : run.end] for run in runs)


def _around(text: str, runs: Sequence[Run]) -> list[str]:
    ends = [0, *(run.outer_end for run in runs)]
    starts = [*(run.outer_start for run in runs), len(text)]
    between = (text[end:start].strip() for end, start in zip(ends, starts, strict=True))
    return [part for part in between if words(part)]


def _opened(text: str) -> str:
    """With the opening mark that was not copied: Owls explain nothing,” she said."""
    mark = _MARK.search(text)
    if mark is None:
        # Nor was the closing one.
        marked = f"“{text}"
        return marked if any(not run.open for run in quoted_runs(marked)) else text
    at = mark.start()
    before, after = text[at - 1 : at], text[mark.end() : mark.end() + 1]
    closes = before and not before.isspace() and not before.isdigit() and before not in "([—–" and after in {"", *_ENDS}
    return _OPENING.get(mark[0], mark[0]) + text if closes else text


def _single(text: str) -> list[Run]:
    """A quotation in single marks that begins what was typed: 'owls explain nothing' - Banks."""
    if text[:1] not in _SINGLE or not text:
        return []
    ends = [
        n
        for n, char in enumerate(text)
        if n > 1 and char in _SINGLE and not text[n - 1].isspace() and not text[n + 1 : n + 2].isalnum()
    ]
    return [Run(1, ends[-1], 0, ends[-1] + 1, False)] if ends else []


def _signature(text: str) -> re.Match[str] | None:
    return _SIGNATURE.search(text, max(0, len(text) - _TAIL))


def _unmarked(text: str, runs: Sequence[Run]) -> Claim:
    """Owls explain nothing - Aurelie Banks; Aurelie Banks: owls explain nothing."""
    text = text[runs[0].start :] if runs else text
    if signed := _signature(text):
        if signed["name"][0].isupper():
            return Claim(text[: signed.start()].rstrip(), text, speaker=signed["name"])
    elif told := _TOLD.match(text):
        return Claim(text[told.end() :], text, text[: told.end()], told["name"])
    elif (label := _LABEL.match(text)) and label["name"][0].isupper():
        return Claim(text[label.end() :], text, speaker=label["name"])
    return Claim(text, text)


class _Spoken(NamedTuple):
    name: str
    start: int


def _spoken(text: str) -> list[_Spoken]:
    """Who speaks as the text itself tells it, and where in it; of a question, who is said to have spoken."""
    if asked := _ASKED.match(text):
        text = " " * asked.end() + text[asked.end() :]  # so that the rest keeps its places
    story = Story(document="", id="", title="", passages=(Passage(n=0, text=text),))
    return [
        _Spoken(mention, quote.spans[0].start)
        for quote in read(story).quotes
        if quote.kind != "indirect"
        and (mention := quote.speaker or quote.speaker_mention)
        and not _NOBODY.issuperset(words(mention))
    ]


def _lone_name(around: Sequence[str]) -> str | None:
    """ "…" (Ada Lund); Ada Lund: "…" """
    for part in (around[-1], around[0]):
        name = part.strip(_AROUND)
        if len(words(name)) <= _LONGEST_NAME and re.fullmatch(_NAME, name):
            return name
    for part in around:
        for capital, group in groupby(part.split(), key=lambda word: word[0].isupper()):
            name = " ".join(found).strip(_AROUND) if capital and 1 < len(found := list(group)) <= _LONGEST_NAME else ""
            if words(name):
                return name
    return None
