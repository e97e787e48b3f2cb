"""A system of conditions that rest on each other, in two readings, and its least and greatest solutions.

Every node needs a number of its parts: all of them (*and*), one of them (*or*), none (it simply holds) or one of none (it never
holds). What is not recorded is read twice, so that each node has a least demanding form (*any*) and a most demanding one (*all*);
whoever builds the system sees to it that *all* is never easier than *any*. Solutions are found by the counting worklist of Dowling
and Gallier (*Linear-time algorithms for testing the satisfiability of propositional Horn formulae*, 1984): linear in the number of parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Name = tuple[str, ...]
Condition = tuple[int, tuple[int, ...]]
"""How many of the parts are needed, and the parts."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a system: for each node what it needs, its parts, and the nodes it is a part of."""

    needs: tuple[int, ...]
    parts: tuple[tuple[int, ...], ...]
    users: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class System:
    """Nodes with names, in two readings."""

    names: tuple[Name, ...]
    number: Mapping[Name, int]
    any: Reading
    all: Reading


def all_of(parts: Iterable[int]) -> Condition:
    """Every part is needed; of no parts, nothing is."""
    kept = tuple(dict.fromkeys(parts))
    return len(kept), kept


def one_of(parts: Iterable[int]) -> Condition:
    """One part suffices; of no parts, none ever does."""
    return 1, tuple(dict.fromkeys(parts))


def reading(conditions: Iterable[Condition]) -> Reading:
    """A reading from the conditions of nodes 0, 1, 2 …"""
    kept = tuple(conditions)
    users: list[list[int]] = [[] for _ in kept]
    for node, (_, parts) in enumerate(kept):
        for part in parts:
            users[part].append(node)
    return Reading(tuple(n for n, _ in kept), tuple(p for _, p in kept), tuple(map(tuple, users)))


def system(names: Iterable[Name], any: Iterable[Condition], all: Iterable[Condition]) -> System:
    """A system from names and the conditions of both readings, in the same order."""
    kept = tuple(names)
    return System(kept, {name: node for node, name in enumerate(kept)}, reading(any), reading(all))


def least(one: Reading, withdrawn: Iterable[int] = ()) -> bytearray:
    """What holds in the least solution: nothing that only rests on itself. One byte a node, 1 where it holds."""
    return _derive(one, withdrawn)[0]


def _derive(one: Reading, withdrawn: Iterable[int]) -> tuple[bytearray, list[int]]:
    """The least solution, and its nodes in an order in which each follows enough of its parts."""
    missing = list(one.needs)
    holds = bytearray(len(missing))
    gone = bytearray(len(missing))
    for node in withdrawn:
        gone[node] = 1
    order = [node for node, need in enumerate(missing) if need == 0 and not gone[node]]
    for node in order:
        holds[node] = 1
    users = one.users
    for node in order:
        for user in users[node]:
            left = missing[user] - 1
            missing[user] = left
            if left == 0 and not gone[user]:
                holds[user] = 1
                order.append(user)
    return holds, order


def greatest(one: Reading, withdrawn: Iterable[int] = ()) -> bytearray:
    """What holds in the greatest solution: also what is only supported in a circle."""
    spare = [len(parts) - need for need, parts in zip(one.needs, one.parts, strict=True)]
    holds = bytearray(b"\1" * len(spare))
    lost = [node for node, left in enumerate(spare) if left < 0]
    lost += [node for node in withdrawn if spare[node] >= 0]
    for node in lost:
        holds[node] = 0
    for node in lost:
        for user in one.users[node]:
            spare[user] -= 1
            if spare[user] == -1 and holds[user]:
                holds[user] = 0
                lost.append(user)
    return holds


def evaluate(one: System, withdrawn: frozenset[int] = frozenset()) -> tuple[bytearray, bytearray]:
    """The least solutions of both readings (any, all) without the withdrawn nodes."""
    return least(one.any, withdrawn), least(one.all, withdrawn)


def proof(one: Reading, top: int, withdrawn: Iterable[int] = ()) -> frozenset[int]:
    """The nodes of one way in which `top` holds, itself included; empty if it does not hold. Not always a smallest way."""
    holds, order = _derive(one, withdrawn)
    if not holds[top]:
        return frozenset()
    rank = {node: place for place, node in enumerate(order)}
    used, waiting = {top}, [top]
    while waiting:
        node = waiting.pop()
        earlier = sorted((p for p in one.parts[node] if holds[p]), key=rank.__getitem__)[: one.needs[node]]
        fresh = [part for part in earlier if part not in used]
        used.update(fresh)
        waiting.extend(fresh)
    return frozenset(used)


def below(one: System, tops: Iterable[int]) -> list[int]:
    """The nodes that `tops` rest on in either reading, themselves included, in rising order."""
    seen = set(tops)
    waiting = list(seen)
    while waiting:
        node = waiting.pop()
        for part in (*one.any.parts[node], *one.all.parts[node]):
            if part not in seen:
                seen.add(part)
                waiting.append(part)
    return sorted(seen)


def above(one: Reading, starts: Iterable[int]) -> list[int]:
    """The nodes that rest on `starts` in this reading, however far, themselves included."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for user in one.users[waiting.pop()]:
            if user not in seen:
                seen.add(user)
                waiting.append(user)
    return sorted(seen)


def limited(one: System, tops: Iterable[int]) -> System:
    """The part of a system that `tops` rest on: the same solutions there, at the price of its own size."""
    nodes = below(one, tops)
    new = {node: place for place, node in enumerate(nodes)}

    def kept(whole: Reading) -> list[Condition]:
        return [(whole.needs[node], tuple(new[part] for part in whole.parts[node])) for node in nodes]

    return system((one.names[node] for node in nodes), kept(one.any), kept(one.all))


def changed(one: Reading, base: bytearray, withdrawn: Iterable[int]) -> list[int]:
    """Which nodes cease to hold when more is withdrawn: exact, and looks only at what rests on the withdrawn.

    `base` is the least solution before; what does not rest on the withdrawn keeps its value there.
    """
    gone = {node for node in withdrawn if base[node]}
    touched = [node for node in above(one, gone) if base[node]]
    place = {node: index for index, node in enumerate(touched)}
    missing = []
    for node in touched:
        outside = sum(1 for part in one.parts[node] if base[part] and part not in place)
        missing.append(one.needs[node] - outside)
    holds = {node for node in touched if missing[place[node]] <= 0 and node not in gone}
    order = list(holds)
    for node in order:
        for user in one.users[node]:
            index = place.get(user)
            if index is None:
                continue
            missing[index] -= 1
            if missing[index] == 0 and user not in gone:
                holds.add(user)
                order.append(user)
    return [node for node in touched if node not in holds]
