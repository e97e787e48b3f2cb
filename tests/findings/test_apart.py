"""Conditions that fall apart: groups are answered each by itself, and what is said of the whole is what trying everything says."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fontes.findings.engine.apart import groups_of, products
from fontes.findings.engine.duality import MOST_CUTS, dualise
from fontes.findings.engine.reduced import Upheld, reduced
from fontes.findings.engine.system import Condition, reading

from .cones import all_cuts, all_supports, cones, most_apart


def beside(one: Upheld, other: Upheld, need: int) -> Upheld:
    """Two cones that share nothing, of which the top needs one or both."""
    size = len(one.reading.needs)
    conditions: list[Condition] = list(zip(one.reading.needs, one.reading.parts, strict=True))
    conditions += [(n, tuple(part + size for part in parts)) for n, parts in zip(other.reading.needs, other.reading.parts, strict=True)]
    conditions.append((need, (one.top, other.top + size)))
    variables = {**one.variables, **{name + size: frozenset(node + size for node in nodes) for name, nodes in other.variables.items()}}
    return Upheld(reading(conditions), len(conditions) - 1, variables, one.withdrawn | {node + size for node in other.withdrawn})


@given(cones(), cones(), st.sampled_from([1, 2]))
def test_two_cones_beside_each_other(one: Upheld, other: Upheld, need: int) -> None:
    both = beside(one, other, need)
    cuts, supports = all_cuts(both), all_supports(both)
    duals = dualise(both)
    assert set(duals.supports) == supports and set(duals.cuts) == cuts
    assert duals.at_least == duals.at_most == min(map(len, cuts), default=None)
    assert duals.lines_exact and len(duals.lines) == most_apart(supports)
    assert all(not a & b for a, b in pairwise(duals.lines))


def test_ten_thousand_ends_that_do_not_meet_are_counted_exactly() -> None:
    """More than any listing holds: every end is a line of its own, and all of them are the one cut."""
    many = 10_000
    assert many > MOST_CUTS
    circle: list[Condition] = [(1, (many + 1, many)), (1, (many,))]  # what holds only because the top does adds nothing
    cone = Upheld.by(reading([*[(0, ())] * many, (1, (*range(many), many + 1)), *circle[1:]]), many, range(many))
    duals = dualise(cone)
    assert (duals.at_least, duals.at_most, len(duals.lines), duals.lines_exact) == (many, many, many, True)
    assert duals.cuts == (frozenset(range(many)),) and duals.exact


def test_pairs_of_grounds_have_more_cuts_than_are_listed_and_the_fewest_are_known() -> None:
    """Two hundred lines, each of two ends: two to the two hundredth cuts of two hundred members each."""
    lines = 200
    grounds: list[Condition] = [(2, (2 * line, 2 * line + 1)) for line in range(lines)]
    top: Condition = (1, tuple(range(2 * lines, 3 * lines)))
    cone = Upheld.by(reading([*[(0, ())] * (2 * lines), *grounds, top]), 3 * lines, range(2 * lines))
    duals = dualise(cone)
    assert (duals.at_least, duals.at_most, len(duals.lines), duals.lines_exact) == (lines, lines, lines, True)
    assert duals.all_supports and not duals.all_cuts and not duals.smallest_exact
    assert duals.smallest and all(len(cut) == lines and not cone.holds(cut) for cut in duals.smallest)


def test_what_shares_an_end_is_one_group() -> None:
    shared = reduced(Upheld.by(reading([(0, ()), (0, ()), (0, ()), (2, (0, 1)), (2, (1, 2)), (1, (3, 4))]), 5, range(3)))
    assert groups_of(shared) is None


@given(st.lists(st.lists(st.frozensets(st.integers(0, 30), max_size=3), min_size=1, max_size=3), min_size=1, max_size=3), st.integers(1, 4))
def test_a_product_that_is_cut_short_says_so(of: list[list[frozenset[int]]], most: int) -> None:
    sets, whole = products([tuple(each) for each in of], most)
    assert len(sets) <= max(1, most) and (not whole or len(sets) <= most)
    assert all(any(one <= taken for one in each) for taken in sets for each in of)
