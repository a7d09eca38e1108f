"""From what a member typed to the one story or person meant, or to suggestions; nothing is guessed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.answers.extracts import sentences
from onrecord.answers.people import role_head
from onrecord.answers.words import Bag, content, covered, has, is_typo_of, like, slips, union
from onrecord.archive import NEAR, SURE, Coverage, Hit, PersonHead, StoryText
from onrecord.reading.lexicon import ROLE_NOUNS
from onrecord.reading.names import parse, short_given
from onrecord.reading.occupations import CALLINGS
from onrecord.reading.similarity import find
from onrecord.text import fold, words

_ROLES = CALLINGS | ROLE_NOUNS

_PARTICLE = re.compile(r"\b(\w{3,})(up|off|out|down|over|back)s?\b")
"""Whoever was laid off is in "the layoffs"."""
_FEWEST_LETTERS = 10
_MENTIONS = 40
"""Passages that are looked at for words that no title and no name has."""
_LIKE_WORD = 65
_WITH_ROLE = 6
"""Stories with the words of a role that are looked at for whose it is."""
_OTHER_OFFICE = frozenset(
    "former ex deputy vice assistant acting late retired interim candidate associate outgoing incoming onetime past"
    " previous honorary shadow co then".split()
)
"""Of a mayor they make somebody who is not the mayor."""
_ANY = frozenset("a an another one some any every".split())
_THE = frozenset("the this that its their his her our".split())
_OF = frozenset("of for at from in".split())
_MODIFIERS = 4
"""Words between an article and a role's head: "the commission's new deputy head"."""
_BESIDE = 60
"""Characters before and behind a name in which its holder's role stands."""
_WORD = re.compile(r"\w+")
_ABOUT = 0.8
"""The share of a topic's words that a passage and its story's title must have."""
_EVERYWHERE = 5
"""Who is in at least so many stories, and in so many times as many as anybody else of that name, is the one meant; and
so is who is in more of them, when nobody else of that name is quoted."""
_TIE = 3.0
"""Points within which two people of the same name part count as equally meant."""


class Match(NamedTuple):
    """`sure` is what to answer with; `near` is what to suggest when there is none, or besides."""

    sure: Hit | None
    near: tuple[Hit, ...] = ()
    ambiguous: bool = False
    also: Hit | None = None
    """Whom some stories call by just the surname that was typed: whether that is the same one, they do not say."""

    @property
    def meant(self) -> tuple[Hit, ...]:
        """The one, with whom only a surname tells apart; or all who may be."""
        if self.sure:
            return (self.sure, self.also) if self.also else (self.sure,)
        return self.near if self.ambiguous else ()


async def find_story(archive: Coverage, typed: str) -> Match:
    hits = [hit for hit in await archive.find_stories(typed.rstrip("…. "), limit=5) if hit.score >= NEAR]
    if not hits and (parted := _PARTICLE.sub(r"\1 \2", typed)) != typed:
        return await find_story(archive, parted)
    sure = next((hit for hit in hits[:1] if hit.score >= SURE), None) or _only(hits, typed, _runs_in)
    if not hits:
        # Half a memory of what it says, rather than of its title.
        mentions = await find_mentions(archive, typed)
        hits = [Hit(id=id, label=title, score=NEAR) for id, title in mentions.items()]
    return Match(sure, tuple(hit for hit in hits if hit != sure)[:4])


async def find_mentions(archive: Coverage, typed: str, *, in_one: bool = False) -> dict[str, str]:
    """Stories of which a passage has the words: titles by id, best first. `in_one`: one behind the other, as typed."""
    wanted = content(typed)
    found = await archive.find_passages(typed, limit=_MENTIONS) if wanted else []
    if in_one:
        name = words(typed.casefold().removeprefix("the "))
        found = [one for one in found if find(name, words(one.passage.text)) >= 0]
    bags = [Bag.of(one.passage.text, one.citation.title) for one in found]
    slipped = slips(wanted, union(bags))
    return {
        one.citation.story: one.citation.title
        for one, bag in zip(found, bags, strict=True)
        if covered(bag, wanted, slipped) >= _ABOUT
    }


