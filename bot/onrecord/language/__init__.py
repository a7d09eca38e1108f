"""The bot's own words in the reader's language. The English sentence is the key; what stories say is never translated.

The language belongs to the context: what is said inside `with speaking("es-ES")` is Spanish there and in every task
that is started from there, and nowhere else. Outside of it, as on a terminal, it is English.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import LiteralString

from onrecord.language import spanish, spanish_desk, spanish_troubles


@dataclass(frozen=True, slots=True)
class _Language:
    locales: tuple[str, ...]
    """What Discord calls it."""
    sentences: Mapping[str, str]
    names: Mapping[str, str]
    """Of commands and options."""
    troubles: Mapping[str, str]
    """What was written down in English, before it was known who would read it."""
    phrases: Mapping[str, str]


# Neutral Spanish does for Spain and for Latin America.
_LANGUAGES = {
    "es": _Language(
        ("es-ES", "es-419"),
        {**spanish.SENTENCES, **spanish_desk.SENTENCES},
        {**spanish.NAMES, **spanish_desk.NAMES},
        spanish_troubles.SENTENCES,
        spanish_troubles.PHRASES,
    )
}
_spoken: ContextVar[str] = ContextVar("onrecord-language", default="en")
_group: ContextVar[str | None] = ContextVar("onrecord-group", default=None)
_named_in: ContextVar[str] = ContextVar("onrecord-names", default="en")


@contextmanager
def speaking(locale: str, group: str | None = None, names: str | None = None) -> Generator[None]:
    """`locale`: "es-ES", "pt-BR"; English for those whose language the tables have not.

    `group`: under which the commands are found there. `names`: the language in which they are typed, if it is another.
    """
    spoken = locale.partition("-")[0]
    tokens = [(kept, kept.set(value)) for kept, value in ((_spoken, spoken), (_named_in, names or spoken))]
    group_token = _group.set(group)
    try:
        yield
    finally:
        for kept, token in tokens:
            kept.reset(token)
        _group.reset(group_token)


def say(sentence: LiteralString, /, **values: object) -> str:
    """The sentence in the reader's language, with `{name}` replaced by the values."""
    language = _LANGUAGES.get(_spoken.get())
    return (language.sentences.get(sentence, sentence) if language else sentence).format(**values)


def say_of(n: int, one: LiteralString, many: LiteralString, /, **values: object) -> str:
    """`one` or `many`, either of which may hold `{n}`."""
    return say(one if n == 1 else many, n=n, **values)


def retold(written: str) -> str:
    """A reason or trouble that was written down in English, in the reader's language; else as it is.

    The day of a removal is written down as in a calendar, and told as all days are.
    """
    if found := _REMOVED.match(written):
        with suppress(ValueError):
            written = f"{found[1]}{day(date.fromisoformat(found[2]))}{written[found.end() :]}"
    return _retold(_spoken.get(), written) if _spoken.get() in _LANGUAGES else written


@lru_cache(maxsize=1000)
def _retold(spoken: str, written: str) -> str:
    """Kept, for a long report gives the same few reasons again and again."""
    if known := _LANGUAGES[spoken].phrases.get(written):
        return known
    if len(written) > _LONGEST:
        return written
    for shape, told in _shapes(spoken):
        if found := shape.fullmatch(written):
            values = found.groupdict().items()
            return told.format(**{name: text if name in _FREE else _retold(spoken, text) for name, text in values})
    return written


@cache
def _shapes(spoken: str) -> list[tuple[re.Pattern[str], str]]:
    """What each sentence looks like once its fields are filled in; those that say most first."""
    shapes: list[tuple[re.Pattern[str], str]] = []
    troubles = _LANGUAGES[spoken].troubles
    for sentence in sorted(troubles, key=lambda one: -len(re.sub(r"{\w+}", "", one))):
        literal = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(sentence))
        shapes.append((re.compile(literal, re.DOTALL), troubles[sentence]))
    return shapes


def called(name: str) -> str:
    """The name of a command or an option, as the reader's Discord shows it: "quotes" → "citas"."""
    language = _LANGUAGES.get(_named_in.get())
    return " ".join(language.names.get(word, word) for word in name.split(" ")) if language else name


def slash(name: str) -> str:
    """A command as the reader types it: "quotes" → "/quotes", "/citas"; "/news quotes" in a group."""
    return within(f"/{called(name)}")


def within(line: str) -> str:
    """A command line with the group's name: "/quotes about:…" → "/news quotes about:…"."""
    group = _group.get()
    return f"/{group} {line.removeprefix('/')}" if group else line


def everywhere(text: str, *, name: bool = False) -> dict[str, str]:
    """A name (`name`) or a description in all languages but English, by Discord's locales."""
    return {
        locale: translated
        for language in _LANGUAGES.values()
        if (translated := (language.names if name else language.sentences).get(text))
        for locale in language.locales
    }


def listed(names: Iterable[str]) -> str:
    """ "A, B and C"; "A, B y C"."""
    *before, last = list(names) or [""]
    if not before:
        return last
    if _spoken.get() == "es" and _LIKE_Y.match(last.casefold()):
        return f"{', '.join(before)} e {last}"
    return say("{names} and {last}", names=", ".join(before), last=last)


def day(stamp: date) -> str:
    """ "4 Mar 2025"; "4 de marzo de 2025"."""
    if _spoken.get() == "es":
        return f"{stamp.day} de {spanish.MONTHS[stamp.month - 1]} de {stamp.year}"
    return f"{stamp.day} {_MONTHS[stamp.month - 1]} {stamp.year}"


_LIKE_Y = re.compile(r"h?[ií](?![aeo])")
_REMOVED = re.compile(r"(It was removed on )(\d{4}-\d\d-\d\d)\b")
_FREE = frozenset(["title", "reason"])
"""Fields that hold what somebody else wrote."""
_LONGEST = 1000
"""Of what is looked up among the shapes, in characters."""
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
