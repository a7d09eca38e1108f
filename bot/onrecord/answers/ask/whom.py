"""Does a sentence speak of whom a question asks about, of what they did, and of the kind of answer? Pure."""

from __future__ import annotations

from onrecord.answers.ask.answer_kinds import shows_kind
from onrecord.answers.ask.asked import Asked
from onrecord.answers.ask.clauses import (
    LIKE,
    acts,
    done_by_them,
    has_object,
    is_done_by_body,
    is_done_to,
    is_done_to_another,
    is_told_with,
    is_undergone,
    likes,
    speaks,
    subject_and_verb,
    undergone,
    whom_done_to,
)
from onrecord.answers.ask.ground import Ground
from onrecord.answers.ask.happenings import happened, is_contrary_denied, is_denied, told_of
from onrecord.answers.ask.offices import SPOUSE, holds
from onrecord.answers.ask.others import is_contrary_side, is_of_others, relates, says_contrary
from onrecord.answers.ask.owners import is_of_another, owned_in, owns
from onrecord.answers.ask.question import Question
from onrecord.answers.ask.references import goes_on_about, is_of_that
from onrecord.answers.ask.rows import is_another_one
from onrecord.answers.stemming import is_past, stem
from onrecord.answers.words import FUNCTION_WORDS, LIGHT, SAME_MEANING, SAME_WORD, Bag, like, said_in
from onrecord.text import words

_BODY = 0.6
"""How good an answer to "who" a council is that no sentence gives a name."""
OWN = stem("own")
_VALUES = frozenset("count money amount percent time place age".split())
_OWN = frozenset(stem(word) for word in "leave move run begin start become work come lead".split())
"""Of the words that mostly say little, verbs that say what was done."""
_SOMEBODY = frozenset("he she his her him they their i my we our".split())
_TOLD = frozenset(["place", "reason"])
"""Questions whose answer says what is asked about, and does not only stand beside it."""


def done(ground: Ground, asked: Asked, sentence: str, within: Bag, before: str) -> float:
    """Does it say that what somebody is asked for was done? 1 where it is nothing of the kind that is asked."""
    act = asked.question.act
    office = asked.question.office
    held = holds(sentence, office, asked.question.words, now=asked.question.is_of_now) if office else SAME_WORD
    if not held or not act or (office == act and held < SAME_MEANING):
        return held
    if asked.question.is_race:
        return float(stem(act) in map(stem, happened(sentence)))
    done = asked.has(Bag.of(*happened(sentence)) if is_past(act) else within, act)
    thing = asked.question.thing
    if not done and thing and stem(act) == OWN and asked.has(within, thing):
        return SAME_MEANING * owns(sentence, thing, ground.people)
    if not done or not thing or (asked.has(within, thing) and is_done_to(sentence, act, thing, ground.persons)):
        return done
    if not asked.has(within, thing) and goes_on_about(before, sentence, act, thing):
        return done
    there = Bag.of(before)
    if not asked.has(within, thing) and asked.has(there, thing) and is_of_that(sentence, act):
        return done
    # The whole story may be about it.
    if done < SAME_WORD or not asked.has(ground.title, thing) or asked.has(within, thing) or thing in ground.persons:
        return 0.0
    return 0.0 if has_object(sentence, act) else done


def is_about_whom(ground: Ground, asked: Asked, sentence: str, within: Bag, beside: Bag) -> bool:
    """Yes or no needs all of the question; whoever does something, or has it, must be the one asked about."""
    question = asked.question
    if question.polar:
        needed = [question.words[-1], *(word for word in question.words if word in ground.people)]
        if not all(asked.has(within, word) or is_contrary_denied(sentence, word) for word in needed):
            return False
    elif question.kind != "person" and _is_contrary(ground, asked, sentence, within):
        return False
    names = ground.persons | question.proper
    if question.kind == "reason" and asked.has_unheard:
        return False
    deed = done_by_them(question.text) if question.kind == "reason" else None
    if deed and (not asked.has(within, deed) or question.words == (deed,)):
        return False
    doing = subject_and_verb(question.text, names)
    if doing:
        if not acts(sentence, *doing, ground.people) or (
            question.polar and not asked.has(within, doing[1]) and not says_contrary(within, sentence, doing[1])
        ):
            return False
        if question.kind == "reason" and is_denied(sentence, doing[1]) and not is_denied(question.text, doing[1]):
            return False
        whom = whom_done_to(question.text, doing[1], ground.persons)
        if whom and is_done_to_another(sentence, doing[1], whom, ground.people - {doing[0]}):
            return False
        if not _is_what_they_did(ground, asked, sentence, within, beside, *doing):
            return False
        told = question.words[-1] if stem(doing[1]) in LIGHT else doing[1]
        if question.kind in _TOLD and not (asked.has(within, told) or asked.has(ground.title, told)):
            return False
    suffered = undergone(question.text, names) if question.kind in _TOLD else None
    if question.kind == "reason" and not doing:
        suffered = suffered or question.words[-1]
    asked_about = ground.persons.intersection(question.words)
    if suffered and not (asked.has(within, suffered) or _is_in_title(ground, asked, suffered, asked_about)):
        return False
    if asked_about and question.kind in _VALUES | _TOLD and _is_without(ground, asked, sentence, within, asked_about):
        return False
    endured = undergone(question.text, names) if asked_about and question.kind in _TOLD | {"time"} else None
    if (
        endured
        and any(like(word, endured) for word in said_in(sentence))
        and not is_undergone(sentence, endured, asked_about, ground.people - asked_about)
    ):
        return False
    whom = whom_done_to(question.text, question.act, ground.persons) if question.act else None
    if whom and question.act and is_done_to_another(sentence, question.act, whom, ground.people):
        return False
    if question.speaker and not (
        all(asked.has(within, word) for word in question.speaker) and speaks(sentence, question.speaker)
    ):
        return False
    if is_another_one(question.text, sentence) or not is_told_with(question.text, sentence):
        return False
    if is_of_others(question.text, sentence) or is_contrary_side(question.text, sentence):
        return False
    if question.asks_same and not (relates(sentence) and all(asked.has(within, word) for word in question.words)):
        return False
    if question.kind == "age" and _is_of_namesake(ground, question, within):
        return False
    owned = owned_in(question.text, names)
    if (
        owned
        and f"{owned[0]}'s" in said_in(question.text)
        and question.kind == "any"
        and (stem(owned[1]) not in LIGHT or owned[1] == question.words[-1])
        and not asked.has(within, owned[1])
    ):
        return False
    if owned and owned[1] == SPOUSE and "married" in within.words:
        return True  # to whom somebody is married does not own it
    return not owned or not is_of_another(sentence, *owned, names=ground.people)


