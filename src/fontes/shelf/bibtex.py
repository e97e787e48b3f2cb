"""BibTeX and BibLaTeX, read with bibtexparser 2; names and titles without their LaTeX, dates exactly as written."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import (
    InvalidNameError,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)
from pylatexenc.latex2text import LatexNodes2Text

from fontes.diagnostics import Diagnostic
from fontes.shelf.record import ENTRY_BROKEN, LIBRARY_BROKEN, Read, Record, line_of

# bibtexparser also logs what it reports as failed blocks; without a handler that would appear on the terminal.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_MONTHS = dict(
    zip(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        strict=True,
    )
)
_LATEX = re.compile(r"[\\{}~$]|``|''|--|%")
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_AN_ENTRY = re.compile(r"@\w+")


def bib_records(text: str, file: str) -> Read:
    """The entries of a BibTeX file; those that are broken are reported and left out."""
    try:
        blocks = parse_string(text).blocks
    except Exception as broken:  # the parser raises whatever its state runs into; the file is user text
        return (), (LIBRARY_BROKEN.at(line_of(file, 1), f"The file cannot be parsed: {broken}."),)
    records: list[Record] = []
    problems: list[Diagnostic] = []
    for block in blocks:
        entry = _entry(block)
        if entry is not None and entry.key:
            records.append(_record(entry, file))
        problems += _problems(block, file)
    return tuple(records), tuple(problems)


def _entry(block: Block) -> Entry | None:
    """The entry in a block; one whose key or field occurs twice is an entry all the same."""
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        return inner if isinstance(inner, Entry) else None
    return block if isinstance(block, Entry) else None


def _problems(block: Block, file: str) -> Iterator[Diagnostic]:
    span = line_of(file, (block.start_line or 0) + 1)
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        yield ENTRY_BROKEN.at(span, f"A field occurs more than once ({names}). The first is used.")
    elif isinstance(block, DuplicateBlockKeyBlock):
        return
    elif isinstance(block, ParsingFailedBlock):
        yield ENTRY_BROKEN.at(span, f"{_why(block.error)} The entry is left out.")
    elif isinstance(block, ImplicitComment) and _AN_ENTRY.match(block.comment):
        yield ENTRY_BROKEN.at(span, "It begins like an entry and has no braces. It is left out.")
    elif isinstance(block, Entry) and not block.key:
        yield ENTRY_BROKEN.at(span, "The entry has no key, so that nothing can cite it.")


def _why(broken: Exception) -> str:
    reason = getattr(broken, "abort_reason", str(broken)).strip()
    return reason if reason.endswith(".") else f"{reason}."


def _record(entry: Entry, file: str) -> Record:
    fields: dict[str, str] = {}
    for field in entry.fields:
        fields.setdefault(field.key.lower(), str(field.value))
    return Record(
        key=entry.key,
        kind=entry.entry_type.lower(),
        title=_title(fields),
        authors=_authors(_first(fields, "author", "editor")),
        date=_date(fields),
        container=without_latex(_first(fields, "journaltitle", "journal", "booktitle", "maintitle")),
        publisher=without_latex(_first(fields, "publisher", "institution", "school", "organization")),
        place=without_latex(_first(fields, "location", "address")),
        pages=_first(fields, "pages"),
        doi=_first(fields, "doi"),
        url=_first(fields, "url"),
        raw=tuple((field.key, str(field.value)) for field in entry.fields),
        file=file,
        line=(entry.start_line or 0) + 1,
    )


def _first(fields: Mapping[str, str], *names: str) -> str:
    return next((" ".join(fields[name].split()) for name in names if fields.get(name, "").strip()), "")


def _title(fields: Mapping[str, str]) -> str:
    parts = (without_latex(_first(fields, name)) for name in ("title", "subtitle"))
    return ": ".join(part for part in parts if part)


def _date(fields: Mapping[str, str]) -> str:
    """BibLaTeX's ``date`` as it stands; otherwise year and month, a month's macro by the name it stands for."""
    if fields.get("date", "").strip():
        return fields["date"].strip()
    year, month = fields.get("year", "").strip(), fields.get("month", "").strip()
    if not year or not month:
        return year
    if month.isdecimal():
        return f"{year}-{month.zfill(2)}"
    return f"{_MONTHS.get(month.lower(), month)} {year}"


def _authors(written: str) -> tuple[str, ...]:
    return tuple(_name(one) for one in split_multiple_persons_names(written)) if written else ()


def _name(written: str) -> str:
    """'Family, Given'; a body in braces stays whole."""
    if written.startswith("{") and written.endswith("}"):
        return without_latex(written)
    try:
        return without_latex(parse_single_name_into_parts(written).merge_last_name_first)
    except InvalidNameError:
        return without_latex(written)


@lru_cache(maxsize=1)
def _reader() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="verbatim", keep_comments=True)


def without_latex(text: str) -> str:
    """The characters that LaTeX commands stand for; a text that is no LaTeX stays as it is."""
    if not _LATEX.search(text):
        return text
    try:
        plain = str(_reader().latex_to_text(_BARE_PERCENT.sub(r"\\%", text)))
    except Exception:  # pylatexenc raises many kinds on text that is no LaTeX; then what was written stands
        return text
    return " ".join(plain.split())
