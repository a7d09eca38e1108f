"""Who speaks a quoted run, by the words around it. Each rule is a small function; its name goes onto the quote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.reading.lexicon import (
    ABOUT,
    AUX,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    MONTHS,
    PERSONAL,
    PREPOSITIONS,
    SPEECH,
    SUBJECT_PRONOUNS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.sentences import QUOTE, SCRAP, Line, last_mark
from onrecord.reading.subjects import Phrase, clause_subject, left_of, opening, phrase_ending, right_of
from onrecord.reading.verbs import finite, participle, passive

_UTTERANCES = word_set(
    "response answer reply statement post tweet message words remarks remark argument claim speech comment "
    "comments advice "
    "warning line verdict conclusion view question plea pitch promise pledge point explanation reaction take "
    "email note "
    "slogan mantra motto boast joke refrain assessment description complaint"
)
_STARTS = frozenset(["begins", "began", "starts", "started", "runs", "ran"])
_DASHES = frozenset(["—", "–", "―", "-", "--", "---"])
_STOPS = frozenset([".", "!", "?", ";", ":"])
_JOINTS = frozenset([",", "that", ":", "—", "–", "--", "...", "…", "“", "-", "how", "as"])


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

    @property
    def mention(self) -> str | None:
        return self.label or (self.line.slice(*self.phrase) if self.phrase else None)

    @property
    def names(self) -> bool:
        return self.phrase is not None or self.label is not None


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


def attribute_sentence(line: Line, begin: int, end: int) -> list[Quoted]:
    """The quoted runs of one sentence, each with the voice that the sentence itself gives it."""
    found = [Quoted(line, line.quotes[i], i, begin, end) for i in range(begin, end) if i in line.quotes]
    found = [quoted for quoted in found if not _nickname(line, quoted.token)]
    alone = all(i in line.quotes or not line.words[i][0].isalnum() for i in range(begin, end))
    for i, quoted in enumerate(found):
        quoted.alone = alone
        quoted.voice = _label(quoted)
        if quoted.voice is None and not alone:
            quoted.voice = _own_sentence(quoted)
        said = found[i - 1].voice if i == 1 and quoted.token and line.words[quoted.token - 1] == "," else None
        if said and said.rule == "she said" and quoted.voice and quoted.voice.at == said.at and _leads(found[0]):
            quoted.voice = said  # "…," Ann Lee, the mayor, said, "…"
    for i, quoted in enumerate(found):  # "A" and "B," she said
        if quoted.voice is None and not alone:
            near = next((q.voice for q in found[i + 1 :] if q.voice), None) or next(
                (q.voice for q in reversed(found[:i]) if q.voice), None
            )
            if near:
                quoted.voice = Voice(line, near.phrase, near.cue, "same sentence", near.at)
    return found


def _nickname(line: Line, i: int) -> bool:
    """Robert “Bobby” Small."""
    words = line.words
    if words[i] != SCRAP or not 0 < i < len(words) - 1:
        return False
    run = line.runs[line.quotes[i]]
    inside = line.text[run.start : run.end]
    return words[i - 1][0].isupper() and words[i + 1][0].isupper() and inside[0].isupper() and inside.count(" ") < 2


_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}|[A-Z][a-z]+ [A-Z][a-z]+):\s+(?=\S)")


def _label(quoted: Quoted) -> Voice | None:
    run = quoted.line.runs[quoted.run]
    match = _LABEL.match(quoted.line.text, run.start, min(run.end, run.start + 60))
    if match is None:
        return None
    quoted.skip = match.end() - run.start
    return Voice(quoted.line, None, None, "transcript", quoted.token, match.group(1))


def signature(quoted: Quoted) -> Voice | None:
    """ "…" — Ann Lee. The name behind a dash ends the line."""
    line, words = quoted.line, quoted.line.words
    i = quoted.token + 1
    if i + 1 >= quoted.end or words[i] not in ("—", "–", "―", "-", "--", "~"):
        return None
    start = end = i + 1
    while end < quoted.end and (words[end][0].isupper() or line.low[end] in ("de", "del", "van", "von", "la")):
        if line.low[end] in MONTHS or line.low[end] in DAYS:
            break
        end += 1
    rest = words[end] if end < quoted.end else "."
    dated = end < quoted.end and (line.low[end] in MONTHS or line.low[end] in DAYS or rest[0] == "@")
    if not 1 <= end - start <= 5 or not (rest in ".," or dated) or line.low[start] in SUBJECT_PRONOUNS:
        return None
    if rest == "," and end - start < 2:
        return None
    if any(line.low[j] in SPEECH for j in range(end, min(quoted.end, end + 12))):
        return None
    return Voice(line, Phrase(start, end), None, "signature", i)


def _leads(quoted: Quoted) -> bool:
    return not any(word[0].isalnum() for word in quoted.line.words[quoted.begin : quoted.token])


def _new_clause(quoted: Quoted, cue: int) -> bool:
    """Does the verb begin a report of its own: "While Ann Lee saw “…,” Bo Ray |said the town …"?"""
    low = quoted.line.low
    follows = low[cue + 1] if cue + 1 < quoted.end else "."
    return SPEECH.get(low[cue]) == "say" and (follows == "that" or follows in DETERMINERS or follows in PERSONAL)


def between_dashes(quoted: Quoted) -> Voice | None:
    """The meeting, the speech of Ann Lee -- "…" -- and the vote: the name before the first dash."""
    line, words = quoted.line, quoted.line.words
    i = quoted.token
    if i < quoted.begin + 2 or i + 1 >= quoted.end or words[i - 1] not in _DASHES or words[i + 1] not in _DASHES:
        return None
    start = i - 1
    while start > quoted.begin and words[start - 1][0].isupper() and words[start - 1][-1].isalnum():
        start -= 1
    return Voice(line, Phrase(start, i - 1), None, "between dashes", i) if i - 1 - start >= 2 else None


def _own_sentence(quoted: Quoted) -> Voice | None:
    rules = _LEADING if _leads(quoted) else _INSIDE
    return next((voice for rule in rules if (voice := rule(quoted))), None)


def after(quoted: Quoted) -> Voice | None:
    """ "…," she said; "…," said Ann Lee; "…," according to Ann Lee."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    i = quoted.token + 1
    if i < quoted.end and words[i] in _DASHES and quoted.token > quoted.begin and words[quoted.token - 1] in _DASHES:
        return None  # put in between dashes: what follows goes on from before
    leads = _leads(quoted)
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
    if low[i] == "per" and comma:
        phrase = right_of(line, i, quoted.end)
        return Voice(line, phrase, "per", "according to", i) if phrase else None
    if not comma:
        return None
    verb = i
    while verb < quoted.end and is_adverb(low[verb]) and verb < i + 3:
        verb += 1
    if verb < quoted.end and (low[verb] in SPEECH or low[verb] in _STARTS) and words[verb][0].islower():
        phrase = None if low[verb].endswith("ing") else right_of(line, verb, quoted.end)
        if phrase and low[phrase.start] != "it":
            return Voice(line, phrase, words[verb], "said she", verb)
    if low[i] in CLAUSE_STARTS and low[i] not in ("as", "so"):
        return None
    if low[i] in ("and", "or"):
        return None
    if low[i] in ("as", "so"):
        i += 1
        leads = True
    for cue in range(i + 1, min(quoted.end, i + 40)):
        word = words[cue]
        if word in _STOPS or word == QUOTE:
            return None
        if low[cue] in SPEECH or (
            low[cue] in ABOUT and leads and cue + 1 < quoted.end and not low[cue].endswith("ing")
        ):
            if not finite(line, cue) or (not leads and _new_clause(quoted, cue)):
                continue
            phrase = left_of(line, cue, i)
            if phrase and phrase.start - i <= 1 and passive(line, cue):
                return _asked_by(quoted, cue)
            if phrase and phrase.start - i <= 1:
                return Voice(line, phrase, word, "she said", cue)
            if phrase and low[cue] in SPEECH and low[phrase.start - 1] not in ("and", "but", "while"):
                return Voice(line, phrase, word, "she said, after an aside", cue)
    return None


