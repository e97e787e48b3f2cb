"""A condition that falls apart: what its top needs one of, or all of, in groups that have no variable in common.

Such groups are modules of the condition, and what is to be said of the whole follows from what is said of each (Dutuit and Rauzy, *A linear-time
algorithm to find modules of fault trees*, 1996): of *or*, every support of one group is one of the whole, and a cut takes one cut of each; of
*and* the other way round. So ten thousand voices whose trails do not meet are no harder than each of them. The top inside a group is
taken as not holding: what holds only because the top does adds nothing to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from math import prod

from fontes.findings.engine.reduced import Reduced, Upheld, reduced
from fontes.findings.engine.system import Condition, reading

MOST_MEMBERS = 200_000
"""Sets that combine those of several groups are listed as long as they have so many members together, and FEWEST_SETS in any case."""
FEWEST_SETS = 20
Sets = tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups, each a condition of its own, and how they combine: does the top need ``every`` one of them, or any?"""

    groups: tuple[Reduced, ...]
    every: bool


def groups_of(one: Reduced) -> Groups | None:
    """The groups a condition falls into; None where it is one piece."""
    if one.always or one.never:
        return None
    need, parts = one.reading.needs[one.top], one.reading.parts[one.top]
    if len(parts) < 2 or need not in (1, len(parts)):
        return None
    home: dict[int, int] = {}
    first: list[int] = []
    for place, part in enumerate(parts):
        first.append(place)
        waiting = [part]
        while waiting:
            node = waiting.pop()
            if node == one.top:
                continue
            if node in home:
                _join(first, home[node], place)
                continue
            home[node] = place
            waiting.extend(one.reading.parts[node])
    together: dict[int, list[int]] = {}
    for place, part in enumerate(parts):
        together.setdefault(_first(first, place), []).append(part)
    if len(together) < 2:
        return None
    every = need > 1
    made = (_piece(one, need if len(them) == 1 or not every else len(them), them) for them in together.values())
    return Groups(tuple(piece for piece in made if not piece.never), every)


def _first(first: list[int], place: int) -> int:
    while first[place] != place:
        first[place] = first[first[place]]
        place = first[place]
    return place


def _join(first: list[int], one: int, other: int) -> None:
    a, b = _first(first, one), _first(first, other)
    first[max(a, b)] = min(a, b)


def _piece(one: Reduced, need: int, parts: Sequence[int]) -> Reduced:
    """The condition that so many of these parts hold."""
    if len(parts) == 1 and parts[0] < len(one.names):
        return Reduced(reading([(0, ())]), 0, (one.names[parts[0]],))
    place: dict[int, int] = {}
    waiting = list(parts)
    while waiting:
        node = waiting.pop()
        if node not in place and node != one.top:
            place[node] = len(place)
            waiting.extend(one.reading.parts[node])
    never, top = len(place), len(place) + 1
    place[one.top] = never
    inner = (node for node in place if node != one.top)
    conditions: list[Condition] = [(one.reading.needs[node], tuple(place[part] for part in one.reading.parts[node])) for node in inner]
    conditions += [(1, ()), (min(need, len(parts)), tuple(place[part] for part in parts))]
    names = {place[node]: one.names[node] for node in place if node < len(one.names)}
    small = reduced(Upheld.by(reading(conditions), top, names))
    return replace(small, names=tuple(names[node] for node in small.names))


def products(of: Sequence[Sets], most: int | None = None) -> tuple[Sets, bool]:
    """The sets that take one of each of these, the smallest first, and whether they are all there are.

    ``most``: so many at most; else as many as `MOST_MEMBERS` allows.
    """
    base = frozenset().union(*(sets[0] for sets in of if len(sets) == 1))
    several = [sets for sets in of if len(sets) != 1]
    if any(not sets for sets in several):
        return (), True
    count = prod(map(len, several))
    size = max(1, len(base) + len(several))
    limit = most or max(FEWEST_SETS, MOST_MEMBERS // size)
    made: list[frozenset[int]] = [frozenset()]
    for sets in several:
        made = nsmallest(limit, (one | other for one in made for other in sets), key=len)
    return tuple(sorted((base | one for one in made), key=by_size)), count <= limit


def by_size(one: frozenset[int]) -> tuple[int, list[int]]:
    """A key to list sets by: the smallest first."""
    return len(one), sorted(one)


def rows(of: Sequence[Sets]) -> Iterator[frozenset[int]]:
    """The first of each together, then the second of each, as long as each has one."""
    for them in zip(*of, strict=False):
        yield frozenset().union(*them)
