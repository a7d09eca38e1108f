"""The forms of a word: one key for all of them."""

from __future__ import annotations

from functools import lru_cache

_FORMS = {
    form: base
    for base, forms in {
        "say": "said says saying",
        "tell": "told",
        "run": "ran running",
        "win": "won winning",
        "lose": "lost losing",
        "buy": "bought",
        "sell": "sold",
        "take": "took taken taking",
        "give": "gave given giving",
        "leave": "left leaving",
        "lead": "led leading",
        "hold": "held",
        "meet": "met",
        "pay": "paid",
        "speak": "spoke spoken",
        "write": "wrote written writing",
        "rise": "rose risen rising",
        "fall": "fell fallen",
        "grow": "grew grown",
        "shoot": "shot shooting shootings",
        "build": "built",
        "begin": "began begun",
        "become": "became",
        "come": "came coming",
        "think": "thought",
        "teach": "taught",
        "fight": "fought",
        "strike": "struck striking",
        "choose": "chose chosen choosing",
        "drive": "drove driven",
        "break": "broke broken",
        "steal": "stole stolen",
        "know": "knew known",
        "send": "sent",
        "spend": "spent",
        "lie": "lied lying",
        "die": "died dying dies",
        "make": "made making maker makers",
        "own": "owned owns owning owner owners",
        "beat": "beaten",
        "hear": "heard",
        "see": "saw seen",
        "sue": "sued suing sues",
        "draw": "drew drawn",
        "withdraw": "withdrew withdrawn",
        "throw": "threw thrown",
        "bring": "brought",
        "catch": "caught",
        "seek": "sought",
        "sing": "sang sung",
        "sink": "sank sunk",
        "swear": "swore sworn",
        "forget": "forgot forgotten",
        "ride": "rode ridden",
        "wear": "wore worn",
        "fly": "flew flown",
        "freeze": "froze frozen",
        "use": "used using",
        "keep": "kept",
        "eat": "ate eaten",
        "feel": "felt",
        "feed": "fed",
        "flee": "fled fleeing",
        "hide": "hid hidden hiding",
        "lend": "lent",
        "deal": "dealt",
        "mean": "meant",
        "stand": "stood",
        "shake": "shook shaken",
        "bite": "bit bitten biting",
        "tear": "tore torn",
        "swing": "swung",
        "swim": "swam swum",
        "january": "jan",
        "february": "feb",
        "august": "aug",
        "september": "sept sep",
        "october": "oct",
        "november": "nov",
        "december": "dec",
        "child": "children",
        "man": "men",
        "woman": "women",
        "percent": "percentage",
        "wife": "wives",
    }.items()
    for form in forms.split()
}
_ENDINGS = ("ization ational fulness iveness ition ation ance ment ness ion ist est or ly al").split()
_WHOLE = frozenset(
    "apartment department former government governor number corner counter master center centre tower quarter shower"
    " flower proper runner frontrunner".split()
)
"""Words that only look like somebody or something that does what the rest of the word says."""
_VOWELS = frozenset("aeiouy")
_SHORT = 4
"""An ending is cut only where so many letters stay."""


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """One key for the forms of a word: "creators", "created", "creation" → "creat". It need not be a word itself."""
    word = word.removesuffix("'s").removesuffix("'").replace("'", "")
    word = _FORMS.get(word, word)
    if len(word) < _SHORT or not word.isascii() or not word.isalpha():
        return word
    word = _singular(word)
    if word in _WHOLE:
        return word
    for ending, least in (("ing", 3), ("ed", 3), ("er", _SHORT)):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= least and not _VOWELS.isdisjoint(rest):
            word = _restored(rest)
    for _ in range(2):
        for ending in _ENDINGS:
            rest = word.removesuffix(ending)
            if rest != word and len(rest) >= _SHORT and not _VOWELS.isdisjoint(rest):
                word = rest
                break
    return word.removesuffix("e") if len(word) > _SHORT + 1 else word


def _singular(word: str) -> str:
    for plural, single in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")):
        if word.endswith(plural):
            return word.removesuffix(plural) + single
    return word[:-1] if word[-1] == "s" and word[-2] not in "su" else word


def _restored(rest: str) -> str:
    """What stood before "-ing" or "-ed": "plann" → "plan", "vot" → "vote", "rais" → "raise"."""
    if rest[-1] == rest[-2] and rest[-1] not in "aeiousl":
        return rest[:-1]
    vowels = [c in _VOWELS for c in rest]
    groups = sum(1 for i, vowel in enumerate(vowels) if vowel and (i == 0 or not vowels[i - 1]))
    if groups == 1 and not vowels[-1] and vowels[-2] and not vowels[-3] and rest[-1] not in "wxy":
        return rest + "e"
    if rest[-1] == "u" or (len(rest) == _SHORT and rest[-1] in "cszv" and rest[-2] != "s"):
        return rest + "e"
    return rest


def is_past(word: str) -> bool:
    """ "won", "sparked"."""
    return word.endswith("ed") or (word in _FORMS and not word.endswith(("ing", "s")))
