"""A corpus in use: the folder read, compiled and checked; read again when it changed; findings kept while it stays.

A file that did not change is neither read, parsed nor built anew, and the result is the same as if it were.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fontes.checks import Evidence, check
from fontes.compile import Built, Compiled, Unit, compile_units
from fontes.diagnostics import Diagnostic, Span, in_order
from fontes.findings import Fallen, Node, Origins, Statuses, compiled, evaluate_grounds, origins_in, trace_in, without_in
from fontes.findings.links import Links
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.lens import Unit as Distrusted
from fontes.model.names import Place
from fontes.shelf.folder import Folder, read_folder
from fontes.shelf.write import Outcome, digest, replace_lines
from fontes.text.cells import Sheet
from fontes.text.described import Table
from fontes.text.edit import Slice, slice_of
from fontes.text.parse import Parsed, parse, parse_markdown, parse_row
from fontes.text.syntax import Statement
from fontes.text.tables import pieces


@dataclass(frozen=True, slots=True)
class _Read:
    """One file and what its parsing gave."""

    of: object
    unit: Unit
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Workbench:
    """Opened on a folder. ``reload`` picks up what changed on disk."""

    root: Path
    folder: Folder
    compiled: Compiled
    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    _reads: dict[str, _Read]
    _links: dict[int, tuple[Built, Links]]
    _origins: dict[tuple[str, Lens], Origins] = field(default_factory=dict)
    _statuses: dict[Lens, Statuses] = field(default_factory=dict)

    @staticmethod
    def open(root: Path) -> Workbench:
        """Read, compile and check a folder. What is wrong is in ``diagnostics``; nothing is raised for it."""
        with _undisturbed():
            return _opened(root, None)

    def reload(self) -> bool:
        """Read again what changed on disk; whether anything did."""
        folder = read_folder(self.root, self.folder)
        if folder.readings == self.folder.readings and folder.diagnostics == self.folder.diagnostics:
            return False
        with _undisturbed():
            fresh = _opened(self.root, self, folder)
        self.folder, self.compiled, self.corpus = fresh.folder, fresh.compiled, fresh.corpus
        self.diagnostics, self._reads = fresh.diagnostics, fresh._reads
        self._origins.clear()
        self._statuses.clear()
        return True

    def lines(self) -> dict[str, list[str]]:
        """The lines of every file of statements, for showing diagnostics."""
        return {one.path: one.text.split("\n") for one in self.folder.files}

    def statuses(self, lens: Lens = PLAIN) -> Statuses:
        """The status of everything under a lens; kept until the corpus changes. Raises CriticismsCounted."""
        if lens not in self._statuses:
            grounds = next(iter(self._statuses.values())).grounds if self._statuses else compiled(self.corpus)
            self._statuses[lens] = evaluate_grounds(grounds, lens)
        return self._statuses[lens]

    def origins(self, name: str, lens: Lens = PLAIN) -> Origins:
        """Voices, trails and where they end; kept until the corpus changes. Raises KeyError for a name that is no proposition."""
        key = (name, lens)
        if key not in self._origins:
            self._origins[key] = origins_in(self.statuses(lens), name)
        return self._origins[key]

    def all_origins(self, lens: Lens = PLAIN) -> tuple[Origins, ...]:
        """The same of every proposition, by name."""
        return tuple(self.origins(name, lens) for name in self.corpus.propositions)

    def trace(self, name: str, lens: Lens = PLAIN, side: str = "for") -> Node:
        """The lineage of a proposition or statement. Raises KeyError."""
        return trace_in(self.statuses(lens), name, side)

    def slice(self, place: Place) -> Slice:
        """The lines of the statement at a place, as this workbench read them. Raises KeyError for a file it did not read as text."""
        text = next((one.text for one in self.folder.files if one.path == place.file), None)
        if text is None:
            raise KeyError(place.file)
        return slice_of(text, Span(place.file, place.line, place.column, place.end_line, place.end_column))

    def replace(self, part: Slice, lines: Sequence[str]) -> Outcome:
        """Put other lines in the place of a slice, if it still stands on disk as it was read; nothing else in the file moves."""
        read = next((one.text for one in self.folder.files if one.path == part.file), "")
        outcome = replace_lines(self.root, part.file, part.first, part.last, part.lines, lines, digest(read))
        self.reload()
        return outcome

    def fallen(self, units: Iterable[Distrusted], lens: Lens = PLAIN) -> Fallen:
        """What loses support if these are distrusted."""
        return without_in(self.statuses(lens), units)


def _opened(root: Path, before: Workbench | None, folder: Folder | None = None) -> Workbench:
    folder = folder or read_folder(root)
    reads = _read_all(folder, before._reads if before is not None else {})
    units = tuple(one.unit for one in reads.values())
    compiled = compile_units(units, before.compiled if before is not None else None)
    keys = frozenset(record.key for record in folder.library) if folder.library else None
    links = before._links if before is not None else {}
    evidence = Evidence(compiled, units, folder.texts, keys, links)
    found = [*folder.diagnostics, *compiled.diagnostics, *check(evidence)]
    for one in reads.values():
        found.extend(one.diagnostics)
    return Workbench(root, folder, compiled, compiled.corpus, in_order(_once(found)), reads, links)


def _once(found: list[Diagnostic]) -> list[Diagnostic]:
    """One diagnostic where a line of several agents says the same thing several times."""
    seen: set[tuple[str, Span, str]] = set()
    kept = []
    for one in found:
        key = (one.slug, one.span, one.detail)
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept


def _read_all(folder: Folder, before: dict[str, _Read]) -> dict[str, _Read]:
    reads: dict[str, _Read] = {}
    for file in folder.files:
        old = before.get(file.path)
        if old is not None and old.of is file:
            reads[file.path] = old
            continue
        parsed = (parse_markdown if file.path.lower().endswith(".md") else parse)(file.text, file.path)
        reads[file.path] = _Read(file, Unit.of(file.path, parsed.statements), parsed.diagnostics)
    for sheet in folder.tables:
        key = f"{sheet.file}[{sheet.sheet}]"
        old = before.get(key)
        of = (sheet, folder.settings)
        if old is not None and isinstance(old.of, tuple) and old.of[0] is sheet and old.of[1] == folder.settings:
            reads[key] = old
            continue
        parsed = table(sheet, folder.settings)
        reads[key] = _Read(of, Unit.of(sheet.file, parsed.statements), parsed.diagnostics)
    return reads


def table(sheet: Sheet, settings: tuple[Table, ...]) -> Parsed:
    """The statements of one sheet, a row each."""
    rows, found = pieces(sheet, settings)
    statements: list[Statement] = []
    diagnostics = list(found)
    for row in rows:
        parsed = parse_row(row)
        statements.extend(parsed.statements)
        diagnostics.extend(parsed.diagnostics)
    return Parsed(tuple(statements), tuple(diagnostics))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for cyclic garbage while hundreds of thousands of lasting values are made: it would go over them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()  # what was made lasts: the next search need not go over it
            gc.enable()
