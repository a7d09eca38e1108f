"""A site that does not want to be read by machines is not, and the sentence names the rule."""

from __future__ import annotations

import asyncio
import json
import re

import pytest
from multidict import CIMultiDict, CIMultiDictProxy
from web_of_troubles import Reply, Sites, page, redirect

from onrecord.sources.addresses import Refused
from onrecord.sources.consent import matches, robots_tags
from onrecord.sources.fetch import Unavailable
from onrecord.sources.web import Visit

TDM = "news.test/.well-known/tdmrep.json"


def txt(text: str) -> Reply:
    return Reply(text, type="text/plain")


async def visit(sites: Sites, *places: str) -> None:
    async with sites.web() as web:
        for place in places:
            assert isinstance(await web.visit(sites.link(place)), Visit)


async def refusal(sites: Sites, place: str) -> str:
    with pytest.raises(Refused) as caught:
        await visit(sites, place)
    return str(caught.value)


# robots.txt


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /story", False),
        ("User-agent: *\nDisallow: /other", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /\nAllow: /story", True),
        ("User-agent: *\nDisallow: /*.html$", True),
        ("User-agent: *\nDisallow: /st*?x=", False),
        ("User-agent: onrecord\nDisallow: /", False),
        ("user-agent: OnRecord/2.0\ndisallow: /", False),
        ("User-agent: onrecord\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: a\nUser-agent: onrecord\nDisallow: /", False),
        ("User-agent: on\nDisallow: /", True),
        ("User-agent: onrecordings\nDisallow: /", True),
        ("User-agent: GPTBot\nDisallow: /", True),
        ("User-agent: other\nDisallow: /\nUser-agent: *\nDisallow: /x", True),
        ("\ufeffUser-agent: *\r\nDisallow: / # all\r\n", False),
        ("User-agent *\nDisallow: /", False),
        ("<html><body>no robots here</body></html>", True),
        ("\x00\x01\x02", True),
    ],
)
async def test_robots_txt_is_honoured(sites: Sites, robots: str, allowed: bool) -> None:
    sites.pages["news.test/robots.txt"] = txt(robots)
    sites.pages["news.test/story?x=1"] = page("Story", "words")
    if allowed:
        await visit(sites, "news.test/story?x=1")
    else:
        assert await refusal(sites, "news.test/story?x=1") == (
            "The robots.txt of news.test asks automated readers not to read /story."
        )
        assert sites.asked == ["news.test/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418])
async def test_a_site_without_robots_txt_allows(sites: Sites, status: int) -> None:
    sites.pages["news.test/robots.txt"] = Reply("User-agent: *\nDisallow: /", status)
    sites.pages["news.test/"] = page("Story")
    await visit(sites, "news.test/")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 599])
async def test_a_site_whose_robots_txt_is_in_trouble_is_not_read_now(sites: Sites, status: int) -> None:
    sites.pages["news.test/robots.txt"] = Reply(status=status)
    sites.pages["news.test/"] = page("Story")
    async with sites.web() as web:
        for _ in range(2):
            with pytest.raises(Unavailable, match=r"Its robots\.txt cannot be asked now"):
                await web.visit(sites.link("news.test/"))
    assert set(sites.asked) == {"news.test/robots.txt"}
    assert len(sites.asked) == 3


async def test_rules_are_asked_for_once_for_each_site(sites: Sites) -> None:
    for n in range(5):
        sites.pages[f"news.test/{n}"] = page("Story")
    async with sites.web() as web:
        await asyncio.gather(*(web.visit(sites.link(f"news.test/{n}")) for n in range(5)))
    assert sites.count("news.test/robots.txt") == 1
    assert sites.count(TDM) == 1


async def test_every_site_on_the_way_is_asked(sites: Sites) -> None:
    sites.pages["short.test/x"] = redirect(sites.link("news.test/private/story"))
    sites.pages["news.test/private/story"] = page("Story")
    sites.pages["news.test/robots.txt"] = txt("User-agent: *\nDisallow: /private/")
    assert "not to read /private/story" in await refusal(sites, "short.test/x")
    assert sites.count("news.test/private/story") == 0


async def test_robots_txt_may_lie_elsewhere_and_lead_in_circles(sites: Sites) -> None:
    sites.pages["news.test/"] = page("Story")
    sites.pages["news.test/robots.txt"] = redirect(sites.link("www.test/robots.txt"))
    sites.pages["www.test/robots.txt"] = txt("User-agent: *\nDisallow: /")
    await refusal(sites, "news.test/")
    sites.pages["www.test/robots.txt"] = redirect(sites.link("news.test/robots.txt"))
    await visit(sites, "news.test/")


async def test_a_crawl_delay_is_kept_within_reason(sites: Sites) -> None:
    for place in ("slow.test/", "sleepy.test/"):
        sites.pages[place] = page("Story")
    sites.pages["slow.test/robots.txt"] = txt("User-agent: *\nCrawl-delay: 3")
    sites.pages["sleepy.test/robots.txt"] = txt("User-agent: *\nCrawl-delay: 86400")
    await visit(sites, "slow.test/", "slow.test/")
    assert set(sites.clock.slept) == {3}
    await visit(sites, "sleepy.test/", "sleepy.test/")
    assert set(sites.clock.slept) == {3, 10}


async def test_a_giant_robots_txt_is_read_as_far_as_is_right(sites: Sites) -> None:
    names = "".join(f"User-agent: reader{n}\n" for n in range(12_000))
    rules = "".join(f"Disallow: /{n}\n" for n in range(12_000))
    sites.pages["news.test/robots.txt"] = txt(f"User-agent: *\nDisallow: /no\n\n{names}{rules}" + "# more\n" * 100_000)
    sites.pages["news.test/77"] = page("Story")
    await visit(sites, "news.test/77")
    await refusal(sites, "news.test/no")


