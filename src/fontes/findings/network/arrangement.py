"""One possible arrangement of the points, kept possible while constraints come and go.

As long as an arrangement satisfies every constraint, there is no contradiction. A constraint that it breaks is repaired by moving only
points that must move, nearest first; if the move comes back to where the constraint begins, the way it came is a contradiction (Cotton and
Maler, *Fast and flexible difference constraint propagation for DPLL(T)*, SAT 2006). Dropping constraints breaks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from fontes.findings.network.closure import Arrow, Graph, Side

Arrows = dict[int, tuple[int, int]]


class Leaving:
    """The arrows that leave each point, by the number of their constraint: where to, and how many days. Read from a side where first asked."""

    __slots__ = ("_known", "_side")

    def __init__(self, side: Side) -> None:
        self._side = side.views()
        self._known: dict[int, Arrows] = {}

    def read(self) -> None:
        """Read the arrows of all points now."""
        side = self._side
        self._known = {point: {} for point in range(len(side.first) - 1)}
        for tail, head, weight, number in zip(side.tail, side.head, side.weight, side.number, strict=True):
            self._known[tail][number] = head, weight

    def __call__(self, point: int) -> Arrows:
        """The arrows of one point; to be changed in place."""
        found = self._known.get(point)
        if found is None:
            side = self._side
            among = range(side.first[point], side.first[point + 1])
            found = self._known[point] = {side.number[arrow]: (side.head[arrow], side.weight[arrow]) for arrow in among}
        return found


class Arrangement:
    """Days of all points that satisfy the constraints held; changed in place. ``steps``: so many points were looked at to keep them so."""

    __slots__ = ("constraints", "days", "leaving", "steps")

    def __init__(self, constraints: Sequence[Arrow], graph: Graph, days: Iterable[int]) -> None:
        self.constraints = constraints
        self.days = list(days)
        self.leaving = Leaving(graph.forward)
        self.steps = 0

    def hold(self, number: int) -> tuple[int, ...]:
        """Take in a constraint; if that cannot be, leave all as it was and return the contradiction: the numbers round the circle, this one first."""
        one = self.constraints[number]
        moved = self._moved(one, number)
        if isinstance(moved, tuple):
            return moved
        for point, day in moved.items():
            self.days[point] = day
        self.leaving(one.x)[number] = (one.y, one.weight)
        return ()

    def drop(self, number: int) -> None:
        """Let go of a constraint, if it is held."""
        self.leaving(self.constraints[number].x).pop(number, None)

    def _moved(self, one: Arrow, number: int) -> dict[int, int] | tuple[int, ...]:
        """Where points must move for a new constraint, or the circle of constraints that forbids it."""
        days, leaving = self.days, self.leaving
        short = days[one.x] + one.weight - days[one.y]
        if short >= 0:
            return {}
        if one.x == one.y:
            return (number,)
        need, came = {one.y: short}, {one.y: (one.x, number)}
        waiting, moved = [(short, one.y)], dict[int, int]()
        while waiting:
            by, point = heappop(waiting)
            self.steps += 1
            if point in moved:
                continue
            day = moved[point] = days[point] + by
            for arrow, (other, weight) in leaving(point).items():
                by = day + weight - days[other]
                if by < need.get(other, 0) and other not in moved:
                    need[other] = by
                    came[other] = (point, arrow)
                    if other == one.x:
                        return _round(came, one.x)
                    heappush(waiting, (by, other))
        return moved


def _round(came: dict[int, tuple[int, int]], start: int) -> tuple[int, ...]:
    """The arrows by which a search came back to where it started, in order."""
    run: list[int] = []
    point, arrow = came[start]
    while True:
        run.append(arrow)
        if point == start:
            return tuple(reversed(run))
        point, arrow = came[point]
