"""A small web on the loopback address: sites under any name ending in .test, each as bad as a test wants it."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeAlias

from aiohttp import web
from aiohttp.abc import AbstractResolver

from onrecord.sources.fetch import Fetcher, Limits
from onrecord.sources.web import Web

if TYPE_CHECKING:
    from aiohttp.abc import ResolveResult

HOME = "127.0.0.1"
QUICK = Limits(connect=2, stall=2, total=5)


@dataclass
class Reply:
    body: bytes | str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    type: str | None = "text/html; charset=utf-8"


Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Names(AbstractResolver):
    """Every name is this machine, unless told otherwise; several answers are given one after another."""

    def __init__(self) -> None:
        self.answers: defaultdict[str, list[list[str]]] = defaultdict(list)
        self.asked: Counter[str] = Counter()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked[host] += 1
        answers = self.answers[host]
        addresses = answers[min(self.asked[host], len(answers)) - 1] if answers else [HOME]
        if not addresses:
            raise OSError("no such name")
        return [
            {
                "hostname": host,
                "host": address,
                "port": port,
                "family": socket.AF_INET6 if ":" in address else socket.AF_INET,
                "proto": socket.IPPROTO_TCP,
                "flags": socket.AI_NUMERICHOST,
            }
            for address in addresses
        ]

    async def close(self) -> None:
        pass


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


class Sites:
    """What each host serves; a path that was not laid is 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply | list[Reply] | Handler] = {}
        """By "host/path?query". Of a list, each request takes the next, and the last stays."""
        self.asked: list[str] = []
        self.requests: list[web.Request] = []
        self.names = Names()
        self.clock = Clock()
        self.over = asyncio.Event()
        self.port = 0

    def link(self, place: str) -> str:
        host, slash, path = place.partition("/")
        return f"http://{host}:{self.port}{slash}{path}"

    def count(self, place: str) -> int:
        return self.asked.count(place)

    def fetcher(self, **changes: float) -> Fetcher:
        return Fetcher(
            [(HOME, self.port)],
            limits=replace(QUICK, **changes),  # pyright: ignore[reportArgumentType]
            names=self.names,
            clock=self.clock,
            sleep=self.clock.sleep,
        )

    def web(self, **changes: float) -> Web:
        return Web(fetcher=self.fetcher(**changes))

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOME, 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.over.set()
        await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        place = f"{request.host.rpartition(':')[0]}{request.path_qs}"
        self.asked.append(place)
        self.requests.append(request)
        replies = self.pages.get(place, Reply("no such page", 404))
        if callable(replies):
            return await replies(request)
        if isinstance(replies, Reply):
            replies = [replies]
        page = replies.pop(0) if len(replies) > 1 else replies[0]
        body = page.body.encode() if isinstance(page.body, str) else page.body
        headers = dict(page.headers) | ({"Content-Type": page.type} if page.type else {})
        return web.Response(body=body, status=page.status, headers=headers)


def page(title: str, text: str = "", head: str = "") -> Reply:
    return Reply(f"<!doctype html><html><head><title>{title}</title>{head}</head><body><p>{text}</p></body></html>")


def redirect(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})
