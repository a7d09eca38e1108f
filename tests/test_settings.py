"""The configuration: what a bot owner writes, and the one line that says what is wrong with it."""

import os
import re
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.settings import (
    DiscordSettings,
    FeedSource,
    FolderSource,
    PageSource,
    Settings,
    WebSettings,
    load_settings,
    sample_coverage,
)

EXAMPLE = Path(__file__).parents[1] / "config.example.toml"


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith("ONRECORD_") or name == "DISCORD_TOKEN":
            monkeypatch.delenv(name)
    (tmp_path / "news").mkdir()


def written(text: str, name: str = "config.toml") -> Path:
    path = Path(name)
    path.write_text(text, "utf-8")
    return path


def test_without_a_file_the_sample_coverage_is_the_source() -> None:
    settings = load_settings()
    assert settings.sources == (FolderSource(path=sample_coverage()),)
    assert settings.archive.path == Path.cwd() / "onrecord.db"
    assert any(sample_coverage().iterdir())


def test_the_file_in_the_working_folder_is_found() -> None:
    written('[archive]\npath = "mine.db"\n')
    assert load_settings().archive.path == Path.cwd() / "mine.db"


def test_relative_paths_start_at_the_file(tmp_path: Path) -> None:
    Path("etc/news").mkdir(parents=True)
    written('[archive]\npath = "a.db"\n[[sources]]\npath = "news"\n', "etc/bot.toml")
    settings = load_settings(Path("etc/bot.toml"))
    assert settings.archive.path == tmp_path / "etc/a.db"
    assert settings.sources == (FolderSource(path=tmp_path / "etc/news"),)


@pytest.mark.parametrize(
    ("every", "minutes"), [("5m", 5), ("90min", 90), ("6h", 360), ("30 d", 43200), ("never", None)]
)
def test_how_often_sources_are_read(every: str, minutes: int | None) -> None:
    written(f'[refresh]\nevery = "{every}"\n')
    assert load_settings().refresh.period == (timedelta(minutes=minutes) if minutes else None)


def test_pages_feeds_and_open_doors_are_read() -> None:
    written(
        "[[sources]]\nkind = 'page'\nlink = 'https://a.test/1'\n"
        "[[sources]]\nkind = 'feed'\nlink = 'http://a.test/feed'\nlimit = 7\n"
        "[web]\nopen = ['127.0.0.1:8080', '[0:0::1]:81']\n"
    )
    settings = load_settings()
    assert settings.sources == (PageSource(link="https://a.test/1"), FeedSource(link="http://a.test/feed", limit=7))
    assert settings.web.open == (("127.0.0.1", 8080), ("::1", 81))


def test_a_file_saved_by_notepad_is_read() -> None:
    Path("config.toml").write_bytes(b'\xef\xbb\xbf[archive]\r\npath = "a.db"\r\n')
    assert load_settings().archive.path.name == "a.db"


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    written('[archive]\npath = "file.db"\n[discord]\ncooldown = 9\nprivate = ["who"]\n')
    monkeypatch.setenv("ONRECORD_ARCHIVE__PATH", "variable.db")
    monkeypatch.setenv("ONRECORD_DISCORD__COOLDOWN", "1.5")
    settings = load_settings()
    assert settings.archive.path.name == "variable.db"
    assert settings.discord == DiscordSettings(cooldown=1.5, private=frozenset({"who"}))


def test_the_token_comes_from_the_environment_and_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().discord.token is None
    monkeypatch.setenv("DISCORD_TOKEN", "  ")
    assert load_settings().discord.token is None
    monkeypatch.setenv("DISCORD_TOKEN", "hush-hush\n")
    settings = load_settings()
    assert settings.discord.token is not None
    assert settings.discord.token.get_secret_value() == "hush-hush"
    assert "hush" not in repr(settings)


