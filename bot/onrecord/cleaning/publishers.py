"""What publishers are called: from a link's host, and from how a page writes their names."""

from __future__ import annotations

import re

from onrecord.cleaning.links import host_of

# Where the spelling cannot be told from the host. General knowledge, sorted by host.
_NAMES = {
    "abc.net.au": "ABC News (Australia)", "abcnews.go.com": "ABC News", "aljazeera.com": "Al Jazeera",
    "ambcrypto.com": "AMBCrypto", "ap.org": "Associated Press", "apnews.com": "Associated Press",
    "arstechnica.com": "Ars Technica", "axios.com": "Axios", "bbc.co.uk": "BBC", "bbc.com": "BBC",
    "beincrypto.com": "BeInCrypto",
    "bitcoinist.com": "Bitcoinist", "bitcoinmagazine.com": "Bitcoin Magazine",
    "blockworks.co": "Blockworks", "bloomberg.com": "Bloomberg", "breitbart.com": "Breitbart",
    "businessinsider.com": "Business Insider", "businesswire.com": "Business Wire", "buzzfeednews.com": "BuzzFeed News",
    "cbc.ca": "CBC News", "cbsnews.com": "CBS News", "channel4.com": "Channel 4", "cnbc.com": "CNBC",
    "cnet.com": "CNET",
    "cnn.com": "CNN", "coindesk.com": "CoinDesk", "coingape.com": "CoinGape", "coinspeaker.com": "Coinspeaker",
    "cointelegraph.com": "Cointelegraph", "crypto-news-flash.com": "Crypto News Flash", "crypto.news": "crypto.news",
    "cryptobriefing.com": "Crypto Briefing", "cryptonews.com": "Cryptonews", "cryptopolitan.com": "Cryptopolitan",
    "cryptopotato.com": "CryptoPotato", "cryptoslate.com": "CryptoSlate",
    "csmonitor.com": "The Christian Science Monitor",
    "dailycaller.com": "The Daily Caller", "dailymail.co.uk": "Daily Mail", "deadline.com": "Deadline",
    "decrypt.co": "Decrypt", "dlnews.com": "DL News", "dw.com": "DW", "economist.com": "The Economist",
    "elpais.com": "El País", "engadget.com": "Engadget", "euronews.com": "Euronews", "forbes.com": "Forbes",
    "fortune.com": "Fortune", "foxbusiness.com": "Fox Business", "foxnews.com": "Fox News", "france24.com": "France 24",
    "ft.com": "Financial Times", "gizmodo.com": "Gizmodo", "globenewswire.com": "GlobeNewswire",
    "hollywoodreporter.com": "The Hollywood Reporter", "huffingtonpost.com": "HuffPost", "huffpost.com": "HuffPost",
    "independent.co.uk": "The Independent", "indiewire.com": "IndieWire", "irishtimes.com": "The Irish Times",
    "latimes.com": "Los Angeles Times", "lemonde.fr": "Le Monde", "marketwatch.com": "MarketWatch",
    "mashable.com": "Mashable", "mexc.com": "MEXC", "msnbc.com": "MSNBC", "nationalreview.com": "National Review",
    "nbcnews.com": "NBC News", "newsbtc.com": "NewsBTC", "newsweek.com": "Newsweek", "newyorker.com": "The New Yorker",
    "npr.org": "NPR", "nypost.com": "New York Post", "nytimes.com": "The New York Times", "pbs.org": "PBS",
    "politico.com": "Politico", "politico.eu": "Politico Europe", "propublica.org": "ProPublica",
    "prnewswire.com": "PR Newswire", "protos.com": "Protos", "qz.com": "Quartz", "reuters.com": "Reuters",
    "rollingstone.com": "Rolling Stone", "scmp.com": "South China Morning Post", "sky.com": "Sky News",
    "spiegel.de": "Der Spiegel", "techcrunch.com": "TechCrunch", "telegraph.co.uk": "The Telegraph",
    "theatlantic.com": "The Atlantic", "theblock.co": "The Block", "thedailybeast.com": "The Daily Beast",
    "thedefiant.io": "The Defiant", "theguardian.com": "The Guardian", "thehill.com": "The Hill",
    "theregister.com": "The Register", "thetimes.co.uk": "The Times", "thetimes.com": "The Times",
    "theverge.com": "The Verge", "thewrap.com": "TheWrap", "time.com": "Time", "u.today": "U.Today", "upi.com": "UPI",
    "usatoday.com": "USA Today", "variety.com": "Variety", "venturebeat.com": "VentureBeat", "vox.com": "Vox",
    "washingtonpost.com": "The Washington Post", "westernjournalism.com": "Western Journalism", "wired.com": "Wired",
    "wsj.com": "The Wall Street Journal", "yahoo.com": "Yahoo", "zdnet.com": "ZDNET", "zerohedge.com": "ZeroHedge",
}  # fmt: skip
_CALLED = re.compile(
    r"(?:radio|the times of)\b.*|.*\b(?:news|newspaper|newswire|times|post|daily|weekly|herald|tribune|gazette"
    r"|journal|chronicle|courier|press|today|observer|telegraph|mail|star|sun|globe|bulletin|examiner|inquirer"
    r"|sentinel|standard|register|record|review|reporter|dispatch|monitor|mirror|express|echo|argus|advertiser|leader"
    r"|magazine|media|wire|network|broadcasting|radio|tv|television|online)",
    re.IGNORECASE,
)
"""Nouns by which newspapers and stations are named, as general knowledge."""
_SECOND_LEVEL = frozenset("ac co com edu gob gov net org or ne".split())
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+){1,4}", re.ASCII)
_LAST = re.compile(r"\.(?:com|co|net|org|news|io|info|example|tv|eu|us|co\.uk|com\.au|co\.in)$", re.IGNORECASE)
_IDENTITY_NOISE = re.compile(r"[^\w]+")