async def find_person(archive: Coverage, typed: str) -> Match:
    hits = [hit for hit in await archive.find_people(typed, limit=8) if hit.score >= NEAR]
    exact = [hit for hit in hits if fold(hit.label) == fold(typed)]
    if exact and len(words(typed)) > 1:
        return Match(exact[0])
    likely = [hit for hit in hits if hit.score >= SURE]
    known = await archive.people([hit.id for hit in likely]) if likely else {}
    sure = [hit for hit in likely if hit.id in known and _is_like(typed, known[hit.id])]
    if not sure:
        only = _only(hits, typed, _names)
        is_role = typed.casefold().startswith("the ") or not _ROLES.isdisjoint(words(typed))
        if not only and is_role and (holders := await _by_role(archive, typed)):
            return holders
        if not hits and (surname := parse(typed).surname) != fold(typed):
            hits = [hit for hit in await archive.find_people(surname, limit=4) if hit.score >= SURE]
        return Match(only, tuple(hit for hit in hits if hit != only)[:4])
    meant = [hit for hit in sure if hit.score >= sure[0].score - _TIE or _names(typed, hit.label)]
    meant = [only] if (only := _only(meant, typed, _names)) else meant
    if len(meant) > 1:
        return _of_several(meant, known, typed)
    # Others may bear the name, too, whom no story calls by just that.
    return Match(meant[0], tuple(hit for hit in hits if hit != meant[0] and _names(typed, hit.label))[:4])


async def _by_role(archive: Coverage, typed: str) -> Match | None:
    """Whom stories give the role that was typed: "the harbour pilot", "the commission's head"."""
    wanted = content(typed)
    tail = f" {fold(typed).removeprefix('the ')}"
    told_in = list(await find_mentions(archive, typed))
    holders: Counter[str] = Counter()
    exact: set[str] = set()
    other = False
    beside: dict[str, None] = {}
    for story in await archive.texts(told_in[:_WITH_ROLE]):
        holding = {one.name: role for one in story.people for role in one.roles if _is_role(role, wanted)}
        if not holding:
            beside |= dict.fromkeys(_named_beside(story, wanted))
        holders.update(holding.keys())
        exact |= {name for name, role in holding.items() if " of " in tail and f" {fold(role)}".endswith(tail)}
        if len(holding) == 1 and _is_another_ones(story, *holding.popitem()):
            other = True
    found = tuple(Hit(id=name, label=name, score=SURE) for name in sorted(holders, key=lambda name: name not in exact))
    if len(exact) == 1:
        # "The mayor of Vell" is not the one of Vell County.
        return Match(next(hit for hit in found if hit.id in exact))
    # A story that has the words and gives the role to nobody may mean somebody else.
    if len(found) == 1 and holders[found[0].id] == len(told_in) and not other:
        return Match(found[0])
    found += tuple(Hit(id=name, label=name, score=NEAR) for name in beside if name not in holders)
    return Match(None, found[:4], ambiguous=True) if holders else None


def _named_beside(story: StoryText, wanted: Sequence[str]) -> list[str]:
    """Whom the story names right beside the words of a role: "a retired pilot, Ada Lund"."""
    shapes: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    """By a name's first word: the characters before that, and all of them."""
    names = dict.fromkeys(person.name for person in story.people)
    for name in names:
        if first := _WORD.search(name):
            shapes[first.group()].add((first.start(), len(name)))
    beside: set[str] = set()
    for passage in story.passages:
        text = passage.text
        for name, start in _first_places(text, names, shapes).items():
            near = [
                *words(text[max(0, start - _BESIDE) : start])[-len(wanted) :],
                *words(text[start + len(name) : start + len(name) + _BESIDE].partition(",")[2].partition(",")[0]),
            ]
            if set(wanted) <= set(near):
                beside.add(name)
    return [name for name in names if name in beside]


def _first_places(
    text: str, names: Collection[str], shapes: Mapping[str, Collection[tuple[int, int]]]
) -> dict[str, int]:
    """Where those of the names stand first that the text has: one walk, however many there are."""
    found: dict[str, int] = {}
    for word in _WORD.finditer(text):
        for before, length in shapes.get(word.group(), ()):
            start = max(0, word.start() - before)
            name, after = text[start : start + length], text[start + length : start + length + 1]
            if name in names and not after.isalnum():
                found.setdefault(name, start)
    return found


def _is_role(role: str, wanted: Sequence[str]) -> bool:
    """Has the role all the words, and are they one by themselves? "Pilot" is; "harbour" is only part of one."""
    bag, head = Bag.of(role), fold(role_head(role))
    before = fold(role).partition(head)[0].split()
    if not _OTHER_OFFICE.intersection(before).issubset(wanted):
        return False
    return all(has(bag, word, meanings=True) for word in wanted) and any(
        like(head, word) or is_typo_of(word, (head,)) for word in wanted
    )


