"""Tables as they were found, and the lines of the language that are made of them: values only.

A sheet keeps what stands in its cells as text and says of a cell that the spreadsheet has changed what was typed; what
a cell means is decided by ``text.tables``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from fontes.diagnostics import Span


class Damage(StrEnum):
    """What became of a cell between the typing and the reading."""

    NONE = ""
    FORMULA = "formula"
    MERGED = "merged"  # covered by another cell; the text is the range, such as A3:A7
    DATE = "date"
    NUMBER = "number"
    DECIMAL = "decimal"  # a broken number: 1937.1 may have been typed as 1937.10


class Cell(NamedTuple):
    """What a cell holds, its column (counted from 1), and whether that is still what was typed."""

    text: str
    column: int
    damaged: Damage = Damage.NONE


class Row(NamedTuple):
    """The cells of a row that are not empty, and its number (counted from 1, as the spreadsheet shows it)."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or a CSV file (then ``sheet`` is empty). Empty rows are left out."""

    file: str
    sheet: str
    rows: tuple[Row, ...]

    def at(self, row: int, column: int, end: int = 0) -> Span:
        """The place of a cell, or of the cells from ``column`` to before ``end``, in a row."""
        return Span(self.file, row, column, row, end or column + 1, self.sheet)


class Piece(NamedTuple):
    """Words of the language and the cell they come from."""

    text: str
    span: Span


class Detail(NamedTuple):
    """A particular: its keyword, its value as it would be written, and the cell it comes from."""

    keyword: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Pieces:
    """One row as a statement: its header, to be joined by spaces, and its particulars."""

    head: tuple[Piece, ...]
    particulars: tuple[Detail, ...]
    span: Span
