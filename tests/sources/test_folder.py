from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from onrecord.errors import SourceError
from onrecord.sources.folder import LIMIT, read_folder, read_paths, read_upload
from onrecord.stories import Document, Skipped


def names(found: Iterable[Document | Skipped], folder: Path) -> list[str]:
    return [str(Path(one.location).relative_to(folder)) for one in found]


def only(found: Iterable[Document | Skipped]) -> Document | Skipped:
    (one,) = found
    return one


def reason(folder: Path) -> str:
    skipped = only(read_folder(folder))
    assert isinstance(skipped, Skipped)
    assert skipped.reason.endswith(".")
    return skipped.reason


def test_documents_are_found_recursively_and_in_one_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "d/z.html", "d/c.TXT", "c/e.htm", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<p>Night buses</p>", "utf-8")
    found = list(read_folder(tmp_path))
    assert names(found, tmp_path) == ["a.md", "b.txt", "c/e.htm", "d/c.TXT", "d/z.html"]
    assert [one.format for one in found if isinstance(one, Document)] == ["text", "text", "html", "text", "html"]


def test_paths_may_be_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Night buses", "utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_text("Day buses", "utf-8")
    assert names(read_paths([tmp_path / "more", tmp_path / "a.txt"]), tmp_path) == ["more/b.txt", "a.txt"]
    with pytest.raises(SourceError, match="does not exist"):
        list(read_paths([tmp_path / "nothing.txt"]))


def test_a_missing_folder_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_folder(tmp_path / "missing")
    (tmp_path / "file").touch()
    with pytest.raises(SourceError, match="not a folder"):
        read_folder(tmp_path / "file")


