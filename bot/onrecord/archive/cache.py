"""What was made of the coverage, kept for the next who asks the same of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")

MOST = 1000
"""Of these lists, each as long as one that is offered for completion, so many take 3 MB."""


class Cache:
    """The last that was asked for, by a key that is another one once the coverage has changed."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    async def of(self, key: Hashable, make: Callable[[], Awaitable[Made]]) -> Made:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = self._kept[key] = await make()
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return made
