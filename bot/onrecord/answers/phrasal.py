"""Verbs of two words and the one that means the same: "turned down" says "rejected". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

_MEANT = """
reject: turn down, throw out, vote down, knock back
demand: call for, press for
resign: step down, stand down, bow out
dismiss: lay off
establish: set up
postpone: put off, push back, put back, hold over
cancel: call off
perform: carry out
succeed: take over as, take over from
acquire: take over, buy out, buy up, snap up
abandon: walk away from, give up on, give up
hire: take on
withdraw: step aside, pull out, back out, drop out
discover: find out, come across
invent: come up with, think up, dream up
exclude: rule out
remove: take off, take away
demolish: take down, tear down, pull down, knock down
increase: go up, drive up, push up
decrease: go down, drive down, bring down, scale back, cut back, cut down
continue: carry on, keep on
explode: blow up, go off
collapse: fall apart, cave in, fall through
separate: break up, split up
close: shut down, close down
return: give back, hand back, pay back, send back, come back
deliver: hand over
distribute: hand out, give out
launch: roll out, kick off
erupt: break out
escape: run away, get away, break away
appear: turn up, show up
visit: drop by
investigate: look into
consider: think over
attribute: put down to
cause: bring about, lead to, give rise to
omit: leave out
ignore: brush off, brush aside
solve: sort out, clear up
delay: hold up
destroy: wipe out, burn down
approve: sign off on, wave through
oppose: come out against, speak out against
support: back up, come out for, come out in support of, stick up for
criticise: lash out at, hit out at
reserve: set aside, put aside
total: add up to, amount to
finance: put up the money for
defeat: see off, knock out
imprison: lock up
register: sign up
install: put in place
disappoint: let down
admit: own up
tolerate: put up with
die: pass away
kill: take the life of, take the lives of
release: come out, bring out
finish: wind up, wrap up
await: wait for
seek: look for
enter: break into
end: wind down
"""

_PAST = {
    "take": "took taken", "throw": "threw thrown", "stand": "stood", "lay": "laid", "set": "set", "put": "put",
    "hold": "held", "buy": "bought", "come": "came", "go": "went gone", "give": "gave given", "run": "ran",
    "find": "found", "think": "thought", "dream": "dreamt", "tear": "tore torn", "drive": "drove driven",
    "bring": "brought", "cut": "cut", "keep": "kept", "blow": "blew blown", "fall": "fell fallen",
    "break": "broke broken", "split": "split", "shut": "shut", "pay": "paid", "send": "sent", "get": "got gotten",
    "lead": "led", "leave": "left", "burn": "burnt", "speak": "spoke spoken", "hit": "hit", "see": "saw seen",
    "let": "let", "stick": "stuck", "wind": "wound",
}  # fmt: skip
_DOUBLED = frozenset("set put run cut get let shut hit split snap drop step wrap sum".split())
_IRREGULAR = {
    "withdraw": ("withdraws", "withdrew", "withdrawing"),
    "seek": ("seeks", "sought", "seeking"),
    "die": ("dies", "died", "dying"),
}
_SAME_PAST = frozenset("set put cut hit let shut split".split())
"""Present and past in one form; "come" and "run" are told from "came" and "ran"."""
_PRESENT = frozenset("to will would can could may might shall should must did do does not didn't don't doesn't".split())
"""Before such a form, they say that it is none of the past."""
_APART = 3
"""Words that may stand between the two: "turned the first offer down"."""
_BETWEEN = frozenset("it him her them this that the a an his its their our my your both all".split())
"""What such words begin with, unless with a number."""
_TAKEN_ON = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds dozens more new"
    " extra staff workers people apprentices trainees volunteers".split()
)
_ON = frozenset("in on for at after because by until last this and but when as since before again".split())
"""What may follow then: "took the train down the coast" took nothing down."""
_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_SPACE = re.compile(r"\s+")
_JOINT = re.compile(r"\s+|-")


def _forms(verb: str) -> tuple[str, str, str, str]:
    """Present, third person, past, and "-ing"."""
    if verb in _IRREGULAR:
        third, past, going = _IRREGULAR[verb]
        return verb, third, past, going
    stem = verb + verb[-1] if verb in _DOUBLED else verb.removesuffix("e")
    third = verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeou" else verb
    third = third if third != verb else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    past = verb[:-1] + "ied" if third.endswith("ies") else stem + "ed"
    return verb, third, past, stem + "ing"


def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By a form of the first word: what follows it, and the same form of what it means; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in _MEANT.strip().splitlines():
        meant, _, verbs = line.partition(": ")
        for phrase in verbs.split(", "):
            head, *rest = phrase.split()
            present, third, past, going = _forms(meant)
            for form, same in zip(_forms(head), (present, third, past, going), strict=True):
                found.setdefault(form, []).append((tuple(rest), same))
            for form in _PAST.get(head, "").split():
                if form not in _SAME_PAST:
                    found.setdefault(form, []).append((tuple(rest), past))
                else:
                    _PASTS[present] = past
    for followers in found.values():
        followers.sort(key=lambda one: -len(one[0]))
    return found


_PASTS: dict[str, str] = {}
_FOLLOWED = _table()
_FOLLOWING = frozenset(rest[0] for followers in _FOLLOWED.values() for rest, _ in followers)


@lru_cache(maxsize=4_000)
def in_one_word(text: str) -> str:
    """The text with each such verb in one word: for comparing, never for showing."""
    tokens = list(_TOKEN.finditer(text))
    said = [token[0].lower() for token in tokens]  # not of the lower text, which may be longer: "İstanbul"
    if _FOLLOWED.keys().isdisjoint(said) or _FOLLOWING.isdisjoint(said):
        return text
    out: list[str] = []
    at = n = 0
    while n < len(tokens):
        found = _verb_at(text, tokens, said, n) if said[n] in _FOLLOWED else None
        if found:
            verb, between, end = found
            if said[n] in _SAME_PAST and _PRESENT.isdisjoint(said[max(0, n - 2) : n]):
                verb = _PASTS.get(verb, verb)
            out += [text[at : tokens[n].start()], verb]
            if between:
                out.append(text[tokens[n].end() : tokens[between].end()])
            at = tokens[end].end()
            n = end
        n += 1
    return "".join([*out, text[at:]]) if out else text


def _verb_at(text: str, tokens: list[re.Match[str]], said: list[str], n: int) -> tuple[str, int, int] | None:
    """The verb, the last word that stands between its two, or 0, and its last word."""
    for follows, verb in _FOLLOWED[said[n]]:
        end = n + len(follows)
        # "The laid-off workers" were dismissed; but a break-up is a thing.
        joint = _JOINT if verb.endswith("ed") else _SPACE
        stands = tuple(said[n + 1 : end + 1]) == follows and _takes_on(verb, said, end)
        if stands and _runs_on(text, tokens, n, end, joint):
            return verb, 0, end
        particle, *more = follows
        if more or n + 2 >= len(tokens) or not _is_object(said[n + 1]):
            continue
        for end in range(n + 2, min(n + 2 + _APART, len(tokens))):
            if said[end] == particle and _runs_on(text, tokens, n, end) and _is_last(text, tokens, said, end):
                return verb, end - 1, end
    return None


def _takes_on(verb: str, said: list[str], end: int) -> bool:
    """Staff are taken on, but so are rivals."""
    following = said[end + 1] if end + 1 < len(said) else ""
    return not verb.startswith("hir") or following.isdigit() or following in _TAKEN_ON


def _is_object(word: str) -> bool:
    return word in _BETWEEN or word.isdigit()


def _runs_on(text: str, tokens: list[re.Match[str]], first: int, last: int, joint: re.Pattern[str] = _SPACE) -> bool:
    """Does nothing but white space, or a hyphen, part the words?"""
    return all(joint.fullmatch(text, tokens[k].end(), tokens[k + 1].start()) is not None for k in range(first, last))


def _is_last(text: str, tokens: list[re.Match[str]], said: list[str], n: int) -> bool:
    """Does the clause end here, or go on with when, where or why?"""
    if n + 1 == len(tokens) or _SPACE.fullmatch(text, tokens[n].end(), tokens[n + 1].start()) is None:
        return True
    return said[n + 1] in _ON
