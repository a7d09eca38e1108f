"""What may come next while a command is typed at the prompt."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

from onrecord.answers import COMMANDS, complete
from onrecord.answers.notation import places
from onrecord.console.session import Session, commands_of
from onrecord.language import say

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document


def completer(asked: Session) -> Completer:
    from prompt_toolkit.completion import Completer, Completion  # noqa: PLC0415

    class Commands(Completer):
        def get_completions(self, document: Document, complete_event: CompleteEvent) -> list[Completion]:
            return []

        async def get_completions_async(
            self, document: Document, complete_event: CompleteEvent
        ) -> AsyncGenerator[Completion, None]:
            for value, back, meta in await choices(asked, document.text_before_cursor):
                yield Completion(value, start_position=-back, display_meta=meta)

    return Commands()


async def choices(asked: Session, typed: str) -> list[tuple[str, int, str]]:
    """What may come next: the text, how many typed characters it replaces, and what it is."""
    commands = commands_of(moderator=asked.moderator)
    line = typed.lower().removeprefix("/")
    name = next((one for one in sorted(commands, key=len, reverse=True) if line.startswith(f"{one} ")), None)
    if name is None:
        return [
            (f"/{command.name} ", len(typed), say(command.description))
            for command in commands.values()
            if command.name.startswith(line)
        ]
    command = commands[name]
    used = places(typed, [option.name for option in command.options])
    word = typed.rpartition(" ")[2]
    found = [
        (f"{option.name}:", len(word), say(option.description))
        for option in command.options
        if option.name.startswith(word.lower()) and option.name not in {place.option for place in used}
    ]
    if used:
        value = typed[used[-1].value :]
        values = await _values(asked, name, used[-1].option, value)
        found = [(shown, len(value), "") for shown in values] + found
    return found


async def _values(asked: Session, command: str, option: str, typed: str) -> list[str]:
    if command in COMMANDS:
        return await complete(await asked.view(), command, option, typed)
    from onrecord.answers import moderation  # noqa: PLC0415

    return await moderation.choices(asked.at_desk(), command, option, typed)
