"""The bot's own words in the member's language. The English sentence is the key; quotations are never translated."""

from __future__ import annotations

from typing import Protocol

from discord import Locale


class Say(Protocol):
    def __call__(self, sentence: str, /, **values: object) -> str: ...


def english(sentence: str, /, **values: object) -> str:
    return sentence.format(**values)


def speaker(locale: Locale) -> Say:
    """English for every member whose language the table has not."""
    return english
