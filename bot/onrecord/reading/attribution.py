"""Who speaks a quoted run, by the words around it. Each rule is a small function; its name goes onto the quote."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.lexicon import ABOUT, AUX, CLAUSE_STARTS, SPEECH, is_adverb
from onrecord.reading.sentences import QUOTE, Line, last_mark
from onrecord.reading.subjects import Phrase, left_of, opening, right_of

_STOPS = frozenset([".", "!", "?", ";", ":"])
_JOINTS = frozenset([",", "that", ":", "—", "–", "--", "...", "…", "“", "-", "how", "as"])


def _finite(line: Line, i: int) -> bool:
    """Can the form at token `i` be a verb here? A bare form ("promise") needs "they" or "would" before it."""
    low = line.low
    word = low[i]
    if not line.words[i][0].islower():
        return False
    if (SPEECH.get(word) or ABOUT.get(word)) != word or word in _PASTS:
        return True
    if not i:
        return False
    back = i - 1
    while back and is_adverb(low[back]):
        back -= 1
    before = low[back]
    return (
        before in _PLURAL
        or before in AUX
        or (before.endswith("s") and before not in _POSSESSIVE and line.words[back][0].islower())
    )


_PLURAL = frozenset(
    ["i", "we", "you", "they", "who", "to", "democrats", "republicans", "people", "and", "many", "some", "others"]
)
_POSSESSIVE = frozenset(["’s", "'s", "’", "'", "his", "its", "this"])
_PASTS = frozenset(["read", "put", "hit"])


@dataclass(slots=True)
class Voice:
    """Who is named as speaking, where, and by which rule."""

    line: Line
    phrase: Phrase | None
    cue: str | None
    rule: str
    at: int = 0
    """Token of the cue, or of the quote when there is none."""

    @property
    def mention(self) -> str | None:
        return self.line.slice(*self.phrase) if self.phrase else None


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
    group: int = -1
    others: list[int] = field(default_factory=list[int])


def attribute_sentence(line: Line, begin: int, end: int) -> list[Quoted]:
    """The quoted runs of one sentence, each with the voice that the sentence itself gives it."""
    found = [Quoted(line, line.quotes[i], i, begin, end) for i in range(begin, end) if line.words[i] == QUOTE]
    alone = all(line.words[i] == QUOTE or not line.words[i][0].isalnum() for i in range(begin, end))
    for quoted in found:
        quoted.alone = alone
        if not alone:
            quoted.voice = _own_sentence(quoted)
    for i, quoted in enumerate(found):  # "A" and "B," she said
        if quoted.voice is None and not alone:
            near = next((q.voice for q in found[i + 1 :] if q.voice), None) or next(
                (q.voice for q in reversed(found[:i]) if q.voice), None
            )
            if near:
                quoted.voice = Voice(line, near.phrase, near.cue, "same sentence", near.at)
    return found


def _own_sentence(quoted: Quoted) -> Voice | None:
    leads = quoted.token == quoted.begin or all(
        not quoted.line.words[i][0].isalnum() for i in range(quoted.begin, quoted.token)
    )
    if leads:
        return after(quoted) or before(quoted)
    return adjacent_before(quoted) or after(quoted) or before(quoted)


def after(quoted: Quoted) -> Voice | None:
    """ "…," she said; "…," said Ann Lee; "…," according to Ann Lee."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    i = quoted.token + 1
    mark = last_mark(line, quoted.token)
    comma = mark in ",?!…—–-."
    while i < quoted.end and words[i] in (",", "—", "–", "--", "-", "...", "…", "’", "'"):
        comma = True
        i += 1
    if i >= quoted.end:
        return None
    if low[i] == "according" and i + 1 < quoted.end and low[i + 1] == "to":
        phrase = right_of(line, i + 1, quoted.end)
        return Voice(line, phrase, "according to", "according to", i) if phrase else None
    if not comma:
        return None
    verb = i
    while verb < quoted.end and is_adverb(low[verb]) and verb < i + 3:
        verb += 1
    if verb < quoted.end and low[verb] in SPEECH and words[verb][0].islower():
        phrase = right_of(line, verb, quoted.end)
        if phrase:
            return Voice(line, phrase, words[verb], "said she", verb)
    if low[i] in CLAUSE_STARTS and low[i] not in ("as", "so"):
        return None
    if low[i] in ("and", "or"):
        return None
    if low[i] in ("as", "so"):
        i += 1
    for cue in range(i + 1, min(quoted.end, i + 40)):
        word = words[cue]
        if word in _STOPS or word == QUOTE:
            return None
        if low[cue] in SPEECH or (low[cue] in ABOUT and cue + 1 < quoted.end and not low[cue].endswith("ing")):
            if not _finite(line, cue):
                continue
            phrase = left_of(line, cue, i)
            if phrase and phrase.start - i <= 1:
                return Voice(line, phrase, word, "she said", cue)
            if phrase and low[cue] in SPEECH:
                return Voice(line, phrase, word, "she said, after an aside", cue)
    return None


