"""Agents and their tenures."""

from __future__ import annotations

from dataclasses import dataclass, field

from fontes.dates import When
from fontes.model.names import NO_REMARKS, Access, AgentId, EventId, Passage, Place, Remarks, StatementId
from fontes.model.stances import Ground


@dataclass(frozen=True, slots=True)
class Agent:
    """A person, organisation, group or publication that can know or say things.

    ``unnamed`` marks a voice known to exist and not identified; it may be one of the named.
    """

    id: AgentId
    name: str
    place: Place = field(compare=False)
    also: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    kind: str = ""
    born: When | None = None
    died: When | None = None
    language: str = ""
    same_as: tuple[str, ...] = ()
    unnamed: bool = False
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Tenure:
    """An agent served as something (``office``), or belonged to something (``body``), for a time."""

    id: StatementId
    agent: AgentId
    place: Place = field(compare=False)
    office: str = ""
    body: AgentId | None = None
    of: AgentId | None = None
    as_head: bool = False
    when: When | None = None
    start: When | None = None
    end: When | None = None
    during: When | None = None
    at: EventId | None = None
    read: Passage | None = None
    grounds: tuple[Ground, ...] = ()
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS
