"""Which addresses a fetch may reach: public ones, on the web's usual ports."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TYPE_CHECKING, Any, TypeAlias

from aiohttp.abc import AbstractResolver
from yarl import URL

from onrecord.errors import SourceError

if TYPE_CHECKING:
    from aiohttp.abc import ResolveResult

AllowedAddress: TypeAlias = tuple[str, int]
"""An address and a port that the configuration opens although they are not public."""

USUAL_PORTS = frozenset({80, 443})
LONGEST_LINK = 2000

# https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry; within IPv6 only
# 2000::/3 is given out at all. The forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo) are refused whole.
_SPECIAL: tuple[tuple[IPv4Network | IPv6Network, str], ...] = tuple(
    (ip_network(network), what)
    for network, what in (
        ("127.0.0.0/8", "the bot's own machine"),
        ("0.0.0.0/8", "the bot's own machine"),
        ("::1/128", "the bot's own machine"),
        ("::/128", "the bot's own machine"),
        ("10.0.0.0/8", "a private network"),
        ("172.16.0.0/12", "a private network"),
        ("192.168.0.0/16", "a private network"),
        ("fc00::/7", "a private network"),
        ("fec0::/10", "a private network"),
        ("100.64.0.0/10", "a provider's inner network"),
        ("169.254.0.0/16", "the local link, where clouds keep their keys"),
        ("fe80::/10", "the local link"),
        ("168.63.129.16/32", "a cloud's inner service"),
        ("224.0.0.0/4", "a multicast group"),
        ("ff00::/8", "a multicast group"),
        ("192.0.0.0/24", "a reserved range"),
        ("192.0.2.0/24", "a range for examples"),
        ("192.88.99.0/24", "a retired relay"),
        ("198.18.0.0/15", "a range for measurements"),
        ("198.51.100.0/24", "a range for examples"),
        ("203.0.113.0/24", "a range for examples"),
        ("240.0.0.0/4", "a reserved range"),
        ("::ffff:0:0/96", "an IPv4 address in disguise"),
        ("64:ff9b::/96", "an IPv4 address in disguise"),
        ("64:ff9b:1::/48", "an IPv4 address in disguise"),
        ("2001::/23", "a reserved range"),
        ("2001:db8::/32", "a range for examples"),
        ("2002::/16", "an IPv4 address in disguise"),
        ("3fff::/20", "a range for examples"),
    )
)
_GIVEN_OUT = ip_network("2000::/3")
_DOTTED = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})")
_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+))*\.?", re.IGNORECASE)
"""What inet_aton() takes for an address: decimal, octal, hexadecimal, of one to four parts."""


class Refused(SourceError):
    """A rule says that this may not be read; the sentence names the rule."""


class NoSuchName(OSError):
    """Nobody knows an address for a name."""


def why_not_public(address: str) -> str | None:
    """What stands at an IPv4 or IPv6 address that is not public; `None` for a public one."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "no address that can be checked"
    for network, what in _SPECIAL:
        if ip.version == network.version and ip in network:
            return what
    if ip.version == 6 and ip not in _GIVEN_OUT:
        return "a reserved range"
    return None


class Guard:
    """Says no to every address that is not public, and to every port but the web's."""

    def __init__(self, allowed: Iterable[AllowedAddress] = ()) -> None:
        self._allowed = frozenset(allowed)
        self._ports = USUAL_PORTS | {port for _, port in self._allowed}

    def link(self, link: str | URL) -> URL:
        """The link as it will be asked for. Raises `Refused` when its words alone show that it may not be."""
        if len(str(link)) > LONGEST_LINK:
            raise Refused(f"The link is longer than {LONGEST_LINK:,} characters.")
        try:
            url = link if isinstance(link, URL) else URL(link.strip())
            host, port = url.raw_host, url.port
        except ValueError:
            raise Refused("That is not a link that can be read.") from None
        if url.scheme not in ("http", "https"):
            raise Refused("Only links that start with https:// or http:// are read.")
        if not host or not host.isprintable() or " " in host:
            raise Refused("That is not a link that can be read.")
        if url.user is not None or url.password is not None:
            raise Refused("A link with a name or password in it is not read.")
        if port not in self._ports or url.explicit_port == 0:
            raise Refused(f"Only the web's usual ports are read (80, 443), not {url.explicit_port}.")
        if ":" in host or _DOTTED.fullmatch(host):
            self.address(host, host, port)
        elif _NUMBERS.fullmatch(host):
            raise Refused(f"{host} is an address in an unusual notation, which is not read.")
        return url.with_fragment(None)

    def address(self, host: str, address: str, port: int) -> None:
        """Raises `Refused` unless `address`, to which `host` resolved, may be reached at `port`."""
        if (address, port) in self._allowed:
            return
        what = why_not_public(address)
        if what is None and port not in USUAL_PORTS:
            what = f"port {port}, which is not the web's"
        if what is not None:
            raise Refused(f"{host} leads to {what}, and only public addresses are read.")

    def socket(self, address: tuple[Any, ...]) -> socket.socket:
        """The last look, at the very address that is about to be connected to."""
        family, kind, protocol = address[:3]
        ip, port = str(address[4][0]), int(address[4][1])
        try:
            self.address(ip, ip, port)
        except Refused as refused:
            raise PermissionError(str(refused)) from None  # the connector tries the next address after an OSError only
        return socket.socket(family, kind, protocol)


class GuardedResolver(AbstractResolver):
    """Looks a name up once; what was checked is what is connected to, so a name cannot change its answer between."""

    def __init__(self, guard: Guard, names: AbstractResolver) -> None:
        self._guard = guard
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        try:
            found = await self._names.resolve(host, port, family)
        except OSError as error:
            raise NoSuchName(error.errno, error.strerror or str(error)) from error
        for result in found:
            self._guard.address(host, result["host"], port)
        return found

    async def close(self) -> None:
        await self._names.close()