def said_first(quoted: Quoted) -> Voice | None:
    """Said Ann Lee, "…"."""
    line, low, begin = quoted.line, quoted.line.low, quoted.begin
    if low[begin] not in SPEECH or not low[begin].endswith(("ed", "said", "says")) or quoted.token - begin < 2:
        return None
    phrase = right_of(line, begin, quoted.token)
    if phrase and phrase.start == begin + 1 and line.words[phrase.end - 1][0].isupper():
        return Voice(line, phrase, line.words[begin], "said she", begin)
    return None


def name_and_colon(quoted: Quoted) -> Voice | None:
    """Ann Lee: "…"; that surprises economist Ann Lee: "…"."""
    line, words = quoted.line, quoted.line.words
    colon = next((i for i in range(quoted.token - 1, max(quoted.begin, quoted.token - 3), -1) if words[i] == ":"), 0)
    if not colon:
        return None
    start = colon
    while start > quoted.begin and words[start - 1][0].isupper() and colon - start < 6:
        start -= 1
    if colon - start < 2 or (start > quoted.begin and words[start - 1] in ("’s", "'s")):
        return None
    if all(word.isupper() for word in words[start:colon]):
        return None
    back = start - 1
    while back > quoted.begin and words[back][0].islower() and line.low[back] not in SPEECH:
        if line.low[back] in PREPOSITIONS and line.low[back] not in ("from", "per", "via"):
            break
        back -= 1
    if back >= quoted.begin and (line.low[back] in SPEECH or line.low[back] in PREPOSITIONS):
        return None  # "told the Ellery Post:", "said of Ann Lee:"
    return Voice(line, Phrase(start, colon), None, "name and colon", colon)


