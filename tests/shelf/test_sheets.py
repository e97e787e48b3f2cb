"""CSV and XLSX as they were found, with a mark on what a spreadsheet has changed."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from fontes.shelf import workbook
from fontes.shelf.sheets import read_csv
from fontes.shelf.workbook import read_xlsx
from fontes.text.cells import Cell, Damage, Row, Sheet


def of_csv(text: str) -> tuple[Row, ...]:
    (sheet,), problems = read_csv(text, "t.csv")
    assert problems == ()
    return sheet.rows


def packed(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def of_values(*rows: list[object]) -> Sheet:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    (sheet,), problems = read_xlsx(packed(book), "t.xlsx")
    assert problems == ()
    return sheet


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_separators(sign: str) -> None:
    rows = of_csv(f'agent{sign}"wor,d;i\tng"\na{sign}"says ""no"""\n')
    assert rows[1].cells == (Cell("a", 1), Cell('says "no"', 2))


def test_a_line_that_names_the_separator() -> None:
    assert of_csv("sep=;\na;b,c\n")[0] == Row(2, (Cell("a", 1), Cell("b,c", 2)))


def test_rows_keep_their_numbers_and_cells_their_columns() -> None:
    assert of_csv('a,b\n\n,"two\nlines"\nc,\n') == (
        Row(1, (Cell("a", 1), Cell("b", 2))),
        Row(3, (Cell("two\nlines", 2),)),
        Row(4, (Cell("c", 1),)),
    )


@pytest.mark.parametrize(
    ("text", "damage"),
    [
        ("=A1+B1", Damage.FORMULA),
        ("#REF!", Damage.FORMULA),
        ("1.93E+03", Damage.NUMBER),
        ("1,93E+03", Damage.NUMBER),
        ("#####", Damage.DATE),
        ("11-Sep", Damage.DATE),
        ("Oct-37", Damage.DATE),
        ("11/06/1937", Damage.DATE),
        ("1937-06-11 00:00:00", Damage.DATE),
        ("1937-06-11", Damage.NONE),
        ("1936/1938", Damage.NONE),
        ("nn. 9-11", Damage.NONE),
        ("march-plenum", Damage.NONE),
        ("=", Damage.NONE),
    ],
)
def test_damage_in_a_csv_file(text: str, damage: Damage) -> None:
    assert of_csv(f'h\n"{text}"\n')[1].cells == (Cell(text, 1, damage),)


def test_an_unclosed_text_is_reported_and_what_stood_before_is_kept() -> None:
    (sheet,), (problem,) = read_csv('a,b\nc,d\ne,"f\ng,h\n', "t.csv")
    assert [row.number for row in sheet.rows] == [1, 2]
    assert (problem.slug, problem.span.line) == ("sheet-broken", 3)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (1937, Cell("1937", 1)),
        (1937.0, Cell("1937", 1)),
        (1937.1, Cell("1937.1", 1, Damage.DECIMAL)),
        (1234567890123456, Cell("1234567890123456", 1, Damage.NUMBER)),
        ("1.93E+03", Cell("1.93E+03", 1, Damage.NUMBER)),
        ("11/06/1937", Cell("11/06/1937", 1)),
        (datetime.datetime(1937, 6, 11), Cell("1937-06-11", 1, Damage.DATE)),
        (datetime.date(1937, 6, 11), Cell("1937-06-11", 1, Damage.DATE)),
        (datetime.time(9, 11), Cell("09:11:00", 1, Damage.DATE)),
        ("=SUM(A1:A2)", Cell("=SUM(A1:A2)", 1, Damage.FORMULA)),
        ("#REF!", Cell("#REF!", 1, Damage.FORMULA)),
        (True, Cell("TRUE", 1)),
        ("  a\u00a0", Cell("a", 1)),
    ],
)
def test_cells_of_a_workbook(value: object, cell: Cell) -> None:
    assert of_values(["h"], [value]).rows[1].cells == (cell,)


def test_a_number_shown_with_a_power_of_ten() -> None:
    """The shelfmark 7E10, typed into an unformatted cell."""
    book = Workbook()
    cell = book.active.cell(1, 1, 70000000000)
    cell.number_format = "0.00E+00"
    (sheet,), _ = read_xlsx(packed(book), "t.xlsx")
    assert sheet.rows[0].cells[0].damaged is Damage.NUMBER


def test_merged_cells_belong_to_their_first_cell_only() -> None:
    book = Workbook()
    for row in (["agent", "note"], ["a", "x"], ["", "y"]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    (sheet,), _ = read_xlsx(packed(book), "t.xlsx")
    assert sheet.rows[1].cells == (Cell("a", 1), Cell("x", 2))
    assert sheet.rows[2].cells == (Cell("A2:A3", 1, Damage.MERGED), Cell("y", 2))


def test_every_sheet_is_read_by_its_name() -> None:
    book = Workbook()
    book.active.title = "One"
    book.create_sheet("Zwei").append(["x"])
    sheets, _ = read_xlsx(packed(book), "t.xlsx")
    assert [(sheet.sheet, len(sheet.rows)) for sheet in sheets] == [("One", 0), ("Zwei", 1)]


def with_part(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not a zip", "no zip archive"),
        (b"", "no zip archive"),
        (with_part("a.txt", b"x"), "cannot be read as an XLSX workbook"),
        (with_part("xl/workbook.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'), "document type"),
        (packed(Workbook())[:-40], "no zip archive"),
    ],
)
def test_a_broken_workbook(data: bytes, words: str) -> None:
    sheets, (problem,) = read_xlsx(data, "t.xlsx")
    assert sheets == () and problem.slug == "sheet-broken" and words in problem.detail


def test_a_workbook_that_unpacks_to_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LARGEST_UNPACKED", 1000)
    sheets, (problem,) = read_xlsx(with_part("a", b"0" * 2000), "t.xlsx")
    assert sheets == () and "unpacks" in problem.detail


def test_a_lone_cell_far_away_does_not_fill_the_memory() -> None:
    book = Workbook()
    book.active.cell(1_000_000, 16_000, "x")
    sheets, (problem,) = read_xlsx(packed(book), "t.xlsx")
    assert sheets == () and problem.slug == "sheet-broken"
