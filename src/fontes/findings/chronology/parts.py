"""A network of dates in parts that can only contradict themselves, so that thousands of small conflicts are found each in its own corner.

A contradiction is a circle of constraints that passes day 0 at most once; without day 0, it stays among points that are tied to each
other. Points to which many things are tied in one direction only, such as the days of a birth and a death, would tie a whole corpus
into one: what leaves them comes only from day 0, or goes only there, so that a circle touches one of either kind at its beginning or
its end. They are copied into each part that is tied to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fontes.findings.network import Constraint, Network

MANY = 24
"""A point with so many constraints in one direction, and in the other only to or from day 0, is copied into the parts tied to it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some points of a network with all constraints among them; ``points`` by their number here, the first of them day 0."""

    points: tuple[int, ...]
    network: Network

    def back(self, one: Constraint) -> Constraint:
        """A constraint of the part as it stands in the whole."""
        return Constraint(self.points[one.x], self.points[one.y], one.weight, one.claims, one.assumptions)


class Parts:
    """The parts of a network. What rests on one claim is in one part, but for claims about copied points only."""

    def __init__(self, network: Network) -> None:
        """Part a network: one pass over its constraints."""
        self.network = network
        self.copied = _one_way(network)
        self._above = list(range(network.points))
        self._first_of: dict[str, int] = {}
        for one in network.constraints:
            self._tie(one)
        self._at: Mapping[int, list[Constraint]] = self._gathered()
        self._of: dict[int, list[Constraint]] = defaultdict(list)
        for one in self._at.get(0, ()):
            for point in {one.x, one.y} - {0}:
                self._of[point].append(one)

    def __iter__(self) -> Iterator[Part]:
        """Every part by itself, the copied points among themselves first."""
        for root in sorted(self._at):
            yield self._part([root])

    def around(self, claims: Iterable[str]) -> Part:
        """The parts that these claims bear on, as one."""
        among = set(claims)
        roots = {self._root(self._first_of[claim]) for claim in among if claim in self._first_of}
        return self._part(sorted(roots))

    def _tie(self, one: Constraint) -> None:
        own = [point for point in (one.x, one.y) if point and point not in self.copied]
        for claim in one.claims if own else ():
            own.append(self._first_of.setdefault(claim, own[0]))
        for other in own[1:]:
            self._above[self._root(other)] = self._root(own[0])

    def _root(self, point: int) -> int:
        above = self._above
        while above[point] != point:
            above[point] = above[above[point]]
            point = above[point]
        return point

    def _gathered(self) -> dict[int, list[Constraint]]:
        """The constraints of each part by its root; those among copied points and day 0 only under 0."""
        made: dict[int, list[Constraint]] = defaultdict(list)
        for one in self.network.constraints:
            point = next((each for each in (one.x, one.y) if each and each not in self.copied), 0)
            made[self._root(point) if point else 0].append(one)
        return made

    def _part(self, roots: Sequence[int]) -> Part:
        """Parts as one network, with what is said of the copied points in it and nothing of the others."""
        own = [one for root in roots for one in self._at.get(root, ())]
        touched = {point for one in own for point in (one.x, one.y)}
        if 0 not in roots:
            own += dict.fromkeys(one for point in sorted(touched & self.copied) for one in self._of.get(point, ()) if {one.x, one.y} - {0} <= touched)
        points = (0, *sorted({point for one in own for point in (one.x, one.y)} - {0}))
        at = {point: number for number, point in enumerate(points)}
        made = (Constraint(at[one.x], at[one.y], one.weight, one.claims, one.assumptions) for one in own)
        return Part(points, Network(len(points), tuple(made)))


def _one_way(network: Network) -> frozenset[int]:
    """Points with many constraints on one side and only day 0 on the other."""
    away, back = [0] * network.points, [0] * network.points
    out, into = [0] * network.points, [0] * network.points
    for one in network.constraints:
        out[one.x] += 1
        into[one.y] += 1
        away[one.x] += one.y != 0
        back[one.y] += one.x != 0
    found = (point for point in range(1, network.points) if out[point] + into[point] > MANY)
    return frozenset(point for point in found if not away[point] or not back[point])
