"""Does a sentence say what a thing is called? Pure."""

from __future__ import annotations

import re

from onrecord.answers.words import like
from onrecord.text import fold, words

_DETERMINERS = frozenset("a an the his her its their my our".split())
_TOKEN = re.compile(r"[^\W_][\w'’.&-]*")
_PLACING = frozenset("in at on near from off to for of".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_CALLED = frozenset("called named is was the".split())
_NAMING = frozenset("called named nicknamed dubbed".split())
_BEFORE_NAME = 6
"""Words behind a thing among which it says what that is called."""
_STOPS = frozenset(";:.!?—")


def calls(sentence: str, thing: str) -> bool:
    """Does it say what the thing is called? "His sister Hiwot", "Hiwot, his sister", "a boat called 'The Owl'"."""
    found = list(_TOKEN.finditer(sentence))
    tokens = [one.group() for one in found]

    def gap(n: int) -> str:
        """What parts a word from the next, quotation marks aside."""
        end = found[n + 1].start() if n + 1 < len(found) else len(sentence)
        return sentence[found[n].end() : end].strip(" '\"‘’“”")

    def is_name(n: int) -> bool:
        return tokens[n][0].isupper() and fold(tokens[n]).rstrip(".") not in _DAYS

    for n, word in enumerate(tokens):
        if not like("".join(words(word)[-1:]), thing):
            continue
        if any(
            tokens[k] in _NAMING and is_name(k + 1) and not set(sentence[found[n].end() : found[k].start()]) & _STOPS
            for k in range(n + 1, min(n + _BEFORE_NAME, len(tokens) - 1))
        ):
            return True  # "the dog, a spaniel called Patch"
        at, parted = n, ""
        while at + 1 < min(len(tokens), n + 4) and not parted:
            parted = gap(at)
            at += 1
            if tokens[at] not in _CALLED:
                # "His sister, Hiwot, sold it"; but "he sold the boat, Ada said".
                if is_name(at) and (not parted or (parted == "," and gap(at) == ",")):
                    return True
                break
        # "Hiwot, his sister"; but "in Vell, the boat".
        introduced = n > 1 and tokens[n - 1] in _DETERMINERS and is_name(n - 2) and gap(n - 2) == ","
        if introduced and (n < 3 or tokens[n - 3].casefold() not in _PLACING):
            return True
    return False
