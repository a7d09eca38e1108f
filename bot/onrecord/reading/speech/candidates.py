"""Whom a pronoun may mean, with the points that speak for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.reading.people.cast import Figure

_AGAIN = 0.3
"""A second sentence about somebody adds this share alone: two mentions far back do not beat one close by."""
_SURE_GENDER, _UNSURE = 0.9, 0.2
"""Somebody whose sex the story does not show yet counts a little less, and a lone unknown word hardly at all."""


class Seen:
    """Whom one sentence names, is about or has speaking, with their points."""

    def __init__(self) -> None:
        self.points: dict[int, tuple[Figure, float]] = {}
        self.acting: set[int] = set()
        """Its subject and its speakers."""
        self.aside: set[int] = set()
        """Those whose names only own something, or tell where."""

    def give(self, figure: Figure, points: float) -> None:
        self.points[id(figure)] = figure, self.points.get(id(figure), (figure, 0.0))[1] + points

    def only_one_of(self, fitting: Sequence[Figure]) -> Figure | None:
        """The one of a sentence about nobody who fits, of whom the story shows that the pronoun does."""
        if any(figure.gender is None and id(figure) in self.acting for figure in fitting):
            return None
        sure = [figure for figure in fitting if figure.gender]
        return sure[0] if len(sure) == 1 and id(sure[0]) not in self.aside else None


class Scores:
    """The points of all whom a pronoun may mean."""

    def __init__(self, gender: str, besides: Figure | None, could_be_somebody: Callable[[Figure], bool]) -> None:
        self.held: dict[int, tuple[Figure, float]] = {}
        self._gender = gender
        self._besides = besides
        self._could_be_somebody = could_be_somebody

    def fits(self, figure: Figure) -> bool:
        return figure.person and figure is not self._besides and figure.gender in (None, self._gender)

    def count(self, figure: Figure, points: float) -> None:
        if not self.fits(figure):
            return
        if figure.gender is None:
            if not self._could_be_somebody(figure):
                return
            points *= _SURE_GENDER if figure.known or len(figure.words) > 1 or figure.spoke else _UNSURE
        best = self.held.get(id(figure), (figure, 0.0))[1]
        self.held[id(figure)] = figure, max(best, points) + _AGAIN * min(best, points)
