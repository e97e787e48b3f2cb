"""Cores and repairs, against trying every set of statements; joint questions."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given, settings

from fontes.findings.network import Constraint, Network
from fontes.findings.network.cores import Core, Slack, consistent_with, core, cores
from fontes.findings.network.relations import apart, relation_constraints

from .network_small import all_cores, all_repairs, networks, random_network, shuffled, table

EVER = float("inf")


def checked(network: Network) -> int:
    """Compare with brute force; how many cores there are."""
    true, found, listed = all_cores(network), core(network), cores(network, most=1000, seconds=EVER)
    assert found == core(shuffled(network, 7))
    assert (found is None) == (not true)
    if found:
        assert found.claims in true
        assert {claim for one in found.chain for claim in one.claims} == set(found.claims)
        assert found.shortfall == -sum(one.weight for one in found.chain) > 0
    assert listed.complete
    assert sorted(one.claims for one in listed.cores) == sorted(true)
    assert sorted(tuple(sorted(one)) for one in listed.repairs) == sorted(all_repairs(true))
    return len(true)


@pytest.mark.parametrize("few", [0, 12])
def test_cores_are_those_found_by_trying_all(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether every statement is tried or those that no detour avoids are taken as needed."""
    monkeypatch.setattr("fontes.findings.network.cores.FEW", few)
    counts = [checked(random_network(seed)) for seed in range(1000)]
    assert sum(count > 0 for count in counts) > 200
    assert sum(count > 2 for count in counts) > 15


@given(networks())
@settings(max_examples=150)
def test_cores_of_any_network(network: Network) -> None:
    checked(network)


# three events: points 1-2, 3-4, 5-6
LIFE = (Constraint(2, 1, 0), Constraint(4, 3, 0), Constraint(6, 5, 0))
TRIAL = (*apart(0, 1, 100, None, ("trial",)), *apart(0, 2, None, 110, ("trial",)))
ARREST = (*apart(0, 3, 150, None, ("arrest",)), *apart(0, 4, None, 160, ("arrest",)))
ARREST_BEFORE = relation_constraints("before", 3, 4, 1, 2, ("memoir",), ("before-means-earlier-day",))


def test_a_core_says_by_how_much_and_on_what_it_hangs() -> None:
    """The arrest began on day 150 and was before the trial, which ended by day 110: 41 days short, one for *before*."""
    found = core(Network(7, (*LIFE, *TRIAL, *ARREST, *ARREST_BEFORE, *apart(0, 5, 1, 2, ("else",)))))
    assert found is not None
    assert found.claims == ("arrest", "memoir", "trial")
    assert found.shortfall == 41
    assert found.assumptions == ("before-means-earlier-day",)
    assert found.chain[0].x == 0


def test_a_statement_counts_with_all_its_constraints() -> None:
    """That b lasted at most 5 days and that it began by day 3 are one statement; with it, *b ended after day 20* is all it takes."""
    both = (*apart(1, 2, None, 5, ("b",)), *apart(0, 1, None, 3, ("b",)), *apart(0, 2, 20, None, ("late",)))
    found = core(Network(3, both))
    assert found is not None
    assert found.claims == ("b", "late")
    assert found.shortfall == 12


def test_axioms_can_contradict_themselves() -> None:
    found = cores(Network(2, (Constraint(0, 1, 1), Constraint(1, 0, -2), Constraint(0, 1, -5, ("x",)))))
    assert [one.claims for one in found.cores] == [()]
    assert found.repairs == ()
    assert found.complete


def test_the_doubtful_goes_first() -> None:
    network = Network(7, (*LIFE, *TRIAL, *ARREST, *ARREST_BEFORE))
    assert cores(network, seconds=EVER).repairs == (("arrest",), ("memoir",), ("trial",))
    assert cores(network, seconds=EVER, doubtful=["trial", "memoir"]).repairs == (("trial",), ("memoir",), ("arrest",))


def test_limits_say_at_least() -> None:
    """Ten contradictions that have nothing to do with each other: asked for three, three are given, and it says there may be more."""
    pairs = [one for point in range(1, 11) for one in (*apart(0, point, 5, None, (f"a{point}",)), *apart(0, point, None, 4, (f"b{point}",)))]
    network = Network(11, tuple(pairs))
    few = cores(network, most=3, seconds=EVER)
    assert (len(few.cores), few.complete) == (3, False)
    assert len(cores(network, seconds=0).cores) == 1
    every = cores(network, seconds=EVER)
    assert (len(every.cores), every.complete, len(every.repairs)) == (10, True, 1024)


