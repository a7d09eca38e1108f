"""How often one member may ask."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

AT_ONCE = 10
_MOST_MEMBERS = 2000


class Cooldowns:
    """A few questions at once, then one every so many seconds."""

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._rested: dict[int, float] = {}
        """When each member will have waited for all that they have asked."""

    def __len__(self) -> int:
        """How many members are remembered."""
        return len(self._rested)

    def ask(self, member: int) -> float:
        """Seconds to wait before asking again; 0 when the member may ask, which is then counted."""
        now = self._clock()
        if len(self._rested) >= _MOST_MEMBERS:
            self._rested = {id: at for id, at in self._rested.items() if at > now}
        at = max(now, self._rested.get(member, now))
        wait = at - now - (AT_ONCE - 1) * self._seconds
        if wait > 0:
            return wait
        self._rested[member] = at + self._seconds
        return 0.0
