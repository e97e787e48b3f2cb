"""The well-founded model and the stable models of plans built by hand, against twins that follow the definitions."""

from __future__ import annotations

from itertools import product

import clingo
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings.engine.plan import Building, Plan
from fontes.findings.engine.stable import answered_by, odd_loop, stable, undecided_parts
from fontes.findings.engine.system import Condition, all_of, one_of
from fontes.findings.engine.wellfounded import well_founded

Pairs = tuple[tuple[int, int], ...]
Program = tuple[Plan, Pairs]


def program(attacks: list[tuple[int, int]], size: int) -> Program:
    """`size` judgements: (a, b) says that a, if it counts, keeps b from counting."""
    made = Building()
    for node in range(size):
        made.put(made.node(("spared", f"{node}", "x", "")), all_of(()))
        against = [made.node(("spared", f"{one}", "x", "")) for one, other in attacks if other == node]
        made.put(made.node(("counts", f"{node}", "x", "")), all_of(against))
    return done(made)


def done(made: Building) -> Program:
    plan = made.done()
    names = [plan.name(node) for node in range(len(plan))]
    return plan, tuple((node, names.index(("counts", *name[1:]))) for node, name in enumerate(names) if name[0] == "spared")


def number(plan: Plan, word: str) -> int:
    found = plan.number(("counts", word, "x", ""))
    assert found is not None
    return found


def holding(plan: Plan, found: object) -> set[str]:
    return {plan.name(node)[1] for node in range(len(plan)) if plan.name(node)[0] == "counts" and found[node]}  # type: ignore[index]


@st.composite
def programs(draw: st.DrawFn) -> tuple[Plan, Pairs, frozenset[int]]:
    """Judgements, joints between them that need some of their parts (cycles included), two readings, and something withdrawn."""
    judgements = draw(st.integers(1, 4))
    joints = draw(st.integers(0, 4))
    made = Building()
    nodes = [made.node(("spared", f"{one}", "x", "")) for one in range(judgements)]
    nodes += [made.node(("counts", f"{one}", "x", "")) for one in range(judgements)]
    nodes += [made.node(("joint", f"{one}")) for one in range(joints)]
    for node in nodes[:judgements]:
        made.put(node, all_of(()))
    for node in nodes[judgements:]:
        parts = tuple(draw(st.lists(st.sampled_from(nodes), max_size=3, unique=True)))
        need = draw(st.integers(0, len(parts) + 1))
        made.put(node, (need, parts), (draw(st.integers(need, len(parts) + 1)), parts))
    plan, pairs = done(made)
    return plan, pairs, frozenset(draw(st.sets(st.sampled_from(nodes), max_size=2)))


# The twins: conditions one by one, sets of nodes, every definition as it stands in the paper.


def conditions(plan: Plan, which: int) -> list[Condition]:
    whole = plan.plain()
    reading = whole.all if which else whole.any
    return list(zip(reading.needs, reading.parts, strict=True))


def least(rules: list[Condition], pairs: Pairs, gone: frozenset[int], taken: frozenset[int]) -> frozenset[int]:
    """The least model of the reduct by `taken` (Gelfond and Lifschitz): what is spared there is a fact, other leaves are as they are."""
    unspared = {spared for spared, counts in pairs if counts in taken}
    found: set[int] = set()
    while True:
        more = {
            node
            for node, (need, parts) in enumerate(rules)
            if node not in gone and node not in unspared and sum(part in found for part in parts) >= need
        }
        if more == found:
            return frozenset(found)
        found = more


def stable_models(rules: list[Condition], pairs: Pairs, gone: frozenset[int]) -> set[frozenset[int]]:
    """Every set that is the least model of its own reduct; a set of judgements determines the reduct."""
    every = sorted({counts for _, counts in pairs})
    found = set()
    for bits in product((False, True), repeat=len(every)):
        taken = frozenset(node for node, bit in zip(every, bits, strict=True) if bit)
        model = least(rules, pairs, gone, taken)
        if model & set(every) == taken:
            found.add(model)
    return found


