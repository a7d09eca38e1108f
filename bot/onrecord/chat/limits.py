"""How often one member may ask, and what of it is still wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Any

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


class Newest:
    """Of what one member types, letter by letter, the newest: nobody looks at a list for fewer letters any more."""

    def __init__(self) -> None:
        self._under_way: dict[int, asyncio.Task[Any]] = {}

    def __len__(self) -> int:
        """How many members are typing."""
        return len(self._under_way)

    async def of(self, member: int, coming: Coroutine[Any, Any, list[str]]) -> list[str]:
        """What comes; nothing when the member types on meanwhile."""
        if before := self._under_way.get(member):
            before.cancel()
        task = self._under_way[member] = asyncio.create_task(coming)
        try:
            return await task
        except asyncio.CancelledError:
            asking = asyncio.current_task()
            if asking and asking.cancelling():  # it is not the member who ends it
                raise
            return []
        finally:
            if self._under_way.get(member) is task:
                del self._under_way[member]
