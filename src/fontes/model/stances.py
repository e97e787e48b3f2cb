"""What agents did with propositions, questions and sources: dated acts, found in passages, resting on grounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

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


class Attitude(StrEnum):
    """How an agent stands to a proposition; the last three are towards questions."""

    ASSERTS = "asserts"
    SUPPOSES = "supposes"
    LEAVES_OPEN = "leaves-open"
    DOUBTS = "doubts"
    DENIES = "denies"
    RAISES = "raises"
    PASSES_OVER = "passes-over"
    UNANSWERABLE = "declares-unanswerable"


class MemberKind(StrEnum):
    """What a member of a ground is."""

    SOURCE = "source"
    PROPOSITION = "proposition"
    EVENT = "event"
    STATEMENT = "statement"  # ^label: what was said there
    THAT = "that"  # that ^label: the fact that it was said
    TEXT = "text"  # text of S: the wording as evidence about itself
    OTHERS = "others"  # an unnamed end that nobody can distrust


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a ground: what kind, which thing, where in it; for a source, perhaps what it says there."""

    kind: MemberKind
    id: str = ""
    passage: str = ""
    saying: PropositionId | None = None


class Combination(StrEnum):
    """How the parts of a ground combine.

    ========  ==========================  ==========================
    rule      least demanding (any)       most demanding (all)
    ========  ==========================  ==========================
    ALL       every part                  every part
    ANY       some part                   some part
    UNKNOWN   some part                   every part
    ========  ==========================  ==========================

    ``others`` counts in the least demanding reading only: in the most demanding one it is neither missed nor enough.
    """

    ALL = "and"
    ANY = "or"
    UNKNOWN = "not recorded"


@dataclass(frozen=True, slots=True)
class Combined:
    """Parts of a ground and how they combine."""

    rule: Combination
    parts: tuple[Member | Combined, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """One ``rests-on`` (or ``draws-on``) line. Several lines of one statement combine by *not recorded*.

    ``doubtful`` is a line of descent only supposed: it counts in the least demanding reading only. ``claimed_by`` are the makers of
    the source in which the line of descent is stated, by ``access``; empty means the makers of the corpus.
    """

    on: Member | Combined
    doubtful: bool = False
    access: Access | None = None
    claimed_by: tuple[AgentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """``before``, ``after`` or ``during`` something, perhaps at a distance in days."""

    relation: str
    to: str
    least: int | None = None
    most: int | None = None
    written: str = ""
    access: Access | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """agent × proposition (or question) × date.

    ``read`` is the utterance's own vehicle; ``access`` through whom we know it; ``upon`` what it was taken on receiving.
    """

    id: StatementId
    agent: AgentId
    attitude: Attitude
    on: PropositionId | QuestionId
    place: Place = field(compare=False)
    label: str = ""
    when: When | None = None
    repeatedly: bool = False
    read: Passage | None = None
    grounds: tuple[Ground, ...] = ()
    upon: tuple[StatementId, ...] = ()
    follows: tuple[str, ...] = ()
    against: PropositionId | None = None
    case: EventId | None = None
    quote: str = ""
    relations: tuple[Relation, ...] = ()
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Report:
    """Information that went from one agent to another.

    ``hops`` are the receivers, a tuple for each step (`a > b, c` is ((a,), (b, c))); the empty id is an unknown agent. ``asserting``:
    telling implies asserting, relaying only having.
    """

    id: StatementId
    sender: AgentId
    hops: tuple[tuple[AgentId, ...], ...]
    proposition: PropositionId
    place: Place = field(compare=False)
    asserting: bool = True
    label: str = ""
    when: When | None = None
    repeatedly: bool = False
    carries: tuple[SourceId, ...] = ()
    read: Passage | None = None
    grounds: tuple[Ground, ...] = ()
    upon: tuple[StatementId, ...] = ()
    case: EventId | None = None
    quote: str = ""
    relations: tuple[Relation, ...] = ()
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Speech:
    """An act of speech that claims nothing true: ``proposes``, ``orders``, ``asks``; or ``receives`` a source."""

    id: StatementId
    agent: AgentId
    verb: str
    place: Place = field(compare=False)
    words: str = ""
    source: SourceId | None = None
    to: tuple[AgentId, ...] = ()
    giver: AgentId | None = None
    label: str = ""
    when: When | None = None
    read: Passage | None = None
    grounds: tuple[Ground, ...] = ()
    upon: tuple[StatementId, ...] = ()
    carries: tuple[SourceId, ...] = ()
    case: EventId | None = None
    quote: str = ""
    relations: tuple[Relation, ...] = ()
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Criticism:
    """An agent's dated judgement of a source, or of one use of it: impeached or vouched for, in certain aspects.

    Exactly one of ``source`` and ``use`` (a statement) is given; ``on`` narrows a judgement of a source to its use on a proposition.
    """

    id: StatementId
    agent: AgentId
    vouching: bool
    aspects: tuple[str, ...]
    place: Place = field(compare=False)
    source: SourceId | None = None
    use: StatementId | None = None
    on: tuple[PropositionId, ...] = ()
    label: str = ""
    when: When | None = None
    read: Passage | None = None
    grounds: tuple[Ground, ...] = ()
    quote: str = ""
    relations: tuple[Relation, ...] = ()
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Search:
    """Something was looked for somewhere, and found or not (``result`` empty: not recorded)."""

    id: StatementId
    agent: AgentId
    place: Place = field(compare=False)
    source: SourceId | None = None
    words: str = ""
    among: tuple[str, ...] = ()
    result: str = ""
    label: str = ""
    when: When | None = None
    read: Passage | None = None
    access: tuple[Access, ...] = ()
    remarks: Remarks = NO_REMARKS
