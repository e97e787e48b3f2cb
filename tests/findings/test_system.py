"""The solutions of a system against twins that only follow the definition, on small random systems with circles."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from fontes.findings.engine.duality import Within, dualise
from fontes.findings.engine.system import Reading, changed, greatest, least, limited, proof, reading, system

SIZE = 8
LEAVES = 4


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Four leaves that hold, and eight nodes with an `and` or an `or` over any nodes, circles included."""
    conditions = [(0, ())] * LEAVES
    for _ in range(SIZE):
        parts = tuple(sorted(draw(st.sets(st.integers(0, LEAVES + SIZE - 1), min_size=1, max_size=3))))
        conditions.append((draw(st.sampled_from((1, len(parts)))), parts))
    return reading(conditions)


def naive(one: Reading, gone: frozenset[int], start: bool) -> bytearray:
    holds = bytearray([start] * len(one.needs))
    while True:
        after = bytearray(
            node not in gone and sum(holds[part] for part in one.parts[node]) >= one.needs[node] for node in range(len(holds))
        )
        if after == holds:
            return holds
        holds = after


gone = st.frozensets(st.integers(0, LEAVES + SIZE - 1), max_size=3)


@given(readings(), gone)
def test_the_worklist_finds_the_least_and_the_greatest_solution(one: Reading, lost: frozenset[int]) -> None:
    assert least(one, lost) == naive(one, lost, False)
    assert greatest(one, lost) == naive(one, lost, True)


@given(readings(), gone, gone)
def test_what_changes_is_what_a_new_evaluation_says(one: Reading, before: frozenset[int], more: frozenset[int]) -> None:
    base, after = least(one, before), least(one, before | more)
    assert changed(one, base, more) == [node for node in range(len(base)) if base[node] and not after[node]]


@given(readings(), st.integers(0, LEAVES + SIZE - 1))
def test_a_proof_suffices_on_its_own(one: Reading, top: int) -> None:
    way = proof(one, top)
    assert bool(way) == bool(least(one)[top])
    if way:
        assert least(one, frozenset(range(len(one.needs))) - way)[top]


@given(readings(), st.integers(0, LEAVES + SIZE - 1), gone)
def test_a_cone_has_the_same_solutions_as_the_whole(one: Reading, top: int, lost: frozenset[int]) -> None:
    names = [(str(node),) for node in range(len(one.needs))]
    conditions = list(zip(one.needs, one.parts, strict=True))
    whole = system(names, conditions, conditions)
    small = limited(whole, [top])
    there = frozenset(small.number[names[node]] for node in lost if names[node] in small.number)
    assert least(small.any, there)[small.number[names[top]]] == least(one, lost)[top]


def twin(one: Reading, top: int, keeps: bool) -> set[frozenset[int]]:
    """Minimal sets of leaves that alone keep the top, or whose loss fells it, by trying every set."""
    leaves = frozenset(range(LEAVES))
    found: list[frozenset[int]] = []
    for size in range(LEAVES + 1):
        for chosen in map(frozenset, combinations(range(LEAVES), size)):
            holds = bool(least(one, leaves - chosen if keeps else chosen)[top])
            if holds is keeps and not any(old <= chosen for old in found):
                found.append(chosen)
    return set(found)


def apart(sets: set[frozenset[int]]) -> int:
    return max(
        size
        for size in range(len(sets) + 1)
        if any(all(not a & b for a, b in combinations(some, 2)) for some in combinations(sets, size))
    )


@given(readings(), st.integers(LEAVES, LEAVES + SIZE - 1))
def test_overturning_sets_are_the_transversals_of_why(one: Reading, top: int) -> None:
    leaves = frozenset(range(LEAVES))

    def without(removed: frozenset[int]) -> frozenset[int] | None:
        way = proof(one, top, removed)
        return way & leaves if way else None

    duals = dualise(Within(leaves, without))
    assert set(duals.supports) == twin(one, top, True)
    assert set(duals.cuts) == twin(one, top, False)
    assert duals.exact and duals.fewest_exact and duals.lines_exact
    assert duals.at_least == min((len(cut) for cut in duals.cuts), default=None)
    assert len(duals.lines) == apart(set(duals.supports))
    assert duals.at_least is None or len(duals.lines) <= duals.at_least


def test_beyond_the_limits_the_bounds_still_enclose() -> None:
    """Fifty pairs, one of each pair needed twice over: 2^50 smallest cuts, of fifty each."""
    pairs = [(2 * n, 2 * n + 1) for n in range(50)]
    top = 150
    one = reading([(0, ())] * 100 + [(2, pair) for pair in pairs] + [(1, tuple(range(100, 150)))])

    def without(removed: frozenset[int]) -> frozenset[int] | None:
        way = proof(one, top, removed)
        return frozenset(node for node in way if node < 100) if way else None

    duals = dualise(Within(frozenset(range(100)), without))
    assert not duals.exact
    assert (duals.at_least, duals.at_most, len(duals.lines)) == (50, 50, 50)
