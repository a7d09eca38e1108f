"""As much of Discord as a bot needs, on this machine: discord.py's own HTTP and gateway speak to it over sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSCloseCode, web

APPLICATION = "4000000000000000001"
MEMBER = {"id": "4000000000000000002", "username": "ada", "discriminator": "0", "global_name": "Ada", "avatar": None}
BOT = {**MEMBER, "id": APPLICATION, "username": "onrecord", "bot": True}
CHANNEL = {"id": "4000000000000000003", "type": 1, "recipients": [MEMBER]}
ON_A_SERVER: dict[str, Any] = {
    "guild_id": "4000000000000000004",
    "channel": {**CHANNEL, "type": 0, "guild_id": "4000000000000000004", "name": "news", "position": 0},
    "member": {"user": MEMBER, "roles": [], "joined_at": None, "flags": 0, "permissions": "32"},
    "context": 0,
}
"""Of an interaction: whoever asks may manage the server."""

HELLO, DISPATCH, RECONNECT, INVALID, ACK = 10, 0, 7, 9, 11
HEARTBEAT, IDENTIFY, RESUME = 1, 2, 6
COMMAND, COMPONENT, COMPLETION = 2, 3, 4
BROKEN = 299


@dataclass
class Sent:
    """One request of the bot for an interaction."""

    method: str
    path: str
    body: Any
    files: tuple[str, ...] = ()
    """Their names."""

    @property
    def components(self) -> list[Any]:
        return self.body["data"]["components"]


@dataclass
class Discord:
    base: str = ""
    commands: list[Any] = field(default_factory=list[Any])
    sent: list[Sent] = field(default_factory=list[Sent])
    answers: list[tuple[int, dict[str, str], Any]] = field(default_factory=list[tuple[int, dict[str, str], Any]])
    """Status, headers and body for the next requests; then everything is taken. With `BROKEN` the connection ends."""
    sessions: list[str] = field(default_factory=list[str])
    """How the bot opened each connection: identify, resume."""
    on_reply: Callable[[], None] | None = None
    beat: float = 30
    """Seconds between two heartbeats."""
    alive: bool = True
    """Whether heartbeats are acknowledged."""
    _gateway: web.WebSocketResponse | None = None
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    _sequence: int = 0
    _interactions: int = 0
    _asked: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def gateway(self) -> str:
        return self.base.replace("http", "ws", 1).removesuffix("/api/v10") + "/gateway"

    async def until(self, holds: Callable[[], bool]) -> None:
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(holds), 30)

    async def interact(
        self, kind: int, data: dict[str, Any], *, message: Any = None, times: int = 1, **more: Any
    ) -> str:
        """The token of the interaction, which is delivered so many times; `more`: what it brings besides."""
        self._interactions += 1
        token = f"token{self._interactions}"
        payload = {
            "id": str(5000000000000000000 + self._interactions), "application_id": APPLICATION, "type": kind,
            "token": token, "version": 1, "data": {"id": "1", "type": 1, **data}, "channel": CHANNEL,
            "channel_id": CHANNEL["id"], "user": MEMBER, "locale": "en-US", "entitlements": [], "context": 1,
            "authorizing_integration_owners": {"0": "0"}, "attachment_size_limit": 10_000_000,
            "app_permissions": "0", **({"message": message} if message else {}), **more,
        }  # fmt: skip
        self._asked[token] = payload
        for _ in range(times):
            await self.repeat(token)
        return token

    async def repeat(self, token: str) -> None:
        await self.emit("INTERACTION_CREATE", self._asked[token])

    async def emit(self, event: str, data: Any) -> None:
        assert self._gateway is not None
        self._sequence += 1
        await self._gateway.send_json({"op": DISPATCH, "t": event, "s": self._sequence, "d": data})

    async def drop(self) -> None:
        """The connection breaks; the session could be resumed."""
        assert self._gateway is not None
        await self._gateway.close(code=4000)

    async def tell(self, code: int, data: Any = None) -> None:
        """Something about the connection itself: `RECONNECT`, or `INVALID` and whether the session can be resumed."""
        assert self._gateway is not None
        await self._gateway.send_json({"op": code, "d": data})

    def of(self, token: str) -> list[Sent]:
        return [one for one in self.sent if token in one.path.split("/")]

    async def _note(self, change: Callable[[], None]) -> None:
        async with self._changed:
            change()
            self._changed.notify_all()

    async def _serve_gateway(self, request: web.Request) -> web.WebSocketResponse:
        self._gateway = gateway = web.WebSocketResponse()
        await gateway.prepare(request)
        await gateway.send_json({"op": HELLO, "d": {"heartbeat_interval": self.beat * 1000}})
        async for message in gateway:
            received = json.loads(message.data)
            if received["op"] == HEARTBEAT and self.alive:
                await gateway.send_json({"op": ACK})
            elif received["op"] == IDENTIFY:
                user = {
                    "v": 10,
                    "user": BOT,
                    "guilds": [],
                    "shard": [0, 1],
                    "application": {"id": APPLICATION, "flags": 0},
                }
                again = {"session_id": "one", "resume_gateway_url": self.gateway}
                await self.emit("READY", {**user, **again, "private_channels": [], "shard": [0, 1]})
                await self._note(lambda: self.sessions.append("identify"))
            elif received["op"] == RESUME:
                await self.emit("RESUMED", {})
                await self._note(lambda: self.sessions.append("resume"))
        return gateway

    async def _serve(self, request: web.Request) -> web.Response:
        path = request.path.removeprefix("/api/v10")
        body, files = await _read(request)
        if path == "/gateway/bot":
            limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
            return _json({"url": self.gateway, "shards": 1, "session_start_limit": limit})
        if path == "/users/@me":
            return _json(BOT)
        if path == "/oauth2/applications/@me":
            told = {"id": APPLICATION, "name": "onrecord", "description": "", "bot_public": True, "icon": None}
            return _json({**told, "bot_require_code_grant": False, "verify_key": "0", "owner": MEMBER})
        if path.endswith("/commands"):
            if request.method == "PUT":
                known = {
                    "application_id": APPLICATION,
                    "version": "1",
                    "default_member_permissions": None,
                    "description": "",
                }
                self.commands = [{"id": str(n), **known, **one} for n, one in enumerate(body, 1)]
            return _json(self.commands)
        if path.endswith("/permissions"):
            return _json({"code": 10066, "message": "nobody has changed them"}, status=404)
        status, headers, answer = self.answers.pop(0) if self.answers else (200, {}, None)
        await self._note(lambda: self.sent.append(Sent(request.method, path, body, files)))
        if self.on_reply:
            self.on_reply()
        if status == BROKEN and request.transport:
            request.transport.close()
        if answer is None and status == 200:
            answer = {"interaction": {"id": "1", "type": 2}} if path.endswith("/callback") else _message()
        return _json(answer, status=status, headers=headers)


async def _read(request: web.Request) -> tuple[Any, tuple[str, ...]]:
    """The body, and the names of the files that come with it."""
    if request.content_type == "multipart/form-data":
        form = await request.post()
        return json.loads(str(form["payload_json"])), tuple(
            value.filename for value in form.values() if isinstance(value, web.FileField)
        )
    return (await request.json() if request.can_read_body else None), ()


def _json(answer: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py knows the type without a character set only.
    body = json.dumps(answer).encode()
    return web.Response(body=body, status=status, headers=headers, content_type="application/json")


def _message() -> dict[str, Any]:
    return {
        "id": "6000000000000000001", "channel_id": CHANNEL["id"], "author": BOT, "content": "",
        "type": 0, "flags": 32768,
        "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": None, "tts": False, "mention_everyone": False,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "components": [],
    }  # fmt: skip


def message_of(sent: Sent) -> dict[str, Any]:
    """The message that a reply became, as a button under it brings it along."""
    return {**_message(), "components": sent.components}


@asynccontextmanager
async def discord_on_loopback() -> AsyncGenerator[Discord]:
    discord = Discord()
    app = web.Application()
    app.router.add_get("/gateway", discord._serve_gateway)  # pyright: ignore[reportPrivateUsage]
    app.router.add_route("*", "/api/v10/{path:.*}", discord._serve)  # pyright: ignore[reportPrivateUsage]
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    discord.base = f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10"
    try:
        yield discord
    finally:
        if discord._gateway is not None:  # pyright: ignore[reportPrivateUsage]
            await discord._gateway.close(code=WSCloseCode.GOING_AWAY)  # pyright: ignore[reportPrivateUsage]
        await runner.cleanup()
