"""The system of a whole corpus in arrays: made once, evaluated under any lens in one pass.

A schedule of the pass is made when it is first needed, for each reading. Systems in which a node needs several but not all of its parts are
evaluated by the plain worklists of `fontes.findings.engine.system`: right, and slower.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from fontes.findings.engine.condensation import Ints, Longs, Rows, spread
from fontes.findings.engine.passes import AT_ONCE, Schedule, Values, scheduled
from fontes.findings.engine.plan_local import TooMuch, below, bits, fallen, reached, rows_of
from fontes.findings.engine.plan_names import Names
from fontes.findings.engine.system import Condition, Name, Reading, System, greatest, least, system

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint64]
_NEAR = 200
"""How many arrows at least are followed upwards from what is withdrawn before the whole is evaluated again instead."""


@dataclass(frozen=True, eq=False)
class Among:
    """One of the many plans that a wider plan is when some of its nodes are ``closed`` in each reading.

    It is evaluated as the wider one, whose schedules are made once for all of them. Nodes have the same numbers in both; only those that
    ``roots`` rest on are in the one.
    """

    plan: Plan
    closed: tuple[Longs, Longs]
    roots: Longs

    def without(self, which: int, withdrawn: Iterable[int]) -> Longs:
        """What is withdrawn from the wider plan when this is withdrawn here."""
        return np.concatenate([self.closed[which], np.fromiter(withdrawn, dtype=np.int64)])


@dataclass(frozen=True, eq=False)
class Plan:
    """Nodes with names, in two readings (0: *any*, least demanding; 1: *all*, most demanding), which may be one and the same.

    ``among``: the wider plan this is evaluated as, if it is one of many.
    """

    names: Names
    readings: tuple[Rows, Rows]
    among: Among | None = field(default=None, kw_only=True)

    def __len__(self) -> int:
        return len(self.names)

    def number(self, name: Name) -> int | None:
        """The node of a name; None where there is no such node."""
        return self.names.number(name)

    def named(self, kind: str) -> list[Name]:
        """The names of one kind, in the order of their nodes."""
        return self.names.named(kind) if self.among is None else [self.name(node) for node in self.of_kind(kind).tolist()]

    def of_kind(self, kind: str) -> Longs:
        """The nodes whose names are of one kind, in rising order."""
        found = self.names.of_kind(kind)
        return found if self.among is None else found[self.reached[found]]

    @cached_property
    def reached(self) -> NDArray[np.bool_]:
        """Which nodes are in this plan: of one among many, those that its roots rest on; else all."""
        if self.among is None:
            return np.ones(len(self), dtype=np.bool_)
        return reached(self.readings, self.among.roots)

    def name(self, node: int) -> Name:
        """The name of a node."""
        return self.names.name(node)

    def parts(self, node: int, which: int = 0) -> tuple[int, ...]:
        """What a node rests on in a reading."""
        rows = self.readings[which]
        return tuple(rows.parts[rows.first[node] : rows.first[node + 1]].tolist())

    def least(self, which: int, withdrawn: Iterable[int] = ()) -> Bytes:
        """What holds in the least solution of a reading, one byte a node."""
        if self.among is not None:
            return self.among.plan.least(which, self.among.without(which, withdrawn))
        if self.readings[which].graded:
            return np.frombuffer(least(self._plain_reading(which), withdrawn), dtype=np.uint8)
        return self._values(which, [withdrawn]).astype(np.uint8, copy=False)

    def least_many(self, which: int, withdrawn: Sequence[Iterable[int]]) -> Words:
        """The same for up to 64 sets of withdrawn nodes in one pass: bit k of a node's word is set where it holds without the kth set.

        Raises ValueError for more than 64 sets.
        """
        if len(withdrawn) > AT_ONCE:
            raise ValueError(f"{len(withdrawn)} lenses at once; a word has room for {AT_ONCE}: take them {AT_ONCE} at a time")
        if self.among is not None:
            return self.among.plan.least_many(which, [self.among.without(which, gone) for gone in withdrawn])
        if not self.readings[which].graded and len(withdrawn):
            return self._values(which, withdrawn).astype(np.uint64, copy=False)
        words = np.zeros(len(self), dtype=np.uint64)
        for place, gone in enumerate(withdrawn):
            words |= self.least(which, gone).astype(np.uint64) << np.uint64(place)
        return words

    def greatest(self, which: int, withdrawn: Iterable[int] = ()) -> Bytes:
        """What holds in the greatest solution: also what is only supported in a circle."""
        if self.among is not None:
            return self.among.plan.greatest(which, self.among.without(which, withdrawn))
        if self.readings[which].graded:
            return np.frombuffer(greatest(self._plain_reading(which), withdrawn), dtype=np.uint8)
        return self._values(which, [withdrawn], greatest=True).astype(np.uint8, copy=False)

    def limited(self, tops: Iterable[int]) -> System:
        """The part that `tops` rest on in either reading, as a plain system with nodes numbered anew: the same solutions there."""
        nodes = below(self.readings, tops)
        any = rows_of(self.readings[0], nodes)
        all = any if self.readings[1] is self.readings[0] else rows_of(self.readings[1], nodes)
        return system(map(self.name, nodes), any, all)

    def changed(self, which: int, base: Bytes, withdrawn: Iterable[int]) -> list[int]:
        """Which nodes cease to hold when more is withdrawn; looks only at what rests on the withdrawn. `base`: the solution before."""
        rows, gone = self.readings[which], sorted(withdrawn)
        try:
            return fallen(rows, self.knots(which), base, gone, None if rows.graded else _NEAR + len(self) // 40)
        except TooMuch:
            after = self._within(which, base, np.array(gone, dtype=np.int64))
            return np.flatnonzero((base != 0) & (after == 0)).tolist()

    def plain(self) -> System:
        """The same as a plain system: the reference of the tests."""
        any, all = (rows_of(rows, list(range(len(self)))) for rows in self.readings)
        return system(self.names, any, all)

    def schedule(self, which: int, contract: bool = True) -> Schedule:
        """How a reading is passed over; without `contract`, with a value of its own for every node of a single part. Made when first needed."""
        if self.among is not None:
            return self.among.plan.schedule(which, contract)
        which = 0 if self.readings[0] is self.readings[1] else which
        made = self._schedules.get((which, contract))
        if made is None:
            made = self._schedules[which, contract] = scheduled(self.readings[which], contract)
        return made

    def knots(self, which: int) -> Ints:
        """A number for each node in a circle, the same for nodes of one, else -1; where words cannot count, all are taken for one."""
        if self.readings[which].graded:
            return np.zeros(len(self), dtype=np.int32)
        return self.schedule(which).order.knot

    @property
    def nbytes(self) -> int:
        """Memory of the arrays of both readings, without names and schedules."""
        return sum(rows.nbytes for rows in dict.fromkeys(self.readings))

    @cached_property
    def _schedules(self) -> dict[tuple[int, bool], Schedule]:
        return {}

    @cached_property
    def _plain(self) -> System:
        return self.plain()

    def _plain_reading(self, which: int) -> Reading:
        return self._plain.all if which else self._plain.any

    def _within(self, which: int, base: Bytes, gone: Longs) -> Bytes:
        """The whole solution again, when what falls is too much to be followed."""
        for contract in (True, False):
            made = self.schedule(which, contract)
            if contract and made.order.alias[gone].any():
                continue
            after = made.within(np.asarray(base, dtype=np.uint8), gone)
            if after is not None:
                return after
        raise AssertionError("a schedule without contraction has no aliases")

    def _values(self, which: int, withdrawn: Sequence[Iterable[int]], greatest: bool = False) -> Values:
        gone = [nodes if isinstance(nodes, np.ndarray) else np.fromiter(nodes, dtype=np.int64) for nodes in withdrawn]
        made = self.schedule(which)
        if any(made.order.alias[nodes].any() for nodes in gone):
            made = self.schedule(which, contract=False)
        return made.values(gone, greatest)


def falls_with(
    plan: Plan, which: int, withdrawn: Iterable[int], nodes: Iterable[int], among: NDArray[np.bool_] | None = None
) -> Iterator[tuple[int, list[int]]]:
    """Each of some nodes with what ceases to hold with it alone, besides what is withdrawn already, in rising order; exact.

    Where little falls it is followed from the node; the others are evaluated 64 at a time, and come a little later than their turn.
    Only nodes marked in `among` are told of, if it is given.
    """
    rows, gone = plan.readings[which], frozenset(withdrawn)
    base, knot = plan.least(which, gone), plan.knots(which)
    told = base != 0 if among is None else (base != 0) & among
    allowed = None if rows.graded else plan.schedule(which).worth
    much: list[int] = []
    for node in nodes:
        try:
            yield node, [one for one in fallen(rows, knot, base, [node], allowed) if told[one]]
        except TooMuch:
            much.append(node)
        if len(much) == AT_ONCE:
            yield from _together(plan, which, gone, told, much)
            much = []
    yield from _together(plan, which, gone, told, much)


def _together(plan: Plan, which: int, gone: frozenset[int], told: NDArray[np.bool_], nodes: list[int]) -> Iterator[tuple[int, list[int]]]:
    words = plan.least_many(which, [gone | {node} for node in nodes])
    lost = np.where(told, ~words, np.uint64(0))
    yield from zip(nodes, bits(lost, len(nodes)), strict=True)


class Building:
    """A plan in the making: nodes are numbered when first named and given their conditions afterwards.

    ``node`` gives the node of a name, numbered now if it is new; ``number`` the same if it has been named, else None.
    """

    def __init__(self) -> None:
        self._names = Names()
        self.node = self._names.add
        self.number = self._names.number
        self._given = bytearray()
        self._least = _Conditions()
        self._most = _Conditions()

    def __len__(self) -> int:
        return len(self._names)

    def put(self, node: int, least: Condition, most: Condition | None = None) -> None:
        """What a node needs, in the least and in the most demanding reading; where only one is given, in both. The last word counts."""
        try:
            self._given[node] = 1
        except IndexError:
            self._given.extend(bytes(node - len(self._given) + 1024 + node // 8))
            self._given[node] = 1
        if most is not None and most != least:
            self._most.put(len(self._least.of), most)
        self._least.put(node, least)

    def has(self, node: int) -> bool:
        """Has this node been given its condition?"""
        return node < len(self._given) and self._given[node] == 1

    def done(self) -> Plan:
        """The plan. Raises KeyError where a node was named and never given its condition."""
        missing = self._given.find(0, 0, len(self))
        if missing >= 0 or len(self._given) < len(self):
            raise KeyError(self._names.name(missing if missing >= 0 else len(self._given)))
        every = self._least.rows()
        row = np.zeros(len(self), dtype=np.int64)
        order = np.array(self._least.of, dtype=np.int32)
        row[order] = np.arange(len(order))
        least = picked(every, row)
        if not len(self._most.of):
            return Plan(self._names, (least, least))
        stricter = self._most.rows()
        of = np.arange(len(order))
        of[np.array(self._most.of, dtype=np.int32)] = len(order) + np.arange(len(self._most.of))
        return Plan(self._names, (least, picked(_joined(every, stricter), of[row])))


class _Conditions:
    """Conditions as they come, in flat arrays: of which node (or of which condition they are the stricter form), needs, counts, parts."""

    __slots__ = ("counts", "needs", "of", "parts")

    def __init__(self) -> None:
        self.of, self.needs, self.counts, self.parts = array("i"), array("i"), array("i"), array("i")

    def put(self, of: int, condition: Condition) -> None:
        need, parts = condition
        self.of.append(of)
        self.needs.append(need)
        self.counts.append(len(parts))
        self.parts.extend(parts)

    def rows(self) -> Rows:
        first = np.zeros(len(self.of) + 1, dtype=np.int64)
        np.cumsum(np.array(self.counts, dtype=np.int64), out=first[1:])
        return Rows(np.array(self.needs, dtype=np.int32), first, np.array(self.parts, dtype=np.int32))


def _joined(one: Rows, other: Rows) -> Rows:
    first = np.concatenate([one.first, other.first[1:] + one.first[-1]])
    return Rows(np.concatenate([one.needs, other.needs]), first, np.concatenate([one.parts, other.parts]))


def picked(rows: Rows, order: Longs) -> Rows:
    """The rows that stand at these places, in this order."""
    starts = rows.first[order]
    lengths = rows.first[order + 1] - starts
    first = np.zeros(len(order) + 1, dtype=np.int64)
    np.cumsum(lengths, out=first[1:])
    return Rows(rows.needs[order], first, rows.parts[spread(starts, lengths)])
