"""All files together: one corpus, in one order, whatever the files were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fontes.compile.acts import act
from fontes.compile.gather import Found, Names, differing, find, gather
from fontes.compile.order import NUMBERED, Ordered, exchanged, identity, ordered
from fontes.compile.profile import complaints, meant
from fontes.compile.resolve import Resolver, place
from fontes.compile.things import datings, thing, unit
from fontes.diagnostics import Diagnostic, Related, error
from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Corpus, Expectation, Preface
from fontes.model.events import Dating, Event
from fontes.model.explanations import Assessment, Period, Proposition, Question, Series
from fontes.model.lens import NamedLens
from fontes.model.names import AgentId, ThingKind
from fontes.model.profile import under
from fontes.model.sources import Source
from fontes.model.stances import Criticism, Report, Search, Speech, Stance
from fontes.text.script import Read, Written
from fontes.text.syntax import Act, Declaration, Distinct, Expect, Reference, Rename, Statement, Through, Word
from fontes.text.write import write_head

SECOND_CORPUS = error(
    "second-corpus", "two 'corpus' statements", "A folder holds one corpus; its title, language and rules are given once."
)

_FIELDS: dict[type, str] = {
    Agent: "agents", Source: "sources", Event: "events", Question: "questions", Proposition: "propositions", Stance: "stances",
    Report: "reports", Speech: "speeches", Criticism: "criticisms", Search: "searches", Dating: "datings", Tenure: "tenures",
    Assessment: "assessments", Period: "periods", Series: "series", NamedLens: "lenses",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """One file or sheet: what it declares, and its words to be read when they are wanted. Compared by identity when an edit is compiled anew."""

    file: str
    sheet: str
    written: Written
    found: Found

    @staticmethod
    def of(file: str, statements: Iterable[Statement]) -> Unit:
        """The unit of a file's statements, which it keeps."""
        return Unit.read(file, "", Read(statements))

    @staticmethod
    def read(file: str, sheet: str, written: Written) -> Unit:
        """The unit of a file or sheet, of which no syntax is kept."""
        return Unit(file, sheet, written, find(written.statements([], declaring=True)))


@dataclass(frozen=True, slots=True)
class Built:
    """What one file comes to, given the table of names: its entries by field, each list by name; ``unread`` is what could not be read of it,
    ``diagnostics`` what could not be resolved; ``used`` are the sources it refers to, ``asked`` all names that were looked up for it.
    """

    made: Mapping[str, list[Any]]
    expectations: tuple[Expectation, ...]
    distinct: tuple[tuple[AgentId, ...], ...]
    unread: tuple[Diagnostic, ...]
    diagnostics: tuple[Diagnostic, ...]
    used: tuple[str, ...]
    asked: tuple[str, ...]

    def entries(self) -> Iterator[Any]:
        """The statements of this file, under the names they have before equal names are told apart."""
        for field in NUMBERED:
            yield from self.made.get(field, ())

    def sources(self) -> Iterator[Source]:
        """The sources this file declares."""
        yield from self.made.get("sources", ())


@dataclass(frozen=True, slots=True)
class Compiled:
    """A corpus, the diagnostics of reading and compiling it, the sources used; and for the next time the table of names, what each file came to
    and how the entries of all were put in order.
    """

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    used: frozenset[str]
    names: Names
    built: Mapping[tuple[str, str], tuple[Unit, Built]]
    ordered: Mapping[str, Ordered]


def compile_units(units: Iterable[Unit], before: Compiled | None = None) -> Compiled:
    """Statements to corpus. Given what was compiled ``before``, only those files are built anew that changed, or for which the table of
    names now says something else; the result is the same as without it.
    """
    files = list(units)
    names, found = gather(unit.found for unit in files)
    untouched = _untouched(names, before)
    built: dict[tuple[str, str], tuple[Unit, Built]] = {}
    for one in files:
        old = before.built.get((one.file, one.sheet)) if before is not None else None
        built[one.file, one.sheet] = old if old is not None and old[0] is one and untouched(*old) else (one, build(one, names))
    parts = [part for _, part in built.values()]
    for part in parts:
        found.extend(part.unread)
        found.extend(part.diagnostics)
    preface, more = _preface([c for one in files for c in one.found.corpora])
    found.extend(more)
    fields = _in_order(parts, before)
    entries: dict[str, Any] = {field: one.kept for field, one in fields.items()}
    corpus = Corpus(
        preface=preface, **entries, distinct=tuple(sorted({d for part in parts for d in part.distinct})),
        renames=tuple(sorted(names.renamed.items())),
        expectations=tuple(sorted((e for part in parts for e in part.expectations), key=lambda e: e.written)),
    )  # fmt: skip
    used = frozenset().union(*(part.used for part in parts))
    return Compiled(corpus, tuple(found), used, names, built, fields)


def _untouched(names: Names, before: Compiled | None) -> Callable[[Unit, Built], bool]:
    """Does a file that did not change come to the same as before? Its diagnostics may show places or suggest names that are elsewhere now; and
    what it declares second counts once the first is gone.
    """
    if before is None or before.names.profile != names.profile:
        return lambda one, old: False
    then = before.names
    if then == names and then.all_places == names.all_places:
        return lambda one, old: True
    changed = differing(then, names)
    return lambda one, old: (
        not old.diagnostics
        and changed.isdisjoint(old.asked)
        and all((names.places[d.name] == d.span) == (then.places[d.name] == d.span) for d in one.found.names)
    )


