"""Where things stand: columns, orders, crossings and places."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.present.drawing.layered import Pair, apart, columns_of, crossings, layout, ordered


@st.composite
def lineages(draw: st.DrawFn) -> tuple[int, list[Pair]]:
    """Things 0 … n-1 and lines from a greater number to a smaller: every thing but 0 has at least one thing that rests on it."""
    count = draw(st.integers(2, 12))
    lines = {(at, draw(st.integers(0, at - 1))) for at in range(1, count)}
    more = draw(st.sets(st.tuples(st.integers(1, count - 1), st.integers(0, count - 2)), max_size=12))
    return count, sorted(lines | {(behind, before) for behind, before in more if behind > before})


@given(lineages())
def test_every_line_leads_to_the_right_and_what_rests_on_nothing_is_at_the_left(given_: tuple[int, list[Pair]]) -> None:
    count, lines = given_
    columns = columns_of(count, lines)
    assert all(columns[behind] < columns[before] for behind, before in lines)
    assert columns[0] == max(columns)
    for at in range(1, count):
        if not any(before == at for _, before in lines):
            assert columns[at] == 0
        else:
            assert columns[at] == min(columns[before] for behind, before in lines if behind == at) - 1


@given(lineages(), st.data())
def test_no_two_things_touch_and_no_line_runs_through_a_thing(given_: tuple[int, list[Pair]], data: st.DataObject) -> None:
    count, lines = given_
    heights = data.draw(st.lists(st.floats(10, 120), min_size=count, max_size=count))
    placed = layout(heights, lines, gap=20, passing=14)
    tall = [heights[at] + 20 if at < count else 14 for at in range(len(placed.slots))]
    for (one, (column, y)), (other, (column2, y2)) in combinations(enumerate(placed.slots), 2):
        if column == column2:
            assert abs(y - y2) >= (tall[one] + tall[other]) / 2 - 1e-6
    assert min(y - tall[at] / 2 for at, (_, y) in enumerate(placed.slots)) == pytest.approx(0, abs=1e-6)
    assert max(y + tall[at] / 2 for at, (_, y) in enumerate(placed.slots)) == pytest.approx(placed.height)
    for start, end, _ in placed.spans:
        assert placed.slots[end][0] == placed.slots[start][0] + 1


@given(lineages())
def test_every_line_is_drawn_from_its_thing_to_its_thing(given_: tuple[int, list[Pair]]) -> None:
    count, lines = given_
    placed = layout([30.0] * count, lines)
    came = {end: (start, of) for start, end, of in placed.spans if end >= count}
    drawn = set()
    for start, end, of in placed.spans:
        if end < count:
            while start >= count:
                start, behind = came[start]
                assert behind == of
            assert start == of
            drawn.add((of, end))
    assert drawn == set(lines)


def test_a_thing_on_which_several_rest_sends_out_one_line() -> None:
    """4 lies behind 3, and beside that behind 1 and 2, two columns on: one place to pass through, not two."""
    placed = layout([30.0] * 5, [(1, 0), (2, 0), (3, 1), (4, 3), (4, 1), (4, 2)])
    assert sum(end >= 5 for _, end, _ in placed.spans) == 1


@st.composite
def columned(draw: st.DrawFn) -> tuple[list[list[int]], list[Pair]]:
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=4))
    columns, count = [], 0
    for size in sizes:
        columns.append(list(range(count, count + size)))
        count += size
    steps = [
        (start, end) for left, right in pairwise(columns) for start in left for end in right if draw(st.booleans())
    ]
    return columns, steps


@given(columned())
def test_crossings_counted_pair_by_pair(given_: tuple[list[list[int]], list[Pair]]) -> None:
    columns, steps = given_
    place = {at: (column, row) for column, them in enumerate(columns) for row, at in enumerate(them)}
    slow = sum(
        place[a][0] == place[c][0] and (place[a][1] - place[c][1]) * (place[b][1] - place[d][1]) < 0 for (a, b), (c, d) in combinations(steps, 2)
    )
    assert crossings(columns, steps) == slow


@given(columned())
def test_an_order_keeps_every_column_and_is_never_worse(given_: tuple[list[list[int]], list[Pair]]) -> None:
    columns, steps = given_
    found = ordered(columns, steps)
    assert [sorted(column) for column in found] == columns
    assert crossings(found, steps) <= crossings(columns, steps)


def test_an_order_made_worse_on_the_way_is_not_kept() -> None:
    columns, steps = [[0, 1], [2, 3, 4], [5, 6, 7, 8]], [(0, 4), (2, 5), (2, 6), (3, 5), (4, 6), (4, 7)]
    assert crossings(ordered(columns, steps), steps) <= crossings(columns, steps) == 1


def test_lines_that_need_not_cross_do_not() -> None:
    assert crossings(ordered([[0, 1, 2], [3, 4, 5]], [(0, 5), (1, 4), (2, 3)]), [(0, 5), (1, 4), (2, 3)]) == 0


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(1, 20), st.integers(1, 4)), min_size=1, max_size=7))
def test_places_are_the_least_squares_under_the_order(them: list[tuple[int, int, int]]) -> None:
    """Beside it every way to pool neighbours, and the cheapest of those in order."""
    wanted, tall, weights = (list(map(float, each)) for each in zip(*them, strict=True))
    offsets = [sum(tall[:at]) + tall[at] / 2 for at in range(len(tall))]
    free = [want - offset for want, offset in zip(wanted, offsets, strict=True)]

    def cost(shifts: list[float]) -> float:
        return sum(weight * (shift - want) ** 2 for weight, shift, want in zip(weights, shifts, free, strict=True))

    best = float("inf")
    for cut in range(2 ** (len(tall) - 1)):
        shifts, begun = [], 0
        for at in range(len(tall)):
            if at == len(tall) - 1 or cut >> at & 1:
                heavy = sum(weights[begun : at + 1])
                mean = sum(w * f for w, f in zip(weights[begun : at + 1], free[begun : at + 1], strict=True)) / heavy
                shifts += [mean] * (at + 1 - begun)
                begun = at + 1
        if all(a <= b + 1e-9 for a, b in pairwise(shifts)):
            best = min(best, cost(shifts))
    found = apart(wanted, tall, weights)
    shifts = [middle - offset for middle, offset in zip(found, offsets, strict=True)]
    assert all(a <= b + 1e-9 for a, b in pairwise(shifts))
    assert cost(shifts) == pytest.approx(best, abs=1e-6)
