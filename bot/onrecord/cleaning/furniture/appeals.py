"""Sentences in which a page speaks of itself to its reader: "For all the latest news, visit our website."

Told by who speaks to whom, not by their phrases: the page is the speaker ("our", "us", "this article"), the reader is
spoken to ("you", "your", a request), and the matter is the page's own (its newsletter, comments, cookies, journalism).
A story that is told in the first person lacks one of the three.
"""

from __future__ import annotations

import re

_LONGEST = 320
_PAGE = re.compile(
    r"(?:^|\s)@\w|\b(?:us|our|ours|we|we'(?:d|ll|re|ve)|my|me)\b|\b(?:this|the) "
    r"(?:article|story|post|page|site|website|newsletter|blog|publication|author|video|app|comments?)\b"
    r"|\b(?:gift|free|premium|unlocked|more) (?:articles?|stories)\b"
)
_READER = re.compile(r"\b(?:you|your|yours|you'(?:d|ll|re|ve)|readers like you)\b")
_REQUEST = re.compile(
    r"(?:please |also,? |and |or |so |or you can |you can (?:also )?"
    r"|(?:to|for|if|want|when)\b[^.!?]{2,90}[,?] (?:please )?|(?:thank you|thanks)[!.,] (?:please )?)?(?:support"
    r"|subscribe|sign|follow|join|like|share|visit|check|click|tap|hit|press|read|see|get|download|register|contact"
    r"|e-?mail|call|text|write|send|tell|let|leave|comment|keep|become|donate|give|consider|help|stay|catch|turn|enter"
    r"|type|choose|find|browse|explore|listen|watch|add|buy|try|learn|rate|report|submit|reach|drop|post|upgrade|log"
    r"|tune|discover|go|head|come|take|make|enjoy|remember|don'?t|do not|never|be|create|save|start|set|use|unlock"
    r"|search|ask|meet|invite|apply|reserve|thanks?(?: you)? for)\b"
)
_MATTERS: dict[str, re.Pattern[str]] = {
    reason: re.compile(shape)
    for reason, shape in {
        "newsletter pitch": r"\b(?:newsletters?|inbox|mailing list|subscribed?|unsubscribe|opt out|daily e-?mail"
        r"|new posts|reader-supported)\b",
        "donation appeal": r"\b(?:donat(?:e|ion|ions|ing)|journalism|reporting free|patreon|support (?:us|our|my|the"
        r" (?:site|author|newsroom))|supporting (?:us|our)|keep (?:us|our) .{0,40}\b(?:free|going|independent)"
        r"|readers like you|buy (?:me|us|the author) a)\b",
        "follow us": r"\b(?:follow|facebook|twitter|instagram|telegram|whatsapp|tiktok|youtube|linkedin|threads|bluesky"
        r"|social media|google news|bell icon|notifications|(?:our|your) feed)\b",
        "comments": r"\b(?:comments?|comment section|your (?:take|thoughts|say|views|opinion))\b",
        "app promotion": r"\b(?:apps?|app store|google play)\b",
        "tip box": r"\b(?:tips?|newsdesk|newsroom|news team|editor|reporters?|get in touch|e-?mail(?:ing)? us|call us"
        r"|let us know|contact us|your (?:stor(?:y|ies)|photos|pictures|news)|hear from you|mistake|error"
        r"|correction)\b",
        "paywall notice": r"\b(?:subscri(?:be|ber|bers|ption|ptions)|log in|unlimited access|free articles?|account"
        r"|rest of this (?:article|story|post)|members?|membership|gift articles?|save this (?:article|story)"
        r"|unlocked)\b",
        "cookie notice": r"\b(?:cookies?|privacy policy|personal data|consent|your (?:data|device|experience))\b",
        "event promotion": r"\b(?:summit|conference|webinar|expo|live event|your (?:tickets?|seat|spot)|rsvp"
        "|register now"
        r"|workshop|meet-?up)\b",
        "read-more link": r"\b(?:more (?:stories|news|articles|coverage|posts|updates|information|details|tips|content)"
        r"|(?:our|full|original|news|latest) (?:\w+ )?(?:stories|coverage|articles?|posts?|page|section|website|site"
        r"|blog|guides?|predictions?|charts?|reviews?|explainers?|reports?|story|news))\b",
    }.items()
}
_SELF = re.compile(
    r"(?:our (?:own )?(?:\w+ )?(?:editors|journalists|reporters|writers|staff|newsroom|journalism|reporting|coverage"
    r"|team"
    r"|experts|reviewers|articles|stories|readers|members|supporters|commenting|comments)|(?:the )?use of this (?:site"
    r"|website|page|service)|this (?:site|website|page|app|service|newsletter|newsroom|live ?blog|live coverage)"
    r"|[\w' ]{3,40} is (?:a|an) [\w -]{0,30}(?:newsroom|news (?:organi[sz]ation|site|outlet)|publication|newsletter))\b"
)
_SELF_OPENINGS = ("our ", "use of ", "the use of ", "this ")
_ITS_OWN: dict[str, re.Pattern[str]] = {
    reason: re.compile(shape)
    for reason, shape in {
        "donation appeal": r"\b(?:readers like you|reader-funded|reader-supported|(?:funded|supported|powered) by "
        r"(?:our )?(?:readers|members|donations)|independent of|free to (?:read|all|everyone))\b",
        "trust notice": r"\b(?:independently|guided by|standards|guidelines|principles|fact-check\w*|reviewed by"
        r"|hand-?pick(?:ed)?|editorial)\b",
        "affiliate notice": r"\b(?:products?|deals?|commissions?|affiliate|purchases?|retailers?)\b",
        "cookie notice": r"\b(?:cookies?|user agreement|terms|privacy|consent|acceptance)\b",
        "developing-story notice": r"\b(?:now closed|is closed|has ended|has closed|is over|updated (?:regularly|live"
        r"|as))\b",
        "comments": r"\b(?:moderated|guidelines|community rules|respectful)\b",
    }.items()
}
"""What a page tells of itself in the third person."""
_PAST = re.compile(
    r"\b(?:said|was|were|had|did|told|asked|wrote|went|came|took|got|saw|found|made|left|led|lost|felt|met)\b"
)
_OPENINGS = (
    "now you can ", "you can now ", "you can ", "you may ", "you must ", "you need ", "you're ", "you've ", "your ",
    "if you ", "have you ",
    "do you ", "are you ", "want ", "we'd ", "we would ", "we want ", "we need ", "we rely ", "we use ",
    "we and our ", "for ", "to ", "our ", "by ", "what's your ", "like what ", "did you ", "would you ",
    "looking for ", "got ", "liked ", "enjoyed ",
)  # fmt: skip


