"""A cone made smaller without a change of its meaning: what holds in it for every choice of removals, circles included.

The steps are those by which fault trees and logic programs are prepared: constants are pushed upwards, single parts contracted, equal
conditions made one, and nested conditions of one kind opened (Rauzy, *Mathematical foundations of minimal cutsets*, 2001). For circles it
matters that each replaces a condition by one with the same least solution, as unfolding does (Tamaki and Sato, *Unfold/fold
transformation of logic programs*, 1984).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fontes.findings.engine.system import Condition, Reading, least, proof, reading

MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Upheld:
    """A node of a reading, what is withdrawn already, and what may be removed: each variable with the nodes that go with it."""

    reading: Reading
    top: int
    variables: Mapping[int, frozenset[int]]
    withdrawn: frozenset[int] = frozenset()

    @staticmethod
    def by(one: Reading, top: int, variables: Iterable[int], withdrawn: frozenset[int] = frozenset()) -> Upheld:
        """The same where each variable is one node."""
        return Upheld(one, top, {node: frozenset([node]) for node in variables}, withdrawn)

    def without(self, removed: frozenset[int]) -> frozenset[int] | None:
        """Variables that suffice when others are removed (not always a smallest set); None where the node does not hold."""
        gone = self.withdrawn.union(*(self.variables[one] for one in removed))
        way = proof(self.reading, self.top, gone)
        return frozenset(one for one, nodes in self.variables.items() if way & nodes) if way else None

    def holds(self, removed: Iterable[int] = ()) -> bool:
        """Does it hold when these variables are removed?"""
        return bool(least(self.reading, self.withdrawn.union(*(self.variables[one] for one in removed)))[self.top])


@dataclass(frozen=True, slots=True)
class Reduced:
    """A cone with the same meaning and fewer nodes: the first are the variables that matter, named by ``names``.

    ``always``: it holds whatever is removed. ``never``: it does not hold. In both cases nothing is left.
    """

    reading: Reading
    top: int
    names: tuple[int, ...]
    always: bool = False
    never: bool = False

    def holds(self, removed: Iterable[int]) -> bool:
        """Does the top hold without these variables (by name)?"""
        if self.always or self.never:
            return self.always
        gone = frozenset(removed)
        return bool(least(self.reading, [node for node, name in enumerate(self.names) if name in gone])[self.top])

    def without(self, removed: frozenset[int]) -> frozenset[int] | None:
        """Variables that suffice when others are removed (not always a smallest set); None where the top does not hold."""
        if self.always or self.never:
            return frozenset() if self.always else None
        way = proof(self.reading, self.top, [node for node, name in enumerate(self.names) if name in removed])
        return frozenset(name for node, name in enumerate(self.names) if node in way) if way else None


def reduced(whole: Upheld) -> Reduced:
    """A cone made smaller: what never or always holds is dropped, single parts are contracted, equal nodes are one, nested *and* and *or* flattened.

    Each step keeps the least solution for every choice of removals, circles included.
    """
    everything = frozenset().union(*whole.variables.values())
    holds, always = least(whole.reading, whole.withdrawn), least(whole.reading, whole.withdrawn | everything)
    if not holds[whole.top] or always[whole.top]:
        return Reduced(reading(()), 0, (), always=bool(always[whole.top]), never=not holds[whole.top])
    shrinking = _Shrinking(*_relevant(whole, holds, always))
    for _ in range(MOST_ROUNDS):
        if not shrinking.round():
            break
    return shrinking.result()


def _relevant(whole: Upheld, holds: bytearray, always: bytearray) -> tuple[dict[int, Condition], int, dict[int, int]]:
    """The conditions below the top that removals can change, its number, and for each variable's own node its name."""
    one, size = whole.reading, len(whole.reading.needs)
    names = {size + place: name for place, name in enumerate(sorted(whole.variables))}
    goes_with: dict[int, list[int]] = {}
    for node, name in names.items():
        for member in whole.variables[name]:
            goes_with.setdefault(member, []).append(node)
    conditions: dict[int, Condition] = {}
    fresh, waiting = size + len(names), [whole.top]
    while waiting:
        node = waiting.pop()
        if node in conditions:
            continue
        parts = tuple(part for part in one.parts[node] if holds[part] and not always[part])
        need = one.needs[node] - sum(1 for part in one.parts[node] if always[part])
        own = tuple(goes_with.get(node, ()))
        if not own or need == len(parts):
            conditions[node] = (need + len(own), (*parts, *own))
        elif need <= 0:
            conditions[node], parts = (len(own), own), ()
        else:
            conditions[node], conditions[fresh] = (1 + len(own), (fresh, *own)), (need, parts)
            fresh += 1
        waiting.extend(parts)
    return conditions, whole.top, names


