"""The lines of one statement, to be replaced if they are still what was read.

Nothing here writes: a slice says which lines a statement has and what they were, and ``shelf.write.replace_lines`` replaces them only if they
still are.
"""

from __future__ import annotations

from dataclasses import dataclass

from fontes.diagnostics import Diagnostic, Span
from fontes.text.parse import parse
from fontes.text.syntax import Broken, Statement
from fontes.text.write import write_statement


@dataclass(frozen=True, slots=True)
class Slice:
    """Lines ``first`` to ``last`` of a file (from 1, both included) as they were read."""

    file: str
    first: int
    last: int
    lines: tuple[str, ...]


def slice_of(text: str, span: Span) -> Slice:
    """The whole lines of a statement, comments between them included."""
    first, last = span.line, max(span.line, span.end_line)
    return Slice(span.file, first, last, tuple(text.split("\n")[first - 1 : last]))


@dataclass(frozen=True, slots=True)
class Rewritten:
    """New lines for a slice, or why they cannot be had."""

    lines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def rewritten(words: str, file: str) -> Rewritten:
    """The words of one statement in canonical form. What cannot be read, or is not exactly one statement, gives diagnostics and no lines."""
    parsed = parse(words.strip("\n"), file)
    statements: list[Statement] = [one for one in parsed.statements if not isinstance(one, Broken)]
    if parsed.diagnostics or len(statements) != 1:
        return Rewritten((), parsed.diagnostics)
    comments = [line.rstrip() for line in words.strip("\n").split("\n") if line.lstrip().startswith("#")]
    return Rewritten((*comments, *write_statement(statements[0])), ())
