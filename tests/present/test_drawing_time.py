"""Days and the chronology as drawings."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fontes.dates import Edge, When, read
from fontes.findings.chronology import chronology
from fontes.present.drawing.days import days
from fontes.present.drawing.scale import Scale, day_marks, days_scale, number_marks
from fontes.present.drawing.shapes import Drawing, Stroke, Text
from fontes.present.drawing.timeline import Clash, Dated, Four, Row, timeline
from fontes.present.pages import Room, Table, To
from fontes.present.rooms.chronology import chronology_page
from fontes.workbench import Workbench

from .geometry import extent, inside

UNKNOWN, OPEN = Edge.UNKNOWN, Edge.OPEN
TEN = Scale(0, 10, 0, 100)


def four(words: str) -> Four:
    when = read(words)
    assert isinstance(when, When)
    return (*when.start, *when.end)


def kinds(*bounds: int | Edge) -> list[str]:
    return [one.kind if isinstance(one, Stroke) else "".join(one.lines) for one in days(TEN, 0, bounds)]


def test_a_known_day_is_a_diamond_and_a_window_a_hollow_one_between_its_caps() -> None:
    assert kinds(3, 3, 3, 3) == ["mark sure"]
    assert kinds(3, 8, 3, 8) == ["whisker", "cap", "cap", "mark"]


def test_what_goes_on_is_filled_where_certain_and_hatched_where_possible() -> None:
    assert kinds(2, 4, 6, 8) == ["possible", "certain", "cap", "cap", "cap", "cap"]
    (certain,) = [one for one in days(TEN, 0, (2, 4, 6, 8)) if one.kind == "certain"]
    assert isinstance(certain, Stroke) and certain.path.startswith("M40 ") and "h30v" in certain.path
    assert isinstance(possible := days(TEN, 0, (2, 4, 6, 8))[0], Stroke) and possible.path == "M20 0L90 0"
    assert kinds(2, 6, 4, 8) == ["possible", "cap", "cap", "cap", "cap"]


def test_an_open_side_is_an_arrow_and_an_unknown_one_a_question() -> None:
    assert kinds(2, 4, OPEN, OPEN) == ["possible", "cap", "cap", "mark"]
    assert kinds(UNKNOWN, 4, UNKNOWN, 8)[-1] == "?"
    assert kinds(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN) == ["?"]


def test_what_is_sometime_before_a_day_has_no_middle() -> None:
    assert kinds(UNKNOWN, 8, UNKNOWN, 8) == ["whisker", "cap", "?"]


@given(st.lists(st.lists(st.integers(-800_000, 800_000), min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_known_day_lies_on_the_scale_and_its_marks_can_be_read(fours: list[list[int]]) -> None:
    scale = days_scale(fours, 20, 800)
    assert scale is not None
    places = [scale.x(day) for them in fours for day in them]
    assert all(20 < x < 820 for x in places)
    assert [scale.x(day) for day in sorted(day for them in fours for day in them)] == sorted(places)
    marks = day_marks(scale)
    gaps = [scale.x(b) - scale.x(a) for (a, _), (b, _) in pairwise(marks)]
    assert len(marks) <= 13 and all(gap > 50 for gap in gaps)


@pytest.mark.parametrize(
    ("written", "words"),
    [("1917/1957", ["1920", "1925", "1930", "1935", "1940", "1945", "1950", "1955"]),
     ("1937-02-23/1937-06-11", ["March 1937", "April", "May", "June"]),
     ("1937-06-01/1937-06-12", ["31 May 1937", "2 June", "4 June", "6 June", "8 June", "10 June", "12 June", "14 June"]),
     ("1936-12-20/1937-02-01", ["19 December 1936", "29 December", "8 January 1937", "18 January", "28 January"])],
)  # fmt: skip
def test_marks_in_round_steps(written: str, words: list[str]) -> None:
    scale = days_scale([four(written)], 0, 800)
    assert scale is not None
    assert [each for _, each in day_marks(scale)] == words


def test_numbers_in_round_steps() -> None:
    assert [words for _, words in number_marks(Scale(0, 41_000, 0, 800))][:3] == ["0", "5,000", "10,000"]
    assert [words for _, words in number_marks(Scale(0, 0.9, 0, 800))][:3] == ["0", "0.1", "0.2"]


def test_lanes_and_conflicts_stand_with_their_row() -> None:
    rows = [
        Row("A trial", four("1937-06-11"), "on 1937-06-11", language="ru",
            conflicts=(Clash(1, "short by 43 days", To(Room.CHRONOLOGY, anchor="conflict-1")),)),
        Row("A meeting", four("1937"), "in 1937", stated=four("1936/1938"),
            lanes=(Dated("1937-05: Conquest", four("1937-05")), Dated("1935: nobody (it does not fit)", None))),
    ]  # fmt: skip
    found = timeline("t", "Events", rows)
    assert found is not None
    assert [thing.words for thing in found.things] == ["A trial, on 1937-06-11", "in conflict 1, short by 43 days", "A meeting, in 1937"]
    assert found.things[1].to == To(Room.CHRONOLOGY, anchor="conflict-1")
    meeting = found.things[2].shapes
    assert [one.lines[0] for one in meeting if isinstance(one, Text)] == ["A meeting", "1937-05: Conquest", "1935: nobody (it does not fit)"]
    assert [one.kind for one in meeting if isinstance(one, Stroke) and "lane" in one.kind].count("mark lane") == 1
    assert sum(isinstance(one, Stroke) and one.kind == "stated" for one in meeting) == 1
    assert found.description.startswith("From 1936 to 1938. Two rows, in the order of the table below, which says the same")


def test_rows_of_one_conflict_are_tied_along_the_side() -> None:
    clash = Clash(1, "short by two days", To(Room.CHRONOLOGY))
    rows = [Row(name, four("1937"), "in 1937", conflicts=(clash,) if name != "B" else ()) for name in "ABC"]
    found = timeline("t", "Events", rows)
    assert found is not None
    (tie,) = [one for one in found.shapes if isinstance(one, Stroke) and one.kind == "tie"]
    heights = {float(y) for y in re.findall(r"[ML][\d.]+ ([\d.]+)", tie.path)}
    assert heights == {thing.box[1] + 32 for thing in found.things if thing.kind == "row" and not thing.words.startswith("B")}


BOUND = st.one_of(st.integers(600_000, 740_000), st.just(UNKNOWN), st.just(OPEN))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.tuples(BOUND, BOUND, BOUND, BOUND), st.integers(0, 3)), min_size=1, max_size=8))
def test_rows_lie_under_each_other_and_nothing_lies_outside(rows: list[tuple[str, Four, int]]) -> None:
    made = [
        Row(words, ordered(bounds), "some day", lanes=tuple(Dated("x", ordered(bounds)) for _ in range(lanes)),
            conflicts=tuple(Clash(at + 1, "short by a day", To(Room.CHRONOLOGY)) for at in range(lanes)))
        for words, bounds, lanes in rows
    ]  # fmt: skip
    found = timeline("t", "Events", made)
    if found is None:
        assert not any(isinstance(side, int) for row in made for side in row.four)
        return
    boxes = [thing.box for thing in found.things if thing.kind == "row"]
    assert all(y + tall <= after[1] + 0.01 for (_, y, _, tall), after in pairwise(boxes))
    inside(found)


def ordered(bounds: Four) -> Four:
    """Earliest and latest first day, earliest and latest last day, so that they can be."""
    start, _, _, end = bounds
    known = sorted(side for side in bounds if isinstance(side, int))
    if len(known) < 4:
        return start, UNKNOWN, UNKNOWN, end if not isinstance(start, int) or not isinstance(end, int) or end >= start else start
    return known[0], known[1], known[2], known[3]


@given(st.tuples(*[st.integers(700_000, 720_000)] * 4).map(sorted), st.integers(1, 2_000))
def test_what_is_certain_lies_within_what_is_possible(four_days: list[int], room: int) -> None:
    scale = Scale(four_days[0] - room, four_days[3] + room, 20, 900)
    marks = [one for one in days(scale, 30, four_days) if isinstance(one, Stroke)]
    sure, maybe = ([extent(one) for one in marks if one.kind == kind] for kind in ("certain", "possible"))
    assert all(left - 3 <= a and b <= right + 3 for a, b in sure for left, right in maybe)
    caps = [extent(one)[0] for one in marks if one.kind == "cap"]
    assert caps == sorted(caps)


def test_nothing_is_drawn_without_a_day() -> None:
    assert timeline("t", "Events", [Row("A", (UNKNOWN,) * 4, "no day known")]) is None


def test_the_page_draws_each_strand_beside_its_table(opened: Callable[[str], Workbench]) -> None:
    bench = opened(
        "agent a \"Anna\"\n  role scholar\nevent x \"The trial\"\n  strand law\nevent y \"The arrest\"\n  strand law\n"
        "a dates x 1937-06-11\na dates y 1937-05\n"
    )
    found = chronology(bench.corpus)
    page = chronology_page(found, [found.bounds("y"), found.bounds("x")])
    place = next(at for at, block in enumerate(page.blocks) if isinstance(block, Drawing))
    drawing, table = page.blocks[place : place + 2]
    assert isinstance(drawing, Drawing) and isinstance(table, Table)
    assert [thing.words for thing in drawing.things] == ["The arrest, sometime in May 1937", "The trial, on 11 June 1937"]
    assert drawing.things[0].to == To(Room.EVENTS, "y")
