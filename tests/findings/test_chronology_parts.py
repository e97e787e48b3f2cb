"""A network in parts: the same contradictions as in the whole, none lost and none made."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings.chronology import parts as chronology_parts
from fontes.findings.chronology.parts import Parts
from fontes.findings.network import Constraint, Network
from fontes.findings.network.cores import cores

POINTS = 9
SOURCE, SINK = 7, 8
"""Points that only day 0 leads to, and that lead only to day 0."""


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Small networks in which everything may be tied to a life: its death binds from above, its birth from below."""
    days = st.integers(-4, 4)
    own = st.integers(1, 6)
    pairs = st.one_of(
        st.tuples(own, own, days), st.tuples(st.just(0), own, days), st.tuples(own, st.just(0), days),
        st.tuples(st.just(SOURCE), own, days), st.tuples(own, st.just(SINK), days),
        st.tuples(st.just(0), st.just(SOURCE), days), st.tuples(st.just(SINK), st.just(0), days), st.just((SOURCE, SINK, 3)),
    )  # fmt: skip
    made = draw(st.lists(pairs, max_size=9))
    claims = draw(st.lists(st.sampled_from("abcdef"), min_size=len(made), max_size=len(made)))
    return Network(POINTS, tuple(Constraint(x, y, w, (claim,)) for (x, y, w), claim in zip(made, claims, strict=True) if x != y))


def found(network: Network) -> set[tuple[str, ...]]:
    listed = cores(network, most=10_000, seconds=60)
    assert listed.complete
    return {one.claims for one in listed.cores}


@settings(max_examples=400, deadline=None)
@given(network=networks(), many=st.sampled_from((0, 2, 99)))
def test_the_parts_have_the_cores_of_the_whole(network: Network, many: int) -> None:
    """With every point that leads one way copied, with some, and with none."""
    kept, chronology_parts.MANY = chronology_parts.MANY, many
    try:
        parts = list(Parts(network))
    finally:
        chronology_parts.MANY = kept
    apart = set[tuple[str, ...]]().union(*(found(one.network) for one in parts)) if parts else set()
    whole = found(network)
    assert {min_ for min_ in apart if not any(set(other) < set(min_) for other in apart)} == whole


@settings(max_examples=200, deadline=None)
@given(network=networks())
def test_the_parts_hold_everything_and_can_be_read_back(network: Network) -> None:
    back = [one.back(each) for one in Parts(network) for each in one.network.constraints]
    assert set(back) == set(network.constraints)


def test_what_nothing_ties_falls_apart() -> None:
    network = Network(5, (Constraint(0, 1, 3, ("a",)), Constraint(1, 2, 0, ("b",)), Constraint(0, 3, 1, ("c",)), Constraint(3, 4, 1, ("d",))))
    assert [one.points for one in Parts(network)] == [(0, 1, 2), (0, 3, 4)]
    assert Parts(network).around(["b", "d"]).points == (0, 1, 2, 3, 4)
