"""Days, positions and figures as drawings."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.dates import Edge, When, day_of, read
from fontes.findings.chronology import chronology
from fontes.findings.positions import positions
from fontes.present.drawing.courses import Course, Held, course, courses
from fontes.present.drawing.days import days
from fontes.present.drawing.rows import Entries, Number, dated, figures
from fontes.present.drawing.scale import Scale, day_marks, days_scale, number_marks
from fontes.present.drawing.shapes import Drawing, Stroke, Text
from fontes.present.drawing.timeline import Dated, Four, Row, timeline
from fontes.present.pages import Room, Table, To
from fontes.present.rooms.chronology import chronology_page
from fontes.workbench import Workbench

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
     ("1937-02-23/1937-06-11", ["1937-03", "1937-04", "1937-05", "1937-06"]),
     ("1937-06-01/1937-06-12", ["1937-05-31", "1937-06-02", "1937-06-04", "1937-06-06", "1937-06-08", "1937-06-10", "1937-06-12", "1937-06-14"])],
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
        Row("A trial", four("1937-06-11"), "on 1937-06-11", conflicts=((1, To(Room.CHRONOLOGY, anchor="conflict-1")),), language="ru"),
        Row("A meeting", four("1937"), "in 1937", stated=four("1936/1938"),
            lanes=(Dated("1937-05: Conquest", four("1937-05")), Dated("1935: nobody (it does not fit)", None))),
    ]  # fmt: skip
    found = timeline("t", "Events", rows)
    assert found is not None
    assert [thing.words for thing in found.things] == ["A trial, on 1937-06-11", "in this conflict 1", "A meeting, in 1937"]
    assert found.things[1].to == To(Room.CHRONOLOGY, anchor="conflict-1")
    meeting = found.things[2].shapes
    assert [one.lines[0] for one in meeting if isinstance(one, Text)] == ["A meeting", "1937-05: Conquest", "1935: nobody (it does not fit)"]
    assert [one.kind for one in meeting if isinstance(one, Stroke) and "lane" in one.kind].count("mark lane") == 1
    assert sum(isinstance(one, Stroke) and one.kind == "stated" for one in meeting) == 1
    assert found.description == "From 1936-01-01 to 1938-12-31. Two rows, in the order of the table beside it, which says the same."


def test_nothing_is_drawn_without_a_day() -> None:
    assert timeline("t", "Events", [Row("A", (UNKNOWN,) * 4, "no day known")]) is None
    assert dated("d", "Entries", [Entries("A", ((OPEN, OPEN, UNKNOWN, UNKNOWN),))]) is None
    assert figures("f", "Figures", []) is None and courses("c", "Positions", []) is None


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
    assert [thing.words for thing in drawing.things] == ["The arrest, sometime from 1937-05-01 to 1937-05-31", "The trial, on 1937-06-11"]
    assert drawing.things[0].to == To(Room.EVENTS, "y")


# Positions


def day(year: int) -> int:
    return day_of(year, 1, 1)


def test_a_line_for_each_voice_solid_where_certain_broken_where_not() -> None:
    turns = ((1956, ["asserts"]), (1968, ["asserts", "doubts"]), (1970, ["denies"]))
    anna = Course("Anna", tuple(Held(day(year), frozenset(options)) for year, options in turns))
    boris = Course("Boris", (Held(day(1960), frozenset(["supposes", "silent"])), Held(day(1990), frozenset(["silent"]))))
    found = courses("c", "Positions", [anna, boris], until=day(2011))
    assert found is not None
    assert [[one.kind for one in thing.shapes if isinstance(one, Stroke) and one.kind.startswith("held")] for thing in found.things] == [
        ["held asserts", "held unsure", "held denies"], ["held supposes unsure"],
    ]  # fmt: skip
    assert found.things[1].words == "Boris, supposes or not heard from 1960-01-01, not heard from 1990-01-01"


def test_only_who_certainly_stands_so_is_counted() -> None:
    them = [
        Course("A", (Held(day(1950), frozenset(["asserts"])),)), Course("B", (Held(day(1960), frozenset(["asserts"])),)),
        Course("C", (Held(day(1960), frozenset(["denies", "doubts"])), Held(day(1980), frozenset(["denies"])))),
    ]  # fmt: skip
    found = courses("c", "Positions", them, until=day(2000))
    assert found is not None
    tallies = [(one.kind, one.lines[0]) for one in found.shapes if isinstance(one, Text) and one.kind.startswith("tally")]
    assert tallies == [("tally asserts", "1"), ("tally asserts", "2"), ("tally asserts", "2"), ("tally denies", "1")]


def test_the_steps_of_the_finding_are_drawn_as_they_are(dossier: Workbench) -> None:
    (answer,) = positions(dossier.corpus, "why-purge").answers
    mine = [step for step in answer.steps if step.agent == "conquest"]
    one = course("Robert Conquest", mine)
    assert [(held.day, held.options) for held in one.held] == [(step.day, step.now) for step in mine]
    assert one.held[-1].options == {"asserts"}


# Dated entries and figures


def test_entries_of_one_row_lie_over_no_others() -> None:
    found = dated("d", "Denunciations", [Entries("Iakir", (four("1937"), four("1937-05"), four("1936-01-02"))), Entries("Blank", ())])
    assert found is not None
    undated = dated("d", "D", [Entries("A", (four("1937"), (UNKNOWN,) * 4, (OPEN, UNKNOWN, UNKNOWN, OPEN)))])
    assert undated is not None and undated.things[0].words == "A (and two of which no day is known), three entries"
    assert "?" not in [one.lines[0] for one in undated.things[0].shapes if isinstance(one, Text)]
    heights = sorted({one.path.split()[1].split("L")[0] for one in found.things[0].shapes if isinstance(one, Stroke) and one.kind == "whisker"})
    assert len(heights) == 2
    assert found.things[1].box[1] == found.things[0].box[1] + found.things[0].box[3]
    assert found.description.startswith("Three entries, from 1936-01-02 to 1937-12-31.")


def test_rival_figures_stand_on_one_axis() -> None:
    conquest, reese = Number("Conquest", Decimal(35_000), Decimal(40_000)), Number("Reese", Decimal(23_000), Decimal(23_000), notes="discharged")
    found = figures("f", "Officers", [conquest, reese])
    assert found is not None
    assert [thing.words for thing in found.things] == ["Conquest: 35,000–40,000", "Reese: 23,000, discharged"]
    marks = [[one.kind for one in thing.shapes if isinstance(one, Stroke)] for thing in found.things]
    assert marks == [["whisker", "cap", "cap"], ["mark sure"]]
    assert found.description.startswith("Two figures on one axis, from 23,000 to 40,000.")