@pytest.mark.parametrize("few", [0, 10**6])
def test_a_long_contradiction(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty events one after the other, the first after day 10, the last before day 49: one day short, and every order is needed.

    Of two statements that one event came before the next, either will do: both orders are in no core together.
    """
    monkeypatch.setattr("fontes.findings.network.cores.FEW", few)
    chain = [one for event in range(1, 40) for one in apart(event, event + 1, 1, None, (f"r{event:02}",))]
    dates = (*apart(0, 1, 10, None, ("first",)), *apart(0, 40, None, 48, ("last",)))
    found = core(Network(41, (*chain, *dates)))
    assert found is not None
    assert (len(found.claims), found.shortfall) == (41, 1)
    twice = cores(Network(41, (*chain, *dates, *apart(20, 21, 1, None, ("again",)))), seconds=EVER)
    assert [len(one.claims) for one in twice.cores] == [41, 41]
    assert twice.complete
    assert ("again", "r20") in twice.repairs


def test_what_can_hold_has_no_core() -> None:
    network = Network(7, (*LIFE, *TRIAL))
    assert core(network) is None
    assert cores(network).repairs == ((),)


def test_a_joint_question() -> None:
    """Between day 100 and 110: two things possible one by one are not possible together."""
    network = Network(7, (*LIFE, *TRIAL))
    by_105, after_105 = apart(0, 2, None, 105), apart(0, 1, 106, None)
    assert consistent_with(network, by_105) == Slack(5, (5,), certain=False)
    assert isinstance(consistent_with(network, after_105), Slack)
    both = consistent_with(network, (*by_105, *after_105))
    assert isinstance(both, Core)
    assert (both.claims, both.shortfall) == ((), 1)
    no = consistent_with(network, apart(0, 1, 120, None))
    assert isinstance(no, Core)
    assert (no.claims, no.shortfall) == (("trial",), 10)
    assert consistent_with(network, apart(0, 1, 90, None)) == Slack(20, (20,), certain=True)
    assert consistent_with(network, apart(5, 6, None, 9)) == Slack(9, (9,), certain=False)
    assert consistent_with(network, apart(6, 5, None, 0)) == Slack(None, (None,), certain=True)


def test_no_question_to_a_contradiction() -> None:
    with pytest.raises(ValueError, match="contradicts itself"):
        consistent_with(Network(1, (Constraint(0, 0, -1),)), ())


@given(networks(), networks())
@settings(max_examples=100)
def test_slack_is_the_room_there_is(network: Network, other: Network) -> None:
    """Each constraint of a question tightened by its slack can hold; by a day more, it cannot."""
    extra = [one for one in other.constraints if max(one.x, one.y) < network.points][:3]
    if table(network) is None:
        return
    found = consistent_with(network, extra)
    whole = Network(network.points, (*network.constraints, *extra))
    assert isinstance(found, Core) == (table(whole) is None)
    if isinstance(found, Slack):
        most = table(network)
        assert most is not None
        assert found.certain == all(most[one.x][one.y] <= one.weight for one in extra)
        for one, days in zip(extra, found.each, strict=True):
            for more in (0, 1):
                tight = Constraint(one.x, one.y, one.weight - (days or 0) - more)
                if days is not None:
                    assert (table(Network(network.points, (*whole.constraints, tight))) is None) == bool(more)


def test_the_search_can_be_bounded_by_its_work_and_then_says_the_same_each_time() -> None:
    """Ten contradictions that have nothing in common can be ended in 1,024 ways; each would be tried."""
    said = [each for point in range(1, 11) for each in (Constraint(point, 0, -10, (f"late {point}",)), Constraint(0, point, 5, (f"early {point}",)))]
    network = Network(11, tuple(said))
    bounded = cores(network, seconds=inf, steps=500)
    assert len(bounded.cores) == 10 and not bounded.complete
    assert bounded == cores(network, seconds=inf, steps=500)
    assert cores(network, seconds=inf).complete