def adjacent_before(quoted: Quoted, names: dict[str, str]) -> Voice | None:
    """She said: "…"; she said that "…"; said she, "…"."""
    line, low = quoted.line, quoted.line.low
    i = quoted.token - 1
    while i > quoted.begin and (low[i] in _JOINTS or is_adverb(low[i]) or (low[i] == "on" and low[i + 1] in DAYS)):
        i -= 1
    if low[i] in names and (finite(line, i) or (low[i] == "according" and low[i + 1] == "to")):
        return _cue_before(quoted, i, "she said:")
    return None


def _cue_before(quoted: Quoted, cue: int, rule: str) -> Voice | None:
    line, low = quoted.line, quoted.line.low
    if not participle(line, cue):
        if passive(line, cue):
            return None if low[cue - 1] == "when" else _asked_by(quoted, cue)
        if cue > quoted.begin + 1 and line.words[cue - 1] == "," and SPEECH.get(low[cue], "tell") not in _TO_SOMEBODY:
            phrase = right_of(line, cue, quoted.token)
            if phrase and low[phrase.start] != "it" and phrase.end < quoted.token and line.words[phrase.end] == ",":
                return Voice(line, phrase, line.words[cue], "…, said she, …", cue)
        phrase = left_of(line, cue, quoted.begin)
        if phrase:
            aside = low[cue] not in SPEECH or low[phrase.start] == "it"
            teller = _teller(line, phrase, quoted.begin) if aside else None
            return teller or Voice(line, phrase, line.words[cue], rule, cue)
    elif recorded := _recorded(line, quoted.begin, cue):
        return Voice(line, recorded, line.words[cue], rule, cue)
    elif low[cue - 1] not in (",", "and", "but", "by", "in", "of", "for", "without"):
        phrase = left_of(line, cue, quoted.begin)
        if phrase and phrase.start > quoted.begin and low[phrase.start - 1] == "with":
            return Voice(line, phrase, line.words[cue], rule, cue)  # with the mayor saying
    # a participle, an infinitive, a second verb: its subject is that of its clause
    for i in range(cue - 1, max(quoted.begin, cue - 8), -1):
        if low[i] in SPEECH and finite(line, i):  # …, Ann Lee said, adding
            phrase = left_of(line, i, quoted.begin)
            if phrase and phrase.start > quoted.begin and line.words[phrase.start - 1] in (",", QUOTE):
                return Voice(line, phrase, line.words[cue], "she said, adding", cue)
            break
    if cue == quoted.begin + 1 and line.words[cue - 1][0].isupper() and low[cue - 1] in _WHILE:
        phrase = opening(line, quoted.token + 1, quoted.end)  # "After saying it was “…,” she left"
    else:
        phrase = _already_speaking(line, quoted.begin, cue) or clause_subject(line, quoted.begin, cue)
    if phrase:
        return Voice(line, phrase, line.words[cue], "she said, adding", cue)
    for i in range(cue - 1, quoted.begin, -1):
        if (low[i] in SPEECH or low[i] in ABOUT) and finite(line, i):
            phrase = left_of(line, i, quoted.begin)
            if phrase is None and low[i] in SPEECH and line.words[i - 1] in (",", QUOTE):
                phrase = right_of(line, i, cue)
            if phrase:
                return Voice(line, phrase, line.words[cue], "she said, adding", cue)
    return None


