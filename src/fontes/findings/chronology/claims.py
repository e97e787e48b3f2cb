"""Who says what about time: every constraint of a corpus with the statement it stands in.

A `Claim` is the unit that can be set aside: a dating, a relation of an event, a life, the coming out of a work, or a statement with its
date, its reception and its grounds. What only follows from meaning (nothing ends before it begins) is an axiom and carries none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from fontes.dates import Answer, Edge, When, by
from fontes.findings.acts import date_of
from fontes.findings.chronology.dated import Bond, Points
from fontes.findings.network import Constraint
from fontes.model.corpus import Corpus, Entry
from fontes.model.lens import Lens, UnitKind
from fontes.model.names import Access, AgentId, Place, SourceId, StatementId
from fontes.model.stances import Criticism, Report

Thing = tuple[str, str]
"""Kind and id of what has days: ``event``, ``statement``, ``agent`` (a life), ``source`` (its making), ``out`` (its coming out)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said about time: of what, in which words, who says it and where it is read; ``places`` where it is written."""

    id: str
    kind: str
    of: Thing
    words: str
    by: tuple[AgentId, ...] = ()
    access: tuple[Access, ...] = ()
    to: Thing | None = None
    doubtful: bool = False
    places: tuple[Place, ...] = field(default=(), compare=False)


class Draft:
    """A network in the making: points come into being when first spoken of."""

    __slots__ = ("claims", "constraints", "doubtful", "open_ends", "points", "things", "tied")

    def __init__(self) -> None:
        self.points: dict[Thing, int] = {}
        self.things: list[Thing] = []
        self.claims: dict[str, Claim] = {}
        self.constraints: list[Constraint] = []
        self.doubtful: set[Constraint] = set()
        self.tied: dict[Constraint, str] = {}
        self.open_ends: set[int] = set()

    def of(self, thing: Thing) -> Points:
        """The first and the last day of a thing."""
        start = self.points.get(thing)
        if start is None:
            start = self.points[thing] = 1 + 2 * len(self.things)
            self.things.append(thing)
            self.constraints.append(Constraint(start + 1, start, 0))
        return start, start + 1

    def claim(self, one: Claim) -> str:
        """Enter a claim; one that says the same in another place is told apart by number. Gives its id."""
        name, number = one.id, 2
        while name in self.claims:
            name, number = f"{one.id} ({number})", number + 1
        self.claims[name] = one if name == one.id else Claim(
            name, one.kind, one.of, one.words, one.by, one.access, one.to, one.doubtful, one.places
        )  # fmt: skip
        return name

    def say(self, claim: str, said: Iterable[Bond], assumptions: tuple[str, ...] = (), doubtful: bool = False, tie: str = "") -> None:
        """Enter what a claim says; a ``tie`` is a ground, a reception or a life, which could be an anachronism."""
        made = constrained(said, (claim,), assumptions)
        self.constraints.extend(made)
        if tie:
            self.tied.update(dict.fromkeys(made, tie))
        if doubtful or self.claims[claim].doubtful:
            self.doubtful.update(made)

    def opened(self, when: When, of: Points) -> None:
        """Keep in mind which sides are asserted to have no bound (`..`): they are not merely unknown."""
        self.open_ends.update(point for point, side in zip(of, (when.start[0], when.end[1]), strict=True) if side is Edge.OPEN)

    @property
    def size(self) -> int:
        """How many points there are, the origin counted."""
        return 1 + 2 * len(self.things)


def constrained(said: Iterable[Bond], claims: tuple[str, ...] = (), assumptions: tuple[str, ...] = ()) -> list[Constraint]:
    """Bonds as constraints; what a thing would say of itself is left out."""
    return [Constraint(x, y, days, claims, assumptions) for x, y, days in said if x != y or days < 0]


def speaker(entry: Entry) -> AgentId | None:
    """Who does what is recorded."""
    return entry.sender if isinstance(entry, Report) else entry.agent


def makers(corpus: Corpus, access: Iterable[Access]) -> tuple[AgentId, ...]:
    """Who made the sources through which something is known: on their word it stands."""
    found = (corpus.sources.get(one.source) for one in access if one.source)
    return tuple(dict.fromkeys(maker.agent for source in found if source for maker in source.makers if not maker.ascribed))


class Heard:
    """What may be listened to under a lens: said by the one date, readable by the other, and not distrusted."""

    __slots__ = ("agents", "corpus", "lens", "sources", "statements")

    def __init__(self, corpus: Corpus, lens: Lens) -> None:
        self.corpus, self.lens = corpus, lens
        units = {(unit.kind, unit.id) for unit in lens.distrust}
        self.agents = {id for kind, id in units if kind in (UnitKind.AGENT, UnitKind.WORD)}
        self.statements = {id for kind, id in units if kind is UnitKind.STATEMENT}
        self.sources = {id for kind, id in units if kind is UnitKind.SOURCE} | set(lens.inauthentic) | set(lens.without_access)
        kinds = {id for kind, id in units if kind is UnitKind.KIND}
        self.sources |= {one.id for one in corpus.sources.values() if one.kind in kinds}
        aspects = {id for kind, id in units if kind is UnitKind.CRITICISED}
        judged = (one for one in corpus.criticisms.values() if aspects and not one.vouching and aspects & set(one.aspects))
        self.sources |= {one.source for one in judged if one.source and not one.on}

    def entry(self, one: Entry) -> bool:
        """May this statement be listened to? What straddles a date of the lens, or is undated, possibly may."""
        if one.id in self.statements or speaker(one) in self.agents:
            return False
        read = getattr(one, "read", None)
        where = read.source if read else next((way.source for way in one.access if way.source), None)
        if where in self.sources:
            return False
        limit = self.lens.criticisms_as_of if isinstance(one, Criticism) and self.lens.criticisms_as_of else self.lens.as_of
        when = date_of(self.corpus, one) or (self._made(where) if StatementId(one.id) in self.corpus.datings else None)
        return not _later(when, limit) and self._readable((*((read.source,) if read else ()), *(way.source for way in one.access)))

    def access(self, ways: tuple[Access, ...]) -> bool:
        """The same of what stands in a declaration: it was said in the source through which it is known."""
        sources = [way.source for way in ways if way.source]
        if any(source in self.sources for source in sources) or set(makers(self.corpus, ways)) & self.agents:
            return False
        dates = [self._made(source) for source in sources]
        return not (dates and all(_later(date, self.lens.as_of) for date in dates)) and self._readable(tuple(sources))

    def _made(self, id: str | None) -> When | None:
        source = self.corpus.sources.get(SourceId(id)) if id else None
        return source.made or source.out if source else None

    def _readable(self, ids: tuple[str | None, ...]) -> bool:
        limit = self.lens.published_by
        found = (self.corpus.sources.get(SourceId(id)) for id in ids if id)
        dates = [source.out for source in found if source and source.out]
        return limit is None or not dates or not all(_later(date, limit) for date in dates)


def _later(when: When | None, limit: When | None) -> bool:
    return when is not None and limit is not None and by(when, limit) is Answer.IMPOSSIBLE
