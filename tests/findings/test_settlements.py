"""Settlements: Dung's frameworks written as corpora, and what stands and falls in each way to settle a contradiction."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings import Status, evaluate
from fontes.findings.support.settlements import Settlement, Settlements, settlements
from fontes.findings.support.status import Statuses
from fontes.model.corpus import Corpus
from fontes.model.lens import Lens

from .small import corpus, of_agent, says, source
from .test_criticisms import COUNTING, judges

Attacks = frozenset[tuple[int, int]]


def frame(attacks: Attacks, size: int, order: int = 0) -> Corpus:
    """Each argument is a critic with a book, who says in it what is read there and impeaches the books of those it attacks."""
    things: list[Any] = [source(f"s{one}") for one in range(size)]
    things += [says(f"a{one}", f"p{one}", read=f"s{one}", label=f"x{one}") for one in range(size)]
    things += [judges(f"a{one}", f"s{other}", "careless", read=f"s{one}") for one, other in sorted(attacks)]
    Random(order).shuffle(things)
    return corpus(*things)


def accepted(statuses: Statuses, size: int) -> tuple[set[int], set[int]]:
    """The arguments that stand, and those that fall."""
    every = {one: statuses.statement(f"x{one}") for one in range(size)}
    return {one for one, status in every.items() if status is Status.STANDS}, {one for one, status in every.items() if status is Status.FALLS}


# Dung, On the acceptability of arguments, 1995: the twins follow his definitions over all subsets.


def grounded(attacks: Attacks, size: int) -> set[int]:
    """The least fixpoint of what is defended: every attacker of it is attacked by what is already accepted."""
    found: set[int] = set()
    while True:
        hit = {other for one, other in attacks if one in found}
        more = {one for one in range(size) if all(attacker in hit for attacker, other in attacks if other == one)}
        if more == found:
            return found
        found = more


def stable_extensions(attacks: Attacks, size: int) -> set[frozenset[int]]:
    """Sets without attacks inside that attack everything outside."""
    subsets = (frozenset(one) for count in range(size + 1) for one in combinations(range(size), count))
    return {one for one in subsets if {other for attacker, other in attacks if attacker in one} == set(range(size)) - one}


@st.composite
def frameworks(draw: st.DrawFn) -> tuple[Attacks, int]:
    size = draw(st.integers(1, 6))
    each = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1))
    return frozenset(draw(st.sets(each, max_size=10))), size


@settings(max_examples=150, deadline=None)
@given(frameworks())
def test_the_well_founded_model_is_the_grounded_extension(made: tuple[Attacks, int]) -> None:
    attacks, size = made
    stands, falls = accepted(evaluate(frame(attacks, size), COUNTING), size)
    kept = grounded(attacks, size)
    assert stands == kept
    assert falls == {other for one, other in attacks if one in kept}


@settings(max_examples=150, deadline=None)
@given(frameworks(), st.integers(0, 1))
def test_the_settlements_are_the_stable_extensions(made: tuple[Attacks, int], reading: int) -> None:
    attacks, size = made
    statuses = evaluate(frame(attacks, size), COUNTING)
    found = settlements(statuses, reading, most=100)
    assert found.complete
    surely, _ = accepted(statuses, size)
    extensions = stable_extensions(attacks, size)
    assert {frozenset(surely | arguments(one.stands)) for one in found.settlements} == extensions
    assert found.total == len(found.settlements) == len(extensions)
    assert found.incoherent is (not extensions)
    undecided = arguments(found.undecided)
    assert all((arguments(one.stands), arguments(one.falls)) == (kept, undecided - kept) for one, kept in _with(found, undecided))


def _with(found: Settlements, undecided: set[int]) -> list[tuple[Settlement, set[int]]]:
    return [(one, undecided - arguments(one.falls)) for one in found.settlements]


def arguments(things: Any) -> set[int]:
    return {int(one.id[1:]) for one in things if one.kind == "statement" and one.id.startswith("x")}


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_every_contradiction_alone_settles_no_more_than_the_settlements_of_the_whole(made: tuple[Attacks, int]) -> None:
    found = settlements(evaluate(frame(*made), COUNTING), most=100)
    for part in found.contradictions:
        for one in part.settlements:
            whole = [each for each in found.settlements if set(one.counts) <= set(each.counts) and not set(one.aside) & set(each.counts)]
            assert len(whole) * len(part.settlements) == len(found.settlements)
            assert all(set(one.stands) <= set(each.stands) and set(one.falls) <= set(each.falls) for each in whole)


@settings(max_examples=60, deadline=None)
@given(frameworks(), st.integers(1, 100), st.integers(1, 3))
def test_the_order_of_what_is_recorded_does_not_matter(made: tuple[Attacks, int], order: int, most: int) -> None:
    """Nor does it where not all settlements are listed: they are the same ones."""
    one, other = (settlements(evaluate(frame(*made, order=each), COUNTING), most=most) for each in (0, order))
    assert one == other


@pytest.mark.parametrize(("length", "total"), [(1, 0), (2, 2), (3, 0), (4, 2), (5, 0), (6, 2)])
def test_even_loops_can_be_settled_in_two_ways_and_odd_ones_in_none(length: int, total: int) -> None:
    found = settlements(evaluate(frame(frozenset((one, (one + 1) % length) for one in range(length)), length), COUNTING))
    assert (found.total, found.complete, found.incoherent) == (total, True, not total)
    (part,) = found.contradictions
    assert (len(part.loop), part.alone) == ((length, True) if length % 2 else (0, False))


def test_a_critic_who_impeaches_the_book_he_writes_in_has_no_coherent_settlement() -> None:
    found = settlements(evaluate(frame(frozenset([(0, 0)]), 2), COUNTING))
    assert found.settlements == () and found.incoherent
    assert [(one.criticism, one.aspect) for one in found.contradictions[0].loop] == [("a0 impeaches s0 careless", "careless")]
    assert [one.id for one in found.undecided] == ["p0", "a0 impeaches s0 careless", "x0", "s0"]


def test_what_does_not_touch_is_settled_apart_and_listed_up_to_a_limit() -> None:
    """Six pairs of critics who impeach each other: 64 settlements, of which as many are listed as asked for."""
    pairs = frozenset(pair for one in range(0, 12, 2) for pair in ((one, one + 1), (one + 1, one)))
    statuses = evaluate(frame(pairs, 12), COUNTING)
    found = settlements(statuses)
    assert (found.total, len(found.settlements), found.complete) == (64, 20, False)
    assert [(len(part.settlements), part.complete) for part in found.contradictions] == [(2, True)] * 6
    every = settlements(statuses, most=64)
    assert (len(every.settlements), every.complete) == (64, True)
    assert len({one.counts for one in every.settlements}) == 64
    assert found.settlements == every.settlements[:20]


def test_one_contradiction_with_more_settlements_than_asked_for() -> None:
    """Three pairs and a seventh critic whom one of each pair impeaches: all hang together."""
    pairs = {pair for one in (0, 2, 4) for pair in ((one, one + 1), (one + 1, one), (one, 6))}
    found = settlements(evaluate(frame(frozenset(pairs) | {(6, 7), (7, 6)}, 8), COUNTING), most=5)
    assert len(found.contradictions) == 1 and not found.contradictions[0].complete
    assert (len(found.settlements), found.total, found.complete) == (5, None, False)


def test_each_settlement_says_what_counts_and_what_follows() -> None:
    held = corpus(
        source("letter"), says("witness", "p", read="letter", label="x"), says("historian", "q", "letter", label="y"),
        says("other", "q", label="z"), judges("critic", "letter", "forged", label="no"),
        judges("friend", "letter", "forged", vouching=True, label="yes"),
    )  # fmt: skip
    found = settlements(evaluate(held, COUNTING))
    assert [(one.kind, one.id) for one in found.undecided] == [("proposition", "p"), ("statement", "x"), ("statement", "y"), ("source", "letter")]
    said = [
        tuple([one.criticism for one in part] for part in (each.counts, each.aside))
        + tuple([one.id for one in part] for part in (each.stands, each.falls))
        for each in found.settlements
    ]
    assert said == [(["no"], ["yes"], [], ["p", "x", "y", "letter"]), (["yes"], ["no"], ["p", "x", "y", "letter"], [])]
    ((first, second), (third, fourth)) = found.contradictions[0].answers
    assert {(first.criticism, second.criticism), (third.criticism, fourth.criticism)} == {("no", "yes"), ("yes", "no")}


def test_what_hangs_on_two_contradictions_is_left_open_by_each_alone() -> None:
    held = corpus(
        source("one"), source("two"), says("historian", "p", "one and two", label="x"),
        *(judges("critic", name, "forged", label=f"no {name}") for name in ("one", "two")),
        *(judges("friend", name, "forged", vouching=True, label=f"yes {name}") for name in ("one", "two")),
    )  # fmt: skip
    found = settlements(evaluate(held, COUNTING))
    assert [[one.id for one in part.settlements[1].stands] for part in found.contradictions] == [["one"], ["two"]]
    assert ["x" in [one.id for one in each.stands] for each in found.settlements] == [False, False, False, True]
    assert all("x" in [one.id for one in part.settlements[0].falls] for part in found.contradictions)


def test_the_readings_of_what_is_not_recorded_are_settled_apart_and_neither_is_passed_over() -> None:
    """Two lines of grounds, one of them disputed: undecided only where both are taken to be needed."""
    held = corpus(
        source("letter"), source("register"), says("historian", "p", "letter", "register", label="x"),
        judges("critic", "letter", "late", label="no"), judges("friend", "letter", "late", vouching=True, label="yes"),
    )  # fmt: skip
    statuses = evaluate(held, COUNTING)
    least, most = settlements(statuses, 0), settlements(statuses, 1)
    assert ([one.id for one in least.undecided], [one.id for one in least.elsewhere]) == (["letter"], ["p", "x"])
    assert ([one.id for one in most.undecided], most.elsewhere) == (["p", "x", "letter"], ())
    either = {name[1] for name in statuses.undecided() if name[0] in ("for", "statement", "believed")}
    assert either == {one.id for one in (*least.undecided, *least.elsewhere)} == {one.id for one in most.undecided}


AS_IT_IS = Settlement((), (), (), ())
"""What is decided is settled in one way, which settles nothing further."""


def test_distrust_of_a_critic_settles_it() -> None:
    held = frame(frozenset([(0, 1), (1, 0)]), 2)
    after = settlements(evaluate(held, Lens(criticisms=("counting",), distrust=of_agent("a0"))))
    assert [one.criticism for one in after.counting] == ["a1 impeaches s0 careless"]
    assert after == Settlements(0, after.counting, (), (), (), (AS_IT_IS,), 1, True)


def test_nothing_is_undecided_while_criticisms_do_not_count() -> None:
    assert settlements(evaluate(frame(frozenset([(0, 1), (1, 0)]), 2))) == Settlements(0, (), (), (), (), (AS_IT_IS,), 1, True)


def test_what_is_decided_stays_decided_in_every_settlement() -> None:
    """The register is impeached and nobody answers: it is no way out where the letter falls."""
    held = corpus(
        source("letter"), source("register"), says("historian", "p", "letter or register", label="x"),
        judges("critic", "register", "forged"), judges("critic", "letter", "late", label="no"),
        judges("friend", "letter", "late", vouching=True, label="yes"),
    )  # fmt: skip
    found = settlements(evaluate(held, COUNTING))
    assert [[one.id for one in each.falls] for each in found.settlements] == [["p", "x", "letter"], []]
    assert [[one.id for one in part.falls] for part in found.contradictions[0].settlements] == [["p", "x", "letter"], []]
