"""A passage as words, with each quoted run folded into one token, parted into sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.reading.lexicon import ABOUT, CONVINCED, PREPOSITIONS, SPEECH, is_adverb, word_set
from onrecord.reading.quotation_marks import Run, quoted_runs

QUOTE = "\x00q"
"""Stands for a whole quoted run."""
SCRAP = "\x00s"
"""Stands for a quoted run of a word or three inside a clause: a "lone wolf", not an utterance."""

_TOKEN = re.compile(
    r"\s*+("  # taken along, so that no rule below is tried on white space
    r"[a-z]++(?![\w&’'-])|"  # most words; the rest is only tried where this fails
    r"(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Lt|Gen|Col|Sgt|Capt|Adm|Maj|Cmdr|Prof|Rev|Hon|Jr|Sr|St|Del|Atty|Fr|Inc|Corp|Co"
    r"|Ltd|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fla|Calif|Mass|Conn|Ariz|Ill|Mich|Minn|Wis|Pa|Va|Tenn|Tex"
    r"|Ala|Okla|Ore|Wash|Ind|Colo|Nev|Mo|Md|Ky|Kan|Miss|Ga|La|Neb|Mont|Wyo|Ark|Del|Dept|Ave|Blvd|Esq|Ph\.D|M\.D)\."
    r"|[RDI]-(?:[A-Z]\.){2,}|[RDI]-[A-Z][a-z]{1,5}\.(?=,|\s[a-z])"
    r"|(?:[A-Z]\.){2,}"
    r"|(?:[A-WYZ]|(?<!on )(?<!to )(?<!by )(?<!via )(?<!from )X)\.(?=\s?[A-Z])"
    r"|@\w+|#\w+"
    r"|\d+(?:-[^\W\d_]+)+|\d+(?:[.,:]\d+)*\w*"
    r"|[’'](?:s|d|ll|re|ve|m)\b"
    r"|[^\W_]+\.(?:com|org|net|gov|edu|co\.uk|tv|info)\b"
    r"|[^\W_]+(?:[-&][^\W_]+|[’'](?!(?:s|d|ll|re|ve|m)\b)[^\W_]+)*"
    r"|\.\.\.|--+|[^\w\s]|_)"
    r"|\s+"  # what is left before a quoted run or the end
)
_LONGEST_ABBREVIATION = 5
_SENTENCE_OPENERS = word_set(
    "The He She It They We I But And In On At If As For This That These Those There His Her Their A An When "
    "While After "
    "Before Since Yet So Now Then Meanwhile However Still Asked Both Some Many Most One Two Another Nor Or What "
    "Who Why How "
    "Although Though Because Despite During According Earlier Later Last Next Even Just Once Not No Yes You My Our Its"
)
_CLOSED = frozenset(
    ["Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "a.m.", "p.m."]
)
_TO_SOMEBODY = frozenset(["tell", "remind", "warn", "assure"])
_HEARERS = frozenset(["reporters", "the", "me", "us", "him", "her", "them", "when", "after", "as", "before"])
_WORDLIKE = frozenset(
    ["Will", "May", "From", "Said", "Long", "Still", "Early", "Like", "Over", "Can", "Must", "Being", "Would"]
)
_STOPS = frozenset([".", "!", "?"])
_ENDINGS = _STOPS | _CLOSED | {QUOTE}
"""Behind which a sentence may end."""
_CUES = frozenset([*SPEECH, *ABOUT, *CONVINCED, "according"])
_LONGEST = 300
"""Words. Whatever runs on longer is cut, so that no rule looks far for its subject."""


_PHRASALS = {
    ("went", "on"): "continued",
    ("goes", "on"): "continues",
    ("put", "it"): "said",
    ("puts", "it"): "says",
    ("pointed", "out"): "noted",
    ("points", "out"): "notes",
    ("pointing", "out"): "noting",
    ("point", "out"): "note",
    ("shot", "back"): "retorted",
    ("fired", "back"): "retorted",
    ("hit", "back"): "retorted",
    ("pushed", "back"): "retorted",
    ("pushes", "back"): "retorts",
    ("fires", "back"): "retorts",
    ("called", "out"): "shouted",
    ("cried", "out"): "shouted",
    ("chimed", "in"): "added",
    ("chimes", "in"): "adds",
    ("weighed", "in"): "commented",
}
_PHRASAL_VERBS = frozenset(verb for verb, _ in _PHRASALS)
_PARTICLES = frozenset(particle for _, particle in _PHRASALS)


@dataclass(slots=True)
class Line:
    """One passage, tokenised. `words[i]` is `text[starts[i]:ends[i]]`, save for a quoted run, which is `QUOTE`."""

    n: int
    text: str
    runs: list[Run]
    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    quotes: dict[int, int]
    """Token index → run index."""
    sentences: list[tuple[int, int]]
    """Token ranges."""
    cues: list[int]
    """The tokens that may report, such as "said" or "according", in order: seldom more than a few."""

    def begin(self, token: int) -> int:
        """Where the sentence of a token begins."""
        at = bisect_right(self.sentences, (token, len(self.words))) - 1
        return self.sentences[at][0] if at >= 0 else 0

    def end(self, token: int) -> int:
        """Where the sentence of a token ends."""
        at = bisect_right(self.sentences, (token, len(self.words))) - 1
        return self.sentences[at][1] if at >= 0 else len(self.words)

    def cues_between(self, start: int, end: int) -> list[int]:
        """The cues in a range of tokens."""
        cues = self.cues
        return cues[bisect_left(cues, start) : bisect_left(cues, end)] if cues else cues

    def slice(self, start: int, end: int) -> str:
        """The text of a range of tokens."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""