def _label(host: str) -> str:
    labels = host.split(".")
    if len(labels) >= 3 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2:
        return labels[-3]
    return labels[-2] if len(labels) >= 2 else labels[0]


def outlet_key(name: str) -> str:
    """The same for spellings of one outlet: "The Harbor Post", "harborpost.com"."""
    key = _IDENTITY_NOISE.sub("", _LAST.sub("", name.strip()).casefold())
    return key[3:] if key.startswith("the") and len(key) > 6 else key


_KNOWN = frozenset(outlet_key(name) for name in _NAMES.values())


def is_outlet(name: str) -> bool:
    """A publisher that is generally known."""
    return outlet_key(name) in _KNOWN


def named_as_outlet(name: str) -> bool:
    """It is a generally known publisher, or is called what publishers are: "The Harbor Post", "Radio Harbor"."""
    return is_outlet(name) or (len(name.split()) <= 5 and bool(_CALLED.fullmatch(name)))


def outlet_of_link(url: str, page: str = "") -> str | None:
    """Who publishes at a link: a known spelling, else as `page` writes it, else from the host's own label."""
    host = host_of(url)
    if host is None:
        return None
    labels = host.split(".")
    for start in range(len(labels) - 1):
        known = _NAMES.get(".".join(labels[start:]))
        if known:
            return known
    label = _label(host)
    return spelling(label, page) or " ".join(part[:1].upper() + part[1:] for part in label.split("-") if part) or host


def spelling(label: str, page: str) -> str | None:
    """How `page` itself writes the name behind a host's label, or null: "inkpenpost" → "Ink & Pen Post"."""
    letters = [re.escape(c) for c in label if c.isalnum()]
    if not 4 <= len(letters) <= 40:
        return None
    pattern = re.compile(
        r"(?<![\w./@-])(?:(?-i:The) )?" + r"(?: & |[ -])?".join(letters) + r"(?![\w@-]|\.\w)", re.IGNORECASE
    )
    for found in pattern.finditer(page):
        name = found.group()
        if all(part[:1].isupper() or not part[:1].isalpha() for part in re.split(r"[ -]", name)):
            return name
    return None


def outlet_name(text: str) -> str | None:
    """A publisher as a page wrote it, tidied: "HarborPost.com" → "HarborPost"; null if it is no name."""
    name = text.strip(" \t.,;:|*_\"'“”‘’()[]–—-")
    if name.lower().startswith(("http://", "https://")):
        return outlet_of_link(name)
    if _DOMAIN.fullmatch(name):
        known = _NAMES.get(name.lower().removeprefix("www."))
        if known:
            return known
        bare = _LAST.sub("", name.removeprefix("www."))
        name = bare if bare.lower() != bare or "." in bare else bare.capitalize()
    if not 1 < len(name) <= 60 or len(name.split()) > 7 or not any(c.isalpha() for c in name):
        return None
    return name
