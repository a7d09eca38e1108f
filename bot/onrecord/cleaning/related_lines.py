"""Lines that lead to other stories: "Read more: …"."""

from __future__ import annotations

import re

from onrecord.cleaning.headlines import looks_like_headline, title_case
from onrecord.cleaning.links import LINK, plausible_link
from onrecord.cleaning.page import Page
from onrecord.stories import RelatedLink

_LABELLED = re.compile(r"[\[(]?(?P<label>[^:：>»|→]{3,48}?)\s*(?:[:：>»|→]+|\s[–—-]\s)\s*(?P<title>\S.{4,240})")
_STRONG = frozenset(
    "podcast gallery quiz explainer "
    "related recommended suggested also must miss missed icymi trending popular explore dive dig deeper enjoy like "
    "interested reading discover picks pick archives archive elsewhere relacionado relacionada relacionados leer lee "
    "lea también também interesar leia leggi lire aussi lesen auch thema anche ook juga читайте также теме też także "
    "veja saiba".split()
)
_WEAK = frozenset(
    "read see next more latest earlier previously background flashback explained explainer keep continue full".split()
)
"""These may head a paragraph of the story too: "Background: …"."""
_FILLING = frozenset(
    "reads keep continue you it might may want to what up go check out further additional other this that these on "
    "our the a from by of and or now too in case don't don’t editor's editor’s article articles story stories news "
    "post posts coverage content link links topic could will be for learn similar here recommendation suggestion "
    "video videos te puede noticia noticias nota ver más à sie mehr zum dazu siehe lees baca по "
    "zobacz czytaj mais".split()
)
_LABEL_NAMES = re.compile(r"\b(?:from|on|in|by|about) (?:(?:the )?[A-Z][\w .'’&-]{1,40}|[\w '’-]{2,30})$")


def related_story(page: Page, text: str, behind: str | None) -> str | None:
    """Why a line that names another story goes, the story noted on the page; `behind`: where its link leads."""
    found = _LABELLED.fullmatch(text)
    if not found:
        return None
    label = found["label"]
    named = _LABEL_NAMES.sub("", label)
    words = named.casefold().replace("-", " ").split()
    if not all(word in _STRONG or word in _WEAK or word in _FILLING for word in words):
        return None
    strong = (
        not _STRONG.isdisjoint(words)
        or named != label
        or (len(words) > 1 and not {"read", "more", "see"}.isdisjoint(words))
    )
    if not strong and _WEAK.isdisjoint(words):
        return None
    title = found["title"].strip("])")
    link = LINK.search(title)
    url = plausible_link(link.group()) if link else behind
    if link:
        title = (title[: link.start()] + title[link.end() :]).strip(" -–—|()[]:")
        if not title:
            return "read-more link"
    if not looks_like_headline(title) and not (
        title.endswith(".") and title_case(title) and looks_like_headline(title[:-1])
    ):
        return None
    # "Next: the ferry" may be prose; "NEXT: The ferry" and "Next: Mayor Faces Ferry Questions" are not.
    strong = strong and words != ["also"]
    if not strong and not (label.isupper() or title_case(title)):
        return None
    page.relate(RelatedLink(title=title, url=url))
    return "related story"
