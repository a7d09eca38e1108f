"""A page of an answer as Discord components, within Discord's limits whatever the page holds.

At most 28 components: a container with heading, body, sources (5 with their separators) and ten links in two rows (12),
a row of three page buttons (4), a row of five commands to go on with (6), and the request as small print.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from onrecord.answers.extracts import shorten
from onrecord.answers.notation import Request
from onrecord.answers.people import as_organisation
from onrecord.chat.buttons import Press
from onrecord.chat.pages import Link, Page, paginate
from onrecord.chat.requests import as_called, fits, following, parse_line, printed
from onrecord.chat.safety import literal, safe, size, visible
from onrecord.language import called, say
from onrecord.stories import Answer

ON_RECORD = discord.Colour(0x2F6F8F)
NOT_FOUND = discord.Colour(0xB7791F)
_ROW = 5
_LONGEST_LABEL = 45


class Layouts:
    """The pages of one answer, for the member who asked."""

    def __init__(self, answer: Answer, request: Request, asker: int) -> None:
        self._answer = answer
        self._request = request
        self._asker = asker
        self._leads = [(lead, _label(lead, answer)) for lead in following(answer, request)[:_ROW]]
        self._asked = None if fits(request) else printed(request)
        self._pages = paginate(answer, reserved=size(self._asked) if self._asked else 0)

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, number: int, *, share: bool = False) -> ui.LayoutView:
        """That page, or the last one when there are fewer; `share` adds the button that makes it public."""
        last = len(self) - 1
        number = min(number, last)
        view = ui.LayoutView(timeout=None)
        view.add_item(_container(self._pages[number], number, len(self), self._answer))
        if self._asked and last:
            view.add_item(ui.TextDisplay(self._asked))
        for row in (self._turning(number, share=share), self._leading()):
            if row:
                view.add_item(_row(row))
        # The buttons are known to the bot by their pattern; it need not remember each message for their sake.
        view.stop()
        return view

    def _turning(self, number: int, *, share: bool) -> list[Press]:
        row: list[Press] = []
        last = len(self) - 1
        if last:
            row.append(Press.new("back", "◀", self._asker, number - 1, self._request, disabled=number == 0))
            row.append(Press.new("next", "▶", self._asker, number + 1, self._request, disabled=number == last))
        if share:
            row.append(Press.new("share", say("Share"), self._asker))
        return row

    def _leading(self) -> list[Press]:
        return [Press.new("lead", label, self._asker, 0, lead) for lead, label in self._leads]


def notice(sentence: str) -> ui.LayoutView:
    """One sentence to one member."""
    view = ui.LayoutView(timeout=None)
    text = safe(shorten(visible(sentence), 1500)) or "…"
    view.add_item(ui.Container(ui.TextDisplay(text), accent_colour=NOT_FOUND))
    view.stop()
    return view


def _container(page: Page, number: int, count: int, answer: Answer) -> ui.Container[ui.LayoutView]:
    container: ui.Container[ui.LayoutView] = ui.Container(
        ui.TextDisplay(page.heading), accent_colour=ON_RECORD if answer.found else NOT_FOUND
    )
    body = [page.body, *_usage(answer)] if number == count - 1 else [page.body]
    if text := "\n\n".join(filter(None, body)):
        container.add_item(ui.TextDisplay(text))
    small = [page.sources, f"-# {say('page {page} of {count}', page=number + 1, count=count)}" if count > 1 else ""]
    if text := "\n".join(filter(None, small)):
        container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(text))
    for at in range(0, len(page.links), _ROW):
        container.add_item(_links(page.links[at : at + _ROW]))
    return container


def _links(links: Sequence[Link]) -> ui.ActionRow[Any]:
    return _row([ui.Button(style=discord.ButtonStyle.link, label=link.label, url=link.url) for link in links])


def _row(buttons: Sequence[Press | ui.Button[Any]]) -> ui.ActionRow[Any]:
    row: ui.ActionRow[Any] = ui.ActionRow()
    for button in buttons:
        row.add_item(button)
    return row


def _usage(answer: Answer) -> list[str]:
    """Suggestions that no button can carry: how a command is written."""
    return [literal(as_called(suggestion)) for suggestion in answer.suggestions[:_ROW] if not parse_line(suggestion)]


def _label(lead: Request, answer: Answer) -> str:
    """ "Quotes", or "Quotes: Ada Lund" where the answer itself was about something else."""
    name = called(lead.command).capitalize()
    value = visible(next(iter(lead.options.values()), ""))
    value = next((citation.title for citation in answer.citations if citation.story == value), value)
    if not value or shorten(answer.heading, 60) in {shorten(value, 60), shorten(as_organisation(value), 60)}:
        return name
    return shorten(f"{name}: {value}", _LONGEST_LABEL)
