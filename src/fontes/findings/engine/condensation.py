"""The order in which a system of conditions can be evaluated: level by level, with its knots apart.

Nodes of a single part are only other names of that part and fall out of the reckoning. Of the rest, whatever has all its parts before it
is peeled off in batches (Kahn, *Topological sorting of large networks*, 1962), each of one kind, *and* or *or*; a deep and narrow stretch is
peeled one node at a time. Only what is left, which hangs together in circles or lies between them, is handed to rustworkx for its strongly
connected components. Inside a component a few nodes are let go first, one, two, four … at a time, until the others follow from them in
batches too: whoever evaluates it guesses those few and goes round until they stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

LEAF, ALL, ONE, KNOT = 0, 1, 2, 3
"""What a node is: it holds or never does; all of its parts are needed, or one; a whole component."""
NARROW = 24
_LET_GO = 1 << 30
_RICHEST = 15


@dataclass(frozen=True, eq=False)
class Rows:
    """One reading of a system in arrays: how many parts each node needs, and its parts, those of node n from ``first[n]`` to ``first[n + 1]``."""

    needs: Ints
    first: Longs
    parts: Ints

    def __len__(self) -> int:
        return len(self.needs)

    @cached_property
    def users(self) -> tuple[Longs, Ints]:
        """The same turned round: of each node, the nodes it is a part of, in rising order."""
        return turned(self.parts, np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.first)), len(self))

    @cached_property
    def graded(self) -> bool:
        """Does any node need several of its parts, but not all? Such a system is not evaluated in words."""
        return bool(((self.needs > 1) & (self.needs < np.diff(self.first))).any())

    @property
    def nbytes(self) -> int:
        """Memory of the arrays."""
        return int(self.needs.nbytes + self.first.nbytes + self.parts.nbytes)


def view(numbers: NDArray[Any]) -> memoryview:
    """The same numbers, to be had one at a time at the least cost; written through."""
    return memoryview(numbers)  # type: ignore[arg-type]


def spread(starts: Longs, lengths: Longs) -> Longs:
    """The places of many rows one after the other: start, start + 1 … for each."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + lengths, lengths) + np.arange(total, dtype=np.int64)


def turned(parts: NDArray[np.signedinteger], users: Longs, size: int) -> tuple[Longs, Ints]:
    """Pairs of part and user as rows: first place and users of each part, in rising order."""
    keys = (parts.astype(np.int64) << 32) | users
    keys.sort()
    first = np.zeros(size + 1, dtype=np.int64)
    np.cumsum(np.bincount(parts, minlength=size), out=first[1:])
    return first, (keys & 0xFFFFFFFF).astype(np.int32)


@dataclass(frozen=True, eq=False)
class Order:
    """An order of evaluation. Values stand in places: first the ``leaves``, ``holding`` or never, then the conditions, group by group.

    ``place`` gives the place of every node's value, ``alias`` the nodes that only stand for their part. Conditions come in the order of
    their places: parts of the nth, as places, from ``at[n]`` to ``at[n + 1]`` in ``flat``; ``kind``. Groups begin at ``bounds`` and
    have one kind each; ``outer`` says which component or level a group is of, ``section`` whether it is a level of its own (0), lies
    inside a component (1), or is what was let go there (2). ``knot`` is the component of each node that is in one, else -1.
    """

    place: Longs
    alias: Flags
    holding: Flags
    at: Longs
    flat: Longs
    kind: Bytes
    bounds: Longs
    outer: Longs
    section: Bytes
    knot: Ints


def condense(rows: Rows, contract: bool = True) -> Order:
    """The order of a reading; without ``contract`` single parts are levels of their own, as is needed where such a node is withdrawn."""
    size, counts = len(rows), np.diff(rows.first)
    kind = np.where(rows.needs == counts, ALL, ONE).astype(np.uint8)
    kind[(rows.needs <= 0) | (rows.needs > counts)] = LEAF
    alias = (kind != LEAF) & (counts == 1)
    root = np.arange(size, dtype=np.int64)
    if contract:
        root, alias = _roots(rows, alias)
    else:
        alias = np.zeros(size, dtype=np.bool_)
    leaves = np.flatnonzero(kind == LEAF)
    nodes = np.flatnonzero((kind != LEAF) & ~alias)
    small = np.full(size, -1, dtype=np.int64)
    small[nodes] = np.arange(len(nodes))
    lengths = counts[nodes]
    edges = root[rows.parts[spread(rows.first[nodes], lengths)]]
    batches = _batches(kind[nodes], lengths, small[edges])
    ranking = batches.sorted(np.minimum(lengths, _RICHEST))
    place = np.empty(size, dtype=np.int64)
    place[leaves] = np.arange(len(leaves))
    place[nodes[ranking]] = np.arange(len(leaves), size - int(alias.sum()))
    place = place[root]
    at = np.zeros(len(nodes) + 1, dtype=np.int64)
    np.cumsum(lengths[ranking], out=at[1:])
    starts = np.cumsum(lengths) - lengths
    flat = place[edges[spread(starts[ranking], lengths[ranking])]]
    bounds, outer, section = batches.groups(ranking)
    knot = np.full(size, -1, dtype=np.int32)
    knot[nodes] = np.where(batches.section > 0, batches.outer, -1)
    return Order(place, alias, rows.needs[leaves] <= 0, at, flat, kind[nodes][ranking], bounds, outer, section, knot[root])


