"""What was only possibly there by the dates of a lens says so; what was not yet there is left out and counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fontes.dates import When, read
from fontes.model.lens import PLAIN, Lens
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.lineage import lineage_page
from fontes.present.rooms.proposition import proposition_page
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

Opened = Callable[[str], Workbench]
TEXT = """
agent a "Anna"
agent b "Boris"
agent c "Clara"
proposition p "It was so."
1930 a asserts p   ^early
b asserts p   ^undated
  rests-on ^deep
between 1934 and 1937, c asserts p   ^straddling
1940 c denies p   ^late
1941 a tells b p   ^told
c tells b p   ^perhaps
c asserts q "Q."   ^deep
"""


def lens(as_of: str) -> Lens:
    when = read(as_of)
    assert isinstance(when, When)
    return Lens(as_of=when)


def page(bench: Workbench, one: Lens) -> str:
    made = proposition_page(concordance(bench.corpus), bench.origins("p", one), bench.trace("p", one))
    return " ".join(render_text(made, 160).split())


def lineage(bench: Workbench, one: Lens) -> str:
    return " ".join(render_text(lineage_page(concordance(bench.corpus), bench.trace("p", one)), 160).split())


def test_the_voices_by_a_date(opened: Opened) -> None:
    said = page(opened(TEXT), lens("1935"))
    voices = said.split("Left out")[0]
    assert "1930 Anna ●" in voices and "Boris (possibly by then) ●" in voices and "Clara (possibly by then) ●" in voices
    assert "denies" not in voices
    assert said.count("Left out, as not there by then: one statement.") == 2, "the denial of 1940 and the report of 1941"
    assert "Clara (possibly by then) tells Boris" in said


def test_the_lineage_marks_each_statement_however_deep(opened: Opened) -> None:
    said = lineage(opened(TEXT), lens("1935"))
    assert said.count("(possibly by then)") == 4, "Boris, what he rests on, and Clara, who asserts and tells"
    assert "Anna ● asserts, 1930 (possibly" not in said


@pytest.mark.parametrize("words", ["1933", "1935"])
def test_a_later_date_makes_it_certain_or_leaves_it(opened: Opened, words: str) -> None:
    bench = opened(TEXT)
    assert ("Clara (possibly by then) ●" in page(bench, lens(words))) == (words == "1935")
    assert "Clara (possibly by then) ●" not in page(bench, lens("1938"))


def test_without_a_date_nothing_is_marked_or_left_out(opened: Opened) -> None:
    bench = opened(TEXT)
    assert "by then" not in page(bench, PLAIN) + lineage(bench, PLAIN)