def _teller(line: Line, phrase: Phrase, begin: int) -> Voice | None:
    """Ann Lee said it |underlines "…", said that the footage did not |give "…": who said what a thing does."""
    low = line.low
    if low[phrase.start] != "it" and (
        low[phrase.start] in PERSONAL or any(word[0].isupper() for word in line.words[phrase.start : phrase.end])
    ):
        return None
    cue = phrase.start - 1
    if cue > begin and low[cue] == "that":
        cue -= 1
    if cue <= begin or low[cue] not in SPEECH or not finite(line, cue) or participle(line, cue):
        return None
    said = left_of(line, cue, begin)
    return Voice(line, said, line.words[cue], "she said …", cue) if said else None


_WHILE = frozenset(["after", "before", "while", "when", "in", "by", "despite", "besides"])


def _recorded(line: Line, begin: int, cue: int) -> Phrase | None:
    """Footage of Ann Lee |saying; the film shows Ann Lee |saying."""
    low, words = line.low, line.words
    start = cue
    while start > begin and words[start - 1][0].isupper() and cue - start < 6:
        start -= 1
    if start == cue or start < begin + 2:
        return None
    if low[start - 1] in _SHOWING or (low[start - 1] == "of" and low[start - 2] in _RECORDINGS):
        return Phrase(start, cue)
    return None


_RECORDINGS = word_set("footage video videos clip clips audio tape tapes recording recordings snippet")
_SHOWING = word_set("shows showed showing quotes quoted quoting features featured featuring heard hears had")


def _already_speaking(line: Line, begin: int, cue: int) -> Phrase | None:
    """ "…, said Ann Lee, would …, |calling", "In May, Ann Lee said the quay was closed and |added"."""
    low, words = line.low, line.words
    for i in range(cue - 1, begin, -1):
        if low[i] not in SPEECH or not finite(line, i):
            continue
        if words[i - 1] == ",":
            phrase = right_of(line, i, cue)
            if phrase and phrase.end < cue and words[phrase.end] == ",":
                return phrase
        elif low[cue - 1] in ("and", "but"):
            phrase = left_of(line, i, begin)
            return phrase if phrase and (phrase.start == begin or words[phrase.start - 1] == ",") else None
    return None


_TO_SOMEBODY = frozenset(["tell", "ask", "remind", "warn", "assure", "inform", "advise", "urge"])


def _asked_by(quoted: Quoted, cue: int) -> Voice:
    """Ann Lee was asked by Bo Ray, "…": not Ann Lee's words."""
    line, low = quoted.line, quoted.line.low
    end = quoted.token if cue < quoted.token else quoted.end
    for i in range(cue + 1, min(end - 1, cue + 12)):
        if low[i] == "by":
            return Voice(line, right_of(line, i, end), line.words[cue], "asked by", cue)
    return Voice(line, None, None, "asked by nobody named", cue)


def before(quoted: Quoted, names: dict[str, str], rule: str) -> Voice | None:
    """The nearest reporting verb to the left."""
    line, low = quoted.line, quoted.line.low
    spare: Voice | None = None
    for i in range(quoted.token - 1, quoted.begin - 1, -1):
        if low[i] == "according" and i + 1 < quoted.token and low[i + 1] == "to":
            phrase = right_of(line, i + 1, quoted.token)
            if phrase:
                return Voice(line, phrase, "according to", "according to", i)
        if low[i] in names and i > quoted.begin and finite(line, i) and not _expected(line, i, quoted.token):
            voice = _cue_before(quoted, i, rule)
            if voice and i < quoted.token - 2 and (_restrictive(voice) or _aside(voice, i, quoted.token)):
                spare = spare or voice  # "voters who wondered why …": look for the verb of the sentence first
            elif voice and low[i] not in SPEECH and _in_a_film(line, i, quoted.token):
                return Voice(line, None, None, "heard in a film", i)
            elif voice:
                return voice
    return spare


