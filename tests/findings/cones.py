"""Small cones at random, circles and thresholds included, and twins that try every set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from hypothesis import strategies as st

from fontes.findings.engine.reduced import Upheld
from fontes.findings.engine.system import reading

LEAVES, INNER = 6, 8
Sets = set[frozenset[int]]


@st.composite
def cones(draw: st.DrawFn, only_or: bool = False) -> Upheld:
    """Up to six variables (a leaf, two leaves together, or a node with grounds of its own), eight nodes, some of them withdrawn."""
    size = LEAVES + INNER
    conditions: list[tuple[int, tuple[int, ...]]] = [(0, ())] * LEAVES
    for _ in range(INNER):
        parts = tuple(sorted(draw(st.sets(st.integers(0, size - 1), max_size=4))))
        conditions.append((1 if only_or else draw(st.integers(0 if not parts else 1, max(1, len(parts)))), parts))
    if draw(st.booleans()) and not only_or:
        variables = {0: frozenset([0, 1]), **{node: frozenset([node]) for node in (2, 3, LEAVES, LEAVES + 1)}}
    else:
        variables = {node: frozenset([node]) for node in range(draw(st.integers(1, LEAVES)))}
    withdrawn = draw(st.frozensets(st.integers(0, size - 1), max_size=1))
    return Upheld(reading(conditions), draw(st.integers(LEAVES, size - 1)), variables, withdrawn)


def every(names: frozenset[int]) -> Iterator[frozenset[int]]:
    for size in range(len(names) + 1):
        yield from map(frozenset, combinations(sorted(names), size))


def minimal(names: frozenset[int], does: Callable[[frozenset[int]], bool]) -> Sets:
    found: list[frozenset[int]] = []
    for chosen in every(names):
        if not any(old <= chosen for old in found) and does(chosen):
            found.append(chosen)
    return set(found)


def all_cuts(cone: Upheld, fixed: frozenset[int] = frozenset()) -> Sets:
    return minimal(frozenset(cone.variables) - fixed, lambda gone: not cone.holds(gone))


def all_supports(cone: Upheld) -> Sets:
    names = frozenset(cone.variables)
    return minimal(names, lambda kept: cone.holds(names - kept))


def most_apart(sets: Sets) -> int:
    """The largest number of them with nothing in common."""
    best = [0]

    def choose(left: list[frozenset[int]], count: int) -> None:
        best[0] = max(best[0], count)
        for place, one in enumerate(left):
            choose([other for other in left[place + 1 :] if not other & one], count + 1)

    choose(sorted(sets, key=sorted), 0)
    return best[0]


def smallest_contingency(cone: Upheld, unit: int, fixed: frozenset[int]) -> int | None:
    """By the definition: the fewest others after whose removal this one decides."""
    if unit in fixed:
        return None
    others = frozenset(cone.variables) - fixed - {unit}
    sizes = (len(gone) for gone in every(others) if cone.holds(gone) and not cone.holds(gone | {unit}))
    return min(sizes, default=None)


def hard(width: int, layers: int, seed: int) -> Upheld:
    """Layers of claims, each by either of two grounds that need two or three claims of the layer before; the last is by any claim of its layer."""
    conditions: list[tuple[int, tuple[int, ...]]] = [(0, ())] * width
    last, state = list(range(width)), seed
    for _ in range(layers):
        claims = []
        for _ in range(width):
            pair = []
            for members in (2, 3):
                parts = set()
                for _ in range(members):
                    state = (1103515245 * state + 12345) % 2**31
                    parts.add(last[(state >> 12) % width])
                conditions.append((len(parts), tuple(sorted(parts))))
                pair.append(len(conditions) - 1)
            conditions.append((1, tuple(pair)))
            claims.append(len(conditions) - 1)
        last = claims
    conditions.append((1, tuple(last)))
    return Upheld.by(reading(conditions), len(conditions) - 1, range(width))
