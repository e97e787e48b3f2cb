"""Relations between events: Allen's composition table, and what each relation says in days."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from fontes.findings.network import Closure, Constraint, Network, closure
from fontes.findings.network.alternatives import alternatives, disjoint
from fontes.findings.network.relations import ALLEN, RELATIONS, apart, lasting, relation_constraints

from .network_small import closed, table

COMPOSITION = Path(__file__).resolve().parents[3] / "shared" / "external" / "time" / "allen-composition.json"
SHORT = dict(zip(ALLEN, ("B", "M", "O", "S", "D", "F", "E", "BI", "MI", "OI", "SI", "DI", "FI"), strict=True))
PROPER = tuple(Constraint(2 * event, 2 * event - 1, -1) for event in (1, 2, 3))  # points 1-2, 3-4, 5-6, beginning before they end


def test_composition_is_allens() -> None:
    """For a in r1 to b, and b in r2 to c: the relations possible of a to c are exactly those of the published table."""
    if not COMPOSITION.exists():
        pytest.skip("the composition table is not here")
    published = json.loads(COMPOSITION.read_text(encoding="utf-8"))["TransTable"]
    for first, second in product(ALLEN, ALLEN):
        given = (*PROPER, *relation_constraints(first, 1, 2, 3, 4, meets=0), *relation_constraints(second, 3, 4, 5, 6, meets=0))
        possible = {
            third for third in ALLEN if table(Network(7, (*given, *relation_constraints(third, 1, 2, 5, 6, meets=0)))) is not None
        }
        assert {SHORT[third] for third in possible} == set(published[SHORT[first]][SHORT[second]].split("|")), (first, second)


def on_days(name: str, a: tuple[int, int], b: tuple[int, int], meets: int) -> bool:
    """Does the relation hold of two events whose days are known?"""
    days = (0, *a, *b)
    return all(days[one.y] - days[one.x] <= one.weight for one in relation_constraints(name, 1, 2, 3, 4, meets=meets))


SPANS = [(start, end) for start in range(5) for end in range(start, 5)]
TRUTH = {
    "before": lambda a, b: a[1] < b[0],
    "after": lambda a, b: b[1] < a[0],
    "before-or-same-day": lambda a, b: a[1] <= b[0],
    "after-or-same-day": lambda a, b: b[1] <= a[0],
    "meets": lambda a, b: a[1] + 1 == b[0],
    "met-by": lambda a, b: b[1] + 1 == a[0],
    "overlaps": lambda a, b: a[0] < b[0] <= a[1] < b[1],
    "overlapped-by": lambda a, b: b[0] < a[0] <= b[1] < a[1],
    "starts": lambda a, b: a[0] == b[0] and a[1] < b[1],
    "started-by": lambda a, b: a[0] == b[0] and b[1] < a[1],
    "finishes": lambda a, b: b[0] < a[0] and a[1] == b[1],
    "finished-by": lambda a, b: a[0] < b[0] and a[1] == b[1],
    "during": lambda a, b: b[0] < a[0] and a[1] < b[1],
    "contains": lambda a, b: a[0] < b[0] and b[1] < a[1],
    "equals": lambda a, b: a == b,
    "within": lambda a, b: set(range(a[0], a[1] + 1)) <= set(range(b[0], b[1] + 1)),
    "covers": lambda a, b: set(range(b[0], b[1] + 1)) <= set(range(a[0], a[1] + 1)),
    "contemporary": lambda a, b: bool(set(range(a[0], a[1] + 1)) & set(range(b[0], b[1] + 1))),
    "starts-during": lambda a, b: a[0] in range(b[0], b[1] + 1),
    "ends-during": lambda a, b: a[1] in range(b[0], b[1] + 1),
}


@pytest.mark.parametrize("name", RELATIONS)
def test_each_relation_says_what_it_says(name: str) -> None:
    for a, b in product(SPANS, SPANS):
        assert on_days(name, a, b, meets=1) == TRUTH[name](a, b), (a, b)


def test_exactly_one_of_allens_holds() -> None:
    proper = [span for span in SPANS if span[0] < span[1]]
    for a, b in product(proper, proper):
        assert sum(on_days(name, a, b, meets=0) for name in ALLEN) == 1


def test_an_unknown_relation_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="no relation 'near'; there are after, "):
        relation_constraints("near", 1, 2, 3, 4)


def test_durations_count_both_days() -> None:
    network = Network(3, (*apart(0, 1, 10, 10), *lasting(1, 2, 3, 5, ("a",), ("week",))))
    found = closed(network)
    assert (found.lower[2], found.upper[2]) == (12, 14)
    assert network.constraints[-1].assumptions == ("week",)


def test_a_choice_between_before_and_after() -> None:
    """a lasts 5 days within days 1 to 20; b lasts from 4 to 17: before it there is no room, so a is after, from 18 — which leaves 3."""
    ages = (Constraint(2, 1, 0), Constraint(4, 3, 0), *apart(0, 1, 1, None, ("a",)), *apart(0, 2, None, 20, ("a",)))
    b = (*apart(0, 3, 4, 4, ("b",)), *apart(0, 4, 17, 17, ("b",)))
    choice = disjoint(1, 2, 3, 4, ("apart",))
    short = alternatives(Network(5, (*ages, *b, *lasting(1, 2, 3, 3, ("short",)))), [choice])
    assert [one.picked for one in short.fits] == [(0,), (1,)]
    assert (short.lower[1], short.upper[1]) == (1, 18)
    middle = alternatives(Network(5, (*ages, *b[:2], *apart(0, 4, 16, 16, ("b",)), *lasting(1, 2, 4, 4, ("short",)))), [choice])
    assert [one.picked for one in middle.fits] == [(1,)]
    assert (middle.lower[1], middle.upper[1]) == (17, 17)
    assert [(one.picked, one.core.claims if one.core else None) for one in middle.fails] == [((0,), ("a", "apart", "b", "short"))]
    none = alternatives(Network(5, (*ages, *b, *lasting(1, 2, 5, 5, ("short",)))), [choice])
    assert (none.fits, none.lower, none.upper) == ((), (), ())


def test_the_hull_of_a_choice_is_that_of_its_cases() -> None:
    """Three events of two days each in six days, none sharing a day: every day is possible for each, no other order fits."""
    made = [one for event in (1, 2, 3) for one in (*lasting(2 * event - 1, 2 * event, 2, 2), *apart(0, 2 * event - 1, 1, 5))]
    choices = [disjoint(1, 2, 3, 4), disjoint(3, 4, 5, 6), disjoint(1, 2, 5, 6)]
    found = alternatives(Network(7, tuple(made)), choices)
    assert len(found.fits) == 6
    assert found.lower[1:] == (1, 2, 1, 2, 1, 2)
    assert found.upper[1:] == (5, 6, 5, 6, 5, 6)
    for branch in found.fits:
        whole = [*made, *(one for choice, place in zip(choices, branch.picked, strict=True) for one in choice[place])]
        assert isinstance(closure(Network(7, tuple(whole))), Closure)


def test_too_many_choices_are_refused() -> None:
    network = Network(15, tuple(Constraint(point + 1, point, 0) for point in range(1, 13, 2)))
    pairs = [disjoint(4 * n + 1, 4 * n + 2, 4 * n + 3, 4 * n + 4) for n in range(3)]
    assert len(alternatives(network, pairs * 2).fits) == 8
    with pytest.raises(ValueError, match="more than 4 combinations"):
        alternatives(network, pairs, most=4)