def adjacent_before(quoted: Quoted) -> Voice | None:
    """She said: "…"; she said that "…"; said she, "…"."""
    line, low = quoted.line, quoted.line.low
    i = quoted.token - 1
    while i > quoted.begin and (low[i] in _JOINTS or is_adverb(low[i])):
        i -= 1
    if (low[i] in SPEECH or low[i] in ABOUT) and _finite(line, i):
        return _cue_before(quoted, i, "she said:")
    return None


def _cue_before(quoted: Quoted, cue: int, rule: str) -> Voice | None:
    line, low = quoted.line, quoted.line.low
    phrase = left_of(line, cue, quoted.begin)
    if phrase:
        return Voice(line, phrase, line.words[cue], rule, cue)
    # a participle, an infinitive, a second verb: its subject is that of the verb before it
    for i in range(cue - 1, quoted.begin, -1):
        if (low[i] in SPEECH or low[i] in ABOUT) and _finite(line, i):
            phrase = left_of(line, i, quoted.begin)
            if phrase:
                return Voice(line, phrase, line.words[cue], "she said, adding", cue)
            if i > quoted.begin and low[i] in SPEECH and line.words[i - 1] in (",", QUOTE):
                phrase = right_of(line, i, cue)
                if phrase:
                    return Voice(line, phrase, line.words[cue], "she said, adding", cue)
    phrase = opening(line, quoted.begin, cue)
    return Voice(line, phrase, line.words[cue], "the sentence's subject", cue) if phrase else None


def before(quoted: Quoted) -> Voice | None:
    """The nearest reporting verb to the left; failing that, what the sentence is about."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    for names, rule in ((SPEECH, "she said … "), (ABOUT, "she praised … ")):
        for i in range(quoted.token - 1, quoted.begin - 1, -1):
            if low[i] == "according" and i + 1 < quoted.token and low[i + 1] == "to":
                phrase = right_of(line, i + 1, quoted.token)
                if phrase:
                    return Voice(line, phrase, "according to", "according to", i)
            if low[i] in names and i > quoted.begin and _finite(line, i):
                voice = _cue_before(quoted, i, rule.strip())
                if voice:
                    return voice
    colon = any(words[i] == ":" for i in range(max(quoted.begin, quoted.token - 2), quoted.token))
    phrase = opening(line, quoted.begin, quoted.token)
    if phrase:
        return Voice(line, phrase, None, "colon" if colon else "fragment", quoted.token)
    return None


def attribute_story(lines: list[Line]) -> list[Quoted]:
    """Every quoted run of a story with its voice; what its sentence leaves open, the context may give."""
    everything: list[Quoted] = []
    last: Voice | None = None
    last_line = -9
    open_before: Quoted | None = None
    for line in lines:
        if not line.runs and not line.sentences:
            continue
        row: list[tuple[list[Quoted], Voice | None]] = []
        for begin, end in line.sentences:
            quoted = attribute_sentence(line, begin, end) if line.runs else []
            row.append((quoted, None if quoted else reported(line, begin, end)))
        for i, (group, _) in enumerate(row):
            for quoted in group:
                if quoted.voice is None:
                    quoted.voice = _from_context(quoted, i, row, last, line.n - last_line, open_before)
        for group, voice in row:
            for quoted in group:
                everything.append(quoted)
                if quoted.voice and quoted.voice.phrase:
                    last, last_line = quoted.voice, line.n
            if voice and voice.phrase:
                last, last_line = voice, line.n
        if line.runs:
            final = line.runs[-1]
            open_before = everything[-1] if final.open and everything and everything[-1].line is line else None
        else:
            open_before = None
    return everything


def reported(line: Line, begin: int, end: int) -> Voice | None:
    """Who a sentence without quoted runs has speaking, or is about."""
    low, words = line.low, line.words
    for i in range(begin + 1, end):
        if low[i] in SPEECH and _finite(line, i):
            phrase = left_of(line, i, begin)
            if phrase:
                return Voice(line, phrase, words[i], "reported", i)
    phrase = opening(line, begin, end)
    return Voice(line, phrase, None, "subject", begin) if phrase else None


def _from_context(
    quoted: Quoted,
    i: int,
    row: list[tuple[list[Quoted], Voice | None]],
    last: Voice | None,
    gap: int,
    open_before: Quoted | None,
) -> Voice | None:
    def borrowed(voice: Voice, rule: str) -> Voice:
        return Voice(voice.line, voice.phrase, voice.cue, rule, voice.at)

    for j in range(i - 1, -1, -1):  # earlier in the passage
        group, voice = row[j]
        found = next((q.voice for q in reversed(group) if q.voice and q.voice.phrase), None) or voice
        if found and found.phrase:
            return borrowed(found, "same paragraph")
    for j in range(i + 1, len(row)):
        group, _ = row[j]
        found = next((q.voice for q in group if q.voice and q.voice.rule in ("she said", "said she")), None)
        if found:
            return borrowed(found, "same paragraph, ahead")
        if group:
            continue
        break
    if open_before and open_before.voice and quoted.run == 0:
        return borrowed(open_before.voice, "quote runs on")
    if last and gap <= 1:
        return borrowed(last, "paragraph before")
    return None
