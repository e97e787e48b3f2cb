"""Fewest removals by the solver, beside twins that try every set; what is broken off still says only what is so."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings.engine import fewest
from fontes.findings.engine.reduced import Reduced, Upheld, circular, indispensable, reduced
from fontes.findings.engine.system import reading

from .cones import LEAVES, all_cuts, all_supports, cones, every, hard, most_apart, smallest_contingency

bound = st.frozensets(st.integers(0, LEAVES - 1), max_size=2)


@given(cones())
def test_a_reduced_cone_means_the_same(cone: Upheld) -> None:
    small = reduced(cone)
    assert len(small.reading.needs) <= len(cone.reading.needs) + 2 * len(cone.variables)
    for gone in every(frozenset(cone.variables)):
        assert small.holds(gone) is cone.holds(gone)
        suffice = small.without(gone)
        assert (suffice is None) is not cone.holds(gone)
        if suffice is not None:
            assert not suffice & gone and cone.holds(frozenset(cone.variables) - suffice)


def test_chains_copies_and_what_does_not_matter_disappear() -> None:
    """A claim and nine that repeat it, each with a ground that is there anyhow, and one that only rests on itself."""
    repeated = [(2, (part, 11)) for part in range(1, 10)]
    one = reading([(0, ()), (1, (0,)), *repeated, (0, ()), (1, (12,)), (1, (10, 12, 9))])
    small = reduced(Upheld.by(one, 13, [0]))
    assert (small.reading.needs, small.names) == ((0,), (0,))


def test_nested_grounds_of_one_kind_are_opened_and_idle_ones_dropped() -> None:
    """`a or (b or (a and c))` is `a or b`."""
    one = reading([(0, ()), (0, ()), (0, ()), (2, (0, 2)), (1, (1, 3)), (1, (0, 4))])
    small = reduced(Upheld.by(one, 5, [0, 1, 2]))
    assert small.names == (0, 1) and small.reading.parts == ((), (), (0, 1)) and small.reading.needs[2] == 1


def test_what_rests_on_itself_too_is_shorter_by_that_and_what_two_use_is_not_written_twice() -> None:
    """`a or b or itself` is `a or b`; a ground of two that two claims share stays one node."""
    itself = reduced(Upheld.by(reading([(0, ()), (0, ()), (1, (0, 1, 2))]), 2, [0, 1]))
    assert itself.reading.parts == ((), (), (0, 1))
    shared = reading([(0, ())] * 5 + [(1, (0, 1)), (1, (2, 5)), (1, (3, 5)), (2, (6, 7, 4)), (1, (8, 4))])
    small = reduced(Upheld.by(shared, 8, range(5)))
    assert sorted(map(len, small.reading.parts)) == [0, 0, 0, 0, 0, 2, 2, 2, 3]


@given(cones())
def test_indispensable_is_what_each_removal_alone_shows(cone: Upheld) -> None:
    alone = {name for name in cone.variables if cone.holds() and not cone.holds([name])}
    assert indispensable(reduced(cone)) == alone


@settings(deadline=None)
@given(cones(), bound)
def test_the_solver_finds_what_trying_everything_finds(cone: Upheld, fixed: frozenset[int]) -> None:
    small, cuts, supports = reduced(cone), all_cuts(cone, fixed), all_supports(cone)
    found = fewest.fewest(small, fixed)
    size = min(map(len, cuts), default=None)
    assert (found.at_least, found.at_most, found.exact, found.complete) == (size, size, True, True)
    assert set(found.smallest) == {cut for cut in cuts if len(cut) == size}
    listed = fewest.cuts(small, 100, fixed)
    assert listed.complete and set(listed.sets) == cuts and len(listed.sets) == len(cuts)
    kept = fewest.supports(small, 100)
    assert kept.complete and set(kept.sets) == supports and len(kept.sets) == len(supports)
    for unit in cone.variables:
        told, truth = fewest.contingency(small, unit, fixed), smallest_contingency(cone, unit, fixed)
        assert (told.at_least, told.at_most, told.exact) == (truth, truth, True)


@settings(deadline=None)
@given(cones())
def test_so_many_lines_there_are_and_no_more(cone: Upheld) -> None:
    small, most = reduced(cone), most_apart(all_supports(cone))
    if small.always or small.never:
        return
    found = fewest.lines(small, most)
    assert found is not None and len(found) == most and all(cone.holds(frozenset(cone.variables) - line) for line in found)
    assert sum(map(len, found)) == len(frozenset().union(*found))
    assert fewest.lines(small, most + 1) == ()


def test_a_search_broken_off_says_only_what_is_proved() -> None:
    for seed in range(12):
        cone = hard(10, 6, seed)
        small, cuts = reduced(cone), all_cuts(cone)
        size = min(map(len, cuts))
        assert fewest.fewest(small).at_most == size
        for conflicts in (0, 1, 5, 20):
            found = fewest.fewest(small, conflicts=conflicts)
            assert found.at_least is not None and found.at_most is not None and 1 <= found.at_least <= size <= found.at_most
            assert set(found.smallest) <= cuts and all(len(cut) == found.at_most for cut in found.smallest)
            assert not found.complete or set(found.smallest) == {cut for cut in cuts if len(cut) == size}
            for unit in (0, 1):
                told, truth = fewest.contingency(small, unit, conflicts=conflicts), smallest_contingency(cone, unit, frozenset())
                assert not told.exact or told.at_least == told.at_most == truth
                assert truth is None or told.at_least is None or told.at_least <= truth
                assert told.at_most is None or (truth is not None and truth <= told.at_most)


def test_lines_not_sought_to_the_end_are_not_denied() -> None:
    small = reduced(hard(24, 12, 1))
    assert fewest.lines(small, 4, conflicts=1) is None


def test_something_is_broken_off_when_hardly_any_conflict_is_allowed() -> None:
    found = fewest.fewest(reduced(hard(24, 12, 1)), conflicts=1)
    assert not found.exact and found.at_least is not None and found.at_most is not None and found.at_least < found.at_most


def test_the_same_question_has_the_same_answer() -> None:
    def once() -> tuple[object, ...]:
        small = reduced(hard(14, 8, 3))
        return fewest.fewest(small, conflicts=40), fewest.cuts(small, 30), fewest.supports(small, 30), fewest.contingency(small, 2, conflicts=40)

    assert once() == once()


def test_circles_are_given_less_patience_in_large_cones() -> None:
    ring = reading([(0, ()), *((1, (0 if node == 1 else node - 1, node % 39_000 + 1)) for node in range(1, 39_001))])
    chain = reading([(0, ()), *((1, (node - 1,)) for node in range(1, 39_001))])
    assert circular(ring) and not circular(chain)
    assert fewest.patience(Reduced(chain, 39_000, (0,))) == fewest.MOST_CONFLICTS
    assert fewest.patience(Reduced(ring, 39_000, (0,))) == fewest.MOST_CIRCULAR // 39_001 < fewest.MOST_CONFLICTS
