"""Bad input through the command line: each kind gets a clear sentence, and the archive stays as it was."""

import io
import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.__main__ import main
from onrecord.answers import COMMANDS

GOOD = """Millbrook Opens Its First Night Library

The town of Millbrook opened a library on Friday that lends books from dusk to dawn.

“Nobody reads at noon,” said Agnes Tolliver, the librarian. “At noon they eat.”

Mayor Rufus Penhallow said the library would cost the town $80,000 a year.
"""
SECOND = """Millbrook Bakery Sues Over the Smell of Bread

A bakery in Millbrook has sued its neighbour, a perfume shop, over who owns the morning air.

“We were here first, and so was the yeast,” said Olive Crane, the baker.
"""


class Said(NamedTuple):
    code: int
    out: str
    err: str


class Newsroom:
    """A folder of news, its archive and its configuration, used through the command line."""

    def __init__(self, base: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.news = base / "news"
        self.archive = base / "archive.db"
        self.config = base / "config.toml"
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.news.mkdir()
        (self.news / "library.txt").write_text(GOOD, "utf-8")
        self.config.write_text('[archive]\npath = "archive.db"\n[[sources]]\npath = "news"\n', "utf-8")

    def run(self, *arguments: str, typed: str = "") -> Said:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        self._capsys.readouterr()
        code = main(["--config", str(self.config), *arguments])
        captured = self._capsys.readouterr()
        assert "Traceback" not in captured.err
        return Said(code, captured.out, captured.err)

    def told(self) -> list[str]:
        """The titles on record, as a member would see them."""
        said = self.run("try", "--json", "/stories")
        assert said.code == 0, said.err
        return sorted(citation["title"] for citation in json.loads(said.out)["citations"])


@pytest.fixture
def newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    made = Newsroom(tmp_path, capsys, monkeypatch)
    assert made.run("load").code == 0
    yield made


LIBRARY = ["Millbrook Opens Its First Night Library"]


def one_line(said: Said, code: int, *says: str) -> None:
    assert said.code == code, said
    assert said.err.count("\n") == 1, said.err
    for words in says:
        assert words in said.err


def make_empty(news: Path) -> None:
    (news / "bad.txt").write_bytes(b"")


def make_blank(news: Path) -> None:
    (news / "bad.txt").write_bytes(b" \n\t\r\n \xc2\xa0\n")


def make_binary(news: Path) -> None:
    (news / "bad.txt").write_bytes(bytes(range(256)) * 64)


def make_huge(news: Path) -> None:
    with (news / "bad.txt").open("wb") as file:
        file.truncate(200 * 1024 * 1024)


def make_loop(news: Path) -> None:
    (news / "bad.txt").symlink_to(news / "bad.txt")


def make_dangling(news: Path) -> None:
    (news / "bad.txt").symlink_to(news / "nowhere.txt")


def make_empty_page(news: Path) -> None:
    (news / "bad.html").write_text("<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>", "utf-8")


def make_broken_json(news: Path) -> None:
    (news / "bad.json").write_text('{"title": "A Bridge Too', "utf-8")


def make_wrong_json(news: Path) -> None:
    (news / "bad.json").write_text('{"title": 7, "passages": "text"}', "utf-8")


def make_deep_json(news: Path) -> None:
    (news / "bad.json").write_text("[" * 200_000, "utf-8")


def make_false_span(news: Path) -> None:
    quote = {"text": "words", "kind": "direct", "spans": [{"passage": 0, "start": 5, "end": 900}]}
    story = {"title": "A Story of Spans", "passages": [{"n": 0, "text": "Some words."}], "quotes": [quote]}
    (news / "bad.jsonl").write_text(json.dumps(story) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (make_empty, "empty"),
        (make_blank, ""),
        (make_binary, "binary"),
        (make_huge, "MB"),
        (make_loop, ""),
        (make_dangling, ""),
        (make_empty_page, ""),
        (make_broken_json, "JSON"),
        (make_wrong_json, "title"),
        (make_deep_json, ""),
        (make_false_span, "quote"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_bad_document_is_named_and_the_rest_goes_on(newsroom: Newsroom, make: object, named: str) -> None:
    assert callable(make)
    make(newsroom.news)
    (newsroom.news / "zz-bakery.txt").write_text(SECOND, "utf-8")
    said = newsroom.run("load")
    assert said.code == 0, said.err
    assert "1 new, 0 changed, 1 unchanged, 0 gone." in said.out
    skipped = [line for line in said.out.splitlines() if "bad." in line]
    assert len(skipped) == 1, said.out
    assert named in skipped[0]
    assert skipped[0].count("bad.") == 1
    assert "Error" not in skipped[0]
    assert newsroom.told() == ["Millbrook Bakery Sues Over the Smell of Bread", *LIBRARY]


def test_a_document_that_turns_bad_keeps_the_story_it_had(newsroom: Newsroom) -> None:
    (newsroom.news / "library.txt").write_bytes(b"")
    said = newsroom.run("load")
    assert "library.txt" in said.out
    assert newsroom.told() == LIBRARY


def test_the_good_lines_of_a_malformed_file_load(newsroom: Newsroom) -> None:
    good = json.dumps({"title": "Ferry Stops for a Swan", "passages": [{"n": 0, "text": "The ferry waited."}]})
    other = json.dumps({"title": "Swan Returns to the Ferry", "passages": [{"n": 0, "text": "The swan came back."}]})
    lone = r'{"title": "A \ud800 Title", "passages": [{"n": 0, "text": "Half a \udfff character."}]}'
    lines = [good, '{"title": ', "", "null", '{"title": "No Passages"}', lone, other]
    (newsroom.news / "lines.jsonl").write_text("\n".join(lines), "utf-8")
    said = newsroom.run("load")
    assert said.code == 0, said.err
    for number in (2, 4, 5):
        assert f"lines.jsonl:{number}" in said.out
    assert {"Ferry Stops for a Swan", "Swan Returns to the Ferry", *LIBRARY} <= set(newsroom.told())


def test_an_id_that_a_file_claims_is_not_taken(newsroom: Newsroom) -> None:
    library = json.loads(newsroom.run("try", "--json", "/summary story:night library").out)["citations"][0]["story"]
    for name in ("one", "two"):
        story = {"id": library, "title": f"Swan Number {name}", "passages": [{"n": 0, "text": f"It is swan {name}."}]}
        (newsroom.news / f"{name}.json").write_text(json.dumps(story), "utf-8")
    assert newsroom.run("load").code == 0
    assert newsroom.told() == [*LIBRARY, "Swan Number one", "Swan Number two"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(newsroom: Newsroom, encoding: str) -> None:
    text = GOOD.replace("Tolliver", "Tollivér").replace("Night", "Bookmobile")
    (newsroom.news / "library.txt").write_bytes(text.encode(encoding))
    assert newsroom.run("load").code == 0
    said = newsroom.run("try", "/quotes speaker:Tolliver")
    assert "Agnes Tollivér" in said.out


def test_invalid_utf_8_is_not_fatal(newsroom: Newsroom) -> None:
    (newsroom.news / "bakery.txt").write_bytes(SECOND.encode().replace(b"perfume", b"perf\xff\xfeume"))
    assert newsroom.run("load").code == 0
    assert len(newsroom.told()) == 2


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are text there")
def test_a_file_name_that_is_not_text(newsroom: Newsroom) -> None:
    path = os.fsencode(newsroom.news) + b"/caf\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 # a Path is text
        file.write(SECOND.encode())
    said = newsroom.run("load")
    assert said.code == 0, said.err
    assert set(newsroom.told()) >= set(LIBRARY)
    assert newsroom.run("read", "--json", str(newsroom.news)).code == 0


def test_a_missing_folder(newsroom: Newsroom) -> None:
    shutil.move(newsroom.news, newsroom.news.with_name("olds"))
    before = newsroom.archive.read_bytes()
    one_line(newsroom.run("load"), 2, "config.toml", "path", "no folder")
    tried = newsroom.run("try", "/stories")
    assert (tried.code, tried.err.count("\n")) == (0, 1)
    assert "path: there is no folder" in tried.err
    assert LIBRARY[0] in tried.out
    assert newsroom.archive.read_bytes() == before


def test_folders_that_loop(newsroom: Newsroom) -> None:
    (newsroom.news / "again").symlink_to(newsroom.news)
    (newsroom.news / "self").symlink_to("self")
    said = newsroom.run("load")
    assert said.code == 0, said.err
    assert newsroom.told() == LIBRARY


def spoilt(newsroom: Newsroom, content: bytes) -> None:
    for path in newsroom.archive.parent.glob("archive.db-*"):
        path.unlink()
    newsroom.archive.write_bytes(content)


@pytest.mark.parametrize("command", [["load"], ["try", "/stories"], ["try", "--json", "-"]], ids=lambda c: c[0])
class TestArchive:
    """Whatever is asked, an archive that cannot be used says so and keeps its bytes."""

    def test_cut_short(self, newsroom: Newsroom, command: list[str]) -> None:
        whole = newsroom.archive.read_bytes()
        for length in (5000, len(whole) // 2):
            spoilt(newsroom, whole[:length])
            one_line(newsroom.run(*command), 1, "archive.db", "cut short")
            assert newsroom.archive.read_bytes() == whole[:length]

    def test_not_an_archive(self, newsroom: Newsroom, command: list[str]) -> None:
        spoilt(newsroom, b"Dear diary, today I became a database.\n" * 50)
        before = newsroom.archive.read_bytes()
        one_line(newsroom.run(*command), 1, "archive.db", "not an onrecord archive")
        assert newsroom.archive.read_bytes() == before

    def test_somebody_elses_database(self, newsroom: Newsroom, command: list[str]) -> None:
        newsroom.archive.unlink()
        with closing(sqlite3.connect(newsroom.archive)) as connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
        before = newsroom.archive.read_bytes()
        one_line(newsroom.run(*command), 1, "archive.db", "not an onrecord archive")
        assert newsroom.archive.read_bytes() == before

    def test_from_a_newer_version(self, newsroom: Newsroom, command: list[str]) -> None:
        with closing(sqlite3.connect(newsroom.archive)) as connection:
            connection.execute("PRAGMA user_version = 9999")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = newsroom.archive.read_bytes()
        one_line(newsroom.run(*command), 1, "archive.db", "newer onrecord", "update")
        assert newsroom.archive.read_bytes() == before

    def test_a_folder_in_its_place(self, newsroom: Newsroom, command: list[str]) -> None:
        newsroom.archive.unlink()
        newsroom.archive.mkdir()
        one_line(newsroom.run(*command), 1, "archive.db")


def test_a_locked_archive_answers_but_does_not_load(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.archive.database.connection.PATIENCE", 0.05)
    (newsroom.news / "bakery.txt").write_text(SECOND, "utf-8")
    with closing(sqlite3.connect(newsroom.archive, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        one_line(newsroom.run("load"), 1, "archive.db", "locked by another program")
        assert newsroom.told() == LIBRARY
    assert newsroom.run("load").code == 0
    assert len(newsroom.told()) == 2


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="rights are different there")
def test_a_read_only_archive_answers_but_does_not_load(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    base = Path(tempfile.mkdtemp())
    try:
        newsroom = Newsroom(base, capsys, monkeypatch)
        assert newsroom.run("load").code == 0
        (newsroom.news / "bakery.txt").write_text(SECOND, "utf-8")
        for path in (base, *base.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = newsroom.archive.read_bytes()
        root = os.geteuid() == 0
        if root:
            os.setresuid(65534, 65534, 0)  # root may write anywhere
        try:
            one_line(newsroom.run("load"), 1, "archive.db", "read-only")
            assert newsroom.told() == LIBRARY
        finally:
            if root:
                os.setresuid(0, 0, 0)
        assert newsroom.archive.read_bytes() == before
    finally:
        for path in (base, *base.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(base)


NASTY = [
    "",
    "   ",
    '"',
    "'; DROP TABLE stories; --",
    'NEAR("a" "b", 5) AND title:* OR -"',
    "* ^ { } ( ) : , . ? !",
    "%_%",
    "\\",
    "🦜" * 50,
    "👩‍👩‍👧‍👦 e\u0301\u0327\u0300",
    "\u202emoorb\u202c \u200f\u2067شمال\u2069",
    "a\x00b\x07\x1b[31m",
    "library " * 500,
    "x" * 4000,
    "(" * 4000,
    "@everyone <@1> https://127.0.0.1/?q=%00",
    "ﷺ" * 1000,
    "speaker: about: story:",
]


def test_anything_may_be_typed_as_a_value(newsroom: Newsroom) -> None:
    before = newsroom.told()
    lines = [
        f"/{command.name} {option.name}:{value}"
        for command in COMMANDS.values()
        for option in command.options
        for value in NASTY
    ]
    lines += [f"/{name}" for name in COMMANDS]
    lines += ["/", "//", "summary", "/nonsense a:b", "/summary nonsense:b", "/Summary STORY:library", "\x00", "🦜"]
    said = newsroom.run("try", "--json", "-", typed="\n".join(lines) + "\n")
    assert said.code == 0, said.err
    answers = said.out.splitlines()
    assert len(answers) == len(lines)
    for line, answer in zip(lines, answers, strict=True):
        shown = json.loads(answer)
        assert shown["text"].strip(), line
        assert "Traceback" not in shown["text"]
        assert "Error" not in shown["text"], line
    assert newsroom.told() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "COMMAND"),
        (["tyr"], "tyr"),
        (["try", "--as", "admin", "/stories"], "admin"),
        (["read"], "PATH"),
        (["--config"], "--config"),
    ],
)
def test_unusable_arguments_are_one_line(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code = main(arguments)
    one_line(Said(code, "", capsys.readouterr().err), 2, says)
    assert list(tmp_path.iterdir()) == []


def test_reading_what_is_not_there(newsroom: Newsroom, tmp_path: Path) -> None:
    one_line(newsroom.run("read", str(tmp_path / "nowhere")), 1, "nowhere")
