"""Does a sentence say what is asked, and of the right one: who acts, did it happen, whose is it? Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import chain, pairwise, takewhile

from onrecord.answers.stemming import is_past, stem
from onrecord.answers.words import FUNCTION_WORDS, is_typo_of, like, said_in
from onrecord.text import words

_SAYING = frozenset(
    stem(word)
    for word in "say tell think claim argue comment respond reply write warn state suggest mention call tweet announce"
    " report describe criticize add declare note insist acknowledge explain ask deny promise according demand".split()
)
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_BREAKS = frozenset("that which who whom whose because while whereas but".split())
_APART = frozenset("when after before from in at with against during".split())
"""What follows them is no longer what it was done to."""
_RACING = frozenset(stem(word) for word in "win won winner victory lead".split())
_DETERMINERS = frozenset("a an the his her its their my our".split())
_DOING = frozenset(
    "did does do has have had will would could can didn't doesn't don't hasn't haven't won't couldn't wouldn't".split()
)
_BEING = frozenset("is are was were".split())
_BODIES = frozenset(
    "assembly authorities authority board borough cabinet club commission committee company congress council court"
    " firm government house jury league legislature ministry panel parliament party police regulators school senate"
    " team tribunal union university voters".split()
)
_HELPERS = _DOING | _BEING
_OBJECTS = _DETERMINERS | {"this", "that", "these", "those", "two", "three", "another"}
_OTHERS = frozenset("he she they it".split())
_NEAR = 3
"""Words between a pronoun and its verb."""
PRONOUNS = frozenset("he she they it we i".split())
LIKE = "like"
"""A verb only behind a subject."""
_LIKING = frozenset(
    "likes liked love loves loved favorite favourite favorites favourites enjoy enjoys enjoyed prefers fan".split()
)
_CLAUSE = 12
"""Words between a subject and its verb."""
_INTRODUCED = 6
"""Words between a name and the "who" that goes on about it: "Ada Lund, the former mayor who …"."""
_OPENS = 4
"""Words with which a sentence opens."""
_WHOM = frozenset(["who", "whom", "what", "which"])
_LEADING_TO = frozenset("to for with from against of".split())
_FEWEST = 4
"""Words of a question that ends in one of them."""


def subject_and_verb(question: str, names: Collection[str]) -> tuple[str, str] | None:
    """ "How much did Ada Lund give?": ("lund", "give"); `names`: the words that are part of somebody's name."""
    asked = said_in(question)
    for n, word in enumerate(asked):
        if word in _HELPERS:
            end = n + 1
            while end < len(asked) and asked[end] in names:
                end += 1
            if not n + 1 < end < len(asked):
                continue
            # What was done to somebody is not what they did.
            is_verb = asked[end] not in FUNCTION_WORDS or asked[end] in (LIKE, "give")
            if is_verb and (word in _DOING or asked[end].endswith("ing")):
                return asked[end - 1], asked[end]
    return None


def undergone(question: str, names: Collection[str]) -> str | None:
    """ "Why was Ada Lund dismissed?": "dismissed"; `names`: the words that are part of somebody's name."""
    asked = said_in(question)
    for n, word in enumerate(asked):
        if word in _BEING:
            end = n + 1
            while end < len(asked) and asked[end] in names:
                end += 1
            if n + 1 < end < len(asked) and (is_past(asked[end]) or asked[end] == "born"):
                return asked[end]
    return None


def is_undergone(sentence: str, verb: str, names: frozenset[str], others: frozenset[str]) -> bool:
    """Was it done, and to none of the `others`? "Lund was elected"; but no "election", nor "Kern was elected".

    `names`: of those asked about.
    """
    said = [word.removesuffix("'s") for word in said_in(sentence)]
    for n, word in enumerate(said):
        if not like(word, verb):
            continue
        if word != verb and not is_past(word):
            if not names.isdisjoint([*said[max(0, n - 2) : n], *said[n + 1 : n + 5]]):
                return True  # "Lund's election", "the election of Ada Lund"
            continue
        named = [
            said[k]
            for k in range(max(0, n - _CLAUSE), n)
            if said[k] in names or (said[k] in others and "by" not in said[max(0, k - _NEAR) : k])
        ]
        if not named or named[-1] in names:
            return True
    return False


def done_by_them(question: str) -> str | None:
    """ "Why did they leave?": "leave", of which nothing tells whose it is."""
    asked = said_in(question)
    for n, word in enumerate(asked[1:-1], 1):
        if word in PRONOUNS and asked[n - 1] in _DOING and asked[n + 1] not in FUNCTION_WORDS:
            return asked[n + 1]
    return None


