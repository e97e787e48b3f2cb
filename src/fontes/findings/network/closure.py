"""Shortest distances in a network of constraints: sweeps over the points in an order that suits chronologies.

Bellman and Ford's relaxations, each round one sweep forward and one backward over a fixed order of the points (Yen, *An algorithm for
finding shortest routes from all source nodes to a given destination in general networks*, Quarterly of Applied Mathematics 27, 1970),
and only from points whose distance has changed. The order is topological along the arrows of weight 0 or less (Kahn 1962), which are
those that say *before*: a chain of any length settles in one sweep, where a queue takes a number of steps that grows with its square. A
circle among the last improvements is a contradiction (Cherkassky and Goldberg, *Negative-cycle detection algorithms*, Mathematical
Programming 85, 1999).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import compress, groupby
from operator import attrgetter
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from fontes.findings.network import sweeps as network_sweeps
from fontes.findings.network import sweeps_fast

_NARROW = 2**61


class Arrow(Protocol):
    """What is read of a constraint: ``y - x <= weight``, and whose it is."""

    @property
    def x(self) -> int:
        """The point it leaves."""
    @property
    def y(self) -> int:
        """The point it leads to."""
    @property
    def weight(self) -> int:
        """Days."""
    @property
    def claims(self) -> tuple[str, ...]:
        """The statements it rests on."""
    @property
    def assumptions(self) -> tuple[str, ...]:
        """The constants it hangs on."""


@dataclass(frozen=True, slots=True)
class Side:
    """Arrows sorted by the point they leave: those of point ``p`` are ``first[p] .. first[p + 1] - 1``.

    ``number`` is the place of an arrow's constraint in the network. All are lists, or all arrays of 64-bit integers.
    """

    first: Any
    tail: Any
    head: Any
    weight: Any
    number: Any

    def lists(self) -> Side:
        """The same as lists, which Python reads fastest."""
        return self if isinstance(self.first, list) else self._each(lambda column: column.tolist())

    def views(self) -> Side:
        """The same read in place as whole numbers of Python: slower than lists, but there at once."""
        return self if isinstance(self.first, list) else self._each(memoryview)

    def only(self, held: npt.NDArray[np.bool_]) -> Side:
        """The arrows of the constraints that are held: truth values by number."""
        kept = held[np.asarray(self.number, np.int64)]
        first = np.concatenate(([0], np.cumsum(kept)))[np.asarray(self.first)]
        if isinstance(self.first, list):
            columns = [list(compress(column, kept)) for column in (self.tail, self.head, self.weight, self.number)]
            return Side(first.tolist(), *columns)
        return Side(first, self.tail[kept], self.head[kept], self.weight[kept], self.number[kept])

    def turned(self, fast: sweeps_fast.Compiled | None) -> Side:
        """The arrows turned round, sorted by the point they led to; those of one point stay in their order."""
        if isinstance(self.first, list):
            order: Any = sorted(range(len(self.head)), key=self.head.__getitem__)
            tail, head, weight, number = ([column[place] for place in order] for column in (self.head, self.tail, self.weight, self.number))
            return Side(_first(len(self.first) - 1, np.array(tail, np.int64)).tolist(), tail, head, weight, number)
        if fast:
            order, first = np.empty_like(self.number), np.zeros_like(self.first)
            fast.counted(self.head, np.arange(len(order)), order, first)
        else:
            order, first = np.argsort(self.head, kind="stable"), _first(len(self.first) - 1, self.head)
        return Side(first, self.head[order], self.tail[order], self.weight[order], self.number[order])

    def _each(self, change: Callable[[Any], Any]) -> Side:
        return Side(change(self.first), change(self.tail), change(self.head), change(self.weight), change(self.number))


@dataclass(frozen=True, slots=True)
class Graph:
    """Constraints as arrows.

    ``far`` is more than any distance between two points can be; ``narrow``, if all sums fit into 64 bits.
    """

    points: int
    forward: Side
    far: int
    narrow: bool
    _made: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def _once(self, name: str, make: Callable[[], Any]) -> Any:
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    @property
    def backward(self) -> Side:
        """The arrows turned round."""
        made: Side = self._once("backward", lambda: self.forward.turned(self.compiled()))
        return made

    def only(self, held: npt.NDArray[np.bool_]) -> Graph:
        """The same points with only the constraints that are held: truth values by number. The order of the points stays."""
        kept = {name: ways for name, ways in self._made.items() if "ways" in name}
        return Graph(self.points, self.forward.only(held), self.far, self.narrow, kept)

    def compiled(self) -> sweeps_fast.Compiled | None:
        """The compiled sweeps, where they can and should be used."""
        return sweeps_fast.for_size(len(self.forward.tail)) if self.narrow else None

    def side(self, backward: bool, lists: bool) -> Side:
        """The arrows forward or turned round; as lists for Python's own loops."""
        if not lists:
            return self.backward if backward else self.forward
        name = "lists backward" if backward else "lists"
        made: Side = self._once(name, lambda: (self.backward if backward else self.forward).lists())
        return made

    def ways(self, lists: bool) -> tuple[Any, Any]:
        """The order of the points for sweeps, there and back, each from the origin."""
        made: tuple[Any, Any] = self._once("lists of ways" if lists else "ways", lambda: self._ways(lists))
        return made

    def idle(self, lists: bool, numbers: Sequence[int]) -> Any:
        """The weights forward, with those of some constraints so great that they say nothing."""
        weight = self.side(False, lists).weight.copy()
        place: Any = self._once("places", lambda: np.argsort(np.asarray(self.forward.number, np.int64)))
        for number in numbers:
            weight[place[number]] = self.far * (4 * self.points + 4)
        return weight

    def _ways(self, lists: bool) -> tuple[Any, Any]:
        side, fast = self.side(False, lists), None if lists else self.compiled()
        order = _zeros(self.points, lists)
        arrange = fast.arrange if fast else network_sweeps.arrange
        arrange(self.points, side.first, side.head, side.weight, _zeros(self.points, lists), order)
        if lists:
            return order, [0, *order[:0:-1]]
        return order, np.concatenate((order[:1], order[:0:-1]))


