"""The subject of a reporting verb: which words, to its left or right, name who speaks."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.reading.lexicon import (
    ABOUT,
    ADVERB,
    AUX,
    CLAUSE_STARTS,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    GROUP_NOUNS,
    MONTHS,
    NP_PREPOSITIONS,
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
from onrecord.reading.places import PLACES
from onrecord.reading.sentences import QUOTE, Line, last_mark


class Phrase(NamedTuple):
    """A range of tokens that names somebody."""

    start: int
    end: int


_BREAKS = frozenset(
    [",", ";", ":", "—", "–", "--", "---", "(", ")", "[", "]", QUOTE, ".", "!", "?", "…", "...", "-", "―", "•", "|"]
)
_BE = frozenset(["is", "was", "are", "were", "been", "be", "’s", "'s"])
_POSSESSIVE = frozenset(["’s", "'s", "’", "'"])
_APPOSITION_STARTS = RELATIVES | {
    "a",
    "an",
    "the",
    "one",
    "his",
    "her",
    "their",
    "its",
    "now",
    "then",
    "himself",
    "herself",
}
_PARTICIPLES = frozenset(
    [
        "speaking",
        "referring",
        "citing",
        "quoting",
        "alluding",
        "talking",
        "asked",
        "appearing",
        "standing",
        "writing",
        "addressing",
        "responding",
        "noting",
        "known",
        "born",
        "dressed",
        "seated",
        "sitting",
        "wearing",
        "flanked",
        "joined",
        "based",
        "pressed",
        "speaking",
        "paraphrasing",
        "echoing",
    ]
)


def is_name_word(word: str) -> bool:
    return word[0].isupper() or (word[0].isdigit() and word[-1].isalpha() and any(c.isupper() for c in word))


def left_of(line: Line, cue: int, begin: int) -> Phrase | None:
    """The subject that ends before the verb at token `cue`, in the sentence that begins at `begin`."""
    low = line.low
    j = cue - 1
    infinitive = False
    while j >= begin:
        word = low[j]
        if word in AUX or is_adverb(word) or word in ("to", "not", "n’t"):
            if (
                word in ("’s", "'s")
                and j > begin
                and line.words[j - 1][0].isupper()
                and low[cue].endswith("ing") is False
            ):
                break
            infinitive = infinitive or word == "to"
            j -= 1
        elif infinitive and (word in _CATENATIVE or (j > begin and low[j - 1] in _BE)):
            j -= 1
            infinitive = False
        elif word == "on" and low[j + 1] in DAYS:
            j -= 1
        elif word == "on" and j > begin and low[j - 1] in ("went", "goes", "go", "going"):
            j -= 2
            infinitive = False
        else:
            break
    if j < begin or infinitive:
        return None
    word = low[j]
    if word in ("and", "but", "then", "or") or (word == "," and low[cue].endswith("ing")):
        return None
    if word == ",":
        first = opening(line, begin, cue)
        if first and first.end < j and low[first.end] == "," and first.start < first.end:
            return _with_name(line, first, j)
        return _before_apposition(line, j, begin)
    if word in ("—", "–", "--", "―"):
        return _before_apposition(line, j, begin)
    if word in _OBJECTS or (word == "you" and j > begin and low[j - 1] not in ("and", "of")):
        return None  # "whoever wrote to her on Monday |said"
    phrase = phrase_ending(line, j, begin)
    return phrase and _out_of_relative(line, phrase, begin)


_OBJECTS = frozenset(["her", "him", "them", "me", "us"])


def _out_of_relative(line: Line, phrase: Phrase, begin: int) -> Phrase:
    """The one meant by "who", where the phrase is what that clause is about: "Ann Lee, who chairs the club |said"."""
    at = phrase.start - 1
    if at <= begin or not is_verbish(line.low[at]):
        return phrase
    told = line.low[at] in SPEECH or line.low[at] in ABOUT
    if told and not (line.low[at - 1] in ("who", "to") and not line.words[phrase.end - 1][0].isupper()):
        return phrase
    for i in range(at, max(begin, at - 5), -1):
        if line.words[i] in _BREAKS:
            break
        if line.low[i] in ("who", "which"):
            inner = phrase_ending(line, i - 2 if line.words[i - 1] == "," else i - 1, begin)
            return inner if inner and not is_pronoun(line, inner) else phrase
    return phrase


_CATENATIVE = frozenset(
    [
        "continued",
        "continues",
        "began",
        "begins",
        "used",
        "started",
        "seemed",
        "seems",
        "appeared",
        "proceeded",
        "declined",
        "refused",
        "wanted",
        "liked",
        "likes",
        "tried",
        "tries",
        "hastened",
        "managed",
        "dared",
        "proceeds",
        "paused",
        "stopped",
        "forced",
        "felt",
        "rushed",
        "moved",
        "rose",
        "had",
        "has",
        "wants",
        "quick",
        "careful",
        "able",
        "willing",
        "ready",
        "compelled",
        "expected",
        "scheduled",
        "supposed",
        "came",
    ]
)


def _before_apposition(line: Line, comma: int, begin: int) -> Phrase | None:
    """The noun phrase before an aside: "Ann Lee, a lawyer who won, |said"."""
    low, words = line.low, line.words
    mark = low[comma]
    end = comma
    for _ in range(4):
        at = end - 1
        while at >= begin and low[at] != mark and words[at] not in (QUOTE, ";", ":"):
            at -= 1
        if at < begin or low[at] != mark or at + 1 >= end:
            # the sentence opens with the phrase itself, or with something else that ends in a comma
            segment = at + 1
            if end != comma or not _aside(line, segment, end):
                return phrase_ending(line, end - 1, segment) if segment < end else None
            return None
        if _aside(line, at + 1, end) or not _full_phrase(line, at + 1, end):
            named = phrase_ending(line, at - 1, begin) if at > begin else None
            if named and not is_pronoun(line, named) and _named(line, at + 1, end) and not _has_name(line, named):
                return phrase_ending(line, end - 1, at + 1)  # "a lawyer for the city, Ann Lee, said"
            if named and words[at - 1] != QUOTE and not _looks_adverbial(line, named, begin):
                return named
            end = at
            continue
        return phrase_ending(line, end - 1, at + 1)
    return None


def _with_name(line: Line, first: Phrase, comma: int) -> Phrase:
    """ "A lawyer for the city, |Ann Lee, said": the name, where the first phrase has none."""
    start = first.end + 1
    if not is_pronoun(line, first) and not _has_name(line, first) and start < comma and _named(line, start, comma):
        return Phrase(start, comma)
    return first


def _looks_adverbial(line: Line, phrase: Phrase, begin: int) -> bool:
    return line.low[phrase.start] in DAYS or line.low[phrase.end - 1] in DAYS or line.low[phrase.end - 1] in MONTHS


def _aside(line: Line, start: int, end: int) -> bool:
    """Could the words between two commas be an apposition or an adverbial?"""
    low = line.low[start]
    if low in _APPOSITION_STARTS or low in PREPOSITIONS or low in _PARTICIPLES or low in ADVERB or low in CLAUSE_STARTS:
        return True
    if line.words[start][0].isdigit() or (low.endswith("ing") and line.words[start][0].islower()):
        return True
    return line.words[start][0].islower() and low not in SUBJECT_PRONOUNS


def _full_phrase(line: Line, start: int, end: int) -> bool:
    low = line.low[start]
    return low in SUBJECT_PRONOUNS or low in DETERMINERS or line.words[start][0].isupper()


def _named(line: Line, start: int, end: int) -> bool:
    return all(word[0].isupper() for word in line.words[start:end]) and line.low[start] not in SUBJECT_PRONOUNS


def _has_name(line: Line, phrase: Phrase) -> bool:
    return line.words[phrase.end - 1][0].isupper() and (
        phrase.end - phrase.start > 1 or line.low[phrase.start] not in DETERMINERS
    )


def is_pronoun(line: Line, phrase: Phrase) -> bool:
    return phrase.end - phrase.start == 1 and line.low[phrase.start] in SUBJECT_PRONOUNS


def phrase_ending(line: Line, last: int, begin: int) -> Phrase | None:
    """The noun phrase whose last token is `last`, prepositional tails taken in."""
    low, words = line.low, line.words
    if last < begin:
        return None
    if words[last] in _BREAKS:
        return None
    if low[last] in SUBJECT_PRONOUNS and not (last > begin and low[last - 1] in ("the", "this", "that")):
        return Phrase(last, last + 1)
    if low[last] in ("which", "that") and last > begin and _nounish(line, last - 1 - (words[last - 1] == ",")):
        return Phrase(last, last + 1)
    # A relative clause without commas: "the man who founded the firm |said"
    i = last
    best = last + 1
    steps = 0
    while i >= begin and steps < 40:
        steps += 1
        word = words[i]
        lower = low[i]
        if word in _POSSESSIVE:
            i -= 1
            continue
        if word in _BREAKS:
            break
        if lower in RELATIVES and lower != "where" and i > begin:
            if best <= last and all(other[0].isupper() for other in words[best : last + 1]):
                return Phrase(best, last + 1)  # "the man whom Ann Lee |called"
            inner = phrase_ending(line, i - 1, begin)
            return inner if inner and not is_pronoun(line, inner) else Phrase(best, last + 1) if best <= last else None
        if word[0].isupper() and (lower not in CLAUSE_STARTS or i > begin) and lower not in PREPOSITIONS:
            best = i
            i -= 1
            continue
        if word[0].isupper() and ((lower in PREPOSITIONS and i > begin) or (lower in ADVERB and i == begin)):
            break
        if lower in DETERMINERS:
            best = i
            if i > begin and low[i - 1] in NP_PREPOSITIONS and i - 2 >= begin and _nounish(line, i - 2):
                i -= 2
                continue
            if i > begin and low[i - 1] in DETERMINERS:
                i -= 1
                continue
            break
        if lower in NP_PREPOSITIONS:
            if best <= last and i > begin and _nounish(line, i - 1):
                i -= 1
                continue
            break
        if lower == "and" or word == "&":
            if best == i + 1 and i > begin and (words[i - 1][0].isupper() and words[i + 1][0].isupper()):
                i -= 1
                continue
            break
        if lower in CLAUSE_STARTS or lower in PREPOSITIONS or lower in SUBJECT_PRONOUNS:
            break
        if is_verbish(lower) and not (best > last and _noun_here(line, i, begin)):
            if lower.endswith("ed") and best <= last and lower not in VERBS and _reduced(line, i, begin):
                i -= 1
                continue
            break
        if is_adverb(lower) and best > last:
            i -= 1
            last = i
            best = last + 1
            continue
        best = i
        i -= 1
    return Phrase(best, last + 1) if best <= last and _plausible(line, best, last + 1) else None


def _noun_here(line: Line, i: int, begin: int) -> bool:
    """Is a form like "report" or "claims" the noun here? An article, an adjective or a name before it says so."""
    lower = line.low[i]
    if i <= begin or not (lower in DOCUMENTS or SPEECH.get(lower) == lower):
        return False
    before = line.low[i - 1]
    return before in DETERMINERS or line.words[i - 1] in _POSSESSIVE or before in GROUP_NOUNS or (
        line.words[i - 1][0].isupper() or before.endswith(("al", "ic", "ive", "ous", "ing"))
    )  # fmt: skip


def _plausible(line: Line, start: int, end: int) -> bool:
    """Could this name anybody? A bare common word ("far", "odd") could not."""
    low = line.low[start]
    if low in DETERMINERS or end - start > 2:
        return True
    return any(
        line.words[i][0].isupper()
        or line.low[i] in ROLE_NOUNS
        or line.low[i] in GROUP_NOUNS
        or line.low[i].endswith("s")
        for i in range(start, end)
    )


def _reduced(line: Line, i: int, begin: int) -> bool:
    """Is this a participle that leans on the noun before it, "an official briefed on the plan"?"""
    return i > begin and line.low[i - 1] in _PEOPLE_HEADS


_PEOPLE_HEADS = word_set(
    "source sources official officials person people aide aides man woman group statement report memo letter "
    "adviser advisers lawyer spokesman spokeswoman"
)


def _nounish(line: Line, i: int) -> bool:
    word = line.words[i]
    lower = line.low[i]
    if word in _BREAKS or word in _POSSESSIVE:
        return False
    if word[0].isupper():
        return lower not in PREPOSITIONS
    return not (
        lower in PREPOSITIONS or lower in CLAUSE_STARTS or lower in SUBJECT_PRONOUNS or lower in DETERMINERS
        or is_verbish(lower) or lower in ADVERB
    )  # fmt: skip


def right_of(line: Line, cue: int, end: int) -> Phrase | None:
    """The subject that follows an inverted verb: "…," said Ann Lee of Boston, who …"."""
    low, words = line.low, line.words
    i = cue + 1
    while i < end and low[i] in ("also", "then", "again", "once", "later", "one", "recently") and low[i] != "one":
        i += 1
    if i >= end:
        return None
    start = i
    first = low[i]
    if first in _LONE and (
        i + 1 >= end or words[i + 1] in _BREAKS or (low[i + 1] in PREPOSITIONS and low[i + 1] != "of")
    ):
        return Phrase(i, i + 1)
    if first in PERSONAL:
        return Phrase(i, i + 1) if first in ("he", "she", "they", "we", "i", "it", "who") else None
    if not (words[i][0].isupper() or first in DETERMINERS or _nounish(line, i)) or words[i] in _BREAKS:
        return None
    if first in PREPOSITIONS or first in CLAUSE_STARTS or first in DAYS or is_adverb(first):
        return None
    seen_noun = False
    while i < end and i - start < 18:
        word, lower = words[i], low[i]
        if word in _POSSESSIVE:
            i += 1
            continue
        if word in _BREAKS:
            break
        if (lower in DAYS or lower in MONTHS) and seen_noun:
            break
        if lower in RELATIVES or lower in CLAUSE_STARTS:
            break
        if lower == "of" and low[i - 1] in _QUANTITIES:
            i += 1
            continue
        if lower in PREPOSITIONS:
            if (
                lower in ("of", "for", "at", "with", "from")
                and seen_noun
                and i + 1 < end
                and not (lower in ("at", "from", "with", "for") and not _tail(line, i + 1, end))
            ):
                i += 1
                continue
            break
        if lower == "and":
            if i + 1 < end and words[i + 1][0].isupper() and words[i - 1][0].isupper():
                i += 1
                continue
            break
        if lower in SUBJECT_PRONOUNS and lower not in DETERMINERS:
            break
        if (
            not word[0].isupper()
            and seen_noun
            and (lower in SPEECH or lower in AUX or lower in VERBS or is_adverb(lower))
        ):
            break
        if (
            lower in DETERMINERS
            and seen_noun
            and i > start + 1
            and low[i - 1] not in ("of", "for", "at", "with", "from")
        ):
            break
        if (lower not in DETERMINERS and lower not in DAYS) or (lower == "one" and i == start):
            seen_noun = True
        i += 1
    while i - 1 > start and (low[i - 1] in PREPOSITIONS or low[i - 1] in DETERMINERS or words[i - 1] in _POSSESSIVE):
        i -= 1
    return Phrase(start, i) if seen_noun and i > start else None