def _is_in_title(ground: Ground, asked: Asked, suffered: str, asked_about: frozenset[str]) -> bool:
    """Of a title that names nobody asked about, a word of like meaning may be told of something else: "turns down" is
    "dismissed" of an offer."""
    told = asked.has(ground.title, suffered)
    if told >= SAME_WORD or not asked_about:
        return told > 0
    return told > 0 and any(asked.has(ground.title, one) for one in asked_about)


def _is_without(ground: Ground, asked: Asked, sentence: str, within: Bag, asked_about: frozenset[str]) -> bool:
    """Does it name none of those who are asked about, and say neither "he" nor "she"?"""
    last = asked_about & ground.people or asked_about
    if any(asked.has(within, word) for word in last):
        return False
    others = (ground.people & within.words) - asked_about
    if not others and any(asked.has(ground.title, word) for word in last):
        return False
    return bool(others) or _SOMEBODY.isdisjoint(said_in(sentence))


def _is_contrary(ground: Ground, asked: Asked, sentence: str, within: Bag) -> bool:
    """Does it say that the contrary was done? "Why did they reject it?" supposes what "approved" does not bear out."""
    return any(
        says_contrary(bag, told, word) and not asked.has(bag, word)
        for word in asked.question.words
        if word not in asked.proper and not asked.has(within, word) and not is_contrary_denied(sentence, word)
        for bag, told in ((within, sentence), (ground.title, ground.story.title))
    )


def _is_what_they_did(
    ground: Ground, asked: Asked, sentence: str, within: Bag, beside: Bag, somebody: str, verb: str
) -> bool:
    question = asked.question
    if verb == LIKE:
        return likes(sentence, somebody) and bool(asked.has(within, somebody))
    if verb in FUNCTION_WORDS and not asked.has(within, verb):
        return False
    if question.kind in _TOLD and stem(verb) in _OWN and not (asked.has(beside, verb) or asked.has(ground.title, verb)):
        return False
    if (
        "did" in said_in(question.text)
        and any(like(word, verb) for word in said_in(sentence))
        and not asked.has(Bag.of(*happened(sentence)), verb)
        and not (question.polar and is_denied(sentence, verb))
    ):
        return False
    if (
        question.kind in ("any", "person")
        and not question.speaker
        and stem(verb) not in LIGHT
        and not asked.has(within, verb)
        and not (question.polar and says_contrary(within, sentence, verb))
    ):
        return False
    if question.kind == "time" and (stem(verb) not in LIGHT or stem(verb) in _OWN):
        told = (told_of(beside, verb), told_of(ground.title, verb))
        if not any(asked.has(bag, verb) for bag in told):
            return False
    if somebody not in ground.persons or asked.has(within, somebody):
        return True
    # What a sentence about somebody else has is theirs.
    others = (ground.people & within.words).difference(question.words)
    return question.kind != "person" and not (question.kind in _VALUES and others)


def _is_of_namesake(ground: Ground, question: Question, within: Bag) -> bool:
    """Does the sentence name another one of the family, and not whom the question names in full?"""
    named = [words(person.name) for person in ground.story.people if person.kind == "person"]
    for name in named:
        if len(name) > 1 and set(name) <= set(question.words) and name[0] not in within.words:
            return any(one[-1] == name[-1] and one != name and one[0] in within.words for one in named)
    return False


def fits(ground: Ground, asked: Asked, sentence: str, within: Bag) -> float:
    if asked.question.kind == "person":
        others = {word.removesuffix("'s") for word in within.words} & ground.people - set(asked.question.words)
        if any(not asked.has(Bag.of(*asked.question.words), name) for name in others):
            return 1.0
        if asked.question.act and is_done_by_body(sentence, asked.question.act):
            return _BODY
    others = ground.people.difference(asked.question.words) if asked.question.kind == "age" else frozenset[str]()
    alone = others.isdisjoint(word.removesuffix("'s") for word in said_in(sentence)) if others else True
    return shows_kind(asked.question, sentence, alone=alone, persons=ground.persons)
