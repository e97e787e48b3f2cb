"""Events, and who dates them to when."""

from __future__ import annotations

from dataclasses import dataclass, field

from fontes.dates import When
from fontes.model.names import NO_REMARKS, Access, AgentId, EventId, Passage, Place, PropositionId, Remarks, StatementId
from fontes.model.stances import Ground, Relation


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened. ``kind`` may be ``case``; what it ``alleges`` is a proposition."""

    id: EventId
    name: str
    place: Place = field(compare=False)
    strand: str = ""
    kind: str = ""
    about: tuple[AgentId, ...] = ()
    run_by: tuple[AgentId, ...] = ()
    targets: tuple[AgentId, ...] = ()
    relations: tuple[Relation, ...] = ()
    lasts: tuple[int | None, int | None, str] | None = None
    sense: str = ""
    alleges: tuple[PropositionId, ...] = ()
    part_of: EventId | None = None
    where: str = ""
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Dating:
    """An agent dates an event (or a statement, by its id). Without an agent: the makers of the corpus."""

    id: StatementId
    of: EventId | StatementId
    when: When
    place: Place = field(compare=False)
    of_statement: bool = False
    agent: AgentId | None = None
    said: When | None = None
    label: str = ""
    read: Passage | None = None
    grounds: tuple[Ground, ...] = ()
    quote: str = ""
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS
