"""How the tests of this room clean a text."""

from __future__ import annotations

from onrecord.cleaning import clean
from onrecord.stories import Document, Story


def read(text: str, location: str = "night-buses.txt") -> Story:
    """What a text becomes; the location's ending tells its kind."""
    kind = "html" if location.endswith(".html") else "story" if location.endswith(".json") else "text"
    return clean(Document(location=location, format=kind, text=text))


def texts(story: Story) -> list[str]:
    return [passage.text for passage in story.passages]
