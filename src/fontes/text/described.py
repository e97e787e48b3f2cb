"""``tables.toml``: which kind of thing each table holds, and what its headings stand for.

::

    [[table]]
    file = "survey.xlsx"
    sheet = "Sheet1"              # left out: every sheet of the file
    kind = "stance"
    headings = 3                  # the row of the headings; left out: the first row that is not empty
    [table.columns]
    "Who" = "agent"
    "Position" = "stance"
    "Claim" = "proposition"
    [table.always]                # for rows that leave it empty
    per = "whitewood-2011"

``ignore = true`` instead of a kind passes a table over without remark.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from fontes.diagnostics import Diagnostic, Span, error, warning
from fontes.text.headings import BY_KIND, Form

BROKEN = error(
    "tables-toml-broken",
    "tables.toml cannot be read",
    "Without it, only tables that have the headings of the template are understood.",
)
UNCLEAR = error(
    "tables-toml-unclear",
    "an entry of tables.toml says something that is not understood",
    "A table is read only as it is described; nothing is guessed about what a column was meant for.",
)
NO_TABLE = warning(
    "tables-toml-no-table",
    "tables.toml describes a table that is not there",
    "A file that was renamed or moved would otherwise be left out without a word.",
)
_KEYS = ("file", "sheet", "kind", "headings", "columns", "always", "ignore")
_START = re.compile(r"\s*\[\[\s*[\"']?table[\"']?\s*\]\]")
_PLACE = re.compile(r"at line (\d+), column (\d+)")


@dataclass(frozen=True, slots=True)
class Table:
    """One entry. ``columns`` are pairs of heading and field, ``always`` of field and value; ``headings`` 0: not said."""

    file: str
    sheet: str
    kind: str
    columns: tuple[tuple[str, str], ...]
    always: tuple[tuple[str, str], ...]
    headings: int
    ignore: bool
    span: Span


def described(text: str, file: str) -> tuple[tuple[Table, ...], tuple[Diagnostic, ...]]:
    """The entries of a ``tables.toml``; those not understood are reported and left out."""
    try:
        whole = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as broken:
        return (), (BROKEN.at(_place(broken, text, file), f"{str(broken) or 'It is nested too deeply'}."),)
    return _entries(whole, text.split("\n"), file)


def absent(entries: tuple[Table, ...], present: tuple[tuple[str, str], ...]) -> tuple[Diagnostic, ...]:
    """Entries whose file, or sheet, is not among those present (pairs of file and sheet)."""
    there = {*present, *((file, "") for file, _ in present)}
    return tuple(
        NO_TABLE.at(one.span, f"There is no table '{one.file}'{_sheet(one)} in this folder.")
        for one in entries
        if (one.file, one.sheet) not in there
    )


def _sheet(entry: Table) -> str:
    return f" with a sheet '{entry.sheet}'" if entry.sheet else ""


def _place(broken: Exception, text: str, file: str) -> Span:
    found = _PLACE.search(str(broken))
    line, column = (int(found[1]), int(found[2])) if found else (text.count("\n") + 1, 1)
    return Span(file, line, column, line, column + 1)


def _entries(whole: Mapping[str, object], lines: list[str], file: str) -> tuple[tuple[Table, ...], tuple[Diagnostic, ...]]:
    starts = [number for number, line in enumerate(lines, 1) if _START.match(line)]
    found: list[Table] = []
    problems = [
        UNCLEAR.at(_line(file, 1, lines), f"'{key}' is not known here; each table has its own [[table]].")
        for key in whole
        if key != "table"
    ]
    listed = whole.get("table", [])
    for place, entry in enumerate(listed if isinstance(listed, list) else [listed]):
        first = starts[place] if place < len(starts) else 1
        last = starts[place + 1] - 1 if place + 1 < len(starts) else len(lines)
        table, wrong = _entry(entry, _Block(file, first, tuple(lines[first - 1 : last])))
        problems += wrong
        found += [table] if table else []
    return tuple(found), tuple(problems)


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of one entry, to show the reader where in it something stands."""

    file: str
    first: int
    lines: tuple[str, ...]

    def span(self, word: str = "") -> Span:
        for offset, line in enumerate(self.lines if word else ()):
            at = line.find(word)
            if at >= 0 and not line.lstrip().startswith("#"):
                number = self.first + offset
                return Span(self.file, number, at + 1, number, at + 1 + len(word))
        return _line(self.file, self.first, list(self.lines), self.first)


def _line(file: str, number: int, lines: list[str], first: int = 1) -> Span:
    length = len(lines[number - first]) if lines else 0
    return Span(file, number, 1, number, max(2, length + 1))


def _entry(entry: object, block: _Block) -> tuple[Table | None, list[Diagnostic]]:
    if not isinstance(entry, Mapping):
        return None, [UNCLEAR.at(block.span(), "A table is described by a [[table]] of its own.")]
    problems = [
        UNCLEAR.at(block.span(key), f"'{key}' is not known here. Known are {', '.join(_KEYS)}.") for key in entry if key not in _KEYS
    ]
    file, kind, ignore = entry.get("file"), entry.get("kind", ""), entry.get("ignore", False)
    if not isinstance(file, str) or not file:
        return None, [*problems, UNCLEAR.at(block.span(), 'An entry needs file = "…".')]
    form = BY_KIND.get(kind) if isinstance(kind, str) else None
    if form is None and ignore is not True:
        detail = f"The kind of '{file}' must be one of {', '.join(BY_KIND)}."
        return None, [*problems, UNCLEAR.at(block.span(str(kind) or "file"), detail)]
    columns, unclear = _pairs(entry.get("columns", {}), form, "columns", block)
    always, odd = _pairs(entry.get("always", {}), form, "always", block)
    headings, sheet = entry.get("headings", 0), entry.get("sheet", "")
    problems += [*unclear, *odd]
    if type(headings) is not int or headings < 0 or not isinstance(sheet, str):
        detail = "headings is the number of a row, and sheet the name of a sheet."
        return None, [*problems, UNCLEAR.at(block.span("headings"), detail)]
    name = form.kind if form else ""
    return Table(file, sheet, name, columns, always, headings, ignore is True, block.span()), problems


def _pairs(given: object, form: Form | None, key: str, block: _Block) -> tuple[tuple[tuple[str, str], ...], list[Diagnostic]]:
    """``columns`` (heading, field) or ``always`` (field, value), with fields in their own spelling."""
    if not isinstance(given, Mapping) or not all(isinstance(value, str | int) for value in given.values()):
        return (), [UNCLEAR.at(block.span(key), f"{key} pairs words with words.")]
    found: list[tuple[str, str]] = []
    problems: list[Diagnostic] = []
    for left, right in given.items():
        written = str(right) if key == "columns" else left
        field = form.field(written) if form else written
        if not field and form:
            known = ", ".join(sorted(set(form.fields().values())))
            detail = f"'{written}' is no keyword of a table of kind '{form.kind}'. Known are {known}."
            problems.append(UNCLEAR.at(block.span(written), detail))
        else:
            found.append((left, field) if key == "columns" else (field, str(right)))
    return tuple(found), problems
