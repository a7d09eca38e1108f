"""A page becomes a document, or a sentence says why not."""

from __future__ import annotations

import pytest
from web_of_troubles import Reply, Sites, page, redirect

from onrecord.errors import SourceError
from onrecord.sources.addresses import Refused
from onrecord.sources.fetch import NotModified
from onrecord.sources.page import Discovery, Gone, Outcome, PageRead, discover, read_page
from onrecord.stories import Skipped, Validators

RSS = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>All the news</title>"
    "<item><link>/1</link></item></channel></rss>"
)


async def outcome(sites: Sites, place: str, known: Validators | None = None) -> Outcome:
    async with sites.web() as web:
        return await read_page(web, sites.link(place), known)


async def text(sites: Sites, reply: Reply) -> str:
    sites.pages["news.test/"] = reply
    got = await outcome(sites, "news.test/")
    assert isinstance(got, PageRead), got
    return got.document.text


async def reason(sites: Sites, reply: Reply) -> str:
    sites.pages["news.test/"] = reply
    got = await outcome(sites, "news.test/")
    assert isinstance(got, Skipped), got
    assert got.location == sites.link("news.test/")
    return got.reason


async def test_a_page_becomes_a_document_at_its_final_address(sites: Sites) -> None:
    sites.pages["short.test/x"] = redirect(sites.link("news.test/story"))
    sites.pages["news.test/story"] = Reply("<html><p>Words", headers={"ETag": "v1"})
    got = await outcome(sites, "short.test/x")
    assert isinstance(got, PageRead)
    assert got.link == sites.link("short.test/x")
    assert got.document.location == sites.link("news.test/story")
    assert (got.document.format, got.document.text) == ("html", "<html><p>Words")
    assert got.validators == Validators(etag="v1")


async def test_an_unchanged_page_is_not_read_again_and_a_changed_one_is(sites: Sites) -> None:
    sites.pages["news.test/"] = [Reply(status=304), page("New words")]
    known = Validators(etag="v1")
    assert await outcome(sites, "news.test/", known) == NotModified(location=sites.link("news.test/"))
    assert isinstance(await outcome(sites, "news.test/", known), PageRead)


@pytest.mark.parametrize("status", [404, 410])
async def test_only_the_server_s_own_word_makes_a_page_gone(sites: Sites, status: int) -> None:
    sites.pages["news.test/"] = Reply(status=status)
    got = await outcome(sites, "news.test/")
    assert isinstance(got, Gone)
    assert str(status) in got.reason


@pytest.mark.parametrize("status", [403, 429, 451, 500, 503])
async def test_a_server_in_trouble_or_a_closed_door_makes_no_page_gone(sites: Sites, status: int) -> None:
    assert f"({status})" in await reason(sites, Reply(status=status))


