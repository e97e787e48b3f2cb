"""Which of two points comes first."""

from __future__ import annotations

from hypothesis import given

from fontes.findings.network import Constraint, Network
from fontes.findings.network.cores import Comes, order
from fontes.findings.network.relations import apart

from .network_small import networks, table

YES, MAYBE, NO, BROKEN = Comes.CERTAIN, Comes.POSSIBLE, Comes.IMPOSSIBLE, Comes.INCONSISTENT


def holds(network: Network, x: int, y: int, days: int) -> Comes:
    """Is y at least so many days after x? By adding it, and by adding the opposite."""
    with_it = table(Network(network.points, (*network.constraints, Constraint(y, x, -days)))) is not None
    without = table(Network(network.points, (*network.constraints, Constraint(x, y, days - 1)))) is not None
    return {(True, True): MAYBE, (True, False): YES, (False, True): NO, (False, False): BROKEN}[with_it, without]


@given(networks())
def test_orders_are_those_found_by_adding_them(network: Network) -> None:
    for x in range(network.points):
        for y in range(network.points):
            found = order(network, x, y)
            assert (found.before, found.not_after) == (holds(network, x, y, 1), holds(network, x, y, 0))
            if found.before is NO and x != y:
                assert (found.why[0].x, found.why[-1].y, sum(one.weight for one in found.why) < 1) == (x, y, True)
            if found.before is YES:
                assert (found.why[0].x, found.why[-1].y, sum(one.weight for one in found.why) < 0) == (y, x, True)
                assert order(network, y, x).before is NO


def test_order_is_forced_though_the_bounds_overlap() -> None:
    """Both in the same year; one at least ten days before something that is no later than the other."""
    year = tuple(one for point in (1, 2, 3) for one in apart(0, point, 0, 365, ("year",)))
    network = Network(4, (*year, *apart(1, 3, 10, None, ("a",)), *apart(3, 2, 0, None, ("b",))))
    found = order(network, 1, 2)
    assert found.before is YES
    assert [one.claims for one in found.why] == [("b",), ("a",)]
    assert order(network, 3, 2).before is MAYBE
    assert order(network, 3, 2).not_after is YES


def test_possible_for_want_of_evidence() -> None:
    horizon = (*apart(0, 1, -1000, 1000), *apart(0, 2, -1000, 1000))
    assert not order(Network(3, horizon), 1, 2).recorded
    assert order(Network(3, (*horizon, *apart(0, 1, 5, 6, ("a",)))), 1, 2).recorded
