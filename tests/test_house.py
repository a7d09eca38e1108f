"""The house: which room may know which, and what each may touch."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import get_args

import pytest

import onrecord
from onrecord.answers import COMMANDS
from onrecord.settings import CommandName

HOUSE = Path(onrecord.__file__).parent

# From left to right. A module imports its own room and rooms of a lower rank; rooms of one rank do not know each other.
RANKS = {
    "errors": 0,
    "processes": 0,
    "language": 0,
    "text": 0,
    "stories": 0,
    "settings": 1,
    "sources": 2,
    "cleaning": 3,
    "reading": 4,
    "archive": 5,
    "refresh": 6,
    "desk": 7,
    "answers": 8,
    "chat": 9,
    "console": 9,
    "plugin": 10,
    "app": 11,
    "__main__": 12,
    "__init__": 13,
}
PURE = {"errors", "language", "text", "stories", "cleaning", "reading", "answers"}
OUTSIDE_WORLD = {
    "aiohttp", "asyncio", "ftplib", "glob", "http", "io", "os", "pathlib", "requests", "sched", "shutil", "signal",
    "smtplib", "socket", "ssl", "subprocess", "tempfile", "threading", "time", "urllib.request", "urllib3",
}  # fmt: skip
TOUCHES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "fetch_url", "now", "utcnow", "today"}
SQL = re.compile(
    r"\s*(SELECT\s.*\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s.*\sSET|DELETE\s+FROM|CREATE\s|PRAGMA\s)", re.S
)


def room_of(path: Path) -> str:
    first = path.relative_to(HOUSE).parts[0]
    return first.removesuffix(".py")


def imported(tree: ast.AST, path: Path) -> Iterator[str]:
    """Full dotted names; `from a import b` gives "a.b", for b may be a module."""
    package = ["onrecord", *path.relative_to(HOUSE).parts[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, [base, node.module]))
            yield from (f"{module}.{alias.name}" for alias in node.names)


class _WithoutTypes(ast.NodeTransformer):
    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        return node.orelse if ast.unparse(node.test) == "TYPE_CHECKING" else self.generic_visit(node)


MODULES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(HOUSE.rglob("*.py"))}
RUNNING = {path: _WithoutTypes().visit(ast.parse(path.read_text("utf-8"))) for path in MODULES}
"""The same without what only the type checker imports."""


def within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def places(found: dict[Path, list[str]]) -> dict[str, list[str]]:
    return {path.relative_to(HOUSE).as_posix(): names for path, names in found.items() if names}


def test_every_module_has_its_place_in_the_row() -> None:
    assert {room_of(path) for path in MODULES} <= RANKS.keys()


def test_imports_point_left() -> None:
    wrong: dict[Path, list[str]] = {}
    for path, tree in MODULES.items():
        room = room_of(path)
        for name in imported(tree, path):
            parts = name.split(".")
            if parts[0] != "onrecord" or len(parts) == 1 or parts[1] not in RANKS or parts[1] == room:
                continue
            if RANKS[parts[1]] >= RANKS[room]:
                wrong.setdefault(path, []).append(name)
    assert places(wrong) == {}


@pytest.mark.parametrize(
    ("packages", "rooms"),
    [
        ({"discord"}, {"chat", "plugin", "app"}),
        ({"aiosqlite", "sqlite3"}, {"archive"}),
        ({"aiohttp", "socket", "urllib.request", "urllib3"}, {"sources"}),
        ({"trafilatura", "lxml", "htmldate"}, {"sources", "cleaning"}),
        ({"rich", "prompt_toolkit"}, {"console", "__main__"}),
        ({"pydantic_settings", "tomllib"}, {"settings"}),
    ],
)
def test_libraries_stay_in_their_rooms(packages: set[str], rooms: set[str]) -> None:
    wrong = {
        path: [name for name in imported(tree, path) if within(name, packages)]
        for path, tree in RUNNING.items()
        if room_of(path) not in rooms
    }
    assert places(wrong) == {}


def test_every_library_imported_is_declared_and_the_reverse() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", dependency)[0].lower() for dependency in project["dependencies"]}
    outside = {name.split(".")[0] for path, tree in RUNNING.items() for name in imported(tree, path)}
    outside -= {"onrecord", *sys.stdlib_module_names}
    outside.add("lxml_html_clean")  # imported by trafilatura
    known = packages_distributions()
    assert {known[name][0].lower().replace("_", "-") for name in outside} == declared


def test_sql_stays_in_the_archive() -> None:
    wrong = {
        path: [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value)
        ]
        for path, tree in MODULES.items()
        if room_of(path) != "archive"
    }
    assert places(wrong) == {}


def test_cleaning_reading_and_answers_touch_no_disk_network_or_clock() -> None:
    wrong: dict[Path, list[str]] = {}
    for path, tree in MODULES.items():
        if room_of(path) not in PURE:
            continue
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        names = [f.id if isinstance(f, ast.Name) else f.attr if isinstance(f, ast.Attribute) else "" for f in calls]
        wrong[path] = [name for name in imported(tree, path) if within(name, OUTSIDE_WORLD)]
        wrong[path] += [f"{name}()" for name in names if name in TOUCHES]
    assert places(wrong) == {}


def run(code: str, house: Path = HOUSE) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=house.parent,  # -c puts the working folder first on the path
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_importing_the_package_imports_no_chat_library() -> None:
    run("import sys, onrecord; assert not {'discord', 'aiohttp', 'trafilatura', 'pydantic'} & set(sys.modules)")


def test_without_the_chat_room_the_library_loads_and_answers(tmp_path: Path) -> None:
    house = tmp_path / "onrecord"
    house.mkdir()
    for path in HOUSE.iterdir():
        if path.stem not in {"chat", "plugin", "app", "__pycache__"}:
            (house / path.name).symlink_to(path)
    run(
        f"""
import asyncio, sys
from pathlib import Path
sys.modules["discord"] = None  # importing it fails
import onrecord, onrecord.__main__, onrecord.console
from onrecord.answers import answer
from onrecord.archive import Archive
from onrecord.refresh import refresh
from onrecord.settings import FolderSource
assert onrecord.__file__.startswith({str(tmp_path)!r})

async def main():
    async with await Archive.open(Path("a.db")) as archive:
        await refresh(archive, [FolderSource(path=Path({str(HOUSE.parents[1] / "data")!r}))])
        assert (await answer(archive, "who", {{"name": "Daniel Kwan"}})).found

asyncio.run(main())
""",
        house,
    )


def test_the_settings_know_every_command() -> None:
    assert set(get_args(CommandName)) == set(COMMANDS)
