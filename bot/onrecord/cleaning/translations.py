"""The line by which a page says that a machine translated it: "Traducido automáticamente del inglés. Fuente: …"."""

from __future__ import annotations

import re

from onrecord.cleaning.links import LINK, plausible_link

TRANSLATED = "says a machine translated it"
_ENGINE = (
    r"(?:a |una? )?(?:machine|máquina|ai|ia|artificial intelligence|inteligencia artificial|google translate|deepl)"
)
_SAID = re.compile(
    r"(?:note: |nota: |this (?:is an? |article was |text was |page was |story was )"
    r"|est[ea] (?:es una |artículo (?:fue |ha sido )|texto (?:fue |ha sido ))"
    r"|text[oe]? |artículo )?(?:(?:machine|ai|auto(?:matic(?:ally)?)?)[- ]?translat(?:ed|ion)"
    rf"|translat(?:ed|ion) (?:automatically|(?:by|with|using|made by) {_ENGINE})|traducción automática"
    rf"|traducid[oa] automáticamente|(?:traducid[oa]|traducción hecha) (?:por|con|mediante) {_ENGINE})"
    r"(?: (?:of|from|into|by|del?|desde|al?|por) .{1,120}?)?[.:\s]*"
    r"(?:\b(?:source|original|fuente|via)\b.{0,200})?",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(rf"\b(?:source|original|fuente|from|del?)\W{{1,3}}({LINK.pattern})", re.IGNORECASE)


def says_machine_translated(text: str) -> bool:
    return len(text) <= 320 and bool(_SAID.fullmatch(text.strip("*_[]() ")))


def original_of(text: str) -> str | None:
    """The link that such a line gives for what the machine had before it."""
    link = _ORIGINAL.search(text)
    return plausible_link(link.group(1)) if link else None
