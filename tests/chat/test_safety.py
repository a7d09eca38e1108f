"""What stories and members write is shown as text, and links lead where they say."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.chat.safety import link, literal, safe, size, visible

UGLY = st.text(
    st.one_of(st.sampled_from("*_~|`[]()<>@#>-+.:/\\!1 \n\t\u202e\u200f\u2066\u200d\ufeff\ud800🧵ש"), st.characters())
)


def displayed(markdown: str) -> str:
    """What a client shows of escaped text: a backslash before a mark is taken away."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", markdown).replace("@\u200b", "@")


@given(UGLY)
def test_text_is_shown_as_it_is(text: str) -> None:
    assert displayed(safe(text)) == visible(text)


@given(UGLY)
def test_nothing_in_text_formats_pings_or_links(text: str) -> None:
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "x", safe(text))
    assert not re.search(r"[\\*_~|`\[\]<>]|://", bare)
    assert not re.match(r"[#>+-]|\d+[.)]", bare)
    assert not re.search(r"@(everyone|here)", safe(text), re.IGNORECASE)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in safe(text))
    assert not any(unicodedata.bidirectional(c) in {"RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}
                   for c in safe(text))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# Not a heading", "\\# Not a heading"),
        ("-# not small", "\\-# not small"),
        ("1. not a list", "1\\. not a list"),
        ("> not a quotation", "\\> not a quotation"),
        ("**bold** [masked](https://evil.example)", "\\*\\*bold\\*\\* \\[masked\\](https\\://evil.example)"),
        ("<@1234> @everyone </ban:1>", "\\<@1234\\> @\u200beveryone \\</ban:1\\>"),
        ("two\nlines\u2028here", "two lines here"),
        ("left\u202eright\u200f", "leftright"),
        ("👩‍🚀 said “it’s 1-2, co-founder.”", "👩‍🚀 said “it’s 1-2, co-founder.”"),
    ],
)
def test_text_that_would_be_obeyed(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(UGLY)
def test_code_cannot_be_left(text: str) -> None:
    assert literal(text).count("`") == 2


def test_size_counts_as_clients_do() -> None:
    assert (size("abc"), size("🧵"), size("\ud800")) == (3, 2, 1)


@pytest.mark.parametrize(
    "url",
    [
        "https://decrypt.co/123/a-story?page=2#end",
        "http://news.example.org:8080/",
        "https://example.com",
        "https://example.com/a_b*c",
    ],
)
def test_links_that_are_kept(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    ("url", "kept"),
    [("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"), ("https://a.example/<b>|c", "https://a.example/%3Cb%3E%7Cc"),
     ("https://a.example/100%?q[]=%zz", "https://a.example/100%25?q%5B%5D=%25zz"), ("https://a.example/%41#b#c", "https://a.example/%41#b%23c")],
)  # fmt: skip
def test_links_that_are_encoded(url: str, kept: str) -> None:
    assert link(url) == kept


@pytest.mark.parametrize(
    "url",
    [
        None, "", "decrypt.co/1", "javascript:alert(1)", "ftp://example.com/", "discord://x", "https://", "https:///path",
        "https://decrypt.co@evil.example/", "https://user:pass@evil.example/", "http://localhost/", "http://127.0.0.1/",
        "http://[::1]/", "http://[::1/", "https://example.com:port/", "https://exa mple.com/", "https://a.example/b c",
        "https://a.example/\u202etxt", "https://a.example/\n", f"https://{'a' * 70}.example/", "https://..example/",
    ],
)  # fmt: skip
def test_links_that_are_not_shown(url: str | None) -> None:
    assert link(url) is None
