"""A corpus in use: the folder read, compiled and checked; read again when it changed; findings kept while it stays.

A file that did not change is neither read, parsed nor built anew, and the result is the same as if it were.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from fontes.checks import Checked, Evidence, check
from fontes.compile import Compiled, Unit, compile_units
from fontes.diagnostics import Diagnostic, Severity, Span, in_order
from fontes.findings import Fallen, Grounds, Node, Origins, Statuses, compiled, compiling, evaluate_grounds, origins_in, trace_in, without_in
from fontes.findings.acts import dated
from fontes.findings.support.all_dates import AllDates, all_dates, undated
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.model.lens import Unit as Distrusted
from fontes.model.names import Place
from fontes.present.rooms.concordance import Concordance, concordance
from fontes.shelf.cache import WORTH_STATEMENTS, Kept, Print, keep, kept
from fontes.shelf.folder import Folder, TextFile, read_folder, revision
from fontes.shelf.walk import Stamp
from fontes.shelf.write import Outcome, Written, digest, remove_file, replace_lines, write_new
from fontes.text.edit import Slice, slice_of
from fontes.text.script import Rows, Script
from fontes.workbench_edits import Done, Edit, Proposal, fresh

HELD = 1 << 22
"""So many signs of text are read once, and their statements held until all names are known (some 60 MB); more are read twice."""

CHECKED = 20_000
"""An edit of a corpus of so many statements is checked whole before it is written; of a larger one, in brief."""
LENSES = 8
"""Of so many lenses, those asked for last, what was found is kept: the status of a million statements takes some ten megabytes."""
PLANS = 3
"""So many compiled plans are kept, one for each choice of dates and counted criticisms: that of a million statements takes a gigabyte."""
CHOICES = 2
"""So many plans for all dates are kept, one for each choice of counted criticisms."""


@dataclass(slots=True)
class Asked:
    """A corpus and what was found in it under the lenses asked for last."""

    corpus: Corpus
    _grounds: dict[Lens, Grounds] = field(default_factory=dict, kw_only=True)
    _statuses: dict[Lens, Statuses] = field(default_factory=dict, kw_only=True)
    _origins: dict[Lens, dict[str, Origins]] = field(default_factory=dict, kw_only=True)
    _all_dates: dict[Lens, AllDates] = field(default_factory=dict, kw_only=True)
    _first_dates: set[Lens] = field(default_factory=set, kw_only=True)

    def statuses(self, lens: Lens = PLAIN) -> Statuses:
        """The status of everything under a lens."""
        found = self._statuses.pop(lens, None)
        if found is None:
            with undisturbed():
                found = evaluate_grounds(self._compiled(compiling(lens)), lens)
        self._statuses[lens] = found
        for old in list(self._statuses)[:-LENSES]:
            self._forget(old)
        return found

    def take(self, made: AllDates) -> None:
        """Keep grounds for all dates that were worked out elsewhere, if they are of the corpus as it is."""
        if made.corpus is self.corpus:
            self._all_dates.setdefault(made.choice, made)

    def for_all_dates(self, lens: Lens = PLAIN) -> AllDates:
        """The grounds for all dates, with the criticisms a lens lets count; kept until the corpus is another."""
        choice = undated(lens)
        made = self._all_dates.pop(choice, None)
        if made is None:
            with undisturbed():
                made = all_dates(self.corpus, choice)
        self._all_dates[choice] = made
        for old in list(self._all_dates)[:-CHOICES]:
            self._all_dates.pop(old)
        return made

    def _dated(self, under: Lens) -> Grounds:
        """The grounds under a lens with dates. The first is compiled alone; if another date is asked for, all of them are compiled at once."""
        choice = undated(under)
        if choice not in self._all_dates and choice not in self._first_dates:
            self._first_dates.add(choice)
            return compiled(self.corpus, under)
        return self.for_all_dates(choice).under(under)

    def _compiled(self, under: Lens) -> Grounds:
        grounds = self._grounds.pop(under, None) or (self._dated(under) if dated(under) else compiled(self.corpus, under))
        self._grounds[under] = grounds
        for old in list(self._grounds)[:-PLANS]:
            self._grounds.pop(old, None)
            for lens in [one for one in list(self._statuses) if compiling(one) == old]:
                self._forget(lens)
        return grounds

    def _forget(self, lens: Lens) -> None:
        self._statuses.pop(lens, None)
        self._origins.pop(lens, None)

    def origins(self, name: str, lens: Lens = PLAIN) -> Origins:
        """Voices, trails and where they end. Raises KeyError for a name that is no proposition."""
        statuses = self.statuses(lens)
        known = self._origins.setdefault(lens, {})
        if name not in known:
            known[name] = origins_in(statuses, name)
        return known[name]

    def all_origins(self, lens: Lens = PLAIN) -> tuple[Origins, ...]:
        """The same of every proposition, by name."""
        return tuple(self.origins(name, lens) for name in self.corpus.propositions)

    def trace(self, name: str, lens: Lens = PLAIN, side: str = "for") -> Node:
        """The lineage of a proposition or statement. Raises KeyError."""
        return trace_in(self.statuses(lens), name, side)

    def concordance(self) -> Concordance:
        """Where each thing is named; turned round anew at each call."""
        return concordance(self.corpus)

    def fallen(self, units: Iterable[Distrusted], lens: Lens = PLAIN) -> Fallen:
        """What loses support if these are distrusted."""
        return without_in(self.statuses(lens), units)


@dataclass(slots=True)
class Reopened(Asked):
    """A large corpus from the cache (see `fontes.shelf.cache`): it can be asked everything, and has no words to be edited.

    Raises `Unreadable` whenever the cache turns out not to hold what it should.
    """

    errors: int
    _index: Concordance

    @staticmethod
    def open(of: Print) -> Reopened | None:
        """What is kept of a folder with this print, if anything is."""
        found = kept(of)
        if found is None or found.lists.keys() != set(_families()):
            return None
        index = Concordance(found.corpus, found.entries, **found.lists)
        return Reopened(found.corpus, found.errors, index, _grounds={PLAIN: found.grounds})

    def concordance(self) -> Concordance:
        """Where each thing is named, as it was kept."""
        return self._index


def _families() -> tuple[str, ...]:
    """The lists of a concordance."""
    return tuple(one.name for one in fields(Concordance) if one.name not in ("corpus", "entries"))


@dataclass(frozen=True, slots=True)
class _Read:
    """One file or sheet as it was read from the folder, and what it declares."""

    of: object
    unit: Unit


@dataclass(slots=True)
class Workbench(Asked):
    """Opened on a folder. ``reload`` picks up what changed on disk.

    Of a bench opened with ``keep=False`` only the corpus and its diagnostics stay: the words of the files are read again when they are asked
    for, and so is everything by ``reload``. It takes less memory, and is right for one question.
    """

    root: Path
    folder: Folder
    compiled: Compiled
    diagnostics: tuple[Diagnostic, ...]
    _reads: dict[tuple[str, str], _Read]
    _checked: Checked
    _keep: bool = True
    done: list[Done] = field(default_factory=list)
    undone: list[Edit] = field(default_factory=list)

    @staticmethod
    def open(root: Path, *, keep: bool = True) -> Workbench:
        """Read, compile and check a folder. What is wrong is in ``diagnostics``; nothing is raised for it."""
        with undisturbed():
            bench = _opened(root, None)
            return bench if keep else _lean(bench)

    def reload(self) -> bool:
        """Read again what changed on disk; whether anything did."""
        folder = read_folder(self.root, self.folder)
        if self._keep and folder.readings == self.folder.readings and folder.diagnostics == self.folder.diagnostics:
            return False
        with undisturbed():
            fresh = _opened(self.root, self, folder)
        changed = self._keep or (fresh.corpus, fresh.diagnostics) != (self.corpus, self.diagnostics)
        if not self._keep:
            fresh = _lean(fresh)
        self.folder, self.compiled, self.corpus = fresh.folder, fresh.compiled, fresh.corpus
        self.diagnostics, self._reads, self._checked = fresh.diagnostics, fresh._reads, fresh._checked
        if changed:
            self._origins.clear()
            self._statuses.clear()
            self._grounds.clear()
            self._all_dates.clear()
            self._first_dates.clear()
        return changed

    @property
    def texts(self) -> Mapping[str, str]:
        """The full texts at hand, by the name of a source or a cite key."""
        return self.folder.texts

    @property
    def revision(self) -> str:
        """By what the files it read are known to be unchanged."""
        return revision(self.folder.readings)

    def lines(self) -> dict[str, list[str]]:
        """The lines of every file of statements, for showing diagnostics."""
        return {one.path: one.text.split("\n") for one in self._files()}

    def _files(self) -> tuple[TextFile, ...]:
        return self.folder.files if self._keep else read_folder(self.root).files

    def slice(self, place: Place) -> Slice:
        """The lines of the statement at a place, as this workbench read them. Raises KeyError for a file it did not read as text."""
        text = next((one.text for one in self._files() if one.path == place.file), None)
        if text is None:
            raise KeyError(place.file)
        return slice_of(text, Span(place.file, place.line, place.column, place.end_line, place.end_column))

    def replace(self, part: Slice, lines: Sequence[str]) -> Outcome:
        """Put other lines in the place of a slice, if it still stands on disk as it was read; nothing else in the file moves."""
        read = next((one.text for one in self._files() if one.path == part.file), "")
        outcome = replace_lines(self.root, part.file, part.first, part.last, part.lines, lines, digest(read))
        self.reload()
        return outcome

    def text(self, file: str) -> str | None:
        """The words of a file of statements as they were read; nothing where there is no such file."""
        return next((one.text for one in self._files() if one.path == file), None)

    def propose(self, edit: Edit) -> Proposal:
        """The corpus with an edit, compiled in memory; nothing is written. Raises ValueError where the lines are not what the edit says.

        In a corpus of more than ``CHECKED`` statements the checks are brief: conflicts of dates are not looked for anew, where that takes seconds,
        and expectations not tested before it is written.
        """
        files = self._files()
        text = edit.of("") if edit.founds else edit.of(self.text(edit.file) or "")
        old = next((one for one in files if one.path == edit.file), None)
        new = TextFile(edit.file, text, Stamp(-1, 0, 0))
        changed = tuple(new if one is old else one for one in files) if old is not None else tuple(sorted((*files, new), key=lambda one: one.path))
        folder = replace(self.folder, files=changed)
        read = digest(old.text if old is not None else "")
        with undisturbed():
            bench = _opened(self.root, self if self._keep else None, folder, brief=self._keep and _statements(self.corpus) > CHECKED)
        return Proposal(edit, read, bench.corpus, fresh(self.diagnostics, bench.diagnostics, edit))

    def commit(self, proposal: Proposal) -> Outcome:
        """Write what was proposed, if its lines still stand on disk as they were read. It can be undone."""
        outcome = self._write(proposal.edit, proposal.read)
        if isinstance(outcome, Written):
            self.done.append(Done(proposal.edit, outcome.digest))
            self.undone.clear()
        self.reload()
        return outcome

    def undo(self) -> Outcome | None:
        """Take back what was committed last; refused with what stands there now where that changed since. Nothing where nothing is left."""
        self.reload()
        if not self.done:
            return None
        last = self.done[-1]
        back = last.edit.back.within(self.text(last.edit.file) or "")
        outcome = self._take_back(back, last.digest)
        if isinstance(outcome, Written):
            self.done.pop()
            self.undone.append(back.back)
        self.reload()
        return outcome

    def redo(self) -> Outcome | None:
        """Write again what was undone last."""
        self.reload()
        if not self.undone:
            return None
        edit = self.undone[-1].within(self.text(self.undone[-1].file) or "")
        outcome = self._write(edit, digest(self.text(edit.file) or ""))
        if isinstance(outcome, Written):
            self.undone.pop()
            self.done.append(Done(edit, outcome.digest))
        self.reload()
        return outcome

    def _write(self, edit: Edit, read: str) -> Outcome:
        if edit.founds:
            return write_new(self.root, edit.file, edit.of(""))
        return replace_lines(self.root, edit.file, edit.first, edit.last, edit.before, edit.after, read)

    def _take_back(self, back: Edit, after: str) -> Outcome:
        if back.founds:
            return remove_file(self.root, back.file, after)
        return self._write(back, after)

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)

    def remember(self, of: Print) -> bool:
        """Keep a large corpus for the next question, if its plain findings were asked for; whether it is kept.

        ``of``: the print of its folder before it was read.
        """
        grounds = self._grounds.get(PLAIN)
        if grounds is None or _statements(self.corpus) < WORTH_STATEMENTS:
            return False
        with undisturbed():
            index = self.concordance()
            lists = {family: getattr(index, family) for family in _families()}
            return keep(of, Kept(self.corpus, grounds, index.entries, lists, self.errors))


def _opened(root: Path, before: Workbench | None, folder: Folder | None = None, *, brief: bool = False) -> Workbench:
    folder = folder or read_folder(root)
    reads = _read_all(folder, before._reads if before is not None else {})
    units = tuple(one.unit for one in reads.values())
    compiled = compile_units(units, before.compiled if before is not None else None)
    keys = frozenset(record.key for record in folder.library) if folder.library else None
    kept = before._checked if before is not None else Checked()
    found = [*folder.diagnostics, *compiled.diagnostics, *check(Evidence(compiled, units, folder.texts, keys, kept, brief))]
    return Workbench(compiled.corpus, root, folder, compiled, in_order(_once(found)), reads, kept)


def _statements(corpus: Corpus) -> int:
    """How many statements there are."""
    kinds = (corpus.stances, corpus.reports, corpus.speeches, corpus.criticisms, corpus.searches, corpus.datings, corpus.tenures, corpus.assessments)
    return sum(len(kind) for kind in kinds)


def _lean(bench: Workbench) -> Workbench:
    """The same without the words of the files, and without what only serves to read them again in part."""
    folder = replace(bench.folder, files=(), tables=(), readings=())
    compiled = replace(bench.compiled, built={}, ordered={})
    return replace(bench, folder=folder, compiled=compiled, _reads={}, _checked=Checked(), _keep=False)


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


def _read_all(folder: Folder, before: dict[tuple[str, str], _Read]) -> dict[tuple[str, str], _Read]:
    """Every file and sheet, those that did not change as they were read before."""
    reads: dict[tuple[str, str], _Read] = {}
    known = {key: one for key, one in before.items() if isinstance(one.of, TextFile)}
    short = sum(len(file.text) for file in folder.files if (file.path, "") not in known or known[file.path, ""].of is not file) <= HELD
    for file in folder.files:
        old = known.get((file.path, ""))
        kept = old is not None and old.of is file
        reads[file.path, ""] = old if old and kept else _Read(file, Unit.read(file.path, "", Script(file.path, file.text, short)))
    for sheet in folder.tables:
        key = (sheet.file, sheet.sheet)
        old = before.get(key)
        kept = old is not None and isinstance(old.of, tuple) and old.of[0] is sheet and old.of[1] == folder.settings
        reads[key] = old if old and kept else _Read((sheet, folder.settings), Unit.read(*key, Rows(sheet, folder.settings)))
    return reads


@contextmanager
def undisturbed(*, lasting: bool = True) -> Iterator[None]:
    """No search for cyclic garbage while hundreds of thousands of values are made: it would go over them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if lasting:
            gc.freeze()  # the next search need not go over what was made
        if was:
            gc.enable()
