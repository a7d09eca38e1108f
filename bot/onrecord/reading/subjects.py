"""The subject of a reporting verb: which words, to its left or right, name who speaks."""

from __future__ import annotations

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
from onrecord.reading.line import QUOTE, Line
from onrecord.reading.noun_phrases import (
    APPOSITION_STARTS,
    BREAKS,
    PARTICIPLES,
    POSSESSIVE,
    QUANTITIES,
    Phrase,
    is_pronoun,
    nounish,
    opening,
    phrase_ending,
)

_BE = frozenset(["is", "was", "are", "were", "been", "be", "’s", "'s"])


def left_of(line: Line, cue: int, begin: int) -> Phrase | None:
    """The subject that ends before the verb at token `cue`, in the sentence that begins at `begin`."""
    low = line.low
    j = cue - 1
    infinitive = False
    while j >= begin:
        word = low[j]
        if word in AUX or (is_adverb(word) and not _surname(line, j)) or word in ("to", "not", "n’t"):
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
        begin = _clause_begin(line, begin, j)
        first = opening(line, begin, cue)
        if first and first.end < j and low[first.end] == "," and first.start < first.end:
            return _with_name(line, first, j)
        return _before_apposition(line, j, begin)
    if word in ("—", "–", "--", "―"):
        return _before_apposition(line, j, begin)
    if word in ("them", "us", "whom") and j - 2 >= begin and low[j - 1] == "of" and low[j - 2] in QUANTITIES:
        return Phrase(j - 2, j + 1)
    if word in _OBJECTS or (word == "you" and j > begin and low[j - 1] not in ("and", "of")):
        return None  # "whoever wrote to her on Monday |said"
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
        if line.low[i] in ("who", "whose", "whom"):
            phrase = phrase_ending(line, i - 1, begin)
            return phrase if phrase and not is_pronoun(line, phrase) else None
    return None


def _governor(line: Line, phrase: Phrase, begin: int) -> Phrase | None:
    """Who speaks where the phrase hangs on a preposition: "officials who met |with Lee said", "a note sent |by Lee"."""
    low, words = line.low, line.words
    at = phrase.start - 2
    if low[at] in ("and", "but") and (low[phrase.end - 1] in DOCUMENTS or low[phrase.end - 1] in _OCCASIONS):
        return None  # "Ann Lee left and |in a statement praised": the subject of the clause
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


_GOVERNING = word_set("with to by in on at during of from for against into")
_PARTICLES = word_set("out up on off round around over")
_OCCASIONS = word_set("interview speech conference call debate meeting hearing address briefing")
_PASSIVES = word_set("cut sent written made held taken read put given seen found")


def _calling(line: Line, phrase: Phrase) -> bool:
    """ "A broker from Ellery", not "a broker" alone, who might be somebody else."""
    tied = next((i for i in range(phrase.start + 1, phrase.end) if line.low[i] in PREPOSITIONS), 0)
    return tied > 0 and line.low[tied - 1] in ROLE_NOUNS


def _surname(line: Line, i: int) -> bool:
    """ "Connolly |said": a capital inside a sentence makes a name of what ends like an adverb."""
    return line.words[i][0].isupper() and line.low[i] not in ADVERB and line.low[i] not in DAYS


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
        if line.words[i] in BREAKS:
            break
        if line.low[i] in ("who", "which"):
            inner = phrase_ending(line, i - 2 if line.words[i - 1] == "," else i - 1, begin)
            return inner if inner and not is_pronoun(line, inner) else phrase
    return phrase


_CATENATIVE = word_set(
    "continued continues began begins used started seemed seems appeared proceeded declined refused wanted liked "
    "likes tried tries hastened managed dared proceeds paused stopped forced felt rushed moved rose had has wants "
    "quick careful able willing ready compelled expected scheduled supposed came"
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
            if end != comma or not _aside(line, segment):
                return phrase_ending(line, end - 1, segment) if segment < end else None
            return None
        if _aside(line, at + 1) or not _full_phrase(line, at + 1):
            named = phrase_ending(line, at - 1, begin) if at > begin else None
            if named and not is_pronoun(line, named) and _named(line, at + 1, end) and not _has_name(line, named):
                return phrase_ending(line, end - 1, at + 1)  # "a lawyer for the city, Ann Lee, said"
            if named and words[at - 1] != QUOTE and not _looks_adverbial(line, named):
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


def _looks_adverbial(line: Line, phrase: Phrase) -> bool:
    return line.low[phrase.start] in DAYS or line.low[phrase.end - 1] in DAYS or line.low[phrase.end - 1] in MONTHS


def _aside(line: Line, start: int) -> bool:
    """Could the words between two commas be an apposition or an adverbial?"""
    low = line.low[start]
    if low in APPOSITION_STARTS or low in PREPOSITIONS or low in PARTICIPLES or low in ADVERB or low in CLAUSE_STARTS:
        return True
    if line.words[start][0].isdigit() or (low.endswith("ing") and line.words[start][0].islower()):
        return True
    return line.words[start][0].islower() and low not in SUBJECT_PRONOUNS


def _full_phrase(line: Line, start: int) -> bool:
    low = line.low[start]
    return low in SUBJECT_PRONOUNS or low in DETERMINERS or line.words[start][0].isupper()


def _named(line: Line, start: int, end: int) -> bool:
    return all(word[0].isupper() for word in line.words[start:end]) and line.low[start] not in SUBJECT_PRONOUNS


def _has_name(line: Line, phrase: Phrase) -> bool:
    return (
        line.words[phrase.end - 1][0].isupper()
        and line.low[phrase.end - 1] not in ROLE_NOUNS
        and (phrase.end - phrase.start > 1 or line.low[phrase.start] not in DETERMINERS)
    )


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
    while i < end and i - start < 18:
        word, lower = words[i], low[i]
        if word in POSSESSIVE:
            i += 1
            continue
        if word in BREAKS:
            break
        if (lower in DAYS or lower in MONTHS) and seen_noun:
            break
        if lower in RELATIVES or lower in CLAUSE_STARTS:
            break
        if lower == "of" and low[i - 1] in QUANTITIES:
            i += 1
            continue
        if lower in PREPOSITIONS:
            if (
                lower in ("of", "for", "at", "with", "from")
                and seen_noun
                and i + 1 < end
                and not (lower in ("at", "from", "with", "for") and not _tail(line, i + 1))
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
            and not (i == start + 2 and first in ("a", "an", "the") and lower in DOCUMENTS)  # "a taped message"
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
    while i - 1 > start and (low[i - 1] in PREPOSITIONS or low[i - 1] in DETERMINERS or words[i - 1] in POSSESSIVE):
        i -= 1
    return Phrase(start, i) if seen_noun and i > start else None


def _tail(line: Line, i: int) -> bool:
    """Does what follows "for", "at", "with" belong to the name: "a spokesman for the city"? Not "at a rally"."""
    return (line.words[i][0].isupper() and line.low[i] not in DAYS) or line.low[i] in ("the", "his", "her", "their")


_LONE = frozenset(["one", "another", "some", "many", "others", "several", "both"])


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
            if is_verbish(low[verb]):
                return phrase
    return opening(line, begin, cue)
