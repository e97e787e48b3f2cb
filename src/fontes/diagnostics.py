"""What is wrong, where, and what to do about it: values, never exceptions.

A diagnostic has a constant summary per kind and a particular detail in whole sentences; a span, so that the reader's own
line can be underlined; second places where two statements disagree; fixes; and a slug that leads to its page.
Rendering is elsewhere (``present``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1; the end column is the one after the last sign.

    In a table, ``line`` is the row and ``column`` the column of the cell, and ``sheet`` names the sheet of a workbook.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    sheet: str = ""

    def __str__(self) -> str:
        sheet = f"[{self.sheet}]" if self.sheet else ""
        return f"{self.file}{sheet}:{self.line}:{self.column}"


NOWHERE = Span("", 1, 1, 1, 1)


class Severity(StrEnum):
    """How grave a matter is. Only errors make ``check`` end with status 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Edit(NamedTuple):
    """Replace what stands at a span by other words."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way out. A safe fix changes no meaning the author can have had, and ``check --fix`` applies it."""

    title: str
    edits: tuple[Edit, ...] = ()
    safe: bool = False


class Related(NamedTuple):
    """A second place, and what it has to do with the matter."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of diagnostic: its slug, how grave it is, its constant summary, and why it is reported."""

    slug: str
    severity: Severity
    summary: str
    why: str

    def at(
        self,
        span: Span,
        detail: str,
        *,
        related: tuple[Related, ...] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """This kind of diagnostic at a place, with its particulars."""
        return Diagnostic(self.slug, self.severity, self.summary, detail, span, related, fixes)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One matter at one place."""

    slug: str
    severity: Severity
    summary: str
    detail: str
    span: Span
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()


_KINDS: dict[str, Kind] = {}


def kind(slug: str, severity: Severity, summary: str, why: str) -> Kind:
    """Declare a kind of diagnostic where it is raised; a slug is declared once."""
    if slug in _KINDS:
        raise ValueError(f"the diagnostic '{slug}' is declared twice")
    _KINDS[slug] = Kind(slug, severity, summary, " ".join(why.split()))
    return _KINDS[slug]


def error(slug: str, summary: str, why: str) -> Kind:
    """A kind that makes ``check`` exit 1."""
    return kind(slug, Severity.ERROR, summary, why)


def warning(slug: str, summary: str, why: str) -> Kind:
    """A kind that a careful reader looks at."""
    return kind(slug, Severity.WARNING, summary, why)


def note(slug: str, summary: str, why: str) -> Kind:
    """A kind that is good to know."""
    return kind(slug, Severity.NOTE, summary, why)


def kinds() -> Iterator[Kind]:
    """Every kind declared by the modules imported so far, by slug."""
    return iter(sorted(_KINDS.values(), key=lambda one: one.slug))


def in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by file, place and slug: the order of files on disk never shows."""
    return tuple(sorted(diagnostics, key=lambda d: (d.span.file, d.span.sheet, d.span[1:5], d.slug, d.detail)))


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Is anything here an error?"""
    return any(one.severity is Severity.ERROR for one in diagnostics)
