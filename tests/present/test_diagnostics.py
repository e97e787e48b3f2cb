"""A diagnostic as text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from fontes.diagnostics import Diagnostic, Fix, Related, Severity, Span
from fontes.present.diagnostics import excerpt, render, render_all
from fontes.present.visible import visible, width

LINES = {
    "literature.fontes": [""] * 40 + ["1968 conquest asserts dosier-reached-stalin"],
    "evidence.fontes": [""] * 11 + ['proposition dossier-reached-stalin "It reached Stalin."'],
}
UNKNOWN = Diagnostic(
    "unknown-name",
    Severity.ERROR,
    "no proposition of this name",
    "There is no proposition 'dosier-reached-stalin'. Did you mean 'dossier-reached-stalin' (evidence.fontes:12)?",
    Span("literature.fontes", 41, 23, 41, 44),
    (),
    (Fix("replace by 'dossier-reached-stalin'"),),
)


def test_the_format_of_the_language() -> None:
    assert render(UNKNOWN, LINES) == (
        "error: no proposition of this name  [unknown-name]\n"
        "  literature.fontes:41:23\n"
        "   41 │ 1968 conquest asserts dosier-reached-stalin\n"
        "      │                       ^^^^^^^^^^^^^^^^^^^^^\n"
        "  There is no proposition 'dosier-reached-stalin'. Did you mean 'dossier-reached-stalin'\n"
        "  (evidence.fontes:12)?\n"
        "  fix: replace by 'dossier-reached-stalin'"
    )


def test_a_second_place_has_its_line_too() -> None:
    related = Related(Span("evidence.fontes", 12, 13, 12, 35), "It is declared here.")
    text = render(Diagnostic("x", Severity.NOTE, "s", "d", UNKNOWN.span, (related,)), LINES)
    assert text.endswith(
        "  evidence.fontes:12:13\n"
        '   12 │ proposition dossier-reached-stalin "It reached Stalin."\n'
        "      │             ^^^^^^^^^^^^^^^^^^^^^^\n"
        "  It is declared here."
    )


def test_a_file_that_is_gone_is_named_without_its_line() -> None:
    assert render(UNKNOWN, {}).splitlines()[1:3] == [
        "  literature.fontes:41:23",
        "  There is no proposition 'dosier-reached-stalin'. Did you mean 'dossier-reached-stalin'",
    ]


def test_a_cell_of_a_workbook_is_named_with_its_sheet() -> None:
    span = Span("a.xlsx", 3, 2, 3, 2, "Stances")
    assert "  a.xlsx[Stances]:3:2\n" in render(Diagnostic("x", Severity.ERROR, "s", "d", span), {"a.xlsx": ["a"] * 9})


def test_between_two_diagnostics_is_an_empty_line() -> None:
    assert render_all([UNKNOWN, UNKNOWN], LINES).count("\n\n") == 1
    assert render_all([], LINES) == ""


@given(st.text("aé漢e\u0301\t ", min_size=1, max_size=30), st.data())
def test_the_carets_stand_under_what_is_meant(line: str, data: st.DataObject) -> None:
    """Wide, combining and tab signs before the stretch move the carets by as many columns as they take."""
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, len(line)))
    _, carets = excerpt(Span("f", 1, start + 1, 1, end + 1), {"f": [line]})
    if unicodedata.combining(line[start]):
        return
    assert width(carets[8:].rstrip("^")) == width(visible(line[:start]))
    assert carets.count("^") == max(1, width(visible(line[start:end])))


def test_a_long_line_is_cut_around_the_stretch() -> None:
    line = "a" * 300 + "HERE" + "b" * 300
    shown, carets = excerpt(Span("f", 1, 301, 1, 305), {"f": [line]}, 80)
    assert width(shown) <= 80
    at = carets.index("^")
    assert shown[at : at + 4] == "HERE" and carets.count("^") == 4


def test_nothing_in_a_line_can_move_the_cursor() -> None:
    text = render(Diagnostic("x", Severity.ERROR, "s", "d\x1b[2J", Span("f", 1, 1, 1, 2)), {"f": ["\x1b[31m\u202eabc"]})
    assert "\x1b" not in text and "\u202e" not in text
    assert "‹U+001B›" in text