def _zeros(size: int, lists: bool, value: int = 0) -> Any:
    return [value] * size if lists else np.full(size, value, np.int64)


@dataclass(frozen=True, slots=True)
class Settled:
    """Distances from the origin, or a contradiction.

    ``distance`` of a point out of reach is ``far`` or more, and is then of use only as a potential. ``cycle`` holds the numbers of
    constraints that contradict each other, in order; empty if there are none.
    """

    distance: Any
    far: int
    side: Side
    parent: Any
    cycle: tuple[int, ...] = ()

    def days(self) -> Sequence[int]:
        """The distances as whole numbers of Python."""
        return self.distance if isinstance(self.distance, list) else memoryview(self.distance)

    def bounds(self, sign: int = 1) -> tuple[int | None, ...]:
        """The distances, times ``sign``; None for what is out of reach."""
        found = self.distance
        if isinstance(found, list):
            return tuple(None if days >= self.far else sign * days for days in found)
        values: list[int | None] = (sign * found).tolist()
        for point in np.flatnonzero(found >= self.far).tolist():
            values[point] = None
        return tuple(values)

    def path(self, point: int) -> tuple[int, ...]:
        """The numbers of the constraints on the shortest way from the origin."""
        return tuple(self._back(point))[::-1]

    def _back(self, point: int) -> Iterable[int]:
        while (arrow := self.parent[point]) >= 0:
            yield int(self.side.number[arrow])
            point = self.side.tail[arrow]


def graph_of(points: int, constraints: Sequence[Arrow]) -> Graph:
    """Constraints as arrows sorted by both ends, then by weight, then by whose they are: the order given does not matter.

    Raises ValueError for a constraint at a point there is none of.
    """
    try:
        columns = [np.fromiter(map(attrgetter(name), constraints), np.int64, len(constraints)) for name in ("x", "y", "weight")]
    except OverflowError:
        return _lists(points, constraints)
    x, y, weight = columns
    _check(points, min(x.min(initial=0), y.min(initial=0)), max(x.max(initial=0), y.max(initial=0)))
    far = 1 + int(np.abs(weight.astype(np.float64)).sum() * 1.001)
    if far * (8 * points + 8) >= _NARROW:
        return _lists(points, constraints)
    return _arrays(points, constraints, columns, far)


def _check(points: int, least: int, most: int) -> None:
    if least < 0 or most >= points:
        raise ValueError(f"constraints between points {least} and {most}, but there are {points}; count them from 0")


def _whose(constraints: Sequence[Arrow]) -> Callable[[int], tuple[tuple[str, ...], tuple[str, ...]]]:
    return lambda number: (constraints[number].claims, constraints[number].assumptions)


def _arrays(points: int, constraints: Sequence[Arrow], columns: Sequence[Any], far: int) -> Graph:
    x, y, weight = columns
    fast = sweeps_fast.for_size(len(constraints))
    if fast:
        first, order, swap = np.zeros(points + 1, np.int64), np.arange(len(x)), np.empty(len(x), np.int64)
        fast.counted(y, order, swap, first)
        fast.counted(x, swap, order, first)
        fast.lighter_first(x, y, weight, order)
    else:
        order, first = np.lexsort((weight, y, x)), _first(points, x)
    _settle_ties(order, columns, _whose(constraints))
    return Graph(points, Side(first, x[order], y[order], weight[order], order), far, narrow=True)