def _roots(rows: Rows, alias: Flags) -> tuple[Longs, Flags]:
    """What each node stands for in the end, by doubling steps; of a ring of nothing but aliases, the first is taken for a condition."""
    to = np.arange(len(rows), dtype=np.int64)
    straight = np.where(alias, rows.parts[np.minimum(rows.first[:-1], max(0, len(rows.parts) - 1))], 0) if len(rows.parts) else to
    to[alias] = straight[alias]
    moving = np.flatnonzero(alias)
    for _ in range(len(rows).bit_length() + 1):
        moving = moving[alias[to[moving]]]
        if not len(moving):
            return to, alias
        to[moving] = to[to[moving]]
    seen: set[int] = set()
    alias = alias.copy()
    for start in np.unique(to[moving]).tolist():
        if start not in seen:
            alias[start] = False
            while start not in seen:
                seen.add(start)
                start = int(straight[start])
    return _roots(rows, alias)


@dataclass(frozen=True, eq=False)
class _Batches:
    """For every condition: its level or component, its section, and its batch inside a component."""

    kind: Bytes
    outer: Longs
    section: Bytes
    inner: Longs

    def sorted(self, breadth: Longs) -> Longs:
        """The conditions in order of evaluation; within a batch those of few parts first, so that like stands beside like."""
        if not self.section.any() and (int(self.outer.max(initial=0)) + 1) << 36 < 1 << 62:
            keys = (((self.outer << 4) | breadth) << 32) | np.arange(len(breadth))
            keys.sort()
            return keys & 0xFFFFFFFF
        return np.lexsort((breadth, self.inner, self.section, self.outer)).astype(np.int64)

    def groups(self, ranking: Longs) -> tuple[Longs, Longs, Bytes]:
        """Where each batch begins (and, last, where all end), and its component and section."""
        outer, section, inner = self.outer[ranking], self.section[ranking], self.inner[ranking]
        differs = (outer[1:] != outer[:-1]) | (section[1:] != section[:-1]) | (inner[1:] != inner[:-1])
        starts = np.flatnonzero(np.append(np.ones(min(1, len(ranking)), dtype=np.bool_), differs))
        return np.append(starts, len(ranking)), outer[starts], section[starts]


def _batches(kind: Bytes, lengths: Longs, parts: Longs) -> _Batches:
    size = len(kind)
    users = np.repeat(np.arange(size, dtype=np.int64), lengths)
    inside = parts >= 0
    parts, users = parts[inside], users[inside]
    outer = np.full(size, -1, dtype=np.int64)
    begin = _peeled(parts, users, kind, outer, 0)
    section, inner = np.zeros(size, dtype=np.uint8), np.zeros(size, dtype=np.int64)
    left = np.flatnonzero(outer < 0)
    if len(left):
        small = np.full(size, -1, dtype=np.int64)
        small[left] = np.arange(len(left))
        among = (outer[parts] < 0) & (outer[users] < 0)
        outer[left], section[left], inner[left] = _tied(kind[left], small[parts[among]], small[users[among]], begin)
    return _Batches(kind, outer, section, inner)


def _tied(kind: Bytes, parts: Longs, users: Longs, begin: int) -> tuple[Longs, Bytes, Longs]:
    """The same for what is in components or rests on them."""
    unit, knotted = _components(len(kind), parts, users)
    across = unit[parts] != unit[users]
    outer = np.full(len(kind), -1, dtype=np.int64)
    outer[unit != np.arange(len(kind))] = 0
    _peeled(unit[parts[across]], unit[users[across]], np.where(knotted, KNOT, kind).astype(np.uint8), outer, begin)
    within = ~across & knotted[unit[users]]
    section = knotted[unit].astype(np.uint8)
    inner, let_go = _unknotted(kind, unit, section > 0, parts[within], users[within])
    section[let_go] = 2
    inner[let_go] = kind[let_go]
    return outer[unit], section, inner


