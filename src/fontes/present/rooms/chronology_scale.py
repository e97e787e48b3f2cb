"""A line of time in characters: certain days filled, possible days hatched, a moment as a lozenge, and what is not known said so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fontes.dates import Bound, Edge

WIDTH = 32
"""Columns of a line."""
CERTAIN, POSSIBLE, OUTSIDE, MOMENT = "█", "▒", "·", "◇"
UNKNOWN, BEFORE_ALL, AFTER_ALL = "?", "←", "→"


@dataclass(frozen=True, slots=True)
class Scale:
    """From which day to which the lines are drawn, both inclusive; None where no day is known."""

    first: int | None
    last: int | None

    def column(self, day: int) -> int:
        """The column in which a day lies; days outside the scale lie in the nearest."""
        if self.first is None or self.last is None:
            return 0
        return max(0, min(WIDTH - 1, (day - self.first) * WIDTH // (self.last - self.first + 1)))

    def drawn(self, four: Sequence[Bound]) -> str:
        """One line: hatched from the earliest to the latest possible day, filled where it was certainly going on.

        A day that is known exactly is a lozenge. A side without a day runs to the edge and ends in `?`, or in an arrow where it is said to
        be open.
        """
        if self.first is None or not any(isinstance(side, int) for side in four):
            return UNKNOWN + OUTSIDE * (WIDTH - 1)
        start, by, since, end = four
        line = [OUTSIDE] * WIDTH
        since_column = self.column(start) if isinstance(start, int) else 0
        until = self.column(end) if isinstance(end, int) else WIDTH - 1
        line[since_column : until + 1] = POSSIBLE * (until - since_column + 1)
        if isinstance(by, int) and isinstance(since, int) and by <= since:
            line[self.column(by) : self.column(since) + 1] = CERTAIN * (self.column(since) - self.column(by) + 1)
        if isinstance(start, int) and start == end:
            line[since_column] = MOMENT
        if not isinstance(start, int):
            line[0] = BEFORE_ALL if start is Edge.OPEN else UNKNOWN
        if not isinstance(end, int):
            line[-1] = AFTER_ALL if end is Edge.OPEN else UNKNOWN
        return "".join(line)


def scale_of(drawn: Iterable[Sequence[Bound]]) -> Scale:
    """A scale on which every known day of these lies."""
    days = [side for four in drawn for side in four if isinstance(side, int)]
    return Scale(min(days, default=None), max(days, default=None))