def whom_done_to(question: str, verb: str, names: Collection[str]) -> str | None:
    """ "Why did Ada Lund thank Bo Kern?", "Who ran against Bo Kern?": "kern"."""
    asked = [word.removesuffix("'s") for word in said_in(question)]
    following = asked[asked.index(verb) + 1 :] if verb in asked else []
    named = list(takewhile(names.__contains__, following[1:] if following[:1] == ["against"] else following))
    return named[-1] if named else None


def is_done_by_body(sentence: str, act: str) -> bool:
    """ "The council voted it down", "it was rejected by the court": a body that acts as one."""
    said = said_in(sentence)
    for n, word in enumerate(said):
        if like(word, act) and is_past(word):
            before = said[max(0, n - 3) : n]
            if said[n + 1 : n + 2] == ["by"]:
                if not _BODIES.isdisjoint(said[n + 2 : n + 5]):
                    return True
            elif _BEING.isdisjoint(before) and "been" not in before and not _BODIES.isdisjoint(before):
                return True
    return False


def is_done_to_another(sentence: str, verb: str, whom: str, others: Collection[str]) -> bool:
    """Does it have the verb, and of somebody else each time? `others`: last names but for the one's who does it."""
    said = [word.removesuffix("'s") for word in said_in(sentence)]
    verbs = [n for n, word in enumerate(said) if like(word, verb)]
    for n in verbs:
        after = takewhile(lambda word: word not in _BREAKS, said[n + 1 : n + _CLAUSE])
        first = next((word for word in after if word == whom or word in others), whom)
        if first == whom or whom in said[max(0, n - _CLAUSE) : n]:
            return False
    return bool(verbs)


def is_told_with(question: str, sentence: str) -> bool:
    """ "Whom did she sell it to?": does it have "to" behind the verb, as far as that is asked?"""
    asked = said_in(question)
    if len(asked) < _FEWEST or asked[-1] not in _LEADING_TO or asked[0] not in _WHOM:
        return True
    verbs = [word for word in asked[2:-1] if word not in FUNCTION_WORDS]
    verbs = asked[-2:-1] if is_past(asked[-2]) else verbs  # "charged with"
    said = said_in(sentence)
    for n, word in enumerate(said):
        if (
            word == asked[-1]
            and any(
                like(one, verb) and (is_past(one) or not is_past(verb))  # nor "charges"
                for verb in verbs
                for one in said[max(0, n - _CLAUSE) : n]
            )
        ):
            return True
    return False


def likes(sentence: str, somebody: str) -> bool:
    """Does it say what they like? "Like" alone mostly compares."""
    said = said_in(sentence)
    if not _LIKING.isdisjoint(said):
        return True
    return any(word == LIKE and somebody in said[max(0, n - 2) : n] for n, word in enumerate(said))


def subject_of(question: str) -> str | None:
    """The first word of what a question is about: "rowers" of "how many of the rowers …", "why did the rowers …"."""
    asked = said_in(question)
    for n, word in enumerate(asked[:-1]):
        if word in _HELPERS:
            following = asked[n + 2 if asked[n + 1] in _DETERMINERS else n + 1 :]
            return following[0] if len(following) > 1 and following[0] not in FUNCTION_WORDS else None
    return None


def acts(sentence: str, subject: str, verb: str, others: Collection[str] = ()) -> bool:
    """Is it the subject who does it, as far as the sentence has the verb at all? `others`: last names of others."""
    said = said_in(sentence)
    verbs = [n for n, word in enumerate(said) if like(word, verb)]
    if not verbs:
        return True
    told = words(_QUOTED.sub(" ", sentence))
    if subject in told and not any(like(word, verb) for word in told):
        # Whoever says "she left" does not say it of herself.
        own = [n for n in verbs if not _OTHERS.isdisjoint(said[max(0, n - _NEAR) : n])]
        return len(own) < len(verbs) and any(_is_subject(said, n, subject, others) for n in verbs if n not in own)
    return any(_is_subject(said, n, subject, others) for n in verbs)


