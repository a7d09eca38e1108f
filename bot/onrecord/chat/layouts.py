"""A page of an answer as Discord components, within Discord's limits whatever the page holds.

At most 40 components: a container with heading, what the page says (18), a separator, the number of the page, how a
command is written, and the request as small print; then, of an answer, two rows with at most eight buttons; of none, a
line and four suggestions, each with the button beside it that asks (3 each), and a row with two that turn pages.
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
from onrecord.chat.pages import Line, Page, joined, paginate
from onrecord.chat.requests import as_called, fits, following, parse_line, printed
from onrecord.chat.safety import literal, safe, size, visible
from onrecord.language import called, say
from onrecord.stories import Answer, Verdict
from onrecord.text import fold

ON_RECORD = discord.Colour(0x2F6F8F)
NOT_FOUND = discord.Colour(0x80848E)
_VERDICTS: dict[Verdict, discord.Colour] = {
    "verbatim": discord.Colour(0x2E9E5B),
    "altered": discord.Colour(0xE0A526),
    "somebody else": discord.Colour(0xD0433E),
    "absent": NOT_FOUND,
}
_ROW = 5
_LONGEST_LABEL = 45
_SUGGESTED = 4
_ALL_SUGGESTED = 800
"""Units of text that the suggestions take together."""


class Layouts:
    """The pages of one answer, for the member who asked."""

    def __init__(self, answer: Answer, request: Request, asker: int) -> None:
        self._answer = answer
        self._request = request
        self._asker = asker
        self._leads = [lead for lead in following(answer, request) if not self._is_asked(lead)][:_ROW]
        self._labels = [self._label(lead) for lead in self._leads] if answer.found else []
        self._written = [one for one in map(self._usage, answer.suggestions[:_ROW]) if one]
        self._suggested = [] if answer.found else self._suggestions()
        self._asked = None if fits(request) else printed(request)
        beside = [self._asked or "", *self._written, *(text for _, text in self._suggested)]
        self._pages = paginate(answer, reserved=sum(size(text) + 1 for text in beside))

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, number: int, *, share: bool = False) -> ui.LayoutView:
        """That page, or the last one when there are fewer; `share` adds the button that makes it public."""
        last = len(self) - 1
        number = min(number, last)
        view = ui.LayoutView(timeout=None)
        view.add_item(self._container(self._pages[number], number))
        if self._asked and last:
            view.add_item(ui.TextDisplay(self._asked))
        buttons = self._buttons(number, share=share)
        for at in range(0, len(buttons), _ROW):
            row: ui.ActionRow[Any] = ui.ActionRow()
            for button in buttons[at : at + _ROW]:
                row.add_item(button)
            view.add_item(row)
        # The buttons are known to the bot by their pattern; it need not remember each message for their sake.
        view.stop()
        return view

    def _buttons(self, number: int, *, share: bool) -> list[Press]:
        buttons: list[Press] = []
        last = len(self) - 1
        if last:
            buttons.append(Press.new("back", "◀", self._asker, number - 1, self._request, disabled=number == 0))
            buttons.append(Press.new("next", "▶", self._asker, number + 1, self._request, disabled=number == last))
        for lead, label in zip(self._leads, self._labels, strict=False):
            buttons.append(Press.new("lead", label, self._asker, 0, lead))
        if share:
            buttons.append(Press.new("share", say("Share"), self._asker))
        return buttons

    def _container(self, page: Page, number: int) -> ui.Container[ui.LayoutView]:
        answer = self._answer
        colour = ON_RECORD if answer.found else NOT_FOUND
        container: ui.Container[ui.LayoutView] = ui.Container(
            ui.TextDisplay(page.heading), accent_colour=_VERDICTS[answer.verdict] if answer.verdict else colour
        )
        _add(container, page.body)
        last = len(self) - 1
        if number == last:
            self._suggest(container)
        small = [*page.sources]
        if last:
            small.append(Line(f"-# {say('page {page} of {count}', page=number + 1, count=last + 1)}", tight=True))
        if small:
            container.add_item(ui.Separator())
            _add(container, small)
        return container

    def _suggest(self, container: ui.Container[ui.LayoutView]) -> None:
        """What the coverage has instead, each with the button that asks for it; else how a command is written."""
        if self._written:
            container.add_item(ui.TextDisplay("\n".join(self._written)))
        if self._suggested and not visible(self._answer.heading).endswith("?"):
            container.add_item(ui.TextDisplay(f"-# {say('In the coverage:')}"))
        for lead, text in self._suggested:
            button = Press.new("lead", called(lead.command).capitalize(), self._asker, 0, lead)
            _beside(container, text, button)

    def _usage(self, suggestion: str) -> str | None:
        return None if parse_line(suggestion) else literal(as_called(shorten(suggestion, 200)))

    def _suggestions(self) -> list[tuple[Request, str]]:
        found: list[tuple[Request, str]] = []
        room = _ALL_SUGGESTED
        for lead in self._leads[:_SUGGESTED]:
            text = safe(shorten(self._value(lead), 160) or say("The newest stories"))
            room -= size(text)
            if room >= 0:
                found.append((lead, text))
        return found

    def _value(self, lead: Request) -> str:
        """In full; of a long title a button may have the beginning, or the story's id."""
        value = next(iter(lead.options.values()), "")
        titles = (citation.title for citation in self._answer.citations if citation.story == value)
        whole = (one.partition(":")[2] for one in self._answer.suggestions)
        return visible(next(titles, None) or next((one for one in whole if value and one.startswith(value)), value))

    def _is_asked(self, lead: Request) -> bool:
        """The very question again, in other words: a story by its title rather than by what was typed of it."""
        if lead.command != self._request.command or not lead.options:
            return lead == self._request
        same = {name: fold(value) for name, value in self._request.options.items()}
        if {name: fold(value) for name, value in lead.options.items()} == same:
            return True
        return self._answer.found and len(same) == 1 and self._is_about(self._value(lead))

    def _is_about(self, value: str) -> bool:
        return shorten(self._answer.heading, 60) in {shorten(value, 60), shorten(as_organisation(value), 60)}

    def _label(self, lead: Request) -> str:
        """ "Quotes", or "Quotes: Ada Lund" where the answer itself was about something else."""
        name = called(lead.command).capitalize()
        value = "" if "sure" in lead.options else self._value(lead)  # it is what has just been asked about
        return shorten(name if not value or self._is_about(value) else f"{name}: {value}", _LONGEST_LABEL)


def notice(sentence: str) -> ui.LayoutView:
    """One sentence to one member."""
    view = ui.LayoutView(timeout=None)
    text = safe(shorten(visible(sentence), 1500)) or "…"
    view.add_item(ui.Container(ui.TextDisplay(text), accent_colour=NOT_FOUND))
    view.stop()
    return view


def _add(container: ui.Container[ui.LayoutView], lines: Sequence[Line]) -> None:
    for line in joined(lines):
        if line.url:
            _beside(container, line.text, ui.Button(style=discord.ButtonStyle.link, label=say("Read"), url=line.url))
        else:
            container.add_item(ui.TextDisplay(line.text))


def _beside(container: ui.Container[ui.LayoutView], text: str, button: Any) -> None:
    shown: ui.TextDisplay[Any] = ui.TextDisplay(text)
    section: ui.Section[Any] = ui.Section(shown, accessory=button)
    container.add_item(section)
