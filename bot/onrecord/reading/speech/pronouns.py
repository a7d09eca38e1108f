"""Whom "he" or "she" means: points for whoever the sentences before it are about, name or quote; or nobody.

Every weight is a reason in numbers, set on PolNeAR's train and dev articles. The machine-made chains of names that come
with them agree with 85 % of what it says of pronouns; in most of the rest the chain is wrong.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from operator import itemgetter

from onrecord.reading.entity_types import is_neither, is_organisation
from onrecord.reading.lexicon import HE, ROLE_NOUNS, SHE, SPEECH, TITLES
from onrecord.reading.line import QUOTE, Line
from onrecord.reading.noun_phrases import opening
from onrecord.reading.people.cast import Cast, Figure, standing
from onrecord.reading.places import PLACES
from onrecord.reading.speech.candidates import Scores, Seen
from onrecord.reading.speech.context import reporting
from onrecord.reading.speech.mentions import in_apposition, named
from onrecord.reading.speech.word_order import behind_verb, beside, late_subject, put_in
from onrecord.reading.subjects import left_of, right_of
from onrecord.reading.verbs import finite, passive

_WINDOW = 6
"""Sentences. A pronoun farther from its name than this is one that readers have to look up too."""
_DECAY = 0.5
"""Each sentence back counts half: a pronoun takes up the sentence before, seldom one before that."""

_SUBJECT = 3.0
"""Whom a sentence is about is whom the next one goes on about."""
_GOES_ON = 3.0
"""… also where it says "she" itself."""
_INTRODUCED = 3.0
"""A subject in full, "Ann Lee, a broker, wrote …", brings somebody new on stage, whoever was there before."""
_OWNS = 1.5
""" "Lee's fate is unclear": about Lee, though not with Lee as subject."""
_REPORTING = 2.0
"""Who reports without marks ("Lee said the quay was shut") tends to be quoted next …"""
_SPEAKING = 1.0
"""… more than who has been quoted already, whose turn may be over."""
_NAMED = 1.0
"""A name anywhere is worth something …"""
_OWNER = 0.8
"""… less where it only owns something else."""
_CARRIED = 0.5
"""Whom the last such pronoun meant, in this passage; half of it one passage on."""

_ENOUGH = 0.5
"""Points below which nobody is meant."""
_MARGIN = 2.0
"""Whoever is meant has this many times the points of the next; two who fit alike leave the pronoun open."""
_CLEAR = 1.3
"""… or this many, where the sentence right before is about one such person and names no other."""
_SURE = 2.5
"""… and this many where the pronoun is to show a sex that nothing else shows."""

_SHORT = 6
"""Tokens. In a sentence as short as "Then there's Lee." the one name is whom it is about."""
_NOT_BEFORE_PEOPLE = frozenset(["in", "a", "an", "the", "no"])
"""A name behind one of these is a place or a kind: "in Ellery", "a Port Ellery Socialist"."""
_TELLING = ([",", "the"], [",", "a"], [",", "an"], [",", "who"], [",", "whose"])
""" "Lee, the broker, …" brings Lee on stage like a name in full."""
_START = itemgetter(0)


class Pronouns:
    """Reads a story front to back; tell it of every speaker with `spoke`, and ask it for pronouns in their order."""

    def __init__(self, lines: list[Line], cast: Cast) -> None:
        self._cast = cast
        self._lines = lines
        self._rank = {line.n: i for i, line in enumerate(lines)}
        self._speaking: dict[int, list[tuple[int, Figure]]] = {}
        """Passage → the tokens that name a speaker, and who that is."""
        self._carried: dict[str, tuple[int, Figure]] = {}
        """Gender → where the last such pronoun stood, and whom it meant."""
        self._entrances: dict[int, tuple[int, int]] = {}
        """Figure by identity → passage and token where it is first named."""
        for place, figure in sorted(cast.at.items(), key=_START):
            self._entrances.setdefault(id(figure), place)
        self._somebody: dict[int, bool] = {}
        self._reporters: dict[tuple[int, int, int], list[Figure]] = {}
        self._subjects: dict[tuple[int, int], tuple[Figure, float] | None] = {}

    def spoke(self, line: Line, token: int, figure: Figure) -> None:
        figure.spoke = True
        insort(self._speaking.setdefault(line.n, []), (token, figure), key=_START)

    def whom(self, line: Line, token: int, gender: str, deep: int = 0, besides: Figure | None = None) -> Figure | None:
        """He or she: by recency, who is a subject, who is speaking, and nobody when two fit alike; never `besides`."""
        scores = Scores(gender, besides, self.could_be_somebody)
        margin = _MARGIN
        only: Figure | None = None
        lately: set[int] = set()
        """Who fits in this sentence and the one before it."""
        for other, begin, end, far in self._sentences_before(line, token):
            subject = self._subject(other, begin, end)
            if subject is None and far == 1 and deep < 2:
                going_on = self._goes_on(other, begin, end, gender, deep)
                subject = going_on and (going_on, _GOES_ON)
            new = subject[0] if subject and far == 1 and not scores.held else None
            seen = self._seen_in(other, begin, end, token if not far else -1, subject, new)
            if far <= 1:
                fitting = [figure for figure, _ in seen.points.values() if scores.fits(figure)]
                lately.update(map(id, fitting))
                if far and not (subject and scores.fits(subject[0])) and not self._about_somebody(other, begin, end):
                    only = seen.only_one_of(fitting)
                if only and self._enters(only, other.n, begin):
                    seen.give(only, _INTRODUCED)
                    margin = _CLEAR
            for figure, points in seen.points.values():
                scores.count(figure, points * _DECAY**far)
            if far == 1 and subject and scores.held.keys() == {id(subject[0])}:
                margin = _CLEAR
        carried = self._carried.get(gender)
        if carried and self._rank[line.n] - self._rank[carried[0]] <= 1:
            scores.count(carried[1], _CARRIED if carried[0] == line.n else _CARRIED / 2)
        ranked = sorted(scores.held.values(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[0][1] < margin * ranked[1][1]):
            return None
        chosen, best = ranked[0]
        if only and id(chosen) not in lately:
            return None  # "… Lee said. Nobody was happier than Ray. She |said": hardly Lee, not surely Ray
        if chosen.gender is None and not deep and (len(ranked) == 1 or best > _SURE * ranked[1][1]):
            chosen.gender = gender  # the story shows it here
        if not deep:
            self._carried[gender] = (line.n, chosen)
        return chosen

    def _seen_in(
        self, line: Line, begin: int, end: int, token: int, subject: tuple[Figure, float] | None, new: Figure | None
    ) -> Seen:
        """`token`: of the pronoun, where it stands in this very sentence, else -1; `new`: who may come on stage."""
        seen = Seen()
        if subject:
            seen.give(*subject)
            seen.acting.add(id(subject[0]))
        speakers = self._speaking_in(line, begin, end)
        for figure in speakers or self._reporting(line, begin, end):
            seen.give(figure, _SPEAKING if speakers else _REPORTING)
            seen.acting.add(id(figure))
        for sighting in standing(self._cast, line.n, begin, end):
            if sighting.start and not sighting.titled and line.low[sighting.start - 1] in _NOT_BEFORE_PEOPLE:
                continue
            figure = self._cast.at.get((line.n, sighting.start))
            if figure is None:
                continue
            if sighting.end == token - 1 and put_in(line, token - 1):
                seen.points.pop(id(figure), None)
                continue
            owner = sighting.end < len(line.words) and line.words[sighting.end] in ("’s", "'s")
            whole = len(sighting.words) > 1 or line.low[sighting.end : sighting.end + 2] in _TELLING
            seen.give(figure, (_OWNER if owner else _NAMED) + (_INTRODUCED if whole and figure is new else 0.0))
            if owner or beside(line, sighting.start, sighting.end):
                seen.aside.add(id(figure))
        return seen

    def _enters(self, figure: Figure, n: int, token: int) -> bool:
        """Is somebody not named before a token of passage `n`?"""
        return self._entrances.get(id(figure), (n, token)) >= (n, token)

    def about(self, line: Line, token: int) -> Figure | None:
        """Whom the sentence of a token is about."""
        begin = line.begin(token)
        subject = self._subject(line, begin, line.end(token))
        return subject[0] if subject else None

    def asker(self, line: Line, token: int) -> Figure | None:
        """Who asks something in the sentence before that of a token: the answer there is another's."""
        before = self._sentences_before(line, token)[1:2]
        for other, begin, end, _ in before:
            for cue in other.cues_between(begin + 1, end):
                if SPEECH.get(other.low[cue]) in _ASKS and finite(other, cue) and not passive(other, cue):
                    phrase = left_of(other, cue, begin) or right_of(other, cue, end)
                    return named(self._cast, other, *phrase) if phrase else None
        return None

    def _goes_on(self, line: Line, begin: int, end: int, gender: str, deep: int) -> Figure | None:
        """Whom the pronoun means with which a sentence opens."""
        phrase = opening(line, begin, end)
        own = HE if gender == "male" else SHE
        start = phrase.start if phrase else late_subject(line, begin, end)
        return self.whom(line, start, gender, deep + 1) if start >= 0 and line.low[start] in own else None

    def _about_somebody(self, line: Line, begin: int, end: int) -> bool:
        """Does a sentence open with somebody whom it does not name: "The attorney general", "She"?"""
        phrase = opening(line, begin, end)
        if phrase is None or self._subject(line, begin, end):
            return False
        last = line.low[phrase.end - 1]
        return last in ROLE_NOUNS or last in TITLES or line.low[phrase.start] in ("he", "she")

    def could_be_somebody(self, figure: Figure) -> bool:
        """Not a place, a group, or a common word that opens a sentence."""
        if id(figure) not in self._somebody:
            self._somebody[id(figure)] = figure.known or not (
                (len(figure.words) == 1 and figure.count < 2)
                or is_organisation(figure.words)
                or is_neither(figure.words, PLACES)
            )
        return self._somebody[id(figure)]

    def _speaking_in(self, line: Line, begin: int, end: int) -> list[Figure]:
        said = self._speaking.get(line.n, [])
        first = bisect_left(said, begin, key=_START)
        return [figure for _, figure in said[first : bisect_left(said, end, lo=first, key=_START)]]

    def _sentences_before(self, line: Line, token: int) -> list[tuple[Line, int, int, int]]:
        """The stretch before a token and the sentences before that, nearest first, each with its distance."""
        at = bisect_right(line.sentences, (token, len(line.words))) - 1
        if at >= 0 and token >= line.sentences[at][1]:
            at = -1
        begin = line.sentences[at][0] if at >= 0 else 0
        found = [(line, begin, token, 0)]
        far = 0
        for b, e in reversed(line.sentences[max(0, at - _WINDOW) : max(0, at)]):
            far += 1
            found.append((line, b, e, far))
        rank = self._rank[line.n]
        for r in range(rank - 1, max(-1, rank - 6), -1):
            other = self._lines[r]
            for b, e in reversed(other.sentences[-_WINDOW:]):
                far += 1
                found.append((other, b, e, far))
            if far > _WINDOW:
                break
        return found[:_WINDOW]

    def _subject(self, line: Line, begin: int, end: int) -> tuple[Figure, float] | None:
        """Whom a sentence is about, with the points for it."""
        key = (line.n, begin)
        if key not in self._subjects:
            phrase = opening(line, begin, end)
            if phrase and put_in(line, phrase.end):
                phrase = None
            figure = behind_verb(self._cast, line, begin, end) or (
                named(self._cast, line, phrase.start, phrase.end) if phrase else None
            )
            if phrase and figure is None and phrase.end + 1 < end and line.words[phrase.end] == ",":
                figure = in_apposition(self._cast, line, phrase.end + 1, end)  # "Her pollster, Ann Lee, …"
            points = _SUBJECT
            if figure is None and end - begin <= _SHORT and "by" not in line.low[begin:end]:  # "Asked by Lee, she"
                inside = standing(self._cast, line.n, begin, end)  # "Then there's Lee."
                figure = self._cast.at.get((line.n, inside[0].start)) if len(inside) == 1 else None
            if phrase and figure is None and any(w in ("’s", "'s") for w in line.words[phrase.start : phrase.end]):
                figure = self._cast.at.get((line.n, phrase.start))  # "Lee's fate is unclear, but she said"
                points = _OWNS
            self._subjects[key] = (figure, points) if figure else None
        return self._subjects[key]

    def _reporting(self, line: Line, begin: int, end: int) -> list[Figure]:
        """Who speaks in a sentence without giving any words that stand on record."""
        key = (line.n, begin, end)
        if key not in self._reporters:
            voice = None if QUOTE in line.words[begin:end] else reporting(line, begin, end)
            phrase = voice and voice.phrase
            figure = named(self._cast, line, *phrase) if phrase else None
            self._reporters[key] = [figure] if figure else []
        return self._reporters[key]


_ASKS = frozenset(["ask", "inquire", "wonder", "demand", "press"])