def _is_subject(said: Sequence[str], verb: int, subject: str, others: Collection[str] = ()) -> bool:
    if "by" in said[verb + 1 : verb + 3] and subject in said[verb + 1 : verb + 7]:
        return True
    # "The death on Monday of Ada Lund", "Ada Lund's death".
    if "of" in said[verb + 1 : verb + 4] and subject in said[verb + 2 : verb + 2 + _INTRODUCED]:
        return True
    if f"{subject}'s" in said[max(0, verb - 2) : verb]:
        return True
    # "The gift that Ada Lund made".
    if any(word == subject and other == "made" for word, other in pairwise(said[verb + 1 : verb + _CLAUSE])):
        return True
    for n in range(verb - 1, max(-1, verb - _CLAUSE), -1):
        if said[n] in _BREAKS:
            before = said[max(0, n - _INTRODUCED) : n]
            # Of "Lund's pilot Bo Kern, who …" it is Kern.
            named = [word for word in before if word == subject or word in others]
            return said[n] == "who" and named[-1:] == [subject]
        if said[n] == subject:
            return True
        if said[n] in PRONOUNS and (subject in said[:n] or subject not in said[verb + 1 :]):
            # Of "Bo Kern left, and Lund said that he" it is Kern.
            first = next((one for word in said[:n] if (one := word.removesuffix("'s")) == subject or one in others), "")
            return said[n] not in _OTHERS or first in ("", subject)
    # Whoever opens a sentence is its subject to the end: "Ada Lund, 44, …, was sent home and pleaded guilty".
    opens = subject in said[:_OPENS] and not _BREAKS.intersection(said[:verb])
    return opens and not any(word.removesuffix("'s") in others for word in said[:verb] if word != subject)


def speaks(sentence: str, speaker: frozenset[str]) -> bool:
    """Is there a verb of saying, of which one of these words may be the subject? "Lund said", "said Ada Lund"."""
    said = words(_QUOTED.sub(" ", sentence))
    if speaker.isdisjoint(said) and not speaker.isdisjoint(said_in(sentence)):
        return False  # "Look what Lund did," he said: that is not Lund
    verbs = [n for n, word in enumerate(said) if stem(word) in _SAYING]
    return any(
        not speaker.isdisjoint(said[n + 1 : n + 4]) or any(_is_subject(said, n, word) for word in speaker)
        for n in verbs
    )


def is_done_to(sentence: str, act: str, thing: str, names: Collection[str] = ()) -> bool:
    """Is it the thing to which it was done, as far as the sentence has the verb at all? "Won the cup", "won by".

    `names`: words of names, whose bearers do what stands behind them.
    """
    said = said_in(sentence)
    verbs = [n for n, word in enumerate(said) if like(word, act)]
    return not verbs or any(
        _is_object(said, n, thing, is_doer=thing in names and _is_done_by_who_is_before(said, n))
        and not _is_nobody_s(said, n, thing)
        for n in verbs
    )


def _is_done_by_who_is_before(said: Sequence[str], verb: int) -> bool:
    """ "Lund |endorsed", "Lund, a |supporter"; but "Lund was |endorsed", "Lund won the |endorsement"."""
    if said[verb].endswith(("er", "ers", "or", "ors")):
        return True
    passive = "by" in said[verb + 1 : verb + 3] or not (_BEING | {"been"}).isdisjoint(said[max(0, verb - 3) : verb])
    return is_past(said[verb]) and not passive


def has_object(sentence: str, act: str) -> bool:
    """Does it say what it was done to, whatever that is? "Founded the choir"; but "its founder, Bo Kern"."""
    said = said_in(sentence)
    return any(following in _OBJECTS and like(word, act) for word, following in pairwise(said))


def _is_nobody_s(said: Sequence[str], verb: int, thing: str) -> bool:
    """ "Letters leaked in May", "the letters were leaked": by whom, nobody says."""
    if not is_past(said[verb]) or "by" in said[verb + 1 : verb + _CLAUSE]:
        return False
    before = said[max(0, verb - 1) : verb]
    return before == ["been"] or any(word in _BEING or like(word, thing) for word in before)


def _is_object(said: Sequence[str], verb: int, thing: str, *, is_doer: bool = False) -> bool:
    # "The cup was won by Ada", "the cup that Ada won".
    before = said[verb:verb] if is_doer else said[max(0, verb - _CLAUSE) : verb]
    if said[verb + 1 : verb + 2] == ["in"] and stem(said[verb]) in _RACING:
        verb += 1  # "a win in the race" is one of the race
    if said[verb + 1 : verb + 2] == ["against"] and not is_past(said[verb]):
        verb += 1  # "a lawsuit against Lund"
    after = takewhile(lambda word: word not in _BREAKS and word not in _APART, said[verb + 1 : verb + _CLAUSE])
    return any(like(word, thing) or is_typo_of(thing, (word,)) for word in chain(before, after))
