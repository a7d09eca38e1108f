"""What a question asks for: its subject words, the names in it, and the kind of answer that would do."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.answers.ask.clauses import subject_of
from onrecord.answers.ask.kinds import MEASURE, Kind, kind_of
from onrecord.answers.ask.sayings import speech_in, spelt_out
from onrecord.answers.meanings import LEADING, OFFICES
from onrecord.answers.phrasal import in_one_word
from onrecord.answers.stemming import stem
from onrecord.answers.words import FUNCTION_WORDS, LIGHT, content, dotted, said_in
from onrecord.reading.lexicon import DAYS, MONTHS
from onrecord.text import fold, words

_AMOUNTS = frozenset("money much many time".split())
_SUMS = frozenset("price cost amount number".split())
_HOW = re.compile(r"\bhow (long|far|tall|big|large|high|often|fast|cold|hot|warm|deep|heavy|wide)\b")
_LASTING = frozenset("last lasted take took".split())
_KIND_WORDS: dict[Kind, frozenset[str]] = {
    "percent": frozenset(["percent", "percentage"]),
    "age": frozenset(["old", "age"]),
    "time": frozenset(["date", "time", "day"]),
    "money": _SUMS,
    "amount": _SUMS,
    "count": _SUMS,
    "place": frozenset(["place"]),
    "reason": frozenset(["reason", "cause"]),
}
"""Words that ask for an answer, and are not what is asked about."""

_NAME = re.compile(
    r"(?:\b[^\W\d_a-z][\w’'&.-]*)(?:\s+(?:(?:of|the|for|and|de|del|la|van|von|bin|al|on|du)\s+){0,2}[^\W\d_a-z][\w’'&.-]*)*"
)
_DIGIT = re.compile(r"\d")
_OFFICE = re.compile(
    r"^(?:who|which person|what)(?: is| was| are| were|'s)(?: now| currently)? (?:the |an? )?(?P<office>[^?]+?)"
    r"(?: (?:of|for|at|in|from|to|on|behind|with|who|that)\b[^?]*)?$"
)
_COUNTED_THING = re.compile(
    r"\b(?:how many|how much(?= [\w' ]+ (?:do|does|did|has|have|had|is|was|were|are)\b)"
    r"|(?:what|which) (?:percent|percentage|share|proportion) of) (?P<thing>(?:[\w']+ ){0,3}?\w+)"
    r"(?= (?:\w+ed|are|were|is|was|have|has|had|did|do|does|will|can|gave|give|of|in|on|to|for)\b|$)"
    r"|\bhow many (?P<many>\w{3,}s)\b(?! of\b)"
    rf"|{MEASURE}"
)
_COUNTED_DEED = re.compile(
    r"\bhow many (?:people|persons|men|women) "
    r"(?:(?:are|were|is|was|have|has|had|been|being|be|did|do|will|would|could|can) )*(?P<deed>\w{3,})"
)
_NAME_OF = re.compile(
    r"\bwhat(?:'s| is| was) the name of (?:[\w']+ ){0,3}?(?P<thing>\w+)(?= (?:of|in|at|for|that|who|which)\b|$)"
)
_IS_CALLED = re.compile(
    r"^what(?:'s| is| was| are| were) (?:[\w']+ ){0,4}?(?P<thing>[\w']+?)(?:'s name| (?:called|named))$"
)
_WHAT_THING = re.compile(r"^(?:what|which) (?P<thing>\w{3,}) (?:did|does|do|has|have|is|was|were)\b")
_PAST = re.compile(r"\b(?:was|were|did|had|former|ex)\b")
_CAUSING = frozenset(stem(word) for word in "cause trigger prompt".split())
_DONE = re.compile(r"\b(?:be|get) (?P<deed>\w+)\b")
_DEED = re.compile(r"\bwhen (?:do|does|will)\b")
_WHAT_DEED = re.compile(r"what (?:did|does|do|has|have|will|would) (?!.*\bcall)", re.IGNORECASE)
_VOTE = re.compile(r"^how (?:did|has|have|do|does) .*\b(?:vote|voted)\b|\b(?:result|outcome) of the vote\b")
_EVENTS = frozenset(stem(word) for word in "happen held hold scheduled occur".split())
"""What takes place is held, or scheduled for a day."""
_WHO_DOES = re.compile(
    r"^(?:and |so |but )?(?:who|(?:what|which) (?:person|company|organi[sz]ation|group|team|party|country))"
    r"(?: (?:has|have|had|first|actually|really|originally"
    r"|(?:is|are|was|were|will be)(?= \w+ing (?!(?:for|in|to|at|on|up|out|against|with|from)\b)\w)))*"
    r" (?P<act>\w+)\b"
)
_IS_DOING = re.compile(r"^who (?:is|are|was|were) \w+ing\b")
_MAKING = frozenset("make makes made".split())
"""Said of whom else, they say little."""
_STARTING = frozenset(["start", "begin"])
_RACE = re.compile(r"^who (?:run|runs|ran|running) (?:for|against|in|away|into|over|on|out)\b")
_MADE = re.compile(r"^(?:and |so |but )?who (makes|made)\b")
_WHICH = re.compile(r"^(?:what|which) (show|story|article|report)s?\b")
"""Words that ask for an answer, unless they are what is asked about."""
_SAME = re.compile(r"^(?:is|are|was|were) .*\bthe same(?: (?P<sort>\w+))?(?:$| as\b)")
_SHOWN = re.compile(r"\b(film|movie|sequel|prequel|series|season|musical|documentary)s?\b")
_RELEASED = re.compile(r"\b(release[ds]?|releasing)\b")
_ARTICLES = frozenset(["a", "an", "the", "his", "her", "its", "their"])
_POLAR = re.compile(r"^(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should)\b")
_PLACED = re.compile(r"\b(?:from|in|at|with|by|against|between|of|for) (?:the |a |an )?(\w+)")
_ASKS = re.compile(
    r"^(?:and |so |but )?"
    r"(?:who|whom|whose|what|wat|which|when|where|why|how|tell|explain|describe|list|name|give|show)\b|\?$"
)

_DATES = DAYS | MONTHS
_HOURS = frozenset(["am", "pm", "eg", "ie"])
_COUNTRY = re.compile(r"\bUS\b")
_ASKED = 3
"""Words of a subject from which on somebody asks something, however they put it."""


class Question(NamedTuple):
    text: str
    kind: Kind
    words: tuple[str, ...]
    """The folded words that carry the subject, each once."""
    names: tuple[str, ...]
    """Runs of capitalised words as typed: "Berggruen Institute"."""
    proper: frozenset[str]
    """Those of `words` that stand in a name."""
    key: str | None = None
    """The word that the sentence itself must have: the "chairman" of "Who is the chairman of …"."""
    act: str | None = None
    """What somebody is supposed to have done: the "won" of "Who won …"."""
    thing: str | None = None
    """What it is supposed to have been done to: the "cup" of "Who won the silver cup in …"."""
    placed: frozenset[str] = frozenset()
    """Those of `words` that follow "from", "in" and the like."""
    polar: bool = False
    """To be answered with yes or no."""
    named: str | None = None
    """The "boat" of "What is the name of the boat?"."""
    speaker: frozenset[str] = frozenset()
    """Who is supposed to have said something: "report" in "What did the report say about…"."""
    counted: str | None = None
    """What there is a number of: the "ferries" of "How many ferries sank?"."""
    called: str | None = None
    """What may have a name: the "boat" of "What boat did she buy?"."""
    sought: tuple[str, ...] = ()
    """What to look for: the subject words as typed, verbs of two words as two."""

    @property
    def office(self) -> str | None:
        """What somebody is supposed to be, or to lead."""
        if self.kind != "person":
            return None
        return self.act if self.act and stem(self.act) in LEADING and not self.is_race else self.key

    @property
    def is_race(self) -> bool:
        """Whoever runs for something does not run it."""
        return bool(_RACE.search(fold(self.text)))

    @property
    def dated_deed(self) -> str | None:
        """ "When does the lock open?" and "When will it be opened by the mayor?" ask when that is done."""
        asked = fold(self.text)
        if self.kind != "time" or not _DEED.search(asked):
            return None
        done = _DONE.search(asked)
        deed = done["deed"] if done else ""
        return deed if deed in self.words and stem(deed) not in _EVENTS else self.last

    @property
    def what_deed(self) -> str | None:
        """ "What did the guild burn?" asks what was burnt: "burn"."""
        deed = self.words[-1]
        is_deed = self.kind == "any" and not self.speaker and _WHAT_DEED.match(self.text) and not self.is_light(deed)
        return deed if is_deed and said_in(self.text)[-1] == deed else None

    @property
    def asks_same(self) -> bool:
        """ "Are A and B the same firm?": what one has to do with the other."""
        return self.polar and bool(_SAME.match(fold(self.text).rstrip("?!. ")))

    @property
    def asks_vote(self) -> bool:
        return bool(_VOTE.search(fold(self.text)))

    @property
    def is_of_now(self) -> bool:
        return not _PAST.search(fold(self.text))

    @property
    def last(self) -> str:
        """The last word that is more than that something happened: "shooting" of "where did the shooting happen"."""
        return next(
            (word for word in reversed(self.words) if stem(word) not in _EVENTS and word not in _DATES), self.words[-1]
        )

    def is_light(self, word: str) -> bool:
        """Does it say little about the subject, or only that something takes place, where that is asked?"""
        key = stem(word)
        if self.kind == "reason" and key in _CAUSING:
            return True
        return key in LIGHT or (self.kind in ("time", "place") and key in _EVENTS)

    @property
    def is_topic(self) -> bool:
        """A word or two in place of a question."""
        return len(self.words) < _ASKED and not self.polar and not _ASKS.search(fold(self.text))

    def weight(self, word: str) -> float:
        """How much it matters that an answer has this word."""
        if word in self.proper or _DIGIT.search(word):
            return 2.5
        if self.is_light(word):
            return 0.5
        return 1.5 if len(word) > 3 else 1.0


def read_question(text: str) -> Question:
    short = dotted(text) - _HOURS
    if not text.isupper() and _COUNTRY.search(text):
        short |= {"us"}
    speech = speech_in(text)
    typed = spelt_out(text)
    text = in_one_word(typed)
    if _SHOWN.search(fold(text)):
        text = _RELEASED.sub("premiere", text)  # what opens is a film, and no prisoner
    folded = fold(text)
    kind = kind_of(folded)
    names = _names(text)
    # "U.S." is a name, though "us" is none.
    proper = short | {word for name in names for word in words(name) if word not in FUNCTION_WORDS}
    proper |= {f"{word}'s" for word in proper} & set(words(text))
    made = frozenset(_MADE.findall(folded))
    asked = _WHICH.match(folded)
    same = _SAME.match(folded.rstrip("?!. "))
    how = frozenset(_HOW.findall(folded))
    how |= _LASTING if "long" in how else frozenset()
    subject = [
        word
        for word in [*(asked.groups() if asked else ()), *content(text, short | made)]
        if (word not in _KIND_WORDS.get(kind, ()) and word not in how) or word in proper or word == subject_of(text)
    ]
    if same and len(subject) > _ASKED and same["sort"] in subject:
        subject.remove(same["sort"])
    key, (act, thing) = _key(folded, kind, proper), _act(folded, proper)
    placed = frozenset(_PLACED.findall(folded)) & set(subject)
    speaker = frozenset(content(speech.who)) if speech else frozenset[str]()
    polar = bool(_POLAR.match(folded))
    asking = folded.rstrip("?!. ")
    naming = _NAME_OF.search(asking) or _IS_CALLED.search(asking)
    named = naming["thing"] if naming else None
    counted = key if kind != "person" and not _COUNTED_DEED.search(folded) else None
    thing_named = _WHAT_THING.match(folded)
    return Question(
        text,
        kind,
        tuple(subject),
        tuple(names),
        proper,
        key,
        act,
        thing,
        placed,
        polar,
        named,
        speaker,
        counted,
        thing_named["thing"] if thing_named and kind == "any" else None,
        tuple(content(typed, short)) if text != typed else tuple(subject),
    )


def _key(folded: str, kind: Kind, proper: frozenset[str]) -> str | None:
    match = _OFFICE.match(folded.rstrip("?!. ")) if kind == "person" else _COUNTED_DEED.search(folded)
    match = match or (_COUNTED_THING.search(folded) if kind != "person" else None)
    if not match or (kind == "person" and _IS_DOING.match(folded)):
        return None
    asked = [
        word for word in words(next(filter(None, match.groups()))) if word not in FUNCTION_WORDS and word not in proper
    ]
    if kind == "person" and asked and asked[-1].endswith("ed"):
        return None  # "who is … married to"
    return asked[-1] if asked and stem(asked[-1]) not in LIGHT and asked[-1] not in _AMOUNTS else None


def _act(folded: str, proper: frozenset[str]) -> tuple[str | None, str | None]:
    match = _WHO_DOES.match(folded)
    act = match["act"] if match else ""
    if (
        not act
        or (act in FUNCTION_WORDS and act not in _MAKING)
        or act in proper
        or stem(act) in LIGHT - _STARTING - LEADING
    ):
        return None, None
    assert match
    thing = None
    for word in words(folded[match.end() :]):
        if word in FUNCTION_WORDS and (thing or word not in _ARTICLES):
            break
        thing = word if word not in _ARTICLES else thing
    return act, thing


def _names(text: str) -> list[str]:
    found: list[str] = []
    for match in _NAME.finditer(text):
        name = match.group().rstrip(".'’?!,")
        first = words(name.split(" ", 1)[0])
        opens = match.start() == 0 or text[: match.start()].rstrip()[-1:] in ".?!"
        # A sentence starts with a capital whatever its first word is.
        if opens and (not first or first[0] in FUNCTION_WORDS):
            name = name.partition(" ")[2]
        elif opens and " " not in name:
            name = ""
        name = name.removesuffix("'s").removesuffix("’s")
        office, of, rest = name.partition(" of ")
        if of and stem(fold(office)) in OFFICES:
            name = rest.removeprefix("the ")
        # "Quillmark's CEO" is not all one name.
        owner, owns, thing = name.replace("’", "'").rpartition("'s ")
        if owns and stem(fold(thing)) in OFFICES:
            name = owner
        if name:
            found.append(name)
    return found
