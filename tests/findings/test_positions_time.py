"""What may stand on a day, against a twin that tries every placement of every act."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.findings.positions.time import SILENT, Act, breaks, course, standing, standing_within

DAYS = range(0, 8)
act = st.builds(
    lambda option, first, last, sure: Act(option, min(first, last), max(first, last), sure),
    st.sampled_from("abc"), st.sampled_from(DAYS), st.sampled_from(DAYS), st.booleans(),
)  # fmt: skip
acts = st.lists(act, max_size=3)
lapses = st.none() | st.integers(0, 4)


def tried(them: list[Act], day: int, lapse: int | None) -> frozenset[str]:
    """Every placement: a day between the two, or none at all where it may not belong here."""
    found = set()
    choices = [[*range(one.earliest, one.latest + 1), *([] if one.sure else [None])] for one in them]
    for days in product(*choices):
        there = [(when, one.option) for when, one in zip(days, them, strict=True) if when is not None and when <= day]
        latest = max((when for when, _ in there), default=None)
        if latest is None or (lapse is not None and day - latest > lapse):
            found.add(SILENT)
        else:
            found |= {option for when, option in there if when == latest}
    return frozenset(found)


@given(acts, st.sampled_from(DAYS), lapses)
@settings(max_examples=400)
def test_what_may_stand_is_what_some_placement_gives(them: list[Act], day: int, lapse: int | None) -> None:
    assert standing(them, day, lapse) == tried(them, day, lapse)


@given(acts, st.sampled_from(DAYS), st.sampled_from(DAYS), lapses)
def test_between_two_days_is_the_union_of_all_of_them(them: list[Act], one: int, other: int, lapse: int | None) -> None:
    first, last = sorted((one, other))
    every = frozenset[str]().union(*(standing(them, day, lapse) for day in range(first, last + 1)))
    assert standing_within(them, first, last, lapse) == every


@given(acts, lapses)
def test_the_step_function_gives_the_position_of_every_day(them: list[Act], lapse: int | None) -> None:
    steps = list(course(them, lapse))
    for day in range(-1, 16):
        past = [now for when, now in steps if when <= day]
        assert (past[-1] if past else frozenset({SILENT})) == standing(them, day, lapse)


@given(acts, lapses)
def test_every_step_is_a_change(them: list[Act], lapse: int | None) -> None:
    steps = list(course(them, lapse))
    assert all(one[1] != other[1] for one, other in pairwise(steps))
    assert {day for day, _ in steps} <= set(breaks(them, lapse))


@given(acts.flatmap(lambda them: st.tuples(st.just(them), st.permutations(them))), st.sampled_from(DAYS), lapses)
def test_order_never_matters(pair: tuple[list[Act], list[Act]], day: int, lapse: int | None) -> None:
    assert standing(pair[0], day, lapse) == standing(pair[1], day, lapse)


@pytest.mark.parametrize(("day", "expected"), [(0, {SILENT}), (2, {SILENT, "a"}), (3, {"a"}), (4, {"a", "b"}), (6, {"b"})])
def test_a_later_act_takes_the_place_of_an_earlier(day: int, expected: set[str]) -> None:
    assert standing([Act("a", 1, 3), Act("b", 4, 6)], day) == expected


def test_two_acts_whose_order_is_open_leave_it_open() -> None:
    assert standing([Act("a", 1, 5), Act("b", 4, 6)], 9) == {"a", "b"}
    assert standing([Act("a", 1, 5), Act("b", 6, 6)], 9) == {"b"}
