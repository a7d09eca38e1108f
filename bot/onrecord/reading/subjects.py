"""The subject of a reporting verb: which words, to its left or right, name who speaks."""

from __future__ import annotations

from onrecord.reading.appositions import before_apposition, name_or_first
from onrecord.reading.lexicon import (
    ABOUT,
    ADVERB,
    AUX,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    MONTHS,
    NOT_NAMES,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    ROLE_NOUNS,
    SPEECH,
    SUBJECT_PRONOUNS,
    VERBS,
    is_adverb,
    is_verbish,
    word_set,
)
from onrecord.reading.line import QUOTE, Line, last_mark
from onrecord.reading.noun_phrases import (
    BREAKS,
    POSSESSIVE,
    QUANTITIES,
    Phrase,
    is_pronoun,
    nounish,
    opening,
    phrase_ending,
)

_LONGEST = 18
"""Words of a subject behind its verb."""
_TYING = ("of", "for", "at", "with", "from")
"""What ties a place or an employer to whoever speaks."""
_BE = frozenset(["is", "was", "are", "were", "been", "be", "’s", "'s"])
_GOVERNING = word_set("with to by in on at during of from for against into")
_PARTICLES = word_set("out up on off round around over")
_OCCASIONS = word_set("interview speech conference call debate meeting hearing address briefing")
_PASSIVES = word_set("cut sent written made held taken read put given seen found")
_OBJECTS = frozenset(["her", "him", "them", "me", "us"])
_CATENATIVE = word_set(
    "continued continues began begins used started seemed seems appeared proceeded declined refused wanted liked "
    "likes tried tries hastened managed dared proceeds paused stopped forced felt rushed moved rose had has wants "
    "quick careful able willing ready compelled expected scheduled supposed came"
)
_LONE = frozenset(["one", "another", "some", "many", "others", "several", "both"])


def left_of(line: Line, cue: int, begin: int) -> Phrase | None:
    """The subject that ends before the verb at token `cue`, in the sentence that begins at `begin`."""
    low = line.low
    j = _before_verb(line, cue, begin)
    if j < begin:
        return None
    word = low[j]
    if word in ("and", "but", "then", "or") or (word == "," and low[cue].endswith("ing")):
        return None
    if word == ",":
        begin = _clause_begin(line, begin, j)
        first = opening(line, begin, cue)
        if first and first.end < j and low[first.end] == "," and first.start < first.end:
            return name_or_first(line, first, j)
        return before_apposition(line, j, begin)
    if word == QUOTE and last_mark(line, j) == ",":  # "Ann Lee, host of “Late Boats,” |said"
        first = opening(line, begin, cue)
        return first if first and line.words[first.end] == "," else None
    if word in ("—", "–", "--", "―"):
        return before_apposition(line, j, begin)
    if word in ("them", "us", "whom") and j - 2 >= begin and low[j - 1] == "of" and low[j - 2] in QUANTITIES:
        return Phrase(j - 2, j + 1)
    if word in _OBJECTS or (word == "you" and j > begin and low[j - 1] not in ("and", "of")):
        return _before_relative(line, j, begin)  # "whoever wrote to her on Monday |said"
    phrase = phrase_ending(line, j, begin)
    if phrase and phrase.start - 1 > begin and low[phrase.start] in ("a", "an") and line.words[phrase.start - 1] == ",":
        named = phrase_ending(line, phrase.start - 2, begin)
        opens = named and low[named.start] not in NOT_NAMES and opening(line, begin, cue) == named
        if named and opens and line.words[named.end - 1][0].isupper() and _calling(line, phrase):
            return named  # "Ann Lee, a broker from Ellery |said", the second comma forgotten
    if phrase and phrase.start - 1 > begin and not low[cue].endswith("ing") and (
        low[phrase.start - 1] in _GOVERNING or low[phrase.start] in _PARTICLES
    ):  # fmt: skip
        return _governor(line, phrase, begin)
    return _out_of_relative(line, phrase, begin) if phrase else _before_relative(line, j, begin)


def _before_verb(line: Line, cue: int, begin: int) -> int:
    """The word before a verb, its auxiliaries and adverbs: |Lee has repeatedly |said; -1 for one without a subject."""
    low = line.low
    j = cue - 1
    infinitive = False
    while j >= begin:
        word = low[j]
        if word in AUX or (is_adverb(word) and not _surname(line, j)) or word in ("to", "not", "n’t"):
            owns = word in ("’s", "'s") and j > begin and line.words[j - 1][0].isupper()
            if owns and not low[cue].endswith("ing"):
                break
            infinitive = infinitive or word == "to"
            j -= 1
        elif infinitive and (word in _CATENATIVE or (j > begin and low[j - 1] in _BE)):
            j -= 1
            infinitive = False
        elif word == "on" and low[j + 1] in DAYS:
            j -= 1
        elif word in ("week", "month", "year", "night") and j > begin and low[j - 1] in ("last", "this", "earlier"):
            j -= 2
        elif word == "on" and j > begin and low[j - 1] in ("went", "goes", "go", "going"):
            j -= 2
            infinitive = False
        else:
            break
    return -1 if infinitive else j