def _in_order(parts: Sequence[Built], before: Compiled | None) -> dict[str, Ordered]:
    """The entries of all files, field by field; of what was compiled before, only those of other files are exchanged."""
    old = {id(part): part for _, part in before.built.values()} if before is not None else {}
    new = {id(part): part for part in parts}
    gone = [part for key, part in old.items() if key not in new]
    fresh = [part for key, part in new.items() if key not in old]
    fields = {}
    for field in _FIELDS.values():
        files = [part.made.get(field, []) for part in parts]
        if before is None or not before.ordered:
            fields[field] = ordered(field, files)
        else:
            left, come = ([part.made.get(field, []) for part in some] for some in (gone, fresh))
            fields[field] = exchanged(field, before.ordered[field], left, come, files)
    return fields


def build(unit_: Unit, names: Names) -> Built:
    """One file, its words resolved."""
    r = Resolver(names)
    made: dict[str, list[Any]] = {}
    expectations: list[Expectation] = []
    distinct: list[tuple[AgentId, ...]] = []
    unread: list[Diagnostic] = []
    for one in unit_.written.statements(unread):
        if isinstance(one, Act):
            for entry in act(one, r):
                made.setdefault(_FIELDS[type(entry)], []).append(entry)
        elif isinstance(one, Declaration):
            if one.keyword.text != "corpus" and names.places.get(one.name.text) == one.name.span:
                declared = thing(one, r)
                if declared is not None:
                    made.setdefault(_FIELDS[type(declared)], []).append(declared)
                if one.keyword.text == "event":
                    made.setdefault("datings", []).extend(datings(one, r))
        elif isinstance(one, Through):
            if one.section.source is not None:
                r.source(one.section.source)
            if one.section.via is not None:
                r.source(one.section.via.name)
        elif isinstance(one, Expect):
            expectation = _expectation(one, r)
            if expectation is not None:
                expectations.append(expectation)
        elif isinstance(one, Distinct):
            distinct.append(tuple(sorted(r.agents(one.names))))
        elif isinstance(one, Rename):
            _renamed(one, r)
    for entries in made.values():
        entries[:] = [under(one, names.profile) for one in entries]
        entries.sort(key=identity)  # many ordered files are put in one order sooner than many unordered ones
    used = tuple(sorted(name for name in r.used if names.kinds[name] is ThingKind.SOURCE))
    asked = tuple(r.used | r.asked)
    expectations = [under(one, names.profile) for one in expectations]
    return Built(made, tuple(expectations), tuple(distinct), tuple(unread), tuple(r.found), used, asked)


def _renamed(one: Rename, r: Resolver) -> None:
    r.asked.add(one.new.text)
    if one.new.text not in r.names.kinds:
        r.complain(one.new, None, tuple(ThingKind))


def _expectation(one: Expect, r: Resolver) -> Expectation | None:
    subject: str | None
    what: str | None = ""
    if one.test in ("count", "without", "is"):
        subject = r.thing(one.subject, ThingKind.PROPOSITION)
    elif one.test == "before":
        subject, what = r.event(one.subject), r.event(one.object) if one.object else None
    else:
        subject, what = r.agent(one.subject), r.proposition(one.object) if one.object else None
    units = tuple(u for u in (unit(word, r) for word in one.units) if u is not None)
    if subject is None or what is None or len(units) < len(one.units):
        return None
    return Expectation(
        one.test, subject, place(one.span), what, one.sign if one.test in ("stance", "knows") else "", one.measure,
        one.sign if one.test == "count" else "", one.number, one.outcome, units, one.by.when if one.by else None, write_head(one),
    )  # fmt: skip


def _preface(corpora: list[Declaration]) -> tuple[Preface, list[Diagnostic]]:
    ordered = sorted(corpora, key=lambda one: one.span)
    if not ordered:
        return Preface(), []
    first = ordered[0]
    again = [
        SECOND_CORPUS.at(one.span, "The first one counts. Remove one of them.", related=(Related(first.span, "the first"),))
        for one in ordered[1:]
    ]
    again += complaints(first, meant(ordered).refused)
    texts: dict[str, list[str]] = {}
    profile = []
    for p in first.particulars:
        if isinstance(p.value, Word):
            texts.setdefault(p.keyword.text, []).append(p.value.text)
        elif isinstance(p.value, Reference):
            profile.append((p.value.name.text, p.value.passage))
    return Preface(
        id=first.name.text, title=first.wording.text if first.wording else first.name.text, format=texts.get("format", ["1"])[0],
        language=texts.get("language", ["en"])[0], consensus=tuple(texts.get("consensus", ())), profile=tuple(sorted(profile)),
        notes=tuple(texts.get("note", ())), private_notes=tuple(texts.get("private note", ())),
    ), again  # fmt: skip


__all__ = ["Built", "Compiled", "Unit", "compile_units"]
