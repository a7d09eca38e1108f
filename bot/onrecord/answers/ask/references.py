"""Of what a sentence speaks that it does not name in full: "the final", once it was "the Orm Cup final". Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from onrecord.answers.ask.offices import NAMELESS
from onrecord.answers.ask.question import Question
from onrecord.answers.stemming import stem
from onrecord.answers.words import FUNCTION_WORDS, like, said_in
from onrecord.text import words

_OPENING = 4
"""Words among which stands what a sentence is about."""
_OBJECTS = frozenset("the it them this him her".split())
_PRONOUNS = frozenset(["it", "they"])
_BEING = frozenset("is was are were will has have".split())
_WHOSE = frozenset(["its", "their"])
_POINTING = frozenset("the this that these those its their his her".split())


_DECIDED = re.compile(
    r"(?:The|This|That) (?:decision|move|step|announcement|change|closure|ban|cuts?|delay|ruling|order|vote|resignation"
    r"|dismissal|walkout|strike|cancellation|withdrawal) (?:came|comes|follow|was|is|had)"
    r"|(?:It|This|That) (?:came|comes|follow)"
)


def goes_on_why(sentence: str) -> bool:
    """Does it go on about what the paragraph before it told? "The decision came after the roof had given way"."""
    return bool(_DECIDED.match(sentence))


_LISTS = re.compile(r"who (?:(?:has|have|had|also|all|else|is|was|are|were) ){0,2}(?P<did>[\w' ]+)\??$", re.IGNORECASE)
_DENYING = frozenset("not no never none nor nobody without except but refuse refused decline declined".split())


def heads_list(question: Question, section: str, sentence: str) -> str | None:
    """What those did whom a sentence names under a heading like "Who signed", where it is asked whether one did."""
    found = _LISTS.fullmatch(section) if question.polar else None
    if not found:
        return None
    said = said_in(sentence)
    is_denied = any(word in _DENYING or word.endswith("n't") for word in (*said, *said_in(section)))
    return None if is_denied else found["did"]


def phrases(question: str, subject: Sequence[str]) -> list[tuple[str, ...]]:
    """Runs of subject words that follow one another in a question, two or more: "when is the |orm cup final|"."""
    found: list[tuple[str, ...]] = []
    run: list[str] = []
    for word in [*said_in(question), ""]:
        if word in subject:
            run.append(word)
            continue
        if len(run) > 1:
            found.append(tuple(run))
        run = []
    return found


def points_to(sentence: str, stems: Collection[str], phrase: Sequence[str]) -> bool:
    """Does it speak of the last word of a phrase as of what is known, without any of the rest?

    `stems`: of the sentence.
    """
    head = stem(phrase[-1])
    if head not in stems or any(stem(word) in stems for word in phrase[:-1]):
        return False
    return any(one in _POINTING and stem(thing) == head for one, thing in pairwise(said_in(sentence)))


def goes_on_about(before: str, sentence: str, act: str, thing: str) -> bool:
    """ "The Owls, a choir of sailors, …": "Bo Kern, who founded the choir" founded the Owls, and so did "its
    founder"."""
    if thing not in words(before)[:_OPENING]:
        return False
    said = said_in(sentence)
    pairs = list(pairwise(said))
    if said[0] in _PRONOUNS and "by" in said and not _BEING.isdisjoint(said[1:3]):
        return any(like(word, act) for word in said)  # "it was founded by"
    if any(like(word, act) and following in _OBJECTS for word, following in pairs):
        return True
    return any(whose in _WHOSE and like(word, act) for whose, word in pairs[:1])


def is_of_that(sentence: str, act: str) -> bool:
    """ "The firm's founder": of a firm that another sentence names."""
    said = said_in(sentence)
    return any(
        word.endswith("'s") and word[:-2] in NAMELESS and any(like(one, act) for one in said[n + 1 : n + 1 + _OPENING])
        for n, word in enumerate(said)
    )


def opening_name(text: str, told: Sequence[str]) -> frozenset[str]:
    """The name with which a story begins, one word or more, where it is told of further: what it is about.

    `told`: its passages.
    """
    found: list[str] = []
    for token in text.split(maxsplit=6)[:6]:
        plain = "".join(words(token)[-1:])
        if not token[:1].isupper() or not plain or plain in FUNCTION_WORDS:
            if not found and plain == "the":
                continue
            break
        found.append(token.strip("“”\"'’,.;:"))
        if not token[-1].isalnum():
            break
    if not found or any(sum(one.count(name) for one in told) < 2 for name in found):
        return frozenset()
    return frozenset(word.removesuffix("'s") for name in found for word in words(name))
