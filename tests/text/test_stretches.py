"""Where statements stand in a file, found without reading them: the same as reading them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.text.written import sections

from fontes.text.parse import parse, parse_markdown
from fontes.text.stretches import extent, stretches
from fontes.text.syntax import Broken, Through

TEXT = """\
# who speaks
agent a "A"
  # inside
  role scholar

through s ¶ 1
a asserts p

# between
a denies q
  note "x"
  # after

through s ¶ 2
directly
a doubts p
"""


def test_the_sections_of_a_file() -> None:
    found = stretches(TEXT, "a.fontes")
    assert [(one.head, one.last, one.count, one.spaced) for one in found] == [
        (0, 4, 1, False), (6, 12, 2, False), (14, 14, 0, False), (15, 16, 1, False)
    ]  # fmt: skip
    assert [one.section.passage for one in found] == ["", "¶ 1", "¶ 2", ""]


def test_each_block_of_a_note_begins_anew() -> None:
    note = "# Notes\n\n```fontes\nthrough s\na asserts p\n```\nwords\n\n```fontes\na denies p\n```\n"
    assert [(one.head, one.last, one.end) for one in stretches(note, "a.md")] == [(4, 5, 5), (0, 10, 10)]
    assert extent(note, "a.md", 7) is None and extent(note, "a.md", 10) == (10, 10)
    assert [one.span.line for one in parse_markdown(note, "a.md").statements] == [4, 5, 10]
    assert stretches("words only\n", "a.md") == ()


@pytest.mark.parametrize(("line", "lines"), [(1, None), (2, (2, 4)), (4, (2, 4)), (5, None), (7, (7, 7)), (10, (10, 11)), (12, None), (16, (16, 16))])
def test_the_lines_of_a_statement(line: int, lines: tuple[int, int] | None) -> None:
    assert extent(TEXT, "a.fontes", line) == lines


@given(sections(), st.randoms())
def test_they_are_what_reading_finds(made: list[str], chance: random.Random) -> None:
    """Every statement that is read lies in the stretch of its section, at the lines found for it."""
    lines = "".join(made).split("\n")
    for _ in range(3):
        lines.insert(chance.randrange(len(lines)), chance.choice(("", "# a remark", "  # within")))
    text = "\n".join(lines)
    found = stretches(text, "a.fontes")
    for one in parse(text, "a.fontes").statements:
        if isinstance(one, Broken):
            continue
        first, last = extent(text, "a.fontes", one.span.line) or (0, 0)
        assert first == one.span.line and last >= one.span.end_line
        over = [each for each in found if each.head <= first]
        section = one.section if isinstance(one, Through) else getattr(one, "section", None)
        if section is not None:
            assert over[-1].section.passage == section.passage and over[-1].last >= one.span.end_line