def _expected(line: Line, cue: int, token: int) -> bool:
    """Readers can |expect Ann Lee to open with "…": what the other does, not what they say."""
    if ABOUT.get(line.low[cue]) not in _WISHES or line.low[cue + 1] == "to":
        return False
    return "to" in line.low[cue + 2 : min(cue + 6, token)]


_WISHES = frozenset(["expect", "want", "prefer", "encourage", "invite"])
_FILMS = frozenset(["film", "documentary", "movie", "play", "novel", "episode", "series", "musical"])


def _in_a_film(line: Line, cue: int, token: int) -> bool:
    """Ann Lee makes this |clear in the film: "…". Whoever is heard in a film is seldom the one who made it."""
    return any(line.low[i] in _FILMS and line.low[i - 2] == "in" for i in range(cue + 2, token))


def _restrictive(voice: Voice) -> bool:
    """Is the verb one of a relative clause that only tells which one is meant?"""
    phrase, line = voice.phrase, voice.line
    if phrase is None or line.low[phrase.start] not in ("who", "that", "which") or not phrase.start:
        return False
    return line.words[phrase.start - 1] not in (",", "—", "–", "--")


def _aside(voice: Voice, cue: int, token: int) -> bool:
    """Is the verb one of a clause that hangs in the sentence: "Lee, who won in May, as “…”", "when Lee won, “…”"?"""
    phrase, line = voice.phrase, voice.line
    if phrase is None or not phrase.start or "," not in line.words[cue:token]:
        return False
    return line.low[phrase.start] in ("who", "which") or line.low[phrase.start - 1] in _WHEN


_WHEN = frozenset(["when", "if", "after", "before", "while", "because", "since", "once", "until", "though", "although"])


def unknown_verb(quoted: Quoted) -> Voice | None:
    """ "…," Ann Lee retaliated: the comma makes a verb of saying of any verb."""
    line, low = quoted.line, quoted.line.low
    i = quoted.token + 1
    if last_mark(line, quoted.token) not in ",?!" and not (i < quoted.end and low[i] == ","):
        return None
    while i < quoted.end and low[i] == ",":
        i += 1
    if i >= quoted.end or low[i] in CLAUSE_STARTS or low[i] in ("and", "or"):
        return None
    phrase = opening(line, i, quoted.end)
    if phrase and phrase.start == i and phrase.end < quoted.end:
        verb = phrase.end
        while verb < quoted.end - 1 and is_adverb(low[verb]):
            verb += 1
        if is_verbish(low[verb]) and low[verb] not in AUX:
            return Voice(line, phrase, line.words[verb], "she nodded", verb)
    return None


def at_the_end(quoted: Quoted) -> Voice | None:
    """ "…" and so on, said Ann Lee. "…" and so on, she said."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    for i in range(quoted.token + 1, min(quoted.end - 2, quoted.token + 80)):
        if words[i] == QUOTE and last_mark(line, i) in ".!?":
            return None
        if words[i] != "," and words[i] != QUOTE:
            continue
        if low[i + 1] == "according" and low[i + 2] == "to":
            phrase = right_of(line, i + 2, quoted.end)
            return Voice(line, phrase, "according to", "according to", i + 1) if phrase else None
        if low[i + 1] in SPEECH and words[i + 1][0].islower():
            phrase = right_of(line, i + 1, quoted.end)
            if phrase and not participle(line, i + 1) and low[phrase.start] != "it":
                return Voice(line, phrase, words[i + 1], "said she, at the end", i + 1)
            continue
        if low[i + 1] in CLAUSE_STARTS or low[i + 1] in ("and", "or"):
            continue
        for cue in range(i + 2, min(quoted.end, i + 14)):
            if low[cue] in SPEECH and finite(line, cue):
                phrase = left_of(line, cue, i + 1)
                if phrase and phrase.start == i + 1 and (cue + 1 >= quoted.end or low[cue + 1] != "that"):
                    return Voice(line, phrase, words[cue], "she said, at the end", cue)
                break
            if words[cue] in _STOPS:
                break
    return None


def without_comma(quoted: Quoted) -> Voice | None:
    """ "…" said Ann Lee, where the comma was forgotten."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    i = quoted.token + 1
    if i + 1 >= quoted.end:
        return None
    if low[i] in SPEECH and words[i][0].islower():
        phrase = right_of(line, i, quoted.end)
        return Voice(line, phrase, words[i], "said she, no comma", i) if phrase else None
    for cue in range(i + 1, min(quoted.end, i + 12)):
        if low[cue] in SPEECH and finite(line, cue):
            phrase = None if _new_clause(quoted, cue) else left_of(line, cue, i)
            return Voice(line, phrase, words[cue], "she said, no comma", cue) if phrase and phrase.start == i else None
        if words[cue] in _STOPS or words[cue] == QUOTE:
            return None
    return None


