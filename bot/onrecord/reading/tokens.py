"""A passage into words, with each quoted run folded into one token."""

from __future__ import annotations

import re

from onrecord.reading.lexicon import ABOUT, CONVINCED, SPEECH
from onrecord.reading.line import QUOTE, SCRAP, Line, last_mark
from onrecord.reading.quotation_marks import Run, quoted_runs
from onrecord.reading.sentences import sentences

_TOKEN = re.compile(
    r"\s*+("  # taken along, so that no rule below is tried on white space
    r"[a-z]++(?![\w&’'-])|"  # most words; the rest is only tried where this fails
    r"(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Lt|Gen|Col|Sgt|Capt|Adm|Maj|Cmdr|Prof|Rev|Hon|Jr|Sr|St|Del|Atty|Fr|Inc|Corp|Co"
    r"|Ltd|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fla|Calif|Mass|Conn|Ariz|Ill|Mich|Minn|Wis|Pa|Va|Tenn|Tex"
    r"|Ala|Okla|Ore|Wash|Ind|Colo|Nev|Mo|Md|Ky|Kan|Miss|Ga|La|Neb|Mont|Wyo|Ark|Del|Dept|Ave|Blvd|Esq|Ph\.D|M\.D|No(?=\.\s?\d))\."
    r"|then-(?:Sen|Rep|Gov|Lt|Gen|Col|Sgt)\."
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
_WORDLIKE = frozenset(
    ["Will", "May", "From", "Said", "Long", "Still", "Early", "Like", "Over", "Can", "Must", "Being", "Would"]
)
_CUES = frozenset([*SPEECH, *ABOUT, *CONVINCED, "according"])
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
    line.sentences = sentences(line)
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
