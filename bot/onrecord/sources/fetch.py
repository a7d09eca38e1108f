"""One way out to the web: guarded, bounded, and easy on the servers it asks."""

from __future__ import annotations

import asyncio
import socket
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from inspect import signature
from typing import Any, Self, TypeAlias

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientSSLError,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
    ThreadedResolver,
)
from aiohttp.abc import AbstractResolver
from multidict import CIMultiDictProxy
from yarl import URL

from onrecord.errors import SourceError
from onrecord.sources.addresses import AllowedAddress, Guard, GuardedResolver, NoSuchName
from onrecord.sources.response_body import ENCODINGS, read_body, too_large
from onrecord.stories import Noun, Validators

USER_AGENT = f"onrecord/{version('onrecord')} (keeps a community's news coverage, on request of its moderators)"

_TRIES_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_VALIDATOR = 500

Hook: TypeAlias = Callable[[URL], Awaitable[None]]


class Unavailable(SourceError):
    """Not now; what was read before stands, and the next refresh tries again."""


class NotThere(SourceError):
    """The server says that there is no such page, or none any more (404, 410)."""


class Declined(SourceError):
    """The server answers, and does not give the page (another 4xx)."""


class NotModified(Noun):
    """The source says that nothing changed since its validators were given."""

    location: str


