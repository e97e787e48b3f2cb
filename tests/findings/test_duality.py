"""Supports and cuts of a cone, small ones by asking and large ones by the solver; published fault trees as systems and as corpora."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fontes.compile import Unit as File
from fontes.compile import compile_units
from fontes.findings.engine import duality, fewest
from fontes.findings.engine.duality import Duals, contingencies, dualise
from fontes.findings.engine.reduced import Upheld, reduced
from fontes.findings.engine.system import Condition, reading
from fontes.findings.support.lineage import overturning
from fontes.findings.support.status import evaluate_corpus
from fontes.model.corpus import Corpus
from fontes.text.parse import parse

from .cones import LEAVES, all_cuts, all_supports, cones, hard, most_apart, smallest_contingency

bound = st.frozensets(st.integers(0, LEAVES - 1), max_size=2)
by_both = pytest.mark.parametrize("largest_asked", [duality.MOST_NODES, -1], ids=["asked", "solved"])
anew = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@by_both
@anew
@given(cones(), bound)
def test_everything_about_a_small_cone(monkeypatch: pytest.MonkeyPatch, largest_asked: int, cone: Upheld, fixed: frozenset[int]) -> None:
    """Cuts are the transversals of the supports; the solver and the listing say the same as trying everything."""
    monkeypatch.setattr(duality, "MOST_NODES", largest_asked)
    cuts, supports = all_cuts(cone, fixed), all_supports(cone)
    size = min(map(len, cuts), default=None)
    duals = dualise(cone, fixed)
    assert (set(duals.cuts), set(duals.supports)) == (cuts, supports)
    assert all(cut & support for cut in cuts for support in supports)
    assert (duals.at_least, duals.at_most, duals.fewest_exact) == (size, size, True)
    assert duals.exact and duals.all_supports and duals.all_cuts and duals.lines_exact and duals.smallest_exact
    assert set(duals.smallest) == {cut for cut in cuts if len(cut) == size}
    assert len(duals.lines) == most_apart(supports)
    assert size is None or len(duals.lines) <= size
    told = contingencies(cone, duals, cone.variables, fixed)
    assert {unit: one.at_most for unit, one in told.items()} == {
        unit: smallest_contingency(cone, unit, fixed) for unit in cone.variables
    }
    assert all(one.exact and one.at_least == one.at_most for one in told.values())


@by_both
@anew
@given(cones())
def test_a_listing_broken_off_says_only_what_is_proved(monkeypatch: pytest.MonkeyPatch, largest_asked: int, cone: Upheld) -> None:
    """One or two sets are listed, and the solver is stopped at its first conflict."""
    monkeypatch.setattr(duality, "MOST_NODES", largest_asked)
    monkeypatch.setattr(duality, "MOST_SUPPORTS", 1)
    monkeypatch.setattr(duality, "MOST_CUTS", 2)
    monkeypatch.setattr(fewest, "MOST_CONFLICTS", 1)
    cuts, supports = all_cuts(cone), all_supports(cone)
    size, apart = min(map(len, cuts), default=None), most_apart(supports)
    duals = dualise(cone)
    assert set(duals.cuts) <= cuts | set(duals.smallest) and set(duals.supports) <= supports
    assert not duals.all_cuts or set(duals.cuts) == cuts
    assert not duals.all_supports or set(duals.supports) == supports
    assert set(duals.smallest) <= {cut for cut in cuts if len(cut) == size}
    assert len(duals.lines) <= apart and (not duals.lines_exact or len(duals.lines) == apart)
    if size is None:
        assert duals.at_least is None and duals.at_most is None
    else:
        assert duals.at_least is not None and duals.at_most is not None and duals.at_least <= size <= duals.at_most
    for unit, told in contingencies(cone, duals, cone.variables, most=1).items():
        truth = smallest_contingency(cone, unit, frozenset())
        assert (told.at_least, told.at_most) == (truth, truth) if told.exact else told.at_least is not None
        if truth is not None:
            assert told.at_least is not None and told.at_least <= truth and (told.at_most is None or truth <= told.at_most)


@by_both
@anew
@given(cones(only_or=True))
def test_where_nothing_is_needed_together_fewest_removals_are_separate_lines(
    monkeypatch: pytest.MonkeyPatch, largest_asked: int, cone: Upheld
) -> None:
    """Menger, *Zur allgemeinen Kurventheorie*, 1927."""
    monkeypatch.setattr(duality, "MOST_NODES", largest_asked)
    duals = dualise(cone)
    assert duals.at_most is None or len(duals.lines) == duals.at_most == duals.at_least


@by_both
@anew
@given(cones(), st.data())
def test_a_copy_that_rests_on_the_same_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, largest_asked: int, cone: Upheld, data: st.DataObject
) -> None:
    monkeypatch.setattr(duality, "MOST_NODES", largest_asked)
    one, copied = cone.reading, data.draw(st.integers(LEAVES + 2, len(cone.reading.needs) - 1))
    conditions: list[Condition] = list(zip(one.needs, one.parts, strict=True))
    gone = cone.withdrawn | ({len(conditions)} if copied in cone.withdrawn else frozenset())
    conditions += [conditions[copied], (1, (copied, len(conditions)))]
    using = [(need, tuple(len(conditions) - 1 if part == copied else part for part in parts)) for need, parts in conditions[:-1]]
    before, after = dualise(cone), dualise(Upheld(reading([*using, conditions[-1]]), cone.top, cone.variables, gone))
    assert (before.at_least, before.cuts, before.supports, len(before.lines)) == (after.at_least, after.cuts, after.supports, len(after.lines))


# Published fault trees. In a fault tree the top event is a failure, and a minimal cut set is a smallest set of failures that brings it about. The
# same tree is read here in both ways. As it stands, failures are what may hold: its cut sets are the smallest supports of the top (`why`).
# Turned over (*or* into *and*, *and* into *or*: De Morgan), the nodes say that something works, rests on parts that work, and is brought down by
# parts that fail: the cut sets are the overturning sets. An AND gate is then `rests-on a or b`, an OR gate `rests-on a and b`.

Tree = dict[str, tuple[str, tuple[str, ...]]]


def tree(text: str) -> Tree:
    """`gate = a | b` or `gate = a & b`, the top first."""
    found: Tree = {}
    for line in text.strip().splitlines():
        gate, _, body = line.partition("=")
        sign = "&" if "&" in body else "|"
        found[gate.strip()] = sign, tuple(part.strip() for part in body.split(sign))
    return found


def events(one: Tree) -> list[str]:
    return sorted({part for _, parts in one.values() for part in parts} - set(one))


def as_cone(one: Tree, failing: bool) -> Upheld:
    """The tree as a system in which things fail, or turned over: in which things work."""
    names = [*events(one), *one]
    number = {name: place for place, name in enumerate(names)}
    conditions: list[Condition] = [(0, ())] * (len(names) - len(one))
    for sign, parts in one.values():
        conditions.append((len(parts) if (sign == "&") is failing else 1, tuple(number[part] for part in parts)))
    return Upheld.by(reading(conditions), len(names) - len(one), range(len(names) - len(one)))


def as_corpus(one: Tree, failing: bool) -> Corpus:
    """The same in the language: basic events are sources, gates are statements, and the top is a proposition."""
    lines = ["directly", 'agent engineer "Engineer"']
    lines += [f'source {name} "{name}"' for name in events(one)]
    for gate, (sign, parts) in one.items():
        rule = "and" if (sign == "&") is failing else "or"
        grounds = f" {rule} ".join(f"^{part}" if part in one else part for part in parts)
        lines += [f'proposition about-{gate} "{gate}"', f"engineer asserts about-{gate}   ^{gate}", f"  rests-on {grounds}"]
    found = parse("\n".join(lines) + "\n", "tree.fontes")
    assert found.diagnostics == ()
    made = compile_units([File.of("tree.fontes", found.statements)])
    assert made.diagnostics == ()
    return made.corpus


PRESSURE_TANK = """
e1 = tank | e2
e2 = k2 | e3
e3 = s & e4
e4 = s1 | e5
e5 = k1 | r
"""
PRESSURE_TANK_CUT_SETS = {("tank",), ("k2",), ("s", "s1"), ("k1", "s"), ("r", "s")}
"""Vesely, Goldberg, Roberts and Haasl, *Fault Tree Handbook* (NUREG-0492, 1981), the pressure tank example in its reduced form."""

CHINESE = """
r1 = g1 & g2
g1 = e1 | e2 | e3 | g3
g2 = g4 & g5
g3 = g6 & g7
g4 = e4 | e5 | e6 | e7 | g8
g5 = e8 | g9
g6 = e9 | e10 | e11 | g10
g7 = e12 | e13
g8 = g11 & g12
g9 = g13 & g14
g10 = g15 & g16
g11 = e14 | e15 | e16 | g17
g12 = g18 & g19
g13 = e1 | e2 | e3 | g20
g14 = e4 | e5 | e6 | e7 | g21
g15 = e17 | e18
g16 = e19 | e20 | e21
g17 = g22 & g23
g18 = e22 | e23
g19 = e24 | e25
g20 = g24 & g25
g21 = g26 & g27
g22 = e17 | e18 | e21
g23 = e19 | e20
g24 = e14 | e15 | e16 | g28
g25 = g29 & g30
g26 = e9 | e10 | e11 | g31
g27 = e12 | e13
g28 = g32 & g33
g29 = e22 | e23
g30 = e24 | e25
g31 = g34 & g35
g32 = e17 | e18 | e21
g33 = e19 | e20
g34 = e19 | e20 | e21
g35 = e17 | e18
"""
CHINESE_CUT_SETS = {2: 12, 4: 24, 5: 188, 6: 168}
"""Minimal cut sets by size, 392 in all: the "Chinese" tree of the Aralia benchmark (25 basic events, 36 gates), as the tests of SCRAM give them."""


def named(one: Tree, sets: tuple[frozenset[int], ...]) -> set[tuple[str, ...]]:
    names = events(one)
    return {tuple(sorted(names[node] for node in found)) for found in sets}


@by_both
def test_the_pressure_tank_of_the_fault_tree_handbook(monkeypatch: pytest.MonkeyPatch, largest_asked: int) -> None:
    monkeypatch.setattr(duality, "MOST_NODES", largest_asked)
    tank = tree(PRESSURE_TANK)
    works, fails = dualise(as_cone(tank, failing=False)), dualise(as_cone(tank, failing=True))
    assert named(tank, works.cuts) == named(tank, fails.supports) == PRESSURE_TANK_CUT_SETS
    assert named(tank, works.supports) == named(tank, fails.cuts) == {("k2", "s", "tank"), ("k1", "k2", "r", "s1", "tank")}
    assert (works.at_least, len(works.lines)) == (1, 1) and (fails.at_least, len(fails.lines)) == (3, 3)


def test_the_pressure_tank_written_as_a_corpus() -> None:
    """That it works rests on sources; what overturns it are the cut sets, and two sources are indispensable."""
    tank = tree(PRESSURE_TANK)
    found = overturning(evaluate_corpus(as_corpus(tank, failing=False)), ("for", "about-e1"))
    assert {tuple(unit.id for unit in cut) for cut in found.sets} == PRESSURE_TANK_CUT_SETS
    assert {unit.id for unit in found.indispensable} == {"tank", "k2"} and (found.at_least, found.at_most) == (1, 1)
    told = {name.rpartition(":")[2]: value for name, value in found.responsibility}
    assert told == {"tank": 1.0, "k2": 1.0, "s": 0.5, "s1": 0.5, "k1": 0.5, "r": 0.5}
    failing = overturning(evaluate_corpus(as_corpus(tank, failing=True)), ("for", "about-e1"))
    assert {tuple(unit.id for unit in cut) for cut in failing.sets} == {("k2", "s", "tank"), ("k1", "k2", "r", "s1", "tank")}


@by_both
def test_the_chinese_tree_has_as_many_cut_sets_of_each_size_as_published(monkeypatch: pytest.MonkeyPatch, largest_asked: int) -> None:
    monkeypatch.setattr(duality, "MOST_NODES", largest_asked)
    chinese = tree(CHINESE)
    assert (len(events(chinese)), len(chinese)) == (25, 36)
    works = dualise(as_cone(chinese, failing=False))
    assert Counter(map(len, works.cuts)) == CHINESE_CUT_SETS and works.all_cuts
    assert (works.at_least, works.at_most) == (2, 2) and works.smallest_exact and len(works.smallest) == 12


def test_the_chinese_tree_written_as_a_corpus() -> None:
    chinese = tree(CHINESE)
    found = overturning(evaluate_corpus(as_corpus(chinese, failing=False)), ("for", "about-r1"))
    assert Counter(map(len, found.sets)) == CHINESE_CUT_SETS and found.listed
    assert (found.at_least, found.at_most, found.indispensable) == (2, 2, ())


def two_of(number: int) -> Upheld:
    """Any two of so many: each pair of leaves is a ground of its own."""
    pairs: list[Condition] = [(2, (one, other)) for one in range(number) for other in range(one)]
    top = number + len(pairs)
    return Upheld.by(reading([(0, ())] * number + pairs + [(1, tuple(range(number, top)))]), top, range(number))


def test_any_two_of_forty() -> None:
    """780 supports are not all listed; all but one must go, and twenty lines are separate."""
    duals = dualise(two_of(40))
    assert not duals.exact and not duals.all_supports and duals.all_cuts
    assert (duals.at_least, duals.at_most, len(duals.smallest), duals.smallest_exact) == (39, 39, 40, True)
    assert len(duals.lines) <= 20 and (not duals.lines_exact or len(duals.lines) == 20)


def test_lines_that_might_be_more_are_not_said_to_be_all(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("MOST_NODES", -1), ("MOST_SUPPORTS", 1)):
        monkeypatch.setattr(duality, name, value)
    monkeypatch.setattr(fewest, "MOST_COPIES", 0)
    duals = dualise(two_of(9))
    assert (duals.at_least, duals.at_most, len(duals.lines), duals.lines_exact) == (8, 8, 1, False)


def test_a_number_that_is_not_proved_is_enclosed_and_no_set_is_called_smallest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fewest, "MOST_CONFLICTS", 1)
    cone = hard(24, 12, 1)
    duals = dualise(cone)
    assert duals.at_least is not None and duals.at_most is not None and duals.at_least < duals.at_most
    assert not duals.fewest_exact and not duals.smallest_exact and duals.smallest == ()
    witness = duals.cuts[0]
    assert len(witness) == duals.at_most and not cone.holds(witness)


def pairs_needed(number: int) -> Upheld:
    """So many pairs, either of which suffices: 2 ** number smallest cuts."""
    pairs: list[Condition] = [(2, (2 * one, 2 * one + 1)) for one in range(number)]
    top = 3 * number
    return Upheld.by(reading([(0, ())] * 2 * number + pairs + [(1, tuple(range(2 * number, top)))]), top, range(2 * number))


def test_some_smallest_sets_are_given_where_there_are_too_many_to_list() -> None:
    cone = pairs_needed(50)
    duals = dualise(cone)
    assert (duals.at_least, duals.at_most, len(duals.lines), duals.lines_exact) == (50, 50, 50, True)
    assert duals.all_supports and not duals.all_cuts and not duals.exact
    assert len(duals.smallest) == fewest.MOST_SMALLEST and not duals.smallest_exact
    assert all(len(cut) == 50 and not cone.holds(cut) and cone.holds(cut - {min(cut)}) for cut in duals.smallest)
    told = contingencies(cone, duals, range(100), most=3)
    assert all(one.at_least == 49 for one in told.values()) and sum(one.exact for one in told.values()) >= 53


def layers(width: int, number: int, cone_of: int = 3) -> Iterator[Condition]:
    """So many layers, each node needing three neighbours of the layer before, the first layer leaves."""
    yield from [(0, ())] * width
    for layer in range(number):
        for place in range(width):
            either = tuple(sorted({layer * width + (place + step) % width for step in range(cone_of)}))
            yield (2, either) if (layer + place) % 3 else (1, either)


def test_a_cone_of_thousands_of_nodes_is_settled_and_confirmed_by_removal() -> None:
    width, number = 40, 60
    conditions = [*layers(width, number)]
    top = len(conditions)
    last = tuple(range(top - width, top - width + 4))
    cone = Upheld.by(reading([*conditions, (3, last)]), top, range(width))
    assert len(reduced(cone).reading.needs) > 1000
    duals = dualise(cone)
    assert duals.fewest_exact and duals.at_least is not None and duals.at_least > 1 and duals.smallest
    for cut in duals.smallest:
        assert len(cut) == duals.at_least and not cone.holds(cut) and all(cone.holds(cut - {one}) for one in cut)
    _lines_are_separate(cone, duals)


def _lines_are_separate(cone: Upheld, duals: Duals) -> None:
    assert len(duals.lines) <= (duals.at_most or 0)
    assert sum(map(len, duals.lines)) == len(frozenset().union(*duals.lines))
    assert all(cone.holds(frozenset(cone.variables) - line) for line in duals.lines)
