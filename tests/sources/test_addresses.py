"""Nothing that somebody can type reaches an address that is not public."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web_of_troubles import HOME, Reply, Sites, page, redirect

from onrecord.sources.addresses import Guard, Refused, why_not_public
from onrecord.sources.fetch import Fetcher

PRIVATE = st.one_of(
    *(
        st.ip_addresses(v=4, network=network)
        for network in (
            "10.0.0.0/8",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "0.0.0.0/8",
            "224.0.0.0/3",
            "192.0.0.0/24",
            "198.18.0.0/15",
        )
    )
)
PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.215.14", "172.32.0.1", "100.128.0.1", "192.169.0.1", "2606:4700::1111"]


def _in(part: int, base: str) -> str:
    return {"decimal": f"{part}", "octal": f"0{part:o}", "hex": f"0x{part:x}", "HEX": f"0X{part:X}"}[base]


@st.composite
def notations(draw: st.DrawFn) -> tuple[IPv4Address, str]:
    """A private address, and one of the many ways in which a resolver would understand it."""
    ip = draw(PRIVATE)
    assert isinstance(ip, IPv4Address)
    sizes = draw(st.sampled_from([(1, 1, 1, 1), (1, 1, 2), (1, 3), (4,)]))
    parts: list[str] = []
    rest = ip.packed
    for size in sizes:
        base = draw(st.sampled_from(["decimal", "octal", "hex", "HEX"]))
        parts.append(_in(int.from_bytes(rest[:size]), base))
        rest = rest[size:]
    wide = {ord("."): draw(st.sampled_from(".。．｡"))} | {
        ord(d): draw(st.sampled_from([d, chr(0xFF10 + int(d)), chr(0x1D7CE + int(d))])) for d in "0123456789"
    }
    return ip, ".".join(parts).translate(wide)


@given(notations())
def test_an_inner_address_is_refused_in_every_notation(case: tuple[IPv4Address, str]) -> None:
    ip, host = case
    assert why_not_public(str(ip))
    with pytest.raises(Refused):
        Guard().link(f"http://{host}/")


@given(PRIVATE, st.sampled_from(["::ffff:{0}", "64:ff9b::{0}", "::{0}", "::ffff:0:{0}", "2002:{1}::1", "2001:0:{1}::"]))
def test_an_inner_address_is_refused_inside_an_ipv6_address(ip: IPv4Address, form: str) -> None:
    high, low = divmod(int(ip), 1 << 16)
    host = form.format(ip, f"{high:x}:{low:x}")
    for written in (host, host.upper(), IPv6Address(host).exploded, f"{host}%1", f"{host}%25eth0"):
        with pytest.raises(Refused):
            Guard().link(f"http://[{written}]/")


@given(st.ip_addresses(v=6))
def test_only_the_part_of_ipv6_that_is_given_out_is_public(ip: IPv6Address) -> None:
    if why_not_public(str(ip)) is None:
        assert int(ip) >> 125 == 1
        assert ip.is_global


@given(st.ip_addresses(v=4))
def test_no_address_that_the_standard_library_calls_private_is_public(ip: IPv4Address) -> None:
    if why_not_public(str(ip)) is None:
        assert ip.is_global
        assert not ip.is_multicast


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_read(address: str) -> None:
    assert why_not_public(address) is None
    host = f"[{address}]" if ":" in address else address
    assert str(Guard().link(f"https://{host}/story#part")) == f"https://{host}/story"


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("169.254.169.254", "clouds keep their keys"),
        ("fd00:ec2::254", "private network"),
        ("168.63.129.16", "cloud's inner service"),
        ("100.100.100.200", "provider's inner network"),
        ("::1", "bot's own machine"),
        ("fe80::1%eth0", "local link"),
        ("example.org", "can be checked"),
        ("", "can be checked"),
    ],
)
def test_the_sentence_says_what_stands_there(address: str, what: str) -> None:
    assert what in (why_not_public(address) or "")


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("file:///etc/passwd", "https://"),
        ("ftp://example.org/", "https://"),
        ("gopher://example.org/", "https://"),
        ("javascript:alert(1)", "https://"),
        ("data:text/html,hello", "https://"),
        ("//example.org/", "https://"),
        ("example.org", "https://"),
        ("", "https://"),
        ("http:///path", "not a link"),
        ("http://", "not a link"),
        ("http://[", "not a link"),
        ("http://1.2.3.4\\@example.org/", "not a link|name or password"),
        ("http://exa mple.org/", "not a link"),
        ("http://example.org:abc/", "not a link"),
        ("http://example.org:99999/", "not a link"),
        ("http://somebody@example.org/", "name or password"),
        ("http://somebody:secret@example.org/", "name or password"),
        ("http://example.org:22/", "usual ports"),
        ("http://example.org:8080/", "usual ports"),
        ("http://example.org:0/", "usual ports"),
        ("https://example.org/" + "a" * 3000, "longer than"),
    ],
)
def test_other_schemes_ports_and_tricks_are_refused(link: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        Guard().link(link)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_public_link_or_a_sentence(typed: str) -> None:
    for link in (typed, "http://" + typed, "https://example.org:" + typed):
        try:
            url = Guard().link(link)
        except Refused as refused:
            assert str(refused).endswith(".")
        else:
            assert url.scheme in ("http", "https")
            assert url.port in (80, 443)


def test_an_open_door_is_one_address_and_one_port() -> None:
    guard = Guard([(HOME, 8080)])
    assert guard.link("http://127.0.0.1:8080/").port == 8080
    for link in ("http://127.0.0.1/", "http://127.0.0.2:8080/", "http://127.1:8080/", "http://8.8.8.8:8080/"):
        with pytest.raises(Refused):
            guard.link(link)


def test_the_last_look_is_at_the_socket() -> None:
    guard = Guard([(HOME, 8080)])
    tcp = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
    guard.socket((*tcp, (HOME, 8080))).close()
    for address in ((HOME, 80), ("10.0.0.1", 80), ("8.8.8.8", 8080)):
        with pytest.raises(OSError, match="only public addresses"):
            guard.socket((*tcp, address))


@pytest.mark.parametrize(
    "addresses",
    [["10.0.0.1"], ["169.254.169.254"], ["::1"], [HOME, "192.168.1.1"], ["8.8.8.8", HOME, "fc00::1"], ["127.0.0.2"]],
)
async def test_a_name_that_leads_inside_is_refused(sites: Sites, addresses: list[str]) -> None:
    sites.names.answers["inner.test"] = [addresses]
    async with sites.fetcher() as fetcher:
        with pytest.raises(Refused, match=r"inner\.test leads to .+only public addresses are read"):
            await fetcher.get(sites.link("inner.test/"))
    assert sites.asked == []


async def test_a_name_cannot_change_its_answer_between_check_and_use(sites: Sites) -> None:
    """It is asked once for each connection, and what it said is what is connected to."""
    sites.pages["turncoat.test/"] = Reply("one", headers={"Connection": "close"})
    sites.names.answers["turncoat.test"] = [[HOME], ["10.0.0.1"]]
    async with sites.fetcher() as fetcher:
        await fetcher.get(sites.link("turncoat.test/"))
        assert sites.names.asked["turncoat.test"] == 1
        with pytest.raises(Refused, match="a private network"):
            await fetcher.get(sites.link("turncoat.test/"))
    assert sites.count("turncoat.test/") == 1


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("http://10.0.0.1/", "private network"),
        ("http://169.254.169.254/latest/meta-data/", "local link"),
        ("http://[::1]/", "own machine"),
        ("http://2130706433/", "unusual notation"),
        ("//127.0.0.1:{other}/", "usual ports"),
        ("file:///etc/passwd", "https://"),
        ("http://inner.test:{port}/", "private network"),
    ],
)
async def test_a_redirect_to_an_inner_address_is_refused(sites: Sites, target: str, says: str) -> None:
    sites.names.answers["inner.test"] = [["172.16.0.9"]]
    sites.pages["news.test/"] = redirect(target.format(port=sites.port, other=sites.port + 1))
    sites.pages["inner.test/"] = page("secret")
    async with sites.fetcher() as fetcher:
        with pytest.raises(Refused, match=says):
            await fetcher.get(sites.link("news.test/"))
    assert sites.asked == ["news.test/"]


async def test_without_an_open_door_the_test_server_itself_is_out_of_reach(sites: Sites) -> None:
    sites.names.answers["news.test"] = [[HOME]]
    async with Fetcher([("127.0.0.9", sites.port)], names=sites.names) as fetcher:
        for host in ("news.test", "127.0.0.1", "127.1", "0x7f.1", "017700000001", "[::ffff:127.0.0.1]"):
            with pytest.raises(Refused):
                await fetcher.get(f"http://{host}:{sites.port}/")
    assert sites.asked == []