def _tail(line: Line, i: int, end: int) -> bool:
    """Does what follows "for", "at", "with" belong to the name: "a spokesman for the city"? Not "at a rally"."""
    return (line.words[i][0].isupper() and line.low[i] not in DAYS) or line.low[i] in ("the", "his", "her", "their")


def opening(line: Line, begin: int, end: int) -> Phrase | None:
    """The subject with which a sentence or clause opens, introductory adverbials passed over."""
    low, words = line.low, line.words
    i = begin
    while i < end and (
        (words[i] in _BREAKS and words[i] != QUOTE) or low[i] in ("and", "but", "yet", "so", "then", "or", "“")
    ):
        i += 1
    for _ in range(4):
        if i >= end or words[i] == QUOTE:
            return None
        lower = low[i]
        comma = _time_phrase(line, i, end)
        if comma:
            i = comma + 1
            continue
        if _adverbial(line, i, end):
            comma = i
            while comma < end and words[comma] != ",":
                if words[comma] in (":", ";") or (words[comma] == QUOTE and last_mark(line, comma) != ","):
                    return None
                if words[comma] == QUOTE:
                    break  # On “The Late Boat,” Ann Lee said
                comma += 1
            if comma >= end:
                return None
            i = comma + 1
            while (
                i + 1 < end
                and words[i][0].isupper()
                and words[i + 1] == ","
                and (low[i] in PLACES or words[i][-1] == "." or (len(words[i]) == 2 and words[i].isupper()))
            ):
                i += 2  # "At a rally in Port Ellery, Iowa, …"
            continue
        break
    if i >= end:
        return None
    if low[i] in SUBJECT_PRONOUNS and not (low[i] in DETERMINERS and i + 1 < end and _nounish(line, i + 1)):
        return Phrase(i, i + 1) if low[i] in PERSONAL else None
    start = i
    while i < end and i - start < 14:
        word, lower = words[i], low[i]
        if word in _POSSESSIVE:
            i += 1
            continue
        if word in _BREAKS or lower in RELATIVES:
            break
        if (
            i > start
            and not word[0].isupper()
            and (is_adverb(lower) or (is_verbish(lower) and SPEECH.get(lower) != lower))
        ):
            break
        if i > start and words[i - 1][0].isupper() and lower.endswith("s") and word[0].islower() and not _plural(lower):
            break  # "Ruiz lobbies for …"
        if lower in PREPOSITIONS and lower not in ("of", "for", "at", "with", "from", "in"):
            break
        if lower in CLAUSE_STARTS:
            break
        if lower in SUBJECT_PRONOUNS and lower not in DETERMINERS:
            break
        i += 1
    while i > start and (low[i - 1] in PREPOSITIONS or words[i - 1] in _POSSESSIVE or low[i - 1] in DETERMINERS):
        i -= 1
    return Phrase(start, i) if i > start else None


