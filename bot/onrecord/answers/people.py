"""What the coverage says somebody is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.answers.extracts import after_dateline, extract, sentence_around, sentences
from onrecord.answers.stemming import stem
from onrecord.answers.words import FUNCTION_WORDS
from onrecord.archive import Coverage, PersonOnRecord, RoleOnRecord, cite
from onrecord.language import say
from onrecord.reading.lexicon import ROLE_NOUNS, TITLES
from onrecord.reading.occupations import CALLINGS
from onrecord.reading.similarity import find
from onrecord.stories import Citation
from onrecord.text import fold, words

_MENTIONS = 10
_LONGEST_NAME = 5
_TOKEN = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_JOINTS = frozenset(" -‐‑")
"""What parts the words of one name."""
_INITIALS = frozenset([". ", "."])
_NAMING = CALLINGS | ROLE_NOUNS | TITLES
"""What may stand before a name with a capital of its own."""
_HEAD = re.compile(r" (?:of|at|for|in|from|on|with|who|and|behind|to)\b|,")


def as_organisation(name: str) -> str:
    return say("{name} (an organisation)", name=name)


def role_head(role: str) -> str:
    """ "Pilot" of "senior harbour pilot at Dremmen"."""
    return _HEAD.split(role, maxsplit=1)[0].split(" ")[-1].rstrip(".")


def as_one_of(role: str) -> str:
    """A role that a story gives to several at once: "founding members of the league" is what nobody is alone."""
    head = role_head(role)
    single = head.casefold().removesuffix("s")
    if head.endswith("s") and not head.endswith("ss") and (single in CALLINGS or single in ROLE_NOUNS):
        # "Founders and supporters" has its capital from the beginning of a sentence.
        return say("one of the {group}", group=role[0].lower() + role[1:] if role.startswith(head) else role)
    return role


def roles(person: PersonOnRecord) -> list[RoleOnRecord]:
    """Each once, the one that most stories give first; of two that say the same, the fuller unless it is rare."""
    once: dict[str, RoleOnRecord] = {}
    for one in person.roles:
        once.setdefault(fold(one.role), one)
    told = Counter(fold(one.role) for one in person.roles)
    held = {key: frozenset(stem(word) for word in words(key) if word not in FUNCTION_WORDS) for key in once}

    def is_told_by(key: str, other: str) -> bool:
        if held[key] == held[other]:
            return (told[other], other) > (told[key], key)
        if held[key] < held[other]:
            return 2 * told[other] >= told[key]
        return bool(held[other]) and held[other] < held[key] and told[other] > 2 * told[key]

    kept = [key for key in once if not any(is_told_by(key, other) for other in once if other != key)]
    return [once[key] for key in sorted(kept, key=lambda key: -told[key])]


async def mentioned(archive: Coverage, typed: str) -> tuple[str, Citation, str] | None:
    """A sentence that names somebody of whom no story says more, and the name as it stands there."""
    name = words(typed)
    if not 1 < len(name) <= _LONGEST_NAME:
        return None
    for one in await archive.find_passages(typed, limit=_MENTIONS):
        text = one.passage.text
        tokens = list(_TOKEN.finditer(text, after_dateline(text)))
        for n in range(len(tokens) - len(name) + 1):
            first, last = tokens[n], tokens[n + len(name) - 1]
            stands = text[first.start() : last.end()]
            if words(stands) == name and _is_whole_name(text, tokens, n, n + len(name)):
                start, end = sentence_around(text, first.start(), last.end())
                return extract(text, start, end, (first.start(), last.end()), 280), one.citation, stands
    return None


def _is_whole_name(text: str, tokens: Sequence[re.Match[str]], first: int, end: int) -> bool:
    """Neither ends of two names, "Ada |Lund, Bo| Ray", nor a part of one, "the |Orm Rowing| Society"?"""

    def is_capital(n: int) -> bool:
        return tokens[n].group()[0].isupper()

    def gap(n: int) -> str:
        """What parts a token from the next."""
        return text[tokens[n].end() : tokens[n + 1].start()]

    for n in range(first, end):
        if not is_capital(n):
            return False
        if n + 1 < end and gap(n) not in _JOINTS:
            initial = len(tokens[n].group()) == 1 and fold(tokens[n + 1].group()) not in FUNCTION_WORDS
            if not initial or gap(n) not in _INITIALS:
                return False
    if end < len(tokens) and gap(end - 1) in _JOINTS and is_capital(end):
        return False
    if not first or gap(first - 1) not in _JOINTS or not is_capital(first - 1):
        return True
    before = tokens[first - 1]
    return fold(before.group()) in _NAMING or before.start() == sentence_around(text, before.start(), before.end())[0]


async def introduction(archive: Coverage, person: PersonOnRecord) -> tuple[str, Citation] | None:
    """The first sentence with the whole name, in the story that says who they are: there a story introduces people."""
    id = person.roles[0].citation.story if person.roles else person.stories[0].id if person.stories else None
    story = await archive.story(id) if id else None
    if not story:
        return None
    names = sorted({person.name, *person.aliases}, key=lambda name: -len(name.split()))
    for name in names:
        wanted = words(name)
        for passage in story.passages:
            for start, end in sentences(passage.text):
                if find(wanted, words(passage.text[start:end])) >= 0:
                    at = max(passage.text.find(name, start, end), start)
                    return extract(passage.text, start, end, (at, at + len(name)), 280), cite(story, passage.n)
    return None