@dataclass(frozen=True, slots=True)
class Fetched:
    url: URL
    """After all redirects."""
    body: bytes
    content_type: str
    """In small letters, without parameters; empty when the server states none."""
    charset: str | None
    headers: CIMultiDictProxy[str]
    validators: Validators


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes."""

    connect: float = 10
    stall: float = 15
    """Between two reads."""
    total: float = 45
    body: int = 10_000_000
    redirects: int = 5
    at_once: int = 4
    retries: int = 2
    patience: float = 30
    """The longest wait that a server may ask of us; beyond it the page has to wait for the next refresh."""
    failures: int = 3
    """So many time-outs or refused connections in a row, and a host is left alone."""


class Fetcher:
    """Fetches while it is entered; then it remembers only which hosts asked for rest.

    `allowed` are addresses to reach although they are not public; `names` looks names up. No proxy, no cookies.
    """

    def __init__(
        self,
        allowed: Iterable[AllowedAddress] = (),
        *,
        limits: Limits | None = None,
        names: AbstractResolver | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.limits = limits or Limits()
        self._guard = Guard(allowed)
        self._names = names
        self.clock = clock
        self._sleep = sleep
        self._few = asyncio.Semaphore(self.limits.at_once)
        self._one_at_a_time: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._rests_until: defaultdict[str, float] = defaultdict(float)
        self._pace: defaultdict[str, float] = defaultdict(float)
        self._failures: defaultdict[str, int] = defaultdict(int)
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        limits = self.limits
        self._session = ClientSession(
            connector=TCPConnector(
                resolver=GuardedResolver(self._guard, self._names or ThreadedResolver()),
                use_dns_cache=False,
                family=socket.AF_UNSPEC,
                **_last_look(self._guard),
                limit=0,  # `_few` counts, outside the time that a fetch may take
            ),
            timeout=ClientTimeout(total=limits.total, sock_connect=limits.connect, sock_read=limits.stall),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": ENCODINGS},
            cookie_jar=DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        session, self._session = self._session, None
        self._failures.clear()
        self._pace.clear()
        if session:
            await session.close()

    def set_pace(self, host: str, delay: float) -> None:
        """At least `delay` seconds between two fetches from `host`, as far as patience goes."""
        self._pace[host] = min(delay, self.limits.patience)

    async def get(
        self,
        link: str | URL,
        known: Validators | None = None,
        *,
        before: Hook | None = None,
        accept: str = "*/*",
        limit: int | None = None,
        cut: bool = False,
    ) -> Fetched | NotModified:
        """Follow `link` to its end.

        `before` is asked about every address on the way and may raise. A body longer than `limit` bytes is an error,
        or with `cut` ends there. Raises `Refused`, `NotThere`, `Declined`, `Unavailable`, or `SourceError` for what
        cannot be used.
        """
        url = self._guard.link(link)
        headers = {"Accept": accept}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        seen = {url}
        for _ in range(self.limits.redirects + 1):
            if before:
                await before(url)
            answer = await self._patiently(url, headers, limit or self.limits.body, cut=cut)
            if isinstance(answer, Fetched):
                return answer
            if isinstance(answer, NotModified):
                if not known:
                    raise SourceError("The server says that nothing changed, although it was not asked that.")
                return NotModified(location=str(link))
            url = self._guard.link(answer)
            if url in seen:
                raise SourceError("It redirects in circles.")
            seen.add(url)
        raise SourceError(f"It redirects more than {self.limits.redirects} times.")

    async def _patiently(
        self, url: URL, headers: dict[str, str], limit: int, *, cut: bool
    ) -> Fetched | NotModified | URL:
        host = url.raw_host or ""
        async with self._one_at_a_time[host]:
            for attempt in range(self.limits.retries + 1):
                await self._wait_for(host)
                try:
                    async with self._few:
                        answer = await self._once(url, headers, limit, cut=cut)
                except _Busy as busy:
                    wait = busy.retry_after if busy.retry_after is not None else 2.0 * 2**attempt
                    self._rests_until[host] = self.clock() + wait
                    if attempt == self.limits.retries or wait > self.limits.patience:
                        self._failures[host] += 1
                        raise Unavailable(str(busy)) from None
                else:
                    self._failures[host] = 0
                    return answer
                finally:
                    self._rests_until[host] = max(self._rests_until[host], self.clock() + self._pace[host])
        raise AssertionError("unreachable")

    async def _wait_for(self, host: str) -> None:
        if self._failures[host] >= self.limits.failures:
            raise Unavailable(
                f"{host} did not answer {self.limits.failures} times in a row, and is left alone for now."
            )
        wait = self._rests_until[host] - self.clock()
        if wait > self.limits.patience:
            raise Unavailable(f"{host} asked for a pause of {wait:.0f} seconds.")
        if wait > 0:
            await self._sleep(wait)

    async def _once(self, url: URL, headers: dict[str, str], limit: int, *, cut: bool) -> Fetched | NotModified | URL:
        if self._session is None:
            raise RuntimeError("a Fetcher is used inside `async with`")
        host = url.raw_host or ""
        try:
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                return await _answer(url, response, limit, cut=cut)
        except TimeoutError:
            self._failures[host] += 1
            raise Unavailable(f"{host} did not answer in time.") from None
        except ClientSSLError:
            raise Unavailable(f"{host} cannot show that it is {host}: its certificate is not valid.") from None
        except (ClientError, OSError, ValueError) as error:
            self._failures[host] += 1
            if isinstance(error, ClientConnectorError) and isinstance(error.os_error, NoSuchName):
                raise Unavailable(f"The name {host} is not found.") from None
            raise Unavailable(f"The connection to {host} failed ({type(error).__name__}).") from None


def _last_look(guard: Guard) -> dict[str, Any]:
    """aiohttp before 3.12 has no place for it: there, links and the names in them are looked at, and that is all."""
    return {"socket_factory": guard.socket} if "socket_factory" in signature(TCPConnector).parameters else {}


class _Busy(Exception):
    def __init__(self, status: int, retry_after: float | None) -> None:
        super().__init__(f"The server is busy or broken ({status}).")
        self.retry_after = retry_after


async def _answer(url: URL, response: ClientResponse, limit: int, *, cut: bool) -> Fetched | NotModified | URL:
    status, headers = response.status, response.headers
    if status in (301, 302, 303, 307, 308):
        try:
            return url.join(URL(headers["Location"]))
        except (KeyError, ValueError):
            raise SourceError("It redirects to nowhere.") from None
    if status == 304:
        return NotModified(location=str(url))
    if status in _TRIES_AGAIN or status > 504:
        raise _Busy(status, _retry_after(headers))
    if status in (404, 410):
        raise NotThere(
            f"The server says that the page is {'gone for good' if status == 410 else 'not there'} ({status})."
        )
    if status in (401, 402, 403, 407, 451):
        raise Declined(f"The server does not show the page to everybody ({status}).")
    if 400 <= status < 500:
        raise Declined(f"The server declines to send the page ({status}).")
    if status not in (200, 203):
        raise SourceError(f"The server answers with {status} in place of a page.")
    if not cut and (response.content_length or 0) > limit:
        raise too_large(limit)
    body = await read_body(response.content.iter_chunked(1 << 16), headers.get("Content-Encoding", ""), limit, cut=cut)
    return Fetched(
        url=url,
        body=body,
        content_type=response.content_type.lower() if "Content-Type" in headers else "",
        charset=response.charset,
        headers=headers,
        validators=Validators(etag=_validator(headers, "ETag"), last_modified=_validator(headers, "Last-Modified")),
    )


def _validator(headers: CIMultiDictProxy[str], name: str) -> str | None:
    value = headers.get(name, "").strip()
    return value if value and len(value) <= _LONGEST_VALIDATOR and value.isprintable() else None


def _retry_after(headers: CIMultiDictProxy[str]) -> float | None:
    """Seconds; a date is taken against the server's own clock. RFC 9110, 10.2.3."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, (parsedate_to_datetime(value) - parsedate_to_datetime(headers.get("Date", ""))).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None
