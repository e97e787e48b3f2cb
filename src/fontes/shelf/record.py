"""One entry of a bibliography, as the bibliography has it."""

from __future__ import annotations

from dataclasses import dataclass

from fontes.diagnostics import Diagnostic, Span, error, warning

ENTRY_BROKEN = error(
    "library-entry-broken",
    "an entry of a bibliography cannot be read",
    "A work cited by its key would be missing. The other entries are read.",
)
LIBRARY_BROKEN = error(
    "library-broken",
    "a bibliography cannot be read",
    "In library/ lie bibliographies in CSL-JSON (*.json) or BibTeX and BibLaTeX (*.bib), as Zotero exports them.",
)
KEY_TWICE = warning(
    "library-key-twice",
    "two entries of the bibliographies have the same key",
    "Which of the two is cited cannot be told. The first is used.",
)


@dataclass(frozen=True, slots=True)
class Record:
    """An entry. ``date`` is kept exactly as written; authors stand as 'Family, Given'; ``raw`` has every field."""

    key: str
    kind: str
    title: str
    authors: tuple[str, ...]
    date: str
    container: str
    publisher: str
    place: str
    pages: str
    doi: str
    url: str
    raw: tuple[tuple[str, str], ...]
    file: str
    line: int

    @property
    def span(self) -> Span:
        """The first line of the entry."""
        return line_of(self.file, self.line)


Read = tuple[tuple[Record, ...], tuple[Diagnostic, ...]]


def line_of(file: str, line: int) -> Span:
    """The beginning of a line."""
    return Span(file, line, 1, line, 2)
