"""All files together: one corpus, in one order, whatever the files were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter
from typing import Any

from fontes.compile.acts import act
from fontes.compile.gather import Found, Names, find, gather
from fontes.compile.resolve import Resolver, place
from fontes.compile.things import datings, thing, unit
from fontes.diagnostics import Diagnostic, Related, Span, error
from fontes.model.agents import Agent, Tenure
from fontes.model.corpus import Corpus, Expectation, Preface
from fontes.model.events import Dating, Event
from fontes.model.explanations import Assessment, Period, Proposition, Question, Series
from fontes.model.lens import NamedLens
from fontes.model.names import AgentId, ThingKind
from fontes.model.sources import Source
from fontes.model.stances import Criticism, Report, Search, Speech, Stance
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
_identity = attrgetter("id")
_NUMBERED = frozenset({"stances", "reports", "speeches", "criticisms", "searches", "datings", "tenures", "assessments"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One file: its statements and what they declare. Compared by identity when an edit is compiled anew."""

    file: str
    statements: tuple[Statement, ...]
    found: Found

    @staticmethod
    def of(file: str, statements: Iterable[Statement]) -> Unit:
        """The unit of a file's statements."""
        kept = tuple(statements)
        return Unit(file, kept, find(kept))


@dataclass(frozen=True, slots=True)
class Built:
    """What one file comes to, given the table of names."""

    made: Mapping[str, list[Any]]
    expectations: tuple[Expectation, ...]
    distinct: tuple[tuple[AgentId, ...], ...]
    diagnostics: tuple[Diagnostic, ...]
    used: frozenset[str]

    def entries(self) -> Iterator[Any]:
        """The statements of this file, under the names they have before equal names are told apart."""
        for field in _NUMBERED:
            yield from self.made.get(field, ())

    def sources(self) -> Iterator[Source]:
        """The sources this file declares."""
        yield from self.made.get("sources", ())


@dataclass(frozen=True, slots=True)
class Compiled:
    """A corpus, the diagnostics of compiling it, the names used, and what each file came to (for the next time)."""

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    used: frozenset[str]
    names: Names
    built: Mapping[str, tuple[Unit, Built]]


def compile_units(units: Iterable[Unit], before: Compiled | None = None) -> Compiled:
    """Statements to corpus. Given what was compiled ``before``, files that did not change are not built anew while the table of names
    is the same; the result is the same as without it.
    """
    files = list(units)
    names, found = gather(unit.found for unit in files)
    kept = before.built if before is not None and before.names == names else {}
    moved = before.names if before is not None and before.names.all_places != names.all_places else None
    built: dict[str, tuple[Unit, Built]] = {}
    for one in files:
        old = kept.get(one.file)
        still = old is not None and old[0] is one and (moved is None or _untouched(one, old[1], names, moved))
        built[one.file] = old if old is not None and still else (one, build(one, names))
    parts = [part for _, part in built.values()]
    for part in parts:
        found.extend(part.diagnostics)
    preface, more = _preface([c for one in files for c in one.found.corpora])
    found.extend(more)
    corpus = _corpus(preface, parts, names)
    used = frozenset().union(*(part.used for part in parts))
    return Compiled(corpus, tuple(found), used, names, built)


def _untouched(one: Unit, old: Built, names: Names, before: Names) -> bool:
    """Does a file come to the same although declarations elsewhere moved? Its diagnostics may show their places, and what it declares
    second counts once the first is gone.
    """
    return not old.diagnostics and all(
        (names.places[d.name] == d.span) == (before.places[d.name] == d.span) for d in one.found.names
    )


def build(unit_: Unit, names: Names) -> Built:
    """One file, its words resolved."""
    r = Resolver(names)
    made: dict[str, list[Any]] = {}
    expectations: list[Expectation] = []
    distinct: list[tuple[AgentId, ...]] = []
    for one in unit_.statements:
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
        entries.sort(key=_identity)  # many ordered files are put in one order sooner than many unordered ones
    return Built(made, tuple(expectations), tuple(distinct), tuple(r.found), frozenset(r.used))


def _renamed(one: Rename, r: Resolver) -> None:
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


def _corpus(preface: Preface, parts: list[Built], names: Names) -> Corpus:
    fields: dict[str, Any] = {}
    for field in _FIELDS.values():
        entries = [entry for part in parts for entry in part.made.get(field, ())]
        fields[field] = _numbered(entries) if field in _NUMBERED else _by_id(entries)
    return Corpus(
        preface=preface, **fields, distinct=tuple(sorted({d for part in parts for d in part.distinct})),
        renames=tuple(sorted(names.renamed.items())),
        expectations=tuple(sorted((e for part in parts for e in part.expectations), key=lambda e: e.written)),
    )  # fmt: skip


def _by_id(entries: list[Any]) -> dict[str, Any]:
    """By name. What is made in several places (an unnamed voice, a statement in brackets) is one thing; the fullest words of it count."""
    kept: dict[str, Any] = {}
    for one in sorted(entries, key=_identity):
        old = kept.get(one.id)
        if old is None or _content(one) > _content(old):
            kept[one.id] = one
    return kept


def _content(one: Any) -> str:
    return repr(replace(one, place=place(Span("", 0, 0, 0, 0))))


def _numbered(entries: list[Any]) -> dict[str, Any]:
    """By name; statements that would bear the same name are told apart by number, in the order of their content."""
    ordered = sorted(entries, key=_identity)
    kept = {one.id: one for one in ordered}
    if len(kept) == len(ordered):
        return kept
    again: dict[str, list[Any]] = {}
    for before, one in pairwise(ordered):
        if before.id == one.id:
            again.setdefault(one.id, [before]).append(one)
    for name, same in again.items():
        del kept[name]
        for number, one in enumerate(sorted(same, key=_content), 1):
            kept[f"{name} ({number})"] = replace(one, id=f"{name} ({number})")
    return dict(sorted(kept.items()))


__all__ = ["Built", "Compiled", "Unit", "compile_units"]
