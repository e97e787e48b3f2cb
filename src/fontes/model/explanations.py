"""Questions, propositions, explanations and what is observed and assessed about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from fontes.dates import When
from fontes.model.names import (
    NO_REMARKS,
    Access,
    AgentId,
    EventId,
    Passage,
    Place,
    PropositionId,
    QuestionId,
    Remarks,
    SourceId,
    StatementId,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What propositions answer. The answers to a question of the kind *why* are explanations."""

    id: QuestionId
    wording: str
    place: Place = field(compare=False)
    kind: str = ""
    part_of: tuple[QuestionId, ...] = ()
    about: tuple[AgentId | EventId, ...] = ()
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Component:
    """A part of an explanation: a proposition, or what is ``missing`` in words. ``manner``: together, cumulative, context."""

    proposition: PropositionId | None = None
    missing: str = ""
    manner: str = ""
    access: Access | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number a proposition carries, from ``least`` to ``most``, in a unit, and what is counted."""

    least: Decimal
    most: Decimal
    unit: str
    of: str


@dataclass(frozen=True, slots=True)
class Said:
    """The inside of a statement in brackets: that an agent takes an attitude (or ``knows``), perhaps by a date."""

    agent: AgentId
    verb: str
    on: PropositionId | QuestionId
    by: When | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """A sentence that can be asserted or denied.

    ``observed`` is "" for an ordinary proposition, else ``found``, ``not-found`` or ``not-sought``. ``said`` is given where the proposition is
    a statement in brackets; its id is then its canonical text.
    """

    id: PropositionId
    wording: str
    place: Place = field(compare=False)
    answers: tuple[QuestionId, ...] = ()
    excludes: tuple[PropositionId, ...] = ()
    needs: tuple[PropositionId, ...] = ()
    part_of: tuple[PropositionId, ...] = ()
    parts: tuple[Component, ...] = ()
    disclaims: tuple[PropositionId, ...] = ()
    about: tuple[AgentId | EventId, ...] = ()
    compromises: tuple[AgentId, ...] = ()
    figures: tuple[Figure, ...] = ()
    observed: str = ""
    said: Said | None = None
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Mark:
    """How expected an observation is under an explanation (over another, where pairwise): a code or weight, as written."""

    under: PropositionId
    mark: str
    over: PropositionId | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """One judge's word on how expected an observation is under each rival explanation."""

    id: StatementId
    agent: AgentId
    observation: PropositionId
    marks: tuple[Mark, ...]
    place: Place = field(compare=False)
    coded_by: tuple[AgentId, ...] = ()
    when: When | None = None
    read: Passage | None = None
    label: str = ""
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a source covers what a series counts."""

    source: SourceId
    span: When | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Which events are counted: pairs of keyword and value."""

    id: str
    wording: str
    place: Place = field(compare=False)
    counts: tuple[tuple[tuple[str, str], ...], ...] = ()
    coverage: tuple[Coverage, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Period:
    """A span with a name, such as a period of the literature."""

    id: str
    name: str
    when: When
    place: Place = field(compare=False)
    school: str = ""
    remarks: Remarks = NO_REMARKS
