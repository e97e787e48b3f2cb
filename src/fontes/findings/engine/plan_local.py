"""What can be asked of a plan at the price of what it concerns, not of the corpus: what a node rests on, what falls with another.

What falls is followed upwards, counting the parts that are left (Dowling and Gallier 1984): exact, except among nodes that support each
other in a circle. Where a component has lost something, what in it rests on the loss must be derived again from what does not (Gupta,
Mumick and Subrahmanian, *Maintaining views incrementally*, 1993); what cannot be, falls too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from fontes.findings.engine.condensation import Bytes, Ints, Longs, Rows, spread, view


class TooMuch(Exception):
    """More would have to be looked at than was allowed."""


def fallen(rows: Rows, knot: Ints, base: Bytes, withdrawn: Iterable[int], most: int | None = None) -> list[int]:
    """Which nodes cease to hold when more is withdrawn, in rising order; ``knot`` is the component of each node in one, else -1.

    Raises `TooMuch` where more than ``most`` arrows from a node to a user would have to be followed.
    """
    losing = _Losing(rows, view(knot), view(np.ascontiguousarray(base, dtype=np.uint8)), most)
    losing.lose({node for node in withdrawn if base[node]})
    return sorted(losing.lost)


@dataclass
class _Losing:
    """What has been lost so far, how many parts each node touched has to spare, and where a component is to be looked at again."""

    rows: Rows
    knot: memoryview
    base: memoryview
    allowed: int | None
    lost: set[int] = field(default_factory=set)
    spare: dict[int, int] = field(default_factory=dict)
    touched: dict[int, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.first, self.parts = view(self.rows.first), view(self.rows.parts)
        self.above, self.users = (view(one) for one in self.rows.users)
        self.needs = view(self.rows.needs)

    def lose(self, nodes: set[int]) -> None:
        waiting = sorted(nodes)
        self.lost.update(waiting)
        while waiting:
            self._upwards(waiting)
            waiting = []
            while self.touched and not waiting:
                waiting = self._unfounded(self.touched.pop(min(self.touched)))
                self.lost.update(waiting)

    def _upwards(self, waiting: list[int]) -> None:
        """Whatever has too few parts left falls, and what rests on it loses one."""
        base, lost, spare, knot = self.base, self.lost, self.spare, self.knot
        while waiting:
            node = waiting.pop()
            low, high = self.above[node], self.above[node + 1]
            self._spend(high - low)
            for user in self.users[low:high]:
                if not base[user] or user in lost:
                    continue
                left = spare.get(user)
                left = (self._held(user) if left is None else left) - 1
                spare[user] = left
                if left < 0:
                    lost.add(user)
                    waiting.append(user)
                elif knot[user] >= 0:
                    self.touched.setdefault(knot[user], set()).add(user)

    def _held(self, node: int) -> int:
        """How many more of its parts held at first than it needs."""
        low, high = self.first[node], self.first[node + 1]
        if high - low > 64:
            array = np.frombuffer(self.base, dtype=np.uint8)
            return int(np.count_nonzero(array[self.rows.parts[low:high]])) - self.needs[node]
        base = self.base
        return sum(1 for part in self.parts[low:high] if base[part]) - self.needs[node]

    def _unfounded(self, touched: set[int]) -> list[int]:
        """Of a component, what rests on the nodes touched and cannot be derived without resting on itself."""
        lost, region = self.lost, {node for node in touched if node not in self.lost}
        if not region:
            return []
        home = self.knot[next(iter(region))]
        waiting = list(region)
        while waiting:
            node = waiting.pop()
            low, high = self.above[node], self.above[node + 1]
            self._spend(high - low)
            for user in self.users[low:high]:
                if self.knot[user] == home and user not in region and self.base[user] and user not in lost:
                    region.add(user)
                    waiting.append(user)
        missing = {}
        for node in region:
            row = self.parts[self.first[node] : self.first[node + 1]]
            self._spend(len(row))
            outside = sum(1 for part in row if self.base[part] and part not in region and part not in lost)
            missing[node] = self.needs[node] - outside
        founded = [node for node, left in missing.items() if left <= 0]
        for node in founded:
            for user in self.users[self.above[node] : self.above[node + 1]]:
                if user in missing:
                    missing[user] -= 1
                    if missing[user] == 0:
                        founded.append(user)
        return [node for node, left in missing.items() if left > 0]

    def _spend(self, arrows: int) -> None:
        if self.allowed is not None:
            self.allowed -= arrows
            if self.allowed < 0:
                raise TooMuch


def _walked(views: Sequence[tuple[memoryview, memoryview]], nodes: Iterable[int]) -> set[int]:
    """All that is reached from some nodes, themselves included. A view: where the neighbours of each node begin, and the neighbours."""
    seen = set(nodes)
    waiting = list(seen)
    while waiting:
        node = waiting.pop()
        for first, near in views:
            for other in near[first[node] : first[node + 1]]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
    return seen


def below(readings: Iterable[Rows], tops: Iterable[int]) -> list[int]:
    """The nodes that `tops` rest on in any of these readings, themselves included, in rising order."""
    return sorted(_walked([(view(rows.first), view(rows.parts)) for rows in dict.fromkeys(readings)], tops))


def reached(readings: Iterable[Rows], tops: Longs) -> NDArray[np.bool_]:
    """The same of a large part of the whole: for each node, do `tops` rest on it?"""
    every = tuple(dict.fromkeys(readings))
    seen = np.zeros(len(every[0]), dtype=np.bool_)
    seen[tops] = True
    fresh: NDArray[np.signedinteger] = tops
    while len(fresh):
        parts = np.concatenate([rows.parts[spread(rows.first[fresh], rows.first[fresh + 1] - rows.first[fresh])] for rows in every])
        fresh = np.unique(parts[~seen[parts]])
        seen[fresh] = True
    return seen


def resting(readings: Iterable[Rows], nodes: Iterable[int]) -> set[int]:
    """The nodes that rest on any of these in any reading, themselves included."""
    return _walked([(view(above), view(users)) for above, users in (rows.users for rows in dict.fromkeys(readings))], nodes)


def rows_of(rows: Rows, nodes: list[int]) -> list[tuple[int, tuple[int, ...]]]:
    """The conditions of some nodes that have all their parts among themselves, numbered anew in their order."""
    some = np.array(nodes, dtype=np.int64)
    lengths = (rows.first[some + 1] - rows.first[some]).tolist()
    new = {node: place for place, node in enumerate(nodes)}
    first, parts, needs = rows.first[some].tolist(), view(rows.parts), rows.needs[some].tolist()
    return [
        (need, tuple([new[part] for part in parts[start : start + length]]))
        for need, start, length in zip(needs, first, lengths, strict=True)
    ]


def bits(words: NDArray[np.uint64], count: int) -> Iterator[list[int]]:
    """For each of the lowest ``count`` bits in turn, the nodes whose word has it, in rising order."""
    nodes = np.flatnonzero(words & np.uint64((1 << count) - 1))
    table = np.unpackbits(words[nodes].astype("<u8").view(np.uint8).reshape(-1, 8), axis=1, bitorder="little")
    for bit in range(count):
        yield nodes[np.flatnonzero(table[:, bit])].tolist()