def by_unfounded_sets(rules: list[Condition], pairs: Pairs, gone: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Van Gelder, Ross and Schlipf 1991: add what follows, and as false the greatest unfounded set, until nothing changes."""
    unless: dict[int, set[int]] = {}
    for spared, counts in pairs:
        unless.setdefault(spared, set()).add(counts)
    true: frozenset[int] = frozenset()
    false: frozenset[int] = frozenset()
    while True:
        follows = {node for node in range(len(rules)) if node not in gone and _body(node, rules, unless, true, false)}
        unfounded = _greatest_unfounded(rules, unless, gone, true, false)
        if (follows, unfounded) == (true, false):
            return true, frozenset(range(len(rules))) - false
        true, false = frozenset(follows), unfounded


def _body(node: int, rules: list[Condition], unless: dict[int, set[int]], true: frozenset[int], false: frozenset[int]) -> bool:
    need, parts = rules[node]
    return sum(part in true for part in parts) >= need and unless.get(node, set()) <= false


def _greatest_unfounded(
    rules: list[Condition], unless: dict[int, set[int]], gone: frozenset[int], true: frozenset[int], false: frozenset[int]
) -> frozenset[int]:
    """The union of all sets whose every node has no way to hold: found by taking out whatever has one, until nothing more has."""
    found = set(range(len(rules)))
    while True:
        usable = {
            node
            for node in found - gone
            if sum(part not in found and part not in false for part in rules[node][1]) >= rules[node][0] and not unless.get(node, set()) & true
        }
        if not usable:
            return frozenset(found)
        found -= usable


def in_clingo(rules: list[Condition], pairs: Pairs, gone: frozenset[int]) -> set[frozenset[int]]:
    """The whole program written out as text: nothing of what the well-founded model decides is left out of it."""
    unless: dict[int, list[str]] = {}
    for spared, counts in pairs:
        unless.setdefault(spared, []).append(f"not n({counts})")
    lines = [
        f"n({node}) :- {', '.join([f'{need} {{ ' + '; '.join(f'n({part})' for part in parts) + ' }', *unless.get(node, [])])}."
        for node, (need, parts) in enumerate(rules)
        if node not in gone
    ]
    control = clingo.Control(["0"], logger=lambda *_: None)
    control.add("base", [], "\n".join(lines))
    control.ground([("base", [])])
    found: set[frozenset[int]] = set()
    control.solve(on_model=lambda model: found.add(frozenset(one.arguments[0].number for one in model.symbols(atoms=True))))
    return found


def nodes(found: object) -> frozenset[int]:
    return frozenset(node for node, bit in enumerate(found) if bit)  # type: ignore[arg-type, var-annotated]


# The laws.


@settings(max_examples=300, deadline=None)
@given(programs(), st.integers(0, 1))
def test_the_well_founded_model_is_that_of_unfounded_sets(made: tuple[Plan, Pairs, frozenset[int]], which: int) -> None:
    plan, pairs, gone = made
    certain, possible = well_founded(plan, pairs, gone, which)
    assert (nodes(certain), nodes(possible)) == by_unfounded_sets(conditions(plan, which), pairs, gone)


@settings(max_examples=300, deadline=None)
@given(programs(), st.integers(0, 1))
def test_the_stable_models_are_those_of_the_definition_and_of_the_whole_program(
    made: tuple[Plan, Pairs, frozenset[int]], which: int
) -> None:
    """Solved in parts inside what is undecided, put together again, and evaluated in one pass."""
    plan, pairs, gone = made
    rules = conditions(plan, which)
    certain, possible = well_founded(plan, pairs, gone, which)
    parts = undecided_parts(plan, pairs, certain, possible, which)
    models = [stable(part, 100) for part in parts]
    assert all(found.complete for found in models)
    surely = {counts for _, counts in pairs if certain[counts]}
    chosen = [surely.union(*choice) for choice in product(*(found.counting for found in models))]
    got = {nodes(plan.least(which, gone | {spared for spared, counts in pairs if counts in counting})) for counting in chosen}
    assert got == stable_models(rules, pairs, gone) == in_clingo(rules, pairs, gone)
    assert len(got) == len(chosen)


@settings(max_examples=200, deadline=None)
@given(programs(), st.integers(0, 1))
def test_every_stable_model_keeps_to_the_well_founded_one(made: tuple[Plan, Pairs, frozenset[int]], which: int) -> None:
    plan, pairs, gone = made
    certain, possible = map(nodes, well_founded(plan, pairs, gone, which))
    assert certain <= possible
    for model in stable_models(conditions(plan, which), pairs, gone):
        assert certain <= model <= possible


@settings(max_examples=100, deadline=None)
@given(programs(), st.integers(0, 1))
def test_without_negations_both_are_the_least_solution(made: tuple[Plan, Pairs, frozenset[int]], which: int) -> None:
    plan, _, gone = made
    certain, possible = well_founded(plan, (), gone, which)
    assert nodes(certain) == nodes(possible) == nodes(plan.least(which, gone))


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 5), st.data())
def test_where_nothing_can_be_settled_an_odd_loop_is_named(size: int, data: st.DataObject) -> None:
    each = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))
    attacks = data.draw(st.lists(each, max_size=8, unique=True))
    plan, pairs = program(attacks, size)
    for part in undecided_parts(plan, pairs, *well_founded(plan, pairs)):
        if stable(part, 1).counting:
            continue
        loop, alone = odd_loop(part)
        words = [int(part.names[node][1]) for node in loop]
        assert len(loop) % 2 == 1 and len({*loop}) == len(loop)
        assert all((after, before) in attacks for before, after in zip(words, [*words[1:], words[0]], strict=True))
        rest = [(one, other) for one, other in attacks if not {one, other} & {*words}]
        inside = {int(name[1]) for name in part.names.values()} - {*words}
        left = [(one, other) for one, other in rest if {one, other} <= inside]
        # What is set aside does not count, and what is not undecided here cannot touch what is.
        assert alone is bool(extensions(left, inside))


def extensions(attacks: list[tuple[int, int]], inside: set[int]) -> list[set[int]]:
    """Stable extensions of an attack graph: no attack inside, everything outside attacked."""
    found = []
    for bits in product((False, True), repeat=len(inside)):
        taken = {one for one, bit in zip(sorted(inside), bits, strict=True) if bit}
        hit = {other for one, other in attacks if one in taken}
        if hit & inside == inside - taken:
            found.append(taken)
    return found


# Named cases.


def test_a_chain_of_criticisms_is_decided_from_its_unanswered_end() -> None:
    plan, pairs = program([(0, 1), (1, 2), (2, 3)], 4)
    certain, possible = well_founded(plan, pairs)
    assert holding(plan, certain) == holding(plan, possible) == {"0", "2"}


@pytest.mark.parametrize(("length", "models"), [(2, 2), (3, 0), (4, 2), (5, 0)])
def test_loops_stay_undecided_and_even_ones_have_two_settlements(length: int, models: int) -> None:
    plan, pairs = program([(one, (one + 1) % length) for one in range(length)], length)
    certain, possible = well_founded(plan, pairs)
    assert (len(holding(plan, certain)), len(holding(plan, possible))) == (0, length)
    (part,) = undecided_parts(plan, pairs, certain, possible)
    assert len(stable(part, 10).counting) == models
    assert len(odd_loop(part)[0]) == (length if length % 2 else 0)


def test_a_judgement_that_answers_itself_has_no_settlement() -> None:
    plan, pairs = program([(0, 0), (1, 2), (2, 1)], 3)
    parts = undecided_parts(plan, pairs, *well_founded(plan, pairs))
    assert [len(stable(part, 10).counting) for part in parts] == [0, 2]
    assert odd_loop(parts[0]) == ((number(plan, "0"),), True)


def test_of_several_odd_loops_the_one_that_causes_it_is_named() -> None:
    """0, 1, 2 in a loop that 3 can break, since 3 and 4 contradict each other; 5 answers itself."""
    attacks = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 3), (3, 0), (4, 5), (3, 5), (5, 5), (5, 6), (6, 7), (7, 8), (8, 6)]
    plan, pairs = program(attacks, 9)
    (part,) = undecided_parts(plan, pairs, *well_founded(plan, pairs))
    loop, alone = odd_loop(part)
    assert ([part.names[node][1] for node in loop], alone) == (["6", "8", "7"], True)


def test_parts_that_do_not_touch_are_solved_apart() -> None:
    """Twenty contradictions of two have a million settlements and forty models to look for."""
    attacks = [pair for one in range(0, 40, 2) for pair in ((one, one + 1), (one + 1, one))]
    plan, pairs = program(attacks, 40)
    parts = undecided_parts(plan, pairs, *well_founded(plan, pairs))
    assert [stable(part, 10) for part in parts] == [(tuple(frozenset([one]) for one in part.counts), True) for part in parts]
    assert len(parts) == 20


def test_what_is_listed_and_no_more() -> None:
    """Five contradictions of two, held together by a sixth judgement that needs one of them: 32 models in one part."""
    made = Building()
    nodes = [made.node(("spared", f"{one}", "x", "")) for one in range(11)]
    for node in nodes:
        made.put(node, all_of(()))
    for one in range(10):
        made.put(made.node(("counts", f"{one}", "x", "")), all_of([nodes[one ^ 1]]))
    made.put(made.node(("counts", "10", "x", "")), one_of(nodes[:10:2]))
    plan, pairs = done(made)
    (part,) = undecided_parts(plan, pairs, *well_founded(plan, pairs))
    assert (len(stable(part, 31).counting), stable(part, 31).complete) == (31, False)
    assert (len(stable(part, 32).counting), stable(part, 32).complete) == (32, True)
    assert stable(part, 40).counting == stable(part, 32).counting


def test_who_answers_whom_is_followed_through_grounds() -> None:
    """A criticism rests on a statement, which another criticism touches."""
    made = Building()
    for word in ("a", "b"):
        made.put(made.node(("spared", word, "x", "")), all_of(()))
    made.put(made.node(("statement", "s")), all_of([made.node(("spared", "b", "x", ""))]))
    made.put(made.node(("counts", "a", "x", "")), all_of([made.node(("statement", "s"))]))
    made.put(made.node(("counts", "b", "x", "")), all_of([made.node(("spared", "a", "x", ""))]))
    plan, pairs = done(made)
    (part,) = undecided_parts(plan, pairs, *well_founded(plan, pairs))
    a, b = number(plan, "a"), number(plan, "b")
    assert answered_by(part) == {a: (b,), b: (a,)}


def test_the_two_readings_are_settled_apart() -> None:
    """A criticism with two lines of grounds, one of them answered: it counts where one suffices, and not where both are needed."""
    made = Building()
    for word in ("a", "b"):
        made.put(made.node(("spared", word, "x", "")), all_of(()))
    free, kept = made.node(("unit", "source", "s")), made.node(("spared", "a", "x", ""))
    made.put(free, all_of(()))
    made.put(made.node(("counts", "a", "x", "")), all_of(()))
    made.put(made.node(("counts", "b", "x", "")), one_of([free, kept]), all_of([free, kept]))
    plan, pairs = done(made)
    found = [tuple(holding(plan, one) for one in well_founded(plan, pairs, (), which)) for which in (0, 1)]
    assert found == [({"a", "b"}, {"a", "b"}), ({"a"}, {"a"})]
