"""Whether a site wants to be read by machines: robots.txt, and the opt-outs from text and data mining."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, cast
from urllib.parse import unquote

from multidict import CIMultiDictProxy
from protego import Protego
from yarl import URL

from onrecord.errors import SourceError
from onrecord.sources.addresses import Refused
from onrecord.sources.decoding import decode
from onrecord.sources.fetch import Fetched, Fetcher, Unavailable
from onrecord.sources.markup import Markup

NAME = "onrecord"
"""The name by which robots.txt and robots tags may address us."""

_ROBOTS_LIMIT = 512_000
"""RFC 9309 asks for at least 500 KiB."""
_TDM_LIMIT = 512_000
_LONGEST_CRAWL_DELAY = 10.0
_AGENT_FIELDS = ("user-agent", "useragent", "user agent")
_NO = frozenset({"noai", "noimageai"})


class Consent:
    """Asks each host for its rules once, for the length of one refresh."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._robots: dict[URL, Protego | str] = {}
        self._reserved: dict[URL, Sequence[tuple[str, str]]] = {}
        self._asking: defaultdict[URL, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def before(self, url: URL) -> None:
        """Raises `Refused` when robots.txt says no, `Unavailable` while it cannot be asked."""
        origin = url.origin()
        async with self._asking[origin]:
            if origin not in self._robots:
                self._robots[origin] = await self._ask_robots(origin)
        robots = self._robots[origin]
        if isinstance(robots, str):
            raise Unavailable(robots)
        if not robots.can_fetch(str(url), NAME):
            raise Refused(f"The robots.txt of {url.host} asks automated readers not to read {_short(url.raw_path)}.")

    async def after(self, page: Fetched, markup: Markup) -> None:
        """Raises `Refused` when the page, its headers or its site's tdmrep.json reserve it.

        As TDMRep has it, the page's word goes before its header's, and both before the site's file:
        https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/
        """
        for found in robots_tags(page.headers):
            raise Refused(f"The page asks not to be read by machines (X-Robots-Tag: {found}).")
        for found in _directives(markup.named("robots", NAME)):
            raise Refused(f"The page asks not to be read by machines (robots tag: {found}).")
        places = (
            ("tdm-reservation tag", markup.named("tdm-reservation")),
            ("tdm-reservation header", page.headers.getall("tdm-reservation", [])),
        )
        for place, values in places:
            stated = [value.strip() for value in values if value.strip() in ("0", "1")]
            if "1" in stated:
                raise Refused(f"The page reserves its text against data mining ({place}).")
            if stated:
                return
        if await self._reserved_by_file(page.url):
            raise Refused(f"{page.url.host} reserves its text against data mining (/.well-known/tdmrep.json).")

    async def _ask_robots(self, origin: URL) -> Protego | str:
        """Its rules, or why they cannot be asked now."""
        try:
            answer = await self._fetcher.get(origin / "robots.txt", limit=_ROBOTS_LIMIT, cut=True)
        except Refused:
            raise
        except Unavailable as error:
            return f"Its robots.txt cannot be asked now: {error}"
        except SourceError:  # there is none, or it leads nowhere: RFC 9309, 2.3.1.2 and 2.3.1.3
            return Protego.parse("")
        robots = Protego.parse(_for_us(decode(answer.body) or "") if isinstance(answer, Fetched) else "")
        if delay := robots.crawl_delay(NAME):
            self._fetcher.set_pace(origin.raw_host or "", min(delay, _LONGEST_CRAWL_DELAY))
        return robots

    async def _reserved_by_file(self, url: URL) -> bool:
        origin = url.origin()
        async with self._asking[origin]:
            if origin not in self._reserved:
                self._reserved[origin] = await self._ask_reserved(origin)
        path = _unquoted(url.raw_path_qs)
        return next((value == "1" for pattern, value in self._reserved[origin] if matches(pattern, path)), False)

    async def _ask_reserved(self, origin: URL) -> Sequence[tuple[str, str]]:
        try:
            answer = await self._fetcher.get(origin / ".well-known" / "tdmrep.json", limit=_TDM_LIMIT)
            rules: Any = json.loads(decode(answer.body) or "") if isinstance(answer, Fetched) else []
        except (SourceError, ValueError, RecursionError):
            return ()  # what cannot be read reserves nothing: TDMRep, 5.2
        return tuple(_rules(rules))


def robots_tags(headers: CIMultiDictProxy[str]) -> list[str]:
    """The opt-outs in X-Robots-Tag headers, of those meant for everybody or for us ("somebot: noai" is not)."""
    found: list[str] = []
    for value in headers.getall("X-Robots-Tag", []):
        for_us = True
        for part in value.lower().split(","):
            agent, _, directive = part.rpartition(":")
            if agent:
                for_us = agent.strip() in ("*", NAME)
            if for_us and directive.strip() in _NO:
                found.append(directive.strip())
    return found


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern of robots.txt's kind (`*` anything, a final `$` the end) covers a path."""
    ends = pattern.endswith("$")
    first, *parts = map(_unquoted, pattern.removesuffix("$").split("*"))
    if not path.startswith(first):
        return False
    here = len(first)
    if not parts:
        return not ends or here == len(path)
    *middle, last = parts
    for part in middle:
        found = path.find(part, here)
        if found < 0:
            return False
        here = found + len(part)
    return path.endswith(last) and len(path) - len(last) >= here if ends else path.find(last, here) >= 0


def _rules(data: Any) -> Iterable[tuple[str, str]]:
    for rule in cast("list[Any]", data) if isinstance(data, list) else []:
        if isinstance(rule, dict):
            said = cast("dict[str, Any]", rule)
            location, value = said.get("location"), str(said.get("tdm-reservation"))
            if isinstance(location, str) and value in ("0", "1"):
                yield location, value


def _directives(values: Iterable[str]) -> list[str]:
    return [part.strip() for value in values for part in value.lower().split(",") if part.strip() in _NO]


def _for_us(robots: str) -> str:
    """Other readers' names are made one: a file of 20,000 names times 20,000 rules would fill the memory."""
    lines: list[str] = []
    for line in robots.splitlines():
        words = line.split("#")[0].strip().lower()
        field = next((name for name in _AGENT_FIELDS if words.startswith(name)), None)
        ours = line
        if field:
            agent = words.removeprefix(field).lstrip(" \t:")
            product = agent.split("/")[0].strip()
            ours = f"User-agent: {product if product in ('*', NAME) else 'another'}"
        lines.append(ours)
    return "\n".join(lines)


def _unquoted(path: str) -> str:
    """So that both sides of a comparison are written alike."""
    return unquote(path, errors="replace")


def _short(path: str) -> str:
    return path if len(path) <= 100 else path[:99] + "…"
