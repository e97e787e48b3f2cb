"""Small networks of constraints, and what is true of them found the slow way."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import strategies as st

from fontes.findings.network import Clash, Closure, Constraint, Network, closure

Table = list[list[float]]


@st.composite
def networks(draw: st.DrawFn, claims: int = 6) -> Network:
    """A few points, and constraints of a few statements between them."""
    points = draw(st.integers(2, 6))
    point = st.integers(0, points - 1)
    one = st.builds(Constraint, point, point, st.integers(-4, 12), st.sets(st.integers(0, claims - 1), max_size=2).map(_names))
    return Network(points, tuple(draw(st.lists(one, max_size=14))))


def _names(numbers: set[int]) -> tuple[str, ...]:
    return tuple(f"c{number}" for number in sorted(numbers))


def random_network(seed: int) -> Network:
    """The same from a seed, more often contradictory."""
    chance = random.Random(seed)
    points = chance.randrange(1, 7)
    made = []
    for _ in range(chance.randrange(14)):
        claims = _names(set(chance.sample(range(6), chance.choice([0, 1, 1, 1, 1, 2]))))
        weight = chance.randrange(-4, 12) if claims else chance.randrange(6)
        made.append(Constraint(chance.randrange(points), chance.randrange(points), weight, claims))
    return Network(points, tuple(made))


def shuffled(network: Network, seed: int) -> Network:
    made = list(network.constraints)
    random.Random(seed).shuffle(made)
    return Network(network.points, tuple(made))


def table(network: Network) -> Table | None:
    """The most days from each point to each, by Floyd and Warshall; None if there is a contradiction."""
    size = range(network.points)
    most: Table = [[0 if x == y else float("inf") for y in size] for x in size]
    for one in network.constraints:
        most[one.x][one.y] = min(most[one.x][one.y], one.weight)
    for by in size:
        for x in size:
            for y in size:
                most[x][y] = min(most[x][y], most[x][by] + most[by][y])
    return None if any(most[x][x] < 0 for x in size) else most


def finite(days: float) -> int | None:
    return None if days == float("inf") else int(days)


def all_cores(network: Network) -> list[tuple[str, ...]]:
    """Every core, by trying every set of statements, the smallest first."""
    claims = sorted({claim for one in network.constraints for claim in one.claims})
    found: list[tuple[str, ...]] = []
    for size in range(len(claims) + 1):
        for tried in combinations(claims, size):
            among = frozenset(tried)
            if not any(among.issuperset(core) for core in found):
                kept = tuple(one for one in network.constraints if among.issuperset(one.claims))
                found += [tried] if table(Network(network.points, kept)) is None else []
    return found


def all_repairs(cores: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Every smallest set that hits all cores, by trying every set."""
    claims = sorted({claim for core in cores for claim in core})
    found: list[tuple[str, ...]] = []
    for size in range(len(claims) + 1):
        for tried in combinations(claims, size):
            among = frozenset(tried)
            if not any(among.issuperset(repair) for repair in found) and all(among.intersection(core) for core in cores):
                found.append(tried)
    return found


def closed(network: Network) -> Closure:
    found = closure(network)
    assert isinstance(found, Closure)
    return found


def clashing(network: Network) -> Clash:
    found = closure(network)
    assert isinstance(found, Clash)
    return found
