"""What kind of answer a sentence holds: a date, a number, a name. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.answers.ask.dates import PAUSE, is_dated
from onrecord.answers.ask.kinds import Kind
from onrecord.answers.ask.question import Question
from onrecord.answers.extracts import after_dateline
from onrecord.answers.stemming import stem
from onrecord.answers.words import FUNCTION_WORDS, LIGHT, like
from onrecord.reading.given_names import GIVEN
from onrecord.reading.lexicon import DAYS, MONTHS
from onrecord.text import fold, words

_MONTH = (
    r"(?:jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october"
    r"|nov|november|dec|december)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|millions?|billions?"
    r"|half|quarter|third|twice)"
)
_CURRENCY = r"(?:dollar|euro|pound|cent|crown|franc|yen|yuan|rupee|rouble|ruble|peso|krone|krona|zloty|penny|pence)s?"
_UNIT = r"(?:minute|hour|day|week|month|year|decade|centurie?)s?"


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_SHOWS: dict[Kind, re.Pattern[str]] = {
    "time": _any_of(
        r"\b(?:1[5-9]|20)\d\d\b",
        rf"\b{_MONTH}\.? \d",
        rf"\b\d{{1,2}} {_MONTH}\b",
        rf"\b(?:in|since|until|by|last|next|this|of|early|late|mid) {_MONTH}\b",
        rf"\b{_DAY}\b",
        r"\b(?:yesterday|today|tonight|tomorrow|midnight|noon)\b",
        rf"\b(?:last|next|this|later this|earlier this|that) (?:{_UNIT}|spring|summer|fall|autumn|winter|morning"
        r"|afternoon|evening|night)\b",
        r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b",
        rf"\b{_UNIT} (?:ago|earlier|later|before|after)\b",
    ),
    "count": _any_of(r"\d", rf"\b{_NUMBER}\b"),
    "money": _any_of(
        r"[$€£¥₹]\s?\d",
        rf"(?:\d|\b{_NUMBER})(?: {_CURRENCY}|-{_CURRENCY})\b",
        r"\b(?:usd|eur|gbp|chf)\s?\d",
        r"\b(?:hundreds?|thousands?|millions?|billions?|trillions?)\b",
    ),
    "amount": _any_of(r"\d", rf"\b{_NUMBER}\b", r"\b(?:most|majority|all|nothing|quarters|thirds)\b"),
    "percent": _any_of(
        r"\d\s?%", r"\bper ?cent\b", r"\bpercentage\b", r"\b(?:half|third|quarter|fifth|majority|most of)\b"
    ),
    "age": _any_of(
        r"\b\d{1,3}-year-old\b",
        rf"\b(?:\d{{1,3}}|{_NUMBER}) years? old\b",
        r"\b(?:age|aged|turned|turns|dies? at|died at) \d",
        r", \d{1,3}(?=\s*[,.;)\-]|\s*$)",
        r"\(\d{1,3}\)",
    ),
    "reason": _any_of(
        rf"\bsince (?!the |last |early |late |mid|then\b|he |she |\d|{_MONTH}\b|{_DAY}\b)"
        r"|\bover (?!the (?:past|last|next|weekend|years)\b|\d|many |years\b)",
        r"\b(?:because|due to|owing to|so that|in order to|after(?! all\b)|following|amid|in protest|citing|cited|cites"
        r"|therefore|thanks to|as a result|led to|reasons?|prompted|prompts|spurred|motivated|blamed|blames"
        r"|to (?:avoid|prevent|protect|show|prove))\b",
    ),
}
_NOT_COUNTED = _any_of(
    r"\b(?:1[5-9]|20)\d\d\b(?!,\d)",
    r"\b\d+(?:st|nd|rd|th|s)\b",
    rf"\b{_MONTH}\.? \d{{1,2}}\b(?!,\d)",
    r"\b\d{1,3}-year-old\b",
    r"(?<=, )\d{1,3}(?=,)",
    r"\b(?!foot-|feet-)[a-z]+-\d+\b",
)
"""Numbers that say when, which one, or how old."""
_SO_LONG = re.compile(r"\b\d+-(?:year|month|week|day|hour|mile|page)\b(?!-old)")
"""A number of none but years: "a 35-year history of ferries"."""
_NO_COUNT = re.compile(
    r"\b\d[\d.,]*(?: ?%| ?-?per ?cent| percentage)|[$€£¥₹]\s?\d[\d.,]*(?: (?:thousand|(?:m|b|tr)illion))?"
)
"""A share, or a sum of money."""
_IS_OF_AGE = re.compile(r"(?<![\w'-])(?P<who>[\w'-]++) (?:is|was)(?: now)? \d{1,3}(?=[.,;]|\s*$)")
_NAME = 80
"""Characters before the last word of a name in which the rest of it stands."""
_PREPOSITIONS = frozenset("of for to with by from in at on than against near like about".split())
_DATED = frozenset(
    "in since by of from until till during before after and around early late mid between to for january february march"
    " april may june july august september october november december spring summer autumn fall winter".split()
)
_PLAIN: dict[Kind, re.Pattern[str]] = {
    "time": _any_of(r"\b(?:1[5-9]|20)\d\d\b", rf"\b{_MONTH}\.? \d", rf"\b\d{{1,2}} {_MONTH}\b"),
    "money": _any_of(r"[$€£¥₹]\s?\d", rf"(?:\d|\b{_NUMBER})[ -]{_CURRENCY}\b"),
    "count": _any_of(r"\b\d[\d,.]*\b(?! ?(?:%|per ?cent))", rf"\b{_NUMBER}\b(?! per ?cent)"),
}
"""A date says more than "on Monday", a sum of money more than a number."""
_BESIDE = 25
"""Characters between a name and the place where it is."""
_ROUND = re.compile(r"\b(?:hundred|thousand|million|billion|trillion)s?\b(?:(?: of)? (?P<what>[^\W\d_]{3,}s)\b)?")
_LENGTH = r"(?:(?:kilo|centi|milli)?met(?:re|er)|km|mile|yard|f(?:oo|ee)t|inche?|block|league|page|word|line)s?"
_LASTS = r"(?:second|night|generation|season|term)s?"
_SO_MANY = rf"(?:\d|\b(?:{_NUMBER}|an?|one|few|several|many))[ -]"
_MEASURES = {
    "long": rf"{_SO_MANY}(?:{_UNIT}|{_LASTS}|{_LENGTH})\b",
    "often": rf"\b(?:times|once|twice|daily|(?:week|month|year|annual)ly|always|never|rarely|seldom)\b"
    rf"|\b(?:an?|each|per|every|every other) {_UNIT}\b",
    **dict.fromkeys(["tall", "deep", "wide"], rf"{_SO_MANY}(?:{_LENGTH}|storey|stor(?:y|ies)|floors?)"),
}
"""How what somebody asks "how …" of is told."""
_LIVING = re.compile(r"\bhow many (?:people|residents|inhabitants) (?:live|are there|does|do)\b")
_LIVE = re.compile(rf"(?:\d|\b{_NUMBER}) (?:people|residents|inhabitants|souls|citizens)\b|\bpopulation\b")
"""How many live somewhere is not how many of a family do."""
_HOW = re.compile(rf"\bhow ({'|'.join(_MEASURES)})\b")
_MEASURED = {how: re.compile(measure) for how, measure in _MEASURES.items()}
_NO_THINGS = FUNCTION_WORDS | frozenset("across besides less minus plus sales towards versus".split())
_IN_MONEY = re.compile(_CURRENCY)
_FOLLOWING = re.compile(r"(?: [^\W\d_]+){1,2}")
_WORD = re.compile(r"[^\W_]+")
TALLY = re.compile(r"\b\d+(?: votes)?(?:[-–]| to )\d+\b|\bunanimous(?:ly)?\b")
"""How a vote ended."""
_PERSONS = re.compile(r"(?:e[er]|or|ist|ian|ent|ant|eer)s$|^(?:troops|staff|police|staffers)$")
"""What people are called who are counted as people: "200 people came as refugees"."""
_NEAR = 5
"""Words between a number and what it is a number of."""
_STOP = re.compile(r"[;:.!?](?!\d)")
_OTHERS = re.compile(r"\b(?:similar|comparable)\b")
_PAYING = frozenset(stem(word) for word in "pay paid cost price fee charge worth money".split())
_NEEDED: frozenset[Kind] = frozenset(["person", "time", "place", "count", "money", "amount", "percent", "age"])
_LYING = frozenset(stem(word) for word in "located based headquarters headquartered situated lies stands home".split())
_PLACE = re.compile(
    r"\b(?:in|at|near|from|outside|inside|across|to|of|on|around|through)\s+"
    r"(?:(?:the|a|downtown|northern|southern|eastern|western)\s+)?(?P<name>[^\W\d_a-z][\w’'-]+)"
)
_TOWARDS = frozenset("to of from across around through".split())
"""One goes so to people, too."""
_SPOT = re.compile(
    r"\b(?:in|at|near|inside|outside|on|under|behind|aboard) (?:a|an|the|his|her|their|its) "
    r"(?!end|way|time|same|wake|case|face|name|day|night|morning|evening|week|month|year|past|future|first|last|other|one|fact)\w+"
)
_WHEN = (DAYS | MONTHS) - GIVEN
"""With a capital, and neither a place nor, but for "April" and "June", a person."""
_IN_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]* \Z")
"""Before "of" or "on": so "the Guild of Weavers" is no place."""
_CAPITAL = re.compile(r"\b(?P<name>[^\W\d_a-z][\w’'.-]+)")


def is_needed(question: Question) -> bool:
    """A count that holds no number answers nothing; a "why" may be answered without "because"."""
    return question.kind in _NEEDED


def shows_kind(question: Question, sentence: str, *, alone: bool = True, persons: Collection[str] = ()) -> float:
    """0–1: does the sentence hold what was asked for, beyond the question's own words?

    `alone`: it names no person but those asked about, so "she" can be nobody else.

    `persons`: the words of names, which lead to no place.

    For a person, a capitalised word is a third of an answer: who is a person, only the story knows.
    """
    sentence = sentence[after_dateline(sentence) :]
    match question.kind:
        case "any":
            return 1.0
        case "person":
            return 0.3 if _new_name(question, sentence, _CAPITAL) else 0.0
        case "place":
            if _is_of_names(question) and not _is_placed(question, sentence):
                return 0.0
            return (
                1.0 if _new_name(question, sentence, _PLACE, persons) else 0.4 if _SPOT.search(fold(sentence)) else 0.0
            )
        case kind:
            folded = fold(sentence)
            for word in question.words:
                if any(c.isdigit() for c in word):
                    folded = folded.replace(word, " ")
            if kind == "age" and _says_age(question, folded, alone):
                return 1.0
            if kind == "count" and "how many" in fold(question.text):
                folded = _SO_LONG.sub(" ", folded)
            if kind in ("count", "amount"):
                folded = _without_dates(question, folded if kind == "amount" else _NO_COUNT.sub(" ", folded))
            shows = [found.span() for found in _SHOWS[kind].finditer(folded)]
            if kind == "age" and not alone:
                shows = [span for span in shows if not _is_anothers_age(question, folded, *span)]
            if not shows or (kind == "time" and not is_dated(question, folded, shows)):
                return 0.0
            if kind == "count" and (how := _HOW.search(fold(question.text))) and not _MEASURED[how[1]].search(folded):
                return 0.0
            if kind == "count" and question.counted and not _is_counted(question, folded, shows):
                return 0.0
            if kind == "count" and _LIVING.search(fold(question.text)) and not _LIVE.search(folded):
                return 0.0
            if kind == "money" and (_OTHERS.search(folded) or _counts_things(folded)):
                return 0.0
            plain = _PLAIN.get(kind)
            return 1.0 if plain is None or plain.search(folded) else 0.5


def _is_of_names(question: Question) -> bool:
    """ "Where is the Elm Institute based?": nothing but names, and that they are somewhere."""
    return all(word in question.proper or stem(word) in _LYING for word in question.words)


def _is_placed(question: Question, sentence: str) -> bool:
    """Does a place stand right behind the name, or does it say that something lies somewhere?"""
    if any(stem(word) in _LYING for word in words(sentence)):
        return True
    for found in _PLACE.finditer(sentence):
        between = sentence[max(0, found.start() - _BESIDE) : found.start()]
        is_none = found.group().startswith("of ") or not _WHEN.isdisjoint(words(found["name"]))
        if not is_none and not PAUSE.search(between) and not question.proper.isdisjoint(words(between)):
            return True
    return False


def _says_age(question: Question, folded: str, alone: bool) -> bool:
    """ "She is 34", "Lund was 88"; but neither "her lead was 12" nor "the mother of Ada Lund is 88"."""
    for found in _IS_OF_AGE.finditer(folded):
        before = words(folded[max(0, found.start() - _NAME) : found.start()])
        who = words(found["who"])[-1:]
        if who in (["he"], ["she"]):
            if alone or not before:
                return True
        elif who and who[0] in question.words:
            while before and before[-1] in question.words:
                before.pop()
            if not before or before[-1] not in _PREPOSITIONS:
                return True
    return False


def _is_anothers_age(question: Question, folded: str, at: int, end: int) -> bool:
    """ "Bo Ray, 44, and his sister Ada Lund": whose age it is stands before it."""
    if "-year-old" in folded[at:end]:
        near = words(folded[max(0, at - _NAME) : end + _NAME])
        return not any(word in question.words for word in near)
    if folded[at] not in ",(":
        return False
    return words(folded[max(0, at - _NAME) : at])[-1:] not in ([one] for one in question.words)


def _without_dates(question: Question, folded: str) -> str:
    """ "1600 people" is a number where people are asked about, and "in 1600 people" a year."""
    asked = {stem(word) for word in question.words}

    def blank(found: re.Match[str]) -> str:
        if found.group().isdigit():
            following = _FOLLOWING.match(folded, found.end())
            before = words(folded[max(0, found.start() - _BESIDE) : found.start()])[-1:]
            if (
                following
                and any(stem(word) in asked for word in words(following.group()))
                and _DATED.isdisjoint(before)
            ):
                return found.group()
        return " "

    return _NOT_COUNTED.sub(blank, folded)


def _counts_things(folded: str) -> bool:
    """ "Eleven hundred copies" is no sum of money."""
    if _PLAIN["money"].search(folded):
        return False
    things = [found["what"] for found in _ROUND.finditer(folded)]
    return bool(things) and all(
        thing and thing not in _NO_THINGS and not _IN_MONEY.fullmatch(thing) for thing in things
    )


def _is_counted(question: Question, folded: str, numbers: list[tuple[int, int]]) -> bool:
    """Does a number stand beside what is counted, or beside what became of it? "Forty ferries", "forty sank"."""
    told = [word for word in question.words if word not in question.proper and not question.is_light(word)]
    if any(_PERSONS.search(word) for word in told):
        told.append("people")
    counted = [found.span() for found in _WORD.finditer(folded) if any(like(found.group(), word) for word in told)]
    if not counted or "how many" in folded:
        return True
    for start, end in counted:
        for first, after in numbers:
            between = folded[after:start] if first < start else folded[end:first]
            if len(between.split()) <= _NEAR and not _STOP.search(between):
                return True
    return False


def implied_words(question: Question, sentence: str) -> frozenset[str]:
    """Words of the question that a sum of money says without them: "The fee is $38" is what something costs."""
    if question.kind != "money" or not _PLAIN["money"].search(fold(sentence)):
        return frozenset()
    return frozenset(word for word in question.words if stem(word) in _PAYING and word not in question.proper)


def _new_name(question: Question, sentence: str, pattern: re.Pattern[str], persons: Collection[str] = ()) -> bool:
    asked = {stem(word) for word in question.words}
    for match in pattern.finditer(sentence):
        if match.group().startswith(("of ", "on ")) and _IN_NAME.search(
            sentence, max(0, match.start() - _BESIDE), match.start()
        ):
            continue
        named = [word for word in words(match["name"]) if word not in FUNCTION_WORDS and word not in _WHEN]
        if not _TOWARDS.isdisjoint(match.group().split(" ", 1)[:1]) and any(
            word.removesuffix("'s") in persons for word in named
        ):
            continue
        if not named or any(stem(word) in asked for word in named):
            continue
        # The first word of a sentence has its capital from there.
        if sentence.endswith(("according to ", "According to "), 0, match.start("name")):
            continue
        if match.start() > 0 or (stem(named[0]) not in LIGHT and len(named[0]) > 2):
            return True
    return False
