"""The template: what it offers is understood as it is, without a ``tables.toml``."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from fontes.shelf.template import SHEETS, write_template
from fontes.shelf.workbook import read_xlsx
from fontes.text.parse import parse_row
from fontes.text.tables import pieces

FILLED = {
    "agents": ["benes", "Edvard Beneš", "Бенеш, Эдуард; E. Benes", "participant", "", "1884-05-28"],
    "sources": ["benes-memoirs", "Memoirs", "memoir", "benes", "", "1954", "witnessed", "", "", "whole", "", "Kept."],
    "propositions": ["plot", 'There was a "plot".'],
    "stances": ["1937-06", "benes", "asserts", "plot", "", "first", "benes-memoirs p. 12", "benes-memoirs"],
    "reports": ["June 1937", "benes", "", "stalin", "plot"],
    "events": ["arrest", "The arrest", "1937-05-22"],
}


def test_every_sheet_of_the_template_becomes_statements_of_the_language(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path)
    book = openpyxl.load_workbook(path)
    for name, row in FILLED.items():
        book[name].append(row) if book[name].max_row == 1 else None
        for column, value in enumerate(row, 1):
            book[name].cell(2, column, value or None)
    book.save(path)
    sheets, problems = read_xlsx(path.read_bytes(), "template.xlsx")
    assert problems == () and [sheet.sheet for sheet in sheets] == list(FILLED)
    for sheet in sheets:
        (row,), wrong = pieces(sheet, ())
        assert wrong == ()
        assert parse_row(row).diagnostics == ()


def test_an_empty_template_holds_nothing_and_nothing_is_wrong_with_it(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path)
    sheets, _ = read_xlsx(path.read_bytes(), "template.xlsx")
    assert [pieces(sheet, ()) for sheet in sheets] == [((), ())] * len(SHEETS)


def test_cells_are_text_and_headings_are_explained(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path)
    for sheet in openpyxl.load_workbook(path).worksheets:
        assert {cell.number_format for row in sheet.iter_rows(max_row=50) for cell in row} == {"@"}
        assert all(cell.comment for cell in sheet[1])


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_text("mine")
    with pytest.raises(FileExistsError):
        write_template(tmp_path / "t.xlsx")
