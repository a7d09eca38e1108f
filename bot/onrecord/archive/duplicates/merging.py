"""One story from the documents that tell it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from hashlib import blake2b

from onrecord.archive.records import sort_key
from onrecord.stories import Story, StoryHead

AS_FULL = 0.95
"""Share of the fullest telling's characters from which another is as full as it."""
CORRECTED = 0.5
"""The same for an original that was changed since it was first read: who reposted it has the old text."""


def shown_first(tellings: Sequence[tuple[int, StoryHead]]) -> int:
    """Which is shown of tellings with their sizes, the fullest first: the original's own, if that is as full, for those
    who repost it may retouch even what was said; else the fullest. What was changed goes before what was not."""
    shares = [size / max(1, tellings[0][0]) for size, _ in tellings]
    originals = [
        i
        for i, (_, head) in enumerate(tellings)
        if shares[i] >= (CORRECTED if head.version > 1 else AS_FULL) and not (head.reposted_by or head.ai_generated)
    ]
    full = [i for i, share in enumerate(shares) if share >= AS_FULL]
    return max(originals or full, key=lambda i: (tellings[i][1].version, -i))


def one_story(first: Story, others: Sequence[StoryHead], taken: Collection[str] = ()) -> Story:
    """The first, which is shown, with what all of them know of where it came from. `taken`: others' ids."""
    tellings = [first, *others]
    ranked = _ranked(tellings)
    id = next((story.id for story in ranked if story.id not in taken), None) or _another_id(first)
    return first.model_copy(update={**_provenance(tellings, ranked), "id": id})


def one_head(tellings: Sequence[StoryHead]) -> StoryHead:
    """The same of heads alone; the first gives its id."""
    return tellings[0].model_copy(update=_provenance(tellings, _ranked(tellings)))


def _ranked(tellings: Sequence[StoryHead]) -> list[StoryHead]:
    """The original before its reposts: it links to itself; of several the one that most others name, then the
    earliest."""
    named = Counter(story.publisher for story in tellings)
    return sorted(
        tellings,
        key=lambda s: (s.ai_generated, s.url is None, -named[s.publisher], sort_key(s.published) or "~", s.id),
    )


def _provenance(tellings: Sequence[StoryHead], ranked: Sequence[StoryHead]) -> dict[str, object]:
    """Those who published other tellings than the original reposted it."""
    update: dict[str, object] = {"ai_generated": any(story.ai_generated for story in tellings)}
    for field in ("url", "publisher", "published", "authors"):
        update[field] = next((value for one in ranked if (value := getattr(one, field))), getattr(tellings[0], field))
    reposters = [name for story in tellings for name in (*story.reposted_by, story.publisher) if name]
    update["reposted_by"] = tuple(name for name in dict.fromkeys(reposters) if name != update["publisher"])
    return update


def _another_id(story: Story) -> str:
    """For a story that gives itself the id of another: a translation that names the original's link."""
    basis = "\n".join([story.id, *(passage.text for passage in story.passages[:3])])
    return blake2b(basis.encode("utf-8", "replace")).hexdigest()[:12]
