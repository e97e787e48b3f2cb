"""What a gap is: something that is open, thin, unused, passed over, unchecked, unanswered or without a route, as far as recorded here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fontes.dates import When
from fontes.findings.reasons import Reason
from fontes.model.names import AgentId, Place, PropositionId, QuestionId, SourceId, StatementId

MOST = 20
"""So many sources, works or statements of one gap are named; `number` counts them all."""


class GapKind(StrEnum):
    """The kinds of gaps, in the order in which they are told."""

    OPEN = "open"
    UNANSWERABLE = "unanswerable"
    UNANSWERED = "unanswered"
    THIN = "thin"
    UNUSED = "unused"
    PASSED_OVER = "passed-over"
    NO_ROUTE = "no-route"
    NOT_FOUND = "not-found"
    NOT_SOUGHT = "not-sought"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap. ``case`` says which of the cases of its kind it is, ``thing`` (of the family ``of``) what lacks something.

    ``questions`` are those it bears on. ``agents`` are those whose acts or silence it is about: who raised it, who asserts it, who holds the
    explanation. ``works`` are the works in which nothing is recorded; how far each was examined says how much that means. ``sources`` are what
    is unused, where trails end, or through which alone something is known. ``answers`` are propositions that come nearest. Of all these the
    first `MOST` are named (the works of what is unchecked are all named); ``number`` counts what the gap is counted in and ``among`` out of
    how many (0 where that has no meaning).
    ``words`` are the searched places, the missing part, or *left open* where nobody raised a question and somebody left it open.
    ``since`` is the date of the act that opened it; None: nothing recorded dates it.
    """

    kind: GapKind
    case: str
    of: str
    thing: str
    reasons: tuple[Reason, ...]
    since: When | None = None
    questions: tuple[QuestionId, ...] = ()
    statements: tuple[StatementId, ...] = ()
    agents: tuple[AgentId, ...] = ()
    answers: tuple[PropositionId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    works: tuple[SourceId, ...] = ()
    against: PropositionId | None = None
    words: str = ""
    number: int = 0
    among: int = 0
    place: Place | None = None
