"""RSS, Atom and JSON Feed as they come: broken, undated, hostile."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.feed_items import Feed, first_element, is_feed, read_items

BASE = "https://news.test/feeds/all.xml"


def items(text: str) -> list[tuple[str | None, str]]:
    return [(item.link, item.title) for item in read_items(text, BASE).items]


ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Wires</title><link href="/"/>
<entry><title type="html">A &lt;em&gt;bold&lt;/em&gt; move</title><link rel="self" href="/api/1"/>
<link rel="enclosure" href="/1.mp3"/><link href="/1"/><updated>2026-11-20T10:00:00Z</updated>
<source><title>Elsewhere</title><link href="/elsewhere"/></source>
<content type="xhtml"><div><p>Words <a href="/x"><title>odd</title></a></p></div></content></entry>
<entry><id>https://news.test/2</id><title>By its id</title></entry>
<entry><id>urn:uuid:3</id><title>No address</title></entry></feed>"""

RSS = """<rss xmlns:media="m" xmlns:atom="a" version="2.0"><channel><title>News &amp; more</title><link>https://news.test</link>
<atom:link rel="self" href="https://news.test/feed"/><image><title>Logo</title><link>/logo</link></image>
<item><title><![CDATA[Ben & <i>Jo</i>]]></title><link><![CDATA[ /1?a=1&b=2 ]]></link><media:title>no</media:title>
<media:content url="/x.jpg"><media:title>no</media:title></media:content>
<description>&lt;p&gt;&lt;title&gt;odd</description><pubDate>Fri, 20 Nov 2026 12:00:00 +0200</pubDate></item>
<item><guid>https://news.test/2</guid><title>By its guid</title></item>
<item><guid isPermaLink="false">https://news.test/3</guid><title>No address</title></item>
<item><link>../4</link></item></channel></rss>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Wires",
    "items": [
        {"id": "1", "url": "/1", "title": "One", "date_published": "2026-11-20T10:00:00Z"},
        {"id": "https://news.test/2", "title": "By its id"},
        {"id": 3, "external_url": "https://other.test/3", "title": None, "date_published": 5},
        "nonsense",
        {},
    ],
}


def test_atom() -> None:
    feed = read_items(ATOM, BASE)
    assert feed.title == "Wires"
    assert items(ATOM) == [
        ("https://news.test/1", "A bold move"),
        ("https://news.test/2", "By its id"),
        (None, "No address"),
    ]
    assert feed.items[0].published == datetime(2026, 11, 20, 10, tzinfo=UTC)


def test_rss() -> None:
    feed = read_items(RSS, BASE)
    assert feed.title == "News & more"
    assert items(RSS) == [
        ("https://news.test/1?a=1&b=2", "Ben & Jo"),
        ("https://news.test/2", "By its guid"),
        (None, "No address"),
        ("https://news.test/4", ""),
    ]
    assert feed.items[0].published == datetime(2026, 11, 20, 10, tzinfo=UTC)


def test_json_feed() -> None:
    assert items("\ufeff" + json.dumps(JSON)) == [
        ("https://news.test/1", "One"),
        ("https://news.test/2", "By its id"),
        ("https://other.test/3", ""),
        (None, ""),
    ]


@pytest.mark.parametrize(
    ("broken", "links"),
    [
        (RSS[:-30], 4),
        (RSS[: RSS.index("<item><guid isPerma") + 40], 3),
        (RSS.replace("</item>", ""), 4),
        (RSS.replace("</description>", "<b><i></description>"), 4),
        (RSS.replace("&amp;", "&"), 4),
        (RSS.replace("<pubDate>", "<pubDate a=b c>x < y"), 4),
        (RSS.replace("<title>", "<TITLE>").replace("<item>", "<Item>"), 4),
        ("\x00\x08 warning: line 7\n<br/>" + RSS, 4),
        ("<rss>" * 500 + RSS, 4),
    ],
)
def test_of_a_broken_feed_every_item_that_is_there_is_read(broken: str, links: int) -> None:
    got = items(broken)
    assert len(got) == links
    assert got[0] == ("https://news.test/1?a=1&b=2", "Ben & Jo")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("AT&amp;amp;T", "AT&T"),
        ("caf&eacute;&nbsp;&#8220;x&#x201D;", "café “x”"),
        ("x < y & z", "x < y & z"),
        ("  two\n lines ", "two lines"),
        ("&bogus; &#9999999999;", "&bogus; &#9999999999;"),
        ("w" * 9000, "w" * 300),
    ],
)
def test_titles_are_shown_as_people_read_them(title: str, shown: str) -> None:
    assert items(f"<rss><item><title>{title}</title></item></rss>")[0][1] == shown


def test_an_entity_bomb_is_a_harmless_word() -> None:
    bomb = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb += '<!ENTITY file SYSTEM "file:///etc/passwd">'
    item = "<item><title>&a11;&file;</title><link>/1</link></item>"
    text = f"<?xml version='1.0'?><!DOCTYPE rss [{bomb}]><rss>{item}</rss>"
    assert is_feed(text)
    assert items(text) == [("https://news.test/1", "&a11;&file;")]


@pytest.mark.parametrize(
    "text",
    [
        "<rss><item>" + piece * 50_000
        for piece in ("<", "<a ", "<!--", "&", "&#", "<![CDATA[", "<!", "<?", "<b>", "</b>", "<item>", "<link ")
    ]
    + [
        "\n " * 500_000 + "<rss><item>",
        "<!DOCTYPE" * 200_000 + "<rss><item>",
        "<rss><item><title>" + "<b>" * 100_000 + "</c>" * 100_000,
        "<rss><item><author>" + "a." * 200_000,
        "<rss><item><pubDate>" + "1 " * 200_000,
        "<rss><item>" + f"<link {'a=' * 2000}>" * 500,
        '{"items":' * 100_000,
    ],
    ids=lambda text: repr(text[-12:]),
)  # fmt: skip
def test_hostile_markup_takes_no_time(text: str) -> None:
    """Each would take minutes if any step looked back."""
    is_feed(text)
    read_items(text, BASE)


def test_the_newest_items_come_first_only_when_all_are_dated() -> None:
    def feed(*dates: str) -> Feed:
        listed = (f"<item><link>/{n}</link><pubDate>{date}</pubDate></item>" for n, date in enumerate(dates))
        return read_items("".join(listed), BASE)

    def newest(feed: Feed) -> list[str]:
        return [(item.link or "")[-1] for item in feed.newest(2)]

    assert newest(feed("2026-11-01", "2026-11-03T10:00:00+02:00", "Mon, 02 Nov 2026 10:00:00 GMT")) == ["1", "2"]
    assert newest(feed("2026-11-01", "yesterday", "2026-11-03")) == ["0", "1"]
    assert newest(feed("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026")) == ["0", "1"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<html><rss>", "html"),
        ("<!doctype html><HTML lang=en>", "html"),
        ("<?xml?><!-- <rss> --><feed/>", "feed"),
        ("no markup", None),
        ("", None),
        ("1 < 2 <3", None),
        ("PHP notice <p>", "p"),
    ],
)
def test_what_markup_is_shows_in_its_first_element(text: str, name: str | None) -> None:
    assert first_element(text) == name


PIECES = [*"<>/!-[]&;='\" ax", "<item>", "</item>", "<link>", "<title>", "<![CDATA[", "]]>", "<!--", "-->", "<?"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_markup_fails(text: str) -> None:
    is_feed(text)
    read_items(text, BASE)
    first_element(text)


PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=9)


@given(st.recursive(PLAIN, lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=9), x, max_size=3)))
def test_no_json_fails(value: object) -> None:
    read_items(json.dumps({"version": "https://jsonfeed.org/version/1", "items": value, "title": value}), BASE)
    read_items(json.dumps({"version": "https://jsonfeed.org/version/1", "items": [value, {"url": value}]}), BASE)
