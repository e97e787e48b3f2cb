"""A file or a sheet as it was written, to be read as often as its words are wanted: so that no syntax need be kept.

Reading it is done twice: once for what it declares, when most statements can be passed over, and once whole, when every name is known.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Protocol

from fontes.diagnostics import Diagnostic
from fontes.text.cells import Sheet
from fontes.text.described import Table
from fontes.text.parse import Parsed, fenced, parse_row, read_lines
from fontes.text.syntax import Statement
from fontes.text.tables import pieces


class Written(Protocol):
    """What can be read for its statements."""

    def statements(self, found: list[Diagnostic], declaring: bool = False) -> Iterator[Statement]:
        """The statements one after the other; what is wrong with them is added to ``found``. ``declaring``: at least those that declare
        a name or a label, and their sections are not read.
        """
        ...

    def at(self, line: int, last: int) -> Statement | None:
        """The one statement that begins on a line and ends on ``last`` at the latest, if one does."""
        ...


class Read:
    """Statements read elsewhere, and kept."""

    __slots__ = ("_statements",)

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._statements = tuple(statements)

    def statements(self, found: list[Diagnostic], declaring: bool = False) -> Iterator[Statement]:
        """All of them; what was wrong was said where they were read."""
        return iter(self._statements)

    def at(self, line: int, last: int) -> Statement | None:
        """The first that begins on the line."""
        return next((one for one in self._statements if one.span.line == line), None)


class Script:
    """A ``*.fontes`` file, or a Markdown note with blocks marked ``fontes``. A ``short`` one is read whole for what it declares, and its
    statements are held until they are asked for, once.
    """

    __slots__ = ("_held", "_starts", "file", "short", "text")

    def __init__(self, file: str, text: str, short: bool = False) -> None:
        self.file, self.text, self.short = file, text, short
        self._starts: array[int] | None = None
        self._held: Parsed | None = None

    def statements(self, found: list[Diagnostic], declaring: bool = False) -> Iterator[Statement]:
        """Those of the whole file; each block of a note begins directly."""
        if declaring and self.short:
            problems: list[Diagnostic] = []
            self._held = Parsed(tuple(self._all(problems, False)), tuple(problems))
            return iter(self._held.statements)
        held, self._held = self._held, None
        if held is None or declaring:
            return self._all(found, declaring)
        found.extend(held.diagnostics)
        return iter(held.statements)

    def _all(self, found: list[Diagnostic], declaring: bool) -> Iterator[Statement]:
        if self.file.lower().endswith(".md"):
            for block in fenced(self.text):
                yield from read_lines(block, self.file, found, declaring)
        else:
            yield from read_lines(list(enumerate(self.text.split("\n"), 1)), self.file, found, declaring)

    def at(self, line: int, last: int) -> Statement | None:
        """Read from its own lines only."""
        if self._starts is None:
            self._starts = array("Q", [0, *(match.end() for match in re.finditer("\n", self.text)), len(self.text) + 1])
        if not 1 <= line < len(self._starts):
            return None
        first, end = self._starts[line - 1], self._starts[min(max(line, last), len(self._starts) - 1)]
        lines = list(enumerate(self.text[first : end - 1].split("\n"), line))
        return next((one for one in islice(read_lines(lines, self.file, []), 1) if one.span.line == line), None)


class Rows:
    """One sheet, a statement for each row."""

    __slots__ = ("_rows", "settings", "sheet")

    def __init__(self, sheet: Sheet, settings: tuple[Table, ...]) -> None:
        self.sheet, self.settings = sheet, settings
        self._rows: dict[int, Statement] | None = None

    def statements(self, found: list[Diagnostic], declaring: bool = False) -> Iterator[Statement]:
        """Those of all rows that can be read."""
        rows, problems = pieces(self.sheet, self.settings)
        found.extend(problems)
        for row in rows:
            parsed = parse_row(row)
            found.extend(parsed.diagnostics)
            yield from parsed.statements

    def at(self, line: int, last: int) -> Statement | None:
        """The statement of a row; once one is asked for, all are kept."""
        if self._rows is None:
            self._rows = {one.span.line: one for one in self.statements([])}
        return self._rows.get(line)