def _clause_begin(line: Line, begin: int, end: int) -> int:
    """Ann Lee has not replied, but |an aide, speaking quietly, said: where the last clause begins."""
    for i in range(end - 2, begin, -1):
        if line.words[i] == ";" or (line.words[i] == "," and line.low[i + 1] == "but"):
            at = i + 1 + (line.words[i] == ",")
            return at if at < end else begin
    return begin


def _before_relative(line: Line, last: int, begin: int) -> Phrase | None:
    """The one meant by "who" where that clause ends in its verb: "clerks whose sheds were sold |said"."""
    for i in range(last - 1, max(begin, last - 12), -1):
        if line.words[i] in BREAKS:
            return None
        if line.low[i] in ("who", "whose", "whom") or (line.low[i] == "that" and is_verbish(line.low[i + 1])):
            phrase = phrase_ending(line, i - 1, begin)
            return phrase if phrase and not is_pronoun(line, phrase) else None
    return None


def _governor(line: Line, phrase: Phrase, begin: int) -> Phrase | None:
    """Who speaks where the phrase hangs on a preposition: "officials who met |with Lee said", "a note sent |by Lee"."""
    low, words = line.low, line.words
    at = phrase.start - 2
    if low[at] in ("and", "but") and (low[phrase.end - 1] in DOCUMENTS or low[phrase.end - 1] in _OCCASIONS):
        return None  # "Ann Lee left and |in a statement praised": the subject of the clause
    if low[at + 1] == "to" and (paper := _paper_behind(line, at, begin)) >= 0:
        return phrase_ending(line, paper, begin)
    for i in range(at, max(begin, at - 12), -1):
        if words[i] in BREAKS:
            break
        if low[i] == "who":
            return phrase_ending(line, i - 1, begin)
    if low[phrase.start] in _PARTICLES:
        at += 1  # "a note sent |round by Lee"
    while at > begin and low[at] in _PARTICLES:
        at -= 1
    noun = low[at - 1]
    if (low[at].endswith("ed") or low[at] in _PASSIVES) and is_verbish(low[at]) and (
        noun in DOCUMENTS or (low[at + 1] in _PARTICLES and noun.endswith("s") and noun not in _BE)
    ):  # fmt: skip
        return phrase_ending(line, at - 1, begin) or phrase
    return phrase


def _paper_behind(line: Line, last: int, begin: int) -> int:
    """The |note to Ann Lee said …, the |note Bo Ray sent to Ann Lee said …: what speaks to her; -1 for nothing."""
    low = line.low
    if low[last] in _PASSIVES or low[last] == "wrote":
        last -= 1
        while last > begin and (line.words[last][0].isupper() or low[last] in PERSONAL):
            last -= 1
    return last if last >= begin and low[last] in DOCUMENTS else -1


def _calling(line: Line, phrase: Phrase) -> bool:
    """ "A broker from Ellery", not "a broker" alone, who might be somebody else."""
    tied = next((i for i in range(phrase.start + 1, phrase.end) if line.low[i] in PREPOSITIONS), 0)
    return tied > 0 and line.low[tied - 1] in ROLE_NOUNS


def _surname(line: Line, i: int) -> bool:
    """ "Connolly |said": a capital inside a sentence makes a name of what ends like an adverb."""
    return line.words[i][0].isupper() and line.low[i] not in ADVERB and line.low[i] not in DAYS


def _out_of_relative(line: Line, phrase: Phrase, begin: int) -> Phrase:
    """The one meant by "who", where the phrase is what that clause is about: "Ann Lee, who chairs the club |said"."""
    at = phrase.start - 1
    if at <= begin or not is_verbish(line.low[at]):
        return phrase
    told = line.low[at] in SPEECH or line.low[at] in ABOUT
    if told and not (line.low[at - 1] in ("who", "to") and not line.words[phrase.end - 1][0].isupper()):
        return phrase
    for i in range(at, max(begin, at - 5), -1):
        if line.words[i] in BREAKS:
            break
        if line.low[i] in ("who", "which"):
            inner = phrase_ending(line, i - 2 if line.words[i - 1] == "," else i - 1, begin)
            return inner if inner and not is_pronoun(line, inner) else phrase
    return phrase