_LONE = frozenset(["one", "another", "some", "many", "others", "several", "both"])
_QUANTITIES = frozenset(["one", "two", "some", "many", "most", "several", "both", "all", "none", "another"])
_TIMES = word_set(
    "week month year night morning afternoon evening day weekend summer winter spring fall century decade "
    "season ago later "
    "earlier time moments minutes hours days weeks months years moment minute hour tuesday monday wednesday "
    "thursday friday "
    "saturday sunday instance"
)


def _adverbial(line: Line, i: int, end: int) -> bool:
    """Does an introduction begin here: "In a statement", "Asked by reporters", "Speaking from a crate"?"""
    lower = line.low[i]
    if lower in PREPOSITIONS or lower in CLAUSE_STARTS or lower in DAYS or lower in _PARTICIPLES or is_adverb(lower):
        return True
    return lower.endswith("ing") or (lower.endswith("ed") and i + 1 < end and line.low[i + 1] in PREPOSITIONS)


def _time_phrase(line: Line, i: int, end: int) -> int:
    """The comma that ends "Last month," or "Eight years ago,"; 0 when the clause opens otherwise."""
    for j in range(i + 1, min(end, i + 6)):
        if line.words[j] == ",":
            return j if line.low[j - 1] in _TIMES or line.low[j - 1] in MONTHS or line.words[j - 1].isdigit() else 0
        if not line.words[j][0].isalnum():
            return 0
    return 0


_PLURAL_ENDS = ("ers", "ors", "ists", "ents", "ants", "ians", "ates", "ss", "us", "men")
_PLURALS = GROUP_NOUNS | word_set("allies families policies parties aides plans emails ads news ’s")


def _plural(low: str) -> bool:
    return low.endswith(_PLURAL_ENDS) or low[:-1] in ROLE_NOUNS or low in _PLURALS


def clause_subject(line: Line, begin: int, cue: int) -> Phrase | None:
    """The subject of the clause that a participle or a second verb at `cue` belongs to."""
    low, words = line.low, line.words
    for i in range(cue - 2, begin, -1):
        if words[i] == ";" or (low[i] in ("and", "but", "while", "as") and words[i - 1] == ","):
            phrase = opening(line, i + 1, cue)
            if phrase and phrase.end < cue and is_verbish(low[phrase.end]) and words[phrase.start] != QUOTE:
                return phrase
    return opening(line, begin, cue)
