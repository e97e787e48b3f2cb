"""The assumptions under which everything is seen, and what can be distrusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from fontes.dates import When
from fontes.model.names import NO_REMARKS, AgentId, Place, Remarks, SourceId


class UnitKind(StrEnum):
    """What can be distrusted at one stroke."""

    SOURCE = "source"
    AGENT = "agent"  # with what they made and said
    STATEMENT = "statement"
    KIND = "kind"  # kind:testimony — all sources of a kind
    CRITICISED = "criticised"  # criticised:coerced — all sources impeached as that
    WORD = "word"  # word:A — an agent's own word, where nothing else is behind it
    ACCESS = "access"  # access:S — what is known only through S; touches attestation, not belief
    PREMISE = "premise"  # a proposition nobody here asserts


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """Something that can be distrusted."""

    kind: UnitKind
    id: str

    def __str__(self) -> str:
        if self.kind in (UnitKind.SOURCE, UnitKind.AGENT):
            return self.id
        if self.kind is UnitKind.STATEMENT:
            return f"^{self.id}"
        return f"{self.kind.value}:{self.id}"


@dataclass(frozen=True, slots=True)
class Lens:
    """One set of assumptions. The plain lens distrusts nothing and shows criticisms without counting them."""

    distrust: frozenset[Unit] = frozenset()
    inauthentic: frozenset[SourceId] = frozenset()
    without_access: frozenset[SourceId] = frozenset()
    as_of: When | None = None
    published_by: When | None = None
    criticisms: tuple[str, ...] = ()  # () shown only; ("counting",) all; or kinds that count
    critics: tuple[AgentId, ...] = ()
    criticisms_as_of: When | None = None
    prefer_later: bool = False
    voices: tuple[str, ...] = ()
    school: str = ""
    taken_within: When | None = None


PLAIN = Lens()


@dataclass(frozen=True, slots=True)
class NamedLens:
    """A lens the corpus keeps under a name."""

    id: str
    wording: str
    lens: Lens
    place: Place = field(compare=False)
    remarks: Remarks = NO_REMARKS
