"""Sources: anything a statement can be read in, also one that is only alleged, or lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from fontes.dates import When
from fontes.model.names import NO_REMARKS, Access, AgentId, Place, QuestionId, Remarks, SourceId
from fontes.model.stances import Ground


class Origin(StrEnum):
    """Where a line of grounds ends."""

    WITNESSED = "witnessed"
    RECORDED = "recorded"
    INVENTED = "invented"
    TRAIL_ENDS = "trail ends"


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a source: perhaps inferred (``doubtful``), perhaps only pretended (``ascribed``), and on whose word."""

    agent: AgentId
    doubtful: bool = False
    ascribed: bool = False
    access: Access | None = None


@dataclass(frozen=True, slots=True)
class Independence:
    """This source is independent of another, on somebody's word (empty ``claimed_by``: the makers of the corpus)."""

    of: SourceId
    access: Access | None = None
    claimed_by: tuple[AgentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """``examined``: "" (not recorded), ``whole``, ``not-seen`` or a passage. ``made`` and ``out`` are different dates."""

    id: SourceId
    title: str
    place: Place = field(compare=False)
    kind: str = ""
    makers: tuple[Maker, ...] = ()
    to: tuple[AgentId, ...] = ()
    made: When | None = None
    out: When | None = None
    origin: Origin | None = None
    school: str = ""
    cite: tuple[tuple[str, str], ...] = ()
    draws_on: tuple[Ground, ...] = ()
    follows: tuple[str, ...] = ()
    independent_of: tuple[Independence, ...] = ()
    treats: tuple[QuestionId, ...] = ()
    examined: str = ""
    edition_of: SourceId | None = None
    translation_of: SourceId | None = None
    part_of: SourceId | None = None
    language: str = ""
    same_as: tuple[str, ...] = ()
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS
