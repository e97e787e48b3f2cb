"""Rows of a table as statements: the words of the language, each with the cell it comes from.

Nothing is guessed: a table is read by its entry in ``tables.toml`` or because its headings are those of the template, and
what a spreadsheet has changed is reported and left out. A damaged cell of the header leaves out the row, since a statement
without its date or object would be another statement; any other damaged cell leaves out that particular.

In a cell of particulars each line is a particular of its own; texts (wording, note, quote …) are one text, and
are put between quotation marks. Other names (``also``) are separated by semicolons. A row whose first cell begins with ``#``
is a comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from fontes.diagnostics import Diagnostic, Kind, Related, Span, error, note
from fontes.text.cells import Cell, Damage, Detail, Piece, Pieces, Row, Sheet
from fontes.text.described import Table
from fontes.text.headings import BY_KIND, FORMS, OUTCOMES, QUOTED, Form, Slot, plain

FORMULA = error(
    "sheet-formula",
    "a cell holds a formula",
    "A formula is a program of the spreadsheet, and what it comes to can change; a corpus keeps what was written.",
)
MERGED = error(
    "sheet-merged",
    "cells are merged over several rows or columns",
    "A merged cell belongs to its first row and column only; for which others it was meant is not recorded.",
)
DATE_DAMAGE = error(
    "sheet-date-damage",
    "the spreadsheet has turned a cell into a date",
    """Spreadsheets turn what looks like a date into a day of their own calendar: '1937-06' becomes 1 June, the pages '9-11'
    become a day in September. What was typed can no longer be known, and is not guessed.""",
)
NUMBER_DAMAGE = error(
    "sheet-number-damage",
    "the spreadsheet has changed a number",
    "Long numbers lose digits, '1937.10' becomes 1937.1 and a shelfmark such as '7E10' a number of eleven digits.",
)
NOT_DESCRIBED = note(
    "sheet-not-described",
    "a table is not read, because nothing says what it holds",
    "A table in the folder may be meant for the corpus or not; tables.toml says which kind of thing it holds.",
)
NOT_READ = note(
    "sheet-column-not-read",
    "columns of a table are not read",
    "Their headings are no keywords of this kind of table, and tables.toml does not say what they stand for.",
)
NO_COLUMN = error(
    "sheet-column-missing",
    "a table lacks a column that is needed",
    "Without it no row of the table makes a statement.",
)
TWICE = error(
    "sheet-column-doubled",
    "two columns of a table stand for the same thing",
    "The header of a statement has one place for it; only the first of the columns is read.",
)
NO_CELL = error(
    "sheet-cell-missing",
    "a row lacks something that is needed",
    "A statement that lacks it cannot be read; the row is left out.",
)
RAGGED = error(
    "sheet-row-ragged",
    "a row has more cells than there are headings",
    "An unquoted comma or semicolon in a text moves everything after it one column on; the row is left out.",
)

_DAMAGES: dict[Damage, tuple[Kind, str]] = {
    Damage.FORMULA: (FORMULA, "Replace the formula by what it shows (copy, then paste values only)."),
    Damage.MERGED: (MERGED, "Split the merged cells and write into each row what belongs there."),
    Damage.DATE: (DATE_DAMAGE, "Format the column as text, then type again what the source says."),
    Damage.NUMBER: (NUMBER_DAMAGE, "Format the column as text, then type it again."),
    Damage.DECIMAL: (NUMBER_DAMAGE, "Format the column as text, then type it again."),
}
_SHOWN = 20


class _Column(NamedTuple):
    number: int
    heading: str
    field: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """How one sheet is read: the kind, the row of headings, the columns that mean something."""

    sheet: Sheet
    form: Form
    headings: Row
    columns: tuple[_Column, ...]
    always: tuple[tuple[str, str], ...]


class _Hurt(NamedTuple):
    """A damaged cell that would have been read."""

    cell: Cell
    row: int
    heading: str


def pieces(sheet: Sheet, settings: tuple[Table, ...]) -> tuple[tuple[Pieces, ...], tuple[Diagnostic, ...]]:
    """The statements of a sheet, one a row, as words and places; and what is wrong with the sheet."""
    entry = _entry(sheet, settings)
    if (entry and entry.ignore) or not sheet.rows:
        return (), ()
    headings = _headings(sheet, entry)
    form = BY_KIND[entry.kind] if entry else _recognised(sheet, headings)
    if form is None:
        return (), (NOT_DESCRIBED.at(_span(sheet, headings), _advice(sheet)),)
    plan, problems = _plan(sheet, form, headings, entry)
    missing = _missing_columns(plan)
    if missing:
        return (), (*problems, *missing)
    return _read(plan, problems)


def quoted(text: str) -> str:
    """A text between quotation marks, on one line."""
    line = " ".join(text.split())
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _entry(sheet: Sheet, settings: tuple[Table, ...]) -> Table | None:
    """The entry for this very sheet, or the one for the whole file."""
    named = [one for one in settings if one.file == sheet.file and one.sheet in (sheet.sheet, "")]
    return max(named, key=lambda one: bool(one.sheet), default=None)


def _headings(sheet: Sheet, entry: Table | None) -> Row:
    wanted = entry.headings if entry else 0
    return next((row for row in sheet.rows if row.number == wanted), sheet.rows[0])


def _recognised(sheet: Sheet, headings: Row) -> Form | None:
    """The one kind whose headings these are; where several fit, the one named like the sheet or the file."""
    written = [cell.text for cell in headings.cells]
    fitting = [form for form in FORMS if _fits(form, written)]
    stem = sheet.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    named = [form for form in fitting if form.sheet in (plain(sheet.sheet or stem), plain(stem))]
    return named[0] if named else fitting[0] if len(fitting) == 1 else None


def _fits(form: Form, written: list[str]) -> bool:
    fields = {form.field(heading) for heading in written}
    enough = all(fields.intersection(needed) for needed in form.needed)
    return bool(written) and "" not in fields and enough


def _advice(sheet: Sheet) -> str:
    kinds = ", ".join(BY_KIND)
    where = f'file = "{sheet.file}"' + (f', sheet = "{sheet.sheet}"' if sheet.sheet else "")
    return f"Say in tables.toml which kind of thing it holds ({kinds}), or ignore = true, under [[table]] {where}."


def _span(sheet: Sheet, row: Row) -> Span:
    columns = [cell.column for cell in row.cells] or [1]
    return sheet.at(row.number, min(columns), max(columns) + 1)


def _plan(sheet: Sheet, form: Form, headings: Row, entry: Table | None) -> tuple[_Plan, tuple[Diagnostic, ...]]:
    mapped = {plain(heading): field for heading, field in entry.columns} if entry else {}
    columns: list[_Column] = []
    unread: list[Cell] = []
    problems: list[Diagnostic] = []
    for cell in headings.cells:
        field = mapped.get(plain(cell.text)) or form.field(cell.text)
        before = [one for one in columns if one.field == field]
        if not field or cell.damaged:
            unread.append(cell)
        elif before and form.in_header(field):
            problems.append(_doubled(sheet, headings, cell, before[0], field))
        else:
            columns.append(_Column(cell.column, cell.text, field))
    problems += _unread(sheet, headings, unread) + _unmatched(sheet, headings, entry)
    return _Plan(sheet, form, headings, tuple(columns), entry.always if entry else ()), tuple(problems)


def _doubled(sheet: Sheet, headings: Row, cell: Cell, first: _Column, field: str) -> Diagnostic:
    related = (Related(sheet.at(headings.number, first.number), "this column is read"),)
    detail = f"The columns '{first.heading}' and '{cell.text}' both stand for '{field}'."
    return TWICE.at(sheet.at(headings.number, cell.column), detail, related=related)


def _unread(sheet: Sheet, headings: Row, unread: list[Cell]) -> list[Diagnostic]:
    if not unread:
        return []
    names = ", ".join(f"'{cell.text}'" for cell in unread[:_SHOWN])
    return [NOT_READ.at(sheet.at(headings.number, unread[0].column), f"Not read: {names}.")]


def _unmatched(sheet: Sheet, headings: Row, entry: Table | None) -> list[Diagnostic]:
    """Headings that ``tables.toml`` names and the sheet lacks."""
    there = {plain(cell.text) for cell in headings.cells}
    gone = [heading for heading, _ in entry.columns if plain(heading) not in there] if entry else []
    if not gone or not entry:
        return []
    names = ", ".join(f"'{heading}'" for heading in gone)
    related = (Related(entry.span, "the table is described here"),)
    detail = f"tables.toml names columns that are not in row {headings.number}: {names}."
    return [NO_COLUMN.at(_span(sheet, headings), detail, related=related)]


def _missing_columns(plan: _Plan) -> tuple[Diagnostic, ...]:
    there = {column.field for column in plan.columns} | {field for field, _ in plan.always}
    lacking = [" or ".join(needed) for needed in plan.form.needed if not there.intersection(needed)]
    if not lacking:
        return ()
    detail = f"A table of kind '{plan.form.kind}' needs a column for {', and for '.join(lacking)}."
    return (NO_COLUMN.at(_span(plan.sheet, plan.headings), detail),)


def _read(plan: _Plan, problems: Iterable[Diagnostic]) -> tuple[tuple[Pieces, ...], tuple[Diagnostic, ...]]:
    found: list[Pieces] = []
    hurt: list[_Hurt] = []
    diagnostics = list(problems)
    for row in plan.sheet.rows:
        if row.number <= plan.headings.number or _is_comment(row):
            continue
        harmed = list(_hurts(plan, row))
        hurt += harmed
        wrong = _wrong(plan, row, harmed)
        diagnostics += wrong
        if not wrong and not any(plan.form.in_header(_field(plan, one.cell)) for one in harmed):
            found += _pieces(plan, row)
    return tuple(found), (*diagnostics, *_damage(plan.sheet, hurt))


def _is_comment(row: Row) -> bool:
    """``#REF!`` and ``#####`` are damage and no remark."""
    return row.cells[0].text.startswith("#") and not row.cells[0].damaged


def _field(plan: _Plan, cell: Cell) -> str:
    return next((column.field for column in plan.columns if column.number == cell.column), "")


def _hurts(plan: _Plan, row: Row) -> Iterator[_Hurt]:
    for cell in row.cells:
        field = _field(plan, cell)
        if field and cell.damaged and not (cell.damaged is Damage.DECIMAL and _may_be_broken(field)):
            heading = next(column.heading for column in plan.columns if column.number == cell.column)
            yield _Hurt(cell, row.number, heading)


def _may_be_broken(field: str) -> bool:
    """May this field hold a decimal number as such?"""
    return field in QUOTED or field == "figure"


def _wrong(plan: _Plan, row: Row, harmed: list[_Hurt]) -> list[Diagnostic]:
    last = max(cell.column for cell in plan.headings.cells)
    beyond = [cell for cell in row.cells if cell.column > last]
    if beyond and not plan.sheet.sheet:
        detail = f"There are headings for {last} columns, and '{_short(beyond[0].text)}' stands beyond them."
        return [RAGGED.at(plan.sheet.at(row.number, beyond[0].column), detail)]
    values = {field for field, _ in plan.always}
    values |= {_field(plan, cell) for cell in row.cells}
    if not values - {field for field, _ in plan.always} - {""}:
        return []
    lacking = [" or ".join(needed) for needed in plan.form.needed if not values.intersection(needed)]
    if not lacking or any(plan.form.in_header(_field(plan, one.cell)) for one in harmed):
        return []
    return [NO_CELL.at(_span(plan.sheet, row), f"Row {row.number} has no {', and no '.join(lacking)}.")]


