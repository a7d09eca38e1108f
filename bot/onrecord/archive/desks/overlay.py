"""How the stories of two files look as one coverage: what is not shown of each, what is told twice, what is one event.

Pure: `comparison` finds it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from onrecord.archive.records import Event
from onrecord.stories import StoryHead


class Joined(NamedTuple):
    """An event that is not one of one file as it stands there."""

    newest: str
    event: Event


class Overlay(NamedTuple):
    without: tuple[AbstractSet[str], ...] = (frozenset(), frozenset())
    """By file, ids of stories that are not shown: removed, or told more fully in the other file."""
    heads: Mapping[str, StoryHead] = {}
    """Stories that both files tell, by id, with what both know of where they came from."""
    both: AbstractSet[str] = frozenset()
    """Those of them that neither file's removals keep out."""
    aliases: Mapping[str, str] = {}
    """Of a story that the other file tells more fully, the id there."""
    joined: tuple[Joined, ...] = ()
    """The earliest first."""
    apart: tuple[AbstractSet[int], ...] = (frozenset(), frozenset())
    """By file, numbers of the events that are among `joined`, or have no story left."""

    def by_story(self) -> dict[str, int]:
        """Where in `joined` the event of a story stands."""
        return {head.id: i for i, one in enumerate(self.joined) for head in one.event.stories}


NOTHING = Overlay()
