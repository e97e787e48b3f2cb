"""The bar of the lens over every page: a plain form, the named dates, and addresses that change one thing each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from fontes.dates import iso
from fontes.findings.positions.heard import ROLES
from fontes.model.corpus import Corpus
from fontes.model.lens import PLAIN, Lens
from fontes.present.phrasing import lens as words
from fontes.present.rooms.lens import effect_words, seen_words, unit_words
from fontes.web.addresses import queried
from fontes.web.beside import compared
from fontes.web.changes import believing, supported, tally
from fontes.web.lens import BELIEVED, RECORDED, SCHOOL, Looking, Pairs, Written
from fontes.web.reading import Reading

MOST_STOPS = 24
"""So many named dates, periods and lenses are offered."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a control, and what is shown for it."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that is distrusted, and the address at which it is believed again; that of a lens of the corpus has none."""

    label: str
    value: str
    restore: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A date with a name; ``day`` is its last day."""

    written: str
    label: str
    day: int


@dataclass(frozen=True, slots=True)
class Step:
    """A way to the next named date before or after this one."""

    label: str
    date: str
    address: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of one page."""

    path: str
    kept: Pairs
    written: Written
    as_of: str
    stops: tuple[Stop, ...]
    earlier: Step | None
    later: Step | None
    chips: tuple[Chip, ...]
    criticisms: tuple[Option, ...]
    voices: tuple[Option, ...]
    lenses: tuple[Option, ...]
    beside: tuple[Option, ...]
    plain: bool
    reset: str
    seen: str
    effect: str
    effect_at: str
    notes: tuple[str, ...]

    @property
    def pairs(self) -> Pairs:
        """The parameters every link of the page carries on."""
        return self.written.pairs


def bar(reading: Reading, path: str, kept: Pairs, looking: Looking, typed: str = "") -> Bar:
    """The bar over a page at this path with these parameters of its own. ``typed`` is a date as written that is not understood."""
    corpus, written, lens = reading.bench.corpus, looking.written, looking.lens
    stops = stops_of(corpus)
    earlier, later = _steps(stops, lens)

    def at(changed: Written) -> str:
        return queried(path, (*kept, *changed.pairs))

    def step(stop: Stop | None, pattern: str) -> Step | None:
        if stop is None:
            return None
        date = "" if stop.written == words.TODAY and not _base(corpus, written).as_of else stop.written
        return Step(pattern.format(date=stop.written), stop.written, at(replace(written, as_of=date)))

    return Bar(
        path, kept, written, typed or written.as_of, stops, step(earlier, words.EARLIER), step(later, words.LATER), _chips(corpus, lens, written, at),
        _criticisms(reading, lens), _voices(reading, written), _lenses(corpus, written.named), _beside(corpus, written.beside),
        not written.pairs, queried(path, kept), seen_words(corpus, lens), effect(reading, looking),
        queried("/", replace(written, beside=BELIEVED).pairs) + "#beside",
        _notes(path, looking),
    )  # fmt: skip


def _notes(path: str, looking: Looking) -> tuple[str, ...]:
    """What of the lens this page does not show."""
    lens = looking.lens
    notes = (
        words.VOICES_NARROW_POSITIONS if lens.voices or lens.school or lens.taken_within else "",
        words.BESIDE_ELSEWHERE if looking.beside is not None and not compared(path) else "",
    )
    return tuple(filter(None, notes))


def effect(reading: Reading, looking: Looking) -> str:
    """One sentence on what the lens changes, for the bar and for who hears the page; empty for the plain lens."""
    lens = looking.support
    if lens == PLAIN:
        return ""
    corpus = reading.bench.corpus
    counts = tally(reading.changed(believing(lens), lens))
    dated = lens.as_of is not None or lens.published_by is not None
    there = reading.once("supported", believing(lens), lambda: supported(corpus, reading.bench.statuses(believing(lens)))) if dated else 0
    return effect_words(counts, (there, len(corpus.propositions)) if dated else None)


def _base(corpus: Corpus, written: Written) -> Lens:
    return corpus.lenses[written.named].lens if written.named else PLAIN


# ---- dates


def stops_of(corpus: Corpus) -> tuple[Stop, ...]:
    """Dates with a name: ends of periods, dates of lenses, days the corpus is asked about; then today. In order of days."""
    found: dict[int, Stop] = {}
    for period in corpus.periods.values():
        end = period.when.end[1]
        if isinstance(end, int):
            _put(found, end, iso(end), words.STOP_PERIOD.format(date="{date}", name=period.name or period.id))
    for kept in corpus.lenses.values():
        when = kept.lens.as_of or kept.lens.published_by
        if when is not None and isinstance(when.end[1], int):
            _put(found, when.end[1], when.written, words.STOP_LENS.format(date="{date}", name=kept.wording or kept.id))
    for expected in corpus.expectations:
        if expected.by is not None and isinstance(expected.by.end[1], int):
            _put(found, expected.by.end[1], expected.by.written, words.STOP_EXPECTED)
    return tuple(found[day] for day in sorted(found)[:MOST_STOPS])


def _put(found: dict[int, Stop], day: int, written: str, label: str) -> None:
    short = written[:4] if written.endswith("-12-31") else written
    found.setdefault(day, Stop(short, label.replace("{date}", short), day))


def _steps(stops: Sequence[Stop], lens: Lens) -> tuple[Stop | None, Stop | None]:
    """The named date before and the one after; after the last comes today, which is no date at all."""
    now = lens.as_of.end[1] if lens.as_of is not None else None
    if lens.as_of is None or not isinstance(now, int):
        return (stops[-1] if stops else None), None
    before = [stop for stop in stops if stop.day < now]
    after = [stop for stop in stops if stop.day > now]
    return (before[-1] if before else None), (after[0] if after else Stop(words.TODAY, "", now))


# ---- choices


def _chips(corpus: Corpus, lens: Lens, written: Written, at: Callable[[Written], str]) -> tuple[Chip, ...]:
    own = [
        Chip(_label(corpus, lens, each), each, at(replace(written, distrust=tuple(other for other in written.distrust if other != each))))
        for each in written.distrust
    ]
    base = _base(corpus, written).distrust
    return (*(Chip(unit_words(corpus, unit), "") for unit in sorted(base)), *own)


def _label(corpus: Corpus, lens: Lens, written: str) -> str:
    found = next((unit for unit in lens.distrust if str(unit) == written), None)
    return unit_words(corpus, found) if found is not None else written


def _criticisms(reading: Reading, lens: Lens) -> tuple[Option, ...]:
    chosen = ",".join(lens.criticisms) or "shown"
    known = [("shown", words.SHOWN), ("counting", words.COUNTING)]
    known += [(kind, words.COUNTING_KIND.format(kind=kind.replace("-", " "))) for kind in reading.names.aspects[:MOST_STOPS]]
    return _options(known, chosen)


def _voices(reading: Reading, written: Written) -> tuple[Option, ...]:
    known = [("", words.EVERYBODY), *((role, role) for role in ROLES)]
    known += [(f"{SCHOOL}{school}", words.SCHOOL.format(school=school.replace("-", " "))) for school in reading.names.schools[:MOST_STOPS]]
    return _options(known, written.voices)


def _lenses(corpus: Corpus, chosen: str) -> tuple[Option, ...]:
    return _options([("", words.NO_LENS), *_named(corpus)], chosen)


def _beside(corpus: Corpus, chosen: str) -> tuple[Option, ...]:
    own = [pair for pair in ((RECORDED, words.RECORDED), (BELIEVED, words.BELIEVED)) if pair[0] not in corpus.lenses]
    return _options([("", words.NOTHING_BESIDE), *own, *_named(corpus)], chosen)


def _named(corpus: Corpus) -> list[tuple[str, str]]:
    return [(id, kept.wording or id) for id, kept in list(corpus.lenses.items())[:MOST_STOPS]]


def _options(known: Iterable[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    made = [Option(value, label, value == chosen) for value, label in known]
    return tuple(made) if any(each.chosen for each in made) else (*made, Option(chosen, chosen, True))
