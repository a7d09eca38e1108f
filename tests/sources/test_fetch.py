"""Whatever a server does: a page, or a sentence, and soon."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from importlib.metadata import version

import brotli  # pyright: ignore[reportMissingTypeStubs]
import pytest
from aiohttp import web
from web_of_troubles import HOME, Reply, Sites, page, redirect

from onrecord.errors import SourceError
from onrecord.sources.fetch import Declined, Fetched, NotModified, NotThere, Unavailable
from onrecord.stories import Validators

TEN_MB = 10_000_000
AIOHTTP = tuple(map(int, version("aiohttp").split(".")[:2]))


async def fetched(sites: Sites, place: str, **changes: float) -> Fetched:
    async with sites.fetcher(**changes) as fetcher:
        answer = await fetcher.get(sites.link(place))
    assert isinstance(answer, Fetched)
    return answer


async def test_a_page_comes_with_what_is_needed_to_read_it(sites: Sites) -> None:
    sites.pages["news.test/a"] = redirect("/b?x=1", 301)
    sites.pages["news.test/b?x=1"] = Reply(
        "hello", headers={"ETag": '"v1"', "Last-Modified": "Fri, 20 Nov 2026 10:00:00 GMT"}, type="Text/HTML; charset=X"
    )
    got = await fetched(sites, "news.test/a#top")
    assert (str(got.url), got.body, got.content_type, got.charset) == (
        sites.link("news.test/b?x=1"),
        b"hello",
        "text/html",
        "X",
    )
    assert got.validators == Validators(etag='"v1"', last_modified="Fri, 20 Nov 2026 10:00:00 GMT")


async def test_we_say_who_we_are_and_nothing_more(sites: Sites, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{HOME}:9/")
    sites.pages["news.test/"] = Reply("hello", headers={"Set-Cookie": "id=1"})
    async with sites.fetcher() as fetcher:
        await fetcher.get(sites.link("news.test/"))
        await fetcher.get(sites.link("news.test/"))
    for request in sites.requests:
        assert request.headers["User-Agent"].startswith("onrecord/")
        assert not {"Cookie", "Referer", "Authorization"} & set(request.headers)


# Slow, endless, broken off


async def _says_nothing(sites: Sites, _: web.Request) -> web.StreamResponse:
    await sites.over.wait()
    return web.Response()


async def _stops_after_a_byte(sites: Sites, request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    await response.write(b"<")
    await sites.over.wait()
    return response


async def _never_ends(sites: Sites, request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    while not sites.over.is_set():
        await response.write(b"x" * 100_000)
    return response


def serving(sites: Sites, trouble: Callable[[Sites, web.Request], Awaitable[web.StreamResponse]]) -> str:
    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            return await trouble(sites, request)
        except ConnectionError:
            return web.Response()

    sites.pages["news.test/"] = handler
    return "news.test/"


@pytest.mark.parametrize("trouble", [_says_nothing, _stops_after_a_byte])
@pytest.mark.parametrize("limits", [{"stall": 0.05}, {"total": 0.05}])
async def test_a_slow_server_is_not_waited_for(
    sites: Sites, trouble: Callable[[Sites, web.Request], Awaitable[web.StreamResponse]], limits: dict[str, float]
) -> None:
    with pytest.raises(Unavailable, match=r"news\.test did not answer in time"):
        await fetched(sites, serving(sites, trouble), **limits)


async def test_an_endless_body_is_cut_off(sites: Sites) -> None:
    with pytest.raises(SourceError, match="larger than 10 MB"):
        await fetched(sites, serving(sites, _never_ends))


async def test_a_body_of_a_stated_100_mb_is_not_even_begun(sites: Sites) -> None:
    sent = 0

    async def large(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse(headers={"Content-Length": "100000000"})
        await response.prepare(request)
        try:
            for _ in range(1000):
                await response.write(b"x" * 100_000)
                sent += 100_000
        except ConnectionError:
            pass
        return response

    sites.pages["news.test/"] = large
    with pytest.raises(SourceError, match="larger than 10 MB"):
        await fetched(sites, "news.test/")
    assert sent < TEN_MB


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"this is no HTTP\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        pytest.param(
            b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
            marks=pytest.mark.skipif(AIOHTTP < (3, 14), reason="aiohttp counts headers since then"),
        ),
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 999999 Odd\r\n\r\n",
    ],
)
async def test_a_server_that_breaks_the_protocol_is_left(sites: Sites, answer: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    async with await asyncio.start_server(serve, HOME, 0) as server:
        sites.port = server.sockets[0].getsockname()[1]
        with pytest.raises(Unavailable, match=r"connection to news\.test failed"):
            await fetched(sites, "news.test/")


async def test_a_closed_port_and_an_unknown_name_are_trouble_of_the_moment(sites: Sites) -> None:
    sites.names.answers["nowhere.test"] = [[]]
    with pytest.raises(Unavailable, match=r"The name nowhere\.test is not found"):
        await fetched(sites, "nowhere.test/")
    async with await asyncio.start_server(lambda r, w: None, HOME, 0) as server:
        sites.port = server.sockets[0].getsockname()[1]
    with pytest.raises(Unavailable, match=r"connection to news\.test failed"):
        await fetched(sites, "news.test/")


# Packed bodies

HELLO = b"hello, " * 1000


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def _brotli(data: bytes) -> bytes:
    return brotli.compress(data, quality=4)  # pyright: ignore


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(HELLO)),
        ("X-GZIP", gzip.compress(HELLO)),
        ("gzip", gzip.compress(HELLO[:500]) + gzip.compress(HELLO[500:])),
        ("gzip", gzip.compress(HELLO) + b"\0" * 100),
        ("deflate", zlib.compress(HELLO)),
        ("deflate", _raw_deflate(HELLO)),
        ("br", _brotli(HELLO)),
        ("identity", HELLO),
    ],
)
async def test_packed_bodies_are_unpacked(sites: Sites, encoding: str, packed: bytes) -> None:
    sites.pages["news.test/"] = Reply(packed, headers={"Content-Encoding": encoding})
    assert (await fetched(sites, "news.test/")).body == HELLO
    assert {"gzip", "br"} <= set(sites.requests[0].headers["Accept-Encoding"].split(", "))


MEGABYTES = gzip.compress(b"\0" * TEN_MB)


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", MEGABYTES * 100),
        ("deflate", zlib.compress(b"\0" * 3 * TEN_MB)),
        ("br", _brotli(b"\0" * 3 * TEN_MB)),
    ],
    ids=["gzip", "deflate", "br"],
)
async def test_a_bomb_is_stopped_early(sites: Sites, encoding: str, bomb: bytes) -> None:
    sites.pages["news.test/"] = Reply(bomb, headers={"Content-Encoding": encoding})
    with pytest.raises(SourceError, match="larger than 10 MB"):
        await fetched(sites, "news.test/")


async def test_packing_that_holds_nothing_ends_too(sites: Sites) -> None:
    async def nothing(sites: Sites, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Encoding": "gzip"})
        await response.prepare(request)
        while not sites.over.is_set():
            await response.write(gzip.compress(b"") * 5_000)
        return response

    with pytest.raises(SourceError, match="larger than 10 MB"):
        await fetched(sites, serving(sites, nothing))


@pytest.mark.parametrize(
    ("encoding", "packed", "says"),
    [
        ("gzip", b"this is not packed", "damaged"),
        ("deflate", b"this is not packed", "damaged"),
        ("br", b"this is not packed at all", "damaged"),
        ("gzip", gzip.compress(HELLO)[:-20], "cut short"),
        ("deflate", zlib.compress(HELLO)[:-9], "cut short"),
        ("br", _brotli(HELLO)[:-3], "cut short"),
        ("zstd", b"x", "packed as 'zstd'"),
        ("gzip, gzip", b"x", "packed as 'gzip, gzip'"),
        ("ü" * 100, b"x", "packed as"),
    ],
)
async def test_what_cannot_be_unpacked_is_said(sites: Sites, encoding: str, packed: bytes, says: str) -> None:
    sites.pages["news.test/"] = Reply(packed, headers={"Content-Encoding": encoding})
    with pytest.raises(SourceError, match=says):
        await fetched(sites, "news.test/")


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed_to_other_sites(sites: Sites, status: int) -> None:
    sites.pages["old.test/"] = redirect(sites.link("new.test/story"), status)
    sites.pages["new.test/story"] = page("here")
    assert str((await fetched(sites, "old.test/")).url) == sites.link("new.test/story")


async def test_redirects_in_circles_or_without_end_are_left(sites: Sites) -> None:
    sites.pages["news.test/a"], sites.pages["news.test/b"] = redirect("/b"), redirect("/a")
    with pytest.raises(SourceError, match="in circles"):
        await fetched(sites, "news.test/a")
    for n in range(20):
        sites.pages[f"news.test/{n}"] = redirect(f"/{n + 1}")
    with pytest.raises(SourceError, match="more than 5 times"):
        await fetched(sites, "news.test/0")
    assert sites.count("news.test/6") == 0


@pytest.mark.parametrize("headers", [{}, {"Location": "http://[half"}, {"Location": "http://x:99999/"}])
async def test_a_redirect_to_nowhere_is_left(sites: Sites, headers: dict[str, str]) -> None:
    sites.pages["news.test/"] = Reply(status=302, headers=headers)
    with pytest.raises(SourceError, match=r"redirects to nowhere|not a link"):
        await fetched(sites, "news.test/")


# What a status means


@pytest.mark.parametrize(
    ("status", "kind", "says"),
    [
        (404, NotThere, "not there"),
        (410, NotThere, "gone for good"),
        (401, Declined, "to everybody"),
        (403, Declined, "to everybody"),
        (451, Declined, "to everybody"),
        (400, Declined, "declines"),
        (418, Declined, "declines"),
        (500, Unavailable, "busy or broken"),
        (503, Unavailable, "busy or broken"),
        (520, Unavailable, "busy or broken"),
        (429, Unavailable, "busy or broken"),
        (204, SourceError, "in place of a page"),
        (206, SourceError, "in place of a page"),
        (300, SourceError, "in place of a page"),
        (304, SourceError, "not asked that"),
    ],
)
async def test_each_status_has_its_meaning(sites: Sites, status: int, kind: type[SourceError], says: str) -> None:
    sites.pages["news.test/"] = Reply(status=status)
    with pytest.raises(SourceError, match=says) as caught:
        await fetched(sites, "news.test/")
    assert type(caught.value) is kind


async def test_an_unchanged_page_is_not_sent_again(sites: Sites) -> None:
    known = Validators(etag='"v1"', last_modified="Fri, 20 Nov 2026 10:00:00 GMT")
    sites.pages["news.test/"] = Reply(status=304)
    async with sites.fetcher() as fetcher:
        assert await fetcher.get(sites.link("news.test/"), known) == NotModified(location=sites.link("news.test/"))
    headers = sites.requests[0].headers
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == (known.etag, known.last_modified)


async def test_validators_too_odd_to_send_back_are_not_kept(sites: Sites) -> None:
    sites.pages["news.test/"] = Reply("x", headers={"ETag": '"' + "x" * 4000 + '"', "Last-Modified": " "})
    assert (await fetched(sites, "news.test/")).validators == Validators()


# Manners


async def test_a_busy_server_is_asked_again_when_it_said(sites: Sites) -> None:
    sites.pages["news.test/"] = [Reply(status=429, headers={"Retry-After": "7"}), Reply(status=503), Reply("at last")]
    assert (await fetched(sites, "news.test/")).body == b"at last"
    assert sites.clock.slept == [7, 4]


async def test_a_pause_may_be_given_as_a_date(sites: Sites) -> None:
    now = datetime(2026, 11, 20, 10, tzinfo=UTC)
    headers = {"Date": format_datetime(now, True), "Retry-After": format_datetime(now + timedelta(seconds=9), True)}
    sites.pages["news.test/"] = [Reply(status=429, headers=headers), Reply("at last")]
    await fetched(sites, "news.test/")
    assert sites.clock.slept == [9]


@pytest.mark.parametrize("pause", ["-1", "soon", "", "1e9", "9" * 5000, "Fri, 99 Nov 2026 10:00:00 GMT"])
async def test_an_odd_pause_is_harmless(sites: Sites, pause: str) -> None:
    sites.pages["news.test/"] = [Reply(status=429, headers={"Retry-After": pause}), Reply("at last")]
    try:
        await fetched(sites, "news.test/")
    except Unavailable:
        assert sites.clock.slept == []
    else:
        assert sites.clock.slept == [2]


async def test_a_long_pause_is_left_to_the_next_refresh_and_kept(sites: Sites) -> None:
    sites.pages["news.test/a"] = Reply(status=429, headers={"Retry-After": "3600"})
    sites.pages["news.test/b"] = page("fine")
    async with sites.fetcher() as fetcher:
        with pytest.raises(Unavailable, match="busy"):
            await fetcher.get(sites.link("news.test/a"))
        with pytest.raises(Unavailable, match=r"news\.test asked for a pause of 3600 seconds"):
            await fetcher.get(sites.link("news.test/b"))
    assert sites.asked == ["news.test/a"]
    assert sites.clock.slept == []


async def test_retries_end(sites: Sites) -> None:
    sites.pages["news.test/"] = Reply(status=503)
    with pytest.raises(Unavailable):
        await fetched(sites, "news.test/")
    assert sites.count("news.test/") == 3
    assert sites.clock.slept == [2, 4]


async def test_a_host_that_keeps_failing_is_left_alone(sites: Sites) -> None:
    sites.names.answers["dead.test"] = [[]]
    sites.pages["news.test/"] = page("fine")
    async with sites.fetcher() as fetcher:
        for _ in range(5):
            with pytest.raises(Unavailable):
                await fetcher.get(sites.link("dead.test/"))
        await fetcher.get(sites.link("news.test/"))
    assert sites.names.asked["dead.test"] == 3


async def test_a_few_at_a_time_and_one_at_a_time_for_each_host(sites: Sites) -> None:
    hosts = [f"{n}.test" for n in range(6)]
    now: list[str] = []
    most_at_once = 0
    full, go_on = asyncio.Event(), asyncio.Event()

    async def serve(request: web.Request) -> web.StreamResponse:
        nonlocal most_at_once
        assert request.host not in now
        now.append(request.host)
        most_at_once = max(most_at_once, len(now))
        if len(now) == 4:
            full.set()
        await go_on.wait()
        now.remove(request.host)
        return web.Response(body=b"x")

    for host in hosts:
        for n in range(3):
            sites.pages[f"{host}/{n}"] = serve
    async with sites.fetcher() as fetcher, asyncio.TaskGroup() as tasks:
        for host in hosts:
            for n in range(3):
                tasks.create_task(fetcher.get(sites.link(f"{host}/{n}")))
        await full.wait()
        sites.pages["else.test/"] = page("x")
        await fetched(sites, "else.test/")  # time enough for a fifth to arrive
        go_on.set()
    assert most_at_once == 4
    sites.asked.remove("else.test/")
    assert len(sites.asked) == 18


async def test_a_host_s_pace_is_kept(sites: Sites) -> None:
    sites.pages["news.test/"] = page("x")
    async with sites.fetcher() as fetcher:
        fetcher.set_pace("news.test", 5)
        for _ in range(3):
            await fetcher.get(sites.link("news.test/"))
    assert sites.clock.slept == [5, 5]


async def test_a_fetch_can_be_cancelled(sites: Sites) -> None:
    started = asyncio.Event()

    async def silent(_: web.Request) -> web.StreamResponse:
        started.set()
        await sites.over.wait()
        return web.Response()

    sites.pages["news.test/silent"] = silent
    sites.pages["news.test/"] = page("x")
    async with sites.fetcher() as fetcher:
        task = asyncio.create_task(fetcher.get(sites.link("news.test/silent")))
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await fetcher.get(sites.link("news.test/"))
