"""What the checks are given beside the corpus: the words as written, texts and bibliography."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fontes.compile import Built, Compiled, Unit
from fontes.diagnostics import Span
from fontes.findings import Grounds, compiled
from fontes.findings.chronology import Chronology
from fontes.findings.support.links import Links, concerned, links
from fontes.model.agents import Agent
from fontes.model.corpus import Corpus
from fontes.model.names import AgentId, Place
from fontes.text.syntax import Act, Declaration, Distinct, Statement


@dataclass(frozen=True, slots=True)
class Searched:
    """The conflicts of dates of a corpus as it was compiled."""

    compiled: Compiled
    found: Chronology


@dataclass(slots=True)
class Checked:
    """What a check worked out and the next may use again: the links of each file's grounds, and searches for conflicts of dates, the last first,
    and which agents have names that are alike.
    """

    links: dict[int, tuple[Built, Links]] = field(default_factory=dict)
    searched: list[Searched] = field(default_factory=list)
    alike: tuple[Mapping[AgentId, Agent], list[tuple[AgentId, AgentId]]] | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A compiled corpus with its files, the full texts by source, and the keys of the bibliography (None: no ``library/``).

    ``kept`` is what earlier checks worked out. In one that is ``brief`` what would take seconds in a large corpus is not found anew.
    """

    compiled: Compiled
    units: tuple[Unit, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    keys: frozenset[str] | None = None
    kept: Checked = field(default_factory=Checked, repr=False, compare=False)
    brief: bool = False
    _grounds: list[Grounds] = field(default_factory=list, repr=False, compare=False)
    _units: dict[tuple[str, str], Unit] = field(default_factory=dict, repr=False, compare=False)

    def concerned(self) -> frozenset[str]:
        """The statements that could lie on a circle of grounds; the links of files that were not built anew are kept from the last time."""
        fresh: dict[int, tuple[Built, Links]] = {}
        for _, built in self.compiled.built.values():
            known = self.kept.links.get(id(built))
            fresh[id(built)] = known if known is not None and known[0] is built else (built, links(built.entries(), built.sources()))
        self.kept.links.clear()
        self.kept.links.update(fresh)
        return concerned(part for _, part in fresh.values())

    def grounds(self) -> Grounds:
        """The corpus compiled for findings; once for all checks."""
        if not self._grounds:
            self._grounds.append(compiled(self.corpus))
        return self._grounds[0]

    def statement(self, place: Place) -> Statement | None:
        """The statement that begins at a place, read again from its own lines."""
        if not self._units:
            self._units.update(((unit.file, unit.sheet), unit) for unit in self.units)
        unit = self._units.get((place.file, place.sheet))
        one = unit.written.at(place.line, place.end_line) if unit is not None else None
        if one is None or (one.span.line, one.span.column, one.span.sheet) != (place.line, place.column, place.sheet):
            return None
        return one

    @property
    def corpus(self) -> Corpus:
        """The corpus itself."""
        return self.compiled.corpus


def head_of(place: Place) -> Span:
    """The place of a statement's first line, as far as the model keeps it."""
    end = place.end_column if place.end_line == place.line else place.column
    return Span(place.file, place.line, place.column, place.line, max(end, place.column), place.sheet)


def at(evidence: Evidence, place: Place, keyword: str = "") -> Span:
    """The exact place of a particular under the statement at a place; of a declaration, its name; else its first line."""
    one = evidence.statement(place)
    for particular in one.particulars if isinstance(one, Declaration | Act | Distinct) else ():
        if particular.keyword.text == keyword:
            return particular.span
    if isinstance(one, Declaration):
        return one.name.span
    if isinstance(one, Act):
        return _first_line(one)
    return head_of(place)


def _first_line(act: Act) -> Span:
    """From the date or the first agent to the verb."""
    start = act.date.span if act.date is not None else act.agents[0].span if act.agents else act.span
    return start._replace(column=act.span.column, end_line=act.verb.span.end_line, end_column=act.verb.span.end_column)
