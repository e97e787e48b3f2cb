"""A corpus being read in the browser: its concordance, its names, and what was worked out for the lenses looked through last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Protocol, TypeVar

from fontes.dates import Answer
from fontes.diagnostics import Diagnostic
from fontes.findings import Fallen, Node, Origins, Statuses
from fontes.findings.chronology import Bounds, Chronology
from fontes.findings.chronology import chronology as chronology_of
from fontes.findings.chronology.bearing import bearing
from fontes.findings.chronology.draft import unheard
from fontes.findings.engine.stable import CONFLICTS
from fontes.findings.index import Index, indexed
from fontes.findings.known.routes import Routes, withdraws
from fontes.findings.support.all_dates import AllDates, all_dates
from fontes.findings.support.criticism import COUNTING
from fontes.findings.support.settlements import Settlements
from fontes.findings.support.settlements import settlements as settlements_of
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens, Unit
from fontes.present.rooms.concordance import Concordance, concordance
from fontes.present.rooms.lens import through
from fontes.web.changes import Changed, changes
from fontes.web.names import Names

COUNTED_AHEAD = 5_000
"""Up to so many stances the plan in which criticisms count is made ahead as well: a few hundredths of a second, in which a page may wait."""
DATED_AHEAD = 200_000
"""Up to so many stances the days of everything are worked out ahead: a tenth of a second for a thousand."""
KEPT = 16
"""So many findings of each kind are kept, those asked for last."""
T = TypeVar("T")


class Bench(Protocol):
    """What the browser needs of a workbench."""

    @property
    def root(self) -> Path:
        """The folder of the corpus."""

    @property
    def corpus(self) -> Corpus:
        """The corpus as it was last read."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in its files."""

    @property
    def texts(self) -> Mapping[str, str]:
        """The full texts at hand, by the name of a source or a cite key."""

    @property
    def revision(self) -> str:
        """By what the files it read are known to be unchanged (see `fontes.shelf.folder.revision_of`)."""

    def reload(self) -> bool:
        """Read again what changed on disk; whether anything did."""

    def take(self, made: AllDates) -> None:
        """Keep grounds for all dates that were worked out elsewhere, if they are of the corpus as it is."""

    def lines(self) -> Mapping[str, Sequence[str]]:
        """The lines of every file."""

    def statuses(self, lens: Lens = PLAIN, /) -> Statuses:
        """How everything stands under a lens."""

    def origins(self, name: str, lens: Lens = PLAIN, /) -> Origins:
        """Where a proposition comes from. Raises KeyError."""

    def trace(self, name: str, lens: Lens = PLAIN, /) -> Node:
        """The lineage of a proposition. Raises KeyError."""

    def fallen(self, units: Iterable[Unit], lens: Lens = PLAIN, /) -> Fallen:
        """What loses support without these units."""


