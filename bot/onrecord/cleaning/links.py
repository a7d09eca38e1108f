"""Links as stories are known by: which are worth offering, and when two of them lead to one page."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

LINK = re.compile(r"https?://[^\s<>\"'“”‘’|\\^`{}]{3,2000}", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w+|fb\w*clid|fb_\w+|[gyd]clid|gclsrc|gbraid|wbraid|msclkid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok"
    r"|_hs\w+|hsa_\w+|oly_\w+_id|vero_id|wickedid|s_kwcid|si|spm|_ga|_gl|ref|ref_\w+|referrer|referer|source|src"
    r"|cmpid|cmp|campaign|campaign_id|ncid|ocid|cid|sh|share|shared|smid|smtyp|ito|xtor|at_\w+|feature|amp|outputtype"
    r"|guccounter|guce_\w+|trk|trkcampaign|recip_id|partner|mod|via|rss|feed|output|__\w+",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,24}|xn--[a-z0-9-]{2,59})", re.IGNORECASE)
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", re.IGNORECASE)
_LETTERS = "a-z0-9ß-öø-ÿ"
_ORDINARY = re.compile(
    rf"https?://((?:[{_LETTERS}](?:[{_LETTERS}-]{{0,61}}[{_LETTERS}])?\.){{1,3}}[a-z]{{2,24}})((?:/[\w./~-]*)?)"
)
"""Most links: nothing in them to decode, to sort or to leave out."""
_LAST_STEPS = frozenset(["", "amp", "index.html", "index.htm", "index.php"])
"""Of a path, which lead to the same page as the path before them."""
_TRAILING = ".,;:!?…'\"’”*_"


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or parts.username is not None or port == 0:
        return None
    return parts if len(host) <= 253 and _HOST.fullmatch(host) else None


def plausible_link(text: str) -> str | None:
    """The http(s) link to a named public host that `text` is or begins with, trimmed of the prose around it."""
    match = LINK.match(text.strip())
    if not match:
        return None
    url = match.group().rstrip(_TRAILING)
    while url.endswith((")", "]")) and url.count(url[-1]) > url.count("(" if url[-1] == ")" else "["):
        url = url[:-1].rstrip(_TRAILING)
    parts = _split(url)
    if parts is None:
        return None
    kept = [pair for pair in parts.query.split("&") if not pair.lower().startswith("utm_")] if parts.query else []
    return urlunsplit(parts._replace(query="&".join(kept)))


def canonical_link(url: str) -> str:
    """The same for every link to one page: scheme, `www.`, `amp`, tracking parameters, order and fragments aside.

    A string that is no http(s) link comes back as it is. The result is for comparing, not for following.
    """
    url = url.strip()
    if ordinary := _ORDINARY.fullmatch(url):
        return f"https://{_short_host(ordinary[1])}{_short_path(ordinary[2])}"
    parts = _split(url)
    if parts is None:
        return url
    host = _short_host((parts.hostname or "").lower().rstrip("."))
    if parts.port not in (None, 80, 443):
        host = f"{host}:{parts.port}"
    path = _short_path(unquote(parts.path, errors="replace"))
    query = sorted(
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(key) and (key, value) != ("", "")
    )
    return f"https://{host}{path}" + (f"?{urlencode(query)}" if query else "")


def _short_host(host: str) -> str:
    return _HOST_PREFIX.sub("", host)


def _short_path(path: str) -> str:
    steps = path.split("/")
    while len(steps) > 1 and steps[-1].lower() in _LAST_STEPS:
        steps.pop()
    return "/".join(steps)


def host_of(url: str) -> str | None:
    """The link's host without `www.`, in lower case."""
    parts = _split(url.strip())
    return _short_host((parts.hostname or "").lower()) if parts else None
