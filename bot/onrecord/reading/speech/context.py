"""Who speaks where the sentence itself does not say: from the sentences around it and the paragraphs before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.reading.lexicon import (
    ABOUT,
    DAYS,
    MONTHS,
    PERSONAL,
    ROLE_NOUNS,
    SPEECH,
    TITLES,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, SCRAP, Line, last_mark
from onrecord.reading.noun_phrases import Phrase, opening
from onrecord.reading.people.cast import Cast
from onrecord.reading.speech.attribution import attribute_sentence
from onrecord.reading.speech.uttered import is_uttered
from onrecord.reading.speech.voices import Quoted, Voice, opens_sentence
from onrecord.reading.subjects import left_of, right_of
from onrecord.reading.verbs import finite, passive

_AHEAD = 3
"""Sentences. How far on in its paragraph a quote may find its attribution."""
_BELOW = 3
"""Paragraphs. How far below its own a voice may be looked for."""
_ASKS = frozenset(["ask", "demand", "inquire"])
_LONGEST_SIGNATURE = 12
"""Tokens. A name and what its bearer is."""
_BETWEEN = frozenset(["of", "for", "the", "and"])
_DASHES = frozenset(["—", "–", "―", "-", "--", "~"])
_VERDICTS = word_set(
    "accuse applaud attack blame blast condemn criticize criticise decry defend denounce deride dismiss mock praise "
    "rebuke reject ridicule slam thank welcome laud recommend lament mourn hail"
)
_JUDGING = frozenset(form for form, base in ABOUT.items() if base in _VERDICTS)


def attribute_story(
    lines: list[Line],
    cast: Cast,
    asked: Collection[int] = (),
    interviewee: str | None = None,
    opens: Collection[int] = (),
) -> list[Quoted]:
    """Every quoted run of a story with its voice; what its sentence leaves open, the context may give.

    What answers the passages `asked` is the interviewee's; with a passage that `opens` a section others may speak.
    """
    story = _Story(cast, asked, interviewee)
    for place, line in enumerate(lines):
        if line.n in opens:
            story.forget()
        if line.runs and line.sentences:
            story.read(line, lines[place + 1] if place + 1 < len(lines) else None)
        elif line.sentences:
            story.pass_over(line, lines[place + 1 : place + 1 + _BELOW])
    return story.found


class _Story:
    """What was quoted so far, and who may go on speaking."""

    def __init__(self, cast: Cast, asked: Collection[int], interviewee: str | None) -> None:
        self.found: list[Quoted] = []
        self._cast = cast
        self._asked = asked
        self._interviewee = interviewee
        self._last: Voice | None = None
        """Who spoke, or whom it was about, in the last passage that tells."""
        self._last_line = -9
        self._open: Quoted | None = None
        """The run that the passage before left open."""
        self._dangling: list[Quoted] = []
        """Open runs of the passages before whose speaker the next one may name."""

    def forget(self) -> None:
        self._last = self._open = None

    def pass_over(self, line: Line, below: Sequence[Line]) -> None:
        """A passage that quotes nothing: nobody reads further back than the one above for who is speaking."""
        if any(other.runs for other in below):
            voices = (reported(line, begin, end) for begin, end in reversed(line.sentences))
            if above := next((voice for voice in voices if voice and voice.names), None):
                self._last, self._last_line = above, line.n
        self._open = None

    def read(self, line: Line, below: Line | None) -> None:
        row: list[tuple[list[Quoted], Voice | None]] = []
        for begin, end in line.sentences:
            group = attribute_sentence(line, begin, end)
            row.append((group, None if any(map(is_uttered, group)) else reported(line, begin, end)))
        namers = [_namer(group) for group, _ in row]
        signed = self._signed(line, below)
        gap = line.n - self._last_line
        earlier: Voice | None = None
        for i, (group, voice) in enumerate(row):
            for quoted in group:
                if quoted.voice and self._open and _runs_on(quoted, self._open):
                    quoted.voice.instead = self._open.voice
                if quoted.voice is None:
                    quoted.voice = (
                        (signed if quoted.alone else None)
                        or (_borrowed(earlier, "same paragraph") if earlier else None)
                        or _ahead(row, namers, i)
                        or _from_above(quoted, self._last, gap, self._open)
                    )
                if is_uttered(quoted):
                    self._add(quoted)
                    earlier = quoted.voice if quoted.voice and quoted.voice.names else earlier
            if voice and voice.names and (earlier is None or voice.rule != "subject" or _somebody(voice)):
                earlier = voice
        if earlier:
            self._last, self._last_line = (None if _asks(self.found, line) else earlier), line.n
        final = self.found[-1] if self.found and self.found[-1].line is line and line.runs[-1].open else None
        self._open = final
        if final and (final.voice is None or final.voice.rule.startswith("paragraph before")):
            self._dangling.append(final)

    def _signed(self, line: Line, below: Line | None) -> Voice | None:
        """Who stands below a passage as its speaker, or answers what the one above it asks."""
        signed = _signed_below(line, below, self._cast) if below else None
        if (
            signed
            and signed.line.words[0] not in _DASHES
            and _goes_on(self._last, line.n - self._last_line, self._open)
        ):
            signed = None
        if signed is None and self._interviewee and line.n - 1 in self._asked:
            return Voice(line, None, None, "interview", 0, self._interviewee)
        return signed

    def _add(self, quoted: Quoted) -> None:
        self.found.append(quoted)
        waiting = self._dangling
        if waiting and quoted.run == 0 and quoted.line.n == waiting[-1].line.n + 1 and quoted.voice:
            for other in waiting:
                other.voice = _borrowed(quoted.voice, "quote runs on")
        self._dangling = []


def _asks(everything: list[Quoted], line: Line) -> bool:
    """Does a paragraph end in what somebody asks? What answers it below is not theirs."""
    final = everything[-1] if everything and everything[-1].line is line else None
    if final is None or final.run != len(line.runs) - 1 or last_mark(line, final.token) != "?":
        return False
    voice = final.voice
    if voice is None or voice.phrase is None or voice.line is not line:
        return False
    asked = voice.cue is not None and SPEECH.get(voice.cue.lower()) in _ASKS
    return asked or line.low[voice.phrase.start] == "i"


def _somebody(voice: Voice) -> bool:
    """Does the phrase name a person rather than "the children of the town"?"""
    phrase, line = voice.phrase, voice.line
    return phrase is not None and (line.words[phrase.end - 1][0].isupper() or line.low[phrase.start] in PERSONAL)


def _signed_below(line: Line, following: Line, cast: Cast) -> Voice | None:
    """A quotation alone, and below it "- Ann Lee, after the debate", or nothing but a name that the story knows."""
    words = following.words
    if following.runs or not 1 <= len(words) <= 25 or line.words[0] not in (QUOTE, SCRAP):
        return None
    if words[0] not in _DASHES:
        quoted = len(line.runs) == 1 and not any(word[0].isalnum() for word in line.words)
        return _name_alone(following, cast) if quoted else None
    end = 1
    while end < len(words) and words[end][0].isupper() and not _dated(following, end):
        end += 1
    if not 1 <= end - 1 <= 6 or (end < len(words) and words[end] not in ",.(" and not _dated(following, end)):
        return None
    return Voice(following, Phrase(1, end), None, "signature", 0)


def _goes_on(last: Voice | None, gap: int, open_before: Quoted | None) -> bool:
    """Is the speaker of the paragraph above still speaking? Then a lone name below is a byline or a caption."""
    return bool(open_before and open_before.voice) or (
        last is not None and gap <= 1 and last.rule not in ("subject", "colon above")
    )


def _name_alone(line: Line, cast: Cast) -> Voice | None:
    """ "Ann Lee" or "Ann Lee, Tidal Institute" as a whole paragraph, and she is named elsewhere too."""
    seen = cast.sightings.get(line.n, [])
    figure = cast.at.get((line.n, seen[0].start)) if seen else None
    if figure is None or not figure.person or figure.count < 2 or len(line.words) > _LONGEST_SIGNATURE:
        return None
    end = seen[0].end
    if len(figure.name) < 3 or (end < len(line.words) and line.words[end] not in (",", ".")):
        return None
    if any(is_verbish(word) for word in line.low) or any(
        word not in _BETWEEN and word not in TITLES and word not in ROLE_NOUNS for word in line.low[: seen[0].start]
    ):
        return None
    return Voice(line, Phrase(seen[0].start, end), None, "signature", 0)


def _dated(line: Line, i: int) -> bool:
    return line.low[i] in MONTHS or line.low[i] in DAYS or line.words[i][0] == "@"


def reported(line: Line, begin: int, end: int) -> Voice | None:
    """Who a sentence without quoted runs has speaking, or is about."""
    voice = reporting(line, begin, end)
    if voice:
        return voice
    above = "colon above" if line.words[end - 1] == ":" else "subject"
    phrase = opening(line, begin, end)
    return Voice(line, phrase, None, above, begin) if phrase else None


def reporting(line: Line, begin: int, end: int) -> Voice | None:
    """Who a sentence without quoted runs has speaking."""
    low = line.low
    cues = line.cues_between(begin + 1, end)
    for i in cues:
        if low[i] in SPEECH and finite(line, i):
            phrase = right_of(line, i, end) if i > begin + 1 and line.words[i - 1] == "," else None
            if phrase is None or phrase.end >= end or line.words[phrase.end] != ",":
                phrase = left_of(line, i, begin)
            if phrase:
                return Voice(line, phrase, line.words[i], "reported", i)
    for i in cues:
        if low[i] in _JUDGING and finite(line, i) and not passive(line, i):
            phrase = left_of(line, i, begin)
            if phrase and phrase.start == begin:
                return Voice(line, phrase, line.words[i], "reported", i)
    return None


def _borrowed(voice: Voice, rule: str) -> Voice:
    return Voice(voice.line, voice.phrase, voice.cue, rule, voice.at, voice.label)


def _namer(group: list[Quoted]) -> Voice | None:
    """The plain attribution in a sentence, if it has one."""
    return next((q.voice for q in group if q.voice and q.voice.rule in ("she said", "said she")), None)


def _ahead(row: list[tuple[list[Quoted], Voice | None]], namers: list[Voice | None], i: int) -> Voice | None:
    """ "…!" "…," she said: the sentence after names the speaker of both."""
    for k in range(i + 1, min(len(row), i + 1 + _AHEAD)):
        found = namers[k]
        if found:
            return _borrowed(found, "same paragraph, ahead")
        if not row[k][0]:
            return None
    return None


def _runs_on(quoted: Quoted, open_before: Quoted | None) -> bool:
    """Does a paragraph begin with more of what the one above left open?"""
    return bool(open_before and open_before.voice and quoted.run == 0 and quoted.begin == 0 and opens_sentence(quoted))


def _from_above(quoted: Quoted, last: Voice | None, gap: int, open_before: Quoted | None) -> Voice | None:
    if open_before and open_before.voice and quoted.run == 0:
        return _borrowed(open_before.voice, "quote runs on")
    if last and quoted.alone:
        if last.label and gap <= 2:
            return _borrowed(last, "transcript")
        if gap <= 1:
            above = last.rule if last.rule in ("reported", "colon above", "subject") else "quoted"
            return _borrowed(last, f"paragraph before, {above}")
    return None
