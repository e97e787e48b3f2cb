"""Typed names. All things of a corpus share one space of names; labels (``^first``) have their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

AgentId = NewType("AgentId", str)
SourceId = NewType("SourceId", str)
EventId = NewType("EventId", str)
PropositionId = NewType("PropositionId", str)
QuestionId = NewType("QuestionId", str)
StatementId = NewType("StatementId", str)
"""The label of a statement without its ``^``, or a name made from what it says (``conquest asserts x 1968``)."""

ThingId = AgentId | SourceId | EventId | PropositionId | QuestionId


class ThingKind(StrEnum):
    """What a name can stand for."""

    AGENT = "agent"
    SOURCE = "source"
    EVENT = "event"
    PROPOSITION = "proposition"
    QUESTION = "question"
    PERIOD = "period"
    SERIES = "series"
    LENS = "lens"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written in the corpus. It never takes part in equality: order and layout are not content.

    ``end_line`` counts the last line that belongs to it; for a table ``sheet`` names the sheet and ``line`` the row.
    """

    file: str
    line: int
    column: int = 1
    end_line: int = 0
    end_column: int = 0
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Access:
    """Through whom the makers of the corpus know a statement. Without a source: directly."""

    source: SourceId | None = None
    passage: str = ""
    via: SourceId | None = None
    via_passage: str = ""


DIRECTLY = Access()


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a source."""

    source: SourceId
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the makers of the corpus say about one of its entries."""

    notes: tuple[str, ...] = ()
    private_notes: tuple[str, ...] = ()
    recorded_by: tuple[str, ...] = ()
    checked_by: tuple[str, ...] = ()


NO_REMARKS = Remarks()
