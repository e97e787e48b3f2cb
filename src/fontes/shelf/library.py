"""``library/``: bibliographies as Zotero exports them, CSL-JSON (*.json) or BibTeX and BibLaTeX (*.bib)."""

from __future__ import annotations

from collections.abc import Iterable

from fontes.diagnostics import Diagnostic, Related
from fontes.shelf.bibtex import bib_records
from fontes.shelf.csl import csl_records
from fontes.shelf.record import KEY_TWICE, Read, Record

__all__ = ["Record", "by_key", "read_library"]


def read_library(text: str, file: str) -> Read:
    """The entries of one bibliography, by the ending of its name."""
    return csl_records(text, file) if file.lower().endswith(".json") else bib_records(text, file)


def by_key(records: Iterable[Record]) -> Read:
    """The records with each key once, the first; later ones are reported."""
    first: dict[str, Record] = {}
    problems: list[Diagnostic] = []
    for record in records:
        before = first.setdefault(record.key, record)
        if before is not record:
            related = (Related(before.span, "this entry is used"),)
            detail = f"The key '{record.key}' stands in {_where(before)} too. Give one of them another key."
            problems.append(KEY_TWICE.at(record.span, detail, related=related))
    return tuple(first.values()), tuple(problems)


def _where(record: Record) -> str:
    return f"{record.file}:{record.line}"
