"""One story from the documents that tell it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from hashlib import blake2b

from onrecord.archive.records import sort_key
from onrecord.stories import Story


def one_story(tellings: Sequence[Story], version: int = 1, taken: Collection[str] = ()) -> Story:
    """The first, which is the fullest, with what all of them know of where it came from.

    The original is the telling that links to it, of several the one that most others name, then the earliest; those
    who published the others reposted it. `taken`: ids that other stories have.
    """
    first = tellings[0]
    named = Counter(story.publisher for story in tellings)
    ranked = sorted(
        tellings,
        key=lambda s: (s.ai_generated, s.url is None, -named[s.publisher], sort_key(s.published) or "~", s.id),
    )
    update: dict[str, object] = {"version": version, "ai_generated": any(story.ai_generated for story in tellings)}
    for field in ("url", "publisher", "published", "authors"):
        update[field] = next((value for story in ranked if (value := getattr(story, field))), getattr(first, field))
    reposters = [name for story in tellings for name in (*story.reposted_by, story.publisher) if name]
    update["reposted_by"] = tuple(name for name in dict.fromkeys(reposters) if name != update["publisher"])
    update["id"] = next((story.id for story in ranked if story.id not in taken), None) or _another_id(first)
    return first.model_copy(update=update)


def _another_id(story: Story) -> str:
    """For a story that gives itself the id of another: a translation that names the original's link."""
    basis = "\n".join([story.id, *(passage.text for passage in story.passages[:3])])
    return blake2b(basis.encode("utf-8", "replace")).hexdigest()[:12]
