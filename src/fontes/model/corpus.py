"""A corpus: everything recorded about one field of controversy, resolved and in one order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fontes.dates import When
from fontes.model.agents import Agent, Tenure
from fontes.model.events import Dating, Event
from fontes.model.explanations import Assessment, Period, Proposition, Question, Series
from fontes.model.lens import NamedLens, Unit
from fontes.model.names import AgentId, EventId, Place, PropositionId, QuestionId, SourceId, StatementId
from fontes.model.sources import Source
from fontes.model.stances import Criticism, Report, Search, Speech, Stance


@dataclass(frozen=True, slots=True)
class Expectation:
    """A test of the corpus by its makers.

    ``test``: ``count`` (measure, sign, number of ``subject``), ``without`` (outcome of ``subject`` without ``units``), ``is`` (outcome), ``stance``
    and ``knows`` (``subject`` agent, ``verb``, ``object`` proposition, ``by``), ``before`` (two events).
    """

    test: str
    subject: str
    place: Place = field(compare=False)
    object: str = ""
    verb: str = ""
    measure: str = ""
    sign: str = ""
    number: int = 0
    outcome: str = ""
    units: tuple[Unit, ...] = ()
    by: When | None = None
    written: str = ""


@dataclass(frozen=True, slots=True)
class Preface:
    """What the ``corpus`` statement says."""

    id: str = ""
    title: str = ""
    format: str = "1"
    language: str = "en"
    consensus: tuple[str, ...] = ()
    profile: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    private_notes: tuple[str, ...] = ()


Entry = Stance | Report | Speech | Criticism | Search | Dating | Tenure | Assessment


@dataclass(frozen=True, slots=True)
class Corpus:
    """All mappings are in the order of their keys, so that equal content compares equal whatever the files were."""

    preface: Preface = Preface()
    agents: Mapping[AgentId, Agent] = field(default_factory=dict)
    sources: Mapping[SourceId, Source] = field(default_factory=dict)
    events: Mapping[EventId, Event] = field(default_factory=dict)
    questions: Mapping[QuestionId, Question] = field(default_factory=dict)
    propositions: Mapping[PropositionId, Proposition] = field(default_factory=dict)
    stances: Mapping[StatementId, Stance] = field(default_factory=dict)
    reports: Mapping[StatementId, Report] = field(default_factory=dict)
    speeches: Mapping[StatementId, Speech] = field(default_factory=dict)
    criticisms: Mapping[StatementId, Criticism] = field(default_factory=dict)
    searches: Mapping[StatementId, Search] = field(default_factory=dict)
    datings: Mapping[StatementId, Dating] = field(default_factory=dict)
    tenures: Mapping[StatementId, Tenure] = field(default_factory=dict)
    assessments: Mapping[StatementId, Assessment] = field(default_factory=dict)
    periods: Mapping[str, Period] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    lenses: Mapping[str, NamedLens] = field(default_factory=dict)
    distinct: tuple[tuple[AgentId, ...], ...] = ()
    renames: tuple[tuple[str, str], ...] = ()
    expectations: tuple[Expectation, ...] = ()

    def statements(self) -> Iterator[Entry]:
        """Every dated act and record, of whatever kind."""
        for kept in (
            self.stances,
            self.reports,
            self.speeches,
            self.criticisms,
            self.searches,
            self.datings,
            self.tenures,
            self.assessments,
        ):
            yield from kept.values()