class Reading:
    """A workbench with what its pages need, made anew only when the corpus is another.

    ``lock`` is held while a page is made: one corpus, one reader, and nothing changes under a page in the making.
    """

    def __init__(self, bench: Bench) -> None:
        """Read nothing yet."""
        self.bench = bench
        self.lock = RLock()
        self._whole: Concordance | None = None
        self._names: Names | None = None
        self._kept: dict[str, dict[object, object]] = {}
        self._index: tuple[Concordance, Mapping[str, str], Index] | None = None

    def warm(self) -> None:
        """Work out ahead what nearly every page needs. Nobody waits for it: it is done from the corpus alone, and put in place when it is there.

        What the plain lens shows comes first, while nobody asks yet; then, outside the lock, the grounds for all dates, all days,
        and the index of words.
        """
        self.begin()
        corpus = self.bench.corpus
        made = all_dates(corpus, PLAIN)
        for which in (0, 1):
            made.plan.schedule(which)
        with self.lock:
            self.bench.take(made)
        if len(corpus.stances) <= DATED_AHEAD:
            self._date(corpus)
            self._list_words()
        if corpus.criticisms and len(corpus.stances) <= COUNTED_AHEAD:
            with self.lock:
                self.bench.statuses(replace(PLAIN, criticisms=(COUNTING,)))

    def _date(self, corpus: Corpus) -> None:
        """The days of events, and those of every statement."""
        bears = bearing(corpus)
        days, all_days = chronology_of(bears, _of_days(PLAIN)), chronology_of(corpus, _of_days(PLAIN))
        with self.lock:
            if self._whole is not None and self._whole.corpus is corpus:
                self.once("bearing", "", lambda: bears)
                self.once("days", self._unheard(PLAIN), lambda: days)
                self.once("chronology", _of_days(PLAIN), lambda: all_days)

    def _list_words(self) -> None:
        """The index of all that can be searched."""
        with self.lock:
            whole, texts, there = self._whole or self.current(), self.bench.texts, self._index is not None
        if there:
            return
        made = indexed(whole.corpus, whole.entries.values(), texts)
        with self.lock:
            if self._whole is whole and self.bench.texts is texts:
                self._index = (whole, texts, made)

    def begin(self) -> None:
        """What every page needs: where each thing is named, and how everything stands with everything believed."""
        with self.lock:
            self.current()
            self.bench.statuses(PLAIN)

    def current(self) -> Concordance:
        """The concordance of the corpus as it is on disk now."""
        self.bench.reload()
        if self._whole is None or self._whole.corpus is not self.bench.corpus:
            self._whole = concordance(self.bench.corpus)
            self._names = Names(self._whole)
            self._kept.clear()
        return self._whole

    @property
    def names(self) -> Names:
        """What can be distrusted in the corpus as it was last read."""
        if self._names is None:
            self.current()
        assert self._names is not None
        return self._names

    def index(self) -> Index:
        """The words of the corpus and of its full texts as they are now; built when something is first looked for."""
        whole, texts = self._whole or self.current(), self.bench.texts
        if self._index is None or self._index[0] is not whole or self._index[1] is not texts:
            self._index = (whole, texts, indexed(whole.corpus, whole.entries.values(), texts))
        return self._index[2]

    def seen(self, lens: Lens) -> Concordance:
        """The concordance with what was there by the dates of a lens."""
        whole = self._whole or self.current()
        if lens.as_of is None and lens.published_by is None:
            return whole
        return self.once("seen", (lens.as_of, lens.published_by), lambda: through(whole, self._there(_dates_of(lens))))

    def _there(self, lens: Lens) -> Callable[[str], bool]:
        """Whether a statement was there by the dates of a lens, certainly or possibly."""
        doubted = self.bench.statuses(lens).grounds.acts.doubted
        gone = frozenset(str(id) for id, answer in doubted.items() if answer is Answer.IMPOSSIBLE)
        return lambda id: id not in gone

    def chronology(self, lens: Lens) -> Chronology:
        """What the dates allow under a lens, of every statement."""
        return self.once("chronology", _of_days(lens), lambda: chronology_of(self.bench.corpus, _of_days(lens)))

    def days(self, lens: Lens) -> Chronology:
        """The same for who asks of events, and of statements that hang on others: those that bear on no other day are left out."""
        corpus = self.once("bearing", "", lambda: bearing(self.bench.corpus))
        return self.once("days", self._unheard(lens), lambda: chronology_of(corpus, _of_days(lens)))

    def _unheard(self, lens: Lens) -> object:
        """What a lens leaves out of these days; most that is distrusted gives no day."""
        corpus = self.once("bearing", "", lambda: bearing(self.bench.corpus))
        return self.once("unheard", _of_days(lens), lambda: unheard(corpus, lens))

    def bounds(self, lens: Lens) -> tuple[Bounds, ...]:
        """The days of every event under a lens."""
        found = self.days(lens)
        return self.once("bounds", self._unheard(lens), lambda: tuple(found.bounds(id) for id in self.bench.corpus.events))

    def settlements(self, lens: Lens, conflicts: int = CONFLICTS) -> Settlements:
        """The coherent ways to settle the criticisms that count under a lens, sought until so many dead ends were met."""
        return self.once("settlements", (lens, conflicts), lambda: settlements_of(self.bench.statuses(lens), conflicts=conflicts))

    def routes(self, lens: Lens) -> Routes:
        """By which routes anything reached anybody under a lens."""
        statuses = self.bench.statuses(lens) if withdraws(lens) else None
        return self.once("routes", lens, lambda: Routes(self.bench.corpus, lens, statuses, lambda: self.days(lens)))

    def changed(self, before: Lens, after: Lens) -> tuple[Changed, ...]:
        """The propositions whose status differs between two lenses, by name."""
        made = (before, after)
        return self.once("changed", made, lambda: changes(self.bench.corpus, self.bench.statuses(before), self.bench.statuses(after)))

    def once(self, kind: str, key: object, make: Callable[[], T]) -> T:
        """What was found for a key before, or is found now; kept with the others of its kind until the corpus changes."""
        kept = self._kept.setdefault(kind, {})
        if key not in kept:
            kept[key] = make()
            for old in list(kept)[:-KEPT]:
                kept.pop(old)
        return kept[key]  # type: ignore[return-value]


def _of_days(lens: Lens) -> Lens:
    """As much of a lens as can change a day, so that many lenses share a chronology."""
    return replace(lens, criticisms=(), critics=(), prefer_later=False, voices=(), school="", taken_within=None)


def _dates_of(lens: Lens) -> Lens:
    """As much of a lens as says what was there; the criticisms that count come along, since they share its plan."""
    return replace(lens, distrust=frozenset(), inauthentic=frozenset(), without_access=frozenset(), voices=(), school="", taken_within=None)
