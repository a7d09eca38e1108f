"""Whose a thing is: in a question, and in a sentence. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.answers.words import FUNCTION_WORDS, like, said_in

_OWNING = frozenset("to of for".split())


def owned_in(question: str, names: Collection[str]) -> tuple[str, str] | None:
    """ "Ada Lund's donors", "donors to Ada Lund": ("lund", "donors"); `names`: the words of names."""
    asked = said_in(question)
    for n, word in enumerate(asked):
        if word.endswith("'s") and word not in FUNCTION_WORDS:
            thing = ""
            for following in asked[n + 1 : n + 4]:
                if following in FUNCTION_WORDS:
                    break
                thing = following
            if thing:
                return word.removesuffix("'s"), thing
        if word in _OWNING and 0 < n < len(asked) - 1 and asked[n + 1] in names and asked[n - 1] not in FUNCTION_WORDS:
            end = n + 1
            while end + 1 < len(asked) and asked[end + 1] in names:
                end += 1
            return asked[end], asked[n - 1]
    return None


def owns(sentence: str, thing: str, names: Collection[str]) -> bool:
    """ "Lund's old boat": somebody's; `names`: last names of those in the story."""
    said = said_in(sentence)
    return any(
        one.removesuffix("'s") in names and one.endswith("'s")
        for n, word in enumerate(said)
        if word == thing
        for one in said[max(0, n - 3) : n]
    )


def is_of_another(sentence: str, owner: str, thing: str, names: Collection[str]) -> bool:
    """Does it speak of such a thing, and only of other people's? `names`: last names of those in the story."""
    said = said_in(sentence)
    owners = [_owners(said, n, names) for n, word in enumerate(said) if like(word, thing)]
    return any(owners) and not any(owner in found or not found for found in owners)


def _owners(said: Sequence[str], thing: int, names: Collection[str]) -> set[str]:
    """Whose the thing is: "Lund's donors", "the donors to Mrs. Lund's campaign"."""
    found = {word.removesuffix("'s") for word in said[max(0, thing - 3) : thing] if word.endswith("'s")}
    for n in range(thing + 1, min(thing + 2, len(said))):
        if said[n] in _OWNING:
            found |= {word.removesuffix("'s") for word in said[n + 1 : n + 5]}
    return found & set(names)
