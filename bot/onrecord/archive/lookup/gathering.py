"""Values for SQLite and rows from it as JSON: a thread that fetches one by one may lose its turn at each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

_decode = json.JSONDecoder().raw_decode


def gathered(db: sqlite3.Connection, columns: str, rest: str, *values: object) -> list[list[Any]]:
    """The rows of a statement."""
    [[rows]] = db.execute(f"SELECT json_group_array(json_array({columns})) FROM {rest}", values).fetchall()
    return decoded(rows)


def listed(numbers: Iterable[int]) -> str:
    """As JSON, which writes numbers as Python does: several times as fast as by `json.dumps`."""
    return str(list(numbers))


def decoded(rows: str) -> list[Any]:
    """What SQLite wrote: `json.loads` looks for spaces around it, which takes longer than to read a short one."""
    return _decode(rows)[0]