def test_settings_built_by_a_host_ignore_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE__PATH", "variable.db")
    assert Settings().archive.path == Path("onrecord.db")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[archiv]\npath = 'a'", "config.toml: archiv: there is no such key; did you mean archive?"),
        ("[archive]\npaht = 'a'", "config.toml: archive.paht: there is no such key; did you mean path?"),
        ("[archive]\nzzz = 'a'", "config.toml: archive.zzz: there is no such key; there are path."),
        ("[archive]\npath = 1", "config.toml: archive.path: should be a path in quotation marks."),
        ("archive = 1", "config.toml: archive: should be a table."),
        ("sources = 'news'", "config.toml: sources: should be a list of tables, each under [[sources]]."),
        ("[[sources]]\nkind = 'folder'", "config.toml: [[sources]] number 1: path: is missing."),
        ("[[sources]]\npath = 'news'\n[[sources]]\npaths = 'news'", "config.toml: [[sources]] number 2: paths: "),
        ("[[sources]]\nkind = 'flder'\npath = 'news'", "config.toml: [[sources]] number 1: kind: should be 'folder'"),
        (
            "[[sources]]\npath = 'olds'",
            "config.toml: [[sources]] number 1: path: there is no folder /",
        ),
        ("[[sources]]\npath = 'config.toml'", "config.toml: [[sources]] number 1: path: there is no folder"),
        ("[[sources]]\nkind = 5", "config.toml: [[sources]] number 1: kind: should be 'folder', 'page' or 'feed'."),
        ("sources = [5]", "config.toml: [[sources]] number 1: should be a table."),
        ("[[sources]]\nkind = 'page'", "config.toml: [[sources]] number 1: link: is missing."),
        (
            "[[sources]]\nkind = 'page'\nlink = 'ftp://a.test'",
            "config.toml: [[sources]] number 1: link: should be a link that starts with https:// or http://.",
        ),
        (
            "[[sources]]\nkind = 'page'\nlink = 'https://a.test'\nlimit = 5",
            "config.toml: [[sources]] number 1: limit: there is no such key;",
        ),
        (
            "[[sources]]\nkind = 'feed'\nlink = 'https://a.test'\nlimti = 5",
            "config.toml: [[sources]] number 1: limti: there is no such key; did you mean limit?",
        ),
        (
            "[[sources]]\nkind = 'feed'\nlink = 'https://a.test'\nlimit = 0",
            "config.toml: [[sources]] number 1: limit: should be greater than or equal to 1.",
        ),
        (
            "[web]\nopen = ['localhost']",
            "config.toml: web.open.0: should be an address and a port from 1 to 65535, such",
        ),
        ("[web]\nopen = ['127.0.0.1:0']", "config.toml: web.open.0: should be an address and a port from 1 to 65535"),
        ("[web]\nopen = ['127.0.0.1:99999']", "config.toml: web.open.0: should be an address and a port from 1 to 65"),
        ("[web]\nopen = [8080]", "config.toml: web.open.0: should be an address and a port from 1 to 65535"),
        ("[web]\nopen = '127.0.0.1:80'", 'config.toml: web.open: should be a list, such as ["127.0.0.1:8080"].'),
        ("[discord]\nprivate = 'who'", 'config.toml: discord.private: should be a list, such as ["quotes", "who"].'),
        ("[archive]\npath = 'no/such/x.db'", "config.toml: archive.path: there is no folder /"),
        ("[web]\nopne = []", "config.toml: web.opne: there is no such key; did you mean open?"),
        *(
            (f"[refresh]\nevery = {every}", 'config.toml: refresh.every: should be a time from "5m" to "30d", such as')
            for every in ("'soon'", "'4m'", "'31d'", "'-1h'", "''", "'1.5h'", "'6 h 3m'")
        ),
        ("[refresh]\nevery = 6", "config.toml: refresh.every: should be text in quotation marks."),
        ("[refresh]\nevry = '6h'", "config.toml: refresh.evry: there is no such key; did you mean every?"),
        ("[discord]\ncooldown = 'soon'", "config.toml: discord.cooldown: should be a number."),
        ("[discord]\ncooldown = -1", "config.toml: discord.cooldown: should be greater than or equal to 0."),
        ("[discord]\nprivate = ['sumary']", "config.toml: discord.private.0: should be 'summary', "),
        ("[discord]\ngroup = 'Two words'", "config.toml: discord.group: should be 1 to 32 small letters"),
        ("token = 'x'", "config.toml: token: does not belong in a file; set DISCORD_TOKEN in"),
        ("[archive]\npath = ''", "config.toml: archive.path: should be a path; this is empty."),
        ("[[sources]]\npath = ' '", "config.toml: [[sources]] number 1: path: should be a path; this is empty."),
        (
            "[[sources]]\nkind = 'feed'\nlink = 'https://a.test'\nlimit = 'many'",
            "config.toml: [[sources]] number 1: limit: should be a whole number.",
        ),
        ("[discord]\ntoken = 'x'", "config.toml: discord.token: does not belong in a file; set DISCORD_TOKEN in"),
        ("[archive]\npath = \n", "config.toml: is not valid TOML: Invalid value (at line 2, column 8)."),
    ],
)
def test_each_fault_is_one_line_that_names_file_key_and_what_is_expected(text: str, says: str) -> None:
    written(text)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value).startswith(says)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("ONRECORD_ARCHIVE__PAHT", "a", "ONRECORD_ARCHIVE__PAHT: there is no such key; did you mean path?"),
        ("ONRECORD_ARCHIV__PATH", "a", "ONRECORD_ARCHIV__PATH: there is no such key; did you mean archive?"),
        ("ONRECORD_DISCORD__COOLDOWN", "soon", "ONRECORD_DISCORD__COOLDOWN: should be a number."),
        (
            "ONRECORD_SOURCES",
            "news",
            "ONRECORD_SOURCES: is not valid JSON; should be a list of tables, in a variable as",
        ),
        (
            "ONRECORD_DISCORD__PRIVATE",
            "quotes",
            'ONRECORD_DISCORD__PRIVATE: is not valid JSON; should be a list, such as ["quotes", "who"].',
        ),
        ("ONRECORD_REFRESH__EVERY", "1s", 'ONRECORD_REFRESH__EVERY: should be a time from "5m"'),
        ("ONRECORD_WEB__OPEN", "127.0.0.1:80", "ONRECORD_WEB__OPEN: is not valid JSON; should be a list, such as ["),
        ("ONRECORD_WEB__OPEN", '"127.0.0.1:80"', "ONRECORD_WEB__OPEN: should be a list, such as ["),
        ("ONRECORD_WEB", "x", "ONRECORD_WEB: is not valid JSON; should be a table"),
        ("ONRECORD_ARCHIVE__PATH", "no/such/x.db", "ONRECORD_ARCHIVE__PATH: there is no folder /"),
        ("ONRECORD_SOURCES", '[{"path": "olds"}]', "ONRECORD_SOURCES: 0.path: there is no folder "),
    ],
)
def test_a_fault_in_a_variable_names_the_variable(
    name: str, value: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written("[discord]\ncooldown = 1\n")
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value).startswith(says)


