"""The bot's own words in the member's language: nothing of them is missing, nothing of a story is changed."""

from __future__ import annotations

import ast
import asyncio
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import onrecord
from onrecord import language
from onrecord.answers import COMMANDS, answer
from onrecord.answers.moderation import MODERATION
from onrecord.answers.notation import Request
from onrecord.archive import Archive
from onrecord.chat.commands import CHECK_THIS, FIND_COVERAGE, grouped
from onrecord.chat.coverage import coverage_group
from onrecord.chat.layouts import Layouts
from onrecord.cleaning.furniture import RULES
from onrecord.language import (
    called,
    day,
    everywhere,
    listed,
    retold,
    say,
    say_of,
    spanish,
    spanish_desk,
    spanish_troubles,
    speaking,
)

HOUSE = Path(onrecord.__file__).parent
NAMES = {**spanish.NAMES, **spanish_desk.NAMES}
SENTENCES = {**spanish.SENTENCES, **spanish_desk.SENTENCES}
EVERY = {**COMMANDS, **MODERATION}


def said() -> Iterator[tuple[str, str]]:
    """Each sentence that the source says, and where."""
    for path in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"say", "say_of"}:
                for sentence in node.args[:1] if node.func.id == "say" else node.args[1:3]:
                    if isinstance(sentence, ast.Constant):
                        yield str(sentence.value), f"{path.name}:{node.lineno}"


STATIONS = {"sources", "cleaning", "archive", "fetching.py", "source_loader.py", "worker.py"}
"""What happens to documents there is told to people later, by others."""


def troubles() -> Iterator[tuple[str, str]]:
    """Each sentence that a station writes down, its fields without names, and where."""
    for path in sorted(HOUSE.rglob("*.py")):
        if not STATIONS & set(path.relative_to(HOUSE).parts):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        aside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        aside |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if id(node) in aside or not isinstance(node, ast.Constant | ast.JoinedStr):
                continue
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
            text = text.replace("{!r}", "{}")
            if re.match(r"(?:[A-Z]|{} [A-Z]?)[^A-Z_]", text) and len(text.split()) > 2 and text.endswith((".", ": {}")):
                yield text, f"{path.name}:{node.lineno}"


def nameless(sentence: str) -> str:
    return re.sub(r"{\w+}", "{}", sentence)


async def _never(*_: Any) -> Any:
    raise AssertionError


DESCRIPTIONS = [
    CHECK_THIS,
    FIND_COVERAGE,
    grouped("x", []).description,
    coverage_group(_never, _never).description,
    *(text for one in EVERY.values() for text in (one.description, *(option.description for option in one.options))),
]
ALL = dict(said()) | dict.fromkeys(DESCRIPTIONS, "a command")


