"""A network that changes by a statement at a time has the bounds of one computed from the start."""

from __future__ import annotations

import random

import pytest

from fontes.findings.network import Clash, Constraint, Network
from fontes.findings.network.cores import Incremental

from .network_small import closed, table


def bounds(made: Incremental, points: int) -> list[tuple[int | None, int | None]]:
    return [(made.lower(point), made.upper(point)) for point in range(points)]


@pytest.mark.parametrize("start", ["empty", "half"])
def test_adding_and_removing_is_recomputing(start: str) -> None:
    added = refused = 0
    for seed in range(400):
        chance = random.Random(seed)
        points = chance.randrange(1, 9)
        unit = 10**25 if seed % 7 == 0 else 1

        def some(chance: random.Random = chance, points: int = points, unit: int = unit) -> Constraint:
            claims = (f"c{chance.randrange(6)}", "c6")[: chance.choice([0, 1, 1, 2])]
            return Constraint(chance.randrange(points), chance.randrange(points), chance.randrange(-3, 12) * unit, claims)

        held = [one for one in (some() for _ in range(8)) if start == "half" and one.weight >= 0]
        made = Incremental(Network(points, tuple(held)))
        for _ in range(20):
            before = bounds(made, points)
            if chance.random() < 0.7:
                new = [some() for _ in range(chance.choice([1, 1, 2, 3]))]
                changed = made.add(*new)
                whole = Network(points, (*held, *new))
                assert isinstance(changed, Clash) == (table(whole) is None)
                if isinstance(changed, Clash):
                    refused += 1
                    is_a_contradiction(whole, changed)
                    assert bounds(made, points) == before
                    changed = {}
                else:
                    added += 1
                    held += new
            else:
                claim = f"c{chance.randrange(7)}"
                changed = made.remove(claim)
                held = [one for one in held if claim not in one.claims]
            assert made.network == Network(points, tuple(held))
            found, now = closed(made.network), bounds(made, points)
            assert now == list(zip(found.lower, found.upper, strict=True))
            assert changed == {point: now[point] for point in range(points) if now[point] != before[point]}
    assert added > 1000
    assert refused > 150


def is_a_contradiction(network: Network, found: Clash) -> None:
    assert found.shortfall == -sum(one.weight for one in found.cycle) > 0
    assert all(one.y == other.x for one, other in zip(found.cycle, found.cycle[1:] + found.cycle[:1], strict=True))
    assert set(found.cycle) <= set(network.constraints)
    assert len({one.x for one in found.cycle}) == len(found.cycle)


def test_removing_restores_exactly() -> None:
    base = Network(4, (Constraint(0, 1, 10, ("a",)), Constraint(1, 2, 5, ("b",)), Constraint(3, 0, -1, ("c",))))
    made = Incremental(base)
    before = bounds(made, 4)
    assert made.add(Constraint(0, 1, 3, ("d",)), Constraint(2, 3, 4, ("d",))) == {1: (-8, 3), 2: (-3, 8), 3: (1, 12)}
    assert made.remove("d") == {1: (None, 10), 2: (None, 15), 3: (1, None)}
    assert bounds(made, 4) == before
    assert made.network == base


def test_a_contradictory_network_is_refused() -> None:
    with pytest.raises(ValueError, match="drop a repair of its cores first"):
        Incremental(Network(1, (Constraint(0, 0, -1),)))
    with pytest.raises(ValueError, match="counted from 0"):
        Incremental(Network(1, ())).add(Constraint(0, 1, 1))
