"""Tables as they were found: CSV and XLSX into ``text.cells``, with a mark on every cell that was changed on the way.

Nothing in a workbook is executed, and no link in it is followed. Whether a damaged cell matters is decided where the sheet is
read as statements.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from fontes.diagnostics import Diagnostic, Span, error
from fontes.text.cells import Cell, Damage, Row, Sheet

BROKEN = error(
    "sheet-broken",
    "a table cannot be read",
    "A CSV file has its texts between quotation marks where they contain its separator; an XLSX file is a zip archive.",
)
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")
_ERRORS = re.compile(r"#(?:REF!|NAME\?|VALUE!|N/A|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")
_HASHES = re.compile(r"#{3,}")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)"
_DATES = re.compile(
    rf"\d{{1,2}}-{_MONTH}(?:-\d{{2,4}})?|{_MONTH}-\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}"
    r"|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r'"?sep=(.)"?')


def read_csv(text: str, file: str) -> tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]:
    """A CSV file (separated by commas, semicolons or tabs) as a sheet; rows are counted as a spreadsheet does."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True)
    rows: list[Row] = []
    problems: tuple[Diagnostic, ...] = ()
    number = 0
    try:
        for number, values in enumerate(reader, 1):
            rows += _row(number, values)
    except csv.Error as broken:
        place = Span(file, number + 1, 1, number + 1, 2)
        detail = f"Row {number + 1} cannot be read: {broken}. Nothing from this row on is read."
        problems = (BROKEN.at(place, detail),)
    return (Sheet(file, "", tuple(rows)),), problems


def separator(text: str) -> str:
    """The one of comma, semicolon and tab that the first row with anything in it has most of; quoted ones do not count."""
    first = next((line for line in text.split("\n", 50) if line.strip()), "")
    said = _SEPARATOR.fullmatch(first.strip(" "))
    if said:
        return said[1]
    outside = re.sub(r'"(?:[^"]|"")*"', "", first)
    return max(",;\t", key=outside.count)


def _row(number: int, values: list[str]) -> Iterator[Row]:
    if number == 1 and values and _SEPARATOR.fullmatch("".join(values).strip() or "-"):
        return
    if number == 1 and values and values[0] == "sep=" and not any(values[1:]):
        return
    cells = tuple(
        Cell(value.strip(), column, damage_in_text(value.strip(), dates=True)) for column, value in enumerate(values, 1) if value.strip()
    )
    if cells:
        yield Row(number, cells)


def damage_in_text(text: str, *, dates: bool) -> Damage:
    """Traces of a spreadsheet in what a cell says.

    ``dates``: whether a date in a spreadsheet's manner is such a trace. It is in a CSV file, and not in a text cell of a
    workbook, where somebody typed it.
    """
    if (text.startswith("=") and len(text) > 1) or _ERRORS.fullmatch(text):
        return Damage.FORMULA
    if _SCIENTIFIC.fullmatch(text):
        return Damage.NUMBER
    if _HASHES.fullmatch(text) or (dates and _DATES.fullmatch(text)):
        return Damage.DATE
    return Damage.NONE
