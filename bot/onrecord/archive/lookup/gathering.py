"""Values for SQLite and rows from it as JSON: a thread that fetches one by one may lose its turn at each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from pydantic_core import from_json


def gathered(db: sqlite3.Connection, columns: str, rest: str, *values: object) -> list[list[Any]]:
    """The rows of a statement."""
    [[rows]] = db.execute(f"SELECT json_group_array(json_array({columns})) FROM {rest}", values).fetchall()
    return from_json(rows)  # in half the time of `json.loads`


def listed(numbers: Iterable[int]) -> str:
    """As JSON, which writes numbers as Python does: several times as fast as by `json.dumps`."""
    return str(list(numbers))