def _first(points: int, key: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Where each point's arrows begin."""
    return np.concatenate(([0], np.cumsum(np.bincount(key, minlength=points)))).astype(np.int64)


def _settle_ties(order: Any, columns: Sequence[Any], whose: Callable[[int], Any]) -> None:
    """Order by whose they are what is equal in everything else."""
    same = np.ones(max(0, len(order) - 1), bool)
    for values in columns:
        same &= values[order[1:]] == values[order[:-1]]
    for _, run in groupby(enumerate(np.flatnonzero(same).tolist()), lambda one: one[1] - one[0]):
        found = [place for _, place in run]
        start, end = found[0], found[-1] + 2
        order[start:end] = sorted(order[start:end].tolist(), key=whose)


def _lists(points: int, constraints: Sequence[Arrow]) -> Graph:
    """The same for days beyond 64 bits, as whole numbers of any size."""
    whose, ends = _whose(constraints), attrgetter("x", "y", "weight")
    order = sorted(range(len(constraints)), key=lambda number: (ends(constraints[number]), whose(number)))
    x, y, weight = ([getattr(constraints[number], name) for number in order] for name in ("x", "y", "weight"))
    _check(points, min(*x, *y), max(*x, *y))
    first = _first(points, np.array(x, np.int64)).tolist()
    return Graph(points, Side(first, x, y, weight, order), 1 + sum(map(abs, weight)), narrow=False)


def settled(graph: Graph, backward: bool = False, without: Sequence[int] = ()) -> Settled:
    """Distances from the origin, or to it (``backward``, of a network known to be consistent).

    What the origin does not reach is swept afterwards, as if from far away, so that no contradiction is missed and the distances are a
    potential of the whole network: ``distance[y] - distance[x] <= weight`` for every constraint. Constraints ``without``, by number, do
    not count; give them only forward.
    """
    fast = graph.compiled()
    lists = fast is None
    side, ways = graph.side(backward, lists), graph.ways(lists)
    weight = graph.idle(lists, without) if without else side.weight
    distance, parent, dirty = _zeros(graph.points, lists, 2 * graph.far), _zeros(graph.points, lists, -1), _zeros(graph.points, lists)
    distance[0], dirty[0] = 0, 1
    mark = _zeros(graph.points, lists)
    sweep = fast.sweep if fast else network_sweeps.sweep

    def swept() -> int:
        return sweep(side.first, side.tail, side.head, weight, *(ways[::-1] if backward else ways), distance, parent, dirty, mark)

    stuck = swept()
    if stuck < 0 and not backward and (max(distance) if lists else distance.max()) >= graph.far:
        dirty[:] = [int(days >= graph.far) for days in distance] if lists else distance >= graph.far
        stuck = swept()
    return Settled(distance, graph.far, side, parent, _cycle(side, parent, stuck) if stuck >= 0 else ())


def _cycle(side: Side, parent: Any, stuck: int) -> tuple[int, ...]:
    """The numbers of the constraints on the circle that the parents of a point run into, each ending where the next begins."""
    seen: dict[int, int] = {}
    run: list[int] = []
    point = int(stuck)
    while point not in seen:
        seen[point] = len(run)
        run.append(int(side.number[parent[point]]))
        point = int(side.tail[parent[point]])
    return tuple(reversed(run[seen[point] :]))


def nearest(graph: Graph, potential: Sequence[int], x: int, y: int, known: int | None) -> tuple[int | None, tuple[int, ...] | None]:
    """The distance from ``x`` to ``y``, where the shortest way through the origin is ``known`` (None: there is no such way).

    With it the numbers of the constraints on the way, or None in their place if it leads through the origin. The ways that avoid the
    origin are searched nearest first along weights made non-negative by the potential (Johnson, *Efficient algorithms for shortest paths
    in sparse networks*, Journal of the ACM 24, 1977), no further than the way through the origin.
    """
    if not (x and y):
        return known, None
    side = graph.forward.views()
    limit = None if known is None else known + potential[x] - potential[y]
    waiting: list[tuple[int, int, int]] = [(0, x, -1)]
    came: dict[int, int] = {}
    while waiting:
        cost, point, by = heappop(waiting)
        if limit is not None and cost >= limit:
            break
        if point in came:
            continue
        came[point] = by
        if point == y:
            return cost - potential[x] + potential[y], _way(side, came, y)
        base = cost + potential[point]
        for arrow in range(side.first[point], side.first[point + 1]):
            other = side.head[arrow]
            if other and other not in came:
                heappush(waiting, (base + side.weight[arrow] - potential[other], other, arrow))
    return known, None


def _way(side: Side, came: dict[int, int], point: int) -> tuple[int, ...]:
    run: list[int] = []
    while (arrow := came[point]) >= 0:
        run.append(side.number[arrow])
        point = side.tail[arrow]
    return tuple(reversed(run))
