"""A simple temporal network: what statements about dates, orders and durations imply together, to the day.

Every statement becomes constraints ``y - x <= weight`` between points (first and last days of events) and day 0. The points'
tightest bounds are shortest distances from day 0 and to it, and the statements contradict each other exactly where a cycle weighs
less than nothing (Dechter, Meiri and Pearl, *Temporal constraint networks*, Artificial Intelligence 49, 1991). How the distances
are found is in ``closure.py``. Knows nothing of corpora.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from fontes.findings.network.closure import Graph, Settled, graph_of, nearest, settled


@dataclass(frozen=True, slots=True)
class Constraint:
    """``y - x <= weight``, in days, between two points.

    ``claims`` are the statements it rests on, all of them together: drop one and it is gone. Where two statements say the same, each
    brings a constraint of its own. Without claims it is an axiom (an event does not end before it begins) and never dropped.
    ``assumptions`` are the constants of a profile it hangs on (what "a few months" is taken to be).
    """

    x: int
    y: int
    weight: int
    claims: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Points ``0 .. points - 1``, of which 0 is the origin (day 0), and the constraints between them.

    The order of the constraints changes nothing that is computed. A constraint at a point there is none of raises ValueError when the graph is made.
    """

    points: int
    constraints: tuple[Constraint, ...]
    _graph: list[Graph] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def graph(self) -> Graph:
        """The constraints as arrows in a fixed order; made once, on demand."""
        if not self._graph:
            self._graph.append(graph_of(self.points, self.constraints))
        return self._graph[0]

    def chain(self, numbers: Sequence[int]) -> tuple[Constraint, ...]:
        """Constraints by their numbers."""
        return tuple(self.constraints[number] for number in numbers)


@dataclass(frozen=True, slots=True)
class Clash:
    """Constraints that cannot all hold, as a circle: each ends where the next begins, and the last where the first begins.

    It begins at the origin if it passes there. ``shortfall`` is by how many days they miss each other: at least 1.
    """

    cycle: tuple[Constraint, ...]
    shortfall: int


@dataclass(frozen=True, slots=True)
class Closure:
    """The tightest bounds of every point, as day numbers, both attained by some arrangement; None where nothing bounds it.

    Bounds of different points are not all attained at once: for a question about two points ask ``furthest``.
    """

    network: Network
    lower: tuple[int | None, ...]
    upper: tuple[int | None, ...]
    up: Settled = field(repr=False, compare=False)
    down: Settled = field(repr=False, compare=False)

    def why_upper(self, point: int) -> tuple[Constraint, ...]:
        """The constraints that together force the upper bound, from the origin to the point; none where it is unbounded."""
        return self.network.chain(self.up.path(point)) if self.upper[point] is not None else ()

    def why_lower(self, point: int) -> tuple[Constraint, ...]:
        """The constraints that together force the lower bound, from the origin out: the first ends at the origin, the last begins at the point."""
        return self.network.chain(self.down.path(point)) if self.lower[point] is not None else ()

    @property
    def potential(self) -> Sequence[int]:
        """Days that satisfy every constraint: one arrangement, of no meaning beyond that it is possible."""
        return self.up.days()

    def furthest(self, x: int, y: int) -> int | None:
        """The most days by which ``y`` can lie after ``x``; negative if it certainly lies before; None without a limit."""
        return self._between(x, y)[0]

    def why_furthest(self, x: int, y: int) -> tuple[Constraint, ...]:
        """The constraints that set that limit, from ``x`` to ``y``; none where there is no limit."""
        days, numbers = self._between(x, y)
        if days is None:
            return ()
        if numbers is None:
            return (*reversed(self.why_lower(x)), *self.why_upper(y))
        return self.network.chain(numbers)

    def _between(self, x: int, y: int) -> tuple[int | None, tuple[int, ...] | None]:
        """The limit, and the constraints that set it if the way does not lead through the origin."""
        low, high = self.lower[x], self.upper[y]
        known = None if low is None or high is None else high - low
        return nearest(self.network.graph, self.potential, x, y, known)


def closure(network: Network) -> Closure | Clash:
    """The tightest bounds of all points, or constraints that cannot hold together."""
    graph = network.graph
    up = settled(graph)
    if up.cycle:
        return clash(network.constraints, up.cycle)
    down = settled(graph, backward=True)
    return Closure(network, down.bounds(-1), up.bounds(), up, down)


def clash(constraints: Sequence[Constraint] | dict[int, Constraint], numbers: Sequence[int]) -> Clash:
    """A circle of constraints, given by their numbers in order, turned to begin at the origin if it passes there, else at its least point."""
    run = tuple(constraints[number] for number in numbers)
    start = min(run, key=lambda one: one.x)
    before = list(takewhile(lambda one: one is not start, run))
    return Clash((*run[len(before) :], *before), -sum(one.weight for one in run))
