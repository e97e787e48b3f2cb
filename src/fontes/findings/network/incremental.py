"""A network that changes by a statement at a time, and whose bounds follow at once.

Only points whose bounds change are visited, nearest first along weights made non-negative by an arrangement that satisfies every
constraint (Ramalingam and Reps, *An incremental algorithm for a generalization of the shortest-path problem*, Journal of Algorithms 21,
1996, with Johnson's potentials). The bounds are those of a computation from the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from fontes.findings.network import Clash, Constraint, Network, clash, closure
from fontes.findings.network.arrangement import Leaving
from fontes.findings.network.closure import Settled

Bounds = tuple[int | None, int | None]
Step = tuple[int, int, int, int, int]
"""What it costs to take it, the point it brings nearer, its new distance, from where, and the number of the constraint."""
Before = dict[int, tuple[int, tuple[int, int]]]
"""What changed points had: distance, and the arrow that set it."""
NOWHERE = (-1, -1)
FAR = 2**56


class _Reach:
    """Distances from the origin along arrows one way, each with the arrow that set it: where from, and the number of its constraint.

    What is out of reach lies ``far`` away, as if an arrow of that weight led there from the origin: so every point has a distance, and
    the distances satisfy every constraint.
    """

    __slots__ = ("arriving", "distance", "far", "leaving", "parent")

    def __init__(self, found: Settled, far: int, leaving: Leaving, arriving: Leaving) -> None:
        side, gap = found.side.views(), far - 2 * found.far
        self.far = far
        self.distance = [days if days < found.far else days + gap for days in found.days()]
        self.parent = [(side.tail[arrow], side.number[arrow]) if arrow >= 0 else NOWHERE for arrow in map(int, found.parent)]
        self.leaving, self.arriving = leaving, arriving

    def bound(self, point: int) -> int | None:
        """The distance; None out of reach."""
        return self.within(self.distance[point])

    def within(self, days: int) -> int | None:
        """A distance, or None if it is that of a point out of reach."""
        return days if days < self.far // 2 else None

    def stretch(self, far: int) -> None:
        """Put what is out of reach farther away, before distances can become so great."""
        self.distance = [days if self.within(days) is not None else days + far - self.far for days in self.distance]
        self.far = far

    def path(self, point: int) -> list[int]:
        """The numbers of the constraints from the origin."""
        run: list[int] = []
        while (step := self.parent[point]) is not NOWHERE:
            run.append(step[1])
            point = step[0]
        return run[::-1]

    def restore(self, before: Before) -> None:
        """Undo changes."""
        for point, (days, step) in before.items():
            self.distance[point], self.parent[point] = days, step

    def spread(self, waiting: list[Step], cost: Sequence[int] | dict[int, int], sign: int, before: Before, stop: int = -1) -> Step | None:
        """Bring points nearer from a heap of steps, and what follows from it; ``before`` gets what changed points had.

        ``cost`` times ``sign`` is a potential. Returns a step that would bring the origin or the point ``stop`` nearer: there is a contradiction.
        """
        distance, parent, leaving = self.distance, self.parent, self.leaving
        while waiting:
            _, point, days, tail, number = heappop(waiting)
            if distance[point] <= days:
                continue
            if not point or point == stop:
                return 0, point, days, tail, number
            before.setdefault(point, (distance[point], parent[point]))
            distance[point], parent[point] = days, (tail, number)
            for arrow, (other, weight) in leaving(point).items():
                reached = days + weight
                if reached < distance[other]:
                    if not other or other == stop:
                        return 0, other, reached, point, arrow
                    heappush(waiting, (reached - sign * cost[other], other, reached, point, arrow))
        return None

    def without(self, gone: Iterable[tuple[int, int]], potential: Sequence[int] | None) -> Before:
        """Let go of arrows, each by its number and the point it leads to: what the points had that may have come farther.

        The potential is minus ``potential``, or the distances before.
        """
        waiting = [head for number, head in gone if self.parent[head][1] == number]
        lost: Before = {}
        while waiting:
            point = waiting.pop()
            if point not in lost:
                lost[point] = self.distance[point], self.parent[point]
                waiting += [other for number, (other, _) in self.leaving(point).items() if self.parent[other][1] == number]
        had = {point: days for point, (days, _) in lost.items()}
        cost, sign = (had, 1) if potential is None else (potential, -1)
        steps: list[Step] = []
        for point in lost:
            for number, (tail, weight) in self.arriving(point).items():
                if tail not in lost:
                    days = self.distance[tail] + weight
                    steps.append((days - sign * cost[point], point, days, tail, number))
        for point in lost:
            self.distance[point], self.parent[point] = self.far, NOWHERE
        steps += [(self.far - sign * cost[point], point, self.far, *NOWHERE) for point in lost]
        heapify(steps)
        for point in lost:
            self.distance[point] = self.far + 1
        self.spread(steps, cost, sign, {})
        return lost


class Incremental:
    """A consistent network to which constraints are added and from which statements are removed.

    Raises ValueError if the network given contradicts itself: drop a repair of its cores first.
    """

    def __init__(self, network: Network) -> None:
        found = closure(network)
        if isinstance(found, Clash):
            raise ValueError("the network contradicts itself: drop a repair of its cores first, then add to it")
        self._points = network.points
        self._constraints = dict(enumerate(network.constraints))
        self._next = len(self._constraints)
        self._claims: dict[str, dict[int, None]] = {}
        for number, one in self._constraints.items():
            self._note(number, one)
        graph = network.graph
        out, back = Leaving(graph.forward), Leaving(graph.backward)
        self._total, far = graph.far, 2 * max(graph.far, FAR)
        out.read()
        back.read()
        self._up, self._down = _Reach(found.up, far, out, back), _Reach(found.down, far, back, out)

    def _note(self, number: int, one: Constraint) -> None:
        for claim in one.claims:
            self._claims.setdefault(claim, {})[number] = None

    def upper(self, point: int) -> int | None:
        """The latest day of a point."""
        return self._up.bound(point)

    def lower(self, point: int) -> int | None:
        """The earliest day of a point."""
        days = self._down.bound(point)
        return None if days is None else -days

    @property
    def network(self) -> Network:
        """The network as it is now."""
        return Network(self._points, tuple(self._constraints.values()))

    def add(self, *constraints: Constraint) -> dict[int, Bounds] | Clash:
        """Take in constraints: the points whose bounds changed, with their new bounds (earliest, latest).

        If they cannot all hold with what is there, none is taken in, and the contradiction is returned. Raises ValueError for a
        point there is none of.
        """
        if any(not (0 <= point < self._points) for one in constraints for point in (one.x, one.y)):
            raise ValueError(f"a constraint at a point there is none of: there are {self._points}, counted from 0")
        self._total += sum(abs(one.weight) for one in constraints)
        if 2 * self._total > self._up.far:
            self._up.stretch(4 * self._total)
            self._down.stretch(4 * self._total)
        up: Before = {}
        taken = range(self._next, self._next + len(constraints))
        self._next = taken.stop
        for number, one in zip(taken, constraints, strict=True):
            self._constraints[number] = one
            self._up.leaving(one.x)[number] = one.y, one.weight
            self._down.leaving(one.y)[number] = one.x, one.weight
            if found := self._bring(number, one, up):
                self._up.restore(up)
                self._let_go(range(taken.start, number + 1))
                return found
        down: Before = {}
        for number, one in zip(taken, constraints, strict=True):
            self._note(number, one)
            start = self._down.bound(one.y)
            if start is not None and (days := start + one.weight) < self._down.distance[one.x]:
                self._down.spread([(0, one.x, days, one.y, number)], self._up.distance, -1, down)
        return self._changed(up, down)

    def _bring(self, number: int, one: Constraint, up: Before) -> Clash | None:
        """Bring the upper bounds down to a new constraint, unless it contradicts what is there."""
        days = self._up.distance[one.x] + one.weight
        if days >= self._up.distance[one.y]:
            return None
        own: Before = {}
        closing = (0, one.y, days, one.x, number) if one.x == one.y else None
        closing = closing or self._up.spread([(0, one.y, days, one.x, number)], self._up.distance, 1, own, one.x)
        for point, had in own.items():
            up.setdefault(point, had)
        if closing is None:
            return None
        _, point, _, tail, last = closing
        run = [last]
        while run[-1] != number:
            tail, last = self._up.parent[tail]
            run.append(last)
        run.reverse()
        self._up.restore(own)
        if point != one.x:  # at the origin, from which the shortest way leads on to where the constraint begins
            run += self._up.path(one.x)
        return clash(self._constraints, self._simple(run))

    def _simple(self, run: list[int]) -> list[int]:
        """A circle that weighs less than 0 and passes no point twice, within a closed run of such a weight."""
        passed: list[int] = []
        for number in run:
            passed.append(number)
            head = self._constraints[number].y
            start = next((place for place, other in enumerate(passed) if self._constraints[other].x == head), None)
            if start is not None:
                if sum(self._constraints[other].weight for other in passed[start:]) < 0:
                    return passed[start:]
                del passed[start:]
        raise AssertionError("a closed run that weighs less than 0 holds a circle that does")

    def _let_go(self, numbers: Iterable[int]) -> list[tuple[int, Constraint]]:
        gone = [(number, self._constraints.pop(number)) for number in numbers]
        for number, one in gone:
            self._up.leaving(one.x).pop(number, None)
            self._down.leaving(one.y).pop(number, None)
            for claim in one.claims:
                self._claims.get(claim, {}).pop(number, None)
        return gone

    def remove(self, claim: str) -> dict[int, Bounds]:
        """Let go of every constraint that rests on a statement: the points whose bounds changed, with their new bounds (earliest, latest)."""
        gone = self._let_go(list(self._claims.pop(claim, {})))
        up = self._up.without([(number, one.y) for number, one in gone], None)
        down = self._down.without([(number, one.x) for number, one in gone], self._up.distance)
        return self._changed(up, down)

    def _changed(self, up: Before, down: Before) -> dict[int, Bounds]:
        """The points whose bounds differ from what they were."""
        moved = {point for point, (days, _) in up.items() if self._up.bound(point) != self._up.within(days)}
        moved |= {point for point, (days, _) in down.items() if self._down.bound(point) != self._down.within(days)}
        return {point: (self.lower(point), self.upper(point)) for point in sorted(moved)}
