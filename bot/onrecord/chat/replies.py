"""Answering an interaction: once, in time, to the right eyes. The one place that tells a member what went wrong."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal, TypeAlias, TypeVar

import discord
from discord import ui

from onrecord.chat.buttons import Press
from onrecord.chat.layouts import notice
from onrecord.chat.safety import safe
from onrecord.errors import OnRecordError
from onrecord.language import say

log = logging.getLogger("onrecord")

Interaction: TypeAlias = discord.Interaction[Any]
T = TypeVar("T")

PATIENCE = 1.2
"""Seconds until a slow answer is announced; Discord waits for three, and some of them are spent on the way."""
_NOBODY = discord.AllowedMentions.none()
_TOO_LATE = {
    10008,  # the message is gone
    10015,  # so is the conversation
    10062,  # the interaction has expired, or somebody else has it
    40060,  # it has been answered already: it was delivered twice
    50027,  # its token has expired
}
_ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class Reply:
    view: ui.LayoutView
    private: bool
    files: tuple[tuple[str, bytes], ...] = ()
    """Names and contents."""

    def attached(self, key: Literal["files", "attachments"]) -> dict[str, Any]:
        """As an argument for discord.py; anew for each attempt, for each reads them."""
        return {key: [_File(BytesIO(content), name) for name, content in self.files]} if self.files else {}


class _File(discord.File):
    def to_dict(self, index: int) -> dict[str, Any]:
        """With the number as text, as Discord's description of its API has it."""
        return {**super().to_dict(index), "id": str(index)}


async def deliver(
    interaction: Interaction, coming: Awaitable[Reply], *, private: bool = False, edits: bool = False
) -> None:
    """Wait for the reply and send it. Never raises an exception of its own making or of Discord's.

    `private`: what is known of the reply's visibility before it is there. `edits`: it takes the place of the message
    whose button was pressed; a private one comes beside it.
    """
    making = asyncio.ensure_future(_made(coming))
    try:
        await asyncio.wait([making], timeout=PATIENCE)
        waiting = not making.done()
        if waiting:
            await _announce(interaction, private=private, edits=edits)
        reply = await making
        if waiting:
            await _send_late(interaction, reply, private=private, edits=edits)
        else:
            await _send(interaction, reply, edits=edits)
    except discord.HTTPException as error:
        await _not_sent(interaction, error)
    except Exception:  # the connection broke; whether the reply arrived cannot be known
        log.exception("A reply could not be sent")
    finally:
        making.cancel()


async def tell(interaction: Interaction, sentence: str) -> None:
    """One sentence for the member alone."""
    try:
        await _send(interaction, Reply(notice(sentence), private=True), edits=False)
    except discord.HTTPException as error:
        log.log(logging.DEBUG if error.code in _TOO_LATE else logging.WARNING, "A member was not told: %s", error)


async def share(interaction: Interaction, message: ui.LayoutView | None) -> None:
    """Show a private answer to everybody, once: the private one loses the button."""
    if message is None:
        return
    for row in [item for item in message.children if isinstance(item, ui.ActionRow)]:
        for button in [item for item in row.children if isinstance(item, Press) and item.press.kind == "share"]:
            row.remove_item(button)
        if not row.children:
            message.remove_item(row)
    message.stop()
    shared = f"-# {say('shared by {name}', name=safe(interaction.user.display_name))}"
    try:
        await _patiently(lambda: interaction.response.edit_message(view=message, allowed_mentions=_NOBODY))
        message.add_item(ui.TextDisplay(shared))
        await follow_up(interaction, Reply(message, private=False))
    except discord.HTTPException as error:
        await _not_sent(interaction, error)


async def _made(coming: Awaitable[Reply]) -> Reply:
    try:
        return await coming
    except OnRecordError as error:
        return Reply(notice(str(error)), private=True)
    except Exception:
        log.exception("An answer could not be made")
        return Reply(notice(say("Something went wrong here. It has been noted; please try again.")), private=True)


async def _announce(interaction: Interaction, *, private: bool, edits: bool) -> None:
    response = interaction.response
    if edits:
        await _patiently(response.defer)
    else:
        await _patiently(lambda: response.defer(ephemeral=private, thinking=True))


async def _send(interaction: Interaction, reply: Reply, *, edits: bool) -> None:
    response = interaction.response
    if edits and not reply.private:
        await _patiently(
            lambda: response.edit_message(view=reply.view, allowed_mentions=_NOBODY, **reply.attached("attachments"))
        )
    else:
        await _patiently(
            lambda: response.send_message(
                view=reply.view, ephemeral=reply.private, allowed_mentions=_NOBODY, **reply.attached("files")
            )
        )


async def _send_late(interaction: Interaction, reply: Reply, *, private: bool, edits: bool) -> None:
    beside = reply.private and (edits or not private)
    if not beside:
        await _patiently(
            lambda: interaction.edit_original_response(
                view=reply.view, allowed_mentions=_NOBODY, **reply.attached("attachments")
            ),
            repeatable=True,
        )
        return
    if not edits:
        # What was announced to everybody cannot become private.
        with contextlib.suppress(discord.NotFound):
            await _patiently(interaction.delete_original_response)
    await follow_up(interaction, reply)


async def follow_up(interaction: Interaction, reply: Reply) -> None:
    await _patiently(
        lambda: interaction.followup.send(
            view=reply.view,
            ephemeral=reply.private,
            allowed_mentions=_NOBODY,
            wait=True,
            **reply.attached("files"),
        )
    )


async def _patiently(send: Callable[[], Awaitable[T]], *, repeatable: bool = False) -> T:
    """Again after a "429 Too Many Requests", which was not carried out. What failed otherwise may have been.

    `repeatable`: to do it twice is as good as once, so that it is tried again also when the connection breaks.
    """
    for attempt in range(1, _ATTEMPTS):
        try:
            return await send()
        except discord.HTTPException as error:
            if error.status != 429:
                raise
            await asyncio.sleep(min(_seconds(error), 5.0) * attempt)
        except Exception:  # discord.py passes on whatever befalls a connection
            if not repeatable:
                raise
            await asyncio.sleep(attempt - 1)
    return await send()


def _seconds(error: discord.HTTPException) -> float:
    try:
        return max(0.0, float(error.response.headers.get("Retry-After", "0.5")))
    except ValueError:
        return 0.5


async def _not_sent(interaction: Interaction, error: discord.HTTPException) -> None:
    if error.code in _TOO_LATE or error.status == 404:
        log.debug("Nobody waits for this reply any more: %s", error)
        return
    if error.status == 400:
        log.error("Discord would not have a reply", exc_info=error)
        sentence = say("Discord would not show this answer. It has been noted.")
        if not interaction.response.is_done():
            await tell(interaction, sentence)
        elif interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
            try:
                await interaction.edit_original_response(view=notice(sentence), allowed_mentions=_NOBODY)
            except discord.HTTPException as again:
                log.warning("A member was not told: %s", again)
        return
    log.warning("A reply could not be sent: %s", error)
