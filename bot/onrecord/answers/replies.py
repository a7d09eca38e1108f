"""What every command says when it cannot answer, and the commands it then suggests."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.answers.completion import newest
from onrecord.answers.compose import not_found
from onrecord.answers.extracts import shorten
from onrecord.answers.lookup import Match, find_mentions
from onrecord.archive import Coverage, Hit
from onrecord.language import say
from onrecord.stories import Answer

_MENTIONING = 2
_LONGEST_VALUE = 90
"""Discord takes option values of a hundred characters from a list."""


def command_for(command: str, **options: str) -> str:
    values = [f"{name}:{shorten(value, _LONGEST_VALUE)}" for name, value in options.items()]
    return " ".join([f"/{command}", *values])


def shown(typed: str) -> str:
    """What a member typed, fit to be repeated to them."""
    return f"“{shorten(typed, 80)}”"


async def recent(archive: Coverage, command: str, limit: int = 3) -> list[str]:
    """Commands about the newest stories, for a member who named none."""
    return [command_for(command, story=title) for title in (await newest(archive))[:limit]]


def _meant(near: Sequence[Hit]) -> str:
    return say("Did you mean this one?") if len(near) == 1 else say("Did you mean one of these?")


async def no_story(archive: Coverage, command: str, typed: str, near: Sequence[Hit]) -> Answer:
    if near:
        suggestions = [command_for(command, story=hit.label) for hit in near]
        heading = say("No story matches {typed} well enough.", typed=shown(typed))
        return not_found(command, f"{heading} {_meant(near)}", suggestions)
    heading = say("No story in the coverage matches {typed}.", typed=shown(typed))
    return not_found(command, heading, [*await recent(archive, command, 2), "/stories"])


async def no_person(archive: Coverage, command: str, option: str, typed: str, match: Match) -> Answer:
    near = match.near
    suggestions = [command_for(command, **{option: hit.label}) for hit in near]
    if match.ambiguous:
        return not_found(command, several_may_be_meant(typed, near), suggestions)
    if not near and (titles := list((await find_mentions(archive, typed, in_one=True)).values())):
        heading = say("{typed} stands in the coverage, but who that is could not be told.", typed=shown(typed))
        suggestions = [command_for("summary", story=title) for title in titles[:_MENTIONING]]
        return not_found(command, heading, [*suggestions, command_for("stories", search=typed)])
    heading = say("Nobody in the coverage is called {typed}.", typed=shown(typed))
    return not_found(command, f"{heading} {_meant(near)}" if near else heading, suggestions or ["/stories"])


def several_may_be_meant(typed: str, near: Sequence[Hit]) -> str:
    if len(near) == 1:
        return say("{typed} may be {name}, or somebody else in the coverage.", typed=shown(typed), name=near[0].label)
    return say("{typed} could be more than one of those in the coverage. Whom do you mean?", typed=shown(typed))


def nothing_said(who: str, topic: str | None) -> str:
    if topic:
        return say("{who} is in the coverage, but nothing they said about {topic} is on record.", who=who, topic=topic)
    return say("{who} is in the coverage, but nothing they said is on record.", who=who)