# Text and data mining


@pytest.mark.parametrize(
    ("head", "headers", "says"),
    [
        ("<meta name='tdm-reservation' content='1'>", {}, "tdm-reservation tag"),
        ("<META content=1 name=TDM-Reservation>", {}, "tdm-reservation tag"),
        ("", {"TDM-Reservation": "1"}, "tdm-reservation header"),
        ("<meta name='robots' content='index, NoAI'>", {}, "robots tag: noai"),
        ("<meta name='robots' content='noimageai'>", {}, "robots tag: noimageai"),
        ("<meta name='onrecord' content='noai'>", {}, "robots tag: noai"),
        ("", {"X-Robots-Tag": "noarchive, noai, noimageai"}, "X-Robots-Tag: noai"),
        ("", {"X-Robots-Tag": "onrecord: noai"}, "X-Robots-Tag: noai"),
    ],
)
async def test_a_page_that_opts_out_is_not_read(sites: Sites, head: str, headers: dict[str, str], says: str) -> None:
    reply = page("Story", "words", head)
    reply.headers = headers
    sites.pages["news.test/"] = reply
    assert says in await refusal(sites, "news.test/")


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        ("<meta name='tdm-reservation' content='0'>", {}),
        ("<meta name='tdm-reservation' content='yes'>", {}),
        ("<meta name='robots' content='noindex, nofollow'>", {}),
        ("<meta name='googlebot' content='noai'>", {}),
        ("<!-- <meta name='robots' content='noai'> -->", {}),
        ('<script>\'<meta name="robots" content="noai">\'</script>', {}),
        ("", {"X-Robots-Tag": "otherbot: noindex, noai"}),
        ("", {"X-Robots-Tag": "unavailable_after: 25 Jun 2030 15:00:00 PST"}),
        ("<meta name='tdm-reservation' content='0'>", {"TDM-Reservation": "1"}),
    ],
)
async def test_a_page_that_says_something_else_is_read(sites: Sites, head: str, headers: dict[str, str]) -> None:
    reply = page("Story", "words", head)
    reply.headers = headers
    sites.pages["news.test/"] = reply
    await visit(sites, "news.test/")


@pytest.mark.parametrize(
    ("rules", "reserved"),
    [
        ([{"location": "/", "tdm-reservation": 1}], True),
        ([{"location": "/", "tdm-reservation": "1"}], True),
        ([{"location": "/news/", "tdm-reservation": 1}], True),
        ([{"location": "/news/*.html$", "tdm-reservation": 1}], True),
        ([{"location": "/blog/", "tdm-reservation": 1}], False),
        ([{"location": "/", "tdm-reservation": 0}], False),
        ([{"location": "/news/", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}], False),
        ([{"location": "/", "tdm-reservation": 2}], False),
        ({"location": "/", "tdm-reservation": 1}, False),
        ([None, 5, {"location": 7, "tdm-reservation": 1}, {"tdm-reservation": 1}], False),
        ("[" * 100_000, False),
    ],
)
async def test_a_site_s_reservation_is_honoured(sites: Sites, rules: object, reserved: bool) -> None:
    sites.pages[TDM] = Reply(rules if isinstance(rules, str) else json.dumps(rules), type="application/json")
    sites.pages["news.test/news/1.html"] = page("Story")
    if reserved:
        assert "news.test reserves its text against data mining (/.well-known/tdmrep.json)" in await refusal(
            sites, "news.test/news/1.html"
        )
    else:
        await visit(sites, "news.test/news/1.html")


async def test_a_page_s_own_word_goes_before_its_site_s(sites: Sites) -> None:
    sites.pages[TDM] = Reply('[{"location": "/", "tdm-reservation": 1}]', type="application/json")
    sites.pages["news.test/"] = page("Story", "words", "<meta name='tdm-reservation' content='0'>")
    await visit(sites, "news.test/")


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_site_whose_tdmrep_json_cannot_be_read_reserves_nothing(sites: Sites, status: int) -> None:
    sites.pages[TDM] = Reply(status=status)
    sites.pages["news.test/"] = page("Story")
    await visit(sites, "news.test/")


@pytest.mark.parametrize(
    ("pattern", "path", "covered"),
    [
        ("/", "/anything", True),
        ("/a", "/ab", True),
        ("/a$", "/ab", False),
        ("/a$", "/a", True),
        ("/a*c", "/abbc/d", True),
        ("/a*c$", "/abbc/d", False),
        ("/a*c$", "/abcbc", True),
        ("/*/x/*.jpg", "/a/x/b.jpg?c", True),
        ("/a*a$", "/a", False),
        ("*", "/a", True),
        ("", "/a", True),
        ("/foo-%24", "/foo-$", True),
        ("/caf%C3%A9", "/café", True),
    ],
)
def test_patterns_cover_paths(pattern: str, path: str, covered: bool) -> None:
    assert matches(pattern, path) is covered


def test_a_long_pattern_takes_no_time() -> None:
    assert not matches("/" + "a*" * 50_000 + "b", "/" + "a" * 100_000)


def test_robots_tags_of_several_headers_and_readers() -> None:
    headers: CIMultiDict[str] = CIMultiDict(
        [("X-Robots-Tag", "noindex"), ("x-robots-tag", "a: noai, *: noimageai, onrecord: NOAI")]
    )
    assert robots_tags(CIMultiDictProxy(headers)) == ["noimageai", "noai"]


async def test_the_name_in_the_user_agent_is_the_one_that_robots_txt_may_use(sites: Sites) -> None:
    sites.pages["news.test/"] = page("Story")
    await visit(sites, "news.test/")
    assert all(re.match(r"onrecord/\d", request.headers["User-Agent"]) for request in sites.requests)