def test_variables_that_a_container_platform_sets_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_PORT", "tcp://10.0.0.1:80")
    monkeypatch.setenv("ONRECORD_SERVICE_HOST", "10.0.0.1")
    assert load_settings() == load_settings()


def test_a_named_file_must_exist_and_be_readable_text() -> None:
    with pytest.raises(SettingsError, match=r"^other\.toml: there is no such file\.$"):
        load_settings(Path("other.toml"))
    Path("config.toml").write_bytes(b'[archive]\npath = "caf\xe9"\n')
    with pytest.raises(SettingsError, match=r"^config\.toml: is not UTF-8 text\.$"):
        load_settings()
    with pytest.raises(SettingsError, match=r"^news: cannot be read: "):
        load_settings(Path("news"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_loop_of_links_is_no_folder_and_no_file() -> None:
    Path("loop").symlink_to("loop")
    written('[[sources]]\npath = "loop"\n')
    with pytest.raises(SettingsError, match="there is no folder"):
        load_settings()
    with pytest.raises(SettingsError, match=r"^loop: cannot be read: "):
        load_settings(Path("loop"))


def test_the_example_shows_every_key_with_its_default() -> None:
    keyed = re.sub(r"^# (?=\[\[|\w+ = )", "", EXAMPLE.read_text("utf-8"), flags=re.MULTILINE)
    shown = tomllib.loads(keyed)
    keys = {f"{table}.{key}" for table in ("archive", "web", "discord") for key in shown[table]}
    real = {"archive.path", "web.open"} | {f"discord.{key}" for key in DiscordSettings.model_fields if key != "token"}
    assert keys == real
    shown["discord"].pop("group")
    settings = Settings.model_validate(shown)
    assert settings.archive == Settings().archive
    assert settings.web == WebSettings()
    assert settings.discord == DiscordSettings()
    assert {source["kind"] for source in shown["sources"]} == {"folder", "page", "feed"}


def test_the_example_as_it_stands_is_a_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLE.parent)
    assert [source.kind for source in load_settings(EXAMPLE).sources] == ["folder"]