def tokenise(n: int, text: str) -> Line:
    line = Line(n, text, quoted_runs(text), [], [], [], [], {}, [], [])
    at = 0
    for number, run in enumerate(line.runs):
        _words(line, at, run.outer_start)
        scrap = _scrap(text, run)
        if scrap:
            _join_initial(line)
        line.quotes[len(line.words)] = number
        line.words.append(SCRAP if scrap else QUOTE)
        line.starts.append(run.outer_start)
        line.ends.append(run.outer_end)
        at = run.outer_end
    _words(line, at, len(text))
    line.low = list(map(str.lower, line.words))
    _join_phrasals(line)
    _restore_names(line)
    _fold_brackets(line)
    line.cues = [i for i, word in enumerate(line.low) if word in _CUES]
    _part(line)
    return line


def _join_initial(line: Line) -> None:
    """Keeps the full stop with the initial before a nickname: Robert C. “Bobby” Small."""
    words = line.words
    if len(words) > 2 and words[-1] == "." and len(words[-2]) == 1 and words[-2].isupper() and words[-3][0].isupper():
        words[-2:] = [words[-2] + "."]
        line.ends[-2:] = line.ends[-1:]
        line.starts.pop()


def _scrap(text: str, run: Run) -> bool:
    return (
        run.end - run.start < 40
        and text[run.end - 1].isalnum()
        and text.count(" ", run.start, run.end) < 3
        and text[run.outer_end : run.outer_end + 1] not in (",", "?", "!")
    )


def _join_phrasals(line: Line) -> None:
    """Lets a verb with its particle read as the verb of saying that it means."""
    low = line.low
    if _PHRASAL_VERBS.isdisjoint(low):
        return
    for i in range(len(low) - 1):
        if low[i + 1] in _PARTICLES:
            meant = _PHRASALS.get((low[i], low[i + 1]))
            if meant and (low[i + 1] != "on" or (i + 2 < len(low) and not low[i + 2][0].isalnum())):
                low[i] = meant


def _restore_names(line: Line) -> None:
    """Keeps the capital of people called Will, May or From, so that no rule takes them for the common word."""
    if _WORDLIKE.isdisjoint(line.words):
        return
    for i, word in enumerate(line.words):
        if word in _WORDLIKE and i and (
            line.words[i - 1] == "," or line.words[i - 1][0].isalpha()
            or (line.words[i - 1] == QUOTE and last_mark(line, i - 1) == ",")
        ):  # fmt: skip
            line.low[i] = word  # fmt: skip


def _words(line: Line, start: int, end: int) -> None:
    text, words, starts, ends = line.text, line.words, line.starts, line.ends
    at = start
    for chunk in text[start:end].split(" "):
        stop = at + len(chunk)
        if chunk.isalnum():  # the pattern would say the same of four chunks in five, at several times the price
            words.append(chunk)
            starts.append(at)
            ends.append(stop)
        elif chunk:
            bare, mark = chunk[:-1], chunk[-1]
            if mark in ",.;:" and bare.isalpha() and (
                mark != "." or len(bare) > _LONGEST_ABBREVIATION or bare.islower()
            ):  # fmt: skip
                words += (bare, mark)
                starts += (at, stop - 1)
                ends += (stop - 1, stop)
            elif mark == "s" and bare[-1] in "’'" and bare[:-1].isalpha():
                words += (bare[:-1], chunk[-2:])
                starts += (at, stop - 2)
                ends += (stop - 2, stop)
            else:
                for match in _TOKEN.finditer(text, at, end):
                    first, last = match.span(1)
                    if first < 0 or first >= stop:
                        break
                    words.append(text[first:last])
                    starts.append(first)
                    ends.append(last)
                    if last >= stop:
                        break
        at = stop + 1


