"""The page of the chronology: lines of time, lanes, and the same in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.dates import Edge, day_of
from fontes.findings.chronology import chronology
from fontes.present.pages import Table, text_of
from fontes.present.rooms.chronology import chronology_page, window
from fontes.present.rooms.chronology_scale import WIDTH, Scale, scale_of
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

OPEN, UNKNOWN = Edge.OPEN, Edge.UNKNOWN
YEAR = day_of(1936, 1, 1)


def drawn(*four: int | Edge) -> str:
    return Scale(1, WIDTH).drawn(four)


def test_a_line_of_time() -> None:
    assert drawn(3, 5, 8, 10) == "··▒▒████▒▒" + "·" * (WIDTH - 10)
    assert drawn(3, 10, 3, 10) == "··▒▒▒▒▒▒▒▒" + "·" * (WIDTH - 10)
    assert drawn(4, 4, 4, 4) == "···◇" + "·" * (WIDTH - 4)
    assert drawn(4, 6, 6, UNKNOWN) == "···▒▒█" + "▒" * (WIDTH - 7) + "?"
    assert drawn(4, 4, OPEN, OPEN)[-1] == "→" and drawn(OPEN, OPEN, 4, 4)[0] == "←"
    assert drawn(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN) == "?" + "·" * (WIDTH - 1)


@given(st.lists(st.integers(-10_000, 800_000), min_size=1, max_size=4).map(sorted))
def test_every_known_day_lies_on_the_scale(days: list[int]) -> None:
    scale = scale_of([days])
    columns = [scale.column(day) for day in days]
    assert columns == sorted(columns) and columns[0] == 0 and all(0 <= column < WIDTH for column in columns)
    assert columns[-1] == WIDTH - 1 or days[0] + WIDTH > days[-1]


@pytest.mark.parametrize(
    ("four", "words"),
    [
        ((YEAR,) * 4, "on 1 January 1936"),
        ((YEAR, YEAR + 9, YEAR, YEAR + 9), "sometime from 1 January 1936 to 10 January 1936"),
        ((YEAR, YEAR + 365, YEAR, YEAR + 365), "sometime in 1936"),
        ((YEAR, YEAR, YEAR + 9, UNKNOWN), "begun on 1 January 1936, over not before 10 January 1936"),
        ((UNKNOWN,) * 4, "no day known"),
        ((YEAR, YEAR, OPEN, OPEN), "begun on 1 January 1936, over open, said to have no bound"),
    ],
)
def test_bounds_in_words(four: tuple[int | Edge, ...], words: str) -> None:
    assert window(four) == words


TEXT = """\
agent a "Anna"
source s "Book"
  by a
event e "The raid"
  when summer 1936 per s p. 1
  when autumn 1936 per s p. 2
  after f
event f "The vote"
  when 1936-09-10?
"""


def test_the_page_names_lanes_doubt_and_what_narrowed_it(opened: Callable[[str], Workbench]) -> None:
    found = chronology(opened(TEXT).corpus)
    page = chronology_page(found, [found.bounds("e"), found.bounds("f")])
    table = next(block for block in page.blocks if isinstance(block, Table))
    below = [text_of(line) for row in table.rows for line in row.below]
    assert "autumn 1936 — Anna, Book, p. 2; narrowed to sometime from 11 September 1936 to 30 November 1936" in below
    assert "summer 1936 — Anna, Book, p. 1; it does not fit what nobody disputes, by eleven days" in below
    assert any("narrowed by The vote: perhaps 10 September 1936 and The raid after The vote." in line for line in below)
    assert "Rests on a date marked as doubtful." in below


def test_no_statement_is_known_by_its_drawing_alone(opened: Callable[[str], Workbench]) -> None:
    """What a screen reader is given holds the dates and no drawing; the terminal shows both."""
    found = chronology(opened(TEXT).corpus)
    page = chronology_page(found, [found.bounds("e")])
    table = next(block for block in page.blocks if isinstance(block, Table))
    said = [text_of(cell) for row in table.rows for cell in row.cells] + [text_of(line) for row in table.rows for line in row.below]
    assert not any(mark in line for line in said for mark in "█▒◇")
    assert "sometime from 11 September 1936 to 30 November 1936" in said
    assert "▒" in render_text(page)