def _pieces(plan: _Plan, row: Row) -> Iterator[Pieces]:
    """The row as a statement; a row with nothing in the columns that are read is none."""
    sound = [(_field(plan, cell), cell) for cell in row.cells]
    written = [
        (field, cell.text, plan.sheet.at(row.number, cell.column))
        for field, cell in sound
        if field and (not cell.damaged or (cell.damaged is Damage.DECIMAL and _may_be_broken(field)))
    ]
    if not written:
        return
    there = {field for field, _, _ in written}
    span = _span(plan.sheet, row)
    written += [(field, value, span) for field, value in plan.always if field not in there]
    header = {field: Piece(text, place) for field, text, place in written if plan.form.in_header(field)}
    details = tuple(
        detail
        for field, text, place in written
        if not plan.form.in_header(field)
        for detail in _details(plan.form.kind, field, text, place)
    )
    yield Pieces(_head(plan.form, header, span), details, span)


def _head(form: Form, header: Mapping[str, Piece], span: Span) -> tuple[Piece, ...]:
    first = (Piece(form.lead, span),) if form.lead else ()
    rest = (_placed(form, slot, header, span) for slot in form.slots)
    return (*first, *(piece for piece in rest if piece.text))


def _placed(form: Form, slot: Slot, header: Mapping[str, Piece], span: Span) -> Piece:
    """What stands at a place of the header; an empty piece where nothing does."""
    piece = header.get(slot.field)
    if piece is None:
        return Piece(_usual(form, header) if slot.field == "verb" else "", span)
    if slot.field == "repeatedly":
        return Piece("repeatedly", piece.span)
    return Piece(_in_manner(slot.manner, piece.text), piece.span)