@pytest.mark.parametrize(
    "reply",
    [
        Reply("<p>Café “quoted”</p>", type="text/html; charset=utf-8"),
        Reply("<p>Café “quoted”</p>", type="text/html"),
        Reply("<p>Café “quoted”</p>", type="text/html; charset=iso-8859-1"),
        Reply("<p>Café “quoted”</p>", type="text/html; charset=no-such"),
        Reply("<p>Café “quoted”</p>", type="text/html; charset=unicode_escape"),
        Reply("<p>Café “quoted”</p>", type=None),
        Reply("<p>Café “quoted”</p>", type="image/png"),
        Reply("<p>Café “quoted”</p>".encode("cp1252"), type="text/html; charset=iso-8859-1"),
        Reply("<p>Café “quoted”</p>".encode("cp1252"), type="text/html; charset=utf-8"),
        Reply("<p>Café “quoted”</p>".encode("cp1252"), type="text/html"),
        Reply("<p>Café “quoted”</p>".encode("utf-16"), type="text/html; charset=utf-8"),
    ],
)
async def test_a_page_is_read_in_its_true_encoding(sites: Sites, reply: Reply) -> None:
    assert await text(sites, reply) == "<p>Café “quoted”</p>"


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "iso2022_jp", "gb18030", "koi8-r", "windows-1251", "big5"])
async def test_a_stated_encoding_is_heeded(sites: Sites, encoding: str) -> None:
    words = "Привет, мир" if encoding in ("koi8-r", "windows-1251") else "日本人"
    body = f"<p>{words}</p>".encode(encoding)
    assert words in await text(sites, Reply(body, type=f'text/html; charset="{encoding}"'))
    declared = f"<meta charset={encoding}><p>{words}</p>".encode(encoding)
    assert words in await text(sites, Reply(declared, type="text/html"))


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(""), "empty"),
        (Reply(" \n "), "empty"),
        (Reply(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", type="image/png"), "neither a page nor a feed, but image/png"),
        (Reply(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "neither a page nor a feed, but something that is no text"),
        (Reply(b"%PDF-1.7 words", type="application/pdf"), "but application/pdf"),
        (Reply('{"a": "<p>x</p>"}', type="application/json"), "but application/json"),
        (Reply('{"a": "<p>x</p>"}'), "but plain text"),
        (Reply("just words", type="text/plain"), "but text/plain"),
        (Reply("a < b and c > d"), "but plain text"),
        (Reply("<p>" + "x" * 6_000_000), "larger than 3 MB"),
        (Reply("<p>" + "x" * 11_000_000), "larger than 10 MB"),
        (Reply(RSS), "It is a feed, not a page"),
    ],
)
async def test_what_is_no_page_is_named(sites: Sites, reply: Reply, says: str) -> None:
    assert says in await reason(sites, reply)


async def test_a_page_that_opts_out_and_an_inner_address_are_skipped_with_the_rule(sites: Sites) -> None:
    assert "noai" in await reason(sites, page("Story", head="<meta name=robots content=noai>"))
    async with sites.web() as web:
        got = await read_page(web, "http://169.254.169.254/latest/")
    assert isinstance(got, Skipped)
    assert "only public addresses are read" in got.reason


async def found(sites: Sites, reply: Reply) -> Discovery:
    sites.pages["news.test/x"] = reply
    async with sites.web() as web:
        return await discover(web, sites.link("news.test/x"))


@pytest.mark.parametrize(
    "reply",
    [
        Reply(RSS, type="application/rss+xml"),
        Reply(RSS, type="text/html"),
        Reply(RSS, type="text/plain"),
        Reply(RSS, type=None),
        Reply("\n\n<!-- hello --><!DOCTYPE rss>" + RSS[21:], type="text/xml"),
        Reply("<feed xmlns='http://www.w3.org/2005/Atom'><title>All the <b>news</b></title></feed>"),
        Reply("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>All the news</a:title></a:feed>"),
        Reply("<rdf:RDF><channel><title>All the news</title></channel><item><link>x</link></item></rdf:RDF>"),
        Reply('{"version": "https://jsonfeed.org/version/1.1", "title": "All the news", "items": []}'),
        Reply('{"title": "All the news", "items": [], "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}'),
        Reply(RSS.encode("utf-16"), type="application/xml"),
    ],
)
async def test_a_feed_is_found_out_by_looking(sites: Sites, reply: Reply) -> None:
    assert await found(sites, reply) == Discovery(kind="feed", link=sites.link("news.test/x"), title="All the news")


async def test_a_page_names_its_title_and_its_feeds(sites: Sites) -> None:
    head = (
        "<link rel='alternate' type='application/rss+xml' href='/feed'>"
        "<link rel='alternate home' type='Application/Atom+XML' href='https://other.test/atom'>"
        "<link rel='alternate' type='application/rss+xml' href='/feed'>"
        "<link rel='alternate' type='text/html' hreflang='de' href='/de'><link rel='stylesheet' href='/css'>"
    )
    got = await found(sites, page(" A  story ", "about <rss> and <feed>", head))
    assert got == Discovery(
        kind="page",
        link=sites.link("news.test/x"),
        title="A story",
        feeds=(sites.link("news.test/feed"), "https://other.test/atom"),
    )


@pytest.mark.parametrize(
    "typed", ["", "hello", "file:///etc/passwd", "http://127.1/", "http://[::1]/", "http://a\x00b/"]
)
async def test_whatever_is_typed_gets_a_sentence(sites: Sites, typed: str) -> None:
    async with sites.web() as web:
        with pytest.raises(Refused, match=r"\.$"):
            await discover(web, typed)


async def test_a_link_to_nothing_gets_a_sentence(sites: Sites) -> None:
    async with sites.web() as web:
        with pytest.raises(SourceError, match="not there"):
            await discover(web, sites.link("news.test/nothing"))
