"""XLSX workbooks, read with openpyxl: values and formulas as they are stored, nothing executed, no link followed."""

from __future__ import annotations

import datetime
import io
import warnings
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from fontes.diagnostics import Diagnostic
from fontes.shelf.sheets import BROKEN, damage_in_text
from fontes.shelf.walk import top
from fontes.text.cells import Cell, Damage, Row, Sheet

LARGEST_UNPACKED = 128 * 2**20
MOST_CELLS = 2_000_000
_SURE_DIGITS = 10**15
_TIMES = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)
Sheets = tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]


def read_xlsx(data: bytes, file: str) -> Sheets:
    """The sheets of a workbook, with their damaged cells marked; a workbook that is none is reported."""
    try:
        unfit = _unfit(data)
        return ((), (BROKEN.at(top(file), unfit),)) if unfit else _sheets(data, file)
    except zipfile.BadZipFile:
        detail = f"'{file}' is no XLSX workbook (it is no zip archive). Save it again as XLSX or CSV."
    except Exception as broken:  # openpyxl raises many kinds on files that are not quite workbooks
        detail = f"'{file}' cannot be read as an XLSX workbook ({type(broken).__name__}). Save it again."
    return (), (BROKEN.at(top(file), detail),)


def _unfit(data: bytes) -> str:
    """Why an archive is not opened: it would unpack to too much, or its XML declares types of its own (XML bombs do)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = sum(member.file_size for member in archive.infolist())
        if size > LARGEST_UNPACKED:
            most = LARGEST_UNPACKED // 2**20
            return f"The workbook unpacks to {size // 2**20} MB; more than {most} MB are not read. Divide it."
        for member in archive.infolist():
            with archive.open(member) as part:
                if b"<!DOCTYPE" in part.read(4096):
                    return f"Its part '{member.filename}' declares a document type, as no spreadsheet does."
    return ""


def _sheets(data: bytes, file: str) -> Sheets:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and validations that openpyxl does not keep
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
    found: list[Sheet] = []
    problems: list[Diagnostic] = []
    for sheet in book.worksheets:
        if sheet.max_row * sheet.max_column > MOST_CELLS:
            detail = f"The sheet '{sheet.title}' reaches over {sheet.max_row} rows and {sheet.max_column} columns."
            problems.append(BROKEN.at(top(file), f"{detail} Delete the cells beyond its table."))
        else:
            found.append(Sheet(file, sheet.title, tuple(_rows(sheet))))
    return tuple(found), tuple(problems)


def _rows(sheet: Worksheet) -> Iterator[Row]:
    covered = _covered(sheet)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        kept = tuple(cell for column, one in enumerate(cells, 1) for cell in _cell(one, number, column, covered))
        if any(cell.damaged is not Damage.MERGED for cell in kept):
            yield Row(number, kept)


def _covered(sheet: Worksheet) -> dict[tuple[int, int], str]:
    """The cells that a merged cell covers, without its first, and the range."""
    ranges = sheet.merged_cells.ranges
    within = sum(one.size["rows"] * one.size["columns"] for one in ranges) <= MOST_CELLS
    return {
        (row, column): one.coord
        for one in (ranges if within else ())
        for row, column in one.cells
        if (row, column) != (one.min_row, one.min_col)
    }


def _cell(one: XlsxCell | MergedCell, row: int, column: int, covered: dict[tuple[int, int], str]) -> Iterator[Cell]:
    if (row, column) in covered or isinstance(one, MergedCell):
        yield Cell(covered.get((row, column), one.coordinate), column, Damage.MERGED)
        return
    text, damage = _understood(one)
    if text:
        yield Cell(text, column, damage)


def _understood(one: XlsxCell) -> tuple[str, Damage]:
    value = one.value
    if one.data_type in ("f", "e"):
        return _formula(value), Damage.FORMULA
    if value is None:
        return "", Damage.NONE
    if isinstance(value, _TIMES):
        return _moment(value), Damage.DATE
    if isinstance(value, bool):
        return str(value).upper(), Damage.NONE
    if isinstance(value, int | float):
        return _number(value, str(one.number_format))
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return text, damage_in_text(text, dates=False)


def _formula(value: object) -> str:
    text = getattr(value, "text", value)
    return str(text) if text else "a formula"


def _moment(value: object) -> str:
    midnight = isinstance(value, datetime.datetime) and value.time() == datetime.time()
    return str(value.date()) if midnight and isinstance(value, datetime.datetime) else str(value)


def _number(value: int | float, shown_as: str) -> tuple[str, Damage]:
    """A whole number of at most 15 digits is what was typed, unless it is shown with a power of ten (as 7E10 becomes)."""
    whole = isinstance(value, int) or value.is_integer()
    text = str(int(value)) if whole else repr(value)
    if abs(value) >= _SURE_DIGITS or "E+" in shown_as.upper() or "e" in text:
        return text, Damage.NUMBER
    return text, Damage.NONE if whole else Damage.DECIMAL