def _components(size: int, parts: Longs, users: Longs) -> tuple[Longs, Flags]:
    """The first node of each node's strongly connected component, and which of these stand for a circle."""
    unit, knotted = np.arange(size, dtype=np.int64), np.zeros(size, dtype=np.bool_)
    top = np.full(size, -1, dtype=np.int64)
    _peeled(users, parts, np.full(size, ONE, dtype=np.uint8), top, 0)
    core = np.flatnonzero(top < 0)
    small = np.full(size, -1, dtype=np.int64)
    small[core] = np.arange(len(core))
    among = (top[parts] < 0) & (top[users] < 0)
    graph: rx.PyDiGraph[int | None, Any | None] = rx.PyDiGraph(node_count_hint=len(core), edge_count_hint=int(among.sum()))
    graph.add_nodes_from(range(len(core)))
    graph.extend_from_edge_list(list(zip(small[parts[among]].tolist(), small[users[among]].tolist(), strict=True)))
    for component in rx.strongly_connected_components(graph):
        if len(component) > 1:
            members = core[component]
            unit[members] = members.min()
            knotted[members.min()] = True
    knotted[parts[parts == users]] |= unit[parts[parts == users]] == parts[parts == users]
    return unit, knotted


def _unknotted(kind: Bytes, unit: Longs, among: Flags, parts: Longs, users: Longs) -> tuple[Longs, Longs]:
    """Batches inside components, and the nodes let go to get there: those most others hang on first."""
    size = len(kind)
    batch = np.where(among, -1, 0).astype(np.int64)
    first, turned_users = turned(parts, users, size)
    missing = np.bincount(users, minlength=size).astype(np.int32)
    weight = np.minimum(np.diff(first), 1 << 20) * np.minimum(missing, 1 << 10)
    chosen: list[Longs] = []
    begin, ready, most = 0, np.flatnonzero((missing == 0) & among), 1
    while True:
        begin = _peel(missing, first, turned_users, kind, batch, begin, ready)
        left = np.flatnonzero(batch < 0)
        if not len(left):
            return batch, np.concatenate([*chosen, left])
        left = left[np.lexsort((left, -weight[left], unit[left]))]
        new = np.flatnonzero(np.append(True, unit[left[1:]] != unit[left[:-1]]))
        rank = np.arange(len(left)) - np.repeat(new, np.diff(np.append(new, len(left))))
        free = left[rank < most]
        chosen.append(free)
        most *= 2
        batch[free] = 0
        missing[free] = _LET_GO
        reached = turned_users[spread(first[free], first[free + 1] - first[free])]
        np.subtract.at(missing, reached, np.int32(1))
        ready = np.unique(reached[missing[reached] == 0]).astype(np.int64)


def _peeled(parts: Longs, users: Longs, kind: Bytes, batch: Longs, begin: int) -> int:
    """Peel from the bottom everything not in a batch yet; what is left at -1 hangs in circles. Returns the next number of a batch."""
    size = len(kind)
    first, turned_users = turned(parts, users, size)
    missing = np.bincount(users, minlength=size).astype(np.int32)
    return _peel(missing, first, turned_users, kind, batch, begin, np.flatnonzero((missing == 0) & (batch < 0)))


def _peel(missing: Ints, first: Longs, users: Ints, kind: Bytes, batch: Longs, begin: int, ready: Longs) -> int:
    """Put whatever is ready into batches of one kind, and what becomes ready by that; ``missing`` counts down, ``batch`` is filled in."""
    waiting: list[list[int]] = [ready[kind[ready] == one].tolist() for one in range(4)]
    missing_, first_, users_, kind_, batch_ = (view(one) for one in (missing, first, users, kind, batch))
    turn = 0
    while any(waiting):
        turn = (turn + 1) % 4
        while not waiting[turn]:
            turn = (turn + 1) % 4
        current, waiting[turn] = waiting[turn], []
        if len(current) <= NARROW:
            for node in current:
                batch_[node] = begin
                for user in users_[first_[node] : first_[node + 1]]:
                    left = missing_[user] - 1
                    missing_[user] = left
                    if left == 0:
                        waiting[kind_[user]].append(user)
        else:
            some = np.array(current, dtype=np.int64)
            batch[some] = begin
            reached = users[spread(first[some], first[some + 1] - first[some])]
            np.subtract.at(missing, reached, np.int32(1))
            fresh = np.unique(reached[missing[reached] == 0])
            for one in np.unique(kind[fresh]).tolist():
                waiting[one].extend(fresh[kind[fresh] == one].tolist())
        begin += 1
    return begin
