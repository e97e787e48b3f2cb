"""Bounds of points: against Floyd and Warshall, and by their laws; in Python and compiled alike."""

from __future__ import annotations

import random
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise

import pytest
from hypothesis import given, settings

from fontes.findings.network import Clash, Closure, Constraint, Network, closure, sweeps_fast

from .network_small import clashing, closed, finite, networks, random_network, shuffled, table

SEEDS = range(3000)


@pytest.fixture(params=["python", "compiled"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Both ways of sweeping."""
    if request.param == "compiled" and find_spec("numba") is None:
        pytest.skip("numba is not installed (the extra 'fast'): nothing to compare")
    found = sweeps_fast.load() if request.param == "compiled" else None
    monkeypatch.setattr(sweeps_fast, "for_size", lambda constraints: found)
    yield request.param


def agrees(network: Network) -> bool:
    """Compare everything with the table; was the network consistent?"""
    most, found = table(network), closure(network)
    if most is None:
        assert isinstance(found, Clash)
        is_a_contradiction(network, found)
        return False
    assert isinstance(found, Closure)
    points = range(network.points)
    assert found.upper == tuple(finite(most[0][y]) for y in points)
    assert found.lower == tuple(finite(-most[x][0]) if most[x][0] < float("inf") else None for x in points)
    for x in points:
        for y in points:
            assert found.furthest(x, y) == finite(most[x][y])
            if x != y:
                leads(found.why_furthest(x, y), x, y, finite(most[x][y]))
    for point in range(1, network.points):
        leads(found.why_upper(point), 0, point, found.upper[point])
        low = found.lower[point]
        leads(found.why_lower(point)[::-1], point, 0, None if low is None else -low)
    days = found.potential
    assert all(days[one.y] - days[one.x] <= one.weight for one in network.constraints)
    return True


def leads(chain: tuple[Constraint, ...], x: int, y: int, days: int | None) -> None:
    """The chain is a way from x to y of that length, or empty where there is no limit."""
    assert bool(chain) == (days is not None)
    if chain:
        assert (chain[0].x, chain[-1].y, sum(one.weight for one in chain)) == (x, y, days)
        assert all(one.y == other.x for one, other in pairwise(chain))


def is_a_contradiction(network: Network, found: Clash) -> None:
    assert found.shortfall == -sum(one.weight for one in found.cycle) > 0
    assert all(one.y == other.x for one, other in zip(found.cycle, found.cycle[1:] + found.cycle[:1], strict=True))
    assert set(found.cycle) <= set(network.constraints)
    passed = [one.x for one in found.cycle]
    assert len(set(passed)) == len(passed)
    assert 0 not in passed or passed[0] == 0


def test_bounds_are_those_of_the_table(engine: str) -> None:
    consistent = sum(agrees(random_network(seed)) for seed in SEEDS)
    assert 500 < consistent < len(SEEDS) - 500


def test_python_and_compiled_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only the bounds: the same chains, and the same contradictions."""
    if find_spec("numba") is None:
        pytest.skip("numba is not installed (the extra 'fast'): nothing to compare")

    def everything(compiled: sweeps_fast.Compiled | None) -> list[object]:
        monkeypatch.setattr(sweeps_fast, "for_size", lambda constraints: compiled)
        found = [closure(random_network(seed)) for seed in SEEDS]
        return [
            one if isinstance(one, Clash) else (one.lower, one.upper, [(one.why_upper(p), one.why_lower(p)) for p in range(one.network.points)])
            for one in found
        ]

    assert everything(None) == everything(sweeps_fast.load())


@given(networks())
def test_bounds_of_any_network(network: Network) -> None:
    agrees(network)


@given(networks())
def test_order_does_not_matter(network: Network) -> None:
    one, other = closure(network), closure(shuffled(network, 1))
    if isinstance(one, Clash):
        assert one == other
    else:
        assert isinstance(other, Closure)
        assert (one.lower, one.upper) == (other.lower, other.upper)
        points = range(network.points)
        assert [(one.why_upper(p), one.why_lower(p)) for p in points] == [(other.why_upper(p), other.why_lower(p)) for p in points]


@given(networks())
def test_closing_again_changes_nothing(network: Network) -> None:
    found = closure(network)
    if isinstance(found, Closure):
        bounds = [Constraint(0, p, days) for p, days in enumerate(found.upper) if days is not None]
        bounds += [Constraint(p, 0, -days) for p, days in enumerate(found.lower) if days is not None]
        again = closed(Network(network.points, (*network.constraints, *bounds)))
        assert (again.lower, again.upper) == (found.lower, found.upper)


@given(networks())
def test_more_statements_only_narrow(network: Network) -> None:
    fewer = closure(Network(network.points, network.constraints[:-1]))
    found = closure(network)
    if isinstance(fewer, Clash):
        assert isinstance(found, Clash)
    elif isinstance(found, Closure):
        for point in range(network.points):
            high, low = fewer.upper[point], fewer.lower[point]
            assert high is None or (found.upper[point] is not None and found.upper[point] <= high)
            assert low is None or (found.lower[point] is not None and found.lower[point] >= low)


@given(networks())
@settings(max_examples=60)
def test_bounds_are_attained_and_no_more(network: Network) -> None:
    found = closure(network)
    if isinstance(found, Closure):
        for point in range(1, network.points):
            for days, sign in ((found.upper[point], 1), (found.lower[point], -1)):
                if days is not None:
                    assert isinstance(closure(fixed(network, point, days)), Closure)
                    assert isinstance(closure(fixed(network, point, days + sign)), Clash)


def fixed(network: Network, point: int, day: int) -> Network:
    return Network(network.points, (*network.constraints, Constraint(0, point, day), Constraint(point, 0, -day)))


@given(networks())
def test_shifting_all_days_shifts_all_bounds(network: Network) -> None:
    """Add 1000 days to every date: constraints with the origin shift, the others stay."""

    def later(one: Constraint) -> Constraint:
        return Constraint(one.x, one.y, one.weight + 1000 * ((one.x == 0) - (one.y == 0)), one.claims)

    one, other = closure(network), closure(Network(network.points, tuple(map(later, network.constraints))))
    assert type(one) is type(other)
    if isinstance(one, Closure) and isinstance(other, Closure):
        for before, after in ((one.lower, other.lower), (one.upper, other.upper)):
            assert [None if day is None else day + 1000 for day in before[1:]] == list(after[1:])


@given(networks())
def test_time_turned_round(network: Network) -> None:
    turned = Network(network.points, tuple(Constraint(one.y, one.x, one.weight, one.claims) for one in network.constraints))
    one, other = closure(network), closure(turned)
    if isinstance(one, Clash):
        assert isinstance(other, Clash)
    else:
        assert isinstance(other, Closure)
        assert [None if day is None else -day for day in one.upper] == list(other.lower)
        assert [None if day is None else -day for day in one.lower] == list(other.upper)


@pytest.mark.parametrize("unit", [10**15, 10**40])
def test_days_of_any_size(unit: int) -> None:
    """Geological years do not fit into 64 bits once added up."""
    for seed in range(300):
        network = random_network(seed)
        agrees(Network(network.points, tuple(Constraint(one.x, one.y, one.weight * unit, one.claims) for one in network.constraints)))


def chain(events: int, high: int) -> Network:
    """A before B before C …, every event between day 0 and ``high``."""
    made = []
    for event in range(events):
        start, end = 1 + 2 * event, 2 + 2 * event
        made += [Constraint(end, start, 0), Constraint(start, 0, 0, (f"d{event}",)), Constraint(0, end, high, (f"d{event}",))]
        made += [Constraint(start, end - 2, -1, (f"r{event}",))] if event else []
    return Network(1 + 2 * events, tuple(made))


def test_a_long_chain(engine: str) -> None:
    """2,000 events one after the other in 2,000 days: each has its day. One day fewer, and they miss it by one."""
    found = closed(chain(2000, 1999))
    assert found.lower == found.upper
    assert found.upper[1:] == tuple(event for event in range(2000) for _ in range(2))
    broken = clashing(chain(2000, 1998))
    assert broken.shortfall == 1
    assert len(broken.cycle) == 2000 + 1999 + 2


def test_a_contradiction_that_no_date_reaches() -> None:
    """A before B, B before A, and neither is dated."""
    network = Network(3, (Constraint(2, 1, -1, ("a",)), Constraint(1, 2, -1, ("b",))))
    assert clashing(network).shortfall == 2


def test_a_point_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="there are 2; count them from 0"):
        closure(Network(2, (Constraint(0, 2, 1),)))
    with pytest.raises(ValueError, match="there are 2; count them from 0"):
        closure(Network(2, (Constraint(0, 2, 10**40),)))


def test_against_a_constraint_solver() -> None:
    """Least and greatest days of every point on networks of up to 30 points."""
    cp_model = pytest.importorskip("ortools.sat.python.cp_model", reason="OR-tools is not installed: nothing to compare")
    for seed in range(3):
        chance = random.Random(seed)
        size = chance.randrange(10, 30)
        true = [0, *(chance.randrange(-300, 300) for _ in range(size))]
        made = [Constraint(0, point, 400) for point in range(1, size + 1)] + [Constraint(point, 0, 400) for point in range(1, size + 1)]
        for _ in range(3 * size):
            x, y = chance.randrange(size + 1), chance.randrange(size + 1)
            made.append(Constraint(x, y, true[y] - true[x] + chance.randrange(40)))
        found = closed(Network(size + 1, tuple(made)))
        for point in range(1, size + 1):
            for sign, days in ((1, found.upper[point]), (-1, found.lower[point])):
                model = cp_model.CpModel()
                variables = [model.new_int_var(-400, 400, str(p)) for p in range(size + 1)]
                model.add(variables[0] == 0)
                for one in made:
                    model.add(variables[one.y] - variables[one.x] <= one.weight)
                model.maximize(sign * variables[point])
                solver = cp_model.CpSolver()
                solver.solve(model)
                assert solver.value(variables[point]) == days


def test_numba_is_loaded_only_where_it_repays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small network does not wait for it, and a large one does without where it is not installed."""
    sweeps_fast.load.cache_clear()
    assert sweeps_fast.for_size(sweeps_fast.REPAYS - 1) is None
    assert sweeps_fast.load.cache_info().currsize == 0
    monkeypatch.setattr(sweeps_fast, "find_spec", lambda name: None)
    assert sweeps_fast.for_size(sweeps_fast.REPAYS) is None
    sweeps_fast.load.cache_clear()
