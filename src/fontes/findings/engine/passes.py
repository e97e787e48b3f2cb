"""Passes over a system in its order of evaluation: one lens in bytes, up to sixty-four in one pass of words.

A lens is one bit of a word, so that *and* and *or* of words answer for all lenses at once. A wide level is one gathering of its parts and
one reduction for each number of parts; a run of narrow levels is evaluated over plain integers, which costs less than calling numpy for a
handful. A knot is gone round from nothing (least solution) or from everything (greatest) until what was let go in it stays as it is; if that
takes too long, a worklist ends it. The same input gives the same output, step by step.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from fontes.findings.engine.condensation import ALL, ONE, Bytes, Longs, Order, Rows, condense, turned, view

Words = NDArray[np.uint64]
Values = NDArray[Any]
"""One word a place: bit k for the kth lens; of the narrowest unsigned type there is room in."""

AT_ONCE = 64
_FEW = 12
_ALIKE = 64
_WIDE = 256
_ROUNDS = 48
_SMALL = 24
_ARROWS = 16
_UFUNC = {ALL: np.bitwise_and, ONE: np.bitwise_or}


class Step(Protocol):
    """Part of a pass: fills in the values of some places. ``keep`` masks what is withdrawn, ``start`` is what knots begin with."""

    def on(self, values: Values, keep: Values | None, start: int) -> None:
        """Evaluate."""


@dataclass(frozen=True, slots=True)
class Level:
    """Places from ``a`` to ``b``, all of one kind: ``parts`` as a table, one column a place, or as rows that begin at ``starts``."""

    kind: int
    parts: Longs
    starts: Longs | None
    a: int
    b: int

    def on(self, values: Values, keep: Values | None, start: int) -> None:
        """Gather the parts and reduce them."""
        found, to, ufunc = values.take(self.parts), values[self.a : self.b], _UFUNC[self.kind]
        if self.starts is not None:
            ufunc.reduceat(found, self.starts, out=to)
        elif len(found) == 2:
            ufunc(found[0], found[1], out=to)
        else:
            ufunc.reduce(found, axis=0, out=to)
        if keep is not None:
            to &= keep[self.a : self.b]


@dataclass(frozen=True, slots=True)
class Run:
    """Narrow levels one after the other, as a list of operations on two earlier values; *or* has the complement of the first place."""

    outside: Longs
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    results: Longs
    a: int
    b: int

    def on(self, values: Values, keep: Values | None, start: int) -> None:
        """Evaluate over plain integers."""
        here: list[int] = values.take(self.outside).tolist()
        put = here.append
        pairs = zip(view(self.left), view(self.right), strict=True)
        if keep is None:
            for one, other in pairs:
                put(here[one] & here[other] if one >= 0 else here[~one] | here[other])
        else:
            masks = np.full(len(self.left), np.iinfo(keep.dtype).max, dtype=keep.dtype)
            masks[self.results - len(self.outside)] = keep[self.a : self.b]
            for (one, other), mask in zip(pairs, masks.tolist(), strict=True):
                put((here[one] & here[other] if one >= 0 else here[~one] | here[other]) & mask)
        values[self.a : self.b] = np.array(here, dtype=values.dtype)[self.results]


@dataclass(frozen=True)
class Knot:
    """Components of the same depth, from place ``a`` to ``c``: what follows from what was let go, and that itself (from ``b`` on)."""

    inner: tuple[Step, ...]
    let_go: tuple[Step, ...]
    kind: Bytes
    at: Longs
    flat: Longs
    a: int
    b: int
    c: int

    def on(self, values: Values, keep: Values | None, start: int) -> None:
        """Go round until nothing changes."""
        if self.c - self.a <= _SMALL:
            self._begun(values, keep, start, self.a)
            return self._to_the_end(values, keep)
        self._begun(values, keep, start, self.b)
        free = values[self.b : self.c]
        for _ in range(_ROUNDS):
            for step in self.inner:
                step.on(values, keep, start)
            before = free.copy()
            for step in self.let_go:
                step.on(values, keep, start)
            if np.array_equal(before, free):
                return
        self._to_the_end(values, keep)

    def _begun(self, values: Values, keep: Values | None, start: int, low: int) -> None:
        """What a solution begins with, from a place on."""
        values[low : self.c] = start
        if keep is not None:
            values[low : self.c] &= keep[low : self.c]

    @cached_property
    def _rows(self) -> tuple[list[int], list[list[int]], list[list[int]], Longs]:
        """Kinds, parts and users of the places from `a` on, numbered from 0, and after them the places outside."""
        size = self.c - self.a
        within = (self.flat >= self.a) & (self.flat < self.c)
        outside, number = np.unique(self.flat[~within], return_inverse=True)
        parts = self.flat - self.a
        parts[~within] = number + size
        owner = np.repeat(np.arange(size, dtype=np.int64), np.diff(self.at))
        first, users = turned(parts[within], owner[within], size)
        rows = [one.tolist() for one in np.split(parts, self.at[1:-1])]
        return self.kind.tolist(), rows, [one.tolist() for one in np.split(users, first[1:-1])], outside

    def _to_the_end(self, values: Values, keep: Values | None) -> None:
        """The rest by a worklist: from where the rounds have come, values only move on in the same direction."""
        kinds, parts, users, outside = self._rows
        here: list[int] = [*values[self.a : self.c].tolist(), *values.take(outside).tolist()]
        masks = None if keep is None else keep[self.a : self.c].tolist()
        waiting = deque(range(len(kinds)))
        queued = bytearray(b"\1" * len(kinds))
        while waiting:
            node = waiting.popleft()
            queued[node] = 0
            row = parts[node]
            value = here[row[0]]
            if kinds[node] == ALL:
                for part in row:
                    value &= here[part]
            else:
                for part in row:
                    value |= here[part]
            if masks is not None:
                value &= masks[node]
            if value != here[node]:
                here[node] = value
                for user in users[node]:
                    if not queued[user]:
                        queued[user] = 1
                        waiting.append(user)
        values[self.a : self.c] = np.array(here[: len(kinds)], dtype=values.dtype)


@dataclass(frozen=True, eq=False)
class Schedule:
    """A reading made ready for passes: made once, used for every lens. Of the order, the parts have gone into the steps."""

    order: Order
    steps: tuple[Step, ...]

    @property
    def worth(self) -> int:
        """So many arrows can be followed one by one at the price of one lens among sixty-four; a matter of time, never of the answer."""
        return _ARROWS + (len(self.order.place) // 64 + 3 * len(self.order.bounds)) // 64

    def within(self, base: NDArray[np.uint8], withdrawn: NDArray[np.int64]) -> NDArray[np.uint8] | None:
        """The least solution when more is withdrawn than before, from the solution before.

        None where a node that only stands for its part did not hold although the part did: only a schedule without contraction can tell.
        """
        order, leaves = self.order, len(self.order.holding)
        real = np.flatnonzero(~order.alias)
        keep = np.zeros(leaves + len(order.kind), dtype=np.uint8)
        keep[order.place[real]] = base[real]
        if not np.array_equal(keep.take(order.place), base):
            return None
        keep[order.place[withdrawn]] = 0
        values = keep.copy()
        for step in self.steps:
            step.on(values, keep, 0)
        return np.asarray(values.take(order.place))

    def values(self, withdrawn: Sequence[NDArray[np.int64]], greatest: bool = False) -> Values:
        """The solution without each of up to 64 sets of nodes, one word a node; for one set, one byte, 1 where the node holds."""
        order, leaves = self.order, len(self.order.holding)
        kind = next(one for one in (np.uint8, np.uint16, np.uint32, np.uint64) if len(withdrawn) <= np.iinfo(one).bits)
        every = (1 << len(withdrawn)) - 1
        values = np.zeros(leaves + len(order.kind), dtype=kind)
        values[:leaves][order.holding] = every
        keep: Values | None = None
        for bit, nodes in enumerate(withdrawn):
            places, mask = order.place[nodes], np.array(every ^ (1 << bit), dtype=kind)
            values[places] = np.bitwise_and(values[places], mask)
            inner = places[places >= leaves]
            if len(inner):
                keep = np.full(len(values), every, dtype=kind) if keep is None else keep
                keep[inner] = np.bitwise_and(keep[inner], mask)
        for step in self.steps:
            step.on(values, keep, every if greatest else 0)
        return values.take(order.place)


def scheduled(rows: Rows, contract: bool = True) -> Schedule:
    """The schedule of a reading. Raises ValueError where a node needs several of its parts but not all: words cannot count."""
    if rows.graded:
        raise ValueError("a node needs several of its parts but not all of them: evaluate it with fontes.findings.engine.system instead")
    order = condense(rows, contract)
    none = np.empty(0, dtype=np.int64)
    return Schedule(replace(order, at=none, flat=none), tuple(_steps(order)))


def _steps(order: Order) -> Iterable[Step]:
    """Levels, runs and knots in order."""
    section = order.section.tolist()
    outer, bounds = order.outer.tolist(), order.bounds.tolist()
    here, end, leaves = 0, len(section), len(order.holding)
    tied = iter([*np.flatnonzero(order.section).tolist(), end])
    while here < end:
        begin = here
        if section[here] == 0:
            here = next(group for group in tied if group > begin)
            yield from _levels(order, bounds, begin, here)
        else:
            while here < end and outer[here] == outer[begin] and section[here] == 1:
                here += 1
            middle = here
            while here < end and outer[here] == outer[begin]:
                here += 1
            inner = tuple(_levels(order, bounds, begin, middle))
            let_go = tuple(step for group in range(middle, here) for step in _level(order, bounds[group], bounds[group + 1]))
            low, high = bounds[begin], bounds[here]
            at, kind = order.at[low : high + 1], order.kind[low:high].copy()
            flat = order.flat[at[0] : at[-1]].copy()
            yield Knot(inner, let_go, kind, at - at[0], flat, low + leaves, bounds[middle] + leaves, high + leaves)


def _levels(order: Order, bounds: list[int], begin: int, end: int) -> Iterable[Step]:
    """Groups in which every part comes before: four or more narrow ones together make a run."""
    here = begin
    while here < end:
        narrow = here
        while narrow < end and bounds[narrow + 1] - bounds[narrow] <= _FEW:
            narrow += 1
        if narrow - here >= 4:
            yield _run(order, bounds[here], bounds[narrow])
            here = narrow
        else:
            yield from _level(order, bounds[here], bounds[here + 1])
            here += 1


def _level(order: Order, a: int, b: int) -> Iterable[Step]:
    """One group: a table for each number of parts that is frequent in it, rows for the rest."""
    lengths = np.diff(order.at[a : b + 1])
    if b - a < _WIDE:
        broadest = int(lengths.max())
        padded = broadest * (b - a) <= 2 * int(lengths.sum())
        yield _padded(order, a, b, broadest) if padded else _rows(order, a, b)
        return
    cuts = [0, *(np.flatnonzero(lengths[1:] != lengths[:-1]) + 1).tolist(), b - a]
    loose = a
    for low, high in pairwise(cuts):
        if high - low >= _ALIKE:
            if loose < a + low:
                yield _rows(order, loose, a + low)
            yield _table(order, a + low, a + high, int(lengths[low]))
            loose = a + high
    if loose < b:
        yield _rows(order, loose, b)


def _table(order: Order, a: int, b: int, breadth: int) -> Level:
    parts = np.ascontiguousarray(order.flat[order.at[a] : order.at[b]].reshape(-1, breadth).T)
    leaves = len(order.holding)
    return Level(int(order.kind[a]), parts, None, a + leaves, b + leaves)


def _padded(order: Order, a: int, b: int, breadth: int) -> Level:
    """A table in which the last part is repeated where there are fewer: to *and* and *or* that is all one."""
    begins, lengths = order.at[a:b], np.diff(order.at[a : b + 1])
    parts = order.flat[begins + np.minimum(np.arange(breadth)[:, None], lengths - 1)]
    return Level(int(order.kind[a]), parts, None, a + len(order.holding), b + len(order.holding))


def _rows(order: Order, a: int, b: int) -> Level:
    leaves = len(order.holding)
    starts = order.at[a:b] - order.at[a]
    return Level(int(order.kind[a]), order.flat[order.at[a] : order.at[b]].copy(), starts, a + leaves, b + leaves)


def _run(order: Order, a: int, b: int) -> Run:
    """Narrow groups as operations on two values: a condition of more than two parts takes several, one of a single part meets itself."""
    leaves, flat = len(order.holding), order.flat[order.at[a] : order.at[b]]
    begins, lengths = order.at[a:b] - order.at[a], np.diff(order.at[a : b + 1])
    within = (flat >= a + leaves) & (flat < b + leaves)
    outside, number = np.unique(flat[~within], return_inverse=True)
    steps = np.maximum(lengths - 1, 1)
    last = np.cumsum(steps) + len(outside) - 1
    local = np.empty(len(flat), dtype=np.int64)
    local[~within] = number
    local[within] = last[flat[within] - a - leaves]
    total = int(steps.sum())
    owner = np.repeat(np.arange(b - a), steps)
    turn = np.arange(total) - np.repeat(last - len(outside) + 1 - steps, steps)
    left = np.where(turn == 0, local[begins[owner]], np.arange(total) + len(outside) - 1)
    right = local[begins[owner] + np.minimum(turn + 1, lengths[owner] - 1)]
    left = np.where(order.kind[a:b][owner] == ALL, left, ~left)
    return Run(outside, left.astype(np.int32), right.astype(np.int32), last, a + leaves, b + leaves)