def test_links_that_loop_are_harmless(tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.txt").write_text("Night buses", "utf-8")
    (tmp_path / "d" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = {Path(one.location).name: one for one in read_folder(tmp_path)}
    assert sorted(found) == ["a.txt", "gone.txt", "self.txt"]
    assert isinstance(found["a.txt"], Document)
    assert isinstance(found["self.txt"], Skipped)
    (tmp_path / "x").symlink_to(tmp_path / "y")
    (tmp_path / "y").symlink_to(tmp_path / "x")
    with pytest.raises(SourceError, match="cannot be read"):
        read_folder(tmp_path / "x")


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in reason(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "blank"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary"),
        ("a.txt", bytes(range(1, 32)) * 40, "binary"),
        ("a.json", b"{", "line 1"),
        ("a.json", b"3", "neither"),
        ("a.json", b"[" * 200_000, "nested too deeply"),
        ("a.jsonl", b"\n\n", "blank"),
        ("a.jpg", b"x", ".txt, .md, .html, .json or .jsonl"),
    ],
)
def test_a_file_that_cannot_be_used_is_skipped_with_a_sentence(
    tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert why in reason(tmp_path)


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(200_000_000)
    assert "200 MB, of at most 20 MB" in reason(tmp_path)


def test_good_lines_load_and_each_bad_one_is_named(tmp_path: Path) -> None:
    good = json.dumps({"title": "Night buses", "passages": ["They run."]}).encode()
    lines = [good, b"{bad", b"", b"[1]", b'"x"', b"\xff\xfe\0\x01", b"[" * 100_000, good, b'{"a": 1e999999}', good]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join(lines))
    found = list(read_folder(tmp_path))
    assert [one.location.rsplit(":", 1)[1] for one in found] == ["1", "2", "4", "5", "6", "7", "8", "9", "10"]
    assert [isinstance(one, Document) for one in found] == [True, False, False, False, False, False, True, True, True]
    for one in found:
        assert isinstance(one, Document) or f"Line {one.location.rsplit(':', 1)[1]} " in one.reason


def test_a_line_too_long_is_skipped_and_the_next_loads(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.seek(LIMIT + 10)
        file.write(b'\n{"title": "x", "passages": ["y"]}\n')
    first, second = read_folder(tmp_path)
    assert isinstance(first, Skipped)
    assert "Line 1 is too large" in first.reason
    assert isinstance(second, Document)
    assert second.location.endswith("a.jsonl:2")


def test_a_json_file_holds_one_story_or_several(tmp_path: Path) -> None:
    story = {"title": "Nächte", "passages": ["They run."]}
    (tmp_path / "one.json").write_text(json.dumps(story), "utf-8")
    (tmp_path / "two.json").write_text(json.dumps([story, 3, story]), "utf-8")
    found = list(read_folder(tmp_path))
    assert names(found, tmp_path) == ["one.json", "two.json:1", "two.json:2", "two.json:3"]
    assert isinstance(found[2], Skipped)
    assert [json.loads(one.text) for one in found if isinstance(one, Document)] == [story] * 3


TEXT = "Le maire de la cité a dit : « l’été sera très chaud » – où qu’il soit, même à Nîmes, cœur léger."
CYRILLIC = (
    "Городской совет проголосовал за ночные автобусы, о которых просили пекари и медсестры. Мэр доволен решением."
)

JAPANESE = (
    "市議会は月曜日に夜行バスを承認した。パン屋と看護師が求めていたものである。運賃は来年末まで据え置かれる予定で、"
    "議会によると最初の路線は桟橋から病院まで走る。反対する者はいなかった。費用は年に二百万円ほどで、半分はホテル税から出る。"
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "utf-8"),
        (TEXT, "utf-8-sig"),
        (TEXT, "utf-16"),
        (TEXT, "utf-16-le"),
        (TEXT, "utf-32"),
        (TEXT, "cp1252"),
        ("It’s “naïve”, she said.", "cp1252"),
        ("Der Bürgermeister größte Straße", "iso-8859-1"),
        (CYRILLIC, "cp1251"),
        (CYRILLIC, "koi8-r"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_encodings_other_than_utf8_are_detected(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    document = only(read_folder(tmp_path))
    assert isinstance(document, Document)
    assert document.text == text


def test_a_page_that_declares_its_encoding_is_believed(tmp_path: Path) -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Zażółć gęślą jaźń</p></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("iso-8859-2"))
    document = only(read_folder(tmp_path))
    assert isinstance(document, Document)
    assert "gęślą" in document.text


def test_a_few_broken_bytes_do_not_turn_a_text_into_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode() * 3 + b"\xff")
    document = only(read_folder(tmp_path))
    assert isinstance(document, Document)
    assert document.text == TEXT * 3 + "\ufffd"


def test_a_link_that_leads_out_of_the_folder_is_skipped_and_one_within_it_is_followed(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "key.txt").write_text("hush", "utf-8")
    news = tmp_path / "news"
    (news / "old").mkdir(parents=True)
    (news / "old" / "a.txt").write_text("Night buses", "utf-8")
    (news / "b.txt").symlink_to(Path("old", "a.txt"))
    (news / "c.txt").symlink_to(tmp_path / "secrets" / "key.txt")
    (news / "d").symlink_to(tmp_path / "secrets")
    (news / "e.txt").symlink_to(Path("d", "key.txt"))
    (tmp_path / "desk").symlink_to(news)
    for folder in (news, tmp_path / "desk"):
        found = list(read_folder(folder))
        assert {one.text for one in found if isinstance(one, Document)} == {"Night buses"}
        out = [one for one in found if isinstance(one, Skipped)]
        assert sorted(names(out, folder)) == ["c.txt", "d", "e.txt"]
        assert all("leads out of the folder" in one.reason for one in out)
        assert names(found, folder).count("b.txt") == 1


@pytest.mark.parametrize(
    ("name", "data", "kinds"),
    [
        ("owls.txt", "Four owls left the mill.".encode("utf-16"), ["text"]),
        ("OWLS.HTML", b"<p>Four owls left the mill.</p>", ["html"]),
        ("owls.json", b'[{"title": "Owls", "passages": []}, {"title": "Mill", "passages": []}]', ["story", "story"]),
        ("owls.jsonl", b'{"title": "Owls"}\n\n{"title": "Mill"}\n', ["story", "story"]),
    ],
)
def test_a_file_that_was_handed_in_is_read_as_one_in_a_folder_is(name: str, data: bytes, kinds: list[str]) -> None:
    found = list(read_upload(name, data))
    assert [item.format for item in found if isinstance(item, Document)] == kinds
    assert all(item.location.startswith(name) for item in found)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("owls.pdf", b"%PDF-1.7", "does not end in"),
        ("owls", b"x", "does not end in"),
        ("owls.txt", b"", "empty"),
        ("owls.md", b" \n ", "blank"),
        ("owls.txt", bytes(range(256)) * 40, "binary"),
        ("owls.json", b"{oops", "not JSON"),
        ("owls.txt", b"x" * (LIMIT + 1), "too large: 20.1 MB, of at most 20 MB"),
        ("\udcff/../\n" + "x" * 500 + ".exe", b"x", "does not end in"),
    ],
)
def test_a_file_that_was_handed_in_and_cannot_be_used_is_skipped_with_a_sentence(
    name: str, data: bytes, says: str
) -> None:
    [skipped] = read_upload(name, data)
    assert isinstance(skipped, Skipped)
    assert says in skipped.reason
    assert skipped.location.isprintable()