def _fold_brackets(line: Line) -> None:
    """Takes short asides without quotes out of the sentence: "Marco Rubio (R-Fla.) said" reads as without them."""
    if "(" not in line.text and "[" not in line.text:
        return
    words = line.words
    drop: list[tuple[int, int]] = []
    opened = -1
    for i, word in enumerate(words):
        if word in "([":
            opened = i
        elif word == QUOTE:
            opened = -1
        elif word in ")]" and opened >= 0:
            if i - opened <= 25:
                drop.append((opened, i + 1))
            opened = -1
    if not drop:
        return
    keep: list[int] = []
    at = 0
    for start, end in drop:
        keep.extend(range(at, start))
        at = end
    keep.extend(range(at, len(words)))
    quotes = line.quotes
    line.quotes = {new: quotes[old] for new, old in enumerate(keep) if old in quotes}
    line.words = [words[i] for i in keep]
    line.low = [line.low[i] for i in keep]
    line.starts = [line.starts[i] for i in keep]
    line.ends = [line.ends[i] for i in keep]


def last_mark(line: Line, token: int) -> str:
    """The last character inside a quoted run, closing brackets and marks aside."""
    run = line.runs[line.quotes[token]]
    at = run.end - 1
    while at > run.start and line.text[at] in "’'”\"‘)] ":
        at -= 1
    return line.text[at]


_ZONES = frozenset(
    "ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST AKDT HST UTC GMT BST CET CEST IST JST AEST".split()
)


def _part(line: Line) -> None:
    words = line.words
    count = len(words)
    begin = _dateline(line)
    # The last word ends whatever is open; it stands here to cut a long rest.
    for i in [*[i for i, word in enumerate(words) if word in _ENDINGS], count - 1]:
        while begin + _LONGEST <= min(i, count - 2):
            line.sentences.append((begin, begin + _LONGEST + 1))
            begin += _LONGEST + 1
        if i < begin or i == count - 1:
            continue
        word, following = words[i], words[i + 1]
        if word in _STOPS:
            if following in _STOPS or following in "’'”)],;:":
                continue
            # "6:40 p.m. EST" goes on.
            ends = not (following[0].islower() or (words[i - 1] == "m" and following in _ZONES))
        elif word == QUOTE:
            ends = _quote_ends(line, i, begin)
        else:
            ends = following in _SENTENCE_OPENERS or following == QUOTE
        if ends:
            line.sentences.append((begin, i + 1))
            begin = i + 1
    if begin < count:
        line.sentences.append((begin, count))


_CLOCK = re.compile(r"[012]?\d[.:][0-5]\d(?:am|pm)?\Z", re.IGNORECASE)


def _dateline(line: Line) -> int:
    """Where the text begins after "PORT ELLERY, May 3 (AP) —", or after the time of day: "10.05 The mayor has …"."""
    words = line.words
    if len(words) > 3 and words[0][0].isdigit() and _CLOCK.match(words[0]):
        at = 1 + (line.low[1] in ("am", "pm", "a.m.", "p.m."))
        at += words[at] in (":", "—", "–", "-", "|")
        return at if words[at][0].isupper() or words[at][0] == "@" or words[at] == QUOTE else 0
    if not words or not words[0].isupper() or len(words[0]) < 3:
        return 0
    for i in range(1, min(len(words), 10)):
        if words[i] in ("—", "–", "--", "-", "―"):
            return i + 1
        if not (words[i][0].isupper() or words[i][0].isdigit() or words[i] in ",."):
            return 0
    return 0


def _quote_ends(line: Line, i: int, begin: int) -> bool:
    """Does the sentence end with the quoted run at token `i`?"""
    following = line.words[i + 1]
    mark = last_mark(line, i)
    if mark not in ".!?…" and not (mark in "—–-" and following == QUOTE):
        return False
    if following == QUOTE:
        return True
    if following in ",;:—–--―)" or following[0].islower():
        return False
    if any(line.words[j][0].isalnum() for j in range(begin, i)):
        return True
    if mark == ".":
        run = line.runs[line.quotes[i]]
        if run.open:
            return True
        # A full stop inside the marks, and yet the attribution follows: “No.” Smith said.
        return not _attribution_follows(line, i + 1, 5)
    return not _attribution_follows(line, i + 1, 12)


def _attribution_follows(line: Line, start: int, reach: int) -> bool:
    """Do a subject and a verb of saying, and little else, come next?"""
    low = line.low
    words = line.words
    if low[start] == "according":
        return True
    for i in range(start, min(start + reach, len(words))):
        if words[i] in _STOPS or words[i] == QUOTE or words[i] in ":;":
            return False
        base = SPEECH.get(low[i])
        if base and words[i][0].islower() and i > start:
            # "He said he would …" reports on; "he said." or "he told reporters." closes the quotation
            rest = low[i + 1] if i + 1 < len(words) else "."
            if base in _TO_SOMEBODY or (reach > 5 and rest not in ("that", ":", "he", "she", "they", QUOTE)):
                return True
            if rest in ".,;—–--" or rest in PREPOSITIONS or is_adverb(rest) or rest in _HEARERS:
                return True
    return False
