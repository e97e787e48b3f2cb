"""Reading a corpus folder: what lies in it, as values.

A file is read again only when its stamp (size, time of change, number on the disk) has changed. Nothing here knows what the
statements mean.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from fontes.diagnostics import Diagnostic, Span, error, in_order
from fontes.shelf.characters import decoded
from fontes.shelf.library import Record, by_key, read_library
from fontes.shelf.sheets import read_csv
from fontes.shelf.texts import Shelved, by_name, shelved
from fontes.shelf.walk import UNREADABLE, Found, Stamp, lying_in, reason, stamp_of, top
from fontes.text.cells import Sheet
from fontes.text.described import Table, absent, described

LARGEST = 32 * 2**20
MISSING = error(
    "folder-missing",
    "there is no such folder",
    "A corpus is a folder; perhaps the name was mistyped, or the folder was moved.",
)
NOT_A_FOLDER = error(
    "not-a-folder",
    "this is a file, and a corpus is a folder",
    "Every file of statements in a folder is read together, since each may name what another declares.",
)
EMPTY = error(
    "empty-corpus",
    "there are no statements in this folder",
    "An empty folder is most often the wrong folder; to check it and find nothing wrong would mislead.",
)
TOO_LARGE = error(
    "file-too-large",
    "a file is too large to be read",
    "Files of statements are small; one of many megabytes is most often something else.",
)
_STATEMENTS = (".fontes", ".md")
_TABLES = (".csv", ".xlsx")
_BIBLIOGRAPHIES = (".json", ".bib")
_TEXTS = (".txt", ".md")
_SETTINGS = "tables.toml"
_ENDINGS = (*_STATEMENTS, *_TABLES, *_BIBLIOGRAPHIES, *_TEXTS, _SETTINGS)
_FENCES = ("```", "~~~")


class TextFile(NamedTuple):
    """A file of statements: its path within the folder (with ``/``), its text (LF line breaks, no mark), its stamp."""

    path: str
    text: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave. Of the contents only those of its kind are filled."""

    path: str
    stamp: Stamp
    file: TextFile | None = None
    tables: tuple[Sheet, ...] = ()
    records: tuple[Record, ...] = ()
    text: Shelved | None = None
    settings: tuple[Table, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """A corpus folder as it lay on the disk. ``texts`` are by the name of a source or a cite key."""

    root: Path
    files: tuple[TextFile, ...] = ()
    tables: tuple[Sheet, ...] = ()
    library: tuple[Record, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    settings: tuple[Table, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    readings: tuple[Reading, ...] = field(default=(), repr=False, compare=False)


def read_folder(root: Path, before: Folder | None = None) -> Folder:
    """Everything in a folder; files that are as they were in ``before`` are not read again."""
    real = Path(os.path.realpath(root))
    if not real.is_dir():
        kind, words = (NOT_A_FOLDER, "is a file") if real.exists() else (MISSING, "does not exist")
        return Folder(root, diagnostics=(kind.at(Span(str(root), 1, 1, 1, 2), f"'{root}' {words}."),))
    known = {one.path: one for one in before.readings} if before and before.root == root else {}
    lying = lying_in(real, _ENDINGS)
    readings = tuple(_again(found, known) for found in lying.files if _manner(found.path))
    return _gathered(root, readings, lying.diagnostics)


def revision(of: Iterable[Reading | Found]) -> str:
    """A short fingerprint of files by their paths and stamps: another one says that something changed on disk."""
    whole = hashlib.sha256()
    for one in of:
        whole.update(f"{one.path}\0{one.stamp}\n".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()[:20]


def revision_of(root: Path) -> str:
    """The fingerprint of a folder as it lies there now; nothing in it is read. Empty where there is no folder."""
    real = Path(os.path.realpath(root))
    return revision(found for found in lying_in(real, _ENDINGS).files if _manner(found.path)) if real.is_dir() else ""


def _again(found: Found, known: Mapping[str, Reading]) -> Reading:
    held = known.get(found.path)
    return held if held and held.stamp == found.stamp else _read(found)


def _gathered(root: Path, readings: tuple[Reading, ...], problems: tuple[Diagnostic, ...]) -> Folder:
    """The readings as one folder, with what can only be seen when they lie side by side."""
    tables = tuple(sheet for one in readings for sheet in one.tables)
    settings = tuple(entry for one in readings for entry in one.settings)
    library, same_key = by_key(record for one in readings for record in one.records)
    texts, same_name = by_name(one.text for one in readings if one.text)
    files = tuple(one.file for one in readings if one.file)
    found = [*problems, *same_key, *same_name, *(each for one in readings for each in one.diagnostics)]
    found += absent(settings, _present(readings))
    if not any(map(_has_statements, files)) and not tables and not _tried(readings):
        detail = "Statements are in *.fontes files, in ```fontes blocks of Markdown notes and in tables."
        found.append(EMPTY.at(top("."), f"'{root}' holds none. {detail}"))
    return Folder(root, files, tables, library, texts, settings, in_order(found), readings)


def _present(readings: Iterable[Reading]) -> tuple[tuple[str, str], ...]:
    """The tables that are there, those that could not be read among them."""
    tables = [one for one in readings if one.path.lower().endswith(_TABLES)]
    return tuple((one.path, sheet.sheet) for one in tables for sheet in one.tables) + tuple((one.path, "") for one in tables)


def _has_statements(file: TextFile) -> bool:
    return not file.path.lower().endswith(".md") or any(f"{fence}fontes" in file.text for fence in _FENCES)


def _tried(readings: Iterable[Reading]) -> bool:
    """Is there a file of statements or a table that could not be read? Then the folder is not empty but broken."""
    return any(one.diagnostics and one.path.lower().endswith((".fontes", *_TABLES)) for one in readings)


Manner = Callable[[Found, bytes], Reading]


def _manner(path: str) -> Manner | None:
    """How a file is read, by where it lies and how its name ends; nothing for what is no part of a corpus."""
    lower = path.lower()
    shelf = path.split("/", 1)[0] if "/" in path else ""
    if lower.endswith(".fontes"):
        return _statements
    if shelf == "texts":
        return _text if lower.endswith(_TEXTS) else None
    if shelf == "library":
        return _bibliography if lower.endswith(_BIBLIOGRAPHIES) else None
    if path == _SETTINGS:
        return _described
    if lower.endswith(".md"):
        return _statements
    return (_workbook if lower.endswith(".xlsx") else _table) if lower.endswith(_TABLES) else None


def _read(found: Found) -> Reading:
    manner = _manner(found.path)
    if found.stamp.size > LARGEST:
        size, most = found.stamp.size // 2**20, LARGEST // 2**20
        detail = f"'{found.path}' has {size} MB; files of more than {most} MB are not read. Divide it."
        return Reading(found.path, found.stamp, diagnostics=(TOO_LARGE.at(top(found.path), detail),))
    try:
        stamp, data = read_bytes(found.real)
    except OSError as trouble:
        detail = f"'{found.path}' cannot be read: {reason(trouble)}."
        # No file has this stamp: it is tried again the next time.
        return Reading(found.path, Stamp(-1, 0, 0), diagnostics=(UNREADABLE.at(top(found.path), detail),))
    return manner(found._replace(stamp=stamp), data) if manner else Reading(found.path, stamp)


def read_bytes(real: Path) -> tuple[Stamp, bytes]:
    """The bytes of a file and its stamp, taken from the open file; a link put there meanwhile is not followed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(real, flags), "rb") as stream:
        stamp = stamp_of(os.fstat(stream.fileno()))
        return stamp, stream.read(LARGEST + 1)


def _statements(found: Found, data: bytes) -> Reading:
    read = decoded(data, found.path)
    file = TextFile(found.path, read.text, found.stamp)
    return Reading(found.path, found.stamp, file=file, diagnostics=read.diagnostics)


def _text(found: Found, data: bytes) -> Reading:
    read = decoded(data, found.path)
    text = shelved(found.path, read.text) if read.whole else None
    return Reading(found.path, found.stamp, text=text, diagnostics=read.diagnostics)


def _bibliography(found: Found, data: bytes) -> Reading:
    read = decoded(data, found.path)
    records, problems = read_library(read.text, found.path) if read.whole else ((), ())
    return Reading(found.path, found.stamp, records=records, diagnostics=(*read.diagnostics, *problems))


def _described(found: Found, data: bytes) -> Reading:
    read = decoded(data, found.path)
    entries, problems = described(read.text, found.path) if read.whole else ((), ())
    return Reading(found.path, found.stamp, settings=entries, diagnostics=(*read.diagnostics, *problems))


def _table(found: Found, data: bytes) -> Reading:
    read = decoded(data, found.path)
    sheets, problems = read_csv(read.text, found.path) if read.whole else ((), ())
    return Reading(found.path, found.stamp, tables=sheets, diagnostics=(*read.diagnostics, *problems))


def _workbook(found: Found, data: bytes) -> Reading:
    from fontes.shelf.workbook import read_xlsx  # its library is large, and most corpora have no workbook

    sheets, problems = read_xlsx(data, found.path)
    return Reading(found.path, found.stamp, tables=sheets, diagnostics=problems)