def appeal(low: str) -> str | None:
    """Why a line, in the form of `plain` and in lower case, is an appeal to the page's readers, else null."""
    if not 12 <= len(low) <= _LONGEST or "http" in low or '"' in low:
        return None
    named = low.startswith(_SELF_OPENINGS) or " is a" in low[:44]
    if named and _SELF.match(low) and not _PAST.search(low) and (reason := _first(_ITS_OWN, low)):
        return reason
    return _spoken(low) or _evident(low)


def _spoken(low: str) -> str | None:
    """Told by how it begins, which rules most lines out and is cheaper to see than what it holds."""
    if not (_REQUEST.match(low) or (low.startswith(_OPENINGS) and _READER.search(low))):
        return None
    if not _PAGE.search(low) or _PAST.search(low):
        return None
    return _first(_MATTERS, low)


_SURELY = 3
"""So many words of a page's matters say that it speaks of itself, though it asks nothing."""
_WORDS = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_ADDRESSED = frozenset("you your yours you're you've you'll please".split())
_OURS = frozenset("we our us we're we've we'll".split())
_OTHERS = frozenset(
    "he she his her him they their them it's who whom whose i my said was were had did told asked wrote went came took "
    "got saw found left led lost felt met died killed".split()
)
_POINTING = ("you", "our", "we", "us", "this ", "please")
_THIS = re.compile(
    r"\b(?:this|the original|the full) (?:\w+ )?(?:article|story|post|page|site|website|report|content|embed"
    r"|week's episode"
    r"|newsletter|blog|coverage)\b"
)
_TASK = re.compile(r"(?:^|[.!?:;–—] ?|\bplease |\bto )" + _REQUEST.pattern)
_TELLING: dict[str, frozenset[str]] = {
    reason: frozenset(words.split())
    for reason, words in {
        "newsletter pitch": "newsletter newsletters inbox briefing digest e-mail email edition delivered unsubscribe",
        "donation appeal": "donate donation donations contribution contributions paywall nonprofit journalism chip"
        " supporters funded reader-funded reporting",
        "paywall notice": "subscriber subscribers subscription subscribe member members membership trial log account"
        " sign unlock unlocked unlimited premium gift articles",
        "cookie notice": "cookies consent privacy permission settings browser embed loaded",
        "app promotion": "app apps download install",
        "comments": "comments comment discussion moderated view reply",
        "follow us": "follow whatsapp telegram facebook instagram tiktok youtube linkedin channel threads bluesky",
        "video or audio player": "podcast podcasts episode episodes hosts tune listen spotify",
        "job market": "jobs job role browse board vacancies hiring",
        "event promotion": "summit conference webinar tickets seat rsvp apply forum register",
        "affiliate notice": "deals commission affiliate shopping purchase purchases retailers products sale",
        "developing-story notice": "live coverage updates refresh",
        "reporting credits": "edited staff syndicated feed headline",
        "read-more link": "story article stories articles reader readers read page website",
        "tip box": "tips tip newsroom reporters",
    }.items()
}
"""Words of what a page deals in."""
_ALL_TELLING = frozenset(word for words in _TELLING.values() for word in words)


def _evident(low: str) -> str | None:
    """Enough of what makes an appeal, of whatever kind: it addresses the reader, speaks of the page as its own or as
    this one, asks for something, and names what pages deal in."""
    if not any(word in low for word in _POINTING):
        return None
    words = frozenset(_WORDS.findall(low))
    if not _OTHERS.isdisjoint(words):
        return None
    found = {reason: len(words & telling) for reason, telling in _TELLING.items()}
    telling = len(words & _ALL_TELLING)
    asked = (not _ADDRESSED.isdisjoint(words)) + (_TASK.search(low) is not None)
    points = asked + (not _OURS.isdisjoint(words)) + (_THIS.search(low) is not None)
    if not asked and telling < _SURELY:
        return None
    if points < 2 or telling < 2 or points + telling < 4 + len(low) // 160 or telling * 14 < len(words):
        return None
    return max(found, key=lambda reason: found[reason])


def _first(matters: dict[str, re.Pattern[str]], low: str) -> str | None:
    return next((reason for reason, matter in matters.items() if matter.search(low)), None)
