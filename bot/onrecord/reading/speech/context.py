"""Who speaks where the sentence itself does not say: from the sentences around it and the paragraphs before."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.reading.lexicon import (
    ABOUT,
    CLAUSE_STARTS,
    DAYS,
    MONTHS,
    PERSONAL,
    PREPOSITIONS,
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
from onrecord.reading.speech.voices import Quoted, Voice, opens_sentence
from onrecord.reading.subjects import left_of, right_of
from onrecord.reading.verbs import finite, passive

_AHEAD = 3
"""Sentences. How far on in its paragraph a quote may find its attribution."""
_BELOW = 3
"""Paragraphs. How far below its own a voice may be looked for."""
_SPOKEN = frozenset(["said she", "she said", "transcript", "signature", "said she, at the end", "she said, at the end"])
_NAMING = frozenset(["titled", "entitled", "called", "headlined", "named", "dubbed", "subtitled"])


_TALK = frozenset(["that’s", "it’s", "i’m", "we’re", "you’re", "he’s", "she’s", "they’re", "there’s", "don’t", "let’s"])
"""What is said opens like this, and hardly a title."""
_UTTERED = frozenset([":", "said", "says", "saying", "shouted", "chanted", "chanting", "chant"])


def _scare(quoted: Quoted) -> bool:
    """A so-called "dividend": a word or three that nobody is said to have said."""
    if quoted.alone or (quoted.voice and quoted.voice.names):
        return False
    return quoted.line.words[quoted.token] == SCRAP


def title_of_a_work(quoted: Quoted) -> bool:
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


_SMALL = PREPOSITIONS | CLAUSE_STARTS | {"a", "an", "the", "and", "or", "but", "nor"}


_WORKS = word_set(
    "memoir memoirs autobiography biography book novel film movie documentary song album single play musical poem "
    "essay column painting sculpture series show podcast sitcom comedy drama opera ballet exhibition thriller hit"
)


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
    everything: list[Quoted] = []
    last: Voice | None = None
    last_line = -9
    open_before: Quoted | None = None
    dangling: list[Quoted] = []
    for place, line in enumerate(lines):
        if line.n in opens:
            last = open_before = None
        if not line.sentences:
            continue
        if not line.runs:
            # Nobody reads further back than the paragraph above for who is speaking.
            if place + 1 < len(lines) and any(below.runs for below in lines[place + 1 : place + 1 + _BELOW]):
                voices = (reported(line, begin, end) for begin, end in reversed(line.sentences))
                above = next((voice for voice in voices if voice and voice.names), None)
                if above:
                    last, last_line = above, line.n
            open_before = None
            continue
        row: list[tuple[list[Quoted], Voice | None]] = []
        for begin, end in line.sentences:
            quoted = attribute_sentence(line, begin, end)
            said = any(not (title_of_a_work(item) or _scare(item)) for item in quoted)
            row.append((quoted, None if said else reported(line, begin, end)))
        namers = [_namer(quoted) for quoted, _ in row]
        signed = _signed_below(line, lines[place + 1], cast) if place + 1 < len(lines) else None
        if signed and signed.line.words[0] not in _DASHES and _goes_on(last, line.n - last_line, open_before):
            signed = None
        if signed is None and interviewee and line.n - 1 in asked:
            signed = Voice(line, None, None, "interview", 0, interviewee)
        earlier: Voice | None = None
        for i, (group, voice) in enumerate(row):
            for quoted in group:
                if quoted.voice and open_before and _runs_on(quoted, open_before):
                    quoted.voice.instead = open_before.voice
                if quoted.voice is None:
                    quoted.voice = (
                        (signed if quoted.alone else None)
                        or (_borrowed(earlier, "same paragraph") if earlier else None)
                        or _ahead(row, namers, i)
                        or _from_above(quoted, last, line.n - last_line, open_before)
                    )
                if title_of_a_work(quoted) or _scare(quoted):
                    continue
                everything.append(quoted)
                if dangling and quoted.run == 0 and line.n == dangling[-1].line.n + 1 and quoted.voice:
                    for waiting in dangling:
                        waiting.voice = _borrowed(quoted.voice, "quote runs on")
                dangling = []
                if quoted.voice and quoted.voice.names:
                    earlier = quoted.voice
            if voice and voice.names and (earlier is None or voice.rule != "subject" or _somebody(voice)):
                earlier = voice
        if earlier:
            last, last_line = (None if _asks(everything, line) else earlier), line.n
        final = everything[-1] if everything and everything[-1].line is line and line.runs[-1].open else None
        open_before = final
        if final and (final.voice is None or final.voice.rule.startswith("paragraph before")):
            dangling.append(final)
    return everything


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


_ASKS = frozenset(["ask", "demand", "inquire"])


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


_LONGEST_SIGNATURE = 12
"""Tokens. A name and what its bearer is."""
_BETWEEN = frozenset(["of", "for", "the", "and"])


def _dated(line: Line, i: int) -> bool:
    return line.low[i] in MONTHS or line.low[i] in DAYS or line.words[i][0] == "@"


_DASHES = frozenset(["—", "–", "―", "-", "--", "~"])


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


_VERDICTS = word_set(
    "accuse applaud attack blame blast condemn criticize criticise decry defend denounce deride dismiss mock praise "
    "rebuke reject ridicule slam thank welcome laud recommend lament mourn hail"
)
_JUDGING = frozenset(form for form, base in ABOUT.items() if base in _VERDICTS)


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