def _is_another_ones(story: StoryText, name: str, role: str) -> bool:
    """Does the story have the role of somebody else, too? "A spokesman for the harbour", beside the club's."""
    head, own, known = fold(role_head(role)), set(words(role)), set(words(name)[-1:])
    for passage in story.passages:
        for start, end in sentences(passage.text):
            said = [word.removesuffix("'s") for word in words(passage.text[start:end])]
            at = [n for n, word in enumerate(said) if word == head]
            # One of them is the holder's, where the sentence names the holder.
            for n in at[1 if known.issubset(said) else 0 :]:
                before, after = said[max(0, n - _MODIFIERS) : n], said[n + 1 : n + 4]
                article = next(
                    (k for k in reversed(range(len(before))) if before[k] in _ANY or before[k] in _THE), None
                )
                between = set(before[article + 1 :]) if article is not None else set[str]()
                if between & _OTHER_OFFICE:
                    continue
                if article is not None and (before[article] in _ANY or not between <= own):
                    return True
                if after[:1] and after[0] in _OF and own.isdisjoint(after[1:]):
                    return True
    return False


def _of_several(meant: Sequence[Hit], people: Mapping[str, PersonHead], typed: str) -> Match:
    """Somebody whom some story names in full, rather than a surname alone; the one who is everywhere; or nobody."""
    known = [(hit, people[hit.id]) for hit in meant]
    full = [(hit, person) for hit, person in known if set(words(hit.label)) != set(words(typed))]
    surname = [(hit, person) for hit, person in known if set(words(hit.label)) == set(words(typed))]
    if len(full) == 1 and surname:
        # A story that only gives the surname may have more of their words.
        (best, person), (bare, alone) = full[0], surname[0]
        if alone.quotes and not person.quotes:
            return Match(bare, (best,))
        return Match(best, (bare,), also=bare if alone.quotes else None)
    ranked = sorted(full or known, key=lambda pair: -pair[1].told_in)
    if len(ranked) > 1 and _is_everywhere(ranked[0][1], [person for _, person in ranked[1:]]):
        also = next((hit for hit, alone in surname if full and alone.quotes), None)
        return Match(ranked[0][0], tuple(hit for hit, _ in ranked[1:4]), also=also)
    return Match(None, tuple(hit for hit, _ in (full or known)[:4]), ambiguous=True)


def _is_everywhere(one: PersonHead, others: Sequence[PersonHead]) -> bool:
    most = max(other.told_in for other in others)
    if one.told_in >= max(_EVERYWHERE, _EVERYWHERE * most):
        return True
    return one.told_in > most and one.quotes > 0 and not any(other.quotes for other in others)


def _is_like(typed: str, person: PersonHead) -> bool:
    """Is each typed word like one of the name's? Of two people with one surname the given names tell which is meant."""
    wanted = [word for word in parse(typed).words if len(word) > 1 and word not in _ROLES]
    if len(words(typed)) < 2:
        return True
    held = {part for name in (person.name, *person.aliases) for part in words(name)}
    initials = {part[0] for part in held}
    return all(
        any(_is_like_word(word, part) for part in held) or (len(word) == 2 and initials.issuperset(word))
        for word in wanted
    )


def _is_like_word(typed: str, part: str) -> bool:
    if short_given(typed) == short_given(part) or (len(part) > 2 and typed.startswith(part)) or part.startswith(typed):
        return True
    return fuzz.ratio(typed, part) >= _LIKE_WORD


def _only(hits: Sequence[Hit], typed: str, fits: Callable[[str, str], bool]) -> Hit | None:
    """The one that fits what was typed to the letter, when no other does: "Kwan" is Daniel Kwan, not Ada Kwang."""
    fitting = [hit for hit in hits if fits(typed, hit.label)]
    return fitting[0] if len(fitting) == 1 else None


def _names(typed: str, name: str) -> bool:
    """Is each typed word a whole word of the name? "Okafor" of "Ines Okafor-Lindqvist"."""
    wanted = words(typed)
    wanted = wanted[1:] if wanted[:1] == ["the"] else wanted
    return bool(wanted) and set(wanted) <= set(words(name))


def _runs_in(typed: str, title: str) -> bool:
    """Do the typed letters run on in the title, however they are parted into words? "superpac haul"."""
    letters = "".join(words(typed))
    return len(letters) >= _FEWEST_LETTERS and letters in "".join(words(title))
