"""The plan in arrays against the plain system it stands for, on random systems with circles, and in depth."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings.engine import passes
from fontes.findings.engine import plan as plans
from fontes.findings.engine.plan import Building, Plan, falls_with
from fontes.findings.engine.system import Condition, Reading, all_of, changed, greatest, least, limited, one_of

SIZE = 14


@st.composite
def conditions(draw: st.DrawFn, graded: bool = False) -> list[Condition]:
    """Leaves that hold or never do, and nodes that need all, one, none or too many of any nodes, circles and single parts included."""
    found: list[Condition] = []
    for _ in range(SIZE):
        parts = tuple(draw(st.lists(st.integers(0, SIZE - 1), max_size=4, unique=True)))
        kinds = [len(parts), min(1, len(parts)), 1] * 4 + [0, len(parts) + 1] + ([2] * 3 if graded else [])
        found.append((draw(st.sampled_from(kinds)), parts))
    return found


def plan_of(any: list[Condition], all: list[Condition] | None = None, order: random.Random | None = None) -> Plan:
    building = Building()
    for node in range(len(any)):
        building.node(("node", str(node)))
    nodes = list(range(len(any)))
    if order is not None:
        order.shuffle(nodes)
    for node in nodes:
        building.put(node, any[node], None if all is None else all[node])
    return building.done()


sets = st.frozensets(st.integers(0, SIZE - 1), max_size=4)
readings = st.sampled_from((0, 1))


def readings_of(plan: Plan) -> tuple[Reading, Reading]:
    whole = plan.plain()
    return whole.any, whole.all


@given(conditions(), conditions(), sets, st.randoms(use_true_random=False))
def test_a_pass_is_what_the_plain_system_says(any: list[Condition], all: list[Condition], gone: frozenset[int], order: random.Random) -> None:
    plan = plan_of(any, all, order)
    for which, reading in enumerate(readings_of(plan)):
        assert reading.needs == tuple(need for need, _ in (any, all)[which])
        assert reading.parts == tuple(parts for _, parts in (any, all)[which])
        assert bytearray(plan.least(which, gone)) == least(reading, gone)
        assert bytearray(plan.greatest(which, gone)) == greatest(reading, gone)


@pytest.mark.parametrize(("small", "rounds"), [(0, 48), (0, 1), (24, 48)])
@given(some=conditions(), gone=sets)
def test_circles_come_out_the_same_by_rounds_and_by_a_worklist(small: int, rounds: int, some: list[Condition], gone: frozenset[int]) -> None:
    plan = plan_of(some)
    one = plan.plain().any
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passes, "_SMALL", small)
        patch.setattr(passes, "_ROUNDS", rounds)
        assert bytearray(plan.least(0, gone)) == least(one, gone)
        assert bytearray(plan.greatest(0, gone)) == greatest(one, gone)


@given(conditions(), st.lists(sets, min_size=1, max_size=64))
def test_many_lenses_in_one_pass_are_each_alone(some: list[Condition], lenses: list[frozenset[int]]) -> None:
    plan = plan_of(some)
    words = plan.least_many(0, lenses)
    assert words.dtype == np.uint64
    for place, gone in enumerate(lenses):
        assert bytearray((words >> np.uint64(place) & np.uint64(1)).astype(np.uint8)) == least(plan.plain().any, gone)


@given(conditions(), sets, sets)
def test_what_changes_is_what_a_new_evaluation_says(some: list[Condition], before: frozenset[int], more: frozenset[int]) -> None:
    plan = plan_of(some)
    base = plan.least(0, before)
    expected = changed(plan.plain().any, bytearray(base), more)
    assert plan.changed(0, base, more) == expected
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plans, "_NEAR", -1)
        assert plan.changed(0, base, more) == expected


@given(conditions(), sets)
def test_what_falls_with_each_is_exact_however_it_is_found(some: list[Condition], gone: frozenset[int]) -> None:
    plan = plan_of(some)
    base, one = plan.least(0, gone), plan.plain().any
    expected = {node: changed(one, bytearray(base), [node]) for node in range(SIZE)}
    assert dict(falls_with(plan, 0, gone, range(SIZE))) == expected
    even = np.arange(SIZE) % 2 == 0
    assert dict(falls_with(plan, 0, gone, range(SIZE), even)) == {node: [n for n in lost if n % 2 == 0] for node, lost in expected.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passes, "_ARROWS", -100)
        assert dict(falls_with(plan, 0, gone, range(SIZE))) == expected


@given(conditions(), conditions(), sets, st.frozensets(st.integers(0, SIZE - 1), min_size=1, max_size=2))
def test_a_cone_is_the_cone_of_the_plain_system(any: list[Condition], all: list[Condition], gone: frozenset[int], tops: frozenset[int]) -> None:
    plan = plan_of(any, all)
    assert plan.limited(tops) == limited(plan.plain(), tops)


@given(conditions(graded=True), sets, sets)
def test_where_some_of_several_are_needed_the_plain_system_answers(some: list[Condition], gone: frozenset[int], more: frozenset[int]) -> None:
    plan = plan_of(some)
    one = plan.plain().any
    base = plan.least(0, gone)
    assert bytearray(base) == least(one, gone)
    assert bytearray(plan.greatest(0, gone)) == greatest(one, gone)
    assert bytearray((plan.least_many(0, [more, gone]) >> np.uint64(1)).astype(np.uint8)) == least(one, gone)
    assert plan.changed(0, base, more) == changed(one, bytearray(base), more)
    assert dict(falls_with(plan, 0, gone, [0, 1])) == {node: changed(one, bytearray(base), [node]) for node in (0, 1)}


def test_words_cannot_count() -> None:
    """Two of three parts: no schedule is made, and it says so."""
    plan = plan_of([all_of(()), all_of(()), all_of(()), (2, (0, 1, 2))])
    with pytest.raises(ValueError, match="several of its parts"):
        plan.schedule(0)
    assert plan.least(0, [0])[3] == 1 and plan.least(0, [0, 1])[3] == 0


@given(conditions(), sets, sets)
def test_more_distrust_never_supports_more(some: list[Condition], gone: frozenset[int], more: frozenset[int]) -> None:
    plan = plan_of(some)
    assert (plan.least(0, gone | more) <= plan.least(0, gone)).all()
    assert (plan.least(0, gone) <= plan.greatest(0, gone)).all()


def test_without_the_source_a_ring_falls() -> None:
    """s → a → b → c → a: removing s fells everything; counting what is left would keep the ring."""
    ring = [all_of(()), one_of([0, 3]), one_of([1]), one_of([2])]
    plan = plan_of(ring)
    assert plan.least(0).tolist() == [1, 1, 1, 1]
    assert plan.least(0, [0]).tolist() == [0, 0, 0, 0]
    assert plan.greatest(0, [0]).tolist() == [0, 1, 1, 1]
    assert plan.changed(0, plan.least(0), [0]) == [0, 1, 2, 3]
    assert list(falls_with(plan, 0, (), [0, 2])) == [(0, [0, 1, 2, 3]), (2, [2, 3])]


def test_a_ring_of_single_parts_holds_nothing_up() -> None:
    """Nothing but aliases: a → b → c → a, and d that only repeats b."""
    plan = plan_of([one_of([2]), one_of([0]), one_of([1]), one_of([1])])
    assert plan.least(0).tolist() == [0, 0, 0, 0]
    assert plan.greatest(0).tolist() == [1, 1, 1, 1]
    assert plan.greatest(0, [1]).tolist() == [0, 0, 0, 0]


DEPTH = 200_000


def deep(parts: int) -> list[Condition]:
    """A chain in which each link needs the last and, if `parts` is 2, one of the leaves; every third takes either."""
    found: list[Condition] = [all_of(()), all_of(())]
    for node in range(2, DEPTH):
        row = (node - 1,) if parts == 1 else (node - 1, node % 2)
        found.append(one_of(row) if node % 3 == 0 else all_of(row))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("parts", [1, 2])
def test_a_deep_chain(parts: int) -> None:
    plan = plan_of(deep(parts))
    one = plan.plain().any
    for gone in ([], [0], [1], [77], [DEPTH // 2]):
        assert bytearray(plan.least(0, gone)) == least(one, gone)
    words = plan.least_many(0, [[node] for node in range(64)])
    assert [int(word) for word in words[:3]] == [2**64 - 2, 2**64 - 3, int(words[2])]
    base = plan.least(0)
    assert plan.changed(0, base, [1]) == changed(one, bytearray(base), [1])


def test_a_long_ladder_of_mutual_citation() -> None:
    """Each needs a neighbour on either side, and only one end has a source: rounds give way to a worklist."""
    size = 20_000
    some: list[Condition] = [all_of(()), *(one_of([node - 1, node + 1]) for node in range(1, size)), one_of([size - 1])]
    plan = plan_of(some)
    assert plan.least(0).all()
    assert not plan.least(0, [0]).any()
    assert plan.greatest(0, [0]).tolist() == [0] + [1] * size
    words = plan.least_many(0, [[], [0], [size // 2]])
    assert words[:3].tolist() == [5, 5, 5] and words[-1] == 1
    assert words[size // 2] == 1


@pytest.mark.slow
def test_random_systems_of_a_thousand() -> None:
    """Wide enough for tables, rows, runs and several knots at once; circles of every size."""
    for seed in range(30):
        chance = random.Random(seed)
        back = chance.choice((0.0, 0.002, 0.02, 0.3))
        some: list[Condition] = [all_of(())] * 100
        for node in range(100, 1500):
            reach = chance.choice((5, 50, node))
            parts = {max(0, node - 1 - chance.randrange(reach)) for _ in range(chance.choice((1, 2, 2, 3, 3, 20)))}
            if chance.random() < back:
                parts.add(chance.randrange(1500))
            some.append(chance.choice((all_of, one_of))(sorted(parts)))
        plan = plan_of(some)
        one = plan.plain().any
        lenses = [frozenset(chance.sample(range(200 if seed % 2 else 1500), chance.randrange(4))) for _ in range(9)]
        words = plan.least_many(0, lenses)
        for place, gone in enumerate(lenses):
            assert bytearray((words >> np.uint64(place) & np.uint64(1)).astype(np.uint8)) == least(one, gone)
            assert bytearray(plan.greatest(0, gone)) == greatest(one, gone)
        base = plan.least(0, lenses[0])
        nodes = chance.sample(range(1500), 40)
        assert dict(falls_with(plan, 0, lenses[0], nodes)) == {node: changed(one, bytearray(base), [node]) for node in nodes}


def test_the_same_again_is_the_same() -> None:
    some = deep(2)[:3000]
    one, other = plan_of(some), plan_of(some)
    assert (one.schedule(0).order.place == other.schedule(0).order.place).all()
    assert len(one.schedule(0).steps) == len(other.schedule(0).steps)


NAMES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=5).map(tuple), unique=True)


@settings(deadline=None)
@given(NAMES, st.sampled_from((0, 1, 64)))
def test_names_come_back(names: list[tuple[str, ...]], tables: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fontes.findings.engine.plan_names._MOST_TABLES", tables)
        building = Building()
        assert [building.node(name) for name in names] == list(range(len(names)))
        assert [building.node(name) for name in names] == list(range(len(names)))
        for node in range(len(names)):
            assert not building.has(node)
            building.put(node, all_of(()))
            assert building.has(node)
        plan = building.done()
        assert [plan.number(name) for name in names] == list(range(len(names)))
        assert [plan.name(node) for node in range(len(names))] == names
        assert plan.named("a") == [name for name in names if name[0] == "a"]
        assert plan.number(("nothing", "here")) is None and plan.number(("a", "b", "d")) is None


def test_a_node_without_a_condition_is_named() -> None:
    building = Building()
    building.put(building.node(("a", "1")), one_of([building.node(("b", "2"))]))
    with pytest.raises(KeyError, match="'b', '2'"):
        building.done()


def test_the_last_condition_counts() -> None:
    building = Building()
    leaf, node = building.node(("a", "1")), building.node(("b", "2"))
    building.put(leaf, all_of(()))
    building.put(node, one_of([leaf]), one_of(()))
    building.put(node, all_of([leaf]))
    plan = building.done()
    assert plan.parts(node, 0) == plan.parts(node, 1) == (leaf,)
    assert plan.least(1).tolist() == [1, 1]


def test_an_empty_plan() -> None:
    plan = Building().done()
    assert len(plan) == 0 and plan.least(0).tolist() == [] and plan.limited(()).names == ()


def test_more_than_a_word_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="64 at a time"):
        plan_of([all_of(())]).least_many(0, [[]] * 65)
