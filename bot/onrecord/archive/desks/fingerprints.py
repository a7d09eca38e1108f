"""By what a removed story is known again when it comes back, without keeping its words. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from onrecord.archive.duplicates.same_story import Telling, Text, is_revision, is_same_story, text_of
from onrecord.archive.duplicates.story_candidates import Arrival
from onrecord.archive.terms import terms
from onrecord.archive.traces import LONG, PRINTS, prints
from onrecord.cleaning.links import canonical_link, host_of

_PLACE = re.compile(r"(?<=[^/:])[/?#]")
"""Where what follows the host of a link begins."""
SAME_PRINTS = 6
"""Fingerprints that a document is compared with, those that share most runs of words first."""


class Fingerprint(NamedTuple):
    """Of one document that tells a removed story."""

    own: str
    """The id that the document itself gives its story."""
    machine: bool
    text: Text
    """Sums of runs of words, and of figures."""
    link: int | None
    place: int
    keys: tuple[int, ...]
    """Under which it is found: those of its id, link and place, and some of its runs."""


def fingerprint(source: str, location: str, own: str, body: str) -> Fingerprint:
    """`body`: the story as JSON."""
    story = json.loads(body)
    texts = [passage["text"] for passage in story.get("passages", [])]
    words = [term for text in texts for term in terms(text)][:LONG]
    link = _key(f"link {canonical_link(story['url'])}") if story.get("url") else None
    place = _key(f"place {source}\n{location}")
    keys = {own_key(own), place, *sorted(prints(words))[:PRINTS], *([link] if link is not None else [])}
    return Fingerprint(own, story.get("ai_generated", False), _summed(text_of(texts)), link, place, tuple(sorted(keys)))


def fingerprint_of(source: str, arrival: Arrival) -> Fingerprint | None:
    return fingerprint(source, arrival.location, arrival.story.id, arrival.story.body) if arrival.story else None


def is_back(removed: Fingerprint, come: Fingerprint) -> bool:
    """Whether a document would have told the removed story, or stands where it stood and is much the same."""
    if removed.text.english == come.text.english and removed.link is not None and removed.link == come.link:
        return True
    one, other = (Telling(0, each.own, each.machine, each.text) for each in (removed, come))
    if is_same_story(one, other):
        return True
    return removed.place == come.place and is_revision(removed.text, come.text)


def written(fingerprint: Fingerprint) -> str:
    own, machine, text, link, place, keys = fingerprint
    return json.dumps(
        [own, machine, sorted(text.runs), sorted(text.opening), sorted(text.figures), text.english, link, place, keys]
    )


def read(body: str) -> Fingerprint:
    own, machine, runs, opening, figures, english, link, place, keys = json.loads(body)
    text = Text(frozenset(runs), frozenset(opening), frozenset(figures), english)
    return Fingerprint(own, machine, text, link, place, tuple(keys))


def host_name(typed: str) -> str:
    """A host as it is compared: "https://www.Example.com/page" → "example.com", "münchen.example" → "xn--…"."""
    typed = _PLACE.split(typed.strip(". /"), 1)[0].rstrip(".")
    host = (host_of(typed if "://" in typed else f"https://{typed}") or typed.casefold()).rstrip(".")
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def is_of_host(links: Iterable[str | None], host: str) -> bool:
    """Whether one of the links leads to the host or to one of its subdomains."""
    found = {_host_at(_PLACE.split(link, 1)[0]) for link in links if link and link.startswith(("https://", "http://"))}
    return any(each == host or each.endswith(f".{host}") for each in found)


@lru_cache(maxsize=4000)
def _host_at(start: str) -> str:
    """Of links that begin so; a site may have tens of thousands of them."""
    return host_name(start)


def own_key(own: str) -> int:
    """The key of a fingerprint by its id."""
    return _key(f"own {own}")


def _summed(text: Text) -> Text:
    return text._replace(figures=frozenset(f"{_key(figure):x}" for figure in text.figures))


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