def right_of(line: Line, cue: int, end: int) -> Phrase | None:
    """The subject that follows an inverted verb: "…," said Ann Lee of Boston, who …"."""
    low, words = line.low, line.words
    i = cue + 1
    while i < end and low[i] in ("also", "then", "again", "once", "later", "recently"):
        i += 1
    if i >= end:
        return None
    start = i
    first = low[i]
    if first in _LONE and (
        i + 1 >= end or words[i + 1] in BREAKS or (low[i + 1] in PREPOSITIONS and low[i + 1] != "of")
    ):
        return Phrase(i, i + 1)
    if first in PERSONAL:
        return Phrase(i, i + 1) if first in ("he", "she", "they", "we", "i", "it", "who") else None
    if words[i] in BREAKS or not (
        words[i][0].isupper() or first in DETERMINERS or nounish(line, i)
        or (i + 1 < end and low[i + 1] in ROLE_NOUNS)  # "said |lead author Ann Lee"
        or (first.endswith("ed") and i + 1 < end and (words[i + 1][0].isupper() or low[i + 1] in ROLE_NOUNS))
    ):  # fmt: skip
        return None
    if first in PREPOSITIONS or first in CLAUSE_STARTS or first in DAYS or (is_adverb(first) and not _surname(line, i)):
        return None
    seen_noun = False
    while i < end and i - start < _LONGEST and _goes_on(line, start, i, end, seen_noun):
        seen_noun = seen_noun or _tells(line, start, i)
        i += 1
    while i - 1 > start and (low[i - 1] in PREPOSITIONS or low[i - 1] in DETERMINERS or words[i - 1] in POSSESSIVE):
        i -= 1
    return Phrase(start, i) if seen_noun and i > start else None


def _tells(line: Line, start: int, i: int) -> bool:
    """Is the word more than what leads up to a noun, ties it to another, or dates it?"""
    lower = line.low[i]
    if line.words[i] in POSSESSIVE or lower in PREPOSITIONS or lower == "and":
        return False
    return (lower not in DETERMINERS and lower not in DAYS) or (lower == "one" and i == start)


def _goes_on(line: Line, start: int, i: int, end: int, seen_noun: bool) -> bool:
    """Does the subject that begins at `start` take in the word `i`?"""
    low, words = line.low, line.words
    word, lower = words[i], low[i]
    if word in POSSESSIVE:
        return True
    if word in BREAKS or lower in RELATIVES or lower in CLAUSE_STARTS:
        return False
    if (lower in DAYS or lower in MONTHS) and seen_noun:
        return False
    if lower in PREPOSITIONS:
        if lower == "of" and low[i - 1] in QUANTITIES:
            return True
        return lower in _TYING and seen_noun and i + 1 < end and (lower == "of" or _tail(line, i + 1))
    if lower == "and":
        return i + 1 < end and words[i + 1][0].isupper() and words[i - 1][0].isupper()
    if lower in SUBJECT_PRONOUNS and lower not in DETERMINERS:
        return False
    if not seen_noun:
        return True
    if not word[0].isupper() and (lower in SPEECH or lower in AUX or lower in VERBS or is_adverb(lower)):
        return i == start + 2 and low[start] in ("a", "an", "the") and lower in DOCUMENTS  # "a taped |message"
    return not (lower in DETERMINERS and i > start + 1 and low[i - 1] not in _TYING)


def _tail(line: Line, i: int) -> bool:
    """Does what follows "for", "at", "with" belong to the name: "a spokesman for the city"? Not "at a rally"."""
    return (line.words[i][0].isupper() and line.low[i] not in DAYS) or line.low[i] in ("the", "his", "her", "their")


def clause_subject(line: Line, begin: int, cue: int) -> Phrase | None:
    """The subject of the clause that a participle or a second verb at `cue` belongs to."""
    low, words = line.low, line.words
    for i in range(cue - 2, begin, -1):
        if words[i] == ";" or (low[i] in ("and", "but", "while", "as") and words[i - 1] == ","):
            phrase = opening(line, i + 1, cue)
            if phrase is None or phrase.end >= cue or words[phrase.start] == QUOTE:
                continue
            verb = phrase.end
            if words[verb] == ",":  # "while Ann Lee, the broker, sold …"
                verb = next((k + 1 for k in range(verb + 1, cue - 1) if words[k] == ","), verb)
            over = low[i] in ("while", "as") and any(words[k] == "," for k in range(verb, cue - 1))
            if is_verbish(low[verb]) and not over:
                return phrase
    return opening(line, begin, cue)
