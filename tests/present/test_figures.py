"""The page of rival figures."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fontes.findings.figures import Slip, Slipped, figures
from fontes.findings.figures.compared import MOST as COMPARED
from fontes.model.explanations import Figure
from fontes.model.lens import PLAIN, Lens, Unit, UnitKind
from fontes.present.phrasing import figures as words
from fontes.present.rooms.concordance import concordance
from fontes.present.rooms.figures import AXIS, MOST, drawn, figures_page, slip_words, written
from fontes.present.terminal import render_text
from fontes.workbench import Workbench

Opened = Callable[[str], Workbench]
PEOPLE = 'agent a "Anna"\nagent b "Boris"\nquestion many "How many?"\nsource doc "The document"\n'


def stated(name: str, value: str, of: str, agent: str = "a", more: str = "") -> str:
    return f'proposition {name} "{name}."\n  answers many\n  figure {value} of "{of}"\n{more}{agent} asserts {name}\n'


def said(bench: Workbench, lens: Lens = PLAIN, question: str = "") -> str:
    """The page as one line of text."""
    return " ".join(render_text(figures_page(concordance(bench.corpus), figures(bench.corpus, question, lens)), 120).split())


def test_a_figure_has_its_place_on_the_axis_and_what_stands_behind_it(opened: Opened) -> None:
    text = stated("x", "1000 men", "shot", "1950 a") + "  rests-on doc\nb denies x\n" + stated("y", "100..500 men", "gone", "b") + "  rests-on? doc\n"
    page = said(opened(PEOPLE + text))
    assert "Figures: How many? In men, by value; the axis runs from 0 to 1,000" in page
    assert f"1,000 {'·' * 23}● shot Anna, 1950 Denied or doubted by Boris. Goes back to The document." in page
    assert f"100–500 ··{'━' * 10}{'·' * 12} gone Boris, no date recorded It is supported in part. Goes back to The document (perhaps)." in page


LEAST_MOST = st.tuples(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 1000)).map(sorted)


@given(LEAST_MOST)
def test_every_figure_is_drawn_within_the_axis_and_in_order(four: list[int]) -> None:
    least, one, other, most = map(Decimal, four)
    first, second, span = (drawn(Figure(a, b, "", ""), least, most) for a, b in ((one, one), (other, other), (one, other)))
    assert {len(first), len(second), len(span)} == {AXIS}
    assert first.index("●") <= second.index("●")
    assert one == other or (span.index("━"), span.rindex("━")) == (first.index("●"), second.index("●"))


@pytest.mark.parametrize(("value", "words_"), [("36761", "36,761"), ("3.70", "3.7"), ("1E+4", "10,000"), ("0", "0"), ("-1200", "-1,200")])
def test_numbers_are_written_to_be_read(value: str, words_: str) -> None:
    assert written(Decimal(value)) == words_


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            stated("x", "500 men", "shot", "1950 a") + stated("y", "500 men", "gone", "1960 b"),
            "The same value under a changed description: 500 men stand for “shot” (Anna, 1950) and for “gone” (Boris, 1960). "
            "No common descent is recorded here.",
        ),
        (
            stated("x", "500 men", "shot") + "  rests-on doc\n" + stated("y", "500 men", "gone") + "  rests-on doc\n",
            "Both go back to one document: The document.",
        ),
        (
            stated("x", "1234 men", "shot") + stated("y", "1244 men", "gone") + "  rests-on x\n",
            "The third digit is 3 in one and 4 in the other. The second rests on",
        ),
        (
            stated("x", "9 men", "shot", more="  part-of y\n") + stated("y", "8 men", "gone"),
            "A part larger than its whole: 9 of “shot” (Anna), and 8 of “gone” (Anna).",
        ),
        (stated("x", "9 men", "shot, of 8"), "A part larger than its whole: 9 of “shot, of 8” (Anna), where the whole is given as 8."),
        (
            stated("x", "9 men", "all", more="  part y together\n  part z together\n") + stated("y", "6 men", "shot") + stated("z", "5 men", "gone"),
            "Parts larger together than their whole: they come to 11, and the whole, “all” (Anna), is 9. The largest: 6 (Anna).",
        ),
        (
            stated("x", "9 men", "shot") + stated("y", "5 men", "Shot", "b"),
            "The same description, different values: “shot” is 9 (Anna) and 5 (Boris).",
        ),
        (stated("x", "9 men", "shot").replace("asserts", "supposes"), "Only supposed."),
        (stated("x", "9 men", "shot").replace("  answers many\n", ""), "Figures for which no question is recorded"),
        (stated("x", "9", "shot"), "No unit recorded, by value; the axis runs from 0 to 9"),
        (
            stated("x", "9 men", "shot") + "  rests-on doc\n" + stated("y", "5 men", "gone") + "  rests-on? doc\n",
            "The document ⊣ the trail ends here 2 5 men, “gone”: Anna, no date recorded; only by a supposed descent. 9 men, “shot”: Anna, no date",
        ),
        (
            stated("x", "9 men", "shot") + "  rests-on doc\n" + stated("y", "5 men", "gone") + "  rests-on doc, others\n",
            "2 5 men, “gone”: Anna, no date recorded; with other ends too. 9 men, “shot”: Anna, no date recorded.",
        ),
        ("", "No figure that somebody states is recorded here."),
    ],
)
def test_everything_to_be_seen_is_told(opened: Opened, text: str, line: str) -> None:
    assert line in said(opened(PEOPLE + text))


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        (Slipped(Slip.DROPPED, 3, "0", ""), "The third digit of the longer, 0, is missing in the other"),
        (Slipped(Slip.ADDED, 12, "", "7"), "The 12th digit of the longer, 7, is missing in the other"),
        (Slipped(Slip.SWAPPED, 1, "12", "21"), "The first and the next digit, 12, stand in the other order"),
    ],
)
def test_a_slip_in_words(slip: Slipped, line: str) -> None:
    assert slip_words(slip) == line


def test_a_lens_and_a_question_are_named(opened: Opened) -> None:
    page = said(opened(PEOPLE + stated("x", "9 men", "shot")), Lens(distrust=frozenset([Unit(UnitKind.AGENT, "b")])), "many")
    assert "Figures on the question: How many?" in page and "Seen so: b is distrusted." in page


def test_long_lists_are_counted_and_what_was_not_compared_is_said(opened: Opened) -> None:
    page = said(opened(PEOPLE + "".join(stated(f"x{n}", f"{7 if n < COMPARED + 1 else n} men", f"kind {n}") for n in range(MOST + 3))))
    assert "Three more are not listed here; --json lists them." in page and words.NOT_ALL_PAIRS in page
    many = "".join(f"agent x{n} \"X{n}\"\nx{n} asserts x\n" for n in range(8))
    assert "and three more, no date recorded" in said(opened(PEOPLE + stated("x", "9 men", "shot") + many))


def test_no_words_are_left_over() -> None:
    code = (Path(words.__file__).parents[1] / "rooms" / "figures.py").read_text(encoding="utf-8")
    assert [name for name in vars(words) if name.isupper() and f"words.{name}" not in code] == []


def test_no_column_is_cut_through_its_words_where_there_is_room(opened: Opened) -> None:
    """The axis is one word, as long as it is: at eighty columns the others give way."""
    long = "officers of every rank and arm who were dismissed from the army in that year"
    bench = opened(PEOPLE + f'proposition x "x."\n  answers many\n  figure 9 men of "{long}"\na asserts x\n  rests-on doc\n')
    page = render_text(figures_page(concordance(bench.corpus), figures(bench.corpus)), 80)
    assert "·" * 23 + "●" in page and all(len(line) <= 80 for line in page.splitlines())