def _usual(form: Form, header: Mapping[str, Piece]) -> str:
    return "belongs-to" if form.kind == "tenure" and "office" not in header else form.usual


def _in_manner(manner: str, text: str) -> str:
    line = " ".join(text.split())
    if manner == "quoted":
        return quoted(line)
    if manner == "date":
        return line.rstrip(",") + ","
    if manner == "label":
        return "^" + line.removeprefix("^")
    return f"as {line.removeprefix('as ')}" if manner == "aspects" else line


def _details(kind: str, field: str, text: str, span: Span) -> Iterator[Detail]:
    if field in QUOTED:
        yield Detail(field, quoted(text), span)
    elif field == "result" and plain(text) in OUTCOMES and kind == "observation":
        yield Detail(plain(text), "", span)
    elif field == "also" and not text.startswith('"'):
        names = [name.strip() for name in text.replace("\n", ";").split(";")]
        yield Detail(field, ", ".join(quoted(name) for name in names if name), span)
    else:
        yield from (Detail(field, " ".join(line.split()), span) for line in text.split("\n") if line.strip())


def _damage(sheet: Sheet, hurt: list[_Hurt]) -> Iterator[Diagnostic]:
    """One diagnostic for each column and kind of damage (merged cells: for each range), with its rows."""
    ordered = sorted(hurt, key=lambda one: (*_sort(one), one.row))
    for _, together in groupby(ordered, key=_sort):
        group = list(together)
        kind, way_out = _DAMAGES[group[0].cell.damaged]
        first, *others = group
        related = tuple(Related(sheet.at(one.row, one.cell.column), "likewise") for one in others[:_SHOWN])
        place = sheet.at(first.row, first.cell.column)
        yield kind.at(place, f"{_told(first, others)} {way_out}", related=related)


def _sort(one: _Hurt) -> tuple[str, int, str]:
    merged = one.cell.damaged is Damage.MERGED
    kind = Damage.NUMBER if one.cell.damaged is Damage.DECIMAL else one.cell.damaged
    return (kind, one.cell.column, one.cell.text if merged else "")


def _told(first: _Hurt, others: list[_Hurt]) -> str:
    if first.cell.damaged is Damage.MERGED:
        return f"The cells {first.cell.text} are merged; only the first of them holds anything."
    more = f" So do {len(others)} more cells of this column." if others else ""
    shown = _short(first.cell.text)
    return f"Row {first.row} of the column '{first.heading}' now holds '{shown}', which is left out.{more}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