def about(quoted: Quoted) -> Voice | None:
    """Ann Lee's answer: "…". From the report: "…". Or a fragment in a sentence about somebody."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    colon = any(words[i] == ":" for i in range(max(quoted.begin, quoted.token - 2), quoted.token))
    phrase = opening(line, quoted.begin, quoted.token)
    if colon and phrase is None and low[quoted.begin] in ("from", "per", "via") and quoted.token - quoted.begin > 2:
        phrase = right_of(line, quoted.begin, quoted.token)
    if phrase and colon:
        owner = phrase.start
        while owner < phrase.end and words[owner] not in ("’s", "'s", "’", "'"):
            owner += 1
        if owner < phrase.end - 1 and low[phrase.end - 1] in _UTTERANCES:
            return Voice(line, Phrase(phrase.start, owner), low[phrase.end - 1], "her answer", quoted.token)
    if phrase:
        return (
            Voice(line, phrase, None, "colon", quoted.token)
            if colon
            else Voice(line, None, None, "fragment", quoted.token)
        )
    return None


def said_before(quoted: Quoted) -> Voice | None:
    return before(quoted, SPEECH, "she said …")


def praised_before(quoted: Quoted) -> Voice | None:
    return before(quoted, ABOUT, "she praised …")


def said_just_before(quoted: Quoted) -> Voice | None:
    return adjacent_before(quoted, SPEECH)


def praised_just_before(quoted: Quoted) -> Voice | None:
    return adjacent_before(quoted, ABOUT)


def her_claim(quoted: Quoted) -> Voice | None:
    """Her claim that …, Lee’s call for "…": the owner of a noun of saying."""
    line, low, words = quoted.line, quoted.line.low, quoted.line.words
    for i in range(quoted.token - 1, max(quoted.begin, quoted.token - 10), -1):
        if words[i] == QUOTE or (words[i] == "," and i < quoted.token - 1):
            return None
        if is_verbish(low[i]) and low[i] not in _CLAIMS and low[i] not in AUX:
            return None
        if low[i] not in _CLAIMS:
            continue
        back = i - 1
        while back > quoted.begin and words[back][0].islower() and not is_verbish(low[back]) and i - back < 4:
            if low[back] in _OWNERS or words[back] in _OF:
                break
            back -= 1
        if low[back] in _OWNERS:
            return Voice(line, Phrase(back, back + 1), words[i], "her claim", i)
        if words[back] in _OF and back > quoted.begin:
            phrase = phrase_ending(line, back - 1, quoted.begin)
            return Voice(line, Phrase(phrase.start, back + 1), words[i], "her claim", i) if phrase else None
        return None
    return None


_OWNERS = frozenset(["his", "her", "their", "my", "our"])
_OF = frozenset(["’s", "'s", "’", "'"])
_CLAIMS = word_set(
    "claim claims call calls promise pledge warning statement statements remark remarks comment comments argument "
    "assertion assessment description belief view suggestion question admission plea vow slogan dictum contention "
    "prediction denial boast criticism characterization complaint declaration demand insistence message motto mantra "
    "opinion phrase words word quip tweet tweets observation response answer advice appeal condemnation conclusion "
    "defense depiction endorsement estimate explanation hope idea label notion pitch portrayal proclamation proposal "
    "reference reminder rebuke request retort theory threat exhortation chant rallying cry assumption"
)

_LEADING = (signature, after, unknown_verb, said_before, at_the_end, without_comma, about)
"""The rules for a quotation with which a sentence opens; the first that finds somebody decides."""
_INSIDE = (
    between_dashes,
    said_first,
    said_just_before,
    after,
    at_the_end,
    name_and_colon,
    praised_just_before,
    said_before,
    praised_before,
    without_comma,
    her_claim,
    about,
)
"""The rules for a quotation further on in its sentence."""