@dataclass(slots=True)
class _Shrinking:
    """The work of `reduced`: conditions by node, changed in place; ``same`` leads from a node to the one it was merged into."""

    conditions: dict[int, Condition]
    top: int
    names: dict[int, int]
    same: dict[int, int] = field(default_factory=dict)

    def round(self) -> bool:
        """One pass over all nodes; was it worth another?"""
        before = sum(len(parts) for _, parts in self.conditions.values())
        users = self._users()
        seen: dict[Condition, int] = {}
        for node in list(self.conditions):
            condition = self.conditions[node] = self._absorbed(*self._flat(node, users))
            if len(condition[1]) == 1:
                self.same[node] = condition[1][0]
            elif (twin := seen.setdefault(condition, node)) != node:
                self.same[node] = twin
        self._drop()
        return 10 * sum(len(parts) for _, parts in self.conditions.values()) < 9 * before

    def _real(self, node: int) -> int:
        while (other := self.same.get(node)) is not None:
            node = other
        return node

    def _users(self) -> dict[int, int]:
        """How often each node is a part of another."""
        users: dict[int, int] = {}
        for _, parts in self.conditions.values():
            for part in parts:
                real = self._real(part)
                users[real] = users.get(real, 0) + 1
        return users

    def _flat(self, node: int, users: dict[int, int]) -> Condition:
        """The condition with merged parts by their present name, itself left out, and parts of the same kind that nothing else uses opened."""
        need, parts = self.conditions[node]
        every, any_ = need == len(parts) > 1, need == 1
        found: list[int] = []
        for part in parts:
            real = self._real(part)
            inner = self.conditions.get(real)
            if inner and users.get(real) == 1 and real not in (node, self.top) and len(inner[1]) > 1 and self._alike(inner, every, any_):
                found.extend(map(self._real, inner[1]))
            else:
                found.append(real)
        found = [part for part in found if part != node]
        if every or any_ or need == len(found):
            unique = tuple(sorted(set(found)))
            return (1 if any_ else len(unique)), unique
        return need, tuple(sorted(found))

    @staticmethod
    def _alike(inner: Condition, every: bool, any_: bool) -> bool:
        return (every and inner[0] == len(inner[1])) or (any_ and inner[0] == 1)

    def _absorbed(self, need: int, parts: tuple[int, ...]) -> Condition:
        """Without parts that another part makes idle: `a and (a or b)` is a, and so is `a or (a and b)`."""
        every = need == len(parts)
        if len(parts) < 2 or not (every or need == 1):
            return need, parts  # so many of several, where a part may stand twice
        kept = set(parts)
        for part in parts:
            inner = self.conditions.get(part)
            other_kind = inner is not None and len(inner[1]) > 1 and inner[0] == (1 if every else len(inner[1]))
            if inner and other_kind and any(one in kept and one != part for one in map(self._real, inner[1])):
                kept.remove(part)
        return (len(kept) if every else 1), tuple(sorted(kept))

    def _drop(self) -> None:
        """Only what the top still rests on is kept, by its present name."""
        self.top = self._real(self.top)
        kept: dict[int, Condition] = {}
        waiting = [self.top]
        while waiting:
            node = waiting.pop()
            if node in kept or node in self.names:
                continue
            need, parts = self.conditions[node]
            kept[node] = need, tuple(map(self._real, parts))
            waiting.extend(kept[node][1])
        self.conditions = kept

    def result(self) -> Reduced:
        """What is left, numbered anew: variables first."""
        inner = list(self.conditions)
        used = {part for _, parts in self.conditions.values() for part in parts} | {self.top}
        outer = sorted(node for node in self.names if node in used)
        place = {node: number for number, node in enumerate((*outer, *inner))}
        conditions = [(need, tuple(place[part] for part in parts)) for need, parts in self.conditions.values()]
        return Reduced(reading([*[(0, ())] * len(outer), *conditions]), place[self.top], tuple(self.names[node] for node in outer))


def indispensable(one: Reduced) -> frozenset[int]:
    """The variables whose loss alone brings the top down: every single removal is tried at once, one bit of a number for each."""
    if one.always or one.never:
        return frozenset()
    everyone = (1 << len(one.names)) - 1
    values = [everyone ^ (1 << node) for node in range(len(one.names))] + [0] * (len(one.reading.needs) - len(one.names))
    order = _upwards(one.reading)
    changed = True
    while changed:
        changed = False
        for node in order:
            value = _where(one.reading.needs[node], [values[part] for part in one.reading.parts[node]], everyone)
            changed = changed or value != values[node]
            values[node] = value
    lost = everyone & ~values[one.top]
    return frozenset(name for node, name in enumerate(one.names) if lost >> node & 1)


def _where(need: int, parts: list[int], everyone: int) -> int:
    """In which of the trials at least so many parts hold."""
    reached = [everyone] + [0] * need
    for part in parts:
        for level in range(need, 0, -1):
            reached[level] |= reached[level - 1] & part
    return reached[need]


def _upwards(one: Reading) -> list[int]:
    """Nodes with parts, in an order in which each follows enough of its parts."""
    missing, order = list(one.needs), [node for node, need in enumerate(one.needs) if need == 0]
    for node in order:
        for user in one.users[node]:
            missing[user] -= 1
            if missing[user] == 0:
                order.append(user)
    return [node for node in order if one.parts[node]]


def circular(one: Reading) -> bool:
    """Does anything here rest on itself by any way?"""
    missing, order = [len(parts) for parts in one.parts], [node for node, parts in enumerate(one.parts) if not parts]
    for node in order:
        for user in one.users[node]:
            missing[user] -= 1
            if missing[user] == 0:
                order.append(user)
    return len(order) < len(missing)