def fields(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_sentence_has_a_spanish_one() -> None:
    assert {sentence: where for sentence, where in ALL.items() if sentence not in SENTENCES} == {}


def test_every_trouble_has_a_spanish_sentence() -> None:
    known = {nameless(sentence) for sentence in spanish_troubles.SENTENCES}
    found = dict(troubles())
    assert {sentence: where for sentence, where in found.items() if sentence not in known} == {}
    assert known - found.keys() == set()


@pytest.mark.parametrize("sentence", spanish_troubles.SENTENCES)
def test_a_trouble_that_was_written_down_is_told_in_spanish(sentence: str) -> None:
    translated = spanish_troubles.SENTENCES[sentence]
    assert fields(translated) == fields(sentence)
    values = {name: f"<{name}>" for name in fields(sentence) if name}
    written = sentence.format(**values)
    assert retold(written) == written
    with speaking("es-ES"):
        assert retold(written) == translated.format(**values)


def test_a_trouble_within_a_trouble_and_one_that_nobody_knows() -> None:
    with speaking("es-ES"):
        within = "Its robots.txt cannot be asked now: tide.example did not answer in time."
        assert retold(within) == "Su robots.txt no se puede consultar ahora: tide.example no respondió a tiempo."
        assert retold("{0} {x} is too large.") == "{0} {x} is too large."
        assert retold("byline") == "firma"
        assert retold("It was removed on 4 May: byline") == "Se quitó el 4 May: byline"
        assert retold("It was removed on 2026-11-22: byline") == "Se quitó el 22 de noviembre de 2026: byline"
        assert retold("The file is empty. " * 100_000).startswith("The file")
    assert retold("It was removed on 2026-11-22: byline") == "It was removed on 22 Nov 2026: byline"
    assert retold("It was removed on 2026-99-22: byline") == "It was removed on 2026-99-22: byline"


def test_every_reason_for_dropping_a_line_has_a_spanish_one() -> None:
    assert {rule.reason for rule in RULES} - spanish_troubles.PHRASES.keys() == set()


def test_no_sentence_is_kept_that_nobody_says() -> None:
    assert SENTENCES.keys() - ALL.keys() == set()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_translation_says_what_the_sentence_says(sentence: str) -> None:
    translated = SENTENCES[sentence]
    # An article has no place where the name stands alone.
    assert fields(translated) == fields(sentence)
    assert translated != sentence
    assert translated[-1:] == sentence[-1:] or not {translated[-1:], sentence[-1:]} & set(".?:")
    assert ("?" in translated) == ("¿" in translated)


def test_every_name_of_a_command_and_an_option_is_translated() -> None:
    words = {word for command in EVERY.values() for word in (*command.name.split(), *(o.name for o in command.options))}
    assert words <= NAMES.keys()
    for command in EVERY.values():
        options = [NAMES[option.name] for option in command.options]
        assert len(set(options)) == len(options)
    for group in (COMMANDS, MODERATION):
        assert len({NAMES[command.split()[-1]] for command in group}) == len(group)
    assert not spanish.NAMES.keys() & spanish_desk.NAMES
    assert not spanish.SENTENCES.keys() & spanish_desk.SENTENCES


def test_names_and_descriptions_are_such_as_discord_takes() -> None:
    assert all(re.fullmatch(r"[-_\w]{1,32}", name) and name == name.lower() for name in NAMES.values())
    assert all(len(SENTENCES[text]) <= 100 for text in DESCRIPTIONS)
    assert all(len(SENTENCES[menu]) <= 32 for menu in (CHECK_THIS, FIND_COVERAGE))


def test_both_kinds_of_spanish_and_english_for_everybody_else() -> None:
    assert everywhere("quotes", name=True) == {"es-ES": "citas", "es-419": "citas"}
    for locale in ("es-ES", "es-419"):
        with speaking(locale):
            assert say("Sources") == "Fuentes"
    for locale in ("en-US", "pt-BR", "et"):
        with speaking(locale):
            assert say("Sources") == "Sources"
            assert called("quotes") == "quotes"
    assert say("Sources") == "Sources"


def test_dates_lists_and_plurals() -> None:
    assert day(date(2025, 12, 3)) == "3 Dec 2025"
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
    with speaking("es-419"):
        assert day(date(2025, 12, 3)) == "3 de diciembre de 2025"
        assert [listed(["A", *names]) for names in ("B", "BC", ["Inés"], ["Hierro"])] == [
            "A y B",
            "A, B y C",
            "A e Inés",
            "A y Hierro",
        ]
        assert say_of(1, "Named in one story", "Named in {n} stories") == "Aparece en una noticia"
        assert say_of(3, "Named in one story", "Named in {n} stories") == "Aparece en 3 noticias"


def test_braces_in_what_a_member_typed_are_text() -> None:
    assert say("Stories about {topic}", topic="{0} {topic!r}") == "Stories about {0} {topic!r}"


async def test_two_members_at_once_are_each_spoken_to_in_their_language() -> None:
    async def heard(locale: str) -> list[str]:
        with speaking(locale):
            words: list[str] = []
            for _ in range(5):
                words.append(say("Sources"))
                await asyncio.sleep(0)
            return words

    spoken = await asyncio.gather(*(heard(locale) for locale in ("es-ES", "en-GB", "es-419")))
    assert [set(words) for words in spoken] == [{"Fuentes"}, {"Sources"}, {"Fuentes"}]


class _Marked(Mapping[str, str]):
    """A language of English words, each sentence's own of them between marks."""

    def __getitem__(self, sentence: str) -> str:
        parts = Formatter().parse(sentence)
        return "".join(f"⟦{text}⟧{f'{{{name}}}' if name is not None else ''}" for text, name, _, _ in parts)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


ASKED: list[tuple[str, dict[str, str]]] = [
    ("summary", {"story": "coalition ground rules"}),
    ("summary", {"story": "pellworth"}),
    ("summary", {}),
    ("summary", {"story": "zebra earnings"}),
    ("summary", {"story": "pellworth copies"}),
    ("summary", {"story": "x" * 400}),
    ("summary", {"story": "!!"}),
    ("summary", {"stroy": "x"}),
    ("summary", {"": "x"}),
    ("sumary", {}),
    ("quotes", {"speaker": "gordon levit"}),
    ("quotes", {"speaker": "ines okafor", "about": "money"}),
    ("quotes", {"about": "training"}),
    ("quotes", {"about": "zeppelins"}),
    ("quotes", {"story": "pellworth voice", "about": "voices"}),
    ("quotes", {"speaker": "Daniel Kwan", "about": "zebras", "story": "coalition ground rules"}),
    ("quotes", {"speaker": "Randima Fernando"}),
    ("quotes", {"speaker": "Marie Curie"}),
    ("quotes", {}),
    ("check", {"quote": "I would rather pay for voices than lawyers"}),
    ("check", {"quote": "I’d rather pay for voices than for lawyers", "speaker": "Daniel Kwan"}),
    ("check", {"quote": "it will cost us plenty of money"}),
    ("check", {"quote": "robots will sing every ballad tonight"}),
    ("check", {"quote": "one"}),
    ("who", {"name": "Zofia Hallward"}),
    ("who", {"name": "kwan"}),
    ("who", {"name": "zzzz"}),
    ("who", {}),
    ("related", {"story": "pellworth voice actors"}),
    ("related", {"story": "coalition"}),
    ("related", {}),
    ("stories", {}),
    ("stories", {"search": "library"}),
    ("stories", {"search": "zebra"}),
    ("ask", {"question": "How many copies of the cookbook does the library have?"}),
    ("ask", {"question": "What did Bram Castellane say about money?"}),
    ("ask", {"question": "What did Bram Castellane say about zebras?"}),
    ("ask", {"question": "Why is the sky blue?"}),
    ("ask", {}),
]


@pytest.mark.parametrize(("command", "options"), ASKED)
async def test_whatever_a_member_reads_is_translated_or_stands_in_the_coverage(
    sample_archive: Path, monkeypatch: pytest.MonkeyPatch, command: str, options: dict[str, str]
) -> None:
    marked = language._Language(("xx",), _Marked(), {name: f"⟦{name}⟧" for name in NAMES}, {}, {})  # pyright: ignore[reportPrivateUsage]
    monkeypatch.setitem(language._LANGUAGES, "xx", marked)  # pyright: ignore[reportPrivateUsage]
    async with await Archive.open(sample_archive) as archive:
        with speaking("xx"):
            found = await answer(archive, command, options)
            layouts = Layouts(found, Request(command, options), 1)
            shown = [item for n in range(len(layouts)) for item in _texts(layouts.page(n, share=True).to_components())]
        coverage = await _coverage(archive)
    known = _plain(" ".join([coverage, command, *options.values(), *options]))
    for text in [found.text.split("⟦Try:⟧")[0], *shown]:
        for piece in re.split(r"⟦[^⟧]*⟧|[“”\n…·→()/]|\[\d*\]| — |, |: |~~|\*\*|\d+\s[A-Z][a-z]{2}\s\d{4}", text):
            words = _plain(piece)
            assert words in known or not re.search("[a-z]{2}", words), (piece, text)


def _texts(components: list[dict[str, object]]) -> Iterator[str]:
    for component in components:
        yield re.sub(r"\\([^0-9A-Za-z\s])", r"\1", str(component.get("content") or component.get("label") or ""))
        inner = component.get("components")
        if isinstance(accessory := component.get("accessory"), dict):
            yield from _texts([accessory])  # pyright: ignore[reportUnknownArgumentType]
        if isinstance(inner, list):
            yield from _texts(inner)  # pyright: ignore[reportUnknownArgumentType]


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.replace("’", "'").casefold()))


async def _coverage(archive: Archive) -> str:
    stories = [await archive.story(head.id) for event in await archive.stories(50) for head in event.stories]
    return " | ".join(story.model_dump_json() for story in stories if story)
